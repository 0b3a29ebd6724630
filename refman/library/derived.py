"""The rows that side tables have of an entry, and the statements that write and delete them.

The indexes of texts are in ``indexing``.
"""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import unidata_version

from refman.library.exports import EXPORT
from refman.library.marks import marks_of
from refman.library.proposals import PROPOSAL
from refman.library.rows import (
    COLUMNS,
    FACTS,
    ROWS_VERSION,
    collections_of,
    identifiers_of,
    tags_of,
)
from refman.library.texts import TEXTS_VERSION
from refman.model import Entry, EntryId

__all__ = [
    "DELETES",
    "DERIVED",
    "DERIVED_RULES",
    "INSERTS",
    "Derived",
    "clear_derived",
    "derived_of",
]

DERIVED_RULES: Mapping[str, str] = {
    "rules": f"rows {ROWS_VERSION}, texts {TEXTS_VERSION}, Unicode {unidata_version}",
    "facts": ", ".join(FACTS),
}
"""The rules by which this refman derives rows; a library's ``meta`` says by which it was made.

Another Python may know other letters, and would tell the indexes other words to forget. Where there
are only other facts, which is said apart, their column alone is made anew.
"""

Row = tuple[object, ...]
Rows = list[Row]

_ROW = ("id", *COLUMNS, "added", "changed", "binned", "listing", "span_start", "span_end")

INSERTS = {
    "entries": f"INSERT INTO entries ({', '.join(_ROW)})"  # noqa: S608 - our own names
    f" VALUES ({', '.join('?' * len(_ROW))})",
    "records": "INSERT INTO records (id, record) VALUES (?, ?)",
    "proposals": f"INSERT INTO proposals (id, {', '.join(PROPOSAL)})"  # noqa: S608 - our own names
    f" VALUES (?, {', '.join('?' * len(PROPOSAL))})",
    "duplicates": "INSERT INTO duplicates (id, work) VALUES (?, ?)",
    "export_targets": "INSERT OR IGNORE INTO export_targets (target) VALUES (?)",
    "exports": f"INSERT INTO exports (id, {', '.join(EXPORT)}, target)"  # noqa: S608 - our own names
    " SELECT ?, ?, ?, ?, ?, id FROM export_targets WHERE target = ?",
    "export_data": "INSERT INTO export_data (id, data, target)"
    " SELECT ?, ?, id FROM export_targets WHERE target = ?",
    "tags": "INSERT INTO tags (id, tag, fold) VALUES (?, ?, ?)",
    "collections": "INSERT INTO collections (id, path, fold) VALUES (?, ?, ?)",
    "identifiers": "INSERT INTO identifiers (id, scheme, value) VALUES (?, ?, ?)",
    "marks": "INSERT INTO marks (id, mark) VALUES (?, ?)",
}

DELETES = {
    "entries": "DELETE FROM entries WHERE id = ?",
    "records": "DELETE FROM records WHERE id = ?",
    "tags": "DELETE FROM tags WHERE id = ? AND tag = ? AND fold = ?",
    "collections": "DELETE FROM collections WHERE id = ? AND path = ? AND fold = ?",
    "identifiers": "DELETE FROM identifiers WHERE id = ? AND scheme = ? AND value = ?",
    "marks": "DELETE FROM marks WHERE id = ? AND mark = ?",
}


class Derived(NamedTuple):
    """Hold the rows that each side table has of an entry; the entry's number comes first."""

    tags: Rows
    collections: Rows
    identifiers: Rows
    marks: Rows


DERIVED = Derived._fields


def derived_of(id_: EntryId, entry: Entry) -> Derived:
    """Return an entry's rows in the side tables."""
    return Derived(
        tags=[(id_, *pair) for pair in tags_of(entry.keywords).items()],
        collections=[(id_, *pair) for pair in collections_of(entry.collections).items()],
        identifiers=[(id_, *pair) for pair in identifiers_of(entry)],
        marks=[(id_, mark) for mark in marks_of(entry)],
    )


def clear_derived(connection: sqlite3.Connection) -> None:
    """Empty the side tables and the indexes of texts."""
    for table in DERIVED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    for table in ("words", "grams"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608
