"""HTML and XML as a flat tree in which each character knows its place in the source.

No HTML library keeps the places of what it read, and an XML parser stops at the first fault, of
which feeds are full. This one reads both by one scan, in linear time, never fails, expands no
entity that a document declares ("billion laughs" is eight lines of text to it) and loads nothing.

Source: HTML Living Standard, 13.2.5 (tokenization), as far as pages that programs wrote need it;
Extensible Markup Language 1.0, 2.7 (CDATA) and 4.6 (predefined entities).
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from refman.errors import InputError
from refman.model import Span
from refman.normalise import fold_blanks
from refman.reading.mapped import Builder, Mapped

__all__ = ["LONGEST", "MOST_ELEMENTS", "Element", "Markup", "fold_paragraphs", "parse_markup"]

LONGEST = 16 * 1024 * 1024
"""How many characters of markup are read at once: five arXiv pages of 2,000 papers."""
MOST_ELEMENTS = 1_000_000
"""How many elements are read: eight times what such a page has."""

_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?=(?P<attributes>(?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?|[\"'])*))(?P=attributes)>"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s/>=\"']++)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>\"']++)))?"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
_CDATA = "<![CDATA["
_ENDS = (("<!--", "-->"), (_CDATA, "]]>"), ("<!", ">"), ("<?", ">"))
"""How what is no tag ends. Source: HTML Living Standard, 13.2.5.41 to 13.2.5.52."""

_VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img"),
        *("input", "link", "meta", "param", "source", "track", "wbr"),
    )
)
_RAW_TEXT = frozenset(("script", "style"))
_CLOSED_BY: Mapping[str, frozenset[str]] = {
    "dt": frozenset(("p", "dt", "dd")),
    "dd": frozenset(("p", "dt", "dd")),
    "li": frozenset(("p", "li")),
    "tr": frozenset(("td", "th", "tr")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    **dict.fromkeys(("p", "div", "h1", "h2", "h3", "h4", "ul", "dl", "table"), frozenset(("p",))),
}
"""Which open elements a start tag ends. Source: HTML Living Standard, 13.1.2.4."""
_PARAGRAPH = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote")
)
_LINE = frozenset(("br", "li", "dt", "dd", "tr"))
_BLANKS = str.maketrans("\t\n\f\r", "    ")
_EMPTY_LINE = re.compile(r"\n\s*\n")


class Element(NamedTuple):
    """Hold an element; places count in the text that was read.

    Attributes:
        name: in small letters in HTML, as written in XML.
        span: with its tags.
        inner: between its tags; up to the end of what holds it where it is not closed.
        attributes: where they stand.
        number: its place among all elements.
        after: the number of the first element behind it that is not in it.
    """

    name: str
    span: Span
    inner: Span
    attributes: Span
    number: int
    after: int


class _Token(NamedTuple):
    """Hold a tag, or what is no text: a comment, a declaration, CDATA (named so), a script."""

    name: str
    start: int
    end: int
    attributes: Span = Span(0, 0)
    is_closing: bool = False
    is_empty: bool = False


def fold_paragraphs(text: str) -> str:
    """Return a text with single blanks, its paragraphs parted by one empty line."""
    return "\n\n".join(filter(None, map(fold_blanks, _EMPTY_LINE.split(text))))


class Markup:
    """Hold what was read, and answer questions about it."""

    def __init__(self, source: Mapped, elements: tuple[Element, ...], *, is_xml: bool) -> None:
        self.source = source
        self.elements = elements
        self._is_xml = is_xml

    def find(
        self, *names: str, within: Element | None = None, class_: str | None = None
    ) -> Iterator[Element]:
        """Yield elements in the order of the text.

        Args:
            names: any of these; all where there is none.
            within: only what is in this one.
            class_: only those that are of this class.
        """
        first, last = (within.number + 1, within.after) if within else (0, len(self.elements))
        for number in range(first, last):
            element = self.elements[number]
            if names and element.name not in names:
                continue
            if class_ is None or class_ in self.classes(element):
                yield element

    def outermost(
        self, *names: str, within: Element | None = None, class_: str | None = None
    ) -> Iterator[Element]:
        """Yield what find yields, but nothing that is in one yielded before.

        What is asked of each of them then costs no more than the page is long, however deep it is.
        """
        done = 0
        for element in self.find(*names, within=within, class_=class_):
            if element.number >= done:
                done = element.after
                yield element

    def first(
        self, *names: str, within: Element | None = None, class_: str | None = None
    ) -> Element | None:
        """Return the first that find yields, or None."""
        return next(self.find(*names, within=within, class_=class_), None)

    def children(self, element: Element) -> Iterator[Element]:
        """Yield the elements that stand in another and in no other in it."""
        number = element.number + 1
        while number < element.after:
            yield self.elements[number]
            number = self.elements[number].after

    def classes(self, element: Element) -> list[str]:
        """Return the classes of an element."""
        value = self.attribute(element, "class")
        return value.text.split() if value else []

    def attribute(self, element: Element, name: str) -> Mapped | None:
        """Return the value of an attribute, decoded; None where there is none or it has none."""
        text, span = self.source.text, element.attributes
        for found in _ATTRIBUTE.finditer(text, span.start, span.end):
            if found["name"].lower() == name.lower():
                for group in ("double", "single", "bare"):
                    if found[group] is not None:
                        builder = Builder()
                        _decode(builder, text, Span(*found.span(group)))
                        return self.source.over(builder.mapped())
                return None
        return None

    def text(self, element: Element) -> Mapped:
        """Return the text in an element; see stretch."""
        return self.stretch(element.inner)

    def stretch(self, span: Span) -> Mapped:
        """Return the text of a stretch: tags gone, entities decoded.

        In HTML, a line break of the source is a blank; a line's end stands for a ``<br>`` or the
        like, an empty line for a paragraph's end. Scripts, styles and comments are no text.

        Args:
            span: counts in the text that was read.
        """
        builder = Builder()
        whole = self.source.text
        done = span.start
        for token in _tokens(whole, span, is_xml=self._is_xml):
            _decode(builder, whole, Span(done, token.start), is_folded=not self._is_xml)
            if token.name == _CDATA:
                builder.add(whole[token.attributes.start : token.attributes.end], token.attributes)
            elif not self._is_xml:
                builder.add(_break(token.name), Span(token.start, token.start))
            done = token.end
        _decode(builder, whole, Span(done, span.end), is_folded=not self._is_xml)
        return self.source.over(builder.mapped())


def parse_markup(source: Mapped, name: str, *, is_xml: bool = False) -> Markup:
    """Read HTML or XML.

    Args:
        source: what to read.
        name: of the input, for the error.
        is_xml: names are as written, every element is closed, there is CDATA.

    Raises:
        InputError: there is too much of it.
    """
    if len(source.text) > LONGEST:
        raise InputError(
            f"{name} is a page of more than {LONGEST // 1024 // 1024} million characters; "
            "save a shorter listing",
            source=name,
        )
    tree = _Tree(is_xml=is_xml)
    for token in _tokens(source.text, Span(0, len(source.text)), is_xml=is_xml):
        if token.name != _CDATA and token.name:
            tree.take(token)
            if tree.size > MOST_ELEMENTS:
                raise InputError(
                    f"{name} has more than {MOST_ELEMENTS:,} elements; save a shorter listing",
                    source=name,
                )
    return Markup(source, tree.finish(len(source.text)), is_xml=is_xml)


class _Tree:
    """Make elements of tags; each is opened and closed once, so that the cost is linear."""

    def __init__(self, *, is_xml: bool) -> None:
        self._is_xml = is_xml
        self._elements: list[Element | None] = []
        self._open: list[tuple[int, _Token]] = []
        self._open_names: Counter[str] = Counter()

    @property
    def size(self) -> int:
        return len(self._elements)

    def take(self, token: _Token) -> None:
        if token.is_closing:
            if self._open_names[token.name]:
                while self._open[-1][1].name != token.name:
                    self._close(token.start, token.start)
                self._close(token.start, token.end)
            return
        closed = frozenset[str]() if self._is_xml else _CLOSED_BY.get(token.name, frozenset())
        while self._open and self._open[-1][1].name in closed:
            self._close(token.start, token.start)
        self._open.append((len(self._elements), token))
        self._open_names[token.name] += 1
        self._elements.append(None)
        if token.is_empty:
            self._close(token.end, token.end)

    def finish(self, end: int) -> tuple[Element, ...]:
        while self._open:
            self._close(end, end)
        return tuple(element for element in self._elements if element is not None)

    def _close(self, inner_end: int, end: int) -> None:
        number, token = self._open.pop()
        self._open_names[token.name] -= 1
        self._elements[number] = Element(
            name=token.name,
            span=Span(token.start, end),
            inner=Span(token.end, inner_end),
            attributes=token.attributes,
            number=number,
            after=len(self._elements),
        )


def _tokens(text: str, within: Span, *, is_xml: bool) -> Iterator[_Token]:
    """Yield all of a stretch that is no text.

    A tag that does not end, and a comment that does not, take all that follows, as the standard
    says: so nothing is looked at twice.
    """
    place, end = within.start, within.end
    while (place := text.find("<", place, end)) >= 0:
        token = _token(text, place, end, is_xml=is_xml)
        if token is None:
            place += 1
            continue
        yield token
        place = token.end
        if not is_xml and token.name in _RAW_TEXT and not token.is_closing:
            close = re.compile(f"</{token.name}", re.IGNORECASE).search(text, place, end)
            stop = close.start() if close else end
            yield _Token("", place, stop)
            place = stop


def _token(text: str, place: int, end: int, *, is_xml: bool) -> _Token | None:
    """Return what begins at a "<", or None where that is a sign like any other."""
    found = _TAG.match(text, place, end)
    if found is not None:
        name = found["name"] if is_xml else found["name"].lower()
        return _Token(
            name,
            place,
            found.end(),
            Span(*found.span("attributes")),
            is_closing=found["slash"] == "/",
            is_empty=found["attributes"].endswith("/") if is_xml else name in _VOID,
        )
    for start, stop in _ENDS:
        if text.startswith(start, place, end):
            close = text.find(stop, place + len(start), end)
            inner = Span(place + len(start), close if close >= 0 else end)
            name = _CDATA if start == _CDATA and is_xml else ""
            return _Token(name, place, close + len(stop) if close >= 0 else end, inner)
    follows = text[place + 1 : place + 3].lstrip("/")[:1]
    if follows.isascii() and follows.isalpha():
        return _Token("", place, end)
    return None


def _decode(builder: Builder, text: str, span: Span, *, is_folded: bool = False) -> None:
    """Add a stretch with its entities decoded; one that nobody knows stays.

    Args:
        builder: what to add to.
        text: what the span counts in.
        span: holds no tag.
        is_folded: each sign of white space becomes a blank.
    """

    def add(start: int, end: int) -> None:
        stretch = text[start:end]
        builder.add(stretch.translate(_BLANKS) if is_folded else stretch, Span(start, end))

    done = span.start
    for entity in _ENTITY.finditer(text, span.start, span.end):
        add(done, entity.start())
        builder.add(html.unescape(entity.group()), Span(*entity.span()))
        done = entity.end()
    add(done, span.end)


def _break(name: str) -> str:
    return "\n\n" if name in _PARAGRAPH else "\n" if name in _LINE else ""
