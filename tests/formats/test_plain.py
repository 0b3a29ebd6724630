import pytest
from hypothesis import given

from refman.formats.plain import one_line, plain, verbatim_line, writable
from tests.formats.shown import law, texts


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a lamp", "a lamp"),
        ("tab\tstays", "tab\tstays"),
        ("1\r\n2\r3\v4\f5\x856\u20287\u20298", "1\n2\n3\n4\n5\n6\n7\n8"),
        ("nul\x00 bell\x07 escape\x1b delete\x7f c1\x9f", "nul bell escape delete c1"),
        ("half \ud800 none \ufffe \uffff", "half \ufffd none \ufffd \ufffd"),
        ("joined 👩\u200d👧 \ufeff", "joined 👩\u200d👧 \ufeff"),
    ],
)
def test_only_what_no_file_can_hold_goes(text, kept):
    assert writable(text) == kept


@law
@given(texts())
def test_what_is_written_is_text_that_reads_back(text):
    once = writable(text)
    assert writable(once) == once
    assert once.encode().decode() == once
    assert not any(sign < " " and sign not in "\t\n" for sign in once)


def test_paragraphs_stay_in_plain_text_and_maths_goes():
    assert plain(" $\\alpha$ one.\n\nTwo ") == "α one.\n\nTwo"


@law
@given(texts())
def test_a_line_is_one_line(text):
    for line in (one_line(text), verbatim_line(text)):
        assert len(line.splitlines()) <= 1
        assert line == " ".join(line.split())


def test_a_dollar_sign_in_a_key_is_no_maths():
    assert verbatim_line("files/$\\alpha$.pdf") == "files/$\\alpha$.pdf"
    assert one_line("$\\alpha$\nb") == "α b"
