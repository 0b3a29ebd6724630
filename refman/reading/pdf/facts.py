"""What an XMP packet says of a document.

Source: ISO 16684-1 (XMP); PRISM 3.0; Crossref, "Crossmark: embedding metadata in PDFs".
"""

import re
from html import unescape

__all__ = ["facts_of_xmp"]

_MOST_BYTES = 1 << 20
_MOST_VALUE = 4000
_MOST_VALUES = 200
_NAMES = (
    "dc:title",
    "dc:creator",
    "dc:identifier",
    "dc:date",
    "prism:doi",
    "prism:url",
    "prism:publicationName",
    "pdfx:doi",
    "pdfx:WPS-ARTICLEDOI",
    "crossmark:DOI",
    "jav:doi",
)
_NAME = "|".join(map(re.escape, _NAMES))
_ELEMENT = re.compile(rf"<({_NAME})(?:\s[^<>]{{0,300}})?>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rf"\s({_NAME})\s?=\s?(?:\"([^\"<]{{1,500}})\"|'([^'<]{{1,500}})')", re.IGNORECASE
)
_ITEM = re.compile(r"<rdf:li(?:\s[^<>]{0,300})?>([^<]{0,4000})</rdf:li>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|lt|gt|amp|quot|apos);", re.IGNORECASE)


def facts_of_xmp(data: bytes) -> dict[str, tuple[str, ...]]:
    """Return the values of the names that tell of the document, by name in lower case.

    Nothing is loaded and no entity opened but the predefined ones.
    """
    text = _decoded(data[:_MOST_BYTES])
    facts: dict[str, list[str]] = {}
    for found in _ATTRIBUTE.finditer(text):
        facts.setdefault(found[1].lower(), []).append(_value(found[2] or found[3]))
    for place, found in enumerate(_ELEMENT.finditer(text)):
        if place >= _MOST_VALUES:
            break
        end = text.find(f"</{found[1]}>", found.end(), found.end() + 20 * _MOST_VALUE)
        inside = text[found.end() : end] if end >= 0 else ""
        items = _ITEM.findall(inside) if "<" in inside else [inside]
        facts.setdefault(found[1].lower(), []).extend(map(_value, items))
    return {
        name: tuple(dict.fromkeys(value for value in values if value))[:_MOST_VALUES]
        for name, values in facts.items()
        if any(values)
    }


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "replace")


def _value(raw: str) -> str:
    return " ".join(_ENTITY.sub(lambda found: unescape(found[0]), raw).split())[:_MOST_VALUE]
