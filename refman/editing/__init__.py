"""Changes that people make: fields set by name, tags, collections, review, the bin.

wanted = [read_assignment(word) for word in ("year=2024", "tags+=lamps")]
step = edited(library, library.holdings(ids), wanted, now=now)
library.apply(step.name, step.changes)

Each gives a ChangeSet, which says all that it does and can be undone; one without changes has
nothing to do.
"""

from refman.editing.collections import (
    Collection,
    collections,
    deleted,
    made,
    put_into,
    renamed,
    taken_out,
)
from refman.editing.edits import edited
from refman.editing.fields import Field, all_fields, field_named
from refman.editing.files import attachments_of
from refman.editing.links import moved_on, with_kind
from refman.editing.notes import with_note
from refman.editing.replacing import (
    Replaced,
    Replacement,
    Replacer,
    replaceable_fields,
    replacements,
)
from refman.editing.setting import Assignment, How, assigned, assignment, read_assignment
from refman.editing.steps import binned, judged, put_back, removed, replaced, tagged
from refman.editing.usual import usual_fields

__all__ = [
    "Assignment",
    "Collection",
    "Field",
    "How",
    "Replaced",
    "Replacement",
    "Replacer",
    "all_fields",
    "assigned",
    "assignment",
    "attachments_of",
    "binned",
    "collections",
    "deleted",
    "edited",
    "field_named",
    "judged",
    "made",
    "moved_on",
    "put_back",
    "put_into",
    "read_assignment",
    "removed",
    "renamed",
    "replaceable_fields",
    "replaced",
    "replacements",
    "tagged",
    "taken_out",
    "usual_fields",
    "with_kind",
    "with_note",
]
