"""What is no listing gives no paper, or papers in doubt; listings of few papers are believed."""

import tomllib
from pathlib import Path

import pytest

from refman.model import Draft, LeftOver
from refman.reading.judgement import DOUBT, NO_LISTING, SECTION, TABLE
from refman.reading.segment import segment
from refman.resources import read_table, resource_root
from tests.samples import lay_out, make_papers

DATA = Path(__file__).parents[1] / "data" / "reading"
DOUBTFUL = sorted((DATA / "doubt").iterdir())
WORDS = tomllib.loads((resource_root() / TABLE).read_text("utf-8"))

MAIL = """Dear all,

thank you for coming to the meeting on Thursday. I promised to send you what I read on the train,
so here it is. Please tell me if you cannot open it.

{}

Best regards,
Ada

--
Ada Abelson, Harbour Board, room 12
phone 555 0199
"""
CODE = "static int lamp_{0}(struct lamp *lamp)\n{{\n\treturn lamp->lit == {0};\n}}\n\n"
SECTIONS = """1 Introduction

Lamps have been lit by hand for two thousand years. In this paper we study how a machine does it and
what it costs. Earlier studies looked at the flame alone.

2 Related Work on Lamps and Flames

Many approaches to lighting have been proposed. They differ in the model of the wick and in the data
that was used to train them. None of them was evaluated outdoors.

3 A Method for Lighting Lamps by Machine

We present a method that strikes a match, waits for the flame and evaluates its colour. The model is
trained on a dataset of nine hundred flames.
"""


def drafts_of(text):
    return [piece for piece in segment(text) if isinstance(piece, Draft)]


def why_left(text):
    return {piece.why for piece in segment(text) if isinstance(piece, LeftOver)}


@pytest.mark.parametrize("page", DOUBTFUL, ids=lambda path: path.stem)
def test_what_may_be_a_listing_is_kept_in_doubt(page):
    drafts = drafts_of(page.read_text("utf-8"))
    assert drafts
    for draft in drafts:
        assert draft.confidence < 0.5
        assert DOUBT in draft.reasons


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize(
    "shape", ["seed", "authors", "numbered_dot", "truncated", "labels", "cards"]
)
def test_listing_of_few_papers_is_believed(shape, count):
    for seed in (1, 2, 3):
        papers = make_papers(count, seed)
        drafts = drafts_of(lay_out(papers, shape))
        assert [draft.title for draft in drafts] == [paper.title for paper in papers]
        assert all(draft.confidence > 0.5 for draft in drafts)


@pytest.mark.parametrize("count", [1, 2, 3, 12])
@pytest.mark.parametrize("shape", ["seed", "authors", "urls_after", "wrapped_72"])
def test_papers_in_a_mail_are_believed(shape, count):
    papers = make_papers(count, seed=4)
    listing = lay_out(papers, shape).replace("new\n\nGet trending", "Get trending").strip()
    drafts = {draft.title: draft for draft in drafts_of(MAIL.format(listing))}
    for paper in papers:
        assert drafts[paper.title].confidence > 0.5


def test_mail_without_papers_gives_none():
    text = MAIL.format("Nothing was worth it this week.")
    assert drafts_of(text) == []


def test_long_code_gives_no_paper_however_it_goes_on():
    text = "".join(CODE.format(number) for number in range(600))
    handbook = (DATA / "nothing" / "manual.txt").read_text("utf-8")
    assert drafts_of(text + handbook) == []
    assert NO_LISTING in why_left(handbook * 3 + text)


def test_listing_behind_a_long_handbook_is_found():
    papers = make_papers(30, seed=6)
    handbook = (DATA / "nothing" / "manual.txt").read_text("utf-8")
    found = {draft.title for draft in drafts_of(handbook * 9 + "\n\n" + lay_out(papers, "seed"))}
    assert len(found & {paper.title for paper in papers}) >= 28


def test_whole_text_of_a_paper_is_one_paper():
    (paper,) = make_papers(1, seed=8)
    authors = ", ".join(paper.authors)
    text = f"{paper.title}\n\n{authors}\n\nAbstract\n\n{paper.abstract}\n\n{SECTIONS * 2}"
    (draft,) = drafts_of(text)
    assert draft.title == paper.title
    assert SECTION in why_left(text)
    named = text.replace("1 Introduction", "Introduction").replace(
        "2 Related Work on Lamps and F", "F"
    )
    assert len(drafts_of(named)) > 1
    assert len(drafts_of(named + "\nReferences\n")) == 1


def test_introduction_alone_is_no_paper_s_section():
    papers = make_papers(6, seed=8)
    text = lay_out(papers, "seed").replace(
        papers[2].abstract, "Introduction\n" + papers[2].abstract
    )
    assert len(drafts_of(text)) == 6


def test_words_are_in_lower_case_and_on_one_side_only():
    assert dict(read_table(TABLE)) == WORDS
    words = {name: text.split() for name, text in WORDS.items()}
    for listed in words.values():
        assert listed
        assert all(word == word.lower() for word in listed)
    assert not set(words["research"]) & set(words["other"])
    assert not set(words["speakers"]) & set(words["research"] + words["other"])
    for listed in (words["other"], words["signs"], words["speakers"]):
        assert len(listed) == len(set(listed))
