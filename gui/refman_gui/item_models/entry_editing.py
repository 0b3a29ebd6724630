"""One field of the entry that is looked at set: checked as typed, and given to the library."""

from collections.abc import Callable
from datetime import UTC, datetime

from refman.editing import Assignment, Field, How, assignment, edited
from refman.errors import EditError
from refman.library import Library
from refman.model import ChangeSet, Entry, EntryId, Holding
from refman_gui.core_texts import core_text
from refman_gui.field_labels import field_label, type_label, type_word
from refman_gui.session import Session

__all__ = [
    "change_entry",
    "check_field",
    "set_field",
    "shown_as_edited",
    "text_to_edit",
    "typed_text",
]

_NAMES, _TYPE = "names", "type"
_AND = " and "


def text_to_edit(field: Field, entry: Entry) -> str:
    """Return a value as it is edited: people on a line each, a type by its name."""
    if field.holds == _NAMES:
        return "\n".join(map(field.kind.show, field.of(entry)))
    text = field.text_of(entry)
    return type_label(text) if field.holds == _TYPE else text


def shown_as_edited(field: Field, text: str) -> str:
    """Return a value that is shown as the core does as it is edited."""
    if field.holds != _NAMES:
        return type_label(text) if field.holds == _TYPE else text
    try:
        value = assignment(field.short, How.SET, text).value
    except EditError:
        return text
    return "\n".join(map(field.kind.show, value))


def typed_text(field: Field, typed: str) -> str:
    """Return what was typed as the core reads it.

    Lines, or semicolons, part people; a type may be typed by its name, and by CSL's word.
    """
    if field.holds != _NAMES:
        return type_word(typed) if field.holds == _TYPE else typed
    names = (name.strip() for line in typed.splitlines() for name in _parted(line))
    return _AND.join(filter(None, names))


def _parted(line: str) -> list[str]:
    """Part a line at the semicolons that stand in no braces."""
    pieces, depth = [""], 0
    for sign in line:
        depth += (sign == "{") - (sign == "}")
        if sign == ";" and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += sign
    return pieces


def check_field(field: Field, typed: str, how: How = How.SET) -> Assignment:
    """Return what setting a field to what was typed means.

    Raises:
        EditError: it has not the field's form; said in the window's words, for what was typed
            is seen.
    """
    try:
        return assignment(field.short, how, typed_text(field, typed))
    except EditError as error:
        if error.why is None:
            raise
        told = f"{field_label(field.name)}: {core_text(error.why)}"
        raise EditError(told, field=error.field) from None


def set_field(
    session: Session, holding: Holding, field: Field, typed: str, how: How = How.SET
) -> None:
    """Give the library what was typed, in one step, which counts from what it holds by then.

    Raises:
        EditError: it has not the field's form, or a key is another entry's; nothing is done.
    """
    wanted = check_field(field, typed, how)
    if field.name == "citekey" and session.reader is not None:
        edited(session.reader, [holding], [wanted], now=datetime.now(UTC))  # is it free?

    def make(library: Library, held: Holding) -> ChangeSet:
        return edited(library, [held], [wanted], now=datetime.now(UTC))

    change_entry(session, holding.id, make)


def change_entry(
    session: Session, id_: EntryId | None, make: Callable[[Library, Holding], ChangeSet]
) -> None:
    """Do a change to one entry, as the library has it when it is done."""

    def changes(library: Library) -> ChangeSet:
        holding = library.get(id_) if id_ is not None else None
        if holding is None:
            raise EditError("this paper is not in the library any more", field="")
        return make(library, holding)

    session.edit_with(changes)
