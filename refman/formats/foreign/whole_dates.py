"""A date that stands whole in one value, of EDTF or else, and whether it is all that is said there.

Source: ISO 8601-2:2019, 4; the biblatex manual, 2.3.8.
"""

import re
import unicodedata

from refman.formats.foreign.dates import read_date, tells_all
from refman.model import Date

__all__ = ["whole_date"]

_LONGEST = 80

_UNKNOWN_YEARS = re.compile(r"(\d\d)(\d|[Xxu])[Xxu]", re.ASCII)
_UNKNOWN_PARTS = re.compile(r"(?:-[Xxu]{2}){1,2}\Z")
_OPEN_START = re.compile(r"\s*(?:\.\.)?/")


def whole_date(text: str) -> tuple[Date | None, bool]:
    """Return the date that a field holds whole, and whether that is all it says.

    Takes EDTF of levels 0 and 1, of which "199X" is a stretch of ten years, and what pages write.
    A stretch without a beginning has no place in a date.

    Args:
        text: decoded, on one line.
    """
    if len(text) > _LONGEST or _OPEN_START.match(text):
        return None, False
    if not text.isascii():
        text = "".join(map(_ascii_digit, text))
    if found := _UNKNOWN_YEARS.fullmatch(text):
        known = found[1] + (found[2] if found[2].isdecimal() else "")
        return Date(int(known.ljust(4, "0")), end=Date(int(known.ljust(4, "9")))), True
    date = read_date(_UNKNOWN_PARTS.sub("", text))
    return date, date is not None and tells_all(text, date)


def _ascii_digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
