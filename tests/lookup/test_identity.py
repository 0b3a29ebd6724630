import pytest

from refman.lookup.identity import (
    arxiv_key,
    doi_asked,
    doi_of,
    identifiers_of,
    isbn_of,
    own_doi,
    own_page,
)
from refman.model import Arxiv, Identifiers

ARXIV = Arxiv("2506.00411")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, Identifiers()),
        ({"doi": "https://doi.org/10.5555/lamp.1"}, Identifiers(doi="10.5555/lamp.1")),
        ({"doi": "none"}, Identifiers()),
        (
            {"doi": "10.48550/ARXIV.2506.00411"},
            Identifiers(doi="10.48550/arXiv.2506.00411", arxiv=ARXIV),
        ),
        ({"doi": "10.48550/arxiv.odd"}, Identifiers(doi="10.48550/arxiv.odd")),
        (
            {"arxiv": "http://arxiv.org/abs/2506.00411v2", "primary_class": "cs.RO"},
            Identifiers(arxiv=Arxiv("2506.00411", version=2, primary_class="cs.RO")),
        ),
        ({"arxiv": " 2506.00411 ", "primary_class": "no class"}, Identifiers(arxiv=ARXIV)),
        ({"arxiv": "house-made", "primary_class": "cs.RO"}, Identifiers()),
        ({"pmid": 38799228}, Identifiers(pmid="38799228")),
        ({"pmid": "https://pubmed.ncbi.nlm.nih.gov/38799228"}, Identifiers(pmid="38799228")),
        ({"pmid": "PMC12"}, Identifiers()),
        ({"isbn": "978-0-306-40615-7"}, Identifiers(isbn="9780306406157")),
        ({"dblp": "", "semantic_scholar": "", "openalex": ""}, Identifiers()),
        (
            {"dblp": "a/b", "semantic_scholar": "h", "openalex": "W1"},
            Identifiers(dblp="a/b", semantic_scholar="h", openalex="W1"),
        ),
    ],
)
def test_identifiers(said, found):
    assert identifiers_of(**said) == found


def test_doi_and_isbn():
    assert doi_of(None) is None
    assert isbn_of(None) is None
    assert isbn_of("0") is None


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("2506.00411", "2506.00411"),
        ("math.GT/0309136", "math/0309136"),
        ("astro-ph/0601001", "astro-ph/0601001"),
    ],
)
def test_number_as_arxiv_takes_it(number, key):
    assert arxiv_key(Arxiv(number)) == key


@pytest.mark.parametrize(
    ("identifiers", "with_arxiv", "without"),
    [
        (Identifiers(), None, None),
        (Identifiers(doi="10.5555/LAMP.1"), "10.5555/lamp.1", "10.5555/lamp.1"),
        (Identifiers(doi="10.5555/LAMP.1", arxiv=ARXIV), "10.5555/lamp.1", "10.5555/lamp.1"),
        (Identifiers(arxiv=ARXIV), "10.48550/arxiv.2506.00411", None),
        (Identifiers(doi="10.48550/arXiv.2506.00411"), "10.48550/arxiv.2506.00411", None),
    ],
)
def test_doi_that_is_asked_for(identifiers, with_arxiv, without):
    assert doi_asked(identifiers, arxiv=True) == with_arxiv
    assert doi_asked(identifiers, arxiv=False) == without


def test_version_has_its_own_doi_and_page():
    both = Identifiers(doi=ARXIV.doi, arxiv=ARXIV)
    published = Identifiers(doi="10.5555/lamp.1", arxiv=ARXIV)
    assert own_doi(Identifiers(arxiv=ARXIV), is_preprint=True) == both
    assert own_doi(both, is_preprint=True) == both
    assert own_doi(both, is_preprint=False) == Identifiers(arxiv=ARXIV)
    assert own_doi(published, is_preprint=False) == published
    assert own_page(both, is_preprint=True) == ARXIV.url
    assert own_page(published, is_preprint=False) == "https://doi.org/10.5555/lamp.1"
    assert own_page(Identifiers(arxiv=ARXIV), is_preprint=False) is None
