"""New entries into a .bib file that is there: which of them are new, known, doubtful.

The file's own entries are never changed but for fields that they lack, and those only when asked.
"""

from collections import Counter
from collections.abc import Iterable

import msgspec

from refman.citekeys import Pattern, assign_citekeys
from refman.duplicates import Index, Verdict
from refman.formats.bib.edit import BibFile
from refman.formats.bib.edit_fill import lacking
from refman.formats.bib.edit_style import is_sound
from refman.formats.bib.inherit import PARENT_FIELDS
from refman.formats.bib.scan import Block
from refman.formats.exact import Insertion
from refman.formats.format import Options
from refman.formats.tex import Record as BibRecord
from refman.formats.tex import records
from refman.formats.tex_fields import Pair
from refman.model import Citekey, Entry, LeftOver, Record
from refman.outcomes import Fate, Nameless, Outcome, all_there, filled, judged, own_key, surest

__all__ = ["Addition", "add_entries"]


class Addition(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what is to be put into a file.

    Attributes:
        fates: one an entry, in the order of the entries.
        new: the entries that are put in.
        insertions: in the order of their places; empty where nothing is to be done.
    """

    fates: tuple[Fate, ...]
    new: tuple[Entry, ...]
    insertions: tuple[Insertion, ...]


class _Held:
    """Hold an entry that is in the file or comes into it.

    Attributes:
        given: as it was found.
        entry: the same, filled up by others that are the same work.
        block: its place; None for what is new.
        fault: why it may not be touched, if so.
    """

    def __init__(self, entry: Entry, block: Block | None, fault: str | None) -> None:
        self.given = self.entry = entry
        self.block, self.fault = block, fault

    @property
    def key(self) -> str:
        """Its key; that of a new one is empty until it has been given one."""
        return self.block.key if self.block is not None else self.entry.citekey or ""


class _Shelf:
    """Hold all entries of a file and those that come into it, found by what they are."""

    def __init__(self, file: BibFile, known: Iterable[Record | LeftOver]) -> None:
        """Take the file's entries.

        Args:
            file: the file.
            known: what the loader reads in its text; records begin where their blocks begin.
        """
        self._index = Index()
        self._nameless: Nameless[_Held] = Nameless()
        self.held: list[_Held] = []
        blocks = {block.start: block for block in file.blocks}
        keys = Counter(block.key.lower() for block in file.blocks)
        for record in known:
            block = None if isinstance(record, LeftOver) else blocks.get(record.span.start)
            if isinstance(record, LeftOver) or block is None:
                continue
            fault = None
            if not is_sound(block):
                fault = "its entry has a fault"
            elif keys[block.key.lower()] > 1:
                fault = "its key stands there twice"
            self.put(record.entry, block, fault)

    def put(self, entry: Entry, block: Block | None = None, fault: str | None = None) -> _Held:
        """Add an entry."""
        held = _Held(entry, block, fault)
        self.held.append(held)
        self._index.add(entry)
        self._nameless.put(entry, held)
        return held

    def find_nameless(self, entry: Entry) -> _Held | None:
        """Return what says all that an entry without title and identifier says; None else."""
        return self._nameless.find(entry)

    def find_known(self, entry: Entry) -> tuple[_Held, Verdict] | None:
        """Return what is, or may be, the same work; the surest of them, the first among equals.

        Where several are it, none of them may be filled.
        """
        found = self._index.matches(entry)
        sure = [self.held[match.place] for match in found if match.verdict.is_one_work]
        if (times := sum(held.block is not None for held in sure)) > 1:
            for held in sure:
                held.fault = held.fault or f"the file has it {times} times"
        return surest((self.held[match.place], match.verdict) for match in found)

    def give_keys(self, file: BibFile, pattern: Pattern) -> None:
        """Give every new entry a key that no other has; one that it brings stays if it is free."""
        new = [held for held in self.held if held.block is None]
        others = [Citekey(key) for key in file.citekeys()]
        taken = {key.lower() for key in others}
        entries: list[Entry] = []
        for held in new:
            key = own_key(held.entry)
            is_free = key and key.lower() not in taken and file.exact.holds(key)
            taken.update({key.lower()} if is_free else ())
            entries.append(
                msgspec.structs.replace(held.entry, citekey=Citekey(key) if is_free else None)
            )
        for held, entry in zip(new, assign_citekeys(entries, pattern, taken=others), strict=True):
            held.entry = entry


def add_entries(
    file: BibFile,
    known: Iterable[Record | LeftOver],
    entries: Iterable[Entry],
    *,
    pattern: Pattern,
    options: Options,
    update: bool = False,
    doubtful: bool = False,
) -> Addition:
    """Tell what is to be put into a file.

    See ``outcomes.judged`` for the rule.

    Args:
        file: the file.
        known: what the loader reads in its text.
        entries: those to be added; of those that are one work the first is.
        pattern: makes the keys of the new ones.
        options: of the export.
        update: fill what known entries lack.
        doubtful: add doubtful ones too.
    """
    shelf = _Shelf(file, known)
    judgements: list[tuple[Entry, Outcome, _Held, str]] = []
    for entry in entries:
        found = shelf.find_known(entry)
        if found is None:
            nameless = shelf.find_nameless(entry)
            if nameless is None:
                judgements.append((entry, Outcome.NEW, shelf.put(entry), ""))
            else:
                why = all_there(is_there=nameless.block is not None)
                judgements.append((entry, Outcome.KNOWN, nameless, why))
            continue
        held, verdict = found
        is_there = held.block is not None
        outcome, why = judged(
            entry, held.entry, verdict, doubtful=doubtful, key=held.key, is_there=is_there
        )
        if outcome is Outcome.NEW:
            held = shelf.put(entry)
        elif outcome is Outcome.KNOWN and update and verdict.is_one_work:
            held.entry = _filled(held, entry, verdict)
        judgements.append((entry, outcome, held, why))
    shelf.give_keys(file, pattern)
    work = _Work(file, shelf.held, options)
    fates = tuple(work.fate(*those) for those in judgements)
    return Addition(fates=fates, new=tuple(work.new), insertions=work.done())


def _filled(held: _Held, entry: Entry, verdict: Verdict) -> Entry:
    fields = held.block.fields if held.block is not None else ()
    inherits = not PARENT_FIELDS.isdisjoint(field.name.lower() for field in fields)
    return filled(held.entry, entry, verdict, inherits=inherits)


class _Work:
    """Turn what was judged into fates and insertions, in one pass."""

    def __init__(self, file: BibFile, all_held: Iterable[_Held], options: Options) -> None:
        self._file = file
        self.new: list[Entry] = []
        self._new: list[BibRecord] = []
        self._insertions: list[Insertion] = []
        touched = [held for held in all_held if held.block is None or held.entry is not held.given]
        # One call for all: the writer makes ready for each call anew.
        before = records((held.given for held in touched), file.dialect, options)
        after = records((held.entry for held in touched), file.dialect, options)
        self._written = {id(held): pair for held, *pair in zip(touched, before, after, strict=True)}

    def fate(self, entry: Entry, outcome: Outcome, held: _Held, why: str) -> Fate:
        """Return an entry's fate, and keep what it puts in."""
        written = None if outcome is Outcome.DOUBTFUL else self._written.pop(id(held), None)
        if outcome is Outcome.NEW:
            assert written is not None  # each new one is judged once as such
            return self._added(entry, held, written[1], why)
        names: tuple[str, ...] = ()
        if held.block is not None and written is not None:
            names, fault = self._fill(held, held.block, *written)
            why = f"{why}; not filled: {fault}" if fault else why
        return Fate(title=entry.title, outcome=outcome, key=held.key, why=why, filled=names)

    def done(self) -> tuple[Insertion, ...]:
        """Return all that is put in, in the order of the places."""
        added = [self._file.appended(self._new)] if self._new else []
        return tuple(sorted([*self._insertions, *added], key=lambda insertion: insertion.place))

    def _added(self, entry: Entry, held: _Held, record: BibRecord, why: str) -> Fate:
        pairs = self._file.fitted(record.pairs)
        if sign := self._unheld(pairs):
            encoding = self._file.exact.encoding.upper()
            why = f"{encoding} has no {sign}; save the file as UTF-8 first"
            return Fate(title=entry.title, outcome=Outcome.LEFT_OUT, key="", why=why)
        self._new.append(BibRecord(record.type, held.key, pairs))
        self.new.append(held.entry)
        return Fate(title=entry.title, outcome=Outcome.NEW, key=held.key, why=why)

    def _fill(
        self, held: _Held, block: Block, before: BibRecord, after: BibRecord
    ) -> tuple[tuple[str, ...], str | None]:
        """Return the names of the fields that a known entry gets, or why it gets none."""
        present = [field.name for field in block.fields]
        pairs = [
            pair
            for pair in lacking(before, after, present)
            if not self._unheld(self._file.fitted([pair]))
        ]
        if not pairs:
            return (), None
        insertion = None if held.fault else self._file.filled(block, pairs)
        if insertion is None:
            return (), held.fault or "its entry has a fault"
        self._insertions.append(insertion)
        return tuple(name for name, _ in pairs), None

    def _unheld(self, pairs: Iterable[Pair]) -> str | None:
        """Return the first sign that the file's encoding does not have."""
        holds = self._file.exact.holds
        return next((sign for _, value in pairs if not holds(value) for sign in value
                     if not holds(sign)), None)  # fmt: skip
