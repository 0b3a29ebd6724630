import pytest

from refman.formats.bib.latex import line_of, prose_of, verbatim_of
from refman.formats.tex_signs import sign_table
from refman.formats.tex_text import ascii_latex, unicode_latex
from tests.growth import assert_cost_ratio


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Lamps", "Lamps"),
        (" two\n  lamps ", "two lamps"),
        ("{B}ayes and {The Whole} of {{L}}amps", "Bayes and The Whole of Lamps"),
        (r"\'El\'ements d'{\"O}l {\ss} {\c c} \v{s}", "Éléments d'Öl ß ç š"),
        (r"{\^{\d{a}}} {\'{\i}} \'{\=a} {\=P}ot \"{\i}", "ậ í ā́ P̄ot ï"),
        ("10~cm, A.~Lee, a--b, a---b, a----b", "10 cm, A. Lee, a–b, a—b, a----b"),
        ("https://lamps.example/~ada--bo x~y", "https://lamps.example/~ada--bo x y"),
        ("``both'' `one' dog's '' ``", "“both” ‘one’ dog's ” “"),
        (r"50\% \& \#1 \_ \{a, b\} {\textasciitilde}1", "50% & #1 _ {a, b} ~1"),
        (r"$\alpha_{i}$ of {$\alpha$} and {\textless}", r"$\alpha_{i}$ of α and <"),
        (r"it costs 5\$, not \$6", "it costs 5$, not $6"),
        (r"it is {\textbackslash}\$x{\textbackslash}\$", r"it is \$x\$"),
        (r"\emph{warm \textbf{light}} {\em oil} {small lamps}", "warm light oil small lamps"),
        (r"x_{i} and \lamp{warm} light", r"x_{i} and \lamp{warm} light"),
        ("x_{i} of {LED}", "x_{i} of {LED}"),
        (r"{\lampsign} {$\lampsign$}", r"\lampsign $\lampsign$"),
        ("ﬁne\u00a0oil \u0007", "fine oil"),
        (r"CO\textsubscript{2}", "CO₂"),
    ],
)
def test_a_value_on_one_line(value, text):
    assert line_of(value) == text


def test_paragraphs_stay():
    assert prose_of("One\n lamp.\n\n  {Two}\n") == "One lamp.\n\nTwo"
    assert prose_of(r"One \par Two") == "One\n\nTwo"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("10.1234/a_b", "10.1234/a_b"),
        (r"https://x.example/\~{}ada\_b\%20\#c\&d", "https://x.example/~ada_b%20#c&d"),
        (r"\url{https://x.example/a\_b}", "https://x.example/a_b"),
        ("{https://x.example/}", "https://x.example/"),
        (r"https://x.example/{\textasciitilde}a$\sim$b{\_}c", "https://x.example/~a~b_c"),
        (r"10.1\textunderscore{}x\textasciicircum", "10.1_x^"),
        (" a\n b ", "a b"),
    ],
)
def test_a_value_that_is_no_text(value, text):
    assert verbatim_of(value) == text


@pytest.mark.parametrize("encode", [ascii_latex, unicode_latex])
def test_what_is_written_is_read_again(encode):
    alike = dict(zip("µ⋅∆‐‑∙∊∍■⪯⪰⟂♢〈〉", "μ·Δ--•∈∋∎≼≽⊥⋄⟨⟩", strict=True))
    for sign in sign_table().latex:
        if sign not in "‘’" and not sign.isspace() and sign.isprintable():  # quotes are in pairs
            read = line_of(f"a {encode(sign)} b")
            assert alike.get(read[2:-2], read[2:-2]) == alike.get(line_of(sign), line_of(sign))


@pytest.mark.parametrize("read", [line_of, prose_of, verbatim_of])
@pytest.mark.parametrize(
    "piece", ["{", "\\url{", "{\\", "``", "''", "--", "\\'{\\", "$x", "~", "{$", "{\\a{\\b{"]
)
def test_cost_grows_with_the_length(piece, read):
    short, long = piece * 1_000, piece * 4_000
    assert_cost_ratio(lambda: read(long), lambda: read(short), most=8, floor_s=0.004)
