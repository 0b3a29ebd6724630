"""The keys of all actions, shown and changed: F1."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from refman.errors import RefmanError
from refman.places import settings_file, user_settings
from refman.preferences import set_values
from refman_gui.core_texts import core_text
from refman_gui.fixed_keys import FIXED_KEYS
from refman_gui.session import Session
from refman_gui.views.plain import plain_label

__all__ = ["ShortcutsView"]

_ID = int(Qt.ItemDataRole.UserRole)
_TABLE = "table:"


class ShortcutsView(QDialog):
    """Show the keys of all actions, and let each have others.

    Signals:
        keys_wanted(str, list): an action, by its id, is to have these keys.
    """

    keys_wanted = Signal(str, list)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("Search for an action or a key"))
        self.box.setAccessibleName(self.tr("Search for an action or a key"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._look_for)
        self.table = self._make_table()
        self.editor = QKeySequenceEdit(self)
        self.editor.setMaximumSequenceLength(1)
        self.editor.setAccessibleName(self.tr("New keys"))
        self.note = plain_label(self)
        self.set_button = QPushButton(self.tr("&Set"), self)
        self.none_button = QPushButton(self.tr("&No key"), self)
        self.default_button = QPushButton(self.tr("As it &was"), self)
        self.set_button.clicked.connect(self._set)
        self.none_button.clicked.connect(self._set_none)
        self.default_button.clicked.connect(self._set_default)
        self.table.itemSelectionChanged.connect(self._chosen)
        line = QHBoxLayout()
        for widget in (self.editor, self.set_button, self.none_button, self.default_button):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.box)
        layout.addWidget(self.table)
        layout.addWidget(self.note)
        layout.addLayout(line)
        self.resize(560, 520)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 2, self)
        table.setAccessibleName(self.tr("Actions and their keys"))
        table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def showEvent(self, event: QShowEvent) -> None:
        """Take the actions as they are now."""
        self._fill()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)
        super().showEvent(event)

    def _actions(self) -> Iterator[QAction]:
        parent = self.parentWidget()
        for action in parent.actions() if parent is not None else []:
            if action.property("keys") is not None:
                yield action

    def _fill(self) -> None:
        row = max(self.table.currentRow(), 0)
        actions = list(self._actions())
        self.table.setRowCount(len(actions) + len(FIXED_KEYS))
        for number, fixed in enumerate(FIXED_KEYS, len(actions)):
            text = QCoreApplication.translate("Actions", fixed.text)
            self.table.setItem(number, 0, QTableWidgetItem(text))
            keys = ", ".join(map(_native, fixed.keys))
            self.table.setItem(number, 1, QTableWidgetItem(keys))
        for number, action in enumerate(actions):
            name = QTableWidgetItem(action.icon(), _plain(action.text()))
            name.setData(_ID, action.objectName())
            self.table.setItem(number, 0, name)
            self.table.setItem(number, 1, QTableWidgetItem(self._told(action)))
        self.table.selectRow(row)
        self._look_for(self.box.text())

    def _told(self, action: QAction) -> str:
        keys: list[str] = list(action.property("keys"))
        shown = [
            self.tr("{key} (in the table)").format(key=_native(key.removeprefix(_TABLE)))
            if key.startswith(_TABLE)
            else _native(key)
            for key in keys
        ]
        return ", ".join(shown)

    @Slot(str)
    def _look_for(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self.table.rowCount()):
            items = [self.table.item(row, column) for column in range(2)]
            told = " ".join(item.text() for item in items if item is not None).casefold()
            self.table.setRowHidden(row, wanted not in told)

    @Slot()
    def _chosen(self) -> None:
        self.editor.clear()
        is_fixed = self.table.currentRow() >= 0 and self._action() is None
        self.note.setText(self.tr("These keys cannot be changed.") if is_fixed else "")
        for widget in (self.editor, self.set_button, self.none_button, self.default_button):
            widget.setDisabled(is_fixed)

    def _action(self) -> QAction | None:
        item = self.table.item(self.table.currentRow(), 0)
        wanted = item.data(_ID) if item is not None else None
        return next((one for one in self._actions() if one.objectName() == wanted), None)

    @Slot()
    def _set(self) -> None:
        key = self.editor.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        action = self._action()
        if action is None or not key:
            self.note.setText(self.tr("Press the new keys in the field below first."))
            return
        other = next((one for one in self._actions()
                      if one is not action and key in one.property("keys")), None)  # fmt: skip
        if other is not None:
            self.note.setText(
                self.tr("{key} is taken by “{action}”; choose other keys, or take them from it.")
                .format(key=_native(key), action=_plain(other.text()))
            )  # fmt: skip
            return
        held = [old for old in action.property("keys") if old.startswith(_TABLE)]
        self._give(action, [key, *held])

    @Slot()
    def _set_none(self) -> None:
        action = self._action()
        if action is not None:
            self._give(action, [])

    @Slot()
    def _set_default(self) -> None:
        action = self._action()
        if action is not None:
            self._give(action, list(action.property("default_keys")))

    def _give(self, action: QAction, keys: list[str]) -> None:
        """Give an action its keys, and keep them for the next time."""
        try:
            kept = dict(user_settings().window.keys)
            if keys == list(action.property("default_keys")):
                kept.pop(action.objectName(), None)
            else:
                kept[action.objectName()] = tuple(keys)
            set_values(settings_file(), {"window.keys": kept or None})
        except RefmanError as error:
            self.note.setText(core_text(str(error)))
            return
        self.keys_wanted.emit(action.objectName(), keys)
        self.editor.clear()
        self._fill()


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
