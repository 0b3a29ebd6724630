"""Keys that mean something in one place only, where that place itself heeds them.

The sheet of keys shows them below those of the actions; they cannot be changed.
"""

from typing import NamedTuple

__all__ = ["FIXED_KEYS", "FixedKeys"]


class FixedKeys(NamedTuple):
    """Tell of keys of one place.

    Attributes:
        text: what they do, and where; translated when it is shown.
        keys: portable names of keys.
    """

    text: str
    keys: tuple[str, ...]


FIXED_KEYS = (
    FixedKeys("In a comparison: take the field or item now", ("Return", "A")),
    FixedKeys("In a comparison: tick it, to be taken with the others", ("Space",)),
    FixedKeys("In a comparison: show the items of a list", ("Right",)),
    FixedKeys("In a comparison: hide them, or go to their list", ("Left",)),
    FixedKeys("In a comparison: edit the field", ("F2",)),
    FixedKeys("In a comparison: lock the field, or unlock it", ("L",)),
    FixedKeys("In a comparison: take the field back", ("Backspace",)),
    FixedKeys("Among the candidates: take the record", ("Return", "1", "…", "9")),
    FixedKeys("In the table: take a record, while the candidates are shown", ("1", "…", "9")),
)
