"""Contrast of both palettes, by WCAG's own formula."""

from dataclasses import asdict
from itertools import product

import pytest
from PySide6.QtGui import QColor

from refman_gui.theme import DARK, LIGHT, Colours

LEAST = 4.5
GROUNDS = ("window", "base", "alternate")
TEXTS = ("text", "dim", "accent", "good", "warn", "bad", "info")
MARKED = ("title", "abstract", "junk", "unsure", "added", "removed")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(theme: Colours) -> None:
    values = asdict(theme)
    pairs = [
        *product(TEXTS, GROUNDS),
        *(("text", ground) for ground in MARKED),
        ("highlighted", "highlight"),
    ]
    weak = {
        pair: round(contrast(values[pair[0]], values[pair[1]]), 2)
        for pair in pairs
        if contrast(values[pair[0]], values[pair[1]]) < LEAST
    }
    assert not weak


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_can_be_seen(theme: Colours) -> None:
    painted = QColor(theme.edge).darker(140).name()  # as Fusion does
    assert min(contrast(painted, getattr(theme, ground)) for ground in GROUNDS) >= 3
    focused = QColor(theme.accent).darker(125).name()
    assert min(contrast(focused, getattr(theme, ground)) for ground in GROUNDS) >= 3
    assert contrast(theme.base, theme.accent) >= LEAST  # what is selected in them


def test_the_formula_is_wcags() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
