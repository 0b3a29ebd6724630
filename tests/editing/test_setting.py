"""What setting a field makes of an entry, and whose value it then is."""

from datetime import UTC, datetime

import pytest

from refman.editing import assigned, read_assignment
from refman.editing.differences import Difference, differences
from refman.editing.setting import with_key
from refman.model import (
    Arxiv,
    ArxivId,
    Citekey,
    Date,
    Entry,
    EntryId,
    Identifiers,
    Keyword,
    Link,
    Name,
    Provenance,
    Span,
    edit_of,
)

NOW = datetime(2026, 3, 14, tzinfo=UTC)
FROM_LISTING = Provenance("listing.txt", span=(0, 9), score=0.9)
SATO, LEE, BERG = (
    Name(family=f, given=g) for f, g in [("Sato", "A."), ("Lee", "B."), ("Berg", "C.")]
)
LINK = Link(
    url="https://github.com/example-lab/glow", raw_url="github.com/example-lab/glow",
    span=Span(7, 34), evidence="Code is here.",
)  # fmt: skip
ENTRY = Entry(
    citekey=Citekey("glow"),
    title="GLOW",
    author=(SATO, LEE),
    issued=Date(2024),
    identifiers=Identifiers(arxiv=Arxiv(ArxivId("2406.01234"), 1, "cs.RO")),
    links=(LINK,),
    keywords=(Keyword("Lamps", automatic=True), Keyword("water")),
    notes=("Read again.", "Read the proof."),
    extra={"comment": "x"},
    provenance={"title": FROM_LISTING, "issued": FROM_LISTING},
)


def after(*words: str, entry: Entry = ENTRY) -> Entry:
    wanted = [found for word in words if (found := read_assignment(word)) is not None]
    assert len(wanted) == len(words)
    return assigned(entry, wanted, now=NOW)


USERS = Provenance("user", at=NOW)

LISTS = [
    ("author+=Berg, C.", "author", (SATO, LEE, BERG)),
    ("author+=Lee, B.", "author", (SATO, LEE)),
    ("author-=lee, b.", "author", (SATO,)),
    ("author=Lee, B. and Berg, C.", "author", (LEE, BERG)),
    ("author=", "author", ()),
    ("tags+=oil, LAMPS", "keywords", (*ENTRY.keywords, Keyword("oil"))),
    ("tags-=lamps", "keywords", (Keyword("water"),)),
    ("tags=lamps", "keywords", (Keyword("Lamps", automatic=True),)),
    ("notes+=Third.", "notes", (*ENTRY.notes, "Third.")),
    ("notes+=read  AGAIN.", "notes", ENTRY.notes),
    ("notes-=read the", "notes", ("Read again.",)),
    ("notes-=proof", "notes", ENTRY.notes),
    ("notes=One", "notes", ("One",)),
    ("links+=https://www.github.com/example-lab/glow/", "links", (LINK,)),
    ("links-=http://github.com/example-lab/glow", "links", ()),
]


@pytest.mark.parametrize(("word", "field", "value"), LISTS)
def test_lists_are_set_added_to_and_taken_from(word, field, value):
    assert getattr(after(word), field) == value


def test_an_address_that_pages_have_beside_papers_is_a_link_where_a_person_gives_it():
    _, login = after("links+=https://huggingface.co/login").links
    assert (login.url, login.span) == ("https://huggingface.co/login", Span(0, 28))


def test_what_is_added_to_links_has_its_kind():
    (_, video) = after("links+=https://www.youtube.com/watch?v=abc").links
    assert video.kind.value == "video"
    assert video.raw_url == "https://www.youtube.com/watch?v=abc"


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("title=Other", "title"),
        ("title=GLOW", "title"),
        ("title=", "title"),
        ("doi=10.5555/glow", "identifiers.doi"),
        ("doi=", "identifiers.doi"),
        ("extra.comment=y", "extra.comment"),
        ("extra.comment=", "extra.comment"),
        ("tags-=water", "keywords"),
        ("tags=", "keywords"),
    ],
)
def test_what_is_set_or_taken_away_is_the_users_own(word, name):
    entry = after(word)
    assert entry.provenance == ENTRY.provenance | {name: USERS}
    later = [found for found in [read_assignment(word)] if found]
    assert assigned(entry, later, now=NOW.replace(year=2027)) == entry


@pytest.mark.parametrize(
    "word",
    ["tags+=new", "notes+=new", "status=accepted", "collections=A", "citekey=x", "tags-=none"],
)
def test_what_is_added_or_the_librarys_own_says_nothing_of_the_rest(word):
    assert after(word).provenance == ENTRY.provenance


def test_an_arxiv_number_keeps_its_class_and_another_one_does_not():
    assert after("arxiv=2406.01234v3").identifiers.arxiv == Arxiv(ArxivId("2406.01234"), 3, "cs.RO")
    assert after("arxiv=2406.99999").identifiers.arxiv == Arxiv(ArxivId("2406.99999"))


def test_old_keys_are_kept_once_and_the_new_one_is_not_among_them():
    keys = ["a", "b", "a", "c"]
    entry = Entry(citekey=Citekey("first"), extra={"ids": " old ,, first"})
    for key in keys:
        entry = with_key(entry, Citekey(key))
    assert entry.citekey == "c"
    assert entry.extra == {"ids": "old,first,b,a"}
    assert with_key(entry, Citekey("c")) is entry
    only = with_key(Entry(citekey=Citekey("a")), Citekey("b"))
    assert with_key(only, Citekey("a")).extra == {"ids": "b"}
    assert with_key(Entry(), Citekey("a")).extra == {}


def test_the_differences_of_an_edit_are_told_field_by_field():
    entry = after(
        "year=2023", "title=GLOW", "doi=10.5555/a", "tags+=oil", "extra.comment=", "extra.b=2",
        "citekey=x",
    )  # fmt: skip
    edit = edit_of(EntryId(1), ENTRY, entry)
    assert edit is not None
    assert differences(ENTRY, edit) == [
        Difference("citekey", "glow", "x"),
        Difference("title", "GLOW", "GLOW"),
        Difference("issued", "2024", "2023"),
        Difference("doi", "", "10.5555/a"),
        Difference("keywords", "Lamps; water", "Lamps; water; oil"),
        Difference("extra.comment", "x", ""),
        Difference("extra.b", "", "2"),
        Difference("extra.ids", "", "glow"),
    ]
