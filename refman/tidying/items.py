"""Two lists held beside each other item by item, and merged with those items that are wanted."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from refman.editing.fields import Field
from refman.errors import EditError
from refman.model import Name
from refman.normalise import fold_blanks
from refman.tidying.words import Sign

__all__ = ["Item", "SomeItems", "items_changed", "with_items"]

_NAMES = "names"
_SHOWN = 60

_Key = Callable[[Any], Hashable]


class Item(msgspec.Struct, frozen=True, gc=False):
    """Hold an item of a list as two lists have it, as texts; "" where one of them lacks it."""

    sign: Sign
    before: str
    after: str


class SomeItems(msgspec.Struct, frozen=True, kw_only=True):
    """Name those items of a list in which it is to become another.

    Of several that read the same the first are meant.

    Attributes:
        field: the list's name.
        taken: the texts of items that the other list adds, or has otherwise: as they read there.
        dropped: the texts of items that the other list lacks, which are to go.
    """

    field: str
    taken: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


class _Pair(NamedTuple):
    """Hold the places that an item has in two lists; None in one that lacks it."""

    before: int | None
    after: int | None


def items_changed(field: Field, before: Sequence[Any], after: Sequence[Any]) -> tuple[Item, ...]:
    """Return the items of two lists merged, in the second one's order.

    What the second one lacks stands behind what it stood behind in the first. An item that only
    stands elsewhere is the same; a person of whom more is spelled out is changed, and so are as
    many removed as added in one place, but for persons who have no name in common.

    Args:
        field: tells by what two items are one, and how they read.
        before: the first list.
        after: the second one.
    """
    return _items(field, before, after, _paired(field, before, after))


def _items(
    field: Field, before: Sequence[Any], after: Sequence[Any], pairs: Sequence[_Pair]
) -> tuple[Item, ...]:
    olds, news = (list(map(field.kind.show, items)) for items in (before, after))
    return tuple(_item(pair, olds, news) for pair in pairs)


def _item(pair: _Pair, olds: Sequence[str], news: Sequence[str]) -> Item:
    if pair.after is None or pair.before is None:
        sign = Sign.REMOVED if pair.after is None else Sign.ADDED
    else:
        sign = Sign.EQUAL if olds[pair.before] == news[pair.after] else Sign.CHANGED
    old, new = pair
    return Item(sign, "" if old is None else olds[old], "" if new is None else news[new])


def with_items(
    field: Field, before: Sequence[Any], after: Sequence[Any], wanted: SomeItems
) -> tuple[Any, ...]:
    """Return a list that differs from the first in just those items in which it is to.

    The order is the second one's. With all in which they differ it is the second list, with none
    the first.

    Args:
        field: as for ``items_changed``.
        before: the first list.
        after: the second one.
        wanted: the items.

    Raises:
        EditError: there is no such item.
    """
    pairs = _paired(field, before, after)
    items = _items(field, before, after, pairs)
    places = _places(field, items, wanted)
    if not places:
        return tuple(before)
    if places == {place for place, item in enumerate(items) if item.sign is not Sign.EQUAL}:
        return tuple(after)
    found: list[Any] = []
    for place, pair in enumerate(pairs):
        is_theirs = place in places
        if is_theirs and pair.after is not None:
            found.append(after[pair.after])
        elif not is_theirs and pair.before is not None:
            found.append(before[pair.before])
    return tuple(found)


def _places(field: Field, items: Sequence[Item], wanted: SomeItems) -> set[int]:
    """Return the places among changed items of those that are wanted.

    Raises:
        EditError: one is not there.
    """
    taken, dropped = (Counter(map(_folded, texts)) for texts in (wanted.taken, wanted.dropped))
    places: set[int] = set()
    for place, item in enumerate(items):
        is_gone = item.sign is Sign.REMOVED
        left, text = (dropped, item.before) if is_gone else (taken, item.after)
        if item.sign is not Sign.EQUAL and left[_folded(text)] > 0:
            left[_folded(text)] -= 1
            places.add(place)
    for what, left in (("adds", taken), ("lacks", dropped)):
        unknown = next((text for text, count in left.items() if count > 0), None)
        if unknown is not None:
            raise EditError(
                f'the record {what} no "{unknown[:_SHOWN]}" in {field.short}', field=field.short
            )
    return places


def _folded(text: str) -> str:
    return fold_blanks(text).casefold()


def _paired(field: Field, before: Sequence[Any], after: Sequence[Any]) -> tuple[_Pair, ...]:
    """Return which items of two lists are one, in the order of ``items_changed``."""
    key = field.kind.key
    assert key is not None  # a list
    places = _matched(before, after, range(len(before)), range(len(after)), key)
    if field.holds == _NAMES:
        free = [old for old in range(len(before)) if old not in places]
        theirs = set(places.values())
        left = [new for new in range(len(after)) if new not in theirs]
        places |= _matched(before, after, free, left, _person)
    pairs = _in_order(len(before), len(after), places)
    if field.holds != _NAMES:
        return tuple(pairs)
    return tuple(part for pair in pairs for part in _parted(pair, before, after))


def _matched(
    before: Sequence[Any],
    after: Sequence[Any],
    olds: Sequence[int],
    news: Sequence[int],
    key: _Key,
) -> dict[int, int]:
    """Return where items of a list stand in another, by a key; those of one key in their order."""
    free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for new in news:
        free[key(after[new])].append(new)
    return {old: same.popleft() for old in olds if (same := free.get(key(before[old])))}


def _person(name: Name) -> Hashable:
    """Return by what a name with initials is the one that is spelled out."""
    family = (name.family or name.literal or "").casefold()
    return family, (name.given or "")[:1].casefold()


def _parted(pair: _Pair, before: Sequence[Name], after: Sequence[Name]) -> Iterator[_Pair]:
    """Yield a pair, or its persons apart where they have no name in common."""
    old, new = pair
    if old is not None and new is not None and not _are_alike(before[old], after[new]):
        yield from (_Pair(old, None), _Pair(None, new))
    else:
        yield pair


def _are_alike(name: Name, other: Name) -> bool:
    pairs = ((name.family, other.family), (name.given, other.given), (name.literal, other.literal))
    return any(one and two and one.casefold() == two.casefold() for one, two in pairs)


def _in_order(count: int, other_count: int, places: dict[int, int]) -> Iterator[_Pair]:
    """Yield all items of two lists, of which some are one.

    Args:
        count: of the first list's.
        other_count: of the second one's.
        places: where items of the first stand in the second.
    """
    gone: defaultdict[int, list[int]] = defaultdict(list)  # by what they stand behind
    behind = -1
    for old in range(count):
        behind = places.get(old, behind)
        if old not in places:
            gone[behind].append(old)
    ours = {new: old for old, new in places.items()}
    new = -1
    while new < other_count:
        if new in ours:
            yield _Pair(ours[new], new)
        olds = gone.get(new, [])
        end = new + 1
        while end < other_count and end not in ours:
            end += 1
        news = range(new + 1, end)
        if len(olds) == len(news):
            yield from map(_Pair, olds, news)
        else:
            yield from (_Pair(old, None) for old in olds)
            yield from (_Pair(None, added) for added in news)
        new = end
