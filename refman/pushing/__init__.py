"""Papers of a library pushed into Zotero: looked at first, then done, then told.

The records are here, light to import; ``planning`` looks, ``carrying`` does it.
"""

from refman.pushing.records import (
    Asked,
    Deed,
    Done,
    FieldChange,
    Places,
    Plan,
    Report,
    Row,
)

__all__ = ["Asked", "Deed", "Done", "FieldChange", "Places", "Plan", "Report", "Row"]
