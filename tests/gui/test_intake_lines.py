"""Lines as they are shown stand for the source's own signs, one for one, whatever these are."""

from hypothesis import given
from hypothesis import strategies as st

from refman_gui.views.intake_lines import line_at, lines_from, units, within

_TEXTS = st.text(
    alphabet=st.sampled_from("ab \t\r\n\0\u202e\u2028\u2029🪔é\ud800\x7f"), max_size=80
)


@given(_TEXTS, st.integers(1, 20))
def test_all_signs_are_shown_once_and_in_their_order(text: str, most: int) -> None:
    lines, at = list(lines_from(text, 0, most)), 0
    while lines[-1].end < len(text) or (text[-1:] in ("\r", "\n", "\u2029") and lines[-1].text):
        lines += lines_from(text, lines[-1].end, most)
    for line in lines:
        assert line.start == at
        source = text[line.start : line.end].rstrip("\r\n\u2029")
        assert len(source) == len(line.text)
        for sign, shown in zip(source, line.text, strict=True):
            assert shown == sign if sign in "ab \t🪔é" else shown not in "\0\u202e\u2028\ud800\x7f"
        at = line.end
    assert at == len(text)
    starts = [line.start for line in lines]
    assert all(line_at(starts, line.start) == number or line.start == line.end
               for number, line in enumerate(lines))  # fmt: skip


def test_a_line_is_never_too_long_to_be_laid_out() -> None:
    lines = list(lines_from("x" * 5_000, 0, 100_000))
    assert [len(line.text) for line in lines] == [2_000, 2_000, 1_000]
    assert [line.text for line in lines_from("", 0, 10)] == [""]
    assert [line.text for line in lines_from("a\r\nb\n", 0, 10)] == ["a", "b", ""]


@given(_TEXTS.filter(lambda text: "\ud800" not in text))
def test_places_count_signs_here_and_units_there(text: str) -> None:
    for count in range(len(text) + 1):
        assert within(text, units(text[:count])) == count
