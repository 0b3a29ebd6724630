"""The two entries of the files in zotero-samples, taken from what Zotero itself read there.

Their words are other people's, so they are read where they lie and never copied.
"""

import json
from pathlib import Path

from refman.model import (
    Arxiv,
    ArxivId,
    Attachment,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    Isbn,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    Name,
    Span,
)

_FIELDS = {
    "title": "title",
    "shortTitle": "title_short",
    "abstractNote": "abstract",
    "language": "language",
    "rights": "license",
    "libraryCatalog": "source",
    "url": "url",
    "genre": "genre",
    "repository": "publisher",
    "proceedingsTitle": "container_title",
    "conferenceName": "event_title",
    "eventPlace": "event_place",
    "publisher": "publisher",
    "place": "publisher_place",
    "pages": "page",
    "volume": "volume",
}
_KINDS = {
    "Code": LinkKind.CODE,
    "Project page": LinkKind.PROJECT,
    "Dataset": LinkKind.DATASET,
}


def recorded(samples: Path, name: str) -> list[dict]:
    """What Zotero read in a sample."""
    return json.loads((samples / f"{name}.as-zotero-reads-it.json").read_text())


def best_entries(samples: Path) -> list[Entry]:
    """Our entries of what the RDF sample, the richest of them, gave to Zotero."""
    return [_entry(item) for item in recorded(samples, "best.rdf")]


def _entry(item: dict) -> Entry:
    attachments = item.get("attachments", [])
    return Entry(
        type=ItemType.ARTICLE if item["itemType"] == "preprint" else ItemType.PAPER_CONFERENCE,
        citekey=Citekey(item["citationKey"]),
        author=tuple(map(_name, item["creators"])),
        issued=_date(item["date"]),
        accessed=_date(item["accessDate"][:10]) if "accessDate" in item else None,
        identifiers=Identifiers(doi=Doi(item["DOI"]), arxiv=_arxiv(item), isbn=_isbn(item)),
        keywords=tuple(Keyword(tag["tag"]) for tag in item.get("tags", ())),
        links=tuple(_link(each) for each in attachments if each["title"] in _KINDS),
        attachments=tuple(
            Attachment(each["title"], f"files/{each['filename']}", each["contentType"])
            for each in attachments
            if "filename" in each
        ),
        collections=tuple(item["collections"]),
        **{ours: item[theirs] for theirs, ours in _FIELDS.items() if theirs in item},
    )


def _name(creator: dict) -> Name:
    if "name" in creator:
        return Name(literal=creator["name"])
    return Name(family=creator["lastName"], given=creator["firstName"])


def _date(text: str) -> Date:
    return Date(*map(int, text.split("-")))


def _arxiv(item: dict) -> Arxiv | None:
    if "archiveID" not in item:
        return None
    primary_class = item["extra"].partition("[")[2].rstrip("]")
    return Arxiv(ArxivId(item["archiveID"].removeprefix("arXiv:")), primary_class=primary_class)


def _isbn(item: dict) -> Isbn | None:
    return Isbn(item["ISBN"]) if "ISBN" in item else None


def _link(attachment: dict) -> Link:
    kind = _KINDS[attachment["title"]]
    url = attachment["url"]
    return Link(url=url, raw_url=url, span=Span(0, len(url)), kind=kind, roles=(kind,))
