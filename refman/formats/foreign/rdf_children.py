"""Notes, links and files that belong to an item of Zotero's RDF."""

import re
from collections import defaultdict, deque
from html import unescape

import msgspec

from refman.formats.addresses import is_web
from refman.formats.crosswalk import link_names
from refman.formats.foreign.gathered import Gathered, clean_line
from refman.formats.foreign.links import (
    Remarks,
    kind_of_address,
    kind_of_label,
    listed_link,
    read_remarks,
)
from refman.formats.foreign.places import Places
from refman.formats.foreign.rdf import Graph, Node
from refman.formats.html_text import note_text
from refman.formats.zotero_fields import LINKS_TAG
from refman.links import url_key
from refman.model import Arxiv, Attachment, Link, LinkKind

__all__ = ["Children"]

_LINKS_NOTE = "<h2>Links</h2><ul>"
_ITEM = re.compile(
    r"<li>(?:<a href=\"(?P<url>[^\"<>]*+)\">(?P<label>[^<>]*+)</a>"
    r"|(?P<name>[^<>,]*+), (?P<address>[^\s<>]++))"
    r"(?: \((?P<said>[a-z\d ,;-]*+)\))?(?: – (?P<evidence>[^<]*+))?</li>"
)
_ANCHOR = re.compile(r"<a\s[^<>]*?href=\"([^\"<>]*+)\"[^<>]*+>([^<>]*+)</a>", re.IGNORECASE)
_RICH = re.compile(r"<(?:img|table|math|iframe|object|svg)\b", re.IGNORECASE)
_LINKED = "3"
_ARXIV_PDF = "arXiv PDF"
_HTML = "text/html"
_PATHS = {"rdf:resource", "z:path"}
_TAKEN = {"z:itemType", "dc:title", "z:linkMode", "link:type", "link:charset", *_PATHS}


class Children:
    """Gather an item's notes and attachments; ``finish`` puts them into its entry."""

    def __init__(self, graph: Graph, gathered: Gathered) -> None:
        self._graph = graph
        self._gathered = gathered
        self._links: list[Link] = []
        self._listed: list[Link] = []
        self._attachments: list[tuple[str, str, str]] = []
        self._met: set[int] = set()

    def add(self, node: Node) -> bool:
        """Take a note or attachment, each once; return False for anything else."""
        if node.type not in ("bib:Memo", "z:Attachment"):
            return False
        if id(node) not in self._met:
            self._met.add(id(node))
            if node.type == "bib:Memo":
                self._note(node)
            else:
                self._attachment(node)
        return True

    def finish(self) -> None:
        """Put links and files where they belong, links in the order of refman's own note of them.

        The PDF that refman's own files list of each paper on arXiv is no news.
        """
        arxiv = self._gathered.identified("arxiv")
        pdf = arxiv.pdf_url if isinstance(arxiv, Arxiv) else None
        for title, path, media_type in self._attachments:
            if title != _ARXIV_PDF or path != pdf:
                self._gathered.attachments.append(Attachment(title, path, media_type or None))
        known: defaultdict[tuple[LinkKind, str], deque[Link]] = defaultdict(deque)
        for link in self._links:
            known[_key(link)].append(link)
        for listed in self._listed:
            same = known[_key(listed)]
            link = _with_state_of(same.popleft(), listed) if same else listed
            self._gathered.links.append(link)
        left = {id(link) for links in known.values() for link in links}
        self._gathered.links += [link for link in self._links if id(link) in left]

    def _note(self, node: Node) -> None:
        html = self._graph.first(node, "rdf:value")
        tags = [each.text for each in self._graph.properties(node) if each.name == "dc:subject"]
        if tags == [LINKS_TAG] and html.startswith(_LINKS_NOTE):
            places = self._places(node)
            for found in _ITEM.finditer(html):
                parts = {key: unescape(part or "") for key, part in found.groupdict().items()}
                self._listed.append(_listed(parts, places))
            return
        self._gathered.notes(_plain(html))
        for tag in tags:
            self._gathered.keep("bib:Memo/dc:subject", tag)

    def _places(self, node: Node) -> Places:
        """Return what finds an address where its own node stands."""
        span = self._graph.place(node)
        return self._gathered.places if span is None else self._gathered.places.within(span)

    def _attachment(self, node: Node) -> None:
        graph, gathered = self._graph, self._gathered
        title = clean_line(graph.first(node, "dc:title"))
        media_type = graph.first(node, "link:type").strip()
        url, path, note = "", "", ""
        tags: list[str] = []
        for each in graph.properties(node):
            if each.name == "dc:identifier":
                url = _address(each.node, graph) or each.text.strip()
            elif each.name in _PATHS:
                path = (each.resource or each.text).strip()
            elif each.name == "dc:description":
                note = each.text
            elif each.name == "dc:subject":
                tags.append(each.text.strip())
            elif each.name not in _TAKEN:
                gathered.keep(f"z:Attachment/{each.name}", each.text or each.resource)
        kind = _kind_by_title(title) or _kind_by_host(url)
        is_link = graph.first(node, "z:linkMode").strip() == _LINKED and not path
        remarks = read_remarks(", ".join(tags))
        if is_link and is_web(url) and kind is not None and remarks is not None:
            places = self._places(node)
            self._links.append(listed_link(url, kind, places, remarks, clean_line(note)))
            if _kind_by_title(title) is None:
                gathered.keep("z:Attachment/dc:title", title)
            return
        self._attachments.append((title, path or url, media_type))
        for name, text in (("dc:description", note), *(("dc:subject", tag) for tag in tags)):
            gathered.keep(f"z:Attachment/{name}", text)
        if path and url != gathered.get("url"):
            gathered.keep("z:Attachment/dc:identifier", url)


def _listed(parts: dict[str, str], places: Places) -> Link:
    """Return a link of refman's own note, which has those that are of no web too."""
    url, label = parts["url"] or parts["address"], parts["label"] or parts["name"]
    remarks = read_remarks(parts["said"]) or Remarks()
    return listed_link(url, kind_of_label(label), places, remarks, clean_line(parts["evidence"]))


def _with_state_of(link: Link, listed: Link) -> Link:
    """Return an attachment's link with what only the note tells of it."""
    return msgspec.structs.replace(
        link, state=listed.state, checked=listed.checked, repository=listed.repository
    )


def _kind_by_title(title: str) -> LinkKind | None:
    """Return what a title says of an address; "PDF" and the like are copies of the paper."""
    kind = kind_of_label(title)
    return None if kind is LinkKind.PAPER and title != link_names(kind).label else kind


def _kind_by_host(url: str) -> LinkKind | None:
    """Return what an address is; a copy of the paper is a file of it, and no link."""
    kind = kind_of_address(url) if is_web(url) else None
    return None if kind is LinkKind.PAPER else kind


def _key(link: Link) -> tuple[LinkKind, str]:
    return link.kind, url_key(link.url)


def _address(node: Node | None, graph: Graph) -> str:
    return graph.first(node, "rdf:value").strip() if node is not None else ""


def _plain(html: str) -> str:
    """Return a note's paragraphs; what plain text cannot show stays as it is written."""
    if _RICH.search(html):
        return html
    return note_text(_ANCHOR.sub(_shown_link, html))


def _shown_link(found: re.Match[str]) -> str:
    url, text = found.groups()
    return text if url in (text, f"mailto:{text}") else f"{text} ({url})"
