"""What a look-up found for an entry: the records that it may be, weighed, with their reasons."""

from datetime import datetime
from enum import Enum

import msgspec

from refman.model.entry import Entry

__all__ = ["Candidate", "Decision", "Match", "Outcome", "Proposal", "Reason"]


class Decision(Enum):
    """Tell what becomes of a record, and of what was looked up; the values are for summaries."""

    ACCEPT = "accepted"
    REVIEW = "to review"
    REJECT = "not found"
    FAILED = "failed"  # of what was looked up only: no source could be asked


class Outcome(Enum):
    """Name what may become of an entry that was looked up."""

    ACCEPTED = "accepted"  # and merged with the records that are it
    UNCHANGED = "unchanged"  # its records are known, and say nothing new
    REVIEW = "to review"  # a person must choose
    NOT_FOUND = "not found"
    FAILED = "failed"  # not every source could be asked, and nothing was found


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a source's record of a paper that may be the one that was asked for.

    Attributes:
        source: the name of the source.
        entry: the record in normal form, its identifiers set, its provenance empty.
        record_url: where a person can look at the record.
        at: when the source answered, with a time zone.
    """

    source: str
    entry: Entry
    record_url: str | None = None
    at: datetime | None = None


class Reason(msgspec.Struct, frozen=True):
    """Say what one field says of whether a record is the work that was looked for.

    Attributes:
        field: "title", "abstract", "authors", "year", "identifiers", "venue", "details", "type" or
            "sources"; see [weights] of ``resources/lookup.toml``.
        weight: the share of the doubt, or where it speaks against, of the score, that the field
            may take away; 0 to 1.
        value: 1 where it agrees wholly, -1 where it contradicts, 0 where it tells nothing.
        why: in words, for people.
    """

    field: str
    weight: float
    value: float
    why: str


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a record with what was found of it.

    Attributes:
        candidate: the record.
        score: 0 to 1, how much speaks for it; for the order, and for people.
        reasons: of each field that is known in both, the weightiest first.
        decision: ACCEPT, REVIEW or REJECT.
        why: what decided, in words.
        is_version: the record is another version of the work: its publication or its preprint.
        lacks: nothing contradicts it, and only more evidence is lacking.
    """

    candidate: Candidate
    score: float
    reasons: tuple[Reason, ...]
    decision: Decision
    why: str
    is_version: bool = False
    lacks: bool = False


class Proposal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold what a look-up found for an entry of a library, for a person to choose from.

    Attributes:
        at: when it was looked up, with a time zone.
        entry: as it was when it was first looked up, before anything was taken.
        outcome: what became of it by itself.
        matches: records: those accepted, those to choose from, some of the rest; each the best
            first.
        margin: how far the first one's score lies above that of the next other work; its own score
            where there is none.
        why: of the outcome, in words.
        failed: names of the sources that could not be asked for it.
        published: how many fields would change if a preprint's entry became its publication.
    """

    at: datetime
    entry: Entry
    outcome: Outcome
    matches: tuple[Match, ...] = ()
    margin: float = 0.0
    why: str = ""
    failed: tuple[str, ...] = ()
    published: int = 0
