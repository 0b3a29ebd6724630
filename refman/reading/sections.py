"""One paper's whole text: where its sections begin."""

import re
from collections.abc import Sequence

from refman.reading.outlines import Outline, Rest

__all__ = ["has_introduction", "sections_start"]

_LONGEST = 50
_NUMBER = r"(?:(?P<number>(?:\d{1,2}|[ivx]{1,5})(?:\.\d{1,2})*\.?)\s{1,8})"
_FIRST = re.compile(rf"{_NUMBER}?introduction\.?\Z", re.IGNORECASE)
_LATER = re.compile(
    rf"{_NUMBER}?(?:related works?|references|bibliography|acknowledge?ments?|appendix(?: [a-z])?"
    r"|preliminaries|future work|experimental setup|literature review|conclusions?"
    r"(?: and future work)?|notation|data availability(?: statement)?)\.?\Z",
    re.IGNORECASE,
)


def has_introduction(text: str) -> bool:
    """Tell whether the word stands in a text; if not, no section does."""
    return "ntroduction" in text or "NTRODUCTION" in text


def sections_start(pieces: Sequence[Outline | Rest], text: str) -> int | None:
    """Return the number of the piece that a paper's sections begin with, or None.

    They begin with a numbered introduction, or with one that another section's heading follows:
    abstracts that have headings are not numbered, and do not cite.

    Args:
        pieces: neighbours, in their order.
        text: the whole page.
    """
    first: int | None = None
    for index, piece in enumerate(pieces):
        for heading in _headings(piece, text):
            if (found := _FIRST.match(heading)) is not None:
                if found["number"] is not None:
                    return index
                first = index if first is None else first
            elif first is not None and _LATER.match(heading) is not None:
                return first
    return None


def _headings(piece: Outline | Rest, text: str) -> list[str]:
    """Return the lines of a piece that are short enough for a heading."""
    if isinstance(piece, Rest):
        return [text[piece.start : piece.end]] if piece.end - piece.start <= _LONGEST else []
    lines = (step.line for step in piece.steps)
    return [text[line.start : line.end] for line in lines if line.length <= _LONGEST]
