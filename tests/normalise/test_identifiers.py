import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.model import Arxiv, ArxivId, Doi, Identifiers
from refman.normalise import identifiers, identifiers_of_url, parse_arxiv, parse_doi
from refman.normalise.identifiers import doi_key, parse_isbn, parse_openreview, with_arxiv_doi
from tests.normalise.cases import cases

PIECES = [
    "10.1234/", "a", "(", ")", "[", "]", ".", ",", "”", "/", "doi:", "2506.18701", "arXiv:", "v2",
    "[cs.CV]", "https://", "arxiv.org/abs/", "openreview.net/forum?", "id=", "&", "abcdef", " ",
    "978", "-", "X", "%28", "#", "huggingface.co/papers/",
]  # fmt: skip
odd_text = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))


@pytest.mark.parametrize(("text", "doi"), cases("doi.toml"))
def test_dois(text, doi):
    assert parse_doi(text) == (doi or None)


@pytest.mark.parametrize(("text", "number", "version", "primary"), cases("arxiv.toml"))
def test_arxiv_numbers(text, number, version, primary):
    arxiv = Arxiv(ArxivId(number), version=version or None, primary_class=primary or None)
    assert parse_arxiv(text) == (arxiv if number else None)


@pytest.mark.parametrize(("url", "told"), cases("urls.toml"))
def test_addresses_of_papers(url, told):
    arxiv = Arxiv(ArxivId(told["arxiv"])) if "arxiv" in told else None
    assert identifiers_of_url(url) == Identifiers(**{**told, "arxiv": arxiv})


@pytest.mark.parametrize(("text", "isbn"), cases("isbn.toml"))
def test_isbns(text, isbn):
    assert parse_isbn(text) == (isbn or None)


@pytest.mark.parametrize(("parser", "text", "told"), cases("registries.toml"))
def test_names_of_other_registries(parser, text, told):
    assert getattr(identifiers, f"parse_{parser}")(text) == (told or None)


def test_an_arxiv_paper_has_a_doi_of_arxiv_unless_it_has_another():
    arxiv = parse_arxiv("arXiv:2506.18701")
    assert with_arxiv_doi(Identifiers(arxiv=arxiv)).doi == "10.48550/arXiv.2506.18701"
    for told in (Identifiers(), Identifiers(arxiv=arxiv, doi=Doi("10.1234/lamps"))):
        assert with_arxiv_doi(told) is told


def test_case_does_not_count_in_a_doi():
    assert doi_key(Doi("10.1234/LaMP")) == doi_key(Doi("10.1234/lamp"))


@given(odd_text)
def test_what_is_read_is_read_again_as_itself(text):
    if (doi := parse_doi(text)) is not None:
        assert parse_doi(doi) == parse_doi(f"https://doi.org/{doi}") == doi
    if (arxiv := parse_arxiv(text)) is not None:
        assert parse_arxiv(arxiv.url) == parse_arxiv(arxiv.doi) == Arxiv(arxiv.id)
    if (isbn := parse_isbn(text)) is not None:
        assert parse_isbn(f"ISBN {isbn}") == isbn
    if (openreview := parse_openreview(text)) is not None:
        assert parse_openreview(f"https://openreview.net/forum?id={openreview}") == openreview


@given(st.from_regex(r"[0-9. /-]+", fullmatch=True))
def test_a_bare_number_is_no_identifier(text):
    assert identifiers_of_url(text).arxiv is None
    assert parse_openreview(text) is None


@given(odd_text)
def test_any_text_may_be_asked_as_an_address(text):
    assert isinstance(identifiers_of_url(text), Identifiers)


@given(st.integers(0, 10**12 - 1), st.sampled_from(["978", "979"]))
def test_one_of_ten_last_digits_makes_an_isbn(number, prefix):
    body = f"{prefix}{number:012d}"[:12]
    assert sum(parse_isbn(f"{body}{digit}") is not None for digit in range(10)) == 1
