"""The left of the window: clicks write the query, counts keep up, what is open stays open."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu

from refman.editing import judged
from refman.model import Citekey, Entry, ItemType, KeptKind, Keyword, Provenance, Status
from refman_gui.item_models.queue import ITEM_ROLE
from refman_gui.item_models.queue_items import Kind
from refman_gui.selection import PAPERS_MIME

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
NO_COLLECTION = ("Make one…", "")
NO_SEARCH = ("Save one…", "")


def paper(number, **fields):
    return Entry(
        type=ItemType.ARTICLE_JOURNAL,
        citekey=Citekey(f"shade{number}"),
        title=f"Shades of Lamp {number}",
        **fields,
    )


@pytest.fixture(autouse=True)
def _short_rest(monkeypatch):
    monkeypatch.setattr("refman_gui.views.queue._REST_MS", 20)


@pytest.fixture
def queue(make_window, make_library, qtbot):
    provenance = {"title": Provenance("user"), "author": Provenance("arxiv")}
    window = make_window(
        make_library(
            8,
            paper(1, collections=("Lamps/Warm",), keywords=(Keyword("to read"), Keyword("new"))),
            paper(2, collections=("Lamps",), keywords=(Keyword("to read"),)),
            paper(3, status=Status.ACCEPTED, provenance=provenance),
            paper(4, status=Status.REJECTED),
        )
    )
    queue = window.parts["queue"]
    QAbstractItemModelTester(
        queue.model, QAbstractItemModelTester.FailureReportingMode.Fatal, queue
    )
    qtbot.waitUntil(lambda: queue.reviewed.text() != "")
    qtbot.waitUntil(lambda: child(queue, "facet year", 0) is not None)
    return queue


def child(queue, key, row):
    index = queue.model.index(row, 0, queue.model.find(key))
    return index if index.isValid() else None


def texts(queue, key=None):
    above = queue.model.find(key) if key else queue.model.find("").parent()
    return [
        (queue.model.index(row, 0, above).data(), queue.model.index(row, 1, above).data())
        for row in range(queue.model.rowCount(above))
    ]


def click(qtbot, queue, index, modifiers=Qt.KeyboardModifier.NoModifier):
    queue.tree.scrollTo(index)
    place = queue.tree.visualRect(index).center()
    qtbot.mouseClick(queue.tree.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def box(queue):
    return queue.window().results.box.text()


def test_it_shows_what_there_is(queue):
    assert texts(queue)[:8] == [
        ("Needs review", "10"),
        ("Wait for a choice", "0"),
        ("Accepted", "1"),
        ("Not exported yet", "1"),
        ("Rejected", "1"),
        ("Duplicates", ""),  # they were not looked for
        ("All papers", "12"),
        ("Bin", "0"),
    ]
    assert texts(queue, "collections") == [("Lamps", "2")]
    assert texts(queue, "collection lamps") == [("Warm", "1")]
    assert texts(queue, "tags") == [("new", "1"), ("to read", "2")]
    assert texts(queue, "facet year") == [(str(2000 + n), "1") for n in reversed(range(8))]
    assert queue.reviewed.text() == "2 of 12 reviewed"


def test_a_click_shows_its_papers_and_marks_it(queue, qtbot):
    click(qtbot, queue, queue.model.find("shelf status:accepted"))
    assert box(queue) == "status:accepted"
    found = queue.window().results.model
    qtbot.waitUntil(lambda: found.rowCount() == 1)
    index = queue.model.find("shelf status:accepted")
    assert index.data(Qt.ItemDataRole.FontRole).bold()
    assert "is shown" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert queue.tree.selectionModel().isSelected(index)
    click(qtbot, queue, queue.model.find("shelf "))
    assert box(queue) == ""
    qtbot.waitUntil(lambda: found.rowCount() == 12)


def test_with_ctrl_it_is_added_and_taken_out_and_with_shift_left_out(queue, qtbot):
    click(qtbot, queue, queue.model.find("shelf status:review"))
    year = child(queue, "facet year", 0)
    click(qtbot, queue, year, CTRL)
    assert box(queue) == "status:review year:2007"
    qtbot.waitUntil(lambda: queue.window().results.model.rowCount() == 1)
    click(qtbot, queue, queue.model.find("facet year year:2007"), CTRL)
    assert box(queue) == "status:review"
    click(qtbot, queue, queue.model.find("facet year year:2007"), CTRL_SHIFT)
    assert box(queue) == "status:review -year:2007"
    assert queue.model.find("facet year year:2007").data().startswith("− ")


def test_enter_does_what_a_click_does_and_arrows_open(queue, qtbot):
    queue.tree.setFocus()
    qtbot.keyClick(queue.tree, Qt.Key.Key_Home)
    for _ in range(8):
        qtbot.keyClick(queue.tree, Qt.Key.Key_Down)
    assert queue.tree.currentIndex().data() == "Collections"
    qtbot.keyClick(queue.tree, Qt.Key.Key_Down)
    qtbot.keyClick(queue.tree, Qt.Key.Key_Right)
    qtbot.keyClick(queue.tree, Qt.Key.Key_Down)
    qtbot.keyClick(queue.tree, Qt.Key.Key_Return)
    assert box(queue) == 'collection:"Lamps/Warm"'


def test_a_heading_opens_and_closes(queue, qtbot):
    heading = queue.model.find("facets")
    assert queue.tree.isExpanded(heading)
    click(qtbot, queue, heading)
    assert not queue.tree.isExpanded(queue.model.find("facets"))
    assert box(queue) == ""


def test_an_arrow_opens_and_closes_once(queue, qtbot):
    heading = queue.model.find("tags")
    rect = queue.tree.visualRect(heading)
    arrow = QPoint(rect.left() - queue.tree.indentation() // 2, rect.center().y())
    for is_open in (True, False):
        qtbot.mouseClick(queue.tree.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
        assert queue.tree.isExpanded(queue.model.find("tags")) is is_open


def test_a_facet_that_is_opened_is_counted(queue, qtbot):
    assert texts(queue, "facet venue") == []
    click(qtbot, queue, queue.model.find("facet venue"))
    qtbot.waitUntil(lambda: texts(queue, "facet venue") == [("Journal of Lamps", "5")])
    click(qtbot, queue, queue.model.find("facet source"))
    qtbot.waitUntil(lambda: texts(queue, "facet source") == [("arXiv", "1"), ("you", "1")])
    assert queue.model.find("facet source source:user").isValid()


def test_facets_are_of_what_is_shown_and_what_is_open_stays_open(queue, qtbot):
    click(qtbot, queue, queue.model.find("tags"))
    click(qtbot, queue, queue.model.find("collection lamps"))
    queue.tree.expand(queue.model.find("collection lamps"))
    before = queue.model.find("collection lamps/warm")
    qtbot.waitUntil(lambda: texts(queue, "facet year") == [])
    assert queue.tree.isExpanded(queue.model.find("tags"))
    assert queue.tree.isExpanded(queue.model.find("collection lamps"))
    assert queue.model.find("collection lamps/warm") == before


def test_more_values_of_a_facet_are_shown_when_asked_for(make_window, make_library, qtbot):
    queue = make_window(make_library(20)).parts["queue"]
    qtbot.waitUntil(lambda: len(texts(queue, "facet year")) == 9)
    assert texts(queue, "facet year")[-1][0] == "More…"
    click(qtbot, queue, child(queue, "facet year", 8))
    qtbot.waitUntil(lambda: len(texts(queue, "facet year")) == 20)


def test_counts_keep_up_with_changes_without_a_reset(queue, qtbot):
    resets = []
    queue.model.modelReset.connect(lambda: resets.append(1))
    session = queue.window().session
    session.edit(judged(session.holdings([1, 2]), Status.ACCEPTED))
    qtbot.waitUntil(lambda: queue.reviewed.text() == "4 of 12 reviewed")
    assert dict(texts(queue)[:3]) == {
        "Needs review": "8", "Wait for a choice": "0", "Accepted": "3",
    }  # fmt: skip
    qtbot.keyClick(queue.window(), Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: queue.reviewed.text() == "2 of 12 reviewed")
    assert not resets


def test_a_search_is_saved_used_renamed_and_deleted_and_all_of_it_undone(queue, qtbot):
    window = queue.window()
    qtbot.keyClicks(window.results.box, "author:glow1 lamp")
    qtbot.keyClick(window.results.box, Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL_SHIFT)
    line = queue.name_line
    assert line.isVisible()
    assert line.edit.hasFocus()
    qtbot.keyClicks(line.edit, "warm lamps")
    qtbot.keyClick(line.edit, Qt.Key.Key_Return)
    assert not line.isVisible()
    qtbot.waitUntil(lambda: texts(queue, "searches") == [("warm-lamps", "1")])
    click(qtbot, queue, queue.model.find("shelf "))
    click(qtbot, queue, queue.model.find("search warm-lamps"))
    assert box(queue) == "author:glow1 lamp"

    qtbot.keyClick(queue.tree, Qt.Key.Key_F2)
    assert line.edit.text() == "warm-lamps"
    qtbot.keyClicks(line.edit, "ada")
    qtbot.keyClick(line.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(queue, "searches") == [("ada", "1")])
    click(qtbot, queue, queue.model.find("search ada"))
    qtbot.keyClick(queue.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: texts(queue, "searches") == [NO_SEARCH])
    for name in ("ada", "warm-lamps"):
        qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda name=name: texts(queue, "searches") == [(name, "1")])
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: texts(queue, "searches") == [NO_SEARCH])
    assert window.session.reader.kept(KeptKind.SEARCH) == {}


def test_a_name_that_is_taken_is_told_where_it_was_typed(queue, qtbot):
    window, line = queue.window(), queue.name_line
    for name in ("warm", "cold"):
        qtbot.keyClicks(window.results.box, "x")
        qtbot.keyClick(window, Qt.Key.Key_S, CTRL_SHIFT)
        qtbot.keyClicks(line.edit, name)
        qtbot.keyClick(line.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(texts(queue, "searches")) == 2)
    click(qtbot, queue, queue.model.find("search cold"))
    qtbot.keyClick(queue.tree, Qt.Key.Key_F2)
    qtbot.keyClicks(line.edit, "warm")
    qtbot.keyClick(line.edit, Qt.Key.Key_Return)
    assert line.isVisible()
    assert "warm already" in line.fault.text()
    qtbot.keyClick(line.edit, Qt.Key.Key_Escape)
    assert not line.isVisible()


def test_a_name_line_that_is_left_gives_the_focus_back(queue, qtbot):
    window, line, box = queue.window(), queue.name_line, queue.window().results.box
    click(qtbot, queue, queue.model.find("collection lamps"))
    queue.tree.setFocus()
    for name, leave in (("", Qt.Key.Key_Escape), ("Glows", Qt.Key.Key_Return)):
        qtbot.keyClick(queue.tree, Qt.Key.Key_F2)
        assert line.edit.hasFocus()
        qtbot.keyClicks(line.edit, name)
        qtbot.keyClick(line.edit, leave)
        assert window.focusWidget() is queue.tree
    qtbot.waitUntil(lambda: texts(queue, "collections") == [("Glows", "2")])
    open_menu(queue, qtbot, "New collection…")
    box.setFocus()
    qtbot.keyClick(line.edit, Qt.Key.Key_Escape)
    assert window.focusWidget() is box  # who went elsewhere stays there


def test_nothing_is_saved_where_nothing_is_searched_for(queue, qtbot):
    with qtbot.waitSignal(queue.window().session.said):
        qtbot.keyClick(queue.window(), Qt.Key.Key_S, CTRL_SHIFT)
    assert not queue.name_line.isVisible()


def test_a_collection_is_made_inside_another_renamed_and_deleted(queue, qtbot):
    line = queue.name_line
    click(qtbot, queue, queue.model.find("collection lamps"))
    open_menu(queue, qtbot, "New collection…")
    qtbot.keyClicks(line.edit, "Cold")
    qtbot.keyClick(line.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(queue, "collection lamps") == [("Cold", "0"), ("Warm", "1")])
    open_menu(queue, qtbot, "Rename…")
    assert line.edit.text() == "Lamps"
    qtbot.keyClicks(line.edit, "Lights")
    qtbot.keyClick(line.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(queue, "collections") == [("Lights", "2")])
    click(qtbot, queue, queue.model.find("collection lights"))
    qtbot.keyClick(queue.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: texts(queue, "collections") == [NO_COLLECTION])
    qtbot.keyClick(queue.window(), Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: texts(queue, "collections") == [("Lights", "2")])


def open_menu(queue, qtbot, text):
    """Open the menu of the current item by its key, and choose from it by Enter."""
    viewport = queue.tree.viewport()
    place = queue.tree.visualRect(queue.tree.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    (menu,) = [menu for menu in queue.findChildren(QMenu) if menu.isVisible()]
    menu.setActiveAction(next(each for each in menu.actions() if each.text() == text))
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    queue.window().activateWindow()
    qtbot.waitUntil(queue.window().isActiveWindow)


def test_papers_are_dropped_on_a_collection_and_taken_out_again(queue, qtbot):
    results = queue.window().results
    results.table.setFocus()
    qtbot.keyClick(results.table, Qt.Key.Key_A, CTRL)
    assert len(queue.window().session.selection.ids) == 12
    index = queue.model.find("collection lamps")
    assert drop(queue, index)
    qtbot.waitUntil(lambda: texts(queue, "collections") == [("Lamps", "12")])
    queue.tree.setCurrentIndex(queue.model.find("collection lamps"))
    open_menu(queue, qtbot, "Take 12 chosen papers out")
    qtbot.waitUntil(lambda: texts(queue, "collections") == [("Lamps", "0")])
    assert not drop(queue, queue.model.find("shelf in:bin"))


def drop(queue, index):
    viewport = queue.tree.viewport()
    place = queue.tree.visualRect(index).center()
    data = QMimeData()
    data.setData(PAPERS_MIME, b"")
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
             Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(viewport, QDragEnterEvent(place, *given))
    event = QDropEvent(QPointF(place), *given, QEvent.Type.Drop)
    event.setAccepted(False)
    QApplication.sendEvent(viewport, event)
    return event.isAccepted()


def test_foreign_names_are_shown_as_they_are(make_window, make_library, qtbot):
    hostile = "<img src=x> " + "long " * 100
    queue = make_window(make_library(1, paper(1, keywords=(Keyword(hostile.strip()),)))).parts[
        "queue"
    ]
    click(qtbot, queue, queue.model.find("tags"))
    qtbot.waitUntil(lambda: texts(queue, "tags") != [])
    index = child(queue, "tags", 0)
    assert index.data(ITEM_ROLE).kind is Kind.TAG
    assert index.data().startswith("<img src=x> long")
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)
    click(qtbot, queue, index)
    qtbot.waitUntil(lambda: queue.window().results.model.rowCount() == 1)
    assert QPoint() != queue.tree.visualRect(index).center()


def test_what_is_open_is_open_again_after_a_restart(make_window, make_library, qtbot):
    path = make_library(3, paper(1, collections=("Lamps/Warm",)))
    window = make_window(path)
    queue = window.parts["queue"]
    qtbot.waitUntil(lambda: queue.model.find("collection lamps").isValid())
    click(qtbot, queue, queue.model.find("tags"))
    click(qtbot, queue, queue.model.find("facet type"))
    queue.tree.setCurrentIndex(queue.model.find("collection lamps"))
    qtbot.keyClick(queue.tree, Qt.Key.Key_Right)
    window.close()
    queue = make_window(path).parts["queue"]
    qtbot.waitUntil(lambda: queue.tree.isExpanded(queue.model.find("collection lamps")))
    assert queue.tree.isExpanded(queue.model.find("tags"))
    assert not queue.tree.isExpanded(queue.model.find("facet type"))


def test_nothing_is_counted_while_somebody_types(make_window, make_library, qtbot, monkeypatch):
    window = make_window(make_library(5))
    queue = window.parts["queue"]
    qtbot.waitUntil(lambda: child(queue, "facet year", 0) is not None)
    asked = []
    queue._facets_rest.setInterval(60_000)
    searching = window.session.searching
    monkeypatch.setattr(searching, "count_facets", lambda *given: asked.append(given))
    for sign in "lamp 3":
        with qtbot.waitSignal(searching.counted):
            qtbot.keyClick(window.results.box, sign)
    assert asked == []
    queue._facets_rest.start(0)
    qtbot.waitUntil(lambda: asked != [])
    assert len(asked) == 1


def test_papers_that_are_dragged_out_of_the_table_can_be_dropped_here(queue):
    results = queue.window().results
    index = results.model.index(0, 0)
    assert results.table.dragEnabled()
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    data = results.model.mimeData([index])
    where = queue.model.find("collection lamps")
    assert queue.model.canDropMimeData(data, Qt.DropAction.CopyAction, -1, -1, where)
