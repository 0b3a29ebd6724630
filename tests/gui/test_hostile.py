"""Hostile texts in the window: shown as they are, loaded from nowhere, and the window goes on."""

import os
import threading
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMessageBox,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from refman.model import (
    Citekey,
    Entry,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    Name,
    Provenance,
    Span,
)
from refman_gui.rows import Column
from refman_gui.window import MainWindow
from tests.gui.person import CTRL, SHIFT, Person
from tests.gui.watchdog import Watchdog

KEY = Qt.Key
is_rich: Callable[[str], bool] = QtGui.Qt.mightBeRichText  # type: ignore[attr-defined]
_LONGEST_S = 1.0
_OWN_TAGS = {"qt", "br", "b", "i", "p", "span", "sup", "sub"}
_LOADING = {"src", "href", "background"}
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_MOST_ROWS = 20
_ALL_PAGES = 3
NESTED = "<table><tr><td>" * 400 + "lamp" + "</td></tr></table>" * 400
PEOPLE = ("مريم الهاشمي", "שרה לוי", "王小明", "Zoë\u202e Brandt\u202c", "A\u0000B\u0007C")


def _lures(eye: str) -> tuple[str, ...]:
    return (
        f'<img src="{eye}">',
        f'<html><body background="{eye}"><a href="file:///etc/passwd">here</a></body></html>',
        NESTED,
        "A <b>bold</b> &amp; &lt;quiet&gt; title <!-- and -->",
        "\u202eedis rehto eht morf nettirw\u202c",
        "Bell\u0007 and\u0000 nothing\u001b[31m and \u200b\u200d\ufeff unseen",
        "W" * 300,
        "A title of sixty signs, which is what fits into most columns",
        "在温暖的灯光下：一种用于夜间阅读的轻量级照明方法及其在家庭环境中的长期评估研究",
        "دفء المصابيح في المساء: دراسة في أربعين بيتا على مدى شتاءين",
        "%1 %n {name} &File\tTab\nLine",
        "javascript:alert(1)",
    )


def _entry(number: int, lure: str) -> Entry:
    short = lure[:2_000]
    told = Provenance("listing.txt", (0, 10), 0.9)
    return Entry(
        type=ItemType.ARTICLE,
        citekey=Citekey(f"key{number}"),
        title=lure,
        author=tuple(Name(family=family, given=short[:200]) for family in PEOPLE),
        container_title=short,
        abstract=lure,
        keywords=(Keyword(short[:300]),),
        notes=(short,),
        links=(
            Link(url="https://example.org/a?b=%3Cimg%3E", raw_url=short[:500], span=Span(0, 0),
                 kind=LinkKind.CODE, roles=(LinkKind.CODE,), evidence=short),
            Link(url="file:///etc/passwd", raw_url="file:///etc/passwd", span=Span(0, 0),
                 kind=LinkKind.OTHER),
        ),
        provenance=dict.fromkeys(("title", "abstract", "author"), told),
        extra={"note": short, "<img>": short},
    )  # fmt: skip


class Eye:
    """Something that tells whether it was looked at: a file on the disk, and one on a server."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.asked: list[str] = []
        path.write_bytes(b"\x89PNG\r\n\x1a\n")
        os.utime(path, (0, path.stat().st_mtime))
        eye = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                eye.asked.append(self.path)
                self.send_error(404)

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()

    def lures(self) -> tuple[str, ...]:
        port = self.server.server_address[1]
        return (*_lures(self.path.as_uri()), *_lures(f"http://127.0.0.1:{port}/eye.png")[:2])

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def saw_nothing(self) -> None:
        """The file was not read, and the server was not asked."""
        assert self.asked == []
        assert self.path.stat().st_atime == 0


@pytest.fixture
def eye(tmp_path: Path) -> Iterator[Eye]:
    eye = Eye(tmp_path / "eye.png")
    yield eye
    eye.close()


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(qtbot)


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.found |= {
            f"{tag} {name}" for name, _ in attrs if name in {"src", "href", "background"}
        }


def _is_safe(text: str) -> bool:
    """Whether Qt takes a text for plain, or it has none but our own tags."""
    return not is_rich(text) or _Tags(text).found <= _OWN_TAGS


def rich_texts(window: QWidget) -> set[str]:
    """Foreign tags wherever Qt would take them for its own."""
    found: set[str] = set()
    for top in (window, *QApplication.topLevelWidgets()):
        for widget in (top, *top.findChildren(QWidget)):
            texts = [widget.toolTip(), widget.whatsThis(), widget.statusTip()]
            if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
                texts.append(widget.text())
            if isinstance(widget, QMessageBox):
                texts += [widget.text(), widget.informativeText()]
            if isinstance(widget, QTextBrowser) or (
                isinstance(widget, QTextEdit) and widget.acceptRichText()
            ):
                found |= {f"{type(widget).__name__}: {tag}" for tag in
                          _Tags(widget.toHtml()).found & {"img", "table", "a href"}}  # fmt: skip
            if isinstance(widget, QAbstractItemView) and widget.isVisible():
                texts += _tips(widget)
            found |= {f"{type(widget).__name__}({widget.objectName()}): {text[:200]}"
                      for text in texts if not _is_safe(text)}  # fmt: skip
        found |= {f"action: {action.toolTip()[:200]}" for action in top.findChildren(QAction)
                  if not _is_safe(action.toolTip())}  # fmt: skip
    return found


def _tips(view: QAbstractItemView) -> list[str]:
    model, root = view.model(), view.rootIndex()
    if model is None:
        return []
    return [
        tip
        for row in range(min(model.rowCount(root), _MOST_ROWS))
        for column in range(model.columnCount(root) if hasattr(view, "isColumnHidden") else 1)
        if isinstance(tip := model.index(row, column, root).data(_TIP), str)
    ]  # fmt: skip


def drop(window: MainWindow, paths: list[Path]) -> None:
    """Drop files on the window, as from a file manager."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left, none = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    point = QPoint(300, 300)
    enter = QDragEnterEvent(point, action, mime, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    dropped = QDropEvent(point.toPointF(), action, mime, left, none)
    QApplication.sendEvent(window, dropped)
    assert dropped.isAccepted()


def look_through(window: MainWindow, person: Person, rows: int) -> set[str]:
    """Look at papers one after the other, each page of the first; return rich texts found."""
    found: set[str] = set()
    entry = window.parts["entry"]
    person.press(KEY.Key_1, CTRL)
    for place in range(min(rows, window.results.model.rowCount())):
        person.click_row(window.results.table, window.results.model.index(place, int(Column.TITLE)))
        pages = entry.tabs.count()  # type: ignore[attr-defined]
        for at in range(pages) if place < _ALL_PAGES else [place % pages]:
            person.click_tab(entry.tabs, at)  # type: ignore[attr-defined]
            QApplication.processEvents()
        found |= rich_texts(window)
    return found


def test_hostile_papers_are_shown_as_they_are(
    make_window: Callable[[Path], MainWindow],
    make_library: Callable[..., Path],
    person: Person,
    qtbot: QtBot,
    eye: Eye,
) -> None:
    lures = eye.lures()
    entries = [_entry(number, lure) for number, lure in enumerate(lures)]
    entries.append(Entry(title="A Long Abstract", abstract="warm " * 200_000))
    window = make_window(make_library(0, *entries))
    person.look_at(window)
    qtbot.wait(300)
    watchdog = Watchdog(window)
    assert not look_through(window, person, len(entries))
    for number in (5, 6):
        person.press(KEY(KEY.Key_0.value + number), CTRL)
    person.press(KEY.Key_A, CTRL)
    qtbot.wait(300)
    assert not rich_texts(window)
    _, work = watchdog.stop()
    assert work < _LONGEST_S
    eye.saw_nothing()


def test_a_hostile_listing_is_imported_as_any_other(
    window: MainWindow, person: Person, qtbot: QtBot, eye: Eye, tmp_path: Path
) -> None:
    prose = "We ask nothing of it, and it gives nothing. So it is with lamps that hang in the rain."
    folder = tmp_path / "<img src=x>"
    folder.mkdir()
    text = "\n\n".join(f"{lure[:3_000]}\n\n{prose} {lure[:500]}" for lure in eye.lures())
    (folder / "<b>listing<b>.txt").write_text(text)
    fields = "\n".join(
        f"@misc{{k{at}, title = {{{lure}}}, note = {{{lure}}}, abstract = {{{lure}}}}}"
        for at, lure in enumerate(eye.lures())
        if "{" not in lure
    )
    (folder / "papers.bib").write_text(fields)
    (folder / "broken.bib").write_bytes(b"@misc{a, title = {" + b"{" * 50_000 + b"\xff\xfe")
    person.look_at(window)
    intake = window.parts["intake"]
    watchdog = Watchdog(window)
    with qtbot.waitSignal(intake.inputs.idle, timeout=60_000):  # type: ignore[attr-defined]
        drop(window, [folder])
    assert not rich_texts(window)
    sheets = intake.inputs.sheets  # type: ignore[attr-defined]
    assert len(sheets) >= 2
    for _ in range(min(5, intake.desk.model.rowCount())):  # type: ignore[attr-defined]
        person.press(KEY.Key_Down)
        assert not rich_texts(window)
    before = window.results.model.rowCount()
    with qtbot.waitSignal(intake.inputs.idle, timeout=60_000):  # type: ignore[attr-defined]
        person.press(KEY.Key_Return, CTRL | SHIFT)
    person.wait(lambda: window.results.model.rowCount() > before)
    assert not look_through(window, person, 12)
    _, work = watchdog.stop()
    assert work < _LONGEST_S
    eye.saw_nothing()


@pytest.mark.corpus
@pytest.mark.parametrize("kind", ["listings", pytest.param("bib", marks=pytest.mark.slow)])
def test_real_files_are_opened_through_the_window(
    window: MainWindow, person: Person, qtbot: QtBot, corpus: Path, kind: str
) -> None:
    paths = sorted(
        path for path in (corpus / kind).rglob("*")
        if path.is_file() and path.suffix not in {".source", ".json"}
    )  # fmt: skip
    person.look_at(window)
    intake = window.parts["intake"]
    watchdog = Watchdog(window)
    with qtbot.waitSignal(intake.inputs.idle, timeout=120_000):  # type: ignore[attr-defined]
        drop(window, paths)
    assert not rich_texts(window)
    sheets = intake.inputs.sheets  # type: ignore[attr-defined]
    assert len(sheets) > len(paths) // 2
    box = intake.desk.inputs  # type: ignore[attr-defined]
    person.tab_to(box)
    for _ in range(min(12, len(sheets) - 1)):
        person.press(KEY.Key_Down)
        QApplication.processEvents()
    assert not rich_texts(window)
    with qtbot.waitSignal(intake.inputs.idle, timeout=120_000):  # type: ignore[attr-defined]
        person.press(KEY.Key_Return, CTRL | SHIFT)
    person.wait(lambda: window.results.model.rowCount() > 12)
    assert not look_through(window, person, 8)
    gap, work = watchdog.stop()
    print(f"{kind}: gap {gap * 1000:.0f} ms, work {work * 1000:.0f} ms")
    assert work < _LONGEST_S


def test_the_eye_would_see(eye: Eye) -> None:
    """What the tests above hold on to does tell."""
    eye.path.read_bytes()
    assert eye.path.stat().st_atime > 0
    assert not _is_safe('<img src="x">')
    assert _is_safe("<qt>&lt;img&gt;<br/></qt>")
    unsafe = QLabel("<b>x</b> <img src=y>")
    assert any("img" in text for text in rich_texts(unsafe))
    unsafe.deleteLater()
