from typing import get_type_hints

from refman.formats.fields import LINES, PEOPLE
from refman.model import Entry, Name

OTHER_TEXTS = {"abstract", "note", "url", "citekey"}
"""Texts that are no line, or no text."""


def test_every_field_of_its_shape_is_there_once():
    hints = get_type_hints(Entry)
    texts = {name for name, hint in hints.items() if hint in (str | None, hints["citekey"])}
    assert set(LINES) == texts - OTHER_TEXTS
    assert len(LINES) == len(set(LINES))
    assert set(PEOPLE) == {name for name, hint in hints.items() if hint == tuple[Name, ...]}
