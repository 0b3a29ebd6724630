r"""Text that was decoded, and knows where each of its characters stands in the source.

An address in a page, a feed or a mail stands behind escapes: ``&amp;`` in HTML, ``\u0026`` in
JSON, ``=3D`` in a mail, and often two of them nested. It is found in the decoded text, and its span
is told in the source.
"""

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

import msgspec

from refman.links import links_in
from refman.model import Link, Span

__all__ = ["Builder", "Mapped", "Run", "join", "plain"]


class Run(NamedTuple):
    """Hold a run of decoded characters and the source's characters that they were decoded from.

    Attributes:
        start: where it begins in the decoded text.
        place: where it begins in the source.
        place_end: where it ends in the source. A run as long there as here was not escaped: its
            characters stand one for one. Of any other, the last character has what is left over.
    """

    start: int
    place: int
    place_end: int


_START = itemgetter(0)


class Mapped(msgspec.Struct, frozen=True):
    """Hold a decoded text and its way back.

    Attributes:
        text: as decoded.
        runs: in the order of the text and of the source; none is empty, and the first starts at 0.
    """

    text: str
    runs: tuple[Run, ...]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return where a stretch of the text stands in the source; all of it where none is named.

        Of an empty stretch it is an empty span.
        """
        stop = len(self.text) if end is None else end
        first = self._place(start)
        if stop <= start:
            return Span(first, first)
        number = self._number(stop - 1)
        run = self.runs[number]
        if stop == self._run_end(number):
            return Span(first, run.place_end)
        return Span(first, min(run.place + stop - run.start, run.place_end))

    def cut(self, start: int, end: int) -> "Mapped":
        """Return a stretch of the text."""
        if not start < end:
            return Mapped("", ())
        first, last = self._number(start), self._number(end - 1)
        runs = [
            Run(run.start - start, run.place, run.place_end) for run in self.runs[first : last + 1]
        ]
        head = self.span(start, min(end, self._run_end(first)))
        runs[0] = Run(0, head.start, head.end)
        if last > first:
            tail = self.span(self.runs[last].start, end)
            runs[-1] = Run(self.runs[last].start - start, tail.start, tail.end)
        return Mapped(self.text[start:end], tuple(runs))

    def over(self, inner: "Mapped") -> "Mapped":
        """Return what was decoded once more, its places told in the source.

        Args:
            inner: decoded from ``self.text``; its places count there.
        """
        runs: list[Run] = []
        for number, run in enumerate(inner.runs):
            if run.place_end - run.place == inner.length(number):
                runs.extend(
                    Run(run.start + piece.start, piece.place, piece.place_end)
                    for piece in self.cut(run.place, run.place_end).runs
                )
            else:
                runs.append(Run(run.start, *_ends(self.span(run.place, run.place_end))))
        return Mapped(inner.text, tuple(runs))

    def links(self, source: str) -> tuple[Link, ...]:
        """Return the links in the text, with the spans and raw forms that they have in the source.

        Args:
            source: the whole text that the places count in.
        """
        found: list[Link] = []
        for link in links_in(self.text):
            span = self.span(link.span.start, link.span.end)
            raw_url = source[span.start : span.end]
            found.append(msgspec.structs.replace(link, span=span, raw_url=raw_url))
        return tuple(found)

    def length(self, number: int) -> int:
        """Return how many decoded characters a run has."""
        return self._run_end(number) - self.runs[number].start

    def _number(self, index: int) -> int:
        return bisect_right(self.runs, index, key=_START) - 1

    def _run_end(self, number: int) -> int:
        following = number + 1
        return self.runs[following].start if following < len(self.runs) else len(self.text)

    def _place(self, index: int) -> int:
        if not self.runs:
            return 0
        run = self.runs[self._number(index)]
        return min(run.place + index - run.start, run.place_end)


class Builder:
    """Put a mapped text together, piece by piece."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0

    def add(self, text: str, span: Span) -> None:
        """Add decoded characters, and where they stand in the source; none is no matter."""
        if text:
            self._runs.append(Run(self._length, span.start, span.end))
            self._texts.append(text)
            self._length += len(text)

    def mapped(self) -> Mapped:
        """Return what was put together."""
        return Mapped("".join(self._texts), tuple(self._runs))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def plain(source: str, span: Span | None = None) -> Mapped:
    """Return a stretch of the source as it stands, all of it where ``span`` is None."""
    start, end = (0, len(source)) if span is None else (span.start, span.end)
    return Mapped(source[start:end], (Run(0, start, end),) if end > start else ())


def join(pieces: Iterable[Mapped], separator: str = "") -> Mapped:
    """Return texts put together, with a separator between them that stands nowhere."""
    texts: list[str] = []
    runs: list[Run] = []
    length, place = 0, 0
    for piece in pieces:
        if texts and separator:
            runs.append(Run(length, place, place))
            texts.append(separator)
            length += len(separator)
        runs.extend(Run(length + run.start, run.place, run.place_end) for run in piece.runs)
        texts.append(piece.text)
        length += len(piece.text)
        place = runs[-1].place_end if runs else 0
    return Mapped("".join(texts), tuple(runs))
