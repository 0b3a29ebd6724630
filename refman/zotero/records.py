"""What goes into Zotero, where to, and what became of it.

The words are Zotero's: an *item* is its record, a *collection* its folder, a *library* the user's
own or a group's. A *parcel* is all that one entry of ours becomes there.

Source: https://www.zotero.org/support/dev/web_api/v3/basics, "Item Requests";
https://www.zotero.org/support/dev/web_api/v3/write_requests.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Protocol

import msgspec

from refman.progress import Progress

__all__ = [
    "Created",
    "File",
    "Found",
    "Parcel",
    "Refused",
    "Target",
    "Via",
    "Way",
    "WebLink",
]


class Via(Enum):
    """Name the ways into Zotero."""

    LOCAL = "local"  # the local API of the running Zotero: reads; from Zotero 10 on it writes too
    CONNECTOR = "connector"  # what browsers save by: adds items, and can neither read nor change
    WEB = "web"  # api.zotero.org, by a key


class Target(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Name a library or a collection that takes items.

    Attributes:
        id: as its way calls it: "L1" and "C23" of the connector; "users/0", "groups/17",
            "users/0/collections/ABCD2345" of both APIs.
        name: for people.
        level: 0 for a library, 1 for its collections, 2 for those within them.
        editable: whether items may be added.
        selected: whether the user has it before them in Zotero.
    """

    id: str
    name: str
    level: int = 0
    editable: bool = True
    selected: bool = False


class WebLink(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold an attachment that is an address.

    Attributes:
        title: for people: "Code".
        url: absolute, http or https.
        media_type: None where it is a page.
        tags: what is there: "code", "promised".
        note: the sentence that names it; plain text.
    """

    title: str
    url: str
    media_type: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None


class File(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold an attachment that is a file of this machine; ``path`` as the entry has it."""

    title: str
    path: str
    media_type: str | None = None


class Parcel(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold what one entry is in Zotero.

    Attributes:
        item: the fields of the item as both APIs take them (``itemType``, ``title``, ``creators``,
            ``tags``, ``extra`` …), without ``key``, ``version``, ``collections``, ``relations``.
        notes: of its child notes, the HTML; the note that lists the links is the first.
        links: in the entry's order.
        files: likewise.
        collections: paths, "HF Papers/World models".
        lost: what Zotero has no place for: feature (see ``refman.formats.format.FEATURES``) -> how
            many of it.
    """

    item: Mapping[str, object]
    notes: tuple[str, ...] = ()
    links: tuple[WebLink, ...] = ()
    files: tuple[File, ...] = ()
    collections: tuple[str, ...] = ()
    lost: Mapping[str, int] = {}


class Found(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold an item that is in Zotero.

    Attributes:
        key: eight letters and digits, unique in its library.
        version: which grows with each change.
        data: its fields as an API gives them.
        library: in which it is: "users/0"; empty for the user's own.
    """

    key: str
    version: int
    data: Mapping[str, object]
    library: str = ""


class Created(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Tell of a parcel that Zotero took, or of an item that was changed.

    Attributes:
        number: its place among those that were given, from 0.
        key, version: of the item; None where the way does not tell (the connector).
        left: what was not taken of it, a sentence part each: "the file x.pdf: it is not there".
    """

    number: int
    key: str | None = None
    version: int | None = None
    left: tuple[str, ...] = ()


class Refused(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Tell of a parcel that Zotero did not take.

    Attributes:
        number: its place among those that were given, from 0.
        why: a clause for people.
        status: of HTTP, where Zotero answered; 412 says that the item was changed there meanwhile.
        may_pass: the same may work later.
    """

    number: int
    why: str
    status: int | None = None
    may_pass: bool = False


class Way(Protocol):
    """Reach a Zotero, open or on the web.

    Attributes:
        via: which way it is.
        server: names this Zotero for ever, so that keys of its items can be remembered:
            "local:<Zotero-Server-ID>", "www:<user id>", "connector".
        label: for people: "Zotero 10.0.1 on this computer".
        can_read: whether ``items`` says what is there.
        can_change: whether ``change`` and ``fill`` can be called.
        keeps_citekey: whether items of all types have a field for the citation key.
        most_at_once: so many parcels ``add`` is to be given at most, before what became of them is
            noted.
        remarks: for people: what would go better otherwise, and how.

    All methods raise WebError where Zotero does not answer, or refuses all of it, and Cancelled.
    """

    via: Via
    server: str
    label: str
    can_read: bool
    can_change: bool
    keeps_citekey: bool
    most_at_once: int
    remarks: tuple[str, ...]

    def targets(self) -> list[Target]:
        """Return where items may go: each library, and behind it its collections, in order."""
        ...

    def items(self, target: Target, progress: Progress) -> Iterator[Found]:
        """Yield all items of the target's library but notes, attachments and what is in the bin.

        ``progress`` is told how many came, and of how many.
        """
        ...

    def add(self, parcels: Sequence[Parcel], target: Target) -> Iterator[Created | Refused]:
        """Put parcels into a target; yield as many answers as there are parcels, in any order.

        Each answer is yielded once it is certain, so that who stops in the middle knows what is
        done.
        """
        ...

    def lost(self, parcel: Parcel) -> Mapping[str, int]:
        """Return what this way cannot bring, beside what Zotero has no place for at all."""
        ...

    def change(self, found: Found, fields: Mapping[str, object]) -> Created | Refused:
        """Give an item's fields other values, if it is still of the version that was found.

        ``fields`` may hold ``tags``, ``collections`` and ``creators``, each as a whole.
        """
        ...

    def fill(self, found: Found, parcel: Parcel, base: Parcel | None) -> Created | Refused:
        """Give an item those notes, links and files of a parcel that it does not have yet.

        A note of ``base``, what was pushed before, that is there as it was makes way for the one
        that stands in its place now.
        """
        ...

    def close(self) -> None:
        """Close all connections."""
        ...
