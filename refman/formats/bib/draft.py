"""An entry in the making, piece by piece, as the fields of a block come."""

from collections.abc import Callable
from typing import Any, NamedTuple

from refman.formats.bib.blocks import Field
from refman.model import (
    Attachment,
    Citekey,
    Entry,
    Identifiers,
    ItemType,
    Keyword,
    Link,
    Problem,
    Span,
)
from refman.normalise import fold_blanks

__all__ = ["Draft", "Given", "Pair", "Step", "TypeRow"]


class TypeRow(NamedTuple):
    """Hold what an entry type of a file is.

    Attributes:
        name: in small letters.
        type: the item type.
        group: the column of the crosswalk's fields.
        genre: what kind of it, where the type says that; else empty.
        is_known: whether the crosswalk has it.
    """

    name: str
    type: ItemType
    group: str
    genre: str
    is_known: bool


class Given(NamedTuple):
    """Hold a field with its value, LaTeX without delimiters."""

    field: Field
    value: str


Pair = tuple[Field, str]
"""A field with its value, as they come by: a plain tuple is made in a sixth of the time."""


class Draft:
    """Gather what a block says.

    A target takes the first value that it gets. What comes later and says something else, and what
    has no place, goes to ``extra`` word for word; but what is inherited only fills gaps.

    Attributes:
        text: the file's.
        row: its type.
        values: of the entry's fields, but for those that have an attribute here.
        identifiers: of the entry's identifiers.
        parts: what must be seen together, by name.
        late: what waits until all else is known, each with whether it is inherited.
        names: of the block's fields, in small letters, with the values.
    """

    __slots__ = (
        "_kept",
        "attachments",
        "extra",
        "identifiers",
        "is_inheriting",
        "keywords",
        "late",
        "links",
        "names",
        "notes",
        "parts",
        "problems",
        "row",
        "text",
        "values",
    )

    def __init__(self, text: str, row: TypeRow, problems: list[Problem]) -> None:
        self.text = text
        self.row = row
        self.problems = problems
        self.values: dict[str, Any] = {}
        self.identifiers: dict[str, Any] = {}
        self.parts: dict[str, Given] = {}
        self.late: list[tuple[Step, Given, bool]] = []
        self.names: dict[str, str] = {}
        self.extra: dict[str, str] = {}
        self._kept: dict[str, int] = {}
        self.links: list[Link] = []
        self.attachments: list[Attachment] = []
        self.keywords: dict[str, None] = {}
        self.notes: list[str] = []
        self.is_inheriting = False

    def put(self, target: str, value: object, field: Field, written: str) -> None:
        """Set a field of the entry, or keep what is written where it says something else."""
        if self.values.setdefault(target, value) != value:
            self.keep(field, written)

    def identify(self, kind: str, value: object, field: Field, written: str) -> None:
        """Set an identifier; see put."""
        if self.identifiers.setdefault(kind, value) != value:
            self.keep(field, written)

    def part(self, name: str, field: Field, written: str) -> None:
        """Keep a part until the others are there; a second one of its name has no place."""
        if name not in self.parts:
            self.parts[name] = Given(field, written)
        elif self.parts[name].value.casefold() != written.casefold():
            self.keep(field, written)

    def keep(self, field: Field, written: str) -> None:
        """Keep a value under its field's own name, white space folded as BibTeX does."""
        if self.is_inheriting:
            return
        name = field.name
        number = self._kept[name] = self._kept.get(name, 0) + 1
        self.extra[name if number == 1 else f"{name}-{number}"] = fold_blanks(written)

    def report(self, field: Field, why: str) -> None:
        """Note what could not be read as it stands."""
        if not self.is_inheriting:
            self.problems.append(Problem(Span(field.start, field.end), why))

    def entry(self, key: str) -> Entry:
        """Return the entry."""
        values = self.values
        if self.identifiers:
            values["identifiers"] = Identifiers(**self.identifiers)
        if self.keywords:
            values["keywords"] = tuple(map(Keyword, self.keywords))
        if self.extra:
            values["extra"] = self.extra
        if self.notes:
            values["notes"] = tuple(self.notes)
        if self.links:
            values["links"] = tuple(self.links)
        if self.attachments:
            values["attachments"] = tuple(self.attachments)
        if key:
            values["citekey"] = Citekey(key)
        return Entry(**values)


Step = Callable[[Draft, Field, str], None]
"""Takes what an entry has so far, a field, and its value: LaTeX without delimiters, not blank."""
