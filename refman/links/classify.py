"""What an address is, and what its sentence says is there."""

from collections.abc import Iterator, Sequence

import msgspec

from refman.links.canonical import url_key
from refman.links.find import find_links
from refman.links.rules import kind_of_url, promise, role_words
from refman.links.sentence import clause_of, sentence_of
from refman.model import Link, LinkKind, Span

__all__ = ["classify", "links_in"]

_TELLING = {LinkKind.DEMO, LinkKind.DATASET, LinkKind.MODEL, LinkKind.VIDEO}
"""What a page of an unknown host is where its sentence names nothing else."""


def links_in(text: str, span: Span | None = None) -> tuple[Link, ...]:
    """Return the links of a stretch of text, each address once, with kind, roles and promise.

    An address that stands several times keeps its first place and has the roles of all; it is
    promised only where every sentence promises it.
    """
    within = span or Span(0, len(text))
    found = find_links(text, within)
    unique: dict[str, Link] = {}
    for place in range(len(found)):
        link = classify(found, place, text, within)
        key = url_key(link.url)
        unique[key] = _united(unique[key], link) if key in unique else link
    return tuple(unique.values())


def classify(links: Sequence[Link], place: int, text: str, within: Span) -> Link:
    """Return one of the links that were found, with what it is and what is there.

    The kind is told by host and path; a page of a host that no rule knows is a project page, unless
    its sentence names a demo, dataset, model or video alone. ``roles`` are the kind, then what the
    sentence names. ``evidence`` is the sentence, None where the address stands alone.

    Args:
        links: all that were found, in their order.
        place: which of them.
        text: the source that they were found in.
        within: where the paper stands in it.
    """
    link = links[place]
    sentence = sentence_of(text, link.span, within)
    before_start = max([sentence.start, *(other.span.end for other in links[:place][-1:])])
    behind_end = min([sentence.end, *(other.span.start for other in links[place + 1 : place + 2])])
    clause = clause_of(text[before_start : link.span.start], text[link.span.end : behind_end])
    named = tuple(dict.fromkeys(_named(clause)))
    kind = kind_of_url(link.url) or _kind_by_words(named)
    words = " ".join(text[sentence.start : sentence.end].split())
    alone = not any(sign.isalnum() for sign in words.replace(" ".join(link.raw_url.split()), ""))
    return msgspec.structs.replace(
        link,
        kind=kind,
        roles=(kind, *(role for role in named if role is not kind)),
        promised=promise().search(text, before_start, behind_end) is not None,
        evidence=None if alone else words,
    )


def _kind_by_words(named: Sequence[LinkKind]) -> LinkKind:
    if len(named) == 1 and named[0] in _TELLING:
        return named[0]
    return LinkKind.PROJECT


def _named(clause: str) -> Iterator[LinkKind]:
    """Yield the roles that a clause names, in its order."""
    words, roles = role_words()
    for found in words.finditer(clause):
        yield roles[found.lastgroup or ""]


def _united(first: Link, other: Link) -> Link:
    return msgspec.structs.replace(
        first,
        roles=tuple(dict.fromkeys(first.roles + other.roles)),
        promised=first.promised and other.promised,
        evidence=first.evidence or other.evidence,
    )
