"""What is done with an entry's values on their way into a .bib file: the forms of the crosswalk.

A row of the tables ``bibtex`` and ``biblatex`` names a form. Most forms tell the value of one field
from that of one attribute; the others make of the row a writer, which puts fields of one entry
behind those that are there.
"""

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from msgspec.structs import astuple

from refman.formats.crosswalk import link_names, rows
from refman.formats.tex_dates import date_fields
from refman.formats.tex_links import file_parts, link_urls
from refman.formats.tex_memory import Memory
from refman.formats.tex_names import tex_names
from refman.formats.tex_text import (
    is_balanced,
    paragraphs,
    tex_line,
    tex_lines,
    tidy,
    verbatim,
)
from refman.formats.tex_titles import tex_titles
from refman.model import Entry, Identifiers, ItemType, Keyword, LinkKind

__all__ = ["MACROS", "TELLERS", "WRITERS", "Fields", "Pair", "Row", "Style"]

Pair = tuple[str, str]
"""A field and its value, without the braces round it."""

Fields = dict[str, str]
"""An entry's pairs, in the order of the file."""

Teller = Callable[[Any], str]
"""Takes the value of an attribute, which is not empty; returns what stands in the row's field."""

Writer = Callable[[Entry, str, Fields], None]
"""Takes an entry, its key, and the fields so far; adds its own."""

MACROS = frozenset({"month"})
"""Fields whose value is an expression of names that every style knows, without braces."""

_ARXIV = "arXiv"
_PAGE_RANGE = re.compile(r"(?<=\w)\s*[-–—−]+\s*(?=\w)")
_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .+-]{0,60}")
_TRICKY = re.compile(r"\\(?:[{}]|\Z)")
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


def _text(style: Style) -> Teller:
    return tex_lines(style.encode).__getitem__


def _title(style: Style) -> Teller:
    return tex_titles(style.encode, style.words) if style.protects else _text(style)


def _names(style: Style) -> Teller:
    return functools.partial(tex_names, text=_line(style.encode))


@functools.cache
def _line(encode: Callable[[str], str]) -> Callable[[str], str]:
    """Return what writes a text on one line; the same function for an encoder each time."""
    return functools.partial(tex_line, encode=encode)


def _prose(style: Style) -> Teller:
    return functools.partial(_paragraphs, encode=style.encode)


def _notes(style: Style) -> Teller:
    def tell(notes: tuple[str, ...]) -> str:
        return _PARAGRAPH.join(filter(None, [_paragraphs(note, style.encode) for note in notes]))

    return tell


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


def _verbatim(_: Style) -> Teller:
    return verbatim


def _date(_: Style) -> Teller:
    return str


def _pages(style: Style) -> Teller:
    encode = style.encode

    def tell(pages: str) -> str:
        first, _, last = pages.partition("-")
        if pages.isascii() and first.isalnum() and last.isalnum():  # as most are
            return f"{first}--{last}"
        return tex_line(_PAGE_RANGE.sub("--", pages), encode)

    return tell


def _edition(style: Style) -> Teller:
    """Write "2" as "2nd": BibTeX's styles only put the word "edition" behind it."""
    encode = style.encode
    endings = {"1": "st", "2": "nd", "3": "rd"}

    def tell(edition: str) -> str:
        value = tex_line(edition, encode)
        if value.isdecimal():
            value += "th" if value[-2:-1] == "1" else endings.get(value[-1], "th")
        return value

    return tell


def _keywords(style: Style) -> Teller:
    """Write keywords parted by commas; braces hold one together that has a comma of its own."""

    def written(keyword: str) -> str:
        value = tex_line(keyword, style.encode)
        return f"{{{value}}}" if "," in value or ";" in value else value

    keyword_of = Memory(written)

    def tell(keywords: tuple[Keyword, ...]) -> str:
        values = [keyword_of[keyword.text] for keyword in keywords]
        return ", ".join(filter(None, dict.fromkeys(values)))

    return tell


def _year_month_day(row: Row, _: Style) -> Writer:
    """Write a date in parts, the month as the macro that a style can put into words."""
    of, columns = row.of, row.columns

    def write(entry: Entry, _: str, fields: Fields) -> None:
        for name, value in date_fields(getattr(entry, of)):
            fields[columns[name]] = value

    return write


def _language(row: Row, style: Style) -> Writer:
    """Write babel's name for a language; a tag that has none goes into the column's other field."""
    field, other, encode = row.field, row.columns["other"], style.encode
    names = rows("languages")

    def write(entry: Entry, _: str, fields: Fields) -> None:
        tag = entry.language or ""
        if name := names.get(tag) or names.get(tag.partition("-")[0]):
            fields[field] = name["babel"]
        elif value := tex_line(tag, encode):
            fields[other] = value

    return write


def _identifiers(row: Row, _: Style) -> Writer:
    # A record gives all its values in the time that it takes to ask for one by its name.
    places = Identifiers.__struct_fields__
    columns = [(places.index(name), row.columns[name]) for name in row.columns if name in places]

    def write(entry: Entry, _: str, fields: Fields) -> None:
        values = astuple(entry.identifiers)
        for place, field in columns:
            if value := values[place]:
                fields[field] = verbatim(value)

    return write


def _arxiv(row: Row, _: Style) -> Writer:
    """Write an arXiv number, and what a preprint has by being there.

    Other entries do not get it: the DOI and page of a published paper are not its preprint's.
    """
    columns = row.columns

    def write(entry: Entry, _: str, fields: Fields) -> None:
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
        for name, value in values:
            if value and (field := columns.get(name)):
                fields[field] = value

    return write


def _links(_: Row, __: Style) -> Writer:
    kinds = [(kind, link_names(kind).field) for kind in LinkKind]

    def write(entry: Entry, _: str, fields: Fields) -> None:
        for kind, field in kinds:
            if value := link_urls(entry.links, kind):
                fields[field] = value

    return write


def _file(row: Row, style: Style) -> Writer:
    field, with_links = row.field, style.with_links

    def write(entry: Entry, _: str, fields: Fields) -> None:
        if (entry.attachments or with_links) and (
            value := file_parts(entry, with_links=with_links)
        ):
            fields[field] = value

    return write


def _key(row: Row, style: Style) -> Writer:
    """Write what to sort and label an entry without authors by: a plain short title, or its key.

    BibTeX's styles warn where that is missing. A title with more than letters is not plain: a style
    cuts it after three signs, or puts it into brackets.
    """
    field, encode = row.field, style.encode

    def write(entry: Entry, key: str, fields: Fields) -> None:
        if not entry.author and "key" not in entry.extra:
            name = entry.title_short or ""
            fields[field] = name if _LABEL.fullmatch(name) else tex_line(key, encode)

    return write


def _extra(_: Row, style: Style) -> Writer:
    """Write a foreign file's fields word for word; as text where their braces do not match."""
    encode = style.encode
    lowered = Memory[tuple[str, ...], frozenset[str]](
        lambda names: frozenset(map(str.lower, names))
    )

    def write(entry: Entry, _: str, fields: Fields) -> None:
        taken = lowered[tuple(fields)]
        added: set[str] = set()
        for name, text in entry.extra.items():
            field = name
            if not (name.isascii() and name.isidentifier()):
                field = _FIELD_NAME.sub("-", name).lstrip("-0123456789") or "x"
            while (lower := field.lower()) in taken or lower in added:
                field = f"x-{field}"
            line = tidy(text)
            if ("\\" in line and _TRICKY.search(line)) or not is_balanced(line):
                line = encode(line)
            if line:
                added.add(lower)
                fields[field] = f"{{{line}}}" if lower in MACROS else line

    return write


TELLERS: Mapping[str, Callable[[Style], Teller]] = {
    "date": _date,
    "edition": _edition,
    "keywords": _keywords,
    "names": _names,
    "notes": _notes,
    "pages": _pages,
    "prose": _prose,
    "text": _text,
    "title": _title,
    "verbatim": _verbatim,
}
"""The forms that make of one value that of one field."""

WRITERS: Mapping[str, Callable[[Row, Style], Writer]] = {
    "arxiv": _arxiv,
    "extra": _extra,
    "file": _file,
    "identifiers": _identifiers,
    "key": _key,
    "language": _language,
    "links": _links,
    "year_month_day": _year_month_day,
}
"""The forms that look at more than one value, or fill more than one field."""
