"""The rows of the tables of a damaged file.

A table is a tree of pages. Rows on pages that it still leads to are sure. Where a page of it is
lost, those below it are looked for among the pages that nothing leads to: what is on them may have
been deleted long ago.

Source: https://sqlite.org/fileformat2.html, 1.6 and 2.6.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from refman.library.cells import Node, Row, RowReader, node_of
from refman.library.pages import Pages
from refman.progress import SILENT, Progress

__all__ = ["FoundRow", "Shape", "Tables"]

_LEAST, _MOST = -1 << 63, (1 << 63) - 1
_REPORTED = 1_024
_NOTHING = type(None)

Stretch = tuple[int, int]
"""Of numbers of rows: above the first, up to the second."""


class Shape(NamedTuple):
    """Hold what the rows of a table are like.

    Attributes:
        types: what each value may be.
        has_ids: its rows have numbers.
        id_at: the column that is the row's number; None where there is no such.
    """

    types: tuple[tuple[type, ...], ...]
    has_ids: bool = True
    id_at: int | None = None

    def values(self, row: Row) -> tuple[object, ...] | None:
        """Return a row's values; None where it is no row of the table."""
        # A column that came in later is not written in rows that are older.
        values = [*row.values, *[None] * (len(self.types) - len(row.values))]
        if len(values) != len(self.types) or not all(map(isinstance, values, self.types)):
            return None
        if self.id_at is not None:
            values[self.id_at] = row.id
        return tuple(values)


_MASTER, _SEQUENCE = "sqlite_master", "sqlite_sequence"
_SHAPES = {
    _MASTER: Shape(((str,), (str,), (str,), (int,), (str, _NOTHING))),
    _SEQUENCE: Shape(((str,), (int,))),
}


class FoundRow(NamedTuple):
    """Hold a row's values, and whether it is sure that the table has it."""

    values: tuple[object, ...]
    is_sure: bool


class _Tree(NamedTuple):
    """Hold the pages with rows that a tree leads to, those it may have lost, and what it lacks."""

    pages: list[tuple[int, Stretch]]
    orphans: list[int]
    holes: list[Stretch]

    def lacks(self, id_: int) -> bool:
        place = bisect_left(self.holes, id_, key=lambda hole: hole[1])
        return place < len(self.holes) and self.holes[place][0] < id_


class Tables:
    """Find the tables of a damaged file, and what is left of them.

    Attributes:
        names: of the tables that its list of tables still has.
    """

    def __init__(
        self, pages: Pages, shapes: Mapping[str, Shape], progress: Progress = SILENT
    ) -> None:
        """Look through the pages.

        Args:
            pages: of the file.
            shapes: of the tables that are looked for, by their names.
            progress: how many pages nothing leads to were looked at.
        """
        self._pages, self._shapes = pages, {**shapes, **_SHAPES}
        self._reader, self._progress = RowReader(pages), progress
        self._reached: set[int] = set()
        self._broken: set[str] = set()
        self._trees = {_MASTER: self._tree(_MASTER, 1)}
        self._look_for_orphans([_MASTER])
        roots: dict[object, object] = {}
        for row, _ in self.rows(_MASTER):
            if row[0] == "table":
                roots.setdefault(row[1], row[3])  # what is sure comes first
        self.names = frozenset(map(str, roots))
        for name in self._shapes.keys() - {_MASTER}:
            if name not in roots and self.is_whole(_MASTER):
                self._trees[name] = _Tree([], [], [])  # of a later version
            else:
                root = roots.get(name)
                self._trees[name] = self._tree(name, root if isinstance(root, int) else 0)
        self._look_for_orphans(self._shapes)

    def rows(self, name: str) -> Iterator[FoundRow]:
        """Yield the rows of a table, those first that are sure, in their order there."""
        shape, tree = self._shapes[name], self._trees[name]
        for number, (after, upto) in tree.pages:
            page, node = self._page(number)
            count = 0
            for row in self._reader.rows(page, node) if node else ():
                values = shape.values(row)
                if values is not None and (not shape.has_ids or after < row.id <= upto):
                    count += 1
                    yield FoundRow(values, is_sure=True)
            if node is None or count < len(node.cells):
                self._broken.add(name)
        for number in tree.orphans:
            page, node = self._page(number)
            for row in self._reader.rows(page, node) if node else ():
                values = shape.values(row)
                if values is not None and (not shape.has_ids or tree.lacks(row.id)):
                    yield FoundRow(values, is_sure=False)

    def lacks(self, name: str, id_: int) -> bool:
        """Tell whether a row of a number may have stood on a page that is lost."""
        return self._trees[name].lacks(id_)

    def holes(self, name: str) -> list[Stretch]:
        """Return the numbers of rows that may be lost, in their order."""
        return self._trees[name].holes

    def is_whole(self, name: str) -> bool:
        """Tell whether all rows of a table, which have been read, are there."""
        return not self._trees[name].holes and name not in self._broken

    def last_id(self, name: str) -> int:
        """Return the greatest number that a row of a table ever had, as far as it is known."""
        numbers = [row[1] for row, _ in self.rows(_SEQUENCE) if row[0] == name]
        return max((number for number in numbers if isinstance(number, int)), default=0)

    def _page(self, number: int) -> tuple[bytes, Node | None]:
        page = self._pages.read(number)
        return page, node_of(page, number)

    def _tree(self, name: str, root: int) -> _Tree:
        has_ids = self._shapes[name].has_ids
        tree = _Tree([], [], [])
        rest = [(root, (_LEAST, _MOST))]
        while rest:
            number, stretch = rest.pop()
            page, node = self._page(number) if number not in self._reached else (b"", None)
            below = _below(page, node, stretch) if node is not None else None
            if node is None or below is None or node.is_table != has_ids:
                tree.holes.append(stretch)
                continue
            self._reached.add(number)
            if node.is_leaf or not has_ids:
                tree.pages.append((number, stretch))
            if not node.is_whole:
                tree.holes.append(stretch)
            rest += reversed(below)
        return tree

    def _look_for_orphans(self, names: Iterable[str]) -> None:
        """Find pages that may have been of the trees that lack some."""
        lacking = [name for name in names if self._trees[name].holes]
        if not lacking:
            return
        free = self._pages.free()
        for number in range(1, self._pages.count + 1):
            if number % _REPORTED == 0:
                self._progress.report(number, self._pages.count)
            if number in self._reached or number in free:
                continue
            page, node = self._page(number)
            if node is None or not node.is_whole or (node.is_table and not node.is_leaf):
                continue
            row = next(self._reader.rows(page, node), None)
            for name in lacking if row is not None else ():
                shape = self._shapes[name]
                if shape.has_ids == node.is_table and row and shape.values(row) is not None:
                    self._trees[name].orphans.append(number)


def _below(page: bytes, node: Node, stretch: Stretch) -> list[tuple[int, Stretch]] | None:
    """Return the pages below one, and the numbers on each; None where it cannot be believed."""
    if node.is_leaf:
        return []
    try:
        below = node.below(page)
    except LookupError:
        return None
    if not node.is_whole:
        return None
    after, upto = stretch
    if not node.is_table:
        return [(number, stretch) for number, _ in below]
    found: list[tuple[int, Stretch]] = []
    for number, last in below[:-1]:
        if not after < last <= upto:
            return None
        found.append((number, (after, last)))
        after = last
    return [*found, (below[-1][0], (after, upto))]
