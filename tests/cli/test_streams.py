"""What a shell can do to the program's streams."""

import json
import signal
import subprocess
import sys

import pytest

REFMAN = f"{sys.executable} -m refman"


def shell(command, **options):
    return subprocess.run(
        ["bash", "-c", command.replace("refman", REFMAN, 1)],
        capture_output=True,
        check=False,
        timeout=60,
        **options,
    )


def test_a_closed_standard_error_does_not_stop_the_work(listing):
    done = shell(f"refman read --json {listing} 2>&-")
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["drafts"]) == 2


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("refman read --json LISTING >/dev/full", "No space left on device"),
        ("refman read LISTING >/dev/full", "No space left on device"),
        ("refman convert LISTING -o - --to ris -q >/dev/full", "No space left on device"),
        ("refman read --json LISTING >&-", "standard output is closed"),
        ("refman read - <&-", "standard input is closed"),
    ],
)
def test_a_stream_that_cannot_be_used_is_told_in_one_line(listing, command, says):
    done = shell(command.replace("LISTING", str(listing)))
    assert done.returncode == 2
    assert done.stderr.decode().startswith("refman: ")
    assert done.stderr.count(b"\n") == 1
    assert says in done.stderr.decode()


def test_a_file_name_that_is_no_text_is_shown_as_far_as_it_is(listing):
    listing.rename(f"{listing.parent}/s\udcff.txt")
    done = shell(r"refman read --json $'s\xff.txt'", cwd=listing.parent)
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"] == "s\ufffd.txt"


def test_ctrl_c_is_heard_while_the_program_reads(tmp_path):
    program = subprocess.Popen(
        [sys.executable, "-c", HEARS, "read", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout.readline() == b"ready\n"
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=60)
    assert program.returncode == 130
    assert err == b"refman: stopped\n"


HEARS = """
import builtins, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background has it ignored
real = builtins.__import__
def slow(name, *rest):
    if name == "refman.cli.main":
        print("ready", flush=True)
        sys.stdin.read()
    return real(name, *rest)
builtins.__import__ = slow
from refman.cli.start import main
main()
"""
