"""The tree of the queue, brought up to date without a reset: what is open and chosen stays so."""

import html
from collections.abc import Sequence, Set
from itertools import takewhile
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtCore import QPersistentModelIndex as PersistentIndex
from PySide6.QtGui import QColor, QFont

from refman_gui.core_texts import figures
from refman_gui.icons import icon
from refman_gui.item_models.queue_items import Item, Kind
from refman_gui.item_models.queue_terms import Mark, Marks
from refman_gui.selection import PAPERS_MIME
from refman_gui.theme import colours

__all__ = ["ITEM_ROLE", "QueueModel"]

ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole Item of an index."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()
_COUNT = 1
_HEADINGS = frozenset({Kind.SECTION, Kind.FACET})
_DIM = _HEADINGS | {Kind.HINT}
_TAKES_PAPERS = frozenset({Kind.COLLECTION, Kind.TAG})
_LONGEST_TIP = 600

_Index = QModelIndex | PersistentIndex


class _Node:
    """Hold an item where it stands."""

    def __init__(self, number: int, item: Item, parent: "_Node | None") -> None:
        self.number, self.item, self.parent = number, item, parent
        self.row = 0
        self.children: list[_Node] = []
        self.mark: Mark | None = None

    def number_children(self, start: int) -> None:
        """Let the children from a row on know where they stand."""
        for row in range(start, len(self.children)):
            self.children[row].row = row


class QueueModel(QAbstractItemModel):
    """Show items in a tree: their texts, and in a second column how many papers have them.

    Signals:
        papers_dropped(Item): papers were dropped on it.
    """

    papers_dropped = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(0, Item(kind=Kind.SECTION, key="", text=""), None)
        self._nodes = {0: self._root}
        self._last = 0
        self._marks = Marks("")
        self._marked = {
            Mark.SHOWN: self.tr("is shown"),
            Mark.WITHIN: self.tr("in the search"),
            Mark.LEFT_OUT: self.tr("left out"),
        }

    def show(self, items: Sequence[Item]) -> None:
        """Show these items; of those that are there already only what is new in them."""
        self._sync(self._root, items)

    def set_query(self, query: str) -> None:
        """Mark the items that stand in a query."""
        self._marks = Marks(query)
        for parent in [self._root, *self._walk(self._root)]:
            changed: list[int] = []
            for row, node in enumerate(parent.children):
                mark = self._mark_of(node.item)
                if mark is not node.mark:
                    node.mark = mark
                    changed.append(row)
            self._tell(parent, changed)

    def find(self, key: str) -> QModelIndex:
        """Return where an item stands; an invalid index where it does not."""
        node = next((node for node in self._nodes.values() if node.item.key == key), None)
        return self._index_of(node) if node is not None else QModelIndex()

    def all(self) -> list[QModelIndex]:
        """Return where all items stand, from above to below."""
        return [self._index_of(node) for node in self._walk(self._root)]

    def shown(self) -> list[QModelIndex]:
        """Return where the items stand whose query is shown, from above to below."""
        nodes = self._walk(self._root)
        return [self._index_of(node) for node in nodes if node.mark is Mark.SHOWN]

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row].number)

    def parent(self, child: _Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two of this name
        node = self._nodes.get(child.internalId()) if child.isValid() else None
        return self._index_of(node.parent) if node is not None and node.parent else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 2

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._node(index).item.kind in _TAKES_PAPERS:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        node = self._node(index)
        item, is_count = node.item, index.column() == _COUNT
        if role == ITEM_ROLE:
            return item
        if role == _DISPLAY:
            return _count(item) if is_count else _signed(node)
        if role == _DECORATION:
            return icon(item.icon) if item.icon and not is_count else None
        if role == _FONT:
            return _font(node)
        if role == _FOREGROUND:
            return QColor(colours().dim) if is_count or item.kind in _DIM else None
        if role == _ALIGNMENT:
            return _RIGHT if is_count else None
        if role == _TOOLTIP:
            return _tip(item)
        return self._told(node) if role == _ACCESSIBLE else None

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [PAPERS_MIME]

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        is_on_one = parent.isValid() and self._node(parent).item.kind in _TAKES_PAPERS
        return is_on_one and data.hasFormat(PAPERS_MIME)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.papers_dropped.emit(self._node(parent).item)
        return True

    def _told(self, node: _Node) -> str:
        """Return what a screen reader says of an item."""
        parts = [node.item.tip if node.item.kind is Kind.HINT else node.item.text]
        if node.item.total is not None:
            parts.append(self.tr("%n paper(s)", "", node.item.total))
        if node.mark is not None:
            parts.append(self._marked[node.mark])
        return ", ".join(parts)

    def _mark_of(self, item: Item) -> Mark | None:
        return self._marks.mark_of(item.term) if item.term is not None else None

    def _sync(self, parent: _Node, items: Sequence[Item]) -> None:
        """Make the children of a node those that are wanted, in their order."""
        items = _each_once(items)
        self._remove_others(parent, {item.key for item in items})
        there = {child.item.key for child in parent.children}
        row = 0
        changed: list[int] = []
        while row < len(items):
            if items[row].key not in there:
                new = list(takewhile(lambda item: item.key not in there, items[row:]))
                self._insert(parent, row, new)
                row += len(new)
                continue
            if parent.children[row].item.key != items[row].key:
                self._move(parent, _place(parent, row, items[row].key), row)
            node, item = parent.children[row], items[row]
            if node.item != item:
                if _face(node.item) != _face(item):
                    changed.append(row)
                node.item, node.mark = item, self._mark_of(item)
            row += 1
        self._tell(parent, changed)
        for node, item in zip(parent.children, items, strict=True):
            if node.children or item.children:
                self._sync(node, item.children)

    def _remove_others(self, parent: _Node, keys: Set[str]) -> None:
        """Remove the children that are not wanted, those that stand together at once."""
        row = len(parent.children)
        while row:
            last = row
            while row and parent.children[row - 1].item.key not in keys:
                row -= 1
            if row < last:
                self.beginRemoveRows(self._index_of(parent), row, last - 1)
                for child in parent.children[row:last]:
                    for node in (child, *self._walk(child)):
                        del self._nodes[node.number]
                del parent.children[row:last]
                parent.number_children(row)
                self.endRemoveRows()
            row -= 1 if row else 0

    def _insert(self, parent: _Node, row: int, items: Sequence[Item]) -> None:
        self.beginInsertRows(self._index_of(parent), row, row + len(items) - 1)
        parent.children[row:row] = [self._made(item, parent) for item in items]
        parent.number_children(row)
        self.endInsertRows()

    def _made(self, item: Item, parent: _Node) -> _Node:
        self._last += 1
        node = _Node(self._last, item, parent)
        node.mark = self._mark_of(item)
        self._nodes[node.number] = node
        node.children = [self._made(child, node) for child in _each_once(item.children)]
        node.number_children(0)
        return node

    def _move(self, parent: _Node, at: int, to: int) -> None:
        """Move a row to an earlier place."""
        index = self._index_of(parent)
        self.beginMoveRows(index, at, at, index, to)
        parent.children.insert(to, parent.children.pop(at))
        parent.number_children(to)
        self.endMoveRows()

    def _tell(self, parent: _Node, rows: Sequence[int]) -> None:
        """Tell that rows of a node show something else, all at once: a view looks at each telling.

        Source: measured; 350 tellings took a tree 4 s.
        """
        if rows:
            first, last = parent.children[min(rows)], parent.children[max(rows)]
            self.dataChanged.emit(self._index_of(first), self._index_of(last, _COUNT))

    def _walk(self, node: _Node) -> list[_Node]:
        """Return all that stands in a node, from above to below."""
        found: list[_Node] = []
        for child in node.children:
            found += [child, *self._walk(child)]
        return found

    def _node(self, index: _Index) -> _Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index_of(self, node: _Node | None, column: int = 0) -> QModelIndex:
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.row, column, node.number)


def _each_once(items: Sequence[Item]) -> Sequence[Item]:
    """Return items, the first of each key: two authors may be asked for by the same words."""
    found: dict[str, Item] = {}
    for item in items:
        found.setdefault(item.key, item)
    return list(found.values())


def _place(parent: _Node, start: int, key: str) -> int:
    """Return at which row from one on an item stands that is there."""
    rest = range(start, len(parent.children))
    return next(row for row in rest if parent.children[row].item.key == key)


def _face(item: Item) -> tuple[object, ...]:
    """Return what is shown of an item by itself."""
    return item.text, item.total, item.term, item.icon


def _tip(item: Item) -> str | None:
    if item.kind in _HEADINGS:
        return None
    text = "\n".join(filter(None, (item.text, item.term, item.tip)))
    return "<qt>{}</qt>".format(html.escape(text[:_LONGEST_TIP]).replace("\n", "<br>"))


def _signed(node: _Node) -> str:
    """Return an item's text; what is left out has a sign before it."""
    return f"− {node.item.text}" if node.mark is Mark.LEFT_OUT else node.item.text


def _count(item: Item) -> str:
    if item.total is None:  # of a search that means nothing any more
        return "?" if item.kind is Kind.SEARCH else ""
    return figures(item.total)


def _font(node: _Node) -> QFont | None:
    if node.mark is None and node.item.kind is not Kind.SECTION:
        return None
    font = QFont()
    font.setBold(True)
    return font
