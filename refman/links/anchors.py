"""Places in a text where an address may begin.

Most prose holds none, so it is not searched sign by sign: an address has "//" behind its scheme, or
begins with "www.", or has a slash behind a host that is known, or ends in a suffix that is. Those
signs are looked for first, by the fastest means, and what stands round them decides.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from refman.links.rules import domain_endings, is_known_host, site_endings

__all__ = ["Anchor", "Anchors"]

_SCHEME = re.compile(r"https?[ \t]?:[ \t]?//\Z", re.IGNORECASE)
_LONGEST_SCHEME = len("https : //")
_HOST_BEFORE = re.compile(r"[A-Za-z0-9.-]*\Z")
_LONGEST_HOST = 80
_LONGEST_ENDING = 8
_NO_START_BEHIND = frozenset("@/\\_~%=:&?#+")
"""Behind these a host is the end of something else: an e-mail address, a path, a query."""


class Anchor(NamedTuple):
    """Mark where an address may begin.

    Attributes:
        start: where its first character stands, of the scheme where there is one.
        host: where its host stands, or the user name before it.
        scheme: "http", "https", or "" where none is written.
    """

    start: int
    host: int
    scheme: str


class Anchors:
    """Hold the anchors of a stretch of text, in its order; several may mark the same address."""

    def __init__(self, text: str, start: int, end: int) -> None:
        found = list(_without_slash(text, start, end))
        self._scheme_starts: list[int] = []
        if text.find("/", start, end) >= 0:
            schemes = list(_schemes(text, start, end))
            self._scheme_starts = [anchor.start for anchor in schemes]
            found += [*schemes, *_hosts_with_path(text, start, end)]
        self._all = sorted(found)

    def __iter__(self) -> Iterator[Anchor]:
        """Go through them in the order of the text."""
        return iter(self._all)

    def schemes_behind(self, place: int) -> Iterator[int]:
        """Yield where the addresses with a scheme behind a place begin."""
        for index in range(bisect_right(self._scheme_starts, place), len(self._scheme_starts)):
            yield self._scheme_starts[index]


def _places(text: str, sign: str, start: int, end: int) -> Iterator[int]:
    place = text.find(sign, start, end)
    while place >= 0:
        yield place
        place = text.find(sign, place + len(sign), end)


def _schemes(text: str, start: int, end: int) -> Iterator[Anchor]:
    """Yield what stands behind "http://" and "https://", in any case, with stray blanks."""
    for place in _places(text, "//", start, end):
        # Cheap before dear: a text may be all slashes.
        if ":" not in text[max(start, place - 2) : place]:
            continue
        head = text[max(start, place - _LONGEST_SCHEME) : place + 2]
        if found := _SCHEME.search(head):
            scheme = found.group()[:5].lower()
            behind = place + 2
            yield Anchor(
                behind - len(found.group()), behind, scheme if scheme == "https" else "http"
            )


def _hosts_with_path(text: str, start: int, end: int) -> Iterator[Anchor]:
    """Yield the known hosts that a path follows, "github.com/a"."""
    endings = domain_endings()
    for place in _places(text, "/", start, end):
        dot = text.rfind(".", max(start, place - _LONGEST_ENDING), place)
        if (
            dot > start
            and text[place + 1 : place + 2].isalnum()
            and text[dot + 1 : place].lower() in endings
        ):
            yield from _known_host(text, start, place)


def _without_slash(text: str, start: int, end: int) -> Iterator[Anchor]:
    """Yield what is an address without a path too: "www.…", a host of a known site."""
    for found in _dotted().finditer(text, start, end):
        if len(found.group()) > 1:
            yield from _known_host(text, start, found.end())
            continue
        place = found.start() - len("www")
        before = text[place - 1 : place] if place > start else ""
        if not (before.isalnum() or before in _NO_START_BEHIND or before in {".", "-"}):
            yield Anchor(place, place, "")


@functools.cache
def _dotted() -> re.Pattern[str]:
    """Return the pattern of a full stop within "www." or a site's ending.

    It begins with one sign, since that is what a pattern is fastest at looking for.
    """
    endings = "|".join(re.escape(ending[1:]) for ending in site_endings())
    return re.compile(rf"\.(?:(?<=www\.)|(?<=WWW\.)|(?:{endings})(?![\w-]))")


def _known_host(text: str, start: int, place: int) -> Iterator[Anchor]:
    """Yield the anchor of the host that ends at a place, if a row names it."""
    before = _HOST_BEFORE.search(text, max(start, place - _LONGEST_HOST), place)
    assert before is not None, "the pattern fits the empty text"
    host = before.group().lstrip(".-")
    first = place - len(host)
    if first > start and text[first - 1] in _NO_START_BEHIND:
        return
    if is_known_host(host.lower()):
        yield Anchor(first, first, "")
