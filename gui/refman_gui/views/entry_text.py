"""The abstract of the entry, its tags, collections, notes and files."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from refman.editing import Field, How, edited, field_named, with_note
from refman.editing.setting import Assignment
from refman.library import Library
from refman.library.completing import collections_begun, tags_begun
from refman.model import Attachment, ChangeSet, Holding
from refman_gui.icons import icon
from refman_gui.item_models.entry_drafts import Drafts
from refman_gui.item_models.entry_editing import change_entry, set_field
from refman_gui.item_models.entry_texts import one_line
from refman_gui.session import Session
from refman_gui.views.entry_files import FilesRow
from refman_gui.views.entry_long_text import LongText
from refman_gui.views.entry_page import EntryPage, Told
from refman_gui.views.entry_value import LineField, Value

__all__ = ["TextPage"]

_MOST_NOTE_NAME = 50
_MOST_NOTES = 200
_MOST_TAGS = 20_000


class TextPage(EntryPage):
    """Show the texts of an entry, and edit them.

    Attributes:
        abstract, note: the long texts.
        tags, collections: the lists.
        files: what is attached.
    """

    def __init__(self, session: Session, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._drafts = session, drafts
        self._holding: Holding | None = None
        self.told = Told(self)
        self.abstract = LongText(self.tr("Abstract"), self)
        self.tags = LineField(self.tr("Tags"), self._tags_begun, self)
        self.tags.setPlaceholderText(self.tr("lamps; water"))
        self.collections = LineField(self.tr("Collections"), self._collections_begun, self)
        self.collections.setPlaceholderText(self.tr("HF Papers/World models; To read"))
        self.notes = QComboBox(self)
        self.notes.setAccessibleName(self.tr("Which note"))
        self.notes.view().setAccessibleName(self.tr("Notes"))
        self.notes.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.notes.currentIndexChanged.connect(self._show_note)
        self.note = LongText(self.tr("Note"), self)
        self.files = FilesRow(self)
        self.files.added.connect(self._add_files)
        self.files.taken_out.connect(self._take_out_file)
        self.files.told.connect(self.told.tell)
        for line in (self.tags, self.collections):
            line.setMaxLength(_MOST_TAGS)
            line.told.connect(self.told.tell)
        self._lay_out()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.abstract)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._titled(self.tr("Abstract"), self.abstract))
        layout.addWidget(self.abstract, 3)
        grid = QGridLayout()
        grid.setSpacing(6)
        for row, (text, line) in enumerate(
            ((self.tr("&Tags"), self.tags), (self.tr("C&ollections"), self.collections))
        ):
            label = QLabel(text, self)
            label.setBuddy(line)
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
        layout.addLayout(grid)
        layout.addLayout(self._titled(self.tr("Notes"), self.note, self.notes))
        layout.addWidget(self.note, 2)
        layout.addWidget(self.files)
        layout.addWidget(self.told)

    def _titled(self, text: str, editor: LongText, chooser: QWidget | None = None) -> QHBoxLayout:
        """Return a line with a title and the buttons of an editor."""
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(QLabel(text, self))
        if chooser is not None:
            line.addWidget(chooser, 1)
        else:
            line.addStretch(1)
        edit = self._button("pencil", self.tr("Edit {what}").format(what=text), editor.edit)
        apply = self._button("check", self.tr("Apply {what}").format(what=text), editor.apply)
        back = self._button("undo-2", self.tr("Take {what} back").format(what=text),
                            editor.take_back)  # fmt: skip
        for button in (edit, apply, back):
            line.addWidget(button)
        editor.begun.connect(edit.setHidden)
        editor.begun.connect(apply.setVisible)
        editor.begun.connect(back.setVisible)
        editor.told.connect(self.told.tell)
        apply.hide()
        back.hide()
        return line

    def _button(self, name: str, text: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(slot)
        return button

    def edit(self) -> None:
        """Edit the text that has the focus, or else the abstract."""
        (self.note if self.note.hasFocus() else self.abstract).edit()

    def show_entry(self, holding: Holding | None) -> None:
        """Show the texts as they are now; what is being typed stays."""
        is_other = self._holding is None or holding is None or self._holding.id != holding.id
        self._holding = holding
        if is_other:
            self.told.tell("")
        for line, name in ((self.tags, "keywords"), (self.collections, "collections")):
            line.show_value(self._value(name))
        self.abstract.show_value(self._value("abstract"))
        self.files.show_files(
            holding.entry.attachments if holding is not None else (), self._session.path.parent
        )
        self._list_notes(0 if is_other else max(0, self.notes.currentIndex()))

    def _value(self, name: str) -> Value | None:
        holding = self._holding
        if holding is None or holding.id is None:
            return None
        field = field_named(name)
        text = field.text_of(holding.entry)
        return Value(self._drafts, holding.id, name, text, _Setter(self._session, holding, field))

    def _list_notes(self, chosen: int) -> None:
        notes = self._holding.entry.notes[:_MOST_NOTES] if self._holding is not None else ()
        self.notes.blockSignals(True)
        self.notes.clear()
        self.notes.addItems(
            [
                self.tr("{number}: {note}").format(number=at, note=one_line(note, _MOST_NOTE_NAME))
                for at, note in enumerate(notes, 1)
            ]
        )
        self.notes.addItem(self.tr("a new note"))
        self.notes.setCurrentIndex(min(chosen, len(notes)))
        self.notes.blockSignals(False)
        self._show_note()

    @Slot()
    def _show_note(self) -> None:
        holding, place = self._holding, max(0, self.notes.currentIndex())
        if holding is None or holding.id is None:
            self.note.show_value(None)
            return
        notes = holding.entry.notes
        text = notes[place] if place < len(notes) else ""

        def apply(typed: str) -> None:
            with_note(holding, place, typed, now=datetime.now(UTC))  # can it be kept?

            def make(_: Library, held: Holding) -> ChangeSet:
                return with_note(held, place, typed, now=datetime.now(UTC))

            change_entry(self._session, holding.id, make)

        self.note.show_value(Value(self._drafts, holding.id, f"notes.{place}", text, apply))

    def _tags_begun(self, word: str) -> list[str]:
        if self._session.reader is None:
            return []
        with self._session.reader.reading() as connection:
            return tags_begun(connection, word)

    def _collections_begun(self, word: str) -> list[str]:
        if self._session.reader is None:
            return []
        with self._session.reader.reading() as connection:
            return collections_begun(connection, word)

    @Slot(object)
    def _add_files(self, attachments: tuple[Attachment, ...]) -> None:
        self._change_files(How.ADD, attachments)

    @Slot(object)
    def _take_out_file(self, attachment: Attachment) -> None:
        self._change_files(How.TAKE_OUT, (attachment,))

    def _change_files(self, how: How, attachments: tuple[Attachment, ...]) -> None:
        if self._holding is None:
            return
        wanted = [Assignment(field_named("attachments"), how, attachments)]

        def make(library: Library, held: Holding) -> ChangeSet:
            return edited(library, [held], wanted, now=datetime.now(UTC))

        change_entry(self._session, self._holding.id, make)


class _Setter:
    """Give the library another value of a field."""

    def __init__(self, session: Session, holding: Holding, field: Field) -> None:
        self._session, self._holding, self._field = session, holding, field

    def __call__(self, typed: str) -> None:
        set_field(self._session, self._holding, self._field, typed)
