"""EndNote's XML, as EndNote and many others export it.

Source: RSXML.dtd, which EndNote ships.
"""

import re
from collections.abc import Iterator

from refman.formats.foreign.endnote import endnote_record
from refman.formats.foreign.gaps import with_gaps
from refman.formats.foreign.xml_elements import (
    Placed,
    XmlFault,
    mended_record,
    parse_element,
    placed_elements,
)
from refman.formats.loader import Loader
from refman.model import LeftOver, Record

__all__ = ["ENDNOTE_XML"]

_RECORD = "record"
_RECORDS = re.compile(r"<records>|<records\s")
_REFERENCE_TYPE = re.compile(r"<ref-type[\s>]")
_ROOT = re.compile(r"\s*(?:<\?xml[^>]*+>\s*)?(?:<!DOCTYPE[^>]*+>\s*)?<xml[\s>]")
_FRAME = re.compile(r"(?:\s++|<\?[^>]*+>|</?(?:xml|records)(?:\s[^>]*+)?/?>|<!DOCTYPE[^>]*+>)*")
_NO_RECORD = "is no record"


class _EndnoteXml:
    """Read EndNote XML."""

    name = "endnote_xml"
    label = "EndNote XML"
    suffixes: tuple[str, ...] = (".xml",)

    def score(self, head: str) -> float:
        """Return how surely it is: by root, list and types of EndNote's own."""
        signs = (_ROOT.match(head), _RECORDS.search(head), _REFERENCE_TYPE.search(head))
        return (0.0, 0.3, 0.8, 0.97)[sum(sign is not None for sign in signs)]

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield the records, and what stands between them that is none."""
        found = placed_elements(text, _RECORD.__eq__)
        pieces = ((placed.span, _read(text, placed)) for placed in found)
        return with_gaps(text, pieces, why=_NO_RECORD, frame=_FRAME)


ENDNOTE_XML: Loader = _EndnoteXml()


def _read(text: str, placed: Placed) -> Record | LeftOver:
    span = placed.span
    try:
        element, is_sound = parse_element(text, placed)
    except XmlFault as fault:
        return LeftOver(span, text[span.start : span.end], str(fault), is_fault=True)
    record = endnote_record(element, text, span)
    return record if is_sound else mended_record(record)
