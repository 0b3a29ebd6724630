"""Entries made one as a person says: what is taken, what is kept beside, what undo brings back."""

from contextlib import closing

import msgspec
import pytest

from refman.duplicates import merge
from refman.errors import ConflictError, EditError
from refman.model import (
    Arxiv,
    Bin,
    Citekey,
    Date,
    Doi,
    Edit,
    Identifiers,
    ItemType,
    Keyword,
    Name,
)
from refman.tidying import (
    ALL,
    all_said_apart,
    kept_beside,
    leading,
    remembered,
    text_in,
    united,
    united_fields,
    united_step,
)
from tests.library.made import START, add, opened, paper

PRINTED = paper(
    0,
    citekey=Citekey("printed"),
    volume="3",
    page="1-9",
    identifiers=Identifiers(doi=Doi("10.5555/lamps")),
)
PREPRINT = paper(
    0,
    citekey=Citekey("preprint"),
    type=ItemType.ARTICLE,
    title="Amber Lamps of the Amber Quay, a Preprint",
    issued=Date(1999, 4),
    container_title=None,
    identifiers=Identifiers(arxiv=Arxiv("9904.01234")),
    keywords=(Keyword("oil"),),
    extra={"x" * 300: "a foreign field with a name that no person may give"},
)
THIRD = paper(0, citekey=Citekey("third"), author=(Name(family="Lund", given="A."),), volume="4")


def rows(entries, leader=0, chosen=None):
    found = united_fields(entries, leader, chosen or {}, now=START)
    return {one.field: one for one in found}


def test_what_nobody_chose_is_what_merge_makes():
    both = [PRINTED, PREPRINT]
    assert leading(both) == leading(both[::-1]) - 1 == 0
    assert united(both, 0, {}, now=START) == merge(PRINTED, PREPRINT)
    assert united(both[::-1], 1, {}, now=START) == merge(PRINTED, PREPRINT)


def test_the_one_that_a_person_wants_stays_with_its_key():
    whole = united([PRINTED, PREPRINT], 1, {}, now=START)
    assert whole.citekey == "preprint"
    assert whole.extra["ids"] == "printed"
    assert whole.title == PREPRINT.title
    assert whole.volume == "3"


def test_what_is_chosen_is_taken_as_the_users_word_and_what_gives_way_is_kept():
    whole = united([PRINTED, PREPRINT], 0, {"title": 1, "type": 1, "issued": 1}, now=START)
    assert (whole.title, whole.type, whole.issued) == (
        PREPRINT.title,
        ItemType.ARTICLE,
        Date(1999, 4),
    )
    assert whole.citekey == "printed"
    assert whole.extra["duplicate-title"] == PRINTED.title
    assert whole.extra["duplicate-issued"] == str(PRINTED.issued)
    assert {name: one.source for name, one in whole.provenance.items()} == dict.fromkeys(
        ("title", "type", "issued"), "user"
    )
    assert set(kept_beside(whole, PRINTED)) == {
        "duplicate-title",
        "duplicate-issued",
        "duplicate-type",
    }


def test_a_year_that_is_chosen_stays_a_year():
    year, day = paper(1, issued=Date(2001)), paper(1, issued=Date(2001, 5, 7))
    assert united([year, day], 0, {}, now=START).issued == Date(2001, 5, 7)
    assert united([year, day], 1, {"issued": 0}, now=START).issued == Date(2001)


def test_lists_are_united_or_taken_from_one():
    both = [PRINTED, PREPRINT]

    def tags(chosen):
        return [one.text for one in united(both, 0, chosen, now=START).keywords]

    assert tags({}) == ["lamps", "oil"]
    assert tags({"keywords": ALL}) == ["lamps", "oil"]
    assert tags({"keywords": 1}) == ["oil"]
    names = united([PRINTED, THIRD], 0, {"author": ALL}, now=START).author
    assert names == (*PRINTED.author, *THIRD.author)


def test_fields_that_contradict_stand_first_and_say_whose_value_is_taken():
    found = rows([PRINTED, PREPRINT, THIRD])
    kinds = [(one.contradicts, one.differs) for one in found.values()]
    assert kinds == sorted(kinds, reverse=True)
    assert found["title"].contradicts
    assert found["title"].taken == (0, 2)
    assert found["doi"].differs
    assert not found["doi"].contradicts
    assert found["keywords"].taken == (0, 1, 2)
    assert found["keywords"].merged == "lamps; oil"
    assert not found["abstract"].differs
    assert "citekey" not in found
    chosen = rows([PRINTED, PREPRINT, THIRD], chosen={"title": 1})["title"]
    assert (chosen.taken, chosen.is_chosen, chosen.merged) == ((1,), True, PREPRINT.title)


def test_what_a_publication_does_not_take_is_taken_from_nobody_until_a_person_wants_it():
    preprint = msgspec.structs.replace(PREPRINT, publisher="Quay Archive")
    assert rows([PRINTED, preprint])["publisher"].taken == ()
    assert rows([PRINTED, preprint], chosen={"publisher": 1})["publisher"].taken == (1,)


def test_a_foreign_field_of_any_name_can_be_chosen():
    name = f"extra.{'x' * 300}"
    other = msgspec.structs.replace(PRINTED, extra={"x" * 300: "another"})
    assert united([other, PREPRINT], 0, {name: 1}, now=START).extra["x" * 300].startswith("a for")
    assert text_in(other, name) == "another"
    assert text_in(PRINTED, name) == ""


def test_keys_that_it_had_are_no_field_of_its_own():
    cited = msgspec.structs.replace(PRINTED, extra={"ids": "older"})
    assert "extra.ids" not in rows([cited, PREPRINT])
    assert united([cited, PREPRINT], 0, {}, now=START).extra["ids"] == "older,preprint"


@pytest.mark.parametrize(
    "chosen",
    [{"title": ALL}, {"volume": 1}, {"title": 7}, {"lamp": 0}, {"citekey": 1}, {"extra.ids": 0}],
)
def test_what_cannot_be_chosen_is_refused(chosen):
    with pytest.raises(EditError):
        united([PRINTED, PREPRINT], 0, chosen, now=START)


@pytest.fixture
def library(tmp_path):
    with closing(opened(tmp_path / "lib.refman")) as library:
        library.apply("Add", add(PRINTED, PREPRINT, THIRD))
        yield library


def test_a_step_makes_one_and_undo_brings_all_back(library):
    before = [one.entry for one in library.all()]
    step = united_step(library, list(library.all()), 1, {"volume": 2}, now=START)
    assert step.name == "Merge 3 papers"
    assert [type(change) for change in step.changes] == [Edit, Bin, Bin]
    library.apply(step.name, step.changes)
    (left,) = library.all()
    assert (left.entry.citekey, left.entry.volume) == ("preprint", "4")
    assert set(left.entry.extra["ids"].split(",")) == {"printed", "third"}
    library.undo()
    assert [one.entry for one in library.all()] == before


@pytest.mark.parametrize("place", [0, 1])
def test_nothing_is_merged_that_is_not_what_was_seen(library, place):
    seen = list(library.all())
    other = msgspec.structs.replace(seen[place].entry, note="meanwhile")
    library.apply(
        "Edit",
        [Edit(id=seen[place].id, fields=("note",), before=seen[place].entry, after=other)],
    )
    with pytest.raises(ConflictError, match="changed meanwhile"):
        united_step(library, seen, 0, {}, now=START)


def test_of_some_no_two_are_one_work(library):
    seen = list(library.all())
    step = all_said_apart(library, seen, now=START)
    assert step.name == "Say that 3 papers are no duplicates"
    assert len(step.changes) == 3
    library.apply(step.name, step.changes)
    memory = remembered(library)
    assert all(
        memory.is_apart(one.entry, other.entry)
        for one in seen
        for other in seen
        if one is not other
    )
    assert all_said_apart(library, seen, now=START).changes == ()
