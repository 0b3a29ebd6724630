import subprocess
import sys

import pytest

import refman as package
from refman.cli import main as door
from refman.errors import Cancelled


def test_the_version_is_told(refman):
    done = refman("--version")
    assert (done.status, done.out) == (0, f"refman {package.__version__}\n")


def test_the_help_names_the_commands(refman):
    done = refman("--help")
    assert done.status == 0
    assert all(name in done.out for name in ("read", "convert", "settings"))


@pytest.mark.parametrize("arguments", [["reed"], ["read"], ["read", "--nope"], []])
def test_wrong_use_is_status_two_and_tells_the_use(refman, arguments):
    done = refman(*arguments)
    assert done.status == 2 if arguments else done.status in (0, 2)
    if arguments:
        assert done.err.count("\n") == 1
        assert "--help" in done.err


@pytest.mark.parametrize("stop", [KeyboardInterrupt, Cancelled])
def test_a_stop_is_no_fault(refman, monkeypatch, stop):
    def stopped(*_, **__):
        raise stop

    monkeypatch.setattr(door, "app", stopped)
    done = refman("read", "-")
    assert (done.status, done.err) == (130, "refman: stopped\n")


def test_a_fault_of_the_program_is_one_line_and_a_trace_only_on_demand(refman, monkeypatch):
    def broken():
        raise ZeroDivisionError("one\ntwo")

    monkeypatch.setattr("refman.cli.convert.load_formats", broken)
    done = refman("convert", "-", "-o", "x.bib")
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "ZeroDivisionError: one two" in done.err
    assert "Traceback" in refman("--debug", "convert", "-", "-o", "x.bib").err


def test_settings_are_shown_with_where_to_change_them(refman, tmp_path):
    done = refman("settings")
    assert done.status == 0
    assert "settings.toml" in done.out
    assert "citekeys.pattern = '{auth}{year}{word}'" in done.out
    assert "REFMAN_READING__LIMIT_MB" in done.out


def test_a_reader_that_had_enough_is_no_fault(listing):
    program = "import sys; from refman.cli.main import run; sys.exit(run(sys.argv[1:]))"
    text = listing.read_text() * 400
    process = subprocess.Popen(
        [sys.executable, "-c", program, "read", "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    process.stdout.close()
    process.stdin.write(text)
    process.stdin.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr.read() == ""
    process.stderr.close()


def test_the_module_runs_as_a_program():
    done = subprocess.run(
        [sys.executable, "-m", "refman", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"refman {package.__version__}\n"
