"""Dates in CSL, in all the ways that programs have for them.

Source: CSL 1.0.2, "Date Fields"; csl-data.json; pandoc's manual, "Specifying bibliographic data";
citeproc-js, "Dates"; what Better BibTeX, Crossref and Zotero write.
"""

import msgspec

from refman.formats.foreign.dates import SEASONS, exact_date, read_date, tells_all
from refman.formats.foreign.json_values import list_of, mapping_of, text_of
from refman.model import Date

__all__ = ["csl_date"]

_SEASONS = {
    **SEASONS, "1": 1, "2": 2, "3": 3, "4": 4, "21": 1, "22": 2, "23": 3, "24": 4,
}  # fmt: skip
_NOT_CIRCA = {"", "0", "false", "no", "none"}
_PARTS = ("year", "month", "day")
_MOST_PARTS = 3
_LONGEST_NUMBER = 12
_TEXTS = ("edtf", "raw", "literal")
_KNOWN = {"date-parts", "season", "circa", *_TEXTS, *_PARTS}
_NO_MATTER = {"date-time", "timestamp"}
"""What Crossref writes beside ``date-parts``: when its record was made, to the second."""

_Found = tuple[Date | None, bool]
"""A date, and whether it says all that the value does."""


def csl_date(value: object) -> _Found:
    """Return the date of a variable; None where it has none that can be told."""
    if (values := list_of(value)) is not None:
        return _joined([_of_parts(each) for each in values])
    parts = mapping_of(value)
    if parts is None:
        return _read(text_of(value))
    found, is_all = _of_object(parts)
    others = {key for key, each in parts.items() if each and key not in _KNOWN | _NO_MATTER}
    return found, is_all and not others


def _of_object(parts: dict[str, object]) -> _Found:
    """Return the date of numbers, or of a text beside them where that says more."""
    found, is_all = _of_numbers(parts)
    for text in filter(None, (text_of(parts.get(key)) for key in _TEXTS)):
        read, is_read = _read(text)
        if read is not None and (found is None or _is_finer(read, found)):
            found, is_all = read, is_read
        elif not (is_read and _is_finer(found, read)):
            is_all = False
    return found, is_all


def _of_numbers(parts: dict[str, object]) -> _Found:
    points = list_of(parts.get("date-parts"))
    if points:
        if list_of(points[0]) is None:
            points = [points]
        found, is_all = _joined([_of_list(list_of(point) or [point]) for point in points])
    else:
        found, is_all = _of_list([parts.get(part) for part in _PARTS])
    if found is None:
        return None, False
    if season := text_of(parts.get("season")):
        number = _SEASONS.get(season.casefold())
        if number is not None and found.month is None:
            found = msgspec.structs.replace(found, season=number)
        else:
            is_all = False
    if text_of(parts.get("circa")).casefold() not in _NOT_CIRCA:
        found = msgspec.structs.replace(found, circa=True)
    return found, is_all


def _joined(points: list[_Found]) -> _Found:
    """Return one date, or the stretch between two; a second one without year is open."""
    (found, is_all), *others = points or [(None, False)]
    if found is None or not others:
        return found, is_all
    end, is_end = others[0]
    is_all = is_all and is_end and len(others) == 1
    if end is None:
        return msgspec.structs.replace(found, is_open=True), is_all
    return msgspec.structs.replace(found, end=end), is_all


def _of_parts(value: object) -> _Found:
    """Return the date of an object of year, month and day, as YAML has it, of a list or a text."""
    if (parts := mapping_of(value)) is not None:
        return _of_numbers(parts)
    if (point := list_of(value)) is not None:
        return _of_list(point)
    return _read(text_of(value))


def _of_list(point: list[object]) -> _Found:
    """Return the date of [year, month, day]; what follows a part that is missing does not count.

    A year before Christ is counted backwards from 1, as historians do, and not from 0.
    """
    numbers = [_number(part) for part in point]
    while numbers and not numbers[-1]:
        numbers.pop()
    is_whole = all(numbers) and len(numbers) <= _MOST_PARTS
    year, month, day = (*numbers, None, None, None)[:_MOST_PARTS]
    if not year:
        return None, not any(text_of(part).strip("0") for part in point)
    found = exact_date(year if year > 0 else year + 1, month, day)
    return (found, is_whole) if found is not None else (Date(year), False)


def _number(part: object) -> int | None:
    text = text_of(part).removesuffix(".0")
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        return int(text)
    except ValueError:
        found = read_date(f"{text} 2000")  # a month's name
        return found.month if found is not None else None


def _read(text: str) -> _Found:
    found = read_date(text)
    return found, found is not None and tells_all(text, found)


def _is_finer(one: Date | None, other: Date | None) -> bool:
    """Tell whether a date says what another does, and perhaps more."""
    if one is None or other is None or one.year != other.year:
        return False
    if other.end is not None and (one.end is None or not _is_finer(one.end, other.end)):
        return False
    return all(
        getattr(other, part) in (None, getattr(one, part)) for part in ("month", "day", "season")
    )
