"""The window over refman; so far only the guard that stands before Qt."""

from refman_gui.qt_guard import check_qt

__all__ = ["check_qt"]
