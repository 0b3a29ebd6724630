"""Records merged into entries: the best of each field, whose it is, nothing lost."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.lookup import Candidate, Decision, Match, Merged, merge, score
from refman.lookup.tables import tables
from refman.model import (
    Arxiv,
    ArxivId,
    Attachment,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    Isbn,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    Name,
    Provenance,
    Span,
    Status,
)
from refman.normalise import parse_arxiv
from tests.duplicates.pairs import ABSTRACTS, make

NOW = datetime(2026, 5, 1, tzinfo=UTC)
AT = datetime(2026, 4, 1, tzinfo=UTC)
LISTING = Provenance("listing.txt", (0, 10), 0.9)
USER = Provenance("user")
LONG = ABSTRACTS["long"]


def matched(source: str, entry: Entry, *, value: float = 0.9, at: datetime | None = AT) -> Match:
    return Match(
        candidate=Candidate(source=source, entry=entry, at=at),
        score=value,
        reasons=(),
        decision=Decision.ACCEPT,
        why="it is",
    )


def draft(**side) -> Entry:
    entry = make(type="article", **side)
    told = [name for name in Entry.__struct_fields__ if name != "type" and getattr(entry, name)]
    return msgspec.structs.replace(
        entry,
        provenance={name: LISTING for name in told if getattr(entry, name) != Identifiers()},
    )


def preprint(**side) -> Entry:
    told = {
        "title": "Wick trimming by touch", "abstract": "long", "authors": "Ada Berg; Bo Chen",
        "year": 2024, "arxiv": "2401.00001v2", "type": "article",
    }  # fmt: skip
    return make(**(told | side))


def article(**side) -> Entry:
    told = {
        "title": "Wick Trimming by Touch", "authors": "A. Berg; B. Chen", "year": 2025,
        "doi": "10.1234/jls.5", "venue": "Journal of Lamp Studies", "volume": "3",
        "pages": "12-20",
    }  # fmt: skip
    return make(**(told | side))


def values_of(merged: Merged, field: str) -> list:
    return [left.value for left in merged.alternatives if left.field == field]


def test_a_draft_gets_what_it_lacks_and_says_from_whom():
    wanted = draft(title="Wick Trimming by Touch", abstract="long")
    merged = merge(wanted, [matched("arxiv", preprint())], now=NOW)
    entry = merged.entry
    assert entry.author == preprint().author
    assert entry.issued == Date(2024)
    assert entry.identifiers.arxiv == Arxiv(ArxivId("2401.00001"), 2)
    found = Provenance(source="arxiv", score=0.9, at=AT)
    assert entry.provenance["author"] == found
    assert entry.provenance["type"] == found
    assert entry.provenance["identifiers.arxiv"] == found
    assert entry.provenance["abstract"] == LISTING
    assert merged.published == ()
    assert merged.flaws == ()


def test_the_time_is_now_where_the_source_tells_none():
    wanted = draft(title="Wick Trimming by Touch")
    merged = merge(wanted, [matched("arxiv", preprint(), at=None)], now=NOW)
    assert merged.entry.provenance["author"].at == NOW


def test_what_a_listing_says_gives_way_and_is_kept_beside():
    wanted = draft(title="WICK TRIMMING BY TOUCH", abstract="long cut")
    merged = merge(wanted, [matched("arxiv", preprint())], now=NOW)
    assert merged.entry.title == "Wick trimming by touch"
    assert merged.entry.abstract == LONG
    assert values_of(merged, "title") == ["WICK TRIMMING BY TOUCH"]
    assert merged.alternatives[0].provenance == LISTING
    assert "trusted more" in merged.alternatives[0].why


def test_the_users_own_value_wins_and_so_does_its_absence():
    wanted = msgspec.structs.replace(
        draft(title="My Wick Trimming", abstract="long"),
        provenance={"title": USER, "author": USER, "issued": LISTING, "abstract": LISTING},
    )
    merged = merge(wanted, [matched("arxiv", preprint())], now=NOW)
    assert merged.entry.title == "My Wick Trimming"
    assert merged.entry.author == ()
    assert merged.entry.provenance["title"] == USER
    assert values_of(merged, "title") == ["Wick trimming by touch"]
    assert values_of(merged, "author") == [preprint().author]


def test_a_reference_files_values_stay_and_its_gaps_are_filled():
    wanted = msgspec.structs.replace(article(year=2024), page=None, citekey=Citekey("berg"))
    merged = merge(wanted, [matched("crossref", article())], now=NOW)
    assert merged.entry.issued == Date(2024)
    assert merged.entry.page == "12-20"
    assert merged.entry.citekey == "berg"
    assert values_of(merged, "issued") == [Date(2025)]
    assert merged.entry.provenance["page"].source == "crossref"


def test_what_a_service_said_before_may_be_bettered():
    before = Provenance("semantic_scholar", score=0.9, at=AT)
    wanted = msgspec.structs.replace(
        preprint(), author=make(authors="A. Berg").author, provenance={"author": before}
    )
    merged = merge(wanted, [matched("arxiv", preprint())], now=NOW)
    assert merged.entry.author == preprint().author
    assert values_of(merged, "author") == [make(authors="A. Berg").author]


def test_names_spelled_out_go_before_initials_whoever_gives_them():
    wanted = draft(title="Wick Trimming by Touch", doi="10.1234/jls.5")
    spelled = article(authors="Ada Berg; Bo Chen")
    for sources in (("dblp", "openalex"), ("openalex", "dblp")):
        found = [matched(sources[0], article()), matched(sources[1], spelled)]
        assert merge(wanted, found, now=NOW).entry.author == spelled.author


def test_a_whole_list_goes_before_a_cut_one():
    wanted = draft(title="Wick Trimming by Touch", doi="10.1234/jls.5")
    cut = article(authors="Ada Berg; others")
    found = [matched("dblp", cut), matched("openalex", article())]
    assert merge(wanted, found, now=NOW).entry.author == article().author


def test_each_source_is_trusted_for_its_own():
    wanted = draft(title="Wick Trimming by Touch", doi="10.1234/jls.5")
    dblp = article(authors="Ada Berg; Bo Chen", venue="J. Lamp Stud.", pages="12-19")
    crossref = article(authors="Ada Berg; Bo X. Chen", venue="Journal of Lamp Studies (Online)")
    found = [matched("crossref", crossref), matched("dblp", dblp)]
    merged = merge(wanted, found, now=NOW)
    assert merged.entry.author == dblp.author
    assert merged.entry.container_title == "J. Lamp Stud."
    assert merged.entry.page == "12-20"
    assert values_of(merged, "page") == ["12-19"]
    assert values_of(merged, "container_title") == ["Journal of Lamp Studies (Online)"]


def test_a_venues_name_goes_before_its_letters():
    wanted = draft(title="Wick Trimming by Touch", doi="10.1234/jls.5")
    whole = article(venue="Neural Information Processing Systems")
    found = [matched("dblp", article(venue="NeurIPS")), matched("openalex", whole)]
    assert merge(wanted, found, now=NOW).entry.container_title.startswith("Neural")


def test_of_one_date_the_most_precise_is_taken():
    wanted = draft(title="Wick Trimming by Touch", doi="10.1234/jls.5")

    def dated(date: Date) -> Entry:
        return msgspec.structs.replace(article(), issued=date)

    found = [
        matched("crossref", dated(Date(2025))),
        matched("openalex", dated(Date(2025, 6, 10))),
        matched("semantic_scholar", dated(Date(2024, 1, 1))),
        matched("dblp", dated(Date(2025, season=2))),
    ]
    assert merge(wanted, found, now=NOW).entry.issued == Date(2025, 6, 10)
    stretch = [matched("crossref", dated(Date(2025, end=Date(2026)))), found[1]]
    assert merge(wanted, stretch, now=NOW).entry.issued == Date(2025, end=Date(2026))


def test_a_flaw_is_shown_and_not_taken():
    wanted = draft(title="Wick Trimming by Touch", doi="10.1234/jls.5")
    bad = msgspec.structs.replace(
        article(year=2549, pages="20-12"), author=(Name(family="Berg"), Name(family=""))
    )
    merged = merge(wanted, [matched("crossref", bad), matched("dblp", article())], now=NOW)
    assert merged.entry.issued == Date(2025)
    assert merged.entry.page == "12-20"
    assert merged.entry.author == article().author
    assert {(flaw.field, flaw.source) for flaw in merged.flaws} == {
        ("issued", "crossref"), ("page", "crossref"), ("author", "crossref"),
    }  # fmt: skip
    assert {left.why for left in merged.alternatives if left.field == "page"} == {
        "the pages run backwards: 20-12"
    }
    alone = merge(wanted, [matched("crossref", bad)], now=NOW)
    assert alone.entry.issued is None
    assert values_of(alone, "issued") == [Date(2549)]


def test_identifiers_of_a_flawed_record_are_not_taken():
    wanted = draft(title="Wick Trimming by Touch", abstract="long")
    bad = preprint(doi="10.48550/arXiv.2401.00009")
    merged = merge(wanted, [matched("openalex", bad)], now=NOW)
    assert merged.entry.identifiers == Identifiers()
    assert set(values_of(merged, "identifiers.doi")) == {Doi("10.48550/arXiv.2401.00009")}
    assert len(values_of(merged, "identifiers.arxiv")) == 1


def test_a_preprint_takes_no_place_of_its_publication_but_a_proposal():
    wanted = draft(title="Wick Trimming by Touch", abstract="long", arxiv="2401.00001")
    found = [matched("arxiv", preprint()), matched("crossref", article())]
    merged = merge(wanted, found, now=NOW)
    assert merged.entry.type is ItemType.ARTICLE
    assert merged.entry.container_title is None
    assert merged.entry.identifiers.doi is None
    assert {proposal.field for proposal in merged.published} >= {"type", "container_title"}
    assert values_of(merged, "container_title") == ["Journal of Lamp Studies"]
    assert "another version" in next(
        left.why for left in merged.alternatives if left.field == "container_title"
    )
    assert values_of(merged, "identifiers.doi") == ["10.1234/jls.5"]


def test_a_draft_of_which_only_the_publication_is_found_becomes_it():
    wanted = draft(title="Wick Trimming by Touch", abstract="long")
    merged = merge(wanted, [matched("crossref", article())], now=NOW)
    assert merged.entry.type is ItemType.ARTICLE_JOURNAL
    assert merged.entry.container_title == "Journal of Lamp Studies"
    assert merged.entry.identifiers.doi == "10.1234/jls.5"
    assert merged.published == ()


def test_a_publication_gets_number_abstract_and_link_of_its_preprint():
    wanted = article()
    merged = merge(wanted, [matched("arxiv", preprint())], now=NOW)
    entry = merged.entry
    assert entry.issued == Date(2025)
    assert entry.abstract == LONG
    assert entry.identifiers.arxiv.id == "2401.00001"
    assert [(link.url, link.kind) for link in entry.links] == [
        ("https://arxiv.org/abs/2401.00001", LinkKind.PAPER)
    ]
    assert entry.type is ItemType.ARTICLE_JOURNAL


def test_a_publication_of_another_place_gives_nothing_of_its_place():
    wanted = draft(title="Wick Trimming by Touch", abstract="long")
    workshop = article(venue="Workshop on Lamps", type="paper-conference", doi="10.1234/w.5",
                       pages="1-4", abstract="long")  # fmt: skip
    found = [matched("crossref", article(), value=0.95), matched("dblp", workshop)]
    merged = merge(wanted, found, now=NOW)
    assert merged.entry.container_title == "Journal of Lamp Studies"
    assert merged.entry.page == "12-20"
    assert merged.entry.abstract == LONG
    assert values_of(merged, "page") == ["1-4"]
    assert values_of(merged, "identifiers.doi") == ["10.1234/w.5"]


def test_a_publications_doi_takes_the_place_of_its_preprints():
    wanted = article(doi="10.1101/2024.01.02.345678")
    merged = merge(wanted, [matched("crossref", article())], now=NOW)
    assert merged.entry.identifiers.doi == "10.1234/jls.5"
    assert values_of(merged, "identifiers.doi") == ["10.1101/2024.01.02.345678"]
    assert merged.entry.links[0].url == "https://doi.org/10.1101/2024.01.02.345678"
    told = next(left for left in merged.alternatives if left.field == "identifiers.doi")
    assert told.provenance == Provenance("entry")


@pytest.mark.parametrize("key", ["identifiers", "identifiers.doi"])
def test_a_doi_of_the_users_stays(key):
    wanted = msgspec.structs.replace(
        article(doi="10.1101/2024.01.02.345678"), provenance={key: USER}
    )
    merged = merge(wanted, [matched("crossref", article())], now=NOW)
    assert merged.entry.identifiers.doi == "10.1101/2024.01.02.345678"
    assert values_of(merged, "identifiers.doi") == ["10.1234/jls.5"]


def test_a_publication_takes_no_preprints_doi():
    wanted = msgspec.structs.replace(article(), identifiers=Identifiers())
    server = preprint(doi="10.1101/2024.01.02.345678", arxiv="2401.00001")
    merged = merge(wanted, [matched("openalex", server)], now=NOW)
    assert merged.entry.identifiers.doi is None
    assert values_of(merged, "identifiers.doi") == ["10.1101/2024.01.02.345678"]


def test_identifiers_fill_and_contradictions_are_kept():
    wanted = msgspec.structs.replace(
        article(),
        identifiers=Identifiers(
            doi=Doi("10.1234/JLS.5"), isbn=Isbn("9783161484100"), dblp="journals/jls/Berg25"
        ),
        provenance={"identifiers.openalex": USER},
    )
    record = msgspec.structs.replace(
        article(),
        identifiers=Identifiers(
            doi=Doi("10.1234/jls.5"), dblp="journals/jls/BergC25", semantic_scholar="ab12",
            openalex="W1",
        ),
    )  # fmt: skip
    merged = merge(wanted, [matched("crossref", record)], now=NOW)
    assert merged.entry.identifiers == Identifiers(
        doi=Doi("10.1234/JLS.5"), isbn=Isbn("9783161484100"), dblp="journals/jls/Berg25",
        semantic_scholar="ab12",
    )  # fmt: skip
    assert values_of(merged, "identifiers.dblp") == ["journals/jls/BergC25"]
    assert values_of(merged, "identifiers.openalex") == ["W1"]


def test_the_arxiv_number_gets_version_and_class_and_keeps_its_own():
    record = msgspec.structs.replace(
        preprint(),
        identifiers=Identifiers(arxiv=Arxiv(ArxivId("2401.00001"), 3, "cs.RO")),
    )
    found = [matched("arxiv", record)]
    merged = merge(draft(title="Wick Trimming", arxiv="2401.00001"), found, now=NOW)
    assert merged.entry.identifiers.arxiv == Arxiv(ArxivId("2401.00001"), 3, "cs.RO")
    merged = merge(draft(title="Wick Trimming", arxiv="2401.00001v1"), found, now=NOW)
    assert merged.entry.identifiers.arxiv == Arxiv(ArxivId("2401.00001"), 1, "cs.RO")
    assert len(values_of(merged, "identifiers.arxiv")) == 1
    other = merge(draft(title="Wick Trimming", arxiv="2402.00002"), found, now=NOW)
    assert other.entry.identifiers.arxiv.id == "2402.00002"
    assert len(values_of(other, "identifiers.arxiv")) == 1
    held = msgspec.structs.replace(
        draft(title="Wick Trimming", arxiv="2401.00001"), provenance={"identifiers.arxiv": USER}
    )
    kept = merge(held, found, now=NOW)
    assert kept.entry.identifiers.arxiv == Arxiv(ArxivId("2401.00001"))
    assert len(values_of(kept, "identifiers.arxiv")) == 1


def test_of_two_preprint_servers_the_known_one_stays():
    wanted = draft(title="Wick Trimming by Touch", doi="10.48550/arXiv.2401.00001",
                   arxiv="2401.00001")  # fmt: skip
    server = preprint(doi="10.1101/2024.01.02.345678", arxiv="2401.00001")
    merged = merge(wanted, [matched("openalex", server)], now=NOW)
    assert merged.entry.identifiers.doi == "10.48550/arXiv.2401.00001"
    assert values_of(merged, "identifiers.doi") == ["10.1101/2024.01.02.345678"]


def _link(url: str, kind: LinkKind = LinkKind.CODE) -> Link:
    return Link(url=url, raw_url=url, span=Span(0, 0), kind=kind, roles=(kind,))


def test_lists_are_united_and_foreign_fields_stay_word_for_word():
    wanted = msgspec.structs.replace(
        preprint(),
        links=(_link("https://example.org/code"),),
        keywords=(Keyword("Lamps"),),
        notes=("Read  it.",),
        attachments=(Attachment("PDF", "a.pdf"),),
        collections=("Lamps/New",),
        extra={"comment": "ours", "mine": "x"},
        status=Status.ACCEPTED,
    )
    record = msgspec.structs.replace(
        preprint(),
        links=(_link("http://www.example.org/code/"), _link("https://example.org/site")),
        keywords=(Keyword("lamps", automatic=True), Keyword("Wicks", automatic=True)),
        notes=("Read it.", "Nine pages."),
        attachments=(Attachment("Full text", "a.pdf"), Attachment("Data", "b.csv")),
        extra={"comment": "theirs", "published-as": "10.1234/jls.5"},
    )
    merged = merge(wanted, [matched("hf_papers", record)], now=NOW)
    entry = merged.entry
    assert [link.url for link in entry.links] == [
        "https://example.org/code", "https://example.org/site",
    ]  # fmt: skip
    assert entry.keywords == (Keyword("Lamps"), Keyword("Wicks", automatic=True))
    assert entry.notes == ("Read  it.", "Nine pages.")
    assert [file.path for file in entry.attachments] == ["a.pdf", "b.csv"]
    assert entry.collections == ("Lamps/New",)
    assert entry.status is Status.ACCEPTED
    assert entry.extra == {"comment": "ours", "mine": "x", "published-as": "10.1234/jls.5"}
    assert values_of(merged, "extra.comment") == ["theirs"]


def test_without_records_nothing_changes():
    wanted = article()
    merged = merge(wanted, [], now=NOW)
    assert merged.entry == wanted
    assert merged.alternatives == ()


def test_each_list_of_trust_names_sources_once():
    for sources in tables().trust.values():
        assert sorted(sources.values()) == list(range(len(sources)))
    fields = set(Entry.__struct_fields__)
    assert tables().of_publication <= fields
    assert set(tables().proposed) <= fields
    assert set(tables().list_of) <= fields
    assert tables().rank("page", "a new source") == len(tables().trust["pages"])
    assert tables().rank("language", "crossref") == 0


# ---------------------------------------------------------------------------------------------
# Laws.
_titles = st.sampled_from(["Wick Trimming by Touch", "WICK TRIMMING BY TOUCH", "Wick trimming…"])
_names = st.sampled_from(
    ["Ada Berg; Bo Chen", "A. Berg; B. Chen", "Ada Berg; others", "", "Ada Berg; {hidden}"]
)
_sides = st.fixed_dictionaries(
    {},
    optional={
        "title": _titles,
        "authors": _names,
        "year": st.sampled_from([2023, 2024, 2025, 2549]),
        "abstract": st.sampled_from(["long", "long cut", "other"]),
        "venue": st.sampled_from(["Journal of Lamp Studies", "JLS", "Workshop on Lamps"]),
        "volume": st.sampled_from(["3", "2019"]),
        "pages": st.sampled_from(["1-9", "9-1", "e12"]),
        "doi": st.sampled_from(
            ["10.1234/jls.5", "10.1234/w.6", "10.48550/arXiv.2401.00001",
             "10.1101/2024.01.02.345678"]
        ),
        "arxiv": st.sampled_from(["2401.00001", "2401.00001v2", "2402.00002"]),
        "isbn": st.sampled_from(["9783161484100", "9780000000002"]),
        "type": st.sampled_from(
            ["article", "article-journal", "paper-conference", "document", "book", "thesis"]
        ),
    },
)  # fmt: skip
_SOURCES = ("crossref", "arxiv", "dblp", "openalex", "semantic_scholar", "zbmath")


@st.composite
def _entries(draw) -> Entry:
    entry = make(**draw(_sides))
    month = draw(st.sampled_from([None, 3, 6]))
    if entry.issued and month:
        entry = msgspec.structs.replace(entry, issued=Date(entry.issued.year, month))
    names = draw(st.lists(st.sampled_from(["comment", "mine"]), unique=True))
    extra = {name: draw(st.sampled_from(["x", "y"])) for name in names}
    links = draw(st.lists(st.sampled_from(["https://example.org/a", "https://example.org/b"])))
    return msgspec.structs.replace(
        entry, extra=extra, links=tuple(_link(url) for url in dict.fromkeys(links))
    )


@st.composite
def _wanted(draw) -> Entry:
    entry = draw(_entries())
    sources = st.sampled_from(
        [None, USER, LISTING, Provenance("crossref", None, 0.9, AT), Provenance("x.bib")]
    )
    provenance = {
        name: found
        for name in ("type", "title", "author", "issued", "abstract", "page", "identifiers",
                     "identifiers.doi", "container_title")
        if (found := draw(sources)) is not None
    }  # fmt: skip
    return msgspec.structs.replace(entry, provenance=provenance)


@st.composite
def _matches(draw) -> list[Match]:
    return [
        matched(
            draw(st.sampled_from(_SOURCES)),
            entry,
            value=draw(st.sampled_from([0.8, 0.9])),
            at=draw(st.sampled_from([AT, None])),
        )
        for entry in draw(st.lists(_entries(), max_size=4))
    ]


@settings(deadline=None, max_examples=80)
@given(_wanted(), _matches())
def test_merging_again_changes_nothing(wanted, matches):
    once = merge(wanted, matches, now=NOW)
    assert merge(once.entry, matches, now=NOW).entry == once.entry
    assert merge(once.entry, matches, now=NOW).published == once.published


@settings(deadline=None, max_examples=50)
@given(_wanted(), _matches(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_count(wanted, matches, chance):
    mixed = list(matches)
    chance.shuffle(mixed)
    assert merge(wanted, mixed, now=NOW) == merge(wanted, matches, now=NOW)


@settings(deadline=None, max_examples=50)
@given(_wanted(), _matches())
def test_the_users_values_never_change(wanted, matches):
    merged = merge(wanted, matches, now=NOW).entry
    for field, found in wanted.provenance.items():
        if found != USER:
            continue
        if field == "identifiers.doi":
            assert merged.identifiers.doi == wanted.identifiers.doi
        elif field != "identifiers":
            assert getattr(merged, field) == getattr(wanted, field)
        assert merged.provenance[field] == USER
    assert merged.citekey == wanted.citekey
    assert merged.status == wanted.status


@settings(deadline=None, max_examples=60)
@given(_wanted(), _matches())
def test_nothing_is_lost(wanted, matches):
    merged = merge(wanted, matches, now=NOW)
    told = {(left.field, repr(left.value)) for left in merged.alternatives}
    for entry in (wanted, *(match.candidate.entry for match in matches)):
        for field in ("title", "author", "issued", "abstract", "container_title", "volume",
                      "page"):  # fmt: skip
            value = getattr(entry, field)
            is_taken = getattr(merged.entry, field) == value
            assert not value or is_taken or (field, repr(value)) in told
        if entry.type is not wanted.type:
            assert merged.entry.type is entry.type or ("type", repr(entry.type)) in told
        for name in ("doi", "isbn"):
            value = getattr(entry.identifiers, name)
            now = getattr(merged.entry.identifiers, name)
            is_there = (f"identifiers.{name}", repr(value)) in told
            assert value is None or is_there or (now and now.lower() == value.lower())
        for name, value in entry.extra.items():
            assert merged.entry.extra[name] == value or (f"extra.{name}", repr(value)) in told
        assert {link.url for link in entry.links} <= {link.url for link in merged.entry.links}


def test_scored_records_merge_as_they_come():
    wanted = draft(title="Wick Trimming by Touch", abstract="long")
    match = score(wanted, Candidate(source="arxiv", entry=preprint()))
    merged = merge(wanted, [match], now=NOW)
    assert merged.entry.provenance["author"] == Provenance("arxiv", score=match.score, at=NOW)
    assert parse_arxiv("arXiv:2401.00001v2") == merged.entry.identifiers.arxiv
