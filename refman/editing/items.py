"""Lists of which a person saw a likeness, changed there: what is theirs found again in it.

A format may write a list's items otherwise, in another order, without some of what they hold.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from refman.model import Attachment, Keyword, Link, Span

__all__ = ["changed_list", "changed_parts", "only_adds"]

_IN_PARTS = (Link, Keyword, Attachment)
"""Items that are changed part by part; all others are the same or another."""

_Key = Callable[[Any], Hashable]


def changed_parts(own: Any, before: Any, after: Any) -> Any:
    """Return a record with those parts changed that differ between two likenesses of it.

    Where a link stands in a text says nothing of it in another, and is no such part.
    """
    changed = {
        name: getattr(after, name)
        for name in own.__struct_fields__
        if name not in {"raw_url", "span"} and getattr(after, name) != getattr(before, name)
    }
    return msgspec.structs.replace(own, **changed)


def only_adds(before: Sequence[Any], after: Sequence[Any]) -> bool:
    """Tell whether a list has all that it had before."""
    return set(map(_placeless, before)) <= set(map(_placeless, after))


def changed_list(
    own: Sequence[Any], before: Sequence[Any], after: Sequence[Any], key: _Key
) -> tuple[Any, ...]:
    """Return a list with what was changed in a likeness of it.

    Items that are in both likenesses stay what they are, and where they are unless they were put
    into another order. What the likeness did not show stays; where it cannot be told what in it
    stands for what, and just that was changed, it is taken as it was written.

    Args:
        own: the list.
        before: its likeness as it was written.
        after: as it is now.
        key: by what two items are one.
    """
    kept = _kept(before, after, key)
    if len(before) == len(after) == len(kept) and all(
        number == there and _placeless(before[there]) == _placeless(after[number])
        for number, there in kept.items()
    ):
        return tuple(own)
    mine = _counterparts(own, before, key)
    unclear = set(range(len(before))) - mine.keys()
    untouched = {
        there
        for number, there in kept.items()
        if _placeless(before[there]) == _placeless(after[number])
    }
    is_clear = unclear <= untouched
    pieces: list[tuple[int | None, Any]] = []
    for number, item in enumerate(after):
        there = kept.get(number, -1)
        if there in mine:
            place = mine[there]
            pieces.append((place, _changed(own[place], before[there], item)))
        elif there < 0 or not is_clear:
            pieces.append((None, _new(item)))
    unseen = set(range(len(own))) - set(mine.values()) if is_clear else set[int]()
    if not all(one < other for one, other in pairwise(kept[number] for number in sorted(kept))):
        return (*(item for _, item in pieces), *(own[place] for place in sorted(unseen)))
    return tuple(_in_own_order(own, pieces, unseen))


def _counterparts(own: Sequence[Any], before: Sequence[Any], key: _Key) -> dict[int, int]:
    """Return which item of a list each of its likeness stands for: by key, then by place."""
    free: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place in reversed(range(len(own))):
        free[key(own[place])].append(place)
    found = {
        there: same.pop() for there, item in enumerate(before) if (same := free.get(key(item)))
    }
    left = [there for there in range(len(before)) if there not in found]
    places = sorted(place for same in free.values() for place in same)
    return found | (dict(zip(left, places, strict=True)) if len(left) == len(places) else {})


def _kept(before: Sequence[Any], after: Sequence[Any], key: _Key) -> dict[int, int]:
    """Return which item of the likeness before each of that after is: first those that are equal.

    In the order of those after.
    """
    found: dict[int, int] = {}
    ways: tuple[_Key, ...] = (_placeless, key)
    for way in ways:
        taken = set(found.values())
        free: defaultdict[Hashable, list[int]] = defaultdict(list)
        for there in reversed(range(len(before))):
            if there not in taken:
                free[way(before[there])].append(there)
        for number, item in enumerate(after):
            if number not in found and (same := free.get(way(item))):
                found[number] = same.pop()
    return dict(sorted(found.items()))


def _in_own_order(
    own: Sequence[Any], pieces: Sequence[tuple[int | None, Any]], unseen: set[int]
) -> list[Any]:
    """Return the items as they stood, each new one behind that which it was written behind."""
    placed: dict[int, Any] = {place: own[place] for place in unseen}
    behind: defaultdict[int, list[Any]] = defaultdict(list)
    at = -1
    for place, item in pieces:
        if place is None:
            behind[at].append(item)
        else:
            at, placed[place] = place, item
    items = behind[-1]
    for place in range(len(own)):
        items += [placed[place]] if place in placed else []
        items += behind.get(place, [])
    return items


def _changed(own: Any, before: Any, after: Any) -> Any:
    if isinstance(own, _IN_PARTS):
        return changed_parts(own, before, after)
    return own if before == after else after


def _new(item: Any) -> Any:
    """Return an item that nobody knew; a link of it stands in no text that is kept."""
    if isinstance(item, Link):
        return msgspec.structs.replace(item, span=Span(0, len(item.raw_url)))
    return item


def _placeless(item: Any) -> Hashable:
    if isinstance(item, Link):
        return msgspec.structs.replace(item, raw_url="", span=Span(0, 0))
    return item  # type: ignore[no-any-return]  # all items of lists are frozen, or text
