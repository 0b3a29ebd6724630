import os
import threading
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from refman.lookup import Candidate
from refman.lookup.run_log import KEPT_FOR, RunLog, identifiers_question, run_name, title_question
from refman.model import Arxiv, ArxivId, Date, Entry, Identifiers, Name
from tests.lookup.world import draft, papers, preprint, publication

NOW = datetime.now(UTC)
FOUND = [
    Candidate(source="arxiv", entry=entry, record_url="https://lamps.example/1", at=NOW)
    for paper in papers(3)
    for entry in (preprint(paper), publication(paper))
]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state" / "lookups" / "a.jsonl"


def left(file, *answers) -> None:
    log = RunLog(file, now=NOW)
    for question, found in answers:
        log.put([(question, found)])
    log.close(is_done=False)


def read(file, *questions, now=NOW):
    log = RunLog(file, now=now)
    found = [log.get(question) for question in questions]
    log.close(is_done=False)
    return found


def test_records_come_back_as_they_were(file):
    left(file, ("one", FOUND), ("two", []))
    assert read(file, "one", "two", "three") == [FOUND, [], None]
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_it_is_there_before_it_is_closed(file):
    log = RunLog(file, now=NOW)
    log.put([("one", FOUND)])
    assert read(file, "one") == [FOUND]
    log.close(is_done=False)


@pytest.mark.parametrize("cut", range(1, 400, 23))
def test_a_torn_line_costs_itself_only_and_not_what_follows(file, cut):
    left(file, ("one", FOUND), ("two", FOUND[:1]))
    whole = file.read_bytes()
    file.write_bytes(whole[:-cut])
    left(file, ("three", FOUND[1:]))
    assert read(file, "one", "two", "three") == [FOUND, FOUND[:1] if cut == 1 else None, FOUND[1:]]


@pytest.mark.parametrize(
    "line",
    [b"\xff\xfe\x00", b"null", b"[]", b'{"question":1}', b"[" * 100_000, b'{"question":"a"',
     b'{"question":"a","at":"2031-01-01T00:00:00Z","found":[{"source":1}]}',
     b'{"question":"a","at":"2031-01-01T00:00:00","found":[]}'],
)  # fmt: skip
def test_what_is_not_ours_is_passed(file, line):
    left(file, ("one", FOUND))
    file.write_bytes(line + b"\n" + file.read_bytes() + line)
    assert read(file, "one", "a") == [FOUND, None]


def test_what_is_too_old_is_asked_again(file):
    left(file, ("one", FOUND))
    later = NOW + KEPT_FOR
    assert read(file, "one", now=later) == [FOUND]
    assert read(file, "one", now=later + timedelta(seconds=1)) == [None]


def test_old_logs_beside_it_are_deleted_and_others_stay(file):
    old, other = file.with_name("old.jsonl"), file.with_name("old.txt")
    left(old, ("one", FOUND))
    other.write_text("mine")
    then = (NOW - KEPT_FOR).timestamp() - 1
    for one in (old, other):
        os.utime(one, (then, then))
    left(file, ("one", FOUND))
    assert not old.exists()
    assert other.exists()


def test_a_run_that_came_to_its_end_leaves_nothing(file):
    log = RunLog(file, now=NOW)
    log.put([("one", FOUND)])
    log.close(is_done=True)
    assert list(file.parent.iterdir()) == []


def test_where_it_cannot_be_written_the_work_goes_on(tmp_path, caplog):
    (tmp_path / "state").write_text("a file where a folder should be")
    log = RunLog(tmp_path / "state" / "a.jsonl", now=NOW)
    log.put([("one", FOUND)])
    assert log.get("one") == FOUND
    log.close(is_done=True)
    assert len(caplog.records) == 1


def test_a_disk_that_is_full_costs_the_log_and_not_the_answers(file, caplog):
    if not os.path.exists("/dev/full"):  # noqa: PTH110
        pytest.skip("this system has no /dev/full")
    log = RunLog(file, now=NOW)
    log._stream.close()
    log._stream = open("/dev/full", "wb", buffering=0)  # noqa: PTH123, SIM115
    log.put([("one", FOUND)])
    log.put([("two", FOUND)])
    assert log.get("two") == FOUND
    log.close(is_done=False)
    assert len(caplog.records) == 1


def test_many_threads_write_whole_lines(file):
    log = RunLog(file, now=NOW)

    def write(number):
        for each in range(20):
            log.put([(f"{number}.{each}", FOUND)])

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log.close(is_done=False)
    questions = [f"{number}.{each}" for number in range(8) for each in range(20)]
    assert read(file, *questions) == [FOUND] * 160


def test_questions_are_told_apart_by_what_is_asked_and_nothing_else():
    entry = draft(papers(1)[0])
    replace = msgspec.structs.replace
    same = replace(entry, abstract="Another.", issued=Date(1999), notes=("Mine.",))
    assert title_question("arxiv", entry) == title_question("arxiv", same)
    apart = [
        title_question("arxiv", entry), title_question("dblp", entry),
        title_question("arxiv", replace(entry, title="Lamps")),
        title_question("arxiv", replace(entry, author=(Name(family="Berg"),))),
        identifiers_question("arxiv", entry),
    ]  # fmt: skip
    assert len(set(apart)) == len(apart)
    one, two = (
        Entry(identifiers=Identifiers(arxiv=Arxiv(ArxivId("2506.00001"), version, kind)))
        for version, kind in ((1, None), (2, "cs.RO"))
    )
    assert identifiers_question("arxiv", one) == identifiers_question("arxiv", two)


def test_the_file_of_a_run_is_that_of_its_papers_and_sources():
    entries = [draft(paper) for paper in papers(3)]
    name = run_name(entries, ["arxiv", "dblp"])
    assert name == run_name(entries, ["dblp", "arxiv"])
    assert len({name, run_name(entries[:2], ["arxiv", "dblp"]), run_name(entries, ["arxiv"])}) == 3


def test_a_title_with_half_a_sign_can_be_asked():
    assert title_question("arxiv", Entry(title="Lamps \ud83d in rain"))
