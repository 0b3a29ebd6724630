"""The parts of the window: which there are, and where they stand."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from refman_gui.session import Session
from refman_gui.views.checks import ChecksView
from refman_gui.views.citation import CitationView
from refman_gui.views.entry import EntryView
from refman_gui.views.exporting import ExportView
from refman_gui.views.intake import IntakeView
from refman_gui.views.jobs import JobsView
from refman_gui.views.lookups import LookupsView
from refman_gui.views.palette import PaletteView
from refman_gui.views.queue import QueueView
from refman_gui.views.settings import SettingsView
from refman_gui.views.shortcuts import ShortcutsView
from refman_gui.views.source import SourceView

__all__ = ["PARTS", "Part", "Place"]


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
        make: makes it of the session and the window. One that has a method ``leave`` is told by it
            that the window closes.
        place: where it stands.
        icon: of its tab.
    """

    name: str
    make: Callable[[Session, QWidget], QWidget]
    place: Place
    icon: str = ""


PARTS: tuple[Part, ...] = (
    Part("settings", SettingsView, Place.NOWHERE),
    Part("shortcuts", ShortcutsView, Place.NOWHERE),
    Part("palette", PaletteView, Place.NOWHERE),
    Part("queue", QueueView, Place.LEFT, "inbox"),
    Part("entry", EntryView, Place.RIGHT),
    Part("source", SourceView, Place.NOWHERE),
    Part("citation", CitationView, Place.NOWHERE),
    Part("intake", IntakeView, Place.TAB, "file-input"),
    Part("checks", ChecksView, Place.TAB, "list-checks"),
    Part("jobs", JobsView, Place.DOCK, "refresh-cw"),
    Part("exporting", ExportView, Place.NOWHERE),
    Part("lookups", LookupsView, Place.NOWHERE),
)
"""In the order in which they stand."""
