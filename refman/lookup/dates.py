"""Dates as services send them: parts with gaps, texts, milliseconds, years of other eras."""

from collections.abc import Sequence
from datetime import UTC, datetime

from refman.formats.foreign.dates import exact_date, read_date
from refman.model import Date

__all__ = ["date_of_moment", "date_of_parts", "date_of_text", "date_of_year"]

_BUDDHIST = 543
_BUDDHIST_YEARS = range(2401, 2701)
_YEARS = range(1000, 2101)
_MOST_DIGITS = 9
_FIRST_MOMENT_MS, _LAST_MOMENT_MS = 0, 4_102_444_800_000
"""1970 to 2100: OpenReview counts in milliseconds."""


def date_of_year(year: int | str | None) -> Date | None:
    """Return the date of a year; one of the Thai era (2549) is turned into ours (2006).

    Source: the Thai solar calendar, which is 543 years ahead.
    """
    number = _number(year)
    if number in _BUDDHIST_YEARS:
        number -= _BUDDHIST
    return Date(number) if number in _YEARS else None


def date_of_parts(parts: Sequence[int | str | None]) -> Date | None:
    """Return the date of [year, month, day]; what is not there, or no date, ends it."""
    year, month, day = (*map(_number, parts[:3]), 0, 0, 0)[:3]
    found = date_of_year(year)
    if found is None:
        return None
    return exact_date(found.year, month, day if month else 0) or _month(found, month) or found


def date_of_text(text: str | None) -> Date | None:
    """Return the date that a text is, of which a time of day is left out."""
    if text is None or (read := read_date(text.strip())) is None:
        return None
    known = date_of_year(read.year)
    if known is None or known.year == read.year:
        return read if known is not None else None
    return date_of_parts([known.year, read.month, read.day])


def date_of_moment(milliseconds: float | None) -> Date | None:
    """Return the day, in UTC, of a count of milliseconds since 1970."""
    if milliseconds is None or not _FIRST_MOMENT_MS < milliseconds < _LAST_MOMENT_MS:
        return None
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return Date(moment.year, moment.month, moment.day)


def _month(year: Date, month: int) -> Date | None:
    """Return the month where only the day is none: "2024-02-31"."""
    return exact_date(year.year, month) if month else None


def _number(part: int | str | None) -> int:
    if isinstance(part, str):
        digits = part.strip()
        is_number = digits.isdecimal() and digits.isascii() and len(digits) <= _MOST_DIGITS
        return int(digits) if is_number else 0
    return part if part is not None and part > 0 else 0
