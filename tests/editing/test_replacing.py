"""Text replaced in fields: what is found, what stays, what is refused."""

from contextlib import closing

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.editing import (
    Replacement,
    Replacer,
    all_fields,
    replaceable_fields,
    replacements,
)
from refman.errors import EditError
from refman.links import links_in
from refman.model import (
    Arxiv,
    Attachment,
    Citekey,
    Date,
    Entry,
    Identifiers,
    ItemType,
    Keyword,
    Name,
    Status,
)
from tests.library.made import START, add, opened, paper

LAMP = Entry(
    type=ItemType.ARTICLE_JOURNAL,
    citekey=Citekey("lamp"),
    title="Lamps and lamplight: a LAMP study",
    author=(Name(family="LAMPE", given="Ada"), Name(family="Wick", given="Bo")),
    issued=Date(2020),
    abstract="A lamp.\n\nTwo lamps.",
    container_title="J. Lamp",
    keywords=(Keyword("lamp"), Keyword("Oil", automatic=True)),
    notes=("Ask about the lamp", "Read"),
    identifiers=Identifiers(arxiv=Arxiv("2001.01234")),
    links=links_in("Code: https://github.com/lamp-lab/glow is there."),
    attachments=(Attachment("Scan", "papers/lamp.pdf", "application/pdf"),),
    extra={"lamp": "lamp"},
)


def done(entry=LAMP, **wanted):
    return Replacer(Replacement(**wanted), now=START).replaced(entry)


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        ({"find": "lamp", "put": "lantern"}, "lanterns and lanternlight: a lantern study"),
        (
            {"find": "lamp", "put": "lantern", "heeds_case": True},
            "Lamps and lanternlight: a LAMP study",
        ),
        (
            {"find": "lamp", "put": "lantern", "whole_words": True},
            "Lamps and lamplight: a lantern study",
        ),
        ({"find": "l.mp", "put": "x"}, LAMP.title),
        ({"find": r"l(.)mp", "put": r"L\1MP", "is_pattern": True},
         "LaMPs and LaMPlight: a LAMP study"),
        ({"find": r"(?P<what>\w+) study", "put": r"study of \g<what>", "is_pattern": True},
         "Lamps and lamplight: a study of LAMP"),
        ({"find": r"^(?:(x)|L)", "put": r"\1C", "is_pattern": True},
         "Camps and lamplight: a LAMP study"),
        ({"find": r"\bl", "put": "", "is_pattern": True, "whole_words": True}, LAMP.title),
        ({"find": "^", "put": "Of ", "is_pattern": True}, f"Of {LAMP.title}"),
        ({"find": "a", "put": r"\1"}, r"L\1mps \1nd l\1mplight: \1 L\1MP study"),
        ({"find": ".*", "put": "", "is_pattern": True}, None),
        ({"find": "LAMP", "put": "LAMP", "heeds_case": True}, LAMP.title),
    ],
)  # fmt: skip
def test_what_is_found_is_replaced(wanted, title):
    assert done(field="title", **wanted).entry.title == title


def test_all_texts_are_searched_and_what_is_new_is_the_users_word():
    found = done(find="lamp", put="lantern")
    entry = found.entry
    assert [field.name for field in found.fields] == [
        "title", "author", "abstract", "container_title", "keywords", "notes",
    ]  # fmt: skip
    assert entry.author[0] == Name(family="lanternE", given="Ada")
    assert entry.abstract == "A lantern.\n\nTwo lanterns."
    assert entry.keywords == (Keyword("lantern"), Keyword("Oil", automatic=True))
    assert entry.notes == ("Ask about the lantern", "Read")
    assert (entry.links, entry.attachments, entry.extra) == (
        LAMP.links, LAMP.attachments, LAMP.extra,
    )  # fmt: skip
    assert {name: one.source for name, one in entry.provenance.items()} == dict.fromkeys(
        (field.name for field in found.fields), "user"
    )


def test_capitals_alone_are_changed_too():
    assert done(find="LAMPE", put="Lampe").entry.author[0].family == "Lampe"
    assert done(find="lamp", put="Lamp", field="tags").entry.keywords[0] == Keyword("Lamp")


def test_items_that_become_empty_go_and_those_that_become_one_are_one():
    assert done(find="lamp", field="tags").entry.keywords == (Keyword("Oil", automatic=True),)
    assert done(find="Read", field="notes").entry.notes == ("Ask about the lamp",)
    one = done(find="lamp", put="oil", field="tags").entry.keywords
    assert [tag.text for tag in one] == ["oil"]
    twins = msgspec.structs.replace(LAMP, author=(LAMP.author[1], Name(family="Wack", given="Bo")))
    assert len(done(twins, find="Wack", put="Wick", field="author").entry.author) == 2


def test_of_a_link_and_a_file_only_the_address_is_another():
    link = done(find="lamp-lab", put="wick-lab", field="links").entry.links[0]
    assert link.url == "https://github.com/wick-lab/glow"
    assert (link.evidence, link.kind) == (LAMP.links[0].evidence, LAMP.links[0].kind)
    file = done(find="papers/", put="shelf/", field="file").entry.attachments[0]
    assert file == Attachment("Scan", "shelf/lamp.pdf", "application/pdf")


def test_a_value_that_would_lose_its_form_stays_and_is_told():
    for wanted in (
        {"find": "2020", "put": "long ago", "field": "issued"},
        {"find": "2001", "put": "x", "field": "arxiv"},
        {"find": "a", "put": "\ud800", "field": "title"},
    ):
        found = done(**wanted)
        assert found.entry == LAMP
        assert len(found.faults) == 1
    assert done(find="2020", put="2021", field="year").entry.issued == Date(2021)


def test_a_value_never_grows_beyond_all_bounds():
    big = msgspec.structs.replace(LAMP, abstract="x" * 2_000)
    found = done(big, find="x", put="y" * 1_000, field="abstract")
    assert found.entry == big
    assert "1,000,000" in found.faults[0]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"find": ""}, "type what"),
        ({"find": "(", "is_pattern": True}, "cannot be read"),
        ({"find": "a", "put": r"\2", "is_pattern": True}, "group"),
        ({"find": "a", "put": r"\g<n>", "is_pattern": True}, "cannot be read"),
        ({"find": "a{99999999999}", "is_pattern": True}, "too large"),
        ({"find": "a" * 1_001}, "1,000"),
        ({"find": "a", "put": "b" * 1_001}, "1,000"),
        ({"find": "a", "field": "citekey"}, "set it"),
        ({"find": "a", "field": "collections"}, "set it"),
        ({"find": "a", "field": "lampshade"}, "there is no field"),
    ],
)
def test_what_means_nothing_is_refused(wanted, told):
    with pytest.raises(EditError, match=told):
        Replacer(Replacement(**wanted), now=START)


def test_the_fields_are_all_but_those_that_are_not_text():
    names = {field.name for field in replaceable_fields()}
    assert {field.name for field in all_fields()} - names == {
        "type", "citekey", "status", "collections",
    }  # fmt: skip


def test_a_step_says_what_it_does_and_is_undone(tmp_path):
    with closing(opened(tmp_path / "lib.refman")) as library:
        library.apply("Add", add(paper(0), paper(1), paper(2, title="Moths", abstract=None)))
        before = [one.entry for one in library.all()]
        wanted = Replacement(find="lamps of", put="lights of", field="title")
        step, faults = replacements(library.all(), wanted, now=START)
        assert faults == []
        assert step.name == 'Replace "lamps of" in 2 papers'
        library.apply(step.name, step.changes)
        assert "lights of" in str(next(library.all()).entry.title)
        library.undo()
        assert [one.entry for one in library.all()] == before
        long = Replacement(find="lamps of the amber and brass quay, part", put="x")
        assert "…" in replacements(library.all(), long, now=START)[0].name
        wrong = Replacement(find="2", put="x", field="year")
        step, faults = replacements(library.all(), wrong, now=START)
        assert step.changes == ()
        assert faults[0].startswith("lund0amber: issued: this is no date")
        assert len(faults) == 3


@given(find=st.text(min_size=1, max_size=4), put=st.text(max_size=4), text=st.text(max_size=40))
def test_plain_text_is_taken_as_it_is(find, put, text):
    """What is plain is no pattern: the text is what Python's own replacing makes of it."""
    replacer = Replacer(Replacement(find=find, put=put, heeds_case=True), now=START)
    assert replacer._text(text) == text.replace(find, put)


@given(find=st.text(max_size=6), put=st.text(max_size=6), status=st.sampled_from(Status))
def test_no_pattern_breaks_anything_but_itself(find, put, status):
    entry = msgspec.structs.replace(LAMP, status=status)
    try:
        replacer = Replacer(Replacement(find=find, put=put, is_pattern=True), now=START)
    except EditError:
        return
    found = replacer.replaced(entry)
    assert (found.entry.citekey, found.entry.status) == (entry.citekey, status)
    assert bool(found.fields) == (found.entry != entry)
