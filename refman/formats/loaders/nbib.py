"""Read MEDLINE's tagged form, which PubMed calls nbib, and ERIC's export in it.

A line is a tag, filled up to four signs with blanks, a hyphen, a blank and a value; lines that
begin with blanks belong to the value above. A record begins with the number that it has (``PMID``),
or behind an empty line.

Source: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions".
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from refman.formats.crosswalk import rows
from refman.formats.foreign.gathered import clean_line
from refman.formats.foreign.people import initials_last, medline_name
from refman.formats.loader import Loader
from refman.formats.tagged import (
    LINE_START,
    Tagged,
    by_tag,
    left_over,
    records_without_end,
    span_of,
    target,
)
from refman.formats.tagged_fields import TaggedFields
from refman.model import ItemType, LeftOver, Name, Record
from refman.normalise import fold_blanks

__all__ = ["NBIB"]

SECTION = "read_nbib"
_TYPES = "read_nbib_types"

_LINE = re.compile(
    rf"{LINE_START}([A-Z][A-Z0-9]{{1,4}})[ ]{{0,3}}-(?:[ \t]|(?=[\r\n])|\Z)", re.MULTILINE
)
_FIRST = re.compile(rf"{LINE_START}(?:PMID ?- ?\d|OWN ?- ?[A-Z]|STAT- ?[A-Z])", re.MULTILINE)
_BEHIND = re.compile(
    rf"{LINE_START}(?:TI  |FAU |AU  |AB  |DP  |OWN |STAT|BTI |LA  |OT  )- ?", re.MULTILINE
)
_NO_NBIB = re.compile(r"^(?:TY {0,2}- ?[A-Z]|@\w+\s*[{(])", re.MULTILINE)
_BEGINS = {"PMID", "OWN", "STAT", "UI"}
_NUMBER = "PMID"

_SURE = 0.98
_IDENTITY = {"TI", "BTI", "PMID", "AU", "FAU"}
_MARKED = re.compile(r"(.*?)\s*\[(doi|pii|bookaccession|isbn)\]\Z", re.DOTALL)
_PAGES = re.compile(r"(\d+)-(\d+)", re.ASCII)
_KINDS_OF_ERIC = {"EJ": ItemType.ARTICLE_JOURNAL, "ED": ItemType.REPORT}


class _Nbib:
    """Read MEDLINE's tagged form."""

    name = "nbib"
    label = "MEDLINE/PubMed (nbib)"
    suffixes: tuple[str, ...] = (".nbib", ".medline")

    def score(self, head: str) -> float:
        """Return how surely this is MEDLINE: a record begins, and has a title or people."""
        is_nbib = _FIRST.search(head) and _BEHIND.search(head) and not _NO_NBIB.search(head)
        return _SURE if is_nbib else 0.0

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield the records, and what stands outside them."""
        return records_without_end(text, _LINE, _is_next, _record)


NBIB: Loader = _Nbib()


def _is_next(line: Tagged, seen: Mapping[str, None]) -> bool:
    """Tell whether a line begins a new record; ``seen`` are the tags of the one before."""
    if line.tag == _NUMBER:
        return line.is_apart or _NUMBER in seen
    return line.is_apart and (line.tag in _BEGINS or line.tag == next(iter(seen)))


def _record(text: str, lines: Sequence[Tagged]) -> Record | LeftOver:
    span = span_of(lines)
    if not any(line.tag in _IDENTITY for line in lines):
        return left_over(text, span, "a record without number, title and people", is_fault=True)
    fields = TaggedFields(text, span, commas=True)
    kind = _type(fields, lines)
    rest = [line for line in _people(fields, lines) if not _is_told(line, kind)]
    for line in by_tag(rest, _order()):
        _place(fields, line, kind)
    if fields.get("container_title") is None and (short := fields.get("container_title_short")):
        fields.put("container_title", short)
    return fields.record()


@functools.cache
def _order() -> Mapping[str, int]:
    return {tag: place for place, tag in enumerate(rows(SECTION))}


def _type(fields: TaggedFields, lines: Sequence[Tagged]) -> str:
    """Set the item type; return its name. Of several types the one that says most counts."""
    tags = {line.tag for line in lines}
    said = [fold_blanks(line.value) for line in lines if line.tag == "PT"]
    known = [ItemType(row["type"]) for name in said if (row := rows(_TYPES).get(name)) is not None]
    eric = next((line.value[:2] for line in lines if line.tag == "OID"), "")
    if "BTI" in tags:
        item_type = ItemType.CHAPTER if "TI" in tags else ItemType.BOOK
    elif ItemType.ARTICLE in known:
        item_type = ItemType.ARTICLE
    elif known:
        item_type = known[0]
    else:
        item_type = _KINDS_OF_ERIC.get(eric, ItemType.ARTICLE_JOURNAL)
    fields.put("type", item_type)
    return item_type.value


def _is_told(line: Tagged, kind: str) -> bool:
    """Tell a publication type that is what the item type says."""
    row = rows(_TYPES).get(fold_blanks(line.value)) if line.tag == "PT" else None
    return row is not None and row["type"] == kind


def _people(fields: TaggedFields, lines: Sequence[Tagged]) -> list[Tagged]:
    """Take the names, full ones for short ones; return the other lines.

    A short name behind a full one with the same family name says nothing more.
    """
    rest: list[Tagged] = []
    tags = {line.tag for line in lines}
    full = ""
    for line in lines:
        roles = target(SECTION, line.tag, "")
        if roles[:1] not in (("author",), ("editor",), ("contributor",)) or not line.value:
            rest.append(line)
            continue
        is_short = line.tag in {"AU", "ED"}
        if is_short and full and line.value[:2].casefold() == full[:2].casefold():
            full = ""
        elif is_short and f"F{line.tag}" in tags:
            fields.keep(line.tag, line.value)
        elif line.tag == "CN":
            fields.add_name(roles[0], Name(literal=clean_line(line.value) or line.value))
        elif is_short and "," not in line.value:
            fields.add_name(roles[0], initials_last(line.value))
        else:
            fields.add_name(roles[0], medline_name(line.value))
            full = "" if is_short else line.value
    return rest


def _place(fields: TaggedFields, line: Tagged, kind: str) -> None:
    """Put a line's value into the best of its fields, or keep it."""
    candidates = target(SECTION, line.tag, kind)
    read = line
    if found := _MARKED.fullmatch(line.value):
        read = line._replace(value=found[1])
        candidates = candidates if found[2] == "doi" else ()
    elif line.tag == "PG" and (pages := _PAGES.fullmatch(line.value)):
        read = line._replace(value=f"{pages[1]}-{_expanded(pages[1], pages[2])}")
    elif line.tag == "OT":  # a star marks what the work is mainly about
        read = line._replace(value=line.value.removeprefix("*"))
    if not any(fields.take(field, read) for field in candidates):
        fields.keep(line.tag, line.value)
        if line.value:
            fields.report(line, candidates)


def _expanded(first: str, last: str) -> str:
    """Return a last page whole: MEDLINE leaves out the figures that it shares with the first one.

    Source: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions", "Pagination".
    """
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last
