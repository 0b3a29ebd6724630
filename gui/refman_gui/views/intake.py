"""The import: source texts on one side, what was read of them on the other, until it is added."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from refman.errors import EditError
from refman.resources import resource_root
from refman_gui.core_texts import core_sentence
from refman_gui.session import Session
from refman_gui.tasks import adding
from refman_gui.views.intake_desk import Desk
from refman_gui.views.intake_empty import EmptyPage
from refman_gui.views.intake_inputs import Inputs
from refman_gui.views.intake_keys import LetterKeys, key_of
from refman_gui.views.intake_notice import Notice
from refman_gui.views.intake_offers import Offers
from refman_gui.views.intake_pen import Pen
from refman_gui.views.intake_sheet import Sheet
from refman_gui.views.intake_taking import (
    ask_for_files,
    ask_for_folder,
    files_and_text,
    may_be_read,
)

__all__ = ["IntakeView"]

_SAMPLE = "hf-papers.txt"
_SOON_MS = 50
"""What is read comes in many small pieces: they are shown some together."""


class IntakeView(QWidget):
    """Read what is pasted, dropped or opened; show it; put into the library what is left of it.

    Signals:
        wanted(): something came in, and it should be seen.
        added(ids): papers were added: the first some thousands of them.
    """

    wanted = Signal()
    added = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Sheet | None = None
        self._is_discard_last = self._is_stale = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_changed)
        self.setAcceptDrops(True)
        self.inputs = Inputs(session, self)
        self.notice = Notice(self)
        self.offers = Offers(session, self.inputs, self.notice)
        self.desk = Desk(self)
        self.empty = EmptyPage(self)
        self._pen = Pen(self.desk)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)
        self._doers: dict[str, Callable[[], None]] = {
            "undo": self._undo,
            "redo": self._redo,
            "add": self._add,
            "add_all": self._add_all,
            "discard": self._discard,
            "bring_back": self._bring_back,
            "take_back": self.offers.take_back,
            "look_up": self.offers.look_up,
            "fetch": self.offers.fetch,
            "cancel": self.inputs.cancel,
            "paste": self.paste,
            "open": self.open,
            "open_folder": self.open_folder,
            "sample": self.try_sample,
        }
        self._connect()
        self._show(None)
        session.opened.connect(self._restore)
        if session.is_open:
            QTimer.singleShot(0, self, self._restore)

    def _connect(self) -> None:
        self.desk.asked.connect(self._do)
        self.desk.sheet_chosen.connect(self._choose)
        self.desk.kind_chosen.connect(self._read_again)
        self.empty.asked.connect(self._do)
        self.notice.asked.connect(self._do)
        for box in (self.desk.doubtful, self.desk.fills):
            box.toggled.connect(self._tell)
        self.inputs.opened.connect(self._opened)
        self.inputs.changed.connect(self._changed)
        self.inputs.text_came.connect(self._text_came)
        self.inputs.removed.connect(self._removed)
        self.inputs.progressed.connect(self.notice.show_progress)
        self.inputs.idle.connect(self._idle)
        self.inputs.said.connect(self._say)
        self.inputs.added.connect(self._added)
        self.inputs.fetch_offered.connect(self.offers.offer_fetch)
        self.inputs.restored.connect(self._restored)
        self.desk.looked.connect(self._note_look)
        letters = LetterKeys(self._holds, self._do, self)
        for watched in (self.desk.source, self.desk.table):
            watched.installEventFilter(letters)

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits: neither what was read, nor a question."""
        return not self.inputs.sheets and not self.offers.can_look_up

    def turn(self, *, is_undo: bool) -> bool:
        """Undo or redo a correction of what is shown; False where nothing is: none is meant."""
        name = "undo" if is_undo else "redo"
        if self._holds(name):
            self._do(name)
            return True
        return False

    # What can be done here, named in the table of actions.

    def paste(self) -> None:
        """Read what the clipboard holds."""
        data = QGuiApplication.clipboard().mimeData()
        if self.takes(data):
            self.take(data)
        else:
            self._say(
                [self.tr("The clipboard holds no text: copy a page that lists papers first.")]
            )
            self.wanted.emit()

    def open(self) -> None:
        """Ask for files, and read them."""
        ask_for_files(self, self.tr("Open files"), self.take_files)

    def open_folder(self) -> None:
        """Ask for a folder, and read all files in it."""
        ask_for_folder(self, self.tr("Open a folder"), self.take_files)

    def try_sample(self) -> None:
        """Read the sample that comes with refman."""
        self.take_files([str(resource_root() / "samples" / _SAMPLE)])

    def takes(self, data: QMimeData | None) -> bool:
        """Tell whether there may be something to read in what is pasted or dropped."""
        return may_be_read(data)

    def take(self, data: QMimeData) -> None:
        """Read what is pasted or dropped: files and folders, addresses, text."""
        files, text = files_and_text(data)
        if files:
            self.take_files(files)
        else:
            self.take_text(text)

    @Slot(list)
    def take_files(self, paths: Sequence[str]) -> None:
        """Read files; a folder stands for all files in it."""
        if paths:
            self.notice.clear()
            self.inputs.read_files(paths)
            self.wanted.emit()

    def take_quietly(self, paths: Sequence[str]) -> None:
        """Read files, without asking to be shown."""
        self.inputs.read_files(paths)

    def take_text(self, text: str, *, fetches: bool = True) -> None:
        """Read a text; fetch pages, where it is nothing but addresses, and a person says so."""
        if text.strip():
            self.notice.clear()
            self.inputs.read_text(text, fetches=fetches)
        else:
            self._say([self.tr("There is no text in it: copy a page that lists papers first.")])
        self.wanted.emit()

    def leave(self) -> None:
        """Let go of what is kept: the window closes."""
        self.inputs.leave()

    # What keys and buttons ask for.

    @Slot(str)
    def _do(self, name: str) -> None:
        if name in self._doers:
            self._doers[name]()
        elif (sheet := self._shown) is not None and sheet.is_ready:
            self._correct(sheet, name)

    def _correct(self, sheet: Sheet, name: str) -> None:
        try:
            done = self._pen.done(name, sheet)
        except EditError as error:
            self._say([f"{core_sentence(str(error))}."])
            return
        self.notice.clear()
        self._is_discard_last = False
        self.inputs.do(sheet, done.name, done.preview)
        self._show_again(sheet, done.place)

    def _undo(self) -> None:
        sheet = self._shown
        if self._is_discard_last:
            self._bring_back()
        elif sheet is not None and sheet.is_ready:
            self._turned(sheet, self.inputs.turn(sheet, is_undo=True), self.tr("Undone: {name}"))

    def _redo(self) -> None:
        sheet = self._shown
        if sheet is not None and sheet.is_ready:
            self._turned(sheet, self.inputs.turn(sheet, is_undo=False), self.tr("Redone: {name}"))

    def _turned(self, sheet: Sheet, name: str | None, said: str) -> None:
        if name is None:
            self._say([self.tr("There is nothing more to undo or redo in this import.")])
            return
        self._say([said.format(name=name)])
        self._show_again(sheet, None)

    def _show_again(self, sheet: Sheet, place: int | None) -> None:
        sheet.judge_made(self._session.reader)
        self.desk.show_again(place)
        self._tell()

    def _add(self) -> None:
        self._add_of([self._shown] if self._shown is not None else [])

    def _add_all(self) -> None:
        self._add_of(self.inputs.sheets)

    def _add_of(self, sheets: Sequence[Sheet]) -> None:
        doubtful, fills = self.desk.doubtful.isChecked(), self.desk.fills.isChecked()
        self.inputs.add(sheets, doubtful=doubtful, fills=fills)

    def _discard(self) -> None:
        sheet = self._shown
        if sheet is None or sheet.is_busy:
            return
        self.inputs.discard(sheet)
        self._is_discard_last = True
        said = self.tr("Discarded: {name}").format(name=sheet.title)
        self.notice.say(said, button=self.tr("Bring it back"), asks="bring_back")

    def _bring_back(self) -> None:
        sheet = self.inputs.bring_back()
        if sheet is not None:
            self._is_discard_last = self.inputs.can_bring_back
            self.notice.clear()
            self._show(sheet)

    # What the inputs tell.

    @Slot()
    def _restore(self) -> None:
        """Open again what was left at the last end, and be shown where that was looked at."""
        self.inputs.restore()
        if self.inputs.keeper.looked.is_seen:
            self.wanted.emit()

    @Slot(object, int)
    def _restored(self, sheet: Sheet, place: int) -> None:
        self._show(sheet)
        if place >= 0:
            self.desk.go(place)

    @Slot(object)
    def _opened(self, sheet: Sheet) -> None:
        self._is_discard_last = False
        self._show(sheet)

    @Slot(object)
    def _text_came(self, sheet: Sheet) -> None:
        if sheet is self._shown:
            self.desk.show_sheet(sheet)

    @Slot(object)
    def _changed(self, sheet: Sheet) -> None:
        self._is_stale = self._is_stale or sheet is self._shown
        if not self._soon.isActive():
            self._soon.start(_SOON_MS)

    @Slot()
    def _show_changed(self) -> None:
        """Show what has come in meanwhile."""
        self._soon.stop()
        if self._is_stale and self._shown is not None:
            self._is_stale = False
            self.desk.show_again()
        self._tell()

    @Slot()
    def _idle(self) -> None:
        self._show_changed()
        self.notice.end_progress()
        if self._shown is not None:
            self._pen.warm()

    @Slot()
    def _removed(self) -> None:
        if self._shown not in self.inputs.sheets:
            self._show(self.inputs.sheets[0] if self.inputs.sheets else None)

    @Slot(object)
    def _say(self, lines: Sequence[str]) -> None:
        self.notice.say(*lines)

    @Slot(object)
    def _added(self, result: adding.Result) -> None:
        self._is_discard_last = False
        self.desk.fills.setChecked(False)
        lines = self.offers.tell_added(result)
        if self.is_empty or not self.isVisible():  # the notice is not looked at any more
            self._session.said.emit(" ".join(lines))
        if self.offers.can_look_up and self._has_focus():
            self.notice.also.setFocus(Qt.FocusReason.OtherFocusReason)
        self.added.emit(result.ids)

    @Slot(str)
    def _read_again(self, kind: str) -> None:
        if self._shown is not None:
            self.notice.clear()
            self.inputs.read_again(self._shown, kind)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self._show(self.inputs.sheets[place])

    def _show(self, sheet: Sheet | None) -> None:
        had_focus = self._has_focus()
        self._shown = sheet
        self.desk.show_sheet(sheet)
        self._stack.setCurrentWidget(self.desk if sheet is not None else self.empty)
        self.setFocusProxy(self.desk.table if sheet is not None else self.empty.buttons["paste"])
        self._tell()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    @Slot()
    def _tell(self) -> None:
        """Tell what there is, and what can be done now."""
        sheet, sheets = self._shown, self.inputs.sheets
        if sheet is None or sheet not in sheets:
            return
        self.desk.show_inputs(sheets, sheets.index(sheet))
        self.desk.show_kinds(self.inputs.kinds, sheet.opened.kind)
        self.desk.show_counts(sheet.counts())
        self.desk.show_buttons(sheet, sheets)

    @Slot()
    def _note_look(self) -> None:
        self.inputs.keeper.look(self._shown, self.desk.place, is_seen=self.isVisible())

    # What Qt tells.

    def event(self, event: QEvent) -> bool:
        """Take our keys before the window's own actions do, while the focus is in here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            name = key_of(event, is_in_list=False)
            if name is not None and self._holds(name):
                event.accept()
                return True
        is_done = super().event(event)
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._note_look()
        return is_done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = key_of(event, is_in_list=False)
        if name is not None and self._holds(name):
            self._do(name)
        else:
            super().keyPressEvent(event)

    def _holds(self, name: str) -> bool:
        """Tell whether a key means something here; else it means what it does in the window."""
        if name == "look_up":
            return self.offers.can_look_up
        return self._shown is not None or (name == "undo" and self._is_discard_last)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.takes(event.mimeData()):
            event.acceptProposedAction()
            self.take(event.mimeData())
