"""From preprint to publication: proposals that a person can look through."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings

from refman.lookup import merge, published_values, take
from refman.lookup.published import with_open_link
from refman.model import (
    Citekey,
    Date,
    Identifiers,
    ItemType,
    LinkKind,
    Provenance,
)
from tests.duplicates.pairs import make
from tests.lookup.test_merge import (
    AT,
    USER,
    _link,
    _matches,
    _wanted,
    article,
    matched,
    preprint,
)

NOW = datetime(2026, 5, 1, tzinfo=UTC)
ARXIV_PAGE = "https://arxiv.org/abs/2401.00001"


def own(**side):
    return msgspec.structs.replace(
        preprint(**side),
        citekey=Citekey("berg2024wick"),
        notes=("Read it.",),
        links=(_link("https://example.org/code"),),
    )


def by_field(found) -> dict:
    return {proposal.field: (proposal.old, proposal.new) for proposal in found}


def test_type_venue_pages_date_and_doi_change_in_an_order_to_read():
    found = published_values(own(), [matched("crossref", article())], now=NOW)
    assert [proposal.field for proposal in found] == [
        "type", "container_title", "volume", "page", "issued", "identifiers.doi",
    ]  # fmt: skip
    assert by_field(found) == {
        "type": (ItemType.ARTICLE, ItemType.ARTICLE_JOURNAL),
        "container_title": (None, "Journal of Lamp Studies"),
        "volume": (None, "3"),
        "page": (None, "12-20"),
        "issued": (Date(2024), Date(2025)),
        "identifiers.doi": (None, "10.1234/jls.5"),
    }
    assert {proposal.why for proposal in found} == {"published in Journal of Lamp Studies"}
    assert {proposal.source for proposal in found} == {"crossref"}
    assert found[0].provenance == Provenance("crossref", score=0.9, at=AT)


def test_taken_the_entry_is_the_publication_and_keeps_what_is_its_own():
    before = own()
    found = published_values(before, [matched("crossref", article())], now=NOW)
    after = take(before, found)
    assert after.type is ItemType.ARTICLE_JOURNAL
    assert after.identifiers.doi == "10.1234/jls.5"
    assert after.identifiers.arxiv == before.identifiers.arxiv
    assert after.citekey == before.citekey
    assert after.notes == before.notes
    assert after.title == before.title
    assert [link.url for link in after.links] == ["https://example.org/code", ARXIV_PAGE]
    assert after.links[-1].kind is LinkKind.PAPER
    assert after.provenance["page"].source == "crossref"
    assert take(after, found) == after
    assert published_values(after, [matched("crossref", article())], now=NOW) == ()


def test_a_person_may_take_a_part_of_it_or_nothing():
    before = own()
    found = published_values(before, [matched("crossref", article())], now=NOW)
    assert take(before, ()) == before
    chosen = take(before, [one for one in found if one.field in {"type", "container_title"}])
    assert chosen.container_title == "Journal of Lamp Studies"
    assert chosen.issued == before.issued
    assert chosen.identifiers == before.identifiers


def test_plain_data():
    found = published_values(own(), [matched("crossref", article())], now=NOW)
    told = msgspec.to_builtins(found)
    assert told[1]["new"] == "Journal of Lamp Studies"


def test_the_number_stays_where_only_the_doi_told_it():
    before = own(doi="10.48550/arXiv.2401.00001")
    before = msgspec.structs.replace(before, identifiers=Identifiers(doi=before.identifiers.doi))
    found = published_values(before, [matched("crossref", article())], now=NOW)
    assert by_field(found)["identifiers.doi"] == (before.identifiers.doi, "10.1234/jls.5")
    after = take(before, found)
    assert after.identifiers.arxiv.id == "2401.00001"
    assert after.links[-1].url == ARXIV_PAGE


def test_the_preprint_of_another_server_stays_linked():
    before = msgspec.structs.replace(own(doi="10.1101/2024.01.02.345678"))
    before = msgspec.structs.replace(before, identifiers=Identifiers(doi=before.identifiers.doi))
    after = take(before, published_values(before, [matched("crossref", article())], now=NOW))
    assert after.links[-1].url == "https://doi.org/10.1101/2024.01.02.345678"


def test_the_page_of_the_preprint_is_linked_once():
    linked = msgspec.structs.replace(own(), url="http://arxiv.org/abs/2401.00001")
    after = take(linked, published_values(linked, [matched("crossref", article())], now=NOW))
    assert after.url == linked.url
    assert after.links == linked.links
    twice = msgspec.structs.replace(own(), links=(_link(ARXIV_PAGE, LinkKind.PAPER),))
    assert with_open_link(twice, twice) == twice
    assert with_open_link(article(), article()) == article()


def test_nothing_is_proposed_without_a_publication_or_to_one():
    assert published_values(own(), [], now=NOW) == ()
    assert published_values(own(), [matched("arxiv", preprint())], now=NOW) == ()
    assert published_values(article(), [matched("crossref", article(year=2026))], now=NOW) == ()


def test_an_article_by_itself_with_a_publishers_doi_gets_its_place_proposed():
    before = own(doi="10.1234/jls.5")
    found = published_values(before, [matched("crossref", article())], now=NOW)
    assert "type" in by_field(found)
    assert "identifiers.doi" not in by_field(found)


def test_the_doi_that_the_preprints_record_names_is_proposed():
    found = published_values(own(), [matched("arxiv", preprint(doi="10.1234/jls.5"))], now=NOW)
    assert by_field(found) == {"identifiers.doi": (None, "10.1234/jls.5")}
    assert "names" in found[0].why


@pytest.mark.parametrize(
    ("key", "doi", "is_proposed"),
    [
        ("identifiers", "10.48550/arXiv.2401.00001", True),
        ("identifiers", "10.1101/2024.01.02.345678", False),
        ("identifiers.doi", "10.48550/arXiv.2401.00001", False),
    ],
)
def test_the_users_values_are_not_proposed_away(key, doi, is_proposed):
    before = msgspec.structs.replace(own(doi=doi), provenance={key: USER, "issued": USER})
    found = by_field(published_values(before, [matched("crossref", article())], now=NOW))
    assert ("identifiers.doi" in found) is is_proposed
    assert "issued" not in found
    assert "page" in found


def test_a_date_is_not_proposed_that_says_less():
    before = msgspec.structs.replace(own(), issued=Date(2025, 2, 3))
    found = by_field(published_values(before, [matched("crossref", article())], now=NOW))
    assert "issued" not in found


def test_what_contradicts_itself_is_not_proposed():
    found = by_field(
        published_values(own(), [matched("crossref", article(pages="20-12", year=2549))], now=NOW)
    )
    assert "page" not in found
    assert "issued" not in found


def test_of_two_publications_only_the_one_that_leads_is_proposed():
    workshop = article(venue="Workshop on Lamps", type="paper-conference", doi="10.1234/w.5",
                       pages="1-4")  # fmt: skip
    other = article(venue="Letters on Kites", doi=None, pages="7-9")
    other = msgspec.structs.replace(other, identifiers=Identifiers())
    found = published_values(
        own(),
        [
            matched("crossref", article(), value=0.95),
            matched("dblp", workshop),
            matched("openalex", other),
        ],
        now=NOW,
    )
    assert by_field(found)["page"] == (None, "12-20")
    assert by_field(found)["identifiers.doi"][1] == "10.1234/jls.5"


def test_a_publication_without_a_venue_is_told_by_its_publisher_or_simply():
    bare = make(title="Wick Trimming", type="chapter", doi="10.1234/b.5", publisher="Lamp Press")
    found = published_values(own(), [matched("crossref", bare)], now=NOW)
    assert found[0].why == "published in Lamp Press"
    bare = make(title="Wick Trimming", type="chapter", doi="10.1234/b.5")
    assert published_values(own(), [matched("crossref", bare)], now=NOW)[0].why == "published"


@settings(deadline=None, max_examples=60)
@given(_wanted(), _matches())
def test_laws(wanted, matches):
    entry = merge(wanted, matches, now=NOW).entry
    found = published_values(entry, matches, now=NOW)
    after = take(entry, found)
    assert take(after, found) == after
    again = by_field(published_values(after, matches, now=NOW))
    assert not again
    kept = ("citekey", "notes", "title", "author", "abstract", "url", "extra", "status")
    assert all(getattr(after, field) == getattr(entry, field) for field in kept)
    assert {link.url for link in entry.links} <= {link.url for link in after.links}
    if entry.identifiers.arxiv is not None:
        assert after.identifiers.arxiv == entry.identifiers.arxiv
    for field, origin in entry.provenance.items():
        if origin == USER and field not in {"identifiers", "identifiers.doi"}:
            assert getattr(after, field) == getattr(entry, field)
