"""RDF/XML as nodes and their properties, as far as files of references go.

Source: RDF 1.1 XML Syntax, 2.
"""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from refman.formats.foreign.xml_elements import Placed, XmlFault, inner_text, parse_element
from refman.model import Span

__all__ = ["Graph", "Node", "Property", "whole_text"]

_NAMESPACES = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.zotero.org/namespaces/export#": "z",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/net/biblio#": "bib",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "http://purl.org/rss/1.0/modules/link/": "link",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
    "http://nwalsh.com/rdf/vCard#": "vcard",
    "http://www.w3.org/2006/vcard/ns#": "vcard",
    "http://purl.org/ontology/bibo/": "bibo",
    "http://schema.org/": "schema",
    "https://schema.org/": "schema",
    "http://purl.org/vocab/resourcelist/schema#": "res",
}
"""Namespace -> the prefix that the crosswalk has for it, whatever the file's own is."""

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ABOUT, _ID, _NODE_ID = f"{_RDF}about", f"{_RDF}ID", f"{_RDF}nodeID"
_RESOURCE, _PARSE_TYPE = f"{_RDF}resource", f"{_RDF}parseType"
_DEEPEST = 12
"""How deep nodes may stand in each other; a container in a container has four."""


class Node(NamedTuple):
    """Hold a node: its type as "bib:Article", its name (empty for none), its element."""

    type: str
    name: str
    element: Element


class Property(NamedTuple):
    """Hold a property of a node.

    Attributes:
        name: as "dc:title".
        text: what stands in it, if that is text; else "".
        node: the node that stands in it, or that it names, if the file has that.
        resource: the name of that node, or an address.
    """

    name: str
    text: str
    node: Node | None
    resource: str


class Graph:
    """Hold the nodes of a file by their names."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._spans: dict[str, Span] = {}

    def add(self, text: str, placed: Placed) -> tuple[Node, bool]:
        """Read a node that stands at the top, and return it, and whether it was sound.

        Raises:
            XmlFault: it is none, or nested too deep.
        """
        element, is_sound = parse_element(text, placed)
        _check_depth(element)
        node = _node(element)
        if node.name:
            self._nodes.setdefault(node.name, node)
            self._spans.setdefault(node.name, placed.span)
        return node, is_sound

    def place(self, node: Node) -> Span | None:
        """Return where a node stands that is at the top and has a name."""
        return self._spans.get(node.name)

    def properties(self, node: Node) -> Iterator[Property]:
        """Yield a node's properties in the order of the file."""
        for element in node.element:
            name = short_name(element.tag)
            resource = element.get(_RESOURCE) or _node_name(element)
            inner = self._nodes.get(resource) if resource else None
            if len(element):
                if element.get(_PARSE_TYPE) == "Resource":
                    inner = Node("rdf:Description", "", element)
                else:
                    inner = _node(element[0])
                    inner = self._nodes.get(inner.name, inner) if not len(element[0]) else inner
            text = "" if len(element) else element.text or ""
            yield Property(name, text, inner, resource)

    def first(self, node: Node, *names: str) -> str:
        """Return the text of a node's first property of these names; empty where it has none."""
        return next((each.text for each in self.properties(node) if each.name in names), "")


def short_name(tag: str) -> str:
    """Return "dc:title" for a tag with its namespace; one that is not known keeps its own."""
    namespace, _, local = tag.removeprefix("{").rpartition("}")
    return f"{_NAMESPACES.get(namespace, namespace)}:{local}"


def whole_text(prop: Property) -> str:
    """Return what a property names, or all that stands in it, a text in a line."""
    if prop.node is None or prop.resource:
        return prop.text or prop.resource
    return "\n".join(
        filter(None, (part.strip() for part in inner_text(prop.node.element).split("\n")))
    )


def _node(element: Element) -> Node:
    return Node(short_name(element.tag), _node_name(element), element)


def _node_name(element: Element) -> str:
    if node_id := element.get(_NODE_ID):
        return f"_:{node_id}"
    return element.get(_ABOUT) or (f"#{element.get(_ID)}" if element.get(_ID) else "")


def _check_depth(element: Element) -> None:
    """Refuse what is nested deeper than any reference, level by level."""
    level = [element]
    for _ in range(2 * _DEEPEST):
        level = [child for each in level for child in each]
        if not level:
            return
    raise XmlFault("is nested too deep")
