import re

import pytest

from refman.errors import ResourceError
from refman.formats.crosswalk import CROSSWALK, link_names, rows, type_name
from refman.model import Entry, ItemType, LinkKind
from refman.resources import read_table

ZOTERO_TYPES = {row["zotero"] for row in rows("types").values()}
RIS_TYPES = {row["ris"] for row in rows("types").values()}
FIELDS = set(Entry.__struct_fields__) | {
    "doi", "isbn", "pmid", "openreview", "dblp", "semantic_scholar", "openalex",
}  # fmt: skip


def test_a_section_that_is_not_there_is_an_error():
    with pytest.raises(ResourceError, match=r"lacks \[lamps\]") as caught:
        rows("lamps")
    assert caught.value.resource == "crosswalk.toml"


def test_a_section_is_what_the_whole_file_has_there():
    table = read_table(CROSSWALK)
    assert {section: rows(section) for section in table} == table


def test_a_damaged_section_is_an_error(monkeypatch):
    monkeypatch.setattr("refman.formats.crosswalk._sections", lambda: {"lamps": ["[lamps"]})
    with pytest.raises(ResourceError, match=r"damaged in \[lamps\]"):
        rows("lamps")


@pytest.mark.parametrize("item_type", ItemType)
def test_every_type_has_a_name_everywhere(item_type):
    for column in ("bibtex", "biblatex", "ris", "zotero"):
        assert type_name(item_type, column)
    assert re.fullmatch(r"[A-Z]{3,7}", type_name(item_type, "ris"))


def test_types_that_nobody_has_are_not_there():
    assert set(rows("types")) == {item_type.value for item_type in ItemType}


def test_the_first_column_that_a_row_has_counts():
    assert type_name(ItemType.DATASET, "biblatex_zotero", "biblatex") == "misc"
    assert type_name(ItemType.BOOK, "biblatex_zotero", "biblatex") == "book"


@pytest.mark.parametrize("kind", LinkKind)
def test_every_kind_of_link_has_names_of_its_own(kind):
    names = link_names(kind)
    assert names.label
    assert names.extra
    assert re.fullmatch("[a-z]+", names.field)
    assert set(rows("links")) == {kind.value for kind in LinkKind}


@pytest.mark.parametrize("field", rows("zotero"))
def test_a_row_of_zoteros_fields_names_known_types_and_fields(field):
    row = rows("zotero")[field]
    named = set(row) - {"field", "types"}
    assert field in FIELDS
    assert named <= ZOTERO_TYPES
    assert set(row.get("types", "").split()) <= ZOTERO_TYPES - named
    assert all(re.fullmatch("[A-Za-z]+", name) for name in row.values() if name != row.get("types"))
    assert "types" not in row or field in rows("zotero_extra"), "some types would lose it"
    assert "field" in row or not row["types"]


@pytest.mark.parametrize("field", rows("zotero_extra"))
def test_a_label_is_in_one_word_or_more(field):
    assert field in FIELDS
    assert re.fullmatch(r"[A-Za-z]+( [A-Za-z]+)*", rows("zotero_extra")[field]["label"])


@pytest.mark.parametrize("section", ["zotero_containers", "zotero_creators"])
def test_an_element_has_a_known_prefix(section):
    for name, row in rows(section).items():
        assert name in ZOTERO_TYPES | FIELDS
        assert set(row) - {"element"} <= ZOTERO_TYPES
        assert all(re.fullmatch(r"(bib|z):[A-Za-z]+", element) for element in row.values())


@pytest.mark.parametrize("field", sorted(set(rows("ris")) - {"extra", "type"}))
def test_a_row_of_ris_has_tags_or_a_label(field):
    row = rows("ris")[field]
    assert field in FIELDS
    assert set(row) - {"tag"} <= RIS_TYPES
    assert all(re.fullmatch("([A-Z][A-Z0-9])?", tag) for tag in row.values())
    labelled = rows("zotero_extra").keys() | rows("ris_preprint").keys()
    assert "" not in row.values() or field in labelled, "some types would lose it"


def test_lines_of_extra_have_a_tag_for_every_type():
    assert set(rows("ris")["extra"].values()) == {"M1", "M2"}
    told = {kind: name for kind, name in rows("ris")["type"].items() if name}
    assert set(told) <= RIS_TYPES
    assert set(told.values()) <= ZOTERO_TYPES


def test_csl_names_are_for_fields_that_are_there():
    for field, row in rows("csl").items():
        assert field in FIELDS
        assert row["variable"].lower() == field
