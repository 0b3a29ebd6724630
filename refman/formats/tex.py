"""Entries as the text of a .bib file: what BibTeX and BibLaTeX share.

Entries are written by the hundred, and a field at a time for all of these: to go through one entry
after the other takes half as long again.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from refman.formats.crosswalk import rows, type_name
from refman.formats.format import Options, Profile
from refman.formats.tex_batch import Batch, Record, Writer
from refman.formats.tex_fields import TELLERS, WRITERS, Row, Style, one_field
from refman.formats.tex_groups import Groups
from refman.formats.tex_text import Encode, zotero_text
from refman.model import Entry, ItemType

__all__ = ["UNSAFE_IN_KEY", "Dialect", "Record", "dump", "records"]

UNSAFE_IN_KEY = re.compile(r"[^\w\-:.+/]")
"""A sign that BibTeX, biber or Zotero would not take in a citekey."""

_BATCH = 128
"""How many entries are written together: as many as a processor has near at hand."""
_STYLES = 4
"""For how many ways of writing that is kept what does it: two dialects for two profiles."""


class Dialect(msgspec.Struct, frozen=True):
    """Name the tables of a format.

    Attributes:
        name: of its section in the crosswalk, and of its column of types.
        encode: writes text for LaTeX.
    """

    name: str
    encode: Encode


def dump(entries: Iterable[Entry], dialect: Dialect, options: Options) -> Iterator[str]:
    """Yield a file's text, an entry a piece; at last, for Zotero, the collections."""
    groups = Groups()
    for number, batch in enumerate(_written(entries, dialect, options)):
        texts = batch.texts()
        if not number:
            yield next(texts).removeprefix("\n")
        yield from texts
        if options.profile is Profile.ZOTERO:
            for entry, key in zip(batch.entries, batch.keys, strict=True):
                for path in entry.collections:
                    groups.add(path, key)
    yield from groups.comments()


def records(entries: Iterable[Entry], dialect: Dialect, options: Options) -> Iterator[Record]:
    """Yield what ``dump`` writes, as data."""
    for batch in _written(entries, dialect, options):
        yield from batch.records()


def _written(entries: Iterable[Entry], dialect: Dialect, options: Options) -> Iterator[Batch]:
    is_zotero = options.profile is Profile.ZOTERO
    style = Style(
        encode=zotero_text if is_zotero else dialect.encode,
        words=options.protected_words,
        protects=not is_zotero,
        with_links=is_zotero or options.zotero_links,
    )
    sections = (f"{dialect.name}_zotero", dialect.name) if is_zotero else (dialect.name,)
    types, writers = _types(sections), _writers(sections, style)
    keys = _Keys()
    coming = iter(entries)
    while some := list(islice(coming, _BATCH)):
        batch = Batch(some, [types[entry.type] for entry in some], keys.of(some))
        for attribute, write in writers:
            if any(batch.values[attribute]):
                write(batch)
        yield batch


@functools.cache
def _types(sections: tuple[str, ...]) -> Mapping[ItemType, str]:
    """Return what the types are called in the first of these columns that has a name."""
    return {item_type: type_name(item_type, *sections) for item_type in ItemType}


@functools.lru_cache(_STYLES)
def _writers(sections: tuple[str, ...], style: Style) -> Sequence[tuple[str, Writer]]:
    """Return of which attribute the fields are written, and what does it, in their order.

    Args:
        sections: of the crosswalk: what the first says of a row goes before what the last says.
        style: how values are written.
    """
    types = frozenset(_types(sections).values())
    differing: Mapping[str, Mapping[str, str]] = rows(sections[0])
    writers: list[tuple[str, Writer]] = []
    for name, shared in rows(sections[-1]).items():
        columns: Mapping[str, str] = {**shared, **differing.get(name, {})}
        row = Row(
            of=columns.get("of", name),
            field=columns.get("field", name),
            by_type={type_: columns[type_] for type_ in types.intersection(columns)},
            columns=columns,
        )
        if row.field:
            teller = TELLERS.get(columns["form"])
            write = (
                one_field(row, teller(style)) if teller else WRITERS[columns["form"]](row, style)
            )
            writers.append((row.of, write))
    return writers


class _Keys:
    """Give every entry a key that BibTeX can read and that no other has."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._entries = 0

    def of(self, entries: Sequence[Entry]) -> list[str]:
        """Return the keys of the entries that come next.

        What no key may hold is a hyphen; an entry without key is called by its place,
        "entry-3"; BibTeX tells no capitals, so keys that agree but for them get a number.
        """
        named = enumerate(entries, self._entries + 1)
        keys = [entry.citekey or f"entry-{number}" for number, entry in named]
        self._entries += len(entries)
        if UNSAFE_IN_KEY.search("".join(keys)):
            keys = [UNSAFE_IN_KEY.sub("-", key) for key in keys]
        folded = set(map(str.casefold, keys))
        if len(folded) < len(keys) or not self._used.isdisjoint(folded):
            return list(map(self._unique, keys))
        self._used |= folded
        return keys

    def _unique(self, key: str) -> str:
        unique = key
        folded = unique_folded = key.casefold()
        while unique_folded in self._used:
            self._numbers[folded] = self._numbers.get(folded, 1) + 1
            unique = f"{key}-{self._numbers[folded]}"
            unique_folded = unique.casefold()
        self._used.add(unique_folded)
        return unique
