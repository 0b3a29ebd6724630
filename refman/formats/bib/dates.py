"""Dates of .bib files: BibLaTeX's whole ones, BibTeX's in three fields, and what people write.

Source: the biblatex manual, 2.3.8; "BibTeXing" (Patashnik 1988), 3.2; ISO 8601-2:2019, 4.
"""

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from refman.formats.crosswalk import rows
from refman.formats.foreign.dates import exact_date
from refman.formats.foreign.whole_dates import whole_date
from refman.model import Date

__all__ = ["date_of_parts", "whole_date"]

_LONGEST = 80
_REMEMBERED = 1024

_YEAR = re.compile(
    r"[\[(<]?\s*(?:c|©|copyright|\(c\))?\s?(-?\d{3,4}|-\d{1,5})\s*(\?)?\s*[\])>]?\s*(\?)?",
    re.ASCII | re.IGNORECASE,
)
_YEARS = re.compile(r"(\d{4})\s?[-–—/]{1,3}\s?(\d{4}|\d\d)", re.ASCII)
_LAST_MONTH = 12

_WORD = re.compile(r"[^\W\d_]+|\d+|[-–—/&+,]+")
_TO = re.compile(r"[-–—/&+,]+")
_ENDINGS = frozenset(("st", "nd", "rd", "th", "of", "the", "de", "and", "und", "et", "y"))
_DAYS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s?[-–—/]{1,3}\s?(\d{1,2})(?:st|nd|rd|th|\.)?)?"
)
_SHORTEST_NAME = 3


def date_of_parts(year: str, month: str, day: str) -> tuple[Date | None, frozenset[str]]:
    """Return the date of BibTeX's three fields, and the names of those that it does not say.

    Each may be a range ("2004--2006", "jun--aug", "30--2"); a month may be a season or hold a day.

    Args:
        year: decoded, on one line, as the others; empty where there is none.
        month: its name, or its number.
        day: its number.
    """
    is_short = len(year) + len(month) + len(day) < _LONGEST
    return (_remembered if is_short else _of_parts)(year, month, day)


def _of_parts(year: str, month: str, day: str) -> tuple[Date | None, frozenset[str]]:
    named = {"year": year, "month": month, "day": day}
    written = frozenset(name for name, text in named.items() if text)
    date, is_all = _year(year)
    if date is None:
        return None, written
    unsaid = written if not is_all else written - {"year"}
    is_whole = date.month is not None or date.season is not None
    parts = None if is_whole else _month(month) if month else _Month()
    if parts is None:
        return date, unsaid
    days = _DAYS.fullmatch(day) if parts.first and parts.first_day is None else None
    if days is not None:
        parts = parts._replace(first_day=int(days[1]), last_day=int(days[2]) if days[2] else None)
    joined = _joined(date, parts)
    if joined is None:
        return date, unsaid
    return joined, unsaid - {"month", "day"} if days is not None else unsaid - {"month"}


_remembered = functools.lru_cache(_REMEMBERED)(_of_parts)


def _year(text: str) -> tuple[Date | None, bool]:
    if len(text) > _LONGEST:
        return None, False
    if found := _YEAR.fullmatch(text):
        return Date(int(found[1]), circa=bool(found[2] or found[3])), True
    if found := _YEARS.fullmatch(text):
        first, last = found.groups()
        is_month = len(last) < len(first) and 1 <= int(last) <= _LAST_MONTH and "-" in text
        if not is_month:
            end = int(last) if len(last) == len(first) else int(first[:2] + last)
            if end > int(first):
                return Date(int(first), end=Date(end)), True
    return whole_date(text)


class _Month(NamedTuple):
    """Hold what a month's field says; None for what it does not."""

    first: int | None = None
    first_day: int | None = None
    last: int | None = None
    last_day: int | None = None
    season: int | None = None
    last_season: int | None = None


def _month(text: str) -> _Month | None:
    """Return what "jun", "6", "1 jan", "Jan.--Feb.", "May 12-15" or "Winter" says, or None."""
    if len(text) > _LONGEST:
        return None
    sides: list[list[str]] = [[]]
    for word in _WORD.findall(text):
        if _TO.fullmatch(word):
            sides.append([])
        elif word.lower() not in _ENDINGS:
            sides[-1].append(word.lower())
    sides = [side for side in sides if side]
    if not 1 <= len(sides) <= 2:  # noqa: PLR2004 - a start and an end
        return None
    read = [_side(side) for side in sides]
    if any(side is None for side in read):
        return None
    first, last = read[0], read[-1]
    assert first is not None
    assert last is not None
    if len(read) == 1:
        month, day, season = first
        if month is None and season is None:
            month, day = day, None
        return _checked_month(_Month(month, day, season=season))
    return _range(first, last)


_Side = tuple[int | None, int | None, int | None]
"""Month, day, season."""


def _side(words: list[str]) -> _Side | None:
    month = day = season = None
    for word in words:
        if word.isdecimal():
            if day is not None or len(word) > 2:  # noqa: PLR2004 - figures of a day
                return None
            day = int(word)
        else:
            number, is_season = _names().get(word) or _names().get(
                word[:_SHORTEST_NAME], (0, False)
            )
            if not number or month or season:
                return None
            month, season = (None, number) if is_season else (number, None)
    return month, day, season


def _range(first: _Side, last: _Side) -> _Month | None:
    month, day, season = first
    last_month, last_day, last_season = last
    if season and last_season and not (day or last_day):
        return _Month(season=season, last_season=last_season)
    if season or last_season:
        return None
    if month is None and last_month is None:  # "6-8"
        return _checked_month(_Month(day, last=last_day))
    if month is None:  # "12-15 May"
        return _checked_month(_Month(last_month, day, last_month, last_day))
    if last_month is None:  # "May 12-15"
        return _checked_month(_Month(month, day, month, last_day)) if day else None
    return _checked_month(_Month(month, day, last_month, last_day))


def _checked_month(parts: _Month) -> _Month | None:
    months = (parts.first, parts.last)
    if any(month is not None and not 1 <= month <= _LAST_MONTH for month in months):
        return None
    return parts


def _joined(date: Date, parts: _Month) -> Date | None:
    """Return a date of years with months and days; None where the calendar has no such day."""
    if parts.season is not None:
        end = None
        if parts.last_season is not None:
            end = Date((date.end or date).year, season=parts.last_season)
        return msgspec.structs.replace(date, season=parts.season, end=end or date.end)
    start = exact_date(date.year, parts.first, parts.first_day)
    if start is None:
        return None
    end = date.end
    if parts.last is not None or parts.last_day is not None:
        end = exact_date((date.end or date).year, parts.last or parts.first, parts.last_day)
        if end is None:
            return None
    return msgspec.structs.replace(date, month=start.month, day=start.day, end=end)


@functools.cache
def _names() -> Mapping[str, tuple[int, bool]]:
    """Return names of months and seasons in small letters -> number, and whether of a season."""
    names: dict[str, tuple[int, bool]] = {}
    for section, is_season in (("read_bib_months", False), ("read_bib_seasons", True)):
        for name, row in rows(section).items():
            names[name] = int(row["number"]), is_season
    return names
