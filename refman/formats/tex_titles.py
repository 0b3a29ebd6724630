"""Titles, and which of their words keep their capitals.

BibTeX's styles write a title in lower case but for its first word and the one behind a colon.
Braces keep a word as it is; where there is no harm to fear there are none, so that a style can do
its work.

Source: "BibTeXing" (Patashnik 1988), 3.2 and 4; ``change.case$`` in bibtex.web.
"""

import functools
import re
import string
from collections.abc import Callable, Collection, Sequence

from refman.formats.tex_memory import Memory
from refman.formats.tex_text import UNTOUCHED, Encode, shown_together, tex_line, tidy
from refman.normalise import coined_name, split_maths

__all__ = ["protected_spans", "tex_title", "tex_titles"]

_TOKEN = re.compile(r"\S+")
_PUNCTUATION = string.punctuation + "“”‘’„«»‹›…–—。，：；！？、（）【】"
_JOINT = re.compile(r"[^\w^]+")
_MATHS = "ˣ"
"""Holds the place of a formula's signs while words are looked for; a letter for all patterns."""
_ARTICLE = "A"
"""The one capital that is a word of its own and may become small."""


def tex_titles(encode: Encode, words: Collection[str] = ()) -> Callable[[Sequence[str]], list[str]]:
    """Return what gives ``tex_title`` of each of some titles as they came, made tidy.

    Words of most titles are written each by itself, whatever stands beside them, and titles share
    them: so each is written once.
    """
    written = functools.partial(tex_title, encode=encode, words=words)
    word_of = Memory(written).__getitem__

    def write(title: str) -> str:
        # Braces and dollar signs may be in pairs. Only in printable text are words those that
        # are left between blanks once it is tidy.
        if "$" in title or "{" in title or "}" in title or not title.isprintable():
            return written(tidy(title))
        # What stands behind a name may tell that it is coined; most such need no telling.
        coined = _coined(title) if "-" in title else None
        if coined and not _reason(coined, words, has_maths=False):
            return written(tidy(title))
        return " ".join(map(word_of, title.split()))

    def write_all(titles: Sequence[str]) -> list[str]:
        if words:
            return list(map(write, titles))
        return [
            title if is_plain else write(title)
            for title, is_plain in zip(titles, _are_plain(titles), strict=True)
        ]

    return write_all


def _are_plain(titles: Sequence[str]) -> list[bool]:
    """Tell of each title whether it stays as it is: no word to protect, no sign to escape.

    That is so for most in ASCII. A word to protect has a capital inside, or a lone one, or a digit,
    or is a coined name.
    """
    shown = shown_together(titles).replace(f" {_ARTICLE} ", f" {_ARTICLE.lower()} ")
    shapes = shown.encode().translate(_SHAPES).decode().split("\n")[1:-1]
    return [
        not ("0" in shape or "aA" in shape or "AA" in shape or "A " in shape)
        and ("-" not in title or not _coined(title))
        for title, shape in zip(titles, shapes, strict=True)
    ]


def _shape(code: int) -> str:
    """Return what stands for a sign where it only matters of which kind it is."""
    sign = chr(code)
    if sign == "\n":
        return sign
    if sign.isdigit() or code not in UNTOUCHED:
        return "0"
    if sign.isupper():
        return "A"
    return "a" if sign.islower() else " "


_SHAPES = "".join(map(_shape, range(256))).encode()


def _coined(title: str) -> str | None:
    """Return the name that a title coins, where it may be one word for no other reason."""
    head, colon, _ = title.partition(":")
    return coined_name(title) if "-" in head and (colon or "：" in head) else None


def tex_title(title: str, encode: Encode, words: Collection[str] = ()) -> str:
    r"""Return a title with braces round the words that keep their capitals.

    A brace never stands right before a command: ``{\"Uber}`` would be one letter for BibTeX, and
    lose its capitals; ``{{\"U}berNet}`` is a word. So a formula that is text, and begins with its
    dollar sign as ``\$``, has none.

    Args:
        title: on one line.
        encode: writes a stretch of text.
        words: see ``protected_spans``.
    """
    if title.isascii() and title.isalpha() and title[1:].islower() and not words:
        return title  # a lone word, as most are, is soon told to be plain
    if not (spans := protected_spans(title, words)):
        return tex_line(title, encode)
    pieces: list[str] = []
    done = 0
    for start, end, _ in spans:
        word = encode(title[start:end])
        if done < start:
            pieces.append(encode(title[done:start]))
        pieces.append(word if word[0] == "\\" else f"{{{word}}}")
        done = end
    if done < len(title):
        pieces.append(encode(title[done:]))
    return "".join(pieces)


def protected_spans(title: str, words: Collection[str] = ()) -> list[tuple[int, int, str]]:
    """Return the stretches of a title whose capitals a style would harm.

    A word is taken whole, with its hyphens, without the punctuation round it: "RT-2" and
    "SkeletonX", but not "Vision-Language-Action", whose parts are plain words.

    The name that a title coins before its colon is one word too: "Matrix-Game" is.

    Args:
        title: on one line.
        words: the user's own; each is a whole word or a part between hyphens, in its case.

    Returns:
        (start, end, reason) in their order, apart, none with punctuation at an end; the reason is
        one of "maths", "protected word", "coined name", "digit", "acronym", "inner capital",
        "single letter".
    """
    spans: list[tuple[int, int, str]] = []
    if not words and _are_plain([title])[0]:
        return spans
    coined = _coined(title)
    for found in _TOKEN.finditer(_masked(title) if "$" in title else title):
        token = found.group()
        # Most words are plain: what follows is only for those that may not be.
        word = token.strip(_PUNCTUATION) if token.isascii() else token
        plain = word.isalpha() and len(word) > 1 and (word.istitle() or word.islower())
        if plain and not words and _MATHS not in word:
            continue
        start = found.end() - len(token.lstrip(_PUNCTUATION))
        end = found.start() + len(token.rstrip(_PUNCTUATION))
        core = title[start:end]
        reason = _reason(core, words, has_maths=_MATHS in token)
        if reason is None and core == coined and any(map(str.isupper, core[1:])):
            reason = "coined name"
        if core and reason:
            spans.append((start, end, reason))
    return spans


def _masked(title: str) -> str:
    return "".join(
        _MATHS * len(piece) if is_maths else piece for is_maths, piece in split_maths(title)
    )


def _reason(core: str, words: Collection[str], *, has_maths: bool) -> str | None:
    """Return why a word keeps its capitals, or None."""
    if words and (core in words or any(part in words for part in _JOINT.split(core))):
        return "protected word"
    if core.islower() or not any(map(str.isupper, core)):
        return None
    if has_maths:
        return "maths"
    if len(core) == 1:
        return None if core == _ARTICLE else "single letter"
    if core.isalpha():
        return _capitals(core)
    if any(map(str.isdigit, core)):
        return "digit"
    parts = _JOINT.split(core)
    if len(parts) > 1 and all(len(part) == 1 and part.isupper() for part in parts):
        return "acronym"  # U.S, with its last full stop outside
    return next(filter(None, map(_capitals, parts)), None)


def _capitals(part: str) -> str | None:
    """Return what capitals a part of a word has beside one at its beginning, or None."""
    if len(part) > 1 and part.isupper():
        return "acronym"
    return "inner capital" if any(map(str.isupper, part[1:])) else None
