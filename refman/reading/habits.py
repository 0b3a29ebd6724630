"""What a page does throughout, told by a first reading of its head."""

from collections.abc import Sequence

from refman.reading.boilerplate import Field
from refman.reading.lines import Kind, Line
from refman.reading.outlines import Outline, outline_papers
from refman.reading.path import settle_lines
from refman.reading.signs import NEUTRAL, Habits
from refman.reading.weights import Part

__all__ = ["habits_of"]

_FEWEST = 3
_FEW_GAPS = 0.1


def habits_of(lines: Sequence[Line], *, whole: bool) -> Habits:
    """Return the habits of a page.

    Args:
        lines: of its head.
        whole: the head is all there is of the page.
    """
    settled = list(settle_lines(lines, NEUTRAL))
    pieces = list(outline_papers(settled))
    papers = [piece for piece in pieces if isinstance(piece, Outline)]
    foreign = sum(
        step.part is Part.OUT and step.line.kind in {Kind.TEXT, Kind.PROSE} for step in settled
    )
    if len(papers) < _FEWEST:
        return Habits(foreign=foreign / max(1, foreign + len(papers)))
    titles = [paper.title for paper in papers]
    count = len(papers)
    return Habits(
        numbered=sum(title.numbered for title in titles) / count,
        without_abstract=sum(not paper.has_abstract for paper in papers) / count,
        labelled=sum(title.field is Field.TITLE for title in titles) / count,
        full_stops=sum(title.text.endswith(".") for title in titles) / count,
        headlines=sum(bool(title.looks and title.looks.headline) for title in titles) / count,
        paragraphs=sum(len(paper.lines(Part.ABSTRACT)) > 1 for paper in papers) / count,
        foreign=foreign / (foreign + count),
        title_gap=_usual_gap([title.gap for title in titles[1:]]),
        numbers_lead=_leads(papers, Field.IDENTIFIER, whole=True),
        dates_lead=_leads(papers, Field.DATE, whole=whole),
    )


def _usual_gap(gaps: list[int]) -> int:
    """Return how many blank lines stand before nearly all titles, at least."""
    return sorted(gaps)[int(_FEW_GAPS * len(gaps))]


def _leads(papers: Sequence[Outline], field: Field, *, whole: bool) -> bool:
    """Tell whether lines that give such a field stand before the titles that they belong to.

    So they do if the first paper has one before it and the last one has none behind.
    """
    first, last = papers[0].steps, papers[-1].steps
    leads = any(step.part is Part.LEAD and _gives(step.line) is field for step in first)
    trails = any(step.part is not Part.LEAD and _gives(step.line) is field for step in last)
    return leads and whole and not trails


def _gives(line: Line) -> Field | None:
    if line.own is not None:
        return Field.IDENTIFIER
    return line.row.gives if line.row is not None else line.field
