import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.bib.read import read_bib
from refman.formats.biblatex import BIBLATEX
from refman.formats.bibtex import BIBTEX
from refman.formats.format import Options, Profile
from refman.formats.loaders.bib import BIBTEX as LOADER
from refman.model import Entry, LeftOver, Record
from tests.formats.bib.round_trip import FORMATS, differences, dumped_and_read
from tests.formats.bib.told import entries_of
from tests.formats.entries import HOSTILE_TEXTS, hostile_entries, sample_entries
from tests.formats.shown import law
from tests.growth import assert_cost_ratio

SOUND = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
MIXED = """% Lamps of 2001
@string{w = {Wick}}
@preamble{"x" # y}

@misc{a, title = {x}, publisher = w}
Lamps are
between.
@comment{jabref-meta: grouping;}
@xdata{x, note = {y}}
@set{s, entryset = {a,b}}
@misc{b, title = {{{x}
@misc{A, title = {y}} year = 2000}
@string{v = u}
"""


def test_what_is_no_entry_is_left_over_with_its_reason():
    pieces = list(read_bib(MIXED))
    assert [piece.why for piece in pieces if isinstance(piece, LeftOver)] == [
        "a comment",
        "a definition of strings",
        "a preamble",
        "text between entries",
        "a comment",
        "fields that other entries share, not a reference",
        "a set of other entries, not a reference",
        "a brace is not closed",
        "text between entries",
        "a definition of strings; a string of this name is not defined",
    ]
    assert [piece.entry.citekey for piece in pieces if isinstance(piece, Record)] == ["a", "A"]
    for piece in pieces:
        if isinstance(piece, LeftOver):
            assert MIXED[piece.span.start : piece.span.end] == piece.text
    spans = [piece.span for piece in pieces]
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
    held = "".join(MIXED[span.start : span.end] for span in spans)
    assert "".join(held.split()) == "".join(MIXED.split())


def test_a_key_that_two_entries_have_is_reported_at_the_second():
    text = "@misc{a}@misc{A}@misc{}@misc{}"
    records = list(read_bib(text))
    (problem,) = records[1].problems
    assert problem.why == "another entry has this key too"
    assert text[problem.span.start : problem.span.end] == "A"
    assert records[0].problems == ()
    assert [record.entry.citekey for record in records] == ["a", "A", None, None]


def test_nothing_is_read_before_it_is_asked_for():
    text = "@misc{a, title={x}}\n" * 50_000
    assert next(read_bib(text)).entry.citekey == "a"


PIECES = (
    "@misc{a,", "@article{b,\n", "@string{s = {x}}", "}", "{", ",", "\n", "title = {x}", "\\", "$",
    "author = {A and B}", 'month = jan # "', "year = 2000", "crossref = {a}", "xdata={a,b}", "%",
    "file = {a:b:c;}", "doi={10.1234/x}", "x-title={y}", "date={2000/}", "url = {https://x.example}",
    "code={https://x.example}", "pages={1--2}", "key={a}", "keywords={a;{b}}", '"', "#", "=",
    "eprint={2501.00001}", *list(HOSTILE_TEXTS.values())[:12],
)  # fmt: skip


@law
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join))
def test_any_text_is_read(text):
    pieces = list(read_bib(text))
    held = "".join(text[piece.span.start : piece.span.end] for piece in pieces)
    assert "".join(held.split()) == "".join(text.split())
    entries = [piece.entry for piece in pieces if isinstance(piece, Record)]
    # A kept field whose name BibTeX forbids is written under another.
    entries = [entry for entry in entries if all(map(SOUND.fullmatch, entry.extra))]
    assert all(not differences(entry, again) for entry, again in dumped_and_read(entries, BIBLATEX))


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_what_is_written_is_read_again(format_):
    for entry, again in dumped_and_read(sample_entries(), format_):
        assert differences(entry, again) == {}, entry.citekey


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_what_is_read_is_read_again(format_):
    entries = [again for _, again in dumped_and_read(sample_entries(), format_)]
    for entry, again in dumped_and_read(entries, format_):
        assert differences(entry, again, types=format_ is BIBLATEX) == {}, entry.citekey


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_links_in_the_field_of_files_are_read_once(format_):
    for options in (Options(zotero_links=True), Options(profile=Profile.ZOTERO)):
        text = "".join(format_.dump(hostile_entries() + sample_entries()[:1], options))
        last = entries_of(text)[-1]
        assert len(last.links) == len({link.url for link in last.links}) > 5


@pytest.mark.parametrize(
    "piece",
    [
        "@misc{k, note = {x}, note = {y}, title = {z}}\n",
        "@misc{k, title = {x}, crossref = {k}}\n",
        "@misc{k, code = {https://x.example/a}}\n",
        "@string{a = {x}}\n",
        "% x\n",
        "x ",
        "@misc{k, year = {2000}, month = jan # \"~1\"}\n",
    ],
)  # fmt: skip
def test_cost_grows_with_the_length(piece):
    short, long = piece * 250, piece * 1_000
    assert_cost_ratio(
        lambda: list(read_bib(long)), lambda: list(read_bib(short)), most=8, floor_s=0.004
    )


@pytest.mark.parametrize(
    ("field", "piece"),
    [
        ("note = {x{n}}, ", ""),
        ("code", "https://x.example/{n} "),
        ("file", r"Code:https\://x.example/{n}:text/html;"),
        ("file", "a:b{n}:c;"),
        ("keywords", "a{n}, "),
        ("author", "Lee, Bo{n} and "),
        ("abstract", "one\n\n"),
        ("abstract", r"\'e $x$ -- {"),
        ("abstract", "}{"),
        ("url", "https://x.example/{n} "),
        ("month", "jan-"),
    ],
)
def test_cost_grows_with_the_length_of_a_field(field, piece):
    def made(count):
        pieces = "".join((piece or field).replace("{n}", str(n)) for n in range(count))
        return f"@misc{{k, {pieces}}}" if not piece else f"@misc{{k, {field} = {{{pieces}}}}}"

    short, long = made(400), made(1_600)
    assert_cost_ratio(
        lambda: list(read_bib(long)), lambda: list(read_bib(short)), most=8, floor_s=0.004
    )


def test_the_loader_reads():
    assert [record.entry for record in LOADER.load("@misc{a}")] == entries_of("@misc{a}")
    assert entries_of("") == []
    assert isinstance(entries_of("@misc{a}")[0], Entry)
    assert BIBTEX.suffixes[0] == LOADER.suffixes[0]


@pytest.mark.parametrize(
    ("head", "least", "most"),
    [
        ("@article{lamp, title = {x}}", 0.95, 1),
        ("\ufeff% Encoding: UTF-8\r\r@article{,\r title = {x}}", 0.85, 1),
        ("Some lamps.\n\n@misc{a,\n title={x}}", 0.85, 1),
        ("@misc{title={x}}", 0.95, 1),
        ('@ misc (\n a, title = "lamp")', 0.95, 1),
        ("@string{a = {x}}", 0.95, 1),
        ("@misc{a}", 0.3, 0.6),
        ("@comment{x}", 0.3, 0.6),
        ("", 0, 0),
        ("Lamps by me@x.example (see there)", 0, 0),
        ("<html>\n@misc{a, title={x}}", 0, 0),
        ('{"a": "\\n@misc{a, title={x}}"}', 0, 0),
        ("[\n@misc{a, title={x}}", 0, 0),
        ("@decorated(x=1)\ndef lamp(): pass", 0, 0),
        ("import x\n\n@dataclass(frozen=True)\nclass Lamp:\n    oil: int = 3\n", 0, 0),
        ("@given(lamps, oil=1)\n@settings(deadline, max_examples=3)\ndef f(): pass", 0, 0),
        ('@lamp(wick, oil = "b")\ndef f(): pass', 0, 0),
        ("@functools.lru_cache(maxsize=None)\n", 0, 0),
        ('@deprecated(lamp, version="1")\n\n@article(a, title="x")', 0.85, 1),
        ("@lamps{ @lamps } = ();\n@wicks{a, b} = (1, 2);\n", 0, 0),
        ("@lamp{a,\n oil = 3}", 0.95, 1),
        ("@media screen {\n  a { color: red }\n}", 0, 0),
        ('@Override\npublic void x() {\n  a = "b";\n}', 0, 0),
    ],
)
def test_a_head_tells_how_sure_it_is(head, least, most):
    assert least <= LOADER.score(head) <= most
