"""What is chosen as a bibliography prints it: shown, kept, and copied, by keys."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from pytestqt.qtbot import QtBot

from refman.citing import STYLES
from refman.model import Citekey, Entry, Name
from refman_gui.tasks.citing import CITING
from refman_gui.theme import DARK, Theme, apply_theme
from refman_gui.views.citation import CitationView
from refman_gui.window import MainWindow
from tests.gui.test_entry import GLOW, MakeWindow, entry_view, look_at

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
IEEE = "[1] A. Sato and The Lantern Team, “GLOW: Lanterns over Water,” Jun. 2024."
LONG_MS = 20_000


@pytest.fixture
def window(make_window: MakeWindow, make_library: Callable[..., Path], qtbot: QtBot) -> MainWindow:
    """The window on two lamps and GLOW, its preview in front by its key."""
    window = make_window(make_library(2, GLOW))
    qtbot.waitUntil(lambda: entry_view(window).head.key.text() == "sato2024glow")
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    qtbot.waitUntil(citation_view(window).isVisible)
    return window


def citation_view(window: MainWindow) -> CitationView:
    view = window.parts["citation"]
    assert isinstance(view, CitationView)
    return view


def wait_for(qtbot: QtBot, window: MainWindow, text: str) -> str:
    """Wait until a text is shown; return all that is."""
    browser = citation_view(window).browser
    qtbot.waitUntil(lambda: text in browser.toPlainText(), timeout=LONG_MS)
    return browser.toPlainText()


def choose_all(qtbot: QtBot, window: MainWindow) -> None:
    window.results.table.setFocus()
    qtbot.keyClick(window.results.table, Qt.Key.Key_A, CTRL)


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_the_reference_is_shown_in_its_type_of_letters(qtbot: QtBot, window: MainWindow) -> None:
    text = wait_for(qtbot, window, "Sato")
    assert text.splitlines() == [IEEE, "In the text: [1]"]
    look_at(qtbot, window, "lamp1")
    wait_for(qtbot, window, "On the Warmth of Lamp 1")
    assert "font-style:italic" in citation_view(window).browser.toHtml()
    assert window.session.jobs.all == []


def test_what_was_formatted_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    wait_for(qtbot, window, "Sato")
    look_at(qtbot, window, "lamp1")
    wait_for(qtbot, window, "Lamp 1")
    with qtbot.assertNotEmitted(window.session.jobs.added):
        look_at(qtbot, window, "sato2024glow")
    assert IEEE in citation_view(window).browser.toPlainText()


def test_a_style_is_chosen_by_keys_and_kept(
    qtbot: QtBot, make_window: MakeWindow, window: MainWindow
) -> None:
    view = citation_view(window)
    assert [view.styles.itemText(at) for at in range(5)] == [
        "IEEE", "ACM", "Nature", "APA", "Chicago (approximate)"
    ]  # fmt: skip
    view.styles.setFocus()
    for _ in range(2):
        qtbot.keyClick(view.styles, Qt.Key.Key_Down)
    wait_for(qtbot, window, "1. Sato, A. & The Lantern Team.")
    window.close()
    assert citation_view(make_window(window.session.path)).styles.currentText() == "Nature"


def test_several_are_a_list_in_the_order_of_the_table(qtbot: QtBot, window: MainWindow) -> None:
    wait_for(qtbot, window, "Sato")
    choose_all(qtbot, window)
    lines = wait_for(qtbot, window, "[3]").splitlines()
    assert [line[:3] for line in lines] == ["[1]", "[2]", "[3]"]
    assert "GLOW" in lines[0]
    assert entry_view(window).head.isHidden()
    bar = entry_view(window).tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    assert entry_view(window).message.isVisible()  # the fields are those of one
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    assert citation_view(window).isVisible()


def test_of_very_many_the_first_are_shown(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(60))
    choose_all(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    view = citation_view(window)
    assert len(wait_for(qtbot, window, "[50]").splitlines()) == 50
    assert view.told.text() == "The first 50 of 60 papers are shown."
    with qtbot.waitSignal(window.session.said, timeout=LONG_MS) as said:
        qtbot.keyClick(window, Qt.Key.Key_C, CTRL | SHIFT)
    assert said.args == ["Copied 60 papers in IEEE"]
    lines = copied().splitlines()
    assert len(lines) == 60
    assert lines[59].startswith("[60] ")
    assert [job.title for job in window.session.jobs.all] == ["Copy 60 papers"]


def test_citations_are_copied_plain_and_with_their_look(qtbot: QtBot, window: MainWindow) -> None:
    wait_for(qtbot, window, "Sato")
    view = citation_view(window)
    with qtbot.waitSignal(window.session.said) as said:
        qtbot.mouseClick(view.copy_button, Qt.MouseButton.LeftButton)
    assert said.args == ["Copied 1 paper in IEEE"]
    assert copied() == IEEE
    assert QGuiApplication.clipboard().mimeData().html() == f"<p>{IEEE}</p>"
    window.close()  # what Python has put there would crash Qt at the program's end
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    assert copied() == IEEE


def test_citations_are_copied_without_a_look_at_the_page(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(1, GLOW))
    choose_all(qtbot, window)
    with qtbot.waitSignal(window.session.said, timeout=LONG_MS):
        qtbot.keyClick(window, Qt.Key.Key_C, CTRL | SHIFT)
    assert copied().splitlines()[0] == IEEE
    assert copied().splitlines()[1].startswith("[2] A. Glow0")


def test_keys_are_copied_as_cite(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    odd = Entry(citekey=Citekey("odd key~"), title="Odd")
    window = make_window(make_library(1, GLOW, odd))
    choose_all(qtbot, window)
    with qtbot.waitSignal(window.session.said) as said:
        qtbot.keyClick(window, Qt.Key.Key_K, CTRL | SHIFT)
    assert copied() == r"\cite{odd-key-,sato2024glow,lamp0}"
    assert said.args == [r"Copied \cite{odd-key-,sato2024glow,lamp0}"]


@pytest.mark.parametrize(
    ("action", "begins", "said_at_last"),
    [
        ("paper.copy_markdown", "- **GLOW: Lanterns over Water** (2024)", "as Markdown"),
        ("paper.copy_bibtex", "@article{sato2024glow,", "as BibTeX"),
    ],
)
def test_papers_are_copied_in_a_format(
    qtbot: QtBot, window: MainWindow, action: str, begins: str, said_at_last: str
) -> None:
    with qtbot.waitSignal(window.session.said) as said:
        window.actions_by_id[action].trigger()
    assert copied().startswith(begins)
    assert said.args == [f"Copied 1 paper {said_at_last}"]


def test_many_are_copied_by_a_job(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(60))
    choose_all(qtbot, window)
    with qtbot.waitSignal(window.session.said, timeout=LONG_MS):
        window.actions_by_id["paper.copy_bibtex"].trigger()
    assert copied().count("@") == 60


def test_foreign_text_is_text_and_nothing_is_loaded(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path], tmp_path: Path
) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"no picture")
    title = f'<img src="file://{picture}"><u>x</u><a href="https://lamps.example">y</a>'
    window = make_window(make_library(0, msgspec.structs.replace(GLOW, title=title)))
    qtbot.waitUntil(lambda: entry_view(window).head.key.text() == "sato2024glow")
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    assert title in wait_for(qtbot, window, "Sato")
    browser = citation_view(window).browser
    assert "<img" not in browser.toHtml()
    assert "<a " not in browser.toHtml()
    url = QUrl.fromLocalFile(str(picture))
    assert browser.loadResource(QTextDocument.ResourceType.ImageResource.value, url) is None
    assert not browser.openLinks()


def test_a_fault_is_told(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    wait_for(qtbot, window, "Sato")
    broken = msgspec.structs.replace(CITING, module="tests.gui.no_such_module")
    monkeypatch.setattr("refman_gui.views.citation.CITING", broken)
    view = citation_view(window)
    view.styles.setFocus()
    qtbot.keyClick(view.styles, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "✗" in view.told.text(), timeout=LONG_MS)
    assert view.browser.toPlainText() == ""


def test_going_on_while_one_is_formatted(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(citation_view(window).browser.textChanged):
        pass  # "…"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        window.results.table.setFocus()
        qtbot.keyClick(window.results.table, key)
    assert "Lamp 0" in wait_for(qtbot, window, "Glow0")


def test_the_window_closes_while_one_is_formatted(qtbot: QtBot, window: MainWindow) -> None:
    view = citation_view(window)
    qtbot.waitUntil(lambda: view.is_formatting, timeout=LONG_MS)
    window.close()


def test_the_colours_follow_the_theme(qtbot: QtBot, window: MainWindow) -> None:
    wait_for(qtbot, window, "In the text")
    browser = citation_view(window).browser
    apply_theme(Theme.DARK)
    try:
        qtbot.waitUntil(lambda: DARK.dim in browser.toHtml())
    finally:
        apply_theme(Theme.LIGHT)


def test_no_paper_no_preview(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    view = citation_view(make_window(make_library(0)))
    assert view.browser.toPlainText() == ""
    assert not view.copy_button.isEnabled()


def test_every_style_that_there_is_can_be_chosen(window: MainWindow) -> None:
    styles = citation_view(window).styles
    assert [styles.itemData(at) for at in range(styles.count())] == [one.name for one in STYLES]


def test_an_entry_of_very_many_authors(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    many = tuple(Name(family=f"Wick{number}", given="Ada Bo") for number in range(2_000))
    window = make_window(make_library(0, msgspec.structs.replace(GLOW, author=many)))
    qtbot.waitUntil(lambda: entry_view(window).head.key.text() == "sato2024glow")
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    assert len(wait_for(qtbot, window, "Wick0")) < 1_000
