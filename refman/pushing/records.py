"""What a push is asked, what it would do, and what it did."""

from datetime import datetime
from enum import Enum

import msgspec

from refman.exporting.wanted import Wanted
from refman.model import EntryId
from refman.zotero.records import Target, Via

__all__ = ["Asked", "Deed", "Done", "FieldChange", "Places", "Plan", "Report", "Row"]


class Asked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Say what is to be pushed, and where to.

    Attributes:
        wanted: which papers; those in the bin never are.
        via: the way; None for the best that there is: the local API where it can write, else the
            connector.
        target: the id of a target of that way, or its name for people ("My Library", "Reading/
            World models"); None for the one that is selected in Zotero, else the first that can be
            edited.
        update: change items that are in Zotero already: what is missing is filled in, and what
            still is as refman pushed it is brought up to date. What was changed in Zotero stays.
        files: send the files of this machine too, not only notes and links.
        again: add even what is in Zotero already.
    """

    wanted: Wanted
    via: Via | None = None
    target: str | None = None
    update: bool = True
    files: bool = True
    again: bool = False


class Places(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Tell what Zotero answered, and where items may go.

    Attributes:
        via, label: the way, and who answers: "Zotero 10.0.1 on this computer".
        targets: in the order in which they are shown.
        can_read, can_change: what this way can; see ``refman.zotero.records.Way``.
        remarks: for people: what could be done better, and how ("Zotero 9 cannot change items …").
    """

    via: Via
    label: str
    targets: tuple[Target, ...]
    can_read: bool
    can_change: bool
    remarks: tuple[str, ...] = ()


class Deed(Enum):
    """Name what is done with a paper."""

    NEW = "new"
    UPDATE = "update"
    SKIP = "skip"


class FieldChange(msgspec.Struct, frozen=True, omit_defaults=True):
    """Tell of one value of an item; ``field`` by Zotero's name, values as text for people."""

    field: str
    before: str
    after: str


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Tell what is done with one paper.

    Attributes:
        id: the entry's.
        citekey, title: as the library has them.
        deed: what is done.
        why: a sentence part for people: "the same DOI", "it is there as it is here".
        key, version: of the item that is there.
        changes: of its fields, where it is changed.
        gains: what else it gains: "2 links", "the tag world model".
        kept: what Zotero has otherwise, and keeps: "title: was changed in Zotero".
        left: what cannot be sent of it: "the file x.pdf: it is not there".
    """

    id: EntryId
    citekey: str
    title: str
    deed: Deed
    why: str
    key: str | None = None
    version: int | None = None
    changes: tuple[FieldChange, ...] = ()
    gains: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


class Plan(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Tell what a push would do; nothing was done yet.

    Attributes:
        places: who answers.
        target: where items go.
        rows: one a paper, in the library's order.
        losses: feature, how many of it Zotero does not hold, why; most first.
    """

    places: Places
    target: Target
    rows: tuple[Row, ...]
    losses: tuple[tuple[str, int, str], ...] = ()


class Done(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Tell what became of one paper.

    Attributes:
        id, citekey, title: as in the plan.
        deed: what was to be done.
        key: of its item in Zotero; None where the way does not tell it.
        fault: why it was not done; None where it was.
        may_pass: the same may work later.
        left: what was not taken of it, a sentence part each.
    """

    id: EntryId
    citekey: str
    title: str
    deed: Deed
    key: str | None = None
    fault: str | None = None
    may_pass: bool = False
    left: tuple[str, ...] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Tell what a push did.

    Attributes:
        at: when it ended, in UTC.
        label: who answered.
        target: where items went.
        done: one a paper that was to be pushed, skipped ones too, in the library's order.
        losses: as in the plan.
        stopped: why it ended early; None where it did not. What is not in ``done`` then was not
            tried.
        saved: the file in which this report is kept.
    """

    at: datetime
    label: str
    target: Target
    done: tuple[Done, ...]
    losses: tuple[tuple[str, int, str], ...] = ()
    stopped: str | None = None
    saved: str | None = None
