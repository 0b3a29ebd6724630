"""Where a value came from."""

from datetime import datetime

import msgspec

__all__ = ["USER", "Provenance"]

USER = "user"
"""The source of what a person said."""


class Provenance(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Say where a field's value came from.

    Attributes:
        source: a listing's name, a service's name, or "user".
        span: where it stands in that listing.
        score: 0 to 1, how sure that source's value is; None where nobody judged it.
        at: when it was taken, with a time zone.
    """

    source: str
    span: tuple[int, int] | None = None
    score: float | None = None
    at: datetime | None = None
