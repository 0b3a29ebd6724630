"""What is to be done to many papers: a field set, or text found and replaced."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from refman.editing import (
    Field,
    How,
    Replacement,
    all_fields,
    assignment,
    field_named,
    replaceable_fields,
)
from refman.errors import EditError
from refman_gui.core_texts import core_text, field_value
from refman_gui.field_labels import field_label, type_word
from refman_gui.tasks.replacing import Setting

__all__ = ["EditPage", "ReplacePage"]

_LONGEST = 100_000
_LONGEST_PATTERN = 1_000
_CLEAR = "clear"
_FIRST = "keywords"


class EditPage(QWidget):
    """Say which field is to be set, how, and to what.

    Signals:
        changed(): something else is to be done.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = box_of(self, self.tr("Field"))
        fill_fields(self.field, all_fields())
        self.how = box_of(self, self.tr("What is done"))
        self.value = QLineEdit(self)
        self.value.setAccessibleName(self.tr("Value"))
        self.value.setMaxLength(_LONGEST)
        self.value.setClearButtonEnabled(True)
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.how)
        form = QFormLayout(self)
        form.addRow(label_of(self.field, self.tr("F&ield")), line)
        form.addRow(self.tr("&Value"), self.value)
        self.field.setCurrentIndex(self.field.findData(_FIRST))
        self._offer_ways()
        self.field.currentIndexChanged.connect(self._offer_ways)
        self.how.currentIndexChanged.connect(self._told)
        self.value.textChanged.connect(self.changed)

    def wanted(self) -> Setting | None:
        """Return what is to be done; None while nothing is typed.

        Raises:
            EditError: the value has not the field's form.
        """
        how = self.how.currentData()
        text = "" if how == _CLEAR else self.value.text()
        if how != _CLEAR and not text.strip():
            return None
        field = field_named(self.field.currentData())
        text = type_word(text) if field.holds == "type" else text
        setting = Setting(field.name, How.SET if how == _CLEAR else How(how), text)
        assignment(setting.field, setting.how, setting.text)
        return setting

    @Slot()
    def _offer_ways(self) -> None:
        field, before = field_named(self.field.currentData()), self.how.currentData()
        self.how.blockSignals(True)
        self.how.clear()
        if field.is_list:
            self.how.addItem(self.tr("add"), How.ADD.value)
            self.how.addItem(self.tr("take out"), How.TAKE_OUT.value)
        self.how.addItem(self.tr("set to"), How.SET.value)
        try:
            assignment(field.name, How.SET, "")
        except EditError:  # every paper has one
            pass
        else:
            self.how.addItem(self.tr("clear"), _CLEAR)
        self.how.setCurrentIndex(max(0, self.how.findData(before)))
        self.how.blockSignals(False)
        self.value.setPlaceholderText(field_value(field.name, field.example))
        self.field.setToolTip(core_text(field.about))
        self._told()

    @Slot()
    def _told(self) -> None:
        self.value.setEnabled(self.how.currentData() != _CLEAR)
        self.changed.emit()


class ReplacePage(QWidget):
    """Say what is to be found, and what is to stand in its place.

    Signals:
        changed(): something else is to be done.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.find_line = self._line(self.tr("Find"))
        self.put_line = self._line(self.tr("Replace by"))
        self.field = box_of(self, self.tr("In which field"))
        self.field.addItem(self.tr("All texts"), None)
        fill_fields(self.field, replaceable_fields())
        self.pattern = QCheckBox(self.tr("&Regular expression"), self)
        self.case = QCheckBox(self.tr("&Heed capitals"), self)
        self.words = QCheckBox(self.tr("&Whole words"), self)
        self.pattern.setToolTip(self.tr("As Python reads it; \\1 is what the first group found"))
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        for box in (self.pattern, self.case, self.words):
            line.addWidget(box)
            box.toggled.connect(self.changed)
        form = QFormLayout(self)
        form.addRow(self.tr("F&ind"), self.find_line)
        form.addRow(self.tr("Replace &by"), self.put_line)
        form.addRow(label_of(self.field, self.tr("In fie&ld")), line)
        self.field.currentIndexChanged.connect(self.changed)

    def wanted(self) -> Replacement | None:
        """Return what is to be done; None while nothing is typed."""
        if not self.find_line.text():
            return None
        return Replacement(
            find=self.find_line.text(),
            put=self.put_line.text(),
            field=self.field.currentData(),
            is_pattern=self.pattern.isChecked(),
            heeds_case=self.case.isChecked(),
            whole_words=self.words.isChecked(),
        )

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setMaxLength(_LONGEST_PATTERN)
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self.changed)
        return line


def box_of(parent: QWidget, name: str) -> QComboBox:
    """Return a box that has a name, and its list the same."""
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    return box


def label_of(widget: QWidget, text: str) -> QLabel:
    """Return a label whose key leads to a widget."""
    label = QLabel(text, widget)
    label.setBuddy(widget)
    return label


def fill_fields(box: QComboBox, fields: tuple[Field, ...]) -> None:
    """Offer fields, by what they are called."""
    for field in fields:
        box.addItem(field_label(field.short), field.name)
