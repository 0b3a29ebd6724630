"""The lines of a block as a page shows them, each with what it says: a title, links, or neither."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refman.model import Link, LinkKind
from refman.reading.labels import Field, is_label
from refman.reading.markdown import Piece, PieceKind, read_inline
from refman.reading.markdown_links import links_of
from refman.reading.markdown_titles import Title, find_title, leading_field, likeness, shown

__all__ = ["Line", "lines_between", "read_line"]

_PROSE_BEFORE = 8
_IN_PROSE = 3.0
_FEWEST_WORDS = 3
_AHEAD = 8
_LONGEST_FIELD = 600


class Line(NamedTuple):
    """Hold a line of a block.

    Attributes:
        start: its first character; a block's first line has the block's bullet too.
        end: behind its last one.
        pieces: its text and links, without links to places in the page itself.
        links: those with an address of the web, in their order.
        title: what may be a paper's title in it.
        field: what a name before a colon says that it holds.
        value: where the text behind that name begins.
    """

    start: int
    end: int
    pieces: Sequence[Piece]
    links: tuple[Link, ...]
    title: Title | None
    field: Field | None = None
    value: int = 0

    @property
    def has_paper(self) -> bool:
        """Whether one of its links is a paper's own page."""
        return any(link.kind is LinkKind.PAPER for link in self.links)

    @property
    def is_blank(self) -> bool:
        """Whether the page shows nothing of it but pictures."""
        return not self.links and not shown(self.pieces)

    @property
    def is_strong(self) -> bool:
        """Whether it has a title of some words and a paper's own page."""
        return (
            self.title is not None
            and self.has_paper
            and (len(self.title.text.split()) >= _FEWEST_WORDS or self.title.weight >= 1)
        )


def lines_between(text: str, start: int, body: int, end: int) -> Iterator[Line]:
    """Yield the lines of a block, or of a cell.

    A new line of the source begins one where a link ends the line before; elsewhere the text was
    only wrapped.

    Args:
        text: the source.
        start: the block's first character, its bullet, say.
        body: where its content begins.
        end: behind its last character.
    """
    begun, line_start, has_title = 0, start, False
    pieces = read_inline(text, body, end)
    for place, piece in enumerate(pieces):
        if _begins_line(pieces, begun, place, has_title=has_title):
            line = pieces[begun:place]
            if any(kept.kind is PieceKind.LINK or kept.text.strip() for kept in line):
                yield read_line(text, line_start, piece.start, line)
                line_start = piece.start
            begun = place + (piece.kind is not PieceKind.LINK)
            has_title = False
        has_title = has_title or _is_titled(piece)
    yield read_line(text, line_start, end, pieces[begun:])


def read_line(
    text: str, start: int, end: int, pieces: Sequence[Piece], said: Sequence[LinkKind] = ()
) -> Line:
    """Return a line with what its pieces say.

    Args:
        text: the source.
        start: the line's first character.
        end: behind its last one.
        pieces: what stands in it.
        said: what the head of its column says of its links.
    """
    pieces = [piece for piece in pieces if not _is_inside_page(text, piece)]
    field, kinds, value = leading_field(pieces)
    links = tuple(links_of(text, pieces, kinds or said))
    title = None
    if field in {None, Field.TITLE, Field.NAME}:
        title = _titled(pieces, links, field, value)
    if title is not None and kinds and not title.own_link and field is None:
        title = None
    return Line(start, end, pieces, links, title, field, value)


def _titled(
    pieces: Sequence[Piece], links: Sequence[Link], field: Field | None, value: int
) -> Title | None:
    """Return the title in a line, behind the name of its field if there is one."""
    if value and field is not None:
        pieces = _behind(pieces, value)
    title = find_title(pieces)
    if title is None:
        return None
    if field is Field.TITLE:
        return title._replace(weight=title.weight + 2.5, how="named so")
    if title.own_link:
        before = [piece for piece in pieces if piece.end <= title.start]
        if len(shown(before).split()) > _PROSE_BEFORE:
            return title._replace(weight=title.weight - _IN_PROSE)
        own = next((link for link in links if title.start <= link.span.start < title.end), None)
        if own is None or own.kind is not LinkKind.PAPER:
            return title._replace(weight=title.weight - 0.3)
    return title


def _behind(pieces: Sequence[Piece], place: int) -> list[Piece]:
    """Return the pieces behind a place; one that it cuts is cut."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.start >= place or (piece.end > place and piece.kind is not PieceKind.TEXT):
            kept.append(piece)
        elif piece.end > place:
            kept.append(piece._replace(start=place, text=piece.text[place - piece.end :]))
    return kept


def _begins_line(pieces: Sequence[Piece], begun: int, place: int, *, has_title: bool) -> bool:
    """Tell whether a line ends before a piece: by its kind, or since another paper begins there.

    Args:
        pieces: the block's.
        begun: the first piece of the line.
        place: the piece in question.
        has_title: a link before it in the line has a title for its label.
    """
    piece = pieces[place]
    if piece.kind is PieceKind.BREAK:
        return True
    if piece.kind is PieceKind.WRAP:
        coming = pieces[place + 1 : place + _AHEAD]
        is_prose = piece.start - pieces[begun].start > _LONGEST_FIELD
        return (
            _ends_with_link(pieces, place)
            or _starts_with_label(coming)
            or (not is_prose and leading_field(coming)[2] > 0)
        )
    return has_title and _is_titled(piece) and _ends_with_link(pieces, place)


def _starts_with_label(pieces: Sequence[Piece]) -> bool:
    """Tell whether the first thing shown is a link that says what it is; a bracket is its own."""
    for piece in pieces:
        if piece.kind is PieceKind.LINK:
            return is_label(piece.text)
        if piece.text.strip("[( "):
            return False
    return False


def _is_titled(piece: Piece) -> bool:
    """Tell whether a link's label looks like a title of some words."""
    if piece.kind is not PieceKind.LINK or len(piece.text.split()) < _FEWEST_WORDS:
        return False
    return (likeness(piece.text) or 0.0) > 0


def _ends_with_link(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether the last thing shown before a place is a link, with or without brackets."""
    for piece in reversed(pieces[max(0, place - 4) : place]):
        if piece.kind is PieceKind.LINK:
            return True
        if piece.text.strip("[]() ,;|.\t"):
            return False
    return False


def _is_inside_page(text: str, piece: Piece) -> bool:
    return piece.kind is PieceKind.LINK and text.startswith("#", piece.url_start, piece.url_end)
