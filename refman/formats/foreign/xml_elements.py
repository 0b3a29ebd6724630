"""XML element by element; the one module that knows defusedxml.

A file is cut into the elements that are its records, and each is parsed on its own: so one that is
broken loses no other, and each has a place in the text. No entity is ever declared or expanded.

Source: XML 1.0, 2.2 to 2.8, 4.1.
"""

import re
import sys
from collections.abc import Callable, Iterator
from html.entities import html5
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

import msgspec
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from refman.model import Problem, Record, Span

__all__ = [
    "Placed",
    "XmlFault",
    "inner_text",
    "local_name",
    "mended_record",
    "parse_element",
    "placed_elements",
]

_TOKEN = re.compile(
    r"<(?:!--|!\[CDATA\[|\?|(?P<close>/)?(?P<name>[A-Za-z_:][^\s/<>\"'=]*+)"
    r"(?P<attributes>(?:[^<>\"']++|\"[^\"<]*+\"?|'[^'<]*+'?)*)>?)"
)
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = re.compile(
    r"&(?:#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,8}));|([A-Za-z][A-Za-z0-9]{1,31});)?"
)
_OWN_ENTITIES = {"amp", "lt", "gt", "quot", "apos"}
_LONGEST_ROOT = 4_000
_MOST_RESTARTS = 5
"""How often reading starts again in an element that is never closed: each costs the rest."""


class XmlFault(Exception):  # noqa: N818 - never leaves the loaders
    """Tell why a text is no XML."""


class Placed(NamedTuple):
    """Hold where an element stands, and what must stand round it so that its prefixes are known."""

    span: Span
    name: str
    before: str
    behind: str


class _Tag(NamedTuple):
    start: int
    end: int
    name: str
    is_closing: bool
    is_empty: bool


def placed_elements(
    text: str, wanted: Callable[[str], bool], *, nests: bool = False
) -> Iterator[Placed]:
    """Yield where the outermost elements stand that are wanted, in order.

    One that is never closed ends before the next of its name; if there is none, with the text.

    Args:
        text: the file.
        wanted: tells by its name, prefix included, whether an element is.
        nests: elements may stand in others of their name; the root is none that is wanted.
    """
    root = next(_tags(text, 0), None)
    if root is None:
        return
    before = behind = ""
    start = root.start
    if nests or not wanted(root.name):
        start = root.end
        if root.end - root.start <= _LONGEST_ROOT:
            before, behind = text[root.start : root.end], f"</{root.name}>"
    for _ in range(_MOST_RESTARTS):
        opened = None
        for tag, end in _outermost(text, start, wanted, nests):
            if end is None:
                opened = tag
            else:
                yield Placed(Span(tag.start, end), tag.name, before, behind)
        if opened is None:
            return
        start = _next_of_name(text, opened)
        yield Placed(Span(opened.start, _trimmed(text, start)), opened.name, before, behind)


def parse_element(text: str, placed: Placed) -> tuple[Element, bool]:
    """Return an element, and whether it is sound; signs that XML forbids are replaced.

    Raises:
        XmlFault: it is none.
    """
    written = text[placed.span.start : placed.span.end]
    try:
        return _parsed(written, placed), True
    except XmlFault as fault:
        mended = _mended(written)
        if mended == written:
            raise
        try:
            return _parsed(mended, placed), False
        except XmlFault:
            raise fault from None


def mended_record(record: Record) -> Record:
    """Return a record with the problem that its element is not sound; see parse_element."""
    problem = Problem(record.span, "signs that XML forbids were replaced")
    return msgspec.structs.replace(record, problems=(*record.problems, problem))


def inner_text(element: Element) -> str:
    """Return the text of an element and of all within it."""
    return "".join(element.itertext())


def local_name(name: str) -> str:
    """Return a name without its prefix or namespace."""
    return re.split("[:}]", name)[-1]


def _parsed(written: str, placed: Placed) -> Element:
    try:
        root = fromstring(f"{placed.before}{written}{placed.behind}")
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise XmlFault(f"is no XML: {str(error).partition(':')[0]}") from error
    return root[0] if placed.before else root


def _mended(text: str) -> str:
    """Replace signs that XML forbids, and references to nothing."""
    return _REFERENCE.sub(_known_reference, _NOT_XML.sub("\ufffd", text))


def _known_reference(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        if name in _OWN_ENTITIES:
            return found.group()
        return html5.get(f"{name};", f"&amp;{name};").replace("<", "&lt;")
    if hexadecimal is None and decimal is None:
        return "&amp;"
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    is_sign = code <= sys.maxunicode and not _NOT_XML.match(chr(code))
    return found.group() if is_sign else "\ufffd"


def _outermost(
    text: str, start: int, wanted: Callable[[str], bool], nests: bool
) -> Iterator[tuple[_Tag, int | None]]:
    """Yield each outermost element's tag and end; None for the end of one that is not closed."""
    opened: _Tag | None = None
    level = 0
    for tag in _tags(text, start):
        if opened is None:
            if tag.is_closing or not wanted(tag.name):
                continue
            if tag.is_empty:
                yield tag, tag.end
            else:
                opened, level = tag, 1
        elif tag.name == opened.name and not tag.is_empty:
            if not nests and not tag.is_closing:
                yield opened, _trimmed(text, tag.start)
                opened = tag
                continue
            level += -1 if tag.is_closing else 1
            if level == 0:
                yield opened, tag.end
                opened = None
    if opened is not None:
        yield opened, None


def _tags(text: str, start: int) -> Iterator[_Tag]:
    """Yield the tags of a text; comments, CDATA and instructions are passed over."""
    place = start
    while (found := _TOKEN.search(text, place)) is not None:
        if found["name"] is None:
            end = text.find(_ENDS[found.group()], found.end())
            if end < 0:
                return
            place = end + len(_ENDS[found.group()])
            continue
        place = found.end()
        is_empty = found["attributes"].rstrip().endswith("/")
        yield _Tag(found.start(), place, found["name"], found["close"] is not None, is_empty)


def _next_of_name(text: str, opened: _Tag) -> int:
    """Return where the next element of a name begins; the text's end where none does."""
    found = re.compile(rf"<{re.escape(opened.name)}(?=[\s/>])").search(text, opened.end)
    return found.start() if found else len(text)


def _trimmed(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end
