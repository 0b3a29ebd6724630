import json
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.citekeys import DEFAULT_PATTERN, assign_citekeys, compile_pattern
from refman.errors import SettingsError
from refman.model import Arxiv, ArxivId, Citekey, Date, Doi, Entry, Identifiers, Name, Pmid

DEFAULT = compile_pattern(DEFAULT_PATTERN)
LEE = Name(family="Lee", given="Ada")
BERG = Name(family="Berg", non_dropping_particle="van der", given="Jan")
GREEN = Entry(title="GLOW: Green Lanterns over Water", abstract="On lamps.")
GATES = Entry(title="GLOW: Gates Leading Out of Winter", abstract="On doors.")


def keys(*entries, pattern=DEFAULT, taken=()):
    return [entry.citekey for entry in assign_citekeys(entries, pattern, taken=taken)]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("SkeletonX: Data-Efficient Walking", "skeletonx"),
        ("Learning to Fold the Map", "learning-fold-map"),
        ("A Study", "study"),
        ("Über die Brücke und zurück", "brucke-zuruck"),
        ("", "ref-"),
        ("?!", "ref-"),
    ],
)
def test_without_authors_the_title_gives_a_provisional_key(title, key):
    (made,) = keys(Entry(title=title, issued=Date(2024)))
    assert made == key or (key == "ref-" and made.startswith(key) and len(made) == 10)


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        (DEFAULT_PATTERN, "lee2024lamps"),
        ("{auth}:{year}", "lee:2024"),
        ("{auth:capital}{year}{words}", "Lee2024lampswater"),
        ("{auths}-{coined:upper}", "LeeVanderberg-LAMPS"),
        ("{auth:2}{year:2}", "le20"),
        ("x/{word:upper}", "x/LAMPS"),
        ("{auth}-x", "lee-x"),
    ],
)
def test_a_pattern_makes_the_key(pattern, key):
    entry = Entry(title="Lamps under the Water", author=(LEE, BERG), issued=Date(2024, 5))
    assert keys(entry, pattern=compile_pattern(pattern)) == [key]


def test_many_authors_are_cut():
    entry = Entry(title="Lamps", author=(LEE, BERG, LEE, LEE))
    assert keys(entry, pattern=compile_pattern("{auths}")) == ["LeeVanderbergLeeEtAl"]


def test_a_body_is_an_author_and_a_missing_year_is_left_out():
    entry = Entry(title="Lamps", author=(Name(literal="The Lamp Team"),))
    assert keys(entry) == ["thelampteamlamps"]


def test_a_coined_name_stands_for_the_first_word_where_asked():
    entry = Entry(title="GLOW: Lamps", author=(LEE,))
    assert keys(entry, pattern=compile_pattern("{auth}-{coined}")) == ["lee-glow"]


def test_a_pattern_that_gives_nothing_falls_back_on_the_title():
    entry = Entry(title="GLOW: Lamps", author=(Name(literal="李"),))
    assert keys(entry, pattern=compile_pattern("{year}")) == ["glow"]


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("{author}", r"no part \{author\}; it knows \{auth\}"),
        ("{auth:loud}", "no form 'loud'"),
        ("{auth!r}", "no form '!r'"),
        ("{auth", "cannot be read"),
        ("a b{auth}", "may not hold ' '"),
        ("{auth}#", "may not hold '#'"),
    ],
)
def test_a_wrong_pattern_is_told(pattern, says):
    with pytest.raises(SettingsError, match=says) as caught:
        compile_pattern(pattern)
    assert caught.value.setting == "citekeys.pattern"


def test_two_papers_of_one_short_name_are_told_apart_in_any_order():
    assert keys(GREEN, GATES) == ["glow-green", "glow-gates"]
    assert keys(GATES, GREEN) == ["glow-gates", "glow-green"]


def test_words_are_added_until_the_keys_differ():
    one = Entry(title="GLOW: Green Lamps in Rain")
    two = Entry(title="GLOW: Green Lamps in Snow")
    assert keys(one, two) == ["glow-green-lamps-rain", "glow-green-lamps-snow"]


def test_keys_are_told_apart_without_regard_to_case():
    pattern = compile_pattern("{auth:upper}")
    made = keys(
        Entry(title="Lamps", citekey=Citekey("lee")),
        Entry(title="Doors", author=(LEE,)),
        pattern=pattern,
    )
    assert made == ["lee", "LEE-doors"]


def test_equal_titles_are_told_apart_by_their_content():
    one = Entry(title="Lamps", abstract="On oil.")
    two = Entry(title="Lamps", abstract="On gas.")
    first, second = keys(one, two)
    assert first != second
    assert first.startswith("lamps-")
    assert keys(two, one) == [second, first]


def test_the_same_paper_twice_gets_a_number():
    first, second = keys(GREEN, GREEN)
    assert second == f"{first}-2"


def test_a_key_once_given_stays_and_others_give_way():
    given_key = Entry(title="GLOW: Anything", citekey=Citekey("glow"))
    assert keys(GREEN, given_key) == ["glow-green", "glow"]
    assert keys(GREEN, taken=[Citekey("Glow")]) == ["glow-green"]


def test_a_number_is_found_even_where_all_words_are_taken():
    one = Entry(title="Lamps", abstract="On oil.")
    (base,) = keys(one)
    (marked,) = keys(one, taken=[base])
    (numbered,) = keys(one, taken=[base, marked])
    assert marked.startswith("lamps-")
    assert numbered == f"{marked}-2"
    assert keys(one, taken=[base, marked, numbered]) == [f"{marked}-3"]


TITLES = st.lists(
    st.sampled_from(["GLOW", "lamp", "door", "of", "Rain", "-", ":", "3D"]), max_size=5
)


@given(
    st.lists(
        st.builds(
            Entry,
            title=TITLES.map(" ".join),
            abstract=st.sampled_from(["a", "b"]),
            author=st.sampled_from([(), (LEE,)]),
        ),
        max_size=12,
        unique_by=lambda entry: (entry.title, entry.abstract, entry.author),
    ),
    st.randoms(),
)
def test_keys_are_unique_and_do_not_depend_on_the_order(entries, shuffler: random.Random):
    made = dict(zip(range(len(entries)), keys(*entries), strict=True))
    assert max(Counter(key.lower() for key in made.values()).values(), default=1) == 1
    order = list(made)
    shuffler.shuffle(order)
    again = keys(*(entries[place] for place in order))
    assert again == [made[place] for place in order]


@pytest.mark.corpus
def test_the_two_seed_papers_of_one_short_name(corpus):
    truth = json.loads((corpus / "seed" / "truth.json").read_text())
    entries = [Entry(title=paper["title"]) for paper in truth["papers"]]
    made = keys(*entries)
    assert len(set(made)) == 68
    assert sorted(key for key in made if key.startswith("taco")) == [
        "taco-learning",
        "taco-temporal",
    ]


@pytest.mark.parametrize(
    ("identifiers", "key"),
    [
        (Identifiers(arxiv=Arxiv(ArxivId("2506.18701"))), "arxiv250618701"),
        (Identifiers(doi=Doi("10.1234/Lamp.7")), "101234lamp7"),
        (Identifiers(pmid=Pmid("123")), "123"),
    ],
)
def test_what_is_known_by_an_identifier_alone_is_called_by_it(identifiers, key):
    (entry,) = assign_citekeys([Entry(identifiers=identifiers)], DEFAULT)
    assert entry.citekey == key
