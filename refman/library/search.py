"""Entries that a query asks for, in the order that a person wants, from a library of any size.

By relevance, hits in titles come first, then those in titles and authors, then those in any text;
the newest first in each. Where hits are few and their words are rare, they are ranked by BM25:
it has to go through every hit of every word.
"""

import itertools
import json
import sqlite3
from typing import NamedTuple

from refman.library.query import Query
from refman.library.search_terms import Sql
from refman.library.search_ways import (
    BY_RELEVANCE,
    Asked,
    Few,
    Lead,
    Sort,
    SortBy,
    Way,
    asked,
    asked_in_pieces,
    counted,
    is_rare,
    last_of,
    lead_of,
    number,
    total_of,
    way,
)
from refman.model import EntryId

__all__ = ["Found", "Gathered", "Sort", "SortBy", "count", "gather", "gathered", "search"]


_ALL = 1 << 40
_FEW = 500
_MOST_RANKED = 20_000
_MANY = 20_000
# To ask the index about one entry is worth it where that saves going through so many.
_PER_PROBE = 2_000
# How much more a word says in the title than in the abstract, by columns of the index.
_RANK = "bm25(words, 20, 10, 3, 1, 1)"


class Found(NamedTuple):
    """Hold a page of results.

    Attributes:
        ids: in their order.
        in_pieces: no entry has the words; these have them as pieces of words in title or authors.
    """

    ids: tuple[EntryId, ...]
    in_pieces: bool


class Gathered(NamedTuple):
    """Tell how many results wait to be paged through; ``in_pieces`` as with Found."""

    total: int
    in_pieces: bool


def search(
    connection: sqlite3.Connection,
    query: Query,
    *,
    sort: Sort = BY_RELEVANCE,
    limit: int = 200,
    offset: int = 0,
) -> Found:
    """Return a page of the entries that a query asks for.

    Where no entry has the words, entries are found that have them as pieces of words ("former" in
    "transformer") in title or authors. What lies in the bin is left out, unless it is asked for.
    """
    asking = asked(query.where)
    ids = _page(connection, asking, sort, limit, offset)
    if ids or (offset and _page(connection, asking, sort, 1, 0)):
        return Found(ids, in_pieces=False)
    pieces = asked_in_pieces(query.where)
    if pieces is None:
        return Found((), in_pieces=False)
    ids = _page(connection, pieces, sort, limit, offset)
    return Found(ids, in_pieces=bool(ids))


def count(connection: sqlite3.Connection, query: Query) -> int:
    """Return how many entries ``search`` finds in all."""
    found = _count(connection, asked(query.where))
    pieces = asked_in_pieces(query.where) if not found else None
    return _count(connection, pieces) if pieces is not None else found


def gather(connection: sqlite3.Connection, query: Query, *, sort: Sort = BY_RELEVANCE) -> Gathered:
    """Put all that ``search`` finds aside in this connection, to be paged through.

    It takes the place of what was put aside before. ``connection.interrupt()`` ends it at any time;
    sqlite3.OperationalError then says so.
    """
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS found (pos INTEGER PRIMARY KEY, id INTEGER NOT NULL)"
    )
    found = _gather(connection, asked(query.where), sort)
    pieces = asked_in_pieces(query.where) if not found else None
    if pieces is None:
        return Gathered(found, in_pieces=False)
    found = _gather(connection, pieces, sort)
    return Gathered(found, in_pieces=found > 0)


def gathered(connection: sqlite3.Connection, *, limit: int, offset: int) -> tuple[EntryId, ...]:
    """Return a page of what ``gather`` has put aside."""
    rows = connection.execute(
        "SELECT id FROM temp.found WHERE pos > ? AND pos <= ? ORDER BY pos",
        (offset, offset + limit),
    )
    return tuple(EntryId(id_) for (id_,) in rows)


def _page(
    connection: sqlite3.Connection, asking: Asked, sort: Sort, limit: int, offset: int
) -> tuple[EntryId, ...]:
    needed = limit + offset
    lead = lead_of(connection, asking, sort, needed)
    if sort.by is not SortBy.RELEVANCE or not asking.tiers:
        ids = _ids(connection, way(asking, lead, sort), limit, offset)
    else:
        ids = _ranked(connection, asking, lead, needed)[offset:needed]
    return tuple(map(EntryId, ids))


def _ranked(connection: sqlite3.Connection, asking: Asked, lead: Lead, needed: int) -> list[int]:
    """Return so many entries, or a few more, in their order by relevance."""
    *ways, widest = _tier_ways(connection, asking, lead)
    hits = _ids(connection, widest, max(needed, _FEW))
    if not hits:
        return []
    if len(hits) < _FEW and _are_rare(connection, asking):
        found = way(asking, Lead(by_words=True, few=lead.few))
        return _ids(connection, found._replace(order=f"{_RANK}, {found.order}"), _FEW)
    nearer = [hits]
    for tier in reversed(ways):
        if nearer[-1]:
            nearer.append(_ids(connection, tier, needed))
    return list(dict.fromkeys(itertools.chain.from_iterable(reversed(nearer))))


def _tier_ways(connection: sqlite3.Connection, asking: Asked, lead: Lead) -> list[Way]:
    """Return a query for each tier of what is asked for.

    Where the words are in very many entries, and all else holds for few, those few are found first:
    "year:1999 the". If they are very few, they are asked about one by one; of rarer words the index
    would each time go through all from the first on.
    """
    ways = [way(asking, lead, tier=tier) for tier in range(len(asking.tiers))]
    if not (asking.others and (lead.few or _may_be_few(connection, asking))):
        return ways
    are_many = [
        bool(apart)
        and all(number(connection, counted(asking.table, each, _MANY)) >= _MANY for each in apart)
        for apart in asking.apart
    ]
    few = _narrowed(connection, asking, lead.few) if any(are_many) else None
    if few is None:
        return ways
    are_very_few = few.size <= total_of(connection) // _PER_PROBE
    narrow = asking._replace(others=())
    return [
        way(narrow, Lead(by_words=not (are_very_few and is_many), few=few), tier=tier)
        for tier, is_many in enumerate(are_many)
    ]


def _may_be_few(connection: sqlite3.Connection, asking: Asked) -> bool:
    """Tell whether it is worth while to go through all entries for what else has to hold.

    That is where most entries have the words, judged by the oldest, and next to none the rest.
    """
    are_in_most = asking.apart[-1] and all(
        number(connection, last_of(asking.table, word, _MANY)) <= 2 * _MANY
        for word in asking.apart[-1]
    )
    return bool(are_in_most) and is_rare(connection, asking.others)


def _narrowed(connection: sqlite3.Connection, asking: Asked, few: Few | None) -> Few | None:
    """Return the entries that everything but the words holds for; None where they are many."""
    found = way(asking._replace(tiers=()), Lead(few=few))
    rows = connection.execute(
        f"SELECT {found.id} {found.text} LIMIT ?", (*found.values, _MANY)
    ).fetchall()
    if len(rows) >= _MANY:
        return None
    ids = sorted(id_ for (id_,) in rows)
    first, last = (ids[0], ids[-1]) if ids else (0, 0)
    return Few(
        Sql("SELECT value AS id FROM json_each(?)", (json.dumps(ids),)), len(ids), first, last
    )


def _are_rare(connection: sqlite3.Connection, asking: Asked) -> bool:
    """Tell whether each of the words is so rare that going through all of its hits costs little."""
    return bool(asking.words) and all(
        number(connection, counted(asking.table, word, _MOST_RANKED)) < _MOST_RANKED
        for word in asking.words
    )


def _ids(connection: sqlite3.Connection, found: Way, limit: int, offset: int = 0) -> list[int]:
    rows = connection.execute(
        f"SELECT {found.id} {found.text} ORDER BY {found.order} LIMIT ? OFFSET ?",
        (*found.values, limit, offset),
    )
    return [id_ for (id_,) in rows]


def _count(connection: sqlite3.Connection, asking: Asked) -> int:
    if not asking.tiers and not asking.others and asking.hides_bin:
        # Without columns to look at it is a tenth of the work.
        return number(connection, Sql("SELECT count(*) FROM entries")) - number(
            connection, Sql("SELECT count(*) FROM entries WHERE binned IS NOT NULL")
        )
    found = way(asking, lead_of(connection, asking, BY_RELEVANCE, _ALL))
    return number(connection, Sql(f"SELECT count(*) {found.text}", found.values))


def _gather(connection: sqlite3.Connection, asking: Asked, sort: Sort) -> int:
    connection.execute("DELETE FROM temp.found")
    lead = lead_of(connection, asking, sort, _ALL)
    by_tiers = sort.by is SortBy.RELEVANCE and bool(asking.tiers)
    ids = _ranked(connection, asking, lead, _FEW) if by_tiers else []
    if by_tiers and len(ids) < _FEW:
        connection.executemany("INSERT INTO temp.found (id) VALUES (?)", ((id_,) for id_ in ids))
        return len(ids)
    for tier in range(len(asking.tiers)) if by_tiers else (-1,):
        found = way(asking, lead, sort, tier)
        connection.execute(
            f"INSERT INTO temp.found (id) SELECT {found.id} {found.text}"  # noqa: S608
            f" AND {found.id} NOT IN (SELECT id FROM temp.found)"
            f" ORDER BY {found.order}",
            found.values,
        )
    return number(connection, Sql("SELECT coalesce(max(pos), 0) FROM temp.found"))
