"""Links that a page's markup or a record's field gives, beside those in its texts."""

import re
from collections.abc import Iterable

from refman.links import canonical_url, url_key
from refman.model import Identifiers, Link, LinkKind
from refman.normalise import identifiers_of_url
from refman.reading.mapped import Mapped

__all__ = ["identifiers_of_links", "paper_link", "united"]

_WEB = re.compile(r"https?://[^\W_]", re.IGNORECASE)


def paper_link(url: str, written: Mapped, source: str) -> Link | None:
    """Return a link to the paper's own page; None where the address is none of the web.

    Args:
        url: absolute.
        written: what it was made of: the address itself, or a number.
        source: the whole text that the places count in.
    """
    if not _WEB.match(url):
        return None
    span = written.span()
    return Link(
        url=canonical_url(url),
        raw_url=source[span.start : span.end],
        span=span,
        kind=LinkKind.PAPER,
        roles=(LinkKind.PAPER,),
    )


def united(links: Iterable[Link | None]) -> tuple[Link, ...]:
    """Return links, each address once: the first that leads there, in the order given."""
    unique: dict[str, Link] = {}
    for link in links:
        if link is not None:
            unique.setdefault(url_key(link.url), link)
    return tuple(unique.values())


def identifiers_of_links(links: Iterable[Link]) -> Identifiers:
    """Return what the addresses of the paper's own pages tell; of two, the first one holds."""
    own = Identifiers()
    for link in links:
        if link.kind is LinkKind.PAPER:
            found = identifiers_of_url(link.url)
            own = Identifiers(
                doi=own.doi or found.doi,
                arxiv=own.arxiv or found.arxiv,
                openreview=own.openreview or found.openreview,
            )
    return own
