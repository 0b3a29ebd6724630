"""A diff tells what changed: difflib and patch's own rules say the same."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.bib.edit_diff import unified_diff
from refman.formats.exact import Insertion, spliced
from tests.formats.shown import law
from tests.growth import assert_cost_ratio

TEXT = "".join(f"line {number}\n" for number in range(1, 41))


def diff(text, *insertions):
    return list(unified_diff(text, [Insertion(*each) for each in insertions], name="x.bib"))


@pytest.mark.parametrize(
    "insertions",
    [
        [(0, "new\n")],
        [(7, "more\nnew ")],
        [(6, ",\nnew")],
        [(len(TEXT), "new\n")],
        [(len(TEXT) - 1, "\n\nnew")],
        [(60, "a\n"), (60, "b\n"), (61, "c\n"), (75, ",\nd"), (300, ",\ne\nf")],
    ],
)
def test_it_is_what_difflib_says(insertions):
    new = spliced(TEXT, [Insertion(*each) for each in insertions])
    expected = difflib.unified_diff(
        TEXT.splitlines(), new.splitlines(), "x.bib", "x.bib", "", "", 3
    )
    assert diff(TEXT, *insertions)[2:] == [line.rstrip("\n") for line in expected][2:]


def test_nothing_put_in_is_no_diff():
    assert diff(TEXT) == []


def test_a_file_without_line_end_says_so():
    assert diff("a\nb", (3, "\nc"))[2:] == [
        "@@ -1,2 +1,3 @@",
        " a",
        "-b",
        "\\ No newline at end of file",
        "+b",
        "+c",
        "\\ No newline at end of file",
    ]


def test_an_empty_file_has_no_line_to_start_from():
    assert diff("", (0, "new\n")) == ["--- x.bib", "+++ x.bib", "@@ -0,0 +1 @@", "+new"]


def test_line_ends_of_windows_stay_and_those_of_old_macs_become_lines():
    assert diff("a\r\nb\r\n", (3, "c\r\n"))[3:] == [" a\r", "+c\r", " b\r"]
    assert diff("a\rb\r", (2, "c\r"))[3:] == [" a", "+c", " b"]


def patched(text, hunks):
    """Apply a diff as patch does, trusting its line numbers alone."""
    old, new = text.split("\n"), []
    place = 0
    for line in hunks[2:]:
        if line.startswith("@@"):
            start, _, count = line.split()[1][1:].partition(",")
            first = int(start) - (count != "0")
            new += old[place:first]
            place = first
        elif line[0] in " -":
            assert old[place] == line[1:]
            new += [line[1:]] if line[0] == " " else []
            place += 1
        else:
            new.append(line[1:])
    return "\n".join(new + old[place:])


@law
@given(
    st.lists(st.sampled_from(["a\n", "b\n", "\n"]), max_size=40).map("".join),
    st.lists(st.tuples(st.integers(0, 80), st.sampled_from(["x\n", ",\ny", "z"])), max_size=6),
)
def test_patch_gives_the_new_text(text, insertions):
    fitting = [each for each in sorted(insertions) if each[0] <= len(text)]
    new = spliced(text, [Insertion(*each) for each in fitting])
    if new.endswith("\n") or not new:
        assert patched(text, diff(text, *fitting)) == new


def test_the_cost_grows_as_the_file():
    def cost(count):
        text = "@misc{a,\n}\n" * count
        return lambda: diff(text, *((11 * number + 8, "x\n") for number in range(count)))

    assert_cost_ratio(cost(4000), cost(500), most=24, floor_s=0.001)
