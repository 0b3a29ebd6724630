"""The items of a feed, asked for their fields by the names of the table."""

import re
from collections.abc import Iterator, Mapping

from refman.model import Span
from refman.reading.feed_fields import feed_table
from refman.reading.mapped import Mapped
from refman.reading.markup import Element, Markup, parse_markup

__all__ = ["FeedItem", "feed_items", "without_html"]

_HEAD = 1 << 14
_NAMESPACE = re.compile(r"xmlns(?::([\w.-]{1,40}))?\s*=\s*[\"']([^\"']{1,200})[\"']")
_HTML = re.compile(
    r"</?(?:p|br|div|span|a|i|b|em|strong|sub|sup|h[1-6]|ul|ol|li|img|table|tr|td)(?:\s[^<>]*)?/?>"
    r"|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});",
    re.IGNORECASE,
)
_IN_ATTRIBUTES = ("href", "term", "rdf:resource")
_ITEMS = frozenset(("item", "entry"))


class FeedItem:
    """Hold one item, and the texts of its own elements: what is nested deeper is another's.

    Attributes:
        span: where it stands in the source.
    """

    def __init__(self, feed: Markup, element: Element, prefixes: Mapping[str, str]) -> None:
        self.span = feed.source.span(element.span.start, element.span.end)
        self._feed = feed
        self._prefixes = prefixes
        self._elements: dict[str, list[Element]] = {}
        for child in feed.children(element):
            self._elements.setdefault(_name(child, prefixes), []).append(child)

    def first(self, field: str) -> Mapped | None:
        """Return the text that gives a field of the table, or None."""
        return next(self._texts(feed_table().fields[field]), None)

    def all(self, field: str) -> list[Mapped]:
        """Return all texts that give a field of the table, by the order of its names."""
        return list(self._texts(feed_table().many[field]))

    def authors(self) -> list[Mapped]:
        """Return what names authors: all elements of the first name that there is.

        An element that holds a ``<name>``, as Atom's does, gives that alone.
        """
        for name in feed_table().many["authors"]:
            named = (
                next(
                    (
                        inner
                        for inner in self._feed.children(element)
                        if _name(inner, self._prefixes) == "name"
                    ),
                    element,
                )
                for element in self._elements.get(name, ())
            )
            texts = [text for element in named if (text := self._text(element)) is not None]
            if texts:
                return texts
        return []

    def page(self) -> Mapped | None:
        """Return the address of the item's page: RSS's text, or Atom's relation "alternate"."""
        for element in self._elements.get("link", ()):
            relation = self._feed.attribute(element, "rel")
            is_own = relation is None or relation.text.strip().lower() == "alternate"
            if is_own and (address := self._text(element)) is not None:
                return address
        return None

    def _texts(self, names: tuple[str, ...]) -> Iterator[Mapped]:
        for name in names:
            for element in self._elements.get(name, ()):
                if (text := self._text(element)) is not None:
                    yield text

    def _text(self, element: Element) -> Mapped | None:
        """Return an element's text, or the attribute that an empty one says it in."""
        text = self._feed.text(element)
        if text.text.strip():
            return text
        values = (self._feed.attribute(element, name) for name in _IN_ATTRIBUTES)
        return next((value for value in values if value is not None and value.text.strip()), None)


def feed_items(feed: Markup) -> Iterator[FeedItem]:
    """Yield the items of a feed in its order; one inside another is a part of that."""
    prefixes = _prefixes(feed.source.text[:_HEAD])
    done = 0
    for element in feed.elements:
        if element.number >= done and _name(element, prefixes) in _ITEMS:
            done = element.after
            yield FeedItem(feed, element, prefixes)


def without_html(text: Mapped, source_name: str) -> Mapped:
    """Return a text that may be HTML as plain text; "a < b" in a text that is none stays.

    Raises:
        InputError: it is too long.
    """
    if not _HTML.search(text.text):
        return text
    page = parse_markup(text, source_name)
    return page.stretch(Span(0, len(text.text)))


def _prefixes(head: str) -> dict[str, str]:
    """Return the table's prefix for each that the feed declares."""
    known = feed_table().namespaces
    return {
        found[1] or "": known[found[2]] for found in _NAMESPACE.finditer(head) if found[2] in known
    }


def _name(element: Element, prefixes: Mapping[str, str]) -> str:
    """Return an element's name with the table's prefix."""
    prefix, _, name = element.name.rpartition(":")
    known = prefixes.get(prefix, prefix) if prefix else ""
    return f"{known}:{name}" if known else name
