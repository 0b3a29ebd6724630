"""What in a record contradicts itself, by a table."""

import tomllib
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.lookup import flaws_of
from refman.lookup.venues import one_venue
from refman.model import Date, Entry, Name
from refman.normalise import parse_date
from tests.duplicates.pairs import make
from tests.lookup.test_match import FOLDER

NOW = datetime(2026, 5, 1, tzinfo=UTC)
ROWS = tomllib.loads((FOLDER / "flaws.toml").read_text(encoding="utf-8"))["records"]
VENUES = tomllib.loads((FOLDER / "venues.toml").read_text(encoding="utf-8"))


def record_of(side: dict) -> Entry:
    side = dict(side)
    date, event, names = (side.pop(name, None) for name in ("date", "event", "names"))
    entry = make(**side)
    if date is not None:
        start, _, end = date.partition("/")
        first = parse_date(start) or Date(int(start))
        last = parse_date(end) if end else None
        entry = msgspec.structs.replace(entry, issued=msgspec.structs.replace(first, end=last))
    if event is not None:
        entry = msgspec.structs.replace(entry, event_date=parse_date(event))
    if names is not None:
        entry = msgspec.structs.replace(entry, author=tuple(Name(**name) for name in names))
    return entry


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_flaws(row):
    flaws = flaws_of(record_of(row["record"]), now=NOW, source="crossref")
    assert [flaw.field for flaw in flaws] == ([row["field"]] if "field" in row else [])
    assert all(row.get("why", "") in flaw.why and flaw.source == "crossref" for flaw in flaws)


@settings(deadline=None)
@given(st.text(max_size=50), st.text(max_size=50), st.integers(-3000, 10_000))
def test_any_values_are_taken(text, other, year):
    entry = Entry(
        title=text, container_title=other, page=text, volume=other, issued=Date(year),
        abstract=other, author=(Name(literal=text), Name(literal=text)), event_title=text,
    )  # fmt: skip
    assert flaws_of(entry, now=NOW) == flaws_of(entry, now=NOW)


@pytest.mark.parametrize(
    ("said", "venue", "other"),
    [(said, *pair) for said, pairs in VENUES.items() for pair in pairs],
)
def test_venues(said, venue, other):
    told = {"one": True, "two": False, "unknown": None}[said]
    assert one_venue(venue, other) is told
    assert one_venue(other, venue) is told
    assert one_venue(venue, venue) is (True if venue else None)
