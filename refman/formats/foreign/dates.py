"""Dates as programs for references write them: EDTF, words, stretches of time."""

import re
from datetime import date

import msgspec

from refman.model import Date
from refman.normalise import fold_blanks, parse_date

__all__ = ["SEASONS", "exact_date", "read_date", "tells_all"]

SEASONS = {
    "spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4,
    "printemps": 1, "été": 2, "automne": 3, "hiver": 4,
    "frühling": 1, "frühjahr": 1, "sommer": 2, "herbst": 3,
    "primavera": 1, "verano": 2, "otoño": 3, "invierno": 4,
}  # fmt: skip
"""Words for seasons, in small letters -> their number in CSL."""

_LONGEST = 80
_CIRCA = re.compile(r"(?:circa|ca\.?|c\.|about|approx\.?)\s*|~\s?", re.IGNORECASE)
_DOUBT = "~?%"
_POINT = re.compile(r"(-?\d{4,5})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_SEASON = re.compile(r"([^\W\d_]+),?\s(\d{1,4})|(\d{4}),?\s([^\W\d_]+)")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[/.](\d{4})", re.ASCII)
_TIME = re.compile(r"(?<=\d)(?:T|\s)\d\d?:\d\d.*\Z")
_BETWEEN = re.compile(r"\s?(?:--|[–—])\s?|\s-\s")
_OPEN = {"", "..", "present"}
_NUMBER = re.compile(r"\d+")
_SEASON_MONTHS = ((21, 24), (13, 16))
_ANY_LEAP_YEAR = 2000


def read_date(text: str) -> Date | None:
    """Return the date that a text is, or None; what it surely tells, see ``parse_date``.

    Takes EDTF of levels 0 and 1 (``2011-05-25~/2012-06``, ``2024-21``, ``2014-12-31/``), words
    ("circa 1984", "Spring 2024/Summer 2024", "01/2020"), a time of day behind the date, and what
    pages write.

    Source: ISO 8601-2:2019 (EDTF); what Zotero and Better BibTeX write.
    """
    if len(text) > _LONGEST:
        return None
    text = _TIME.sub("", fold_blanks(text))
    if (found := _point(text)) is not None:
        return found
    begin, parted, finish = _BETWEEN.sub("/", text).partition("/")
    first = _point(begin) if parted else None
    if first is not None and finish.strip().casefold() in _OPEN:
        return msgspec.structs.replace(first, is_open=True)
    if first is not None and (last := _point(finish)) is not None:
        return msgspec.structs.replace(first, end=last)
    return parse_date(text)


def tells_all(text: str, found: Date) -> bool:
    """Tell whether a date says all that its text does, but for the time of day."""
    points = [found] if found.end is None else [found, found.end]
    told = len(points) * 4 - sum(
        [point.month, point.day, point.season].count(None) for point in points
    )
    numbers = _NUMBER.findall(_TIME.sub("", fold_blanks(text)))
    return len([number for number in numbers if number.strip("0")]) <= told


def exact_date(year: int, month: int | None = None, day: int | None = None) -> Date | None:
    """Return a date if the calendar has it; month 21 to 24, or 13 to 16, is a season.

    Source: EDTF, 2.2.1; citeproc-js, "Dates", for 13 to 16.
    """
    for first, last in _SEASON_MONTHS:
        if month is not None and first <= month <= last and not day:
            return Date(year, season=month - first + 1)
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    try:
        date(_ANY_LEAP_YEAR if is_leap else _ANY_LEAP_YEAR + 1, month or 1, day or 1)
    except ValueError:
        return None
    return Date(year, month or None, (day or None) if month else None)


def _point(text: str) -> Date | None:
    """Return one date, of EDTF or with a word before it, perhaps a guess."""
    text = text.strip()
    doubt = _CIRCA.match(text)
    bare = (text[doubt.end() :] if doubt else text).rstrip(_DOUBT)
    found = _known_point(bare) or (parse_date(bare) if bare != text else None)
    if found is not None and bare != text:
        return msgspec.structs.replace(found, circa=True)
    return found


def _known_point(text: str) -> Date | None:
    if found := _POINT.fullmatch(text):
        return exact_date(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    if found := _MONTH_YEAR.fullmatch(text):
        return Date(int(found[2]), int(found[1]))
    if found := _SEASON.fullmatch(text):
        season = SEASONS.get((found[1] or found[4]).casefold())
        return Date(int(found[2] or found[3]), season=season) if season else None
    return None
