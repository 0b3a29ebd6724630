import pytest

from refman.lookup.asking import batches, by_key, in_path, title_asked, words_asked
from refman.model import Entry


def test_places_by_key():
    entries = [Entry(title="a"), Entry(), Entry(title="b"), Entry(title="a")]
    assert by_key(entries, lambda entry: entry.title) == {"a": [0, 3], "b": [2]}


def test_batches():
    assert list(batches(list("abcde"), 2)) == [["a", "b"], ["c", "d"], ["e"]]
    assert list(batches([], 2)) == []


def test_path():
    assert in_path("10.1000/a<b>?#") == "10.1000%2Fa%3Cb%3E%3F%23"


@pytest.mark.parametrize(
    ("title", "query"),
    [
        (None, None),
        ("", None),
        ("?!", None),
        ("Lamps: are they (really) bright? | yes, -no", "Lamps are they really bright yes no"),
        ("$A^2$Nav", "A²Nav"),
        ("光 lamps", "光 lamps"),
        ("aa " * 200, " ".join(["aa"] * 100)),
        ("x" * 400, "x" * 300),
    ],
)
def test_title_as_query(title, query):
    assert title_asked(title) == query


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (None, []),
        ("", []),
        ("The Lamps and the Rain", ["lamps", "rain"]),
        ("To be or not to be", ["to", "be", "or", "not"]),
        ("Über-bright lamps", ["bright", "lamps"]),
        ("光の灯", ["光の灯"]),
        ("a_b lamps", ["lamps"]),
    ],
)
def test_significant_words(title, words):
    found = words_asked(title, most=9)
    assert found == words or set(words) <= set(found)


def test_words_are_but_so_many():
    assert words_asked("lamps wicks rains moths", most=2) == ["lamps", "wicks"]
