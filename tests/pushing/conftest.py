from datetime import UTC, datetime

import pytest

from refman.library import open_library
from refman.model import Add, Holding

NOW = datetime(2031, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "lamps.refman", now=lambda: NOW) as library:
        yield library


@pytest.fixture
def add(library):
    """Put entries into the library; return their numbers."""

    def put(*entries):
        return library.apply("Add", [Add(Holding(entry=one, added=NOW)) for one in entries]).ids

    return put


@pytest.fixture(autouse=True)
def _own_state(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
