"""Dates as programs for references write them: EDTF, figures, words, stretches of time.

Source: ISO 8601-2:2019 (EDTF); RIS Format Specifications (2001), "PY"; NLM, "MEDLINE/PubMed Data
Element Descriptions", "Date of Publication"; what Zotero and Better BibTeX write.
"""

import re
from datetime import date

import msgspec

from refman.model import Date
from refman.normalise import fold_blanks, parse_date
from refman.normalise.dates import MONTH_NAME, month_number

__all__ = ["SEASONS", "exact_date", "leaves_words", "read_date", "tells_all", "year_in"]

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
_EDTF = re.compile(r"(-?\d{4,5})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_FIGURES = re.compile(r"((?:1[4-9]|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_SEASON = re.compile(r"([^\W\d_]+)\.?,?\s(-?\d{1,5})|(\d{4}),?\s([^\W\d_]+)")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[/.](\d{4})", re.ASCII)
_TIME = re.compile(r"(?<=\d)(?:T|\s)\d\d?:\d\d.*\Z")
_BETWEEN = re.compile(r"\s?(?:--|[–—])\s?|\s-\s")
_OPEN = {"", "..", "present"}
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<![\w.-])(?:1[4-9]|20)\d\d(?![\w.-])", re.ASCII)
_SLASHES = re.compile(
    r"(?P<year>-?\d{4,5})/(?P<month>\d{0,2}|[A-Za-z]{3,9})"
    r"(?:/(?P<day>\d{0,2}))?(?:/(?P<other>.*))?",
    re.ASCII,
)
_OTHER = re.compile(
    r"(?P<doubt>circa)?\s?(?P<season>[a-z]+)??\s?(?:to (?P<end>\S+))?", re.IGNORECASE
)
_WORD = rf"(?:{MONTH_NAME}|spring|summer|autumn|fall|winter)"
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})\s(?P<month>{_WORD})\.?(?:\s(?P<day>\d\d?))?"
    rf"(?:\s?[-\u2013/]\s?(?:(?P<year2>\d{{4}})\b\s?)?(?P<month2>{_WORD})?\.?(?:\s?(?P<day2>\d\d?))?)?",
    re.IGNORECASE | re.ASCII,
)
_SEASON_MONTHS = ((21, 24), (13, 16))
_NO_EDTF_MONTHS = range(13, 21)
_ANY_LEAP_YEAR = 2000


def read_date(text: str, *, slashes: bool = False) -> Date | None:
    """Return the date that a text is, or None where it is none, or more than one.

    Takes EDTF of levels 0 and 1 (``2011-05-25~/2012-06``, ``2024-21``, ``2014-12-31/``),
    ``20190312``, words ("circa 1984", "Spring 2024/Summer 2024", "01/2020"), MEDLINE's
    "1998 Dec 1-15", a time of day behind the date, and whatever ``parse_date`` takes.

    Args:
        text: as written.
        slashes: the text may be one of RIS, "year/month/day/other" with empty or zero parts.
            Behind the third slash a season, "circa" and "to 2025-06" count; other words say
            nothing ("2019/03//Epub" is March), see ``leaves_words``.
    """
    if len(text) > _LONGEST:
        return None
    text = fold_blanks(text)
    if slashes and (found := _SLASHES.fullmatch(text)):
        return _slashed(found)
    text = _TIME.sub("", text.rstrip("/") if slashes else text)
    if figures := _FIGURES.fullmatch(text):
        return exact_date(*map(int, figures.groups()))
    if (point := _point(text)) is not None:
        return point
    if worded := _YEAR_FIRST.fullmatch(text):
        return _year_first(worded)
    return _stretch(text) or parse_date(text)


def tells_all(text: str, found: Date) -> bool:
    """Tell whether a date says all that its text does, but for the time of day."""
    points = [found] if found.end is None else [found, found.end]
    told = len(points) * 4 - sum(
        [point.month, point.day, point.season].count(None) for point in points
    )
    bare = _TIME.sub("", fold_blanks(text))
    if _FIGURES.fullmatch(bare):
        return True
    return len([number for number in _NUMBER.findall(bare) if number.strip("0")]) <= told


def leaves_words(text: str) -> bool:
    """Tell whether a date in slashes has words that it does not hold: "2019/03//Epub"."""
    found = _SLASHES.fullmatch(fold_blanks(text))
    if found is None or not found["other"]:
        return False
    said = _OTHER.fullmatch(found["other"].strip())
    return said is None or (said["season"] or "spring").lower() not in SEASONS


def year_in(text: str) -> Date | None:
    """Return the one year that stands among other words, or None: "Article 10 2019" has 2019."""
    years = set(_YEAR.findall(text[:_LONGEST]))
    return Date(int(years.pop())) if len(years) == 1 else None


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
    except (ValueError, OverflowError):
        return None
    return Date(year, month or None, (day or None) if month else None)


def _stretch(text: str) -> Date | None:
    """Return the time between two dates, or since one."""
    begin, parted, finish = _BETWEEN.sub("/", text).partition("/")
    first = _point(begin) if parted else None
    if first is None:
        return None
    if finish.strip().casefold() in _OPEN:
        return msgspec.structs.replace(first, is_open=True)
    last = _point(finish)
    return None if last is None else msgspec.structs.replace(first, end=last)


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
    if found := _EDTF.fullmatch(text):
        month = int(found[2] or 0)
        is_known = month not in _NO_EDTF_MONTHS  # "2014-15" is a school year
        return exact_date(int(found[1]), month, int(found[3] or 0)) if is_known else None
    if found := _MONTH_YEAR.fullmatch(text):
        return Date(int(found[2]), int(found[1]))
    if found := _SEASON.fullmatch(text):
        season = SEASONS.get((found[1] or found[4]).casefold())
        return Date(int(found[2] or found[3]), season=season) if season else None
    return None


def _slashed(found: re.Match[str]) -> Date | None:
    year, month, day = int(found["year"]), found["month"], int(found["day"] or 0)
    if month.isalpha():
        point = _named(year, month, day)
    else:
        point = exact_date(year, int(month or 0), day) if int(month or 0) or not day else None
    said = _OTHER.fullmatch((found["other"] or "").strip())
    if point is None or said is None:
        return point
    season = SEASONS.get((said["season"] or "").lower())
    if season is not None and point.month is None:
        point = msgspec.structs.replace(point, season=season)
    end = said["end"]
    last = _point(end) if end else None
    return msgspec.structs.replace(
        point, circa=said["doubt"] is not None, end=last, is_open=end == ".."
    )


def _year_first(found: re.Match[str]) -> Date | None:
    """Return MEDLINE's "1998 Dec 1-15", "2019 Mar-Apr", "2018 Dec 30-2019 Jan 2"."""
    first = _named(int(found["year"]), found["month"], int(found["day"] or 0))
    if first is None or not (found["year2"] or found["month2"] or found["day2"]):
        return first
    year, month = found["year2"] or found["year"], found["month2"] or found["month"]
    last = _named(int(year), month, int(found["day2"] or 0))
    return None if last is None else msgspec.structs.replace(first, end=last)


def _named(year: int, word: str, day: int) -> Date | None:
    """Return the date of a month or season by its name; a word that begins like one is it."""
    if (season := SEASONS.get(word.lower())) is not None:
        return None if day else Date(year, season=season)
    month = month_number(word)
    return None if month is None else exact_date(year, month, day)
