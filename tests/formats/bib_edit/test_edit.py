"""New entries and fields in files of many styles: as files, and as laws."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.errors import InputError
from refman.formats.bib.edit import dialect_of
from refman.formats.bib.edit_style import is_sound
from refman.formats.bib.scan import scan
from refman.formats.exact import decode
from refman.formats.tex import Record
from tests.formats.bib_edit.edited import MISSING, NEW, bib, edited
from tests.formats.shown import DATA, law

CASES = sorted(
    path for path in (DATA / "bib_edit").glob("*.bib") if not path.name.endswith(".edited.bib")
)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_additions_look_like_the_rest(path: Path, request):
    result = edited(bib(path.read_bytes())).decode()
    expected = path.with_suffix(".edited.bib")
    if request.config.getoption("--update"):
        expected.write_text(result, encoding="utf-8")
    assert result == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_are_those_of_the_file(path, end):
    text = path.read_text(encoding="utf-8")
    expected = path.with_suffix(".edited.bib").read_text(encoding="utf-8")
    if not text:
        pytest.skip("no line end to go by")
    result = edited(bib(text.replace("\n", end))).decode()
    assert result == expected.replace("\n", end)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_marks_and_wide_encodings_stay(encoding):
    text = "@misc{berg,\n  title = {Öl}\n}\n"
    result = edited(bib(text.encode(encoding)))
    assert result.decode(encoding) == edited(bib(text)).decode()


def test_the_majority_of_line_ends_counts():
    assert bib("@misc{a}\r\n@misc{b}\n@misc{c}\r\n").style.line_end == "\r\n"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("@misc{a}", "@misc{a}\n\n@misc{n}"),
        ("@misc{a}\n", "@misc{a}\n\n@misc{n}\n"),
        ("@misc{a}  \n\n\n", "@misc{a}\n\n@misc{n}  \n\n\n"),
        ("@misc{a, x = {1\\}}, y = {2}}\n", "@misc{a, x = {1\\}}, y = {2}}\n\n@misc{n}\n"),
        ("@misc{a} {b}\n% }\n}\n", "@misc{a} {b}\n% }\n}\n\n@misc{n}\n"),
        ("@misc{a}@misc{b}", "@misc{a}@misc{b}\n\n@misc{n}"),
        ("@misc{a}@string{x = 1}\n", "@misc{a}\n\n@misc{n}\n@string{x = 1}\n"),
        ("@misc{a} words\n@string{x = 1}", "@misc{a} words\n\n@misc{n}\n@string{x = 1}"),
        ("@misc{a} words", "@misc{a} words\n\n@misc{n}"),
        ("@misc{a}\n@misc{b}\n", "@misc{a}\n@misc{b}\n@misc{n}\n"),
        ("\n\n", "\n\n@misc{n}\n"),
        ("% words", "% words\n\n@misc{n}"),
        ("% words\n", "% words\n\n@misc{n}\n"),
        ("% words\n\n\n", "% words\n\n\n@misc{n}\n"),
        ("@comment{jabref-meta: x;}", "@misc{n}\n\n@comment{jabref-meta: x;}"),
        ("@misc{a} @misc{b, x = {", "@misc{a}\n\n@misc{n}\n @misc{b, x = {"),
        ("@misc{b, x = {1},", "@misc{n}\n\n@misc{b, x = {1},"),
        ("words\n@misc{b, x = {1", "words\n\n@misc{n}\n\n@misc{b, x = {1"),
    ],
)
def test_a_new_entry_goes_behind_the_last_one(text, result):
    file = bib(text)
    insertion = file.appended([Record("misc", "n", [])])
    assert file.exact.spliced([insertion]).decode() == result


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title = {x} year = {1}}",
        "@misc{a, title = {x}, % y\n}",
        "@misc{, title = {x}}",
        "@misc{a, x = {1\\}}, y = {2}}",
        "@misc{a, title = {x}",
        "@misc{a, title = {x",
        "@string{a = {x}}",
        "@comment{a}",
        "words",
    ],
)
def test_what_is_no_sound_entry_is_not_touched(text):
    file = bib(text + "\n@misc{z}")
    filled = [file.filled(block, MISSING) for block in file.blocks]
    assert [each is None for each in filled[:-1]] == [True] * (len(filled) - 1)
    assert filled[-1] is not None


@pytest.mark.parametrize(
    ("text", "name", "dialect"),
    [
        ("", "x.bib", "bibtex"),
        ("", "x.BibLaTeX.bib", "biblatex"),
        ("@article{a, journal = {x}, year = 1}", "x.biblatex.bib", "bibtex"),
        ("@article{a, journaltitle = {x}, year = 1}", "x.bib", "biblatex"),
        ("@online{a, title = {x}}", "x.bib", "biblatex"),
        ("@phdthesis{a, title = {x}}@misc{b, date = 1}@misc{b, address = 1}", "x.bib", "bibtex"),
        ("@online{a}@comment{jabref-meta: databaseType:bibtex;}", "x.bib", "bibtex"),
        ("@misc{a}@comment{jabref-meta: databaseType:biblatex;}", "x.bib", "biblatex"),
        ("@misc{a}@comment{words}", "x.bib", "bibtex"),
    ],
)
def test_the_dialect_is_that_of_most_names(text, name, dialect):
    assert dialect_of(text, tuple(scan(text)), name).name == dialect


def test_all_keys_are_told_former_ones_too():
    text = '@misc{a, ids = {b, c}}@misc{d, title = {x}, IDS = "e"}@misc{, title = {y}}'
    assert bib(text).citekeys() == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    "text",
    [
        '[{"title": "Oil"}]',
        "\n<html>",
        "TY  - JOUR\nER  - \n",
        "PMID- 1\n",
        "%0 Journal Article\n",
        "%PDF-1.7\n",
        "{\\rtf1}",
        "PK\x03\x04\x01",
        "\x89PNG\r\n",
        "ab\x01" * 10,
    ],
)
def test_a_file_of_another_kind_is_refused(text):
    with pytest.raises(InputError, match="holds no BibTeX") as caught:
        bib(text)
    assert caught.value.source == "papers.bib"


def test_words_alone_are_a_comment():
    text = "What I read about lamps.\n"
    assert bib(text).appended(NEW).place == len(text)


PIECES = st.sampled_from(
    [
        b"@misc{a,\n  title = {x}\n}\n",
        b'@article{b, author = "y", year = 2001}',
        b"@ARTICLE{c,\r\n\tauthor = {y} # z,\r\n}\r\n",
        b"@misc{d,\r  title\t= {\xe4\xf6},\r}\r",
        b"@misc{e, title = {x\0y}, }",
        b"@misc{f, title = {x}",
        b"@misc{g title = {x}}",
        b"@string{s = {x}}\n",
        b'@preamble{"x"}',
        b"@comment{jabref-meta: grouping:x;}\n",
        "% Ünder 灯\n".encode(),
        b"}\n",
        b"\xff\xfe\x80",
        b"\n\n",
        b"\r",
        b" ",
        b"words",
        b"{",
    ]
)


@law
@given(st.lists(PIECES | st.binary(max_size=8), max_size=8).map(b"".join))
def test_taking_out_what_was_put_in_gives_the_old_bytes(data):
    try:
        file = bib(data)
    except InputError:
        return
    filled = [file.filled(block, MISSING) for block in file.blocks]
    insertions = [insertion for insertion in filled if insertion is not None]
    insertions.append(file.appended(NEW))
    insertions.sort(key=lambda insertion: insertion.place)
    if not all(file.exact.holds(insertion.text) for insertion in insertions):
        return
    new = file.exact.spliced(insertions)
    old, start = b"", 0
    for insertion in insertions:
        added = file.exact.encode(insertion.text)
        at = new.index(added, start)
        old, start = old + new[start:at], at + len(added)
    assert old + new[start:] == data
    assert _shown(decode(new)[0]) == [
        *_shown(file.exact.text, filled),
        *((record.key, [name.lower() for name, _ in record.pairs]) for record in NEW),
    ]


def _shown(text, filled=None):
    """Return (key, names of fields) of the sound entries, those put into them among them."""
    blocks = list(scan(text))
    added = [name for name, _ in MISSING]
    return [
        (block.key, [field.name.lower() for field in block.fields] + (added if filling else []))
        for block, filling in zip(blocks, filled or [None] * len(blocks), strict=True)
        if is_sound(block)
    ]
