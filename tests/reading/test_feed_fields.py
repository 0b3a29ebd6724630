"""The rows of resources/feed.toml."""

import re

import pytest

from refman.reading.feed_fields import Gives, feed_table
from tests.growth import assert_cost_ratio

PARAGRAPHS = {
    "Publication date: November 2025": (Gives.DATE, "November 2025"),
    "Available online 3 June 2025": (Gives.DATE, "3 June 2025"),
    "Source: Lamps Today, Volume 9": (Gives.NOTHING, None),
    "Author(s): Ann Wick, Bo Glim": (Gives.AUTHORS, "Ann Wick, Bo Glim"),
    "Lamps, Published online: 02 June 2025; doi:10.1038/s41586-025-00001-2": (
        Gives.DATE,
        "02 June 2025",
    ),
    "J Moth Sci. 2025 Jun 2;4(1):12. doi: 10.5555/moth.2025.12. eCollection 2025.": (
        Gives.NOTHING,
        None,
    ),
    "PMID:40000001 | DOI:10.5555/moth.2025.12": (Gives.NOTHING, None),
    "ABSTRACT": (Gives.NOTHING, None),
    "Lamps Today, Volume 9, Issue 2, June 2025.": (Gives.NOTHING, None),
}
ROWS = feed_table().paragraph
FIELDS = {**feed_table().fields, **feed_table().many}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.pattern)
def test_row_knows_a_paragraph_that_no_row_before_it_knows(row):
    known = [text for text in PARAGRAPHS if row.match(text)]
    assert known
    for text in known:
        first = next(each for each in ROWS if each.match(text))
        assert first is row
        found = row.match(text)
        assert (row.gives, found[1] if found.groups() else None) == PARAGRAPHS[text]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.pattern)
@pytest.mark.parametrize(
    "text",
    [
        "Lamps are published online: this is new.",
        "Abstract lamps are lamps all the same.",
        "The source: a lamp.",
        "In 2025, a lamp broke. 2025 was a dark year.",
    ],
)
def test_row_knows_no_prose(row, text):
    assert row.match(text) is None


@pytest.mark.parametrize("names", FIELDS.values(), ids=FIELDS)
def test_prefix_is_one_of_a_namespace(names):
    prefixes = {name.rpartition(":")[0] for name in names}
    assert prefixes <= {*feed_table().namespaces.values(), "content", ""}
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("address", feed_table().namespaces)
def test_namespace_is_an_address(address):
    assert re.match(r"https?://\S+$", address)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.pattern)
@pytest.mark.parametrize(
    "sign", ["a. 2025 doi: 10.", "Published online: ;", "Volume 1, Issue ", "a, "]
)
def test_cost_is_linear(row, sign):
    short, long = (sign * (length // len(sign)) for length in (4_000, 32_000))
    assert_cost_ratio(lambda: row.match(long), lambda: row.match(short), most=24, floor_s=0.001)
