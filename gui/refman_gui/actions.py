"""Everything that can be done in the window, in one table: menus, keys and palette come from it."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QToolBar, QWidget

from refman_gui.icons import icon
from refman_gui.keys import TABLE, heard_keys, tell_keys

__all__ = [
    "ACTIONS",
    "DEFAULT_KEYS",
    "KEYS",
    "MENUS",
    "ActionRow",
    "Needs",
    "fill_menus",
    "fill_tools",
    "make_actions",
    "set_keys",
    "shown_text",
]


class Needs(Enum):
    """Name what must be there for an action to make sense."""

    NOTHING = "nothing"
    LIBRARY = "library"  # an open one
    ONE = "one"  # a single entry that is chosen
    CHOSEN = "chosen"  # at least one entry
    SEVERAL = "several"  # at least two


class ActionRow(NamedTuple):
    """Describe an action.

    Attributes:
        id: dotted: its menu, and its name in it.
        text: for menus, with its mnemonic; translated when it is shown.
        keys: portable names of keys, the first is shown; "table:" before one holds it back to the
            time when the table has the focus, for single letters are typed elsewhere.
        slot: the part of the window that does it, and its method there: "results.accept".
        icon: in ``resources/icons``; empty for none.
        needs: what must be there.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    slot: str
    icon: str = ""
    needs: Needs = Needs.LIBRARY


MENUS = (
    ("file", "&File"),
    ("edit", "&Edit"),
    ("paper", "&Paper"),
    ("view", "&View"),
    ("tools", "&Tools"),
    ("help", "&Help"),
)
"""The menus in their order, by the first part of the ids of their actions."""

ACTIONS = (
    ActionRow("file.paste", "&Paste a listing", ("Ctrl+V",), "intake.paste", "clipboard-paste"),
    ActionRow("file.open", "&Open files…", ("Ctrl+O", "Ctrl+I"), "intake.open", "folder-open"),
    ActionRow("file.open_folder", "Open a &folder…", (), "intake.open_folder", "folder-plus"),
    ActionRow("file.export", "&Export…", ("Ctrl+Shift+E",), "exporting.export", "file-output"),
    ActionRow("file.push", "Send to &Zotero…", ("Ctrl+Shift+O",), "pushing.push", "send"),
    ActionRow("file.keep", "&Keep a .bib up to date…", (), "exporting.keep", "refresh-cw"),
    ActionRow("file.library", "Open another &library…", (), "window.open_library", "database",
              Needs.NOTHING),
    ActionRow("file.new_library", "&New library…", (), "window.new_library", "database",
              Needs.NOTHING),
    ActionRow("file.settings", "&Settings…", ("Ctrl+,",), "settings.open", "settings",
              Needs.NOTHING),
    ActionRow("file.quit", "&Quit", ("Ctrl+Q",), "window.close", "", Needs.NOTHING),
    ActionRow("edit.undo", "&Undo", ("Ctrl+Z",), "window.undo", "undo-2"),
    ActionRow("edit.redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "window.redo", "redo-2"),
    ActionRow("edit.find", "&Find", ("Ctrl+F",), "results.search", "search"),
    ActionRow("edit.save_search", "&Save this search…", ("Ctrl+Shift+S",), "queue.save_search",
              "bookmark"),
    ActionRow("edit.batch", "Edit &many…", ("Ctrl+B",), "batch.edit", "list-checks", Needs.CHOSEN),
    ActionRow("edit.replace", "Find and re&place…", ("Ctrl+H",), "batch.replace", "replace"),
    ActionRow("edit.tag", "&Tag…", ("Ctrl+T",), "batch.tag", "tag", Needs.CHOSEN),
    ActionRow("edit.collect", "Put into a &collection…", (), "batch.collect", "folder",
              Needs.CHOSEN),
    ActionRow("edit.bin", "Put into the &bin", ("table:Delete",), "batch.bin", "trash-2",
              Needs.CHOSEN),
    ActionRow("edit.put_back", "Take out of the b&in", (), "batch.put_back", "undo-2",
              Needs.CHOSEN),
    ActionRow("paper.accept", "&Accept", ("Ctrl+Return", "table:A", "table:Space"),
              "results.accept", "circle-check", Needs.CHOSEN),
    ActionRow("paper.reject", "&Reject", ("Ctrl+Backspace", "table:R"), "results.reject",
              "circle-x", Needs.CHOSEN),
    ActionRow("paper.review", "&Back to review", ("table:U",), "results.review", "circle-dot",
              Needs.CHOSEN),
    ActionRow("paper.accept_all", "Accept all that are &sure…", (), "lookups.accept_all",
              "list-checks"),
    ActionRow("paper.previous", "&Previous to review", ("Alt+Left",), "results.previous",
              "arrow-left"),
    ActionRow("paper.next", "&Next to review", ("Alt+Right",), "results.next", "arrow-right"),
    ActionRow("paper.lookup", "&Look up", ("Ctrl+L",), "lookups.look_up", "globe", Needs.CHOSEN),
    ActionRow("paper.lookup_all", "Look &up all that need it", ("Ctrl+Shift+L",),
              "lookups.look_up_all", "globe"),
    ActionRow("paper.links", "Check lin&ks", (), "lookups.check_links", "link", Needs.CHOSEN),
    ActionRow("paper.edit", "&Edit a field", ("F2",), "entry.edit", "pencil", Needs.ONE),
    ActionRow("paper.candidates", "&Candidates", ("Ctrl+D",), "entry.show_candidates",
              "list-checks", Needs.ONE),
    ActionRow("paper.source", "S&ource", ("Ctrl+E",), "entry.show_source", "code", Needs.ONE),
    ActionRow("paper.preview", "Previe&w", ("Ctrl+Shift+P",), "entry.show_preview", "quote",
              Needs.CHOSEN),
    ActionRow("paper.merge", "&Merge", ("Ctrl+M",), "duplicates.merge_chosen", "merge",
              Needs.SEVERAL),
    ActionRow("paper.versions", "Keep as &versions", ("Ctrl+Shift+M",),
              "duplicates.keep_as_versions", "layers", Needs.SEVERAL),
    ActionRow("paper.copy_citation", "Copy as c&itation", ("Ctrl+Shift+C",),
              "citation.copy_citation", "quote", Needs.CHOSEN),
    ActionRow("paper.copy_cite", "Cop&y \\cite", ("Ctrl+Shift+K",), "citation.copy_cite", "copy",
              Needs.CHOSEN),
    ActionRow("paper.copy_markdown", "Copy as Mark&down", (), "citation.copy_markdown", "copy",
              Needs.CHOSEN),
    ActionRow("paper.copy_bibtex", "Copy as Bib&TeX", (), "citation.copy_bibtex", "copy",
              Needs.CHOSEN),
    ActionRow("view.library", "&Papers", ("Ctrl+1",), "window.show_papers", "inbox",
              Needs.NOTHING),
    ActionRow("view.intake", "&Import", ("Ctrl+2",), "window.show_intake", "file-input",
              Needs.NOTHING),
    ActionRow("view.duplicates", "&Duplicates", ("Ctrl+3",), "window.show_duplicates", "layers",
              Needs.NOTHING),
    ActionRow("view.checks", "&Checks", ("Ctrl+4",), "window.show_checks", "list-checks",
              Needs.NOTHING),
    ActionRow("view.history", "&History", ("Ctrl+5",), "window.show_history", "history",
              Needs.NOTHING),
    ActionRow("view.jobs", "&Jobs", ("Ctrl+6",), "window.show_jobs", "refresh-cw",
              Needs.NOTHING),
    ActionRow("view.columns", "C&olumns and order", (), "results.choose_columns"),
    ActionRow("view.next_pane", "Ne&xt pane", ("F6",), "window.next_pane", "", Needs.NOTHING),
    ActionRow("view.previous_pane", "Pre&vious pane", ("Shift+F6",), "window.previous_pane", "",
              Needs.NOTHING),
    ActionRow("view.theme", "&Light or dark", (), "settings.switch_theme", "moon", Needs.NOTHING),
    ActionRow("tools.duplicates", "Find &duplicates", ("Ctrl+Shift+D",), "duplicates.search",
              "layers"),
    ActionRow("tools.checks", "&Check all papers", (), "checks.run", "list-checks"),
    ActionRow("help.palette", "&All actions…", ("Ctrl+K",), "palette.open", "command",
              Needs.NOTHING),
    ActionRow("help.keys", "&Keys…", ("F1",), "shortcuts.open", "keyboard", Needs.NOTHING),
    ActionRow("help.about", "A&bout refman", (), "window.about", "info", Needs.NOTHING),
)  # fmt: skip
"""All actions, in the order of the menus."""

_TOOLS = ("file.paste", "file.open", "", "paper.accept", "paper.reject", "paper.lookup", "",
          "edit.undo", "edit.redo", "", "file.export")  # fmt: skip
KEYS, DEFAULT_KEYS = "keys", "default_keys"
"""Properties of each action: its keys as they are, and as this table has them."""


def shown_text(text: str) -> str:
    """Return a text of this table in the user's language."""
    return QCoreApplication.translate("Actions", text)


def make_actions(
    owner: QWidget,
    table: QWidget,
    parts: Mapping[str, object],
    keys: Mapping[str, tuple[str, ...]] | None = None,
    rows: Iterable[ActionRow] = ACTIONS,
) -> dict[str, QAction]:
    """Return the actions by their ids.

    Args:
        owner: the window, which has them.
        table: has those keys that hold only while it has the focus.
        parts: of the window, by the names that slots begin with.
        keys: what the user has set in the place of an action's keys, by id; what cannot be heard,
            or by two actions, is left out.
        rows: the table.
    """
    made: dict[str, QAction] = {}
    rows = tuple(rows)
    defaults = heard_keys({row.id: row.keys for row in rows}, {})
    heard = heard_keys(defaults, keys or {})
    for row in rows:
        action = QAction(shown_text(row.text), owner)
        action.setObjectName(row.id)
        if row.icon:
            action.setIcon(icon(row.icon))
        part, _, method = row.slot.partition(".")
        action.triggered.connect(_bound(parts, part, method))
        action.setProperty(DEFAULT_KEYS, list(defaults[row.id]))
        made[row.id] = action
        owner.addAction(action)
        _give_keys(action, table, heard[row.id])
    tell_keys(made.values())
    return made


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
    """Put actions, by their ids, into the menus of a bar."""
    for first, title in MENUS:
        menu = bar.addMenu(shown_text(title))
        for id_, action in actions.items():
            if id_.startswith(f"{first}."):
                menu.addAction(action)


def fill_tools(bar: QToolBar, actions: Mapping[str, QAction]) -> None:
    """Put those actions into a bar that are done most."""
    for id_ in _TOOLS:
        if id_:
            bar.addAction(actions[id_])
        else:
            bar.addSeparator()


def set_keys(action: QAction, table: QWidget, keys: Iterable[str]) -> None:
    """Give an action its keys, and let the texts that name them know of it."""
    _give_keys(action, table, tuple(keys))
    tell_keys([action])


def _give_keys(action: QAction, table: QWidget, keys: tuple[str, ...]) -> None:
    """Give an action its keys; those of the table go to a twin that the table has."""
    action.setProperty(KEYS, list(keys))
    action.setShortcuts([QKeySequence(key) for key in keys if not key.startswith(TABLE)])
    held = [QKeySequence(key.removeprefix(TABLE)) for key in keys if key.startswith(TABLE)]
    name = f"{action.objectName()}@table"
    for old in [each for each in table.actions() if each.objectName() == name]:
        table.removeAction(old)
        old.deleteLater()
    if held:
        twin = QAction(action.text(), table)
        twin.setObjectName(name)
        twin.setShortcuts(held)
        twin.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        twin.triggered.connect(action.trigger)
        table.addAction(twin)


def _bound(parts: Mapping[str, object], part: str, method: str) -> Callable[[], None]:
    """Return a slot that takes no argument: Qt gives whether the action is checked.

    The part is asked for when it is to do something: it may be made only then.
    """

    def do() -> None:
        getattr(parts[part], method)()

    return do
