"""A query's conditions in SQL: as an expression for the index of words, or about columns.

Whatever a person has typed is a parameter, or a quoted string in an expression of FTS5, whose words
hold nothing but letters and digits. So no query can be one that SQLite cannot read.

Source: https://sqlite.org/fts5.html, "Full-text Query Syntax".
"""

import itertools
from collections.abc import Iterable
from typing import NamedTuple

from refman.library import duplicates, exports, versions
from refman.library.query_tree import (
    AllOf,
    AnyOf,
    Binned,
    Column,
    Exact,
    Fact,
    Is,
    Node,
    Not,
    Side,
    Stretch,
    Times,
    Within,
    Words,
    Years,
)
from refman.library.rows import FACTS, to_number
from refman.library.texts import EVERY, HEAD
from refman.model import KeptKind, Outcome

__all__ = ["Sql", "are_words", "condition", "ids_of", "is_ready", "match", "phrases", "span_of"]

_LAST_SIGN = "\U0010ffff"
_HEADED = frozenset({Column.TITLE, Column.AUTHORS})
_IN_YEAR = 10_000
_LONGEST_INDEXED_PREFIX = 5


class Sql(NamedTuple):
    """Hold a piece of SQL and what stands for its question marks."""

    text: str
    values: tuple[str | int, ...] = ()


# What ``refman.library.proposals.Standing.is_open`` says.
_CHOICES = Sql(
    "SELECT p.id FROM proposals p WHERE (p.outcome = ? OR p.published > 0)"
    " AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.kind = ? AND k.name = p.id || ' ' || p.at)",
    (Outcome.REVIEW.value, KeptKind.CHOICE.value),
)


def are_words(node: Node) -> bool:
    """Tell whether a condition is about words only."""
    match node:
        case Words():
            return True
        case Not(part):
            return are_words(part)
        case AllOf(parts) | AnyOf(parts):
            return bool(parts) and all(map(are_words, parts))
        case _:
            return False


def match(node: Node, columns: Iterable[Column] = ()) -> str:
    """Return the expression of a condition that is about words only.

    Args:
        node: the condition.
        columns: the texts that have to hold what is asked of none in particular.
    """
    match node:
        case Words():
            return _words(node, columns)
        case Not(part):
            return f'("{EVERY}" NOT {match(part)})'
        case AllOf(parts):
            wanted = [match(part, columns) for part in parts if not isinstance(part, Not)]
            unwanted = [match(part.part) for part in parts if isinstance(part, Not)]
            found = " AND ".join(wanted or [f'"{EVERY}"'])
            return f"(({found}) NOT ({' OR '.join(unwanted)}))" if unwanted else f"({found})"
        case _:
            assert isinstance(node, AnyOf), node
            return f"({' OR '.join(match(part, columns) for part in node.parts)})"


def phrases(node: Node) -> Iterable[Words]:
    """Yield the words that a condition wants, not those that it does not."""
    if isinstance(node, Words):
        yield node
    if isinstance(node, AllOf | AnyOf):
        for part in node.parts:
            yield from phrases(part)


def is_ready(node: Node, columns: Iterable[Column] = ()) -> bool:
    """Tell whether the index has all hits of a condition in one list: those of a word, as a rule.

    It has none of a phrase, and none of the words that begin in one way where that is long.

    Args:
        node: the condition.
        columns: as ``match`` has them.
    """
    if not isinstance(node, Words) or node.joined is not None:
        return False
    word, *more = node.words
    if more:
        return False
    start = _head(_names(node, columns)) + word
    return not node.is_prefix or len(start) <= _LONGEST_INDEXED_PREFIX


def condition(node: Node) -> Sql:
    """Return a condition about ``entries e``; where it does not hold it may be NULL.

    A "+" keeps SQLite from going by a column's index: which way is gone is decided before.
    """
    match node:
        case Words():
            return Sql("e.id IN (SELECT rowid FROM words WHERE words MATCH ?)", (match(node),))
        case Not(part):
            text, values = condition(part)
            return Sql(f"({text}) IS NOT TRUE", values)
        case AllOf(parts):
            return _joined(parts, " AND ", "TRUE")
        case AnyOf(parts):
            return _joined(parts, " OR ", "FALSE")
        case Fact(name):
            return Sql("(+e.facts & ?) != 0", (1 << FACTS.index(name),))
        case Binned():
            return Sql("+e.binned IS NOT NULL")
        case Within(side):
            return _within(side)
        case Years(first, last):
            return _stretch("+e.year", first, None if last is None else last + 1)
        case Stretch(what=Times.EXPORTED):
            ids = _exported(node)
            return Sql(f"e.id IN ({ids.text})", ids.values)
        case Stretch():
            return _stretch(f"+e.{node.what.value}", *_numbers(node))
        case _:
            return _is(node)


def ids_of(node: Node) -> Sql | None:
    """Return a query of the ids that a condition holds for, where an index has them.

    An id may come more than once: to tell them apart takes longer than to find them. Some may come
    for which it does not hold: the condition is held against all of them.
    """
    match node:
        case Binned():
            return Sql("SELECT id FROM entries WHERE binned IS NOT NULL")
        case Stretch(what=Times.EXPORTED):
            return _exported(node)
        case Years() | Stretch():
            _, found = span_of(node)
            return Sql(f"SELECT id FROM entries WHERE {found.text}", found.values)  # noqa: S608
        case AnyOf(parts):
            either = [found for found in map(ids_of, parts) if found is not None]
            return _united(either) if len(either) == len(parts) else None
        case Within(side=Side.CHOICE):
            return _CHOICES
        case Within(side=Side.VERSION):
            return Sql(versions.IDS)
        case Within(side=Side.DUPLICATE):
            return Sql(duplicates.IDS)
        case Within(side=Side.EXPORT):
            return Sql(exports.IDS)
        case Within(side=Side.CHANGE):
            return Sql(exports.MAYBE_CHANGED)
        case Within(side=Side.FILE):
            return Sql(exports.IDS_TO_FILES)
        case Within(side=Side.ZOTERO):
            return Sql(exports.IDS_TO_ZOTERO)
        case Is(what=Exact.TYPE | Exact.STATUS):
            return None
        case Is():
            table, *values = _value(node)
            return _united(
                Sql(f"SELECT id FROM {table} WHERE {value.text}", value.values)  # noqa: S608
                for value in values
            )
        case _:
            return None


def span_of(node: Years | Stretch, table: str = "") -> tuple[str, Sql]:
    """Return the column whose index has a stretch of years or of time, and the condition for it.

    Args:
        node: the condition.
        table: what stands before the column's name: "e.".
    """
    if isinstance(node, Stretch):
        column = f"{table}{node.what.value}"
        return column, _stretch(column, *_numbers(node))
    column = f"{table}issued"
    first = None if node.first is None else node.first * _IN_YEAR
    before = None if node.last is None else (node.last + 1) * _IN_YEAR
    return column, _stretch(column, first, before)


def _united(queries: Iterable[Sql]) -> Sql:
    texts, values = zip(*queries, strict=True)
    return Sql(" UNION ALL ".join(texts), tuple(itertools.chain.from_iterable(values)))


def _words(node: Words, columns: Iterable[Column]) -> str:
    names = _names(node, columns)
    head = _head(names)
    star = " *" if node.is_prefix else ""
    phrase = " ".join(f"{head}{word}" for word in node.words)
    found = f'"{phrase}"{star}'
    if node.joined is not None:
        found = f'({found} OR "{head}{node.joined}"{star})'
    if not names or names == _HEADED:
        return found
    return f"{{{' '.join(sorted(name.value for name in names))}}} : {found}"


def _names(node: Words, columns: Iterable[Column]) -> frozenset[Column]:
    return frozenset(columns if node.column is None else (node.column,))


def _head(names: frozenset[Column]) -> str:
    """Return what stands before each word in the index where only title or authors may have it."""
    return HEAD if names and names <= _HEADED else ""


def _joined(parts: tuple[Node, ...], joint: str, empty: str) -> Sql:
    found = [condition(part) for part in parts]
    text = joint.join(f"({part.text})" for part in found)
    return Sql(text or empty, tuple(value for part in found for value in part.values))


def _numbers(node: Stretch) -> tuple[int | None, int | None]:
    return (
        None if node.first is None else to_number(node.first),
        None if node.before is None else to_number(node.before),
    )


def _exported(node: Stretch) -> Sql:
    at = _stretch("at", *_numbers(node))
    return Sql(f"{exports.IDS} WHERE {at.text}", at.values)


def _stretch(column: str, first: int | None, before: int | None) -> Sql:
    if first is None and before is None:
        return Sql(f"{column} IS NOT NULL")
    ends = [(f"{column} >= ?", first), (f"{column} < ?", before)]
    told = [(text, end) for text, end in ends if end is not None]
    return Sql(" AND ".join(text for text, _ in told), tuple(end for _, end in told))


def _within(side: Side) -> Sql:
    match side:
        case Side.TAG:
            return Sql("EXISTS (SELECT 1 FROM tags WHERE tags.id = e.id)")
        case Side.COLLECTION:
            return Sql("EXISTS (SELECT 1 FROM collections WHERE collections.id = e.id)")
        case Side.CHOICE:
            ids = _CHOICES
            return Sql(f"e.id IN ({ids.text})", ids.values)
        case Side.VERSION:
            return Sql(f"e.id IN ({versions.IDS})")
        case Side.DUPLICATE:
            return Sql(duplicates.IS_ONE)
        case Side.EXPORT:
            return Sql(exports.IS_ONE)
        case Side.CHANGE:
            return Sql(exports.IS_CHANGED)
        case Side.FILE:
            return Sql(f"e.id IN ({exports.IDS_TO_FILES})")
        case Side.ZOTERO:
            return Sql(f"e.id IN ({exports.IDS_TO_ZOTERO})")
        case _:
            return Sql("+e.listing IS NOT NULL")


def _is(node: Is) -> Sql:
    if node.what in (Exact.TYPE, Exact.STATUS):
        return Sql(f"+e.{node.what.value} = ?", (node.value,))
    table, *found = _value(node)
    text = " OR ".join(f"({each.text})" for each in found)
    values = tuple(value for each in found for value in each.values)
    if table == "entries":
        return Sql(text.replace("citekey", "+e.citekey"), values)
    return Sql(f"EXISTS (SELECT 1 FROM {table} WHERE {table}.id = e.id AND ({text}))", values)  # noqa: S608


def _value(node: Is) -> tuple[str, Sql] | tuple[str, Sql, Sql]:
    """Return the table that has a value, and conditions about its rows: one of them holds."""
    match node.what:
        case Exact.KEY:
            return "entries", _text("citekey", node, " COLLATE NOCASE")
        case Exact.TAG:
            return "tags", _text("fold", node)
        case Exact.COLLECTION if not node.is_prefix:
            inside = (f"{node.value}/", f"{node.value}0")  # "0" comes right behind "/"
            return "collections", _text("fold", node), Sql("fold >= ? AND fold < ?", inside)
        case Exact.COLLECTION:
            return "collections", _text("fold", node)
        case _:
            value = _text("value", node)
            scheme = node.what.value
            return "identifiers", Sql(f"{value.text} AND scheme = ?", (*value.values, scheme))


def _text(column: str, node: Is, collate: str = "") -> Sql:
    if node.is_prefix:
        return Sql(
            f"{column} >= ?{collate} AND {column} < ?{collate}",
            (node.value, node.value + _LAST_SIGN),
        )
    return Sql(f"{column} = ?{collate}", (node.value,))
