import pytest

from refman.formats.bib.entries import type_row
from refman.formats.bib.forms import FORMS
from refman.formats.crosswalk import rows
from refman.model import Entry, Identifiers, ItemType, LinkKind
from tests.formats.bib.told import cases, record_of, shown

PARTS = {
    "arxiv", "date", "day", "entrytype", "eprint", "eprintclass", "eprinttype", "key", "month",
    "pubstate", "year",
}  # fmt: skip
TARGETS = {
    "identifier": set(Identifiers.__struct_fields__),
    "links": {kind.value for kind in LinkKind},
    "part": PARTS,
}
NO_TARGET = {"file", "keep", "keywords", "notes", "place"}
GROUPS = {row["group"] for row in rows("read_bib_types").values() if "group" in row}


@pytest.mark.parametrize(("text", "entry", "problems"), cases("entries.toml"))
def test_an_entry(text, entry, problems):
    record = record_of(text)
    assert shown(record.entry) == {**entry, "citekey": "lamp"}
    assert [problem.why for problem in record.problems] == problems


@pytest.mark.parametrize("name", rows("read_bib_types"))
def test_a_row_of_types_is_a_type_with_a_group_or_says_why_it_is_none(name):
    row = rows("read_bib_types")[name]
    assert name == name.lower()
    if row["type"]:
        assert type_row(name.upper()).type is ItemType(row["type"])
        assert row["group"] in GROUPS
    else:
        assert row["why"]


@pytest.mark.parametrize("name", rows("read_bib"))
def test_a_row_of_fields_names_forms_and_targets(name):
    row = rows("read_bib")[name]
    assert name == name.lower()
    forms = {column: form for column, form in row.items() if column.endswith("form")}
    assert set(forms.values()) <= set(FORMS)
    targets = set(row) - set(forms)
    assert targets - {"field"} <= GROUPS
    assert {column.removesuffix("_form") for column in forms if column != "form"} <= targets
    allowed = TARGETS.get(row["form"], set(Entry.__struct_fields__) | {""})
    if row["form"] not in NO_TARGET:
        assert {row[column] for column in targets} <= allowed
    else:
        assert not targets


@pytest.mark.parametrize(
    "section", ["read_bib_genres", "read_bib_languages", "read_bib_media", "read_bib_months",
                "read_bib_seasons"]
)  # fmt: skip
def test_rows_of_names_say_one_thing(section):
    for name, row in rows(section).items():
        assert name == name.lower()
        assert all(row.values())
        assert len(row) == 1


def test_rows_of_inheritance_name_types_and_ways():
    types, ways = rows("read_bib_types"), rows("read_bib_inherited")
    for child, row in rows("read_bib_inherit").items():
        assert child in types
        assert set(row) <= set(ways)
        assert all(set(parents.split()) <= set(types) for parents in row.values())
    assert set(rows("read_bib_own")) == {"names", "dates"}


def test_long_names_of_types_are_read_too():
    assert type_row("x" * 200).name == "x" * 200


def test_links_and_problems_have_their_places():
    text = "@misc{k, code = {https://x.example/a https://x.example/b}, note={}, note={z}, note={y}}"
    record = record_of(text)
    for link in record.entry.links:
        assert text[link.span.start : link.span.end] == link.raw_url == link.url
    (problem,) = record.problems
    assert text[problem.span.start : problem.span.end] == "note={y}"
    assert text[record.span.start : record.span.end] == text


def test_a_link_that_is_escaped_has_its_field_for_a_place():
    text = r"@misc{k, code = {https://x.example/a\_b}}"
    (link,) = record_of(text).entry.links
    assert (link.url, link.raw_url) == ("https://x.example/a_b", r"{https://x.example/a\_b}")
