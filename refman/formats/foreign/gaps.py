"""What stands between the records of a file."""

import re
from collections.abc import Iterable, Iterator

from refman.model import LeftOver, Record, Span

__all__ = ["gap", "with_gaps"]


def gap(text: str, start: int, end: int, *, why: str, frame: re.Pattern[str]) -> LeftOver | None:
    """Return a stretch between two records as a left-over; None where it only parts them.

    Args:
        text: the file.
        start: where the stretch begins.
        end: where it ends.
        why: what the left-over is.
        frame: what may begin it without being anything: brackets, commas, blanks.
    """
    found = frame.match(text, start, end)
    start = found.end() if found else start
    while end > start and text[end - 1] in " \t\r\n,":
        end -= 1
    return LeftOver(Span(start, end), text[start:end], why) if end > start else None


def with_gaps(
    text: str,
    pieces: Iterable[tuple[Span, Record | LeftOver | None]],
    *,
    why: str,
    frame: re.Pattern[str],
) -> Iterator[Record | LeftOver]:
    """Yield what a file consists of, with the stretches between as left-overs; see gap.

    Args:
        text: the file.
        pieces: each with its place, in their order; None for what is read with others.
        why: what a left-over between them is.
        frame: what may begin one without being anything.
    """
    done = 0
    for span, piece in pieces:
        if (rest := gap(text, done, span.start, why=why, frame=frame)) is not None:
            yield rest
        done = span.end
        if piece is not None:
            yield piece
    if (rest := gap(text, done, len(text), why=why, frame=frame)) is not None:
        yield rest
