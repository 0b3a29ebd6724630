"""Records without behaviour beyond their own consistency."""

from refman.model.changes import (
    Add,
    Bin,
    Change,
    ChangeSet,
    Edit,
    EntryId,
    Holding,
    Keep,
    KeptKind,
    ListingId,
    Remove,
    edit_of,
    edited,
)
from refman.model.dates import Date
from refman.model.draft import SURE, Draft, LeftOver, Listing
from refman.model.entry import Attachment, Citekey, Entry, ItemType, Keyword, Status
from refman.model.exports import Export
from refman.model.identifiers import (
    Arxiv,
    ArxivId,
    Doi,
    Identifiers,
    Isbn,
    OpenReviewId,
    Pmid,
)
from refman.model.link import Link, LinkKind, LinkState, Repository, Span
from refman.model.names import Name
from refman.model.proposals import Candidate, Decision, Match, Outcome, Proposal, Reason
from refman.model.provenance import Provenance
from refman.model.record import Problem, Record, WantedRecord

__all__ = [
    "SURE",
    "Add",
    "Arxiv",
    "ArxivId",
    "Attachment",
    "Bin",
    "Candidate",
    "Change",
    "ChangeSet",
    "Citekey",
    "Date",
    "Decision",
    "Doi",
    "Draft",
    "Edit",
    "Entry",
    "EntryId",
    "Export",
    "Holding",
    "Identifiers",
    "Isbn",
    "ItemType",
    "Keep",
    "KeptKind",
    "Keyword",
    "LeftOver",
    "Link",
    "LinkKind",
    "LinkState",
    "Listing",
    "ListingId",
    "Match",
    "Name",
    "OpenReviewId",
    "Outcome",
    "Pmid",
    "Problem",
    "Proposal",
    "Provenance",
    "Reason",
    "Record",
    "Remove",
    "Repository",
    "Span",
    "Status",
    "WantedRecord",
    "edit_of",
    "edited",
]
