"""All actions by a few letters of their names: Ctrl+K."""

from PySide6.QtCore import (
    QEvent,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPixmap,
    QShowEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QListView, QVBoxLayout, QWidget

from refman_gui.session import Session

__all__ = ["PaletteView"]

_ACTION = int(Qt.ItemDataRole.UserRole)
_WIDTH, _HEIGHT = 480, 360
_ICON = 16


class _Matching(QSortFilterProxyModel):
    """Keep those that hold all words; where none does, those with the letters in their order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: list[str] = []
        self._by_letters = False

    def look_for(self, text: str) -> None:
        rows = range(self.sourceModel().rowCount())
        self.beginFilterChange()
        self._wanted, self._by_letters = text.casefold().split(), False
        self._by_letters = not any(map(self._has_words, rows))
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: object) -> bool:
        if not self._by_letters:
            return self._has_words(row)
        signs = iter(self._text(row))
        return all(sign in signs for sign in "".join(self._wanted))

    def _has_words(self, row: int) -> bool:
        text = self._text(row)
        return all(word in text for word in self._wanted)

    def _text(self, row: int) -> str:
        return str(self.sourceModel().index(row, 0).data()).casefold()


class PaletteView(QDialog):
    """Find an action and do it; those that make no sense now are shown, but cannot be chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(self.tr("All actions"))
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("What do you want to do?"))
        self.box.setAccessibleName(self.tr("Action"))
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Actions"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self._all = QStandardItemModel(self)
        self._shown = _Matching(self)
        self._shown.setSourceModel(self._all)
        self.list.setModel(self._shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.box)
        layout.addWidget(self.list)
        self.resize(_WIDTH, _HEIGHT)
        self.box.textChanged.connect(self._look_for)
        self.box.returnPressed.connect(self._do)
        self.list.clicked.connect(self._do)
        self.box.installEventFilter(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the actions as they are now, and stand at the window's top."""
        self._fill()
        self.box.clear()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)
        parent = self.parentWidget()
        if parent is not None:
            middle = parent.mapToGlobal(parent.rect().center())
            top = parent.mapToGlobal(parent.rect().topLeft())
            self.move(middle.x() - self.width() // 2, top.y() + parent.height() // 8)
        super().showEvent(event)

    def _fill(self) -> None:
        self._all.clear()
        nothing = QPixmap(_ICON, _ICON)
        nothing.fill(Qt.GlobalColor.transparent)
        blank = QIcon(nothing)  # so that all texts stand below each other
        parent = self.parentWidget()
        for action in parent.actions() if parent is not None else []:
            text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            picture = action.icon() if not action.icon().isNull() else blank
            item = QStandardItem(picture, f"{text.rstrip('…')}    {keys}".rstrip())
            item.setData(action, _ACTION)
            item.setEnabled(action.isEnabled())
            self._all.appendRow(item)
        self._choose(0)

    @Slot(str)
    def _look_for(self, text: str) -> None:
        self._shown.look_for(text)
        self._choose(0)

    def _choose(self, row: int, step: int = 1) -> None:
        """Choose a row, or the next one that can be chosen."""
        if not self._shown.rowCount():
            return
        self.list.clearSelection()
        while 0 <= row < self._shown.rowCount():
            index = self._shown.index(row, 0)
            if self._shown.flags(index) & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentIndex(index)
                return
            row += step

    @Slot()
    def _do(self) -> None:
        chosen = self.list.selectedIndexes()
        action = chosen[0].data(_ACTION) if chosen else None
        if isinstance(action, QAction):
            self.close()
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go up and down in the list from the box."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            row = self.list.currentIndex().row()
            if event.key() == Qt.Key.Key_Down:
                self._choose(row + 1)
                return True
            if event.key() == Qt.Key.Key_Up:
                self._choose(row - 1, step=-1)
                return True
        return super().eventFilter(watched, event)
