"""The likeliest path: labels of short texts, and that lines are let go in time."""

from itertools import islice

from refman.reading.habits import NEUTRAL
from refman.reading.lines import cut_lines
from refman.reading.path import settle_lines
from refman.reading.weights import MOVES, Part

PROSE = (
    "We show that the lamp is lit by the keeper. The keeper is paid for it, as are the others. " * 3
)


def parts(text):
    return [step.part.name for step in settle_lines(cut_lines(text), NEUTRAL)]


def test_parts_of_a_paper():
    head = "Subscribe\n\nA Theory of Ladders and Stairs\nAda Abelson, Bela Brandt\nJun 3, 2025\n\n"
    text = f"{head}{PROSE}\n\n12 authors\n"
    assert parts(text) == ["OUT", "TITLE", "AUTHORS", "NOTE", "ABSTRACT", "TAIL"]


def test_nothing_gives_nothing():
    assert parts("") == []


def test_every_part_can_be_reached_and_left():
    assert set(MOVES) == set(Part)
    reached = {part for moves in MOVES.values() for part in moves}
    assert reached == set(Part)


def test_lines_come_out_once_and_in_order():
    text = f"A Theory of Ladders\n\n{PROSE}\n\n" * 400
    numbers = [step.line.number for step in settle_lines(cut_lines(text), NEUTRAL)]
    assert numbers == [line.number for line in cut_lines(text)]


def test_lines_are_let_go_while_others_are_still_to_come():
    taken = 0

    def counted():
        nonlocal taken
        for line in cut_lines(f"A Theory of Ladders\n\n{PROSE}\n\n" * 5000):
            taken += 1
            yield line

    list(islice(settle_lines(counted(), NEUTRAL), 10))
    assert taken < 1000


def test_lines_that_never_settle_are_let_go_all_the_same():
    text = "the lamp and the keeper of the lamp and the stairs and the\n" * 6000
    taken = 0

    def counted():
        nonlocal taken
        for line in cut_lines(text):
            taken += 1
            yield line

    next(settle_lines(counted(), NEUTRAL))
    assert taken < 6000
    assert len(list(settle_lines(cut_lines(text), NEUTRAL))) == 6000
