"""Entries as the text of a .bib file: what BibTeX and BibLaTeX share."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import compress
from operator import attrgetter

import msgspec

from refman.formats.crosswalk import rows, type_name
from refman.formats.format import Options, Profile
from refman.formats.tex_fields import MACROS, TELLERS, WRITERS, Fields, Pair, Row, Style
from refman.formats.tex_groups import Groups
from refman.formats.tex_memory import Memory
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
    is_zotero = options.profile is Profile.ZOTERO
    layouts = Memory(_layout)
    for entry, type_, key, fields in _written(entries, dialect, options):
        text = layouts[tuple(fields)].copy()
        text[1::2] = (separator, type_, key, *fields.values())
        yield "".join(text)
        separator = "\n"
        if is_zotero:
            for path in entry.collections:
                groups.add(path, key)
    yield from groups.comments()


def _layout(fields: tuple[str, ...]) -> list[str]:
    """Return what stands round an entry's separator, type, key and values; "" are their places."""
    pieces = ["", "@", "{"]
    closing = ""
    for field in fields:
        is_macro = field.lower() in MACROS
        pieces.append(f"{closing},\n  {field} = " + ("" if is_macro else "{"))
        closing = "" if is_macro else "}"
    pieces.append(f"{closing}\n}}\n")
    return [part for piece in pieces for part in (piece, "")][:-1]


def records(entries: Iterable[Entry], dialect: Dialect, options: Options) -> Iterator[Record]:
    """Yield what ``dump`` writes, as data."""
    for _, type_, key, fields in _written(entries, dialect, options):
        yield Record(type_, key, list(fields.items()))


def _written(
    entries: Iterable[Entry], dialect: Dialect, options: Options
) -> Iterator[tuple[Entry, str, str, Fields]]:
    is_zotero = options.profile is Profile.ZOTERO
    style = Style(
        encode=zotero_text if is_zotero else dialect.encode,
        words=options.protected_words,
        protects=not is_zotero,
        with_links=is_zotero or options.zotero_links,
    )
    plans: dict[ItemType, _Plan] = {}
    keys = _Keys()
    for entry in entries:
        if (plan := plans.get(entry.type)) is None:
            plan = plans[entry.type] = _plan(dialect, style, entry.type, is_zotero=is_zotero)
        type_, values_of, columns = plan
        key = keys.of(entry)
        fields: Fields = {}
        values = values_of(entry)
        for place, field, tell in compress(columns, values):
            if not field:
                tell(entry, key, fields)
            elif text := tell(values[place]):
                fields[field] = text
        yield entry, type_, key, fields


_Column = tuple[int, str, Callable[..., str | None]]
"""The place of a value, its field, and what tells it; or "" and what writes fields of its own."""

_Plan = tuple[str, Callable[[Entry], tuple[object, ...]], list[_Column]]
"""A type's name; gives an entry's values; what is made of each of these, where it is not empty."""


def _plan(dialect: Dialect, style: Style, item_type: ItemType, *, is_zotero: bool) -> _Plan:
    """Return how entries of a type are written, in the order of the fields."""
    names = (f"{dialect.name}_zotero", dialect.name) if is_zotero else (dialect.name,)
    type_ = type_name(item_type, *names)
    differing: Mapping[str, Mapping[str, str]] = rows(names[0]) if is_zotero else {}
    attributes: list[str] = []
    columns: list[_Column] = []
    for name, shared in rows(dialect.name).items():
        row: Mapping[str, str] = {**shared, **differing.get(name, {})}
        if field := row.get(type_, row.get("field", name)):
            attributes.append(row.get("of", name))
            if teller := TELLERS.get(row["form"]):
                columns.append((len(columns), field, teller(style)))
            else:
                writer = WRITERS[row["form"]](Row(attributes[-1], field, row), style)
                columns.append((len(columns), "", writer))
    return type_, attrgetter(*attributes), columns


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
        key = entry.citekey or f"entry-{self._entries}"
        if not key.isalnum():  # as most are
            key = UNSAFE_IN_KEY.sub("-", key)
        unique = key
        folded = unique_folded = key.casefold()
        while unique_folded in self._used:
            self._numbers[folded] = self._numbers.get(folded, 1) + 1
            unique = f"{key}-{self._numbers[folded]}"
            unique_folded = unique.casefold()
        self._used.add(unique_folded)
        return unique
