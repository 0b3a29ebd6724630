"""Fields that a foreign file had, and that have no other place, as fields of a .bib file."""

import re
from collections.abc import Iterable

from refman.formats.tex_batch import Batch, Pair, Writer
from refman.formats.tex_memory import Memory
from refman.formats.tex_text import Encode, is_balanced, tidy

__all__ = ["extra_writer"]

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
        own = frozenset(map(str.lower, batch.fields()))
        named = Memory[tuple[str, ...], list[str]](lambda names: _apart(names, own))
        pairs: list[list[Pair]] = []
        others: list[list[Pair]] = []
        for nth, extra in enumerate(batch.values[of]):
            values = [lines[text] for text in extra.values()]
            if not (fields := named[tuple(extra)]) and extra:
                pairs = pairs or batch.pairs()
                fields = _told_apart(extra, values, pairs[nth])
            told = zip(fields, values, strict=True)
            others.append(list(told) if all(values) else [pair for pair in told if pair[1]])
        batch.others = others

    return write


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
