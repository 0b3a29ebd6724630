"""The parts of the window: which there are, where they stand, and when they are made."""

from collections.abc import Callable
from enum import Enum
from pkgutil import resolve_name
from typing import NamedTuple, cast

from PySide6.QtWidgets import QDockWidget, QSplitter, QTabWidget, QWidget

from refman_gui.session import Session

__all__ = ["PARTS", "Part", "Parts", "Place"]


class Place(Enum):
    """Name where a part stands."""

    LEFT = "left"  # of the table, in the tab of the papers
    RIGHT = "right"
    TAB = "tab"
    DOCK = "dock"
    NOWHERE = "nowhere"  # it shows itself when it is asked: a dialog


class Part(NamedTuple):
    """Describe a part.

    Attributes:
        name: what slots in the table of actions begin with.
        view: the module in ``views`` and the class in it, which is made of the session and the
            window. One that has a method ``leave`` is told by it that the window closes. It may
            be made before the library is open, and after.
        place: where it stands.
        icon: of its tab.
    """

    name: str
    view: str
    place: Place
    icon: str = ""

    @property
    def type(self) -> Callable[[Session, QWidget], QWidget]:
        """The class, imported when it is asked for: half of a start would be spent on them all."""
        return cast(
            "Callable[[Session, QWidget], QWidget]", resolve_name(f"refman_gui.views.{self.view}")
        )


PARTS: tuple[Part, ...] = (
    Part("queue", "queue:QueueView", Place.LEFT, "inbox"),
    Part("source", "source:SourceView", Place.NOWHERE),
    Part("citation", "citation:CitationView", Place.NOWHERE),
    Part("entry", "entry:EntryView", Place.RIGHT),
    Part("intake", "intake:IntakeView", Place.TAB, "file-input"),
    Part("duplicates", "duplicates:DuplicatesView", Place.TAB, "layers"),
    Part("checks", "checks:ChecksView", Place.TAB, "list-checks"),
    Part("jobs", "jobs:JobsView", Place.DOCK, "refresh-cw"),
    Part("exporting", "exporting:ExportView", Place.NOWHERE),
    Part("pushing", "pushing:PushView", Place.NOWHERE),
    Part("lookups", "lookups:LookupsView", Place.NOWHERE),
    Part("batch", "batch:BatchView", Place.NOWHERE),
    Part("settings", "settings:SettingsView", Place.NOWHERE),
    Part("shortcuts", "shortcuts:ShortcutsView", Place.NOWHERE),
    Part("palette", "palette:PaletteView", Place.NOWHERE),
)
"""In the order in which they stand, and in which those are made that nobody has asked for."""


class Parts(dict[str, QWidget]):
    """Hold the parts of a window by their names; one that is not there is made when asked for.

    So the first rows are painted before what is not seen beside them is imported and made.
    """

    def __init__(
        self, session: Session, window: QWidget, joined: Callable[[str, QWidget], None]
    ) -> None:
        """Hold the window itself.

        Args:
            session: what all work on.
            window: their parent.
            joined: is told of each that is made.
        """
        super().__init__(window=window)
        self._session, self._window, self._joined = session, window, joined
        self._places: dict[str, QWidget] = {}

    def place(self, part: Part) -> QWidget:
        """Return what stands in the place of a part until it is made."""
        self._places[part.name] = place = QWidget(self._window)
        place.setObjectName(f"place_of_{part.name}")
        return place

    def __missing__(self, name: str) -> QWidget:
        part = next(part for part in PARTS if part.name == name)
        self[name] = widget = part.type(self._session, self._window)
        widget.setObjectName(widget.objectName() or name)
        if name in self._places:
            _replace(self._places.pop(name), widget)
        self._joined(name, widget)
        return widget

    def make_next(self) -> bool:
        """Make one that nobody has asked for yet; return whether there was one."""
        missing = next((part.name for part in PARTS if part.name not in self), None)
        if missing is None:
            return False
        self.__missing__(missing)
        return True

    def make_in(self, place: QWidget | None) -> None:
        """Make the part that a place is kept for, if it is one."""
        for name, kept in tuple(self._places.items()):
            if kept is place:
                self[name].setFocus()


def _replace(old: QWidget, new: QWidget) -> None:
    """Put a widget into the place of another, in a splitter, a dock or the tabs."""
    holder = old.parentWidget()
    if isinstance(holder, QSplitter):
        holder.replaceWidget(holder.indexOf(old), new)
    elif isinstance(holder, QDockWidget):
        holder.setWidget(new)
    elif holder is not None and isinstance(tabs := holder.parentWidget(), QTabWidget):
        at, shown = tabs.indexOf(old), tabs.currentIndex()
        tabs.insertTab(at, new, tabs.tabIcon(at), tabs.tabText(at))
        if shown == at:  # so that no third is shown between them
            tabs.setCurrentIndex(at)
        tabs.removeTab(at + 1)
    old.deleteLater()
