"""The models behind the duplicates, under Qt's own tester; groups that are hostile or large."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from refman.duplicates.verdicts import Relation
from refman.editing import binned
from refman.model import Citekey, EntryId, Holding
from refman.tidying import as_versions
from refman_gui.item_models.duplicates import GROUP_ROLE, Group, GroupsModel
from refman_gui.item_models.duplicates_comparison import ComparisonModel
from refman_gui.session import Session
from refman_gui.tasks.duplicates import Told
from refman_gui.theme import Theme, apply_theme
from refman_gui.views.duplicates import DuplicatesView
from refman_gui.views.duplicates_comparison import ComparisonPane
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW, lamp

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
ROLES = [role.value for role in Qt.ItemDataRole if role.value < 20] + [GROUP_ROLE]


def told(*ids: int, relation: Relation = Relation.SAME) -> Told:
    return Told(
        ids=tuple(map(EntryId, ids)), relation=relation, score=0.9, title=f"Lamp {ids[0]}",
        reasons=("titles are equal",),
    )  # fmt: skip


def held(number: int, **fields: object) -> Holding:
    entry = msgspec.structs.replace(lamp(number), **fields)
    return Holding(id=EntryId(number + 1), entry=entry, added=NOW)


def ids_shown(model: GroupsModel) -> list[tuple[int, ...]]:
    return [group.ids for group in model.shown()]


def test_groups_come_go_and_come_back_in_their_order(qtbot: QtBot, session: Session) -> None:
    model = GroupsModel(session)
    QAbstractItemModelTester(model, FATAL, model)
    model.extend([told(1, 2), told(3, 4, relation=Relation.UNSURE)])
    model.extend([told(5, 6, 7)])
    first, second, third = model.all
    assert [model.row_of(group) for group in (first, second, third)] == [0, 1, 2]
    second.is_pending = True
    model.tell(second)
    assert model.row_of(second) is None
    chosen = model.put_first((EntryId(8), EntryId(9)), "mine")
    assert ids_shown(model) == [(8, 9), (1, 2), (5, 6, 7)]
    assert model.put_first((EntryId(8), EntryId(9)), "mine") is chosen
    second.is_pending = False
    model.tell(second)
    assert ids_shown(model) == [(8, 9), (1, 2), (3, 4), (5, 6, 7)]
    with qtbot.waitSignal(session.changed):
        session.edit(binned(session.holdings([EntryId(1), EntryId(5)]), now=NOW))
    model.look_again(None)
    qtbot.waitUntil(lambda: ids_shown(model) == [(8, 9), (3, 4), (5, 6, 7)])
    assert third.here == (6, 7)
    for row in range(model.rowCount()):
        for role in ROLES:
            model.index(row).data(role)
    assert "perhaps one work" in str(model.index(1).data(int(Qt.ItemDataRole.AccessibleTextRole)))
    model.clear()
    assert model.rowCount() == 0
    assert model.group_at(0) is None


def test_groups_that_wait_are_judged_by_what_is_kept_whatever_else_changes(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("refman_gui.item_models.duplicates._TURN_S", 0.0)
    model = GroupsModel(session)
    model.extend([told(1, 2), told(3, 4), told(5, 6)])
    for group in model.all[:2]:
        with qtbot.waitSignal(session.changed):
            session.edit_with(partial(as_versions, ids=group.ids))
    model.look_again(None)  # the first is looked at; the others have yet to come
    model.look_again({EntryId(9)})
    qtbot.waitUntil(lambda: not model._turn.isActive())
    assert ids_shown(model) == [(5, 6)]


def test_a_title_is_no_markup_and_no_megabyte(session: Session) -> None:
    model = GroupsModel(session)
    bad = msgspec.structs.replace(told(1, 2), title="<img src='file:///etc/passwd'>\u202e\n" * 30)
    model.extend([bad])
    tip = str(model.index(0).data(int(Qt.ItemDataRole.ToolTipRole)))
    assert "<img" not in tip
    shown = str(model.index(0).data())
    assert "\n" not in shown
    assert "\u202e" not in shown
    assert len(shown) < 400


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_comparison_keeps_the_laws_of_models(session: Session, theme: Theme) -> None:
    apply_theme(theme)
    model = ComparisonModel(session)
    QAbstractItemModelTester(model, FATAL, model)
    group = Group(number=0, ids=(EntryId(1), EntryId(2), EntryId(3)), title="")
    model.show(group, [held(0, note="one"), held(1), held(2, extra={"x" * 300: "y"})])
    model.choose(0, 1)
    model.choose(0, 1)
    model.choose(0, 7)
    model.choose(99, 0)
    model.keep(2)
    model.keep(9)
    model.leave_out(2)
    assert model.leader != 2
    model.leave_out(0)
    model.leave_out(1)  # the last one stays in
    assert [one.id for one in model.included] == [2]
    assert model.kept_beside() == ()
    model.leave_out(0)
    model.show_only_differing(only=True)
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            for role in ROLES:
                model.index(row, column).data(role)
    for role in ROLES:
        for section in range(-1, 6):
            model.headerData(section, ACROSS, role)
            model.headerData(section, Qt.Orientation.Vertical, role)
    model.show(None, [])
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    model.choose(0, 0)
    model.keep(0)
    model.leave_out(0)
    apply_theme(Theme.LIGHT)


def test_a_choice_of_a_paper_that_is_gone_is_forgotten(session: Session) -> None:
    model = ComparisonModel(session)
    group = Group(number=0, ids=(EntryId(2), EntryId(3), EntryId(5)), title="")
    three = [held(1), held(2), held(4)]
    model.show(group, three)
    heads = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    title = next(row for row, head in enumerate(heads) if str(head).endswith("Title"))
    model.choose(title, 2)
    model.keep(2)
    assert model.choices() == {"title": 2}
    model.show(group, three[:2])
    assert model.choices() == {}
    assert model.leader == 0


def test_heights_are_those_of_the_texts_that_are_seen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[int] = set()
    data = ComparisonModel.data

    def noted(model: ComparisonModel, index: QModelIndex, role: int = 0) -> object:
        asked.add(index.column())
        return data(model, index, role)

    monkeypatch.setattr(ComparisonModel, "data", noted)
    pane = ComparisonPane()
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    many = [held(number) for number in range(23)]
    many.append(held(23, title="A lamp that has a very long title " * 8))
    group = Group(number=0, ids=tuple(EntryId(number + 1) for number in range(24)), title="")
    pane.show_group(group, many, "why")
    qtbot.waitUntil(lambda: 0 in asked)
    assert max(asked) < 10
    heads = [pane.model.headerData(row, DOWN) for row in range(pane.model.rowCount())]
    title = next(row for row, head in enumerate(heads) if str(head).endswith("Title"))
    height = pane.table.rowHeight(title)
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.model.index(title, 0))
    qtbot.keyClick(pane.table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: pane.table.rowHeight(title) > height)


def test_of_a_crowd_so_many_are_compared_as_one_can_see(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    copies = (msgspec.structs.replace(lamp(1), citekey=Citekey(f"copy{n}")) for n in range(60))
    window = make_window(make_library(12, *copies))
    view = window.parts["duplicates"]
    assert isinstance(view, DuplicatesView)
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(view.find_button, Qt.MouseButton.LeftButton)
    start = process_time()
    qtbot.waitUntil(lambda: "looked at" in view.said.text(), timeout=30_000)
    assert process_time() - start < 5
    assert view.pane.model.columnCount() == 25
    assert view.pane.why.text().startswith("the first 24 of 6")
    view.groups.setFocus()
    qtbot.keyClick(view.groups, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Merge 24 papers")
    qtbot.waitUntil(lambda: view.group is not None and len(view.group.here) == 38)
