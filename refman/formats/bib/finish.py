"""What of an entry can be told only when all of its fields are known."""

import re

from refman.formats.bib.dates import date_of_parts
from refman.formats.bib.draft import Draft, Given
from refman.formats.bib.latex import line_of, verbatim_of
from refman.formats.foreign.gathered import IDENTIFIERS
from refman.formats.foreign.whole_dates import whole_date
from refman.model import Arxiv, ItemType
from refman.normalise import fold_blanks, parse_arxiv

__all__ = ["finish"]

_DATE_PARTS = ("year", "month", "day")
_TYPES = {item_type.value: item_type for item_type in ItemType}
_PREPRINTS = frozenset(("misc", "online"))
_ARXIV = "arxiv"
_PUBMED = "pubmed"
_PRIMARY = re.compile(r"[A-Za-z][\w.-]{1,20}")
_SORTING = re.compile(r"\\(?:noopsort|SortNoop|noop)\s*\{[^{}]*\}", re.IGNORECASE)
"""What BibTeX's users put before a year to sort by it; it prints nothing."""
_CLASS = re.compile(r"\[[\w.-]+\]\s*\Z")
_SCHOLAR = re.compile(r"arxiv(?:\.org)?,?\s+(?:e-?print|preprint)", re.IGNORECASE)


def finish(draft: Draft, key: str) -> None:
    """Complete a draft: its type, dates, arXiv number, and what waited for the rest.

    Args:
        draft: all of whose fields have been read.
        key: the entry's.
    """
    row, parts, values = draft.row, draft.parts, draft.values
    for step, given, is_inherited in draft.late:
        draft.is_inheriting = is_inherited
        step(draft, given.field, given.value)
    draft.is_inheriting = False
    if "date" in parts:
        _whole(draft)
    elif "year" in parts or "month" in parts:
        _in_parts(draft)
    if "eprint" in parts or "arxiv" in parts:
        _eprint(draft)
    if "eprinttype" in parts:
        _keep(draft, parts["eprinttype"])
    if "eprintclass" in parts:
        _keep(draft, parts["eprintclass"])
    if "container_title" in values and values["container_title"][:5].lower() == _ARXIV:
        _arxiv_of_journal(draft)
    values["type"] = _type(draft)
    if row.genre:
        values.setdefault("genre", row.genre)
    if not row.is_known:
        draft.extra.setdefault("entrytype", row.name)
    if "key" in parts:
        _key(draft, key)


def _keep(draft: Draft, given: Given) -> None:
    draft.keep(given.field, given.value)


def _whole(draft: Draft) -> None:
    """Read BibLaTeX's date; a year, month or day beside it must agree with it."""
    given = draft.parts["date"]
    date, is_all = whole_date(verbatim_of(given.value))
    if date is None:
        _keep(draft, given)
        if "year" in draft.parts:
            _in_parts(draft)
            return
    else:
        draft.values["issued"] = date
        if not is_all:
            _keep(draft, given)
    beside = _beside(draft)
    if beside and (date is None or not _agrees(draft, str(date))):
        for each in beside:
            _keep(draft, each)


def _agrees(draft: Draft, date: str) -> bool:
    said, unsaid = date_of_parts(*_texts(draft))
    return said is not None and not unsaid and date.startswith(str(said))


def _beside(draft: Draft) -> list[Given]:
    return [draft.parts[name] for name in _DATE_PARTS if name in draft.parts]


def _texts(draft: Draft) -> list[str]:
    parts = draft.parts
    return [
        line_of(_without_sorting(parts[name].value)) if name in parts else ""
        for name in _DATE_PARTS
    ]


def _without_sorting(value: str) -> str:
    return _SORTING.sub("", value) if "\\" in value else value


def _in_parts(draft: Draft) -> None:
    """Read BibTeX's year, month and day."""
    date, unsaid = date_of_parts(*_texts(draft))
    if date is not None:
        draft.values["issued"] = date
    for name in _DATE_PARTS:
        if name in unsaid:
            _keep(draft, draft.parts[name])


def _eprint(draft: Draft) -> None:
    """Read an arXiv number, or a PubMed one; other archives have no place."""
    parts = draft.parts
    given = parts.pop("eprint", None) or parts["arxiv"]
    if "arxiv" in parts and given is not parts["arxiv"]:
        _same_or_kept(draft, parts["arxiv"], given)
    text = verbatim_of(given.value)
    kind = verbatim_of(parts["eprinttype"].value).lower() if "eprinttype" in parts else ""
    if kind == _PUBMED:
        number, _ = IDENTIFIERS["pmid"](text)
        if number is not None:
            draft.identify("pmid", number, *given)
            del parts["eprinttype"]
            return
    if kind in ("", _ARXIV) and (arxiv := _arxiv(text)) is not None:
        parts.pop("eprinttype", None)
        if "eprintclass" in parts:
            primary = verbatim_of(parts["eprintclass"].value)
            if _PRIMARY.fullmatch(primary):
                del parts["eprintclass"]
                arxiv = Arxiv(arxiv.id, arxiv.version, primary)
        draft.identify(_ARXIV, arxiv, *given)
        return
    _keep(draft, given)


def _same_or_kept(draft: Draft, given: Given, other: Given) -> None:
    if _arxiv(verbatim_of(given.value)) != _arxiv(verbatim_of(other.value)):
        _keep(draft, given)


def _arxiv(text: str) -> Arxiv | None:
    """Return the arXiv number that a text is; None where it says more."""
    found = parse_arxiv(text) or parse_arxiv(f"arXiv:{text}")
    if found is None:
        return None
    rest = _CLASS.sub("", fold_blanks(text)).strip().lower()
    written = f"{found.id}v{found.version}" if found.version else found.id
    return found if rest.removesuffix(".pdf").endswith(written.lower()) else None


def _arxiv_of_journal(draft: Draft) -> None:
    """Take the number out of "arXiv preprint arXiv:2501.00001", as Google Scholar has it."""
    title = draft.values["container_title"]
    found = parse_arxiv(title) if _SCHOLAR.match(title) else None
    if found is not None:
        draft.identifiers.setdefault(_ARXIV, found)


def _type(draft: Draft) -> ItemType:
    """Return the item type: what is on arXiv and has no other type is a preprint.

    The field ``entrytype`` may name one of CSL's types that BibTeX does not have.
    """
    row, parts = draft.row, draft.parts
    if "entrytype" in parts:
        named = _TYPES.get(line_of(parts["entrytype"].value))
        if named is not None:
            return named
        _keep(draft, parts["entrytype"])
    is_preprint = False
    if "pubstate" in parts:
        is_preprint = row.group in _PREPRINTS and parts["pubstate"].value == "prepublished"
        if not is_preprint:
            _keep(draft, parts["pubstate"])
    if row.name in _PREPRINTS and _ARXIV in draft.identifiers:
        is_preprint = True
    return ItemType.ARTICLE if is_preprint else row.type


def _key(draft: Draft, key: str) -> None:
    """Drop what our own writer gives an entry without authors; any other key is kept."""
    given = draft.parts["key"]
    text = line_of(given.value)
    if "author" in draft.values or text not in (key, draft.values.get("title_short")):
        _keep(draft, given)
