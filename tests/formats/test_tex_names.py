import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.tex_names import tex_name, tex_names
from refman.formats.tex_text import ascii_latex, tex_line
from refman.model import Name
from tests.formats.entries import NAMES
from tests.formats.shown import law


def text(part):
    return tex_line(part, ascii_latex)


EXPECTED = [
    "Lindqvist, Ada Maria",
    r"{\=O}'Brien, Bo",
    "van der Berg, Jan",
    "Humboldt, Wilhelm von",
    r"de la Graci{\'a}n, Jr., Jos{\'e} Luis",
    "Okafor, III, Ngozi",
    "Plato",
    r"Garc{\'i}a M{\'a}rquez, In{\'e}s",
    r"Mc{$\lbrace$}Brace, O\{dd\}",
    "{Salt and Pepper}, Sam",
    "{Comma, Inc}, {A, B}",
    "灯, 笼",
    r"{\c{S}}ahin, {\c{C}}a{\u{g}}r{\i} {\.I}.",
    "others, et al",
    "{del Sur}, jean-luc",
    "{The Lantern Team}",
    r"{Oil and Wick, Ltd. \& Sons}",
    "{others}",
    r"{50\%\_Lamp {$\lbrace$}Group}",
]


@pytest.mark.parametrize(("name", "latex"), list(zip(NAMES, EXPECTED, strict=True)), ids=EXPECTED)
def test_names_of_every_kind(name, latex):
    assert tex_name(name, text) == latex


ODD = {
    "{García Márquez}": Name(family="García Márquez"),
    "{van Berg}": Name(family="Berg", non_dropping_particle="van"),
    "{Plato, Jr.}": Name(family="Plato", suffix="Jr."),
    "{others}": Name(family="others"),
    "Humboldt, von": Name(family="Humboldt", dropping_particle="von"),
    "Comma, {Jr, x}, Al": Name(family="Comma", given="Al", suffix="Jr, x"),
    "van {del Sur}, Al": Name(family="del Sur", given="Al", non_dropping_particle="van"),
    "Bo, {x AND y}": Name(family="Bo", given="x AND y"),
    "Bo, {and}": Name(family="Bo", given="and"),
    "{And}, Bo": Name(family="And", given="Bo"),
    "{Lee, Ed}, Bo": Name(family="Lee, Ed", given="Bo"),
    "Bo, Brandy": Name(family="Bo", given="Brandy"),
    "": Name(literal=" \x00"),
}


@pytest.mark.parametrize(("latex", "name"), ODD.items(), ids=ODD)
def test_odd_names(latex, name):
    assert tex_name(name, lambda part: part.strip(" \x00")) == latex


def test_names_are_joined_and_empty_ones_left_out():
    names = (Name(family="Bo"), Name(literal=""), Name(), Name(literal="The Team"))
    assert tex_names(names, text) == "Bo and {The Team}"
    assert tex_names((), text) == ""


def outside_braces(latex):
    """What is not in braces."""
    kept, depth = [], 0
    for sign in latex:
        depth += (sign == "{") - (sign == "}")
        if not depth:
            kept.append(sign)
    return "".join(kept)


PARTS = st.text(st.sampled_from("aB ,andé{}\\"), max_size=9)


@law
@given(st.builds(Name, family=PARTS, given=PARTS, suffix=PARTS) | st.builds(Name, literal=PARTS))
def test_no_part_of_a_name_can_cut_it(name):
    latex = outside_braces(tex_name(name, text))
    assert re.search(r"(?<!\S)and(?!\S)", latex, re.IGNORECASE) is None
    assert latex.count(",") <= 2
