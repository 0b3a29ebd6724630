"""Zotero's own RDF, which carries more into Zotero than any other file.

Each link becomes an attachment with a title, its roles as tags and the sentence that names it as a
note; a child note lists them once more. Attachments have no ``link:type``: with ``text/html``
Zotero drops them where the user keeps no snapshots of pages. What an item type has no field for
stands in Extra, and so does the entry's ``note``, as in CSL.

Source: Zotero's RDF as its versions 9.0.6 and 10.0.1 read it; ``[zotero]`` in the crosswalk.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from refman.formats.addresses import address, is_web
from refman.formats.crosswalk import link_names, rows, type_name
from refman.formats.dates import worded
from refman.formats.extra import harmless_lines, identifier_lines, labelled
from refman.formats.fields import PEOPLE, values_for_zotero
from refman.formats.format import Format, Options, Profile
from refman.formats.notes import links_note, text_note
from refman.formats.people import two_parts
from refman.formats.plain import one_line, plain, verbatim_line
from refman.formats.preprints import completed
from refman.formats.related import related_keys
from refman.model import Attachment, Entry, Link, Name

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
_PDF = "application/pdf"
_HTML = "text/html"
_PROMISED = "promised"

_LOST = {
    "arxiv.version": "the number stands without its version, and so leads to the newest",
    "links.leads_to": "the note of the links holds the address alone",
    "links.repository": "the note of the links has no room for licence and stars",
    "links.why": "the note of the links holds the state without its reason",
    "status": "Zotero has no review",
    "provenance": "Zotero says of no value where it came from",
    "extra": "fields of other formats have no place in Zotero",
}


class _ZoteroRdf:
    """Write Zotero RDF."""

    name = "zotero_rdf"
    label = "Zotero RDF"
    suffixes: tuple[str, ...] = (".rdf",)
    profiles: tuple[Profile, ...] = ()

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what Zotero cannot hold."""
        return _LOST

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
            yield _Record(number, completed(entry), others).text()
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
        for part in path.split("/"):
            if name := one_line(part):
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

    def __init__(self, number: int, entry: Entry, others: Iterable[int]) -> None:
        self._number = number
        self._entry = entry
        self._others = others
        self._type = type_name(entry.type, "zotero")
        self._children: list[str] = []
        self._pointers: list[str] = []

    def text(self) -> str:
        """Return the item and its children."""
        entry = self._entry
        fields, extra = self._fields()
        self._notes()
        self._attachments()
        if entry.abstract:
            fields.append(_leaf("dcterms:abstract", plain(entry.abstract)))
        if entry.issued is not None:
            fields.append(_leaf("dc:date", worded(entry.issued)))
        if entry.accessed is not None:
            fields.append(_leaf("dcterms:dateSubmitted", str(entry.accessed)))
        if entry.url:
            fields.append(_web_address(entry.url))
        if entry.citekey:
            fields.append(_leaf("z:citationKey", verbatim_line(entry.citekey)))
        extra = identifier_lines(entry) + extra + harmless_lines(entry.note or "")
        if extra:
            fields.append(_leaf("dc:description", "\n".join(extra)))
        fields += [_subject(one_line(word.text), word.automatic) for word in entry.keywords]
        body = [
            _leaf("z:itemType", self._type),
            _leaf("dc:title", one_line(entry.title or "")),
            *self._people(),
            *fields,
            *self._pointers,
            *(_pointer("dc:relation", f"#item_{number}") for number in self._others),
        ]
        return _about("rdf:Description", f"#item_{self._number}", "".join(body)) + "".join(
            self._children
        )

    def _people(self) -> Iterator[str]:
        """Yield those who made it, by what they are to an item of this type."""
        by_element: dict[str, list[Name]] = {}
        for role in PEOPLE:
            if names := getattr(self._entry, role):
                row = rows("zotero_creators")[role]
                by_element.setdefault(row.get(self._type, row["element"]), []).extend(names)
        for element, names in by_element.items():
            yield _element(element, _element("rdf:Seq", "".join(map(_person, names))))

    def _fields(self) -> tuple[list[str], list[str]]:
        """Return the fields that an item of this type has, and lines of Extra for the others."""
        fields: list[str] = []
        extra: list[str] = []
        for name, value in values_for_zotero(self._entry):
            if written := _written(name, self._type, value):
                fields.append(written)
            else:
                extra.append(labelled(name, value))
        return fields, extra

    def _notes(self) -> None:
        entry = self._entry
        if entry.links:
            self._note(links_note(entry.links), _leaf("dc:subject", "links"))
        for text in filter(None, entry.notes):
            self._note(text_note(text))

    def _note(self, html: str, subject: str = "") -> None:
        body = _leaf("rdf:value", html) + subject
        self._child("note", "dcterms:isReferencedBy", "bib:Memo", body)

    def _attachments(self) -> None:
        entry = self._entry
        if (arxiv := entry.identifiers.arxiv) is not None:
            pdf = _linked("arXiv PDF", arxiv.pdf_url) + _leaf("link:type", _PDF)
            self._attachment(pdf)
        for attachment in entry.attachments:
            self._attachment(_attached(attachment))
        for link in entry.links:
            if is_web(address(link.url)):
                self._attachment(_link(link))

    def _attachment(self, body: str) -> None:
        body = _leaf("z:itemType", "attachment") + body
        self._child("attachment", "link:link", "z:Attachment", body)

    def _child(self, kind: str, pointer: str, element: str, body: str) -> None:
        """Add a note or attachment, and what points to it."""
        reference = f"#{kind}_{self._number}_{len(self._children) + 1}"
        self._pointers.append(_pointer(pointer, reference))
        self._children.append(_about(element, reference, body))


@functools.cache
def _field(name: str, item_type: str) -> str | None:
    """Return Zotero's field for one of ours in an item type; None where it has none."""
    row = rows("zotero")[name]
    if item_type in row:
        return row[item_type]
    types = row.get("types")
    return row["field"] if types is None or item_type in types.split() else None


def _written(name: str, item_type: str, value: str) -> str:
    """Return a field as an item of this type has it; empty where it does not."""
    containers = rows("zotero_containers")
    if name == "container_title" and item_type in containers:
        container = _element(containers[item_type]["element"], _leaf("dc:title", value))
        return _element("dcterms:isPartOf", container)
    if name == "event_title" and item_type == "conferencePaper":
        conference = _element("bib:Conference", _leaf("dc:title", value))
        return _element("bib:presentedAt", conference)
    field = _field(name, item_type)
    return _leaf(f"z:{field}", value) if field else ""


def _person(name: Name) -> str:
    family, given = two_parts(name)
    parts = _leaf("foaf:surname", family) + (_leaf("foaf:givenName", given) if given else "")
    return _element("rdf:li", _element("foaf:Person", parts))


def _subject(text: str, automatic: bool) -> str:
    if not automatic:
        return _leaf("dc:subject", text)
    return _element("dc:subject", _element("z:AutomaticTag", _leaf("rdf:value", text)))


def _link(link: Link) -> str:
    """Return a link's attachment: title, address, roles as tags, the sentence as its note."""
    tags = [role.value for role in link.roles]
    if link.promised:
        tags.append(_PROMISED)
    evidence = _leaf("dc:description", one_line(link.evidence)) if link.evidence else ""
    subjects = "".join(_leaf("dc:subject", tag) for tag in tags)
    return _linked(link_names(link.kind).label, link.url) + subjects + evidence


def _attached(attachment: Attachment) -> str:
    """Return an attachment: a web address as a link, a path as it stands, beside the file."""
    media_type = attachment.media_type
    if is_web(attachment.path):
        if media_type == _HTML:
            media_type = None
        body = _linked(attachment.title, attachment.path)
    else:
        path = _pointer("rdf:resource", verbatim_line(attachment.path))
        body = _leaf("dc:title", one_line(attachment.title)) + path
    return body + (_leaf("link:type", verbatim_line(media_type)) if media_type else "")


def _linked(title: str, url: str) -> str:
    """Return the title and address of an attachment that is a link (Zotero's link mode 3)."""
    return _leaf("dc:title", one_line(title)) + _leaf("z:linkMode", "3") + _web_address(url)


def _web_address(url: str) -> str:
    return _element("dc:identifier", _element("dcterms:URI", _leaf("rdf:value", address(url))))


def _leaf(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>\n"


def _element(name: str, body: str) -> str:
    return f"<{name}>\n{body}</{name}>\n"


def _about(name: str, reference: str, body: str) -> str:
    return f'<{name} rdf:about="{reference}">\n{body}</{name}>\n'


def _pointer(name: str, reference: str) -> str:
    return f'<{name} rdf:resource="{escape(reference)}"/>\n'
