"""Dates that may lack their month and day."""

import msgspec

__all__ = ["Date"]


class Date(msgspec.Struct, frozen=True, omit_defaults=True, gc=False, order=True):
    """Hold a date of the Gregorian calendar as far as it is known.

    ``month`` is 1 to 12; ``day`` is 1 to 31 and only set where ``month`` is.

    Source: CSL 1.0.2, "Date Fields"; ISO 8601-2 (EDTF) level 0.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Return the date as ISO 8601 at its own precision: 2025, 2025-06 or 2025-06-23."""
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
