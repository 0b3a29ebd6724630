"""One of an entry's notes written anew; notes are added as items of any list are."""

from datetime import datetime

from refman.editing.fault import ValueFault, check_text
from refman.editing.fields import field_named
from refman.editing.setting import Assignment, How, assigned
from refman.editing.steps import replaced
from refman.errors import EditError
from refman.model import ChangeSet, Holding

__all__ = ["with_note"]


def with_note(holding: Holding, place: int, text: str, *, now: datetime) -> ChangeSet:
    """Return the change that gives a note another text; a blank one takes the note out.

    Args:
        holding: the entry.
        place: of the note, from 0; behind the last one, the text is a new note.
        text: as it was typed.
        now: when.

    Raises:
        EditError: the text is none that can be kept.
    """
    field = field_named("notes")
    notes = list(holding.entry.notes)
    try:
        check_text(text)
        written = list(field.kind.read(text)) if text.strip() else []
    except ValueFault as fault:
        raise EditError(f"notes: {fault}", field="notes") from None
    how = How.ADD if place >= len(notes) else How.SET
    value = written if how is How.ADD else [*notes[:place], *written, *notes[place + 1 :]]
    wanted = Assignment(field, how, tuple(value))
    return replaced("Edit", [(holding, assigned(holding.entry, [wanted], now=now))])
