"""Dates as pages write them."""

import re
from datetime import date

from refman.model import Date

__all__ = ["parse_date"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_LEAD = r"^\W*(?:(?:published|submitted|posted|updated|released|date)(?:\s+on|:)?\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_FORMS = [
    re.compile(_LEAD + form + r"\W*$", re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.]{_DAY}(?:[T ][\d:.+Z]*)?",
        rf"{_YEAR}[-/](?P<number>\d{{1,2}})",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}",
        rf"{_YEAR}\s?年\s?(?P<number>\d{{1,2}})\s?月(?:\s?(?P<day>\d{{1,2}})\s?日)?",
        _YEAR,
    )
]
_LONGEST = 60


def parse_date(text: str) -> Date | None:
    """Return the date that a text is, or None where it is none, or not surely one.

    Day and month in figures are told apart only where the writing does: "2025-06-23", and
    "23.06.2025" with full stops. "06/07/2025" may be either, so its day and month stay unknown and
    the whole is None. A day without its year is None.

    Args:
        text: a date alone, perhaps behind "Published on" or a day's name.
    """
    if len(text) > _LONGEST:
        return None
    for form in _FORMS:
        if found := form.match(text):
            return _checked(found.groupdict())
    return None


def _checked(parts: dict[str, str | None]) -> Date | None:
    year = int(parts["year"] or 0)
    name, number, day = parts.get("month"), parts.get("number"), parts.get("day")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(number) if number else None
    if month is None:
        return Date(year)
    try:
        date(year, month, int(day or 1))
    except ValueError:
        return None
    return Date(year, month, int(day) if day else None)
