"""What other programs and web pages ask of the import: it is kept, and says whom it would ask."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QUrl
from pytestqt.qtbot import QtBot

from refman.errors import OutputError
from refman.places import state_folder
from refman.previewing import Imports
from refman_gui.languages import install_language
from refman_gui.session import Session
from refman_gui.views.intake import IntakeView
from refman_gui.views.intake_kept import Keeper
from refman_gui.views.intake_taking import files_and_text
from tests.gui.test_intake import LAMPS, LISTING, QuickJob
from tests.gui.test_intake_kept import end

PAPER = "https://arxiv.org/abs/2401.12345"
LONG = f"{'a' * 800}&amp.whose.example"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refman_gui.jobs.Job", QuickJob)


@pytest.fixture
def make_view(
    make_library: Callable[..., Path], qtbot: QtBot, qapp: object
) -> Callable[..., IntakeView]:
    """Open the import on a library, into which a text is put before that is open."""
    path = make_library(3)

    def make(text: str = "") -> IntakeView:
        session = Session(path)
        view = IntakeView(session)
        session.setParent(view)
        qtbot.addWidget(view, before_close_func=end)
        with qtbot.waitSignal(session.opened):
            if text:
                view.take_text(text, fetches=False)
        qtbot.waitUntil(lambda: view.inputs.keeper._is_taken_up and not session.jobs.running())
        return view

    return make


def take(view: IntakeView, qtbot: QtBot, text: str) -> None:
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        view.take_text(text, fetches=False)


def test_what_is_asked_before_the_library_is_open_comes_once_and_is_kept(
    make_view: Callable[..., IntakeView], qtbot: QtBot
) -> None:
    view = make_view(LISTING)
    assert [sheet.counts().papers for sheet in view.inputs.sheets] == [3]
    take(view, qtbot, PAPER)
    end(view)
    view = make_view()
    assert [sheet.counts().papers for sheet in view.inputs.sheets] == [3, 1]
    assert view.notice.label.text() == "2 imports from before are open again."


def test_what_is_asked_at_the_start_is_shown_before_what_was_left(
    make_view: Callable[..., IntakeView],
) -> None:
    end(make_view(LISTING))
    view = make_view(LAMPS)
    assert [sheet.counts().papers for sheet in view.inputs.sheets] == [1, 3]
    assert view.desk.model.rowCount() == 1
    assert view.notice.label.text() == "1 import from before is open again."


def test_addresses_are_dropped_as_they_are() -> None:
    dropped = ["https://lists.example/new%20papers?q=a%2Fb&t=%E7%81%AF", "https://lamps.example/"]
    data = QMimeData()
    data.setUrls([QUrl(address) for address in dropped])
    assert files_and_text(data) == ([], "\n".join(dropped))


def test_it_is_told_of_each_host_that_would_be_asked_in_the_room_there_is(
    make_view: Callable[..., IntakeView], qtbot: QtBot
) -> None:
    view = make_view()
    take(view, qtbot, "https://lists.example/x https://other.example/y https://lists.example/z")
    assert view.notice.button.text() == "Fetch it from lists.example, other.example"
    assert view.notice.label.text() == "No paper is known by lists.example, other.example"
    width = view.minimumSizeHint().width()
    take(view, qtbot, f"https://{LONG}/\u202ex")
    assert view.notice.button.text().endswith("&&amp.whose.example")
    assert "\u202e" not in view.notice.label.text()
    assert view.minimumSizeHint().width() < width + 300
    end(view)
    assert make_view().is_empty, "what was only offered is not kept"


def test_a_window_that_closes_as_it_opens_takes_nothing_up(
    make_library: Callable[..., Path], qtbot: QtBot
) -> None:
    session = Session(make_library(3))
    with qtbot.waitSignal(session.opened):
        pass
    view = IntakeView(session)
    session.setParent(view)
    qtbot.addWidget(view)
    end(view)
    QCoreApplication.processEvents()
    assert not (state_folder() / "imports").exists(), "no other window could have them"


def test_why_nothing_is_kept_is_told_in_the_language_of_the_window(
    qtbot: QtBot, qapp: QCoreApplication, tmp_path: Path
) -> None:
    state_folder().mkdir(parents=True)
    (state_folder() / "imports").write_text("a file")
    keeper = Keeper(tmp_path / "lamps.refman")
    install_language(qapp, "de")
    try:
        with qtbot.waitSignal(keeper.failed) as failed:
            assert keeper.folder is None
        assert failed.args[0].startswith("Importe können")
    finally:
        install_language(qapp, "en")


def test_what_cannot_be_kept_leaves_nothing_that_cannot_be_read_at_the_next_start(
    make_view: Callable[..., IntakeView], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> str:
        raise OutputError("there is no room", target="")

    def nothing(*_: object) -> None:
        pass

    view = make_view()
    with monkeypatch.context() as disk:
        disk.setattr(view.inputs.keeper, "keep_text", nothing)
        take(view, qtbot, LISTING)
    assert [sheet.name for sheet in view.inputs.sheets] == [None]
    with monkeypatch.context() as disk:
        disk.setattr(Imports, "begin", full)
        take(view, qtbot, LISTING)
    assert len(view.inputs.sheets) == 2
    end(view)
    view = make_view()
    assert view.is_empty
    assert view.notice.label.text() == ""
