"""What a record of RIS says, line by line, made into an entry."""

import functools
import re
from collections.abc import Mapping, Sequence

from refman.formats.crosswalk import rows
from refman.formats.fields import PEOPLE
from refman.formats.foreign.gathered import IDENTIFIERS
from refman.formats.foreign.places import Places
from refman.formats.ris_lines import labelled_value, links_of_note, plain_address, type_named
from refman.formats.tagged import Tagged, by_tag, target
from refman.formats.tagged_fields import TaggedFields
from refman.model import Arxiv, Citekey, ItemType, Record, Span

__all__ = ["SECTION", "ris_record"]

SECTION = "read_ris"
_TYPES = "read_ris_types"

_LABELLED = {"M1", "M2"}
_FILES = ("L1", "L2", "L3", "L4", "LK")
_ADDRESSES = {"UR", *_FILES}
_PROCITE = re.compile(r"Record (?:ID|Number): \d+")
_FEWEST_LABELS = 2
_PARTED = re.compile(r"[;\r\n]")
_LENGTH = re.compile(r"[\divxlcIVXLC]+(?:,? ?(?:[\divxlc]+|pp?\.?|pages|S\.?))*\.?|[^\d]*")
_ONE_PAGE = re.compile(r"\w+(?:\.\w+)?")
_PREPRINT_NUMBER = "arXiv:"
_SERIAL_TAGS = {"JF", "JO", "JA", "J2", "T2"}
_SERIAL_SIGNS = {"VL", "IS", "CP", "M1"}


def ris_record(text: str, lines: Sequence[Tagged], span: Span) -> Record:
    """Return the record that some lines are.

    Args:
        text: the file.
        lines: in their order, tags in capitals; without the end.
        span: where the record stands, its end included.
    """
    commas = any("," in line.value for line in lines if _is_name(line.tag))
    fields = TaggedFields(text, span, commas=commas)
    kind = _type(fields, lines)
    rest = [line for line in _relabelled(lines) if line.tag != "TY"]
    rest = _labelled(fields, rest)
    rest = _linked(fields, text, rest)
    rest = _pages(fields, rest, kind)
    rest = _keywords(fields, rest)
    for line in by_tag(rest, _order()):
        _place(fields, line, kind)
    _complete(fields)
    return fields.record()


@functools.cache
def _order() -> Mapping[str, int]:
    """Return the rank of each tag; those of authors share one, those of files do: order counts."""
    order = {tag: place for place, tag in enumerate(rows(SECTION))}
    return order | {"A1": order["AU"]} | dict.fromkeys(_FILES, order["L1"])


def _is_name(tag: str) -> bool:
    return tag in {"AU", "A1", "A2", "A3", "A4", "ED"}


def _type(fields: TaggedFields, lines: Sequence[Tagged]) -> str:
    """Set the item type; return the RIS type."""
    types = [line for line in lines if line.tag == "TY"]
    for line in types[1:]:
        fields.keep("TY", line.value)
        fields.problem("a second type (TY)", line.span)
    tags = {line.tag for line in lines}
    is_serial = bool(tags & _SERIAL_TAGS and tags & _SERIAL_SIGNS)
    if not types:
        fields.problem("the record has no type (TY)")
    kind = types[0].value.split(maxsplit=1)[0].upper() if types and types[0].value else ""
    row = rows(_TYPES).get(kind)
    if row is None and types:
        fields.keep("TY", types[0].value)
        fields.problem(f"the type {types[0].value[:40]!r} is not known", types[0].span)
    if (row is None or kind == "GEN") and is_serial:
        fields.put("type", ItemType.ARTICLE_JOURNAL)
        return kind or "JOUR"
    fields.put("type", ItemType(row["type"]) if row else ItemType.DOCUMENT)
    return kind or "GEN"


def _relabelled(lines: Sequence[Tagged]) -> list[Tagged]:
    """Return lines with the labels of ProCite's notes as tags, where there are any."""
    known = rows(SECTION)
    made: list[Tagged] = []
    for line in lines:
        label, colon, value = line.value.partition(": ")
        tag = f"N1:{label}"
        if line.tag == "N1" and colon and tag in known:
            start = line.span.end - len(value)
            made.append(Tagged(tag, value.strip(), Span(start, line.span.end)))
        else:
            made.append(line)
    is_procite = any(line.tag == "N1" and _PROCITE.fullmatch(line.value) for line in lines)
    if not is_procite and sum(line.tag.startswith("N1:") for line in made) < _FEWEST_LABELS:
        return list(lines)
    if any(line.tag == "N1:Volume ID" for line in made):
        return [line._replace(tag="N1:Edition") if line.tag == "VL" else line for line in made]
    return made


def _labelled(fields: TaggedFields, lines: Sequence[Tagged]) -> list[Tagged]:
    """Take the lines that are labelled; return the others."""
    rest: list[Tagged] = []
    for line in lines:
        found = labelled_value(line.value) if line.tag in _LABELLED else None
        if found is None or not _take_labelled(fields, line, *found):
            rest.append(line)
    return rest


def _take_labelled(fields: TaggedFields, line: Tagged, field: str, value: str) -> bool:
    if field == "type":
        item_type = type_named(value)
        return item_type is not None and fields.override("type", item_type)
    if field == "citekey":
        return fields.fill(field, Citekey(value))
    if field in IDENTIFIERS:
        return fields.identified_by(field, value)
    if field in PEOPLE:
        family, parted, given = value.partition(" || ")
        value = f"{family}, {given}" if parted else f"{value},"
    return fields.take(field, line._replace(value=value))


def _linked(fields: TaggedFields, text: str, lines: Sequence[Tagged]) -> list[Tagged]:
    """Take the note that lists links; return the other lines."""
    rest: list[Tagged] = []
    for line in lines:
        if line.tag == "N1" and line.value.startswith("<h2>"):
            links = links_of_note(line.value, Places(text, line.span))
            if links is not None:
                for link in links:
                    fields.add_link(link)
                continue
        rest.append(line)
    return rest


def _pages(fields: TaggedFields, lines: Sequence[Tagged], kind: str) -> list[Tagged]:
    """Take the first and the last page together; return the other lines."""
    first = next((line for line in lines if line.tag == "SP" and line.value), None)
    if first is None:
        return list(lines)
    last = next((line for line in lines if line.tag == "EP" and line.value), None)
    value = first.value
    (field,) = target(SECTION, "SP", kind) or ("",)
    if last is not None and _ONE_PAGE.fullmatch(value):
        field, value = "page", f"{value}-{last.value}"
    elif last is not None and not value.endswith(last.value):
        last = None
    elif field == "number_of_pages" and not _LENGTH.fullmatch(value):
        field = "page"
    if not field or not fields.take(field, first._replace(value=value)):
        return list(lines)
    return [line for line in lines if line is not first and line is not last]


def _keywords(fields: TaggedFields, lines: Sequence[Tagged]) -> list[Tagged]:
    """Take the keywords; return the other lines.

    One that stands alone is parted at its commas; one that stands twice is whole.
    """
    words = [line for line in lines if line.tag == "KW"]
    is_alone = len(words) == 1 and not _PARTED.search(words[0].value)
    for line in words:
        for value in line.value.split(",") if is_alone else [line.value]:
            fields.take("keywords", line._replace(value=value))
    return [line for line in lines if line.tag != "KW"] if words else list(lines)


def _place(fields: TaggedFields, line: Tagged, kind: str) -> None:
    """Put a line's value into the best of its fields, or keep it."""
    candidates = target(SECTION, line.tag, kind)
    if line.tag in _ADDRESSES:
        line = line._replace(value=plain_address(line.value))
        if line.tag == "L4" and fields.lists(line.value):
            return
    if line.tag == "M3" and line.value.lower().startswith("doi"):
        candidates = ("doi",)
    if not any(fields.take(field, line) for field in candidates):
        fields.keep(line.tag, line.value)
        if line.value:
            fields.report(line, candidates)


def _complete(fields: TaggedFields) -> None:
    arxiv = fields.identified("arxiv")
    if isinstance(arxiv, Arxiv):
        if fields.get("number") == arxiv.id:
            fields.override("number", f"{_PREPRINT_NUMBER}{arxiv.id}")
        fields.attachments[:] = [each for each in fields.attachments if each.path != arxiv.pdf_url]
    if fields.get("container_title") is None and (short := fields.get("container_title_short")):
        fields.put("container_title", short)
