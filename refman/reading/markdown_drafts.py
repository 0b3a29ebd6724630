"""A draft, or the reason why there is none, from the lines that belong together."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refman.links.canonical import split_url
from refman.links.rules import rule_for
from refman.model import Date, Draft, Identifiers, LeftOver, Link, LinkKind, Span
from refman.normalise import looks_like_names, parse_arxiv, parse_date, parse_doi, split_names
from refman.reading.evidence import Candidate, speaks_of_research
from refman.reading.labels import Field, is_venue, kinds_of_label
from refman.reading.markdown import Piece, PieceKind
from refman.reading.markdown_lines import Line
from refman.reading.markdown_links import each_once
from refman.reading.markdown_titles import Title, shown
from refman.reading.own_links import identifiers_of_links

__all__ = ["Gathered", "draft_of", "left_over"]

_FEWEST_WORDS = 3
_NEAR = 4
_SURE_WEIGHT = 1.4
_TELLING = frozenset(LinkKind) - {LinkKind.OTHER, LinkKind.PAPER}
_NAMES, _NAMES_SET_APART = 0.6, 0.4
_LONGEST_NAMES = 3000
_LONGEST_META = 2000
_MOST_VENUE_PARTS = 4
_ANY_HOST = "*"
_BY_YEAR = 0.5
"""How sure a paper is that has nothing but a year beside its title."""

_FIGURES = re.compile(r"\d+")

_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DATES = (
    re.compile(
        r"(?<!\d)(?:19|20)\d\d([-/.年])(?:0?[1-9]|1[0-2])(?:[-/.月](?:[0-2]?\d|3[01]))?(?!\d)"
    ),
    re.compile(rf"\b{_MONTH}\.?,?\s(?:\d{{1,2}},?\s)?(?:19|20)\d\d(?!\d)", re.IGNORECASE),
    re.compile(rf"\b\d{{1,2}}\s{_MONTH}\.?,?\s(?:19|20)\d\d(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)"),
    re.compile(r"(?<=[A-Za-z])\s?['’`]\s?(\d\d)(?!\d)"),
)
_AND_OTHERS = re.compile(r"\bet\.?\s?al\b|\band others\b", re.IGNORECASE)
_ET_AL = re.compile(r"\s*\bet\.\s?al\b\.?", re.IGNORECASE)
_SENTENCE = re.compile(r"[.|;]\s+|\s[-–—]\s|\n")


class Gathered(NamedTuple):
    """Hold what belongs together and may be a paper.

    Attributes:
        title: what may be its title.
        lines: all that belong to it, in the order of the text.
        span: from their first to their last character.
        abstract: where its abstract stands.
        is_heading: the title is a heading, as a section's is.
        is_row: it stands in a table.
    """

    title: Title
    lines: Sequence[Line]
    span: Span
    abstract: Span | None = None
    is_heading: bool = False
    is_row: bool = False


def draft_of(text: str, gathered: Gathered) -> Candidate | None:
    """Return the paper that lines of a text tell of, or None where they name none."""
    title, lines, span, abstract, is_heading, _ = gathered
    links = [link for line in lines for link in line.links if not _inside(link.span, abstract)]
    told = _confidence(title, links, lines, is_heading=is_heading)
    if told is None:
        return None
    confidence, reasons = told
    if any(_AND_OTHERS.search(_beside(line, title)[:_LONGEST_META]) for line in lines[:_NEAR]):
        reasons = (*reasons, "not all authors are named")
    own = [link for link in links if link.kind is LinkKind.PAPER]
    draft = Draft(
        title=title.text,
        abstract=None
        if abstract is None
        else " ".join(text[abstract.start : abstract.end].split()),
        authors=tuple(_authors(title, lines)),
        issued=_issued(title, lines),
        identifiers=_identifiers(own, lines, title),
        links=each_once(links),
        span=span,
        abstract_span=abstract,
        confidence=confidence,
        reasons=reasons,
    )
    return Candidate(draft, _shows_paper(gathered, draft, own), _is_kept(gathered, draft))


def _shows_paper(gathered: Gathered, draft: Draft, own: Sequence[Link]) -> bool:
    """Tell whether something beside the title shows that it is a paper's, not a page's or tool's.

    A PDF at any host shows nothing unless a label or the title itself leads there.
    """
    title, lines = gathered.title, gathered.lines
    if draft.identifiers != Identifiers() or draft.authors or draft.abstract is not None:
        return True
    if gathered.is_row and title.how == "named so":
        return len(title.text.split()) >= _FEWEST_WORDS
    span = Span(title.start, title.end)
    if any(
        (title.own_link and _inside(link.span, span))
        or LinkKind.PAPER in kinds_of_label(link.evidence or "")
        or _is_at_publisher(link)
        for link in own
    ):
        return True
    beside = (part for line in lines[:_NEAR] for part, _ in _stretches(line, title))
    return any(is_venue(_FIGURES.sub("", part)) for part in beside)


def _is_at_publisher(link: Link) -> bool:
    return _ANY_HOST not in rule_for(*split_url(link.url)).hosts


def _is_kept(gathered: Gathered, draft: Draft) -> bool:
    """Tell whether a draft is kept in doubt: it is set as a title is, or speaks of research."""
    how = gathered.title.how
    if how in {"plain text", "named so"} or draft.confidence <= _BY_YEAR:
        return gathered.is_row or speaks_of_research(draft.title or "")
    return True


def left_over(text: str, span: Span, why: str) -> LeftOver:
    """Return what is no paper, with the reason."""
    return LeftOver(span, text[span.start : span.end], why)


def _confidence(
    title: Title, links: Sequence[Link], lines: Sequence[Line], *, is_heading: bool
) -> tuple[float, tuple[str, ...]] | None:
    """Return how sure it is that this is a paper, and why; None where it is not."""
    words = len(title.text.split()) + (not title.text.isascii()) * len(title.text) // 4
    is_sure = title.weight >= _SURE_WEIGHT and words >= _FEWEST_WORDS
    how = f"title: {title.how}"
    if any(link.kind is LinkKind.PAPER for link in links):
        if is_sure:
            return 0.95, (how, "a link to the paper")
        return 0.6, (how, "a link to the paper", "a short or unusual title")
    if title.how == "named so" or (title.own_link and title.url_is_empty and is_sure):
        return 0.7, (how, "no link to the paper")
    apart = [
        link
        for link in links
        if not (title.own_link and _inside(link.span, Span(title.start, title.end)))
    ]
    says_what = any(set(kinds_of_label(link.evidence or "")) & _TELLING for link in apart)
    if is_heading:
        return None  # a section, with links to what it is about
    if says_what and is_sure and (words > _FEWEST_WORDS or any(line.value for line in lines)):
        return 0.75, (how, "links with labels, none to the paper")
    if (
        is_sure
        and words > _FEWEST_WORDS
        and _issued(title, lines[:1]) is not None
        and not title.own_link
    ):
        return _BY_YEAR, (how, "a year beside it, no link to the paper")
    return None


def _identifiers(own: Sequence[Link], lines: Sequence[Line], title: Title) -> Identifiers:
    found = identifiers_of_links(own)
    if found == Identifiers():
        for line in lines[:_NEAR]:
            beside = _beside(line, title)[:_LONGEST_META]
            found = Identifiers(arxiv=parse_arxiv(beside), doi=parse_doi(beside))
            if found != Identifiers():
                break
    return found


def _issued(title: Title, lines: Sequence[Line]) -> Date | None:
    """Return the first date beside the title; a venue's year is one."""
    for line in lines:
        if line.field in {Field.ABSTRACT, Field.NOTE}:
            continue
        beside = _beside(line, title)[:_LONGEST_META]
        for form in _DATES:
            if found := form.search(beside):
                return _date(found)
    return None


def _date(found: re.Match[str]) -> Date | None:
    written = found[0]
    if written.lstrip()[0] in "'’`":
        return Date(2000 + int(found[1]))
    parts = re.split(r"[-/.年月]", written)
    if found.lastindex and len(parts) > 1:
        written = "-".join(part.zfill(2) for part in parts if part)
    return parse_date(written)


def _beside(line: Line, title: Title) -> str:
    """Return what a line shows beside the title."""
    pieces = [
        piece
        for piece in line.pieces
        if not (title.own_link and title.start <= piece.start < title.end)
    ]
    return shown(pieces).replace(title.text, " ", 1)


def _authors(title: Title, lines: Sequence[Line]) -> Iterator[str]:
    """Yield the names in the first stretch beside the title that is nothing but names."""
    for line in lines:
        if line.field is Field.AUTHORS:
            yield from _persons(_named(line)[:_LONGEST_NAMES])
            return
    for line in lines:
        if line.field is None or line.field in {Field.TITLE, Field.NAME}:
            for part, set_apart in _stretches(line, title):
                stretch = _without_venue(part)
                least = _NAMES_SET_APART if set_apart else _NAMES
                if looks_like_names(stretch) >= least and not is_venue(stretch):
                    yield from _persons(stretch)
                    return


def _persons(text: str) -> list[str]:
    """Return the names in a text; "et.al." as daily tables write it is no name."""
    return split_names(_ET_AL.sub(" et al.", text))


def _without_venue(text: str) -> str:
    """Take venue and year off the end of a list of names."""
    for _ in range(_MOST_VENUE_PARTS):
        names, _, last = text.rpartition(",")
        if not is_venue(last):
            break
        text = names
    return text


def _named(line: Line) -> str:
    """Return what stands behind the name of a field."""
    return shown(
        [
            piece._replace(text=piece.text[max(0, line.value - piece.start) :])
            if piece.kind is PieceKind.TEXT
            else piece
            for piece in line.pieces
            if piece.end > line.value
        ]
    )


def _stretches(line: Line, title: Title) -> Iterator[tuple[str, bool]]:
    """Yield what stands beside a title, cut where the style changes, at links and full stops."""
    run: list[Piece] = []
    style = (False, False)
    for piece in [*line.pieces, None]:
        here = (piece.bold, piece.italic) if piece is not None else style
        if piece is None or piece.kind is PieceKind.LINK or here != style:
            set_apart = style[1]
            told = shown(run).replace(title.text, "\n", 1)[:_LONGEST_NAMES]
            for part in _SENTENCE.split(told):
                yield part.strip(' ,.;:()[]|"“”'), set_apart
            run = []
        style = here
        if piece is not None and piece.kind is not PieceKind.LINK:
            run.append(piece)


def _inside(inner: Span, outer: Span | None) -> bool:
    return outer is not None and outer.start <= inner.start < outer.end
