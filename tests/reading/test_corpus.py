"""The real inputs beside the checkout: the seed, all dev listings, and the seed in other shapes."""

import json

import pytest

from refman.model import Draft
from refman.reading.document import read_document
from refman.reading.segment import segment
from tests.reading.test_shapes import LEAST_ABSTRACTS, LEAST_F1, fold, report
from tests.samples import SHAPES, Paper, make_papers

pytestmark = pytest.mark.corpus


def drafts_of(path):
    return [piece for piece in segment(read_document(path).text) if isinstance(piece, Draft)]


def listings(corpus, kind):
    for truth in sorted((corpus / "listings" / kind).glob("*.truth.json")):
        yield (
            truth.with_name(truth.name.removesuffix(".truth.json")),
            json.loads(truth.read_text("utf-8")),
        )


@pytest.fixture(scope="module")
def seed(corpus):
    truth = json.loads((corpus / "seed" / "truth.json").read_text("utf-8"))
    return corpus / "seed" / truth["file"], truth


def test_seed_gives_its_papers_whole(seed):
    path, truth = seed
    drafts = drafts_of(path)
    assert len(drafts) == truth["papers_count"]
    for draft, paper in zip(drafts, truth["papers"], strict=True):
        assert draft.title == paper["title"]
        assert draft.abstract[:60] == paper["abstract_first60"]
        assert draft.abstract[-60:] == paper["abstract_last60"]
        assert len(draft.abstract) == paper["abstract_chars"]
        assert draft.confidence > 0.9


def test_seed_s_page_is_in_no_draft(seed):
    path, truth = seed
    text = read_document(path).text
    for draft in drafts_of(path):
        held = text[draft.span.start : draft.span.end].splitlines()
        assert not set(held) & set(truth["chrome_lines"])


@pytest.mark.parametrize("kind", ["plain_text", "hf_page_text"])
def test_listing_gives_its_papers(corpus, kind):
    for path, truth in listings(corpus, kind):
        drafts = {fold(draft.title): draft for draft in drafts_of(path)}
        wanted = {fold(paper["title"]): paper for paper in truth["papers"]}
        f1 = 2 * len(drafts.keys() & wanted.keys()) / (len(drafts) + len(wanted))
        assert f1 >= LEAST_F1
        for title in drafts.keys() & wanted.keys():
            draft, paper = drafts[title], wanted[title]
            if "abstract_last60" in paper:
                assert draft.abstract.startswith(paper["abstract_first60"])
                assert draft.abstract.endswith(paper["abstract_last60"])
            if "hf_id" in paper:
                assert draft.identifiers.arxiv.id == paper["hf_id"]
            if "date" in paper:
                assert str(draft.issued) == paper["date"]


@pytest.mark.parametrize("shape", SHAPES)
def test_seed_in_every_shape(seed, shape):
    path, _ = seed
    drafts = drafts_of(path)
    papers = [
        Paper(
            title=draft.title,
            authors=made.authors,
            abstract=draft.abstract,
            arxiv=made.arxiv,
            date=made.date,
        )
        for draft, made in zip(drafts, make_papers(len(drafts), seed=3), strict=True)
    ]
    f1, abstracts = report(shape, [papers])
    assert f1 >= LEAST_F1
    assert abstracts >= LEAST_ABSTRACTS
