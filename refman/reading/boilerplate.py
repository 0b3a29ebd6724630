"""What stands on a page beside its papers: buttons, votes, dates, labels, numbering.

The rules are rows of ``resources/boilerplate.toml``; this module only asks them.
"""

import functools
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

import msgspec

from refman.resources import read_table

__all__ = [
    "LONGEST_ROW",
    "Field",
    "Label",
    "Row",
    "find_date",
    "find_label",
    "find_row",
    "front_matter_end",
    "prefix_end",
    "suffix_start",
]

TABLE = "boilerplate.toml"

LONGEST_ROW = 260
"""No line longer than this is boilerplate."""

_LONGEST_LABEL = 40
_LONGEST_FRONT_MATTER = 4_000
_MARKS = " .!:·•|»«›‹>…↗→←↑↓▸▾▼*&\u200b"
_FENCE = re.compile(r"\s*---[ \t]*(?:\r\n?|\n)")
_KEY = re.compile(r"[\w-]+[ \t]*:|[ \t]+\S|#|-[ \t]|[ \t]*$")


class Field(Enum):
    """Name what a line tells of a paper: its text, its place in the list, or a note on it."""

    TITLE = "title"
    AUTHORS = "authors"
    ABSTRACT = "abstract"
    IDENTIFIER = "identifier"
    DATE = "date"
    NUMBER = "number"
    NOTE = "note"


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold a rule for whole lines.

    Attributes:
        what: what such a line is, for people.
        pattern: matches the whole line, blanks folded, in any case; "" for a list of phrases.
        also: another pattern of the same meaning.
        examples: at least one line that it matches.
        lines: the phrases, in lower case.
        beside_paper: it stands with a paper, so that a title next to it is likelier one.
        gives: what it tells of that paper.
        names_next: the line below is a user's name.
        leads: it stands before the title of its paper.
        apart: a paper ends before it.
    """

    what: str
    pattern: str = ""
    also: str = ""
    examples: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    beside_paper: bool = False
    gives: Field | None = None
    names_next: bool = False
    leads: bool = False
    apart: bool = False


class Label(msgspec.Struct, frozen=True):
    """Hold a label that was found: the field it names, and its length in the line."""

    field: Field
    length: int


class _Part(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a rule for the beginning or the end of a line."""

    pattern: str
    examples: tuple[str, ...]
    what: str = ""
    field: Field = Field.NOTE


class _Tables(msgspec.Struct, frozen=True):
    """Hold all rules as they are asked: patterns joined into one, each with its group's number."""

    phrases: Mapping[str, Row]
    rows: tuple[Row, ...]
    row_pattern: re.Pattern[str]
    labels: tuple[_Part, ...]
    label_pattern: re.Pattern[str]
    prefixes: tuple[_Part, ...]
    prefix_pattern: re.Pattern[str]
    suffixes: tuple[_Part, ...]
    suffix_pattern: re.Pattern[str]
    date_pattern: re.Pattern[str]
    year_pattern: re.Pattern[str]


def find_row(line: str) -> Row | None:
    """Return the rule that a whole line is boilerplate by, or None.

    Args:
        line: without blanks at its ends.
    """
    if len(line) > LONGEST_ROW:
        return None
    tables = _tables()
    folded = " ".join(line.split())
    if (phrase := tables.phrases.get(folded.casefold().strip(_MARKS))) is not None:
        return phrase
    found = tables.row_pattern.fullmatch(folded)
    return tables.rows[_number(found)] if found else None


def find_label(line: str) -> Label | None:
    """Return the label that a line begins with ("Title:", "Abstract"), or None."""
    if (found := _tables().label_pattern.match(line)) is None or found.end() > _LONGEST_LABEL:
        return None
    return Label(_tables().labels[_number(found)].field, found.end())


def find_date(line: str) -> str | None:
    """Return the first whole date that stands in a line, or else a year, as written."""
    found = _tables().date_pattern.search(line) or _tables().year_pattern.search(line)
    return found[0] if found else None


def prefix_end(line: str) -> int:
    """Return where a line's own text begins behind a number or bullet, 0 where it has none."""
    found = _tables().prefix_pattern.match(line)
    return found.end() if found else 0


def suffix_start(tail: str) -> int:
    """Return where a button begins that is glued to a line's end, or else the length."""
    found = _tables().suffix_pattern.search(tail)
    return found.start() if found else len(tail)


def front_matter_end(text: str) -> int:
    """Return where the block of keys ends that stands on top of a Markdown file; 0 without one.

    Source: Jekyll's "Front Matter": the file's first line is ``---``, and another closes it.
    """
    opening = _FENCE.match(text[:_LONGEST_FRONT_MATTER])
    if opening is None:
        return 0
    place = opening.end()
    for line in text[place:_LONGEST_FRONT_MATTER].splitlines(keepends=True):
        place += len(line)
        if line.rstrip() == "---":
            return place
        if not _KEY.match(line.rstrip("\r\n")):
            return 0
    return 0


@functools.cache
def _tables() -> _Tables:
    table = read_table(TABLE)
    terms: Mapping[str, str] = table["terms"]
    lists = msgspec.convert(table["phrases"], tuple[Row, ...])
    rows = msgspec.convert(table["rows"], tuple[Row, ...])
    labels, prefixes, suffixes = (
        msgspec.convert(table[name], tuple[_Part, ...])
        for name in ("labels", "prefixes", "suffixes")
    )
    either = (f"{row.pattern}|{row.also}" if row.also else row.pattern for row in rows)
    return _Tables(
        phrases={line.strip(_MARKS): row for row in lists for line in row.lines},
        rows=rows,
        row_pattern=_joined(either, terms),
        labels=labels,
        label_pattern=_joined((label.pattern for label in labels), terms),
        prefixes=prefixes,
        prefix_pattern=_joined((prefix.pattern for prefix in prefixes), terms),
        suffixes=suffixes,
        suffix_pattern=_joined((rf"\s*{suffix.pattern}\s*$" for suffix in suffixes), terms),
        date_pattern=_joined([r"\b<date>\b"], terms),
        year_pattern=_joined([r"\b<year>\b"], terms),
    )


def _joined(patterns: Iterable[str], terms: Mapping[str, str]) -> re.Pattern[str]:
    """Compile patterns into one that tells by its last group which of them matched.

    Groups of the rows themselves do not capture, so that the numbers are the rows'.
    """
    joined = "|".join(f"({_filled(pattern, terms)})" for pattern in patterns)
    return re.compile(joined, re.IGNORECASE)


def _filled(pattern: str, terms: Mapping[str, str]) -> str:
    """Put the terms in, also where one term holds another."""
    for _ in range(2):
        for name, term in terms.items():
            pattern = pattern.replace(f"<{name}>", term)
    return pattern


def _number(found: re.Match[Any]) -> int:
    assert found.lastindex is not None  # every alternative is a group
    return found.lastindex - 1
