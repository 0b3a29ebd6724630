"""What the window does when one of its parts asks for it: the parts know nothing of each other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from refman.errors import RefmanError
from refman.model import EntryId
from refman.places import user_settings
from refman.settings import WindowSettings
from refman_gui.actions import set_keys
from refman_gui.theme import Theme, apply_font, apply_theme
from refman_gui.watching import WatchedFolder

if TYPE_CHECKING:  # they are imported when they are made
    from refman_gui.views.checks import ChecksView
    from refman_gui.views.duplicates import DuplicatesView
    from refman_gui.views.entry import EntryView
    from refman_gui.views.entry_by_hand import LookUpBy
    from refman_gui.views.exporting import ExportView
    from refman_gui.views.intake import IntakeView
    from refman_gui.views.lookups import LookupsView
    from refman_gui.views.settings import SettingsView
    from refman_gui.views.shortcuts import ShortcutsView
    from refman_gui.window import MainWindow

__all__ = ["Listener"]

_REST_MS = 50


class Listener(QObject):
    """Hear the parts of a window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._language = ""
        self.watched = WatchedFolder(self)
        self.watched.came.connect(self._take_quietly)

    def watch(self) -> None:
        """Watch the folder that the user wants watched."""
        preferences = self.preferences()
        self._language = preferences.language
        self.watched.watch(preferences.watched_folder)

    def listen(self, name: str, part: QWidget) -> None:
        """Listen to a part that was made, by its name."""
        self._window.look.hold_splitters(name, part)
        match name:
            case "intake":
                cast("IntakeView", part).wanted.connect(self._window.show_intake)
                cast("IntakeView", part).added.connect(self._added)
                cast("IntakeView", part).offers.look_up_wanted.connect(self._look_up_added)
            case "entry":
                entry = cast("EntryView", part)
                entry.look_up_wanted.connect(self._look_up_by)
                self._window.results.digit_pressed.connect(entry.take_number)
                entry.add_page(self._window.parts["source"], self.tr("Source"), "code")
                about = self.tr("Preview")
                entry.add_page(self._window.parts["citation"], about, "quote", is_of_several=True)
            case "checks":
                cast("ChecksView", part).wanted.connect(self._window.show_checks)
                cast("ChecksView", part).paper_wanted.connect(self._look_at)
            case "duplicates":
                cast("DuplicatesView", part).wanted.connect(self._window.show_duplicates)
            case "exporting":
                exporting = cast("ExportView", part)
                self._window.statusBar().insertPermanentWidget(0, exporting.files.sign)
                exporting.files.sign.clicked.connect(exporting.export)
            case "settings":
                cast("SettingsView", part).saved.connect(self._apply_preferences)
            case "shortcuts":
                cast("ShortcutsView", part).keys_wanted.connect(self._set_keys)
            case _:
                pass

    @Slot()
    def try_sample(self) -> None:
        """Read the sample into the import."""
        cast("IntakeView", self._window.parts["intake"]).try_sample()

    def preferences(self) -> WindowSettings:
        """Return how the user wants the window; the defaults where that cannot be read."""
        try:
            return user_settings().window
        except RefmanError as error:
            self._window.complain(str(error))
            return WindowSettings()

    @Slot()
    def _apply_preferences(self) -> None:
        """Look as the user's settings say."""
        preferences = self.preferences()
        apply_theme(Theme(preferences.theme))
        apply_font(preferences.font_points)
        if preferences.language != self._language:
            self._window.say(self.tr("The window speaks another language from its next start on"))
        self.watched.watch(preferences.watched_folder)

    @Slot(list)
    def _take_quietly(self, paths: Sequence[str]) -> None:
        """Read what has come into the watched folder, and leave the user where they are."""
        cast("IntakeView", self._window.parts["intake"]).take_quietly(paths)
        self._window.say(self.tr("%n new file(s): see Import", "", len(paths)))

    @Slot(str, list)
    def _set_keys(self, id_: str, keys: list[str]) -> None:
        set_keys(self._window.actions_by_id[id_], self._window.results.table, keys)

    @Slot(object)
    def _added(self, ids: Sequence[EntryId]) -> None:
        """Show what has come in to who looks at the import, unless more waits there.

        The import empties itself first: each takes its own turn of the window.
        """
        intake = cast("IntakeView", self._window.parts["intake"])
        if ids and intake.is_empty and intake.isVisible():
            self._window.session.selection.want("")
            QTimer.singleShot(_REST_MS, self, self._leave_intake)

    @Slot()
    def _leave_intake(self) -> None:
        """Show the papers to who looks at the import still."""
        if self._window.parts["intake"].isVisible():
            self._window.show_papers()

    @Slot(object)
    def _look_up_added(self, ids: Sequence[EntryId]) -> None:
        """Look up what has come in, and show it."""
        cast("LookupsView", self._window.parts["lookups"]).look_up_papers(ids)
        self._added(ids)

    @Slot(object)
    def _look_at(self, id_: EntryId) -> None:
        self._window.show_papers()
        self._window.session.selection.want_entry(id_)

    @Slot(object)
    def _look_up_by(self, asked: "LookUpBy") -> None:
        cast("LookupsView", self._window.parts["lookups"]).look_up_by(
            asked.id, asked.title, asked.author, asked.identifier
        )
