"""The window: its parts put together, its menus made from the table of actions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QChildEvent, QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QLabel,
    QMainWindow,
    QSplitter,
    QTabBar,
    QTabWidget,
    QToolBar,
    QWidget,
)

from refman_gui.actions import ACTIONS, Needs, fill_menus, fill_tools, make_actions
from refman_gui.collecting import Collector
from refman_gui.core_texts import core_text
from refman_gui.icons import icon
from refman_gui.item_models.entry_texts import plain_tip
from refman_gui.listener import Listener
from refman_gui.look import Look
from refman_gui.panes import go_on
from refman_gui.parts import PARTS, Part, Parts, Place
from refman_gui.scheme import imported, is_ours
from refman_gui.session import Session
from refman_gui.steps import Steps
from refman_gui.views.about import AboutBox
from refman_gui.views.jobs import make_indicator
from refman_gui.views.libraries import Libraries
from refman_gui.views.results import ResultsView

if TYPE_CHECKING:  # they are imported when they are made
    from refman_gui.views.intake import IntakeView

__all__ = ["MainWindow"]

_SAID_MS = 8_000
_REST_MS = 30
"""So long the window rests before and between the parts that it makes: rows are painted first."""
_LEFT, _MIDDLE, _RIGHT = 200, 720, 440
_LEAST_LEFT = 16
"""So many signs, of whatever size, have room on the left at least."""

_LONGEST_PATH, _PATH_HEAD = 48, 12
_LOOKS_OTHERWISE = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange})


class MainWindow(QMainWindow):
    """Show a session.

    Attributes:
        parts: by the names that slots in the table of actions begin with; made when asked for.
        actions_by_id: all actions.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window")
        self.session = session
        self._collector = Collector(self)
        self._listener = Listener(self)
        self._libraries = Libraries(session, self)
        self._steps = Steps(self)
        self.look = Look(self)
        self.parts = Parts(session, self, self._listener.listen)
        self.results = ResultsView(session, self)
        self.parts["results"] = self.results
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Parts of the window"))
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self._make_parts()
        self.setCentralWidget(self.tabs)
        self._make_docks()
        self.actions_by_id = make_actions(
            self,
            self.results.table,
            self.parts,
            keys=self._listener.preferences().keys,
        )
        fill_menus(self.menuBar(), self.actions_by_id)
        self._listener.watch()
        self._make_tools()
        self._make_status()
        self.results.empty.paste_wanted.connect(self.actions_by_id["file.paste"].trigger)
        self.results.empty.open_wanted.connect(self.actions_by_id["file.open"].trigger)
        self.results.empty.sample_wanted.connect(self._listener.try_sample)
        self.setAcceptDrops(True)
        session.said.connect(self.say)
        session.failed.connect(self.complain)
        session.opened.connect(self._tell_needs)
        session.closed.connect(self._tell_needs)
        self.results.closed.other_wanted.connect(self.open_library)
        session.selection.ids_changed.connect(self._tell_needs)
        session.selection.current_changed.connect(self._tell_needs)
        self.tabs.currentChanged.connect(self._steps.tell)
        self._steps.heed(self.actions_by_id)
        self._tell_needs()
        self.setWindowTitle(self.tr("refman"))
        self.resize(1360, 840)
        self._hold_look()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST_MS)
        self._later.timeout.connect(self._make_next)
        self.results.model.first_shown.connect(self._later.start)
        session.failed.connect(self._later.start)  # no row may ever come

    def _hold_look(self) -> None:
        """Look as at the last end, and keep each change of it."""
        header = self.results.table.horizontalHeader()
        self.look.hold("geometry", self.saveGeometry, self.restoreGeometry)
        self.look.hold("state", self.saveState, self.restoreState)
        self.look.hold("split", self.split.saveState, self.split.restoreState)
        self.look.hold("columns", self.results.columns.save, header.restoreState)
        self.split.splitterMoved.connect(self.look.note)
        header.sectionResized.connect(self.look.note)
        header.sectionMoved.connect(self.look.note)
        for dock in self.docks.values():
            dock.visibilityChanged.connect(self.look.note)
            dock.dockLocationChanged.connect(self.look.note)
            dock.topLevelChanged.connect(self.look.note)

    def _make_parts(self) -> None:
        left = [part for part in PARTS if part.place is Place.LEFT]
        right = [part for part in PARTS if part.place is Place.RIGHT]
        for part in left:
            self.split.addWidget(self.parts.place(part))
            self.parts[part.name]  # what stands left is seen with the first rows
        self.split.addWidget(self.results)
        for part in right:
            self.split.addWidget(self.parts.place(part))
        at = len(left)
        self.split.setStretchFactor(at, 2)
        self.split.setStretchFactor(at + 1, 1)
        self.split.setSizes([_LEFT] * len(left) + [_MIDDLE] + [_RIGHT] * len(right))
        self.tabs.addTab(self.split, icon("inbox"), self.tr("Papers"))
        for part in PARTS:
            if part.place is Place.TAB:
                self.tabs.addTab(self.parts.place(part), icon(part.icon), self._title(part))
        self.tabs.currentChanged.connect(self._make_shown)
        self._make_room()

    def _make_room(self) -> None:
        """Leave room for words on the left, however large the letters are."""
        width = self.fontMetrics().averageCharWidth() * _LEAST_LEFT
        for part in PARTS:
            if part.place is Place.LEFT:
                self.parts[part.name].setMinimumWidth(width)

    @Slot(int)
    def _make_shown(self, at: int) -> None:
        self.parts.make_in(self.tabs.widget(at))

    @Slot()
    def _make_next(self) -> None:
        """Make one part; what the user does goes before the next."""
        if self.parts.make_next():
            self._later.start()

    def _title(self, part: Part) -> str:
        titles = {
            "intake": self.tr("Import"),
            "duplicates": self.tr("Duplicates"),
            "checks": self.tr("Checks"),
            "jobs": self.tr("Jobs"),
            "history": self.tr("History"),
        }
        return titles[part.name]

    def _make_docks(self) -> None:
        self.docks: dict[str, QDockWidget] = {}
        self._add_dock("history", self.tr("History"), self._steps.view)
        for part in PARTS:
            if part.place is Place.DOCK:
                self._add_dock(part.name, self._title(part), self.parts.place(part))

    def _add_dock(self, name: str, title: str, widget: QWidget) -> None:
        dock = QDockWidget(title, self)
        dock.setObjectName(f"{name}_dock")
        dock.setWidget(widget)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        for other in self.docks.values():
            self.tabifyDockWidget(other, dock)
        dock.hide()
        self.docks[name] = dock

    def _make_tools(self) -> None:
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        fill_tools(bar, self.actions_by_id)
        self.addToolBar(bar)

    def _make_status(self) -> None:
        self.path_label = QLabel(self)
        self.path_label.setTextFormat(Qt.TextFormat.PlainText)
        path = str(self.session.path)
        self.path_label.setText(_shortened(path))
        self.path_label.setToolTip(plain_tip(path, len(path)))
        indicator = make_indicator(self.session, self)
        indicator.clicked.connect(self.show_jobs)
        self.statusBar().addPermanentWidget(indicator)
        self.statusBar().addPermanentWidget(self.path_label)

    # What can be done here, named in the table of actions.

    def undo(self) -> None:
        """Undo the newest step; in the import, what was corrected last there."""
        self._steps.turn(is_undo=True)

    def redo(self) -> None:
        """Redo what was undone."""
        self._steps.turn(is_undo=False)

    def show_papers(self) -> None:
        """Show the papers of the library."""
        self.tabs.setCurrentWidget(self.split)
        go_on([self.results.table, self.results], None, 1)

    def show_intake(self) -> None:
        """Show what is being imported."""
        self._show_tab(self.parts["intake"])

    def show_duplicates(self) -> None:
        """Show papers that are there twice."""
        self._show_tab(self.parts["duplicates"])

    def show_checks(self) -> None:
        """Show what is missing or doubtful."""
        self._show_tab(self.parts["checks"])

    def show_history(self) -> None:
        """Show the steps that can be undone, or hide them."""
        self._toggle_dock("history")

    def show_jobs(self) -> None:
        """Show what goes on beside, or hide it."""
        self._toggle_dock("jobs")

    def next_pane(self) -> None:
        """Give the focus to the next pane."""
        self._go_panes(1)

    def previous_pane(self) -> None:
        """Give the focus to the pane before."""
        self._go_panes(-1)

    def open_library(self) -> None:
        """Ask for another library, and open it in a window of its own."""
        self._libraries.ask()

    def new_library(self) -> None:
        """Ask where a new library is to be, and open it in a window of its own."""
        self._libraries.ask_for_new()

    def about(self) -> None:
        """Tell what this is."""
        AboutBox(self).open()

    @Slot(list)
    def take(self, inputs: Sequence[str]) -> None:
        """Read files, addresses and what is at them into the import; show the window.

        What an address of our own names is fetched only when a person says so: a page has made it.
        """
        intake = cast("IntakeView", self.parts["intake"])
        files = [each for each in inputs if "://" not in each]
        if files:
            intake.take_files(files)
        for is_own in (True, False):
            texts = [imported(each) for each in inputs if "://" in each and is_ours(each) is is_own]
            if text := "\n".join(filter(None, texts)):
                intake.take_text(text, fetches=not is_own)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot(str)
    def say(self, text: str) -> None:
        """Tell something in the status bar, for a while."""
        self.statusBar().showMessage(core_text(text), _SAID_MS)

    @Slot(str)
    def complain(self, message: str) -> None:
        """Tell that something was not done; the window stays usable."""
        self.statusBar().showMessage(core_text(message))

    def _show_tab(self, widget: QWidget) -> None:
        self.tabs.setCurrentWidget(widget)
        go_on([widget.focusProxy() or widget], None, 1)

    def _toggle_dock(self, name: str) -> None:
        if name in {part.name for part in PARTS}:
            self.parts[name]
        dock = self.docks[name]
        dock.setVisible(not dock.isVisible())
        if dock.isVisible():
            dock.raise_()
            dock.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_panes(self, step: int) -> None:
        docks = [dock.widget() for dock in self.docks.values() if dock.isVisible()]
        shown: list[QWidget | None] = [self.tabs.currentWidget()]
        if shown[0] is self.split:
            shown = [self.split.widget(place) for place in range(self.split.count())]
        go_on([*shown, *docks], self.focusWidget(), step)

    @Slot()
    def _tell_needs(self) -> None:
        """Let only those actions be done that make sense now."""
        selection = self.session.selection
        met = {
            Needs.NOTHING: True,
            Needs.LIBRARY: self.session.is_open,
            Needs.ONE: len(selection.ids) == 1,
            Needs.CHOSEN: bool(selection.ids),
            Needs.SEVERAL: len(selection.ids) > 1,
        }
        for row in ACTIONS:
            self.actions_by_id[row.id].setEnabled(met[row.needs])
        self._steps.tell()

    def childEvent(self, event: QChildEvent) -> None:
        """Name the tabs of the docks, which Qt makes by itself; they stand there unseen too."""
        super().childEvent(event)
        bar = event.child() if event.polished() else None
        if isinstance(bar, QTabBar):
            bar.setAccessibleName(self.tr("Docks"))
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys lead to the docks themselves

    def event(self, event: QEvent) -> bool:
        """Take note that it looks otherwise."""
        is_done = super().event(event)
        if event.type() in _LOOKS_OTHERWISE:
            self.look.note()
        return is_done

    def changeEvent(self, event: QEvent) -> None:
        """Take note that its letters have another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._make_room()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be read: files, folders, text, addresses."""
        if cast("IntakeView", self.parts["intake"]).takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what is dropped, wherever it falls."""
        cast("IntakeView", self.parts["intake"]).take(event.mimeData())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how the window looks; stop what goes on, and write what is asked for."""
        self.look.leave()
        for part in self.parts.values():
            if part is not self and hasattr(part, "leave"):
                cast("_Leaving", part).leave()
        self.session.close()
        self._collector.stop()
        event.accept()


def _shortened(path: str) -> str:
    """Return a path that leaves room for what is said beside it; its end tells most."""
    if len(path) <= _LONGEST_PATH:
        return path
    return f"{path[:_PATH_HEAD]}…{path[_PATH_HEAD + 1 - _LONGEST_PATH :]}"


class _Leaving(Protocol):
    def leave(self) -> None: ...
