"""Links of a page or record whose label or field says what they are."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urljoin, urlsplit

from refman.links import canonical_url
from refman.links.canonical import split_url
from refman.links.rules import is_furniture, rule_for
from refman.model import Link, LinkKind
from refman.reading.labels import kinds_of_label
from refman.reading.mapped import Mapped

__all__ = ["absolute", "labelled_link", "told_kind"]

_WEB = re.compile(r"https?://[^\W_]", re.IGNORECASE)
_NO_PAGE = re.compile(r"\s*(?:#|javascript:|mailto:|data:|tel:|$)", re.IGNORECASE)
_LONGEST = 2_000


def absolute(href: str, base: str) -> str | None:
    """Return the address that a reference on a page leads to; None where it leads to no page."""
    if len(href) > _LONGEST or _NO_PAGE.match(href):
        return None
    try:
        url = urljoin(base, href.strip())
        host = urlsplit(url).netloc
    except ValueError:  # an address such as http://[x
        return None
    return url if host and _WEB.match(url) else None


def labelled_link(
    url: str, written: Mapped, source: str, label: str = "", told: Iterable[LinkKind] = ()
) -> Link | None:
    """Return a link; None where it belongs to the site and not to the paper.

    Args:
        url: absolute.
        written: what stands in the source: the address, or what it was made of.
        source: the whole text that the places count in.
        label: what the page calls it. Where it says nothing, ``told`` counts.
        told: what its field's name says.
    """
    try:
        address = canonical_url(url)
    except ValueError:
        return None
    host, path = split_url(address)
    kinds = (*kinds_of_label(label), *told)
    if not host or is_furniture(host, path, alone=not kinds):
        return None
    kind = _kind(host, path, kinds)
    span = written.span()
    return Link(
        url=address,
        raw_url=source[span.start : span.end],
        span=span,
        kind=kind,
        roles=tuple(dict.fromkeys((kind, *(role for role in kinds if role is not LinkKind.OTHER)))),
        evidence=label or None,
    )


def _kind(host: str, path: str, kinds: Sequence[LinkKind]) -> LinkKind:
    """Return what an address is; a page's label is believed that says which PDF the paper is."""
    if kinds and kinds[0] is LinkKind.PAPER and path.lower().endswith(".pdf"):
        return LinkKind.PAPER
    return told_kind(host, path, kinds)


def told_kind(host: str, path: str, kinds: Sequence[LinkKind]) -> LinkKind:
    """Return what an address is; the label is asked where host and path say little.

    Args:
        host: the address's.
        path: the address's.
        kinds: what the label says, the first of them first.
    """
    rule = rule_for(host, path)
    if not kinds:
        return rule.kind
    label = kinds[0]
    if rule.kind is LinkKind.PROJECT and ("*" in rule.hosts or "#" in path):
        return label  # an unknown host, or a place inside a project's page
    is_aside = "*" in rule.hosts and label is LinkKind.OTHER  # slides, though a PDF
    return label if label in rule.named or is_aside else rule.kind
