"""Answers that no right Zotero gives, or that only a worn library makes it give."""

import pytest

from refman.errors import AnswerError
from refman.progress import SILENT
from refman.zotero.answers import decoded, found_in
from refman.zotero.records import Target
from tests.zotero.scripted import Scripted, answer

HOME = Target(id="users/0", name="My Library")


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (rb'"lamp \ud83d"', "lamp \ufffd"),
        (rb'"\udd26 lamp \ud83d\ud83d\udd26"', "\ufffd lamp \ufffd\U0001f526"),
        (rb'"a \\ud83d and \n\ud83d"', "a \\ud83d and \n\ufffd"),
    ],
)
def test_half_a_character_does_not_hide_all_that_is_beside_it(sent, read):
    assert decoded(Scripted(answer()), answer(200, sent)) == read


@pytest.mark.parametrize("sent", [b"", b"{", rb'"\ud83d', b"\xff", b"1e999", b"[" * 5_000])
def test_what_is_no_json_is_refused(sent):
    with pytest.raises(AnswerError, match="where JSON is due"):
        decoded(Scripted(answer()), answer(200, sent))


def nested(levels: int) -> object:
    value: object = "lamp"
    for number in range(levels):
        value = [value] if number % 2 else {"name": value}
    return value


def test_what_lies_too_deep_is_left_out_and_the_item_is_there():
    data = {"title": nested(4), "creators": [{"lastName": "Berg"}], "relations": nested(3)}
    found = found_in({"key": "ABCD2345", "version": 3, "data": data})
    assert found is not None
    assert found.data == {"creators": [{"lastName": "Berg"}], "relations": nested(3)}


def test_an_item_whose_type_is_none_is_an_item():
    row = {"key": "ABCD2345", "version": 3, "data": {"itemType": ["note"], "title": "Lamps"}}
    way = Scripted(answer(200, [row], total_results=1))
    assert [found.data["title"] for found in way.items(HOME, SILENT)] == ["Lamps"]
