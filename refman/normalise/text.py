"""Plain text into one form: characters, white space, paragraphs."""

import re
import unicodedata
from collections.abc import Callable

__all__ = ["clean_text", "fold_blanks", "mend_mojibake", "settle"]

_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_JOINERS = "\u200c\u200d"
"""Zero-width signs that carry meaning, in Persian and in emoji."""

# What UTF-8 read as Windows-1252 or Latin-1 looks like: a lead byte and its follower.
_LEADS = "ÂÃÅÄÆÇÐÎÏâð"
_MOJIBAKE = re.compile(
    "[ÂÃÅÄÆÇÐÎÏ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ\u017d‘’“”•–—˜™š›œžŸ]|â[\u0080-\u00bf€‚„†‡ˆ‰‹]|ðŸ"
)
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_MOST_STEPS = 6

# Sorting a run of marks costs the square of its length: no writing piles up so many.
_PILE = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_MOST_MARKS = 30
_GRAPHEME_JOINER = "\u034f"


class _Signs(dict[int, str]):
    """Know what becomes of each sign; asked, and remembered, sign by sign."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        category = unicodedata.category(sign)
        if category == "Zs":
            kept = " "
        elif category in {"Cc", "Cf", "Cs"} and sign not in _JOINERS:
            kept = ""
        else:
            kept = sign
        self[code] = kept
        return kept


_UNDEFINED_IN_1252 = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_SIGNS = _Signs(
    {ord(sign): letters for sign, letters in _LIGATURES.items()}
    | {
        code: bytes([code]).decode("cp1252")
        for code in range(0x80, 0xA0)
        if code not in _UNDEFINED_IN_1252
    }
    | {ord(sign): sign for sign in "\t\n"}
    | {ord(sign): "\n" for sign in "\r\v\f\u2028"}
    | {ord("\u2029"): "\n\n"}
)


def settle(step: Callable[[str], str], text: str) -> str:
    r"""Return what a step makes of a text when it is taken until nothing changes.

    One step can bare what the next would read: ``\textbackslash{}%`` is ``\%`` is ``%``. A text
    that is not at rest after a few steps is nothing that people write; it is returned as it is. So
    ``settle(step, settle(step, text)) == settle(step, text)`` for every step.
    """
    now = text
    for _ in range(_MOST_STEPS):
        after = step(now)
        if after == now:
            return now
        now = after
    return text


def fold_blanks(text: str) -> str:
    """Return the text on one line, with single blanks."""
    return " ".join(text.split())


def clean_text(text: str) -> str:
    r"""Return the text in Unicode's composed form, with single blanks.

    Wrapped lines are joined by a blank; an empty line between paragraphs becomes exactly
    ``"\n\n"``. Blanks of every kind become blanks; control characters, soft hyphens and zero-width
    signs go, but for those that join letters or emoji; the controls that are Windows-1252's quotes
    and dashes become these; ligatures are opened; mojibake is mended. Signs such as ², ℝ or
    full-width punctuation stay: folding them would change what is said.

    Source: Unicode Standard Annex 15, form NFC; WHATWG HTML, 13.2.5.80, for the controls.
    """
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip(" "):
        return text
    return settle(_cleaned, text)


def mend_mojibake(text: str) -> str:
    """Return the text with UTF-8 that was once read as Windows-1252 read rightly.

    Only where the tell-tale pairs stand, so that a lone "Ã" of Portuguese is safe.
    """
    if not any(lead in text for lead in _LEADS) or not _MOJIBAKE.search(text):
        return text
    import ftfy  # noqa: PLC0415 - slow to import, and few texts need it

    return ftfy.fix_encoding(text)


def _cleaned(text: str) -> str:
    if not text.isascii():
        text = mend_mojibake(text)
    text = text.replace("\r\n", "\n")
    if _has_odd_signs(text):
        text = text.translate(_SIGNS)
    text = unicodedata.normalize("NFC", _PILE.sub(_stream_safe, text))
    if "\n" not in text:
        return fold_blanks(text)
    return "\n\n".join(filter(None, map(fold_blanks, _PARAGRAPH_END.split(text))))


def _stream_safe(pile: re.Match[str]) -> str:
    """Part a pile of marks by the joiner that Unicode has for it; other signs stay as they are.

    Source: Unicode Standard Annex 15, 13, Stream-Safe Text Format.
    """
    signs: list[str] = []
    marks = 0
    for sign in pile.group():
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks > _MOST_MARKS:
            signs.append(_GRAPHEME_JOINER)
            marks = 1
        signs.append(sign)
    return "".join(signs)


def _has_odd_signs(text: str) -> bool:
    """Tell whether there is anything to translate, at a tenth of what translating costs."""
    return not text.replace("\n", "").isprintable() or any(sign in text for sign in _LIGATURES)
