"""Tables of a library filled with entries, without the rest of the store."""

import itertools
import sqlite3

from refman.library.rows import (
    COLUMNS,
    collections_of,
    columns_of,
    encode_entry,
    identifiers_of,
    tags_of,
    to_number,
)
from refman.library.schema import MIGRATIONS
from refman.library.texts import pieces_of, texts_of
from refman.library.versions import pair_name

INSERT = (
    f"INSERT INTO entries (id, {', '.join(COLUMNS)}, added, changed, binned, listing)"
    f" VALUES (?, {', '.join('?' * len(COLUMNS))}, ?, ?, ?, ?)"
)


def new_tables(path=":memory:"):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    with connection:
        for migrate in MIGRATIONS:
            migrate(connection)
        connection.execute("INSERT INTO export_targets VALUES (1, 'file:/a'), (2, 'zotero:b')")
    return connection


def emptied(connection):
    for table in (
        "exports",
        "duplicates",
        "kept",
        "records",
        "entries",
        "tags",
        "collections",
        "identifiers",
    ):
        connection.execute(f"DELETE FROM {table}")
    for table in ("words", "grams"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")


def fill_works(connection, works, apart=()):
    """Put in which work entries were found to be, by their ids, and the pairs said to be apart."""
    connection.executemany("INSERT INTO duplicates (id, work) VALUES (?, ?)", works.items())
    connection.executemany(
        "INSERT INTO kept (kind, name, value) VALUES ('not duplicates', ?, '')",
        [(f'{{"left":["x"],"ids":[{first},{second}]}}',) for first, second in apart],
    )


def fill_exports(connection, exports):
    """Put in when entries were given out, and when they had been changed, by target and id."""
    for (target, id_), (at, changed) in sorted(exports.items()):
        connection.execute(
            "INSERT INTO exports (id, target, at, changed) VALUES (?, ?, ?, ?)",
            (id_, target, to_number(at), to_number(changed) if changed else None),
        )


def fill(connection, holdings, size=2_000):
    """Put holdings with their ids into the tables that are searched."""
    rest = iter(holdings)
    while batch := list(itertools.islice(rest, size)):
        connection.execute("BEGIN")
        connection.executemany(INSERT, map(_row, batch))
        connection.executemany(
            "INSERT INTO words (rowid, title, authors, venue, abstract, notes)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            ((holding.id, *texts_of(holding.entry)) for holding in batch),
        )
        connection.executemany(
            "INSERT INTO grams (rowid, text) VALUES (?, ?)",
            ((holding.id, pieces_of(holding.entry)) for holding in batch),
        )
        connection.executemany(
            "INSERT INTO tags (id, tag, fold) VALUES (?, ?, ?)",
            ((h.id, *pair) for h in batch for pair in tags_of(h.entry.keywords).items()),
        )
        connection.executemany(
            "INSERT INTO collections (id, path, fold) VALUES (?, ?, ?)",
            ((h.id, *pair) for h in batch for pair in collections_of(h.entry.collections).items()),
        )
        connection.executemany(
            "INSERT INTO identifiers (id, scheme, value) VALUES (?, ?, ?)",
            ((h.id, *pair) for h in batch for pair in identifiers_of(h.entry)),
        )
        connection.executemany(
            "INSERT INTO records (id, record) VALUES (?, ?)",
            ((holding.id, encode_entry(holding.entry)) for holding in batch),
        )
        connection.execute("COMMIT")


def fill_versions(connection, pairs):
    """Keep pairs of numbers as those of versions of one work."""
    connection.executemany(
        "INSERT INTO kept (kind, name, value) VALUES ('version', ?, '')",
        [(pair_name(*pair),) for pair in pairs],
    )


def _row(holding):
    return (
        holding.id,
        *columns_of(holding.entry),
        to_number(holding.added),
        to_number(holding.changed) if holding.changed else None,
        to_number(holding.binned) if holding.binned else None,
        holding.listing,
    )
