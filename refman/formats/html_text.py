"""Text that a file holds with marks and entities of HTML, as plain text."""

import re
from html import unescape

from refman.normalise import clean_text

__all__ = ["note_text", "without_markup"]

_INLINE = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|inf|u|tt|small|span|scp|sc|italic|bold|mml:[a-z]{1,12}"
    r"|jats:[a-z-]{1,20})(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|br|tr|table|blockquote|title|sec|jats:(?:p|title|sec|list))"
    r"(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_HAS_BLOCK = re.compile(r"<(?:/?(?:p|div|h[1-6]|span|strong|em)|br\s?/?|li)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,31}\d{0,2}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});")


def without_markup(text: str) -> str:
    """Return a text without the tags that shape letters, and with entities as their signs.

    A tag that HTML or JATS does not have stays: ``<action>`` is part of a title.
    """
    if "<" in text:
        text = _INLINE.sub("", _BLOCK.sub(" ", text))
    if "&" in text:
        text = _ENTITY.sub(lambda found: unescape(found[0]), text)
    return text


def note_text(text: str) -> str:
    """Return a note in plain text, paragraphs parted by empty lines; HTML or not."""
    if not _HAS_BLOCK.search(text):
        return clean_text(text)
    parted = _BLOCK.sub("\n\n", _BREAK.sub("\n\n", text))
    return clean_text(unescape(_INLINE.sub("", parted)))
