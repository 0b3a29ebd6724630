"""How a .bib file is written: line ends, indents, alignment, delimiters, spelling.

Whoever made it had habits; what is added follows those of the most entries. The texts between
fields are taken over as they are, so that commas before names, tabs, or all on one line come out
as they came in.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple, TypeVar

from refman.formats.bib.blocks import Block, BlockKind, Field

__all__ = ["LINE_END", "Align", "Style", "is_sound", "style_of"]

_MOST_SEEN = 500
"""How many entries are looked at, the last ones: they show today's habits."""

LINE_END = re.compile(r"\r\n|\r|\n")
_JOINT = re.compile(r"[ \t\n]{0,80},[ \t\n]{0,80}")
_CLOSING = re.compile(r"[ \t\n]{0,80},?[ \t\n]{0,80}")
_BLANKS = re.compile(r"[ \t]{0,80}")

_Habit = TypeVar("_Habit")


class Align(Enum):
    """Tell what stands below each other in the fields of an entry."""

    NOTHING = "nothing"
    EQUALS = "equals signs"
    VALUES = "values"


class Style(NamedTuple):
    r"""Hold a file's habits; line ends in texts are ``\n`` here.

    Attributes:
        line_end: of the file.
        opening: from the key to the first field.
        joint: from a value to the next field.
        closing: from the last value to the closing brace.
        before: from a field's name to its equals sign, where those are not aligned.
        after: from there to the value, where those are not aligned.
        align: what is aligned.
        column: where that stands, counted from the name's beginning; None where it is ``slack``
            signs behind the longest name of the entry.
        slack: see ``column``.
        quoted: whether values stand between quotation marks.
        bare_numbers: whether numbers stand without either.
        line_ends: how many stand between two entries.
        spelling: of types (with "@") and fields: name in small letters -> as the file has it.
        type_casing: how other names of types are written.
        field_casing: how other names of fields are written.
    """

    line_end: str = "\n"
    opening: str = ",\n  "
    joint: str = ",\n  "
    closing: str = "\n"
    before: str = " "
    after: str = " "
    align: Align = Align.NOTHING
    column: int | None = None
    slack: int = 1
    quoted: bool = False
    bare_numbers: bool = False
    line_ends: int = 2
    spelling: Mapping[str, str] = {}
    type_casing: Callable[[str], str] = str
    field_casing: Callable[[str], str] = str

    def spelt(self, name: str) -> str:
        """Return a field's name, or a type's with "@", as the file spells such."""
        if (known := self.spelling.get(name.lower())) is not None:
            return known
        return "@" + self.type_casing(name[1:]) if name[:1] == "@" else self.field_casing(name)


def is_sound(block: Block) -> bool:
    """Tell whether a block is an entry without fault, closed by its bracket."""
    return block.kind is BlockKind.ENTRY and block.close >= 0 and not block.problems


def style_of(text: str, blocks: Sequence[Block], default: Style | None = None) -> Style:
    """Return the habits of the most entries among blocks.

    Args:
        text: of the file.
        blocks: all of them, or a single entry to be added to.
        default: what holds where the blocks do not tell; the project's own style where it is None.
    """
    default = default or Style(line_end=_line_end(text))
    entries = [block for block in blocks if is_sound(block)][-_MOST_SEEN:]
    seen = _Seen()
    for entry in entries:
        seen.add(text, entry)
    align, column, slack = seen.alignment(default)
    return default._replace(
        opening=_most(seen.openings, default.opening),
        joint=_most(seen.joints, _most(seen.openings, default.joint)),
        closing=_most(seen.closings, default.closing),
        before=_most(seen.befores, default.before),
        after=_most(seen.afters, default.after),
        align=align,
        column=column,
        slack=slack,
        quoted=_most(seen.quoted, default.quoted),
        bare_numbers=_most(seen.bare_numbers, default.bare_numbers),
        line_ends=_most(_line_ends_between(text, blocks), default.line_ends),
        spelling={**default.spelling, **seen.spelling()},
        type_casing=_most(seen.casings["@"], default.type_casing),
        field_casing=_most(seen.casings[""], default.field_casing),
    )


class _Seen:
    """Count habits, entry by entry."""

    def __init__(self) -> None:
        self.openings: Counter[str] = Counter()
        self.joints: Counter[str] = Counter()
        self.closings: Counter[str] = Counter()
        self.befores: Counter[str] = Counter()
        self.afters: Counter[str] = Counter()
        self.quoted: Counter[bool] = Counter()
        self.bare_numbers: Counter[bool] = Counter()
        self.casings: dict[str, Counter[Callable[[str], str]]] = {"@": Counter(), "": Counter()}
        self._names: dict[str, Counter[str]] = {}
        self._aligned: Counter[Align] = Counter()
        self._columns: dict[Align, tuple[Counter[int], Counter[int]]] = {
            align: (Counter(), Counter()) for align in Align
        }

    def add(self, text: str, entry: Block) -> None:
        """Look at one entry."""
        self._name(entry.type, "@")
        if not entry.fields:
            return
        first, last = entry.fields[0], entry.fields[-1]
        _count(self.openings, _JOINT, text[entry.key_end : first.start])
        _count(self.closings, _CLOSING, text[last.value_end : entry.close])
        for field, following in itertools.pairwise(entry.fields):
            _count(self.joints, _JOINT, text[field.value_end : following.start])
        equals = [text.find("=", field.start, field.value_start) for field in entry.fields]
        for field, place in zip(entry.fields, equals, strict=True):
            _count(self.befores, _BLANKS, text[field.start + len(field.name) : place])
            _count(self.afters, _BLANKS, text[place + 1 : field.value_start])
            self._value(text[field.value_start : field.value_end])
            self._name(field.name)
        self._align(entry.fields, equals)

    def _value(self, value: str) -> None:
        number = value[1:-1] if value[:1] in ("{", '"') else value
        if number.isdecimal():
            self.bare_numbers[number is value] += 1
        if number is not value:
            self.quoted[value[0] == '"'] += 1

    def _name(self, name: str, sign: str = "") -> None:
        self._names.setdefault(sign + name.lower(), Counter())[sign + name] += 1
        if name.islower():
            self.casings[sign][str] += 1
        elif name.isupper():
            self.casings[sign][str.upper] += 1
        elif name[:1].isupper():
            self.casings[sign][_capital] += 1

    def _align(self, fields: Sequence[Field], equals: Sequence[int]) -> None:
        """Vote for what is aligned; names of one length do not tell."""
        longest = max(len(field.name) for field in fields)
        if all(len(field.name) == longest for field in fields):
            return
        signs = {place - field.start for field, place in zip(fields, equals, strict=True)}
        values = {field.value_start - field.start for field in fields}
        align = Align.EQUALS if len(signs) == 1 else Align.VALUES
        columns = signs if align is Align.EQUALS else values
        if len(columns) > 1:
            self._aligned[Align.NOTHING] += 1
            return
        (column,) = columns
        self._aligned[align] += 1
        fixed, slack = self._columns[align]
        fixed[column] += 1
        slack[column - longest] += 1

    def alignment(self, default: Style) -> tuple[Align, int | None, int]:
        """Return what is aligned, in which column, or how far behind the longest name."""
        if not self._aligned:
            return default.align, default.column, default.slack
        align = _most(self._aligned, Align.NOTHING)
        fixed, slack = self._columns[align]
        column, behind = _most(fixed, 0), _most(slack, 1)
        is_fixed = fixed[column] >= slack[behind]
        return align, column if is_fixed else None, behind

    def spelling(self) -> dict[str, str]:
        """Return names in small letters -> as most entries spell them."""
        return {name: spellings.most_common(1)[0][0] for name, spellings in self._names.items()}


def _line_end(text: str) -> str:
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=lambda end: counts[end])


def _line_ends_between(text: str, blocks: Sequence[Block]) -> Counter[int]:
    """Count how many line ends stand before an entry where nothing else stands there."""
    counts: Counter[int] = Counter()
    shown = [block for block in blocks if block.kind in (BlockKind.ENTRY, BlockKind.TEXT)]
    for before, block in itertools.pairwise(shown):
        between = text[before.start : before.end]
        if before.kind is BlockKind.TEXT and between.isspace() and block.kind is BlockKind.ENTRY:
            counts[len(LINE_END.findall(between))] += 1
    counts.pop(0, None)
    return counts


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _count(counter: Counter[str], form: re.Pattern[str], piece: str) -> None:
    unified = LINE_END.sub("\n", piece)
    if form.fullmatch(unified):
        counter[unified] += 1


def _most(counter: Counter[_Habit], default: _Habit) -> _Habit:
    return counter.most_common(1)[0][0] if counter else default
