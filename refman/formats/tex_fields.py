"""What is done with an entry's values on their way into a .bib file: the forms of the crosswalk.

A row of the tables ``bibtex`` and ``biblatex`` names a form. Most forms tell the value of one field
from that of one attribute; the others make of the row a writer, which puts fields of one entry
behind those that are there.
"""

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import astuple

from refman.formats.crosswalk import link_names, rows
from refman.formats.tex_batch import MACROS, Batch, Field, Pair, Writer
from refman.formats.tex_dates import date_fields
from refman.formats.tex_extra import extra_writer
from refman.formats.tex_links import file_parts, link_urls
from refman.formats.tex_memory import Memory
from refman.formats.tex_names import tex_names
from refman.formats.tex_text import (
    Encode,
    paragraphs,
    tex_each,
    tex_line,
    tex_lines,
    verbatim,
)
from refman.formats.tex_titles import tex_titles
from refman.model import Date, Entry, Identifiers, ItemType, Keyword, LinkKind

__all__ = ["MACROS", "TELLERS", "WRITERS", "Pair", "Row", "Style", "one_field"]

Teller = Callable[[Sequence[Any]], list[str]]
"""Takes what some entries have of an attribute; returns each one's text, "" where there is none."""

_REMEMBERED = 4096
_DATE_PARTS = ("year", "month", "day")
_ARXIV = "arXiv"
_PAGE_RANGE = re.compile(r"(?<=\w)\s*[-–—−]+\s*(?=\w)")
_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .+-]{0,60}")
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

    encode: Encode
    words: frozenset[str]
    protects: bool
    with_links: bool


class Row(NamedTuple):
    """Hold a row of the crosswalk.

    Attributes:
        of: an entry's attribute.
        field: the field that holds it; not empty.
        by_type: the field of those types that have another.
        columns: all that the row says.
    """

    of: str
    field: str
    by_type: Mapping[str, str]
    columns: Mapping[str, str]

    def fields(self, batch: Batch) -> Field:
        """Return the field that a batch's entries have, or that of each."""
        if self.by_type.keys().isdisjoint(batch.types):
            return self.field
        return [self.by_type.get(type_, self.field) for type_ in batch.types]


def _each(tell: Callable[[Any], str]) -> Teller:
    """Return a teller that looks at one value at a time."""
    return lambda values: [tell(value) if value else "" for value in values]


def _all(tell: Teller) -> Teller:
    """Return a teller that looks at the values that are there all at once."""

    def tell_all(values: Sequence[Any]) -> list[str]:
        there = [value for value in values if value]
        told = tell(there)
        if len(there) == len(values):
            return told
        coming = iter(told)
        return [next(coming) if value else "" for value in values]

    return tell_all


def _text(style: Style) -> Teller:
    return _each(tex_lines(style.encode).__getitem__)


def _title(style: Style) -> Teller:
    return _all(tex_titles(style.encode, style.words)) if style.protects else _text(style)


def _names(style: Style) -> Teller:
    line = _line(style.encode)
    return _each(lambda names: tex_names(names, line))


@functools.cache
def _line(encode: Encode) -> Callable[[str], str]:
    """Return what writes a text on one line; the same function for an encoder each time."""
    return functools.partial(tex_line, encode=encode)


def _prose(style: Style) -> Teller:
    encode = style.encode
    return _all(lambda texts: tex_each(texts, encode, lambda text: _paragraphs(text, encode)))


def _notes(style: Style) -> Teller:
    def tell(notes: tuple[str, ...]) -> str:
        return _PARAGRAPH.join(filter(None, [_paragraphs(note, style.encode) for note in notes]))

    return _each(tell)


def _paragraphs(text: str, encode: Encode) -> str:
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
    return lambda values: _verbatim_each([value or "" for value in values])


def _verbatim_each(values: list[str]) -> list[str]:
    together = "".join(values)
    # As it is with nearly all: then one look will do.
    return values if verbatim(together) == together else list(map(verbatim, values))


def _date(_: Style) -> Teller:
    return _each(_date_text)


_date_text = functools.lru_cache(_REMEMBERED)(str)


def _pages(style: Style) -> Teller:
    encode = style.encode

    def tell(pages: str) -> str:
        first, _, last = pages.partition("-")
        if pages.isascii() and first.isalnum() and last.isalnum():  # as most are
            return f"{first}--{last}"
        return tex_line(_PAGE_RANGE.sub("--", pages), encode)

    return _each(tell)


def _edition(style: Style) -> Teller:
    """Write "2" as "2nd": BibTeX's styles only put the word "edition" behind it."""
    encode = style.encode
    endings = {"1": "st", "2": "nd", "3": "rd"}

    def tell(edition: str) -> str:
        value = tex_line(edition, encode)
        if value.isdecimal():
            value += "th" if value[-2:-1] == "1" else endings.get(value[-1], "th")
        return value

    return _each(tell)


def _keywords(style: Style) -> Teller:
    """Write keywords parted by commas; braces hold one together that has a comma of its own."""

    def written(keyword: str) -> str:
        value = tex_line(keyword, style.encode)
        return f"{{{value}}}" if "," in value or ";" in value else value

    keyword_of = Memory(written)

    def tell(keywords: tuple[Keyword, ...]) -> str:
        values = [value for keyword in keywords if (value := keyword_of[keyword.text])]
        is_each_once = len(set(values)) == len(values)
        return ", ".join(values if is_each_once else dict.fromkeys(values))

    return _each(tell)


def one_field(row: Row, tell: Teller) -> Writer:
    """Return what writes a row's one field."""

    def write(batch: Batch) -> None:
        batch.add(row.fields(batch), tell(batch.values[row.of]))

    return write


def _year_month_day(row: Row, _: Style) -> Writer:
    """Write a date in parts, the month as the macro that a style can put into words."""
    fields = [row.columns[part] for part in _DATE_PARTS]

    def write(batch: Batch) -> None:
        parts = zip(*map(_date_parts, batch.values[row.of]), strict=True)
        for field, values in zip(fields, parts, strict=True):
            batch.add(field, values)

    return write


@functools.lru_cache(_REMEMBERED)
def _date_parts(date: Date | None) -> tuple[str, ...]:
    """Return year, month and day of a date; each is "" where it is not known."""
    parts = dict(date_fields(date)) if date else {}
    return tuple(parts.get(part, "") for part in _DATE_PARTS)


def _language(row: Row, style: Style) -> Writer:
    """Write babel's name for a language; a tag that has none goes into the column's other field."""
    other, encode = row.columns["other"], style.encode
    names = rows("languages")

    def babel(tag: str) -> str:
        name = names.get(tag) or names.get(tag.partition("-")[0])
        return name["babel"] if name else ""

    def write(batch: Batch) -> None:
        tags = [tag or "" for tag in batch.values[row.of]]
        batch.add(row.fields(batch), [babel(tag) for tag in tags])
        batch.add(other, ["" if babel(tag) else tex_line(tag, encode) for tag in tags])

    return write


def _identifiers(row: Row, _: Style) -> Writer:
    names = Identifiers.__struct_fields__
    places = [(names.index(name), field) for name, field in row.columns.items() if name in names]

    def write(batch: Batch) -> None:
        columns = list(zip(*map(astuple, batch.values[row.of]), strict=True))
        for place, field in places:
            if any(columns[place]):
                batch.add(field, _verbatim_each([value or "" for value in columns[place]]))

    return write


def _arxiv(row: Row, _: Style) -> Writer:
    """Write an arXiv number, and what a preprint has by being there.

    Other entries do not get it: the DOI and page of a published paper are not its preprint's.
    """
    fields = [row.columns.get(part) for part in _ARXIV_PARTS]

    def write(batch: Batch) -> None:
        if all(identifiers.arxiv is None for identifiers in batch.values[row.of]):
            return
        parts = zip(*map(_arxiv_parts, batch.entries), strict=True)
        for field, values in zip(fields, parts, strict=True):
            if field:
                batch.add(field, values)

    return write


_ARXIV_PARTS = ("id", "prefix", "kind", "primary_class", "pubstate", "publisher", "doi", "url")


def _arxiv_parts(entry: Entry) -> tuple[str, ...]:
    """Return the values of ``_ARXIV_PARTS``; each is "" where an entry has none."""
    if (arxiv := entry.identifiers.arxiv) is None:
        return ("",) * len(_ARXIV_PARTS)
    preprint = entry.type is ItemType.ARTICLE
    return (
        verbatim(arxiv.id),
        _ARXIV,
        _ARXIV.lower(),
        verbatim(arxiv.primary_class or ""),
        "prepublished" if preprint else "",
        "" if entry.publisher or not preprint else _ARXIV,
        "" if entry.identifiers.doi or not preprint else verbatim(arxiv.doi),
        "" if entry.url or not preprint else verbatim(arxiv.url),
    )


def _links(row: Row, _: Style) -> Writer:
    fields = {kind: link_names(kind).field for kind in LinkKind}

    def write(batch: Batch) -> None:
        all_links = batch.values[row.of]
        present = {link.kind for links in all_links for link in links}
        for kind, field in fields.items():
            if kind in present:
                batch.add(field, [link_urls(links, kind) if links else "" for links in all_links])

    return write


def _file(row: Row, style: Style) -> Writer:
    with_links = style.with_links

    def write(batch: Batch) -> None:
        if with_links or any(batch.values["attachments"]):
            parts = [file_parts(entry, with_links=with_links) for entry in batch.entries]
            batch.add(row.fields(batch), parts)

    return write


def _key(row: Row, style: Style) -> Writer:
    """Write what to sort and label an entry without authors by: a plain short title, or its key.

    BibTeX's styles warn where that is missing. A title with more than letters is not plain: a style
    cuts it after three signs, or puts it into brackets.
    """
    encode = style.encode

    def label(entry: Entry, key: str) -> str:
        if entry.author or "key" in entry.extra:
            return ""
        name = entry.title_short or ""
        return name if _LABEL.fullmatch(name) else tex_line(key, encode)

    def write(batch: Batch) -> None:
        if not all(batch.values["author"]):
            batch.add(row.fields(batch), list(map(label, batch.entries, batch.keys)))

    return write


def _extra(row: Row, style: Style) -> Writer:
    return extra_writer(row.of, style.encode)


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
