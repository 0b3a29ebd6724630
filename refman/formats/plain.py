"""Text as any file can hold it: whole characters, no controls, maths in plain signs."""

import re

from refman.normalise import fold_blanks, plain_maths

__all__ = ["one_line", "plain", "verbatim_line", "writable"]

_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    r"""Return the text without what a file of text, XML or JSON cannot hold.

    Line ends of all kinds become ``\n``, other control characters fall away, and half characters
    (lone surrogates) and noncharacters become U+FFFD, so that one sees where something stood.

    Source: XML 1.0, 2.2 "Characters"; RFC 3629, 3 (no surrogates in UTF-8).
    """
    if text.isprintable():  # which most texts are, and which is soon told
        return text
    return _UNWRITABLE.sub(_stand_in, text.replace("\r\n", "\n"))


def _stand_in(found: re.Match[str]) -> str:
    sign = found.group()
    if sign in _LINE_ENDS:
        return "\n"
    return "\ufffd" if sign >= "\ud800" else ""


def plain(text: str) -> str:
    """Return the text writable and its maths in plain signs, paragraphs as they are."""
    return plain_maths(writable(text)).strip()


def one_line(text: str) -> str:
    """Return the text plain and on one line, with single blanks."""
    return fold_blanks(plain(text))


def verbatim_line(text: str) -> str:
    """Return a key, path or number writable and on one line; a dollar sign in it is no maths."""
    return fold_blanks(writable(text))
