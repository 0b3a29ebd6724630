"""The table of rules for a paper's first page, read once; ``resources/pdf.toml`` has the rows."""

import functools
import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from refman.errors import ResourceError
from refman.normalise import fold_blanks
from refman.resources import read_table

__all__ = ["TABLE", "NoTitle", "closed_up", "first_words", "no_title", "no_title_rows", "words"]

TABLE = "pdf.toml"

_Rows = TypeVar("_Rows")
_LONGEST_LINE = 300
_FEWEST_LETTERS = 5
_MOST_SINGLE = 0.7
_NUMBER = re.compile(r"^(?:[\dIVX]{1,4}\.?\s|[A-Z]\.\s)?\s*")


class NoTitle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hold one row of ``[[no_title]]``: what a line is that is no title.

    Attributes:
        what: said of it in reasons.
        pattern: matches the whole line, case aside.
        examples: read by a test.
    """

    what: str
    pattern: str
    examples: tuple[str, ...]


@functools.cache
def _table() -> Mapping[str, Any]:
    return read_table(TABLE)


def _converted(rows: object, kind: type[_Rows]) -> _Rows:
    try:
        return msgspec.convert(rows, kind)
    except msgspec.ValidationError as error:
        raise ResourceError(
            f"refman's own file {TABLE} is damaged: {error}", resource=TABLE
        ) from error


@functools.cache
def no_title_rows() -> tuple[NoTitle, ...]:
    """Return what lines of a first page are no titles."""
    return _converted(_table()["no_title"], tuple[NoTitle, ...])


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.what, re.compile(row.pattern, re.IGNORECASE)) for row in no_title_rows())


@functools.cache
def words(section: str, name: str) -> frozenset[str]:
    """Return a list of words, in lower case."""
    return frozenset(_converted(_table()[section][name], tuple[str, ...]))


@functools.lru_cache(maxsize=1024)
def no_title(line: str) -> str | None:
    """Return what a line is, if it is something that is no title."""
    folded = fold_blanks(line)[:_LONGEST_LINE]
    for form in dict.fromkeys((folded, closed_up(folded))):
        for what, pattern in _patterns():
            if pattern.fullmatch(form):
                return what
    return None


def closed_up(line: str) -> str:
    """Return a line with its letter-spaced words closed up: "A B S T R A C T" is "ABSTRACT"."""
    parts = line.split()
    single = sum(len(part) == 1 for part in parts)
    if single < _FEWEST_LETTERS or single < _MOST_SINGLE * len(parts):
        return line
    return "".join(parts)


def first_words(line: str, heads: frozenset[str]) -> str | None:
    """Return the longest of some phrases that a line begins with, number and case aside."""
    lead = _NUMBER.match(line)
    start = line[lead.end() if lead else 0 :].lower()
    fitting = [head for head in heads if start.startswith(head) and _ends(start, len(head))]
    return max(fitting, key=len, default=None)


def _ends(text: str, place: int) -> bool:
    return not text[place : place + 1].isalpha()
