"""Lists held beside each other item by item, and merged with those that are wanted."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.editing import field_named
from refman.errors import EditError
from refman.model import Keyword, Name
from refman.tidying import Item, Sign, SomeItems
from refman.tidying.items import items_changed, with_items
from tests.growth import assert_cost_ratio

AUTHOR, KEYWORDS = field_named("author"), field_named("keywords")


def words(text: str) -> tuple[Keyword, ...]:
    return tuple(Keyword(word) for word in text.split())


def names(text: str) -> tuple[Name, ...]:
    """Return names: "Berg,Ada {Lamp-Team} Chen"."""
    found = []
    for word in text.split():
        family, _, given = word.partition(",")
        body = family.strip("{}") if family.startswith("{") else None
        found.append(Name(literal=body) if body else Name(family=family, given=given or None))
    return tuple(found)


def told(items: tuple[Item, ...]) -> str:
    """Return items in a line: "=lamps +wicks -dusk ~Berg, A.|Berg, Ada"."""
    said = []
    for item in items:
        text = "|".join(dict.fromkeys(filter(None, (item.before, item.after))))
        said.append(f"{item.sign.value}{text}")
    return "; ".join(said)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("", "", ""),
        ("amber brass", "amber brass", "=amber; =brass"),
        ("amber", "Amber", "~amber|Amber"),
        ("amber brass", "dusk amber", "+dusk; =amber; -brass"),
        ("one two", "three", "-one; -two; +three"),
        ("one two", "three four", "~one|three; ~two|four"),
        ("a b c", "c a", "=c; =a; -b"),  # what only stands elsewhere is the same
        ("a x b", "b y a", "=b; +y; =a; -x"),
        ("a a b", "a", "=a; -a; -b"),
    ],
)
def test_lists_are_merged_item_by_item(before, after, wanted):
    assert told(items_changed(KEYWORDS, words(before), words(after))) == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("Berg,A.", "Berg,Ada Chen,Bo", "~Berg, A.|Berg, Ada; +Chen, Bo"),
        ("Chen,B. Berg,A.", "Berg,Ada Chen,Bo", "~Berg, A.|Berg, Ada; ~Chen, B.|Chen, Bo"),
        ("Berg,Ada", "Berg,Otto Chen,Bo", "-Berg, Ada; +Berg, Otto; +Chen, Bo"),
        ("Berg,Ada", "Berg,Otto", "~Berg, Ada|Berg, Otto"),
        ("Bergh,Ada Lee,Bo", "Berg,ada Krum,Ed", "~Bergh, Ada|Berg, ada; -Lee, Bo; +Krum, Ed"),
        ("{Lamps}", "{LAMPS}", "~{Lamps}|{LAMPS}"),
        ("{Lamp-Team} Berg,Ada", "Berg,Ada", "-{Lamp-Team}; =Berg, Ada"),
        ("水,火 Berg,Ada", "水,火 Berg,Ada 木,林", "=水, 火; =Berg, Ada; +木, 林"),
    ],
)
def test_a_person_who_is_spelled_out_is_the_same_one(before, after, wanted):
    assert told(items_changed(AUTHOR, names(before), names(after))) == wanted


@pytest.mark.parametrize(
    ("taken", "dropped", "wanted"),
    [
        ((), ("Old, Ann",), "Berg,A. Chen,Bo"),
        (("dusk,  ed",), (), "Berg,A. Dusk,Ed Chen,Bo Old,Ann"),
        (("Berg, Ada",), (), "Berg,Ada Chen,Bo Old,Ann"),
        (("Berg, Ada", "Dusk, Ed"), ("Old, Ann",), "Berg,Ada Dusk,Ed Chen,Bo"),
    ],
)
def test_just_the_wanted_items_become_the_other_lists(taken, dropped, wanted):
    before, after = names("Chen,Bo Old,Ann Berg,A."), names("Berg,Ada Dusk,Ed Chen,Bo")
    some = SomeItems(field="author", taken=taken, dropped=dropped)
    assert with_items(AUTHOR, before, after, some) == names(wanted)


@pytest.mark.parametrize(
    ("some", "said"),
    [
        (SomeItems(field="author", taken=("Berg, Ada",)), 'the record adds no "berg, ada" in'),
        (SomeItems(field="author", taken=("Chen, Bo", "Chen, Bo")), "adds no"),
        (SomeItems(field="author", dropped=("Chen, Bo",)), 'the record lacks no "chen, bo" in'),
        (SomeItems(field="author", taken=("x" * 5_000,)), 'adds no "x{60}" in author'),
        (SomeItems(field="author", taken=("",)), 'adds no "" in author'),
    ],
)
def test_an_item_that_is_not_there_is_told(some, said):
    with pytest.raises(EditError, match=said):
        with_items(AUTHOR, names("Berg,Ada"), names("Berg,Ada Chen,Bo"), some)


LISTS = st.lists(st.sampled_from("abcdABC"), max_size=6).map(lambda signs: words(" ".join(signs)))


def some_of(items) -> SomeItems:
    """Return the wish for changed items."""
    return SomeItems(
        field="keywords",
        taken=tuple(item.after for item in items if item.after),
        dropped=tuple(item.before for item in items if not item.after),
    )


@settings(max_examples=60)
@given(LISTS, LISTS, st.data())
def test_items_are_both_lists_and_what_is_taken_is_just_what_was_wanted(before, after, data):
    items = items_changed(KEYWORDS, before, after)
    assert [item.after for item in items if item.after] == [word.text for word in after]
    olds = Counter(word.text for word in before)
    assert Counter(item.before for item in items if item.before) == olds
    differing = [item for item in items if item.sign is not Sign.EQUAL]
    assert with_items(KEYWORDS, before, after, some_of(differing)) == (
        after if differing else before
    )
    unlike = {(item.after or item.before).casefold(): item for item in differing}
    wanted = [item for item in unlike.values() if data.draw(st.booleans())]
    found = with_items(KEYWORDS, before, after, some_of(wanted))
    if len(unlike) == len(differing):  # of those that read the same the first are meant
        texts = [item.after if item in wanted else item.before for item in items]
        expected = words(" ".join(filter(None, texts))) if wanted else before
        assert found == expected


def test_cost_grows_with_the_lists():
    def merged(number: int):
        before = words(" ".join(f"a{n}" for n in range(number)))
        after = words(" ".join(f"a{n}" if n % 3 else f"b{n}" for n in reversed(range(number))))
        some = SomeItems(field="keywords", taken=tuple(f"b{n}" for n in range(0, number, 3)))
        return with_items(KEYWORDS, before, after, some)

    merged(10)
    assert_cost_ratio(lambda: merged(8_000), lambda: merged(1_000), most=24.0, floor_s=0.004)
