"""Dates as reference files write them, in figures, words and EDTF."""

import re

import msgspec

from refman.model import Date
from refman.normalise import fold_blanks, parse_date

__all__ = ["leaves_words", "read_date", "year_in"]

_LONGEST = 60
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_FIRST_SEASON, _LAST_SEASON = 21, 24
_MOST_MONTH, _MOST_DAY = 12, 31

_WORD = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter)"
)
_EDTF = re.compile(
    r"(?P<year>-?\d{4,5})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<doubt>[~?%]?)", re.ASCII
)
_FIGURES = re.compile(r"(?P<year>(?:1[4-9]|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)", re.ASCII)
_SLASHES = re.compile(
    r"(?P<year>-?\d{4,5})/(?P<month>\d{0,2}|[A-Za-z]{3,9})"
    r"(?:/(?P<day>\d{0,2}))?(?:/(?P<other>.*))?",
    re.ASCII,
)
_OTHER = re.compile(
    r"(?P<doubt>circa)?\s?(?P<season>[a-z]+)??\s?(?:to (?P<end>\S+))?", re.IGNORECASE
)
_WORDED = re.compile(
    rf"(?P<year>\d{{4}})\s(?P<month>{_WORD})\.?(?:\s(?P<day>\d\d?))?"
    rf"(?:\s?[-\u2013/]\s?(?:(?P<year2>\d{{4}})\b\s?)?(?P<month2>{_WORD})?\.?(?:\s?(?P<day2>\d\d?))?)?",
    re.IGNORECASE | re.ASCII,
)
_SEASON_FIRST = re.compile(
    rf"(?P<month>{_WORD})\.?,?\s(?P<year>-?\d{{4,5}})", re.IGNORECASE | re.ASCII
)
_CIRCA = re.compile(r"(?:circa|ca?\.|about)\s", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w.-])(?:1[4-9]|20)\d\d(?![\w.-])", re.ASCII)


def read_date(text: str) -> Date | None:
    """Return the date that a text is, or None where it is more than that or none.

    Takes EDTF of levels 0 and 1 ("2024-21", "1984~", "2024/.."); "20190312"; the slashes of RIS
    with empty or zero parts, where behind the third one a season, "circa" and "to 2025-06" count
    ("1999///Winter") and other words say nothing ("2019/03//Epub" is March); MEDLINE's "1998 Dec
    1-15", "2019 Mar-Apr"; "Winter 2024", "circa 1984"; and whatever
    ``refman.normalise.parse_date`` takes.

    Source: RIS Format Specifications (2001), "PY"; ISO 8601-2; NLM, "MEDLINE/PubMed Data Element
    Descriptions", "Date of Publication".
    """
    folded = fold_blanks(text)
    if not folded or len(folded) > _LONGEST:
        return None
    if found := _FIGURES.fullmatch(folded):
        return _checked(*map(int, found.groups()))
    if found := _SLASHES.fullmatch(folded):
        return _slashes(found)
    return _edtf(folded) or _range(folded) or _worded(folded) or parse_date(folded)


def leaves_words(text: str) -> bool:
    """Tell whether a date in slashes has words that it does not hold: "2019/03//Epub"."""
    found = _SLASHES.fullmatch(fold_blanks(text))
    if found is None or not found["other"]:
        return False
    said = _OTHER.fullmatch(found["other"].strip())
    return said is None or (said["season"] or "spring").lower() not in _SEASONS


def year_in(text: str) -> Date | None:
    """Return the one year that stands among other words, or None: "Article 10 2019" has 2019."""
    years = set(_YEAR.findall(text[:_LONGEST]))
    return Date(int(years.pop())) if len(years) == 1 else None


def _edtf(text: str) -> Date | None:
    start, slash, end = text.partition("/")
    first = _edtf_point(start)
    if first is None or not slash:
        return first
    if end == "..":
        return msgspec.structs.replace(first, is_open=True)
    last = _edtf_point(end)
    return None if last is None else msgspec.structs.replace(first, end=last)


def _edtf_point(text: str) -> Date | None:
    found = _EDTF.fullmatch(text)
    if found is None:
        return None
    month, season = int(found["month"] or 0), None
    if _FIRST_SEASON <= month <= _LAST_SEASON and not found["day"]:
        month, season = 0, month - _FIRST_SEASON + 1
    date = _checked(int(found["year"]), month, int(found["day"] or 0))
    if date is None:
        return None
    return msgspec.structs.replace(date, season=season, circa=bool(found["doubt"]))


def _slashes(found: re.Match[str]) -> Date | None:
    year, month, day = int(found["year"]), found["month"], int(found["day"] or 0)
    is_word = month.isalpha()
    date = _named(year, month, day) if is_word else _checked(year, int(month or 0), day)
    said = _OTHER.fullmatch((found["other"] or "").strip())
    if date is None or said is None:
        return date
    season = _SEASONS.get((said["season"] or "").lower())
    if season is not None and date.month is None:
        date = msgspec.structs.replace(date, season=season)
    end = said["end"]
    last = _edtf_point(end) if end else None
    return msgspec.structs.replace(
        date, circa=said["doubt"] is not None, end=last, is_open=end == ".."
    )


def _range(text: str) -> Date | None:
    """Read "Spring 2024/Summer 2024", as Zotero shows it."""
    start, slash, end = text.partition("/")
    first = _worded(start) if slash else None
    if first is None:
        return None
    if end == "..":
        return msgspec.structs.replace(first, is_open=True)
    last = _worded(end)
    return None if last is None else msgspec.structs.replace(first, end=last)


def _worded(text: str) -> Date | None:
    if found := _CIRCA.match(text):
        date = _point(text[found.end() :])
        return None if date is None else msgspec.structs.replace(date, circa=True)
    return _point(text)


def _point(text: str) -> Date | None:
    if (date := _edtf_point(text)) is not None:
        return date
    if found := _SEASON_FIRST.fullmatch(text):
        return _named(int(found["year"]), found["month"], 0)
    found = _WORDED.fullmatch(text)
    if found is None:
        return None
    first = _named(int(found["year"]), found["month"], int(found["day"] or 0))
    if first is None or not (found["year2"] or found["month2"] or found["day2"]):
        return first
    year, month = found["year2"] or found["year"], found["month2"] or found["month"]
    last = _named(int(year), month, int(found["day2"] or 0))
    return None if last is None else msgspec.structs.replace(first, end=last)


def _named(year: int, word: str, day: int) -> Date | None:
    if (season := _SEASONS.get(word.lower())) is not None:
        return None if day else Date(year, season=season)
    key = word[:3].lower()
    return _checked(year, _MONTHS.index(key) + 1, day) if key in _MONTHS else None


def _checked(year: int, month: int, day: int) -> Date | None:
    """Return the date if its parts are in bounds; a part that is 0 is not known."""
    if month > _MOST_MONTH or day > _MOST_DAY or (day and not month):
        return None
    return Date(year, month or None, day or None)
