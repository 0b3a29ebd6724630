"""Fields that a foreign file had, and that have no other place, as fields of a .bib file."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from refman.formats.tex_batch import MACROS, Batch, Others, Pair, Writer
from refman.formats.tex_memory import Memory
from refman.formats.tex_text import Encode, is_balanced, tidy

__all__ = ["extra_writer"]

_FEW = 8
"""With more names in some entries, most of them would be written for nothing."""
_TRICKY = re.compile(r"\\(?:[{}]|\Z)")
_NO_NAME = re.compile(r"[^A-Za-z0-9_:+.-]+")


def extra_writer(of: str, encode: Encode) -> Writer:
    """Return what writes fields word for word; as text where their braces do not match.

    It comes last, since a field's name gets an "x-" where one of the entry's own has it.

    Args:
        of: the attribute that holds them.
        encode: writes text.
    """
    lines = Memory[str, str](lambda text: _line(text, encode))

    def write(batch: Batch) -> None:
        extras: Sequence[Mapping[str, str]] = batch.values[of]
        own = frozenset(map(str.lower, batch.fields()))
        names = _in_one_order(extras)
        if fields := _apart(names, own | MACROS):
            for field, name in zip(fields, names, strict=True):
                batch.add(field, [lines[extra[name]] if name in extra else "" for extra in extras])
            return
        named = Memory[tuple[str, ...], list[str]](lambda names: _apart(names, own))
        pairs: list[list[Pair]] = []
        others: list[Others] = []
        for nth, extra in enumerate(extras):
            values = [lines[text] for text in extra.values()]
            if not (fields := named[tuple(extra)]) and extra:
                pairs = pairs or batch.pairs()
                fields = _told_apart(extra, values, pairs[nth])
            others.append((fields, values))
        batch.others = others

    return write


def _in_one_order(extras: Iterable[Mapping[str, str]]) -> list[str]:
    """Return the names of all in an order that each has them in; none where it is not so simple."""
    kinds = sorted(dict.fromkeys(map(tuple, extras)), key=len, reverse=True)
    names = list(dict.fromkeys(itertools.chain.from_iterable(kinds)))
    if len(names) > _FEW:
        return []
    is_so = all(list(kind) == [name for name in names if name in kind] for kind in kinds)
    return names if is_so else []


def _line(text: str, encode: Encode) -> str:
    line = tidy(text)
    if ("\\" in line and _TRICKY.search(line)) or not is_balanced(line):
        line = encode(line)
    return line


def _apart(names: Iterable[str], own: Iterable[str]) -> list[str]:
    """Return the fields of these names; none where two are one, or one may be the entry's own."""
    fields = [_fields[name] for name in names]
    lower = set(map(str.lower, fields))
    return fields if len(lower) == len(fields) and lower.isdisjoint(own) else []


def _told_apart(names: Iterable[str], values: Iterable[str], pairs: Iterable[Pair]) -> list[str]:
    """Return the fields of these names, each unlike those of the pairs and before it."""
    taken = {field.lower() for field, _ in pairs}
    fields: list[str] = []
    for name, value in zip(names, values, strict=True):
        field = _fields[name]
        while field.lower() in taken:
            field = f"x-{field}"
        if value:
            taken.add(field.lower())
        fields.append(field)
    return fields


def _field(name: str) -> str:
    """Return a name as BibTeX can read it."""
    if name.isascii() and name.isidentifier():
        return name
    return _NO_NAME.sub("-", name).lstrip("-0123456789") or "x"


_fields = Memory(_field)
