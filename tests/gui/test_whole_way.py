"""A person's whole way through a listing, by keys and the mouse only: from paste to export."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

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
from tests.lookup.conftest import seed  # noqa: F401 - a fixture
from tests.lookup.service import Services
from tests.lookup.service_answers import Record as Known
from tests.lookup.test_run_corpus import own

KEY = Qt.Key
_VAGUE = 5

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
  title = {Kettle-Net: Learning when the Water Sings, at Last},
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

    def entry_like(self, title: str) -> Entry:
        """The only paper of a title, however its letters are written."""
        (found,) = (
            one.entry for one in self.holdings()
            if (one.entry.title or "").casefold() == title.casefold()
        )  # fmt: skip
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


def _cut_and_add(way: Way) -> None:
    """Cut what was glued, take out what is no paper, add the rest."""
    person, desk = way.person, way.intake.desk
    way.paste(LISTING, 3)
    person.click_word(desk.source, STOVES)
    person.press(KEY.Key_S)
    assert way.states().count(State.MADE) == 2
    person.click_word(desk.source, GIFTS)
    person.press(KEY.Key_X)
    assert way.states()[-1] is State.JUNK
    assert desk.counts.text().startswith("3 papers")
    way.add(3)
    assert {one.entry.title for one in way.holdings()} == {LAMPS, STOVES, KETTLES}


def _look_up_and_choose(way: Way) -> None:
    """Look all up; choose for each by a key, for the ambiguous one the second of two."""
    person, page = way.person, way.entry.candidates
    person.press(KEY.Key_L, CTRL | SHIFT)
    way.job_over("Look up")
    for title in (LAMPS, KETTLES, STOVES):
        way.look_at(title, title.split()[1 if title == STOVES else 0].strip(",:"))
        person.press(KEY.Key_D, CTRL)
        person.wait(lambda: page.model.rows)
        assert person.focus() is page.list
        names = [row.name for row in page.model.rows]
        wanted = next((at for at, name in enumerate(names) if "stoves.2" in name), 0)
        assert not any(one.entry.author for one in way.holdings() if one.entry.title == title)
        person.type(str(wanted + 1))
        person.wait(lambda title=title: way.entry_like(title).author)  # type: ignore[misc]
    assert len(page.model.rows) == 2
    stoves = way.entry_like(STOVES)
    assert stoves.identifiers.doi == "10.5555/stoves.2"
    assert [name.family for name in stoves.author] == ["Dahl"]
    assert [link.url for link in stoves.links] == ["https://github.com/example-lab/stoves"]


def _correct_and_accept(way: Way) -> None:
    """Correct a field; accept, undo that and redo it."""
    person, history = way.person, way.window.session.history
    way.look_at(LAMPS, "slow lamps")
    person.press(KEY.Key_F2)
    person.press(KEY.Key_A, CTRL)
    person.type("Slow Lamps")
    person.press(KEY.Key_Return)
    person.wait(lambda: any(one.entry.title == "Slow Lamps" for one in way.holdings()))
    way.look_at("Slow Lamps", "slow lamps")
    accepted = "Accept 1 paper"
    person.press(KEY.Key_Return, CTRL)
    person.wait(lambda: history.undoText() == accepted)
    assert way.entry_like("Slow Lamps").status is Status.ACCEPTED
    person.press(KEY.Key_Z, CTRL)
    person.wait(lambda: way.entry_like("Slow Lamps").status is Status.NEEDS_REVIEW)
    person.wait(lambda: history.redoText() == accepted)
    person.press(KEY.Key_Z, CTRL | SHIFT)
    person.wait(lambda: way.entry_like("Slow Lamps").status is Status.ACCEPTED)
    person.wait(lambda: history.undoText() == accepted)


def _merge_a_duplicate(way: Way, again: str, words: str) -> None:
    """Add a paper that is there under another title, merge them; undo that and redo it."""
    person, history = way.person, way.window.session.history
    count = len(way.holdings())
    way.paste(again, 1)
    way.add(1)
    way.go_to(words)
    person.wait(lambda: way.window.session.selection.total == 2)
    person.press(KEY.Key_A, CTRL)
    person.wait(lambda: len(way.window.session.selection.ids) == 2)
    person.press(KEY.Key_M, CTRL)
    duplicates = way.window.parts["duplicates"]
    person.wait(duplicates.isVisible)
    person.wait(duplicates.pane.merge_button.isEnabled)  # type: ignore[attr-defined]
    assert person.focus() is duplicates.groups  # type: ignore[attr-defined]
    before = history.count()
    person.press(KEY.Key_M)
    person.wait(lambda: history.count() == before + 1)
    assert len(way.holdings()) == count
    merged = history.undoText()
    person.press(KEY.Key_Z, CTRL)
    person.wait(lambda: len(way.holdings()) == count + 1)
    assert history.redoText() == merged
    person.press(KEY.Key_Z, CTRL | SHIFT)
    person.wait(lambda: len(way.holdings()) == count)


def test_from_paste_to_export(way: Way, tmp_path: Path) -> None:
    _cut_and_add(way)
    _look_up_and_choose(way)
    _correct_and_accept(way)
    _merge_a_duplicate(way, AGAIN, "kettle")
    (kettles,) = (one.entry for one in way.holdings() if "Kettle" in (one.entry.title or ""))
    assert kettles.container_title == "Proceedings of the Conference on Kettles"
    assert kettles.abstract is not None
    formats, loaders = load_formats(), load_loaders()
    want = {one.entry.title: one.entry for one in way.holdings()}
    for label, name in (("BibTeX", "bibtex"), ("Zotero RDF", "zotero_rdf")):
        path = tmp_path / f"lamps{formats[name].suffixes[0]}"
        text = way.export(label, path)
        found = [one.entry for one in loaders[name].load(text) if isinstance(one, Record)]
        assert len(found) == 3
        for entry in found:
            kept = want[entry.title]
            assert [name.family for name in entry.author] == [name.family for name in kept.author]
            assert entry.issued == kept.issued
            assert (entry.abstract, entry.identifiers.doi) == (kept.abstract, kept.identifiers.doi)


@pytest.fixture
def known(
    seed: tuple[list[Entry], list[dict[str, Any]]],  # noqa: F811
    services: Services,
) -> list[Known]:
    """What the services know of the real listing; of one paper two records, and no abstract."""
    entries, papers = seed
    services.records[:] = own(entries, papers)
    vague = services.records[_VAGUE]
    services.records[_VAGUE] = Known(
        vague.title, vague.authors, 2024, doi="10.5555/vague.1", venue="Talks",
        at=frozenset({"crossref"}),
    )  # fmt: skip
    services.records.append(
        Known(vague.title, ("Cleo Dahl",), 2019, doi="10.5555/vague.2", venue="Letters",
              at=frozenset({"crossref"}))
    )  # fmt: skip
    return services.records


def _accept_sure(way: Way) -> None:
    """Accept all that are sure, by the list of all actions."""
    person = way.person
    person.press(KEY.Key_K, CTRL)
    person.wait(way.window.parts["palette"].isVisible)
    person.look_at(way.window.parts["palette"])
    person.type("that are sure")
    person.press(KEY.Key_Return)
    dialog = way.window.parts["lookups"].sure  # type: ignore[attr-defined]
    person.wait(dialog.isVisible)
    person.wait(dialog.accept_button.isEnabled)
    person.look_at(dialog)
    person.click(dialog.accept_button)
    way.job_over("Accept all")
    person.press(KEY.Key_Escape)
    person.look_at(way.window)


@pytest.mark.corpus
def test_the_real_listing_from_paste_to_export(
    way: Way, known: list[Known], corpus: Path, tmp_path: Path
) -> None:
    person, desk = way.person, way.intake.desk
    way.paste(next((corpus / "seed").glob("*.txt")).read_text("utf-8"), 68)
    person.wait(lambda: "29 links" in desk.counts.text())
    first = next(
        each.draft for each in way.intake.inputs.sheets[0].now.segments if each.is_paper
    )  # fmt: skip
    assert first is not None
    assert first.abstract is not None
    person.click_word(desk.source, first.abstract[:40])
    person.press(KEY.Key_S)
    assert desk.counts.text().startswith("69 papers")
    person.press(KEY.Key_Z, CTRL)
    assert desk.counts.text().startswith("68 papers")
    person.click_word(desk.source, known[67].title)
    person.press(KEY.Key_X)
    way.add(67)

    person.press(KEY.Key_L, CTRL | SHIFT)
    way.job_over("Look up")
    way.go_to("")
    _accept_sure(way)
    accepted = [one for one in way.holdings() if one.entry.status is Status.ACCEPTED]
    assert len(accepted) >= 60
    assert sum(bool(one.entry.author) for one in accepted) >= 60  # of one no authors are known

    vague = known[_VAGUE].title
    way.look_at(vague, f'"{vague}"')
    person.press(KEY.Key_D, CTRL)
    page = way.entry.candidates
    person.wait(lambda: any("vague.2" in row.name for row in page.model.rows))
    place = next(at for at, row in enumerate(page.model.rows) if "vague.2" in row.name)
    person.type(str(place + 1))
    person.wait(lambda: way.entry_like(vague).identifiers.doi == "10.5555/vague.2")

    person.press(KEY.Key_F2)
    person.press(KEY.Key_A, CTRL)
    person.type("A Vague Paper")
    person.press(KEY.Key_Return)
    person.wait(lambda: any(one.entry.title == "A Vague Paper" for one in way.holdings()))

    again = f"@misc{{again, title = {{{known[0].title}, Seen Again}}, author = {{Dahl, Cleo}}}}"
    _merge_a_duplicate(way, again, known[0].title.partition(":")[0])

    titles = sorted(one.entry.title or "" for one in way.holdings())
    for label, name, suffix in (("BibTeX", "bibtex", ".bib"), ("Zotero RDF", "zotero_rdf", ".rdf")):
        text = way.export(label, tmp_path / f"seed{suffix}")
        found = [one.entry for one in load_loaders()[name].load(text) if isinstance(one, Record)]
        assert sorted(one.title or "" for one in found) == titles
        assert sum(bool(one.author) for one in found) >= 60
