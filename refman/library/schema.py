"""The tables of a library's file, and the steps from each version to the next.

Only ``records`` and what was changed ``later``, ``listings``, ``kept``, ``proposals``,
``duplicates``, ``exports`` and the history say something of their own; all other tables and columns
are derived from them, and are made anew where they are damaged or their rules have changed
(``refman.library.rows``, ``refman.library.texts``).

Source: https://sqlite.org/fts5.html; https://sqlite.org/pragma.html, "application_id" and
"user_version".
"""

import sqlite3
from collections.abc import Callable

__all__ = ["APPLICATION_ID", "MIGRATIONS", "VERSION", "Migration"]

APPLICATION_ID = 0x7265666D
"""What stands in the header of a library's file: "refm"."""

Migration = Callable[[sqlite3.Connection], None]
"""A step to the next version. It runs inside a transaction, and neither begins nor ends one."""

_FIRST = (
    # Texts about the file itself: which rules its derived tables were made by.
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # What was read: its text lies here, compressed by zlib, unless it is too long for that.
    """
    CREATE TABLE listings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        read_at INTEGER NOT NULL,
        length INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        left_over BLOB NOT NULL,
        text BLOB
    )
    """,
    # Columns are those that are sorted and filtered by. They are kept apart from the records, so
    # that going through them all reads a tenth of the pages.
    # Times are microseconds since 1970 in UTC. title_key is what titles are sorted by, letter by
    # letter, and compared by; sort_author is folded: no case, no accents. venue is as written.
    # issued is a number that sorts: 20250613; what is not known of it is 0.
    # facts are bits: see refman.library.rows.FACTS.
    """
    CREATE TABLE entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        citekey TEXT,
        type TEXT NOT NULL,
        status TEXT NOT NULL,
        year INTEGER,
        issued INTEGER,
        title_key TEXT,
        sort_author TEXT,
        venue TEXT,
        facts INTEGER NOT NULL,
        added INTEGER NOT NULL,
        changed INTEGER,
        binned INTEGER,
        listing INTEGER REFERENCES listings (id),
        span_start INTEGER,
        span_end INTEGER
    )
    """,
    "CREATE INDEX entries_citekey ON entries (citekey COLLATE NOCASE)",
    "CREATE INDEX entries_added ON entries (added)",
    "CREATE INDEX entries_changed ON entries (changed)",
    "CREATE INDEX entries_issued ON entries (issued)",
    "CREATE INDEX entries_title ON entries (title_key)",
    "CREATE INDEX entries_author ON entries (sort_author)",
    "CREATE INDEX entries_listing ON entries (listing) WHERE listing IS NOT NULL",
    "CREATE INDEX entries_binned ON entries (binned) WHERE binned IS NOT NULL",
    # The entry itself, as msgspec writes it in JSON.
    "CREATE TABLE records (id INTEGER PRIMARY KEY REFERENCES entries (id), record BLOB NOT NULL)",
    # fold is the tag, or the path of the collection, without regard to case.
    """
    CREATE TABLE tags (
        id INTEGER NOT NULL, tag TEXT NOT NULL, fold TEXT NOT NULL,
        PRIMARY KEY (id, tag)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX tags_fold ON tags (fold, id)",
    """
    CREATE TABLE collections (
        id INTEGER NOT NULL, path TEXT NOT NULL, fold TEXT NOT NULL,
        PRIMARY KEY (id, path)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX collections_fold ON collections (fold, id)",
    # scheme is a field's name of Identifiers, value is folded.
    """
    CREATE TABLE identifiers (
        id INTEGER NOT NULL, scheme TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (id, scheme)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX identifiers_value ON identifiers (value, scheme, id)",
    # What entries of one work may have in common, as numbers: see refman.library.marks.
    """
    CREATE TABLE marks (
        mark INTEGER NOT NULL, id INTEGER NOT NULL,
        PRIMARY KEY (mark, id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE kept (
        kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, name)
    ) WITHOUT ROWID
    """,
    # A row is what was done in one go; its parts hold what would turn it: undo it where it is
    # done, redo it where it is undone.
    """
    CREATE TABLE history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        at INTEGER NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,
        count INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE history_parts (
        id INTEGER PRIMARY KEY,
        history INTEGER NOT NULL REFERENCES history (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        part BLOB NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX history_parts_seq ON history_parts (history, seq)",
    # The rowid of both is the entry's id; their texts are those of refman.library.texts.
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        title, authors, venue, abstract, notes,
        content='', prefix='2 3 4 5', tokenize="unicode61 remove_diacritics 2"
    )
    """,
    "CREATE VIRTUAL TABLE grams USING fts5 (text, content='', tokenize='trigram')",
    # How much of them is gathered in memory: with 1 MiB, which is usual, building takes twice as
    # long.
    "INSERT INTO words (words, rank) VALUES ('hashsize', 16777216)",
    "INSERT INTO grams (grams, rank) VALUES ('hashsize', 16777216)",
)


def _make_first(connection: sqlite3.Connection) -> None:
    for statement in _FIRST:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


_PROPOSALS = (
    # What a look-up found for an entry, for a person to choose from: JSON, compressed by zlib. The
    # columns are those that proposals are filtered by: the outcome as refman.model.Outcome has it,
    # the best score and its margin, how many fields the work's publication would change. It is no
    # part of the history: finding changes nothing.
    """
    CREATE TABLE proposals (
        id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        best REAL,
        margin REAL,
        published INTEGER NOT NULL,
        proposal BLOB NOT NULL
    )
    """,
    "CREATE INDEX proposals_outcome ON proposals (outcome, published, best, margin, at)",
)


def _add_proposals(connection: sqlite3.Connection) -> None:
    for statement in _PROPOSALS:
        connection.execute(statement)


def _add_later(connection: sqlite3.Connection) -> None:
    # What was changed of an entry since its record was written: of its status, keywords,
    # collections and provenance those that were, in JSON; see refman.library.records.
    connection.execute("ALTER TABLE entries ADD COLUMN later BLOB")


_DUPLICATES = (
    # What the last search for duplicates found: entries that are, or may be, one work have one
    # number, which is never given twice. It is no part of the history; see
    # refman.library.duplicates.
    """
    CREATE TABLE duplicates (
        id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
        work INTEGER NOT NULL
    )
    """,
    "CREATE INDEX duplicates_work ON duplicates (work, id)",
    # When the whole library was last looked through for something.
    "CREATE TABLE looked_through (id INTEGER PRIMARY KEY, what TEXT NOT NULL, at INTEGER NOT NULL)",
)


def _add_duplicates(connection: sqlite3.Connection) -> None:
    for statement in _DUPLICATES:
        connection.execute(statement)


_EXPORTS = (
    # To which files and programs entries were given out, as refman.model.Export names them.
    "CREATE TABLE export_targets (id INTEGER PRIMARY KEY, target TEXT NOT NULL UNIQUE)",
    # When an entry was last given out to each. It is no part of the history: giving out changes
    # nothing. changed is when the entry had been changed last by then; 0, which no entry has, where
    # it was changed while it was given out. version, once that of Zotero's item, is neither written
    # nor read any more; it stays because libraries have it, and their history counts on its place.
    # What may not be missing stands last too: so no row of another tree is taken for one of these
    # in a damaged file.
    """
    CREATE TABLE exports (
        id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
        target INTEGER NOT NULL REFERENCES export_targets (id),
        key TEXT,
        version INTEGER,
        changed INTEGER,
        at INTEGER NOT NULL,
        PRIMARY KEY (id, target)
    ) WITHOUT ROWID
    """,
    # What was given, compressed by zlib, where that is kept. It is long, and stands apart: who asks
    # whether entries were given out goes through the other table.
    """
    CREATE TABLE export_data (
        target INTEGER NOT NULL,
        id INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (target, id),
        FOREIGN KEY (id, target) REFERENCES exports (id, target) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
)


_INDEX_OF_FACTS = "CREATE INDEX entries_facts ON entries (facts, binned)"
"""No way leads by it, but what has some facts is counted in a quarter of the time."""


def _add_exports(connection: sqlite3.Connection) -> None:
    for statement in (*_EXPORTS, _INDEX_OF_FACTS):
        connection.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (
    _make_first,
    _add_proposals,
    _add_later,
    _add_duplicates,
    _add_exports,
)
"""The step at place n leads from version n to version n + 1; an empty file has version 0."""

VERSION = len(MIGRATIONS)
"""The version that this refman reads and writes."""
