"""``refman add`` on the library, as a shell runs it."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import msgspec
import pytest

from refman.cli import add_to_library
from refman.errors import InputError
from tests.cli.squeezed import squeezed
from tests.library.made import opened
from tests.reading.pdf.maker import Page, make_pdf
from tests.samples import lay_out, make_papers

REFMAN = [sys.executable, "-m", "refman"]
HEARS = """\
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job hears nothing
from refman.cli.main import run
sys.exit(run(sys.argv[1:]))
"""
BIB = """\
% lamps
@article{oil, title = {Oil Lamps of the North}, author = {Berg, Jan}, year = 2020}
@article{wax, title = {Wax Lamps}, author = {Lund, Ada}, year = 2021, doi = {10.1234/wax}}
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Where the library is to be."""
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    return file


@pytest.fixture
def bib(tmp_path):
    bib = tmp_path / "lamps.bib"
    bib.write_text(BIB, encoding="utf-8")
    return bib


def state(file):
    with closing(opened(file)) as library:
        return [holding.entry for holding in library.all()], [
            (step.name, step.is_undone) for step in library.history()
        ]


def test_what_is_new_comes_in_and_undo_takes_it_back(refman, file, listing):
    done = refman("add", listing)
    assert (done.status, done.out) == (0, "")
    lines = done.err.splitlines()
    assert lines[0] == "new: glow GLOW: Green Lanterns over Water"
    assert squeezed("listing.txt (page_text): 2 papers, 3 stretches left over") in squeezed(
        done.err
    )
    assert "left over, part of the page: button (1): Subscribe" in done.err
    assert squeezed("2 papers added ('refman undo' takes it back)") in squeezed(done.err)
    entries, history = state(file)
    assert [entry.citekey for entry in entries] == ["glow", "folding-large-maps"]
    assert entries[0].provenance["title"].source == str(listing)
    assert history == [(f"Add 2 papers from {listing}", False)]
    again = refman("add", listing)
    assert again.status == 0
    assert squeezed("nothing to add, it stays as it is; 2 known") in squeezed(again.err)
    assert state(file) == (entries, history)
    assert refman("undo").status == 0
    assert state(file)[0] == []


def test_the_library_lies_where_data_is_kept_if_nobody_says_otherwise(refman, bib, tmp_path):
    assert refman("add", bib, "--quiet").err == ""
    assert (tmp_path / "data" / "refman" / "library.refman").stat().st_mode & 0o077 == 0


def test_an_input_that_fails_does_not_stop_the_others(refman, file, bib, listing, tmp_path):
    done = refman("add", tmp_path / "none.txt", bib, "-", listing, stdin=b"")
    assert done.status == 2
    assert done.err.startswith("refman: there is no file")
    entries, history = state(file)
    assert len(entries) == 4
    assert history == [(f"Add 4 papers from {bib} and 1 more", False)]


def test_an_input_that_fails_while_it_is_read_leaves_nothing_of_itself(
    refman, file, bib, listing, monkeypatch
):
    real = add_to_library.read

    def read(document, readers, **how):
        reading = real(document, readers, **how)
        if document.source != str(listing):
            return reading

        def pieces():
            yield next(reading.pieces)
            raise InputError(f"{listing} is cut in its middle", source=str(listing))

        return msgspec.structs.replace(reading, pieces=pieces())

    monkeypatch.setattr(add_to_library, "read", read)
    done = refman("add", listing, bib)
    assert done.status == 2
    assert done.err.startswith(f"refman: {listing} is cut in its middle\n")
    assert [entry.citekey for entry in state(file)[0]] == ["oil", "wax"]


def test_a_kind_that_there_is_not_stops_at_once(refman, file, bib):
    done = refman("add", bib, "--from", "parchment")
    assert (done.status, "parchment" in done.err, file.exists()) == (2, True, False)


def test_faults_in_an_input_are_told_with_their_lines(refman, file):
    done = refman("add", "-", stdin=b"@misc{a, title = {Oil}\n  year = 2020}\n")
    assert squeezed("line 2: a: a comma is missing") in squeezed(done.err)


def test_nothing_to_read_makes_no_library(refman, file, tmp_path):
    (tmp_path / "none.txt").write_text("hello\n", encoding="utf-8")
    done = refman("add", tmp_path / "none.txt")
    assert (done.status, "no paper found" in done.err) == (1, True)
    assert refman("add", tmp_path / "nowhere.txt").status == 2
    assert not file.exists()


def test_options_say_what_new_papers_get(refman, file, bib):
    refman(
        "add", bib, "--status", "accepted", "--tag", "lamps", "--tag", "to read",
        "--collection", "Reading/New", "--quiet",
    )  # fmt: skip
    entries, _ = state(file)
    assert {entry.status.value for entry in entries} == {"accepted"}
    assert [keyword.text for keyword in entries[0].keywords] == ["lamps", "to read"]
    assert entries[1].collections == ("Reading/New",)


def test_update_fills_and_tells_which_fields(refman, file, bib):
    refman("add", bib, "--quiet")
    more = BIB.replace("{10.1234/wax}", "{10.1234/wax}, publisher = {Quay}")
    done = refman("add", "-", "--update", stdin=more.encode())
    assert "known: wax (same DOI; filled publisher)" in done.err
    assert squeezed("lib.refman: 1 field filled; 2 known ('refman undo'") in squeezed(done.err)
    entries, history = state(file)
    assert entries[1].publisher == "Quay"
    assert history[0][0] == "Fill 1 paper from standard input"


def test_doubtful_ones_wait_for_a_word(refman, file, bib):
    refman("add", bib, "--quiet")
    lone = b"@misc{x, title = {Wax Lamps}}"
    done = refman("add", "-", stdin=lone)
    assert "doubtful: wax (" in done.err
    assert squeezed("1 doubtful (--add-doubtful adds them)") in squeezed(done.err)
    done = refman("add", "-", "--add-doubtful", stdin=lone)
    assert squeezed("1 paper added") in squeezed(done.err)
    assert len(refman("list", "has:duplicate").out.splitlines()) == 2


@pytest.mark.parametrize("is_there", [True, False])
def test_a_dry_run_writes_nothing(refman, file, bib, is_there):
    if is_there:
        refman("add", "-", "--quiet", stdin=BIB.partition("@article{wax")[0].encode())
    before = file.read_bytes() if is_there else None
    done = refman("add", bib, "--dry-run")
    assert "would be added" in done.err
    assert "undo" not in done.err
    assert (file.read_bytes() if file.exists() else None) == before


def test_json_has_every_paper_and_what_is_left_over(refman, file, bib):
    done = refman("add", bib, "--json")
    assert done.err == ""
    told = json.loads(done.out)
    assert (told["step"], told["name"]) == (1, f"Add 2 papers from {bib}")
    assert told["papers"][0] == {
        "outcome": "new", "id": 1, "citekey": "oil", "title": "Oil Lamps of the North",
        "why": None, "filled": [],
    }  # fmt: skip
    assert [(piece["text"], piece["source"]) for piece in told["left_over"]] == [
        ("% lamps", str(bib))
    ]
    again = json.loads(refman("add", bib, "--json").out)
    assert [(one["outcome"], one["id"]) for one in again["papers"]] == [("known", None)] * 2
    assert again["step"] is None


def test_many_are_told_by_the_first_of_them(refman, file, monkeypatch):
    monkeypatch.setattr("refman.cli.add_to_library._SHOWN", 2)
    text = lay_out(make_papers(5, seed=3), "seed")
    done = refman("add", "-", stdin=text.encode())
    assert done.err.count("new: ") == 3
    assert "new: 3 more" in done.err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--into", "x.bib", "--tag", "a"], "--tag does nothing with --into"),
        (["--into", "x.bib", "--json", "--library", "l"], "--library, --json does nothing with"),
        (["--zotero-links"], "--zotero-links does nothing without --into"),
    ],
)
def test_options_that_would_do_nothing_are_refused(refman, file, bib, options, says):
    done = refman("add", bib, *options)
    assert done.status == 2
    assert says in done.err
    assert not file.exists()


def test_a_fault_of_the_library_is_told_before_anything_is_read(refman, file, tmp_path):
    file.write_text("no library at all, but more than nothing\n" * 100, encoding="utf-8")
    before = file.read_bytes()
    done = refman("add", tmp_path / "nowhere.txt")
    assert done.status == 2
    assert "is not a library of refman" in done.err
    assert file.read_bytes() == before


def test_another_program_that_writes_is_waited_for(refman, file, bib, monkeypatch):
    refman("add", bib, "--quiet")
    monkeypatch.setattr("refman.cli.opened._WAITED_SECONDS", 0.2)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = refman("add", "-", stdin=b"@misc{rope, title = {Rope Walks}}")
        assert done.status == 2
        assert "another program is writing into" in done.err.splitlines()[0]
        assert "wait until it is done" in done.err.splitlines()[1]
        assert refman("list").status == 0
    assert len(state(file)[0]) == 2


def test_two_programs_add_at_once_and_nothing_is_lost(file, bib, listing):
    running = [subprocess.Popen([*REFMAN, "add", one, "-q"]) for one in (bib, listing, bib)]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    entries, history = state(file)
    assert {entry.citekey for entry in entries} == {"oil", "wax", "glow", "folding-large-maps"}
    assert (len(entries), len(history)) == (4, 2)


def test_ctrl_c_leaves_the_library_as_it_was(refman, file, bib, tmp_path):
    refman("add", bib, "--quiet")
    before = state(file)
    many = "".join(f"@misc{{k{n}, title = {{Rope {n} of {n * 7}}}}}\n" for n in range(5_000))
    (tmp_path / "many.bib").write_text(many, encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, "-c", HEARS, "add", tmp_path / "many.bib"], stderr=subprocess.PIPE
    )
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as other:
        while program.poll() is None and can_write(other):
            time.sleep(0.01)
    program.send_signal(signal.SIGINT)
    _, said = program.communicate(timeout=60)
    assert (program.returncode, said) == (130, b"refman: stopped\n")
    assert state(file) == before


def can_write(connection):
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return False
    connection.execute("ROLLBACK")
    return True


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_a_library_that_may_not_be_written_is_read(refman, file, bib, tmp_path):
    refman("add", bib, "--quiet")
    folder = tmp_path / "shelf"
    folder.mkdir()
    shutil.copy(file, folder / "lib.refman")
    (folder / "lib.refman").chmod(0o444)
    folder.chmod(0o555)
    before: list[str] = []
    if os.access(folder, os.W_OK):  # as root may always
        if shutil.which("setpriv") is None:
            pytest.skip("root may write everywhere")
        caps = "-dac_override,-dac_read_search"
        before = ["setpriv", "--bounding-set", caps, "--inh-caps", caps]

    def run(*words):
        where = ["--library", str(folder / "lib.refman")]
        return subprocess.run([*before, *REFMAN, *words, *where], capture_output=True, check=False)

    try:
        for words in (["list"], ["add", str(bib), "--dry-run"]):
            assert run(*words).returncode == 0
        done = run("add", str(bib))
        assert done.returncode == 2
        assert b"may not be written" in done.stderr
    finally:
        folder.chmod(0o755)


@pytest.mark.corpus
def test_a_real_listing_of_68_papers_is_known_when_it_comes_again(refman, file, corpus):
    (seed,) = (corpus / "seed").glob("*.txt")
    first, second = (json.loads(refman("add", seed, "--json").out) for _ in range(2))
    assert [one["outcome"] for one in first["papers"]] == ["new"] * 68
    assert [one["outcome"] for one in second["papers"]] == ["known"] * 68
    assert [one["citekey"] for one in first["papers"]] == [
        one["citekey"] for one in second["papers"]
    ]


def test_a_paper_read_from_a_pdf_has_that_file(refman, file):
    pdf = file.parent / "papers" / "lamp.pdf"
    pdf.parent.mkdir()
    title = (72, 700, 18, "bold", "Slow Lamps: A Study of Evening Warmth")
    pdf.write_bytes(make_pdf([Page(rows=[title])]))
    assert refman("add", pdf).status == 0
    (entry,), _ = state(file)
    assert [(one.title, one.path, one.media_type) for one in entry.attachments] == [
        ("Full text", "papers/lamp.pdf", "application/pdf")
    ]
    assert refman("list", "has:pdf").out.count("Slow Lamps") == 1
