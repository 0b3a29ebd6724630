"""Names that registries gave to a paper."""

from typing import NewType

import msgspec

__all__ = ["Arxiv", "ArxivId", "Doi", "Identifiers", "Isbn", "OpenReviewId", "Pmid"]

Doi = NewType("Doi", str)
"""A DOI name without resolver or prefix, as registered: ``10.1109/CVPR52733.2024.01771``."""

ArxivId = NewType("ArxivId", str)
"""An arXiv number without prefix and version: ``2506.18701`` or ``math.GT/0309136``."""

OpenReviewId = NewType("OpenReviewId", str)
"""The ``id`` of an OpenReview forum: ``r1lZ7AEKvB``."""

Isbn = NewType("Isbn", str)
"""An ISBN of 10 or 13 digits without hyphens."""

Pmid = NewType("Pmid", str)
"""A PubMed number; never taken from a bare number in a text."""


class Arxiv(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Hold an arXiv number with its version and primary class, where they are known."""

    id: ArxivId
    version: int | None = None
    primary_class: str | None = None

    @property
    def url(self) -> str:
        """The abstract page, without version."""
        return f"https://arxiv.org/abs/{self.id}"

    @property
    def pdf_url(self) -> str:
        """The PDF of the newest version."""
        return f"https://arxiv.org/pdf/{self.id}"

    @property
    def doi(self) -> Doi:
        """The DOI that DataCite holds for it.

        Source: https://info.arxiv.org/help/doi.html
        """
        return Doi(f"10.48550/arXiv.{self.id}")


class Identifiers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Hold the paper's own identifiers, each in its canonical form."""

    doi: Doi | None = None
    arxiv: Arxiv | None = None
    openreview: OpenReviewId | None = None
    isbn: Isbn | None = None
    pmid: Pmid | None = None
    dblp: str | None = None
    semantic_scholar: str | None = None
    openalex: str | None = None
