"""A record with what was changed since it was written: the entry as it is now, at little cost."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.errors import ConflictError
from refman.library.records import (
    LIGHT,
    encode_later,
    encode_values,
    entry_values,
    light_values,
    values_of,
    whole,
)
from refman.library.rows import decode_entry, encode_entry
from refman.model import Entry, ItemType, Keyword, Provenance, Remove, Status, edit_of
from tests.formats.entries import FULL
from tests.formats.read_back import entries
from tests.library.made import START, add, opened, paper

ENTRIES = entries() | st.just(Entry())
FIELDS = st.sets(st.sampled_from(sorted(LIGHT)), min_size=1)
replace = msgspec.structs.replace


@settings(max_examples=60, deadline=None)
@given(ENTRIES, st.lists(st.tuples(FIELDS, st.sampled_from([Entry(), FULL, paper(3)])), max_size=3))
def test_what_was_changed_since_comes_before_what_the_record_says(entry, changes):
    record, later = encode_entry(entry), None
    for fields, other in changes:
        told = entry_values(other, fields)
        nothing = msgspec.Raw(b"null")
        later = encode_later(later, {field: told.get(field, nothing) for field in fields})
        entry = replace(entry, **{field: getattr(other, field) for field in fields})
    assert decode_entry(whole(record, later)) == entry
    assert decode_entry(encode_values(values_of(record, later))) == entry
    assert values_of(record, later).keys() == values_of(encode_entry(entry)).keys()


@settings(max_examples=30, deadline=None)
@given(ENTRIES)
def test_values_of_an_entry_are_those_of_its_record(entry):
    fields = Entry.__struct_fields__
    assert decode_entry(encode_values(entry_values(entry, fields))) == entry
    assert entry_values(Entry(), fields) == {}


@pytest.mark.parametrize(
    ("fields", "record", "later", "values"),
    [
        ({"status"}, None, None, {"status": b'"accepted"'}),
        ({"status"}, None, b'{"keywords":[]}', {"status": b'"accepted"'}),
        ({"keywords"}, b'{"title":"x","keywords":[1]}', None, {"keywords": b"[1]"}),
        ({"keywords"}, b'{"title":"x","keywords":[1]}', b'{"keywords":[]}', {}),
        ({"keywords"}, b'{"title":"x"}', b'{"keywords":[2]}', {"keywords": b"[2]"}),
        (
            {"keywords", "collections"},
            b'{"keywords":[1],"collections":[3]}',
            b'{"keywords":[2],"status":"accepted"}',
            {"keywords": b"[2]", "collections": b"[3]"},
        ),
        (
            {"keywords", "status"},
            b'{"title":"x"}',
            b'{"status":"accepted"}',
            {"status": b'"accepted"'},
        ),
    ],
)
def test_light_values_are_those_that_were_said_last(fields, record, later, values):
    found = light_values(fields, "accepted", record, later)
    assert {field: bytes(value) for field, value in found.items()} == values


def content(library, *tables) -> list:
    """Return what stands in tables, byte for byte."""
    return [library._connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path / "a.refman") as library:
        library.apply("Add", add(paper(1), paper(2), Entry()))
        yield library


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.ACCEPTED},
        {"keywords": (Keyword("oil", automatic=True), Keyword("oil"), Keyword("wicks"))},
        {"collections": ("A/B",), "provenance": {"title": Provenance("user", at=START)}},
    ],
)
def test_a_light_edit_writes_neither_records_nor_the_indexes_of_texts(library, fields):
    tables = ("records", "words_data", "grams_data", "marks", "identifiers")
    before, entries_before = content(library, *tables), list(library.all())
    library.apply("Edit", [
        edit_of(one.id, one.entry, replace(one.entry, **fields)) for one in entries_before
    ])  # fmt: skip
    assert content(library, *tables) == before
    assert [one.entry for one in library.all()] == [
        replace(one.entry, **fields) for one in entries_before
    ]
    library.undo()
    assert content(library, *tables) == before
    assert list(library.all()) == entries_before
    assert library.check() == ()


def test_an_edit_of_more_writes_the_record_whole(library):
    for fields in (
        {"status": Status.ACCEPTED, "keywords": ()},
        {"title": "Oil", "status": Status.REJECTED},
    ):
        entry = library.get(1).entry
        library.apply("Edit", [edit_of(1, entry, replace(entry, **fields))])
    ((record, later),) = library._connection.execute(
        "SELECT record, later FROM records JOIN entries USING (id) WHERE id = 1"
    )
    entry = replace(paper(1), title="Oil", keywords=(), status=Status.REJECTED)
    assert (record, later) == (encode_entry(entry), None)
    library.undo()
    assert library.get(1).entry == replace(paper(1), keywords=(), status=Status.ACCEPTED)
    library.undo()
    assert library.get(1).entry == paper(1)
    assert library.check() == ()


def test_what_is_removed_comes_back_as_it_was_changed(library):
    for id_ in (1, 3):
        entry = library.get(id_).entry
        library.apply("Edit", [
            edit_of(id_, entry, replace(entry, keywords=(Keyword("oil"),), status=Status.ACCEPTED))
        ])  # fmt: skip
    before = list(library.all())
    library.apply("Remove", [Remove(one) for one in before])
    library.undo()
    assert list(library.all()) == before
    ((record,),) = library._connection.execute("SELECT record FROM records WHERE id = 3")
    assert record == encode_entry(before[2].entry)
    assert library.check() == ()


@pytest.mark.parametrize(
    "stale",
    [
        {"status": Status.REJECTED},
        {"keywords": (Keyword("moths"),)},
        {"title": "Moths"},
        {"title": None},
        {"type": ItemType.BOOK},
        {"extra": {"a": "1"}},
    ],
)
def test_an_edit_of_what_is_not_there_is_refused(library, stale):
    was = replace(library.get(1).entry, **stale)
    now = replace(was, **{field: getattr(FULL, field) for field in stale})
    with pytest.raises(ConflictError, match="entry 1 was changed meanwhile"):
        library.apply("Edit", [edit_of(1, was, now)])
    assert library.get(1).entry == paper(1)


@pytest.mark.parametrize("field", ["extra", "provenance"])
def test_the_order_of_a_mapping_is_no_conflict(library, field):
    values = (
        {"a": "1", "b": "2"} if field == "extra" else {"a": Provenance("x"), "b": Provenance("y")}
    )
    entry = replace(paper(1), **{field: values})
    library.apply("Edit", [edit_of(1, paper(1), entry)])
    turned = replace(entry, **{field: dict(reversed(values.items()))})
    library.apply("Edit", [edit_of(1, turned, paper(1))])
    assert library.get(1).entry == paper(1)


@pytest.mark.parametrize("table", ["entries", "records"])
def test_an_edit_of_what_is_gone_is_refused(library, table):
    library._connection.execute("PRAGMA foreign_keys = OFF")
    library._connection.execute(f"DELETE FROM {table} WHERE id = 1")
    with pytest.raises(ConflictError, match="entry 1 is not there any more"):
        library.apply("Edit", [edit_of(1, paper(1), replace(paper(1), title="Oil"))])
