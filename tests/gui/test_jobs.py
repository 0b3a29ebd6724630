"""Jobs: what a process tells arrives, whole and in order, however it ends."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from refman_gui import jobs as jobs_module
from refman_gui.jobs import Job, Jobs
from tests.gui.a_task import A_TASK, Came, Request, Result


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()
    jobs.deleteLater()
    qtbot.wait(1)


def test_pieces_progress_and_result_arrive_in_order(qtbot: QtBot, jobs: Jobs) -> None:
    job = jobs.start("Count", A_TASK, Request("count", 5_000))
    came: list[Came] = []
    done: list[tuple[int, int]] = []
    job.came.connect(came.append)
    job.progressed.connect(lambda *pair: done.append(pair))
    assert jobs.running() == [job]
    with qtbot.waitSignal(job.ended, timeout=20_000) as ended:
        pass
    assert ended.args == [Result(5_000)]
    assert [piece.number for piece in came] == list(range(5_000))
    assert done[-1] == (5_000, 5_000)
    assert (job.outcome, jobs.running()) == ("done", [])


def test_what_is_done_at_the_end_has_a_turn_of_its_own(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = 0
    heard: list[int] = []

    class Counted(Job):
        def _take(self) -> None:
            nonlocal turns
            turns += 1
            super()._take()

    monkeypatch.setattr(jobs_module, "Job", Counted)
    job = jobs.start("Count", A_TASK, Request("count", 50))
    job.came.connect(lambda _: heard.append(turns))
    with qtbot.waitSignal(job.ended, timeout=20_000):
        job.ended.connect(lambda _: heard.append(turns))
    assert heard[-1] > heard[-2]


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("refuse", "there is no lamp; light one"),
        ("break", "a fault in refman itself (ZeroDivisionError: a lamp)"),
        ("die", "it stopped unexpectedly; try it again"),
    ],
)
def test_a_fault_is_one_line(qtbot: QtBot, jobs: Jobs, what: str, message: str) -> None:
    job = jobs.start("Fail", A_TASK, Request(what))
    with qtbot.waitSignals([job.failed, job.finished], timeout=20_000):
        pass
    assert (job.outcome, job.message) == ("failed", message)


def test_what_waits_is_stopped_at_once_and_can_be_done_again(qtbot: QtBot, jobs: Jobs) -> None:
    job = jobs.start("Wait", A_TASK, Request("wait"))
    with qtbot.waitSignal(job.said, timeout=20_000) as said:
        pass
    assert said.args == ["arXiv asks to wait"]
    with qtbot.waitSignal(job.cancelled, timeout=2_000):
        job.cancel()
        job.cancel()
    again = jobs.again(job)
    assert (again.title, again.is_running) == ("Wait", True)
    assert jobs.all == [job, again]


def test_what_hears_nothing_is_killed(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_module, "_PATIENCE_MS", 50)
    job = jobs.start("Hang", A_TASK, Request("hang"))
    with qtbot.waitSignal(job.said, timeout=20_000):
        pass
    with qtbot.waitSignal(job.cancelled, timeout=5_000):
        job.cancel()


def test_closing_leaves_no_process(qtbot: QtBot, jobs: Jobs) -> None:
    some = [jobs.start("Wait", A_TASK, Request("wait")) for _ in range(2)]
    for job in some:
        if not job.message:
            qtbot.waitUntil(lambda job=job: bool(job.message), timeout=20_000)  # type: ignore[misc]
    jobs.close()
    assert [job.outcome for job in some] == ["cancelled", "cancelled"]


def test_a_program_that_is_not_there_is_told(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_module.sys, "executable", "/nowhere/python")
    job = Job("Start", A_TASK, Request("count"), jobs)
    with qtbot.waitSignal(job.failed, timeout=5_000):
        job.start()
    assert job.message


def test_only_so_many_that_ended_are_kept(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_module, "_MOST_KEPT", 1)
    for _ in range(3):
        with qtbot.waitSignal(jobs.start("Count", A_TASK, Request("count")).ended, timeout=20_000):
            pass
    assert len(jobs.all) == 2
