"""What a check says: a finding, its place, and how it can be put right."""

from enum import Enum

import msgspec

from refman.model import Span

__all__ = ["Finding", "Found", "Replacement", "Severity"]


class Severity(Enum):
    """Tell how bad a finding is.

    An error loses or breaks something; a warning is most likely wrong; a note is worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Replacement(msgspec.Struct, frozen=True):
    """Hold a text that is to stand in a span's place."""

    span: Span
    text: str


class Found(msgspec.Struct, frozen=True):
    """Hold what one rule found.

    Attributes:
        span: what it is about.
        message: one sentence for people, without full stop.
        fix: replacements that put it right and change nothing else; empty where a person must.
    """

    span: Span
    message: str
    fix: tuple[Replacement, ...] = ()


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a finding with all that its reader needs.

    Attributes:
        rule: the rule's name.
        citekey: of the entry; None where it has none, or the finding is about no entry.
        line: in the file, from 1.
        span: in the decoded text.
        fix: see Found.
    """

    rule: str
    severity: Severity
    citekey: str | None
    line: int
    span: Span
    message: str
    fix: tuple[Replacement, ...] = ()
