"""An item of RDF as an entry: Zotero's own, Bibliontology's and schema.org's.

Source: ``[read_rdf]`` in the crosswalk names the properties and where they come from.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from refman.formats.addresses import is_web
from refman.formats.crosswalk import rows
from refman.formats.foreign.extra_lines import read_extra, read_type
from refman.formats.foreign.gathered import IDENTIFIERS, Gathered
from refman.formats.foreign.rdf import Graph, Node, Property, whole_text
from refman.formats.foreign.rdf_children import Children
from refman.formats.foreign.rdf_people import people_in
from refman.formats.related import RELATED
from refman.formats.zotero_fields import our_field
from refman.model import ItemType, Record, Span
from refman.normalise import format_name, parse_doi

__all__ = ["CONTAINERS", "is_item", "rdf_record"]

CONTAINERS = {"dcterms:isPartOf", "schema:isPartOf"}
"""Properties that name what an item stands in."""

_RELATIONS = {"dc:relation", "dcterms:relation"}
_CHILDREN = {"attachment", "note", "annotation"}
_SERIES = "bib:Series"
_DEEPEST = 4
_LABELLED = re.compile(r"(DOI|ISBN|ISSN|PMID|arXiv|LCCN|OCLC)[:\s]\s?(\S.*)", re.DOTALL)
_WITH_ISSUES = {ItemType.ARTICLE_JOURNAL, ItemType.ARTICLE_MAGAZINE, ItemType.ARTICLE_NEWSPAPER}
_FIRST_AUTHOR = {"bibo:authorList", "bib:authors"}
_OWN_NAME = re.compile(r"https?://(?:www\.)?zotero\.org/|http://schema\.org/", re.IGNORECASE)
_TITLES = {
    "dc:title": "container_title",
    "dcterms:title": "container_title",
    "schema:name": "container_title",
    "dcterms:alternative": "container_title_short",
    "bibo:shortTitle": "container_title_short",
}


def is_item(node: Node, graph: Graph, held: frozenset[str]) -> bool:
    """Tell whether a node is a reference.

    Args:
        node: one of the top.
        graph: the file's.
        held: the names of nodes that other nodes stand in.
    """
    if kind := graph.first(node, "z:itemType").strip():
        return kind not in _CHILDREN
    return node.type in rows("read_rdf_types") and node.name not in held


def rdf_record(
    node: Node, graph: Graph, text: str, span: Span, more: tuple[Property, ...] = ()
) -> Record:
    """Return an item's entry.

    Args:
        node: the item.
        graph: the file's.
        text: the file.
        span: where the item stands.
        more: what another node says of it.
    """
    return _Reader(node, graph, Gathered(text, span)).read((*graph.properties(node), *more))


class _Reader:
    """Read one item."""

    def __init__(self, node: Node, graph: Graph, gathered: Gathered) -> None:
        self._node = node
        self._graph = graph
        self._gathered = gathered
        self._children = Children(graph, gathered)
        self._type = self._item_type()
        gathered.put("type", self._type)
        self._readers: Mapping[str, Callable[[str, Property], None]] = {
            "address": self._identifier_of,
            "child": self._child,
            "container": lambda _field, prop: self._container(prop, _DEEPEST),
            "date": lambda field, prop: gathered.date(field, prop.text, prop.name),
            "event": self._event,
            "extra": lambda _field, prop: read_extra(prop.text, gathered),
            "identifier": lambda field, prop: gathered.identify(field, prop.text, prop.name),
            "key": lambda _field, prop: gathered.key(prop.text, prop.name),
            "line": lambda field, prop: gathered.line(field, prop.text, prop.name),
            "number": self._number,
            "page_end": self._page_end,
            "prose": lambda field, prop: gathered.prose(field, prop.text, prop.name),
            "publisher": self._publisher,
            "subject": self._subject,
            "url": lambda field, prop: gathered.url(field, prop.text or prop.resource, prop.name),
        }

    def read(self, properties: tuple[Property, ...]) -> Record:
        """Return the entry; lines of Extra come last, behind what has a property of its own."""
        names = {each.name for each in properties}
        late: list[Property] = []
        related: list[str] = []
        for prop in properties:
            if _form(prop.name) in {"extra", "child"}:
                late.append(prop)
            elif key := self._related(prop):
                related.append(key)
            elif prop.name not in {"z:itemType", "rdf:type"}:
                self._read(prop, names)
        for prop in late:
            self._read(prop, names)
        self._gathered.keep(RELATED, ",".join(related))
        if is_web(self._node.name) and not _OWN_NAME.match(self._node.name):
            self._gathered.url("url", self._node.name, "rdf:about")
        self._children.finish()
        return self._gathered.record()

    def _related(self, prop: Property) -> str:
        """Return the key of an item of the file that is named as related; empty where none is."""
        if prop.name not in _RELATIONS or prop.node is None:
            return ""
        return self._graph.first(prop.node, "z:citationKey").strip()

    def _item_type(self) -> ItemType:
        said = self._graph.first(self._node, "z:itemType")
        if (found := read_type(said)) is not None:
            return found
        self._gathered.keep("z:itemType", said)
        row = rows("read_rdf_types").get(self._node.type)
        return ItemType(row["type"]) if row else ItemType.DOCUMENT

    def _read(self, prop: Property, names: set[str]) -> None:
        if row := rows("read_rdf").get(prop.name):
            self._readers[row["form"]](row["field"], prop)
        elif row := rows("read_rdf_people").get(prop.name):
            self._people(row["field"], prop, names)
        elif field := _zotero_field(prop.name, self._type):
            self._field(field, prop)
        elif prop.node is not None and prop.node.type == "rdf:Seq":
            people = map(format_name, people_in(prop, self._graph))
            self._gathered.keep(prop.name, "; ".join(people))
        else:
            self._gathered.keep(prop.name, whole_text(prop))

    def _field(self, field: str, prop: Property) -> None:
        if field in IDENTIFIERS:
            self._gathered.identify(field, prop.text, prop.name)
        else:
            self._gathered.line(field, prop.text, prop.name)

    def _people(self, field: str, prop: Property, names: set[str]) -> None:
        """Add people, but where a list of them stands beside the same ones without order."""
        if prop.name.endswith(":creator") and not names.isdisjoint(_FIRST_AUTHOR):
            return
        self._gathered.people(field, people_in(prop, self._graph))

    def _number(self, field: str, prop: Property) -> None:
        """Read what is the issue of a journal, and the number of any other thing."""
        issue = self._type in _WITH_ISSUES
        self._gathered.line("issue" if issue else field, prop.text, prop.name)

    def _page_end(self, field: str, prop: Property) -> None:
        first = self._graph.first(self._node, prop.name.replace("End", "Start"))
        if not first:
            self._gathered.keep(prop.name, prop.text)
            return
        self._gathered.drop(field, first)
        self._gathered.line(field, f"{first}-{prop.text}", prop.name)

    def _event(self, field: str, prop: Property) -> None:
        title = prop.text
        if prop.node is not None:
            title = self._graph.first(prop.node, "dc:title", "dcterms:title", "schema:name")
        self._gathered.line(field, title, prop.name)

    def _publisher(self, field: str, prop: Property) -> None:
        if prop.node is None:
            self._gathered.line(field, prop.text or prop.resource, prop.name)
            return
        for name, text in self._leaves(prop.node, _DEEPEST):
            if name in {"foaf:name", "schema:name"}:
                self._gathered.line(field, text, prop.name)
            elif name in {"vcard:locality", "address:localityName"}:
                self._gathered.line("publisher_place", text, name)
            else:
                self._gathered.keep(name, text)

    def _leaves(self, node: Node, deepest: int) -> Iterator[tuple[str, str]]:
        """Yield the texts in a node and those within it."""
        for each in self._graph.properties(node):
            if each.node is None:
                yield each.name, each.text or each.resource
            elif deepest:
                yield from self._leaves(each.node, deepest - 1)

    def _subject(self, _field: str, prop: Property) -> None:
        """Read a keyword, a person's or a source's, or a shelf mark of the Library of Congress."""
        if prop.node is None:
            self._gathered.keyword(prop.text or prop.resource)
            return
        value = self._graph.first(prop.node, "rdf:value", "rdfs:label", "dcterms:title")
        if prop.node.type == "dcterms:LCC":
            self._gathered.line("call_number", value, prop.node.type)
        else:
            self._gathered.keyword(value, automatic=prop.node.type == "z:AutomaticTag")

    def _identifier_of(self, _field: str, prop: Property) -> None:
        """Read an address, or an identifier that says what it is."""
        value = prop.text or prop.resource
        if prop.node is not None:
            value = self._graph.first(prop.node, "rdf:value")
        if found := _LABELLED.fullmatch(value.strip()):
            kind = found[1].lower()
            if kind in IDENTIFIERS:
                self._gathered.identify(kind, found[2], prop.name)
            elif kind == "issn":
                self._gathered.line("issn", found[2], prop.name)
            else:
                self._gathered.keep(prop.name, value)
        elif is_web(value.strip()):
            self._gathered.url("url", value, prop.name)
        elif parse_doi(value) is not None:
            self._gathered.identify("doi", value, prop.name)
        else:
            self._gathered.keep(prop.name, value)

    def _child(self, _field: str, prop: Property) -> None:
        if prop.node is None or not self._children.add(prop.node):
            self._gathered.keep(prop.name, whole_text(prop))

    def _container(self, prop: Property, deepest: int) -> None:
        """Read what the item stands in: a journal, an issue of one, a book, a series."""
        node = prop.node
        if node is None or not deepest:
            self._gathered.keep(prop.name, prop.text or prop.resource)
            return
        for each in self._graph.properties(node):
            if node.type == _SERIES and each.name in {"dc:title", "dc:identifier"}:
                field = "collection_title" if each.name == "dc:title" else "collection_number"
                self._gathered.line(field, each.text, each.name)
            elif each.name in CONTAINERS:
                self._container(each, deepest - 1)
            elif each.name in _TITLES:
                self._gathered.line(_TITLES[each.name], each.text, each.name)
            elif each.name == "prism:number":
                self._gathered.line("issue", each.text, each.name)
            elif each.name != "rdf:type":
                self._read(each, set())


def _form(name: str) -> str:
    return rows("read_rdf").get(name, {"form": ""})["form"]


def _zotero_field(name: str, item_type: ItemType) -> str | None:
    """Return our field for one of Zotero's in an item type, else in any."""
    prefix, _, field = name.partition(":")
    return our_field(field, item_type) if prefix == "z" else None
