"""Where a value came from."""

from datetime import datetime
from typing import Literal

import msgspec

__all__ = ["USER", "Provenance", "SourceName"]

USER = "user"
"""The source of what a person said."""

SourceName = Literal[
    "arxiv",
    "crossref",
    "datacite",
    "dblp",
    "hf_papers",
    "openalex",
    "openreview",
    "semantic_scholar",
]
"""The services that a look-up may ask; a test holds them against those that there are."""


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
