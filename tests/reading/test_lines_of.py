import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.reading.lines_of import Lines

TEXT = "one\ntwo\n\nfour"


@pytest.mark.parametrize(("place", "line"), [(0, 1), (3, 1), (4, 2), (8, 3), (9, 4), (13, 4)])
def test_a_place_has_a_line(place, line):
    assert Lines(TEXT).at(place) == line


def test_places_may_come_in_any_order():
    lines = Lines(TEXT)
    assert [lines.at(place) for place in (9, 0, 4, 4, 3)] == [4, 1, 2, 2, 1]


@given(st.text(alphabet="ab\r\n", max_size=40), st.data())
def test_lines_end_as_every_editor_has_it(text, data):
    places = data.draw(st.lists(st.integers(0, max(0, len(text) - 1)), max_size=6))
    lines = Lines(text)
    for place in places:
        before = text[:place].replace("\r\n", "\n")
        # Between CR and LF the line has not ended yet.
        inside = text[place - 1 : place + 1] == "\r\n" and place > 0
        ends = before.count("\n") + before.count("\r") - inside
        assert lines.at(place) == ends + 1
