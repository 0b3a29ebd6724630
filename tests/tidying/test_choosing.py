"""What a look-up found is kept; what a person chooses of it goes in, is remembered and undone."""

from contextlib import closing
from datetime import timedelta

import msgspec
import pytest

from refman.errors import DamagedLibraryError, EditError, RefmanError
from refman.library import choice_name
from refman.lookup import Decision, Outcome
from refman.model import (
    Bin,
    Citekey,
    Date,
    EntryId,
    Identifiers,
    Keep,
    KeptKind,
    Keyword,
    Provenance,
    Remove,
    edit_of,
)
from refman.tidying import (
    Pick,
    SomeItems,
    accept_all,
    choose,
    chosen_of,
    keep_proposals,
    locked,
    proposed,
    record_name,
    refused,
    reverted,
    take_fields,
    taken,
    unlocked,
)
from tests.library.made import add, opened
from tests.tidying.found import (
    AT,
    DRAFT,
    JOURNAL,
    NOW,
    OTHER,
    PREPRINT,
    USER,
    matched,
    proposal,
    result,
    sure,
)

ID = EntryId(1)
CHOICE = proposal(DRAFT, matched(JOURNAL), matched(OTHER, score=0.6))
SURE = proposal(
    DRAFT, sure(PREPRINT, "arxiv"), sure(JOURNAL, "crossref"), outcome=Outcome.ACCEPTED, published=3
)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def library(tmp_path):
    with closing(opened(tmp_path / "lib.refman")) as library:
        library.apply("Add", add(DRAFT))
        library.propose(ID, CHOICE)
        yield library


def done(library, step) -> str:
    library.apply(step.name, step.changes)
    return step.name


def standing(library):
    return library.standings([ID])[ID]


def entry_of(library):
    return library.get(ID).entry


def looked_up(library, *matches, outcome=Outcome.REVIEW, now=LATER, **fields):
    """Keep what a run of the library's only entry gives."""
    held = list(library.all())
    results = [result(held[0].entry, *matches, outcome=outcome, **fields)]
    return keep_proposals(library, proposed(library, held, results, now=now))


def test_a_record_is_chosen_and_undo_gives_the_choice_back(library):
    name = done(library, choose(library, ID, 0, now=NOW))
    assert name == "Choose DOI 10.1234/jls.5 for wick"
    assert entry_of(library) == taken(DRAFT, CHOICE, 0, now=NOW)
    assert not standing(library).is_open
    assert chosen_of(standing(library), library).name == "DOI 10.1234/jls.5"
    assert library.undo() == name
    assert entry_of(library) == DRAFT
    assert standing(library).is_open
    assert chosen_of(standing(library), library) is None
    assert library.proposal(ID) == CHOICE
    library.redo()
    assert entry_of(library) == taken(DRAFT, CHOICE, 0, now=NOW)
    assert not standing(library).is_open


def test_some_fields_are_chosen_and_then_others(library):
    name = done(library, choose(library, ID, 0, fields=["year"], now=NOW))
    assert name == "Choose year of DOI 10.1234/jls.5 for wick"
    assert (entry_of(library).issued, entry_of(library).author) == (Date(2025, 3), ())
    done(library, choose(library, ID, 0, fields=["author"], now=LATER))
    assert entry_of(library).author == JOURNAL.author
    assert chosen_of(standing(library), library).at == LATER
    library.undo()
    assert chosen_of(standing(library), library).at == NOW


def test_a_field_is_taken_now_and_the_others_wait_on(library):
    name = done(library, take_fields(library, ID, 0, ["issued"], now=NOW))
    assert name == "Take the year of wick from crossref"
    entry = entry_of(library)
    assert (entry.issued, entry.title, entry.author) == (Date(2025, 3), DRAFT.title, ())
    assert entry.provenance == DRAFT.provenance | {
        "issued": Provenance("crossref", score=0.7, at=AT)
    }
    assert standing(library).is_open
    assert chosen_of(standing(library), library) is None
    some = SomeItems(field="author", taken=("Chen, Bo",))
    name = done(library, take_fields(library, ID, 0, [some, "extra.series"], now=NOW))
    assert name == "Take part of the authors, the extra.series of wick from crossref"
    assert entry_of(library).author == JOURNAL.author[1:]
    assert done(library, take_fields(library, ID, 0, ["volume"], now=NOW)).startswith("Take the v")
    for fields in (["volume"], ["issued"], [SomeItems(field="author", taken=("Chen, Bo",))]):
        with pytest.raises(EditError):  # they are there by now
            take_fields(library, ID, 0, fields, now=NOW)
    done(library, choose(library, ID, 0, now=NOW))  # all that remain
    entry = entry_of(library)
    assert (entry.title, entry.container_title) == (JOURNAL.title, JOURNAL.container_title)
    assert entry.author == JOURNAL.author[1:]  # a list put together by hand is the user's word
    for _ in range(4):
        library.undo()
    assert (entry_of(library), standing(library).is_open) == (DRAFT, True)
    with pytest.raises(EditError, match="nothing else is said of title"):
        take_fields(library, ID, Pick.NONE, ["title"], now=NOW)


def test_what_nobody_tells_is_taken_from_the_record_that_was_picked(library):
    preprint = msgspec.structs.replace(PREPRINT, citekey=Citekey("pre"))
    ids = library.apply("Add", add(preprint)).ids
    library.propose(
        ids[0], proposal(preprint, sure(PREPRINT, "arxiv"), sure(JOURNAL, "crossref"), published=3)
    )
    step = take_fields(library, ids[0], Pick.PUBLICATION, ["links"], now=NOW)
    assert step.name == "Take the links of pre from arxiv"
    step = take_fields(library, ids[0], Pick.PUBLICATION, ["venue"], now=NOW)
    assert step.name == "Take the venue of pre from crossref"


def test_none_of_them_is_remembered_and_takes_nothing(library):
    name = done(library, choose(library, ID, Pick.NONE, now=NOW))
    assert name == "Choose none of the records for wick"
    assert entry_of(library) == DRAFT
    assert not standing(library).is_open
    (known,) = refused(library, library.all())
    assert known == {"published:10.1234/jls.5", "published:10.1234/old.1"}
    library.undo()
    assert refused(library, library.all()) == [frozenset()]


def test_what_the_user_has_since_given_the_entry_is_not_refused_any_more(library):
    done(library, choose(library, ID, Pick.NONE, now=NOW))
    (held,) = library.all()
    held = msgspec.structs.replace(
        held, entry=msgspec.structs.replace(DRAFT, identifiers=JOURNAL.identifiers)
    )
    assert refused(library, [held]) == [{"published:10.1234/old.1"}]


def test_none_takes_out_again_what_came_from_the_records(library):
    found = proposal(DRAFT, sure(JOURNAL, "crossref"), outcome=Outcome.ACCEPTED)
    library.propose(ID, found)
    results = [result(DRAFT, *found.matches, outcome=Outcome.ACCEPTED)]
    mine = msgspec.structs.replace(
        results[0].entry,
        volume="33",
        keywords=(*results[0].entry.keywords, Keyword("mine")),
        provenance=results[0].entry.provenance | {"volume": USER},
    )
    library.apply("Look up", [edit_of(ID, DRAFT, mine)])
    done(library, choose(library, ID, Pick.NONE, now=NOW))
    assert entry_of(library) == msgspec.structs.replace(
        DRAFT, volume="33", keywords=(Keyword("mine"),),
        provenance=DRAFT.provenance | {"volume": USER},
    )  # fmt: skip
    library.undo()
    assert entry_of(library) == mine


def test_a_preprint_becomes_its_publication_or_stays(library):
    library.propose(ID, SURE)
    assert standing(library).is_open
    assert done(library, choose(library, ID, Pick.PUBLICATION, now=NOW)) == (
        "Choose the publication for wick"
    )
    assert entry_of(library).container_title == JOURNAL.container_title
    assert entry_of(library).identifiers.arxiv == PREPRINT.identifiers.arxiv
    library.undo()
    done(library, choose(library, ID, Pick.PREPRINT, now=NOW))
    assert entry_of(library) == DRAFT
    assert not standing(library).is_open
    matches = SURE.matches
    assert looked_up(library, *matches, outcome=Outcome.ACCEPTED) == 1
    assert library.proposal(ID).published == 0  # it is not asked again
    assert not standing(library).is_open
    newer = sure(msgspec.structs.replace(JOURNAL, container_title="Annals of Wicks"), "crossref")
    looked_up(library, matches[0], newer, outcome=Outcome.ACCEPTED)
    assert library.proposal(ID).published == 1
    assert done(library, choose(library, ID, Pick.ACCEPTED, now=NOW)) == (
        "Choose the sure records for wick"
    )


def test_what_cannot_be_chosen_is_told(library):
    with pytest.raises(RefmanError, match="no record 3 among the 2 found"):
        choose(library, ID, 2, now=NOW)
    with pytest.raises(RefmanError, match="no record is sure"):
        choose(library, ID, Pick.ACCEPTED, now=NOW)
    for pick in (Pick.PUBLICATION, Pick.PREPRINT):
        with pytest.raises(RefmanError, match="no publication of it was found"):
            choose(library, ID, pick, now=NOW)
    with pytest.raises(RefmanError, match="entry 9 is not there any more"):
        choose(library, EntryId(9), 0, now=NOW)
    with pytest.raises(EditError, match="no field"):
        choose(library, ID, 0, fields=["nosuch"], now=NOW)
    library.forget_proposals([ID])
    with pytest.raises(RefmanError, match="nothing is kept of a look-up of wick"):
        choose(library, ID, 0, now=NOW)


def test_a_choice_that_cannot_be_read_is_told(library):
    name = choice_name(ID, AT)
    library.apply("Keep", [Keep(kind=KeptKind.CHOICE, name=name, after="{")])
    with pytest.raises(DamagedLibraryError, match="what was chosen of a look-up"):
        chosen_of(standing(library), library)


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        (PREPRINT, "arXiv 2401.00001"),
        (JOURNAL, "DOI 10.1234/jls.5"),
        (msgspec.structs.replace(JOURNAL, identifiers=Identifiers(dblp="a/b")), "DBLP a/b"),
        (msgspec.structs.replace(JOURNAL, identifiers=Identifiers()), "the record of crossref"),
    ],
)
def test_a_record_is_named_by_its_identifier(entry, name):
    assert record_name(matched(entry).candidate) == name


def test_the_best_is_chosen_where_it_is_good_enough_in_one_step(library):
    entries = [msgspec.structs.replace(DRAFT, citekey=Citekey(f"k{n}")) for n in range(6)]
    ids = library.apply("Add", add(*entries)).ids
    matches = CHOICE.matches
    for id_, entry, found in zip(ids, entries, [
        {"margin": 0.5}, {"margin": 0.2}, {"outcome": Outcome.ACCEPTED, "margin": 0.5},
        {"margin": 0.5}, {"outcome": Outcome.NOT_FOUND, "matches": ()},
    ], strict=False):  # fmt: skip
        kept = msgspec.structs.replace(proposal(entry, *matches), **found)
        library.propose(id_, kept)
    done(library, choose(library, ids[3], Pick.NONE, now=NOW))
    wanted = [ID, *ids, EntryId(99)]
    few = accept_all(library, wanted, least_score=0.7, least_margin=0.5, now=NOW)
    assert few.name == "Choose the best record for 1 paper"
    step = accept_all(library, wanted, least_score=0.7, least_margin=0.1, now=NOW)
    assert done(library, step) == "Choose the best record for 3 papers"
    held = {one.id: one.entry for one in library.all()}
    assert {id_ for id_, entry in held.items() if entry.author} == {ID, ids[0], ids[1]}
    assert accept_all(library, wanted, least_score=0, least_margin=0, now=NOW).changes == ()
    library.undo()
    assert not any(one.entry.author for one in library.all())
    assert len(accept_all(library, wanted, least_score=0.71, least_margin=0, now=NOW).changes) == 0
    assert accept_all(library, wanted, only_sure=True, now=NOW).changes == ()
    library.propose(ids[0], proposal(entries[0], sure(JOURNAL, "crossref"), matched(OTHER)))
    assert accept_all(library, wanted, only_sure=True, now=NOW).name.endswith("1 paper")


def test_of_a_run_what_was_found_is_kept_the_best_first(library):
    nearest = [matched(OTHER, f"s{n}", decision=Decision.REJECT) for n in range(9)]
    assert looked_up(library, matched(JOURNAL), *nearest, failed=("dblp",)) == 1
    found = library.proposal(ID)
    assert (found.at, found.outcome, found.entry) == (LATER, Outcome.REVIEW, DRAFT)
    assert (found.margin, found.failed, found.why) == (0.25, ("dblp",), "titles agree")
    assert len(found.matches) == 4
    looked_up(library, *(matched(JOURNAL, f"s{n}") for n in range(50)))
    assert len(library.proposal(ID).matches) == 20
    looked_up(library, *SURE.matches, outcome=Outcome.ACCEPTED)
    assert library.proposal(ID).published > 2


def test_what_was_not_to_be_taken_tells_of_the_publication_too(library):
    looked_up(library, *SURE.matches)
    found = library.proposal(ID)
    assert (found.outcome, found.published > 2) == (Outcome.REVIEW, True)


def test_what_tells_less_does_not_take_the_place_of_what_is_known(library):
    assert looked_up(library, outcome=Outcome.FAILED) == 0
    done(library, choose(library, ID, Pick.NONE, now=NOW))
    assert looked_up(library, outcome=Outcome.NOT_FOUND) == 0
    assert looked_up(library, sure(JOURNAL, "crossref"), outcome=Outcome.UNCHANGED) == 0
    assert library.proposal(ID) == CHOICE
    library.undo()
    assert looked_up(library, outcome=Outcome.NOT_FOUND) == 1
    library.forget_proposals([ID])
    assert looked_up(library, outcome=Outcome.FAILED) == 1
    assert looked_up(library, outcome=Outcome.FAILED) == 1


def test_what_was_there_at_first_stays_known(library):
    done(library, choose(library, ID, 0, now=NOW))
    looked_up(library, matched(OTHER))
    assert library.proposal(ID).entry == DRAFT


def test_an_entry_that_went_meanwhile_gets_nothing(library):
    held = list(library.all())
    library.apply("Remove", [Remove(held[0])])
    results = [result(DRAFT, matched(JOURNAL))]
    assert keep_proposals(library, proposed(library, held, results, now=NOW)) == 0
    library.undo()
    library.apply("Bin", [Bin(id=ID, after=NOW)])
    assert keep_proposals(library, proposed(library, held, results, now=NOW)) == 1


def test_a_locked_value_stays_and_can_be_given_free(library):
    done(library, choose(library, ID, 0, now=NOW))
    before = entry_of(library)
    assert done(library, locked(library.all(), ["author", "abstract", "volume"], now=NOW)) == (
        "Lock author, abstract, volume of 1 paper"
    )
    said = Provenance("user", at=NOW)
    assert entry_of(library) == msgspec.structs.replace(
        before,
        provenance=before.provenance | {"author": said, "abstract": said, "volume": said},
    )
    with pytest.raises(EditError, match="author is your own word"):
        choose(library, ID, 1, fields=["author"], now=NOW)
    assert locked(library.all(), ["author"], now=LATER).changes == ()
    held = list(library.all())
    assert done(library, unlocked(library, held, ["author", "abstract", "volume", "title"])) == (
        "Unlock author, abstract, volume, title of 1 paper"
    )
    assert entry_of(library) == before  # each is again whose it was
    library.undo()
    library.undo()
    assert entry_of(library) == before


def test_a_value_that_nobody_else_says_is_nobodys_once_it_is_given_free(library):
    mine = msgspec.structs.replace(DRAFT, note="mine", provenance={"note": USER, "volume": USER})
    ids = library.apply("Add", add(mine)).ids
    library.propose(ID, CHOICE)
    step = unlocked(library, list(library.holdings(ids)), ["note", "volume"])
    library.apply(step.name, step.changes)
    assert library.get(ids[0]).entry.provenance == {}
    own = msgspec.structs.replace(mine, citekey=Citekey("b"))
    ids = library.apply("Add", add(own)).ids
    library.propose(ids[0], proposal(own, matched(JOURNAL)))
    step = unlocked(library, list(library.holdings(ids)), ["note"])
    library.apply(step.name, step.changes)
    assert library.get(ids[0]).entry.provenance == {"volume": USER}


def test_fields_are_taken_back(library):
    done(library, choose(library, ID, 0, now=NOW))
    (held,) = library.all()
    assert done(library, reverted(library, held, ["title", "year"], now=NOW)) == (
        "Take back title, issued of 1 paper"
    )
    entry = entry_of(library)
    assert (entry.title, entry.issued, entry.author) == (DRAFT.title, None, JOURNAL.author)
    again = taken(entry, CHOICE, 0, now=LATER)
    assert (again.title, again.issued) == (DRAFT.title, None)  # it is not taken over once more
    done(library, locked(library.all(), ["volume"], now=NOW))
    with pytest.raises(EditError, match="own word"):
        reverted(library, next(iter(library.all())), ["volume"], now=NOW)
