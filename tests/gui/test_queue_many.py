"""What is done to many papers at once: a job, and one step of the history."""

import pytest

from refman.editing import made
from refman.errors import Cancelled, EditError, QueryError
from refman.library import open_library
from refman.model import EntryId, Keyword, Status
from refman.progress import CancelToken
from refman_gui.tasks.judging import Deed, Request, Result, Which, run
from tests.gui.conftest import NOW
from tests.gui.test_queue import drop, texts


class Reports:
    """What a task tells, kept."""

    def __init__(self, cancelled_at=None):
        self.cancel = CancelToken()
        self.progress = self
        self.told = []
        self._cancelled_at = cancelled_at

    def report(self, done, total=None):
        self.told.append((done, total))
        if self._cancelled_at is not None and done >= self._cancelled_at:
            self.cancel.cancel()
        self.cancel.check()

    def send(self, came):
        raise AssertionError(came)

    def say(self, text):
        raise AssertionError(text)


@pytest.fixture
def do(make_library):
    path = make_library(1_200)

    def do(deed, which=Which(), reports=None, **more):  # noqa: B008 - frozen
        reports = reports or Reports()
        request = Request(library=str(path), which=which, deed=deed, **more)
        result = run(request, reports)
        assert [done for done, _ in reports.told] == sorted(done for done, _ in reports.told)
        with open_library(path, now=lambda: NOW) as library:
            return result, list(library.all(with_binned=True)), library.history()

    do.path = path
    return do


def test_all_that_a_query_finds_is_judged_in_one_step(do):
    result, held, history = do(Deed.JUDGE, Which(query="author:glow1"), status=Status.REJECTED)
    rejected = [one for one in held if one.entry.status is Status.REJECTED]
    assert len(rejected) == sum(number % 7 == 1 for number in range(1_200))
    assert result == Result(f"Reject {len(rejected)} papers", is_written=True)
    assert len(history) == 2


def test_nothing_is_no_step(do):
    result, _, history = do(Deed.JUDGE, status=Status.NEEDS_REVIEW)
    assert result == Result("Put 0 papers back to review", is_written=False)
    assert len(history) == 1


@pytest.mark.parametrize(
    ("deed", "back", "has_it"),
    [
        (Deed.TAG, Deed.UNTAG, lambda one: Keyword("warm") in one.entry.keywords),
        (Deed.COLLECT, Deed.TAKE_OUT, lambda one: one.entry.collections == ("warm",)),
        (Deed.BIN, Deed.PUT_BACK, lambda one: one.binned is not None),
    ],
)
def test_what_is_done_can_be_taken_back(do, deed, back, has_it):
    some = Which(ids=tuple(map(EntryId, range(100, 800))))
    _, held, _ = do(deed, some, name="warm")
    assert [one.id for one in held if has_it(one)] == list(some.ids)
    result, held, history = do(back, some, name="warm")
    assert result.is_written
    assert not any(map(has_it, held))
    assert len(history) == 3


def test_a_cancel_changes_nothing(do):
    with pytest.raises(Cancelled):
        do(Deed.JUDGE, reports=Reports(cancelled_at=1_300))
    with open_library(do.path, now=lambda: NOW) as library:
        assert len(library.history()) == 1
        assert all(one.entry.status is Status.NEEDS_REVIEW for one in library.all())


def test_what_cannot_be_is_told(do):
    with pytest.raises(QueryError):
        do(Deed.JUDGE, Which(query="lampe:1"))
    with pytest.raises(EditError):
        do(Deed.COLLECT, name="a//b")


def test_many_papers_are_dropped_as_a_job(make_window, make_library, qtbot):
    window = make_window(make_library(700))
    queue = window.parts["queue"]
    window.session.edit_with(lambda library: made(library, "Warm"))
    qtbot.waitUntil(lambda: texts(queue, "collections") == [("Warm", "0")])
    ids = [EntryId(number) for number in range(1, 601)]
    window.session.selection.set_ids(ids, ids[0])
    assert drop(queue, queue.model.find("collection warm"))
    (job,) = window.session.jobs.all
    with qtbot.waitSignal(job.ended, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: texts(queue, "collections") == [("Warm", "600")], timeout=10_000)
