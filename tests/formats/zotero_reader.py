"""A small stand-in for Zotero's readers of RDF and RIS.

It knows what our files use and no more; that it reads as Zotero does is tested on files of which
Zotero's own reading is recorded.
"""

import re
from collections.abc import Iterator
from html import unescape
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

UNSAFE_LABELS = {
    "code", "source", "version", "status", "type", "number", "publisher", "event", "medium",
    "archive", "references", "submitted", "section", "note", "abstract", "author", "repository",
}  # fmt: skip
"""Labels in Extra that Zotero takes for a field that is not meant, in lower case."""

_LABEL = re.compile(r"\s*([A-Za-z][A-Za-z -_]*?)\s*:\s*(.+)")


def label_of(line: str) -> str | None:
    """The label that Zotero or citeproc may see in a line of Extra, in lower case."""
    found = _LABEL.match(line)
    return found[1].casefold() if found else None


_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": "http://www.zotero.org/namespaces/export#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "bib": "http://purl.org/net/biblio#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "link": "http://purl.org/rss/1.0/modules/link/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "vcard": "http://nwalsh.com/rdf/vCard#",
}
_SHORT = {uri: prefix for prefix, uri in _NAMES.items()}
_RESOURCE = f"{{{_NAMES['rdf']}}}resource"
_ABOUT = f"{{{_NAMES['rdf']}}}about"

_LEAVES = {
    "dc:title": "title",
    "dc:date": "date",
    "dc:description": "extra",
    "dc:rights": "rights",
    "dcterms:abstract": "abstractNote",
    "dcterms:dateSubmitted": "accessDate",
    "bib:pages": "pages",
    "link:type": "contentType",
}
_CREATORS = {"authors", "editors", "contributors", "translators", "programmers", "directors",
             "inventors", "presenters", "sponsors", "artists", "interviewees", "cartographers",
             "performers", "seriesEditors"}  # fmt: skip
_CONTAINER_TITLES = {
    "conferencePaper": "proceedingsTitle",
    "journalArticle": "publicationTitle",
    "magazineArticle": "publicationTitle",
    "newspaperArticle": "publicationTitle",
    "bookSection": "bookTitle",
    "dictionaryEntry": "dictionaryTitle",
    "encyclopediaArticle": "encyclopediaTitle",
    "blogPost": "blogTitle",
    "webpage": "websiteTitle",
}


def read_rdf(text: str) -> list[dict]:
    """The items of an RDF file, each with its creators, tags, notes, attachments, collections."""
    root = fromstring(text.encode())
    nodes = {node.get(_ABOUT): node for node in root}
    assert len(nodes) == len(root), "two nodes have one name"
    items = {
        about: _item(node, nodes)
        for about, node in nodes.items()
        if _name(node) == "rdf:Description"
    }
    for path, about in _collected(nodes):
        items[about].setdefault("collections", []).append(path)
    return list(items.values())


def _name(node: Element) -> str:
    uri, _, local = node.tag[1:].partition("}")
    return f"{_SHORT[uri]}:{local}"


def _find(node: Element, *path: str) -> Element | None:
    return node.find("/".join(path), _NAMES)


def _text(node: Element | None) -> str:
    return "" if node is None else node.text or ""


def _item(node: Element, nodes: dict[str, Element]) -> dict:
    item: dict = {}
    for part in node:
        name = _name(part)
        local = name.partition(":")[2]
        if local in _CREATORS:
            item.setdefault("creators", []).extend(_creators(part, local[:-1]))
        elif name == "link:link":
            attachment = _item(nodes[part.get(_RESOURCE)], nodes)
            item.setdefault("attachments", []).append(attachment)
        elif name == "dcterms:isReferencedBy":
            memo = nodes[part.get(_RESOURCE)]
            note: dict = {"note": _text(_find(memo, "rdf:value"))}
            if tags := [_tag(subject) for subject in memo.findall("dc:subject", _NAMES)]:
                note["tags"] = tags
            item.setdefault("notes", []).append(note)
        elif name == "dc:subject":
            item.setdefault("tags", []).append(_tag(part))
        elif name == "dc:identifier":
            item["url"] = _text(_find(part, "dcterms:URI", "rdf:value"))
        elif name == "dcterms:isPartOf":
            item |= _container(part[0], _text(_find(node, "z:itemType")))
        elif name == "dc:publisher":
            item["publisher"] = _text(_find(part, "foaf:Organization", "foaf:name"))
            item["place"] = _text(part.find(".//vcard:locality", _NAMES))
        elif name == "bib:presentedAt":
            item["conferenceName"] = _text(_find(part, "bib:Conference", "dc:title"))
        elif name == "rdf:resource":
            item["path"] = part.get(_RESOURCE)
        elif name in _LEAVES:
            item[_LEAVES[name]] = _text(part)
        elif name.startswith("z:"):
            item[local] = _text(part)
        else:
            assert name == "dc:relation", name
    return item


def _creators(part: Element, kind: str) -> Iterator[dict]:
    for person in part.iterfind("rdf:Seq/rdf:li/foaf:Person", _NAMES):
        family, given = (_text(_find(person, f"foaf:{name}")) for name in ("surname", "givenName"))
        names = {"lastName": family, "firstName": given} if given else {"name": family}
        yield {"creatorType": kind} | names


def _tag(subject: Element) -> dict:
    automatic = _find(subject, "z:AutomaticTag", "rdf:value")
    return {"tag": _text(subject)} if automatic is None else {"tag": _text(automatic), "type": 1}


def _container(container: Element, item_type: str) -> dict:
    found = {_CONTAINER_TITLES[item_type]: _text(_find(container, "dc:title"))}
    if volume := _text(_find(container, "prism:volume")):
        found["volume"] = volume
    for identifier in container.findall("dc:identifier", _NAMES):
        name, _, value = _text(identifier).partition(" ")
        found[name] = value
    return found


def _collected(nodes: dict[str, Element]) -> Iterator[tuple[str, str]]:
    """The path of each collection with each item in it."""
    parts = {
        about: [part.get(_RESOURCE) for part in node.findall("dcterms:hasPart", _NAMES)]
        for about, node in nodes.items()
        if _name(node) == "z:Collection"
    }
    inner = {part for within in parts.values() for part in within}
    left = [("", about) for about in parts if about not in inner]
    while left:
        above, about = left.pop()
        path = above + _text(_find(nodes[about], "dc:title"))
        for part in parts[about]:
            if part in parts:
                left.append((f"{path}/", part))
            else:
                yield path, part


_LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")
_RIS_LEAVES = {
    "TI": "title",
    "ST": "shortTitle",
    "AB": "abstractNote",
    "DO": "DOI",
    "UR": "url",
    "LA": "language",
    "CR": "rights",
    "DP": "libraryCatalog",
    "C1": "place",
    "C3": "proceedingsTitle",
    "PB": "publisher",
    "SN": "ISBN",
    "VL": "volume",
}
_EXTRA_FIELDS = {
    "Type": "itemType",
    "Repository": "repository",
    "Archive ID": "archiveID",
    "Genre": "genre",
    "Citation Key": "citationKey",
    "Event Place": "eventPlace",
}
_IN_LINES = re.compile(rf"({'|'.join(_EXTRA_FIELDS)}): ([^:]*)\Z")


def records(text: str) -> list[list[tuple[str, str]]]:
    """The records of a RIS file as their lines, without the end; each line must be one."""
    found: list[list[tuple[str, str]]] = []
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert "\n" not in text.replace("\r\n", "")
    for line in lines:
        if line:
            tag, value = _LINE.fullmatch(line).groups()
            if tag == "TY":
                found.append([])
            if tag != "ER":
                found[-1].append((tag, value))
    assert text.count("ER  - \r\n\r\n") == len(found)
    return found


def read_ris(record: list[tuple[str, str]]) -> dict:
    """An item of a RIS file, a preprint or a conference paper."""
    item: dict = {"itemType": "conferencePaper", "extra": []}
    pages = []
    for tag, value in record:
        plain = value if tag in {"AB", "N1"} else unescape(value)
        if tag == "AU":
            family, _, given = plain.partition(", ")
            names = {"lastName": family, "firstName": given} if given else {"name": family}
            item.setdefault("creators", []).append({"creatorType": "author"} | names)
        elif tag in {"M1", "M2"}:
            if found := _IN_LINES.match(plain):
                item[_EXTRA_FIELDS[found[1]]] = found[2]
            else:
                item["extra"].append(plain)
        elif tag in {"DA", "Y2"}:
            item["date" if tag == "DA" else "accessDate"] = "-".join(filter(None, plain.split("/")))
        elif tag == "KW":
            tags = item.setdefault("tags", [])
            tags += [{"tag": word} for word in plain.split("; ") if {"tag": word} not in tags]
        elif tag == "N1":
            item.setdefault("notes", []).append({"note": plain})
        elif tag in {"L1", "L2", "L4"}:
            item.setdefault("attachments", []).append(plain)
        elif tag in {"SP", "EP"}:
            pages.append(plain)
        elif tag == "T2":
            item["conferenceName"] = plain
        elif tag in _RIS_LEAVES:
            item[_RIS_LEAVES[tag]] = plain
        else:
            assert tag in {"TY", "ID", "PY"}, tag
    if pages:
        item["pages"] = "-".join(pages)
    item["extra"] = "\n".join(item["extra"])
    return {field: value for field, value in item.items() if value}
