"""Where a MODS record's item is: its addresses, and who holds it.

Source: MODS User Guidelines, "location".
"""

from xml.etree.ElementTree import Element

from refman.formats.addresses import address, is_web
from refman.formats.foreign.gathered import MEDIA_TYPES, Gathered, clean_line
from refman.formats.foreign.links import kind_of_label, listed_link
from refman.formats.foreign.unread import Unread, children, text_of
from refman.links import url_key
from refman.model import Attachment

__all__ = ["read_addresses", "read_holders"]

_MEDIA = {**MEDIA_TYPES, "xml": "text/xml"}
_FILE = "raw object"
_PREVIEW = "preview"
_PRIMARY = {"primary", "primary display"}
_SEEN = "dateLastAccessed"


def read_addresses(element: Element, gathered: Gathered, unread: Unread) -> None:
    """Read the item's page, then its files, then its other addresses as links.

    The page takes the place of an address that came before, which becomes a link.
    """
    urls = [each for place in children(element, "location") for each in children(place, "url")]
    urls = [each for each in urls if _is_address(each)]
    pages = [each for each in urls if each.get("access") != _FILE]
    pages.sort(key=lambda each: each.get("usage") not in _PRIMARY)
    known = {url_key(text_of(each)) for each in pages[:1]}
    for page in pages[:1]:
        former = gathered.get("url")
        gathered.override("url", address(unread.take(page)))
        if isinstance(former, str) and url_key(former) not in known:
            _link(former, "", gathered)
    for each in urls:
        if gathered.dated("accessed", each.get(_SEEN) or ""):
            unread.take_attribute(each, _SEEN)
        unread.take(each)
        if url_key(text_of(each)) not in known:
            known.add(url_key(text_of(each)))
            _read(each, gathered, unread)


def read_holders(element: Element, gathered: Gathered, unread: Unread) -> None:
    """Read who holds an item."""
    places = children(element, "location")
    holders = [each for place in places for each in children(place, "physicalLocation")]
    texts = [clean_line(unread.take(each)) for each in holders]
    found = "; ".join(dict.fromkeys(filter(None, texts)))
    if found and not gathered.put("archive_location", found):
        gathered.keep("location/physicalLocation", found)


def _is_address(element: Element) -> bool:
    """Tell whether a URL is one; a picture to show beside the record is not read."""
    url = text_of(element)
    return is_web(url) and len(url.split()) == 1 and element.get("access") != _PREVIEW


def _read(element: Element, gathered: Gathered, unread: Unread) -> None:
    """Read an address that is not the page's: a file, or a link by its label."""
    url = text_of(element)
    label = clean_line(unread.take_attribute(element, "displayLabel"))
    unread.take_attribute(element, "access")
    if element.get("access") == _FILE:
        media = _MEDIA.get(url.rpartition(".")[2].casefold())
        gathered.attachments.append(Attachment(label or url, url, media))
    else:
        _link(url, label, gathered)


def _link(url: str, label: str, gathered: Gathered) -> None:
    gathered.links.append(listed_link(url, kind_of_label(label), gathered.places))
