import pytest

from refman.formats import tex_memory
from refman.formats.tex_memory import SHORT, Memory


def counted():
    """A memory, and what it was asked to make."""
    made = []

    def make(text):
        made.append(text)
        return text.upper()

    return Memory(make), made


def test_a_short_text_is_made_once():
    memory, made = counted()
    assert [memory["wick"], memory["oil"], memory["wick"]] == ["WICK", "OIL", "WICK"]
    assert made == ["wick", "oil"]


@pytest.mark.parametrize(("length", "times"), [(SHORT, 1), (SHORT + 1, 2)])
def test_a_long_text_is_made_each_time(length, times):
    memory, made = counted()
    assert memory["a" * length] == memory["a" * length] == "A" * length
    assert len(made) == times


def test_its_room_is_bounded(monkeypatch):
    monkeypatch.setattr(tex_memory, "_MOST", 10)
    memory, _ = counted()
    for number in range(100):
        assert memory[f"a{number}"] == f"A{number}"
        assert len(memory) <= 10


def test_what_fails_is_not_remembered():
    memory = Memory(int)
    for _ in range(2):
        with pytest.raises(ValueError, match="wick"):
            memory["wick"]
    assert not memory
