"""Values between the delimiters of the file, in the signs that its encoding has."""

import pytest

from refman.formats.tex import Record
from tests.formats.bib_edit.edited import bib


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("plain", 'title = "plain"'),
        ('a "word"', 'title = {a "word"}'),
        ('a {"}word{"}', 'title = "a {"}word{"}"'),
        ("12", "title = 12"),
        ("१२", 'title = "१२"'),
        ("12b", 'title = "12b"'),
    ],
)
def test_quotes_and_bare_numbers_where_they_may_be(value, field):
    file = bib('@misc{a,\n  title = "x",\n  year = 2001\n}')
    assert file.filled(file.blocks[0], [("Title", value)]).text == f",\n  {field}"


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("@misc{a,\n  title={x}\n}", ",\n  note={y}"),
        ("@misc{a,\n  title   = {x}\n}", ",\n  note   = {y}"),
        ("@misc{a,\n  title\t=\t{x}\n}", ",\n  note\t=\t{y}"),
        ("@misc{a,\n  TITLE = {x}\n}", ",\n  NOTE = {y}"),
        ("@misc{a,\n  Title = {x}\n}", ",\n  Note = {y}"),
        ("@misc{a,\n  title\n  =\n  {x}\n}", ",\n  note = {y}"),
        ("@misc{a,\n\n\n  title = {x},\n\n  isbn = {z},\n}", ",\n\n  note = {y}"),
        ("@misc{a,title = {x},\n     isbn = {z}}", ",\n     note = {y}"),
        ("@misc{a,\n  eTitle = {x}\n}", ",\n  note = {y}"),
        ("@misc{a, t =    {x}, isbn = {z}}", ", note = {y}"),
    ],
)
def test_a_field_follows_the_habit_of_its_entry(text, added):
    file = bib(text)
    assert file.filled(file.blocks[0], [("note", "y")]).text == added


def test_an_entry_that_tells_little_follows_the_file():
    file = bib(
        "@misc{a,\n\ttitle  = {x},\n\tauthor = {y},\n}\n@misc{b}\n@misc{c,\n\tdate   = {z}\n}\n"
    )
    texts = [file.filled(block, [("doi", "1"), ("note", "2")]) for block in file.blocks[2::2]]
    assert [each.text for each in texts] == [
        ",\n\tdoi    = {1},\n\tnote   = {2}\n",
        ",\n\tdoi    = {1},\n\tnote   = {2}",
    ]


@pytest.mark.parametrize(
    ("encoding", "pairs", "fitted"),
    [
        ("utf-8", [("title", "Ö 灯 “x”")], [("title", "Ö 灯 “x”")]),
        ("us-ascii", [("title", "Öl ≥ x")], [("title", '{\\"O}l {$\\geq$} x')]),
        ("iso-8859-1", [("title", "Öl “x” Łódź")], [("title", "Öl ``x'' {\\L}ód{\\'z}")]),
        (
            "us-ascii",
            [("url", "https://ö.example/灯")],
            [("url", "https://%C3%B6.example/%E7%81%AF")],
        ),
        ("us-ascii", [("Code", "https://x.example/é")], [("Code", "https://x.example/%C3%A9")]),
        (
            "us-ascii",
            [("doi", "10.1/é"), ("eprint", "é")],
            [("doi", "10.1/%C3%A9"), ("eprint", "%C3%A9")],
        ),
        ("us-ascii", [("title", "灯 e\u0301")], [("title", "灯 {\\'e}")]),
    ],
)
def test_what_the_encoding_lacks_is_spelt_out(encoding, pairs, fitted):
    file = bib(f"% Encoding: {encoding}\n@misc{{a}}\n")
    assert [value for _, value in file.fitted(pairs)] == [value for _, value in fitted]


def test_numbers_stand_as_most_of_them_do():
    record = Record("misc", "b", [("volume", "3")])
    bare = bib("@misc{a, year = 1, volume = 2, number = {3}}")
    assert "volume = 3}" in bare.appended([record]).text
    braced = bib("@misc{a, year = {1}, volume = {2}, number = 3}")
    assert "volume = {3}" in braced.appended([record]).text
