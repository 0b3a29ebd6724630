"""A library looked up, deduplicated and checked: what these find, as changes to its entries."""

from refman.tidying.checks import Checked, checked, put_right
from refman.tidying.duplicates import merged, remembered, said_apart, said_nothing
from refman.tidying.lookups import filled, needs_lookup, rebased, step_name

__all__ = [
    "Checked",
    "checked",
    "filled",
    "merged",
    "needs_lookup",
    "put_right",
    "rebased",
    "remembered",
    "said_apart",
    "said_nothing",
    "step_name",
]
