"""What both dialects do."""

import bibtexparser
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.biblatex import BIBLATEX
from refman.formats.bibtex import BIBTEX
from refman.formats.format import Options, Profile
from refman.formats.tex_text import tidy
from refman.model import (
    Arxiv,
    ArxivId,
    Attachment,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    ItemType,
    Keyword,
    Name,
)
from tests.formats.entries import BARE, FULL, sample_entries
from tests.formats.recorded import best_entries
from tests.formats.shown import SHOWN, check_expected, dumped, everywhere, hostile_entries, law
from tests.formats.tex_reader import folded, read_entries, read_latex
from tests.growth import assert_cost_ratio

LATEX, ZOTERO = Options(profile=Profile.LATEX), Options(profile=Profile.ZOTERO)
FORMATS = [BIBTEX, BIBLATEX]
CASES = [
    pytest.param(format_, options, id=f"{format_.name}-{options.profile.value}")
    for format_ in FORMATS
    for options in (LATEX, ZOTERO)
]


def fields(entry, format_=BIBTEX, options=LATEX):
    ((_, _, found),) = read_entries(dumped(format_, entry, options=options))
    return found


@pytest.mark.parametrize(("format_", "options"), CASES)
def test_expected(format_, options, request):
    entries = [entry for entry in sample_entries() if len(entry.abstract or "") < 2000]
    name = f"tex/samples.{format_.name}.{options.profile.value}.bib"
    text = dumped(format_, *SHOWN, *entries[2:], options=options)
    check_expected(name, text, update=request.config.getoption("--update"))


@pytest.mark.parametrize("format_", FORMATS)
def test_latex_is_the_first_profile(format_):
    assert format_.profiles == (Profile.LATEX, Profile.ZOTERO)
    assert dumped(format_, *SHOWN) == dumped(format_, *SHOWN, options=LATEX)


def test_the_suffix_tells_biblatex_from_bibtex():
    assert BIBTEX.suffixes == (".bib",)
    assert BIBLATEX.suffixes == (".biblatex.bib",)


@pytest.mark.parametrize(("format_", "options"), CASES)
def test_every_entry_is_a_block_of_its_own(format_, options):
    pieces = list(format_.dump(iter([BARE, Entry(), BARE]), options))
    assert len(pieces) == 3
    assert all(piece.endswith("}\n") for piece in pieces)
    assert [piece.startswith("\n@") for piece in pieces] == [False, True, True]


@pytest.mark.parametrize("format_", FORMATS)
def test_no_entries_are_no_text(format_):
    assert dumped(format_) == ""
    assert dumped(format_, options=ZOTERO) == ""


@pytest.mark.parametrize(("format_", "options"), CASES)
@pytest.mark.parametrize("item_type", ItemType)
def test_no_field_comes_twice_and_none_is_lost_to_another(format_, options, item_type):
    text = dumped(format_, msgspec.structs.replace(FULL, type=item_type), options=options)
    names = [
        line.split(" = ")[0]
        for line in text.split("\n")
        if line.startswith("  ") and " = {" in line
    ]
    assert len(names) == len({name.casefold() for name in names})


@pytest.mark.parametrize(("format_", "options"), CASES)
def test_bibtexparser_reads_the_samples(format_, options):
    text = dumped(format_, *sample_entries(), options=options)
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [entry.citekey for entry in sample_entries()]
    assert [entry.fields_dict["title"].value for entry in library.entries] == [
        found["title"] for _, _, found in read_entries(text)
    ]


@law
@given(st.lists(hostile_entries(), max_size=3), st.sampled_from(FORMATS), st.booleans())
def test_any_text_in_any_field_leaves_a_file_that_two_readers_read_alike(entries, format_, zotero):
    options = Options(profile=Profile.ZOTERO if zotero else None, zotero_links=True)
    text = dumped(format_, *entries, options=options)
    text.encode()
    read = read_entries(text)
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    assert len(read) == len(entries)
    assert [(entry.entry_type, entry.key) for entry in library.entries] == [
        (type_, key) for type_, key, _ in read
    ]
    assert [[field.key for field in entry.fields] for entry in library.entries] == [
        list(found) for *_, found in read
    ]


@law
@given(hostile_entries(), st.sampled_from(FORMATS))
def test_text_is_read_back(entry, format_):
    found = fields(entry, format_)
    assert folded(read_latex(found.get("title", ""))) == folded(tidy(entry.title))


KEYS = {
    "given": (["a", "B2:c+d/e.f_g-h"], ["a", "B2:c+d/e.f_g-h"]),
    "unsafe": (["a b,c", "{x}%#~\\\"'=()", "müller2020"], ["a-b-c", "-x----------", "müller2020"]),
    "missing": ([None, "x", None], ["entry-1", "x", "entry-3"]),
    "taken": (["x", "X", "x", "x-2", "x"], ["x", "X-2", "x-3", "x-2-2", "x-4"]),
}


@pytest.mark.parametrize(("given_keys", "written"), KEYS.values(), ids=KEYS)
@pytest.mark.parametrize("format_", FORMATS)
def test_keys(format_, given_keys, written):
    entries = [Entry(citekey=key and Citekey(key), title="x") for key in given_keys]
    assert [key for _, key, _ in read_entries(dumped(format_, *entries))] == written


ARXIV = Entry(
    title="x",
    identifiers=Identifiers(arxiv=Arxiv(ArxivId("2501.00001"), version=3, primary_class="cs.LG")),
)


def test_a_preprint_on_arxiv_for_bibtex():
    expected = {
        "title": "x",
        "eprint": "2501.00001",
        "archivePrefix": "arXiv",
        "eprinttype": "arxiv",
        "primaryClass": "cs.LG",
        "publisher": "arXiv",
        "doi": "10.48550/arXiv.2501.00001",
        "url": "https://arxiv.org/abs/2501.00001",
    }
    assert fields(ARXIV) == {"key": "entry-1"} | expected
    del expected["primaryClass"]
    assert fields(ARXIV, options=ZOTERO) == expected


def test_a_preprint_on_arxiv_for_biblatex():
    expected = {
        "title": "x",
        "eprint": "2501.00001",
        "eprinttype": "arxiv",
        "doi": "10.48550/arXiv.2501.00001",
        "url": "https://arxiv.org/abs/2501.00001",
    }
    published = {"eprintclass": "cs.LG", "pubstate": "prepublished"}
    assert fields(ARXIV, BIBLATEX) == expected | published
    assert fields(ARXIV, BIBLATEX, ZOTERO) == expected | {"organization": "arXiv"}


def test_what_a_preprint_says_of_itself_stays():
    own = msgspec.structs.replace(
        ARXIV,
        publisher="Lamps",
        url="https://lamps.example",
        identifiers=msgspec.structs.replace(ARXIV.identifiers, doi=Doi("10.1234/x")),
    )
    found = fields(own)
    assert (found["publisher"], found["url"], found["doi"]) == (
        "Lamps",
        "https://lamps.example",
        "10.1234/x",
    )


@pytest.mark.parametrize("format_", FORMATS)
def test_a_published_paper_is_not_its_preprint(format_):
    paper = msgspec.structs.replace(ARXIV, type=ItemType.PAPER_CONFERENCE)
    found = fields(paper, format_)
    assert found["eprint"] == "2501.00001"
    assert not {"doi", "url", "publisher", "pubstate"} & set(found)


DATES = {
    "2025": ({"year": "2025"}, "2025"),
    "2025-01": ({"year": "2025", "month": "jan"}, "2025-01"),
    "2025-12-03": ({"year": "2025", "month": "dec", "day": "3"}, "2025-12-03"),
    "987": ({"year": "987"}, "0987"),
}


@pytest.mark.parametrize(("date", "expected"), DATES.items(), ids=DATES)
def test_dates(date, expected):
    entry = Entry(author=(Name(family="Bo"),), issued=Date(*map(int, date.split("-"))))
    author = {"author": "Bo"}
    assert fields(entry) == author | expected[0]
    assert fields(entry, BIBLATEX) == author | {"date": expected[1]}


def test_a_month_is_a_macro():
    assert "\n  month = jun,\n" in dumped(BIBTEX, FULL)


PAGES = {
    "123-130": "123--130",
    "1–9, 12": "1--9, 12",
    "S1 — S5": "S1--S5",
    "7": "7",
    "e1--e2": "e1--e2",
    "-": "-",
    "5-": "5-",
}


@pytest.mark.parametrize(("page", "written"), PAGES.items())
def test_pages(page, written):
    assert fields(Entry(page=page))["pages"] == written


EDITIONS = {
    "1": "1st",
    "2": "2nd",
    "3": "3rd",
    "4": "4th",
    "11": "11th",
    "12": "12th",
    "21": "21st",
    "2nd": "2nd",
    "Second": "Second",
}


@pytest.mark.parametrize(("edition", "written"), EDITIONS.items())
def test_editions_are_words_for_bibtex_and_numbers_for_biblatex(edition, written):
    assert fields(Entry(edition=edition))["edition"] == written
    assert fields(Entry(edition=edition), BIBLATEX)["edition"] == edition


LANGUAGES = {
    "en": {"langid": "english"},
    "en-GB": {"langid": "british"},
    "en-IE": {"langid": "english"},
    "tlh": {"language": "tlh"},
}


@pytest.mark.parametrize(("tag", "expected"), LANGUAGES.items())
@pytest.mark.parametrize("format_", FORMATS)
def test_languages(format_, tag, expected):
    entry = Entry(author=(Name(family="Bo"),), language=tag)
    assert fields(entry, format_) == {"author": "Bo"} | expected
    assert fields(entry, format_, ZOTERO) == {"author": "Bo", "language": tag}


def test_a_keyword_with_a_comma_is_held_together():
    words = tuple(map(Keyword, ("a", "b, c", "d; e", "a", " ", "R&D")))
    assert fields(Entry(keywords=words))["keywords"] == r"a, {b, c}, {d; e}, R\&D"
    assert "keywords" not in fields(Entry(keywords=(Keyword(" "),)))


def test_paragraphs_are_parted_and_indented():
    entry = Entry(abstract="One\nline.\n\n@misc{x}\n\n", notes=("A\n\nB", " ", "C"))
    found = fields(entry)
    assert found["abstract"] == "One line.\n\n  {@}misc\\{x\\}"
    assert found["annote"] == "A\n\n  B\n\n  C"


@pytest.mark.parametrize(("format_", "options"), CASES)
def test_text_that_is_blank_gives_no_field(format_, options):
    blank = Entry(
        type=ItemType.ARTICLE,
        citekey=Citekey("k"),
        title=" ",
        author=(Name(literal=" "),),
        abstract="\x00",
        notes=(" ",),
        page="\n",
        edition=" ",
        language=" ",
        url=" ",
        keywords=(Keyword(" "),),
        identifiers=Identifiers(doi=Doi(" "), dblp="\x00"),
        extra={"x": " "},
    )
    assert fields(blank, format_, options) == {}


def test_links_stand_in_the_file_too_where_that_is_wanted():
    assert "file" not in fields(BARE)
    found = fields(BARE, options=Options(zotero_links=True))
    assert found["file"] == r"Code:https\://github.com/lantern-lab/taper:text/html"
    assert found["code"] == "https://github.com/lantern-lab/taper"


def test_files_stand_there_always():
    entry = Entry(attachments=(Attachment("A", "a.pdf"),))
    assert fields(entry)["file"] == "A:a.pdf:application/pdf"


@pytest.mark.parametrize("format_", FORMATS)
def test_zotero_gets_links_where_it_takes_them(format_):
    found = fields(BARE, format_, ZOTERO)
    assert found["file"] == r"Code:https\://github.com/lantern-lab/taper:text/html"
    assert "code" not in found


@pytest.mark.parametrize("format_", FORMATS)
def test_collections_go_to_zotero_alone(format_):
    assert "@comment" not in dumped(format_, FULL)
    assert "ExplicitGroup:To read" in dumped(format_, FULL, options=ZOTERO)


EXTRA = {
    "word for word": ({"x-colour": r"warm {\em white}"}, {"x-colour": r"warm {\em white}"}),
    "a name that is no field's": ({"9 x,{y}": "1", "{}": "2"}, {"x-y-": "1", "x": "2"}),
    "a name that is taken": ({"TITLE": "1", "x-title": "2"}, {"x-TITLE": "1", "x-x-title": "2"}),
    "a blank one": ({"title": " ", "TITLE": "1"}, {"x-TITLE": "1"}),
    "an open brace": ({"a": "{"}, {"a": r"{$\lbrace$}"}),
    "a brace that only some count": ({"a": r"\{ }"}, {"a": r"{\textbackslash}\{ \}"}),
    "a backslash at the end": ({"a": "b\\"}, {"a": r"b{\textbackslash}"}),
    "a month that is no macro": ({"month": "March 21"}, {"month": "March 21"}),
    "names of biblatex": ({"author+an": "1=x", "a.b:c": "2"}, {"author+an": "1=x", "a.b:c": "2"}),
    "lines": ({"a": "b\n@misc{c}"}, {"a": "b @misc{c}"}),
}


@pytest.mark.parametrize(("extra", "expected"), EXTRA.values(), ids=EXTRA)
@pytest.mark.parametrize("format_", FORMATS)
def test_fields_of_a_foreign_file(format_, extra, expected):
    entry = Entry(author=(Name(family="Bo"),), title="x", extra=extra)
    assert fields(entry, format_) == {"author": "Bo", "title": "x"} | expected
    assert set(fields(entry, format_, ZOTERO)) == {"author", "title"}


def test_a_key_that_a_foreign_file_has_is_the_key():
    assert fields(Entry(citekey=Citekey("k"), extra={"key": "Lamp"}))["key"] == "Lamp"


MOST = 3
"""How many times the cost of eight short texts the long one may have; quadratic cost has 8."""


@pytest.mark.parametrize(
    "sign",
    ["$", "$a ", "{", "}{", "\\", "A1", "and ", "\n", "–’", "e\u0301", "\u0301", "α", "a/", "-"],
)
@pytest.mark.parametrize(("format_", "options"), CASES)
def test_cost_is_linear_in_a_text(format_, options, sign):
    short, long = (everywhere(sign * (length // len(sign))) for length in (500, 4_000))
    assert_cost_ratio(
        lambda: dumped(format_, long, options=options),
        lambda: dumped(format_, *[short] * 8, options=options),
        most=MOST,
        floor_s=0.008,
    )


def test_cost_is_linear_in_entries_that_have_one_key():
    some, many = ([Entry(citekey=Citekey("x"), title="x")] * number for number in (500, 4_000))
    assert_cost_ratio(
        lambda: dumped(BIBTEX, *many, options=LATEX),
        lambda: dumped(BIBTEX, *some, options=LATEX),
        most=MOST * 8,
        floor_s=0.001,
    )


@pytest.mark.corpus
def test_zotero_gets_what_the_sample_has_that_it_reads_best(corpus):
    samples = corpus.parent / "zotero-samples"
    if not samples.is_dir():
        pytest.skip("the samples that Zotero read are not here")
    sample = bibtexparser.parse_file(str(samples / "best.bib"))
    ours = read_entries(dumped(BIBTEX, *best_entries(samples), options=ZOTERO))
    # What the entries say elsewhere than in the sample, and a class that Zotero drops.
    apart = {"abstract", "author", "file", "keywords", "note", "primaryClass", "title"}
    for entry, (type_, key, found) in zip(sample.entries, ours, strict=True):
        assert (entry.entry_type, entry.key) == (type_, key)
        told = {field.key: field.value for field in entry.fields if field.key not in apart}
        assert told.items() <= found.items()
