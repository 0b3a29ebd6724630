"""What holds for the readers of lists: samples, recognition, hostile input, growth."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from refman.model import LeftOver
from refman.reading.document import Document, read_document
from refman.reading.readers.markdown_list import MARKDOWN_LIST
from refman.reading.readers.page_text import PAGE_TEXT
from tests.growth import assert_cost_ratio
from tests.reading.readers import structured
from tests.reading.readers.hostile import LONG, MOST, SHORT, by_sample, spoiled
from tests.reading.readers.listed import CASES, OWN, READERS, check_list, read_list
from tests.reading.readers.recorded import DATA, samples
from tests.samples import SHAPES, lay_out, make_papers

OTHERS = [PAGE_TEXT, MARKDOWN_LIST, *structured.READERS]
PAGES = [
    *samples("pages", ".txt", ".md"),
    *samples("markdown", ".md"),
    *(path for _, path in structured.CASES),
]
NOTHING = sorted((DATA / "nothing").iterdir())
TEXTS = [read_document(path).text for _, path in CASES]
SCRAPS = (
    *("<", ">", '"', "'", "\\", "\0", "(", ")", "{", "}", "[", "]", ",", ":", ";", "\n", "\r\n"),
    *("10.1234/", "arXiv:", "https://", "doi:", "PMID:", " and ", "et al.", "(2020)", "pp. 1–2"),
    *(
        "“",
        "”",
        "…",
        "\u2028",
        "é",
        "灯",
        "- ",
        "1. ",
        "[1] ",
        "A. ",
        "Lee, ",
        "In: ",
        "</li>",
        "<td>",
    ),
)


@pytest.mark.parametrize(("reader", "path"), CASES, ids=by_sample)
def test_sample_is_read_as_expected(reader, path, request):
    check_list(reader, path, update=request.config.getoption("--update"))


@pytest.mark.parametrize(("reader", "path"), CASES, ids=by_sample)
def test_sample_is_known_by_its_content(reader, path):
    document = read_document(path)
    scores = {each.kind: each.score(document) for each in [*OTHERS, *READERS]}
    assert max(scores, key=scores.__getitem__) == reader.kind, scores


@pytest.mark.parametrize("path", PAGES, ids=by_sample)
def test_no_listing_of_another_kind_is_taken(path):
    document = read_document(path)
    best = max(reader.score(document) for reader in OTHERS)
    for reader in READERS:
        assert reader.score(document) < best, reader.kind


@pytest.mark.parametrize("path", NOTHING, ids=by_sample)
def test_what_holds_no_paper_is_not_taken(path):
    document = read_document(path)
    for reader in READERS:
        score = reader.score(document)
        if score > PAGE_TEXT.score(document):
            assert all(isinstance(piece, LeftOver) for piece in reader.read(document))


@pytest.mark.parametrize("reader", READERS, ids=by_sample)
@pytest.mark.parametrize("shape", SHAPES)
def test_page_text_is_none_of_these(reader, shape):
    document = Document(source="a page", text=lay_out(make_papers(8, seed=3), shape))
    assert reader.score(document) < PAGE_TEXT.score(document)


@pytest.mark.parametrize("reader", READERS, ids=by_sample)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "<html><body><p>A page of lamps.</p></body></html>",
        '{"name": "a lamp"}',
        "[1, 2, 3]",
        "From: ann@lamps.example\nTo: bo@lamps.example\nSubject: lamps\n\nNo papers today.\n",
        "@article{lamp, title = {A lamp}, author = {Lee, A.}, year = 2020, pages = {1--2}}",
        "TY  - JOUR\nAU  - Lee, A.\nTI  - Lamps\nPY  - 2020\nER  - \n",
        '[{"id": "x", "type": "book", "title": "Lamps", "author": [{"family": "Lee"}]}]',
    ],
)
def test_other_texts_are_none_of_these(reader, text):
    assert reader.score(Document(source="a text", text=text)) == 0.0
    read_list(reader, text)


@settings(max_examples=100, deadline=None)
@given(text=spoiled(TEXTS, SCRAPS))
@example(
    text='.1234/b1,10.1234/b2\n2506.00413\n(10.1234/c1) [10.1234/c2]\n\n[1] A. Abelson, "Lamps," I'
)
def test_spoiled_samples_break_nothing(text):
    for reader in READERS:
        read_list(reader, text)


@settings(max_examples=100, deadline=None)
@given(text=st.lists(st.sampled_from([*SCRAPS, *"abA 1"]), max_size=40).map("".join))
def test_any_text_breaks_nothing(text):
    for reader in READERS:
        read_list(reader, text)


@pytest.mark.parametrize("kind", OWN)
@pytest.mark.parametrize(
    "sign",
    [
        *(
            "a",
            "A. ",
            "1",
            "(",
            "[",
            "“",
            '"',
            ".",
            ". ",
            ",",
            ", ",
            "-",
            " and ",
            " by ",
            ":",
            "https://x/",
        ),
        *(
            "10.1234/a)",
            "10.1234/a,",
            "www.",
            "1. \n",
            "[1] a\n",
            "Lee, A., ",
            "A-\n",
            "2020 ",
            "3(2), ",
        ),
        *(
            "\n",
            "\n\n",
            "{",
            '{"title":"t","a":',
            "<li><b>a</b>",
            "<table><tr><th>title<tr><td>a",
            "<td>",
        ),
        *(
            '<li class="note"><h4>a</h4>',
            '<a href="/people/a">Ann Lee</a>',
            "<dt class=ptitle>a<dd>b",
        ),
    ],
)
def test_cost_is_linear(kind, sign):
    reader, _ = OWN[kind]
    start = "" if kind != "openreview" else "<ul>" if sign.startswith("<") else "["
    short, long = (
        Document(source="long", text=start + sign * (length // len(sign)))
        for length in (SHORT, LONG)
    )
    assert_cost_ratio(
        lambda: [reader.score(long), list(reader.read(long))],
        lambda: [reader.score(short), list(reader.read(short))],
        most=MOST,
        floor_s=0.004,
    )
