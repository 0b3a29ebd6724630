"""Dates as pages write them."""

import re
from datetime import date

from refman.model import Date

__all__ = ["MONTH_NAME", "month_number", "parse_date"]

_LONGEST = 60
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
"""Alternatives of a pattern that takes small letters for large ones."""

_MONTH = rf"(?P<name>{MONTH_NAME})\.?"
_YEAR = r"(?P<year>1[4-9]\d\d|20\d\d|2100)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NUMBER = r"(?P<month>\d{1,2})"
_LEAD = (
    r"\W*(?:(?:published|submitted|posted|updated|released|date)(?:\s+on|:)?\s+)?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
)
_FORMS = [
    re.compile(f"{_LEAD}{form}\\W*", re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}(?P<mark>[-/.]){_NUMBER}(?P=mark){_DAY}(?:[T ][\d:.+Z-]*)?",
        rf"{_YEAR}[-/]{_NUMBER}",
        rf"(?P<day>\d{{1,2}})\.\s?{_NUMBER}\.\s?{_YEAR}",
        rf"{_YEAR}\s?年\s?{_NUMBER}\s?月(?:\s?(?P<day>\d{{1,2}})\s?日)?",
        _YEAR,
    )
]
_EITHER_WAY = re.compile(rf"{_LEAD}(\d{{1,2}})/(\d{{1,2}})/{_YEAR}\W*", re.IGNORECASE)


def parse_date(text: str) -> Date | None:
    """Return the date that a text is, as far as it surely tells, or None.

    Day and month in figures are told apart where the writing does: "2025-06-23", and "23.06.2025"
    with full stops. With slashes and the year at the end, countries differ: "23/06/2025" has one
    reading, of "06/07/2025" only the year is sure. A day without its year is None.

    Args:
        text: a date alone, perhaps behind "Published on" or a day's name; years 1400 to 2100.
    """
    if len(text) > _LONGEST:
        return None
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _dated(found)
    found = _EITHER_WAY.fullmatch(text)
    return _sure_part(int(found["year"]), int(found[1]), int(found[2])) if found else None


def month_number(name: str) -> int | None:
    """Return the number of a month by its first three letters; None where they are of none."""
    key = name[:3].casefold()
    return _MONTHS.index(key) + 1 if key in _MONTHS else None


def _dated(found: re.Match[str]) -> Date | None:
    parts = found.groupdict()
    year, name, number, day = (parts.get(key) for key in ("year", "name", "month", "day"))
    month = month_number(name) if name else int(number) if number else None
    return _checked(int(year or 0), month, int(day) if day else None)


def _checked(year: int, month: int | None, day: int | None) -> Date | None:
    """Return the date if the calendar has it."""
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Date(year, month, day)


def _sure_part(year: int, first: int, second: int) -> Date | None:
    """Return what both readings of "first/second" agree on."""
    readings = {_checked(year, first, second), _checked(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else Date(year) if readings else None
