"""Tables under tests/data/links."""

import tomllib
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data" / "links"


def table(name):
    """Return a table as it stands."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def cases(name, label="name"):
    """Return the cases of a table as parameters, named by what they show."""
    rows = table(name)["case"]
    names = [row[label] for row in rows]
    assert len(set(names)) == len(names)
    return [pytest.param(row, id=row[label]) for row in rows]
