"""One set of papers in every shape of tests/samples.py: are all found, and whole?

Run with ``-s`` for the table: shape, F1 of the titles, share of abstracts that are exact.
"""

import pytest

from refman.model import Draft
from refman.reading.document import decode
from refman.reading.segment import segment
from tests.samples import SHAPES, lay_out, make_papers, shown_as

LEAST_F1, LEAST_ABSTRACTS = 0.98, 0.97
SETS = [make_papers(count, seed) for count, seed in ((100, 1), (100, 2), (100, 3))]


def fold(text):
    return " ".join((text or "").split())


def expected(papers, shape):
    """The papers as a perfect reader reads them in this shape, by title."""
    shown = [shown_as(paper, shape) for paper in papers]
    if shape == "some_abstracts_missing":
        shown[3::4] = [shown_as(paper, "titles_only") for paper in shown[3::4]]
    return {fold(paper.title): paper for paper in shown}


def measure(papers, shape):
    """Return how many papers were wanted, read and found, and how many abstracts are exact."""
    text, _ = decode(lay_out(papers, shape).encode())
    drafts = [piece for piece in segment(text) if isinstance(piece, Draft)]
    wanted = expected(papers, shape)
    found = [draft for draft in drafts if fold(draft.title) in wanted]
    exact = sum(fold(draft.abstract) == fold(wanted[fold(draft.title)].abstract) for draft in found)
    return len(wanted), len(drafts), len({fold(draft.title) for draft in found}), exact


def report(shape, sets):
    wanted, read, found, exact = map(
        sum, zip(*(measure(papers, shape) for papers in sets), strict=True)
    )
    f1 = 2 * found / (wanted + read)
    abstracts = exact / max(1, found)
    print(f"{shape:28} F1 {f1:.3f}  abstracts {abstracts:.3f}")
    return f1, abstracts


@pytest.mark.parametrize("shape", SHAPES)
def test_shape_is_read(shape):
    f1, abstracts = report(shape, SETS)
    assert f1 >= LEAST_F1
    assert abstracts >= LEAST_ABSTRACTS


AUTHORED = [shape for shape in SHAPES if shape.startswith("authors")] + ["labels"]


@pytest.mark.parametrize("shape", AUTHORED)
def test_authors_are_read(shape):
    papers = SETS[0]
    wanted = {fold(paper.title): paper.authors for paper in papers}
    drafts = [piece for piece in segment(lay_out(papers, shape)) if isinstance(piece, Draft)]
    right = sum(draft.authors == wanted.get(fold(draft.title)) for draft in drafts)
    assert right >= 0.97 * len(papers)


@pytest.mark.parametrize("shape", ["dates_after", "dates_under_title"])
def test_dates_are_read(shape):
    papers = SETS[0]
    wanted = {fold(paper.title): paper.date for paper in papers}
    drafts = [piece for piece in segment(lay_out(papers, shape)) if isinstance(piece, Draft)]
    right = sum(
        draft.issued is not None and str(draft.issued.year) in wanted.get(fold(draft.title), "")
        for draft in drafts
    )
    assert right >= 0.97 * len(papers)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize(
    "shape", ["seed", "no_blanks", "blank_between", "authors", "numbered_dot", "urls_after", "tsv"]
)
def test_few_papers_are_read_as_well(shape, count):
    papers = make_papers(count, seed=count)
    assert measure(papers, shape) == (count, count, count, count)
