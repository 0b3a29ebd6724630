import re

import pytest
from hypothesis import given

from refman.formats.tex_text import ascii_latex, tidy, unicode_latex
from refman.formats.tex_titles import protected_spans, tex_title
from tests.formats.shown import law, texts
from tests.formats.tex_reader import folded, read_latex

TITLES = {
    "Dimmer: a Lamp that Learns": "Dimmer: a Lamp that Learns",
    "SkeletonX: a Lamp": "{SkeletonX}: a Lamp",
    "RL in 3D with T2I and GPT-4o": "{RL} in {3D} with {T2I} and {GPT-4o}",
    "TÜLU 3 and ÜberNet": r"{T{\"U}LU} 3 and {{\"U}berNet}",
    "Über Alles": r"{\"U}ber Alles",
    "Vision-Language-Action State-of-the-Art": "Vision-Language-Action State-of-the-Art",
    "RT-2, (T3AL) and A^2Nav!": r"{RT-2}, ({T3AL}) and {A{\textasciicircum}2Nav}!",
    "Vitamin C and a Plan, or A Plan": "Vitamin {C} and a Plan, or A Plan",
    "The U.S. and LLMs' iPhone": "The {U.S}. and {LLMs}' {iPhone}",
    "Image/Video/RGB at 2025": "{Image/Video/RGB} at 2025",
    "_FooBar of %Baz #NLP": r"\_{FooBar} of \%Baz \#{NLP}",
    r"$\pi_0$ and $\pi_0$-Nav": r"$\pi_0$ and {$\pi_0$-Nav}",
    r"Of $a + B$ in $\Gamma$": r"Of {$a + B$} in {$\Gamma$}",
    "Γ-Lamps": r"{$\Gamma$}-Lamps",
    "“SkeletonX” – «RL»": "``{SkeletonX}'' -- «{RL}»",
    "Say {RL} {": r"Say {$\lbrace$}{RL}{$\rbrace$} {$\lbrace$}",
    "&&& ---": r"\&\&\& ---",
    r"Of $\foo A$": r"Of \${\textbackslash}foo A\$",
    "50% OFF": r"50\% {OFF}",
}


@pytest.mark.parametrize(("title", "latex"), TITLES.items(), ids=TITLES)
def test_titles(title, latex):
    assert tex_title(title, ascii_latex) == latex


REASONS = {
    "RL": "acronym",
    "U.S.A": "acronym",
    "SkeletonX": "inner capital",
    "T2I": "digit",
    "GPT-4o": "digit",
    "C": "single letter",
    "$T_0$": "maths",
}


@pytest.mark.parametrize(("title", "reason"), REASONS.items(), ids=REASONS)
def test_each_span_has_its_reason(title, reason):
    assert protected_spans(f"of ({title})") == [(4, 4 + len(title), reason)]


def test_the_users_words_are_kept_in_their_case_alone_or_between_hyphens():
    words = {"Monte", "Kyoto", "state"}
    title = "Monte Carlo from Pre-Kyoto, monte and State: state"
    kept = [title[start:end] for start, end, _ in protected_spans(title, words)]
    assert kept == ["Monte", "Pre-Kyoto", "state"]
    assert {reason for *_, reason in protected_spans(title, words)} == {"protected word"}


@law
@given(texts())
def test_spans_are_words_in_their_order(text):
    title = tidy(text)
    done = 0
    for start, end, _ in protected_spans(title):
        assert done <= start < end
        assert not title[start].isspace()
        done = end
    assert done <= len(title)


@law
@given(texts())
def test_the_quick_look_at_a_title_sees_what_the_slow_one_sees(text):
    title = tidy(text).encode("ascii", "ignore").decode()
    # A title that is not ASCII is looked at word by word; this sign changes nothing but that.
    assert protected_spans(title) == protected_spans(f"{title} …")


@law
@given(texts())
def test_a_title_is_read_back_as_it_was(text):
    title = tidy(text)
    for encode in (ascii_latex, unicode_latex):
        latex = tex_title(title, encode)
        assert folded(read_latex(latex)) == folded(title)
        assert not re.search(r"\{\\[%&_#$]", latex)


def test_a_coined_name_of_plain_parts_is_one_word():
    assert protected_spans("Lamp-Game: A Lamp-Game World") == [
        (0, 9, "coined name"),
        (13, 22, "coined name"),
    ]
    assert protected_spans("Well-lit: Lamps") == []
    assert protected_spans("On Lamp-Games: How They Glow") == []
