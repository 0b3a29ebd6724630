"""What of a source is no paper."""

from collections.abc import Iterable, Iterator

from refman.model import Draft, LeftOver, Span

__all__ = ["with_left_overs"]


def with_left_overs(
    text: str, pieces: Iterable[Draft | LeftOver], why: str
) -> Iterator[Draft | LeftOver]:
    """Yield the pieces, and as left-overs what stands before, between and behind them.

    Args:
        text: the whole source.
        pieces: in its order. One that begins inside the one before it, as nested markup gives, is
            left out.
        why: what is said of the text between them. Blanks alone are no left-over.
    """
    done = 0
    for piece in pieces:
        if piece.span.start < done:
            continue
        yield from _left_over(text, done, piece.span.start, why)
        yield piece
        done = piece.span.end
    yield from _left_over(text, done, len(text), why)


def _left_over(text: str, start: int, end: int, why: str) -> Iterator[LeftOver]:
    stretch = text[start:end]
    if (content := stretch.strip()) == "":
        return
    first = start + len(stretch) - len(stretch.lstrip())
    yield LeftOver(Span(first, first + len(content)), content, why)
