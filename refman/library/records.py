"""Records as they are written, and what was changed of them since.

A record holds all of an entry, and its text is most of a library. What people change of thousands
of entries at once is their status, their tags, their collections: those are written beside the
record, in a hundredth of its size, until the entry itself is changed and its record written anew.
"""

from collections.abc import Collection, Mapping

import msgspec

from refman.library.turns import NOTHING
from refman.model import Entry

__all__ = [
    "LIGHT",
    "Values",
    "encode_later",
    "encode_values",
    "entry_values",
    "light_values",
    "values_of",
    "whole",
]

Values = dict[str, msgspec.Raw]
"""Fields by name, each as it stands in a record; one of which nothing is said is not there."""

_PLAIN = {
    "status": msgspec.Raw(b'"needs review"'),
    "keywords": msgspec.Raw(b"[]"),
    "collections": msgspec.Raw(b"[]"),
    "provenance": msgspec.Raw(b"{}"),
}

LIGHT = frozenset(_PLAIN)
"""Fields that can change without a look at the others: no text or mark depends on them.

Nor does any fact but those that name the sources of provenance.

They are those that are written beside records."""

_EMPTY = b"{}"
_DEFAULTS = {field: getattr(Entry(), field) for field in Entry.__struct_fields__}


class _Light(msgspec.Struct):
    """Hold the light fields of a record; what else stands there is passed over."""

    status: msgspec.Raw = _PLAIN["status"]
    keywords: msgspec.Raw = _PLAIN["keywords"]
    collections: msgspec.Raw = _PLAIN["collections"]
    provenance: msgspec.Raw = _PLAIN["provenance"]


_decoder = msgspec.json.Decoder(Values)
_light_decoder = msgspec.json.Decoder(_Light)
_encoder = msgspec.json.Encoder()


def whole(record: bytes, later: bytes | None) -> bytes:
    """Return a record with what was changed since: of a field that is said twice the last counts.

    Args:
        record: as the table ``records`` holds it.
        later: as the column ``later`` holds it; None where nothing was changed.
    """
    if later is None:
        return record
    return b"%b,%b" % (record[:-1], later[1:]) if record != _EMPTY else later


def values_of(record: bytes, later: bytes | None = None) -> Values:
    """Return the fields of a record that are set, with what was changed since; see ``whole``.

    Raises:
        msgspec.MsgspecError: it is damaged.
    """
    values = _decoder.decode(whole(record, later))
    if later is not None:
        for field, plain in _PLAIN.items():
            if values.get(field) == plain:
                del values[field]
    return values


def light_values(
    fields: Collection[str], status: str, record: bytes | None, later: bytes | None
) -> Values:
    """Return those of some light fields that are set, with what was changed since.

    Args:
        fields: which.
        status: as the column of this name holds it.
        record: as the table ``records`` holds it; None where only the status is asked for.
        later: as the column of this name holds it; None where nothing was changed.

    Raises:
        msgspec.MsgspecError: something of it is damaged.
    """
    told = _decoder.decode(later) if later is not None else {}
    if record is None:
        told["status"] = msgspec.Raw(_encoder.encode(status))
    elif not told.keys() >= set(fields):
        light = _light_decoder.decode(record)
        told = {field: getattr(light, field) for field in fields} | told
    return {field: told[field] for field in fields if told[field] != _PLAIN[field]}


def entry_values(entry: Entry, fields: Collection[str]) -> Values:
    """Return an entry's values of some fields; one of which nothing is said is not there.

    Raises:
        UnicodeEncodeError: a text holds half a surrogate pair; see ``rows.sound``.
    """
    return {
        field: msgspec.Raw(_encoder.encode(value))
        for field in fields
        if (value := getattr(entry, field)) != _DEFAULTS[field]
    }


def encode_values(values: Mapping[str, msgspec.Raw]) -> bytes:
    """Return the record that says these."""
    return _encoder.encode(values)


def encode_later(later: bytes | None, values: Mapping[str, msgspec.Raw]) -> bytes:
    """Return what is to stand beside a record once light fields have these values.

    Of a field that has none any more this is said, for the record says what it was.

    Args:
        later: what stands there; None where nothing was changed.
        values: that change; see ``turns.NOTHING``.

    Raises:
        msgspec.MsgspecError: what stands there is damaged.
    """
    told = _decoder.decode(later) if later is not None else {}
    for field, value in values.items():
        told[field] = _PLAIN[field] if value == NOTHING else value
    return _encoder.encode(told)
