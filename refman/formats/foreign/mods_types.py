"""What a MODS record is: by its genres, what holds it, and its kind of resource.

Source: MODS User Guidelines, "genre", "typeOfResource"; MARC Genre Term List; what bibutils, Zotero
and GovInfo write.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from refman.formats.crosswalk import rows
from refman.formats.foreign.unread import Unread, children, text_of
from refman.model import ItemType

__all__ = ["host_of", "type_of"]

_SERIAL = {"continuing", "serial", "integrating resource"}
_LOCAL = "local"
_TEXT = "text"
_PLAIN = {ItemType.ARTICLE_JOURNAL, ItemType.DOCUMENT, ItemType.BOOK}
"""Types that what holds the record may make more exact."""

_GOING_ON = {ItemType.BOOK, ItemType.ARTICLE_JOURNAL, ItemType.ARTICLE_MAGAZINE,
             ItemType.ARTICLE_NEWSPAPER}  # fmt: skip


def host_of(element: Element) -> Element | None:
    """Return the first item that holds another and has a title, or else the first one."""
    hosts = [item for item in children(element, "relatedItem") if item.get("type") == "host"]
    return next((host for host in hosts if children(host, "titleInfo")), next(iter(hosts), None))


def type_of(element: Element, unread: Unread) -> ItemType:
    """Return a record's type; the genre and kind that say nothing else are read with it."""
    host = host_of(element)
    own = _genre(element, unread)
    above = _host_type(host, unread) if host is not None else None
    resources = children(element, "typeOfResource")
    kinds = [rows("read_mods_resources").get(text_of(each).casefold()) for each in resources]
    for each, row in zip(resources, kinds, strict=True):
        if row is not None or text_of(each) == _TEXT:
            unread.take(each)
    collection = _collection(element)
    if own is not None and (own not in _PLAIN or above is None):
        return _whole(own, element) if host is None else own
    if collection is not None:
        return collection
    if above is not None:
        return above
    kind = next((row["type"] for row in kinds if row is not None), None)
    if kind is not None:
        return ItemType(kind)
    return _whole(ItemType.BOOK if _issuances(element) else ItemType.DOCUMENT, element)


def _genre(element: Element, unread: Unread) -> ItemType | None:
    """Return the type that the genres of an element tell; the genre in Zotero's own words first."""
    found: list[tuple[Element, str, bool]] = []
    for genre in children(element, "genre"):
        text = text_of(genre)
        is_own = genre.get("authority") == _LOCAL and text in rows("read_zotero_types")
        row = rows("read_zotero_types" if is_own else "read_mods_types").get(
            text if is_own else text.casefold()
        )
        if row is not None:
            found.append((genre, row["type"], "more" in row))
            if is_own:
                found.insert(0, found.pop())
    if not found:
        return None
    decided = next((kind for _, kind, has_more in found if not has_more), found[0][1])
    for genre, kind, has_more in found:
        if kind == decided and not has_more:
            unread.take(genre)
    return ItemType(decided)


def _host_type(host: Element, unread: Unread) -> ItemType | None:
    """Return what a part of such a host is."""
    for genre in children(host, "genre"):
        if (row := rows("read_mods_hosts").get(text_of(genre).casefold())) is not None:
            unread.take(genre)
            return ItemType(row["type"])
    identifiers = {each.get("type", "").casefold() for each in children(host, "identifier")}
    issuances = _issuances(host)
    if issuances & _SERIAL or "issn" in identifiers:
        return ItemType.ARTICLE_JOURNAL
    details = {
        detail.get("type", "").casefold()
        for part in children(host, "part")
        for detail in children(part, "detail")
    }
    if "issue" in details or ("volume" in details and "isbn" not in identifiers):
        return ItemType.ARTICLE_JOURNAL
    return ItemType.CHAPTER if issuances or "isbn" in identifiers else None


def _whole(own: ItemType, element: Element) -> ItemType:
    """Return the type of what nothing holds: a book or newspaper that goes on is a periodical."""
    if own in _GOING_ON and _issuances(element) & _SERIAL:
        return ItemType.PERIODICAL
    return own


def _issuances(element: Element) -> set[str]:
    origins: Iterable[Element] = children(element, "originInfo")
    return {text_of(each).casefold() for origin in origins for each in children(origin, "issuance")}


def _collection(element: Element) -> ItemType | None:
    """Return what GovInfo's collection holds.

    Source: https://www.govinfo.gov/help, "Available Collections".
    """
    for extension in children(element, "extension"):
        for code in children(extension, "collectionCode"):
            if (row := rows("read_mods_collections").get(text_of(code).casefold())) is not None:
                return ItemType(row["type"])
    return None
