"""Which fields people mostly fill in for a type: ``[usual]`` of ``resources/fields.toml``."""

import functools
from collections.abc import Mapping

from refman.editing.fields import FIELDS_TABLE
from refman.model import ItemType
from refman.resources import read_table

__all__ = ["usual_fields"]

_EVERY = "every"


@functools.cache
def usual_fields(type_: ItemType) -> frozenset[str]:
    """Return the names of the fields that entries of a type mostly have."""
    rows = _rows()
    own = rows.get(type_.value, rows[ItemType.DOCUMENT.value])
    return frozenset((*rows[_EVERY].split(), *own.split()))


@functools.cache
def _rows() -> Mapping[str, str]:
    rows: Mapping[str, str] = read_table(FIELDS_TABLE)["usual"]
    return rows
