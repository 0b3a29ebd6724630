"""Fields and item types have names for people; what is foreign keeps its own."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from refman.editing import How, all_fields, assignment, field_named
from refman.library import Facet, FacetValue
from refman.model import ItemType
from refman.plugins import load_sources
from refman.settings import Settings
from refman_gui.field_labels import (
    field_label,
    source_label,
    type_label,
    type_labels,
    type_word,
)
from refman_gui.item_models.entry_editing import check_field
from refman_gui.item_models.queue_items import Kind, items
from refman_gui.languages import LANGUAGES, install_language


def test_every_field_has_a_name_of_its_own() -> None:
    labels = {field.name: field_label(field.name) for field in all_fields()}
    assert len(set(labels.values())) == len(labels)
    assert labels["identifiers.doi"] == field_label("doi") == "DOI"
    assert not [name for name, label in labels.items() if label == name or "_" in label]


def test_a_foreign_field_keeps_its_name() -> None:
    assert field_label("extra.title") == "title"
    assert field_label("extra.pubstate") == "pubstate"
    assert field_label("extra.ids") == "Other keys"


@pytest.fixture
def speak(qapp: QCoreApplication) -> Iterator[Callable[[str], None]]:
    """Let the window speak a language until the test ends."""
    yield lambda language: install_language(qapp, language)
    install_language(qapp, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_a_name_of_its_own_by_which_it_is_read(
    speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    labels = type_labels()
    assert set(labels.values()) == {kind.value for kind in ItemType}
    assert list(labels) == sorted(labels, key=str.casefold)
    field = field_named("type")
    for name, word in labels.items():
        assert type_label(word) == name
        assert name[0].isupper()
        assert "-" not in name
        for typed in (name, f" {name.upper()} ", word):
            assert check_field(field, typed).value is ItemType(word)
    assert type_label("scroll") == type_word("scroll") == "scroll"
    assert check_field(field, "conference") == assignment("type", How.SET, "paper-conference")


def test_types_and_the_user_are_named_in_the_language(speak: Callable[[str], None]) -> None:
    words = ("article-journal", "paper-conference", "article")
    assert [*map(type_label, words)] == ["Journal article", "Conference paper", "Preprint"]
    assert (source_label("user"), source_label("a-plugin")) == ("you", "a-plugin")
    speak("de")
    assert [*map(type_label, words)] == ["Zeitschriftenaufsatz", "Konferenzbeitrag", "Preprint"]
    assert source_label("user") == "Sie"


def test_a_facet_shows_the_name_and_asks_by_the_word() -> None:
    found = FacetValue(text="article-journal", term="type:article-journal", total=3)
    tree = items(None, {Facet.TYPE: (found,)})
    facets = next(one for one in tree if one.kind is Kind.SECTION and one.key == "facets")
    (value,) = facets.children[0].children
    assert (value.text, value.term) == ("Journal article", "type:article-journal")


def test_services_are_called_as_they_call_themselves() -> None:
    for name, source in load_sources(Settings().sources).items():
        assert source_label(name) == source.label
