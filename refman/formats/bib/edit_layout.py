"""Entries and fields as text, in the style of the file that they go into."""

import functools
import re
from collections.abc import Iterable, Sequence

from refman.formats.bib.edit_style import LINE_END, Align, Style
from refman.formats.crosswalk import link_names, rows
from refman.formats.exact import Exact
from refman.formats.tex import Record
from refman.formats.tex_fields import MACROS, Pair
from refman.formats.tex_text import ascii_latex
from refman.model import LinkKind

__all__ = ["assigned", "entry_text", "fitted"]

_CLUSTER = re.compile("(?:[A-Za-z](?=[\u0300-\u036f])|[^\x00-\x7f])[\u0300-\u036f]*")


def entry_text(record: Record, style: Style) -> str:
    """Return an entry's text, without line end behind it."""
    fields = style.joint.join(assigned(record.pairs, style))
    body = f"{style.opening}{fields}{style.closing}" if fields else ""
    laid_out = f"{style.spelt('@' + record.type)}{{{record.key}{body}}}"
    return LINE_END.sub(style.line_end, laid_out)


def assigned(pairs: Sequence[Pair], style: Style, present: Sequence[str] = ()) -> list[str]:
    r"""Return fields with their values: ``year = {2024}``; line ends in them are ``\n``.

    Args:
        pairs: names and values, without delimiters.
        style: of the file.
        present: the names that the entry has already.
    """
    spelt = [style.spelt(name) for name, _ in pairs]
    longest = max(map(len, (*present, *spelt)), default=0)
    gap = min(1, style.slack) if style.align is Align.EQUALS else len(style.before) + len("= ")
    column = longest + style.slack if style.column is None else style.column
    if not present:
        column = max(column, longest + gap)
    texts: list[str] = []
    for name, (field, value) in zip(spelt, pairs, strict=True):
        sign, after = f"{name}{style.before}=", style.after
        if style.align is Align.EQUALS:
            sign = f"{name:<{max(column, len(name) + gap)}}="
        elif style.align is Align.VALUES:
            after = " " * max(column - len(sign), len(after[:1]))
        texts.append(sign + after + _value(field, value, style))
    return texts


def _value(field: str, value: str, style: Style) -> str:
    if field.lower() in MACROS or (style.bare_numbers and value.isascii() and value.isdecimal()):
        return value
    return f'"{value}"' if style.quoted and _may_be_quoted(value) else f"{{{value}}}"


def _may_be_quoted(value: str) -> bool:
    """Tell whether every quotation mark stands inside braces."""
    if '"' not in value:
        return True
    depth = 0
    for sign in value:
        depth += (sign == "{") - (sign == "}")
        if sign == '"' and depth == 0:
            return False
    return True


def fitted(pairs: Iterable[Pair], exact: Exact) -> list[Pair]:
    r"""Return pairs whose values the file's encoding holds as far as there is a way.

    ``ä`` is ``{\"a}`` in a file that has only ASCII or Cyrillic letters; in an address it is
    percent-encoded. A sign that LaTeX has no command for stays.
    """
    return [
        (field, value if exact.holds(value) else _spelt_out(field, value, exact))
        for field, value in pairs
    ]


def _spelt_out(field: str, value: str, exact: Exact) -> str:
    is_verbatim = field.lower() in _verbatim_fields()

    def spell(found: re.Match[str]) -> str:
        sign = found.group()
        if exact.holds(sign):
            return sign
        if is_verbatim:
            return "".join(f"%{byte:02X}" for byte in sign.encode())
        return ascii_latex(sign)

    return _CLUSTER.sub(spell, value)


@functools.cache
def _verbatim_fields() -> frozenset[str]:
    """Return the names of fields whose values TeX does not read as text."""
    names = {"eprint", *(link_names(kind).field for kind in LinkKind)}
    for dialect in ("bibtex", "biblatex"):
        for name, row in rows(dialect).items():
            if row["form"] in {"file", "verbatim"}:
                names.add(row.get("field", name))
            elif row["form"] == "identifiers":
                names.update(row.values())
    return frozenset(names)
