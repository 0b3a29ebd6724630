"""Rows of the tables under tests/data/normalise: what a case shows, what is given, what comes."""

import tomllib
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data" / "normalise"


def cases(name: str):
    """Return the rows of ``cases`` in a table, as parameters named by what they show."""
    rows = tomllib.loads((DATA / name).read_text(encoding="utf-8"))["cases"]
    names = [row[0] for row in rows]
    assert len(set(names)) == len(names)
    return [pytest.param(*row[1:], id=row[0]) for row in rows]
