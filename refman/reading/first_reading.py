"""The first reading of a page's head, which tells the page's habits."""

from collections.abc import Iterable, Sequence

from refman.reading.boilerplate import Field
from refman.reading.habits import NEUTRAL, Habits
from refman.reading.lines import Kind, Line
from refman.reading.outlines import Outline, outline_papers
from refman.reading.path import settle_lines
from refman.reading.weights import Part

__all__ = ["habits_of"]

_FEWEST_PAPERS = 3
_FEW_GAPS = 0.1
_TEXTS = {Kind.TEXT, Kind.PROSE}


def habits_of(lines: Sequence[Line], *, whole: bool) -> Habits:
    """Return the habits of a page; of too few papers, only how much other text there is.

    Args:
        lines: of its head.
        whole: the head is all there is of the page.
    """
    settled = list(settle_lines(lines, NEUTRAL))
    papers = [piece for piece in outline_papers(settled) if isinstance(piece, Outline)]
    other = sum(step.part is Part.OUT and step.line.kind in _TEXTS for step in settled)
    foreign = other / max(1, other + len(papers))
    if len(papers) < _FEWEST_PAPERS:
        return Habits(foreign=foreign)
    titles = [paper.title for paper in papers]
    return Habits(
        numbered=_share(title.numbered for title in titles),
        without_abstract=_share(not paper.has_abstract for paper in papers),
        labelled=_share(title.field is Field.TITLE for title in titles),
        full_stops=_share(title.text.endswith(".") for title in titles),
        headlines=_share(bool(title.looks and title.looks.headline) for title in titles),
        paragraphs=_share(len(paper.lines(Part.ABSTRACT)) > 1 for paper in papers),
        foreign=foreign,
        title_gap=_usual_gap([title.gap for title in titles[1:]]),
        numbers_lead=_leads(papers, Field.IDENTIFIER),
        dates_lead=whole and _leads(papers, Field.DATE),
    )


def _share(signs: Iterable[bool]) -> float:
    found = list(signs)
    return sum(found) / len(found)


def _usual_gap(gaps: list[int]) -> int:
    """Return how many blank lines stand before nearly every title, at least."""
    return sorted(gaps)[int(_FEW_GAPS * len(gaps))]


def _leads(papers: Sequence[Outline], field: Field) -> bool:
    """Tell whether lines that give such a field stand before the titles that they belong to.

    So they do if the first paper has one before it and the last one has none behind.
    """
    first, last = papers[0].steps, papers[-1].steps
    leads = any(step.part is Part.LEAD and step.line.gives is field for step in first)
    trails = any(step.part is not Part.LEAD and step.line.gives is field for step in last)
    return leads and not trails
