"""Fields of entries set: what that changes in a library."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

import msgspec

from refman.editing.collections import spelled
from refman.editing.setting import Assignment, How, assigned
from refman.editing.steps import replaced
from refman.errors import EditError
from refman.library import Library
from refman.model import Change, ChangeSet, Holding

__all__ = ["edited"]


def edited(
    library: Library,
    holdings: Iterable[Holding],
    assignments: Sequence[Assignment],
    *,
    now: datetime,
) -> ChangeSet:
    """Return what doing this to each of some entries changes.

    Args:
        library: holds them; a key that it has already is refused, and collections are written as it
            writes them.
        holdings: the entries; taken one by one.
        assignments: what is done, in its order.
        now: when.

    Raises:
        EditError: a key is another entry's, or is to be that of several.
    """
    wanted: list[Assignment] = []
    keeps: dict[Change, None] = {}
    for one in assignments:
        if one.field.name == "citekey":
            holdings = list(islice(holdings, 2))
            _check_key(library, holdings, one)
        if one.field.name == "collections" and one.how is not How.TAKE_OUT:
            paths, new = spelled(library, one.value)
            keeps |= dict.fromkeys(new)
            wanted.append(msgspec.structs.replace(one, value=paths))
        else:
            wanted.append(one)
    step = replaced("Edit", ((one, assigned(one.entry, wanted, now=now)) for one in holdings))
    return ChangeSet(step.name, (*keeps, *step.changes)) if step.changes else step


def _check_key(library: Library, holdings: Sequence[Holding], wanted: Assignment) -> None:
    if len(holdings) > 1:
        raise EditError("a citekey is that of one entry, and not of several", field="citekey")
    other = library.find_key(wanted.value)
    if other is None or not holdings or other.id == holdings[0].id:
        return
    where = " in the bin" if other.binned is not None else ""
    raise EditError(
        f"{wanted.value} is the key of another entry{where}: {other.entry.title or 'no title'}",
        field="citekey",
    )
