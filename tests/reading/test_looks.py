"""What a line looks like: titles above other text, names known as such."""

import tomllib
from pathlib import Path

import pytest

from refman.reading.looks import (
    SURE_NAMES,
    WEAK_NAMES,
    byline_start,
    look_at,
    names_alone,
    starts_lower,
)

TRUE_LINES = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "reading" / "true-lines.toml").read_text("utf-8")
)


def title(text):
    return look_at(text, len(text)).title


NO_TITLES = [
    "Thank you for your kind letter of last week.",
    "We would be glad to see you here in spring, when the road is open.",
    "And all the sea was black as loam.",
    "O come you ships that go by night,",
    "import os",
    "for hour in range(hours):",
    'print(f"{lamp} burns")',
    "self.lamps = lamps",
    "2025-06-23 10:00:01 INFO keeper started with 12 lamps",
    'File "/opt/keeper/light.py", line 12, in light',
    "[10:02] bela: no, what about it",
    "keeper@lamps.example",
    "see https://lamps.example for more",
    "12 34 56 78",
    "river",
    "Our contributions are:",
    "3.1.2 The lamps of the north",
    "We present GLOW, a lamp that burns at night",
]


@pytest.mark.parametrize("line", NO_TITLES)
def test_other_text_does_not_look_like_a_title(line):
    assert title(line) < 1.0


@pytest.mark.parametrize(
    "line", [line for line in TRUE_LINES["titles"] if len(line.split()) > 4 and line[0].isupper()]
)
def test_title_looks_like_one(line):
    assert title(line) > 0.5


@pytest.mark.parametrize(
    ("line", "least", "most"),
    [
        ("Ada Abelson, Bela Brandt and Cora Castellan", SURE_NAMES, 1.0),
        ("A. Abelson; B. Brandt; C. Castellan", SURE_NAMES, 1.0),
        ("Ada Abelson · Bela Brandt · Cora Castellan", SURE_NAMES, 1.0),
        ("Ada Abelson (Lamp Works), Bela Brandt (University of the North Shore)", SURE_NAMES, 1.0),
        ("Ada Abelson (Lamp Works)", SURE_NAMES, 1.0),
        ("A Abelson, B Brandt - Journal of Lamps, 2023 - lamps.example", SURE_NAMES, 1.0),
        ("Ada Abelson, Bela Brandt, +3 authors C. Castellan", SURE_NAMES, 1.0),
        ("Ada Abelson", WEAK_NAMES, WEAK_NAMES),
        ("Folding Lamps, Bells and Kites with Two Hands", 0.0, 0.49),
        ("lamps, bells, kites", 0.0, 0.0),
    ],
)
def test_names_are_told_from_titles(line, least, most):
    assert least <= look_at(line, len(line)).names <= most


def test_what_stands_beside_names_is_taken_off():
    assert names_alone("Ada Abelson (Lamp Works), Bela Brandt") == "Ada Abelson , Bela Brandt"
    assert names_alone("A Abelson… - Lamps, 2023 - lamps.example") == "A Abelson"
    assert byline_start("Ada Abelson") == len("Ada Abelson")


@pytest.mark.parametrize(
    ("text", "lower"),
    [
        ("the lamp", True),
        ("search), the lamp", True),
        ("end-to-end lamps", True),
        ("code2seq: a lamp", False),
        ("iLamp", False),
        ("The lamp", False),
        ("", False),
    ],
)
def test_small_letter_at_the_start(text, lower):
    assert starts_lower(text) is lower


@pytest.mark.parametrize(
    "text",
    [
        "Le phare est allumé chaque soir par le gardien. Il monte et ne redescend pas. " * 4,
        "Majak świeci co noc nad zatoką. Nikt nie wie, kto zapala jego światło. " * 5,
        "灯笼需要双手配合。本文提出一种方法，可以从视频中学习折叠的步骤。" * 10,
    ],
)
def test_prose_of_other_languages_is_prose(text):
    text = text.strip()
    looks = look_at(text[:200] + text[-60:], len(text))
    assert looks.stops > 0.1 * looks.words


def test_ends_are_told():
    assert look_at("Lamps that burn.", 16).ends_sentence
    assert look_at("Code is at https://lamps.example/a", 34).ends_sentence
    assert look_at("Lamps that burn for", 19).ends_open
    assert look_at("Lamps: ", 7).headline is None
