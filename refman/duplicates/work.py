"""An entry made ready for comparing; each part of it only when it is first asked for."""

import functools
import re

import msgspec

from refman.duplicates.people import People, people_of
from refman.duplicates.registered import Registered, registered
from refman.duplicates.tables import tables
from refman.duplicates.titles import Title
from refman.duplicates.venues import is_preprint_venue
from refman.model import Entry, ItemType, Status

__all__ = ["Work", "shingle_overlap"]

SHINGLE = 5
"""Words in a shingle. Source: DESIGN.md, 5."""

_MOST_WORDS = 2_000
_FEWEST_SHINGLES = 12
_WORD = re.compile(r"\w+")
_MAY_BE_PREPRINTS = frozenset({"journal", "conference", "open", "report"})
_PARTS_OF_BOOKS = frozenset({"chapter", "conference", "journal"})


class Work:
    """Hold an entry, and what it is compared by.

    Attributes:
        entry: as it is.
        title: its title.
    """

    def __init__(self, entry: Entry, key: str | None = None) -> None:
        self.entry = entry
        self.title = Title(entry.title, key)

    @functools.cached_property
    def people(self) -> People:
        """Its authors, or the editors of what has none."""
        return people_of(self.entry.author or self.entry.editor)

    @functools.cached_property
    def registered(self) -> Registered:
        """Its identifiers."""
        return registered(self.entry)

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """What registries call it, each name with its kind; the book's ISBN is none of a part's."""
        known = self.registered
        return known.keys(with_isbn=known.isbn is not None and not self.is_part_of_book)

    @property
    def year(self) -> int | None:
        """The year it appeared."""
        return self.entry.issued.year if self.entry.issued else None

    @functools.cached_property
    def kind(self) -> str:
        """The kind of work; see the table's [kinds]. Empty where it has none."""
        entry, known = self.entry, self.registered
        kind = tables().kinds.get(entry.type, "")
        venue = entry.container_title or entry.container_title_short
        if known.published is None and kind in _MAY_BE_PREPRINTS:
            if venue is not None and is_preprint_venue(venue):
                return "preprint"
            has_preprint = known.arxiv is not None or known.preprint is not None
            is_placed = venue is not None or entry.volume is not None or entry.page is not None
            if has_preprint and not is_placed and kind != "conference":
                return "preprint"
        if kind == "preprint" and (known.published is not None or self._has_venue):
            return "open"
        return kind

    @property
    def _has_venue(self) -> bool:
        venue = self.entry.container_title or self.entry.container_title_short
        return venue is not None and not is_preprint_venue(venue)

    @property
    def is_part_of_book(self) -> bool:
        """Whether an ISBN that it has is that of the book it stands in."""
        return self.kind in _PARTS_OF_BOOKS or (
            bool(self.entry.container_title) and self.entry.type is not ItemType.BOOK
        )

    @functools.cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """The stretches of five words in its abstract."""
        words = _WORD.findall((self.entry.abstract or "").casefold())[:_MOST_WORDS]
        return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))

    @functools.cached_property
    def content(self) -> Entry:
        """The entry without what is not said of the work: key, provenance, review, folders."""
        return msgspec.structs.replace(
            self.entry,
            citekey=None,
            provenance={},
            status=Status.NEEDS_REVIEW,
            collections=(),
            accessed=None,
        )


def shingle_overlap(first: Work, second: Work) -> float | None:
    """Return the share of the shorter abstract's stretches that the other has; None if unknown.

    Source: DESIGN.md, 5: between two works it is about 0.01.
    """
    if not first.entry.abstract or not second.entry.abstract:
        return None
    least = min(len(first.shingles), len(second.shingles))
    if least < _FEWEST_SHINGLES:
        return None
    return len(first.shingles & second.shingles) / least
