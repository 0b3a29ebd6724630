"""What holds for all readers of structured listings: samples, recognition, hostile input."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.errors import InputError
from refman.model import Draft
from refman.reading.document import Document, read_document
from refman.reading.markup import LONGEST
from refman.reading.readers.page_text import PAGE_TEXT
from tests.growth import assert_cost_ratio
from tests.reading.readers.hostile import LONG, MOST, SHORT, by_sample, spoiled
from tests.reading.readers.recorded import check_sample, read_text
from tests.reading.readers.structured import CASES, OWN, READERS
from tests.samples import SHAPES, lay_out, make_papers
from tests.scores import score_folder

TEXTS = [read_document(path).text for _, path in CASES]
SCRAPS = (
    *("<", ">", "&", '"', "'", "\\", "=", "\0", "(", ")", "{", "[", "]", ",", ":", "\n", "\r\n"),
    *("]]>", "<![CDATA[", "<!--", "-->", "</", "&#x", "&amp;", "<br>", "http://[x", "--", "…"),
    *("\\\\\n", "From x\n", "é", "𝒳", "\u2028", "null", "=E9", "\\ud83d", "</div>", "<h3>", "<p>"),
)


@pytest.mark.parametrize(("reader", "path"), CASES, ids=by_sample)
def test_sample_is_read_as_expected(reader, path, request):
    check_sample(reader, path, update=request.config.getoption("--update"))


@pytest.mark.parametrize(("reader", "path"), CASES, ids=by_sample)
def test_sample_is_known_by_its_content(reader, path):
    document = read_document(path)
    scores = {each.kind: each.score(document) for each in [*READERS, PAGE_TEXT]}
    assert max(scores, key=scores.__getitem__) == reader.kind
    assert [kind for kind, score in scores.items() if score >= 0.9] == [reader.kind]


@pytest.mark.parametrize("reader", READERS, ids=by_sample)
@pytest.mark.parametrize("shape", SHAPES)
def test_page_text_is_none_of_these(reader, shape):
    document = Document(source="a page", text=lay_out(make_papers(8, seed=3), shape))
    assert reader.score(document) == 0.0


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
        "See https://scholar.google.com/scholar_url?url=https://lamps.example and arXiv:2506.00411",
        "@article{lamp, title = {A lamp}}",
    ],
)
def test_other_texts_are_none_of_these(reader, text):
    assert reader.score(Document(source="a text", text=text)) == 0.0
    assert not any(isinstance(piece, Draft) for piece in read_text(reader, text))


@settings(max_examples=150, deadline=None)
@given(text=spoiled(TEXTS, SCRAPS))
def test_spoiled_samples_break_nothing(text):
    for reader in READERS:
        read_text(reader, text)


@settings(max_examples=100, deadline=None)
@given(text=st.lists(st.sampled_from([*SCRAPS, *"ab 1"]), max_size=40).map("".join))
def test_any_text_breaks_nothing(text):
    for reader in READERS:
        read_text(reader, text)


PREFIXES = {
    "arxiv_digest": "\\\\\narXiv:2506.00411\nTitle: t\nAuthors: ",
    "arxiv_html": "<dl><dt><a href='/abs/2506.00411'>a</a></dt><dd><p class='list-title'>t</p>",
    "feed": "<rss><channel><item><title>t</title><description>",
    "hf_json": '<article><h3><a href="/papers/2506.00411">t</a></h3></article><p data-props="',
    "scholar_alert": '<h3><a class="gse_alrt_title">t</a></h3><div>',
}


@pytest.mark.parametrize("reader", READERS, ids=by_sample)
@pytest.mark.parametrize(
    "sign",
    [
        *("<", "<a ", '<a b="', "<b>", "</b>", "<p><i>", "<h3><i>", "<!--", "<![CDATA[", "<item>"),
        *("<script>", "<article><i>", '<li class="arxiv-result"><i>', "<dt><dd><i>", "<a b='c' "),
        *("&", "&amp;", "&lt;p&gt;", "(", "[", '{"a":', '{"title":"t"},', '"\\u0041', ",", " "),
        *("\n", "\\\\\n", "-----\n", "\\\\\narXiv:2506.00411\nTitle: t\n", "From a\nTo: b\n\n"),
    ],
)
def test_cost_is_linear(reader, sign):
    short, long = (
        Document(source="long", text=PREFIXES[reader.kind] + sign * (length // len(sign)))
        for length in (SHORT, LONG)
    )
    assert_cost_ratio(
        lambda: list(reader.read(long)),
        lambda: list(reader.read(short)),
        most=MOST,
        floor_s=0.002,
    )


@pytest.mark.parametrize("kind", ["arxiv_html", "feed", "hf_json", "scholar_alert"])
def test_page_that_is_too_long_is_refused_in_one_line(kind):
    reader, _ = OWN[kind]
    text = '<h3><a class="gse_alrt_title">' + " " * LONGEST
    with pytest.raises(InputError, match=r"^the page .* shorter listing$") as raised:
        list(reader.read(Document(source="the page", text=text)))
    assert raised.value.source == "the page"


@pytest.mark.corpus
def test_corpus_is_read_as_well_as_promised(corpus):
    readers = {reader.kind: reader for reader in [*READERS, PAGE_TEXT]}
    folders = ("arxiv_email", "arxiv_html", "arxiv_rss", "hf_api", "scholar_alert")
    scores = [
        score for name in folders for score in score_folder(corpus / "listings" / name, readers)
    ]
    assert Counter(score.kind for score in scores).keys() == set(folders)
    for score in scores:
        assert score.title_f1 >= 0.98, score
        assert score.link_f1 >= 0.95, score
        assert score.kinds >= 0.95, score
        assert score.identifiers == 1.0, score
