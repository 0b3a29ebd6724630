"""The keys of all actions, shown and changed: F1."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QResizeEvent, QShowEvent
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
from refman_gui.keys import TABLE, KeyFault, bare_key, heard_keys, sound_key
from refman_gui.session import Session
from refman_gui.views.plain import plain_label

__all__ = ["ShortcutsView"]

_ID = int(Qt.ItemDataRole.UserRole)
_WIDTH, _HEIGHT = 90, 30
"""Of the sheet, in signs and lines, where there is room for it."""
_MOST_OF_KEYS = 0.45
"""Of the table's width: so much at most is theirs."""


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
        self._resize_to_text()

    def _resize_to_text(self) -> None:
        metrics = QFontMetrics(self.font())
        wanted = QSize(metrics.averageCharWidth() * _WIDTH, metrics.height() * _HEIGHT)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))

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
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        # What does not fit beside the other goes on in the next line.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: the names of the actions keep most of it."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        most = int(self.table.viewport().width() * _MOST_OF_KEYS)
        self.table.setColumnWidth(1, min(self.table.sizeHintForColumn(1), most))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the actions as they are now."""
        self._fill()
        self._share()
        self._tell_left_out()
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
            name = QTableWidgetItem(action.icon(), action.iconText())
            name.setData(_ID, action.objectName())
            self.table.setItem(number, 0, name)
            keys = ", ".join(map(self._told, action.property("keys")))
            self.table.setItem(number, 1, QTableWidgetItem(keys))
        self.table.selectRow(row)
        self._look_for(self.box.text())

    def _told(self, key: str) -> str:
        if key.startswith(TABLE):
            return self.tr("{key} (in the table)").format(key=_native(key.removeprefix(TABLE)))
        return _native(key)

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
        typed = self.editor.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        action = self._action()
        if action is None or not typed:
            self.note.setText(self.tr("Press the new keys in the field below first."))
            return
        key = sound_key(typed)
        if isinstance(key, KeyFault):
            self.note.setText(self._why_not(key).format(key=_native(typed)))
            return
        # Those of the table and those of the whole window are set each for themselves.
        held = [old for old in action.property("keys")
                if old.startswith(TABLE) is not key.startswith(TABLE)
                and bare_key(old) != bare_key(key)]  # fmt: skip
        if self._give(action, [key, *held]) and key.startswith(TABLE):
            told = self.tr("{key} is heard in the table only: elsewhere it is typed.")
            self.note.setText(told.format(key=_native(typed)))

    def _why_not(self, fault: KeyFault) -> str:
        match fault:
            case KeyFault.NONE:
                return self.tr("{key} is no key by itself; choose other keys.")
            case KeyFault.MOVING:
                return self.tr("{key} moves about in the window; choose other keys.")
            case KeyFault.MENU:
                return self.tr("{key} opens menus and presses buttons; choose other keys.")
            case KeyFault.CANDIDATE:
                return self.tr("{key} takes one of the candidates; choose other keys.")

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

    def _tell_left_out(self) -> None:
        """Tell of keys that the settings' file has and no action: somebody wrote them there."""
        actions = {one.objectName(): one for one in self._actions()}
        try:
            kept = user_settings().window.keys
        except RefmanError as error:
            self.note.setText(core_text(str(error)))
            return
        heard = heard_keys({name: one.property("default_keys") for name, one in actions.items()},
                           kept)  # fmt: skip
        left = [
            f"{key} ({actions[name].iconText()})"
            for name in actions.keys() & kept.keys()
            for key in kept[name]
            if bare_key(key) not in map(bare_key, heard[name])
        ]
        if left:
            told = self.tr("Not used, for they are no keys or those of another action: {keys}")
            self.note.setText(told.format(keys=", ".join(sorted(left))))

    def _give(self, action: QAction, keys: Sequence[str]) -> bool:
        """Give an action its keys, and keep them for the next time; tell if another has one."""
        id_, bare = action.objectName(), {bare_key(key) for key in keys}
        actions = {one.objectName(): one for one in self._actions()}
        defaults = {name: list(one.property("default_keys")) for name, one in actions.items()}
        try:
            kept = dict(user_settings().window.keys)
            if self._tell_taken(actions, id_, keys, heard_keys(defaults, kept)):
                return False
            # What is still kept of them is not heard: it came to the file by hand.
            kept = {name: tuple(key for key in held if bare_key(key) not in bare)
                    for name, held in kept.items()}  # fmt: skip
            kept[id_] = tuple(keys)
            if list(keys) == defaults[id_]:
                del kept[id_]
            set_values(settings_file(), {"window.keys": kept or None})
        except RefmanError as error:
            self.note.setText(core_text(str(error)))
            return False
        for name, heard in heard_keys(defaults, kept).items():
            if list(heard) != actions[name].property("keys"):
                self.keys_wanted.emit(name, list(heard))
        self.editor.clear()
        self._fill()
        self.note.clear()
        return True

    def _tell_taken(
        self,
        actions: Mapping[str, QAction],
        id_: str,
        keys: Sequence[str],
        heard: Mapping[str, Sequence[str]],
    ) -> bool:
        """Tell which other action has one of some keys; return whether there is one."""
        holders = {
            bare_key(key): name for name, held in heard.items() for key in held if name != id_
        }
        for key in keys:
            if (other := holders.get(bare_key(key))) is not None:
                text = self.tr(
                    "{key} is taken by “{action}”; choose other keys, or take them from it."
                )
                taken = next(old for old in heard[other] if bare_key(old) == bare_key(key))
                name = actions[other].iconText()
                self.note.setText(text.format(key=self._told(taken), action=name))
                return True
        return False


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
