"""Whatever a page holds, four times as much of it costs about four times as much to read."""

import pytest

from refman import normalise
from refman.normalise.identifiers import parse_isbn, parse_openreview
from tests.growth import assert_cost_ratio

SHORT, LONG = 16_384, 65_536
FLOOR_S = 0.002
"""Below this a figure is noise; a quadratic cost over 16,384 signs is far above."""

LATEX = [
    "{", "}", "{a}", "{{a}}", "\\", "\\\\ ", "\\\"", "\\\"{", "\\\"a", "{\\\"", "\\c ", "\\emph{",
    "\\emph ", "\\foo{", "\\foo{}{", "\\href{", "\\href{a}{", "\\url{", "\\cite", "\\cite[",
    "\\cite{", "\\footnote ", "\\par ", "\\textsuperscript{", "\\textbackslash{}", "{\\it ",
    "{scriptsize ", "~{}\\~{}", "\\~{}", "a~", "--", "a--", "-", "`", "''", "``a", "`a", "''a ",
    "https://a/--", "\\(", "\\(a", "\\[", "\\ensuremath{", "\\ensuremath{{",
]  # fmt: skip
MATHS = ["$", "$$", "$a", "$a ", "$a$", "\\$", "\n$", "$$a", "$\\a{", "${", "$aa aa", "$1 aa"]
TEXT = [
    " ", "\n", "\n ", " \n", "\r", "\u200b", "\u0301", "\u0301\u0323", "Ã", "Ã¼", "Ãƒ", "â€", "ﬁ",
    "a", ".", "a.", ": ",
]  # fmt: skip
NAMES = [
    "a", "a, ", "A. ", "A., ", ",", ", ", "; ", " and ", "and ", "A1,", "1", "1,", "*", "A ",
    "et al. ", "Jr., ", "1. ", "van ", "王",
]  # fmt: skip
IDS = [
    "10.1234/", "10.1234/)", "doi:", "doi:10.1234/a", "arxiv:", "arxiv ", "arxiv.org/abs/", "1",
    "openreview.net/forum?", "openreview.net/forum?id=", "/", "1-", "%",
]  # fmt: skip
WORDS = [*TEXT, *NAMES, "A-", "a-", "A-A", "1.1"]

READERS = [
    *((normalise.decode_latex, hostile) for hostile in LATEX + MATHS + TEXT),
    *((normalise.clean_text, hostile) for hostile in TEXT),
    *((normalise.plain_maths, hostile) for hostile in MATHS),
    *((normalise.normalise_title, hostile) for hostile in LATEX + TEXT),
    *(
        (normalise.significant_words, hostile)
        for hostile in [*TEXT, *NAMES, "A-", "a-", "A-A", "1.1"]
    ),
    *((normalise.coined_name, hostile) for hostile in [*TEXT, "(A", "A:", "(A) "]),
    *((normalise.split_names, hostile) for hostile in NAMES),
    *((normalise.looks_like_names, hostile) for hostile in NAMES),
    *((normalise.parse_name, hostile) for hostile in NAMES),
    *((normalise.parse_doi, hostile) for hostile in IDS),
    *((normalise.parse_arxiv, hostile) for hostile in IDS),
    *((normalise.identifiers_of_url, hostile) for hostile in IDS),
    *((parse_openreview, hostile) for hostile in IDS),
    *((parse_isbn, hostile) for hostile in IDS),
]


@pytest.mark.parametrize(("read", "hostile"), READERS)
def test_cost_grows_with_length_alone(read, hostile):
    read(hostile)
    short, long = ((hostile * size)[:size] for size in (SHORT, LONG))
    assert_cost_ratio(lambda: read(long), lambda: read(short), most=8, floor_s=FLOOR_S)
