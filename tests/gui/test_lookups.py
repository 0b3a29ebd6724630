"""Look-ups from the window: what is found waits for a choice, and nothing is changed by itself."""

import re

import pytest
from PySide6.QtCore import Qt

from refman.model import Citekey, Entry, ItemType, Link, LinkKind, LinkState, Outcome, Span, Status
from refman.plugins import load_sources
from refman.settings import Settings
from refman_gui.tasks.looking_up import LOOKING_UP
from tests.links.site import Site, page
from tests.lookup.service import NAMES, Services
from tests.lookup.service_answers import Record
from tests.lookup.world import draft, papers

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
PAPERS = papers(6)


def record(paper, **more):
    people = tuple(f"{name.given} {name.family}" for name in paper.author)
    return Record(
        title=paper.title, authors=people, year=paper.year, abstract=paper.abstract,
        arxiv=paper.arxiv, **more,
    )  # fmt: skip


@pytest.fixture
def services(monkeypatch):
    with Services([record(paper) for paper in PAPERS[:4]]) as services:
        for name, value in services.environment().items():
            monkeypatch.setenv(name, value)
        yield services


@pytest.fixture
def window(make_window, make_library, services):
    entries = [
        draft(paper, citekey=Citekey(f"draft{number}"), type=ItemType.ARTICLE)
        for number, paper in enumerate(PAPERS)
    ]
    return make_window(make_library(0, *entries))


def choose_all(window, qtbot):
    window.results.table.setFocus()
    qtbot.keyClick(window.results.table, Qt.Key.Key_A, CTRL)
    assert len(window.session.selection.ids) == 6


def started(window):
    """The newest job."""
    return window.session.jobs.all[-1]


def ended(qtbot, job, signal="ended"):
    with qtbot.waitSignal(getattr(job, signal), timeout=20_000) as told:
        pass
    return told.args[0] if told.args else None


def statuses(window):
    reader = window.session.reader
    return [one.entry.status for one in reader.all()]


def test_what_is_found_waits_and_nothing_is_changed(window, session, qtbot):
    before = [one.entry for one in session.reader.all()]
    choose_all(window, qtbot)
    ids = session.selection.ids
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    job = started(window)
    assert (job.task, job.title) == (LOOKING_UP, "Look up 6 papers")
    result = ended(qtbot, job)
    assert result.outcomes == {Outcome.REVIEW: 4, Outcome.NOT_FOUND: 2}
    assert (result.failed, result.waiting, result.filled, result.troubles) == ((), 4, 0, ())
    assert job.message == ("Looked up: 4 to review, 2 not found. 4 papers wait for your choice")
    assert not job.may_be_repeated
    standings = session.reader.standings(ids)
    assert sum(standing.is_open for standing in standings.values()) == 4
    assert [one.entry for one in session.reader.all()] == before
    shelf = window.parts["queue"].model.find("shelf has:choice")
    qtbot.waitUntil(lambda: shelf.siblingAtColumn(1).data() == "4")
    assert session.history.count() == 1  # that the entries came in


def test_all_that_need_it_are_looked_up_and_not_twice(window, session, qtbot, services):
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL_SHIFT)
    assert sum(ended(qtbot, started(window)).outcomes.values()) == 6
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL_SHIFT)
    assert ended(qtbot, started(window)).outcomes == {Outcome.NOT_FOUND: 2}


def test_only_the_sources_of_the_settings_are_asked(window, qtbot, services, monkeypatch):
    monkeypatch.setenv("REFMAN_LOOKUP__SOURCES", "dblp, crossref")
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL_SHIFT)
    assert sum(ended(qtbot, started(window)).outcomes.values()) == 6
    assert {asked.name for asked in services.asked} == {"dblp", "crossref"}


def test_what_is_sure_is_put_in_where_the_user_wants_that(window, session, qtbot, monkeypatch):
    monkeypatch.setenv("REFMAN_LOOKUP__FILL", "true")
    choose_all(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    result = ended(qtbot, started(window))
    assert result.outcomes == {Outcome.ACCEPTED: 4, Outcome.NOT_FOUND: 2}
    assert result.filled == 4
    qtbot.waitUntil(lambda: session.history.undoText() == "Look up 4 papers")
    assert sum(bool(one.entry.author) for one in session.reader.all()) == 4
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not any(one.entry.author for one in session.reader.all()))


def test_those_that_failed_are_tried_again_alone(window, session, qtbot, services):
    for name in NAMES:
        services.of[name].fault = "broken"
    choose_all(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    job = started(window)
    result = ended(qtbot, job)
    assert result.outcomes == {Outcome.FAILED: 6}
    assert len(result.failed) == 6
    first, *rest = job.message.splitlines()
    told = r"6 paper\S+ not fully looked up, for no answer came from "
    assert re.fullmatch(told + r"(\w[\w ]*, ){2}\w[\w ]* and 5 more", first)
    assert set(result.silent) == {
        source.label for source in load_sources(Settings().sources).values()
    }
    assert "arXiv was left out" in "".join(rest)
    assert len(first) < 150
    row = [window.parts["jobs"].model.index(0, column) for column in range(3)]
    qtbot.waitUntil(lambda: row[1].data() == "done in part")
    assert row[2].data() == first
    assert window.statusBar().currentMessage() == first
    for name in NAMES:
        services.of[name].fault = None
    qtbot.keyClick(window, Qt.Key.Key_6, CTRL)
    view = window.parts["jobs"]
    qtbot.waitUntil(view.again_button.isEnabled)
    qtbot.mouseClick(view.again_button, Qt.MouseButton.LeftButton)
    again = started(window)
    assert again is not job
    assert ended(qtbot, again).outcomes == {Outcome.REVIEW: 4, Outcome.NOT_FOUND: 2}
    assert "4 papers wait" in again.message


def test_it_is_told_who_makes_us_wait_and_it_stops_at_once(
    window, session, qtbot, services, monkeypatch
):
    for name, value in services.environment(per_second=0.05).items():
        monkeypatch.setenv(name, value)
    choose_all(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    job = started(window)
    said = []
    job.said.connect(said.append)
    qtbot.waitUntil(lambda: any("asks to wait" in text for text in said), timeout=20_000)
    with qtbot.waitSignal(job.cancelled, timeout=2_500):
        job.cancel()
    assert job.may_be_repeated


def test_a_paper_is_searched_by_hand(window, session, qtbot, services):
    services.records.append(record(PAPERS[4], at=frozenset({"arxiv"})))
    id_ = next(one.id for one in session.reader.all() if one.entry.citekey == "draft5")
    lookups = window.parts["lookups"]
    lookups.look_up_by(id_, "", "", f"https://arxiv.org/abs/{PAPERS[4].arxiv}")
    result = ended(qtbot, started(window))
    assert result.outcomes in ({Outcome.REVIEW: 1}, {Outcome.NOT_FOUND: 1})
    proposal = session.reader.proposal(id_)
    assert proposal.matches[0].candidate.entry.title == PAPERS[4].title
    assert proposal.entry.title == PAPERS[5].title
    lookups.look_up_by(id_, "Qwzx Vbnm", "", "")
    ended(qtbot, started(window))
    assert session.reader.proposal(id_).matches == proposal.matches
    lookups.look_up_by(id_, "", "", "no number")
    assert ended(qtbot, started(window), "failed").startswith('"no number" is no identifier')


def test_all_that_are_sure_are_accepted_in_one_step(window, session, qtbot, monkeypatch):
    monkeypatch.setenv("REFMAN_LOOKUP__LEAST_SCORE", "0.45")
    monkeypatch.setenv("REFMAN_LOOKUP__LEAST_MARGIN", "0.05")
    choose_all(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    ended(qtbot, started(window))
    window.actions_by_id["paper.accept_all"].trigger()
    dialog = window.parts["lookups"].sure
    qtbot.waitUntil(lambda: dialog.preview.text() == "4 of 4 that wait for a choice, of 6 shown")
    assert not dialog.isModal()
    assert (dialog.score.value(), dialog.margin.value()) == (0.45, 0.05)
    dialog.score.selectAll()
    qtbot.keyClicks(dialog.score, "1.00")
    qtbot.waitUntil(lambda: dialog.preview.text().startswith("0 of 4"))
    assert not dialog.accept_button.isEnabled()
    dialog.score.selectAll()
    qtbot.keyClicks(dialog.score, "0.50")
    assert dialog.accept_button.text() == "Accept 4 papers"
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    result = ended(qtbot, started(window))
    assert result.is_written
    qtbot.waitUntil(lambda: statuses(window).count(Status.ACCEPTED) == 4)
    assert sum(bool(one.entry.author) for one in session.reader.all()) == 4
    qtbot.waitUntil(lambda: dialog.preview.text().startswith("0 of 0"))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: statuses(window).count(Status.ACCEPTED) == 0)
    assert not any(one.entry.author for one in session.reader.all())


def test_links_are_checked_as_one_step(make_window, make_library, qtbot, monkeypatch):
    with Site({"127.0.0.1/data": page()}) as site:
        base = f"http://127.0.0.1:{site.port}"
        for name, value in {
            "REFMAN_WEB__ALLOWED_HOSTS": "127.0.0.1",
            "REFMAN_WEB__RETRIES": "0",
            "REFMAN_SOURCES__GITHUB__BASE_URL": f"{base}/github",
            "REFMAN_SOURCES__HUGGING_FACE__BASE_URL": f"{base}/hf",
        }.items():
            monkeypatch.setenv(name, value)
        links = tuple(
            Link(url=f"{base}/{name}", raw_url=name, span=Span(0, 0), kind=LinkKind.DATASET,
                 roles=(LinkKind.DATASET,))
            for name in ("data", "lost")
        )  # fmt: skip
        window = make_window(make_library(0, Entry(title="A Page of Lamps", links=links)))
        qtbot.waitUntil(lambda: len(window.session.selection.ids) == 1)
        window.actions_by_id["paper.links"].trigger()
        job = started(window)
        result = ended(qtbot, job)
        assert result.states == {LinkState.ALIVE: 1, LinkState.DEAD: 1}
        assert job.message == "Links checked: 1 alive, 1 dead"

    def states():
        (holding,) = window.session.reader.all()
        return [link.state for link in holding.entry.links]

    assert states() == [LinkState.ALIVE, LinkState.DEAD]
    text = "Check the links of 1 paper"
    qtbot.waitUntil(lambda: window.session.history.undoText() == text)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: states() == [LinkState.UNCHECKED] * 2)
