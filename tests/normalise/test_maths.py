import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.normalise import plain_maths, split_maths
from refman.normalise.maths import is_formula
from refman.resources import read_table
from tests.normalise.cases import cases

TABLE = read_table("latex_decode.toml")

PIECES = [
    "$", "$", "$$", "\\", "{", "}", "^", "_", "\\alpha", "\\frac", "\\mathbb", "\\text{", "\\$",
    "~", "2", "x", "lamp", " ", "\n", "\n\n", "+", "(", ")", "\\%", "\\,", "é",
]  # fmt: skip
maths_text = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@pytest.mark.parametrize(("text", "plain"), cases("maths.toml"))
def test_maths_is_said_plainly(text, plain):
    assert plain_maths(text) == plain


@given(maths_text)
def test_saying_twice_is_saying_once(text):
    assert plain_maths(plain_maths(text)) == plain_maths(text)


@given(maths_text)
def test_pieces_are_the_text(text):
    pieces = split_maths(text)
    assert "".join(piece for _, piece in pieces) == text
    assert all(piece for _, piece in pieces)
    assert all(piece[0] == piece[-1] == "$" for is_maths, piece in pieces if is_maths)
    neighbours = [is_maths for is_maths, _ in pieces]
    assert (False, False) not in pairwise(neighbours)


@given(st.text(st.characters(exclude_characters="$")))
def test_text_without_dollar_signs_is_no_maths(text):
    assert split_maths(text) == ([(False, text)] if text else [])
    assert plain_maths(text) == text


@pytest.mark.parametrize(
    ("text", "maths"),
    [
        ("\\$x$", []),
        ("\\\\$x$", ["$x$"]),
        ("\\\\\\$x$ $y$", ["$y$"]),
        ("$x$\\$y$ $z$", ["$x$", "$z$"]),
        ("$x$\\\\$y$", ["$x$", "$y$"]),
        ("a \\", []),
    ],
)
def test_a_backslash_escapes_a_dollar_sign_if_nothing_escapes_it(text, maths):
    assert [piece for is_maths, piece in split_maths(text) if is_maths] == maths


@pytest.mark.parametrize("body", ["", " x", "x ", "the lamp", "5 and", "5.50 per"])
def test_what_is_no_formula(body):
    assert not is_formula(body)


@pytest.mark.parametrize("body", ["x", "5", "\\text{the lamp}", "n \\log n", "2x + 1", "x in R"])
def test_what_is_a_formula(body):
    assert is_formula(body)


@pytest.mark.parametrize(("name", "sign"), TABLE["maths"].items())
def test_every_sign_of_maths_is_said(name, sign):
    assert plain_maths(f"$x\\{name} y$") == " ".join(f"x{sign} y".split())


@pytest.mark.parametrize("name", TABLE["unwrapped"]["maths"])
def test_every_font_of_maths_is_unwrapped(name):
    assert plain_maths(f"$x\\{name}{{ab}}$") == "xab"


@pytest.mark.parametrize("name", TABLE["alphabets"])
def test_every_letter_of_an_alphabet_is_said(name):
    for letter, sign in TABLE["alphabets"][name].items():
        assert unicodedata.normalize("NFKC", sign) == letter
        assert plain_maths(f"$\\{name}{{{letter}}}$") == sign


@pytest.mark.parametrize(("kind", "mark"), [("superscript", "^"), ("subscript", "_")])
def test_every_script_is_said(kind, mark):
    for letter, sign in TABLE["scripts"][kind].items():
        assert len(sign) == 1
        assert plain_maths(f"$x{mark}{{{letter}{letter}}}$") == f"x{sign}{sign}"
