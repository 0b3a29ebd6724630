"""Lines of RIS that hold what RIS has no tag for: ``Label: value``, and the note of the links.

They are those that refman itself writes, and Zotero reads; see ``refman.formats.extra`` and
``refman.formats.notes``.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from html import unescape

from refman.formats.crosswalk import rows
from refman.formats.foreign.links import Remarks, kind_of_label, listed_link, read_remarks
from refman.formats.foreign.places import Places
from refman.model import ItemType, Link, LinkKind

__all__ = ["labelled_value", "links_of_note", "plain_address", "type_named"]

_ARXIV = re.compile(r"arXiv:\S+(?: \[[\w.-]+\])?")
_LINKS = re.compile(r"<h2>Links</h2><ul>(.*)</ul>", re.DOTALL)
_ITEM = re.compile(r"<li>([^\r\n]*?)</li>")
_SAID = re.compile(
    r"(?:<a href=\"(?P<url>[^\"<>]*)\">(?P<label>[^<>]*)</a>|(?P<bare>[^<>,]*), (?P<address>\S+))"
    r"(?: \((?P<remarks>[a-z\d,; -]+)\))?(?: – (?P<evidence>.*))?"
)
_CODED = re.compile(r"&%([46-7][\dA-F]|5[\dA])")
_UNCODED = re.compile(r"&[A-Za-z]")


def labelled_value(text: str) -> tuple[str, str] | None:
    """Return a field and its value, told by a label that refman and Zotero know; else None.

    The fields are those of an entry, identifiers by their names, and "type".
    """
    if _ARXIV.fullmatch(text):
        return "arxiv", text
    label, colon, value = text.partition(": ")
    field = _fields().get(label)
    return (field, value.strip()) if colon and field and value.strip() else None


def type_named(name: str) -> ItemType | None:
    """Return the item type that Zotero or CSL calls so."""
    return _types().get(name)


def links_of_note(note: str, places: Places) -> list[Link] | None:
    """Return the links that a note of refman lists; None where a note is another one."""
    found = _LINKS.fullmatch(note)
    if found is None:
        return None
    items = _ITEM.findall(found[1])
    links = list(_links(items, places))
    return links if len(links) == len(items) else None


def plain_address(value: str) -> str:
    """Return an address whose parameters were coded so that they are no entities: "&%70ara"."""
    if not _CODED.search(value) or _UNCODED.search(value):
        return value
    plain = _CODED.sub(lambda found: f"&{chr(int(found[1], 16))}", value)
    return plain if unescape(plain) != plain else value


def _links(items: list[str], places: Places) -> Iterator[Link]:
    for item in items:
        said = _SAID.fullmatch(item)
        if said is None:
            continue
        label, raw = said["label"] or said["bare"], said["url"] or said["address"]
        remarks = read_remarks(said["remarks"] or "") or Remarks()
        evidence = unescape(said["evidence"]) if said["evidence"] else None
        link = listed_link(
            unescape(raw), kind_of_label(label) or LinkKind.OTHER, places, remarks, evidence
        )
        yield link


@functools.cache
def _fields() -> Mapping[str, str]:
    labels = {row["label"]: field for field, row in rows("zotero_extra").items()}
    labels |= {row["label"]: field for field, row in rows("ris_preprint").items()}
    return labels | {"Type": "type", "Citation Key": "citekey"}


@functools.cache
def _types() -> Mapping[str, ItemType]:
    """Return the types by their names; of those that Zotero has one name for the first counts."""
    types = {item_type.value: item_type for item_type in ItemType}
    for name, row in rows("types").items():
        types.setdefault(row["zotero"], ItemType(name))
    return types
