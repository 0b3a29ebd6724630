"""One paper on a conference's page: its fields, taken from the elements that a layout names."""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

import msgspec

from refman.links.canonical import split_url
from refman.links.rules import rule_for
from refman.model import Date, Draft, Identifiers, Link, LinkKind, Span
from refman.normalise import fold_blanks, looks_like_names, split_names
from refman.normalise.identifiers import parse_dblp
from refman.reading.labels import kinds_of_label
from refman.reading.looks import names_alone
from refman.reading.mapped import Mapped
from refman.reading.markup import Element, Markup, fold_paragraphs
from refman.reading.own_links import identifiers_of_links, united
from refman.reading.page_links import absolute, labelled_link

__all__ = ["Item", "Layout", "authors_in", "link_of"]

_YEAR = re.compile(
    r"\byear\s*=\s*[{\"](\d{4})|itemprop=[\"']?datePublished[\"']?[^>]{0,60}>(\d{4})"
)
_ABSTRACT = re.compile(r"\s*Abstract\s*:?\s*$", re.IGNORECASE)
_NO_LINK = re.compile(
    r"[\s\[(]*(?:bib(?:tex)?|cite|citation|ris|endnote|show details|hide details|revisions|share"
    r"|tweet|search|more|back|export.*|persistent url|mods xml|toggle.*|show .*)[\s\])]*$",
    re.IGNORECASE,
)
_START = attrgetter("start")
_OWN_PAGE = {"abs", "abstract", "html", "download pdf", "paper pdf", "full paper", "view", "read"}
_LIKELY, _LONGEST_TITLE = 0.4, 400
_NUMBER = re.compile(r"^\s*(?:\[?\d{1,4}[\].):]\s+|[•·*-]\s+)")


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hold one row of ``[[layouts]]``, which says what each column means."""

    name: str
    sign: str
    base: str
    item: tuple[str, ...]
    follow: tuple[str, ...]
    title: tuple[str, ...]
    authors: tuple[str, ...]
    abstract: tuple[str, ...]
    drop: tuple[str, ...] = ()
    least: int = 1

    @property
    def pattern(self) -> re.Pattern[str]:
        """The sign, made ready."""
        return _compiled(self.sign)


class Item:
    """Read one paper."""

    def __init__(self, page: Markup, element: Element, layout: Layout, base: str) -> None:
        self._page = page
        self._source = page.source.text
        self._layout = layout
        self._base = base
        self._named: list[range] = []  # in order, apart
        self._elements = [element, *_followers(page, element, layout.follow)]

    def draft(self) -> Draft | None:
        """Return the paper; None where the item has no title."""
        element = self._first(self._layout.title)
        title = self._page.text(element) if element is not None else None
        text = _NUMBER.sub("", fold_blanks(title.text)) if title is not None else ""
        if element is None or not any(map(str.isalpha, text)) or len(text) > _LONGEST_TITLE:
            return None
        authors = self._authors(element)
        abstract = self._abstract()
        told = fold_paragraphs(abstract.text) if abstract is not None else ""
        links = united(self._links(element))
        return Draft(
            title=text,
            abstract=told or None,
            authors=authors,
            issued=self._issued(),
            identifiers=self._identifiers(links),
            links=links,
            span=self._span(),
            abstract_span=abstract.span() if abstract is not None and told else None,
            confidence=self._confidence(authors, links),
            reasons=(
                f"item of a page: {self._layout.name}",
                *(() if told else ("no abstract",)),
                *(() if authors else ("no authors",)),
            ),
        )

    def _confidence(self, authors: tuple[str, ...], links: tuple[Link, ...]) -> float:
        sure = 0.95 if authors else 0.8 if links else 0.6
        return sure if self._layout.least == 1 else round(sure - 0.15, 2)

    def _span(self) -> Span:
        """Return where the paper stands; an element that is not closed has blanks behind it."""
        start, end = self._elements[0].span.start, self._elements[-1].span.end
        return Span(start, start + len(self._source[start:end].rstrip()))

    def _first(self, selectors: Iterable[str]) -> Element | None:
        for selector in selectors:
            if selector == "self":
                return self._elements[0]
            if (found := next(self._find(selector), None)) is not None:
                return found
        return None

    def _find(self, selector: str) -> Iterator[Element]:
        """Yield what a selector names, in the item and in what follows it, those included."""
        name, _, classes = selector.partition(".")
        wanted = frozenset(filter(None, classes.split(".")))
        for element, has in self._all:
            if (not name or element.name == name) and wanted <= has:
                yield element

    @functools.cached_property
    def _all(self) -> list[tuple[Element, frozenset[str]]]:
        """All elements but the item itself, with their classes."""
        return [
            (inner, frozenset(self._page.classes(inner)))
            for number, element in enumerate(self._elements)
            for inner in (*([element] if number else []), *self._page.find(within=element))
        ]

    def _authors(self, title: Element) -> tuple[str, ...]:
        for selector in self._layout.authors:
            if selector == "rest":
                names = self._rest(title)
            elif "@" in selector:
                names = self._by_attribute(*selector.split("@"))
            else:
                names = self._by_elements(selector, title)
            if names:
                return names
        return ()

    def _by_attribute(self, name: str, value: str) -> tuple[str, ...]:
        """Return the texts of the elements whose address or role is such."""
        found: list[str] = []
        for element in self._find(name):
            if self._named and element.number < self._named[-1].stop:
                continue
            href = self._page.attribute(element, "href") or self._page.attribute(
                element, "itemprop"
            )
            if href is not None and value in href.text and (said := self._said(element)):
                found.append(said)
                self._named.append(range(element.number, element.after))
        return tuple(found)

    def _by_elements(self, selector: str, title: Element) -> tuple[str, ...]:
        """Return the names of the first element that has some; of each one, where "*" says so."""
        found: list[str] = []
        for element in self._find(selector.removesuffix("*")):
            inner = range(element.number, element.after)
            if self._named and element.number < self._named[-1].stop:
                continue
            if element.number in range(title.number, title.after) or title.number in inner:
                continue
            names = authors_in(self._page, element, self._layout.drop)
            if names and (self._layout.least == 1 or looks_like_names(", ".join(names)) > _LIKELY):
                self._named.append(inner)
                found += names
                if not selector.endswith("*"):
                    break
        return tuple(found)

    def _rest(self, title: Element) -> tuple[str, ...]:
        """Return the names on the first line behind the title, outside any element of theirs."""
        behind = Span(title.span.end, self._elements[-1].inner.end)
        if behind.end <= behind.start:
            return ()
        for line in self._page.stretch(behind).text.split("\n"):
            said = fold_blanks(line).strip(" ,.;:-–—|")
            if said:
                return tuple(split_names(said)) if looks_like_names(said) > _LIKELY else ()
        return ()

    def _said(self, element: Element) -> str:
        return fold_blanks(self._page.text(element).text)

    def _abstract(self) -> Mapped | None:
        for strong in (*self._find("strong"), *self._find("b")):
            if _ABSTRACT.match(self._said(strong)) and strong.after < len(self._page.elements):
                following = self._page.elements[strong.after]
                if following.span.start < self._elements[-1].span.end:
                    return self._trimmed(following)
        element = self._first(self._layout.abstract)
        return self._trimmed(element) if element is not None else None

    def _trimmed(self, element: Element) -> Mapped:
        text = self._page.text(element)
        start = len(text.text) - len(text.text.lstrip())
        return text.cut(start, len(text.text.rstrip()))

    def _issued(self) -> Date | None:
        span = self._span()
        found = _YEAR.search(self._source, span.start, span.end)
        return Date(int(found[1] or found[2])) if found else None

    def _links(self, title: Element) -> Iterator[Link | None]:
        own = [
            anchor
            for anchor in self._find("a")
            if anchor.number in range(title.number, title.after)
        ]
        holding = [
            anchor
            for anchor in self._find("a")
            if title.number in range(anchor.number, anchor.after)
        ]
        for anchor in [*own, *holding][:1] + ([title] if title.name == "a" else [])[:1]:
            yield link_of(self._page, anchor, self._base, label="paper")
        for anchor in self._find("a"):
            place = bisect_right(self._named, anchor.number, key=_START) - 1
            if place < 0 or anchor.number not in self._named[place]:
                yield link_of(self._page, anchor, self._base)
        abstract = self._abstract()
        if abstract is not None:
            yield from abstract.links(self._source)

    def _identifiers(self, links: tuple[Link, ...]) -> Identifiers:
        found = identifiers_of_links(links)
        key = self._page.attribute(self._elements[0], "id")
        if self._layout.name == "DBLP" and key is not None:
            return msgspec.structs.replace(found, dblp=parse_dblp(key.text))
        return found


def authors_in(page: Markup, element: Element, drop: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the names in an element: its links', or those that its text lists."""
    anchors = [fold_blanks(page.text(anchor).text) for anchor in page.find("a", within=element)]
    names = tuple(name for name in anchors if name and looks_like_names(name) > 0)
    if names:
        return names
    pieces: list[str] = []
    done = element.inner.start
    for dropped in page.outermost(*drop, within=element) if drop else ():
        pieces += [page.stretch(Span(done, dropped.span.start)).text, "; "]
        done = dropped.span.end
    text = "".join([*pieces, page.stretch(Span(done, element.inner.end)).text])
    if drop:
        text = re.sub(r"[,;]\s*;", ";", text).strip(" ;,\n")
    return tuple(split_names(names_alone(fold_blanks(text).strip(" ;,"))))


def link_of(page: Markup, anchor: Element, base: str, label: str | None = None) -> Link | None:
    """Return the link of an anchor; None for one that belongs to the page."""
    href = page.attribute(anchor, "href")
    if href is None or (url := absolute(href.text, base)) is None:
        return None
    said = fold_blanks(page.text(anchor).text) if label is None else label
    if _NO_LINK.match(said):
        return None
    said = said.strip("[]() ")
    if said.casefold() in _OWN_PAGE:
        said = "paper"
    kinds = kinds_of_label(said)
    host, path = split_url(url)
    is_here = bool(base) and host == split_url(base)[0]
    if is_here and not kinds and label is None and rule_for(host, path).kind is not LinkKind.PAPER:
        return None
    if label is None and not kinds and looks_like_names(said) > _LIKELY:
        return None
    return labelled_link(url, href, page.source.text, said if kinds else "", ())


def _followers(page: Markup, element: Element, selectors: Iterable[str]) -> Iterator[Element]:
    """Yield the elements right behind an item that belong to it."""
    wanted = [selector.partition(".")[::2] for selector in selectors]
    number = element.after
    while number < len(page.elements):
        following = page.elements[number]
        if not any(
            following.name == name and (not class_ or class_ in page.classes(following))
            for name, class_ in wanted
        ):
            return
        yield following
        number = following.after


@functools.cache
def _compiled(sign: str) -> re.Pattern[str]:
    return re.compile(sign, re.IGNORECASE)
