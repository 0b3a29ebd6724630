"""New entries into a .bib file that is there: which of them are new, known, doubtful.

The file's own entries are never changed but for fields that they lack, and those only when asked.
"""

import re
from collections import Counter
from collections.abc import Iterable
from enum import Enum

import msgspec

from refman.citekeys import Pattern, assign_citekeys
from refman.duplicates import Index, Relation, Verdict
from refman.duplicates.titles import is_cut
from refman.formats.bib.edit import BibFile
from refman.formats.bib.edit_fill import filled_up, lacking
from refman.formats.bib.edit_style import is_sound
from refman.formats.bib.scan import Block
from refman.formats.exact import Insertion
from refman.formats.format import Options
from refman.formats.tex import Record as BibRecord
from refman.formats.tex import records
from refman.formats.tex_fields import Pair
from refman.model import Citekey, Entry, LeftOver, Record

__all__ = ["Addition", "Fate", "Outcome", "Shelf", "add_entries"]

_UNSAFE_IN_KEY = re.compile(r"[^\w\-:.+/]")
_SAME_TITLE = 0.97
"""Less alike titles of the same authors are those of two papers, unless one is cut short."""
_MOST_NAMELESS = 64
"""So many entries without title and identifier are compared with one that has neither."""
_NOT_SAID = frozenset({"type", "citekey", "links", "status", "provenance", "title_short"})
"""What is no statement about the paper, is derived, or is compared by itself."""
_INHERITING = frozenset({"crossref", "xdata"})


class Outcome(Enum):
    """Tell what becomes of an entry."""

    NEW = "new"
    KNOWN = "known"
    DOUBTFUL = "doubtful"
    LEFT_OUT = "left out"


class Fate(msgspec.Struct, frozen=True, kw_only=True):
    """Say what becomes of an entry.

    Attributes:
        entry: with its key, where it is new.
        outcome: only NEW ones are put in.
        key: of the entry that it is, or may be; its own where it is new.
        why: the reason, for people; of a new one, what it resembles, or empty.
        filled: names of the fields that the known entry gets.
    """

    entry: Entry
    outcome: Outcome
    key: str
    why: str = ""
    filled: tuple[str, ...] = ()


class Addition(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what is to be put into a file.

    Attributes:
        fates: one an entry, in the order of the entries.
        insertions: in the order of their places; empty where nothing is to be done.
    """

    fates: tuple[Fate, ...]
    insertions: tuple[Insertion, ...]

    def new(self) -> list[Entry]:
        """Return the entries that are put in."""
        return [fate.entry for fate in self.fates if fate.outcome is Outcome.NEW]


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


class Shelf:
    """Hold all entries of a file and those that come into it, found by what they are."""

    def __init__(self, file: BibFile, known: Iterable[Record | LeftOver]) -> None:
        """Take the file's entries.

        Args:
            file: the file.
            known: what the loader reads in its text; records begin where their blocks begin.
        """
        self._index = Index()
        self._nameless: dict[tuple[object, ...], list[_Held]] = {}
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
        if (sign := _nameless_sign(entry)) is not None:
            self._nameless.setdefault(sign, []).append(held)
        return held

    def find_nameless(self, entry: Entry) -> _Held | None:
        """Return what says all that an entry without title and identifier says; None else."""
        sign = _nameless_sign(entry)
        alike = self._nameless.get(sign, ())[:_MOST_NAMELESS] if sign is not None else ()
        return next((held for held in alike if _is_all_there(entry, held.entry)), None)

    def find_known(self, entry: Entry) -> tuple[_Held, Verdict] | None:
        """Return what is, or may be, the same work; the surest of them, the first among equals.

        Where several are it, none of them may be filled.
        """
        found = self._index.matches(entry)
        if not found:
            return None
        sure = [self.held[match.place] for match in found if match.verdict.is_one_work]
        if (times := sum(held.block is not None for held in sure)) > 1:
            for held in sure:
                held.fault = held.fault or f"the file has it {times} times"
        best = max(found, key=lambda match: (match.verdict.is_one_work, match.verdict.score))
        return self.held[best.place], best.verdict

    def give_keys(self, file: BibFile, pattern: Pattern) -> None:
        """Give every new entry a key that no other has; one that it brings stays if it is free."""
        new = [held for held in self.held if held.block is None]
        others = [Citekey(key) for key in file.citekeys()]
        taken = {key.lower() for key in others}
        entries: list[Entry] = []
        for held in new:
            key = _UNSAFE_IN_KEY.sub("-", held.entry.citekey or "")
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

    An entry is known where it has an identifier with one of the file, or where title and a second
    field agree; doubtful where titles agree, or one is cut short, and nothing else can be compared.

    Args:
        file: the file.
        known: what the loader reads in its text.
        entries: those to be added; of those that are one work the first is.
        pattern: makes the keys of the new ones.
        options: of the export.
        update: fill what known entries lack.
        doubtful: add doubtful ones too.
    """
    shelf = Shelf(file, known)
    judged: list[tuple[Entry, Outcome, _Held, str]] = []
    for entry in entries:
        found = shelf.find_known(entry)
        if found is None and (nameless := shelf.find_nameless(entry)) is not None:
            why = "all that it says is there" + ("; read twice" if nameless.block is None else "")
            judged.append((entry, Outcome.KNOWN, nameless, why))
            continue
        if found is None:
            judged.append((entry, Outcome.NEW, shelf.put(entry), ""))
            continue
        held, verdict = found
        is_known = verdict.is_one_work or verdict.shared or _says_nothing_more(entry, held.entry)
        if is_known:
            why = _reason(verdict, held, is_known=True)
            judged.append((entry, Outcome.KNOWN, held, why))
            if update and verdict.is_one_work:
                held.entry = _filled(held, entry, verdict)
        elif doubtful or not _is_doubtful(entry, held.entry, verdict):
            why = f"like {held.key}: {_reason(verdict, held)}" if held.key else ""
            judged.append((entry, Outcome.NEW, shelf.put(entry), why))
        else:
            judged.append((entry, Outcome.DOUBTFUL, held, _reason(verdict, held)))
    shelf.give_keys(file, pattern)
    work = _Work(file, shelf.held, options)
    return Addition(fates=tuple(work.fate(*those) for those in judged), insertions=work.done())


def _says_nothing_more(entry: Entry, other: Entry) -> bool:
    """Tell whether neither has authors, and all that one says stands in the other.

    A listing that gives titles and no more is known when it comes again.
    """
    return (
        not (entry.author or other.author)
        and entry.title == other.title
        and _is_all_there(entry, other)
    )


def _is_all_there(entry: Entry, other: Entry) -> bool:
    """Tell whether all that one says stands in the other."""
    return all(
        getattr(entry, name) == getattr(other, name)
        for name in Entry.__struct_fields__
        if name not in _NOT_SAID and getattr(entry, name)
    ) and {link.url for link in entry.links} <= {link.url for link in other.links}


def _nameless_sign(entry: Entry) -> tuple[object, ...] | None:
    """Return what parts entries that have neither title nor identifier; None for all others."""
    if entry.title or any(msgspec.structs.astuple(entry.identifiers)):
        return None
    return entry.author, entry.issued, entry.container_title, entry.publisher


def _is_doubtful(entry: Entry, other: Entry, verdict: Verdict) -> bool:
    is_like = verdict.title is not None and verdict.title >= _SAME_TITLE
    return is_like or is_cut(entry.title or "") or is_cut(other.title or "")


def _reason(verdict: Verdict, held: _Held, *, is_known: bool = False) -> str:
    if verdict.shared:
        reason = f"same {', '.join(verdict.shared)}"
    elif verdict.is_one_work and verdict.may_merge:
        reason = "same title and authors"
    elif is_known and not verdict.is_one_work:
        reason = "same title, and all that it says is there"
    else:
        reason = "; ".join(verdict.reasons)
    return reason if held.block is not None else f"{reason}; read twice"


def _filled(held: _Held, entry: Entry, verdict: Verdict) -> Entry:
    fields = held.block.fields if held.block is not None else ()
    is_other = (
        verdict.relation is Relation.VERSIONS
        or held.entry.type is not entry.type
        or not _INHERITING.isdisjoint(field.name.lower() for field in fields)
    )
    return filled_up(held.entry, entry, other_version=is_other)


class _Work:
    """Turn what was judged into fates and insertions, in one pass."""

    def __init__(self, file: BibFile, shelf: Iterable[_Held], options: Options) -> None:
        self._file = file
        self._new: list[BibRecord] = []
        self._insertions: list[Insertion] = []
        touched = [held for held in shelf if held.block is None or held.entry is not held.given]
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
        return Fate(entry=entry, outcome=outcome, key=held.key, why=why, filled=names)

    def done(self) -> tuple[Insertion, ...]:
        """Return all that is put in, in the order of the places."""
        added = [self._file.appended(self._new)] if self._new else []
        return tuple(sorted([*self._insertions, *added], key=lambda insertion: insertion.place))

    def _added(self, entry: Entry, held: _Held, record: BibRecord, why: str) -> Fate:
        pairs = self._file.fitted(record.pairs)
        if sign := self._unheld(pairs):
            encoding = self._file.exact.encoding.upper()
            why = f"{encoding} has no {sign}; save the file as UTF-8 first"
            return Fate(entry=entry, outcome=Outcome.LEFT_OUT, key="", why=why)
        self._new.append(BibRecord(record.type, held.key, pairs))
        return Fate(entry=held.entry, outcome=Outcome.NEW, key=held.key, why=why)

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
