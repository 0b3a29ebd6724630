"""The settings, as they are declared: a field each, by its type."""

import os
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from refman.errors import RefmanError, SettingsError
from refman.places import settings_file, user_settings
from refman.preferences import set_values
from refman.settings import HIDDEN, Secret, Setting, declared_settings
from refman_gui.core_texts import core_text
from refman_gui.languages import LANGUAGES
from refman_gui.session import Session
from refman_gui.theme import Theme, apply_theme, colours
from refman_gui.views.browse_button import BrowseButton
from refman_gui.views.plain import plain_label
from refman_gui.views.settings_privacy import PrivacyPage

__all__ = ["SettingsView", "setting_title"]

_MOST = 1_000_000_000
_FOLDER, _LANGUAGE = "window.watched_folder", "window.language"
_PATHS = frozenset({_FOLDER, "library.path"})
_OWN_NAMES = {"en": "English", "de": "Deutsch"}


class SettingsView(QDialog):
    """Change the user's settings; what is wrong is told beside what was typed.

    Signals:
        saved(): others hold now.
    """

    saved = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Settings"))
        self.sections = QListWidget(self)
        self.sections.setAccessibleName(self.tr("Sections"))
        self.pages = QStackedWidget(self)
        self.sections.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.note = plain_label(self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(QDialogButtonBox.StandardButton.Save).clicked.connect(self._save)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).clicked.connect(self.reject)
        split = QSplitter(self)
        split.addWidget(self.sections)
        split.addWidget(self.pages)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(split, 1)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        self.fields: dict[str, _Field] = {}
        self.privacy: PrivacyPage | None = None
        self.resize(760, 520)

    def switch_theme(self) -> None:
        """Switch between light and dark, and keep that."""
        theme = Theme.LIGHT if colours().is_dark else Theme.DARK
        apply_theme(theme)
        try:
            set_values(settings_file(), {"window.theme": theme.value})
        except RefmanError as error:
            self._session.failed.emit(str(error))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what holds now."""
        self.note.clear()
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        try:
            held = user_settings()
            settings = [each for each in declared_settings(held) if _can_be_shown(each)]
        except RefmanError as error:
            self.note.setText(core_text(str(error)))
            return
        row = max(self.sections.currentRow(), 0)
        self.sections.clear()
        while (page := self.pages.widget(0)) is not None:
            self.pages.removeWidget(page)
            page.deleteLater()
        self.fields = {}
        for section, some in groupby(settings, key=lambda each: each.name.rpartition(".")[0]):
            self.sections.addItem(self._title(section))
            self.pages.addWidget(self._page(some))
        self.sections.addItem(self.tr("Privacy"))
        self.privacy = PrivacyPage(held, self)
        self.pages.addWidget(self.privacy)
        self.sections.setCurrentRow(row)

    def _title(self, section: str) -> str:
        titles = {
            "citekeys": self.tr("Citekeys"),
            "reading": self.tr("Reading"),
            "export": self.tr("Export"),
            "library": self.tr("Library"),
            "lookup": self.tr("Looking up"),
            "web": self.tr("Web"),
            "window": self.tr("Window"),
            "zotero": self.tr("Zotero"),
        }
        source = section.removeprefix("sources.")
        return titles.get(section) or self.tr("Source: {name}").format(name=source)

    def _page(self, settings: Iterable[Setting]) -> QWidget:
        inside = QWidget(self)
        form = QFormLayout(inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for setting in settings:
            field = _Field(setting, inside)
            self.fields[setting.name] = field
            form.addRow(_shown(setting_title(setting.name)), self._with_browse(field))
            form.addRow(field.help)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _with_browse(self, field: "_Field") -> QWidget | QHBoxLayout:
        """Return an editor; beside that of a path a button to look for what it names."""
        line = field.editor
        if field.name not in _PATHS or not isinstance(line, QLineEdit):
            return line
        button = BrowseButton(line, is_folder=field.name == _FOLDER, parent=self)
        row = QHBoxLayout()
        row.addWidget(line, 1)
        row.addWidget(button)
        return row

    @Slot()
    def _save(self) -> None:
        changed = {
            name: value
            for name, field in self.fields.items()
            if (value := field.value()) != field.shown
        }
        try:
            if changed:
                set_values(settings_file(), changed)
        except RefmanError as error:
            self._tell(error)
            return
        self.accept()
        self.saved.emit()

    def _tell(self, error: RefmanError) -> None:
        """Tell why nothing was saved, and go to the field that is at fault."""
        self.note.setText(core_text(str(error)))
        name = error.setting if isinstance(error, SettingsError) else None
        if name is None or (field := self.fields.get(name)) is None:
            return
        if isinstance(error, SettingsError) and error.expected is not None:
            title = _shown(setting_title(name))
            told = self.tr("“{setting}” takes {what}.")
            self.note.setText(told.format(setting=title, what=core_text(error.expected)))
        for row in range(self.pages.count()):
            area = self.pages.widget(row)
            if isinstance(area, QScrollArea) and area.isAncestorOf(field.editor):
                self.sections.setCurrentRow(row)
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                area.ensureWidgetVisible(field.editor)


class _Field:
    """Hold the editor of one setting.

    Attributes:
        name: the setting's.
        shown: the value that it began with; None for the default.
    """

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        self._setting = setting
        self.name = setting.name
        self.editor = self._make(parent)
        self.editor.setAccessibleName(_shown(setting_title(setting.name)))
        self.help = QLabel(parent)
        self.help.setTextFormat(Qt.TextFormat.PlainText)
        self.help.setWordWrap(True)
        said = _shown(setting.help)
        if setting.variable and setting.variable in os.environ:
            self.editor.setEnabled(False)
            said += f" ({setting.variable})"
        self.help.setText(said)
        self.editor.setAccessibleDescription(said)
        self.shown = self.value()

    def _make(self, parent: QWidget) -> QWidget:
        setting, value = self._setting, self._setting.value
        if setting.choices:
            return _combo(parent, {choice: _shown(choice) for choice in setting.choices}, value)
        if setting.name == _LANGUAGE:
            return _combo(parent, _languages(str(value)), value)
        if isinstance(setting.default, bool):
            box = QCheckBox(parent)
            box.setChecked(bool(value))
            return box
        if isinstance(setting.default, int) and isinstance(value, int):
            spin = QSpinBox(parent)
            spin.setRange(int(setting.least or 0), int(setting.most or _MOST))
            spin.setValue(value)
            return spin
        if isinstance(setting.default, float) and isinstance(value, (int, float)):
            number = QDoubleSpinBox(parent)
            number.setDecimals(2)
            number.setRange(setting.least or 0, setting.most or _MOST)
            number.setValue(value)
            return number
        line = QLineEdit(parent)
        if _is_secret(setting):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setPlaceholderText(HIDDEN if value is not None else "")
        elif isinstance(value, tuple):
            line.setText(", ".join(map(str, cast("tuple[object, ...]", value))))
        else:
            line.setText("" if value is None else str(value))
            line.setPlaceholderText("" if setting.default is None else str(setting.default))
        return line

    def value(self) -> object:
        """Return what stands in the editor; None for the default."""
        value = self._read()
        return None if value == self._setting.default else value

    def _read(self) -> object:
        match self.editor:
            case QComboBox():
                return self.editor.currentData()
            case QCheckBox():
                return self.editor.isChecked()
            case QSpinBox() | QDoubleSpinBox():
                return self.editor.value()
            case QLineEdit():
                text = self.editor.text().strip()
                if isinstance(self._setting.default, tuple):
                    return tuple(part.strip() for part in text.split(",") if part.strip())
                if _is_secret(self._setting):
                    return Secret(text) if text else None
                return text or None
            case _:
                return None


def _combo(parent: QWidget, choices: Mapping[str, str], value: object) -> QComboBox:
    """Return a field of choices, which are by what each stands for."""
    combo = QComboBox(parent)
    for choice, text in choices.items():
        combo.addItem(text, choice)
    combo.setCurrentIndex(combo.findData(value))
    return combo


def _languages(value: str) -> dict[str, str]:
    """Return the languages there are, each by its own name, and what holds: it may be "de_AT"."""
    system = QCoreApplication.translate("SettingsView", "As the system has it")
    names = {language: _OWN_NAMES.get(language, language) for language in LANGUAGES}
    return {"": system} | names | ({value: value} if value not in {"", *names} else {})


def setting_title(name: str) -> str:
    """Return what a setting is called, in English: the last part of its name."""
    return name.rpartition(".")[2].replace("_", " ").capitalize()


def _shown(text: str) -> str:
    """Return what the declaration of a setting says, in the user's language."""
    return QCoreApplication.translate("Settings", text)


def _can_be_shown(setting: Setting) -> bool:
    return not isinstance(setting.default, dict)  # the keys have a sheet of their own


def _is_secret(setting: Setting) -> bool:
    return Secret in getattr(setting.type, "__args__", ())
