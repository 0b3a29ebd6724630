"""Paths of nested collections: ``HF Papers/World models`` lies in ``HF Papers``."""

from collections.abc import Iterator

from refman.editing.fault import ValueFault, check_text
from refman.normalise import clean_text, fold_blanks

__all__ = ["above", "collection_path", "is_within"]

PARTING = "/"
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


def above(path: str) -> Iterator[str]:
    """Yield the paths of the collections that a collection lies in, the outermost first."""
    parts = path.split(PARTING)
    for count in range(1, len(parts)):
        yield PARTING.join(parts[:count])


def is_within(path: str, outer: str) -> bool:
    """Tell whether a collection is another one, or lies in it."""
    return path == outer or path.startswith(outer + PARTING)
