"""The quick ways into a .bib file write what the slow ones write, byte for byte.

The slow way is the rule: a title as a whole, a name by itself, a text made tidy first, formulas
looked for in all of a text. The quick ways are for what most values are.
"""

import re
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from refman.formats import tex_text, tex_titles
from refman.formats.biblatex import BIBLATEX
from refman.formats.bibtex import BIBTEX, to_library
from refman.formats.format import Options, Profile
from refman.formats.loaders.bib import BIBTEX as LOADER
from refman.formats.tex_names import tex_name, tex_names
from refman.formats.tex_text import (
    ascii_latex,
    tex_each,
    tex_line,
    tidy,
    unicode_latex,
    zotero_text,
)
from refman.formats.tex_titles import protected_spans, tex_title
from refman.model import Citekey, Entry, Name, Record
from refman.reading.document import read_document
from tests.formats.shown import SHOWN, hostile_entries, law, texts

ENCODERS = [ascii_latex, unicode_latex, zotero_text]
often = settings(law, max_examples=300)
"""For laws whose cases are cheap."""

WORDS = (
    *("a", "A", "C", "of", "Lamps", "RL", "SkeletonX", "GPT-4o", "3D", "U.S.", "Well-Lit", "Kyoto"),
    *("Lamp-Game:", "Lamp-Game", "Über-Lamp:", "ÜberNet", "(V.Ab):", "V.Ab", "Foo-Bar：x", "x：y"),
    *("$x$", "$A", "$5", "{", "}", "\\", "%", "&", "~", "“RL”", "–", "’", "e\u0301", "\u0301", "ǅ"),
    *("灯", "\x00", "\x1c", "\x1d", "\x85", "\u00a0", "\u2028", "\n", "", " ", ":", "-", "²"),
)
PLAIN = ("Oil", "lamps,", "of", "A", "a.", "Wick:", "well-lit", "Well-Lit", "iOil", "OIl", "I", "3")
PARTS = (
    *("Lee", "and", "AND", "others", "van", "del Sur", "Söder", "O'Brien", "Ng", "½", "ǅ"),
    *("", " ", "\x00", "Bo", "A. B.", "Comma, Inc", "{", "$x$", "Ed and Al", "é\u0301"),
)
WRITTEN = (
    *("a", "oil", " ", "%", "&", "_", "{", "}", "\\", "$", "$$", "$x$", "$x$ ", "$\\alpha_i$ "),
    *("$\\{1\\}$", "$5 ", "$a\nb$", "$a\x1db$", "\\$", "\x1d", "\x1b", "é", "≥", "–", "\n", "7"),
    "x" * 90,
)


def joined(words: tuple[str, ...], most: int = 9) -> st.SearchStrategy[str]:
    """Some of these, with and without blanks between them."""
    some = st.lists(st.sampled_from(words), max_size=most)
    return st.builds(lambda blank, words: blank.join(words), st.sampled_from([" ", "", "  "]), some)


TITLES = {encode: tex_titles.tex_titles(encode) for encode in (ascii_latex, unicode_latex)}
PROTECTING = {
    encode: tex_titles.tex_titles(encode, frozenset({"Kyoto", "Lamp", "V"})) for encode in TITLES
}  # once for all cases, so that what is remembered tells


@often
@given(joined(WORDS) | joined(PLAIN) | texts(), st.sampled_from(list(TITLES)))
@example("Lamp-Game: a Lamp-Game", ascii_latex)
@example("OilA lamps", ascii_latex)
@example("A Plan A A", ascii_latex)
@example("Foo-Bar：a Foo-Bar", ascii_latex)
@example("Lamp-Lit (V.Ab): a V.Ab", ascii_latex)
@example("Über-Lamp: an Über-Lamp", ascii_latex)
def test_titles(title, encode):
    with patch.object(tex_titles, "_are_plain", lambda titles: [False] * len(titles)):
        slowly = tex_title(tidy(title), encode)
    assert TITLES[encode]([title]) == [slowly]
    slowly = tex_title(tidy(title), encode, frozenset({"Kyoto", "Lamp", "V"}))
    assert PROTECTING[encode]([title]) == [slowly]


@law
@given(st.lists(joined(WORDS) | joined(PLAIN) | texts(), max_size=6))
@example(["Oil", "", " Oil", "Oil ", "a\nb", "A", "Plan A A", "\x7f", "灯"])
def test_no_title_has_a_say_in_how_another_one_is_written(titles):
    write = TITLES[ascii_latex]
    assert write(titles) == [write([title])[0] for title in titles]


@law
@given(st.text("aAbB,:-", min_size=1, max_size=4))
def test_a_lone_word(word):
    assert (tex_title(word, ascii_latex) == word) == (not protected_spans(word))


@law
@given(st.text(st.characters(categories=["L"]), min_size=1), st.sampled_from(ENCODERS))
@example("Łódź", ascii_latex)
@example("ẞﬁⅷℕ", unicode_latex)
def test_a_lone_word_is_encoded_as_in_a_text(word, encode):
    assert encode(f"{word} 1") == f"{encode(word)} 1"


PART = st.none() | st.sampled_from(PARTS) | joined(PARTS, most=3)
NAMES = st.builds(Name, literal=PART) | st.builds(
    Name,
    family=st.sampled_from(PARTS) | joined(PARTS, most=3),
    given=PART,
    dropping_particle=PART,
    non_dropping_particle=PART,
    suffix=PART,
)
BARE_NAMES = st.builds(Name, family=st.sampled_from(PARTS), given=st.sampled_from(PARTS))


def text(part: str) -> str:
    return tex_line(part, ascii_latex)


@often
@given(st.lists(NAMES | BARE_NAMES, max_size=3))
def test_names(names):
    slowly = " and ".join(filter(None, (tex_name(name, text) for name in names)))
    assert tex_names(tuple(names), text) == slowly


@often
@given(joined(WRITTEN) | texts(), st.sampled_from(ENCODERS))
def test_texts(value, encode):
    assert tex_line(value, encode) == encode(tidy(value))


@law
@given(st.lists(joined(WRITTEN) | texts(), max_size=6), st.sampled_from(ENCODERS))
@example(["oil", "", " oil", "oil ", "a\nb", "\x7f", "a  b", "5 %", "$x$ 5 %", "é"], ascii_latex)
def test_texts_together(values, encode):
    slowly = [encode(tidy(value)) for value in values]
    assert tex_each(values, encode, lambda value: encode(tidy(value))) == slowly


@often
@given(joined(WRITTEN) | texts(), st.sampled_from(ENCODERS))
@example("a $x$7 b", ascii_latex)
@example("a $x_1$ b_c", ascii_latex)
@example("a $x_1$ 5% b", ascii_latex)
@example("a ${\\rm x}$ 5% b", ascii_latex)
@example("a $x_1$ & ${\\rm x}$ 5% b", ascii_latex)
@example("a_b $x_1$ c_d $5 _ b", ascii_latex)
@example("a \\$x$ b", ascii_latex)
def test_formulas_in_a_short_stretch(value, encode):
    quickly = encode(tidy(value))
    with patch.object(tex_text, "SHORT", 0):
        assert encode(tidy(value)) == quickly


@pytest.mark.parametrize("pages", ["ü-1", "1-ß", "α-ω", "é1--é2", "½-1"])
def test_pages(pages):
    (quickly,) = BIBTEX.dump([Entry(page=pages)], Options())
    written = ascii_latex(pages if "--" in pages else pages.replace("-", "--"))
    assert f"  pages = {{{written}}}" in quickly


OPTIONS = [
    Options(),
    Options(profile=Profile.ZOTERO),
    Options(protected_words=frozenset({"Lamps", "wick"})),
]


@law
@given(
    st.lists(hostile_entries() | st.sampled_from(SHOWN), min_size=2, max_size=3),
    st.sampled_from([BIBTEX, BIBLATEX]),
    st.sampled_from(OPTIONS),
)
def test_no_entry_has_a_say_in_how_another_one_is_written(entries, format_, options):
    entries = [
        msgspec.structs.replace(entry, citekey=Citekey(f"k{number}"), collections=())
        for number, entry in enumerate(entries)
    ]
    written = format_.dump(entries, options)
    alone = ["".join(format_.dump([entry], options)) for entry in entries]
    assert [piece.removeprefix("\n") for piece in written] == alone


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("format_", [BIBTEX, BIBLATEX])
def test_many_entries_are_written_as_each_by_itself(format_, options):
    entries = [
        msgspec.structs.replace(entry, citekey=Citekey(f"k{number}"), collections=())
        for number, entry in enumerate(SHOWN * 40)
    ]
    alone = ["".join(format_.dump([entry], options)) for entry in entries]
    assert "".join(format_.dump(iter(entries), options)) == "\n".join(alone)
    each = [to_library([entry], options).entries[0] for entry in entries]
    assert to_library(entries, options).entries == each


def test_a_collection_has_entries_from_all_of_a_file():
    entries = [Entry(citekey=Citekey(f"k{number}"), collections=("Oil",)) for number in range(300)]
    *_, tree = BIBTEX.dump(entries, Options(profile=Profile.ZOTERO))
    assert [f"k{number}" for number in range(300)] == re.findall(r"k\d+", tree)


def test_a_foreign_field_is_told_from_those_of_its_entry_alone():
    entries = [Entry(volume="1"), Entry(extra={"Volume": "2"}), Entry(volume="3", extra={"a": "4"})]
    texts = list(BIBTEX.dump(entries, Options()))
    assert "  Volume = {2}\n" in texts[1]
    assert "  a = {4}\n" in texts[2]


A, B, NOTE, MONTH = {"a": "1"}, {"b": "2"}, {"note": "3"}, {"Month": "4"}


@pytest.mark.parametrize(
    "extras",
    [
        [A | B, A, B, {}, A | {"c": " "} | B],
        [A | B, B | A],
        [A, {f"name {number}": str(number) for number in range(20)}],
        [{"a b": "1"}, {"a-b": "2"}, {"a b": "1", "a-b": "2"}],
        [A, NOTE],
        [A, MONTH],
    ],
    ids=["in one order", "in two", "many", "alike", "one that entries have", "a macro"],
)
def test_foreign_fields_are_written_as_of_each_entry_by_itself(extras):
    entries = [
        Entry(citekey=Citekey(f"k{number}"), note="mine" if number % 2 else None, extra=extra)
        for number, extra in enumerate(extras)
    ]
    alone = ["".join(BIBTEX.dump([entry], Options())) for entry in entries]
    assert "".join(BIBTEX.dump(entries, Options())) == "\n".join(alone)
    each = [to_library([entry]).entries[0] for entry in entries]
    assert to_library(entries).entries == each


def test_an_odd_address_leaves_those_beside_it_as_they_are():
    entries = [Entry(url="https://lamps.example/a"), Entry(), Entry(url="https://oil.example/{b}")]
    urls = re.findall(r"url = \{(.*)\}", "".join(BIBTEX.dump(entries, Options())))
    assert urls == ["https://lamps.example/a", "https://oil.example/%7Bb%7D"]


@pytest.mark.corpus
def test_real_entries(corpus):
    for path in sorted((corpus / "bib").rglob("*.bib")):
        for piece in LOADER.load(read_document(path).text):
            if not isinstance(piece, Record):
                continue
            entry = piece.entry
            for encode, titles in TITLES.items():
                title = entry.title or ""
                assert titles([title]) == [tex_title(tidy(title), encode)]
                for value in (entry.abstract or "", *entry.notes, entry.container_title or ""):
                    assert tex_line(value, encode) == encode(tidy(value))
            slowly = " and ".join(filter(None, (tex_name(name, text) for name in entry.author)))
            assert tex_names(entry.author, text) == slowly
