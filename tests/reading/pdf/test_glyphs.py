"""What a font's codes say where the font tells it badly."""

import pytest

from refman.reading.pdf.glyphs import composed, glyph_text, is_mathematical


@pytest.mark.parametrize(
    ("sign", "text"),
    [("ﬁ", "fi"), ("ﬄ", "ffl"), ("\x02", "fi"), ("\x0e", "ffi"), ("\x1c", "fi"), ("\x19", "ß"),
     ("a", "a"), ("\x00", ""), ("\u200b", ""), ("\xa0", " "), ("\t", " "), ("f\x02", "ffi"),
     ("é", "é")],
)  # fmt: skip
def test_glyph(sign, text):
    assert glyph_text(sign, mathematical=False) == text


def test_controls_of_mathematical_fonts_are_no_ligatures():
    assert glyph_text("\x02", mathematical=True) == ""


@pytest.mark.parametrize(
    ("font", "told"),
    [("CMSY10", True), ("CMMI7", True), ("CMR10", False), ("NimbusRomNo9L", False)],
)
def test_mathematical_fonts_are_known_by_name(font, told):
    assert is_mathematical(font) is told


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Gr´egory", "Grégory"),
        ("Franc¸ois", "François"),
        ("M¨uller", "Müller"),
        ("Lemaˆıtre", "Lemaître"),
        ("Re´my", "Rémy"),
        ("Erd˝os", "Erdős"),
        ("Dvoˇr´ak", "Dvořák"),
        ("`a la carte", "à la carte"),
        ("a ´ b", "a ´ b"),
        ("x ˜ y", "x ˜ y"),
        ("plain", "plain"),
        ("5¨", "5¨"),
    ],
)
def test_lone_accents_go_on_their_letters(text, whole):
    mended, moved = composed(text)
    assert mended == whole
    assert moved(0) == 0
    assert moved(len(text)) == len(whole)
