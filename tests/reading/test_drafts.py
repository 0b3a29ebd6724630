"""Drafts made of lines: texts joined, names, identifiers, dates, and where a paper ends."""

import textwrap

import pytest

from refman.model import Draft
from refman.reading.segment import segment
from tests.samples import make_papers

ABSTRACT = (
    "Ladders are tall, and most of them lean. We show that a ladder leans for three reasons, of "
    "which the wall is one. The others are the wind and the person who stands on it."
)


def drafts_of(text):
    return [piece for piece in segment(text) if isinstance(piece, Draft)]


def draft_of(text):
    (draft,) = drafts_of(text)
    return draft


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("A Theory of Ladders and", "Walls", "A Theory of Ladders and Walls"),
        ("A Theory of Zero-", "Shot Ladders", "A Theory of Zero-Shot Ladders"),
        ("A Theory of Pre-", "and Post-War Ladders", "A Theory of Pre- and Post-War Ladders"),
        ("A Theory of Ladders –", "and of Walls", "A Theory of Ladders – and of Walls"),
    ],
)
def test_wrapped_title_is_joined(first, second, joined):
    draft = draft_of(f"{first}\n{second}\n\n{ABSTRACT}\n")
    assert draft.title == joined
    assert draft.abstract == ABSTRACT
    assert "title wraps over 2 lines" in draft.reasons


@pytest.mark.parametrize("button", ["△ Less", "View all", "Read more"])
def test_button_behind_the_abstract_is_cut_off(button):
    draft = draft_of(f"A Theory of Ladders\n\n{ABSTRACT} {button}\n")
    assert draft.abstract == ABSTRACT


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Ada Abelson,\nBela Brandt", ("Ada Abelson", "Bela Brandt")),
        ("Ada Abelson\nBela Brandt", ("Ada Abelson", "Bela Brandt")),
        ("Authors: Ada Abelson, Bela Brandt", ("Ada Abelson", "Bela Brandt")),
        ("Authors:\nAda Abelson\nBela Brandt", ("Ada Abelson", "Bela Brandt")),
        ("Ada Abelson (Lamps), Bela Brandt (Bells)", ("Ada Abelson", "Bela Brandt")),
    ],
)
def test_names_are_cut_from_their_lines(lines, names):
    assert draft_of(f"A Theory of Ladders\n{lines}\n\n{ABSTRACT}\n").authors == names


@pytest.mark.parametrize("width", range(56, 90, 4))
def test_names_are_cut_from_wrapped_lines(width):
    papers = make_papers(6, seed=9)
    text = "\n\n".join(
        "\n".join(
            textwrap.fill(part, width) for part in (p.title, ", ".join(p.authors), p.abstract)
        )
        for p in papers
    )
    wanted = {paper.title: paper.authors for paper in papers}
    right = [draft.authors == wanted.get(draft.title) for draft in drafts_of(text)]
    assert sum(right) >= 5


def test_names_below_the_abstract_are_the_paper_s():
    draft = draft_of(f"A Theory of Ladders\n\n{ABSTRACT}\n\nAda Abelson, Bela Brandt\n")
    assert draft.authors == ("Ada Abelson", "Bela Brandt")


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("Published on Jun 3, 2025", "2025-06-03"),
        ("Date: 2025-06-03", "2025-06-03"),
        ("Year: 2025", "2025"),
        ("Date: unknown", "None"),
        ("Jun 26", "None"),
    ],
)
def test_date_beside_a_paper_is_its_own(line, issued):
    assert str(draft_of(f"A Theory of Ladders\n{line}\n\n{ABSTRACT}\n").issued) == issued


def test_identifiers_of_all_lines_are_put_together():
    draft = draft_of(
        f"A Theory of Ladders\nhttps://arxiv.org/abs/2506.10001\n\n{ABSTRACT}\n\n"
        "Cite as: arXiv:2506.10001 [cs.RO]\nDOI: 10.1000/ladders.7\n"
    )
    assert draft.identifiers.arxiv is not None
    assert draft.identifiers.arxiv.primary_class == "cs.RO"
    assert draft.identifiers.doi == "10.1000/ladders.7"
    assert "identifier beside it" in draft.reasons


def test_paper_ends_before_the_address_of_another():
    for other in (
        "https://arxiv.org/abs/2506.99999",
        "https://openreview.net/forum?id=another123",
    ):
        one = other.replace("99999", "10001").replace("another123", "thisone123")
        text = f"A Theory of Ladders\n{one}\n{ABSTRACT}\n{one}\n{other}\nSubscribe\n"
        draft = draft_of(text)
        assert text[draft.span.start : draft.span.end].endswith(f"{ABSTRACT}\n{one}")


def test_paper_ends_before_the_page_s_addresses():
    text = (
        f"A Theory of Ladders\n\n{ABSTRACT}\n\nhttps://huggingface.co/lantern-lab\n\nJun 3, 2025\n"
    )
    draft = draft_of(text)
    assert text[draft.span.start : draft.span.end].endswith("stands on it.")
    assert str(draft.issued) == "2025-06-03"


def test_link_of_the_paper_behind_it_is_in_its_span():
    text = f"A Theory of Ladders\n\n{ABSTRACT}\n\nCode: https://github.com/lantern-lab/lean\n"
    draft = draft_of(text)
    assert draft.abstract == ABSTRACT
    assert text[draft.span.start : draft.span.end].endswith("lantern-lab/lean")


def test_page_number_in_the_middle_of_a_paragraph_is_passed_over():
    first, second = ABSTRACT.split("reasons, ")
    text = f"A Theory of Ladders\n\n{first}reasons,\n\nPage 3 of 12\n\n{second}\n"
    draft = draft_of(text)
    assert draft.abstract is not None
    assert draft.abstract.replace("\n\n", " ") == ABSTRACT


def test_text_without_end_is_cut_off_from_its_paper():
    lines = "the ladder leans on the wall and the wall leans on the house and\n" * 2000
    pieces = list(segment(f"Title: A Theory of Ladders\nAbstract: {lines}"))
    assert isinstance(pieces[0], Draft)
    assert pieces[0].abstract is not None
    assert len(pieces[0].abstract) < 60_000
    assert [piece.why for piece in pieces[1:]] == ["more text than an abstract has"]


def test_lone_leads_are_left_over():
    pieces = list(segment("[1] arXiv:2506.10001 [pdf, html]\n\n[2] arXiv:2506.10002 [pdf]\n"))
    assert not [piece for piece in pieces if isinstance(piece, Draft)]


def test_trailing_blanks_without_end_are_no_text():
    text = f"A Theory of Ladders{' ' * 3000}\n\n{ABSTRACT}{chr(0xA0) * 3000}"
    draft = draft_of(text)
    assert (draft.title, draft.abstract) == ("A Theory of Ladders", ABSTRACT)


def test_note_that_hangs_below_its_label_is_no_paper():
    text = (
        "A Theory of Ladders\nComments: accepted at the Annual Symposium on Ladders and Walls,\n"
        "    with 12 pages, 4 drawings and a photograph of the ladder of which most is said\n\n"
        f"{ABSTRACT}\n"
    )
    draft = draft_of(text)
    assert (draft.title, draft.abstract) == ("A Theory of Ladders", ABSTRACT)
