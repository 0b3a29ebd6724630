"""A look-up with the user's cache; most of it is tested through ``refman lookup``."""

from datetime import UTC, datetime

import pytest

from refman.errors import OutputError
from refman.model import Entry
from refman.online import LookUp
from refman.settings import Settings


def test_a_cache_that_cannot_be_made_is_told(tmp_path, monkeypatch):
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with pytest.raises(OutputError):
        LookUp([Entry(title="Lamps")], Settings(), sources={}, now=datetime.now(UTC))
