"""Google Scholar's alerts: papers of which an alert tells a title, an address, a line, a snippet.

The line below a title holds abbreviated authors, a venue and a year, each cut where it is long; the
snippet is a piece of the paper, never its abstract. What is cut is left out, and said.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from refman.model import Date, Draft, Identifiers, LeftOver, Link
from refman.normalise import fold_blanks, identifiers_of_url, parse_arxiv, parse_date
from refman.reading.arxiv_fields import Authors
from refman.reading.document import Document
from refman.reading.left_overs import with_left_overs
from refman.reading.mail import Body, bodies
from refman.reading.mapped import Mapped
from refman.reading.markup import Element, Markup, parse_markup
from refman.reading.own_links import paper_link, united

__all__ = ["SCHOLAR_ALERT", "ScholarAlert"]

_HEAD = 1 << 17
_SIGN = re.compile(r"\bgse_alrt_title\b|\bscholar\.google\.[\w.]{2,6}/scholar_url\?")
_TITLE, _SNIPPET = "gse_alrt_title", "gse_alrt_sni"
_WRAPPED = re.compile(r"[^?#]{0,100}/scholar_url\?(?:[^#]{0,2000}&)?url=([^&#]{1,2000})")
_DASH = re.compile(r"\s[-–—]\s")
_YEAR = re.compile(r"(?:^|[\s,])((?:19|20)\d\d)(?:\s[-–—]\s\S{3,60})?$")
_CUT = ("…", "...")


class ScholarAlert:
    """Read Google Scholar's alerts, as HTML or as mail."""

    kind = "scholar_alert"
    label = "a Google Scholar alert"
    links_in_text = False

    def score(self, document: Document) -> float:
        """Return how well this reader fits: whether a heading has the class of an alert's title."""
        return 0.98 if any(map(_is_alert, bodies(document.text[:_HEAD]))) else 0.0

    def read(self, document: Document) -> Iterator[Draft | LeftOver]:
        """Yield the papers of all messages; what stands around them is left over.

        Raises:
            InputError: a message is too long.
        """
        drafts = (draft for entry in _entries(document) if (draft := entry.draft()) is not None)
        return with_left_overs(document.text, drafts, "part of the alert: no paper")


SCHOLAR_ALERT = ScholarAlert()


def _is_alert(body: Body) -> bool:
    """Tell whether a text is HTML that holds an alert's titles."""
    text = body.content.text
    return text[:_HEAD].lstrip().startswith("<") and _SIGN.search(text) is not None


def _entries(document: Document) -> Iterator["_Entry"]:
    for body in bodies(document.text):
        if _is_alert(body):
            page = parse_markup(body.content, document.source)
            headings = [
                (heading, anchor)
                for heading in page.outermost("h3")
                if (anchor := _title_anchor(page, heading)) is not None
            ]
            numbers = [*(heading.number for heading, _ in headings), len(page.elements)]
            for (heading, anchor), limit in zip(headings, numbers[1:], strict=True):
                yield _Entry(page, heading, anchor, limit, document.text)


def _title_anchor(page: Markup, heading: Element) -> Element | None:
    for anchor in page.find("a", within=heading):
        if _TITLE in page.classes(anchor) or _target(page, anchor) is not None:
            return anchor
    return None


def _target(page: Markup, anchor: Element) -> Mapped | None:
    """Return the address that Scholar's redirection wraps, still percent-encoded."""
    href = page.attribute(anchor, "href")
    found = _WRAPPED.match(href.text) if href is not None else None
    return href.cut(*found.span(1)) if href is not None and found is not None else None


class _Line(NamedTuple):
    """Hold what the line below a title says."""

    authors: Authors
    venue: str


class _Entry:
    """Read one paper: a heading, and what follows it up to the next."""

    def __init__(
        self, page: Markup, heading: Element, anchor: Element, limit: int, source: str
    ) -> None:
        self._page = page
        self._heading = heading
        self._anchor = anchor
        self._source = source
        self._line, self._snippet = self._followers(limit)

    def draft(self) -> Draft | None:
        """Return the paper; None where it has no title."""
        title = fold_blanks(self._page.text(self._anchor).text)
        if not title:
            return None
        own = self._own_page()
        line = _read_line(fold_blanks(self._page.text(self._line).text) if self._line else "")
        told = identifiers_of_url(own.url) if own else Identifiers()
        last = self._snippet or self._line or self._heading
        return Draft(
            title=title,
            authors=line.authors.names,
            issued=_year(line.venue),
            identifiers=Identifiers(
                arxiv=told.arxiv or parse_arxiv(line.venue),
                doi=told.doi,
                openreview=told.openreview,
            ),
            links=united((own, *self._snippet_links())),
            span=self._page.source.span(self._heading.span.start, last.span.end),
            confidence=0.7 if title.endswith(_CUT) else 0.95,
            reasons=tuple(_reasons(title, line, has_snippet=self._snippet is not None)),
        )

    def _followers(self, limit: int) -> tuple[Element | None, Element | None]:
        """Return the line of authors and the snippet."""
        line: Element | None = None
        number = self._heading.after
        while number < limit:
            element = self._page.elements[number]
            if _SNIPPET in self._page.classes(element):
                return line, element
            if line is None and element.name == "div" and element.after <= limit:
                line = element
            number = element.after
        return line, None

    def _own_page(self) -> Link | None:
        target = _target(self._page, self._anchor)
        if target is None:
            target = self._page.attribute(self._anchor, "href")
        if target is None:
            return None
        return paper_link(unquote(target.text), target, self._source)

    def _snippet_links(self) -> Iterator[Link]:
        """Yield the addresses in the snippet, but not one that is cut with it."""
        if self._snippet is None:
            return
        text = self._page.text(self._snippet)
        whole = text.text.rstrip()
        cut = next((mark for mark in _CUT if whole.endswith(mark)), "")
        kept = whole.removesuffix(cut)
        if cut and not kept.endswith(" "):
            kept = kept[: kept.rfind(" ") + 1]
        yield from text.cut(0, len(kept)).links(self._source)


def _read_line(text: str) -> _Line:
    """Read "A Lee, B Chu… - Journal of …, 2019"; a name or a venue that is cut is left out."""
    names, _, venue = _DASH.sub("\n", text, count=1).partition("\n")
    if any(sign.isdigit() for sign in names):  # a venue without authors
        names, venue = "", text
    whole: list[str] = []
    is_cut = False
    for name in map(str.strip, names.split(",")):
        if name.endswith(_CUT) or name.startswith(_CUT):
            is_cut = True
        elif name:
            whole.append(name)
    return _Line(Authors(tuple(whole), is_cut), venue)


def _year(venue: str) -> Date | None:
    found = _YEAR.search(venue)
    return parse_date(found[1]) if found else None


def _reasons(title: str, line: _Line, *, has_snippet: bool) -> Iterator[str]:
    yield "entry of a Google Scholar alert"
    if title.endswith(_CUT):
        yield "title breaks off"
    if line.authors.is_cut:
        yield "list of authors is cut"
    if any(mark in line.venue for mark in _CUT):
        yield "venue is cut"
    if has_snippet:
        yield "a snippet only: no abstract"
