"""What in a record contradicts itself: shown to a person, never averaged or taken."""

import re
from collections.abc import Iterator
from datetime import datetime

import msgspec

from refman.formats.fields import PEOPLE
from refman.lookup.tables import tables
from refman.model import Date, Entry, ItemType, Name
from refman.normalise import ascii_key, parse_arxiv, title_key

__all__ = ["Flaw", "flaws_of"]

_EARLIEST = 1450
_YEARS_AHEAD = 2
"""Journals date issues ahead, by a year at most; two leave room for a clock that is wrong."""

_EVENT_YEARS = 2
"""Proceedings appear in the year of their conference, before or after it."""

_ARXIV_MONTH = re.compile(r"(\d{2})(\d{2})\.\d{4,5}")
_PAGES = re.compile(r"(\d{1,9})\s?[-–—]+\s?(\d{1,9})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Flaw(msgspec.Struct, frozen=True):
    """Say what in a record cannot be true.

    Attributes:
        field: of the entry; its value is not taken from this record.
        why: in words, without a full stop.
        source: whose record it is; None where it is the entry itself.
    """

    field: str
    why: str
    source: str | None = None


def flaws_of(entry: Entry, *, now: datetime, source: str | None = None) -> tuple[Flaw, ...]:
    """Return what in an entry or record contradicts itself, in a fixed order.

    Args:
        entry: of a source, or a user's.
        now: to tell years that are still to come.
        source: whose record it is.
    """
    found = (*_of_dates(entry, now.year), *_of_places(entry), *_of_names(entry), *_of_texts(entry))
    return tuple(Flaw(field, why, source) for field, why in found)


def _of_dates(entry: Entry, this_year: int) -> Iterator[tuple[str, str]]:
    date = entry.issued
    if date is None:
        return
    if not _EARLIEST <= date.year <= this_year + _YEARS_AHEAD:
        yield "issued", f"the year is {date.year}"
        return
    if date.end is not None and _point(date.end) < _point(date):
        yield "issued", f"it ends before it begins: {date}"
    if (year := _only_year(entry.volume)) is not None and abs(year - date.year) > 1:
        yield "issued", f"the volume is of {year}, the date {date.year}"
    event = entry.event_date.year if entry.event_date else _year_of_event(entry)
    if event is not None and abs(event - date.year) > _EVENT_YEARS:
        yield "issued", f"the conference was in {event}, the date is {date.year}"
    arxiv = entry.identifiers.arxiv
    month = _ARXIV_MONTH.fullmatch(arxiv.id) if arxiv else None
    if month is not None and entry.type is ItemType.ARTICLE and not entry.container_title:
        begun = (2000 + int(month[1]), int(month[2]))
        if (date.year, date.month or 12) < _month_before(*begun):
            yield (
                "issued",
                f"arXiv gave the number in {begun[0]}-{begun[1]:02d}, the date is {date}",
            )


def _month_before(year: int, month: int) -> tuple[int, int]:
    """Return the month before: a paper sent on its last day gets its number in the next."""
    return (year, month - 1) if month > 1 else (year - 1, 12)


def _point(date: Date) -> tuple[int, int, int]:
    return date.year, date.month or 0, date.day or 0


def _only_year(volume: str | None) -> int | None:
    """Return a volume that is a year."""
    return int(volume) if volume is not None and _YEAR.fullmatch(volume) else None


def _year_of_event(entry: Entry) -> int | None:
    """Return the one year that the names of the conference and its proceedings hold."""
    named = f"{entry.event_title or ''} {entry.container_title or ''}"[:1_000]
    years = set(_YEAR.findall(named))
    is_of_event = entry.type is ItemType.PAPER_CONFERENCE
    return int(years.pop()) if is_of_event and len(years) == 1 else None


def _of_places(entry: Entry) -> Iterator[tuple[str, str]]:
    pages = _PAGES.fullmatch((entry.page or "").strip())
    if pages is not None and int(pages[2]) < int(pages[1]) and len(pages[2]) >= len(pages[1]):
        yield "page", f"the pages run backwards: {entry.page}"
    known = entry.identifiers
    registered = parse_arxiv(known.doi) if known.doi and "arxiv" in known.doi.lower() else None
    if registered and known.arxiv and registered.id != known.arxiv.id:
        yield "identifiers", f"two numbers of arXiv: {known.arxiv.id} / {registered.id}"


def _of_names(entry: Entry) -> Iterator[tuple[str, str]]:
    for field in PEOPLE:
        names: tuple[Name, ...] = getattr(entry, field)
        if any(not _written(name) for name in names):
            yield field, "a name is empty"
        elif any(ascii_key(_written(name)) in tables().hidden for name in names):
            yield field, "a name is hidden"
        elif len(names) > 1 and len(set(names)) == 1:
            yield field, f"one name {len(names)} times"


def _written(name: Name) -> str:
    return "".join(filter(None, (name.given, name.family, name.literal))).strip()


def _of_texts(entry: Entry) -> Iterator[tuple[str, str]]:
    key = title_key(entry.title) if entry.title else ""
    if entry.title is not None and not key:
        yield "title", "the title has no letters"
    if key and entry.container_title and title_key(entry.container_title) == key:
        yield "container_title", "title and venue are the same"
    if key and entry.abstract and title_key(entry.abstract[:2_000]) == key:
        yield "abstract", "the abstract is the title"
