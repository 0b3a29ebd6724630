"""One link or one note of an entry changed, and which fields a type mostly has."""

from datetime import UTC, datetime

import pytest

from refman.editing import all_fields, moved_on, usual_fields, with_kind, with_note
from refman.errors import EditError
from refman.model import (
    Edit,
    Entry,
    EntryId,
    Holding,
    ItemType,
    Link,
    LinkKind,
    LinkState,
    Span,
    edited,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
AT = Span(0, 1)


def held(**values):
    return Holding(id=EntryId(7), entry=Entry(**values), added=NOW)


def after(holding, step):
    (change,) = step.changes
    assert isinstance(change, Edit)
    assert step.name == "Edit 1 paper"
    return edited(holding.entry, change)


CODE = Link(
    url="https://lamps.example/code",
    raw_url="lamps.example/code",
    span=AT,
    kind=LinkKind.PROJECT,
    roles=(LinkKind.PROJECT, LinkKind.CODE, LinkKind.VIDEO),
)
OLD = Link(
    url="https://old.example/lamp",
    raw_url="old.example/lamp",
    span=AT,
    state=LinkState.MOVED,
    leads_to="https://new.example/lamp",
)


def test_a_link_becomes_of_another_kind_and_keeps_its_other_roles():
    holding = held(links=(OLD, CODE))
    links = after(holding, with_kind(holding, CODE.url, LinkKind.CODE)).links
    assert links[0] == OLD
    assert links[1].kind is LinkKind.CODE
    assert links[1].roles == (LinkKind.CODE, LinkKind.VIDEO)
    assert not with_kind(held(links=(OLD,)), CODE.url, LinkKind.CODE).changes


def test_a_link_takes_the_address_that_it_leads_to():
    holding = held(links=(OLD, CODE))
    link = after(holding, moved_on(holding, OLD.url)).links[0]
    assert (link.url, link.leads_to, link.state) == (OLD.leads_to, None, LinkState.ALIVE)
    assert not moved_on(holding, CODE.url).changes


def test_of_two_links_that_are_one_then_one_is_left():
    twin = Link(url="https://new.example/lamp/", raw_url="x", span=AT)
    holding = held(links=(twin, OLD))
    assert after(holding, moved_on(holding, OLD.url)).links == (twin,)


@pytest.mark.parametrize(
    ("place", "text", "notes"),
    [
        (0, "First,\nanew", ("First, anew", "second")),
        (1, "  ", ("first",)),
        (2, "third", ("first", "second", "third")),
    ],
)
def test_a_note_is_written_anew_taken_out_or_added(place, text, notes):
    holding = held(notes=("first", "second"))
    entry = after(holding, with_note(holding, place, text, now=NOW))
    assert entry.notes == notes
    assert ("notes" in entry.provenance) == (place < 2)


def test_a_note_that_cannot_be_kept_is_refused():
    with pytest.raises(EditError, match=r"^notes: there is nothing in it"):
        with_note(held(), 0, "\u200b", now=NOW)


def test_usual_fields_are_fields_and_every_type_has_some():
    names = {field.name for field in all_fields()}
    for type_ in ItemType:
        usual = usual_fields(type_)
        assert usual <= names
        assert {"title", "author", "issued"} <= usual
    assert usual_fields(ItemType.BILL) == usual_fields(ItemType.DOCUMENT)
    assert "issue" in usual_fields(ItemType.ARTICLE_JOURNAL)
