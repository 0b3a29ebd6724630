"""What was found out about links goes into the entries as they are then."""

from datetime import UTC, datetime

import msgspec
import pytest

from refman.library import open_library
from refman.links.liveness import Liveness
from refman.model import Add, Entry, Holding, Link, LinkKind, LinkState, Span, edit_of
from refman.tidying import link_step_name, links_told

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def link(name):
    url = f"https://lamps.example/{name}"
    return Link(url=url, raw_url=url, span=Span(0, 0), kind=LinkKind.CODE, roles=(LinkKind.CODE,))


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "a.refman", now=lambda: NOW) as library:
        entries = (Entry(title="A", links=(link("a"), link("b"))), Entry(title="B"))
        library.apply("Add", [Add(Holding(entry=entry, added=NOW)) for entry in entries])
        yield library


def test_links_are_told_and_it_can_be_undone(library):
    ids = [one.id for one in library.all()]
    dead = Liveness(state=LinkState.DEAD, checked=NOW, why="is gone")
    found = {link("a").url: dead, link("b").url: None, link("c").url: dead}
    before = library.get(ids[0]).entry
    # Somebody takes a link out, and puts another one in, while services are asked.
    after = msgspec.structs.replace(before, links=(link("c"), link("a")))
    library.apply("Edit", [edit_of(ids[0], before, after)])
    edits = list(links_told(library, ids, found))
    assert len(edits) == 1
    library.apply(link_step_name(len(edits)), edits)
    links = library.get(ids[0]).entry.links
    assert [(one.url, one.state, one.why) for one in links] == [
        (link("c").url, LinkState.DEAD, "is gone"),
        (link("a").url, LinkState.DEAD, "is gone"),
    ]
    assert library.undo() == "Check the links of 1 paper"
    assert library.get(ids[0]).entry == after


def test_nothing_new_is_no_edit(library):
    ids = [one.id for one in library.all()]
    assert list(links_told(library, ids, {link("a").url: None})) == []
