"""Waits for services are told in words, and no more often than they change."""

import pytest

from refman.online import Waits


class Clock:
    def __init__(self):
        self.seconds = 100.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def said():
    return []


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def waits(said, clock):
    return Waits(said.append, {"arxiv": "arXiv"}, clock)


def test_who_makes_us_wait_is_told_once_for_each_second(waits, said):
    for seconds in (3.0, 2.9, 2.5, 2.0, 0.9, 0.1):
        waits("arxiv", seconds)
    waits("lamps.example", 1_234.5)
    assert said == [
        "arXiv asks to wait 3 s",
        "arXiv asks to wait 2 s",
        "lamps.example asks to wait 1,235 s",
    ]


def test_that_it_goes_on_is_told_once_nobody_waits_any_more(waits, said, clock):
    waits.go_on()
    waits("arxiv", 3.0)
    waits.go_on()  # another source answered meanwhile
    clock.seconds += 1.5
    waits.go_on()
    waits.go_on()
    assert said == ["arXiv asks to wait 3 s", ""]
    waits("arxiv", 3.0)
    assert said[-1] == "arXiv asks to wait 3 s"
