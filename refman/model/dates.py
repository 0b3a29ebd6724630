"""Dates that may lack their month and day, be a season, a stretch of time, or a guess."""

from typing import Optional

import msgspec

__all__ = ["Date"]

_FIRST_SEASON = 20
"""EDTF numbers spring to winter 21 to 24, where a month would stand."""


class Date(msgspec.Struct, frozen=True, omit_defaults=True, gc=False, order=True):
    """Hold a date of the Gregorian calendar as far as it is known, or a stretch of time.

    Attributes:
        year: astronomical: 0 is 1 BC, -1 is 2 BC.
        month: 1 to 12.
        day: 1 to 31; only set where ``month`` is.
        season: 1 (spring) to 4 (winter); only set where ``month`` is not.
        circa: the date is uncertain or approximate.
        end: where the stretch that begins here ends; has no ``end`` of its own.
        is_open: the stretch that begins here has no end yet; never set with ``end``.

    Source: CSL 1.0.2, "Date Fields"; ISO 8601-2 (EDTF) levels 0 and 1.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    circa: bool = False
    end: Optional["Date"] = None
    is_open: bool = False

    def __str__(self) -> str:
        """Return the date in EDTF at its own precision: 2025, 2025-06~, 2024-21, 2024/2025-03."""
        start = _point(self)
        if self.end is not None:
            return f"{start}/{_point(self.end)}"
        return f"{start}/.." if self.is_open else start


def _point(date: Date) -> str:
    parts = [f"{date.year:04d}" if date.year >= 0 else f"{date.year:05d}"]
    if date.season is not None:
        parts.append(f"{_FIRST_SEASON + date.season}")
    elif date.month is not None:
        parts.append(f"{date.month:02d}")
        if date.day is not None:
            parts.append(f"{date.day:02d}")
    return "-".join(parts) + ("~" if date.circa else "")
