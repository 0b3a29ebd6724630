"""Run the program as the shell would, but in this process."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from refman.cli.main import run

LISTING = """\
new

Subscribe

Jun 26

GLOW: Green Lanterns over Water

We show how lanterns that hang over water keep their light for a whole night, and what it costs.
The lamps are cheap, and the water is cold. Our code is available at
https://github.com/example-lab/glow.

Folding Large Maps without Losing the Place

A folded map hides the place where the walker stands. We study 212 ways to fold a map and find two
that always leave the walker in sight. Walkers like them. The study took nine years and many maps.
"""


@dataclass
class Outcome:
    status: int
    out: str
    err: str


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    """A listing of two papers of the tests' own making."""
    file = tmp_path / "listing.txt"
    file.write_text(LISTING, encoding="utf-8")
    return file


@pytest.fixture
def refman(capfdbinary, monkeypatch, tmp_path):
    """Call the program: ``refman("read", "-", stdin=b"…")`` -> status, output, errors."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        status = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return call
