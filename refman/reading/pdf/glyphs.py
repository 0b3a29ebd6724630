r"""What a font's codes say, where the font itself tells it badly.

TeX's fonts have ligatures and accents at places where others have controls; a PDF that does not say
so gives the bare controls ("Simpli\x02ed"). Accents that were set over a letter come as signs of
their own ("Gr´egory", "Franc¸ois").

Source: Knuth, "The TeXbook" (1986), appendix F (OT1); the Cork encoding (T1); "TeXBase1" (8r) of
psfonts; Unicode Standard Annex 15.
"""

import re
import unicodedata
from collections.abc import Callable

__all__ = ["composed", "glyph_text", "is_mathematical"]

_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_CONTROLS = {
    "\x02": "fi",  # 8r
    "\x03": "fl",
    "\x0b": "ff",  # OT1
    "\x0c": "fi",
    "\x0d": "fl",
    "\x0e": "ffi",
    "\x0f": "ffl",
    "\x10": "ı",
    "\x11": "ȷ",
    "\x12": "`",
    "\x13": "´",
    "\x14": "ˇ",
    "\x15": "˘",
    "\x16": "¯",
    "\x17": "˚",
    "\x18": "¸",
    "\x19": "ß",
    "\x1a": "æ",
    "\x1b": "ff",  # T1
    "\x1c": "fi",
    "\x1d": "fl",
    "\x1e": "ffi",
    "\x1f": "ffl",
    "\x7f": "¨",  # OT1
    "\t": " ",
    "\n": " ",
}
_MATHEMATICAL = re.compile(
    r"(?:CM(?:MI|SY|EX|BSY|MIB)|MS[AB]M|EU[FRS]M|LM(?:Math|Roman)?.*Math|STIX.*Math|Symbol|MathJax"
    r"|MTSY|MTMI|MTEX|RMTMI|rtxmi|txsy|txmi|pxsy|pxmi|Wingdings|ZapfDingbats)",
    re.IGNORECASE,
)

_MARKS = {
    "¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˋ": "\u0300", "ˊ": "\u0301", "ˆ": "\u0302",
    "˜": "\u0303", "ˇ": "\u030c", "˚": "\u030a", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
    "˝": "\u030b",
}  # fmt: skip
_BELOW = {"¸": "\u0327", "˛": "\u0328"}
_USUAL = {
    "\u0308": "aeiouyAEIOUY", "\u0301": "aeiouyAEIOUYcnszCNSZ", "\u0300": "aeiouAEIOU",
    "\u0302": "aeiouAEIOU", "\u0303": "anoANO", "\u030c": "cdenrstzCDENRSTZ", "\u030a": "auAU",
    "\u0304": "aeiouAEIOU", "\u0306": "aguAGU", "\u0307": "zeIZEIcgCG", "\u030b": "ouOU",
    "\u0327": "cstCST", "\u0328": "aeiuAEIU",
}  # fmt: skip
_DOTTED = str.maketrans("ıȷ", "ij")
_ACCENT = re.compile(
    rf"(?P<before>[^\W\d_])?(?P<mark>[{''.join(_MARKS)}{''.join(_BELOW)}])"
    r"(?P<after>[^\W\d_])?"
)


def glyph_text(text: str, *, mathematical: bool) -> str:
    """Return what a glyph says, given what its font says that it says.

    Args:
        text: as decoded.
        mathematical: the font holds signs of maths; its controls are none of TeX's ligatures.
    """
    if text.isprintable():
        return _LIGATURES.get(text, text)
    if text.isspace() and text not in _CONTROLS:
        return " "
    if len(text) > 1:
        return "".join(glyph_text(sign, mathematical=mathematical) for sign in text)
    if mathematical:
        return ""
    category = unicodedata.category(text)
    return _CONTROLS.get(text, "" if category in {"Cc", "Cf", "Cs", "Co"} else text)


def is_mathematical(font: str) -> bool:
    """Tell whether a font, by its name, holds signs of maths."""
    return _MATHEMATICAL.match(font) is not None


def composed(text: str) -> tuple[str, Callable[[int], int]]:
    """Return a line with its lone accents on their letters, and where each place went."""
    if text.isascii() and "`" not in text:
        return text, _same
    shifts: list[int] = []

    def on_letter(found: re.Match[str]) -> str:
        before, mark, after = found.group("before", "mark", "after")
        for letter, rest in _choices(before, mark, after):
            if (whole := _on(letter, mark)) is not None:
                shifts.append(found.end() - 1)
                return f"{rest[0]}{whole}{rest[1]}"
        return found[0]

    mended = _ACCENT.sub(on_letter, text)
    if not shifts:
        return text, _same

    def moved(place: int) -> int:
        return place - sum(shift < place for shift in shifts)

    return mended, moved


def _same(place: int) -> int:
    return place


def _choices(before: str | None, mark: str, after: str | None) -> list[tuple[str, tuple[str, str]]]:
    """Return the letters that may bear a mark, the likeliest first, and what stands round them.

    TeX sets an accent before its letter and a cedilla behind it, other programs any accent behind.
    """
    first = (before or "", after or "")
    behind = [(after, (first[0], ""))] if after else []
    ahead = [(before, ("", first[1]))] if before else []
    if mark in _BELOW:
        return [*ahead, *behind]
    usual = _USUAL[_MARKS[mark]] + "ıȷ"
    if after and after in usual:
        return behind
    return ahead if before and before in usual else behind


def _on(letter: str, mark: str) -> str | None:
    combining = _MARKS.get(mark) or _BELOW[mark]
    whole = unicodedata.normalize("NFC", letter.translate(_DOTTED) + combining)
    return whole if len(whole) == 1 else None
