import pytest

from refman.formats.foreign.gathered import Gathered
from refman.formats.foreign.places import Places
from refman.formats.foreign.xml_elements import local_name
from refman.model import Span

TEXT = "lamp oil wick"


@pytest.fixture
def gathered():
    return Gathered(TEXT, Span(0, len(TEXT)))


def test_the_first_value_counts_and_others_are_kept(gathered):
    for value in ("a", "b", "a", ""):
        gathered.line("volume", value, "vol")
        gathered.prose("abstract", value, "abs")
        gathered.url("url", value, "link")
        gathered.key(value, "key")
        gathered.notes(value)
        gathered.note(value)
        gathered.keyword(value)
    entry = gathered.record().entry
    assert (entry.volume, entry.abstract, entry.url, entry.citekey) == ("a",) * 4
    assert entry.extra == {"vol": "b", "abs": "b", "link": "b", "key": "b"}
    assert entry.notes == ("a", "b", "a")
    assert entry.note == "a\nb\na"
    assert [word.text for word in entry.keywords] == ["a", "b"]


def test_a_field_is_unset_only_with_its_own_value(gathered):
    gathered.line("page", "1", "p")
    gathered.drop("page", "2")
    gathered.drop("volume", "2")
    assert gathered.get("page") == "1"
    gathered.drop("page", "1")
    assert gathered.get("page") is None


@pytest.mark.parametrize(
    ("kind", "text", "value", "kept"),
    [
        ("doi", "https://doi.org/10.1234/x", "10.1234/x", None),
        ("doi", "doi: 10.1234/x", "10.1234/x", None),
        ("doi", "10.1234/x, see 7", "10.1234/x", "10.1234/x, see 7"),
        ("doi", "lamp", None, "lamp"),
        ("isbn", "ISBN 978-1-234-56789-7", "9781234567897", None),
        ("isbn", "0-943396-04-2 0-85131-041-9", "0943396042", "0-943396-04-2 0-85131-041-9"),
        ("isbn", "9781234567897 (cloth)", "9781234567897", "9781234567897 (cloth)"),
        ("pmid", "PMID: 12", "12", None),
        ("pmid", "012", None, "012"),
        ("dblp", "conf/x", "conf/x", None),
        ("dblp", "two words", None, "two words"),
    ],
)
def test_identifiers_are_canonical_or_kept(gathered, kind, text, value, kept):
    gathered.identify(kind, text, "id")
    entry = gathered.record().entry
    assert getattr(entry.identifiers, kind) == value
    assert entry.extra.get("id") == kept


def test_a_number_of_arxiv_may_stand_bare_but_not_among_words(gathered):
    gathered.identify("arxiv", "2401.00001 [cs.CV]", "a")
    gathered.identify("arxiv", "arXiv:2401.00001 and more words", "a")
    entry = gathered.record().entry
    assert entry.identifiers.arxiv.primary_class == "cs.CV"
    assert entry.extra == {"a": "arXiv:2401.00001 and more words"}


def test_values_are_found_in_their_order_until_too_many_are_not():
    places = Places(TEXT, Span(0, len(TEXT)))
    assert places.of("oil") == Span(5, 8)
    assert places.of("lamp") == Span(0, len(TEXT))
    assert places.of("", "gone", "wick") == Span(9, 13)
    for _ in range(8):
        places.of("gone")
    assert places.of("wick") == Span(0, len(TEXT))
    assert places.within(Span(9, 13)).of("wick") == Span(9, 13)
    assert places.raw(Span(9, 13)) == "wick"


def test_local_names():
    assert [local_name(name) for name in ("a", "x:a", "{http://x/y}a")] == ["a"] * 3
