"""No reader finds papers where there are none; short lists of papers stay whole."""

import json
from pathlib import Path

import pytest

from refman.model import Draft, LeftOver, Span
from refman.plugins import load_readers
from refman.reading.conference.json import TABLE as CONFERENCE
from refman.reading.detect import choose_reader
from refman.reading.document import Document, read_document
from refman.reading.evidence import (
    DOUBT,
    TABLE,
    Candidate,
    believed,
    doubted,
    looks_like_code,
    reads_as_abstract,
    speaks_of_research,
    told_of,
    words,
)
from refman.reading.labels import hangs
from refman.resources import read_table
from tests.samples import make_papers

NOTHING = sorted((Path(__file__).parents[1] / "data" / "reading" / "nothing").iterdir())


def pieces_of(text, kind=None):
    document = Document(source="x", text=text)
    return list(choose_reader(document, load_readers(), kind).read(document))


def drafts_of(text, kind=None):
    return [piece for piece in pieces_of(text, kind) if isinstance(piece, Draft)]


def draft(title="Lamps", confidence=0.8):
    return Draft(title=title, span=Span(0, 1), confidence=confidence, reasons=("read",))


@pytest.mark.parametrize("path", NOTHING, ids=lambda path: path.stem)
def test_the_reader_that_fits_best_finds_no_paper(path):
    document = read_document(path)
    reader = choose_reader(document, load_readers())
    assert all(isinstance(piece, LeftOver) for piece in reader.read(document)), reader.kind


README = """# Awesome {name}

[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

A short list of what we read on {name}. For more, check the [homepage](https://lamps.example).

## Papers

{papers}

## License

[MIT](https://github.com/lamps/list/blob/main/LICENSE)
"""
ITEMS = {
    "link": "- [{title}](https://arxiv.org/abs/2401.0000{n})",
    "brackets": "- {title} [[paper](https://arxiv.org/abs/2401.0000{n})]",
    "PDF anywhere": "- {title} [[pdf](https://lab.example/{n}.pdf)]",
    "title leads to a PDF": "- [{title}](https://lab.example/{n}.pdf)",
    "venue and code": "- **{title}** (CVPR 2024) [[code](https://github.com/lamps/a{n})]",
    "authors and code": "- **{title}.** *Ada Abelson, Bela Brandt* [[code](https://github.com/l/a{n})]",
    "publisher": "- {title}. https://openreview.net/forum?id=abcdefg{n}",
}


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_awesome_list_of_few_papers_is_believed(item, count):
    papers = make_papers(count, seed=3)
    lines = [item.format(title=paper.title, n=n) for n, paper in enumerate(papers)]
    drafts = drafts_of(README.format(name="lamps", papers="\n".join(lines)))
    assert [each.title for each in drafts] == [paper.title for paper in papers]
    assert all(each.confidence >= 0.5 and DOUBT not in each.reasons for each in drafts)


def test_table_with_titles_and_code_is_believed():
    rows = "\n".join(f"| {paper.title} | [code](https://github.com/l/a) |"
                     for paper in make_papers(3, seed=3))  # fmt: skip
    drafts = drafts_of(f"| Title | Code |\n|---|---|\n{rows}\n", "markdown_list")
    assert [each.confidence >= 0.5 for each in drafts] == [True] * 3


def test_papers_with_code_alone_are_believed_among_others():
    papers = make_papers(6, seed=3)
    links = ["[paper](https://arxiv.org/abs/2401.00001)", "[code](https://github.com/l/a)"]
    lines = [f"- **{paper.title}** [{links[n % 2]}]" for n, paper in enumerate(papers)]
    drafts = drafts_of("\n".join(lines))
    assert [each.confidence >= 0.5 for each in drafts] == [True] * 6
    alone = drafts_of("\n".join(lines[1::2]))
    assert [each.confidence < 0.5 and DOUBT in each.reasons for each in alone] == [True] * 3


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("- The manual of lamps is at [arXiv](https://arxiv.org/abs/2401.00001)\n", []),
        ("- What Oil Is For [[pdf](https://arxiv.org/abs/2401.00001)]\n", ["What Oil Is For"]),
        ("- “What We Light Lamps for” [[pdf](https://arxiv.org/abs/2401.00001)]\n",
         ["What We Light Lamps for"]),
    ],
)  # fmt: skip
def test_sentence_that_goes_on_with_a_link_is_no_title(text, titles):
    assert [each.title for each in drafts_of(text, "markdown_list")] == titles


def record_of(**fields):
    return drafts_of(json.dumps([{"title": "Of Lamps and Oil", **fields}]), "openreview")


@pytest.mark.parametrize(
    "fields",
    [
        {"authors": ["Ada Abelson", "Bela Brandt"], "year": 2024},
        {"authors": ["Ada Abelson"], "abstract": "Lamps."},
        {"author": "Ada Abelson", "doi": "10.5555/a"},
        {"author": "Ada Abelson", "pdf": "https://lab.example/a.pdf"},
        {"author": "Ada Abelson", "year": 2024, "arxiv": ""},
        {"author": "Ada Abelson", "year": 2024, "summary": "We propose a method."},
    ],
)
def test_record_with_what_only_papers_have_is_believed(fields):
    (found,) = record_of(**fields)
    assert found.confidence >= 0.5


def test_record_of_a_post_is_kept_in_doubt():
    (found,) = record_of(author="Ada Abelson", date="2024-03-01", url="https://blog.example/a")
    assert found.confidence < 0.5
    assert DOUBT in found.reasons


def test_record_of_software_is_let_go_unless_it_is_a_paper_s():
    assert record_of(author="Ada Abelson", version="1.0", license="MIT") == []
    (found,) = record_of(authors=["A. Abelson"], version="1", license="MIT", abstract="Lamps.")
    assert found.confidence >= 0.5


RESEARCH = (
    "We study how lamps are lit by hand, and propose a method that needs no match. Existing "
    "approaches train a model of the wick on large datasets and generalize badly to new harbours. "
    "Our experiments show that the method improves accuracy on three benchmarks, and that it is "
    "robust to wind and rain. We discuss limitations and what follows for the design of lamps."
)
FEED = "<rss><channel>{}</channel></rss>"
ITEM = "<item><title>{}</title>{}</item>"


@pytest.mark.parametrize(
    ("inner", "sure"),
    [
        ("<link>https://arxiv.org/abs/2401.00001</link>", True),
        ("<link>https://proceedings.mlr.press/v1/lamp24a.html</link>", True),
        ("<prism:volume>9</prism:volume>", True),
        ("<author>Wick, Ann; Glim, Bo</author><summary>We propose a method.</summary>", True),
        ("<dc:creator>Wick, Ann; Glim, Bo</dc:creator>", False),
        ("<description>The authors propose a method.</description>", False),
        ("<link>https://news.example/a</link>", None),
        ("<link>no address</link>", None),
    ],
)  # fmt: skip
def test_item_of_a_feed_is_believed_for_what_it_has(inner, sure):
    found = drafts_of(FEED.format(ITEM.format("Of lamps", inner)))
    assert [each.confidence >= 0.5 for each in found] == ([] if sure is None else [sure])


TABLE_OF = "<table><tr>{}</tr><tr>{}</tr><tr>{}</tr></table>"


@pytest.mark.parametrize(
    ("heads", "cells", "sure"),
    [
        ("<th>Name</th><th>Description</th>", "<td>lamp_light</td><td>Lights a lamp</td>", None),
        (
            "<th>name:</th><th>what</th>",
            "<td>wick</td><td>the wick of <a href='#x'>it</a></td>",
            None,
        ),
        ("<th>Name</th><th>Authors</th>", "<td>Lamps</td><td>Ada Abelson</td>", True),
        ("<th>Title</th><th>Authors</th>", "<td>Lamps</td><td>Ada Abelson</td>", True),
        ("<th>Title</th><th>No.</th>", "<td>Lamps for Every Harbour</td><td>7</td>", True),
        ("<th>Title</th><th>No.</th>", "<td>Lamps</td><td>7</td>", False),
    ],
)
def test_row_of_a_page_is_believed_for_what_it_has(heads, cells, sure):
    found = drafts_of(TABLE_OF.format(heads, cells, cells), "openreview")
    assert [each.confidence >= 0.5 for each in found] == ([] if sure is None else [sure] * 2)


def test_item_among_papers_is_believed():
    papers = [ITEM.format(f"Lamp {n}", "<prism:volume>9</prism:volume>") for n in range(3)]
    found = drafts_of(FEED.format("".join([*papers, ITEM.format("A correction", "")])))
    assert [each.confidence >= 0.5 for each in found] == [True] * 4


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("“Lamps by Night”, Lee et al., 2023\n“Oil and Its Uses”, Chu et al., 2024\n", True),
        ("Lamps by Night (ICLR 2024)\nOil and Its Uses (ICML 2023)\n", True),
        ("A Novel Model of Lamps (2024)\nLearning to Light Lamps (2023)\n", True),
        ("Lamps by Night (1942)\nOil and Its Uses (1951)\nThe Old Quay (1960)\n", False),
        ('    "lamp by night",\n    "oil and its uses",\n    "learning models (2023)",\n', False),
    ],
)
def test_list_of_titles_is_told_from_strings_and_films(text, is_list):
    score = load_readers()["titles"].score(Document(source="x", text=text))
    assert (score > 0.4) is is_list


def test_what_shows_nothing_is_believed_in_company_alone():
    shown, kept = Candidate(draft(), is_shown=True), Candidate(draft(), is_shown=False)
    let_go = Candidate(draft("News"), is_shown=False, is_kept=False)
    assert list(believed([shown, shown, kept, let_go, "rest"])) == [draft()] * 3 + [
        draft("News"), "rest",
    ]  # fmt: skip
    assert list(believed([shown, kept])) == [draft(), doubted(draft())]
    assert list(believed([kept, let_go, "rest"])) == [doubted(draft()), let_go, "rest"]
    assert list(believed([shown, shown, *[kept] * 4])) == [draft()] * 2 + [doubted(draft())] * 4
    assert list(believed([])) == []


def test_what_a_group_was_is_remembered_in_the_next():
    shown, kept = Candidate(draft(), is_shown=True), Candidate(draft(), is_shown=False)
    found = list(believed([*[shown] * 400, *[kept] * 100]))
    assert found == [draft()] * 500
    assert list(believed([*[kept] * 400, shown, kept]))[-2:] == [draft(), doubted(draft())]


def test_doubt_leaves_little_confidence_and_says_why():
    assert doubted(draft(confidence=0.9)) == Draft(
        title="Lamps", span=Span(0, 1), confidence=0.41, reasons=("read", DOUBT)
    )
    assert doubted(doubted(draft())) == doubted(draft())


def test_words_tell_of_research():
    assert speaks_of_research("We propose a model of lamps")
    assert not speaks_of_research("Lamps for sale")
    assert told_of("We propose a model").research == 2
    assert told_of("We propose a model").speaks
    assert words("research") == frozenset(read_table(TABLE)["research"].split())


@pytest.mark.parametrize(
    ("text", "is_abstract"),
    [
        (RESEARCH, True),
        (RESEARCH[:250], False),
        ("Lamps were sold at the quay, and everybody came to see them. " * 8, False),
        (None, False),
    ],
)
def test_abstract_says_what_was_studied(text, is_abstract):
    assert reads_as_abstract(text) is is_abstract


def test_feed_of_abstracts_alone_is_believed():
    items = ITEM.format("Of lamps", f"<description>{RESEARCH}</description>")
    (found,) = drafts_of(FEED.format(items))
    assert found.confidence >= 0.5


@pytest.mark.parametrize(
    ("line", "is_code"),
    [("def lamp():", True), ("lamp = 3", True), ("x;", True), ("# note", True),
     ("A Model of Lamps", False), ("“Lamps”, Lee et al., 2023", False)],
)  # fmt: skip
def test_lines_of_code(line, is_code):
    assert looks_like_code(line) is is_code
    assert looks_like_code(f"Lamps\n{line}\nLamps", 6, 6 + len(line)) is is_code


def test_each_row_of_evidence_is_in_lower_case_and_on_one_side():
    evidence = read_table(CONFERENCE)["evidence"]
    assert set(evidence) == {"shows", "software", "vague_titles"}
    assert not set(evidence["shows"]) & set(evidence["software"])
    for names in evidence.values():
        assert names == [name.lower() for name in names]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("word", read_table("label_rules.toml")["hanging"]["words"])
def test_each_hanging_word_hangs(word):
    assert hangs(f"Lamps are {word}")
    assert not hangs(f"Lamps are {word} lit")
