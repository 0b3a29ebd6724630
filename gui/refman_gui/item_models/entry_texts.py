"""Foreign text as the window shows it: bounded, and without signs that steer or turn it."""

import html
import re

__all__ = ["LONGEST_EDITED", "capped", "one_line", "plain_tip", "units", "visible"]

LONGEST_EDITED = 200_000
"""Longer texts are not edited here: laying one line of them out would hold the window up."""

_MORE = " …"
# Controls but for tab and line end; what turns the direction; what cannot be seen, but for the
# joiners that letters and emoji need.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return a text with a sign in the place of each that cannot be seen or turns the text.

    As many characters as before, so that places in it stay what they are.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def capped(text: str, most: int) -> str:
    """Return the beginning of a text that is safe to be shown; "…" stands where there is more."""
    shown = visible(text[:most])
    return shown if len(text) <= most else shown + _MORE


def one_line(text: str, most: int) -> str:
    """Return the beginning of a text on one line."""
    folded = " ".join(text[: most * 2].split())
    return capped(folded, most) if len(folded) > most else visible(folded)


def plain_tip(text: str, most: int = 600) -> str:
    """Return a text as a tip, in which no sign is taken for markup: Qt guesses."""
    return f"<p style='white-space:pre-wrap'>{html.escape(capped(text, most))}</p>" if text else ""


def units(text: str) -> int:
    """Return how many places Qt counts in a text: a sign beyond the first plane takes two."""
    return len(text) + sum(sign > "\uffff" for sign in text)
