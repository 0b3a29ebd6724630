"""Paths of nested collections: ``HF Papers/World models`` lies in ``HF Papers``."""

from refman.editing.fault import ValueFault, check_text
from refman.library.collections import PARTING
from refman.normalise import clean_text, fold_blanks

__all__ = ["collection_path"]

_WIDE = "／"

_LONGEST = 400
_DEEPEST = 20


def collection_path(text: str) -> str:
    """Return the path of a collection in its one form: single blanks, none beside a slash.

    Raises:
        ValueFault: it is none.
    """
    check_text(text, "the collection's name")
    parts = [fold_blanks(clean_text(part)) for part in text.replace(_WIDE, PARTING).split(PARTING)]
    if not all(parts):
        raise ValueFault(
            f'"{fold_blanks(text)}" is no collection: write a name, or names parted by one slash'
        )
    path = PARTING.join(parts)
    if len(path) > _LONGEST or len(parts) > _DEEPEST:
        raise ValueFault(
            f"the path of a collection has at most {_LONGEST} characters and {_DEEPEST} levels"
        )
    return path
