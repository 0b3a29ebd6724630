"""MODS, the Library of Congress's XML for what catalogues hold.

Records are read wherever they stand: alone, in a ``modsCollection``, or in the answer of a
repository (METS, OAI-PMH, SRU).

Source: MODS 3.8, schema and User Guidelines.
"""

import re
from collections.abc import Iterator

from refman.formats.foreign.gaps import with_gaps
from refman.formats.foreign.mods import mods_record
from refman.formats.foreign.xml_elements import (
    Placed,
    XmlFault,
    local_name,
    mended_record,
    parse_element,
    placed_elements,
)
from refman.formats.loader import Loader
from refman.model import LeftOver, Record

__all__ = ["MODS"]

_RECORD = "mods"
_NAMESPACE = "http://www.loc.gov/mods/v3"
_PREFIX = r"(?:[\w.-]{1,40}:)?"
_AROUND = r"\s++|<\?[^>]*+>|<!--(?:[^-]++|-(?!->))*-->|<!DOCTYPE[^>]*+>"
_ROOT = re.compile(rf"(?:{_AROUND})*<{_PREFIX}mods(?:Collection)?[\s>]")
_INSIDE = re.compile(rf"<{_PREFIX}mods[\s>]")
_FRAME = re.compile(rf"(?:{_AROUND}|</?{_PREFIX}modsCollection(?:\s[^>]*+)?/?>)*")
_NO_RECORD = "is no record"
_WRAP = (
    '<x xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"{prefix}>'
)


class _Mods:
    """Read MODS."""

    name = "mods"
    label = "MODS"
    suffixes: tuple[str, ...] = (".mods", ".xml")

    def score(self, head: str) -> float:
        """Return how surely it is: by its root, or by a record and MODS's namespace within."""
        if _ROOT.match(head):
            return 0.97 if _NAMESPACE in head else 0.9
        return 0.85 if _NAMESPACE in head and _INSIDE.search(head) else 0.0

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield the records, and what stands between them that is none."""
        found = placed_elements(text, lambda name: local_name(name) == _RECORD)
        pieces = ((placed.span, _read(text, placed)) for placed in found)
        return with_gaps(text, pieces, why=_NO_RECORD, frame=_FRAME)


def _read(text: str, placed: Placed) -> Record | LeftOver:
    span = placed.span
    try:
        try:
            element, is_sound = parse_element(text, placed)
        except XmlFault as fault:
            try:
                element, is_sound = parse_element(text, _with_prefixes(placed))
            except XmlFault:
                raise fault from None
    except XmlFault as fault:
        return LeftOver(span, text[span.start : span.end], str(fault), is_fault=True)
    record = mods_record(element, text, span)
    return record if is_sound else mended_record(record)


def _with_prefixes(placed: Placed) -> Placed:
    """Return a record with its prefixes declared, which a tag between it and the root may do."""
    prefix, colon, _ = placed.name.rpartition(":")
    declared = f' xmlns:{prefix}="{_NAMESPACE}"' if colon else ""
    return placed._replace(before=_WRAP.format(prefix=declared), behind="</x>")


MODS: Loader = _Mods()
