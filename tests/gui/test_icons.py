"""Icons: every one that is named is there, painted in the palette's colours, and copied by Qt."""

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from refman.resources import resource_root
from refman_gui.actions import ACTIONS
from refman_gui.icons import LINK_ICONS, STATUS_ICONS, icon
from refman_gui.theme import Theme, apply_theme

FOLDER = resource_root() / "icons"
CODE = Path(__file__).parents[2] / "gui" / "refman_gui"


def test_every_icon_that_is_named_is_there() -> None:
    named = {row.icon for row in ACTIONS if row.icon} | {*LINK_ICONS.values()}
    named |= {*STATUS_ICONS.values()}
    for file in CODE.rglob("*.py"):
        named |= set(re.findall(r'\bicon\("([a-z0-9-]+)"\)', file.read_text()))
    assert not {name for name in named if not (FOLDER / f"{name}.svg").is_file()}


@pytest.mark.usefixtures("qapp")
def test_an_icon_has_the_colours_of_the_theme() -> None:
    def colours_of(which: QIcon) -> set[str]:
        image = which.pixmap(QSize(24, 24)).toImage()
        pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        return {pixel.name() for pixel in pixels if pixel.alpha() > 250}

    apply_theme(Theme.DARK)
    dark = colours_of(icon("square-pen"))
    apply_theme(Theme.LIGHT)
    light = colours_of(icon("square-pen"))
    assert dark
    assert light
    assert not dark & light


@pytest.mark.usefixtures("qapp")
def test_a_copy_that_qt_makes_outlives_the_first() -> None:
    icons = [icon("search") for _ in range(50)]
    copies = [QIcon(one) for one in icons]
    for copy in copies:
        copy.addFile(str(FOLDER / "tag.svg"))  # which lets Qt clone the engine
    del icons
    gc.collect()
    assert not any(copy.pixmap(QSize(20, 20)).isNull() for copy in copies)
