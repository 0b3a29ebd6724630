"""A date in BibTeX's three fields: year, month, day, of which each may be a range."""

import functools

from refman.formats.dates import SEASONS
from refman.model import Date

__all__ = ["MONTHS", "date_fields"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every style knows, and can put into words."""

_TO = "--"


@functools.lru_cache(4096)
def date_fields(date: Date) -> tuple[tuple[str, str], ...]:
    r"""Return ("year" | "month" | "day", value) in this order, for what is known.

    2004 to 2006 is ``2004--2006``, one that goes on ``2004--``, an uncertain one ``ca. 2004``.
    A month is an expression: ``jun``, ``jun # "--" # aug``, ``"Winter"``. Where parts of the end
    are the same as the start's, they stand once.

    Source: "BibTeXing" (Patashnik 1988), 3.2; "Tame the BeaST" (Markey 2009), 6.
    """
    end = date.end or date
    year = f"ca. {date.year}" if date.circa else str(date.year)
    if date.is_open:
        year += _TO
    elif end.year != date.year:
        year += f"{_TO}{end.year}"
    fields = [("year", year)]
    start_month, end_month = _month(date), _month(end)
    months_differ = end_month != start_month or end.year != date.year
    if start_month and end_month and months_differ:
        fields.append(("month", f'{start_month} # "{_TO}" # {end_month}'))
    elif start_month:
        fields.append(("month", start_month))
    if date.day is not None:
        is_range = end.day is not None and (months_differ or end.day != date.day)
        fields.append(("day", f"{date.day}{_TO}{end.day}" if is_range else str(date.day)))
    return tuple(fields)


def _month(date: Date) -> str:
    if date.season is not None:
        return f'"{SEASONS[date.season - 1]}"'
    return MONTHS[date.month - 1] if date.month is not None else ""
