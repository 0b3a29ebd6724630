"""Read Refer, which EndNote exports as .enw, and BibIX, which has no types.

A line is a percent sign, one sign, a blank and a value; other lines belong to the value above. A
record begins with its type (``%0``) or behind an empty line.

Source: EndNote's manual, "EndNote import format"; refer(1) of Unix; BibIX.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from refman.formats.crosswalk import rows
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
from refman.model import ItemType, LeftOver, Record
from refman.normalise import fold_blanks

__all__ = ["REFER"]

SECTION = "read_refer"
_TYPES = "read_refer_types"

_SIGN = r"%[0-9A-Z?@!#$&()*+^><\[\]~=]"
_LINE = re.compile(rf"{LINE_START}({_SIGN})(?:[ \t]|(?=[\r\n])|\Z)", re.MULTILINE)
_TYPE_LINE = re.compile(rf"{LINE_START}%0 +(\S[^\r\n]{{0,60}})", re.MULTILINE)
_OTHER_LINE = re.compile(rf"{LINE_START}%[ATJDBIEXUVP] +\S", re.MULTILINE)
_USUAL = re.compile(rf"{LINE_START}%([ATJDBIKEVNPCRXU]) +\S", re.MULTILINE)
_TYPE = "%0"

_SURE, _LIKELY = 0.97, 0.7
_FEWEST = 3
_IDENTITY = {"%T", "%A", "%E", "%B", "%J", "%R", "%U", "%Q"}
_NAMES = {"%A", "%E", "%Y", "%?", "%Q"}
_LENGTH = re.compile(r"[\divxlc]+(?:,? ?(?:[\divxlc]+|pp?\.?|pages|S\.?))*\.?", re.IGNORECASE)
_GUESSES = (
    ("%J", ItemType.ARTICLE_JOURNAL),
    ("%B", ItemType.CHAPTER),
    ("%R", ItemType.REPORT),
    ("%I", ItemType.BOOK),
)


class _Refer:
    """Read Refer."""

    name = "refer"
    label = "Refer/EndNote tagged"
    suffixes: tuple[str, ...] = (".enw", ".refer")

    def score(self, head: str) -> float:
        """Return how surely this is Refer: a type that is known, or lines with its usual tags."""
        types = (fold_blanks(found) for found in _TYPE_LINE.findall(head))
        if any(name in rows(_TYPES) for name in types) and _OTHER_LINE.search(head):
            return _SURE
        lines = [line for line in head.splitlines() if line.strip()]
        found = _USUAL.findall(head)
        is_refer = (
            bool(lines)
            and _LINE.match(lines[0]) is not None
            and "T" in found
            and len(set(found)) >= _FEWEST
            and 2 * len(found) >= len(lines)
        )
        return _LIKELY if is_refer else 0.0

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield the records, and what stands outside them."""
        return records_without_end(text, _LINE, _is_next, _record)


REFER: Loader = _Refer()


def _is_next(line: Tagged, seen: Mapping[str, None]) -> bool:
    """Tell whether a line begins a new record; ``seen`` are the tags of the one before.

    An empty line may stand within a record of EndNote, before an abstract; there only a type does,
    or a second title or author.
    """
    if line.tag == _TYPE:
        return line.is_apart or _TYPE in seen
    return line.is_apart and (_TYPE not in seen or line.tag in {"%A", "%T"} & seen.keys())


def _record(text: str, lines: Sequence[Tagged]) -> Record | LeftOver:
    span = span_of(lines)
    if not any(line.tag in _IDENTITY for line in lines):
        return left_over(text, span, "a record without title, people and address", is_fault=True)
    commas = any("," in line.value for line in lines if line.tag in _NAMES)
    fields = TaggedFields(text, span, commas=commas)
    kind, is_bibix = _type(fields, lines)
    for line in by_tag(lines, _order()):
        if line.tag != _TYPE:
            _place(fields, line, kind, is_bibix=is_bibix)
    return fields.record()


@functools.cache
def _order() -> Mapping[str, int]:
    order = {tag: place for place, tag in enumerate(rows(SECTION))}
    return order | {"%Q": order["%A"]}


def _type(fields: TaggedFields, lines: Sequence[Tagged]) -> tuple[str, bool]:
    """Set the item type; return its name, and whether the record has none of its own."""
    types = [line for line in lines if line.tag == _TYPE]
    row = rows(_TYPES).get(fold_blanks(types[0].value)) if types else None
    for line in types[1:] if row else types:
        fields.keep(_TYPE, line.value)
        fields.problem(f"the type {line.value[:40]!r} is not known", line.span)
    if row is not None:
        item_type = ItemType(row["type"])
    else:
        tags = {line.tag for line in lines}
        guesses = (guess for tag, guess in _GUESSES if tag in tags)
        item_type = next(guesses, ItemType.DOCUMENT)
    fields.put("type", item_type)
    return item_type.value, not types


def _place(fields: TaggedFields, line: Tagged, kind: str, *, is_bibix: bool) -> None:
    """Put a line's value into the best of its fields, or keep it."""
    candidates = target(SECTION, f"bibix:{line.tag}", kind) if is_bibix else ()
    candidates = candidates or target(SECTION, line.tag, kind)
    if candidates == ("number_of_pages",) and not _LENGTH.fullmatch(line.value):
        candidates = ("page",)
    read = line._replace(value=f"{line.value},") if is_bibix and line.tag == "%Q" else line
    if not any(fields.take(field, read) for field in candidates):
        fields.keep(line.tag, line.value)
        if line.value:
            fields.report(line, candidates)
