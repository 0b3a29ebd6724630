"""Lists in Markdown: every layout a file, what holds for all, and what nothing may break."""

import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.model import Draft, LinkKind
from refman.reading.document import Document
from refman.reading.readers.markdown_list import MARKDOWN_LIST
from refman.reading.readers.page_text import PAGE_TEXT

DATA = Path(__file__).resolve().parents[2] / "data" / "reading" / "markdown"
LAYOUTS = sorted(DATA.glob("*.md"))

SCRAPS = (
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "](https://a.org/b)",
    "[paper](https://arxiv.org/abs/2401.00001)",
    "**",
    "*",
    "_",
    "`",
    "```",
    "~~~",
    "|",
    "|---|---|",
    "\n",
    "\n\n",
    "  \n",
    "\\\n",
    "- ",
    "1. ",
    "# ",
    "## News",
    "> ",
    "    ",
    "<br>",
    "<tr>",
    "<td>",
    "</tr>",
    "<th>",
    "</table>",
    "<li>",
    "<details>",
    '<a href="https://a.org/x">',
    "</a>",
    "<!--",
    "-->",
    "&amp;",
    "\\[",
    "$x_1$",
    ":star:",
    "论文：",
    "标题：",
    "Title: ",
    "Authors: ",
    "Abstract",
    "A Title of Words",
    '"',
    "“",
    "”",
    "(CVPR 2024)",
    "*Ann Lee et al.*",
    "https://github.com/a/b",
    "http://[x",
    "www.",
    "\x00",
    "\u2028",
    "\r\n",
    "é",
    "中文",
)


TITLES = (
    "Deep Water",
    "Sea: See, Saw, Seen",
    "What Swims? A Study of Fish",
    "Fish, Birds, and Other Priors: A Comparative Study",
    "Is it Worth It? Yes!",
    "A* Search on C++ Reefs",
    "Swim2Vec: From Fins to 3D Vectors in 2 Seconds",
    "Waves vs. Particles in Deep Models",
    "The “Wet” Lottery",
    "Learning $\\ell_0$-Sparse Tides",
    "Tides (Almost) without Moons",
    "U-Net++ and Beyond: 10 Years of Nets",
    "Don't Look Back - Look Deeper",
    "lowercase titles about fish and water",
    "MoonLLM-1.5: A Strong, Small Model",
    "Data Sets for Code: A Survey",
    "Towards End-to-End Boats (and Ships)",
    "Recent Advances in Video, Image and Sound Models",
)
PAPER, CODE = "https://arxiv.org/abs/2401.00001", "https://github.com/a/b"
TEMPLATES = {
    "brackets": "- {title} [[paper]({P})] [[code]({C})]",
    "venue in bold": "- {title} (**CVPR 2024**) [[paper]({P})]",
    "venue in italics": "* {title}. *NeurIPS 2023*. [[Paper]({P})]",
    "venue behind a comma": "* {title}, ICML 2022 [[Paper]({P})]",
    "unknown labels": "- {title} [[pdf]({P})] [[Supp. Text](http://a.org)] [[Third Parties]({C})]",
    "bold": "1. **{title}** [[paper]({P})] [[code]({C})]",
    "bold with full stop": "1. **{title}.** *Ann Lee, Bo Berg.* ICLR 2020. [paper]({P})",
    "link": "- [{title}]({P})",
    "link and authors": "- [{title}]({P}), Ann Lee, Bo Berg, CVPR 2023 | [github]({C})",
    "bold link": "- [2023/07] [**{title}**]({P}) [[code]({C})]",
    "quotes": '- **Net**: "{title}", *arXiv, Dec 2025*. [[Paper]({P})]',
    "venue in front": "- [CVPR 2023] {title} [[paper]({P})]",
    "venue in code": "- `ICCV 2021` **{title}** [[paper]({P})]",
    "badge": "- {title} [![arXiv](https://img.shields.io/badge/a-b-red)]({P})",
    "lines below": "- {title}\n  - Paper: {P}\n  - Code: {C}",
    "record": "**{title}** \\\n*Ann Lee, Bo Berg* \\\nICLR 2023. [[Paper]({P})]",
    "fields": "**{title}**\n\n- Paper: {P}\n- Code: {C}",
    "heading": "### 1. {title}\n**Authors**: Ann Lee, Bo Berg\n\n[Paper]({P}) | [Code]({C})",
    "row": "| Title | Code |\n|---|---|\n| {title} | [link]({C}) |",
    "row of links": "| Date | Paper | Code |\n|-|-|-|\n| 2024-01 | [{title}]({P}) | [link]({C}) |",
    "key": "标题：{title}\n论文：{P}",
    "anchor": '<li><a href="{P}"><b>{title}</b></a> <em>ICLR 2024</em></li>',
}


def read(text):
    return list(MARKDOWN_LIST.read(Document(source="list.md", text=text)))


def drafts_of(text):
    return [piece for piece in read(text) if isinstance(piece, Draft)]


def told(draft, asked):
    """Return of a draft what a row of the expectations asks."""
    arxiv = draft.identifiers.arxiv
    everything = {
        "title": draft.title,
        "links": [[link.url, link.kind.value] for link in draft.links],
        "authors": list(draft.authors),
        "issued": draft.issued and str(draft.issued),
        "abstract": draft.abstract,
        "arxiv": arxiv and arxiv.id,
        "openreview": draft.identifiers.openreview,
    }
    return {name: everything[name] for name in asked}


@pytest.mark.parametrize("file", LAYOUTS, ids=lambda file: file.stem)
def test_each_layout_gives_its_papers(file):
    expected = tomllib.loads(file.with_suffix(".toml").read_text(encoding="utf-8"))["papers"]
    drafts = drafts_of(file.read_text(encoding="utf-8"))
    found = [told(draft, asked) for draft, asked in zip(drafts, expected, strict=False)]
    found += [draft.title for draft in drafts[len(expected) :]]
    assert found == expected


@pytest.mark.parametrize("file", LAYOUTS, ids=lambda file: file.stem)
def test_each_layout_is_known_for_what_it_is(file):
    document = Document(source="list", text=file.read_text(encoding="utf-8"))
    assert MARKDOWN_LIST.score(document) > PAGE_TEXT.score(document)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_title_is_read_whole_in_every_setting(template, title):
    text = template.format(title=title, P=PAPER, C=CODE)
    assert [draft.title for draft in drafts_of(text)] == [title]


def test_each_layout_has_its_expectations():
    assert {file.stem for file in LAYOUTS} == {file.stem for file in DATA.glob("*.toml")}
    assert len(LAYOUTS) > 20


def check_contract(text):
    """Check what every reading of every text must hold."""
    end = 0
    covered = []
    for piece in read(text):
        assert end <= piece.span.start < piece.span.end <= len(text)
        assert not text[end : piece.span.start].strip()
        end = piece.span.end
        covered.append(piece)
        if isinstance(piece, Draft):
            assert piece.title.strip()
            assert 0 <= piece.confidence <= 1
            for link in piece.links:
                assert link.raw_url == text[link.span.start : link.span.end]
                assert link.roles[0] is link.kind
                assert piece.span.start <= link.span.start < link.span.end <= piece.span.end
        else:
            assert piece.text == text[piece.span.start : piece.span.end]
            assert piece.why
    assert not text[end:].strip()


@pytest.mark.parametrize("file", LAYOUTS, ids=lambda file: file.stem)
def test_nothing_of_a_layout_is_lost(file):
    text = file.read_text(encoding="utf-8")
    check_contract(text)
    check_contract(text.replace("\n", "\r\n"))


@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
def test_nothing_of_any_text_is_lost(text):
    check_contract(text)


@given(st.text(max_size=200))
def test_any_text_is_scored(text):
    assert 0 <= MARKDOWN_LIST.score(Document(source="x", text=text)) <= 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- A Title of Four Words [[page](https://a.org/x.pdf)]", LinkKind.PAPER),
        ("- A Title of Four Words [[arXiv](https://a.github.io/)]", LinkKind.PROJECT),
        ("- A Title of Four Words [[GitHub](https://tinyurl.com/x)]", LinkKind.CODE),
        ("- A Title of Four Words [[Colab](https://a.github.io/#open)]", LinkKind.CODE),
        ("- A Title of Four Words [[Code](https://github.com/LAB)]", LinkKind.CODE),
        ("- A Title of Four Words [[slides](https://a.org/x.pdf)]", LinkKind.OTHER),
        ("- A Title of Four Words [[Website](https://arxiv.org/abs/2401.00001)]", LinkKind.PAPER),
        ("- A Title of Four Words [[模型](https://pan.example.cn/s/1)]", LinkKind.MODEL),
        ("- A Title of Four Words, Demo: https://demo.example.org/x", LinkKind.DEMO),
    ],
)
def test_address_decides_and_then_the_label(text, kind):
    also = " [[pdf](https://arxiv.org/pdf/2401.99999)]"
    (draft,) = drafts_of(text + also)
    assert draft.links[0].kind is kind


def test_badges_counters_and_places_in_the_page_are_no_links():
    (draft,) = drafts_of(
        "- [A Title of Words](https://arxiv.org/abs/2401.00001) "
        "![Star](https://img.shields.io/github/stars/a/b) [top](#top) [mail](mailto:a@b.org) "
        "[code]() [notes](./notes.md)"
    )
    assert [link.url for link in draft.links] == ["https://arxiv.org/abs/2401.00001"]


def test_address_that_stands_twice_is_one_link_with_both_roles():
    (draft,) = drafts_of(
        "- A Title of Words [[Paper](https://a.org/p/x)] [[Website](https://a.org/p/x)]"
    )
    (link,) = draft.links
    assert link.kind is LinkKind.PAPER
    assert set(link.roles) == {LinkKind.PAPER, LinkKind.PROJECT}


def test_mention_inside_an_abstract_is_no_identifier_of_the_paper():
    (draft,) = drafts_of(
        "### A Title over an Abstract\n"
        "Abstract: Unlike https://arxiv.org/abs/1901.00001 we swim.\n\n"
        "[Paper](https://arxiv.org/abs/2401.00002)\n"
    )
    assert draft.identifiers.arxiv is not None
    assert draft.identifiers.arxiv.id == "2401.00002"
    assert draft.abstract == "Unlike https://arxiv.org/abs/1901.00001 we swim."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# A List of Papers", "a heading"),
        ("```\n- [T](https://arxiv.org/abs/2401.00001)\n```", "code"),
        ("<!-- - [A B C](https://arxiv.org/abs/2401.00001) -->", "a comment"),
        ("Some words about the list.", "names no paper"),
        ("![logo](logo.png)", "pictures or markup"),
        ("[paper](https://arxiv.org/abs/2401.00001)", "links without a title"),
        ("- [A Library of Fine Things](https://github.com/a/b)", "names no paper"),
        ("x " * 6000, "too long for one paper"),
        ("---", "a rule"),
    ],
)
def test_what_is_no_paper_is_kept_with_the_reason(text, why):
    (piece,) = read(text)
    assert not isinstance(piece, Draft)
    assert piece.why == why


def test_section_that_lists_no_papers_ends_at_the_next_of_its_level():
    titles = [
        draft.title
        for draft in drafts_of(
            "## News\n- [Not One of Ours](https://arxiv.org/abs/2401.00001)\n"
            "### 2024\n- [Nor Is This One](https://arxiv.org/abs/2401.00002)\n"
            "## Papers\n- [This Is One of Them](https://arxiv.org/abs/2401.00003)\n"
        )
    ]
    assert titles == ["This Is One of Them"]


@pytest.mark.parametrize(
    "text", ["", "{}", "<!DOCTYPE html><p>x</p>", "A title\n\nAn abstract of some words.\n"]
)
def test_what_is_no_markdown_scores_below_a_page(text):
    document = Document(source="x", text=text)
    assert MARKDOWN_LIST.score(document) <= PAGE_TEXT.score(document)


def calls_for(text):
    """Count the Python calls that reading a text takes."""
    count = 0

    def watch(frame, event, argument):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "scrap",
    [
        "[",
        "|",
        "![",
        "](",
        "[a](",
        "[a b c](https://a.org/x) ",
        "**",
        "*a ",
        "<!--\n",
        "<tr>\n",
        "<td>",
        '<a href="',
        "`",
        "```\n",
        "- x\n",
        "  - [code](https://github.com/a/b)\n",
        "> ",
        "[a\n",
        "a|b\n",
        "|a|\n|-|\n",
        "https://a.org/ ",
        "$a",
        '"a ',
        "Ann Lee, ",
        "Abc. Bcd ",
        "\\",
        "<br>",
        "\n",
    ],
)
@pytest.mark.parametrize("length", [2_000, 20_000], ids=["one block", "beyond a block"])
def test_work_grows_with_the_text_alone(scrap, length):
    text = (scrap * length)[:length]
    once, twice = calls_for(text), calls_for(text + text)
    assert twice <= 2.5 * once + 500


@pytest.mark.corpus
@pytest.mark.parametrize("kind", ["awesome_md", "openreview"])
def test_real_lists_are_known(corpus, kind):
    for file in (corpus / "listings" / kind).glob("*.md"):
        document = Document(source=file.name, text=file.read_text(encoding="utf-8"))
        assert MARKDOWN_LIST.score(document) > PAGE_TEXT.score(document)
        check_contract(document.text)


@pytest.mark.corpus
@pytest.mark.parametrize("pattern", ["hf_page_text/*.md", "plain_text/*.txt", "arxiv_email/*.txt"])
def test_real_pages_are_left_to_others(corpus, pattern):
    for file in (corpus / "listings").glob(pattern):
        document = Document(source=file.name, text=file.read_text(encoding="utf-8"))
        assert MARKDOWN_LIST.score(document) < PAGE_TEXT.score(document)


def test_authors_that_are_cut_short_are_told():
    whole, cut = drafts_of(
        "- **A Title of Words.** *Ann Lee, Bo Berg.* [[paper](https://arxiv.org/abs/2401.00001)]\n"
        "- **A Title of Others.** *Ann Lee et al.* [[paper](https://arxiv.org/abs/2401.00002)]\n"
    )
    assert whole.authors == ("Ann Lee", "Bo Berg")
    assert cut.authors == ("Ann Lee",)
    assert "not all authors are named" in cut.reasons
    assert "not all authors are named" not in whole.reasons
