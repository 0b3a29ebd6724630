"""Addresses that a service's record lists."""

from collections.abc import Iterable

import msgspec

from refman.links import links_in, url_key
from refman.links.canonical import split_url
from refman.links.rules import rule_for
from refman.model import Link, LinkKind

__all__ = ["listed_links", "named_links", "united", "web_address"]

_LONGEST = 2_000
_MOST = 20


def web_address(text: str | None) -> str | None:
    """Return an address of the web, canonical; None for anything else."""
    found = listed_links(text, LinkKind.OTHER)
    return found[0].url if found else None


def listed_links(text: str | None, kind: LinkKind) -> tuple[Link, ...]:
    """Return the link that a field holds, if it is one of the web; its span counts in the field.

    Args:
        text: the field.
        kind: what its name says that it is; where the host itself tells another kind, the name's
            is one of its roles. OTHER says nothing.
    """
    if text is None or len(text) > _LONGEST:
        return ()
    field = text.strip()
    found = links_in(field)
    if len(found) != 1 or found[0].span.end < len(field) or found[0].span.start:
        return ()
    by_host = found[0].kind
    tells_little = "*" in rule_for(*split_url(found[0].url)).hosts
    own = kind if tells_little and kind is not LinkKind.OTHER else by_host
    roles = dict.fromkeys(role for role in (own, kind) if role is not LinkKind.OTHER)
    return (msgspec.structs.replace(found[0], kind=own, roles=tuple(roles) or (own,)),)


def named_links(text: str | None) -> tuple[Link, ...]:
    """Return the links that a text names, the first twenty; their spans count in the text.

    Addresses of papers are left out: a paper named in a remark is another one.
    """
    found = links_in(text) if text else ()
    return tuple(link for link in found if link.kind is not LinkKind.PAPER)[:_MOST]


def united(*groups: Iterable[Link]) -> tuple[Link, ...]:
    """Return links, each address once: the first that leads there."""
    unique: dict[str, Link] = {}
    for group in groups:
        for link in group:
            unique.setdefault(url_key(link.url), link)
    return tuple(unique.values())
