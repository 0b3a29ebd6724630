import pytest

from refman.formats.crosswalk import rows, type_name
from refman.formats.tex_fields import MACROS, TELLERS, WRITERS
from refman.model import Entry, Identifiers, ItemType

DIALECTS = ["bibtex", "biblatex"]
FORMS = {*TELLERS, *WRITERS}
TYPES = {dialect: {type_name(item_type, dialect) for item_type in ItemType} for dialect in DIALECTS}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_row_names_a_form_and_an_attribute(dialect):
    for name, row in rows(dialect).items():
        assert row["form"] in FORMS
        assert row.get("of", name) in Entry.__struct_fields__
        parts = {"form", "of", "field", "other", *TYPES[dialect]}
        if row["form"] == "identifiers":
            parts |= set(Identifiers.__struct_fields__)
        if row["form"] == "arxiv":
            parts |= {"id", "prefix", "kind", "primary_class", "pubstate", "publisher"}
            parts |= {"doi", "url"}
        if row["form"] == "year_month_day":
            parts |= {"year", "month", "day"}
        assert set(row) <= parts
        # A field that is no expression, and none that some types have and others not.
        assert all(row[part] and row[part] not in MACROS for part in TYPES[dialect] & set(row))


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_row_for_zotero_changes_one_that_is_there(dialect):
    for name, row in rows(f"{dialect}_zotero").items():
        shared = rows(dialect)[name]
        assert row.items() - shared.items()
        assert row.get("form", shared["form"]) in FORMS
        # A field that is left out is left out for all types.
        assert row.get("field") != "" or not TYPES[dialect] & set(shared)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_attribute_has_a_row_or_is_declared_lost(dialect):
    held = {row.get("of", name) for name, row in rows(dialect).items()}
    assert set(Entry.__struct_fields__) - held == {
        "attachments",  # in the field "file", with the links
        "citekey",
        "collections",
        "provenance",
        "source",
        "status",
    }


def test_every_form_is_named():
    named = {row.get("form") for section in DIALECTS for row in rows(section).values()}
    assert named == FORMS
    assert not TELLERS.keys() & WRITERS.keys()


def test_every_language_has_babels_name():
    for tag, row in rows("languages").items():
        assert tag.partition("-")[0].islower()
        assert row["babel"].isalpha()
        assert row["babel"].islower()
