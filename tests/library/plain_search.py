"""What a query finds, told without any index: by reading every entry."""

from typing import get_args

from refman.library.query_tree import (
    AllOf,
    AnyOf,
    Binned,
    Column,
    Exact,
    Fact,
    Is,
    Not,
    Side,
    Stretch,
    Times,
    Within,
    Words,
    Years,
    holds,
)
from refman.library.rows import FACTS, facts_of
from refman.library.texts import fold, pieces_of, texts_of, words_of
from refman.model.provenance import SourceName

__all__ = [
    "exports_among",
    "has",
    "has_pieces",
    "nearness",
    "plainly_found",
    "twins_among",
    "versions_among",
]

NOTHING = {
    Side.DUPLICATE: frozenset(),
    Side.VERSION: frozenset(),
    Side.EXPORT: frozenset(),
    Side.CHANGE: frozenset(),
    Side.FILE: frozenset(),
    Side.ZOTERO: frozenset(),
    Times.EXPORTED: {},
}


def plainly_found(holdings, where, beside=NOTHING):
    """Return the ids of what a query asks for, and whether it took pieces of words.

    ``beside`` has by Side the ids of those that have what no entry says of itself, and by Times
    such times by id.
    """
    seen = [h for h in holdings if holds(where, Binned) or h.binned is None]
    found = {h.id for h in seen if has(h, where, beside=beside)}
    parts = where.parts if isinstance(where, AllOf) else (where,)
    pieces = [part for part in parts if may_be_piece(part)]
    if found or not pieces:
        return found, False
    rest = [part for part in parts if part not in pieces]
    found = {
        h.id
        for h in seen
        if has_pieces(h, pieces) and all(has(h, part, beside=beside) for part in rest)
    }
    return found, bool(found)


def twins_among(holdings, works, apart):
    """Return the ids of entries outside the bin that have another one of their work there."""
    seen = {h.id for h in holdings if h.binned is None and h.id in works}
    return {
        one
        for one in seen
        for other in seen - {one}
        if works[one] == works[other] and (min(one, other), max(one, other)) not in apart
    }


def versions_among(holdings, pairs):
    """Return the ids of entries that are in a pair whose other one lies outside the bin."""
    there = {h.id for h in holdings if h.binned is None}
    both_ways = {*pairs, *((other, one) for one, other in pairs)}
    return {one for one, other in both_ways if other in there}


def exports_among(holdings, exports):
    """Return what ``exports`` says of entries, as ``beside`` has it: see filling.fill_exports."""
    times, last = {}, {}
    for (target, id_), (at, changed) in exports.items():
        times.setdefault(id_, []).append(at)
        last[id_] = max(last.get(id_, (at, target, changed)), (at, target, changed))
    return {
        Side.EXPORT: times.keys(),
        Side.FILE: {id_ for target, id_ in exports if target == 1},
        Side.ZOTERO: {id_ for target, id_ in exports if target != 1},
        Side.CHANGE: {h.id for h in holdings if h.id in last and last[h.id][2] != h.changed},
        Times.EXPORTED: times,
    }


def may_be_piece(part):
    if not isinstance(part, Words) or part.column not in (None, Column.TITLE, Column.AUTHORS):
        return False
    return len("".join(part.words)) >= 3


def has_pieces(holding, pieces):
    text = pieces_of(holding.entry)
    return all("".join(part.words) in text for part in pieces)


def has(holding, node, columns=tuple(Column), beside=NOTHING):
    """Tell whether a condition holds; words that name no text are looked for in ``columns``."""
    entry = holding.entry
    match node:
        case AllOf(parts):
            return all(has(holding, part, columns, beside) for part in parts)
        case AnyOf(parts):
            return any(has(holding, part, columns, beside) for part in parts)
        case Not(part):
            return not has(holding, part, beside=beside)
        case Words(column=column):
            texts = texts_of(entry)
            named = [column] if column else columns
            return any(says(words_of(getattr(texts, each.value)), node) for each in named)
        case Fact(name) if name.startswith("source "):
            return name.removeprefix("source ") in set(map(source_of, entry.provenance.values()))
        case Fact(name):
            return bool(facts_of(entry) & (1 << FACTS.index(name)))
        case Within(side) if side in beside:
            return holding.id in beside[side]
        case Within(side):
            values = {
                Side.TAG: entry.keywords,
                Side.COLLECTION: entry.collections,
                Side.LISTING: (holding.listing,) if holding.listing is not None else (),
            }
            return bool(values[side])
        case Years(first, last):
            year = entry.issued.year if entry.issued else None
            return (
                year is not None
                and (first is None or first <= year)
                and (last is None or year <= last)
            )
        case Stretch(what=what, first=first, before=before):
            if what in beside:
                times = beside[what].get(holding.id, ())
            else:
                times = filter(None, (getattr(holding, what.value),))
            return any(
                (first is None or first <= at) and (before is None or at < before) for at in times
            )
        case Binned():
            return holding.binned is not None
        case Is(what=what, value=value, is_prefix=is_prefix):
            return (
                any(
                    one.startswith(value) if is_prefix else is_same(what, one, value)
                    for one in values_of(entry, what)
                )
                if what is not Exact.KEY
                else key_is(entry.citekey, value, is_prefix)
            )


def source_of(provenance):
    if provenance.span is not None:
        return "listing"
    known = provenance.source in ("user", "listing", *get_args(SourceName))
    return provenance.source if known else "other"


def is_same(what, one, value):
    return one == value or (what is Exact.COLLECTION and one.startswith(f"{value}/"))


def key_is(key, value, is_prefix):
    if key is None:
        return False
    key, value = small(key), small(value)
    return key.startswith(value) if is_prefix else key == value


def small(text):
    return "".join(sign.lower() if sign.isascii() else sign for sign in text)


def values_of(entry, what):
    match what:
        case Exact.TYPE:
            return [entry.type.value]
        case Exact.STATUS:
            return [entry.status.value]
        case Exact.TAG:
            return [fold(keyword.text) for keyword in entry.keywords]
        case Exact.COLLECTION:
            return [fold(path) for path in entry.collections]
        case Exact.ARXIV:
            arxiv = entry.identifiers.arxiv
            return [arxiv.id.casefold()] if arxiv else []
        case _:
            value = getattr(entry.identifiers, what.value)
            return [value.casefold()] if value else []


def says(text, node):
    """Tell whether words stand in a text one after another, or as one."""
    wanted = [node.words] + ([(node.joined,)] if node.joined else [])
    return any(
        stands(text[start : start + len(words)], words, node.is_prefix)
        for words in wanted
        for start in range(len(text) - len(words) + 1)
    )


def stands(found, words, is_prefix):
    if not is_prefix:
        return tuple(found) == tuple(words)
    return tuple(found[:-1]) == tuple(words[:-1]) and found[-1].startswith(words[-1])


def nearness(holding, where):
    """Return how near a hit is: 0 in the title, 1 with the authors, 2 in any text."""
    parts = where.parts if isinstance(where, AllOf) else (where,)
    about_words = [part for part in parts if is_about_words(part)]
    for place, columns in enumerate([(Column.TITLE,), (Column.TITLE, Column.AUTHORS)]):
        if all(has(holding, part, columns) for part in about_words):
            return place
    return 2


def is_about_words(node):
    match node:
        case Words():
            return True
        case Not(part):
            return is_about_words(part)
        case AllOf(parts) | AnyOf(parts):
            return bool(parts) and all(map(is_about_words, parts))
        case _:
            return False
