import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.crosswalk import rows
from refman.formats.tex_text import (
    ascii_latex,
    is_balanced,
    paragraphs,
    tex_line,
    tidy,
    unicode_latex,
    verbatim,
    zotero_text,
)
from refman.normalise import decode_latex, plain_maths
from tests.formats.entries import HOSTILE_TEXTS
from tests.formats.shown import law, texts
from tests.formats.tex_reader import folded, read_latex

ENCODERS = [ascii_latex, unicode_latex, zotero_text]
TEX = [ascii_latex, unicode_latex]

ASCII = {
    "50% of R&D, item #1 of a_b": r"50\% of R\&D, item \#1 of a\_b",
    "It costs $5, or 7$": r"It costs \$5, or 7\$",
    "C:\\lamps ~user A^2": r"C:{\textbackslash}lamps {\textasciitilde}user A{\textasciicircum}2",
    "<action> a|b": r"{\textless}action{\textgreater} a{$|$}b",
    "{a, b}": r"\{a, b\}",
    "a } b { c": r"a {$\rbrace$} b {$\lbrace$} c",
    "Über Größe in Łódź": r"{\"U}ber Gr{\"o}{\ss}e in {\L}{\'o}d{\'z}",
    "α ≥ 3 × 10² °C": r"{$\alpha$} {$\geq$} 3 {$\times$} 10{$^2$} {$^\circ$}C",
    "“model’s” – or — so": "``model's'' -- or --- so",
    "‘“both”’": r"{\textquoteleft}{\textquotedblleft}both{\textquotedblright}{\textquoteright}",
    "-–": "-–",
    "灯 💡 €": "灯 💡 €",
    r"of $\alpha_i$ and 5$": r"of $\alpha_i$ and 5\$",
    r"$\input{x}$ {": r"\${\textbackslash}input{$\lbrace$}x{$\rbrace$}\$ {$\lbrace$}",
    r"$\{1\}$ }": r"$\{1\}$ {$\rbrace$}",
    "g\u0302 a\u0338": "{\\^g} a\u0338",
}


@pytest.mark.parametrize(("text", "latex"), ASCII.items(), ids=ASCII)
def test_text_for_bibtex(text, latex):
    assert ascii_latex(text) == latex


UNICODE = {
    "Über Größe, 50%": r"Über Größe, 50\%",
    "α ≥ 3 × 10² °C – “x”": r"{$\alpha$} {$\geq$} 3 × 10² °C – “x”",
    "e\u0301": "é",
    "plain & simple": r"plain \& simple",
}


@pytest.mark.parametrize(("text", "latex"), UNICODE.items(), ids=UNICODE)
def test_text_for_biber(text, latex):
    assert unicode_latex(text) == latex


ZOTERO = {
    "Über α ≥ 3 – “x”": "Über α ≥ 3 – “x”",
    "50% of R&D, #1 a_b {x}": r"50\% of R\&D, \#1 a\_b \{x\}",
    "only $5": r"only \$5",
    "$5 or 7$": "＄5 or 7＄",
    "C:\\x ~u A^2 <a>|": "C:＼x ～u A^2 <a>|",
    "a } b": "a ｝ b",
    r"of $\alpha_i \leq \pi$": "of αᵢ ≤ π",
    r"of $\frac{a}{b}$": r"of ＄＼frac\{a\}\{b\}＄",
}


@pytest.mark.parametrize(("text", "value"), ZOTERO.items(), ids=ZOTERO)
def test_text_for_zotero(text, value):
    assert zotero_text(text) == value


def test_every_row_of_specials_is_one_ascii_sign():
    for sign, row in rows("tex_specials").items():
        assert len(sign) == 1
        assert sign.isascii()
        assert read_latex(row["latex"]) == sign
        assert (ascii_latex(sign) == sign) is (row["latex"] == sign)  # it is looked for
        assert unicodedata.normalize("NFKC", row.get("zotero", sign)).lstrip("\\") in {sign, ""}


@pytest.mark.parametrize("encode", ENCODERS)
@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_hostile_text_keeps_a_value_in_its_braces(encode, text):
    value = tex_line(text, encode)
    assert is_balanced(value)
    assert is_balanced(re.sub(r"\\[{}]", "", value))
    assert not value.endswith("\\")
    assert value.isprintable() or not text.isascii()


def fullwidth_folded(text):
    return unicodedata.normalize("NFKC", text)


@law
@given(texts(), st.sampled_from(TEX))
def test_latex_is_read_back_as_the_text(text, encode):
    value = tex_line(text, encode)
    assert is_balanced(value)
    assert folded(read_latex(value)) == folded(tidy(text))


@law
@given(texts())
def test_zotero_reads_the_text(text):
    value = tex_line(text, zotero_text)
    assert is_balanced(value)
    assert is_balanced(re.sub(r"\\[{}]", "", value))
    read = re.sub(r"\\([%&_#{}$])", r"\1", value)
    assert fullwidth_folded(read) == fullwidth_folded(plain_maths(tidy(text)))


UNSAFE_FOR_ZOTERO = re.compile(r"\\[^%&_#{}$]|(?<!\\)[~%#&_{}$]|\\\$.*\\\$")
"""All but the forms that Zotero is known to read rightly."""


@law
@given(texts())
def test_zotero_gets_none_of_the_forms_that_it_misreads(text):
    assert UNSAFE_FOR_ZOTERO.search(tex_line(text, zotero_text)) is None


FRIENDLY = st.text(
    st.sampled_from("abcXYZ 019,.;:()%&#_<>^ÄÖÜäöüßéèêçñøåæœŁłĄęčšžőűİı≥≤×α灯💡©§"), max_size=40
)


@law
@given(FRIENDLY, st.sampled_from(TEX))
def test_our_own_reader_reads_it_back(text, encode):
    # The reader of pages keeps formulas as such; a sign that is one by itself is said plainly.
    text = unicodedata.normalize("NFC", tidy(text))
    value = re.sub(r"\{(\$[^$]*\$)\}", lambda found: plain_maths(found[1]), tex_line(text, encode))
    assert decode_latex(value) == text


@pytest.mark.parametrize("encode", ENCODERS)
def test_blanks_and_controls_are_folded(encode):
    assert tex_line(" a\x00b \n c\u00a0\u2028d\t", encode) == "ab c d"


def test_a_lone_surrogate_is_shown_as_lost():
    assert tex_line("a\ud800b", ascii_latex) == "a\ufffdb"


def test_paragraphs_part_at_empty_lines():
    assert paragraphs("a\nb\n\nc\r\n \r\nd") == ["a\nb", "c", "d"]


VERBATIM = {
    "https://x.example/~a/50%25?b=1&c=2#d_e": "https://x.example/~a/50%25?b=1&c=2#d_e",
    "10.1002/(SICI)1097<1::AID>3.0.CO;2-2": "10.1002/(SICI)1097<1::AID>3.0.CO;2-2",
    "https://x.example/{a}\\b c": "https://x.example/%7Ba%7D%5Cb%20c",
    " https://лампа.example/ ": "https://лампа.example/",
    "a\u00a0b\ud800": "a%C2%A0b\ufffd",
}


@pytest.mark.parametrize(("url", "value"), VERBATIM.items(), ids=range(len(VERBATIM)))
def test_addresses_are_verbatim_but_for_what_breaks_a_value(url, value):
    assert verbatim(url) == value


BALANCED = {
    "": True,
    "{}": True,
    "a{b{c}}": True,
    r"\{}": True,
    "{": False,
    "}{": False,
    "{}}": False,
}


@pytest.mark.parametrize(("text", "told"), BALANCED.items())
def test_balance(text, told):
    assert is_balanced(text) is told
