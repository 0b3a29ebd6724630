"""What an address is, and what its sentence says is there."""

import re
from collections.abc import Sequence

import msgspec

from refman.links.canonical import split_url
from refman.links.find import find_links
from refman.links.naming import Naming, name_roles
from refman.links.rules import rule_for
from refman.links.sentence import sentence_span
from refman.model import Link, LinkKind, Span

__all__ = ["classify", "classify_each"]

_LETTER = re.compile(r"[^\W\d_]")
_MOST_BEFORE = 8
"""How many addresses before one are looked at, "at A, B, C and D": a line may hold thousands."""


def classify(link: Link, text: str, within: Span | None = None) -> Link:
    """Return a link with its kind, roles, promise and evidence.

    The kind is judged by host and path; where the table says that a host tells little, the sentence
    may, if it names one thing only. The roles are the kind itself, then what the sentence, or its
    clause where the sentence holds several addresses, says is there.

    The evidence is the sentence, a bare label such as "Project page:" included; it is None where no
    word stands with the address.

    Args:
        link: as found in the text.
        text: the source.
        within: where the paper stands in it; the sentence does not reach out of it.
    """
    sentence = sentence_span(text, link.span, within or Span(0, len(text)))
    others = [
        other
        for other in find_links(text, sentence)
        if other.span.end <= link.span.start or other.span.start >= link.span.end
    ]
    links = sorted([*others, link], key=lambda each: each.span)
    return _classified(links, links.index(link), text, sentence)


def classify_each(links: Sequence[Link], text: str, within: Span) -> list[Link]:
    """Return all links of a paper classified; they are all that find_links gave, in its order."""
    return [
        _classified(links, place, text, sentence_span(text, link.span, within))
        for place, link in enumerate(links)
    ]


def _classified(links: Sequence[Link], place: int, text: str, sentence: Span) -> Link:
    """Return a link classified by its sentence, and by the links that stand in it too."""
    link = links[place]
    first = place
    while first and place - first < _MOST_BEFORE and links[first - 1].span.end > sentence.start:
        first -= 1
    last = place + 1
    if last < len(links) and links[last].span.start < sentence.end:
        last += 1
    pieces = _pieces(text, sentence, links, first, last)
    naming = name_roles(pieces, place - first)
    kind = _kind(link, naming)
    return msgspec.structs.replace(
        link,
        kind=kind,
        roles=tuple(dict.fromkeys((kind, *naming.roles))),
        promised=naming.is_promised,
        evidence=(
            " ".join(text[sentence.start : sentence.end].split())
            if any(map(_LETTER.search, pieces))
            else None
        ),
    )


def _pieces(text: str, sentence: Span, links: Sequence[Link], first: int, last: int) -> list[str]:
    """Return what stands before, between and behind some links, as far as the sentence goes."""
    starts = [link.span.end for link in links[max(0, first - 1) : last]]
    ends = [link.span.start for link in links[first : last + 1]]
    if not first:
        starts.insert(0, sentence.start)
    if last == len(links):
        ends.append(sentence.end)
    starts[0], ends[-1] = max(starts[0], sentence.start), min(ends[-1], sentence.end)
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _kind(link: Link, naming: Naming) -> LinkKind:
    rule = rule_for(*split_url(link.url))
    if len(naming.roles) == 1 and naming.roles[0] in rule.named:
        return naming.roles[0]
    return rule.kind
