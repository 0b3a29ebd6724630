"""The lines of a comparison: fields, and below a list its items; and which of them are ticked."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from refman.tidying import FieldRow, Item, Sign, SomeItems, Wanted

__all__ = ["DiffLine", "Ticks", "can_be_ticked", "item_lines"]


class DiffLine(NamedTuple):
    """Hold a field that is compared, or an item of it.

    Attributes:
        row: the field.
        item: of the list that it holds; None where the line is the whole field.
        number: the item's place in the new list, from 1; in the old one where it is removed.
        nth: how many items that read the same stand above it.
    """

    row: FieldRow
    item: Item | None = None
    number: int = 0
    nth: int = 0

    @property
    def sign(self) -> Sign:
        """How it differs."""
        return self.row.sign if self.item is None else self.item.sign

    @property
    def key(self) -> tuple[str, str | None, int]:
        """By what it is found again when the entry has changed."""
        if self.item is None:
            return self.row.field, None, 0
        return self.row.field, self.item.after or self.item.before, self.nth


def item_lines(row: FieldRow) -> Iterator[DiffLine]:
    """Yield all items of a field, in the new order; none where it is no list."""
    same: Counter[str] = Counter()
    old = new = 0
    for item in row.items:
        old += bool(item.before)
        new += bool(item.after)
        text = item.after or item.before
        yield DiffLine(row, item, new if item.after else old, same[text])
        same[text] += 1


def _leaves(row: FieldRow) -> list[DiffLine]:
    """Return what of a field can differ by itself: items, or the field where it has none such."""
    items = [line for line in item_lines(row) if line.sign is not Sign.EQUAL]
    return items or [DiffLine(row)]


def can_be_ticked(line: DiffLine) -> bool:
    """Tell whether a line differs, and is not the user's own word; items may go to a list of it."""
    return line.sign is not Sign.EQUAL and (line.item is not None or not line.row.is_locked)


class Ticks:
    """Know what is to be taken of fields: what is taken by itself, until a person ticks."""

    def __init__(self) -> None:
        self._by_hand: dict[tuple[str, str | None, int], bool] = {}
        self._leaves: dict[str, list[DiffLine]] = {}

    def show(self, rows: Iterable[FieldRow], *, is_other: bool) -> None:
        """Take note of the fields that are shown.

        Args:
            rows: the fields.
            is_other: what was ticked by hand is forgotten.
        """
        self._leaves = {row.field: _leaves(row) for row in rows}
        if is_other:
            self._by_hand.clear()

    def toggle(self, line: DiffLine) -> None:
        """Tick a line, or take its tick off; a list's ticks all of its items."""
        lines = [line] if line.item is not None else self._leaves[line.row.field]
        is_wanted = not all(map(self.has, lines))
        self._by_hand |= {one.key: is_wanted for one in lines}

    def has(self, line: DiffLine) -> bool:
        """Tell whether an item, or a field without such, is ticked."""
        return can_be_ticked(line) and self._by_hand.get(line.key, line.row.is_taken)

    def counted(self, row: FieldRow) -> tuple[int, int]:
        """Return how many parts of a field are ticked, and how many can differ by themselves."""
        lines = self._leaves[row.field]
        return sum(map(self.has, lines)), len(lines)

    def chosen(self) -> tuple[Wanted, ...] | None:
        """Return what is ticked; None where that is what is taken by itself."""
        lines = [line for each in self._leaves.values() for line in each]
        if all(self.has(one) == (can_be_ticked(one) and one.row.is_taken) for one in lines):
            return None
        wanted = (self._wanted(each[0].row) for each in self._leaves.values())
        return tuple(one for one in wanted if one is not None)

    def _wanted(self, row: FieldRow) -> Wanted | None:
        """Return what of a field is ticked: all, some items, or nothing."""
        lines = self._leaves[row.field]
        ticked = [line for line in lines if self.has(line)]
        if not ticked:
            return None
        return row.field if len(ticked) == len(lines) and not row.is_locked else _some_of(ticked)

    def taken_now(self, line: DiffLine) -> Wanted | None:
        """Return what is taken of a line by itself, ticked or not: of a list what is ticked of it.

        None where there is nothing to take, or it is the user's own word.
        """
        if line.item is not None:
            return _some_of([line]) if can_be_ticked(line) else None
        return self._wanted(line.row) or (line.row.field if can_be_ticked(line) else None)


def _some_of(lines: Iterable[DiffLine]) -> SomeItems:
    """Return the wish for items of a list."""
    found = [(line.row.field, line.item) for line in lines if line.item is not None]
    return SomeItems(
        field=found[0][0],
        taken=tuple(item.after for _, item in found if item.after),
        dropped=tuple(item.before for _, item in found if not item.after),
    )
