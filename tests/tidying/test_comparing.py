"""A row a field: what an entry has, what a record says, whose each is, and what would be taken."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.editing import all_fields
from refman.errors import EditError, RefmanError
from refman.lookup import Decision, Outcome
from refman.model import Date, Identifiers, Keyword, Name, Provenance
from refman.tidying import Item, Pick, Sign, SomeItems, compared, owner_urls, taken
from refman.tidying.picking import matches_of
from tests.tidying.found import (
    DRAFT,
    JOURNAL,
    LISTING,
    NOW,
    OTHER,
    PREPRINT,
    USER,
    matched,
    proposal,
    sure,
)

CHOICE = proposal(DRAFT, matched(JOURNAL), matched(OTHER))
CROSSREF = Provenance("crossref", score=0.7, at=CHOICE.at)


def rows_of(entry, found=CHOICE, place=0):
    return {row.field: row for row in compared(entry, found, place, now=NOW)}


def own(**fields):
    """Return the draft with values that the user has typed."""
    told = DRAFT.provenance | dict.fromkeys(fields, USER)
    return msgspec.structs.replace(DRAFT, **fields, provenance=told)


def test_each_field_has_a_row_with_sign_texts_and_owners():
    rows = rows_of(DRAFT)
    assert list(rows)[:4] == ["type", "title", "author", "issued"]
    assert not {"citekey", "status", "collections"} & set(rows)
    issued = rows["issued"]
    assert (issued.sign, issued.before, issued.after) == (Sign.ADDED, "", "2025-03")
    assert (issued.owner, issued.provenance) == (None, CROSSREF)
    assert (issued.record_url, issued.is_taken, issued.why) == (
        "https://crossref.example", True, None
    )  # fmt: skip
    title = rows["title"]
    assert (title.sign, title.before, title.after) == (Sign.CHANGED, DRAFT.title, JOURNAL.title)
    assert (title.original, title.owner, title.is_locked) == (DRAFT.title, LISTING, False)
    abstract = rows["abstract"]
    assert (abstract.sign, abstract.after) == (Sign.EQUAL, DRAFT.abstract)
    assert (abstract.provenance, abstract.record_url, abstract.is_taken) == (None, None, False)
    assert rows["doi"].after == "10.1234/jls.5"
    assert rows["extra.series"].after == "Lamps"
    assert rows["extra.series"].provenance == rows["keywords"].provenance == CROSSREF
    assert rows["type"].after == "article-journal"
    assert (rows["doi"].told, rows["abstract"].told) == ("10.1234/jls.5", "")


def test_lists_have_their_items_merged():
    entry = msgspec.structs.replace(
        DRAFT, keywords=(Keyword("lamps"),), author=(Name(family="Berg", given="A."),)
    )
    rows = rows_of(entry)
    assert rows["keywords"].items == (
        Item(Sign.EQUAL, "lamps", "lamps"), Item(Sign.ADDED, "", "wicks")
    )  # fmt: skip
    assert rows["author"].items == (
        Item(Sign.CHANGED, "Berg, A.", "Berg, Ada"), Item(Sign.ADDED, "", "Chen, Bo")
    )  # fmt: skip
    assert rows["title"].items == ()


def test_what_the_user_wrote_or_locked_is_not_taken_and_says_so():
    entry = own(title="My wicks", issued=None, keywords=(Keyword("mine"),))
    rows = rows_of(entry)
    for name, text in (
        ("title", JOURNAL.title),
        ("issued", "2025-03"),
        ("keywords", "mine; wicks"),
    ):
        row = rows[name]
        assert (row.is_locked, row.is_taken, row.after) == (True, False, text)
        assert row.why == "your own word stays"
    after = taken(entry, CHOICE, 0, now=NOW)
    assert (after.title, after.issued, after.keywords) == ("My wicks", None, (Keyword("mine"),))
    assert after.author == JOURNAL.author


def test_what_another_version_says_is_shown_and_not_taken():
    entry = msgspec.structs.replace(
        PREPRINT, provenance={"title": LISTING, "author": LISTING, "issued": LISTING}
    )
    rows = rows_of(entry, proposal(entry, matched(JOURNAL)))
    venue = rows["container_title"]
    assert (venue.sign, venue.after, venue.is_taken) == (Sign.ADDED, JOURNAL.container_title, False)
    assert venue.why
    assert rows["doi"].why
    after = taken(entry, proposal(entry, matched(JOURNAL)), 0, fields=["journal"], now=NOW)
    assert after.container_title == JOURNAL.container_title
    assert after.provenance["container_title"] == Provenance("user", at=NOW)  # against the merge
    assert after.issued == entry.issued


def test_a_file_s_own_value_stays_unless_the_field_is_asked_for():
    entry = msgspec.structs.replace(DRAFT, provenance={})
    row = rows_of(entry)["title"]
    assert (row.is_locked, row.is_taken) == (False, False)
    assert taken(entry, CHOICE, 0, now=NOW).title == DRAFT.title
    assert taken(entry, CHOICE, 0, fields=["title"], now=NOW).title == JOURNAL.title


def test_only_the_fields_asked_for_are_taken():
    after = taken(DRAFT, CHOICE, 1, fields=["year", "keywords", "extra.series", "doi"], now=NOW)
    assert after == msgspec.structs.replace(
        DRAFT,
        issued=Date(2012),
        keywords=OTHER.keywords,
        extra=OTHER.extra,
        identifiers=OTHER.identifiers,
        provenance=DRAFT.provenance | {"issued": CROSSREF, "identifiers.doi": CROSSREF},
    )


@pytest.mark.parametrize(
    ("entry", "name", "said"),
    [
        (DRAFT, "abstract", "nothing else is said of abstract"),
        (DRAFT, "pmid", "nothing else is said of pmid"),
        (DRAFT, "nosuch", "no field"),
        (DRAFT, "citekey", "nothing else is said"),
        (own(title="My wicks"), "title", "title is your own word"),
        (DRAFT, SomeItems(field="title", taken=("Wick",)), "title holds one value"),
        (DRAFT, SomeItems(field="author", taken=("Wick",)), 'adds no "wick" in author'),
        (DRAFT, SomeItems(field="notes", taken=("Wick",)), "nothing else is said of notes"),
    ],
)
def test_a_field_that_cannot_be_taken_is_told(entry, name, said):
    with pytest.raises(EditError, match=said):
        taken(entry, CHOICE, 0, fields=["year", name], now=NOW)


def test_records_of_one_identifier_are_picked_together_and_so_is_all_that_is_sure():
    same = msgspec.structs.replace(JOURNAL, publisher="Lamp House")
    gone = matched(OTHER, "dblp", decision=Decision.REJECT)
    found = proposal(DRAFT, matched(JOURNAL), matched(OTHER), matched(same, "openalex"), gone)
    sources = [[m.candidate.source for m in matches_of(found, place)] for place in (0, 1, 2, 3)]
    assert sources == [
        ["crossref", "openalex"], ["crossref", "dblp"], ["openalex", "crossref"],
        ["dblp", "crossref"],
    ]  # fmt: skip
    assert rows_of(DRAFT, found)["publisher"].after == "Lamp House"
    certain = proposal(DRAFT, sure(PREPRINT, "arxiv"), sure(JOURNAL, "crossref"), matched(OTHER))
    assert matches_of(certain, 1) == matches_of(certain, Pick.ACCEPTED) == certain.matches[:2]
    assert matches_of(certain, Pick.NONE) == ()
    assert matches_of(found, Pick.ACCEPTED) == ()


def test_the_merge_of_all_that_is_sure_tells_what_else_is_said():
    found = proposal(
        DRAFT, sure(PREPRINT, "arxiv"), sure(JOURNAL, "crossref"), outcome=Outcome.ACCEPTED
    )
    rows = rows_of(DRAFT, found, Pick.ACCEPTED)
    assert rows["arxiv"].after == "2401.00001v1"
    others = [(other.text, other.provenance.source) for other in rows["issued"].others]
    assert (rows["issued"].after, others) == ("2024-01-02", [("2025-03", "crossref")])
    assert all(other.why for other in rows["issued"].others)
    published = rows_of(DRAFT, found, Pick.PUBLICATION)
    assert published["container_title"].after == JOURNAL.container_title
    assert published["container_title"].is_taken
    assert published["issued"].after == "2025-03"
    assert taken(DRAFT, found, Pick.PUBLICATION, now=NOW).type is JOURNAL.type


def test_the_preprints_doi_gives_way_and_its_number_stays():
    number = "10.48550/arXiv.2401.00001"
    entry = msgspec.structs.replace(PREPRINT, identifiers=Identifiers(doi=number))
    found = proposal(entry, matched(JOURNAL))
    after = taken(entry, found, 0, fields=["doi"], now=NOW)
    assert after.identifiers.doi == "10.1234/jls.5"
    assert after.identifiers.arxiv.id == "2401.00001"


def test_of_a_list_some_items_are_taken_and_then_others():
    entry = msgspec.structs.replace(
        DRAFT,
        author=(Name(family="Old", given="Ann"), Name(family="Berg", given="A.")),
        keywords=(Keyword("lamps"),),
        provenance=DRAFT.provenance | {"author": LISTING},
    )
    record = msgspec.structs.replace(JOURNAL, keywords=(Keyword("wicks"), Keyword("dusk")))
    found = proposal(entry, matched(record))
    berg = SomeItems(field="author", taken=("Berg, Ada",))
    wicks = SomeItems(field="tags", taken=("wicks",))
    after = taken(entry, found, 0, fields=[berg, "year", wicks], now=NOW)
    assert after == msgspec.structs.replace(
        entry,
        author=(Name(family="Old", given="Ann"), JOURNAL.author[0]),
        issued=Date(2025, 3),
        keywords=(Keyword("lamps"), Keyword("wicks")),
        # What a person puts together is their word; what is added to is nobody's.
        provenance=entry.provenance | {"author": Provenance("user", at=NOW), "issued": CROSSREF},
    )
    assert taken(after, found, 0, now=NOW).author == after.author
    rest = SomeItems(field="author", taken=("Chen, Bo",), dropped=("Old, Ann",))
    whole = taken(after, found, 0, fields=[rest], now=NOW)
    assert (whole.author, whole.provenance["author"].source) == (JOURNAL.author, "user")
    every = msgspec.structs.replace(rest, taken=("Chen, Bo", "Berg, Ada"))
    at_once = taken(entry, found, 0, fields=[every], now=NOW)
    assert at_once == taken(entry, found, 0, fields=["author"], now=NOW)
    assert at_once.provenance["author"] == CROSSREF


@pytest.mark.parametrize("place", [-1, 2, 99])
def test_a_record_that_is_not_there_is_told(place):
    with pytest.raises(RefmanError, match=f"no record {place + 1} among the 2 found"):
        compared(DRAFT, CHOICE, place, now=NOW)


def test_the_original_is_shown_beside_what_was_taken():
    after = taken(DRAFT, CHOICE, 0, now=NOW)
    rows = rows_of(after)
    assert (rows["title"].original, rows["title"].before) == (DRAFT.title, JOURNAL.title)
    assert rows["title"].owner == CROSSREF
    assert {row.sign for row in rows.values()} == {Sign.EQUAL}


FIELDS = [field for field in all_fields() if field.name not in {"citekey", "status", "collections"}]
NAMES = st.sets(st.sampled_from([field.name for field in FIELDS]))
FULL = msgspec.structs.replace(
    DRAFT,
    author=PREPRINT.author[:1],
    issued=Date(2024),
    identifiers=PREPRINT.identifiers,
    keywords=(Keyword("lamps"),),
    note="mine",
    extra={"series": "Old lamps"},
)
SURE = proposal(DRAFT, sure(PREPRINT, "arxiv"), sure(JOURNAL, "crossref"), outcome=Outcome.ACCEPTED)
PLACES = [(CHOICE, 0), (CHOICE, 1), (SURE, Pick.ACCEPTED), (SURE, Pick.PUBLICATION)]


@settings(max_examples=40, deadline=None)
@given(NAMES, NAMES, st.sampled_from([DRAFT, FULL, PREPRINT]), st.sampled_from(PLACES))
def test_rows_tell_what_is_taken_and_the_users_words_stay(users, read, entry, picked):
    told = dict.fromkeys(read, LISTING) | dict.fromkeys(users, USER)
    entry = msgspec.structs.replace(entry, provenance=told)
    found, place = picked
    after = taken(entry, found, place, now=NOW)
    rows = {row.field: row for row in compared(entry, found, place, now=NOW)}
    tried = 0
    for field in FIELDS:
        before, new = field.text_of(entry), field.text_of(after)
        row = rows.get(field.short)
        if row is None:
            assert before == new == ""
            continue
        assert row.before == before
        assert row.is_taken == (field.of(entry) != field.of(after))
        if row.is_taken:
            assert (row.after, row.why) == (new, None)
        if field.name in users:
            assert (new, row.is_locked) == (before, True)
        elif row.after != before and not row.is_taken and (tried := tried + 1) < 3:
            assert row.why
            alone = taken(entry, found, place, fields=[field.short], now=NOW)
            assert field.text_of(alone) == row.after
            again = taken(alone, found, place, now=NOW)
            assert field.text_of(again) == row.after  # what a person took stays


def test_a_value_is_led_back_to_the_record_that_has_it():
    told = DRAFT.provenance | {
        "author": CROSSREF,
        "issued": CROSSREF,
        "abstract": USER,
        "no such field": CROSSREF,
    }
    entry = msgspec.structs.replace(
        DRAFT, author=JOURNAL.author, issued=Date(1999), provenance=told
    )
    assert owner_urls(entry, CHOICE) == {"author": "https://crossref.example"}
    second = proposal(DRAFT, matched(OTHER), matched(JOURNAL))
    assert owner_urls(entry, second) == {"author": "https://crossref.example"}
    assert owner_urls(entry, proposal(DRAFT)) == {}
