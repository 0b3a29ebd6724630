"""Lists of titles: what stands beside a title, and what is no title."""

import pytest

from refman.model import Draft, LeftOver
from refman.reading.document import Document
from refman.reading.readers.titles import TITLES
from tests.reading.readers.listed import read_list

TITLE = "Learning to Fold Ladders with Sparse Rewards"


def drafts(text):
    return [piece for piece in read_list(TITLES, text) if isinstance(piece, Draft)]


@pytest.mark.parametrize(
    ("line", "authors", "issued"),
    [
        (TITLE, (), None),
        (f"- {TITLE}", (), None),
        (f"12. {TITLE}.", (), None),
        (f"[ ] {TITLE}", (), None),
        (f"{TITLE} (2023)", (), "2023"),
        (f"{TITLE} [ICLR'24]", (), "2024"),
        (f"{TITLE} (NeurIPS 2024 oral) [best paper]", (), "2024"),
        (f"{TITLE}, CVPR 2023", (), "2023"),
        (f"{TITLE}. ICLR 2025.", (), "2025"),
        (f"“{TITLE},” Abelson et al., 2023", ("Abelson",), "2023"),
        (f'"{TITLE}" by Ada Abelson and Bela Brandt', ("Ada Abelson", "Bela Brandt"), None),
        (f"{TITLE} by Ada Abelson, Bela Brandt", ("Ada Abelson", "Bela Brandt"), None),
        (f"{TITLE} — Ada Abelson, Bela Brandt (2021)", ("Ada Abelson", "Bela Brandt"), "2021"),
        (f"{TITLE} - A. Abelson et al.", ("A. Abelson",), None),
        (f"Abelson et al. (2023): {TITLE}", ("Abelson",), "2023"),
        (f"Abelson & Brandt, 2022 - {TITLE}", ("Abelson", "Brandt"), "2022"),
        (f"2021 - {TITLE}", (), "2021"),
        (f"**{TITLE}** (ICML 2022)", (), "2022"),
        (f"{TITLE}: https://arxiv.org/abs/2506.18701", (), None),
        (f"{TITLE}, arXiv:2506.18701", (), None),
    ],
)
def test_what_stands_beside_a_title(line, authors, issued):
    (draft,) = drafts(f"{line}\n")
    assert draft.title == TITLE
    assert draft.authors == authors
    assert (str(draft.issued) if draft.issued else None) == issued


@pytest.mark.parametrize(
    "title",
    [
        "Planning by Example Search in Orchards",
        "Lamps 2030 - A Study of Light",
        "Attention - Is it All You Need?",
        "A Survey of Lamps (and Bridges) in Harbours",
        "“Quiet” Robots: Noise in the Lab",
        "Do Lamps Dream? On the Sleep of Light",
    ],
)
def test_what_belongs_to_the_title_stays(title):
    (draft,) = drafts(f"{title}\n")
    assert draft.title == title
    assert draft.authors == ()


def test_identifier_beside_a_title_is_the_paper_s():
    (draft,) = drafts(f"{TITLE} (arXiv:2506.18701)\n")
    assert draft.identifiers.arxiv.id == "2506.18701"


def test_single_names_are_taken_where_most_lines_have_one():
    lines = [f"{TITLE} - Ada Abelson", "A Theory of Ladders and Light - Bela Brandt"]
    assert [draft.authors for draft in drafts("\n".join(lines))] == [
        ("Ada Abelson",),
        ("Bela Brandt",),
    ]
    (draft,) = drafts(lines[0])
    assert draft.title == lines[0]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Reading list for Tuesday:", "a heading"),
        ("References", "a heading"),
        ("lamps", "no title"),
        ("https://lamps.example/", "no title"),
        ("12", "no title"),
        ("We show that lamps are small, and we find that they are not.", "no title"),
        ("lamp " * 200, "too long for a title"),
    ],
)
def test_what_is_no_title_is_left_over(line, why):
    (piece,) = read_list(TITLES, f"{line}\n")
    assert isinstance(piece, LeftOver)
    assert piece.why == why


def test_repeats_are_told_with_their_line():
    _, again = read_list(TITLES, f"{TITLE} (2023)\n\n- {TITLE.lower()} [ICLR 2024]\n")
    assert again.why == "repeats the paper at line 1"


@pytest.mark.parametrize(
    "text",
    [
        "- two lamps\n- oil (3 litres)\n- bread (2)\n",
        "Menu (2024)\nSoup\nFish\nBread\n",
        "def light(lamp):\n    return lamp (2024)\n",
        "It was 2021 (a bad year). The lamp stood on the pier, and nobody asked who had lit it.\n",
        f"{TITLE} (2023)\n" + "We fold ladders and find that they are tall. " * 4 + "\n",
    ],
)
def test_other_texts_are_no_lists(text):
    assert TITLES.score(Document(source="x", text=text)) < 0.4
