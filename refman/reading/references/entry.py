"""The entry that a reference string gives, with how far the cut can be trusted."""

import re
from collections.abc import Iterator

import msgspec

from refman.model import Date, Entry, Identifiers, ItemType, Provenance, Span
from refman.normalise import coined_name, fold_blanks, normalise_title
from refman.normalise.dates import month_number
from refman.normalise.identifiers import with_arxiv_doi
from refman.reading.references.cut import TRIM, Cut
from refman.reading.references.numbers import find_numbers
from refman.reading.references.tail import take_tail
from refman.reading.references.words import has_conference, words

__all__ = ["REFERENCE", "ReadReference", "cut_reference", "read_reference"]

REFERENCE = "reference"
"""The name under which an entry keeps the string word for word."""

_TEXTS = (
    *("title", "container_title", "collection_title", "event_place", "publisher"),
    *("publisher_place", "volume", "issue", "page", "number", "number_of_pages", "edition"),
    *("genre", "medium"),
)
_MARKERS = {
    "J": ItemType.ARTICLE_JOURNAL,
    "C": ItemType.PAPER_CONFERENCE,
    "M": ItemType.BOOK,
    "D": ItemType.THESIS,
    "R": ItemType.REPORT,
    "N": ItemType.ARTICLE_NEWSPAPER,
    "S": ItemType.STANDARD,
    "P": ItemType.PATENT,
    "A": ItemType.PAPER_CONFERENCE,
}
"""What the markers in brackets say. Source: GB/T 7714-2015, appendix B."""
_WORDS = re.compile(r"[^\W_]+")
_SURE, _DOUBT, _LEAST = 0.95, 0.15, 0.1
_LAST_DAY = 31
_SHORT_FORMS = ("Inc.", "Ltd.", "Co.", "Corp.", "Bros.")


class ReadReference(msgspec.Struct, frozen=True):
    """Hold what a reference gives.

    Attributes:
        entry: without provenance.
        score: 0 to 1, how sure the cut is.
        doubts: why it is not surer, and what the string itself leaves out, in words.
    """

    entry: Entry
    score: float
    doubts: tuple[str, ...]


def cut_reference(text: str) -> Cut:
    """Return a reference cut into its fields.

    Args:
        text: one reference on one line, without its number.
    """
    cut = Cut(text)
    place = cut.title(cut.head())
    numbers = find_numbers(cut.rest, place, len(cut.rest))
    cut.editors_and_edition(place)
    cut.container(place, numbers)
    cut.numbers(numbers)
    take_tail(cut, place)
    return cut


def read_reference(text: str, written: str) -> ReadReference:
    """Return the entry of a reference string.

    Args:
        text: the reference on one line, without its number.
        written: as it stands in the source, to be kept.
    """
    cut = cut_reference(text)
    doubts = tuple(_doubts(cut))
    remarks = ("list of authors is cut",) if cut.is_cut else ()
    values = {name: _shown(value) for name in _TEXTS if (value := cut.values.get(name))}
    for name in ("container_title", "publisher", "publisher_place"):
        value = values.get(name, "")
        if value.endswith(".") and value.count(".") == 1 and not value.endswith(_SHORT_FORMS):
            values[name] = value[:-1]
    values = {name: value for name, value in values.items() if value}
    title = normalise_title(values.pop("title", "")) or None
    identifiers = with_arxiv_doi(cut.named.identifiers)
    entry = Entry(
        type=_type(cut),
        title=title,
        title_short=coined_name(title) if title else None,
        author=cut.authors,
        editor=cut.editors,
        issued=_issued(cut),
        accessed=cut.named.accessed,
        identifiers=identifiers,
        url=_own_page(identifiers) or cut.named.url,
        extra={**cut.named.others, REFERENCE: written},
    )
    entry = msgspec.structs.replace(entry, **values)
    score = max(_LEAST, round(_SURE - _DOUBT * len(doubts), 2))
    return ReadReference(entry, score, (*remarks, *doubts))


def provenance_of(entry: Entry, source: str, span: Span, score: float) -> dict[str, Provenance]:
    """Return where each field of an entry was read."""
    found = Provenance(source=source, span=(span.start, span.end), score=score)
    return {
        name: found
        for name in (*_TEXTS, "author", "editor", "issued", "accessed", "identifiers", "url")
        if getattr(entry, name) not in (None, (), Identifiers())
    }


def _doubts(cut: Cut) -> Iterator[str]:
    yield from cut.doubts
    if "title" not in cut.values and "no title found" not in cut.doubts:
        yield "no title found"
    if "year" not in cut.values:
        yield "no year found"
    if unplaced := list(_unplaced(cut)):
        yield "not placed: " + "; ".join(f"“{fold_blanks(said)}”" for said in unplaced)
    if _type(cut) is ItemType.DOCUMENT:
        yield "what kind of work it is, is not clear"


def _unplaced(cut: Cut) -> Iterator[str]:
    """Yield what was taken by no field and says something."""
    furniture = words("furniture")
    for start, end in cut.gaps():
        said = cut.rest[start:end].strip(TRIM + "\"“”'’‘-–—&/")
        if any(
            word.casefold() not in furniture and not (word.isdecimal() and len(word) == 1)
            for word in _WORDS.findall(said)
        ):
            yield said


def _type(cut: Cut) -> ItemType:
    """Return the type that the fields tell."""
    given = cut.values
    if (marker := given.get("marker")) in _MARKERS:
        return _MARKERS[marker]
    if "type" in given:
        return ItemType(given["type"])
    container = given.get("container_title")
    if container is not None:
        if has_conference(container) and (cut.is_in or "volume" not in given):
            return ItemType.PAPER_CONFERENCE
        if cut.is_in:
            is_part = cut.editors and "collection_title" not in given
            return ItemType.CHAPTER if is_part or cut.is_book else ItemType.PAPER_CONFERENCE
        return ItemType.ARTICLE_JOURNAL
    if "publisher" in given or cut.is_book:
        return ItemType.BOOK
    if cut.named.is_preprint:
        return ItemType.ARTICLE
    return ItemType.WEBPAGE if cut.named.url else ItemType.DOCUMENT


def _issued(cut: Cut) -> Date | None:
    year = cut.values.get("year")
    if year is None:
        return None
    month = month_number(cut.values.get("month", ""))
    day = cut.values.get("day")
    return Date(int(year), month, int(day) if day and month and 0 < int(day) <= _LAST_DAY else None)


def _own_page(identifiers: Identifiers) -> str | None:
    arxiv = identifiers.arxiv
    if identifiers.doi is not None and (arxiv is None or identifiers.doi != arxiv.doi):
        return f"https://doi.org/{identifiers.doi}"
    return arxiv.url if arxiv is not None else None


def _shown(value: str) -> str:
    return fold_blanks(value).strip(" ,;:")


__all__ += ["provenance_of"]
