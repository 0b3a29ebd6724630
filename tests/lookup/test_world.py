"""The made-up world asked for: the right papers are found, and no wrong one is accepted."""

import random
from collections import Counter

import pytest

from refman.lookup import Decision, choose
from refman.model import Date, Doi, Identifiers
from refman.normalise import parse_arxiv
from tests.lookup.world import (
    Answers,
    decoys,
    draft,
    initials,
    papers,
    preprint,
    publication,
    true_records,
    workshop,
)

PAPERS = papers(160)
LEAST = 0.98

ASKED = {
    "title and abstract": draft,
    "title and a cut abstract": lambda paper: draft(paper, abstract=f"{paper.abstract[:200]}…"),
    "capitals": lambda paper: draft(paper, title=paper.title.upper()),
    "glued words": lambda paper: draft(paper, title=paper.title.replace(" ", "", 2)),
    "title, authors and year": lambda paper: draft(
        paper, abstract=None, author=initials(paper.author), issued=Date(paper.year)
    ),
    "an arXiv number": lambda paper: draft(
        paper,
        abstract=None,
        identifiers=Identifiers(arxiv=parse_arxiv(f"arXiv:{paper.arxiv}")),
    ),
    "a DOI and nothing else": lambda paper: draft(
        paper, title=None, abstract=None, identifiers=Identifiers(doi=Doi(paper.doi.upper()))
    ),
    "a reference": lambda paper: publication(paper, identifiers=Identifiers()),
    "a preprint": preprint,
}


def answers_for(place: int, *, with_truth: bool = True) -> Answers:
    chance = random.Random(place)
    answers = Answers()
    paper, other = PAPERS[place], PAPERS[(place + 1) % len(PAPERS)]
    if with_truth:
        true_records(answers, paper, chance)
    decoys(answers, paper, other, chance)
    return answers


@pytest.mark.parametrize("asked", ASKED)
def test_found_or_proposed_first_and_none_wrong(asked):
    outcomes = Counter()
    wrong = []
    for place, paper in enumerate(PAPERS):
        answers = answers_for(place)
        choice = choose(ASKED[asked](paper), answers.records)
        outcomes[choice.decision] += 1
        wrong += [
            (paper.title, answers.work_of(match.candidate), match.why)
            for match in choice.accepted
            if answers.work_of(match.candidate) != f"paper {place}"
        ]
        first = choice.matches[0]
        outcomes["first"] += (
            first.decision is not Decision.REJECT
            and answers.work_of(first.candidate) == f"paper {place}"
        )
    print(asked, dict(outcomes))
    assert wrong == []
    assert outcomes["first"] >= LEAST * len(PAPERS)


@pytest.mark.parametrize("asked", ["title and abstract", "title, authors and year", "a preprint"])
def test_nothing_is_accepted_where_no_source_has_the_paper(asked):
    for place, paper in enumerate(PAPERS):
        answers = answers_for(place, with_truth=False)
        choice = choose(ASKED[asked](paper), answers.records)
        assert [(match.why, match.candidate) for match in choice.accepted] == []


def test_a_title_alone_goes_to_review_with_all_that_have_it():
    for place, paper in enumerate(PAPERS):
        answers = answers_for(place)
        choice = choose(draft(paper, abstract=None), answers.records)
        assert choice.decision is Decision.REVIEW
        works = [answers.work_of(match.candidate) for match in choice.to_review]
        assert {f"paper {place}", "same title"} <= set(works)
        assert not {"erratum", "part two", "near title", "echo", "same names"} & set(works)


def test_of_two_publications_neither_is_taken_but_the_preprint_is():
    for place, paper in enumerate(PAPERS):
        answers = answers_for(place)
        answers.add("workshop", "openalex", workshop(paper))
        choice = choose(draft(paper), answers.records)
        accepted = {match.candidate.source for match in choice.accepted}
        assert accepted == {"arxiv"}
        told = {answers.work_of(match.candidate): match.why for match in choice.to_review}
        assert "two works" in told["workshop"]
        assert "version" in told["workshop"]


def test_the_entrys_own_venue_tells_which_of_two_publications_it_is():
    for place, paper in enumerate(PAPERS):
        answers = answers_for(place)
        answers.add("workshop", "openalex", workshop(paper))
        choice = choose(workshop(paper, identifiers=Identifiers(), abstract=None), answers.records)
        works = {answers.work_of(match.candidate) for match in choice.accepted}
        assert "workshop" in works
        published = {
            answers.work_of(match.candidate)
            for match in choice.accepted
            if match.candidate.entry.container_title
        }
        assert published == {"workshop"}
