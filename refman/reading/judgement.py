"""Whether what was read as papers is a listing of papers at all.

Headings over prose stand in handbooks, licences, program code and novels too, and look like titles
over abstracts. So the lines are gathered in groups, a few hundred at a time, and each group is
judged as a whole: what its words talk about, how its titles look, how much of it stands in no
paper, how much of it is code. A group is remembered while the next one is judged. Where a group is
not surely a listing, each of its papers is judged by itself too: some are let go, others are kept
in doubt. The words are those of ``resources/judgement.toml``; weights.py has the figures.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean

import msgspec

from refman.model import Draft, Identifiers
from refman.reading.drafts import draft_of
from refman.reading.evidence import DOUBT, TABLE, doubted, looks_like_code, told_of
from refman.reading.looks import Looks
from refman.reading.outlines import PAGE, Outline, Rest
from refman.reading.repeats import Found
from refman.reading.sections import has_introduction, sections_start
from refman.reading.weights import JUDGEMENT, Part

__all__ = ["DOUBT", "NO_LISTING", "SECTION", "TABLE", "believed_papers"]

NO_LISTING = "text that reads as no listing of papers"
SECTION = "a section of one paper's text"

_LINES, _MOST_ASKED, _MOST_LOOKED_AT = 400, 40, 150
_LISTING, _PAPER, _NONE = 0.3, 1.0, -1.0
_MOST_REMEMBERED, _FADES = 3.0, 0.5
_OWN_SHARE = 0.35
_HEAD = 400
_MOST_RESEARCH, _MOST_OTHER = 8, 6
_LONGEST_WORD = 25
_SHORT_TITLE, _SHORT_ABSTRACT, _LONG_ABSTRACT = 4, 150, 500

_HEADING = re.compile(
    r"(?:chapter|section|article|part|annex|schedule|paragraph|step|lesson|exercise|kapitel"
    r"|abschnitt|artikel|chapitre|cap[ií]tulo|capitolo|§{1,2}) ?(?:\d{1,4}|[ivxlc]{1,6}|[a-z])\b"
    r"|(?:present|absent|apologies|date|time|place|from|to|cc|subject|re|attendees)\s?: ",
    re.IGNORECASE,
)
Piece = Outline | Rest


class _Paper(msgspec.Struct, frozen=True, gc=False):
    """Hold a paper of a group with its draft."""

    outline: Outline
    draft: Draft


def believed_papers(pieces: Iterable[Piece], text: str) -> Iterator[Found | Rest]:
    """Yield the papers that are believed, those in doubt with little confidence, and all else.

    Args:
        pieces: of a page, in their order.
        text: the whole page.
    """
    remembered, in_sections = 0.0, False
    may_have_sections = has_introduction(text)
    for group in _groups(pieces):
        start = 0 if in_sections else None
        if may_have_sections and not in_sections:
            start = sections_start(group, text)
        in_sections = start is not None
        read = [_read(piece, text) for piece in group[:start]]
        papers = [piece for piece in read if isinstance(piece, _Paper)]
        if papers:
            around = _around(read, papers, text)
            score = around + fmean(map(_own, _some(papers))) + remembered
            remembered = _FADES * max(-_MOST_REMEMBERED, min(_MOST_REMEMBERED, score))
            yield from (_believed(piece, around, score) for piece in read)
        else:
            yield from (piece for piece in read if isinstance(piece, Rest))
        if start is not None:
            yield from (_let_go(piece, SECTION) for piece in group[start:])


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces in groups of some hundred lines."""
    group: list[Piece] = []
    lines = 0
    for piece in pieces:
        if lines >= _LINES:
            yield group
            group, lines = [], 0
        group.append(piece)
        lines += len(piece.steps) if isinstance(piece, Outline) else 1
    if group:
        yield group


def _read(piece: Piece, text: str) -> _Paper | Rest:
    return _Paper(piece, draft_of(piece, text)) if isinstance(piece, Outline) else piece


def _some(papers: Sequence[_Paper]) -> Sequence[_Paper]:
    """Return papers from all over the group: enough of them to tell what it is."""
    return papers[:: 1 + len(papers) // _MOST_ASKED]


def _believed(piece: _Paper | Rest, around: float, score: float) -> Found | Rest:
    """Return a paper as found, in doubt, or as a left-over.

    Args:
        piece: of a group.
        around: what speaks for a listing but for its papers.
        score: of the whole group.
    """
    if isinstance(piece, Rest):
        return piece
    if score < _LISTING:
        score += _OWN_SHARE * (around + _own(piece) - score)
        if score < _NONE:
            return _let_go(piece.outline, NO_LISTING)
        if score < _PAPER:
            return Found(doubted(piece.draft), piece.outline.title.number)
    return Found(piece.draft, piece.outline.title.number)


def _let_go(piece: Piece, why: str) -> Rest:
    if isinstance(piece, Rest):
        return piece
    span = piece.steps[0].line.start, piece.steps[piece.count - 1].line.end
    return Rest(*span, why)


def _around(pieces: Sequence[_Paper | Rest], papers: Sequence[_Paper], text: str) -> float:
    """Return what speaks for a listing in how papers and other text are mixed (log-odds)."""
    foreign = [p for p in pieces if isinstance(p, Rest) and not p.why.startswith(PAGE)]
    outside = sum(piece.end - piece.start for piece in foreign)
    held = sum(paper.draft.span.end - paper.draft.span.start for paper in papers)
    return (
        JUDGEMENT["a page"]
        + JUDGEMENT["foreign text"] * outside / (outside + held)
        + JUDGEMENT["foreign lines"] * len(foreign) / (len(foreign) + len(papers))
        + JUDGEMENT["code"] * _code_share(pieces, text)
    )


def _code_share(pieces: Sequence[_Paper | Rest], text: str) -> float:
    """Return how many of the lines begin or end as program code does, and markup."""
    lines = 0
    code = 0
    for piece in pieces[:: 1 + len(pieces) // _MOST_LOOKED_AT]:
        if isinstance(piece, Rest):
            spans = [(piece.start, piece.end)]
        else:
            spans = [(step.line.start, step.line.end) for step in piece.outline.steps]
        lines += len(spans)
        for start, end in spans:
            code += looks_like_code(text, start, end)
    return code / lines


def _own(paper: _Paper) -> float:
    """Return what speaks for a paper by itself (log-odds)."""
    draft = paper.draft
    research, other, speaks = _told(draft)
    return (
        JUDGEMENT["research"] * research
        + JUDGEMENT["other"] * other
        + JUDGEMENT["speaker" if research else "speaker alone"] * speaks
        + JUDGEMENT["more research than other"] * (research > other)
        + JUDGEMENT["authors"] * bool(draft.authors)
        + JUDGEMENT["told beside it"] * _is_told_beside(paper)
        + _by_title(draft.title or "", paper.outline.title.looks)
        + _by_abstract(draft.abstract, research)
    )


def _by_title(title: str, looks: Looks | None) -> float:
    score = 0.0
    if looks is not None:
        score += (
            JUDGEMENT["title's looks"] * looks.title
            + JUDGEMENT["headline"] * (looks.headline is True)
            + JUDGEMENT["short title"] * (looks.words < _SHORT_TITLE)
        )
    if title.endswith((".", ":", ",", ";")):
        score += JUDGEMENT["open title"]
    if title.isascii() and len(title) > _LONGEST_WORD and " " not in title:
        score += JUDGEMENT["one long word"]
    return score + JUDGEMENT["heading"] * (_HEADING.match(title) is not None)


def _by_abstract(abstract: str | None, research: int) -> float:
    if abstract is None:
        return JUDGEMENT["no abstract" if research else "nothing but a title"]
    return (
        JUDGEMENT["abstract without research"] * (research == 0)
        + JUDGEMENT["short abstract"] * (len(abstract) < _SHORT_ABSTRACT)
        + JUDGEMENT["long abstract"] * (len(abstract) > _LONG_ABSTRACT)
    )


def _is_told_beside(paper: _Paper) -> bool:
    """Tell whether lines beside it are a paper's: its number, votes, how many authors it has."""
    if paper.draft.identifiers != Identifiers():
        return True
    rows = (step.line.row for step in paper.outline.steps if step.part is not Part.TITLE)
    return any(row is not None and row.beside_paper for row in rows)


def _told(draft: Draft) -> tuple[int, int, bool]:
    """Return how many words of research it has, how many that abstracts never have, who speaks."""
    told = told_of(f"{draft.title or ''} {(draft.abstract or '')[:_HEAD]}")
    return min(_MOST_RESEARCH, told.research), min(_MOST_OTHER, told.other), told.speaks
