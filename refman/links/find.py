"""Addresses in text, found and mended.

What is found is the address alone, with the place where it stands: without the punctuation of the
sentence, without LaTeX, in one piece where a line break cut it, once where it stands doubled.
Only http and https; an e-mail address, a file name or a number is none.
"""

import re

import msgspec

from refman.links.anchors import Anchor, Anchors
from refman.links.canonical import canonical_url, split_url, url_key
from refman.links.extent import LONGEST, Extent, host_end, read_extent
from refman.links.rules import finding, is_known_host, rule_for
from refman.model import Link, Span

__all__ = ["find_links"]

_NESTED_BEHIND = "=?&"
_GAP = re.compile(r"\s{1,3}")
_DOUBLING = {"{": "}", "(": ")", "[": "]", "<": ">", " (": ")", " {": "}", "}{": "", "](": ""}
"""What stands between an address and its double -> what closes it behind the double.

LaTeX's ``\\href{…}{…}`` and Markdown's ``[…](…)``, whole or with the command lost.
"""


def find_links(text: str, span: Span | None = None) -> list[Link]:
    """Return the addresses in a text, in their order, without kind or roles.

    An address of a known site needs no "https://", but a path; so does "www." and any host. The
    same address doubled behind itself, ``https://a/b{https://a/b}``, is one link that covers both.
    A user name and password before the host are left out of ``url``. Work is in step with the
    stretch's length.

    Args:
        text: the decoded source.
        span: the stretch to look in; all of it where None.

    Returns:
        Links with ``url``, ``raw_url`` and ``span``, which counts in the whole text. They do not
        overlap.
    """
    start, end = (span.start, span.end) if span is not None else (0, len(text))
    anchors = Anchors(text, start, end)
    links: list[Link] = []
    done = start
    for anchor in anchors:
        if anchor.start < done:
            continue
        extent = _extent(text, anchor, anchors, end)
        if extent is None:
            continue
        done = extent.end
        if extent.whole:
            links.append(_link(text, anchor, extent))
    return _undoubled(text, links) if len(links) > 1 else links


def _extent(text: str, anchor: Anchor, anchors: Anchors, end: int) -> Extent | None:
    """Return how far the address at an anchor reaches, if one is there."""
    if anchor.scheme and (gap := _GAP.match(text, anchor.host, end)):
        # A stray blank behind "https://", from a PDF: only where a known host follows.
        anchor = anchor._replace(host=gap.end())
        stop = host_end(text, gap.end(), end)
        if stop is None or not is_known_host(text[gap.end() : stop].lower()):
            return None
    extent = read_extent(text, anchor, _limit(text, anchor, anchors, end))
    if extent is None or anchor.scheme or _needs_no_scheme(extent.whole):
        return extent
    return None


def _needs_no_scheme(whole: str) -> bool:
    """Tell "openreview.net/forum?id=…" from "OpenReview.net/2025/Conference", which is a name."""
    host, path = split_url(canonical_url(whole))
    if whole[:4].lower() == "www.":
        return "." in host
    return "*" not in rule_for(host, path).hosts


def _limit(text: str, anchor: Anchor, anchors: Anchors, end: int) -> int:
    """Return where the next address with a scheme begins that is no part of this one."""
    for place in anchors.schemes_behind(anchor.host):
        if place > anchor.host + LONGEST:
            break
        if text[place - 1] in _NESTED_BEHIND or (
            text[place - 1] == "/" and _carries(text, anchor.host, place)
        ):
            continue
        return min(place, end)
    return end


def _carries(text: str, start: int, end: int) -> bool:
    """Tell whether the site is one whose paths hold addresses, as an archive's do."""
    stop = host_end(text, start, end)
    return stop is not None and text[start:stop].lower() in finding().carriers


def _link(text: str, anchor: Anchor, extent: Extent) -> Link:
    return Link(
        url=canonical_url(f"{anchor.scheme or 'https'}://{extent.whole}"),
        raw_url=text[anchor.start : extent.end],
        span=Span(anchor.start, extent.end),
    )


def _undoubled(text: str, links: list[Link]) -> list[Link]:
    """Make one link of an address and its double behind it."""
    kept: list[Link] = []
    for link in links:
        if kept and (end := _double_end(text, kept[-1], link)) is not None:
            start = kept[-1].span.start
            kept[-1] = msgspec.structs.replace(
                kept[-1], raw_url=text[start:end], span=Span(start, end)
            )
        else:
            kept.append(link)
    return kept


def _double_end(text: str, first: Link, second: Link) -> int | None:
    """Return where a doubled address ends, its closing sign included; None where it is none."""
    closing = _DOUBLING.get(text[first.span.end : second.span.start])
    if closing is None or url_key(first.url) != url_key(second.url):
        return None
    end = second.span.end
    return end + len(closing) if text.startswith(closing, end) else end
