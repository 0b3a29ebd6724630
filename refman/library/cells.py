"""The rows on a page of a SQLite file, whatever state the page is in.

Source: https://sqlite.org/fileformat2.html, 1.6 and 2.1.
"""

from collections.abc import Iterator
from struct import error as StructError  # noqa: N812 - a name for what Python calls in small letters
from struct import unpack_from
from typing import NamedTuple

from refman.library.pages import Pages

__all__ = ["Node", "Row", "RowReader", "node_of"]

_LEAF_TABLE, _INNER_TABLE, _LEAF_INDEX, _INNER_INDEX = 13, 5, 10, 2
_FILE_HEADER_BYTES = 100
_LEAST_CELL_BYTES = 4
_INTEGER_BYTES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE, _LEAST_TEXT = 7, 8, 9, 12
_SIGN_BIT = 1 << 63
_READ_AGAIN = 4
"""So often each page may be read for rows that go on there: one does, others only seem to."""

_FAULTS = (LookupError, StructError, ValueError)


class Row(NamedTuple):
    """Hold a row: its number, which is 0 where its table has none, and its values."""

    id: int
    values: tuple[object, ...]


class Node(NamedTuple):
    """Hold what a page is in the tree of its table.

    Attributes:
        is_table: its rows have numbers.
        is_leaf: it has no pages below it.
        cells: where the rows stand, or what leads to the pages below.
        right: the last page below it.
        is_whole: no cell lies where none can lie.
    """

    is_table: bool
    is_leaf: bool
    cells: tuple[int, ...]
    right: int
    is_whole: bool

    def below(self, page: bytes) -> list[tuple[int, int]]:
        """Return the pages below it: each one's number and the greatest number of its rows.

        That is 0 where rows have none, and for the last one.

        Raises:
            IndexError: it is damaged.
        """
        pages = [
            (
                int.from_bytes(page[at : at + 4], "big"),
                _number(page, at + 4)[0] if self.is_table else 0,
            )
            for at in self.cells
        ]
        return [*pages, (self.right, 0)]


def node_of(page: bytes, number: int) -> Node | None:
    """Return what a page is; None where it is of no tree."""
    start = _FILE_HEADER_BYTES if number == 1 else 0
    kind = page[start] if page else 0
    if kind not in (_LEAF_TABLE, _INNER_TABLE, _LEAF_INDEX, _INNER_INDEX):
        return None
    is_leaf = kind in (_LEAF_TABLE, _LEAF_INDEX)
    (count,) = unpack_from(">H", page, start + 3)
    first = start + (8 if is_leaf else 12)
    end = first + 2 * count
    if end > len(page):
        return None
    places = unpack_from(f">{count}H", page, first)
    cells = tuple(at for at in places if end <= at <= len(page) - _LEAST_CELL_BYTES)
    return Node(
        is_table=kind in (_LEAF_TABLE, _INNER_TABLE),
        is_leaf=is_leaf,
        cells=cells,
        right=0 if is_leaf else int.from_bytes(page[first - 4 : first], "big"),
        is_whole=len(cells) == count,
    )


class RowReader:
    """Read the rows on a file's pages, as far as they can be read."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._left = _READ_AGAIN * pages.count

    def rows(self, page: bytes, node: Node) -> Iterator[Row]:
        """Yield the rows on a page; those that cannot be read are left out.

        Args:
            page: what stands on it.
            node: what it is.
        """
        for cell in node.cells:
            at = cell if node.is_leaf else cell + 4
            try:
                size, at = _number(page, at)
                id_, at = _number(page, at) if node.is_table else (0, at)
                row = Row(id_, _values(self._content(page, at, size, is_table=node.is_table)))
            except _FAULTS:
                continue
            yield row

    def _content(self, page: bytes, at: int, size: int, *, is_table: bool) -> bytes:
        """Return a row as it is written, from where it begins on a page to its end on others.

        Raises:
            ValueError: it cannot be read to its end.
        """
        here = _size_here(self._pages.size, size, is_table=is_table)
        content = page[at : at + here]
        if len(content) != here:
            raise ValueError("a row is longer than its page")
        if here == size:
            return content
        parts, missing = [content], size - here
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        been: set[int] = set()
        while missing > 0:
            self._left -= 1
            other = self._pages.read(following)
            if not other or following in been or self._left < 0:
                raise ValueError("the rest of a row is not there")
            been.add(following)
            parts.append(other[4 : 4 + missing])
            missing -= len(parts[-1])
            following = int.from_bytes(other[:4], "big")
        return b"".join(parts)


def _size_here(page_size: int, size: int, *, is_table: bool) -> int:
    """Return how much of a row of a size stands on the page where it begins."""
    most = page_size - 35 if is_table else (page_size - 12) * 64 // 255 - 23
    if size <= most:
        return size
    least = (page_size - 12) * 32 // 255 - 23
    here = least + (size - least) % (page_size - 4)
    return here if here <= most else least


def _values(content: bytes) -> tuple[object, ...]:
    """Return a row's values.

    Raises:
        IndexError, ValueError, struct.error: it is no row.
    """
    end, at = _number(content, 0)
    values: list[object] = []
    place = end
    while at < end:
        kind, at = _number(content, at)
        value, place = _value(content, kind, place)
        values.append(value)
    if at != end or place != len(content):
        raise ValueError("a row is longer or shorter than it says")
    return tuple(values)


def _value(content: bytes, kind: int, at: int) -> tuple[object, int]:
    if kind >= _LEAST_TEXT:
        end = at + (kind - _LEAST_TEXT) // 2
        value = content[at:end]
        return (value.decode() if kind % 2 else value), end
    if kind == _FLOAT:
        (number,) = unpack_from(">d", content, at)
        return number, at + 8
    if kind in (_ZERO, _ONE):
        return kind - _ZERO, at
    end = at + _INTEGER_BYTES[kind]
    return (int.from_bytes(content[at:end], "big", signed=True) if kind else None), end


def _number(content: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends.

    Raises:
        IndexError: the content ends before it.
    """
    number = 0
    for place in range(at, at + 8):
        number = number << 7 | content[place] & 0x7F
        if content[place] < 0x80:  # noqa: PLR2004 - the bit that says that it goes on
            return number, place + 1
    number = number << 8 | content[at + 8]
    return (number & _SIGN_BIT - 1) - (number & _SIGN_BIT), at + 9
