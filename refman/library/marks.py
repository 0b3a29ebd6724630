"""What entries of one work may have in common, as numbers that a table can be asked for.

Marks only say which few entries of a large library are worth a closer look; what they are to each
other is judged by ``refman.duplicates``.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence

import msgspec

from refman.duplicates.candidates import LEAST, ends_of
from refman.duplicates.registered import parted, registered, shared
from refman.duplicates.similarity import alike
from refman.duplicates.titles import Title
from refman.library.rows import columns_of
from refman.model import Entry, EntryId

__all__ = ["candidates", "marks_of", "may_be"]

_BYTES = 8
_MOST = 64
"""So many entries with one mark are compared with what is asked for; see duplicates.Index."""
_MOST_ALIKE = 1_000
"""So many titles on either side, in alphabetical order, of those that begin or end alike."""


def marks_of(entry: Entry) -> set[int]:
    """Return the marks of an entry: of its identifiers, its title, and its title's parts."""
    title = Title(entry.title)
    names = _identifiers(entry)
    if title.key:
        names.append(f"title {title.key}")
        names += (f"main {main}" for main in title.mains)
        names += (f"end {end}" for end in ends_of(title.key))
    return set(map(_mark, names))


def candidates(connection: sqlite3.Connection, entry: Entry) -> list[EntryId]:
    """Return the entries of a library that may be one work with an entry; each once."""
    title = Title(entry.title)
    exact = _identifiers(entry)
    if title.key:
        exact += (f"title {title.key}", f"main {title.key}")
        exact += (f"title {main}" for main in title.mains)
    names = [_mark(name) for name in exact]
    ends = {_mark(f"end {end}"): end for end in ends_of(title.key)} if title.key else {}
    there = _marks_there(connection, [*names, *ends])
    if not there:  # as is usual of what is new
        return []
    found: dict[int, None] = {}
    for mark in names:
        if mark in there:
            found.update(dict.fromkeys(_same(connection, mark, entry)))
    for mark, end in ends.items():
        if mark in there:
            found.update(dict.fromkeys(_alike(connection, title.key, mark, end)))
    return [EntryId(id_) for id_ in found]


def may_be(entry: Entry) -> Callable[[Entry], bool]:
    """Return what tells of other entries whether they may be one work with this one.

    Most candidates only have a title that begins alike, and another DOI: whatever else
    ``refman.duplicates`` would look at, they are other works, as none of their identifiers is this
    one's.
    """
    own = registered(entry)

    def tell(other: Entry) -> bool:
        others = registered(other)
        return parted(own, others) is None or bool(shared(own, others, with_isbn=True))

    return tell


def _marks_there(connection: sqlite3.Connection, marks: Sequence[int]) -> set[int]:
    """Return those of some marks that any entry has."""
    rows = connection.execute(
        "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM marks WHERE mark = value)",
        (msgspec.json.encode(marks).decode(),),
    )
    return {mark for (mark,) in rows}


def _same(connection: sqlite3.Connection, mark: int, entry: Entry) -> list[int]:
    """Return the entries with a mark; of very many, those of the same first author and year."""
    rows = connection.execute(
        "SELECT id FROM marks WHERE mark = ? ORDER BY id LIMIT ?", (mark, _MOST + 1)
    ).fetchall()
    if len(rows) > _MOST:
        columns = columns_of(entry)
        rows = connection.execute(
            "SELECT id FROM entries WHERE sort_author IS ? AND year IS ?"
            " AND EXISTS (SELECT 1 FROM marks WHERE mark = ? AND marks.id = entries.id)"
            " ORDER BY id LIMIT ?",
            (columns.sort_author, columns.year, mark, _MOST),
        ).fetchall()
    return [id_ for (id_,) in rows]


def _alike(connection: sqlite3.Connection, key: str, mark: int, end: str) -> Iterable[int]:
    """Return those of the entries with a mark whose titles are like one, or go on from it."""
    near: list[tuple[int, str]] = connection.execute(
        "SELECT id, title_key FROM marks CROSS JOIN entries USING (id) WHERE mark = ?"
        " ORDER BY id DESC LIMIT ?",
        (mark, 2 * _MOST_ALIKE + 1),
    ).fetchall()
    is_beginning = key.startswith(end[:-1])
    if len(near) > 2 * _MOST_ALIKE and is_beginning:
        # Titles that begin alike stand together where titles are sorted.
        near = []
        for side, order in ((">=", "ASC"), ("<", "DESC")):
            near += connection.execute(
                f"SELECT id, title_key FROM entries WHERE title_key {side} ?"  # noqa: S608
                f" ORDER BY title_key {order} LIMIT ?",
                (key, _MOST_ALIKE),
            )
    keys = [other for _, other in near]
    for place in alike(key, keys, least=LEAST, most=_MOST):
        yield near[place][0]
    if not is_beginning:
        return
    parts = (id_ for id_, other in near if other.startswith(key) or key.startswith(other))
    for _, id_ in zip(range(_MOST), parts, strict=False):
        yield id_


def _identifiers(entry: Entry) -> list[str]:
    return list(registered(entry).keys(with_isbn=True))


def _mark(name: str) -> int:
    digest = hashlib.blake2b(name.encode(errors="replace"), digest_size=_BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)
