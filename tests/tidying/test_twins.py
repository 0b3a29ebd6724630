"""Entries that may be one work with another, but for those said to be none."""

from datetime import UTC, datetime

from refman.editing import binned
from refman.model import Citekey, Name
from refman.tidying import said_apart, twins
from tests.library.made import add, opened, paper

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_twins_are_found_until_they_are_said_apart_or_binned(tmp_path):
    with opened(tmp_path / "lib.refman") as library:
        one = {
            "title": "Lanterns over Water",
            "author": (Name(family="Sato", given="Aiko"),),
        }
        library.apply(
            "Add 4 papers",
            add(
                *(paper(at, citekey=Citekey(key), **one) for at, key in enumerate("abc")),
                paper(7, citekey=Citekey("d"), title="Wicks of Old Lamps"),
            ),
        )
        first, second, third, other = (library.find_key(key) for key in "abcd")

        def keys():
            return {known.holding.entry.citekey for known in twins(library, first)}

        assert keys() == {"b", "c"}
        assert twins(library, other) == []
        step = said_apart(library, first, second, now=NOW)
        library.apply(step.name, step.changes)
        assert keys() == {"c"}
        step = binned([third], now=NOW)
        library.apply(step.name, step.changes)
        assert keys() == set()
