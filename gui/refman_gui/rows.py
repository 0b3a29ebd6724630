"""What the table shows of an entry, its texts ready to be painted."""

from enum import IntEnum

import msgspec

from refman.library import Standing
from refman.model import EntryId, Holding, Link, LinkKind, LinkState, Name, Status
from refman.moments import shown_moment
from refman_gui.core_texts import decimal
from refman_gui.field_labels import type_label

__all__ = ["WAITS", "Chip", "Column", "Row", "row_of", "score_of"]

WAITS = "? "
"""Stands before the score of a record that waits for a person's choice."""

_MOST_SIGNS = 1_000
"""No cell is wider than that; titles of a megabyte have been seen."""


class Column(IntEnum):
    """Name the columns of the table, in the order in which they stand at first."""

    STATE = 0
    TITLE = 1
    AUTHORS = 2
    YEAR = 3
    VENUE = 4
    LINKS = 5
    CITEKEY = 6
    TYPE = 7
    TAGS = 8
    ADDED = 9
    SCORE = 10


class Chip(msgspec.Struct, frozen=True, gc=False):
    """Show one link: what it leads to, whether it answered, whether it is only promised."""

    kind: LinkKind
    state: LinkState
    promised: bool
    url: str


class Row(msgspec.Struct, frozen=True, gc=False):
    """Hold what the table shows of an entry.

    Attributes:
        cells: a text for each column; empty for those that are painted.
        chips: its links, in their order.
        is_binned: it lies in the bin.
        is_twin: another one is, or may be, the same work, as far as it was looked for.
        is_exported: it was given out.
        is_outdated: and it was changed since.
    """

    id: EntryId
    status: Status
    cells: tuple[str, ...]
    chips: tuple[Chip, ...] = ()
    is_binned: bool = False
    is_twin: bool = False
    is_exported: bool = False
    is_outdated: bool = False


def row_of(
    holding: Holding,
    *,
    is_twin: bool = False,
    score: str = "",
    is_exported: bool = False,
    is_outdated: bool = False,
) -> Row:
    """Return what the table shows of an entry that lies in a library.

    Args:
        holding: the entry.
        is_twin: see Row.
        score: see ``score_of``.
        is_exported: see Row.
        is_outdated: likewise.
    """
    entry = holding.entry
    assert holding.id is not None
    return Row(
        id=holding.id,
        status=entry.status,
        cells=(
            "",
            _line(entry.title),
            _line(_people(entry.author or entry.editor)),
            str(entry.issued.year) if entry.issued else "",
            _line(entry.container_title or entry.event_title or entry.publisher),
            "",
            _line(entry.citekey),
            type_label(entry.type.value),
            _line(", ".join(keyword.text for keyword in entry.keywords[:20])),
            shown_moment(holding.added),
            score,
        ),
        chips=tuple(map(_chip, entry.links[:20])),
        is_binned=holding.binned is not None,
        is_twin=is_twin,
        is_exported=is_exported,
        is_outdated=is_outdated,
    )


def _chip(link: Link) -> Chip:
    return Chip(link.kind, link.state, link.promised, link.url)


def _people(names: tuple[Name, ...]) -> str:
    """Return the first three, as a bibliography does: "Moreau, Tanaka, Diaz, +4"."""
    shown = [name.family or name.literal or name.given or "" for name in names[:3]]
    more = len(names) - len(shown)
    return ", ".join([*shown, *([f"+{more}"] if more else [])])


def _line(text: str | None) -> str:
    """Return a text on one line, not longer than a cell can be."""
    return " ".join(text[:_MOST_SIGNS].split()) if text else ""


def score_of(standing: Standing | None) -> str:
    """Return the score of the best record that a look-up found for an entry; empty for none.

    A "?" stands before it where the record waits for a person's choice.
    """
    if standing is None or standing.best is None:
        return ""
    return f"{WAITS if standing.is_open else ''}{decimal(standing.best)}"
