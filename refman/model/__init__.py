"""Records without behaviour beyond their own consistency."""

from refman.model.dates import Date
from refman.model.draft import Draft, LeftOver, Listing
from refman.model.entry import Attachment, Citekey, Entry, ItemType, Keyword, Status
from refman.model.identifiers import (
    Arxiv,
    ArxivId,
    Doi,
    Identifiers,
    Isbn,
    OpenReviewId,
    Pmid,
)
from refman.model.link import Link, LinkKind, LinkState, Span
from refman.model.names import Name
from refman.model.provenance import Provenance
from refman.model.record import Problem, Record

__all__ = [
    "Arxiv",
    "ArxivId",
    "Attachment",
    "Citekey",
    "Date",
    "Doi",
    "Draft",
    "Entry",
    "Identifiers",
    "Isbn",
    "ItemType",
    "Keyword",
    "LeftOver",
    "Link",
    "LinkKind",
    "LinkState",
    "Listing",
    "Name",
    "OpenReviewId",
    "Pmid",
    "Problem",
    "Provenance",
    "Record",
    "Span",
    "Status",
]
