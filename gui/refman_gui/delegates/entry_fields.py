"""Values edited where they stand: Enter applies, Escape takes back, a wrong value stays."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from refman_gui.core_texts import core_text
from refman_gui.field_labels import type_labels, type_word
from refman_gui.item_models.entry_fields import FieldRow, FieldsModel
from refman_gui.theme import colours

__all__ = ["FieldDelegate", "FieldEditor"]

_Index = QModelIndex | QPersistentModelIndex

_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
"""They are the editor's, also with Ctrl, and never a shortcut of the window."""

_FOUND_BY = int(Qt.ItemDataRole.UserRole)
_MOST_LINES_SHOWN = 8
_LEAST_LINES, _MOST_LINES = 1, 12
_PADDING = 8
_FRAME = 14


class FieldEditor(QPlainTextEdit):
    """Edit one value.

    Signals:
        grown(): it has another number of lines.

    Attributes:
        row: whose value it is.
    """

    grown = Signal()

    def __init__(self, row: FieldRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.is_wrong = False
        self.setAccessibleName(row.label)
        self.setAccessibleDescription(core_text(row.field.about))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if row.field.example and not row.text:
            self.setPlaceholderText(row.field.example)
        self.document().setDocumentMargin(2)
        self.setProperty("is_begun", False)
        self.document().documentLayout().documentSizeChanged.connect(self.grown)
        self._offered: dict[str, str] = {}
        self._completer = self._make_completer() if row.field.holds == "type" else None

    def _make_completer(self) -> QCompleter:
        """Return what offers the types by name; CSL's words find them too."""
        types = QStandardItemModel(self)
        for name, word in type_labels().items():
            found_by = f"{name} {word}"
            self._offered[found_by] = name
            item = QStandardItem(name)
            item.setToolTip(word)
            item.setData(found_by, _FOUND_BY)
            types.appendRow(item)
        completer = QCompleter(types, self)
        completer.setCompletionRole(_FOUND_BY)
        completer.setWidget(self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._choose)
        return completer

    @Slot(str)
    def _choose(self, found_by: str) -> None:
        self.setPlainText(self._offered[found_by])

    def offer(self) -> None:
        """Offer the values that what was typed may be the beginning of, where there are names."""
        if self._completer is None or not self.hasFocus():
            return
        self._completer.setCompletionPrefix(self.toPlainText().strip())
        is_whole = self._completer.currentIndex().data() == self.toPlainText()
        if self._completer.completionCount() and not is_whole:
            self._completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup() if self._completer is not None else None
        if popup is not None and popup.isVisible() and event.key() in _OWN_KEYS:
            event.ignore()  # the list has the keys first
            return
        if self._completer is not None and event.key() == Qt.Key.Key_Down:
            self._completer.setCompletionPrefix("")
            self._completer.complete()
            return
        super().keyPressEvent(event)

    def lines(self) -> int:
        """Return how many lines it needs."""
        found = int(self.document().documentLayout().documentSize().height())
        return max(_LEAST_LINES, min(_MOST_LINES, found))

    def tell_fault(self, *, is_wrong: bool) -> None:
        """Mark what was typed as wrong, or as right; what is wrong is told beside in words."""
        self.is_wrong = is_wrong
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, colours().bad if is_wrong else colours().text)
        self.setPalette(palette)


class FieldDelegate(QStyledItemDelegate):
    """Edit the values of a FieldsModel.

    Signals:
        told(str, bool): about the value that is edited, in words; and whether it is wrong. Empty
            when nothing is edited any more.
        moved(int): the value of the next field (1), or of the one before (-1), is to be edited.
    """

    told = Signal(str, bool)
    moved = Signal(int)

    def __init__(self, fields: FieldsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields = fields
        self.closeEditor.connect(self._closed)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        row = self._fields.row_at(index.row())
        assert row is not None
        editor = FieldEditor(row, parent)
        editor.textChanged.connect(self._typed)
        editor.grown.connect(self._grown)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Fill the editor once: what is typed is not overwritten by what comes meanwhile."""
        assert isinstance(editor, FieldEditor)
        if editor.property("is_begun"):
            return
        editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.selectAll()
        editor.setProperty("is_begun", True)
        self._tell(editor)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Leave what was typed as a draft: only Enter and Tab apply it."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        assert isinstance(editor, FieldEditor)
        rect = QRect(option.rect)
        lines = editor.fontMetrics().lineSpacing() * editor.lines() + _FRAME
        rect.setHeight(max(rect.height(), lines))
        viewport = editor.parentWidget()
        if viewport is not None and rect.bottom() > viewport.height():
            rect.moveBottom(max(rect.height(), viewport.height()) - 1)
        editor.setGeometry(rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        most = option.fontMetrics.lineSpacing() * _MOST_LINES_SHOWN
        least = option.fontMetrics.height()
        return QSize(size.width(), max(least, min(most, size.height())) + _PADDING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Apply by Enter or Tab, take back by Escape, keep a draft when the focus goes."""
        if not isinstance(watched, FieldEditor):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in _OWN_KEYS:
                event.accept()
                return True
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, editor: FieldEditor, event: QKeyEvent) -> bool:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self._apply(editor)
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if self._apply(editor):
                self.moved.emit(-1 if key == Qt.Key.Key_Backtab else 1)
            return True
        if key == Qt.Key.Key_Escape:
            self._fields.take_back(editor.row)
            self._close(editor)
            return True
        return False

    def _apply(self, editor: FieldEditor) -> bool:
        fault = self._fields.apply(editor.row, editor.toPlainText())
        if fault is not None:
            editor.tell_fault(is_wrong=True)
            self.told.emit(fault, True)
            return False
        self._close(editor)
        return True

    def _close(self, editor: FieldEditor) -> None:
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _typed(self) -> None:
        editor = self.sender()
        if isinstance(editor, FieldEditor) and editor.property("is_begun"):
            self._fields.type_draft(editor.row, editor.toPlainText())
            editor.offer()
            self._tell(editor)

    def _tell(self, editor: FieldEditor) -> None:
        fault = self._fields.check(editor.row, editor.toPlainText())
        editor.tell_fault(is_wrong=fault is not None)
        self.told.emit(fault or self._hint(editor), fault is not None)

    def _grown(self) -> None:
        editor = self.sender()
        if isinstance(editor, FieldEditor):
            wanted = editor.fontMetrics().lineSpacing() * editor.lines() + _FRAME
            if wanted > editor.height():
                editor.resize(editor.width(), wanted)

    def _closed(self) -> None:
        self.told.emit("", False)

    def _hint(self, editor: FieldEditor) -> str:
        field = editor.row.field
        keys = self.tr("Enter applies, Escape takes back.")
        if field.holds == "names":
            keys = self.tr("One name a line: Family, Given; a body in {braces}. Shift+Enter begins"
                           " a line. Enter applies, Escape takes back.")  # fmt: skip
            count = len([line for line in editor.toPlainText().splitlines() if line.strip()])
            named = self.tr("%n name(s).", "", count)
            keys = f"{named} {keys}"
        elif field.holds == "type":
            keys = f"{self._types_hint(editor)} {keys}"
        elif field.about:
            about = self.tr("{about}, as {example}.")
            keys = f"{about.format(about=core_text(field.about), example=field.example)} {keys}"
        return keys

    def _types_hint(self, editor: FieldEditor) -> str:
        name = editor.toPlainText()
        word = type_word(name)
        if word == name:
            return self.tr("A type by its name, or by CSL's word; Down shows all.")
        return self.tr("{name} is CSL's {word}; Down shows all.").format(name=name, word=word)
