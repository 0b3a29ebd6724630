"""The scorer counts rightly, and the real listings are read as well as they must be."""

import pytest

from refman.model import Draft, Link, LinkKind, Span
from refman.plugins import load_readers
from tests.scores import Score, compare, score_folder, table

KINDS = (
    "arxiv_email",
    "arxiv_html",
    "arxiv_rss",
    "awesome_md",
    "hf_api",
    "hf_page_text",
    "openreview",
    "plain_text",
    "scholar_alert",
)
LEAST_TITLES, LEAST_LINKS = 0.98, 0.95
"""The least F1 of titles and of links."""
WITHOUT_IDENTIFIERS = {"plain_text"}
"""Kinds whose truth names identifiers that do not stand in the text."""
LEAST_KINDS = 0.95


def link(url, kind):
    return Link(url=url, raw_url=url, span=Span(0, 1), kind=kind)


def draft(title, *links):
    return Draft(title=title, links=links, span=Span(0, 1), confidence=1)


def test_counts_titles_links_and_kinds():
    papers = [
        {"title": "One: A Paper", "links": [{"url": "https://a.org/1/", "kind": "code"}]},
        {"title": "Two", "links": [{"url": "https://a.org/2", "kind": "paper"}]},
        {"title": "Missed", "arxiv_id": "2401.00001", "links": []},
    ]
    drafts = (
        draft(
            "One — a paper", link("http://www.a.org/1", LinkKind.PROJECT),
            link("https://b.org", LinkKind.PAPER),
        ),
        draft("Two", link("https://c.org", LinkKind.CODE)),
        draft("False", link("https://d.org", LinkKind.VIDEO)),
    )  # fmt: skip
    score = compare(Score("kind", "file", "reader"), drafts, papers)
    assert (score.titles_right, score.titles_found, score.titles_true) == (2, 3, 3)
    assert (score.links_right, score.links_false, score.links_true) == (1, 2, 2)
    assert (score.kinds_right, score.identifiers_right, score.identifiers_true) == (0, 0, 1)
    assert score.link_f1 == pytest.approx(2 / 5)
    assert list(table([score]))[-1].startswith("| kind | file | reader | 0.667 |")


@pytest.mark.corpus
@pytest.mark.parametrize("kind", KINDS)
def test_real_listings_are_read_as_well_as_they_must_be(corpus, kind):
    scores = score_folder(corpus / "listings" / kind, load_readers())
    assert scores
    for score in scores:
        assert score.title_f1 >= LEAST_TITLES, score
        assert score.link_f1 >= LEAST_LINKS, score
        assert score.kinds >= LEAST_KINDS, score
        if kind not in WITHOUT_IDENTIFIERS:
            assert score.identifiers == 1, score
