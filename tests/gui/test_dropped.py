"""What is dropped: PDFs on a paper, all else anywhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from refman_gui.rows import Column
from refman_gui.window import MainWindow

COPY = Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(target: QWidget, place: QPoint, data: QMimeData) -> bool:
    """Drag onto a widget and drop; return whether it was taken there."""
    enter = QDragEnterEvent(place, COPY, data, LEFT, NONE)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(place), COPY, data, LEFT, NONE)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def place_of(window: MainWindow, row: int) -> QPoint:
    table = window.results.table
    return table.visualRect(table.model().index(row, int(Column.TITLE))).center()


def test_a_pdf_dropped_on_a_paper_is_attached_to_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    pdf = tmp_path / "papers" / "lamp.pdf"
    pdf.parent.mkdir()
    pdf.write_bytes(b"%PDF-1.4")
    row = window.results.model.row_at(3)
    assert row is not None
    with qtbot.waitSignal(window.session.changed):
        assert drop(window.results.table.viewport(), place_of(window, 3), files(pdf))
    holding = window.session.get(row.id)
    assert holding is not None
    assert [one.path for one in holding.entry.attachments] == ["papers/lamp.pdf"]


def test_what_is_no_pdf_or_on_no_paper_is_not_attached(
    qtbot: QtBot,
    make_window: Callable[[Path], MainWindow],
    make_library: Callable[..., Path],
    tmp_path: Path,
) -> None:
    window = make_window(make_library(2))
    viewport = window.results.table.viewport()
    bib = tmp_path / "a.bib"
    bib.write_text("@misc{a, title={A}}")
    drop(viewport, place_of(window, 0), files(bib))
    drop(viewport, QPoint(10, viewport.height() - 5), files(tmp_path / "x.pdf"))
    held = [window.session.get(row.id) for n in range(2) if (row := window.results.model.row_at(n))]
    assert [one.entry.attachments for one in held if one is not None] == [(), ()]
    assert not window.session.history.undoText().startswith("Edit")


def test_a_file_dropped_on_the_window_is_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    bib = tmp_path / "a.bib"
    bib.write_text("@misc{a, title={A Lamp of Its Own}, author={Glow, Ada}, year={2020}}")
    assert drop(window, QPoint(5, 5), files(bib))
    intake = window.parts["intake"]
    qtbot.waitUntil(intake.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: not intake.is_empty, timeout=20_000)  # type: ignore[attr-defined]
