"""The links of one paper: found, told apart, each address once."""

import msgspec

from refman.links.canonical import split_url, url_key
from refman.links.classify import classify_each
from refman.links.find import find_links
from refman.links.rules import is_furniture
from refman.model import Link, Span

__all__ = ["links_in"]


def links_in(text: str, span: Span | None = None) -> tuple[Link, ...]:
    """Return the links of a stretch of text, in their order, each address once.

    Of an address that stands several times the first place is kept; it has the roles of all, and is
    promised only where all say so. What belongs to the page that was copied, as a sign-in does, is
    left out.

    Args:
        text: the decoded source.
        span: where one paper stands in it; all of it where None.
    """
    within = span or Span(0, len(text))
    found = find_links(text, within)
    kept: dict[str, Link] = {}
    for link in classify_each(found, text, within):
        host, path = split_url(link.url)
        if not is_furniture(host, path, alone=link.evidence is None):
            key = url_key(link.url)
            kept[key] = _united(kept[key], link) if key in kept else link
    return tuple(kept.values())


def _united(first: Link, again: Link) -> Link:
    return msgspec.structs.replace(
        first,
        roles=tuple(dict.fromkeys((*first.roles, *again.roles))),
        promised=first.promised and again.promised,
        evidence=first.evidence or again.evidence,
    )
