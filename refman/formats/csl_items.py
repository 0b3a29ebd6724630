"""Items of CSL, for Zotero and for pandoc, as CSL-JSON and CSL-YAML have them.

Zotero's own reader refuses a whole file for one type that it does not know, drops the particles
and suffixes of names, has no place for links but its Extra field, and writes a date anew unless it
stands there as text; the profile for it goes round all that. The one for pandoc is CSL as it is
specified, with what CSL has no variable for under ``custom``.

Source: CSL 1.0.2, appendices III and IV; csl-data.json of the CSL schema; measured on
Zotero 9.0.6 and 10.0.1 and on pandoc 2.17.
"""

import functools
from collections.abc import Callable
from typing import Any

import msgspec

from refman.formats.addresses import address, remarks
from refman.formats.crosswalk import link_names, rows
from refman.formats.dates import worded
from refman.formats.extra import harmless_lines, identifier_lines, link_line
from refman.formats.fields import LINES, PEOPLE
from refman.formats.people import two_parts
from refman.formats.plain import one_line, plain, verbatim_line, writable
from refman.formats.preprints import completed
from refman.model import Date, Entry, Link, Name

__all__ = ["LOST", "Item", "pandoc_item", "zotero_item"]


_DATES = ("accessed", "event_date", "original_date")
_IDENTIFIERS = ("doi", "isbn", "pmid")
_CUSTOM_IDENTIFIERS = ("openreview", "dblp", "semantic_scholar", "openalex")

_FOUND = ("checked", "why", "leads_to", "repository")
"""What a check of a link gives; its state stands among the remarks."""

LOST = {
    "arxiv.version": "the number stands without its version, and so leads to the newest",
    "attachments": "CSL has no files",
    "collections": "CSL has no collections",
    "keywords.automatic": "CSL has one kind of keyword",
    "status": "CSL has no review",
    "provenance": "CSL says of no value where it came from",
}
"""What no item of CSL holds."""

Item = dict[str, Any]


def zotero_item(entry: Entry, number: int) -> Item:
    """Return an item as Zotero reads it whole.

    Args:
        entry: what it is made of.
        number: its place in the file, for the id of an item without citekey.
    """
    entry = completed(entry)
    type_ = rows("types")[entry.type.value].get("csl_zotero", entry.type.value)
    item = _item(entry, number, type_, _zotero_name)
    if entry.issued is not None:
        item["issued"]["raw"] = worded(entry.issued)
    if lines := _zotero_note(entry):
        item["note"] = "\n".join(lines)
    return item


def _zotero_name(name: Name) -> Item:
    family, given = two_parts(name)
    if name.literal is not None:
        return {"literal": family}
    return {"family": family, "given": given} if given else {"family": family}


def _zotero_note(entry: Entry) -> list[str]:
    """Return the lines of Zotero's Extra field: identifiers, links, then remarks."""
    lines = identifier_lines(entry)
    lines += map(link_line, entry.links)
    for text in (entry.note, *entry.notes):
        if text:
            lines += harmless_lines(text)
    return lines


def pandoc_item(entry: Entry, number: int) -> Item:
    """Return an item as CSL 1.0.2 has it; see zotero_item."""
    entry = completed(entry)
    item = _item(entry, number, entry.type.value, _name)
    if entry.note:
        # pandoc, like citeproc, takes a line "label: value" for a variable.
        item["note"] = "\n".join(harmless_lines(entry.note))
    if entry.notes:
        item["annote"] = "\n\n".join(map(plain, entry.notes))
    if custom := _custom(entry):
        item["custom"] = custom
    return item


def _name(name: Name) -> Item:
    return {
        part.replace("_", "-"): one_line(value)
        for part, value in msgspec.structs.asdict(name).items()
        if value
    }


def _custom(entry: Entry) -> Item:
    """Return what CSL has no variable for, under the one name that it leaves free."""
    identifiers = {
        field: verbatim_line(value)
        for field in _CUSTOM_IDENTIFIERS
        if (value := getattr(entry.identifiers, field))
    }
    if (arxiv := entry.identifiers.arxiv) is not None:
        identifiers["arxiv"] = verbatim_line(arxiv.id)
        if arxiv.primary_class:
            identifiers["arxiv_class"] = verbatim_line(arxiv.primary_class)
    custom: Item = {"identifiers": identifiers} if identifiers else {}
    if entry.links:
        custom["links"] = [_custom_link(link) for link in entry.links]
    words = [one_line(keyword.text) for keyword in entry.keywords]
    if any("," in word or ";" in word for word in words):
        custom["keywords"] = words
    if entry.extra:
        custom["extra"] = {writable(name): writable(value) for name, value in entry.extra.items()}
    return custom


def _custom_link(link: Link) -> Item:
    row = {"label": link_names(link.kind).label, "url": address(link.url)}
    if said := remarks(link):
        row["remarks"] = said
    if link.evidence:
        row["evidence"] = one_line(link.evidence)
    found: Item = {name: value for name in _FOUND if (value := getattr(link, name)) is not None}
    if found:
        row["found"] = msgspec.to_builtins(found)
    return row


def _item(entry: Entry, number: int, type_: str, name_parts: Callable[[Name], Item]) -> Item:
    """Return the variables that both profiles write alike."""
    item: Item = {"id": verbatim_line(entry.citekey or "") or f"item-{number}", "type": type_}
    if entry.citekey:
        item["citation-key"] = verbatim_line(entry.citekey)
    for field, variable in _variables(LINES):
        if value := getattr(entry, field):
            item[variable] = one_line(value)
    for field, variable in _variables(PEOPLE):
        if names := getattr(entry, field):
            item[variable] = [parts for name in names if (parts := name_parts(name))]
    if entry.issued is not None:
        item["issued"] = _date(entry.issued)
    for field, variable in _variables(_DATES):
        if date := getattr(entry, field):
            item[variable] = _date(date)
    if entry.abstract:
        item["abstract"] = plain(entry.abstract)
    for field, variable in _variables(_IDENTIFIERS):
        if value := getattr(entry.identifiers, field):
            item[variable] = verbatim_line(value)
    if entry.url:
        item["URL"] = address(entry.url)
    if entry.keywords:
        item["keyword"] = ", ".join(one_line(keyword.text) for keyword in entry.keywords)
    return item


@functools.cache
def _variables(fields: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return fields with CSL's names for them."""
    named = rows("csl")
    return [
        (field, named[field]["variable"] if field in named else field.replace("_", "-"))
        for field in fields
    ]


def _date(date: Date) -> Item:
    """Return a date or a range; one that is open ends in 0, as citation processors take it."""
    parts = [_date_parts(date)]
    if date.end is not None:
        parts.append(_date_parts(date.end))
    elif date.is_open:
        parts.append([0])
    item: Item = {"date-parts": parts}
    if date.season is not None:
        item["season"] = date.season
    if date.circa:
        item["circa"] = True
    return item


def _date_parts(date: Date) -> list[int]:
    """Return year, month and day; CSL has no year 0, and counts 1 BC as -1."""
    year = date.year if date.year > 0 else date.year - 1
    return [part for part in (year, date.month, date.day) if part is not None]
