import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.normalise import clean_text, fold_blanks
from refman.normalise.text import mend_mojibake, settle
from tests.normalise.cases import cases

odd_text = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(list("ab.\n\n\r\t \u00a0\u00ad\u200b\u200d\u0301ﬁÃ¼Â©â€™ðŸ\u2028\u2029")),
    )
)


@pytest.mark.parametrize(("text", "cleaned"), cases("text.toml"))
def test_text_is_cleaned(text, cleaned):
    assert clean_text(text) == cleaned


@given(odd_text)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean_text(clean_text(text)) == clean_text(text)


@given(odd_text)
def test_clean_text_has_single_blanks_composed_signs_and_paragraphs(text):
    cleaned = clean_text(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    paragraphs = cleaned.split("\n\n")
    assert paragraphs == [""] or all(
        paragraph and paragraph == " ".join(paragraph.split()) for paragraph in paragraphs
    )
    kinds = {unicodedata.category(sign) for sign in cleaned if sign not in "\n \u200c\u200d"}
    assert kinds.isdisjoint({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"})


@given(st.text(st.sampled_from("abcXYZ .,-\u00e9ßøЖ灯"), max_size=60))
def test_signs_of_words_are_neither_lost_nor_made(text):
    assert clean_text(text).replace(" ", "") == text.replace(" ", "")


@given(st.text(st.sampled_from("ab \n\t\u00a0"), max_size=40))
def test_folding_gives_one_line(text):
    folded = fold_blanks(text)
    assert folded.split(" ") == (text.split() or [""])
    assert fold_blanks(folded) == folded


@given(
    st.lists(
        st.sampled_from(["Müller", "it’s", "–", "naïve", "façade", "señor", "lamp"]), max_size=8
    )
)
def test_mending_undoes_a_misreading(words):
    text = " ".join(words)
    assert mend_mojibake(text.encode("utf-8").decode("cp1252")) == text


def test_clean_ascii_is_given_back_itself():
    text = "A lamp."
    assert clean_text(text) is text


def test_a_step_that_never_rests_gives_the_text_back():
    assert settle(lambda text: text + "a", "b") == "b"
    assert settle(lambda text: text[1:] or text, "abc") == "c"


def test_the_mending_library_is_loaded_only_for_what_looks_misread():
    code = (
        "import sys, refman.normalise as n; n.normalise_title('T\\\\\"ULU: S\\u00c3O');"
        "print('ftfy' in sys.modules); n.clean_text('M\\u00c3\\u00bcller');"
        "print('ftfy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("marks", ["\u0301\u0323" * 40, "\u0323" * 31, "—" * 50])
def test_a_pile_of_marks_is_parted_and_nothing_else(marks):
    cleaned = clean_text(f"a{marks}b")
    assert sorted(cleaned.replace("\u034f", "")) == sorted(
        unicodedata.normalize("NFC", f"a{marks}b")
    )
    assert ("\u034f" in cleaned) == ("—" not in marks)
    assert clean_text(cleaned) == cleaned
