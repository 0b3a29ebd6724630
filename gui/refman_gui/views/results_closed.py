"""What stands in the table's place where the library cannot be used: why so, and what to do."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from refman.errors import (
    DamagedLibraryError,
    FullDiskError,
    LockedLibraryError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
    RefmanError,
    ReplacedLibraryError,
)
from refman.library.snapshots import Snapshots
from refman_gui.core_texts import core_sentence
from refman_gui.icons import icon
from refman_gui.session import Session
from refman_gui.views.middle import lay_in_middle
from refman_gui.views.plain import make_plain, plain_label

__all__ = ["ClosedPage", "ReadOnlyLine"]


class ClosedPage(QWidget):
    """Say why the library is closed, and offer to open it anew, or another.

    Signals:
        other_wanted(): the user wants to open another library.
        shown(True): it stands in the others' place now, and does so to the end.
    """

    other_wanted = Signal()
    shown = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stack: QStackedWidget | None = None
        self.title = plain_label(self)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.why = plain_label(self)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.advice = plain_label(self)
        for label in (self.title, self.why, self.advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.anew = QPushButton(icon("refresh-cw"), self.tr("Open it a&new"), self)
        self.other = QPushButton(icon("folder-open"), self.tr("Open an&other library…"), self)
        self.anew.clicked.connect(self._open_anew)
        self.other.clicked.connect(self.other_wanted)
        self.setFocusProxy(self.anew)
        lay_in_middle(self, (self.title, self.why, self.advice), (self.anew, self.other))
        session.closed.connect(self._tell)
        if session.fault is not None:
            self._tell(session.fault)

    def stand_in(self, stack: QStackedWidget) -> None:
        """Be a page of a stack, and stand in the others' place when there is something to say."""
        self._stack = stack
        stack.addWidget(self)

    @Slot(object)
    def _tell(self, fault: RefmanError) -> None:
        self.title.setText(self._title(fault))
        self.why.setText(core_sentence(str(fault)))
        self.advice.setText(self._advice(fault))
        if self._stack is not None:
            focused = QApplication.focusWidget()
            had_focus = focused is not None and self._stack.isAncestorOf(focused)
            self._stack.setCurrentWidget(self)
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(True)

    def _title(self, fault: RefmanError) -> str:
        match fault:
            case ReplacedLibraryError() if not self._session.path.exists():
                return self.tr("The library is not there any more")
            case ReplacedLibraryError():
                return self.tr("This is not the library any more that was opened")
            case DamagedLibraryError():
                return self.tr("The library is damaged")
            case NotALibraryError():
                return self.tr("This is no library")
            case NewerLibraryError():
                return self.tr("The library is of a later refman")
            case LockedLibraryError():
                return self.tr("Another program holds the library")
            case ReadOnlyLibraryError():
                return self.tr("The library may not be written")
            case FullDiskError():
                return self.tr("The disk is full")
            case _:
                return self.tr("The library cannot be opened")

    def _advice(self, fault: RefmanError) -> str:
        match fault:
            case ReplacedLibraryError():
                return self._rescued()
            case DamagedLibraryError() | NotALibraryError() if text := self._copies():
                return text
            case LockedLibraryError():
                return self.tr("Wait until that program is done, or close it; then open it anew.")
            case FullDiskError():
                return self.tr("Make room on the disk; then open it anew.")
            case NewerLibraryError():
                return self.tr("It was left as it is. Update refman; then open it anew.")
            case _:
                return self.tr("It was left as it is. When that is put right, open it anew.")

    def _rescued(self) -> str:
        """Say where that is kept which was open, and what became of what lies there now."""
        texts: list[str] = []
        if self._session.path.exists():
            texts.append(self.tr("What lies there now was left as it is."))
        if (kept := self._session.rescued) is not None:
            text = self.tr(
                "What was open here is kept in {path}: in a terminal, refman library restore goes"
                " back to it."
            )
            texts.append(text.format(path=kept))
        return " ".join(texts)

    def _copies(self) -> str:
        folder = Snapshots(self._session.path, lambda: datetime.now(UTC)).folder
        if not folder.is_dir():
            return ""
        return self.tr(
            "It was left as it is. Copies that were taken of it by itself lie in {folder}: in a"
            " terminal, refman library restore goes back to one of them."
        ).format(folder=folder)

    @Slot()
    def _open_anew(self) -> None:
        """Close this window; who has made it opens another.

        One that was taken away would be made anew, and be empty.
        """
        fault = self._session.fault
        if isinstance(fault, ReplacedLibraryError) and not self._session.path.exists():
            self._session.failed.emit(str(fault))
            return
        self._session.is_wanted_anew = True
        self.window().close()


class ReadOnlyLine(QLabel):
    """Say that the library can only be read, where that is so."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        make_plain(self)
        self.hide()
        session.opened.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.setText(
            self.tr(
                "This library can only be read: its file or its folder may not be written. What is"
                " changed here is not kept."
            )
        )
        self.setVisible(self._session.is_read_only)
