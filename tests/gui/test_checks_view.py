"""The checks, by keys and the mouse."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from refman.checks.finding import Severity
from refman.library import open_library
from refman.model import Citekey, Date, Entry, ItemType, Name
from refman.progress import SILENT, CancelToken
from refman_gui.item_models.finding_words import finding_text
from refman_gui.item_models.findings import FindingColumn, FindingsModel
from refman_gui.tasks import checking
from refman_gui.tasks.checking import Told
from refman_gui.views.checks import ChecksView
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW

LEFT = Qt.MouseButton.LeftButton

BAD = Entry(
    type=ItemType.ARTICLE_JOURNAL,
    citekey=Citekey("bad"),
    title="On Lamps",
    author=(Name(family="Glow", given="Ada"),),
    issued=Date(2024),
    page="10--",
    container_title="Journal of Lamps",
    url="http://dx.doi.org/10.1234/lamp",
)


def checks_of(window: MainWindow) -> ChecksView:
    view = window.parts["checks"]
    assert isinstance(view, ChecksView)
    return view


def messages(view: ChecksView) -> list[str]:
    column = int(FindingColumn.MESSAGE)
    return [str(view.model.index(row, column).data()) for row in range(view.model.rowCount())]


def check(qtbot: QtBot, window: MainWindow) -> ChecksView:
    view = checks_of(window)
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert view.isVisible()
    qtbot.mouseClick(view.all_button, LEFT)
    qtbot.waitUntil(lambda: bool(view.said.text()), timeout=30_000)
    return view


def test_findings_are_shown_narrowed_and_lead_to_their_paper(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    nowhere = msgspec.structs.replace(BAD, citekey=Citekey("nowhere"), container_title=None)
    window = make_window(make_library(2, BAD, nowhere))
    view = check(qtbot, window)
    every = messages(view)
    assert "Journal article lacks: In" in every
    assert view.said.text().startswith("4 papers")
    qtbot.keyClicks(view.box, "zzzz")
    assert not messages(view)
    view.box.clear()
    qtbot.keyClicks(view.box, "bad")
    assert 0 < len(messages(view)) <= len(every)
    view.table.selectRow(0)
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.selection.current is not None)
    assert window.tabs.currentWidget() is window.split
    holding = window.session.get(window.session.selection.current)  # type: ignore[arg-type]
    assert holding is not None
    assert holding.entry.citekey == "bad"


def test_what_can_be_put_right_is_and_undo_takes_it_back(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(1, BAD))
    view = check(qtbot, window)
    before = len(messages(view))
    assert list(view.model.fixable(view.model.all_rows()))
    qtbot.mouseClick(view.fix_all_button, LEFT)
    qtbot.waitUntil(lambda: "put right" in view.said.text(), timeout=30_000)
    assert len(messages(view)) < before
    qtbot.waitUntil(lambda: "Put right" in window.session.history.undoText())
    with open_library(window.session.path, now=lambda: NOW, read_only=True) as library:
        found = library.find_key("bad")
        assert found is not None
        assert found.entry != BAD


def test_without_a_finding_it_says_so(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(0))
    view = checks_of(window)
    assert view.empty.text().startswith("There is no paper here yet: Ctrl+V")
    check(qtbot, window)
    assert view.empty.text().startswith("There is no paper here yet: Ctrl+V")
    assert not view.fix_all_button.isEnabled()


@pytest.mark.parametrize(
    ("rule", "message", "shown"),
    [
        ("missing-required", "@article lacks journal, year",
         "Journal article lacks: In, Published"),
        ("missing-required", "@x lacks organization", "Journal article lacks: Publisher"),
        ("zotero-drops", "Zotero drops eventdate, pubstate when it reads the file",
         "Zotero drops Conference date, pubstate when it reads the file"),
        ("zotero-drops-entry", "Zotero drops the whole entry: it does not know @dataset",
         "Zotero drops the whole paper: it does not know this type (Journal article)"),
        ("latex-sign", "booktitle has & without a backslash: LaTeX takes it for its own",
         '"In" has & without a backslash: LaTeX takes it for its own'),
        ("html-entity", "ids has &amp;, which is HTML", '"Other keys" has &amp;, which is HTML'),
        ("mojibake", "container_title was read in a wrong encoding once: Ã¼",
         '"In" was read in a wrong encoding once: Ã¼'),
        ("title-all-caps", "the title is in capitals throughout",
         "the title is in capitals throughout"),
    ],
)  # fmt: skip
def test_findings_name_fields_and_types_as_the_window_does(
    rule: str, message: str, shown: str
) -> None:
    assert finding_text(rule, message, "article-journal") == shown


def test_the_model_keeps_qts_rules() -> None:
    model = FindingsModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    told = [
        Told(
            id=None,
            citekey=f"lamp{number}",
            rule="rule",
            severity=severity,
            message=f"message {number}",
            can_be_fixed=number % 2 == 0,
        )
        for number, severity in enumerate([*Severity] * 3)
    ]
    model.extend(told[:4])
    model.narrow(Severity.NOTE, "")
    model.extend(told[4:])
    assert model.rowCount() == 3
    model.narrow(None, "lamp8")
    assert model.index(0, 1).data() == "lamp8"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.clear()
    assert model.rowCount() == 0
    assert tester is not None


def test_findings_come_in_pieces_that_are_put_into_a_language_at_once(
    make_library: Callable[..., Path],
) -> None:
    many = [msgspec.structs.replace(BAD, citekey=Citekey(f"bad{n}")) for n in range(30)]
    pieces: list[int] = []

    class Reports:
        progress, cancel = SILENT, CancelToken()

        def send(self, came: object) -> None:
            assert isinstance(came, checking.Came)
            pieces.append(len(came.told))

        def say(self, text: str) -> None:
            raise AssertionError(text)

    checking.run(checking.Request(library=str(make_library(0, *many)), query=""), Reports())
    assert sum(pieces) > 60
    assert max(pieces) == 40
