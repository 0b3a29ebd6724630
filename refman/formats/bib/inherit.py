"""What an entry takes from its parents: ``crossref`` and ``xdata``.

Parents mostly stand behind their children, so a file that has any is gone through once before.

Source: the biblatex manual, 2.4.1, 3.13 and appendix B; "BibTeXing" (Patashnik 1988), 2.1.
"""

import functools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from refman.formats.bib.blocks import Block, BlockKind, Field
from refman.formats.bib.draft import Pair
from refman.formats.bib.scan import scan
from refman.formats.bib.values import Strings
from refman.formats.crosswalk import rows
from refman.model import Problem, Span

__all__ = ["CROSSREF", "PARENT_FIELDS", "XDATA", "Parents"]

CROSSREF, XDATA = "crossref", "xdata"
PARENT_FIELDS = frozenset({CROSSREF, XDATA})
"""The fields that name parents."""
_MOST_PARENTS = 25
_MOST_FIELDS, _LONGEST = 100, 20_000
"""How much a parent gives at most: a small child may have a large parent, and there are many."""


class _Parent(NamedTuple):
    """Hold an entry that takes from others, or that others take from.

    Attributes:
        given: its fields, with their values.
        own: their names, in lower case.
        asked: by which field it names which parent, in the order in which they are asked.
    """

    key: str
    type: str
    given: list[Pair]
    own: frozenset[str]
    asked: list[tuple[str, Field, str]]


class Parents:
    """Know the entries of a file that others name as their parents."""

    def __init__(self, text: str) -> None:
        self._text = text

    @functools.cached_property
    def _known(self) -> Mapping[str, _Parent]:
        """Gone through the file for when the first child comes: most files have none."""
        return dict(_named(self._text))

    def inherited(self, block: Block, strings: Strings, problems: list[Problem]) -> list[Pair]:
        """Return the fields that an entry takes, under the names that they have in it.

        The nearer parent's come first, the shared data before those of the parent. A field that
        the entry has, or a date beside one that it has, is not taken.

        Args:
            block: the entry.
            strings: those that the file has defined so far.
            problems: gets parents that are not there, circles of them, and too many.
        """
        child = _parent(block, _given(self._text, block, strings))
        taken = _Line(self._known, problems).taken(child, frozenset())
        first: dict[str, Pair] = {}
        for field, value in taken:
            first.setdefault(field.name, (field, value))
        own = child.own
        if own & _own_fields("dates"):
            own |= _own_fields("dates")
        return [pair for name, pair in first.items() if name not in own]


class _Line:
    """Go up from one entry, to each of its parents once."""

    def __init__(self, known: Mapping[str, _Parent], problems: list[Problem]) -> None:
        self._known = known
        self._problems = problems
        self._met: set[str] = set()

    def taken(self, child: _Parent, below: frozenset[str]) -> Iterator[Pair]:
        """Yield what an entry takes, its nearer parents' first.

        Args:
            child: the entry.
            below: keys of the entries that take from it.
        """
        line = below | {_folded(child.key)}
        for by, field, key in child.asked:
            if parent := self._parent(key, field, line):
                yield from self._of(parent, child, by, line)

    def _parent(self, key: str, field: Field, line: frozenset[str]) -> _Parent | None:
        folded, span = _folded(key), Span(field.start, field.end)
        parent = self._known.get(folded)
        why = ""
        if parent is None:
            why = f"its parent {key[:80]!r} is not in the file"
        elif folded in line:
            why = f"it is its own parent, by {key[:80]!r}"
        elif len(self._met) >= _MOST_PARENTS:
            why = "it has too many parents"
        if why:
            self._problems.append(Problem(span, why))
        elif folded not in self._met:
            self._met.add(folded)
            return parent
        return None

    def _of(self, parent: _Parent, child: _Parent, by: str, line: frozenset[str]) -> Iterator[Pair]:
        named: Mapping[str, str] = {}
        if by == CROSSREF:
            named = _mapped(child.type, parent.type)
        own = parent.own
        if named.get("title") in own:
            # BibTeX's users give a parent both: a title for itself, a booktitle for its children.
            named = dict.fromkeys(named, "")
        above = [pair for pair in self.taken(parent, line) if pair[0].name not in own]
        for field, value in (*parent.given, *above):
            name = field.name.lower()
            name = named.get(name, name)
            if name and name not in _own_fields("names"):
                yield (field._replace(name=name), value)


def _named(text: str) -> Iterator[tuple[str, _Parent]]:
    """Yield the entries that any entry names as parent, by key; of two with one key the first."""
    asked: set[str] = set()
    blocks: dict[str, Block] = {}
    strings = Strings()
    for block in scan(text):
        if block.kind is BlockKind.STRING:
            strings.define(text, block)
        elif block.kind is BlockKind.ENTRY:
            blocks.setdefault(_folded(block.key), block)
            for field in block.fields:
                if field.name.lower() in (CROSSREF, XDATA):
                    value = strings.value(text[field.value_start : field.value_end], 0, [])
                    asked.update(_folded(key.strip()) for key in value.split(","))
    for key in asked & blocks.keys():
        block = blocks[key]
        given = list(_few(_given(text, block, strings)))
        yield key, _parent(block, given)


def _parent(block: Block, given: list[Pair]) -> _Parent:
    own = frozenset(field.name.lower() for field, _ in given)
    asked = [*_asked(XDATA, given), *_asked(CROSSREF, given)] if own & {XDATA, CROSSREF} else []
    return _Parent(block.key, block.type.lower(), given, own, asked)


def _asked(by: str, given: list[Pair]) -> Iterator[tuple[str, Field, str]]:
    """Yield the parents that an entry names by a field."""
    for field, value in given:
        if field.name.lower() == by:
            keys = value.split(",") if by == XDATA else [value]
            yield from ((by, field, key.strip()) for key in keys if key.strip())


def _given(text: str, block: Block, strings: Strings) -> list[Pair]:
    """Return the fields of a block that say something, with their values."""
    pairs = [
        (field, strings.value(text[field.value_start : field.value_end], field.value_start, []))
        for field in block.fields
    ]
    return [(field, value) for field, value in pairs if value.strip()]


def _few(given: list[Pair]) -> Iterator[Pair]:
    length = 0
    for field, value in given[:_MOST_FIELDS]:
        length += len(value)
        if length <= _LONGEST:
            yield field, value


def _folded(key: str) -> str:
    """Return a key for comparing: BibTeX does not tell capitals."""
    return key.casefold()


@functools.lru_cache(maxsize=1024)
def _mapped(child: str, parent: str) -> Mapping[str, str]:
    """Return what a parent's fields are called in the child, where that is another name."""
    for way, parents in rows("read_bib_inherit").get(child, {}).items():
        if parent in parents.split():
            return rows("read_bib_inherited")[way]
    return {}


@functools.cache
def _own_fields(row: str) -> frozenset[str]:
    return frozenset(rows("read_bib_own")[row]["fields"].split())
