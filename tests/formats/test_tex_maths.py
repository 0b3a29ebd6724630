import pytest

from refman.formats.crosswalk import rows
from refman.formats.tex_maths import latex_maths

SOUND = [
    r"$\alpha_i^2 \leq 3$",
    r"$n$",
    r"$$x$$",
    r"$\frac{a}{b}$",
    r"$\frac ab$",
    r"$\sqrt{x^2 + y^2}$",
    r"$\left( x \right)$",
    r"$\left\langle x \right|$",
    r"$\left[ \left( x \right. \right]$",
    r"$\{1, 2\}$",
    r"$50\%$",
    r"$x'^2$",
    r"$\text{don't stop}$",
    r"$T_{\text{max}}$",
    r"$\mathbb{R}^{n \times m}$",
    r"$x^{a_b}_{c^d}$",
    r"$A^2_3 B_1^2$",
    r"$|x| < \pi$",
]


@pytest.mark.parametrize("formula", SOUND)
def test_a_sound_formula_stays(formula):
    assert latex_maths(formula) == formula


UNSOUND = {
    "unknown command": r"$\input{secrets}$",
    "definition": r"$\def\x{y}$",
    "two scripts of a kind": "$x_a_b$",
    "two scripts of a kind after a group": "$x_{a}_b$",
    "prime behind a superscript": "$x^2'$",
    "script of nothing": "$x^$",
    "script of a script": "$x^_2$",
    "script of a closing brace": "$x_{a^}$",
    "script of a fraction": r"$x^\frac{a}{b}$",
    "script in text": r"$\text{a_b}$",
    "script in a group in text": r"$\text{a{b_c}}$",
    "fraction with one group": r"$\frac{a}$",
    "open brace": "$a{$",
    "closing brace": "$a}$",
    "crossed fences": r"$\left( { \right) }$",
    "left without a fence": r"$\left x \right)$",
    "left without right": r"$\left( x$",
    "right without left": r"$x \right)$",
    "right at the end": r"$\left( x \right$",
    "left at the end": r"$x \left$",
    "one written brace": r"$\{ x$",
    "written braces the wrong way round": r"$\} x \{$",
    "comment": "$50%$",
    "alignment": "$a & b$",
    "parameter": "$#1$",
    "line end": r"$a \\ b$",
    "lone backslash": "$a \\$",
    "tie": "$a~b$",
    "sign without LaTeX": "$灯$",
    "letter that is text": "$ß$",
}


@pytest.mark.parametrize("formula", UNSOUND.values(), ids=UNSOUND)
def test_any_other_formula_is_text(formula):
    assert latex_maths(formula) is None


def test_signs_become_commands():
    assert latex_maths("$α_i ≤ β$") == r"${\alpha}_i {\leq} {\beta}$"


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        (r"${\rm GaN}(000\bar{1})$", r"${\mathrm{GaN}}(000\bar{1})$"),
        (r"$x_{\bf a}^{ \it b}$", r"$x_{\mathbf{a}}^{\mathit{b}}$"),
        (r"${\cal O}(n)$", r"${\mathcal{O}}(n)$"),
    ],
)
def test_letters_are_switched_as_latex_does(formula, written):
    assert latex_maths(formula) == written


def test_no_command_reads_or_writes_files_or_defines():
    known = {name for row in rows("latex_maths").values() for name in row["commands"].split(" ")}
    assert "" not in known
    assert not known & {"input", "include", "write", "openout", "def", "let", "csname", "catcode"}
