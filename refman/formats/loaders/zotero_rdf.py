"""RDF as Zotero exports it, and what is like it: Bibliontology's and schema.org's.

Each node at the top of the file is parsed on its own; items are read once all are known, for they
name each other.

Source: what Zotero 5 to 10 export, and what their readers take.
"""

import re
from collections.abc import Iterator

import msgspec

from refman.formats.foreign.gaps import with_gaps
from refman.formats.foreign.rdf import Graph, Node, Property
from refman.formats.foreign.rdf_collections import COLLECTION, collections_of
from refman.formats.foreign.rdf_entries import CONTAINERS, is_item, rdf_record
from refman.formats.foreign.xml_elements import XmlFault, mended_record, placed_elements
from refman.formats.loader import Loader
from refman.model import LeftOver, Record, Span

__all__ = ["ZOTERO_RDF"]

_ROOT = re.compile(r"<(?:\w+:)?RDF\b")
_ZOTERO = "http://www.zotero.org/namespaces/export#"
_BIBLIOGRAPHIC = ("purl.org/ontology/bibo/", "purl.org/net/biblio#", "://schema.org/")
_FRAME = re.compile(r"(?:\s++|<\?[^>]*+>|<!--.*?-->|</?(?:\w+:)?RDF\b[^>]*+>)*", re.DOTALL)
_NO_ITEM = "is no item"
_PARTS = {
    "z:Collection", "z:UserItem", "foaf:Person", "foaf:Organization", "rdf:Seq", "bib:Journal",
    "bib:Series", "bib:Periodical", "bib:Newspaper", "bib:Conference", "z:Website", "z:Blog",
    "dcterms:LCC",
}  # fmt: skip
"""Types of nodes that are read with the items that name them."""
_OF_USERS = {"z:repository": "z:libraryCatalog"}
"""What a user's node calls otherwise than an item."""


class _ZoteroRdf:
    """Read Zotero RDF."""

    name = "zotero_rdf"
    label = "Zotero RDF"
    suffixes: tuple[str, ...] = (".rdf",)

    def score(self, head: str) -> float:
        """Return how surely it is: by the root and by Zotero's namespace."""
        if not _ROOT.search(head):
            return 0.0
        if _ZOTERO in head:
            return 0.98
        return 0.85 if any(name in head for name in _BIBLIOGRAPHIC) else 0.05

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield the items, and what belongs to none; notes and files come with their item."""
        graph = Graph()
        pieces: list[tuple[Span, Node | str, bool]] = []
        for placed in placed_elements(text, lambda _: True, nests=True):
            try:
                pieces.append((placed.span, *graph.add(text, placed)))
            except XmlFault as fault:
                pieces.append((placed.span, str(fault), False))
        yield from with_gaps(text, _read(text, graph, pieces), why=_NO_ITEM, frame=_FRAME)


ZOTERO_RDF: Loader = _ZoteroRdf()


def _read(
    text: str, graph: Graph, pieces: list[tuple[Span, Node | str, bool]]
) -> Iterator[tuple[Span, Record | LeftOver | None]]:
    """Yield what each node is; None for one that is read with the items that name it."""
    nodes = [node for _, node, _ in pieces if isinstance(node, Node)]
    held, named = _references(graph, nodes)
    collections = collections_of(graph, nodes)
    more = _said_by_users(graph, nodes)
    for span, node, is_sound in pieces:
        if isinstance(node, str):
            yield span, LeftOver(span, text[span.start : span.end], node, is_fault=True)
        elif is_item(node, graph, held):
            record = rdf_record(node, graph, text, span, tuple(more.get(node.name, ())))
            record = _with_collections(record, collections.get(node.name, ()))
            yield span, record if is_sound else mended_record(record)
        elif node.type in _PARTS or node.name in named:
            yield span, None
        else:
            yield span, LeftOver(span, text[span.start : span.end], "belongs to no item")


def _with_collections(record: Record, collections: tuple[str, ...]) -> Record:
    entry = msgspec.structs.replace(record.entry, collections=collections)
    return msgspec.structs.replace(record, entry=entry)


def _references(graph: Graph, nodes: list[Node]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of nodes that others stand in, and of all that other nodes name."""
    held: set[str] = set()
    named: set[str] = set()
    for node in nodes:
        if node.type == COLLECTION:
            continue
        for prop in graph.properties(node):
            named.add(prop.resource)
            if prop.name in CONTAINERS:
                held.add(prop.resource)
    return frozenset(held), frozenset(named)


def _said_by_users(graph: Graph, nodes: list[Node]) -> dict[str, list[Property]]:
    """Return what Bibliontology's nodes of a user say of the items that they name."""
    more: dict[str, list[Property]] = {}
    for node in nodes:
        if node.type == "z:UserItem":
            said = list(graph.properties(node))
            for prop in said:
                if prop.name == "res:resource":
                    more[prop.resource] = [
                        each._replace(name=_OF_USERS.get(each.name, each.name))
                        for each in said
                        if each.name != prop.name
                    ]
    return more
