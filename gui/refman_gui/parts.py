"""The parts of the window: which there are, and where they stand."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from refman_gui.session import Session

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


PARTS: tuple[Part, ...] = ()
"""In the order in which they stand."""
