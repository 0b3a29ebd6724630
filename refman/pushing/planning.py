"""What a push would do: each paper held against what is in Zotero; nothing is changed.

A paper is in Zotero if refman put it there and the item, or the one that it was merged into, is
still there; or if an item is the same work by ``refman.duplicates``: by an identifier, or by title
and authors. A preprint and its publication are two items. What only may be the same is added, and
told: a wrong match is worse than none.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import msgspec

from refman.duplicates import Index, Match, Relation
from refman.exporting.versions import Versions
from refman.library import parse_query
from refman.library.exports import ZOTERO
from refman.library.reader import Reader
from refman.model import Entry, EntryId, Export, Holding
from refman.online import Waits
from refman.progress import SILENT, CancelToken, Progress, stopping
from refman.pushing.bases import Base, unpacked
from refman.pushing.comparing import Difference, compared
from refman.pushing.records import Asked, Deed, Places, Plan, Row
from refman.pushing.targets import chosen_target
from refman.settings import Settings
from refman.zotero.files import sendable
from refman.zotero.items import losses, parcel_of
from refman.zotero.opening import open_way
from refman.zotero.reading import entry_of, merged_keys
from refman.zotero.records import Found, Parcel, Via, Way
from refman.zotero.targets import library_of

__all__ = [
    "Paper",
    "Planned",
    "Sender",
    "opened_way",
    "places",
    "plan",
    "plan_on",
]

Sender = Callable[[str], None]
"""Takes what is waited for, in words: that Zotero asks for permission; empty when it is over."""

_ALL = 1 << 40
_STEP = 10


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one paper of a push.

    Attributes:
        row: what is done with it.
        parcel: what it is in Zotero.
        found: the item that it is there.
        base: what refman gave to that before.
        difference: what is to be changed of that.
    """

    row: Row
    parcel: Parcel
    found: Found | None = None
    base: Base | None = None
    difference: Difference | None = None


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a plan with all that is needed to carry it out.

    Attributes:
        plan: what is told of it.
        papers: in the library's order.
        export_target: by what name the library remembers what it gave to that library of Zotero.
        at: when the papers were read.
    """

    plan: Plan
    papers: tuple[Paper, ...]
    export_target: str
    at: datetime


def places(
    settings: Settings,
    via: Via | None,
    *,
    cancel: CancelToken,
    told: Sender,
) -> Places:
    """Ask Zotero who it is, and where items may go.

    Raises:
        WebError: nobody answers, or not as is needed; the message says what to do.
    """
    with opened_way(settings, via, None, cancel=cancel, told=told) as way:
        return _places(way)


def plan(
    library: Reader,
    asked: Asked,
    settings: Settings,
    *,
    now: datetime,
    cancel: CancelToken,
    progress: Progress,
    told: Sender,
) -> Plan:
    """Tell what a push would do.

    Raises:
        FormatError: there is no such target, or nothing may be put there.
        QueryError: the query means nothing.
        WebError: as with ``places``.
        Cancelled: the user stopped it.
    """
    with opened_way(settings, asked.via, library, cancel=cancel, told=told) as way:
        progress = stopping(progress, cancel)
        return plan_on(way, library, asked, now=now, progress=progress).plan


def opened_way(
    settings: Settings,
    via: Via | None,
    library: Reader | None,
    *,
    cancel: CancelToken,
    told: Sender,
) -> AbstractContextManager[Way]:
    """Hold a way into Zotero open; files that are named without a folder lie beside the library."""
    return open_way(
        settings,
        via,
        cancel=cancel,
        folder=library.path.parent if library is not None else None,
        told=told,
        waiting=Waits(told, {}),
    )


def plan_on(
    way: Way, library: Reader, asked: Asked, *, now: datetime, progress: Progress = SILENT
) -> Planned:
    """Hold papers against what is in Zotero; see ``plan``."""
    there = _places(way)
    target = chosen_target(there.targets, asked.target)
    export_target = f"{ZOTERO}{way.server}/{library_of(target, there.targets).id}"
    holdings = _holdings(library, asked, now)
    ids = [id_ for holding in holdings if (id_ := holding.id) is not None]
    known = library.exports(export_target, ids)
    versions = Versions(library, ids, asked.wanted.has)
    sees = way.can_read and not asked.again
    items = way.items(target, progress) if sees else ()
    planner = _Planner(way, asked, items, known, library.path.parent)
    looked: dict[EntryId, Paper] = {}
    # An item is first of all the paper that refman put there.
    for number, holding in enumerate(sorted(holdings, key=lambda one: one.id not in known)):
        if number % _STEP == 0:
            progress.report(number, len(holdings))
        paper = planner.paper(holding, versions.told(holding))
        looked[paper.row.id] = paper
    papers = [looked[id_] for id_ in ids]
    return Planned(
        plan=Plan(
            places=there,
            target=target,
            rows=tuple(paper.row for paper in papers),
            losses=_losses(papers, way),
        ),
        papers=tuple(papers),
        export_target=export_target,
        at=now,
    )


def _places(way: Way) -> Places:
    return Places(
        via=way.via,
        label=way.label,
        targets=tuple(way.targets()),
        can_read=way.can_read,
        can_change=way.can_change,
        remarks=way.remarks,
    )


def _holdings(library: Reader, asked: Asked, now: datetime) -> list[Holding]:
    """Return the papers that are wanted, in the order in which they came in."""
    wanted = asked.wanted
    ids = wanted.ids
    if ids is None and wanted.query.strip():
        ids = library.search(parse_query(wanted.query, now=now), limit=_ALL).ids
    found = library.all() if ids is None else library.holdings(sorted(ids))
    return [one for one in found if one.binned is None and wanted.has(one)]


class _Planner:
    """Hold papers against what is in Zotero, one after the other."""

    def __init__(
        self,
        way: Way,
        asked: Asked,
        items: Iterable[Found],
        known: Mapping[EntryId, Export],
        folder: Path,
    ) -> None:
        """Take what is known.

        Args:
            way: what it can.
            asked: what the user wants.
            items: what is in Zotero, as far as it may be seen.
            known: what this library gave to that one.
            folder: in which files lie that are named without one.
        """
        self._folder = folder
        self._way, self._asked, self._known = way, asked, known
        self._items: list[bytes] = []  # in JSON: a tenth of what they are as objects
        self._places: dict[str, int] = {}
        self._citekeys: dict[str, int] = {}
        self._index = Index()
        for item in items:
            entry = entry_of(item.data)
            place = self._places[item.key] = self._index.add(entry)
            self._citekeys.setdefault(entry.citekey or "", place)
            for key in merged_keys(item.data):
                self._places.setdefault(key, place)
            self._items.append(msgspec.json.encode(item))
        self._taken: dict[str, str] = {}  # by which paper an item is meant already

    def paper(self, holding: Holding, entry: Entry) -> Paper:
        """Return what is done with a paper; ``entry`` names its other versions too."""
        id_ = holding.id
        assert id_ is not None  # it is in the library
        parcel = parcel_of(entry, citekey_in_extra=not self._way.keeps_citekey)
        files, left = sendable(parcel.files if self._asked.files else (), self._folder)
        parcel = msgspec.structs.replace(parcel, files=files)
        row = Row(
            id=id_,
            citekey=entry.citekey or "",
            title=entry.title or "",
            deed=Deed.NEW,
            why="it is not in Zotero yet",
            left=left,
        )
        return self._judged(Paper(row=row, parcel=parcel), holding)

    def _judged(self, paper: Paper, holding: Holding) -> Paper:
        export = self._known.get(paper.row.id)
        if self._asked.again:
            return _told(paper, "it is added in any case")
        if not self._way.can_read:
            if export is not None:
                return _told(paper, f"it was sent on {_day(export)}", Deed.SKIP)
            return _told(paper, "whether it is in Zotero cannot be seen")
        if export is not None:
            place = self._places.get(export.key or "")
            if place is not None:
                found = self._found(place)
                return self._there(paper, found, "it is known by its item", unpacked(export.data))
            why = f"it was sent on {_day(export)}, and is not in Zotero any more"
            paper = _told(paper, why)
        matches = self._index.matches(holding.entry)
        for match in matches:
            found, relation = self._found(match.place), match.verdict.relation
            if relation is Relation.SAME:
                return self._there(paper, found, _why(match), None)
            if relation is Relation.UNSURE and export is not None and export.key is None:
                why = f"it was sent on {_day(export)}: {_why(match)}"
                return self._there(paper, found, why, None)
        place = self._citekeys.get(paper.row.citekey)
        if place is not None and paper.row.citekey and export is not None and export.key is None:
            why = f"it was sent on {_day(export)}: the citation key is equal"
            return self._there(paper, self._found(place), why, None)
        if not matches:
            return paper
        is_version = matches[0].verdict.relation is Relation.VERSIONS
        what = "another version of it" if is_version else "what may be the same"
        return _told(paper, f"{what} is in Zotero: {self._found(matches[0].place).key}")

    def _found(self, place: int) -> Found:
        return msgspec.json.decode(self._items[place], type=Found)

    def _there(self, paper: Paper, found: Found, why: str, base: Base | None) -> Paper:
        """Return what is done with a paper that is in Zotero."""
        row = msgspec.structs.replace(paper.row, key=found.key, version=found.version)
        paper = msgspec.structs.replace(paper, row=row, found=found)
        if found.key in self._taken:
            return _told(paper, f"it is the same item as {self._taken[found.key]}", Deed.SKIP)
        self._taken[found.key] = row.citekey or f"#{row.id}"
        if not self._asked.update:
            return _told(paper, f"it is in Zotero: {why}", Deed.SKIP)
        if not self._way.can_change:
            said = f"it is in Zotero, and cannot be changed this way: {why}"
            return _told(paper, said, Deed.SKIP)
        difference = compared(paper.parcel, found.data, base)
        if difference.is_none and difference.kept:
            why = f"it is in Zotero, and lacks nothing: {why}"
        elif difference.is_none:
            why = f"it is in Zotero as it is here: {why}"
        row = msgspec.structs.replace(
            row,
            deed=Deed.SKIP if difference.is_none else Deed.UPDATE,
            why=why,
            changes=difference.changes,
            gains=difference.gains,
            kept=difference.kept,
        )
        return msgspec.structs.replace(paper, row=row, base=base, difference=difference)


def _told(paper: Paper, why: str, deed: Deed = Deed.NEW) -> Paper:
    return msgspec.structs.replace(
        paper, row=msgspec.structs.replace(paper.row, why=why, deed=deed)
    )


def _day(export: Export) -> str:
    """Return the day by the user's clock."""
    return f"{export.at.astimezone():%Y-%m-%d}"


def _why(match: Match) -> str:
    """Return what speaks for an item being a paper, the weightiest alone."""
    return match.verdict.reasons[0] if match.verdict.reasons else "title and authors agree"


def _losses(papers: Iterable[Paper], way: Way) -> tuple[tuple[str, int, str], ...]:
    lost: Counter[str] = Counter()
    for paper in papers:
        if paper.row.deed is not Deed.SKIP:
            lost.update(paper.parcel.lost)
            lost.update(way.lost(paper.parcel))
    why = losses()
    rows = [(name, number, why[name]) for name, number in lost.items()]
    return tuple(sorted(rows, key=lambda row: -row[1]))
