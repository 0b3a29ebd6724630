"""Entries in lists: a table for a terminal, lines for a pipe, JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from refman.cli.render import one_line, who_and_when
from refman.editing.steps import id_of
from refman.library import FacetValue
from refman.model import Entry, EntryId, Export, Holding, Link, Status
from refman.normalise import format_name

__all__ = ["FoundHead", "Listed", "found_json", "listed", "plain_line", "roles_of", "table"]

_STYLES = {Status.ACCEPTED: "green", Status.REJECTED: "dim"}
_WORDS = {Status.NEEDS_REVIEW: "", Status.ACCEPTED: "accepted", Status.REJECTED: "rejected"}
_COLUMNS = ("key", "who", "title", "links", "state")
_LEAST_WIDTHS = {"who": 80, "links": 100}
"""Narrower terminals do without these columns."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what lists tell of an entry: the one schema of JSON for it.

    Attributes:
        id: its number in the library.
        citekey: None where it has none.
        type: CSL's item type.
        title: None where it is not known.
        authors: as "Family, Given".
        issued: "2024-03-01", or less of it.
        venue: the container or the event.
        status: of its review.
        tags: its keywords.
        collections: their paths.
        links: kinds and roles of what it links to.
        added: when it came in.
        exported: when it was last given out; None where it never was.
    """

    id: int
    citekey: str | None
    type: str
    title: str | None
    authors: tuple[str, ...]
    issued: str | None
    venue: str | None
    status: str
    tags: tuple[str, ...]
    collections: tuple[str, ...]
    links: tuple[str, ...]
    added: datetime
    exported: datetime | None


class FoundHead(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what stands in front of the entries: the query, and how many it finds."""

    query: str
    total: int
    in_pieces: bool


def listed(holding: Holding, export: Export | None) -> Listed:
    """Return what lists tell of an entry, which was last given out so."""
    entry = holding.entry
    return Listed(
        id=holding.id or 0,
        citekey=entry.citekey,
        type=entry.type.value,
        title=entry.title,
        authors=tuple(map(format_name, entry.author)),
        issued=str(entry.issued) if entry.issued else None,
        venue=_venue(entry),
        status=entry.status.value,
        tags=tuple(keyword.text for keyword in entry.keywords),
        collections=entry.collections,
        links=tuple(roles_of(entry.links)),
        added=holding.added,
        exported=export.at if export is not None else None,
    )


def roles_of(links: Iterable[Link]) -> Iterator[str]:
    """Yield what links lead to, each word once; what is only promised has a "?" behind it."""
    said: dict[str, None] = {}
    for link in links:
        for role in link.roles or (link.kind,):
            said.setdefault(f"{role.value}?" if link.promised else role.value)
    yield from said


def found_json(
    head: FoundHead,
    holdings: Iterable[Holding],
    facets: Mapping[str, Sequence[FacetValue]] | None,
    exported: Mapping[EntryId, Export],
) -> Iterator[bytes]:
    """Yield one JSON object, a line an entry."""
    yield msgspec.json.encode(head)[:-1]
    if facets is not None:
        told = {
            name: [{"value": one.text, "total": one.total, "query": one.term} for one in values]
            for name, values in facets.items()
        }
        yield b',\n"facets":' + msgspec.json.encode(told)
    yield b',\n"entries":['
    separator = b"\n"
    for holding in holdings:
        yield separator + msgspec.json.encode(listed(holding, exported.get(id_of(holding))))
        separator = b",\n"
    yield b"\n]}\n"


def plain_line(holding: Holding) -> str:
    """Return an entry on one line, its fields parted by tabs."""
    entry = holding.entry
    fields = (
        entry.citekey or f"#{holding.id}",
        str(entry.issued.year) if entry.issued else "",
        "; ".join(map(format_name, entry.author)),
        entry.status.value,
        " ".join(roles_of(entry.links)),
        entry.title or "",
    )
    return "\t".join(map(one_line, fields)) + "\n"


def table(holdings: Iterable[Holding]) -> None:
    """Print entries as a table that fits the terminal; keys stay whole, to be copied."""
    # Slow to import, and only a terminal needs it.
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    rows = [(_cells(holding), _STYLES.get(holding.entry.status, "")) for holding in holdings]
    columns = (
        Column("key", overflow="fold", max_width=max(console.width // 2, 12)),
        Column("who", no_wrap=True, overflow="ellipsis", max_width=24),
        Column("title", ratio=1),
        Column("links", overflow="fold", max_width=20),
        Column("state", no_wrap=True),
    )
    names = [
        name
        for name in _COLUMNS
        if console.width >= _LEAST_WIDTHS.get(name, 0) and any(cells[name] for cells, _ in rows)
    ]
    shown = Table(
        *(column for column, name in zip(columns, _COLUMNS, strict=True) if name in names),
        box=None,
        pad_edge=False,
        show_edge=False,
        header_style="bold",
    )
    for cells, style in rows:
        shown.add_row(*(Text(one_line(cells[name])) for name in names), style=style)
    console.print(shown)


def _cells(holding: Holding) -> dict[str, str]:
    """Return what a table tells of an entry, by column."""
    entry = holding.entry
    return {
        "key": entry.citekey or f"#{holding.id}",
        "who": who_and_when(entry),
        "title": entry.title or "[no title]",
        "links": " ".join(roles_of(entry.links)),
        "state": "bin" if holding.binned is not None else _WORDS[entry.status],
    }


def _venue(entry: Entry) -> str | None:
    return entry.container_title or entry.event_title or entry.container_title_short
