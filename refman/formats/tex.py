"""Entries as the text of a .bib file: what BibTeX and BibLaTeX share."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import compress
from operator import attrgetter

import msgspec

from refman.formats.crosswalk import rows, type_name
from refman.formats.format import Options, Profile
from refman.formats.tex_fields import FORMS, MACROS, Pair, Row, Style, Writer
from refman.formats.tex_groups import Groups
from refman.formats.tex_text import zotero_text
from refman.model import Entry, ItemType

__all__ = ["UNSAFE_IN_KEY", "Dialect", "Record", "dump", "records"]

UNSAFE_IN_KEY = re.compile(r"[^\w\-:.+/]")
"""A sign that BibTeX, biber or Zotero would not take in a citekey."""


class Dialect(msgspec.Struct, frozen=True):
    """Name the tables of a format.

    Attributes:
        name: of its section in the crosswalk, and of its column of types.
        encode: writes text for LaTeX.
    """

    name: str
    encode: Callable[[str], str]


class Record(msgspec.Struct, frozen=True):
    """Hold an entry as a .bib file has it: type, key, and pairs of field and value in order."""

    type: str
    key: str
    pairs: list[Pair]


def dump(entries: Iterable[Entry], dialect: Dialect, options: Options) -> Iterator[str]:
    """Yield a file's text, an entry a piece; at last, for Zotero, the collections."""
    groups = Groups()
    separator = ""
    for entry, record in _paired(entries, dialect, options):
        lines = [
            f"  {field} = {value}" if field.lower() in MACROS else f"  {field} = {{{value}}}"
            for field, value in record.pairs
        ]
        lines.insert(0, f"{separator}@{record.type}{{{record.key}")
        yield ",\n".join(lines) + "\n}\n"
        separator = "\n"
        if options.profile is Profile.ZOTERO:
            for path in entry.collections:
                groups.add(path, record.key)
    yield from groups.comments()


def records(entries: Iterable[Entry], dialect: Dialect, options: Options) -> Iterator[Record]:
    """Yield what ``dump`` writes, as data."""
    return (record for _, record in _paired(entries, dialect, options))


def _paired(
    entries: Iterable[Entry], dialect: Dialect, options: Options
) -> Iterator[tuple[Entry, Record]]:
    is_zotero = options.profile is Profile.ZOTERO
    style = Style(
        encode=zotero_text if is_zotero else dialect.encode,
        words=options.protected_words,
        protects=not is_zotero,
        with_links=is_zotero or options.zotero_links,
    )
    columns = (f"{dialect.name}_zotero", dialect.name) if is_zotero else (dialect.name,)
    writers: dict[ItemType, _Writers] = {}
    keys = _Keys()
    for entry in entries:
        if entry.type not in writers:
            name = type_name(entry.type, *columns)
            those = _writers(dialect, style, name, is_zotero=is_zotero)
            getter = attrgetter(*(attribute for attribute, _ in those))
            writers[entry.type] = name, getter, [write for _, write in those]
        name, values_of, writes = writers[entry.type]
        key = keys.of(entry)
        pairs: list[Pair] = []
        for write in compress(writes, values_of(entry)):
            write(entry, key, pairs)
        yield entry, Record(name, key, pairs)


_Writers = tuple[str, Callable[[Entry], tuple[object, ...]], list[Writer]]
"""A type's name; gives an entry's values; what writes each of these, where it is not empty."""


def _writers(
    dialect: Dialect, style: Style, type_: str, *, is_zotero: bool
) -> list[tuple[str, Writer]]:
    """Return (attribute that must be there, writer) in the order of the fields."""
    differing: Mapping[str, Mapping[str, str]] = {}
    if is_zotero:
        differing = rows(f"{dialect.name}_zotero")
    writers: list[tuple[str, Writer]] = []
    for name, shared in rows(dialect.name).items():
        row: Mapping[str, str] = {**shared, **differing.get(name, {})}
        field = row.get(type_, row.get("field", name))
        if field:
            of = row.get("of", name)
            writers.append((of, FORMS[row["form"]](Row(of, field, row), style)))
    return writers


class _Keys:
    """Give every entry a key that BibTeX can read and that no other has."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._entries = 0

    def of(self, entry: Entry) -> str:
        """Return an entry's key.

        What no key may hold is a hyphen; an entry without key is called by its place,
        "entry-3"; BibTeX tells no capitals, so keys that agree but for them get a number.
        """
        self._entries += 1
        key = UNSAFE_IN_KEY.sub("-", entry.citekey or f"entry-{self._entries}")
        unique = key
        folded = key.casefold()
        while unique.casefold() in self._used:
            self._numbers[folded] = self._numbers.get(folded, 1) + 1
            unique = f"{key}-{self._numbers[folded]}"
        self._used.add(unique.casefold())
        return unique
