"""Every field has a name for people; a foreign one keeps its own."""

from refman.editing import all_fields
from refman_gui.field_labels import field_label


def test_every_field_has_a_name_of_its_own() -> None:
    labels = {field.name: field_label(field.name) for field in all_fields()}
    assert len(set(labels.values())) == len(labels)
    assert labels["identifiers.doi"] == field_label("doi") == "DOI"
    assert not [name for name, label in labels.items() if label == name or "_" in label]


def test_a_foreign_field_keeps_its_name() -> None:
    assert field_label("extra.title") == "title"
    assert field_label("extra.pubstate") == "pubstate"
