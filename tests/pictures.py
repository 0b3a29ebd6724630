"""Render the README's pictures from the project's own sample: ``python -m tests.pictures``.

A window without a screen reads the sample, looks it up at made-up services on 127.0.0.1, and sends
it to a stand-in for Zotero.
"""

import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from unittest import mock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from refman.library import open_library
from refman.pipeline import entry_of, read
from refman.reading.document import read_document
from refman.reading.readers.page_text import PAGE_TEXT
from refman_gui.running import make_application
from refman_gui.session import Session
from refman_gui.views.pushing import PushView
from refman_gui.window import MainWindow
from tests.conftest import CHECKOUT
from tests.lookup.service import Services
from tests.lookup.service_answers import Record
from tests.lookup.world import FAMILIES, GIVENS, VENUES
from tests.zotero.stand_in import StandIn

SAMPLE = CHECKOUT / "resources" / "samples" / "hf-papers.txt"
FOLDER = CHECKOUT / "resources" / "pictures"
SIZE = (1280, 760)
_KEY = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_AMBIGUOUS = 3
_IN_ZOTERO = 3
_SLOWEST_S = 60.0
_SETTLES_MS = 600
_MOST_COLOURS = 256
_SHADE = 0xE0E0E0


def records() -> list[Record]:
    """What the made-up services know of the papers of the sample; of one of them too much."""
    chance = random.Random(11)
    pieces = read(read_document(SAMPLE), {PAGE_TEXT.kind: PAGE_TEXT}).pieces
    entries = [entry_of(piece, source="sample") for piece in pieces if hasattr(piece, "links")]
    found: list[Record] = []
    for place, entry in enumerate(entries):
        people = [f"{chance.choice(GIVENS)} {family}" for family in chance.sample(FAMILIES, 4)]
        venue = VENUES[place % len(VENUES)][0]
        told = {"title": entry.title or "", "year": 2025}
        if place == _AMBIGUOUS:
            found += [
                Record(**told, venue=venue, authors=tuple(people[:2]), doi="10.5555/one",
                       kind="journal", at=frozenset({"crossref"})),
                Record(**told | {"year": 2023, "venue": VENUES[0][0]}, authors=tuple(people[2:]),
                       doi="10.5555/other", kind="journal", at=frozenset({"crossref"})),
            ]  # fmt: skip
            continue
        found.append(
            Record(**told, authors=tuple(people), abstract=entry.abstract,
                   arxiv=f"2506.{10_000 + place}",
                   **({"doi": f"10.5555/sample.{place}", "venue": venue} if place % 6 == 1 else {}))
        )  # fmt: skip
    return found


def render(folder: Path) -> list[Path]:
    """Write the pictures into a folder; return where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    with _window() as window:
        made = [_import(window, folder / "import.png")]
        _look_up(window)
        made += [_candidates(window, folder / "candidates.png")]
        made += [_review(window, folder / "review.png")]
        made += [_push(window, folder / "push.png")]
    return made


@contextmanager
def _window() -> Iterator[MainWindow]:
    """Show a window on an empty library, with folders of its own; the services are there."""
    with (
        tempfile.TemporaryDirectory() as name,
        Services(records()) as services,
        closing(StandIn()) as zotero,
    ):
        _fill(zotero)
        own = {f"XDG_{kind}_HOME": str(Path(name, kind)) for kind in
               ("CONFIG", "DATA", "STATE", "CACHE")}  # fmt: skip
        settings = services.environment() | {
            "REFMAN_LOOKUP__FILL": "true",
            "REFMAN_ZOTERO__PORT": str(zotero.port),
        }
        with mock.patch.dict(os.environ, own | settings):
            make_application()
            window = MainWindow(Session(Path(name, "papers.refman")))
            window.session.setParent(window)
            window.resize(*SIZE)
            window.path_label.hide()
            window.show()
            try:
                _until(lambda: window.session.is_open)
                yield window
            finally:
                window.close()
                window.deleteLater()
                QTest.qWait(1)


def _import(window: MainWindow, path: Path) -> Path:
    QGuiApplication.clipboard().setText(SAMPLE.read_text(encoding="utf-8"))
    window.activateWindow()
    _press(_KEY.Key_V, _CTRL)
    add = window.parts["intake"].desk.buttons["add"]  # type: ignore[attr-defined]
    _until(lambda: add.isVisible() and add.isEnabled() and "24" in add.text())
    _press(_KEY.Key_Down)
    _save(window, path)
    _press(_KEY.Key_Return, _CTRL)
    _until(lambda: bool(window.session.history.undoText()))
    return path


def _look_up(window: MainWindow) -> None:
    _press(_KEY.Key_1, _CTRL)
    _press(_KEY.Key_L, _CTRL | _SHIFT)
    job = window.session.jobs.all[-1]
    _until(lambda: not job.is_running)


def _candidates(window: MainWindow, path: Path) -> Path:
    with open_library(window.session.path, now=_never, read_only=True) as library:
        ambiguous = records()[_AMBIGUOUS].title
        (id_,) = (one.id for one in library.all() if one.entry.title == ambiguous)
    assert id_ is not None
    window.session.selection.want_entry(id_)
    _until(lambda: window.session.selection.current == id_)
    _press(_KEY.Key_D, _CTRL)
    _save(window, path)
    return path


def _review(window: MainWindow, path: Path) -> Path:
    box = window.results.box
    _press(_KEY.Key_F, _CTRL)
    _press(_KEY.Key_A, _CTRL)
    _press(_KEY.Key_Delete)
    _press(_KEY.Key_Return)
    assert box.text() == ""
    _press(_KEY.Key_Down)
    for _ in range(3):
        _press(_KEY.Key_PageUp)
    window.parts["entry"].show_page("links")  # type: ignore[attr-defined]
    window.results.table.setFocus()
    for key in (_KEY.Key_A, _KEY.Key_A, _KEY.Key_R, _KEY.Key_A, _KEY.Key_A):
        QTest.qWait(_SETTLES_MS)
        _press(key)
    window.statusBar().clearMessage()
    _save(window, path)
    return path


def _fill(zotero: StandIn) -> None:
    """Let some papers of the sample be there already."""
    for record in records()[-_IN_ZOTERO:]:
        number = f"arXiv:{record.arxiv}"
        zotero.add_item({"itemType": "preprint", "title": record.title, "archiveID": number})


def _push(window: MainWindow, path: Path) -> Path:
    _press(_KEY.Key_O, _CTRL | _SHIFT)
    view = window.parts["pushing"]
    assert isinstance(view, PushView)
    _until(view.button.isEnabled)
    for _ in range(2):
        QTest.keyClick(view.form.target, _KEY.Key_Down)
    _until(view.button.isEnabled)
    for _ in range(3):
        QTest.keyClick(view.papers.table, _KEY.Key_Down)
    _save(view, path)
    view.close()
    return path


def _save(window: QWidget, path: Path) -> None:
    """Write a picture, in 256 of its own colours: half as large, and nobody sees it."""
    QTest.qWait(_SETTLES_MS)
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(image.constBits()).cast("I"))  # type: ignore[arg-type]
    ranked = [colour for colour, _ in counts.most_common()]
    table = dict.fromkeys(ranked[: _MOST_COLOURS // 2])
    shades = {colour & _SHADE for colour in table}
    for colour in ranked:  # then those that are like none of them
        if len(table) < _MOST_COLOURS and colour & _SHADE not in shades:
            shades.add(colour & _SHADE)
            table[colour] = None
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    image.convertToFormat(QImage.Format.Format_Indexed8, list(table), flags).save(
        str(path), None, 0
    )


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def _until(is_so: Callable[[], bool]) -> None:
    until = monotonic() + _SLOWEST_S
    while not is_so():
        if monotonic() > until:
            raise TimeoutError
        QTest.qWait(20)


def _never() -> None:
    """Tell the time, which is not asked where nothing is written."""
    raise AssertionError


if __name__ == "__main__":
    for made in render(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(f"{made}: {made.stat().st_size:,} bytes")
