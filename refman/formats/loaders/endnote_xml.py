"""EndNote's XML, as EndNote and many others export it.

Source: RSXML.dtd, which EndNote ships.
"""

import re
from collections.abc import Iterator

import msgspec

from refman.formats.foreign.endnote import endnote_record
from refman.formats.foreign.gaps import gap
from refman.formats.foreign.xml_elements import XmlFault, parse_element, placed_elements
from refman.formats.loader import Loader
from refman.model import LeftOver, Problem, Record

__all__ = ["ENDNOTE_XML"]

_RECORD = "record"
_RECORDS = re.compile(r"<records>|<records\s")
_REFERENCE_TYPE = re.compile(r"<ref-type[\s>]")
_ROOT = re.compile(r"\s*(?:<\?xml[^>]*+>\s*)?(?:<!DOCTYPE[^>]*+>\s*)?<xml[\s>]")
_FRAME = re.compile(r"(?:\s++|<\?[^>]*+>|</?(?:xml|records)(?:\s[^>]*+)?/?>|<!DOCTYPE[^>]*+>)*")
_NO_RECORD = "is no record"
_MENDED = "signs that XML forbids were replaced"


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
        done = 0
        for placed in placed_elements(text, _RECORD.__eq__):
            span = placed.span
            if (rest := gap(text, done, span.start, why=_NO_RECORD, frame=_FRAME)) is not None:
                yield rest
            done = span.end
            try:
                element, is_sound = parse_element(text, placed)
            except XmlFault as fault:
                yield LeftOver(span, text[span.start : span.end], str(fault), is_fault=True)
                continue
            record = endnote_record(element, text, span)
            if not is_sound:
                record = msgspec.structs.replace(record, problems=(Problem(span, _MENDED),))
            yield record
        if (rest := gap(text, done, len(text), why=_NO_RECORD, frame=_FRAME)) is not None:
            yield rest


ENDNOTE_XML: Loader = _EndnoteXml()
