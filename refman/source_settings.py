"""How the sources are asked, which are services of the web; the settings' own part of them."""

from typing import Annotated

import msgspec
from msgspec import Meta

__all__ = [
    "BASE_URL",
    "HIDDEN",
    "TAKES",
    "TAKES_URL",
    "Secret",
    "SourceSettings",
    "SourcesSettings",
]

HIDDEN = "(set, not shown)"

BASE_URL = r"^https?://[^\s/@?#]+[^\s@?#]*\Z"
TAKES = "takes"
"""Under which a declaration says in words what a setting takes."""
TAKES_URL = {TAKES: "an address that begins with http:// or https://, without @, ? or #"}


class Secret(str):
    """Hold a key: text as any other to a program that sends it, but not shown by ``repr``."""

    __slots__ = ()

    def __repr__(self) -> str:
        return HIDDEN


class SourceSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one source is asked."""

    base_url: Annotated[
        str,
        Meta(
            pattern=BASE_URL,
            description="where the service is asked: at its own address, or at a mirror's",
            extra=TAKES_URL,
        ),
    ]
    key: Annotated[
        Secret | None, Meta(description="the key that the service gave to you; never shown")
    ] = None
    requests_per_second: Annotated[
        float, Meta(gt=0, le=1000, description="how many requests a second it is sent")
    ] = 1.0
    concurrency: Annotated[
        int, Meta(ge=1, le=64, description="how many requests it is sent at the same time")
    ] = 1


class SourcesSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How each source is asked; the limits are those that the services tell of, without a key.

    Source: the services' documentation and the rate headers of their answers, as of 2026.
    """

    arxiv: SourceSettings = SourceSettings(
        base_url="https://export.arxiv.org", requests_per_second=0.33
    )
    crossref: SourceSettings = SourceSettings(
        base_url="https://api.crossref.org", requests_per_second=5.0
    )
    datacite: SourceSettings = SourceSettings(
        base_url="https://api.datacite.org", requests_per_second=5.0, concurrency=2
    )
    dblp: SourceSettings = SourceSettings(base_url="https://dblp.org", requests_per_second=0.5)
    github: SourceSettings = SourceSettings(
        base_url="https://api.github.com", requests_per_second=5.0
    )
    hf_papers: SourceSettings = SourceSettings(
        base_url="https://huggingface.co", requests_per_second=1.5, concurrency=2
    )
    hugging_face: SourceSettings = SourceSettings(
        base_url="https://huggingface.co", requests_per_second=1.5, concurrency=2
    )
    openalex: SourceSettings = SourceSettings(
        base_url="https://api.openalex.org", requests_per_second=5.0, concurrency=2
    )
    openreview: SourceSettings = SourceSettings(base_url="https://api2.openreview.net")
    semantic_scholar: SourceSettings = SourceSettings(base_url="https://api.semanticscholar.org")
