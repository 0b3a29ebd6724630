"""Which way leads to the entries that a query asks for at the least cost, and its SQL.

Three ways lead to the same entries: through the index of words, from the newest entry on; through
the few entries that another index has for one of the conditions; along the column that is sorted
by. Which is cheapest is told by counts that end early. SQLite is left no choice: it knows nothing
about what an index of words holds, and takes three seconds for what takes ten milliseconds.
"""

import json
import sqlite3
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from refman.library.query_tree import (
    AllOf,
    Binned,
    Column,
    Node,
    Stretch,
    Words,
    Years,
    conditions_of,
    holds,
)
from refman.library.search_terms import (
    Sql,
    are_words,
    condition,
    ids_of,
    is_ready,
    match,
    phrases,
    span_of,
)

__all__ = [
    "BY_RELEVANCE",
    "Asked",
    "Lead",
    "Sort",
    "SortBy",
    "Way",
    "asked",
    "asked_in_pieces",
    "counted",
    "is_rare",
    "last_of",
    "lead_of",
    "number",
    "total_of",
    "way",
]


class SortBy(Enum):
    """Name what results are sorted by."""

    RELEVANCE = "relevance"  # hits in titles, then with authors, then in any text; newest first
    ADDED = "added"
    CHANGED = "changed"
    TITLE = "title"
    AUTHOR = "author"
    YEAR = "year"
    VENUE = "venue"
    CITEKEY = "citekey"
    TYPE = "type"
    STATUS = "status"


class Sort(NamedTuple):
    """Tell how results are sorted; what has no value stands last either way.

    Relevance has one direction only.
    """

    by: SortBy = SortBy.RELEVANCE
    is_descending: bool = False


BY_RELEVANCE = Sort()


class Asked(NamedTuple):
    """Hold what is asked of which table.

    Attributes:
        table: the index that ``tiers`` are asked of.
        tiers: expressions, each wider than the one before; the last one finds all. None where no
            words are asked for.
        apart: for each tier expressions that all have to hold, each about a word of which the index
            has one list; none where there is more to it than that. About these it can be asked for
            one entry: of others it goes to the first hit of all first, which may be far.
        words: an expression for each single word that is wanted.
        others: what else has to hold.
        hides_bin: what lies in the bin is left out.
    """

    table: str
    tiers: tuple[str, ...]
    apart: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    others: tuple[Node, ...]
    hides_bin: bool


class Few(NamedTuple):
    """Hold a query of ids, how many it has, and between which of them all lie."""

    ids: Sql
    size: int
    first: int
    last: int


class Lead(NamedTuple):
    """Tell what is gone through: the index of words, else few entries, else all of them.

    Attributes:
        by_words: the index of words leads.
        few: the ids of few entries that come into question. They lead, or what leads is held
            against them.
        in_order: all entries are gone through in the order of the column that is sorted by.
    """

    by_words: bool = False
    few: Few | None = None
    in_order: bool = False


class Way(NamedTuple):
    """Hold a query without what it selects and its order.

    Attributes:
        id: by which name it has the entry's number.
        text: from FROM on.
        values: what stands for its question marks.
        order: what stands behind ORDER BY.
    """

    id: str
    text: str
    values: tuple[str | int, ...]
    order: str


_TITLE = (Column.TITLE,)
_TITLE_OR_AUTHORS = (Column.TITLE, Column.AUTHORS)
_LEAST_PIECE = 3
_INDEXED = frozenset(
    {SortBy.ADDED, SortBy.CHANGED, SortBy.TITLE, SortBy.AUTHOR, SortBy.YEAR, SortBy.CITEKEY}
)
# What a step costs, in microseconds: to ask an index of words about one entry; to go on to the
# next entry in the order of a column, or in that of the table. To go on in any other way, with the
# columns of the entry, costs about one.
_PROBE, _STEP_IN_ORDER, _STEP_ON = 40, 2, 0.2
_MOST_COUNTED = 20_000
_SAMPLE = 500
_COLUMNS = {
    SortBy.ADDED: "e.added",
    SortBy.CHANGED: "e.changed",
    SortBy.TITLE: "e.title_key",
    SortBy.AUTHOR: "e.sort_author",
    SortBy.YEAR: "e.issued",
    SortBy.VENUE: "e.venue COLLATE NOCASE",
    SortBy.CITEKEY: "e.citekey COLLATE NOCASE",
    SortBy.TYPE: "e.type",
    SortBy.STATUS: "e.status",
}
_BIN = "SELECT id FROM entries WHERE binned IS NOT NULL"


def asked(where: Node) -> Asked:
    """Return what a query asks for."""
    parts = conditions_of(where)
    wordy = [part for part in parts if are_words(part)]
    wanted = [part for each in wordy for part in phrases(each)]
    nearer = (_TITLE, _TITLE_OR_AUTHORS) if any(part.column is None for part in wanted) else ()
    tiers = (*nearer, ()) if wordy else ()
    return Asked(
        table="words",
        tiers=tuple(_all(wordy, columns) for columns in tiers),
        apart=tuple(_apart(wordy, columns) for columns in tiers),
        words=tuple(single for part in wanted for single in _singles(part)),
        others=tuple(part for part in parts if not are_words(part)),
        hides_bin=not holds(where, Binned),
    )


def asked_in_pieces(where: Node) -> Asked | None:
    """Return what a query asks for where its words may be pieces of words; None without words.

    Only words of three letters or more can be, in title and authors.
    """
    parts = conditions_of(where)
    pieces = [part for part in parts if isinstance(part, Words) and _may_be_piece(part)]
    if not pieces:
        return None
    return Asked(
        table="grams",
        tiers=(" AND ".join(f'"{"".join(part.words)}"' for part in pieces),),
        apart=((),),
        words=(),
        others=tuple(part for part in parts if part not in pieces),
        hides_bin=not holds(where, Binned),
    )


def lead_of(connection: sqlite3.Connection, asking: Asked, sort: Sort, needed: int) -> Lead:
    """Return what is best gone through for so many entries in an order."""
    has_words = bool(asking.tiers)
    total = total_of(connection)
    few = _fewest(connection, asking.others)
    if sort.by is SortBy.RELEVANCE:
        # The newest come by themselves: where many of them hold, the walk ends soon.
        if few is not None and few.size >= needed * total / max(few.size, 1):
            few = None
        return Lead(by_words=has_words, few=few)
    costs: dict[Lead, float] = {}
    share = _share(connection, asking.others, total)
    if has_words:
        hits = _hits(connection, asking, total)
        costs[Lead(by_words=True, few=few)] = hits
    else:
        hits = total
        costs[Lead()] = total * (_STEP_ON + share)
        if few is not None:
            costs[Lead(few=few)] = few.size
    if sort.by in _INDEXED:
        found = min(hits * share, few.size if few is not None else total)
        steps = min(total, needed * total / max(found, 1))
        probe = _PROBE * len(asking.apart[-1]) if has_words else 0
        if probe or not has_words:
            costs[Lead(in_order=True)] = steps * (_STEP_IN_ORDER + probe)
    return min(costs, key=costs.__getitem__)


def way(asking: Asked, lead: Lead, sort: Sort = BY_RELEVANCE, tier: int = -1) -> Way:
    """Return a query of the entries that are asked for, in any order."""
    words = asking.table
    conditions = list(map(condition, asking.others))
    name = _id_name(lead)
    if lead.by_words and not asking.others and sort.by is SortBy.RELEVANCE:
        source = Sql(f"{words} w")
        hidden = Sql(f"w.rowid NOT IN ({_BIN})")
    else:
        leading = Sql("entries e")
        if lead.by_words:
            leading = Sql(f"{words} w CROSS JOIN entries e ON e.id = w.rowid")
        elif lead.few is not None:
            once = f"(SELECT DISTINCT id FROM ({lead.few.ids.text})) d"  # noqa: S608
            leading = Sql(f"{once} CROSS JOIN entries e ON e.id = d.id", lead.few.ids.values)
        source = leading
        hidden = Sql("+e.binned IS NULL")
    if asking.tiers and lead.by_words:
        conditions.insert(0, Sql(f"w.{words} MATCH ?", (asking.tiers[tier],)))
    elif asking.tiers:
        for place, word in enumerate(asking.apart[tier] or (asking.tiers[tier],)):
            one = f"w{place}"
            source = source._replace(
                text=f"{source.text} CROSS JOIN {words} {one} ON {one}.rowid = {name}"
            )
            conditions.insert(place, Sql(f"{one}.{words} MATCH ?", (word,)))
    if lead.by_words and lead.few is not None:
        ids, _, first, last = lead.few
        text = f"w.rowid BETWEEN ? AND ? AND +w.rowid IN ({ids.text})"
        conditions.insert(1, Sql(text, (first, last, *ids.values)))
    if lead.in_order:
        conditions += _spans(asking.others, _COLUMNS[sort.by])
    if asking.hides_bin:
        conditions.append(hidden)
    where = " AND ".join(f"({part.text})" for part in conditions) or "TRUE"
    values = (*source.values, *(value for part in conditions for value in part.values))
    return Way(name, f"FROM {source.text} WHERE {where}", values, _order(sort, lead, name))


def _spans(nodes: Iterable[Node], column: str) -> Iterable[Sql]:
    """Yield the stretches that a column is to lie in, as its index has them: it begins there."""
    for node in nodes:
        if isinstance(node, Years | Stretch):
            name, found = span_of(node, "e.")
            if name == column:
                yield found


def _id_name(lead: Lead) -> str:
    if lead.by_words:
        return "w.rowid"
    return "d.id" if lead.few is not None else "e.id"


def _order(sort: Sort, lead: Lead, name: str) -> str:
    """Return an order; a "+" keeps SQLite from taking another lead for its sake."""
    if sort.by is SortBy.RELEVANCE:
        return f"{name} DESC" if lead.by_words or lead.few is None else f"+{name} DESC"
    direction = "DESC" if sort.is_descending else "ASC"
    sign = "" if lead.in_order else "+"
    return f"{sign}{_COLUMNS[sort.by]} {direction} NULLS LAST, e.id {direction}"


def counted(table: str, expression: str, most: int) -> Sql:
    """Return a query that counts the hits of an expression, up to so many."""
    return Sql(
        f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)",  # noqa: S608
        (expression, most),
    )


def last_of(table: str, expression: str, most: int) -> Sql:
    """Return a query of the number of the last of so many hits of an expression; 0 for none."""
    return Sql(
        "SELECT coalesce(max(rowid), 0)"  # noqa: S608
        f" FROM (SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?)",
        (expression, most),
    )


def number(connection: sqlite3.Connection, query: Sql) -> int:
    """Return the one number that a query has."""
    found: int = connection.execute(query.text, query.values).fetchone()[0]
    return found


def total_of(connection: sqlite3.Connection) -> int:
    """Return about how many entries there are."""
    return max(1, number(connection, Sql("SELECT coalesce(max(id), 0) FROM entries")))


def _hits(connection: sqlite3.Connection, asking: Asked, total: int) -> float:
    """Return about how many entries have the words; where they are many, judged by the oldest."""
    table, expression = asking.table, asking.tiers[-1]
    hits = number(connection, counted(table, expression, _MOST_COUNTED))
    if hits < _MOST_COUNTED:
        return hits
    last = number(connection, last_of(table, expression, _MOST_COUNTED))
    return hits * total / max(last, 1)


def _fewest(connection: sqlite3.Connection, nodes: Iterable[Node]) -> Few | None:
    """Return the ids of the condition that the fewest entries hold for; None where all are many."""
    best: Few | None = None
    for ids in filter(None, map(ids_of, nodes)):
        most = _MOST_COUNTED if best is None else best.size
        count, first, last = connection.execute(
            f"SELECT count(*), min(id), max(id) FROM ({ids.text} LIMIT ?)",  # noqa: S608
            (*ids.values, most),
        ).fetchone()
        if count < most:
            best = Few(ids, count, first or 0, last or 0)
    return best


def is_rare(connection: sqlite3.Connection, nodes: Iterable[Node]) -> bool:
    """Tell whether there are conditions that all hold for next to none, judged by some entries."""
    return _share(connection, nodes, total_of(connection)) < 2 / _SAMPLE


def _share(connection: sqlite3.Connection, nodes: Iterable[Node], total: int) -> float:
    """Return for which share of the entries all conditions hold, judged by some of them."""
    parts = [condition(node) for node in nodes if not holds(node, Words)]
    if not parts:
        return 1
    sample = range(1, total + 1, max(1, total // _SAMPLE))
    held = number(
        connection,
        Sql(
            "SELECT count(*) FROM json_each(?) s CROSS JOIN entries e ON e.id = s.value"  # noqa: S608
            f" WHERE {' AND '.join(f'({part.text})' for part in parts)}",
            (json.dumps(list(sample)), *(value for part in parts for value in part.values)),
        ),
    )
    return max(held, 0.5) / len(sample)


def _all(parts: Iterable[Node], columns: Iterable[Column] = ()) -> str:
    return match(AllOf(tuple(parts)), columns)


def _may_be_piece(part: Words) -> bool:
    may_stand_there = part.column in (None, *_TITLE_OR_AUTHORS)
    return may_stand_there and len("".join(part.words)) >= _LEAST_PIECE


def _apart(parts: list[Node], columns: Iterable[Column]) -> tuple[str, ...]:
    if not all(is_ready(part, columns) for part in parts):
        return ()
    return tuple(match(part, columns) for part in parts)


def _singles(part: Words) -> Iterable[str]:
    """Yield an expression for each word of a phrase."""
    *before, last = part.words
    for word in before:
        yield match(Words(words=(word,)))
    yield match(Words(words=(last,), is_prefix=part.is_prefix))
