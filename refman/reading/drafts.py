"""A paper's lines made a draft: texts joined, names cut, identifiers and dates read."""

import math
import re
from collections.abc import Iterable, Sequence

import msgspec

from refman.model import Date, Draft, Identifiers, Span
from refman.normalise import parse_arxiv, parse_date, parse_doi, split_names
from refman.reading.boilerplate import Field, find_date, suffix_start
from refman.reading.lines import Line
from refman.reading.looks import byline_start, names_alone
from refman.reading.outlines import Outline
from refman.reading.weights import Part

__all__ = ["BREAK_OFF", "draft_of", "join_lines"]

BREAK_OFF = ("…", "...")
"""How an abstract ends that the page cut off."""

_TAIL = 60
_LEAST, _MOST = 0.05, 0.99
_FULL_NAME = 2
_BESIDE = {Part.LEAD, Part.NOTE, Part.TAIL}
_TELLING = _BESIDE | {Part.TITLE}
_HYPHEN = re.compile(r"\w[-‐]$")
_SUSPENDED = re.compile(r"(?:and|or|to|vs\.?|und|oder|et|ou)\b")


def draft_of(outline: Outline, text: str) -> Draft:
    """Return the draft that an outline gives.

    Args:
        outline: of one paper.
        text: the whole source.
    """
    own = outline.steps[: outline.count]
    title_lines = outline.lines(Part.TITLE, Part.TITLE_MORE)
    paragraphs, abstract_span = _abstract(outline, text)
    names = _authors(outline, text)
    identifiers = _identifiers([step.line for step in own if step.part in _TELLING])
    return Draft(
        title=join_lines([text[line.body : line.stop] for line in title_lines]),
        abstract="\n\n".join(paragraphs) or None,
        authors=names,
        issued=_issued(outline),
        identifiers=identifiers,
        span=Span(own[0].line.start, own[-1].line.end),
        abstract_span=abstract_span,
        confidence=_confidence(outline.gain),
        reasons=tuple(_reasons(outline, paragraphs, names, identifiers)),
    )


def join_lines(pieces: Iterable[str]) -> str:
    """Return wrapped lines joined by a blank, but not behind a hyphen ("zero-" and "shot").

    A hyphen before "and" or "or" stands for a part left out, and keeps its blank ("pre- and").
    """
    joined = ""
    for piece in pieces:
        if joined and (not _HYPHEN.search(joined[-2:]) or _SUSPENDED.match(piece)):
            joined += " "
        joined += piece
    return joined


def _abstract(outline: Outline, text: str) -> tuple[list[str], Span | None]:
    """Return the paragraphs of the abstract, and where it stands."""
    paragraphs: list[list[tuple[int, int]]] = []
    for step in outline.steps:
        line = step.line
        if step.part is Part.ABSTRACT:
            start = line.body if line.field is Field.ABSTRACT else line.start
            paragraphs.append([(start, line.end)])
        elif step.part is Part.ABSTRACT_MORE:
            paragraphs[-1].append((line.start, line.end))
    if not paragraphs:
        return [], None
    last_start, last_end = paragraphs[-1][-1]
    tail_start = max(last_start, last_end - _TAIL)
    end = tail_start + suffix_start(text[tail_start:last_end])
    paragraphs[-1][-1] = (last_start, end)
    span = Span(paragraphs[0][0][0], end)
    return [join_lines(text[start:stop] for start, stop in lines) for lines in paragraphs], span


def _authors(outline: Outline, text: str) -> tuple[str, ...]:
    """Return the names of the lines of authors; of a byline, what stands before its dash."""
    joined = ""
    for line in outline.authors:
        piece = names_alone(text[line.body : line.stop])
        if joined:
            joined += " " if _runs_on(joined, piece) else ", "
        joined += piece
    return tuple(split_names(joined)) if joined else ()


def _runs_on(names: str, piece: str) -> bool:
    """Tell whether a name, or the list, is cut by the line end and not one name ended there."""
    if names.endswith((",", ";", "&", "·", "|", "and")) or piece[:1].islower():
        return True
    last, first = names.rsplit(",", 1)[-1], piece.split(",", 1)[0]
    return min(len(last.split()), len(first.split())) < _FULL_NAME


def _identifiers(lines: Sequence[Line]) -> Identifiers:
    """Return what the lines beside a paper tell of its identifiers; the first of a kind counts."""
    found = Identifiers()
    for line in lines:
        told = _told(line)
        if told is None:
            continue
        missing = {
            name: value
            for name in Identifiers.__struct_fields__
            if (value := getattr(told, name)) is not None and getattr(found, name) is None
        }
        found = msgspec.structs.replace(found, **missing)
        if told.arxiv is not None and found.arxiv is not None and _is_fuller(told, found):
            found = msgspec.structs.replace(found, arxiv=told.arxiv)
    return found


def _is_fuller(told: Identifiers, found: Identifiers) -> bool:
    """Tell whether the same arXiv number comes with its class, which was not known yet."""
    one, other = told.arxiv, found.arxiv
    assert one is not None
    assert other is not None
    return one.id == other.id and other.primary_class is None and one.primary_class is not None


def _told(line: Line) -> Identifiers | None:
    """Return the identifiers that a line beside a paper gives, if it gives any."""
    if line.own is not None or line.gives is not Field.IDENTIFIER:
        return line.own
    return Identifiers(arxiv=parse_arxiv(line.text), doi=parse_doi(line.text))


def _issued(outline: Outline) -> Date | None:
    """Return the first date that stands with the paper, also among the page's lines behind it."""
    for step in outline.steps:
        line = step.line
        if step.part not in _BESIDE or line.gives is not Field.DATE:
            continue
        if written := find_date(line.text):
            return parse_date(written)
    for line in outline.authors:
        byline = line.text[byline_start(line.text) :]
        if byline and (written := find_date(byline)):
            return parse_date(written)
    return None


def _confidence(gain: float) -> float:
    """Return a path's log-odds as a probability, never quite sure."""
    bounded = max(-20.0, min(20.0, gain - 0.5))
    return round(max(_LEAST, min(_MOST, 1 / (1 + math.exp(-bounded)))), 2)


def _reasons(
    outline: Outline, paragraphs: list[str], names: tuple[str, ...], identifiers: Identifiers
) -> Iterable[str]:
    """Yield in words why this was read as a paper, and cut in this way."""
    title = outline.lines(Part.TITLE, Part.TITLE_MORE)
    yield "title followed by prose" if paragraphs else "no abstract"
    if len(title) > 1:
        yield f"title wraps over {len(title)} lines"
    if title[0].field is not None:
        yield "title has a label"
    if title[0].numbered or outline.steps[0].part is Part.LEAD:
        yield "number or identifier before the title"
    if names:
        yield "author line"
    if identifiers != Identifiers():
        yield "identifier beside it"
    if len(paragraphs) > 1:
        yield f"abstract of {len(paragraphs)} paragraphs"
    if paragraphs and paragraphs[-1].endswith(BREAK_OFF):
        yield "abstract breaks off"
