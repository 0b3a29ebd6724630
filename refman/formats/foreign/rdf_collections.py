"""Zotero's collections, which name the items and collections that are in them."""

from refman.formats.foreign.rdf import Graph, Node
from refman.normalise import clean_text, fold_blanks

__all__ = ["COLLECTION", "collections_of"]

COLLECTION = "z:Collection"
_DEEPEST = 50


def collections_of(graph: Graph, nodes: list[Node]) -> dict[str, tuple[str, ...]]:
    """Return for the name of each item the paths of its collections, "HF Papers/World models"."""
    titles: dict[str, str] = {}
    parts: dict[str, list[str]] = {}
    above: dict[str, str] = {}
    for node in nodes:
        if node.type == COLLECTION:
            titles[node.name] = fold_blanks(clean_text(graph.first(node, "dc:title")))
            parts[node.name] = [
                each.resource for each in graph.properties(node) if each.name == "dcterms:hasPart"
            ]
    for name, members in parts.items():
        for member in members:
            if member in titles:
                above.setdefault(member, name)
    paths: dict[str, dict[str, None]] = {}
    for name, members in parts.items():
        path = _path(name, titles, above)
        for member in members:
            if member not in titles and path:
                paths.setdefault(member, {})[path] = None
    return {name: tuple(found) for name, found in paths.items()}


def _path(name: str, titles: dict[str, str], above: dict[str, str]) -> str:
    """Return a collection's path; one that stands in itself ends somewhere."""
    path = {name: titles[name]}
    while (name := above.get(name, "")) and name not in path and len(path) < _DEEPEST:
        path[name] = titles[name]
    return "/".join(filter(None, reversed(path.values())))
