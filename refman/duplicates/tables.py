"""The rows of ``resources/duplicates.toml``."""

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from refman.model import ItemType
from refman.resources import read_table

__all__ = ["TABLE", "Tables", "tables"]

TABLE = "duplicates.toml"

_OPENING = r"^[\[(]?\s?"
_CLOSING = r"s?\s?[\])]?\.?$"
_BREAK = r"(?:[:(\[–—]|\s-)\s?(?:an?\s)?"


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """Hold all rows, made ready for use.

    Attributes:
        kinds: the kind of work that an item type is.
        one_kind: pairs of kinds that one record may go by.
        version_kinds: pairs of kinds that versions of a work have.
        apart_kinds: pairs of kinds that two works have.
        preprint_dois: beginnings of DOIs of preprints.
        mirror_dois: beginnings of DOIs that a work may have beside its own.
        version_dois: patterns whose first group is a DOI without its version.
        preprint_containers: keys of words that name no journal.
        label: finds what a title says a text is; the group that matches is named for it.
        generic: keys of titles that many works have.
        noise: words that say nothing.
        designators: words behind which the number of a part stands.
        opposed: word -> the rows that it stands in.
        prefixes: beginnings that turn a word into another, the longest first.
        numbers: number word -> figures.
        others: literals that mean "and more".
        particles: words before a family name that not everybody writes.
    """

    kinds: Mapping[ItemType, str]
    one_kind: frozenset[frozenset[str]]
    version_kinds: frozenset[frozenset[str]]
    apart_kinds: frozenset[frozenset[str]]
    preprint_dois: tuple[str, ...]
    mirror_dois: tuple[str, ...]
    version_dois: tuple[re.Pattern[str], ...]
    preprint_containers: frozenset[str]
    label: re.Pattern[str]
    generic: frozenset[str]
    noise: frozenset[str]
    designators: frozenset[str]
    opposed: Mapping[str, frozenset[int]]
    prefixes: tuple[str, ...]
    numbers: Mapping[str, str]
    others: frozenset[str]
    particles: frozenset[str]


@functools.cache
def tables() -> Tables:
    """Return the rows.

    Raises:
        ResourceError: the table is not there, or damaged.
    """
    table = read_table(TABLE)
    titles, dois, pairs = table["titles"], table["dois"], table["kind_pairs"]
    return Tables(
        kinds={ItemType(name): kind for kind, names in table["kinds"].items() for name in names},
        one_kind=_pairs(pairs["one"]),
        version_kinds=_pairs(pairs["versions"]),
        apart_kinds=_pairs(pairs["apart"]),
        preprint_dois=tuple(dois["preprint"]),
        mirror_dois=tuple(dois["mirror"]),
        version_dois=tuple(re.compile(pattern, re.IGNORECASE) for pattern in dois["versions"]),
        preprint_containers=frozenset(table["containers"]["preprint"]),
        label=_label(table["labels"]),
        generic=frozenset(titles["generic"]),
        noise=frozenset(titles["noise"]),
        designators=frozenset(titles["designators"]),
        opposed=_rows_of(titles["opposed"]),
        prefixes=tuple(sorted(titles["prefixes"], key=len, reverse=True)),
        numbers=titles["numbers"],
        others=frozenset(table["names"]["others"]),
        particles=frozenset(table["names"]["particles"]),
    )


def _pairs(rows: Iterable[Iterable[str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(row) for row in rows)


def _label(rows: Mapping[str, Mapping[str, Any]]) -> re.Pattern[str]:
    """Return a pattern for titles that begin as one row says, or end so behind a break."""
    starts = "|".join(f"(?P<{kind}>{'|'.join(row['start'])})" for kind, row in rows.items())
    ends = "|".join(f"(?P<{kind}_>{'|'.join(row['end'])})" for kind, row in rows.items())
    return re.compile(rf"{_OPENING}(?:{starts})|{_BREAK}(?:{ends}){_CLOSING}")


def _rows_of(rows: Iterable[Iterable[str]]) -> Mapping[str, frozenset[int]]:
    places: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for word in row:
            places.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in places.items()}
