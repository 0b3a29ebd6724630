"""What was read goes into a library: judged, given keys, kept with its listing, all in one step.

with Gathering() as gathering:
    gathering.take(source="listing.txt", kind=reading.kind, text=document.text, pieces=…)
    acquire(library, gathering, Choice(pattern=pattern), now=now)

Papers are judged and put in by the batch, so that memory hardly grows with their number.
"""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

import msgspec

from refman.citekeys import Pattern
from refman.duplicates import Verdict
from refman.gathering import Gathered, Gathering
from refman.library import Library
from refman.library.naming import named_from
from refman.model import (
    Add,
    Attachment,
    Change,
    Entry,
    EntryId,
    Holding,
    Keyword,
    ListingId,
    Provenance,
    Record,
    Status,
    WantedRecord,
    edit_of,
)
from refman.outcomes import Fate, Outcome, all_there, filled, judged
from refman.progress import SILENT, Progress
from refman.shelf import Held, Keys, Shelf

__all__ = ["Acquired", "Choice", "acquire"]

_BATCH = 500
_REPORTED = 50
_FULL_TEXT, _PDF = "Full text", "application/pdf"


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Say how papers are put in.

    Attributes:
        pattern: makes the keys of the new ones.
        status: what new ones get; None leaves what they bring.
        tags: what new ones get besides those they bring.
        collections: the paths of collections, likewise.
        update: fill what known entries lack.
        doubtful: add doubtful ones too.
    """

    pattern: Pattern
    status: Status | None = None
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    update: bool = False
    doubtful: bool = False


class Acquired(msgspec.Struct, frozen=True, kw_only=True):
    """Say what was done.

    Attributes:
        name: of the step in the history.
        fates: one a paper, in the order in which they were read.
        ids: of the new entries, in the order of their fates; empty where nothing was written.
        step: its number in the history; None where nothing was done.
        alike: entries of the library that are, or may be, one work, as it came out while papers
            were judged; the first of each is alike to each of the others.
    """

    name: str
    fates: Sequence[Fate]
    ids: Sequence[EntryId] = ()
    step: int | None = None
    alike: Sequence[tuple[EntryId, ...]] = ()


def acquire(
    library: Library,
    gathering: Gathering,
    choice: Choice,
    *,
    now: datetime,
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> Acquired:
    """Put into a library what it does not have yet, as one step of its history.

    A paper is new, known or doubtful by the rule of ``outcomes.judged``; of those that are one
    work the first comes in. A listing is kept where a paper of it comes in.

    Args:
        library: open for writing, but for a dry run.
        gathering: what was read.
        choice: what the user wants.
        now: when the papers come in, in UTC.
        dry_run: tell only what would be done.
        progress: is told papers, and in the end, of very many, pages of the indexes that are
            merged; what it raises leaves the library as it was.

    Raises:
        LibraryError: the library cannot be written; it is as it was.
    """
    work = _Work(library, gathering, choice, now)
    if dry_run:
        for gathered in gathering.all:
            for _ in work.batches(gathered, progress):
                pass
        return Acquired(name=work.name(), fates=work.fates)
    applied = library.apply(work.name, work.changes(progress), merging=progress)
    return Acquired(
        name=work.name(),
        fates=work.fates,
        ids=applied.ids,
        step=applied.step,
        alike=work.alike(applied.ids),
    )


class _Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what was said of a paper, as long as a new one has no key."""

    title: str | None
    outcome: Outcome
    held: Held
    why: str
    filled: tuple[str, ...] = ()

    def fate(self) -> Fate:
        return Fate(
            title=self.title,
            outcome=self.outcome,
            key=self.held.key,
            why=self.why,
            filled=self.filled,
            is_twice=self.outcome is not Outcome.NEW and not self.held.is_there,
        )


class _Work:
    """Judge papers, batch by batch, and tell the changes that put them in.

    Attributes:
        fates: of the papers so far.
    """

    def __init__(
        self, library: Library, gathering: Gathering, choice: Choice, now: datetime
    ) -> None:
        self._library, self._gathering = library, gathering
        self._choice, self._now = choice, now
        self._shelf = Shelf(library, now)
        self._keys = Keys(library, choice.pattern)
        self._updated: set[EntryId] = set()
        self._like: dict[Held, Held] = {}
        self._alike: list[tuple[int, EntryId | None, int]] = []
        self._added = 0
        self.fates: list[Fate] = []

    def name(self) -> str:
        """Return the step's name, when all is judged."""
        new = sum(fate.outcome is Outcome.NEW for fate in self.fates)
        sources = [gathered.source for gathered in self._gathering.all if gathered.count]
        return _step_name(new, len(self._updated), sources)

    def alike(self, ids: Sequence[EntryId]) -> tuple[tuple[EntryId, ...], ...]:
        """Return which entries are alike, when all new ones have their numbers."""
        found = ((ids[new], ids[place] if id_ is None else id_) for new, id_, place in self._alike)
        return (*self._shelf.several, *found)

    def changes(self, progress: Progress) -> Iterator[Change]:
        """Yield what is to be done, in the order of the papers."""
        for gathered in self._gathering.all:
            listing: ListingId | None = None
            for new in self.batches(gathered, progress):
                if new and listing is None:
                    listing = self._library.add_listing(
                        name=gathered.source,
                        kind=gathered.kind,
                        text=self._gathering.text(gathered),
                        left_over=gathered.left_over,
                    )
                for held in new:
                    yield Add(self._holding(held, listing))
                yield from map(_edit, self._shelf.touched.values())
                self._note_alike(new)
                self._shelf.clear()

    def _note_alike(self, new: Sequence[Held]) -> None:
        """Note what of a batch is alike to what: the library's by number, new ones by place."""
        places = {held: place for place, held in enumerate(new, self._added)}
        self._added += len(new)
        for held, other in self._like.items():
            id_ = other.given.id if other.given is not None else None
            self._alike.append((places[held], id_, places.get(other, 0)))
        self._like = {}

    def batches(self, gathered: Gathered, progress: Progress) -> Iterator[list[Held]]:
        """Yield what is new of an input, batch by batch, with keys, when the batch is judged."""
        records = self._gathering.records(gathered)
        while some := list(islice(records, _BATCH)):
            judgements: list[_Judgement] = []
            for record in some:
                judgements.append(self._judge(record, gathered))
                if (done := len(self.fates) + len(judgements)) % _REPORTED == 0:
                    progress.report(done, self._gathering.count)
            new = [each.held for each in judgements if each.outcome is Outcome.NEW]
            self._keys.give(new)
            for held in new:
                held.entry = self._with_full_text(held.entry, gathered)
            self.fates += (each.fate() for each in judgements)
            yield new

    def _judge(self, record: Record, gathered: Gathered) -> _Judgement:
        entry = record.entry
        names: tuple[str, ...] = ()
        found = self._shelf.find(entry)
        if found is None:
            nameless = self._shelf.find_nameless(entry)
            if nameless is None or isinstance(record, WantedRecord):
                outcome, held, why = Outcome.NEW, self._shelf.put(record), ""
            else:
                why = all_there(is_there=nameless.is_there)
                outcome, held = Outcome.KNOWN, nameless
            return _Judgement(title=entry.title, outcome=outcome, held=held, why=why)
        held, verdict = found
        outcome, why = judged(
            entry,
            held.entry,
            verdict,
            doubtful=self._choice.doubtful,
            key=held.key,
            is_there=held.is_there,
        )
        if isinstance(record, WantedRecord) and outcome is not Outcome.NEW:
            outcome, why = Outcome.NEW, f"like {held.key}: {why}" if held.key else ""
        if outcome is Outcome.NEW:
            other, held = held, self._shelf.put(record)
            self._like[held] = other
        elif held.is_binned:
            why = f"{why}; it lies in the bin"
        elif outcome is Outcome.KNOWN and self._choice.update and verdict.is_one_work:
            names = self._fill(held, self._with_full_text(entry, gathered), verdict)
            if names and held.fault:
                names, why = (), f"{why}; not filled: {held.fault}"
        return _Judgement(title=entry.title, outcome=outcome, held=held, why=why, filled=names)

    def _fill(self, held: Held, entry: Entry, verdict: Verdict) -> tuple[str, ...]:
        """Fill what a known entry lacks, if it may be; return what would be filled."""
        full = filled(held.entry, entry, verdict)
        edit = edit_of(EntryId(0), held.entry, full)
        if edit is None or held.fault:
            return edit.fields if edit is not None else ()
        told = {name: entry.provenance[name] for name in edit.fields if name in entry.provenance}
        held.entry = msgspec.structs.replace(full, provenance={**told, **held.entry.provenance})
        if held.given is not None and held.given.id is not None:
            self._shelf.touched[held.given.id] = held
            self._updated.update([held.given.id] if held.is_there else [])
        return edit.fields

    def _with_full_text(self, entry: Entry, gathered: Gathered) -> Entry:
        """Return an entry with the PDF that it was read from, where that is here to stay."""
        if (pdf := gathered.pdf) is None:
            return entry
        path = named_from(self._library.path.parent, pdf)
        if Path(path).is_absolute() and pdf.is_relative_to(tempfile.gettempdir()):
            return entry
        file = Attachment(_FULL_TEXT, path, _PDF)
        return msgspec.structs.replace(
            entry,
            attachments=(file, *(one for one in entry.attachments if one.path != path)),
            provenance={**entry.provenance, "attachments": Provenance(gathered.source)},
        )

    def _holding(self, held: Held, listing: ListingId | None) -> Holding:
        choice, entry = self._choice, held.entry
        tags = {keyword.text for keyword in entry.keywords}
        entry = msgspec.structs.replace(
            entry,
            status=choice.status or entry.status,
            keywords=(*entry.keywords, *(Keyword(tag) for tag in choice.tags if tag not in tags)),
            collections=tuple(dict.fromkeys((*entry.collections, *choice.collections))),
        )
        return Holding(entry=entry, added=self._now, listing=listing, span=held.span)


def _edit(held: Held) -> Change:
    given = held.given
    assert given is not None
    assert given.id is not None
    edit = edit_of(given.id, given.entry, held.entry)
    assert edit is not None  # only what was filled is touched
    return edit


def _step_name(new: int, updated: int, sources: Sequence[str]) -> str:
    """Return what a step is called in the history: "Add 68 papers from listing.txt"."""
    whence = "standard input" if sources[:1] == ["-"] else "".join(sources[:1])
    if more := len(sources) - 1:
        whence += f" and {more:,} more"
    if not updated:
        return f"Add {_papers(new)} from {whence}"
    if not new:
        return f"Fill {_papers(updated)} from {whence}"
    return f"Add {_papers(new)}, fill {updated:,} from {whence}"


def _papers(number: int) -> str:
    return f"{number:,} {'paper' if number == 1 else 'papers'}"
