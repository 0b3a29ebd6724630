"""Identifiers and addresses that stand in a reference string."""

import re
from typing import NamedTuple

import msgspec

from refman.model import Date, Identifiers
from refman.normalise import parse_arxiv, parse_date
from refman.reading.identifier_tokens import find_tokens

__all__ = ["Named", "take_identifiers"]

_CORR = re.compile(
    r"(?:CoRR|ArXiv|arXiv)(?: preprint)?,?\s"
    r"(?:(?:vol\.\s)?abs/(?P<number>\d{4}\.\d{4,5}|[a-z-]+/\d{7}))?"
)
_PREPRINT = re.compile(
    r"(?<!\w)(?:arXiv (?:preprint|e-prints?)|[Pp]reprint at)(?!\w)", re.IGNORECASE
)
_ACCESSED = re.compile(
    r"[\[(]?(?:[Ll]ast )?(?:[Aa]ccess(?:ed)?|[Rr]etrieved|[Vv]isited|[Cc]ited|[Zz]ugegriffen"
    r"|Zugriff|Abgerufen|consulté le)(?: on| am)?:?\s"
    r"(?P<date>\d{1,2}[\s./-]\w{2,9}\.?[\s./-]\d{4}|\w{3,9}\.?\s\d{4}"
    r"|\w{3,9}\.?\s\d{1,2},\s\d{4}|\d{4}[-/\s]\w{2,9}[-/\s]\d{1,2})"
    r",?(?:\sfrom)?[\])]?"
)
_GLUED = re.compile(r"(?<=\w)-(?=10\.\d{4,9}/)")  # "4: e4551-10.1371/journal.pone.0004551"
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]{3,1000}")
_FORMS = frozenset(
    ("url", "doi", "arxiv", "pmid", "pmcid", "dblp", "scholar", "openalex", "openreview", "isbn")
)


class Named(NamedTuple):
    """Hold what was found: the work's own identifiers, its page, other names of it."""

    identifiers: Identifiers
    url: str | None
    others: dict[str, str]
    accessed: Date | None
    is_preprint: bool
    is_book: bool
    spans: tuple[tuple[int, int], ...]


def take_identifiers(text: str) -> tuple[str, Named]:
    """Return the text with blanks in place of identifiers and addresses, and what they say."""
    identifiers, url, accessed = Identifiers(), None, None
    others: dict[str, str] = {}
    spans: list[tuple[int, int]] = []
    is_preprint = is_book = False
    for token in find_tokens(_GLUED.sub(" ", text)):
        if token.form not in _FORMS:
            continue
        given = token.named.identifiers
        is_preprint |= given.arxiv is not None
        is_book |= given.isbn is not None
        identifiers = _united(identifiers, given)
        url = url or (token.named.url if token.form == "url" else None)
        others.update(token.named.others)
        spans.append((token.start, token.end))
    rest = _blank(_GLUED.sub(" ", text), spans)
    for pattern in (_CORR, _PREPRINT, _ACCESSED, _URL):
        for found in pattern.finditer(rest):
            spans.append(found.span())
            told = found.groupdict()
            if told.get("number") and (arxiv := parse_arxiv(f"arXiv:{told['number']}")) is not None:
                identifiers = _united(identifiers, Identifiers(arxiv=arxiv))
            is_preprint |= pattern in {_CORR, _PREPRINT}
            if told.get("date"):
                accessed = parse_date(told["date"].replace("-", " ")) or parse_date(told["date"])
            if pattern is _URL:
                written = found.group().rstrip(".,;:)]'’")
                url = url or (written if written.startswith("http") else f"http://{written}")
        rest = _blank(rest, spans)
    return rest, Named(
        identifiers, url, others, accessed, is_preprint, is_book, tuple(sorted(spans))
    )


def _united(first: Identifiers, again: Identifiers) -> Identifiers:
    """Return both; of two of a kind the first counts, but a publication's DOI beats arXiv's own."""
    changes = {
        name: value
        for name in Identifiers.__struct_fields__
        if (value := getattr(again, name)) is not None and getattr(first, name) is None
    }
    if (
        first.arxiv is not None
        and first.doi == first.arxiv.doi
        and again.doi not in {None, first.doi}
    ):
        changes["doi"] = again.doi
    return msgspec.structs.replace(first, **changes)


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end <= done:
            continue
        first = max(start, done)
        pieces += [text[done:first], " " * (end - first)]
        done = end
    return "".join([*pieces, text[done:]])
