"""What the words beside an address say, by the rows of ``resources/label_rules.toml``.

A list in Markdown names what is behind a link in the link's own words ("[Project Page]"), before it
("代码："), or at the head of a table's column. The same tables tell what is no title: names of
venues, and the headings under which no paper of the list stands.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from typing import Any, NamedTuple, cast

from refman.model import LinkKind
from refman.resources import read_table

__all__ = [
    "Field",
    "field_of",
    "hangs",
    "is_label",
    "is_section",
    "is_venue",
    "kinds_of_label",
    "plain",
]

TABLE = "label_rules.toml"

_LONGEST_LABEL = 80
_LONGEST_VENUE = 160
_MOST_PHRASE_WORDS = 3
_YEAR = re.compile(r"[’'`]?(?:(?:19|20)\d\d|\d\d)(?:s|th|st|nd|rd)?")
_FIGURES = re.compile(r"[\d.,/:()-]+")
_CJK = re.compile(r"[\u3400-\u9fff]")
_EDGES = (
    " \t\r\n.,;:!?|/\\·•–—-_*~`'\"“”‘’«»：，。；、！？()[]{}<>（）【】《》「」#+=^→←↑↓@\ufe0f\u200d"
)
_SPLIT = re.compile(
    r"[\s/|,;:()\[\]{}（）【】，、：<>*_“”\"•·–—]+|(?<=\w)[-.](?=\d{4}\b)|(?<=[a-z])['’`](?=\d)"
)
_JOINED = re.compile(r"[&+@]")
_GLUED_YEAR = re.compile(r"^([a-z&-]{2,12})((?:19|20)?\d\d)$")


class Field(Enum):
    """Name what the text behind a colon, or in a column, is of a paper."""

    TITLE = "title"
    NAME = "name"
    AUTHORS = "authors"
    DATE = "date"
    VENUE = "venue"
    ABSTRACT = "abstract"
    NOTE = "note"


class _Labels(NamedTuple):
    kinds: Mapping[str, LinkKind]
    filler: frozenset[str]
    endings: frozenset[str]


def plain(text: str) -> str:
    """Return a text without the emoji, marks and brackets at its two ends."""
    start, end = 0, len(text)
    while start < end and _is_edge(text[start]):
        start += 1
    while end > start and _is_edge(text[end - 1]):
        end -= 1
    return text[start:end]


def kinds_of_label(text: str) -> tuple[LinkKind, ...]:
    """Return what a label says is behind its link, in its order, each kind once.

    Empty where a word stands that is none of a label's, so that a title is never taken for one, and
    where the label says nothing ("here", "link").
    """
    return tuple(dict.fromkeys(_kinds(_key(text)) or ()))


def is_label(text: str) -> bool:
    """Tell whether a text is nothing but a label; figures and an empty text are labels too."""
    return _kinds(_key(text)) is not None


def field_of(text: str) -> Field | None:
    """Return the field that a name before a colon, or a column's head, stands for."""
    return _fields().get(_key(text))


def is_venue(text: str) -> bool:
    """Tell whether a text names a venue or a date and nothing else: "CVPR 2024", "[2023/05]"."""
    if len(text) > _LONGEST_VENUE:
        return False
    key = _key(text)
    words, beside, starts = _venues()
    if key.startswith(starts):
        return True
    parts = [part for part in (word.strip(_EDGES) for word in _SPLIT.split(key)) if part]
    named = False
    for part in parts:
        glued = _GLUED_YEAR.match(part)
        is_named = part in words or (glued is not None and glued[1] in words)
        is_year = _YEAR.fullmatch(part) is not None or _FIGURES.fullmatch(part) is not None
        if not (is_named or is_year or part in beside):
            return False
        named = named or is_named or is_year
    return named


def is_section(text: str) -> bool:
    """Tell whether a heading stands over what names no paper: news, citation, licence."""
    key = _key(text)  # a heading may have its Chinese beside it
    return key in _sections() or _CJK.sub("", key).strip(_EDGES) in _sections()


def hangs(text: str) -> bool:
    """Tell whether a text ends in the middle of a sentence: "sources are at"."""
    return text.rpartition(" ")[2] in _hanging()


def _is_edge(sign: str) -> bool:
    return sign in _EDGES or unicodedata.category(sign) in {"So", "Sk", "Cf", "Cn"}


def _key(text: str) -> str:
    """Return a text for looking it up: small, on one line, without marks at its ends."""
    if len(text) > 4 * _LONGEST_VENUE:
        return text
    folded = "".join(" " if unicodedata.category(sign) == "So" else sign for sign in text)
    return " ".join(plain(folded).casefold().split())


@functools.lru_cache(maxsize=4096)
def _kinds(key: str) -> list[LinkKind] | None:
    """Return the kinds that a label's words say, or None where one of them is no label's word."""
    if len(key) > _LONGEST_LABEL:
        return None
    table, filler, endings = _labels()
    venues, beside, _ = _venues()
    words = [
        word
        for part in _SPLIT.split(key)
        for piece in ([part] if part in venues else _JOINED.split(part))
        if (word := piece.strip(_EDGES))
    ]
    kinds: list[LinkKind] = []
    place = 0
    while place < len(words):
        for length in range(min(_MOST_PHRASE_WORDS, len(words) - place), 0, -1):
            if (kind := table.get(" ".join(words[place : place + length]))) is not None:
                kinds.append(kind)
                place += length
                break
        else:
            word = words[place]
            glued = _GLUED_YEAR.match(word)
            if word in venues or (glued is not None and glued[1] in venues):
                kinds.append(LinkKind.PAPER)
            elif not (word in filler or word in beside or _is_figure(word)):
                is_ended = len(words) <= _MOST_PHRASE_WORDS and words[-1] in endings
                return [table[words[-1]]] if is_ended else None
            place += 1
    return kinds


def _is_figure(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None or _FIGURES.fullmatch(word) is not None


@functools.cache
def _table() -> Mapping[str, Any]:
    return read_table(TABLE)


@functools.cache
def _labels() -> _Labels:
    kinds = {
        word: LinkKind(kind)
        for kind, words in cast("Mapping[str, list[str]]", _table()["kinds"]).items()
        for word in words
    }
    return _Labels(
        kinds, frozenset(_table()["filler"]["words"]), frozenset(_table()["endings"]["words"])
    )


@functools.cache
def _fields() -> Mapping[str, Field]:
    return {
        word: Field(field)
        for field, words in cast("Mapping[str, list[str]]", _table()["fields"]).items()
        for word in words
    }


@functools.cache
def _venues() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    table = _table()["venues"]
    return frozenset(table["words"]), frozenset(table["beside"]), tuple(table["starts"])


@functools.cache
def _hanging() -> frozenset[str]:
    return frozenset(_table()["hanging"]["words"])


@functools.cache
def _sections() -> frozenset[str]:
    return frozenset(_table()["sections"]["words"])
