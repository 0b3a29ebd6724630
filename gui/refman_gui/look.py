"""How the window looked when it was closed: its size, docks, columns."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QSettings

from refman.places import state_folder

__all__ = ["Look"]

Keeper = tuple[Callable[[], QByteArray], Callable[[QByteArray], object]]
"""What tells how a thing looks, and what makes it look so again."""


class Look:
    """Keep how things look, and make them look so again."""

    def __init__(self, keepers: Mapping[str, Keeper]) -> None:
        self._keepers = keepers

    def restore(self) -> None:
        """Make all look as it was kept; what was never kept stays as it is."""
        kept = self._kept()
        for name, (_, restore) in self._keepers.items():
            value = kept.value(name)
            if isinstance(value, QByteArray):
                restore(value)

    def keep(self) -> None:
        """Keep how all looks now."""
        kept = self._kept()
        for name, (save, _) in self._keepers.items():
            kept.setValue(name, save())
        kept.sync()

    def _kept(self) -> QSettings:
        return QSettings(str(state_folder() / "window.ini"), QSettings.Format.IniFormat)
