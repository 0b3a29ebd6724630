"""Counts over a result: how many of its entries are of a type, a year, have a tag, and so on.

They are counted over what ``refman.library.search.gather`` has put aside.
"""

import heapq
import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Mapping
from enum import Enum
from typing import NamedTuple

from refman.library.query_values import quoted
from refman.library.rows import FACTS, SOURCES, decode_entry
from refman.library.texts import fold as fold_of
from refman.library.texts import spoken
from refman.model import Entry, LinkState, Name
from refman.normalise import format_name

__all__ = ["Facet", "FacetValue", "facets"]


class Facet(Enum):
    """Name what results are counted by."""

    STATUS = "status"
    TYPE = "type"
    YEAR = "year"
    HAS = "has"
    LINK = "link"
    SOURCE = "source"
    VENUE = "venue"
    AUTHOR = "author"  # the first one
    TAG = "tag"  # an entry that has it in two spellings counts twice
    COLLECTION = "collection"  # what lies in a collection inside it counts too


class FacetValue(NamedTuple):
    """Hold a value, how many entries of a result have it, and what to add to the query for them.

    The term of a venue or an author finds those too that have its words and more.
    """

    text: str
    total: int
    term: str


_PLAIN = (Facet.STATUS, Facet.TYPE, Facet.YEAR, Facet.VENUE)
"""Those that are a column of ``entries``."""

_LINKS = tuple(f"link {state.value}" for state in LinkState)
_HAS = tuple(name for name in FACTS if name not in (*_LINKS, *SOURCES.values()))
_OF_FACTS = frozenset({Facet.HAS, Facet.LINK, Facet.SOURCE})
_ARE_ALL = (
    "SELECT NOT EXISTS (SELECT 1 FROM entries WHERE binned IS NOT NULL)"
    " AND (SELECT count(*) FROM entries) = (SELECT count(*) FROM temp.found)"
)


class _Source(NamedTuple):
    """Tell what is walked through: the rows of the result, or, where it is all, whole tables."""

    entries: str = "FROM temp.found f CROSS JOIN entries e ON e.id = f.id"
    tags: str = "FROM temp.found f CROSS JOIN tags s ON s.id = f.id"
    collections: str = "FROM temp.found f CROSS JOIN collections s ON s.id = f.id"


_ALL = _Source("FROM entries e", "FROM tags s", "FROM collections s")


def facets(
    connection: sqlite3.Connection, *, most: int = 20, only: Collection[Facet] = tuple(Facet)
) -> dict[Facet, tuple[FacetValue, ...]]:
    """Return the values that most entries of the result have, the most frequent first.

    Args:
        connection: the one that the result was gathered in.
        most: so many values of each facet.
        only: those that are counted; each costs a walk through the result.
    """
    (are_all,) = connection.execute(_ARE_ALL).fetchone()
    source = _ALL if are_all else _Source()
    counts: dict[Facet, Mapping[str, int]] = {}
    for facet in (facet for facet in _PLAIN if facet in only):
        query = f"SELECT e.{facet.value}, count(*) {source.entries} GROUP BY 1"
        counts[facet] = _grouped(connection, query)
    if not _OF_FACTS.isdisjoint(only):
        counts |= _facts(connection, source)
    if Facet.TAG in only:
        counts[Facet.TAG] = _grouped(
            connection, f"SELECT min(s.tag), count(*) {source.tags} GROUP BY s.fold"
        )
    if Facet.COLLECTION in only:
        counts[Facet.COLLECTION] = _collections(connection, source)
    values = {facet: _most(facet, counts[facet], most) for facet in only if facet in counts}
    if Facet.AUTHOR in only:
        values[Facet.AUTHOR] = _authors(connection, source, most)
    return {facet: values[facet] for facet in only}


def _facts(connection: sqlite3.Connection, source: _Source) -> dict[Facet, Mapping[str, int]]:
    counts: Counter[str] = Counter()
    for facts, total in connection.execute(f"SELECT e.facts, count(*) {source.entries} GROUP BY 1"):
        for place, name in enumerate(FACTS):
            if facts >> place & 1:
                counts[name] += total
    return {
        Facet.HAS: {name.replace("_", "-"): counts[name] for name in _HAS if counts[name]},
        Facet.LINK: {name.removeprefix("link "): counts[name] for name in _LINKS if counts[name]},
        Facet.SOURCE: {
            name.replace("_", "-"): counts[fact] for name, fact in SOURCES.items() if counts[fact]
        },
    }


def _grouped(connection: sqlite3.Connection, query: str) -> Mapping[str, int]:
    return {str(value): total for value, total in connection.execute(query) if value is not None}


def _collections(connection: sqlite3.Connection, source: _Source) -> Mapping[str, int]:
    """Count collections; an entry that is in two of them inside a third is in that once."""
    written: dict[str, str] = {}
    counts: dict[str, int] = {}
    above: dict[str, str] = {}
    for fold, path, total in connection.execute(
        f"SELECT s.fold, min(s.path), count(*) {source.collections} GROUP BY 1"
    ):
        written[fold] = path
        counts[fold] = total
        for at in (at for at, sign in enumerate(path) if sign == "/"):
            above.setdefault(fold_of(path[:at]), path[:at])
    rows = connection.execute(
        f"SELECT p.value, count(DISTINCT s.id) {source.collections}"
        " CROSS JOIN json_each(?) p ON s.fold = p.value"
        " OR (s.fold >= p.value || '/' AND s.fold < p.value || '0') GROUP BY 1",
        (json.dumps(list(above)),),
    )
    counts |= dict(rows)
    return {(above | written)[fold]: total for fold, total in counts.items()}


def _authors(connection: sqlite3.Connection, source: _Source, most: int) -> tuple[FacetValue, ...]:
    """Count first authors, and read their names as they are written in one of the entries."""
    rows = connection.execute(
        f"SELECT e.sort_author, count(*), max(e.id) {source.entries}"
        " WHERE e.sort_author IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
        (most,),
    )
    return tuple(_author(connection, *row) for row in rows.fetchall())


def _author(connection: sqlite3.Connection, key: str, total: int, id_: int) -> FacetValue:
    record = connection.execute("SELECT record FROM records WHERE id = ?", (id_,)).fetchone()
    entry = decode_entry(record[0]) if record is not None else Entry()
    name, *_ = (*entry.author, *entry.editor, Name(literal=key))
    return FacetValue(format_name(name), total, f"author:{quoted(spoken(name))}")


def _most(facet: Facet, counts: Mapping[str, int], most: int) -> tuple[FacetValue, ...]:
    found = heapq.nsmallest(most, counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetValue(text, total, f"{facet.value}:{quoted(text)}") for text, total in found)
