"""The page of the entry's pane that shows it as the text of a format, to be edited there."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabBar, QVBoxLayout, QWidget

from refman.editing.differences import Difference, differences
from refman.editing.written import WRITTEN_IN, Reading, TextFault, Written, read, taken_step, write
from refman.errors import EditError, RefmanError
from refman.library import Library
from refman.model import ChangeSet, Edit, EntryId, Holding
from refman.places import state_folder
from refman_gui.core_texts import core_text, figures
from refman_gui.field_labels import field_label
from refman_gui.icons import icon
from refman_gui.item_models.entry_drafts import Drafts
from refman_gui.item_models.entry_editing import change_entry
from refman_gui.item_models.entry_texts import LONGEST_EDITED, capped, one_line
from refman_gui.item_models.kept import keep_choice, kept_choice, protected_words
from refman_gui.session import Session
from refman_gui.views.entry_page import EntryPage, Told
from refman_gui.views.source_editor import SourceEditor

__all__ = ["SourceView"]

_REST_MS = 300
"""So long after the last key a text is read; reading takes less than 20 ms."""

_DRAFTS = "source_drafts.json"
_CHOICE = "source_format"
_MOST_SHOWN = 10_000
_MOST_TOLD, _MOST_FAULTS = 12, 4
_LONGEST_NAME, _LONGEST_FAULT = 40, 300
_MARK = " •"


class _Draft(msgspec.Struct, array_like=True, frozen=True):
    """Hold what was typed, and the text that it was made of."""

    before: str
    typed: str


class SourceView(EntryPage):
    """Show an entry as a format writes it; take back what is changed there.

    Attributes:
        formats: the tabs.
        editor: the text.
        told: what is wrong with it, or what it changes.
        apply_button, revert_button
        drafts: what was typed and not applied, by the format's name.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source")
        self._session = session
        self._holding: Holding | None = None
        self._form = WRITTEN_IN[0]
        self._written = ""
        self._before: Reading | None = None
        self._after: Reading | None = None
        self._is_filling = False
        self.drafts = Drafts(session, state_folder() / _DRAFTS, self)
        self.formats = QTabBar(self)
        self.formats.setAccessibleName(self.tr("Format of the source"))
        self.formats.setDrawBase(False)
        self.formats.setExpanding(False)
        for form in WRITTEN_IN:
            self.formats.addTab(form.label)
        self.editor = SourceEditor(self)
        self.told = Told(self)
        self.apply_button = self._button("check", self.tr("Apply"), self.apply)
        self.revert_button = self._button("undo-2", self.tr("Revert"), self.revert)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._read)
        self._lay_out()
        names = [form.name for form in WRITTEN_IN]
        if (kept := kept_choice(_CHOICE)) in names:
            self.formats.setCurrentIndex(names.index(kept))
        self.formats.currentChanged.connect(self._show_format)
        self.editor.textChanged.connect(self._typed)
        self.editor.apply_wanted.connect(self.apply)
        self.drafts.changed.connect(self._drafts_changed)

    def _button(self, name: str, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(name), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        self.setFocusProxy(self.editor)
        self.apply_button.setToolTip(self.tr("Change the paper so (Ctrl+Return)"))
        self.revert_button.setToolTip(self.tr("Put the text back to what it was"))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addStretch(1)
        buttons.addWidget(self.revert_button)
        buttons.addWidget(self.apply_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.formats)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.told)
        layout.addLayout(buttons)
        # Tab passes over what stands before a focus proxy.
        self.setTabOrder(self.apply_button, self.formats)

    # What is shown.

    def show_entry(self, holding: Holding | None) -> None:
        """Show it as it is now; what is being typed stays, with the cursor in it."""
        before, self._holding = self._holding, holding
        is_same = before is not None and holding is not None and before.id == holding.id
        if is_same and self._draft() is not None:
            self._read()
        else:
            self._show()
        self._tell_drafts()

    def leave(self) -> None:
        """Keep what was typed and not applied: the window closes."""
        self._rest.stop()
        self.drafts.leave()

    @Slot()
    def _show_format(self) -> None:
        keep_choice(_CHOICE, WRITTEN_IN[self.formats.currentIndex()].name)
        self._show()

    def _show(self) -> None:
        """Show the entry in the format that is chosen, or what was made of it before."""
        self._rest.stop()
        self._form = WRITTEN_IN[self.formats.currentIndex()]
        draft = self._draft()
        text = self._text() if draft is None else draft.before
        is_long = len(text) > LONGEST_EDITED
        self._is_filling = True
        self.editor.colours.show_format(self._form.name)
        self._written = self.editor.fill(capped(text, _MOST_SHOWN) if is_long else text)
        self.editor.setReadOnly(is_long or self._holding is None)
        self._before = None
        if draft is not None:
            self.editor.replace_all(draft.typed)
        self._is_filling = False
        self._read()
        if is_long:
            self.told.tell(self.tr("This source is too long to be edited here."))

    def _text(self) -> str:
        if self._holding is None:
            return ""
        return write(self._holding.entry, self._form, protected_words=protected_words())

    # What is typed.

    @Slot()
    def _typed(self) -> None:
        if self._is_filling or self._holding is None or self._holding.id is None:
            return
        typed = self.editor.toPlainText()
        name = _draft_name(self._form)
        if typed == self._written:
            self.drafts.drop(self._holding.id, name)
        else:
            draft = _Draft(self._written, typed)
            self.drafts.put(self._holding.id, name, msgspec.json.encode(draft).decode())
        self._after = None
        self.apply_button.setEnabled(False)
        self._rest.start(_REST_MS)

    def _draft(self) -> _Draft | None:
        """Return what was typed and waits for the user; None where nothing does."""
        if self._holding is None or self._holding.id is None:
            return None
        name = _draft_name(self._form)
        kept = self.drafts.of(self._holding.id).get(name)
        if kept is None or self.drafts.is_given(self._holding.id, name):
            return None
        try:
            return msgspec.json.decode(kept, type=_Draft)
        except msgspec.MsgspecError:  # the file was changed by hand
            return None

    @Slot()
    def _read(self) -> None:
        """Read what stands there, and tell what it would change, or what is wrong with it."""
        self._rest.stop()
        typed = self.editor.toPlainText()
        is_changed = typed != self._written and self._holding is not None
        self.revert_button.setEnabled(is_changed)
        self.apply_button.setEnabled(False)
        self._after = None
        if not is_changed:
            self._tell("")
        elif len(typed) > LONGEST_EDITED:
            self._tell(self.tr("This source is too long to be edited here."), is_fault=True)
        else:
            self._check(typed)

    def _check(self, typed: str) -> None:
        if self._before is None:
            self._before = read(self._written, self._form)
        known = {fault.why for fault in self._before.faults}
        after = read(typed, self._form)
        faults = [fault for fault in after.faults if fault.why not in known]
        if after.entry is None or faults:
            self._tell_faults(faults or after.faults)
            return
        self._after = after
        try:
            step = self._step()
        except RefmanError as error:
            self._tell(core_text(str(error)), is_fault=True)
            return
        told = self._told_changes(step)
        self._tell(told or self.tr("This changes nothing in the paper."))
        self.apply_button.setEnabled(bool(told))

    def _step(self) -> ChangeSet:
        """Return what would be changed in the entry as it is shown.

        Raises:
            RefmanError: it cannot be.
        """
        assert self._session.reader is not None
        assert self._holding is not None
        return self._make()(self._session.reader, self._holding)

    def _make(self) -> Callable[[Library, Holding], ChangeSet]:
        """Return what changes an entry as the text says."""
        before = self._before.entry if self._before is not None else None
        after = self._after.entry if self._after is not None else None

        def make(library: Library, holding: Holding) -> ChangeSet:
            if before is None or after is None:
                raise EditError("the text cannot be read as an entry", field="")
            return taken_step(library, holding, before, after, now=datetime.now(UTC))

        return make

    def _tell_faults(self, faults: Sequence[TextFault]) -> None:
        self.editor.mark(faults)
        lines = [
            self.tr("line {line}: {why}").format(
                line=figures(fault.line), why=one_line(core_text(fault.why), _LONGEST_FAULT)
            )
            for fault in faults[:_MOST_FAULTS]
        ]
        more = len(faults) - len(lines)
        lines += [self.tr("and %n more", "", more)] if more else []
        self.told.tell("\n".join(lines), is_fault=True)

    def _tell(self, text: str, *, is_fault: bool = False) -> None:
        self.editor.mark(())
        self.told.tell(text, is_fault)

    def _told_changes(self, step: ChangeSet) -> str:
        """Return what is changed, for people: "Title, Published: changed. DOI: added."."""
        assert self._holding is not None
        parts: dict[str, list[str]] = {}
        for edit in step.changes:
            if isinstance(edit, Edit):
                for one in differences(self._holding.entry, edit):
                    name = one_line(field_label(one.field), _LONGEST_NAME)
                    parts.setdefault(self._deed(one), []).append(name)
        return " ".join(
            self.tr("{fields}: {deed}.").format(fields=_listed(names), deed=deed)
            for deed, names in parts.items()
        )

    def _deed(self, one: Difference) -> str:
        if not one.before:
            return self.tr("added")
        return self.tr("changed") if one.after else self.tr("taken out")

    # What is done.

    @Slot()
    def apply(self) -> None:
        """Change the entry as the text says, in one step; go to the fault where it has one."""
        if self._rest.isActive():
            self._read()
        self.editor.go_to_fault()
        if not self.apply_button.isEnabled() or self._holding is None or self._holding.id is None:
            return
        id_, name = self._holding.id, _draft_name(self._form)
        change_entry(self._session, id_, self._make())
        self.drafts.give(id_, name, self.drafts.of(id_)[name])
        self.apply_button.setEnabled(False)
        self.revert_button.setEnabled(False)

    @Slot()
    def revert(self) -> None:
        """Put the text back to what it was; the editor's own undo takes that back."""
        self.editor.replace_all(self._written)
        self._read()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _drafts_changed(self, id_: EntryId) -> None:
        if self._holding is not None and self._holding.id == id_:
            self._tell_drafts()
            if self._draft() is not None and not self._rest.isActive():
                self._rest.start(_REST_MS)  # the library did not take it

    def _tell_drafts(self) -> None:
        """Mark the formats in which something was typed and not applied."""
        id_ = self._holding.id if self._holding is not None else None
        for at, form in enumerate(WRITTEN_IN):
            waits = id_ is not None and _draft_name(form) in self.drafts.of(id_)
            self.formats.setTabText(at, form.label + _MARK if waits else form.label)
            self.formats.setTabToolTip(at, self.tr("Not applied yet") if waits else "")


def _draft_name(form: Written) -> str:
    return f"source.{form.name}"


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_TOLD])
    return shown if len(names) <= _MOST_TOLD else f"{shown}, +{len(names) - _MOST_TOLD}"
