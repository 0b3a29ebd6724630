"""The links of a paper in a list, and what each is.

A label lies at times: "[page]" leads to a PDF, "[arXiv]" to a project page. So host and path
decide, and the label where they tell nothing: a short link, an unknown host, a place in a page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from refman.links import canonical_url, find_links, url_key
from refman.links.canonical import split_url
from refman.model import Link, LinkKind, Span
from refman.reading.labels import kinds_of_label, plain
from refman.reading.markdown import Piece, PieceKind
from refman.reading.page_links import told_kind

__all__ = ["each_once", "links_of"]

_LONGEST_LABEL = 60
_PARTING = re.compile(r"[\]|,;(（，；]")


def links_of(text: str, pieces: Sequence[Piece], said: Sequence[LinkKind] = ()) -> Iterator[Link]:
    """Yield the links among a line's pieces; places inside the page and files beside it are none.

    Args:
        text: the source.
        pieces: the line's.
        said: what a name before all of them, or their column's head, says; a link's own label and
            the words right before it go first.
    """
    before = ""
    for piece in pieces:
        if piece.kind is PieceKind.TEXT:
            before = (before + piece.text)[-_LONGEST_LABEL:]
        elif piece.kind is PieceKind.LINK:
            if (url := _url(text[piece.url_start : piece.url_end])) is not None:
                yield _link(text, piece, url, before, said)
                before = ""
        elif piece.kind is PieceKind.BREAK:
            before = ""


def each_once(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links with each address once, at its first place and with the roles of all."""
    unique: dict[str, Link] = {}
    for link in links:
        key = url_key(link.url)
        if (first := unique.get(key)) is None:
            unique[key] = link
        else:
            roles = tuple(dict.fromkeys(first.roles + link.roles))
            unique[key] = msgspec.structs.replace(first, roles=roles)
    return tuple(unique.values())


def _url(raw: str) -> str | None:
    """Return the canonical address, or None where it is none of the web."""
    found = find_links(raw)
    if not found or found[0].span.start:
        return None
    try:
        return canonical_url(raw)
    except ValueError:  # an address such as http://[x
        return found[0].url


def _link(text: str, piece: Piece, url: str, before: str, said: Sequence[LinkKind]) -> Link:
    label = " ".join(piece.text.split())
    kinds = kinds_of_label(label)
    if not kinds:
        told = plain(_PARTING.split(before)[-1])
        kinds = kinds_of_label(told) or tuple(said)
        label = label or told
    kind = told_kind(*split_url(url), kinds)
    return Link(
        url=url,
        raw_url=text[piece.url_start : piece.url_end],
        span=Span(piece.url_start, piece.url_end),
        kind=kind,
        roles=(kind, *(role for role in kinds if role is not kind and role is not LinkKind.OTHER)),
        evidence=label or None,
    )
