"""What a person said is no duplicate."""

import msgspec
import pytest

from refman.duplicates import Remembered, fingerprints
from refman.duplicates.remembered import decode, encode
from refman.errors import InputError
from refman.model import Citekey, Entry
from tests.duplicates.pairs import make

FIRST = make(title="Lamps of the North", authors="Ada Berg", year=2001, doi="10.1234/a")
SECOND = make(title="Lamps of the North", authors="Ada Berg", year=2001, doi="10.1234/b")
THIRD = make(title="Lamps of the South", authors="Ada Berg", year=2001)


def test_an_entry_always_has_a_mark():
    assert len(fingerprints(Entry())) == 1
    assert fingerprints(FIRST)[:2] == ("published:10.1234/a", "title:lampsofthenorth|berg|2001")


def test_marks_do_not_depend_on_the_key():
    assert fingerprints(FIRST) == fingerprints(
        msgspec.structs.replace(FIRST, citekey=Citekey("other"))
    )


def test_a_pair_is_remembered_in_either_order_and_forgotten():
    remembered = Remembered().with_pair(FIRST, SECOND)
    assert len(remembered) == 1
    assert remembered.is_apart(FIRST, SECOND)
    assert remembered.is_apart(SECOND, FIRST)
    assert not remembered.is_apart(FIRST, THIRD)
    assert not remembered.is_apart(FIRST, FIRST)
    assert not remembered.without_pair(SECOND, FIRST).is_apart(FIRST, SECOND)


def test_it_outlasts_an_edit():
    remembered = Remembered().with_pair(FIRST, THIRD)
    edited = msgspec.structs.replace(THIRD, abstract="New.", volume="4")
    assert remembered.is_apart(edited, FIRST)


def test_entries_that_agree_in_all_marks_but_their_content():
    first = make(title="Lamps", authors="Ada Berg", year=2001, pages="1")
    second = make(title="Lamps", authors="Ada Berg", year=2001, pages="9")
    third = make(title="Lamps", authors="Ada Berg", year=2001, pages="20")
    remembered = Remembered().with_pair(first, second)
    assert remembered.is_apart(first, second)
    assert not remembered.is_apart(first, third)


def test_entries_equal_to_the_letter_can_be_parted():
    assert Remembered().with_pair(FIRST, FIRST).is_apart(FIRST, FIRST)


def test_what_is_written_is_read():
    remembered = Remembered().with_pair(FIRST, SECOND).with_pair(FIRST, THIRD)
    assert decode(encode(remembered).encode(), source="x").told() == remembered.told()


def test_a_pair_said_twice_is_kept_once():
    assert len(Remembered().with_pair(FIRST, SECOND).with_pair(SECOND, FIRST)) == 1


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b'{"apart": 3}', b'{"version": 9}', b"[" * 100_000]
)
def test_a_damaged_file_is_told(content):
    with pytest.raises(InputError, match="memory"):
        decode(content, source="memory.json")
