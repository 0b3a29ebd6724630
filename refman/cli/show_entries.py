"""The work of ``refman show``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
import typer

from refman.cli.list_render import roles_of
from refman.cli.opened import chosen, opened
from refman.cli.output import write_json
from refman.cli.render import name_as_text, one_line, wrapped
from refman.cli.status import Status
from refman.editing.fields import all_fields
from refman.editing.steps import id_of
from refman.exporting.given import told_target
from refman.library import KeptListing, Library, Standing
from refman.model import Export, Holding, Link, LinkState, ListingId, Provenance
from refman.moments import shown_moment
from refman.reading.lines_of import Lines
from refman.tidying import Version, VersionKind, versions_among

__all__ = ["show_entries"]

_INDENT = " " * 5
_MOST_LINES = 40
_SHOWN_ELSEWHERE = frozenset({"citekey", "status", "links"})
_VERSIONS = {
    VersionKind.PREPRINT: "its preprint",
    VersionKind.PUBLICATION: "its publication",
    VersionKind.VERSION: "another version",
}


class _Place(msgspec.Struct, frozen=True, kw_only=True):
    """Hold where an entry was read, and what stands there.

    Attributes:
        line: the first line of it, counted from 1; None where the place or the text is not known.
        text: as it stands in the listing; likewise.
    """

    listing: KeptListing
    line: int | None = None
    text: str | None = None


class _Given(NamedTuple):
    """Hold where and when an entry was last given out, and whether it was changed since."""

    export: Export
    is_changed: bool


def show_entries(words: list[str], given: str | None, *, json: bool) -> int:
    """Print entries, and return the status."""
    with opened(given, reads=True) as library:
        ids = chosen(library, words)
        if not ids and not json:
            typer.echo(f"refman: nothing in the library is {one_line(' '.join(words))}", err=True)
        places = _Places(library)
        standings = library.standings(ids)
        all_versions = versions_among(library, ids)
        exported, changed = library.exported(ids), library.changed_since_export(ids)
        separator = b"[\n"
        for holding in library.holdings(ids):
            id_ = id_of(holding)
            versions = all_versions.get(id_, [])
            export = _Given(exported[id_], id_ in changed) if id_ in exported else None
            if json:
                told = _json(holding, places.of(holding), standings.get(id_), versions, export)
                write_json(separator + told)
                separator = b",\n"
            else:
                for line in (
                    *_lines(holding, places.of(holding), export),
                    *_version_lines(versions),
                    *_waiting_lines(holding, standings.get(id_)),
                    "",
                ):
                    typer.echo(line)
        if json:
            write_json(b"\n]\n" if ids else b"[]\n")
    return Status.DONE if ids else Status.NOTHING_FOUND


class _Places:
    """Find where entries were read; a listing is unpacked once for those that follow each other."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._id: ListingId | None = None
        self._listing: KeptListing | None = None
        self._lines: Lines | None = None

    def of(self, holding: Holding) -> _Place | None:
        """Return an entry's place; None where it came from no listing."""
        if holding.listing is None:
            return None
        if holding.listing != self._id:
            self._id = holding.listing
            self._listing = self._library.listing(holding.listing)
            text = self._listing.text if self._listing is not None else None
            self._lines = Lines(text) if text is not None else None
        listing = self._listing
        if listing is None:
            return None
        if holding.span is None or listing.text is None or self._lines is None:
            return _Place(listing=listing)
        start, end = holding.span.start, holding.span.end
        return _Place(listing=listing, line=self._lines.at(start), text=listing.text[start:end])


def _json(
    holding: Holding,
    place: _Place | None,
    standing: Standing | None,
    versions: Sequence[Version],
    given: _Given | None,
) -> bytes:
    """Return a holding as an object: what the library says of it, and the whole entry."""
    listing = place.listing if place is not None else None
    return msgspec.json.encode(
        {
            "id": holding.id,
            "added": holding.added,
            "changed": holding.changed,
            "binned": holding.binned,
            "listing": {
                "id": listing.id,
                "name": name_as_text(listing.name),
                "kind": listing.kind,
                "read_at": listing.read_at,
                "line": place.line if place is not None else None,
                "span": holding.span,
                "text": place.text if place is not None else None,
            }
            if listing is not None
            else None,
            "looked_up": {
                "at": standing.at,
                "outcome": standing.outcome,
                "best": standing.best,
                "margin": standing.margin,
                "is_open": standing.is_open,
            }
            if standing is not None
            else None,
            "exported": {
                "at": given.export.at,
                "target": given.export.target,
                "key": given.export.key,
                "is_changed": given.is_changed,
            }
            if given is not None
            else None,
            "versions": list(map(_version, versions)),
            "entry": holding.entry,
        }
    )


def _version(version: Version) -> dict[str, object]:
    entry = version.holding.entry
    return {
        "id": version.holding.id,
        "citekey": entry.citekey,
        "type": entry.type,
        "is": version.kind,
    }


def _lines(holding: Holding, place: _Place | None, given: _Given | None) -> Iterator[str]:
    """Yield an entry for people."""
    entry = holding.entry
    state = entry.status.value + (", in the bin" if holding.binned is not None else "")
    yield from wrapped(f"{entry.citekey or f'#{holding.id}'} ({state})", "", _INDENT)
    for field in all_fields():
        if field.name not in _SHOWN_ELSEWHERE and (text := field.text_of(entry)):
            yield from _field(field.short, text)
    for name, text in entry.extra.items():
        yield from _field(f"extra.{name}", text)
    for link in entry.links:
        yield from _link_lines(link)
    yield from _field("added", shown_moment(holding.added))
    if holding.changed is not None:
        yield from _field("changed", shown_moment(holding.changed))
    if given is not None:
        at = shown_moment(given.export.at)
        since = "; changed since" if given.is_changed else ""
        yield from _field("exported", f"{at}, {told_target(given.export.target)}{since}")
    yield from _provenance_lines(entry.provenance)
    if place is not None:
        yield from _place_lines(place)


def _version_lines(versions: Sequence[Version]) -> Iterator[str]:
    """Yield the other versions of the work, a line each."""
    for one in versions:
        entry = one.holding.entry
        year = str(entry.issued.year) if entry.issued is not None else None
        told = ", ".join(filter(None, (entry.type.value, year, entry.container_title)))
        key = entry.citekey or f"#{one.holding.id}"
        yield from _field(_VERSIONS[one.kind], f"{key} ({told})")


def _waiting_lines(holding: Holding, standing: Standing | None) -> Iterator[str]:
    """Yield that a person has to choose of what a look-up found, where they have."""
    if standing is None or not standing.is_open:
        return
    what = "it was published" if standing.published else "records that may be it were found"
    key = holding.entry.citekey or f"#{holding.id}"
    yield from _field("to choose", f"{what}; 'refman candidates {key}' shows it")


def _field(name: str, text: str) -> list[str]:
    return wrapped(f"{name}: {text}", "  ", _INDENT, breaks_words=False)


def _link_lines(link: Link) -> Iterator[str]:
    roles = "+".join(roles_of([link]))
    state = f" ({link.state.value})" if link.state is not LinkState.UNCHECKED else ""
    yield from _field(f"link, {roles}", f"{link.url}{state}")


def _provenance_lines(provenance: Mapping[str, Provenance]) -> Iterator[str]:
    """Yield where values are from, a line a source."""
    names: dict[str, list[str]] = {}
    for name, found in provenance.items():
        score = f", sure to {found.score:.2f}" if found.score is not None else ""
        at = f", {found.at.astimezone():%Y-%m-%d}" if found.at is not None else ""
        names.setdefault(f"{found.source}{score}{at}", []).append(name)
    for source, fields in names.items():
        yield from _field(f"from {source}", ", ".join(fields))


def _place_lines(place: _Place) -> Iterator[str]:
    """Yield where an entry was read, and the lines that stand there."""
    listing = place.listing
    where = f"{listing.name} ({listing.kind})"
    if place.text is None or place.line is None:
        why = "the place is not known" if listing.text else "the text is too long to be kept"
        yield from _field("read in", f"{where}, {why}")
        return
    yield from _field("read in", f"{where}, line {place.line:,}")
    lines = place.text.splitlines()
    for line in lines[:_MOST_LINES]:
        yield from wrapped(line, "   | ", "   | ", breaks_words=False) or ["   |"]
    if (more := len(lines) - _MOST_LINES) > 0:
        yield f"   | … {more:,} more"
