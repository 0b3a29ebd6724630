"""What an entry is in Zotero: the rules that Zotero's files and its API have in common.

An item has a type; a type has fields, and words for the people who made it. What a type has no
field for stands in a line of Extra, and so does the entry's ``note``, as in CSL. Each link becomes
an attachment with a title, its roles as tags and the sentence that names it as a note; a child note
lists them once more.

Source: Zotero 9.0.6 and 10.0.1 as measured; https://api.zotero.org/schema; ``[zotero]``,
``[zotero_own]`` and ``[zotero_creators]`` in the crosswalk.
"""

import functools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from refman.formats.addresses import address, is_web
from refman.formats.crosswalk import link_names, rows, type_name
from refman.formats.dates import worded
from refman.formats.extra import harmless_lines, identifier_lines, labelled
from refman.formats.fields import PEOPLE, values_for_zotero
from refman.formats.notes import links_note, text_note
from refman.formats.plain import one_line, plain, verbatim_line
from refman.formats.preprints import completed
from refman.model import Attachment, Entry, ItemType, Keyword, Link, Name

__all__ = [
    "LINKS_TAG",
    "LOST",
    "Attached",
    "Creator",
    "Placed",
    "ZoteroEntry",
    "collection_names",
    "field_of",
    "our_field",
    "our_people",
    "zotero_entry",
]

LOST: Mapping[str, str] = {
    "arxiv.version": "the number stands without its version, and so leads to the newest",
    "links.leads_to": "the note of the links holds the address alone",
    "links.repository": "the note of the links has no room for licence and stars",
    "links.why": "the note of the links holds the state without its reason",
    "status": "Zotero has no review",
    "provenance": "Zotero says of no value where it came from",
    "extra": "fields of other formats have no place in Zotero",
}
"""What Zotero cannot hold: feature -> why."""

LINKS_TAG = "links"
"""The one tag of the note that lists the links, by which refman knows it again."""

_PDF = "application/pdf"
_HTML = "text/html"
_PROMISED = "promised"
_BIBLIOGRAPHIC, _OWN, _PLURAL = "bib", "z", "s"


class Placed(NamedTuple):
    """Hold a value in its place.

    Attributes:
        ours: the entry's field.
        zotero: Zotero's, in the item's type.
        value: as text; blank where nothing writable is left of it.
    """

    ours: str
    zotero: str
    value: str


class Creator(NamedTuple):
    """Hold one of those who made it.

    Attributes:
        element: of RDF, which holds all of this kind.
        name: theirs.
    """

    element: str
    name: Name

    @property
    def kind(self) -> str:
        """Zotero's creatorType, of which RDF's element is the plural: "seriesEditor"."""
        return self.element.partition(":")[2].removesuffix(_PLURAL)


class Attached(NamedTuple):
    """Hold an attachment.

    Attributes:
        title: on one line.
        at: an address of the web; else a path, as the entry has it.
        is_link: whether it is an address.
        media_type: None where it is not known, or that of a page.
        tags: what is there: "code", "promised".
        note: the sentence that names it.
    """

    title: str
    at: str
    is_link: bool
    media_type: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None


class ZoteroEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what an entry is in Zotero.

    Attributes:
        type: Zotero's item type.
        title: blank where there is none.
        creators: in the order in which they are named, authors first.
        fields: that the type has, with neither title nor Extra.
        extra: the lines of Extra.
        tags: on one line each.
        links_note: the HTML of the note that lists the links; None where there are none.
        notes: the HTML of the others.
        attached: in order.
    """

    type: str
    title: Placed
    creators: tuple[Creator, ...]
    fields: tuple[Placed, ...]
    extra: tuple[str, ...]
    tags: tuple[Keyword, ...]
    links_note: str | None
    notes: tuple[str, ...]
    attached: tuple[Attached, ...]


def zotero_entry(entry: Entry) -> ZoteroEntry:
    """Return what an entry is in Zotero; a preprint is completed by what its number tells."""
    entry = completed(entry)
    item_type = type_name(entry.type, "zotero")
    fields: list[Placed] = []
    extra = identifier_lines(entry)
    for name, value in values_for_zotero(entry):
        if (field := field_of(name, item_type)) is not None:
            fields.append(Placed(name, field, value))
        else:
            extra.append(labelled(name, value))
    return ZoteroEntry(
        type=item_type,
        title=_placed("title", item_type, one_line(entry.title or "")),
        creators=tuple(_creators(entry, item_type)),
        fields=(*fields, *_own(entry, item_type)),
        extra=(*extra, *harmless_lines(entry.note or "")),
        tags=tuple(Keyword(one_line(word.text), word.automatic) for word in entry.keywords),
        links_note=links_note(entry.links) if entry.links else None,
        notes=tuple(text_note(text) for text in entry.notes if text),
        attached=tuple(_attached(entry)),
    )


def collection_names(path: str) -> tuple[str, ...]:
    """Return the names on a collection's path, outermost first; none where nothing is written."""
    return tuple(name for part in path.split("/") if (name := one_line(part)))


@functools.cache
def field_of(name: str, item_type: str) -> str | None:
    """Return Zotero's field for one of ours in an item type; None where it has none.

    What has a row in ``[zotero_own]`` is not looked for.
    """
    return _named(rows("zotero")[name], item_type)


@functools.cache
def our_field(zotero: str, item_type: ItemType) -> str | None:
    """Return our field for one of Zotero's in an item type, else in any; None for no field of ours.

    What has a row in ``[zotero_own]`` is not looked for.
    """
    elsewhere = None
    for ours, row in rows("zotero").items():
        for kind, csl in rows("read_zotero_types").items():
            if _named(row, kind) == zotero:
                elsewhere = elsewhere or ours
                if csl["type"] == item_type.value:
                    return ours
    return elsewhere


@functools.cache
def our_people(kind: str, item_type: str) -> str | None:
    """Return our field for a creatorType in one of Zotero's item types; None where there is none.

    Whatever a type calls those who made it, to us they are authors: at a hearing, contributors.
    """
    author = rows("zotero_creators")["author"]
    if Creator(author.get(item_type, author["element"]), Name()).kind == kind:
        return "author"
    known = rows("read_rdf_people")
    elements = (f"{prefix}:{kind}{_PLURAL}" for prefix in (_BIBLIOGRAPHIC, _OWN))
    return next((known[element]["field"] for element in elements if element in known), None)


def _named(row: Mapping[str, str], item_type: str) -> str | None:
    if item_type in row:
        return row[item_type]
    is_for = "types" not in row or item_type in row["types"].split()
    return row.get("field") if is_for else None


def _creators(entry: Entry, item_type: str) -> Iterator[Creator]:
    """Yield those who made it, by what they are to an item of this type."""
    for role in PEOPLE:
        row = rows("zotero_creators")[role]
        element = row.get(item_type, row["element"])
        for name in getattr(entry, role):
            yield Creator(element, name)


def _own(entry: Entry, item_type: str) -> Iterator[Placed]:
    """Yield the fields that every type has."""
    values = {
        "abstract": plain(entry.abstract) if entry.abstract else None,
        "issued": worded(entry.issued) if entry.issued is not None else None,
        "accessed": str(entry.accessed) if entry.accessed is not None else None,
        "url": address(entry.url) if entry.url else None,
        "citekey": verbatim_line(entry.citekey) if entry.citekey else None,
    }
    for name, value in values.items():
        if value is not None:
            yield _placed(name, item_type, value)


def _placed(name: str, item_type: str, value: str) -> Placed:
    row = rows("zotero_own")[name]
    return Placed(name, row.get(item_type, row["field"]), value)


def _attached(entry: Entry) -> Iterator[Attached]:
    """Yield the paper on arXiv, then the entry's attachments, then its links of the web."""
    if (arxiv := entry.identifiers.arxiv) is not None:
        yield Attached("arXiv PDF", address(arxiv.pdf_url), is_link=True, media_type=_PDF)
    for attachment in entry.attachments:
        yield _attachment(attachment)
    for link in entry.links:
        if is_web(address(link.url)):
            yield _link(link)


def _attachment(attachment: Attachment) -> Attached:
    """Return an attachment: a web address as a link, a path as it stands."""
    is_link = is_web(attachment.path)
    media_type = attachment.media_type
    if is_link and media_type == _HTML:
        media_type = None
    return Attached(
        title=one_line(attachment.title),
        at=address(attachment.path) if is_link else attachment.path,
        is_link=is_link,
        media_type=verbatim_line(media_type) if media_type else None,
    )


def _link(link: Link) -> Attached:
    """Return a link's attachment: title, address, roles as tags, the sentence as its note."""
    tags = [role.value for role in link.roles]
    if link.promised:
        tags.append(_PROMISED)
    return Attached(
        title=one_line(link_names(link.kind).label),
        at=address(link.url),
        is_link=True,
        tags=tuple(tags),
        note=one_line(link.evidence) if link.evidence else None,
    )
