"""The queue's tree as it is clicked on, and the line in which a name is typed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from refman.errors import RefmanError
from refman_gui.core_texts import core_text, figures
from refman_gui.icons import icon
from refman_gui.item_models.queue import ITEM_ROLE, QueueModel
from refman_gui.item_models.queue_items import Item
from refman_gui.views.plain import plain_label

__all__ = ["NameLine", "QueueTree"]

_INDENT = 14
_OPEN_MS = 700
_MOST_SIGNS = 400
_LEAST, _GAP = 99, 12
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class QueueTree(QTreeView):
    """Show the queue; tell what is clicked, or chosen by Enter.

    Signals:
        picked(Item, Qt.KeyboardModifier): an item was clicked, or Enter pressed on it.
        rename_wanted(Item), delete_wanted(Item): F2, Delete was pressed on it.
    """

    picked = Signal(object, object)
    rename_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self.setObjectName("queue_tree")
        self.setAccessibleName(self.tr("Queue, collections, tags, saved searches"))
        self._model = model
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setAutoExpandDelay(_OPEN_MS)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setMinimumSectionSize(16)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.make_room_for(0)
        self.clicked.connect(self._clicked)

    def item_at(self, index: QModelIndex) -> Item | None:
        """Return the item of an index; None where it is invalid."""
        item = index.data(ITEM_ROLE) if index.isValid() else None
        return item if isinstance(item, Item) else None

    def make_room_for(self, total: int) -> None:
        """Make the counts' column as wide as a number needs; to look at all rows takes long."""
        font = self.font()
        font.setBold(True)
        digits = figures(max(total, _LEAST)).replace("1", "0")
        width = QFontMetrics(font).horizontalAdvance(digits) + _GAP
        self.header().resizeSection(1, width)

    def toggle(self, index: QModelIndex) -> None:
        """Open or close what stands in an item."""
        first = index.siblingAtColumn(0)
        self.setExpanded(first, not self.isExpanded(first))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep which keys were held: the signal of a click does not say it."""
        self._modifiers = event.modifiers()
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take F2 for the tree while it has the focus: the window edits the paper by it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_F2:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter, rename by F2, delete by Delete; choose all papers by Escape."""
        item = self.item_at(self.currentIndex())
        if event.key() == Qt.Key.Key_Escape:
            every = self.item_at(self._model.find("shelf "))
            self.picked.emit(every, Qt.KeyboardModifier.NoModifier)
        elif item is None:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            self.picked.emit(item, modifiers)
        elif event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit(item)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(item)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        item = self.item_at(index)
        if item is not None:
            self.picked.emit(item, self._modifiers)


class NameLine(QWidget):
    """Ask for a name in a line below the tree; Enter takes it, Escape goes away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._take: Callable[[str], None] | None = None
        self._before: QWidget | None = None
        self.label = plain_label(self)
        self.edit = QLineEdit(self)
        self.edit.setObjectName("queue_name")
        self.edit.setMaxLength(_MOST_SIGNS)
        self.edit.setAccessibleName(self.tr("Name"))
        self.label.setBuddy(self.edit)
        self.fault = plain_label(self)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.edit, 1)
        line.addWidget(self._button("check", self.tr("Take this name"), self._entered))
        line.addWidget(self._button("x", self.tr("Leave it"), self.leave))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.label)
        layout.addLayout(line)
        layout.addWidget(self.fault)
        self.edit.returnPressed.connect(self._entered)
        self.hide()

    def ask(self, question: str, text: str, take: Callable[[str], None]) -> None:
        """Ask for a name.

        Args:
            question: what it is for.
            text: what stands there at first.
            take: is given it; what it raises is told here, and may be put right.
        """
        focus = self.window().focusWidget()
        if not self.isAncestorOf(focus):
            self._before = focus
        self._take = take
        self.label.setText(question)
        self.edit.setAccessibleName(question)
        self.edit.setText(text)
        self.edit.selectAll()
        self.fault.hide()
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def leave(self) -> None:
        """Go away without a name; the focus is again where it was before it was asked for."""
        self._take = None
        before, self._before = self._before, None
        has_focus = self.isAncestorOf(self.window().focusWidget())
        if has_focus and before is not None and isValid(before):  # a cell's editor may be gone
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    @Slot()
    def _entered(self) -> None:
        name = self.edit.text().strip()
        if self._take is None or not name:
            return
        try:
            self._take(name)
        except RefmanError as error:
            self.fault.setText(core_text(str(error)))
            self.fault.show()
            return
        self.leave()

    def _button(self, name: str, told: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setAutoRaise(True)
        button.setToolTip(told)
        button.setAccessibleName(told)
        button.clicked.connect(do)
        return button
