"""What is done with an entry's values on their way into a .bib file: the forms of the crosswalk.

A row of the tables ``bibtex`` and ``biblatex`` names a form; the form makes of the row a writer,
which puts pairs of field and value for one entry behind those that are there.
"""

import functools
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from refman.formats.crosswalk import link_names, rows
from refman.formats.tex_dates import date_fields
from refman.formats.tex_links import file_parts, link_urls
from refman.formats.tex_names import tex_names
from refman.formats.tex_text import (
    is_balanced,
    paragraphs,
    short_line,
    tex_line,
    tidy,
    verbatim,
)
from refman.formats.tex_titles import tex_title
from refman.model import Entry, ItemType, Keyword, LinkKind, Name

__all__ = ["FORMS", "MACROS", "Pair", "Row", "Style", "Writer"]

Pair = tuple[str, str]
"""A field and its value, without the braces round it."""

Writer = Callable[[Entry, str, list[Pair]], None]
"""Takes an entry, its key, and the pairs so far; adds its own."""

MACROS = frozenset({"month"})
"""Fields whose value is an expression of names that every style knows, without braces."""

_ARXIV = "arXiv"
_PAGE_RANGE = re.compile(r"(?<=\w)\s*[-–—−]+\s*(?=\w)")
_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .+-]{0,60}")
_FIELD_NAME = re.compile(r"[^A-Za-z0-9_:+.-]+")
_PARAGRAPH = "\n\n  "
"""Indented, since a reader may take "@word{" at a line's beginning for an entry."""


class Style(NamedTuple):
    """Hold how values are written.

    Attributes:
        encode: writes text.
        words: whose capitals the user wants kept.
        protects: whether titles are for styles that change capitals.
        with_links: whether links stand in the field ``file`` too.
    """

    encode: Callable[[str], str]
    words: frozenset[str]
    protects: bool
    with_links: bool


class Row(NamedTuple):
    """Hold a row of the crosswalk for one entry type: attribute, field, and all columns."""

    of: str
    field: str
    columns: Mapping[str, str]


def _text(row: Row, style: Style) -> Writer:
    of, field, encode = row.of, row.field, style.encode

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        if value := short_line(getattr(entry, of), encode):
            out.append((field, value))

    return write


def _title(row: Row, style: Style) -> Writer:
    if not style.protects:
        return _text(row, style)
    of, field, encode, words = row.of, row.field, style.encode, style.words

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        if title := tidy(getattr(entry, of)):
            out.append((field, tex_title(title, encode, words)))

    return write


def _names(row: Row, style: Style) -> Writer:
    of, field, text = row.of, row.field, _line(style.encode)

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        names: tuple[Name, ...] = getattr(entry, of)
        if value := tex_names(names, text):
            out.append((field, value))

    return write


@functools.cache
def _line(encode: Callable[[str], str]) -> Callable[[str], str]:
    """Return what writes a text on one line; the same function for an encoder each time."""
    return functools.partial(tex_line, encode=encode)


def _prose(row: Row, style: Style) -> Writer:
    of, field, encode = row.of, row.field, style.encode

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        if value := _paragraphs(getattr(entry, of), encode):
            out.append((field, value))

    return write


def _notes(row: Row, style: Style) -> Writer:
    field, encode = row.field, style.encode

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        notes = filter(None, (_paragraphs(note, encode) for note in entry.notes))
        if value := _PARAGRAPH.join(notes):
            out.append((field, value))

    return write


def _paragraphs(text: str, encode: Callable[[str], str]) -> str:
    if "\n" not in text and "\r" not in text:
        return tex_line(text, encode)
    parts = (tex_line(part, encode) for part in paragraphs(text))
    return _PARAGRAPH.join(_not_an_entry(part) for part in parts if part)


def _not_an_entry(part: str) -> str:
    """Keep a paragraph that starts with "@" from being read as the beginning of an entry.

    Source: measured on bibtexparser 2.1, for which any line may begin one.
    """
    return f"{{@}}{part[1:]}" if part.startswith("@") else part


def _verbatim(row: Row, _: Style) -> Writer:
    of, field = row.of, row.field

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        if value := verbatim(getattr(entry, of)):
            out.append((field, value))

    return write


def _date(row: Row, _: Style) -> Writer:
    of, field = row.of, row.field

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        out.append((field, str(getattr(entry, of))))

    return write


def _year_month_day(row: Row, _: Style) -> Writer:
    """Write a date in parts, the month as the macro that a style can put into words."""
    of, columns = row.of, row.columns

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        out.extend((columns[name], value) for name, value in date_fields(getattr(entry, of)))

    return write


def _pages(row: Row, style: Style) -> Writer:
    of, field, encode = row.of, row.field, style.encode

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        if value := tex_line(_PAGE_RANGE.sub("--", getattr(entry, of)), encode):
            out.append((field, value))

    return write


def _edition(row: Row, style: Style) -> Writer:
    """Write "2" as "2nd": BibTeX's styles only put the word "edition" behind it."""
    of, field, encode = row.of, row.field, style.encode
    endings = {"1": "st", "2": "nd", "3": "rd"}

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        value = tex_line(getattr(entry, of), encode)
        if value.isdecimal():
            value += "th" if value[-2:-1] == "1" else endings.get(value[-1], "th")
        if value:
            out.append((field, value))

    return write


def _keywords(row: Row, style: Style) -> Writer:
    """Write keywords parted by commas; braces hold one together that has a comma of its own."""
    field, encode = row.field, style.encode

    def text(keyword: Keyword) -> str:
        value = short_line(keyword.text, encode)
        return f"{{{value}}}" if "," in value or ";" in value else value

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        values = [value for keyword in entry.keywords if (value := text(keyword))]
        if values:
            out.append((field, ", ".join(dict.fromkeys(values))))

    return write


def _language(row: Row, style: Style) -> Writer:
    """Write babel's name for a language; a tag that has none goes into the column's other field."""
    field, other, encode = row.field, row.columns["other"], style.encode
    names = rows("languages")

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        tag = entry.language or ""
        if name := names.get(tag) or names.get(tag.partition("-")[0]):
            out.append((field, name["babel"]))
        elif value := tex_line(tag, encode):
            out.append((other, value))

    return write


def _identifiers(row: Row, _: Style) -> Writer:
    fields = [(name, field) for name, field in row.columns.items() if name not in {"form", "of"}]

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        identifiers = entry.identifiers
        for name, field in fields:
            if value := getattr(identifiers, name):
                out.append((field, verbatim(value)))

    return write


def _arxiv(row: Row, _: Style) -> Writer:
    """Write an arXiv number, and what a preprint has by being there.

    Other entries do not get it: the DOI and page of a published paper are not its preprint's.
    """
    columns = row.columns

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        if (arxiv := entry.identifiers.arxiv) is None:
            return
        preprint = entry.type is ItemType.ARTICLE
        values = (
            ("id", verbatim(arxiv.id)),
            ("prefix", _ARXIV),
            ("kind", _ARXIV.lower()),
            ("primary_class", verbatim(arxiv.primary_class or "")),
            ("pubstate", "prepublished" if preprint else ""),
            ("publisher", "" if entry.publisher or not preprint else _ARXIV),
            ("doi", "" if entry.identifiers.doi or not preprint else verbatim(arxiv.doi)),
            ("url", "" if entry.url or not preprint else verbatim(arxiv.url)),
        )
        out += [(columns[name], value) for name, value in values if value and columns.get(name)]

    return write


def _links(_: Row, __: Style) -> Writer:
    fields = [(kind, link_names(kind).field) for kind in LinkKind]

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        for kind, field in fields:
            if value := link_urls(entry.links, kind):
                out.append((field, value))

    return write


def _file(row: Row, style: Style) -> Writer:
    field, with_links = row.field, style.with_links

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        if (entry.attachments or with_links) and (
            value := file_parts(entry, with_links=with_links)
        ):
            out.append((field, value))

    return write


def _key(row: Row, style: Style) -> Writer:
    """Write what to sort and label an entry without authors by: a plain short title, or its key.

    BibTeX's styles warn where that is missing. A title with more than letters is not plain: a style
    cuts it after three signs, or puts it into brackets.
    """
    field, encode = row.field, style.encode

    def write(entry: Entry, key: str, out: list[Pair]) -> None:
        if not entry.author and "key" not in entry.extra:
            name = entry.title_short or ""
            out.append((field, name if _LABEL.fullmatch(name) else tex_line(key, encode)))

    return write


def _extra(_: Row, style: Style) -> Writer:
    """Write a foreign file's fields word for word; as text where their braces do not match."""
    encode = style.encode

    def write(entry: Entry, _: str, out: list[Pair]) -> None:
        taken = {field.lower() for field, _ in out}
        for name, text in entry.extra.items():
            field = name
            if not (name.isascii() and name.isidentifier()):
                field = _FIELD_NAME.sub("-", name).lstrip("-0123456789") or "x"
            while field.lower() in taken:
                field = f"x-{field}"
            line = tidy(text)
            if "\\{" in line or "\\}" in line or not is_balanced(line) or line.endswith("\\"):
                line = encode(line)
            if line:
                taken.add(field.lower())
                out.append((field, f"{{{line}}}" if field.lower() in MACROS else line))

    return write


FORMS: Mapping[str, Callable[[Row, Style], Writer]] = {
    "arxiv": _arxiv,
    "date": _date,
    "edition": _edition,
    "extra": _extra,
    "file": _file,
    "identifiers": _identifiers,
    "key": _key,
    "keywords": _keywords,
    "language": _language,
    "links": _links,
    "names": _names,
    "notes": _notes,
    "pages": _pages,
    "prose": _prose,
    "text": _text,
    "title": _title,
    "verbatim": _verbatim,
    "year_month_day": _year_month_day,
}
"""The forms that a row of the crosswalk may name."""
