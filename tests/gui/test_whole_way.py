"""A person's whole way through a listing, by keys and the mouse only: from paste to export."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from refman.model import Entry, Holding, Record, Status
from refman.plugins import load_formats, load_loaders
from refman_gui.item_models.segments import State
from refman_gui.views.entry import EntryView
from refman_gui.views.exporting import ExportView
from refman_gui.views.intake import IntakeView
from refman_gui.window import MainWindow
from tests.gui.person import CTRL, SHIFT, Person
from tests.lookup.service import Services
from tests.lookup.service_answers import Record as Known

KEY = Qt.Key
NOW = datetime(2026, 3, 1, tzinfo=UTC)

_PROSE = (
    "Nobody had yet asked how long a {what} keeps its warmth once the evening has come. We measure"
    " it in forty houses over two winters, and find that those who light it late keep it longest."
    " The best of our rules halves the loss without any new part."
)
LAMPS = "Slow Lamps: A Study of Evening Warmth"
STOVES = "small stoves, long shadows"  # as it is written, it is not seen to be a title
KETTLES = "Kettle-Net: Learning When Water Sings"
GIFTS = "Give to the Lamp Society and Keep Its Lights On"
LISTING = f"""Subscribe

{LAMPS}

{_PROSE.format(what="lamp")}
{STOVES}.
{_PROSE.format(what="stove")} Code is at https://github.com/example-lab/stoves.

{KETTLES}

{_PROSE.format(what="kettle")}

{GIFTS}

The society lives by what its readers give, and every gift is welcome in these long evenings. Write
to us and we send you a form, and a small lantern as long as there are any. We thank you for it.
"""
AGAIN = """@inproceedings{quist2025kettle,
  title = {Kettle-Net: Learning When Water Sings},
  author = {Quist, Eva and Holm, Jonas},
  booktitle = {Proceedings of the Conference on Kettles},
  year = {2025},
}
"""


def _record(title: str, what: str, **more: object) -> Known:
    told: dict[str, object] = {
        "title": title, "authors": ("Ada Berg", "Bo Lee"), "year": 2025,
        "abstract": _PROSE.format(what=what),
    }  # fmt: skip
    return Known(**(told | more))  # type: ignore[arg-type]


RECORDS = (
    _record(LAMPS, "lamp", arxiv="2506.00411"),
    _record(KETTLES, "kettle", arxiv="2506.00412", authors=("Eva Quist", "Jonas Holm")),
    # Two papers of one title, neither with an abstract: only a person can tell.
    _record("Small Stoves, Long Shadows", "", abstract=None, doi="10.5555/stoves.1", year=2024,
            venue="Journal of Stoves", kind="journal", at=frozenset({"crossref"})),
    _record("Small Stoves, Long Shadows", "", abstract=None, doi="10.5555/stoves.2", year=2019,
            authors=("Cleo Dahl",), venue="Letters on Heat", kind="journal",
            at=frozenset({"crossref"})),
)  # fmt: skip


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    with Services(RECORDS) as services:
        for name, value in services.environment().items():
            monkeypatch.setenv(name, value)
        yield services


@pytest.fixture
def window(
    make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path], services: Services
) -> MainWindow:
    return make_window(make_library(0))


class Way:
    """The steps of the way."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.person = window, Person(qtbot)
        intake, entry = window.parts["intake"], window.parts["entry"]
        exporting = window.parts["exporting"]
        assert isinstance(intake, IntakeView)
        assert isinstance(entry, EntryView)
        assert isinstance(exporting, ExportView)
        self.intake, self.entry, self.exporting = intake, entry, exporting
        self.person.look_at(window)

    def holdings(self) -> list[Holding]:
        """What is in the library and not in the bin."""
        assert self.window.session.reader is not None
        return [one for one in self.window.session.reader.all() if one.binned is None]

    def entry_of(self, title: str) -> Entry:
        """The only paper of a title."""
        (found,) = (one.entry for one in self.holdings() if one.entry.title == title)
        return found

    def job_over(self, title: str) -> None:
        """Wait until a job whose title begins so has ended well."""
        jobs = self.window.session.jobs
        self.person.wait(lambda: any(one.title.startswith(title) for one in jobs.all))
        job = [one for one in jobs.all if one.title.startswith(title)][-1]
        self.person.wait(lambda: not job.is_running, 60_000)
        assert job.outcome == "done", job.message

    def paste(self, text: str, papers: int) -> None:
        """Paste a text, and wait until it is read."""
        self.person.copy(text)
        self.person.press(KEY.Key_V, CTRL)
        self.person.wait(self.intake.isVisible)
        self.person.wait(
            lambda: (
                self.intake._shown is not None
                and self.intake._shown.is_ready
                and self.intake._shown.counts().papers == papers
            ),
            60_000,
        )

    def states(self) -> list[State]:
        model = self.intake.desk.model
        return [model.state_at(row) for row in range(model.rowCount())]

    def add(self, count: int) -> None:
        """Add what is left."""
        before = len(self.holdings())
        self.person.press(KEY.Key_Return, CTRL)
        self.person.wait(lambda: len(self.holdings()) == before + count, 60_000)
        self.person.wait(lambda: self.intake.is_empty)

    def go_to(self, query: str) -> None:
        """Search, and look at the first that is found."""
        self.person.press(KEY.Key_1, CTRL)
        self.person.press(KEY.Key_F, CTRL)
        box = self.window.results.box
        assert self.person.focus() is box
        self.person.press(KEY.Key_A, CTRL)
        self.person.press(KEY.Key_Delete)
        self.person.type(query)
        self.person.press(KEY.Key_Return)
        self.person.press(KEY.Key_Down)

    def look_at(self, title: str, words: str) -> None:
        """Search for a paper, and look at it."""
        self.go_to(words)
        selection = self.window.session.selection

        def is_there() -> bool:
            current = selection.current
            holding = self.window.session.get(current) if current is not None else None
            return holding is not None and holding.entry.title == title

        self.person.wait(is_there)
        self.person.wait(lambda: self.entry._holding is not None)
        self.person.wait(lambda: self.entry._holding.id == selection.current)  # type: ignore[union-attr]

    def export(self, label: str, path: Path) -> str:
        """Write all papers in a format; return the text of the file."""
        self.person.press(KEY.Key_E, CTRL | SHIFT)
        dialog = self.exporting
        self.person.wait(dialog.isVisible)
        self.person.look_at(dialog)
        self.person.choose(dialog.which, "All papers")
        self.person.choose(dialog.format, label)
        self.person.tab_to(dialog.path)
        self.person.press(KEY.Key_A, CTRL)
        self.person.type(str(path))
        self.person.click(dialog.button)
        self.person.wait(lambda: path.name in dialog.note.text(), 60_000)
        self.person.press(KEY.Key_Escape)
        self.person.wait(lambda: not dialog.isVisible())
        self.person.look_at(self.window)
        return path.read_text(encoding="utf-8")


@pytest.fixture
def way(window: MainWindow, qtbot: QtBot) -> Way:
    return Way(window, qtbot)


def test_from_paste_to_export(way: Way, tmp_path: Path) -> None:
    person, session = way.person, way.window.session

    # Paste; cut what was glued, take out what is no paper.
    way.paste(LISTING, 3)
    person.click_word(way.intake.desk.source, STOVES)
    person.press(KEY.Key_S)
    assert way.states().count(State.MADE) == 2
    person.click_word(way.intake.desk.source, GIFTS)
    person.press(KEY.Key_X)
    assert way.states()[-1] is State.JUNK
    assert way.intake.desk.counts.text().startswith("3 papers")
    way.add(3)
    assert {one.entry.title for one in way.holdings()} == {LAMPS, STOVES, KETTLES}

    # Look up: what is found waits; the ambiguous one is chosen by hand.
    person.press(KEY.Key_L, CTRL | SHIFT)
    way.job_over("Look up")
    way.look_at(STOVES, "stoves")
    person.press(KEY.Key_D, CTRL)
    page = way.entry.candidates
    person.wait(lambda: len(page.model.rows) == 2)
    assert person.focus() is page.list
    wanted = next(at for at, row in enumerate(page.model.rows) if "stoves.2" in row.name)
    person.type(str(wanted + 1))
    person.wait(
        lambda: any(one.entry.identifiers.doi == "10.5555/stoves.2" for one in way.holdings())
    )
    stoves = next(one.entry for one in way.holdings() if one.entry.identifiers.doi)
    assert [name.family for name in stoves.author] == ["Dahl"]
    assert [link.url for link in stoves.links] == ["https://github.com/example-lab/stoves"]
    for title in (LAMPS, KETTLES):
        way.look_at(title, title.partition(":")[0])
        person.press(KEY.Key_D, CTRL)
        person.wait(lambda: page.model.rows)
        person.press(KEY.Key_1)
        person.wait(lambda title=title: way.entry_of(title).author)  # type: ignore[misc]

    # Correct a field.
    way.look_at(LAMPS, "slow lamps")
    person.press(KEY.Key_F2)
    person.press(KEY.Key_A, CTRL)
    person.type("Slow Lamps")
    person.press(KEY.Key_Return)
    person.wait(lambda: any(one.entry.title == "Slow Lamps" for one in way.holdings()))

    # Accept it, undo that and redo it.
    way.look_at("Slow Lamps", "slow lamps")
    accepted = "Accept 1 paper"
    person.press(KEY.Key_Return, CTRL)
    person.wait(lambda: session.history.undoText() == accepted)
    assert way.entry_of("Slow Lamps").status is Status.ACCEPTED
    person.press(KEY.Key_Z, CTRL)
    person.wait(lambda: way.entry_of("Slow Lamps").status is Status.NEEDS_REVIEW)
    assert session.history.redoText() == accepted
    person.press(KEY.Key_Z, CTRL | SHIFT)
    person.wait(lambda: way.entry_of("Slow Lamps").status is Status.ACCEPTED)
    assert session.history.undoText() == accepted

    # Export, and read back.
    formats = load_formats()
    for label, name in (("BibTeX", "bibtex"), ("Zotero RDF", "zotero_rdf")):
        path = tmp_path / f"lamps{formats[name].suffixes[0]}"
        text = way.export(label, path)
        back = [one.entry for one in load_loaders()[name].load(text) if isinstance(one, Record)]
        assert {one.title for one in back} >= {"Slow Lamps"}
        assert len(back) == 3
