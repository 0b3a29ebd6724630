"""Read RIS, strict and as it is found in the wild.

A record begins with ``TY`` and ends with ``ER``; one that lacks either is read all the same, and
reported. A tag is two signs, two blanks and a hyphen at the start of a line; files whose own ``TY``
has fewer blanks, tabs or small letters have that for all their known tags. Any other line belongs
to the value above it.

Source: RIS Format Specifications (Research Information Systems, 2001); what EndNote, ProCite,
Zotero, Web of Science, Scopus, IEEE Xplore and others write.
"""

import re
from collections.abc import Iterator

import msgspec

from refman.formats.crosswalk import rows
from refman.formats.loader import Loader
from refman.formats.ris_record import SECTION, ris_record
from refman.formats.tagged import Tagged, cut, left_over, span_of
from refman.model import LeftOver, Problem, Record, Span

__all__ = ["RIS"]

_LEAD = r"(?:^|(?<=\r))[ \t\ufeff]{0,8}"
_STRICT = r"([A-Z][A-Z0-9])  [-\u2013]"
_KNOWN = "|".join(sorted({tag for tag in rows(SECTION) if ":" not in tag} | {"TY", "ER"}))
_LOOSE = rf"({_KNOWN})[ \t]{{0,4}}[-\u2013](?=[ \t\r\n]|\Z)"
_TYPE = r"(TY)[ \t]{0,4}[-\u2013](?=[A-Za-z])"

_BEGINS = re.compile(
    rf"{_LEAD}TY[ \t]{{0,4}}[-\u2013][ \t]{{0,4}}[A-Z]{{3,8}}[ \t]*(?=[\r\n]|\Z)",
    re.MULTILINE | re.IGNORECASE,
)
_IS_LOOSE = re.compile(
    rf"{_LEAD}TY(?!  [-\u2013])[ \t]{{0,4}}[-\u2013]", re.MULTILINE | re.IGNORECASE
)
_IS_LARGE = re.compile(rf"{_LEAD}TY[ \t]{{0,4}}[-\u2013]", re.MULTILINE)
_TAG_LINE = re.compile(rf"{_LEAD}(?:{_KNOWN})[ \t]{{1,4}}[-\u2013]", re.MULTILINE | re.IGNORECASE)
_STRICT_LINE = re.compile(rf"{_LEAD}(?:{_KNOWN})  - ", re.MULTILINE)
_OTHER = re.compile(r"^(?:@\w+\s*[{(]|PMID ?- |OWN ?- )", re.MULTILINE)

_SURE, _LIKELY = 0.97, 0.6
_FEW_LINES, _MOST_BEFORE = 3, 20_000
_IDENTITY = {"TI", "T1", "AU", "A1", "DO", "UR", "CT", "BT"}


class _Ris:
    """Read RIS."""

    name = "ris"
    label = "RIS"
    suffixes: tuple[str, ...] = (".ris",)

    def score(self, head: str) -> float:
        """Return how surely this is RIS: it has a type, and other tags behind it."""
        first = _BEGINS.search(head)
        if first is not None and first.start() < _MOST_BEFORE:
            behind = _TAG_LINE.search(head, first.end(), first.end() + _MOST_BEFORE)
            is_next = behind is not None and not head[first.end() : behind.start()].strip()
            return _SURE if is_next and not _OTHER.search(head, 0, first.start()) else 0.0
        lines = [line for line in head.splitlines() if line.strip()]
        tagged = len(_STRICT_LINE.findall(head))
        is_ris = tagged >= _FEW_LINES and 2 * tagged > len(lines) and not _OTHER.search(head)
        return _LIKELY if is_ris else 0.0

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield the records, and what stands outside them."""
        lines: list[Tagged] = []
        for line in cut(text, _pattern(text)):
            if (tag := line.tag.upper()) != line.tag:
                line = line._replace(tag=tag)  # noqa: PLW2901 - the same, in capitals
            if not line.tag:
                yield left_over(text, line.span, "stands before the first record")
            elif line.tag == "ER":
                yield from _ended(text, lines, line)
                lines = []
            else:
                if line.tag == "TY" and lines and lines[-1].tag != "TY":
                    yield from _records(text, lines, span_of(lines), is_whole=False)
                    lines = []
                lines.append(line)
        if lines:
            yield from _records(text, lines, span_of(lines), is_whole=False)


RIS: Loader = _Ris()


def _pattern(text: str) -> re.Pattern[str]:
    forms = [_STRICT]
    is_small = not _IS_LARGE.search(text) and _BEGINS.search(text) is not None
    if is_small or _IS_LOOSE.search(text):
        forms += [_LOOSE, _TYPE]
    flags = re.MULTILINE | re.IGNORECASE if is_small else re.MULTILINE
    return re.compile(f"{_LEAD}(?:{'|'.join(forms)})", flags)


def _ended(text: str, lines: list[Tagged], end: Tagged) -> Iterator[Record | LeftOver]:
    """Yield a record that its end closes, and what stands behind the end."""
    close = Span(end.span.start, end.span.end - len(end.value))
    if lines:
        yield from _records(text, lines, Span(lines[0].span.start, close.end), is_whole=True)
    else:
        yield left_over(text, close, "the end of a record (ER) that never began", is_fault=True)
    if end.value:
        yield left_over(
            text, Span(close.end, end.span.end), "stands behind the end of a record (ER)"
        )


def _records(
    text: str, lines: list[Tagged], span: Span, *, is_whole: bool
) -> Iterator[Record | LeftOver]:
    """Yield the record of some lines, or a left-over where they name no work."""
    has_type = lines[0].tag == "TY"
    if not has_type and not any(line.tag in _IDENTITY for line in lines):
        yield left_over(
            text, span, "tags outside a record: there is no type (TY) and no title", is_fault=True
        )
        return
    record = ris_record(text, lines, span)
    yield record if is_whole else _unended(record)


def _unended(record: Record) -> Record:
    problem = Problem(Span(record.span.end, record.span.end), "the record has no end (ER)")
    return msgspec.structs.replace(record, problems=(*record.problems, problem))
