"""arXiv's pages that list papers: new, recent, month, search.

Each paper is a ``<dt>`` with its number and a ``<dd>`` with its fields, which are known by their
class, in the markup of 2007 as in that of today; on a search page it is one ``<li>``.

Source: the templates ``list/base.html`` and ``list_macros.html`` of arXiv's own ``arxiv-browse``,
``search-macros.html`` of its ``arxiv-search``.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from refman.model import Date, Doi, Draft, Identifiers, LeftOver, Link, Span
from refman.normalise import fold_blanks, parse_date, parse_doi
from refman.normalise.identifiers import ARXIV_CLASS
from refman.reading.arxiv_fields import Authors, is_rest, issued_of, numbered, split_authors
from refman.reading.document import Document
from refman.reading.left_overs import with_left_overs
from refman.reading.mapped import Mapped, join, plain
from refman.reading.markup import Element, Markup, fold_paragraphs, parse_markup
from refman.reading.own_links import paper_link, united

__all__ = ["ARXIV_HTML", "ArxivHtml"]

_HEAD = 1 << 17
_SIGNS = re.compile(r"class\s*=\s*[\"']?(?:list-(?:title|authors)|arxiv-result)\b", re.IGNORECASE)
_HOST = "https://arxiv.org"
_OWN_PAGE = re.compile(r"(?:https?://(?:www\.|export\.)?arxiv\.org)?/abs/(?P<number>[^\s?#]{7,40})")
_LABEL = re.compile(r"\s*(?:Title|Authors?|Comments?|Subjects|Journal-ref|Abstract|DOI)\s*:\s*")
_THIS_URL = re.compile(r"this (?:http|https|ftp) URL")
_CLASS_IN_BRACKETS = re.compile(rf"\(({ARXIV_CLASS.pattern})\)")
_ANNOUNCED = re.compile(r"\((replaced|cross-list[^()]{0,30})\)")
_SUBMITTED = re.compile(r"Submitted\s+(\d{1,2}\s+\w{3,9},?\s+\d{4})")
_LESS = re.compile(r"△\s*Less\s*$")


class _Layout(NamedTuple):
    """Name the classes of the fields in one kind of page."""

    title: str
    authors: str
    subjects: str
    abstract: tuple[str | None, str | None]
    comments: tuple[str, ...]


_LIST = _Layout(
    title="list-title",
    authors="list-authors",
    subjects="list-subjects",
    abstract=("p", None),
    comments=("list-comments", "list-journal-ref", "list-doi"),
)
_SEARCH = _Layout(
    title="title",
    authors="authors",
    subjects="tag",
    abstract=(None, "abstract-full"),
    comments=("comments",),
)


class ArxivHtml:
    """Read arXiv's list and search pages as saved from a browser."""

    kind = "arxiv_html"
    label = "a page of arXiv that lists papers"
    links_in_text = False

    def score(self, document: Document) -> float:
        """Return how well this reader fits: whether fields have the classes that arXiv gives."""
        head = document.text[:_HEAD]
        return 0.95 if head.lstrip().startswith("<") and _SIGNS.search(head) else 0.0

    def read(self, document: Document) -> Iterator[Draft | LeftOver]:
        """Yield the papers of the page; all else on it is left over.

        Raises:
            InputError: the page is too long.
        """
        page = parse_markup(plain(document.text), document.source)
        drafts = (draft for item in _items(page) if (draft := item.draft()) is not None)
        return with_left_overs(document.text, drafts, "part of the page: no paper")


ARXIV_HTML = ArxivHtml()


def _items(page: Markup) -> Iterator["_Item"]:
    for element in page.outermost("li", class_="arxiv-result"):
        yield _Item(page, element, element, _SEARCH)
    done = 0
    for element in page.outermost("dt"):
        follower = page.elements[element.after] if element.after < len(page.elements) else element
        if element.number >= done and follower.name == "dd":
            done = follower.after
            yield _Item(page, element, follower, _LIST)


class _Item:
    """Read one paper: its number is in one element, its fields are in the same or the next."""

    def __init__(self, page: Markup, head: Element, fields: Element, layout: _Layout) -> None:
        self._page = page
        self._source = page.source.text
        self._head = head
        self._fields = fields
        self._layout = layout

    def draft(self) -> Draft | None:
        """Return the paper; None where it has no title or no page of its own."""
        own = self._own_page()
        title = self._field(self._layout.title)
        if own is None or title is None or not title.text.strip():
            return None
        number, link = own
        arxiv = numbered(f"{_HOST}/abs/{number}", self._primary_class())
        authors = self._authors()
        abstract = self._abstract()
        text = fold_paragraphs(abstract.text)
        return Draft(
            title=fold_blanks(title.text),
            abstract=text or None,
            authors=authors.names,
            issued=self._issued() or issued_of(arxiv, None),
            identifiers=Identifiers(arxiv=arxiv, doi=self._doi()),
            links=united((link, *self._links(abstract))),
            span=Span(self._head.span.start, self._end()),
            abstract_span=abstract.span() if text else None,
            confidence=0.99 if arxiv else 0.8,
            reasons=tuple(self._reasons(authors, has_abstract=bool(text))),
        )

    def _own_page(self) -> tuple[str, Link | None] | None:
        for anchor in self._page.find("a", within=self._head):
            href = self._page.attribute(anchor, "href")
            if href is not None and (found := _OWN_PAGE.match(href.text)) is not None:
                number = found["number"]
                return number, paper_link(f"{_HOST}/abs/{number}", href, self._source)
        return None

    def _end(self) -> int:
        """Return where the paper ends; an element that is not closed has blanks behind it."""
        span = self._fields.span
        return span.start + len(self._source[span.start : span.end].rstrip())

    def _field(self, class_: str) -> Mapped | None:
        """Return the text of a field without its label."""
        element = self._page.first(within=self._fields, class_=class_)
        return None if element is None else _without_label(self._prose(element))

    def _prose(self, element: Element) -> Mapped:
        """Return an element's text; for "this https URL" stands the address that it leads to."""
        pieces: list[Mapped] = []
        done = element.inner.start
        for anchor in self._page.find("a", within=element):
            href = self._page.attribute(anchor, "href")
            if href is None or not _THIS_URL.fullmatch(self._page.text(anchor).text.strip()):
                continue
            pieces += [self._page.stretch(Span(done, anchor.span.start)), href]
            done = anchor.span.end
        return join([*pieces, self._page.stretch(Span(done, element.inner.end))])

    def _abstract(self) -> Mapped:
        name, class_ = self._layout.abstract
        names = filter(None, (name,))
        for element in self._page.outermost(*names, within=self._fields, class_=class_):
            text = _without_label(self._prose(element))
            less = _LESS.search(text.text)
            stop = len(text.text[: less.start() if less else None].rstrip())
            start = len(text.text) - len(text.text.lstrip())
            if start < stop:
                return text.cut(start, stop)
        return Mapped("", ())

    def _authors(self) -> Authors:
        element = self._page.first(within=self._fields, class_=self._layout.authors)
        if element is None:
            return Authors()
        anchors = [self._page.text(anchor).text for anchor in self._page.find("a", within=element)]
        text = _without_label(self._page.text(element)).text
        names = tuple(
            name for anchor in anchors if (name := fold_blanks(anchor)) and not is_rest(name)
        )
        whole = split_authors(text)
        return Authors(names or whole.names, whole.is_cut)

    def _primary_class(self) -> str:
        element = self._page.first(within=self._fields, class_=self._layout.subjects)
        if element is None:
            return ""
        text = self._page.text(element).text.strip()
        if (found := _CLASS_IN_BRACKETS.search(text)) is not None:
            return found[1]
        return text if ARXIV_CLASS.fullmatch(text) else ""

    def _issued(self) -> Date | None:
        """Return the day of submission, which a search page tells."""
        if self._layout is not _SEARCH:
            return None
        found = _SUBMITTED.search(self._page.text(self._fields).text)
        return parse_date(found[1]) if found else None

    def _doi(self) -> Doi | None:
        """Return the DOI that a field of its own or an address of the resolver gives."""
        for class_ in ("list-doi", "doi"):
            if (field := self._field(class_)) is not None and (doi := parse_doi(field.text)):
                return doi
        return None

    def _links(self, abstract: Mapped) -> tuple[Link, ...]:
        comments = [field for class_ in self._layout.comments if (field := self._field(class_))]
        texts = sorted([*comments, abstract], key=lambda text: text.span().start)
        return join(texts, "\n\n").links(self._source)

    def _reasons(self, authors: Authors, *, has_abstract: bool) -> Iterator[str]:
        yield "entry of an arXiv page"
        head = self._page.text(self._head).text
        if (announced := _ANNOUNCED.search(head)) is not None:
            yield announced[1]
        if not has_abstract:
            yield "no abstract"
        if authors.is_cut:
            yield "list of authors is cut"


def _without_label(text: Mapped) -> Mapped:
    found = _LABEL.match(text.text)
    return text.cut(found.end(), len(text.text)) if found else text
