"""Links that a page's markup or a record's field gives, beside those in its texts."""

from collections.abc import Iterable

from refman.links import canonical_url, url_key
from refman.model import Link, LinkKind
from refman.reading.mapped import Mapped

__all__ = ["paper_link", "united"]


def paper_link(url: str, written: Mapped, source: str) -> Link:
    """Return a link to the paper's own page.

    Args:
        url: absolute.
        written: what it was made of: the address itself, or a number.
        source: the whole text that the places count in.
    """
    span = written.span()
    return Link(
        url=canonical_url(url),
        raw_url=source[span.start : span.end],
        span=span,
        kind=LinkKind.PAPER,
        roles=(LinkKind.PAPER,),
    )


def united(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links, each address once: the first that leads there, in the order given."""
    unique: dict[str, Link] = {}
    for link in links:
        unique.setdefault(url_key(link.url), link)
    return tuple(unique.values())
