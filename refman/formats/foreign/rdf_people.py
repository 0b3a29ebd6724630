"""People in RDF: sequences of persons, lone persons, and texts."""

import re
from collections.abc import Iterator

from refman.formats.foreign.people import inverted_name, name_of
from refman.formats.foreign.rdf import Graph, Node, Property
from refman.model import Name
from refman.normalise import clean_text, fold_blanks

__all__ = ["people_in"]

_FAMILY = {"foaf:surname", "foaf:lastName", "foaf:familyName", "foaf:family_name",
           "schema:familyName"}  # fmt: skip
_GIVEN = {"foaf:givenName", "foaf:givenname", "foaf:firstName", "schema:givenName"}
_WHOLE = {"foaf:name", "schema:name", "dc:title", "rdf:value"}
_MEMBER = re.compile(r"rdf:(?:li|_\d+)")
_DEEPEST = 3


def people_in(prop: Property, graph: Graph, deepest: int = _DEEPEST) -> Iterator[Name]:
    """Yield the names that a property holds, in their order; a lone surname is a literal name."""
    if prop.node is None:
        if (name := inverted_name(prop.text)) is not None:
            yield name
        return
    members = [each for each in graph.properties(prop.node) if _MEMBER.fullmatch(each.name)]
    if not members:
        if (name := _person(prop.node, graph)) is not None:
            yield name
    elif deepest:
        for member in members:
            yield from people_in(member, graph, deepest - 1)


def _person(node: Node, graph: Graph) -> Name | None:
    family, given = graph.first(node, *_FAMILY), graph.first(node, *_GIVEN)
    if family.strip() and given.strip():
        return name_of(family, given)
    literal = fold_blanks(clean_text(family or given))
    return Name(literal=literal) if literal else inverted_name(graph.first(node, *_WHOLE))
