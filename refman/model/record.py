"""A reference as it stands in a reference file."""

import msgspec

from refman.model.entry import Entry
from refman.model.link import Span

__all__ = ["Problem", "Record", "WantedRecord"]


class Problem(msgspec.Struct, frozen=True):
    """Say what in a record could not be read as it stands, and where.

    Attributes:
        span: the characters that it is about, in the decoded text.
        why: one sentence part for people, without a full stop.
    """

    span: Span
    why: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one reference of a reference file: the entry that it gives, and its place.

    Attributes:
        entry: what the record says, in normal form; what has no place there is in its ``extra``.
        span: from the first to the last character of the record in the decoded text.
        problems: what was read in spite of a fault, in the order of the text.
    """

    entry: Entry
    span: Span
    problems: tuple[Problem, ...] = ()


class WantedRecord(Record, frozen=True, kw_only=True):
    """Hold one that a person wants as an entry of its own, whatever it is alike to."""
