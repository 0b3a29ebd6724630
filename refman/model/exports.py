"""What was given out of a library: to which file or program, and when."""

from datetime import datetime

import msgspec

from refman.model.changes import EntryId

__all__ = ["Export"]


class Export(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Tell that an entry was given out; the last time for each target.

    Attributes:
        id: the entry's.
        target: "file:/papers/refs.bib", "zotero:local:8f3a…/users/0".
        at: when, in UTC.
        key: of the record that it became there, where it has one.
        data: what was given, in JSON, where the target may hold something else later.
    """

    id: EntryId
    target: str
    at: datetime
    key: str | None = None
    data: bytes | None = None
