"""Zotero's own RDF, which carries more into Zotero than any other file.

What an entry is there, ``zotero_fields`` says; here it is written down. Links have no
``link:type``: with ``text/html`` Zotero drops them where the user keeps no snapshots of pages.

Source: Zotero's RDF as its versions 9.0.6 and 10.0.1 read it; ``[zotero]`` in the crosswalk.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from refman.formats.crosswalk import rows
from refman.formats.format import Format, Options, Profile
from refman.formats.people import two_parts
from refman.formats.plain import verbatim_line
from refman.formats.related import related_keys
from refman.formats.zotero_fields import (
    LINKS_TAG,
    LOST,
    Attached,
    Placed,
    ZoteroEntry,
    collection_names,
    zotero_entry,
)
from refman.model import Entry, Name

__all__ = ["ZOTERO_RDF"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/">
"""
_ELEMENTS = {
    "abstract": "dcterms:abstract",
    "accessed": "dcterms:dateSubmitted",
    "citekey": "z:citationKey",
    "issued": "dc:date",
}
"""What stands under another name than Zotero's own."""


class _ZoteroRdf:
    """Write Zotero RDF."""

    name = "zotero_rdf"
    label = "Zotero RDF"
    suffixes: tuple[str, ...] = (".rdf",)
    profiles: tuple[Profile, ...] = ()

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what Zotero cannot hold."""
        return LOST

    def dump(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield the head, each entry with its notes and attachments, and last the collections.

        Of the entries only their keys and their places in collections are kept, and those whole
        that name others which come after them.
        """
        collections = _Collections()
        yield _HEAD
        for number, entry, others in _with_others(entries):
            for path in entry.collections:
                collections.add(path, number)
            yield _Record(number, zotero_entry(entry), others).text()
        yield collections.text()
        yield "</rdf:RDF>\n"


ZOTERO_RDF: Format = _ZoteroRdf()


def _with_others(entries: Iterable[Entry]) -> Iterator[tuple[int, Entry, list[int]]]:
    """Yield entries with their numbers, and those of the entries that they name as related.

    One that names an entry which has not come yet stands behind all others. What the file does not
    have is left out.
    """
    numbers: dict[str, int] = {}
    waiting: list[tuple[int, Entry]] = []
    for number, entry in enumerate(entries, 1):
        numbers.setdefault(entry.citekey or "", number)
        keys = related_keys(entry)
        if numbers.keys() >= set(keys):
            yield number, entry, [numbers[key] for key in keys]
        else:
            waiting.append((number, entry))
    for number, entry in waiting:
        yield number, entry, [numbers[key] for key in related_keys(entry) if key in numbers]


class _Collections:
    """Gather collections, nested by the paths that entries give."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, str], int] = {}  # by the one above (0: none) and the name
        self._parts: dict[int, dict[str, None]] = {0: {}}

    def add(self, path: str, item: int) -> None:
        """Put an item into the collection at a path, "HF Papers/World models"."""
        number = 0
        for name in collection_names(path):
            number = self._within(number, name)
        if number:
            self._parts[number][f"#item_{item}"] = None

    def _within(self, above: int, name: str) -> int:
        """Return the number of a collection within another, which is made if need be."""
        number = self._numbers.setdefault((above, name), len(self._numbers) + 1)
        if number not in self._parts:
            self._parts[number] = {}
            self._parts[above][f"#collection_{number}"] = None
        return number

    def text(self) -> str:
        """Return all of them, each above before those within it."""
        return "".join(
            _about(
                "z:Collection",
                f"#collection_{number}",
                _leaf("dc:title", name)
                + "".join(_pointer("dcterms:hasPart", part) for part in self._parts[number]),
            )
            for (_, name), number in self._numbers.items()
        )


class _Record:
    """Put together one item with its notes and attachments, which follow it."""

    def __init__(self, number: int, item: ZoteroEntry, others: Iterable[int]) -> None:
        self._number = number
        self._item = item
        self._others = others
        self._children: list[str] = []
        self._pointers: list[str] = []

    def text(self) -> str:
        """Return the item and its children."""
        item = self._item
        self._notes()
        for attached in item.attached:
            self._child("attachment", "link:link", "z:Attachment", _attachment(attached))
        body = [
            _leaf("z:itemType", item.type),
            _leaf("dc:title", item.title.value),
            *self._people(),
            *(_field(placed, item.type) for placed in item.fields),
            *([_leaf("dc:description", "\n".join(item.extra))] if item.extra else ()),
            *(_subject(tag.text, tag.automatic) for tag in item.tags),
            *self._pointers,
            *(_pointer("dc:relation", f"#item_{number}") for number in self._others),
        ]
        return _about("rdf:Description", f"#item_{self._number}", "".join(body)) + "".join(
            self._children
        )

    def _people(self) -> Iterator[str]:
        """Yield those who made it, all of a kind together."""
        by_element: dict[str, list[Name]] = {}
        for creator in self._item.creators:
            by_element.setdefault(creator.element, []).append(creator.name)
        for element, names in by_element.items():
            yield _element(element, _element("rdf:Seq", "".join(map(_person, names))))

    def _notes(self) -> None:
        if self._item.links_note is not None:
            self._note(self._item.links_note, _leaf("dc:subject", LINKS_TAG))
        for html in self._item.notes:
            self._note(html)

    def _note(self, html: str, subject: str = "") -> None:
        body = _leaf("rdf:value", html) + subject
        self._child("note", "dcterms:isReferencedBy", "bib:Memo", body)

    def _child(self, kind: str, pointer: str, element: str, body: str) -> None:
        """Add a note or attachment, and what points to it."""
        reference = f"#{kind}_{self._number}_{len(self._children) + 1}"
        self._pointers.append(_pointer(pointer, reference))
        self._children.append(_about(element, reference, body))


def _field(placed: Placed, item_type: str) -> str:
    """Return a field in its element: what an item is part of, and where it was given, in two."""
    name, zotero, value = placed
    if name == "url":
        return _web_address(value)
    if name == "container_title" and item_type in rows("zotero_containers"):
        element = rows("zotero_containers")[item_type]["element"]
        return _element("dcterms:isPartOf", _element(element, _leaf("dc:title", value)))
    if zotero == "conferenceName":
        conference = _element("bib:Conference", _leaf("dc:title", value))
        return _element("bib:presentedAt", conference)
    return _leaf(_ELEMENTS.get(name, f"z:{zotero}"), value)


def _person(name: Name) -> str:
    family, given = two_parts(name)
    parts = _leaf("foaf:surname", family) + (_leaf("foaf:givenName", given) if given else "")
    return _element("rdf:li", _element("foaf:Person", parts))


def _subject(text: str, automatic: bool) -> str:
    if not automatic:
        return _leaf("dc:subject", text)
    return _element("dc:subject", _element("z:AutomaticTag", _leaf("rdf:value", text)))


def _attachment(attached: Attached) -> str:
    """Return an attachment: a link (Zotero's link mode 3), or a path, beside the file."""
    title = _leaf("dc:title", attached.title)
    if attached.is_link:
        where = _leaf("z:linkMode", "3") + _web_address(attached.at)
    else:
        where = _pointer("rdf:resource", verbatim_line(attached.at))
    parts = [_leaf("z:itemType", "attachment"), title, where]
    parts += [_leaf("dc:subject", tag) for tag in attached.tags]
    if attached.note is not None:
        parts.append(_leaf("dc:description", attached.note))
    if attached.media_type is not None:
        parts.append(_leaf("link:type", attached.media_type))
    return "".join(parts)


def _web_address(url: str) -> str:
    return _element("dc:identifier", _element("dcterms:URI", _leaf("rdf:value", url)))


def _leaf(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>\n"


def _element(name: str, body: str) -> str:
    return f"<{name}>\n{body}</{name}>\n"


def _about(name: str, reference: str, body: str) -> str:
    return f'<{name} rdf:about="{reference}">\n{body}</{name}>\n'


def _pointer(name: str, reference: str) -> str:
    return f'<{name} rdf:resource="{escape(reference)}"/>\n'
