"""What speaks for papers in a file that may be none of papers at all, and who is believed.

Lists and records of papers look much like those of software, news and notes. Some of what is read
shows that it is a paper: an identifier, a venue, authors. What shows nothing is believed in the
company of papers that do; else it is kept in doubt, or let go where little speaks for it.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

import msgspec

from refman.model import Draft
from refman.resources import read_table

__all__ = [
    "DOUBT",
    "TABLE",
    "Candidate",
    "Told",
    "believed",
    "doubted",
    "looks_like_code",
    "reads_as_abstract",
    "speaks_of_research",
    "told_of",
    "words",
]

TABLE = "judgement.toml"

DOUBT = "the text around it hardly reads as a listing of papers"

_IN_DOUBT = 0.45
_GROUP, _FADES = 400, 0.5
_FEWEST_SHOWN, _LEAST_SHARE = 2, 0.4
_SHORTEST_ABSTRACT, _HEAD, _FEWEST_OF_RESEARCH = 300, 1_000, 5
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CODE_HEAD = re.compile(
    r"#(?!\d)|[;%@$<{}()+=|/!&~`^>\\](?!\d{1,4}[)\]])|\*/|\.\. |--|\[\w+\]\Z|\w+\((?!\w+\)\Z)"
    r"|(?:def|class|import|return|else)\b|from [\w.]+ import|(?:if|for|while) \("
    r"|[\w.\[\]'\"-]+[ \t]*[:+]?=|\"[\w-]+\":|[a-z][\w-]*:(?:\s|\Z)|\w+_\w+\W"
    r"|[^,]{1,20},(?! )[^,]{0,20},(?! )"
)
_CODE_TAIL = re.compile(r"(?:[;{}\\]|\)[ \t]*:|=>|->|\*/|\"\"\"|\bend|,\\)\Z")
_LINE_HEAD, _LINE_TAIL = 40, 12

_Other = TypeVar("_Other")


class Candidate(NamedTuple):
    """Hold a draft before it is believed.

    Attributes:
        draft: as it was read.
        is_shown: something beside its title shows that it is a paper.
        is_kept: it stays in doubt where nothing else speaks for it, and is not let go.
    """

    draft: Draft
    is_shown: bool
    is_kept: bool = True


class Told(NamedTuple):
    """Hold what the words of a text tell.

    Attributes:
        research: how many of them are of research.
        other: how many abstracts never have.
        speaks: whether somebody speaks of a study: "we", "this paper".
    """

    research: int
    other: int
    speaks: bool


def believed(
    pieces: Iterable["Candidate | _Other"],
) -> Iterator["Draft | Candidate | _Other"]:
    """Yield the drafts, those in doubt with little confidence, and all else in its order.

    A candidate that is let go comes back as it is, for the caller to tell why.

    Args:
        pieces: of a file, in their order; they are looked at in groups of some hundred, each with
            what the one before it was.
    """
    shown = total = 0.0
    for group in _groups(pieces):
        candidates = [piece for piece in group if isinstance(piece, Candidate)]
        shown = _FADES * shown + sum(candidate.is_shown for candidate in candidates)
        total = _FADES * total + len(candidates)
        is_listing = shown >= max(_FEWEST_SHOWN, _LEAST_SHARE * total)
        for piece in group:
            if not isinstance(piece, Candidate):
                yield piece
            elif piece.is_shown or is_listing:
                yield piece.draft
            else:
                yield doubted(piece.draft) if piece.is_kept else piece


def doubted(draft: Draft) -> Draft:
    """Return a draft with little confidence, and the reason; of one in doubt already, itself."""
    if DOUBT in draft.reasons:
        return draft
    confidence = round(_IN_DOUBT * draft.confidence, 2)
    return msgspec.structs.replace(draft, confidence=confidence, reasons=(*draft.reasons, DOUBT))


def looks_like_code(text: str, start: int = 0, end: int | None = None) -> bool:
    """Tell whether a line begins or ends as one of program code, markup or data does.

    Args:
        text: the line, or what holds it.
        start: where in the text it begins.
        end: behind its last character.
    """
    end = len(text) if end is None else end
    head, tail = text[start : start + _LINE_HEAD], text[max(start, end - _LINE_TAIL) : end]
    return _CODE_HEAD.match(head) is not None or _CODE_TAIL.search(tail) is not None


def speaks_of_research(text: str) -> bool:
    """Tell whether the words of a text are rather those of research."""
    told = told_of(text)
    return told.research > told.other


def reads_as_abstract(text: str | None) -> bool:
    """Tell whether a text is as long as an abstract and says what was studied and found."""
    if text is None or len(text) < _SHORTEST_ABSTRACT:
        return False
    told = told_of(text[:_HEAD])
    return told.speaks and told.research >= _FEWEST_OF_RESEARCH and told.research > 2 * told.other


def told_of(text: str) -> Told:
    """Return what the words of a title, or of the beginning of an abstract, tell."""
    said = {word.lower() for word in _WORD.findall(text)}
    research = len(said & words("research"))
    if not text.isascii():
        research += sum(sign in text for sign in words("signs"))
    return Told(research, len(said & words("other")), not said.isdisjoint(words("speakers")))


@functools.cache
def words(name: str) -> frozenset[str]:
    """Return a row of the table."""
    return frozenset(read_table(TABLE)[name].split())


def _groups(
    pieces: Iterable["Candidate | _Other"],
) -> Iterator[list["Candidate | _Other"]]:
    group: list[Candidate | _Other] = []
    for piece in pieces:
        group.append(piece)
        if len(group) == _GROUP:
            yield group
            group = []
    if group:
        yield group
