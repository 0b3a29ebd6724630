"""What an edit changes, field by field, as text for people."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from refman.editing.fields import all_fields, field_named
from refman.model import Edit, Entry, edited

__all__ = ["Difference", "differences"]

_EXTRA = "extra"


class Difference(NamedTuple):
    """Hold a field's value before and after a change.

    Attributes:
        field: its short name: "title", "doi", "extra.comment".
        before: as text that can be set again; "" where there was none.
        after: likewise; the same where only whose value it is has changed: now it is the user's.
    """

    field: str
    before: str
    after: str


def differences(entry: Entry, edit: Edit) -> list[Difference]:
    """Return what an edit changes, in the order of the table of fields, foreign fields last.

    Args:
        entry: as it was before.
        edit: of it.
    """
    after = edited(entry, edit)
    foreign = dict.fromkeys((*entry.extra, *after.extra, *_foreign(after.provenance)))
    return [
        Difference(field.short, field.text_of(entry), field.text_of(after))
        for field in (*all_fields(), *(field_named(f"{_EXTRA}.{name}") for name in foreign))
        if field.of(entry) != field.of(after)
        or entry.provenance.get(field.name) != after.provenance.get(field.name)
    ]


def _foreign(names: Iterable[str]) -> Iterator[str]:
    start = f"{_EXTRA}."
    return (name.removeprefix(start) for name in names if name.startswith(start))
