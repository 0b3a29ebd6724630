"""A .bib file of which parts are taken out or replaced."""

import difflib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from refman.errors import OutputError
from refman.formats.bib.cut import Edit, edited, removal, rewritten, shown
from refman.formats.bib.scan import scan
from refman.formats.exact import Exact

THREE = "@misc{a,\n x={1}}\n\n@misc{b}\n\n@misc{c}\n"


@pytest.mark.parametrize(
    ("text", "number", "left"),
    [
        (THREE, 0, "@misc{b}\n\n@misc{c}\n"),
        (THREE, 1, "@misc{a,\n x={1}}\n\n@misc{c}\n"),
        (THREE, 2, "@misc{a,\n x={1}}\n\n@misc{b}\n\n"),
        ("@misc{a} % said\n@misc{b}", 0, " % said\n@misc{b}"),
        ("@misc{a}@misc{b}\n", 1, "@misc{a}\n"),
        ("@misc{a}\r\n \r\n\r\n@misc{b}", 0, "\r\n@misc{b}"),
    ],
)
def test_a_block_goes_with_its_line(text, number, left):
    blocks = [block for block in scan(text) if block.key]
    assert edited(text, [removal(text, blocks[number])]) == left


@st.composite
def texts_with_edits(draw):
    lines = draw(st.lists(st.text("ab", max_size=3), max_size=30))
    ends = [draw(st.sampled_from(["\n", "\n", "\r\n"])) for _ in lines]
    text = "".join(map("".join, zip(lines, ends, strict=True))) + draw(st.sampled_from(["", "x"]))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return text, [Edit(*pair, draw(st.text("AB\n", max_size=4))) for pair in pairs]


def patched(text: str, diff: list[str]) -> list[str]:
    """Return the lines that a unified diff makes of a text."""
    lines = [line.removesuffix("\n").removesuffix("\r") for line in text.splitlines()]
    new: list[str] = []
    place = 0
    for line in diff[2:]:
        bare = line[1:].removesuffix("\r")
        if line.startswith("@@"):
            old = line.split()[1][1:].split(",")
            first = int(old[0]) - (0 if old[1:] == ["0"] else 1)
            new += lines[place:first]
            place = first
        elif line.startswith(" "):
            assert lines[place] == bare
            new.append(bare)
            place += 1
        elif line.startswith("-"):
            assert lines[place] == bare
            place += 1
        elif line.startswith("+"):
            new.append(bare)
    return new + lines[place:]


@given(texts_with_edits())
@example(("\n\n", [Edit(0, 0, "A"), Edit(0, 1)]))
@example(("a\nb\nc", [Edit(0, 0, "A"), Edit(0, 2), Edit(2, 4)]))
def test_a_diff_shows_what_edits_do(case):
    text, edits = case
    diff = list(shown(text, edits, name="x.bib"))
    assert bool(diff) == bool(edits)
    assert patched(text, diff) == edited(text, edits).splitlines()


def test_a_diff_looks_as_usual():
    text = "".join(f"line {number}\n" for number in range(40))
    new = edited(text, edits := [Edit(7, 14), Edit(63, 67, "LINE"), Edit(210, 210, "new\n")])
    expected = difflib.unified_diff(
        text.splitlines(), new.splitlines(), "x.bib", "x.bib", lineterm=""
    )
    assert list(shown(text, edits, name="x.bib")) == list(expected)


def test_a_diff_tells_of_a_last_line_without_end():
    diff = list(shown("a\nb", [Edit(2, 3, "c")], name="x"))
    assert diff[-4:] == ["-b", "\\ No newline at end of file", "+c", "\\ No newline at end of file"]


@pytest.mark.parametrize(
    "data", ["é\nab".encode(), "\ufeffé\nab".encode(), "é\nab".encode("utf-16")]
)
def test_bytes_that_are_not_edited_stay(data):
    exact = Exact(data, source="x.bib")
    place = exact.text.index("b")
    assert rewritten(exact, [Edit(place, place + 1, "c")]) == data.replace(b"b", b"c")
    assert rewritten(exact, []) == data


@pytest.mark.parametrize(
    ("data", "edit"),
    [
        ("zwölf größere Öllampen\n".encode() + b"\xe9", Edit(0, 1)),  # a byte that is no UTF-8
        (b"% Encoding: cp1252\n\xe9", Edit(0, 0, "\u4e00")),  # a sign that the encoding has not
        (b"% Encoding: cp1252\n\xe9t\xe9 \xe0", Edit(0, 11)),  # read otherwise without its header
    ],
)
def test_a_file_that_might_be_harmed_is_left(data, edit):
    exact = Exact(data, source="x.bib")
    if exact.encoding == "windows-1252" and edit == Edit(0, 11):
        assert rewritten(exact, [edit])  # it is still what its bytes look like
        return
    with pytest.raises(OutputError, match=r"x\.bib"):
        rewritten(exact, [edit])


def test_what_comes_behind_the_last_sign_is_shown_in_its_line():
    diff = list(shown("a\nb", [Edit(3, 3, "c")], name="f"))
    assert [line for line in diff[3:] if line[0] in "+-"] == ["-b", "+bc"]
