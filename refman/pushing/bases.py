"""What refman gave to an item the last time, kept in the library until the next."""

from contextlib import suppress

import msgspec

from refman.zotero.records import Parcel

__all__ = ["Base", "packed", "unpacked"]


class Base(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold what refman gave to an item.

    Attributes:
        parcel: what it was, of which a value that stayed in Zotero as it was is none.
        is_whole: all notes, links and files were taken; else the item may lack some.
    """

    parcel: Parcel
    is_whole: bool = True


def packed(base: Base) -> bytes:
    """Return what was given, to be kept until the next time."""
    return msgspec.json.encode(base)


def unpacked(data: bytes | None) -> Base | None:
    """Return what was kept; None where that cannot be read."""
    with suppress(msgspec.MsgspecError):  # of another refman
        return msgspec.json.decode(data, type=Base) if data else None
    return None
