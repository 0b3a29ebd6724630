"""The papers in a page's visible text, where its markup does not tell them.

The text is read as one copied off the page would be, and its places are told in the source.
"""

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from refman.model import Draft, Link, Span
from refman.normalise import fold_blanks
from refman.reading.labels import kinds_of_label
from refman.reading.markup import Element, Markup
from refman.reading.own_links import united
from refman.reading.page_links import absolute, labelled_link
from refman.reading.segment import segment

__all__ = ["drafts_of_prose"]

_LESS_SURE = 0.9


def drafts_of_prose(page: Markup, base: str) -> Iterator[Draft]:
    """Yield the papers of the visible text, with the links of the markup in their spans."""
    source = page.source.text
    body = page.first("body")
    text = page.text(body) if body is not None else page.stretch(Span(0, len(source)))
    anchors = [
        anchor for anchor in page.find("a") if anchor.attributes.end > anchor.attributes.start
    ]
    starts = [anchor.span.start for anchor in anchors]
    for piece in segment(text.text):
        if not isinstance(piece, Draft):
            continue
        span = text.span(piece.span.start, piece.span.end)
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        inside = [anchor for anchor in anchors[first:last] if anchor.attributes.end <= span.end]
        abstract = piece.abstract_span
        yield msgspec.structs.replace(
            piece,
            span=span,
            abstract_span=text.span(abstract.start, abstract.end) if abstract else None,
            links=united(
                (
                    *text.cut(piece.span.start, piece.span.end).links(source),
                    *_links(page, inside, base),
                )
            ),
            confidence=round(_LESS_SURE * piece.confidence, 2),
            reasons=("text of a page", *piece.reasons),
        )


def _links(page: Markup, anchors: list[Element], base: str) -> Iterator[Link | None]:
    for anchor in anchors:
        href = page.attribute(anchor, "href")
        url = absolute(href.text, base) if href is not None else None
        label = fold_blanks(page.text(anchor).text).strip("[]() ")
        if href is not None and url is not None and kinds_of_label(label):
            yield labelled_link(url, href, page.source.text, label)
