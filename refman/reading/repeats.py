"""Papers that a listing holds twice: the richer one stays."""

from collections import deque
from collections.abc import Iterable, Iterator

import msgspec

from refman.model import Draft
from refman.normalise import title_key
from refman.reading.drafts import BREAK_OFF
from refman.reading.outlines import Rest

__all__ = ["Found", "drop_repeats"]

_MOST_WAITING = 2_000
_START, _FINGERPRINT = 90, 40


class Found(msgspec.Struct, frozen=True):
    """Hold a draft, and the line that its title begins on."""

    draft: Draft
    line_number: int


class _Seen(msgspec.Struct, frozen=True, gc=False):
    """Remember a paper in little room.

    Attributes:
        line_number: where its title begins.
        place: its number among all pieces.
        start: of the abstract, as a hash; None where there is no abstract.
        whole: it has an abstract that does not break off.
        length: of the abstract.
    """

    line_number: int
    place: int
    start: int | None
    whole: bool
    length: int

    def agrees(self, other: "_Seen") -> bool:
        """Tell whether nothing speaks against the two being one paper."""
        return self.start == other.start or self.start is None or other.start is None

    def is_richer(self, other: "_Seen") -> bool:
        """Tell whether this one says more than the other."""
        return (self.whole, self.length) > (other.whole, other.length)


def drop_repeats(pieces: Iterable[Found | Rest]) -> Iterator[Draft | Rest]:
    """Yield the pieces, each paper once; what repeats one becomes a left-over.

    Two papers are one if their titles are, and their abstracts begin alike or one has none. A paper
    without abstract, or with one that breaks off, waits for a richer one: up to 2,000 pieces on.
    """
    queue = _Queue()
    seen: dict[int, list[_Seen]] = {}
    for piece in pieces:
        if isinstance(piece, Found):
            _take(piece, queue, seen)
        else:
            queue.append(piece)
        yield from queue.ready()
    yield from queue.rest()


def _take(found: Found, queue: "_Queue", seen: dict[int, list[_Seen]]) -> None:
    """Put a paper into the queue, or what is left of it where it was seen before."""
    same_title = seen.setdefault(hash(title_key(found.draft.title or "")), [])
    new = _remembered(found, queue.next_place)
    old = next((paper for paper in same_title if paper.agrees(new)), None)
    if old is None:
        same_title.append(new)
    elif new.is_richer(old) and queue.drop(old.place, _repeats(new)):
        same_title[same_title.index(old)] = new
    else:
        queue.append(Rest(found.draft.span.start, found.draft.span.end, _repeats(old)))
        return
    queue.append(found.draft, waits=not new.whole)


def _remembered(found: Found, place: int) -> _Seen:
    abstract = found.draft.abstract
    return _Seen(
        line_number=found.line_number,
        place=place,
        start=hash("".join(abstract[:_START].split())[:_FINGERPRINT]) if abstract else None,
        whole=abstract is not None and not abstract.endswith(BREAK_OFF),
        length=len(abstract or ""),
    )


def _repeats(paper: _Seen) -> str:
    return f"repeats the paper at line {paper.line_number}"


class _Queue:
    """Keep pieces in their order while one before them may still be dropped."""

    def __init__(self) -> None:
        self._pieces: deque[Draft | Rest] = deque()
        self._first_place = 0
        self._waiting: set[int] = set()

    @property
    def next_place(self) -> int:
        """The number that the next piece gets."""
        return self._first_place + len(self._pieces)

    def append(self, piece: Draft | Rest, *, waits: bool = False) -> None:
        """Take a piece; one that waits holds up those behind it."""
        if waits:
            self._waiting.add(self.next_place)
        self._pieces.append(piece)

    def drop(self, place: int, why: str) -> bool:
        """Turn a draft into a left-over; return False where it has already gone out."""
        index = place - self._first_place
        if index < 0:
            return False
        draft = self._pieces[index]
        assert isinstance(draft, Draft)  # only drafts are remembered
        self._pieces[index] = Rest(draft.span.start, draft.span.end, why)
        self._waiting.discard(place)
        return True

    def ready(self) -> Iterator[Draft | Rest]:
        """Yield those at the front that wait no more, or that waited too long."""
        while self._pieces and (
            self._first_place not in self._waiting or len(self._pieces) > _MOST_WAITING
        ):
            self._waiting.discard(self._first_place)
            self._first_place += 1
            yield self._pieces.popleft()

    def rest(self) -> Iterator[Draft | Rest]:
        """Yield all that is left."""
        yield from self._pieces
