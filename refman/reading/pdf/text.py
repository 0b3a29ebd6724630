"""The text of a PDF's pages put together, each line with its place in it."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from refman.model import Span
from refman.reading.pdf.content import Anchor, PdfLine

__all__ = ["text_of"]

_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


def text_of(
    pages: Sequence[tuple[Sequence[PdfLine], Sequence[str]]],
) -> tuple[str, tuple[PdfLine, ...]]:
    """Return the text of pages, and their lines with their spans in it.

    Lines stand below each other, pages are parted by an empty line. Where the words under a link
    are not its address, the address stands behind them in angle brackets, "our website
    <https://...>"; addresses of links on no line stand at the end of the page.

    Args:
        pages: of each, its lines and the addresses of links that lie on no line.
    """
    parts: list[str] = []
    placed: list[PdfLine] = []
    length = 0
    for lines, loose in pages:
        if parts:
            parts.append("\n")
            length += 1
        for line, written in zip(lines, _written(lines), strict=True):
            parts.append(f"{written}\n")
            span = Span(length, length + len(written))
            placed.append(msgspec.structs.replace(line, span=span))
            length += len(written) + 1
        for address in loose:
            parts.append(f"<{address}>\n")
            length += len(address) + 3
    return "".join(parts), tuple(placed)


def _written(lines: Sequence[PdfLine]) -> Iterator[str]:
    """Yield each line's text, with the addresses that its own words do not tell."""
    for place, line in enumerate(lines):
        text = line.text
        for anchor in reversed(line.anchors):
            if _ends_here(anchor, line, lines[place + 1 : place + 2]) and not _is_told(
                anchor, lines[: place + 1]
            ):
                text = f"{text[: anchor.end]} <{anchor.url}>{text[anchor.end :]}"
        yield text


def _ends_here(anchor: Anchor, line: PdfLine, following: Iterable[PdfLine]) -> bool:
    """Tell whether no more of the same link's words stand behind this stretch of them."""
    if any(other.url == anchor.url and other.start > anchor.start for other in line.anchors):
        return False
    return not any(other.url == anchor.url for after in following for other in after.anchors[:1])


def _is_told(anchor: Anchor, lines: Sequence[PdfLine]) -> bool:
    """Tell whether the words of a link, all on one line, are its address."""
    line = lines[-1]
    words = line.text[anchor.start : anchor.end]
    before = lines[-2].anchors[-1:] if len(lines) > 1 else ()
    return not any(other.url == anchor.url for other in before) and _bare(anchor.url) in _bare(
        words
    )


def _bare(address: str) -> str:
    return _SCHEME.sub("", _BLANKS.sub("", address)).rstrip("/")
