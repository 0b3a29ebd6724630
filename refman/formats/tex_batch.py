"""Entries while they are written, a field at a time for all of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

import msgspec
from msgspec.structs import astuple

from refman.formats.tex_memory import Memory
from refman.model import Entry

__all__ = ["MACROS", "Batch", "Field", "Others", "Pair", "Record", "Writer"]

MACROS = frozenset({"month"})
"""Fields whose value is an expression of names that every style knows, without braces."""

Pair = tuple[str, str]
"""A field and its value, without the braces round it."""


Field = str | Sequence[str]
"""A field that entries have, or that of each of them."""

Others = tuple[Sequence[str], Sequence[str]]
"""Some fields, and the value of each; "" where it is left out."""


class Record(msgspec.Struct, frozen=True):
    """Hold an entry as a .bib file has it: type, key, and pairs of field and value in order."""

    type: str
    key: str
    pairs: list[Pair]


class Batch:
    """Hold some entries, and gather what is written of them.

    Attributes:
        entries: in the order of the file.
        types: their types, as the file calls them.
        keys: theirs.
        values: attribute -> what each entry has there.
        columns: a field, or that of each entry; and its value in each, "" where it has none. In
            the order of the file; no field comes twice in an entry.
        others: what stands behind these, by entry; empty where no entry has such. Their values are
            no expressions: they stand in braces, whatever the field.
    """

    def __init__(self, entries: Sequence[Entry], types: Sequence[str], keys: Sequence[str]) -> None:
        self.entries = entries
        self.types = types
        self.keys = keys
        # A record gives all its values in the time that it takes to ask for a few by their names.
        columns = zip(*map(astuple, entries), strict=True)
        self.values: Mapping[str, Sequence[Any]] = dict(
            zip(Entry.__struct_fields__, columns, strict=True)
        )
        self.columns: list[tuple[Field, Sequence[str]]] = []
        self.others: Sequence[Others] = ()

    def add(self, field: Field, values: Sequence[str]) -> None:
        """Put a field behind those that are there, if any entry has it."""
        if any(values):
            self.columns.append((field, values))

    def fields(self) -> set[str]:
        """Return the fields that some entry may have so far."""
        one = {field for field, _ in self.columns if isinstance(field, str)}
        return one.union(*[field for field, _ in self.columns if not isinstance(field, str)])

    def pairs(self) -> list[list[Pair]]:
        """Return the fields that each entry has so far, with their values."""
        by_entry: list[list[Pair]] = [[] for _ in self.entries]
        for field, values in self.columns:
            fields = repeat(field) if isinstance(field, str) else field
            for pairs, name, value in zip(by_entry, fields, values, strict=False):
                if value:
                    pairs.append((name, value))
        for pairs, others in zip(by_entry, self.others, strict=False):
            pairs += [
                (name, f"{{{value}}}" if name.lower() in MACROS else value)
                for name, value in zip(*others, strict=True)
                if value
            ]
        return by_entry

    def records(self) -> Iterator[Record]:
        """Return the entries as data."""
        return map(Record, self.types, self.keys, self.pairs())

    def texts(self) -> Iterator[str]:
        """Return the entries as the file has them, each with an empty line before it."""
        parts: list[Iterable[str]] = [repeat("\n@"), self.types, repeat("{"), self.keys]
        fixed = ""
        for field, values in self.columns:
            if not isinstance(field, str):
                framed = [
                    f"{fixed},\n  {name} = {{{value}}}" if value else fixed
                    for name, value in zip(field, values, strict=True)
                ]
                parts.append(framed)
                fixed = ""
                continue
            opening, behind = _frames[field]
            before = fixed + opening
            if all(values):  # what stands between two such fields is the same in every entry
                parts += (repeat(before), values)
                fixed = behind
            else:
                parts.append([f"{before}{value}{behind}" if value else fixed for value in values])
                fixed = ""
        if self.others:
            parts += (repeat(fixed), _braced(self.others))
            fixed = ""
        parts.append(repeat(f"{fixed}\n}}\n"))
        return map("".join, zip(*parts, strict=False))


Writer = Callable[[Batch], None]
"""Adds to a batch the fields that it knows to write."""


def _frame(field: str) -> tuple[str, str]:
    """Return what stands before a field's value, and behind it."""
    is_macro = field.lower() in MACROS
    return (f",\n  {field} = ", "") if is_macro else (f",\n  {field} = {{", "}")


_frames = Memory(_frame)


def _braced(others: Iterable[Others]) -> list[str]:
    return [
        "".join([f",\n  {name} = {{{value}}}" for name, value in zip(*each, strict=True) if value])
        for each in others
    ]
