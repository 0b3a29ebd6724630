import json
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from refman.normalise import clean_text, decode_latex, split_maths
from refman.normalise.latex import _decoded
from refman.resources import read_table
from tests.normalise.cases import cases

TABLE = read_table("latex_decode.toml")

WORDS = ["lamp", "map", "Über", "B2", "7", "x", "2025", "s", "the", "LAMP"]
PIECES = [
    *"\\{}$~`'\"^_%&#.,:()[]/@=|<>*-? \n", "``", "''", "--", "---", "{}", "http://l.example/",
    "\\emph{", "\\emph ", "\\\"", "\\'", "\\c", "\\v ", "\\t{", "\\ss", "\\ss{}", "\\~{}", "\\$",
    "\\textbackslash{}", "\\textasciitilde{}", "\\(", "\\)", "\\[", "\\]", "\\foo{", "\\url{",
    "\\cite{", "\\par ", "\\\\", "{\\it ", "\\&", "\\{", "\\}", "\\ensuremath{", "\\alpha",
    "\\textsuperscript{", "\\footnote{", "\\-", "\\xspace{}",
    "\\enquote{", "\u0301", "\u200b", "\u00a0", "é",
    "…", "”",
]  # fmt: skip
marked_text = st.lists(st.sampled_from(PIECES + WORDS), max_size=24).map("".join)
words_among_marks = st.lists(
    st.tuples(st.sampled_from([*PIECES, " "]), st.sampled_from(WORDS)), max_size=10
)


@pytest.mark.parametrize(("latex", "text"), cases("latex.toml"))
def test_latex_becomes_text(latex, text):
    assert decode_latex(latex) == text


@pytest.mark.parametrize("text", [case.values[1] for case in cases("latex.toml")])
def test_what_is_read_is_at_rest(text):
    assert decode_latex(text) == text


@given(marked_text)
def test_reading_twice_is_reading_once(text):
    assert decode_latex(decode_latex(text)) == decode_latex(text)


@given(marked_text)
def test_a_text_of_marks_comes_to_rest(text):
    """Were texts given back unread for being restless, the law above would hold for nothing."""
    steps = [text]
    while len(steps) < 8 and (after := _decoded(steps[-1])) != steps[-1]:
        steps.append(after)
    assert decode_latex(text) == steps[-1]


@given(marked_text)
def test_cleaning_and_reading_agree(text):
    assert decode_latex(clean_text(decode_latex(clean_text(text)))) == clean_text(
        decode_latex(clean_text(text))
    )


@given(words_among_marks)
def test_no_letter_or_digit_is_lost(pairs):
    """All letters and digits of the words stand in the outcome, in their order, accents aside."""
    text = "".join(mark + word for mark, word in pairs)
    kept = iter(_letters(decode_latex(text)))
    lost = [letter for letter in _letters("".join(word for _, word in pairs)) if letter not in kept]
    assert lost == []


def _letters(text):
    return [sign for sign in unicodedata.normalize("NFKD", text) if sign.isalnum()]


@given(st.text())
def test_text_without_marks_is_left_as_it_is(text):
    if not set(text) & set("\\{$~`'-"):
        assert decode_latex(text) is text


@given(marked_text)
def test_maths_in_a_text_stays_word_for_word(before):
    formula = '$\\"x_{ij}$'
    text = f"{before} {formula}"
    assume((True, formula) in split_maths(text)[-1:])
    assert decode_latex(text).endswith(formula)


def test_a_text_that_never_comes_to_rest_is_given_back():
    restless = "\\textbackslash{}" + "textbackslash{}" * 9 + "emph{a}"
    assert decode_latex(restless) == restless


@pytest.mark.parametrize(("name", "mark"), TABLE["accents"].items())
def test_every_accent_is_a_combining_mark(name, mark):
    assert unicodedata.combining(mark)
    letters = "oo" if name == "t" else "o"
    accented = letters[0] + mark + letters[1:]
    assert decode_latex(f"\\{name}{{{letters}}}") == unicodedata.normalize("NFC", accented)


@pytest.mark.parametrize(("name", "sign"), TABLE["symbols"].items())
def test_every_symbol_is_read(name, sign):
    end = "{}" if name.isalpha() else ""
    bare = "$" if sign == "\\$" else sign
    assert decode_latex(f"5\\{name}{end}5") == f"5{bare}5"


@pytest.mark.parametrize("name", TABLE["unwrapped"]["commands"])
def test_every_font_is_unwrapped(name):
    assert decode_latex(f"a \\{name}{{b c}} d") == "a b c d"


@pytest.mark.parametrize("name", TABLE["unwrapped"]["quoting"])
def test_every_quoting_command_sets_marks(name):
    assert decode_latex(f"a \\{name}{{b c}} d") == "a “b c” d"


@pytest.mark.parametrize("name", TABLE["unwrapped"]["switches"])
def test_every_switch_is_dropped(name):
    assert decode_latex(f"a {{\\{name} b c}} d") == "a b c d"


@pytest.mark.parametrize("name", TABLE["unwrapped"]["debris"])
def test_every_switch_without_backslash_is_dropped(name):
    assert decode_latex(f"a {{{name} b c}} d") == "a b c d"


@pytest.mark.parametrize("name", TABLE["kept"]["commands"])
def test_every_reference_stays(name):
    assert decode_latex(f"a \\{name}{{b--c~d}} e") == f"a \\{name}{{b--c~d}} e"


@pytest.mark.corpus
def test_real_texts_are_read_once_and_lose_nothing(corpus):
    papers = json.loads((corpus / "seed" / "truth.json").read_text(encoding="utf-8"))
    texts = [text for text in _strings(papers) if len(text) > 20]
    assert len(texts) > 100
    for text in texts:
        read = decode_latex(clean_text(text))
        assert decode_latex(read) == read
        kept = iter(_letters(read))
        assert [letter for letter in _letters(text) if letter not in kept] == []


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
