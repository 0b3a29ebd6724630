"""Feeds: what the samples do not show."""

import pytest

from refman.model import Draft
from refman.reading.document import Document
from refman.reading.readers.feed import FEED
from tests.reading.readers.recorded import read_text


def draft_of(inner, title="<title>Lamps</title>"):
    journal = "<prism:publicationName>Lamps Today</prism:publicationName>"
    text = f"<rss><channel><item>{title}{journal}{inner}</item></channel></rss>"
    (draft,) = (piece for piece in read_text(FEED, text) if isinstance(piece, Draft))
    return draft


@pytest.mark.parametrize(
    ("inner", "authors"),
    [
        ("<dc:creator>Wick, Ann; Glim, Bo</dc:creator>", ("Wick, Ann", "Glim, Bo")),
        (
            "<dc:creator>Wick, Ann</dc:creator><dc:creator>Glim, Bo</dc:creator>",
            ("Wick, Ann", "Glim, Bo"),
        ),
        ("<dc:creator>Ann Wick</dc:creator><dc:creator>Ann Wick</dc:creator>", ("Ann Wick",)),
        ("<author>ann@lamps.example</author>", ()),
        ("<author>ann@lamps.example (Ann Wick)</author>", ("Ann Wick",)),
        ("<author><name>Ann Wick</name><email>a@b.example</email></author>", ("Ann Wick",)),
        ("<author>Ann Wick</author><dc:creator> </dc:creator>", ("Ann Wick",)),
    ],
)
def test_authors(inner, authors):
    assert draft_of(inner).authors == authors


@pytest.mark.parametrize(
    ("inner", "doi"),
    [
        ("<dc:identifier>doi:10.5555/a</dc:identifier>", "10.5555/a"),
        ("<dc:identifier>https://doi.org/10.5555/a</dc:identifier>", "10.5555/a"),
        ("<prism:doi>10.5555/a</prism:doi><dc:identifier>10.5555/b</dc:identifier>", "10.5555/a"),
        ("<link>https://journals.example/doi/abs/10.5555/a?af=R</link>", "10.5555/a"),
        ("<guid>https://doi.org/10.48550/arXiv.2506.00411</guid>", None),
        ("<description>see doi:10.5555/mentioned</description>", None),
    ],
)
def test_doi_is_the_papers_own(inner, doi):
    assert draft_of(inner).identifiers.doi == doi


def test_openreview_and_pubmed_are_known():
    draft = draft_of(
        "<link>https://openreview.net/forum?id=r1lZ7AEKvB</link><guid>pmid:12345</guid>"
    )
    assert draft.identifiers.openreview == "r1lZ7AEKvB"
    assert draft.identifiers.pmid == "12345"
    assert draft_of("<guid>12345</guid>").identifiers.pmid is None


def test_text_that_breaks_off_is_no_abstract():
    draft = draft_of("<description>Lamps are read and th...</description>")
    assert draft.abstract is None
    assert "text breaks off: no abstract" in draft.reasons


def test_list_that_is_cut_is_told():
    draft = draft_of("<guid>arXiv:2506.00411</guid><dc:creator>Ann Wick et al.</dc:creator>")
    assert draft.authors == ("Ann Wick",)
    assert "list of authors is cut" in draft.reasons


@pytest.mark.parametrize("address", ["/relative", "mailto:ann@lamps.example", "http://[x"])
def test_page_that_is_no_address_is_no_link(address):
    assert draft_of(f"<link>{address}</link>").links == ()


def test_title_with_markup_is_one_line():
    assert draft_of("", "<title>&lt;b&gt;Old&lt;/b&gt;\n lamps</title>").title == "Old lamps"


@pytest.mark.parametrize(
    ("inner", "is_feed"),
    [
        ('<rdf:RDF xmlns:rdf="…"><channel rdf:about="a"></channel></rdf:RDF>', True),
        ("<rdf:RDF><rss:channel>", True),
        ("<rdf:RDF><schema:ScholarlyArticle><schema:name>Lamps</schema:name>", False),
        ("<channel/><rdf:RDF>", False),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', True),
        ("<rss version='2.0'>", True),
    ],
)
def test_rdf_is_a_feed_only_with_a_channel(inner, is_feed):
    document = Document(source="a.rdf", text=f'<?xml version="1.0"?>\n{inner}')
    assert (FEED.score(document) > 0.9) is is_feed
    assert FEED.score(document) in (0.0, 0.96)
