"""What differs between two texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.tidying import Sign, words_changed
from tests.growth import assert_cost_ratio

WORDS = st.lists(st.sampled_from(["amber", "brass", "lamp", "lamps", ",", " ", "  ", "-", "水"]))
TEXTS = WORDS.map(" ".join) | st.text(max_size=40)


def told(before: str, after: str) -> str:
    """Return the stretches in a line: [-removed-] [+added+] [~old|new~]."""
    said = []
    for change in words_changed(before, after):
        old = before[change.before.start : change.before.end]
        new = after[change.after.start : change.after.end]
        said.append({
            Sign.EQUAL: new, Sign.ADDED: f"[+{new}+]", Sign.REMOVED: f"[-{old}-]",
            Sign.CHANGED: f"[~{old}|{new}~]",
        }[change.sign])  # fmt: skip
    return "".join(said)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("", "", ""),
        ("", "amber", "[+amber+]"),
        ("amber", "", "[-amber-]"),
        ("  ", "", "[-  -]"),
        ("amber lamps", "amber lamps", "amber lamps"),
        ("amber  lamps ", " amber lamps", " amber lamps"),
        ("amber lamps", "brass lamps", "[~amber |brass ~]lamps"),
        ("amber lamps", "amber brass lamps", "amber [+brass +]lamps"),
        ("lamps, of brass", "lamps of brass", "lamps [-, -]of brass"),
        ("the lamp", "The lamp", "[~the |The ~]lamp"),
    ],
)
def test_words_that_differ_are_told(before, after, wanted):
    assert told(before, after) == wanted


@given(TEXTS, TEXTS)
def test_the_stretches_are_both_texts_in_order(before, after):
    changes = words_changed(before, after)
    for text, side in ((before, "before"), (after, "after")):
        spans = [getattr(change, side) for change in changes]
        assert "".join(text[span.start : span.end] for span in spans) == text
    for change in changes:
        old = before[change.before.start : change.before.end].split()
        new = after[change.after.start : change.after.end].split()
        is_same = "".join(old) == "".join(new)
        assert is_same if change.sign is Sign.EQUAL else before != after
        assert (change.sign is Sign.ADDED) <= (change.before.start == change.before.end)
        assert (change.sign is Sign.REMOVED) <= (change.after.start == change.after.end)
    signs = [change.sign for change in changes]
    assert all(one is not two for one, two in pairwise(signs))


def test_long_texts_that_differ_much_are_shown_as_a_whole():
    before, after = (" ".join(f"{kind}{n}" for n in range(5_000)) for kind in "ab")
    signs = [change.sign for change in words_changed(f"we {before} end", f"we {after} end")]
    assert signs == [Sign.EQUAL, Sign.CHANGED, Sign.EQUAL]
    assert [change.sign for change in words_changed("we end", f"we {after} end")] == [
        Sign.EQUAL, Sign.ADDED, Sign.EQUAL
    ]  # fmt: skip
    assert [change.sign for change in words_changed(f"we {before} end", "we end")] == [
        Sign.EQUAL, Sign.REMOVED, Sign.EQUAL
    ]  # fmt: skip


@pytest.mark.parametrize("of", ["a b", "ab", " ", ".", "\u0301"])
def test_cost_grows_with_the_texts(of):
    def compared(number: int):
        return words_changed(f"x{of * number}", f"{of * number}y")

    compared(10)
    assert_cost_ratio(lambda: compared(64_000), lambda: compared(8_000), most=24.0, floor_s=0.004)
