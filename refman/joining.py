"""Duplicates of a file made one: which of them may be, and what a .bib file is then.

A .bib file keeps each byte but those of the entries that go, and of the fields that change in the
entry that stays.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from refman.duplicates import Group, Verdict, leads, merge, same_work
from refman.formats.bib.cut import Edit, removal
from refman.formats.bib.edit import BibFile
from refman.formats.bib.edit_fill import lacking
from refman.formats.bib.edit_style import is_sound
from refman.formats.bib.scan import Block
from refman.formats.format import Options
from refman.formats.tex import records
from refman.formats.tex_fields import Pair
from refman.model import Entry, Span

__all__ = ["Join", "bib_edits", "joined", "joins"]

_REFERRING = frozenset({"crossref", "xdata", "xref", "related", "entryset"})
_KEYS = re.compile(r"[^\s,{}\"#]+")
_KEPT = "duplicate-"


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Hold entries that become one.

    Attributes:
        leader: the place of the entry that stays.
        gone: the places of those that go into it, ascending.
        entry: what it then says.
    """

    leader: int
    gone: tuple[int, ...]
    entry: Entry


def joins(entries: Sequence[Entry], groups: Iterable[Group]) -> list[Join]:
    """Return what may become one without a person's word, in the order of the groups.

    Pairs are joined that ``Verdict.may_merge`` lets through; two that are joined by a third must
    be one work themselves.
    """
    return [
        _joined_places(entries, places) for group in groups for places in _mergeable(entries, group)
    ]


def joined(entries: Sequence[Entry], done: Iterable[Join]) -> list[Entry]:
    """Return all entries after they became one; a merged one stands where its leader stood."""
    merged: dict[int, Entry] = {}
    gone: set[int] = set()
    for join in done:
        merged[join.leader] = join.entry
        gone.update(join.gone)
    return [merged.get(place, entry) for place, entry in enumerate(entries) if place not in gone]


def _mergeable(entries: Sequence[Entry], group: Group) -> list[list[int]]:
    """Return the parts of a group of which each member may be merged with another."""
    verdicts: dict[int, dict[int, Verdict]] = {place: {} for place in group.places}
    for pair in group.pairs:
        verdicts[pair.first][pair.second] = verdicts[pair.second][pair.first] = pair.verdict
    parts: dict[int, list[int]] = {place: [place] for place in group.places}
    may_merge = [pair for pair in group.pairs if pair.verdict.may_merge]
    for pair in sorted(may_merge, key=lambda pair: (-pair.verdict.score, pair.first, pair.second)):
        part, other = parts[pair.first], parts[pair.second]
        if part is other:
            continue
        few, many = sorted((part, other), key=len)
        told = [said for one in few for two, said in verdicts[one].items() if parts[two] is many]
        # Not every pair of a large group was looked at, nor that of an equal entry with a third.
        if other[0] not in verdicts[part[0]]:
            told.append(same_work(entries[part[0]], entries[other[0]]))
        if all(verdict.is_one_work for verdict in told):
            part += other
            for place in other:
                parts[place] = part
    return [sorted(part) for place, part in parts.items() if len(part) > 1 and place == min(part)]


def _joined_places(entries: Sequence[Entry], places: Sequence[int]) -> Join:
    leader = places[0]
    entry = entries[leader]
    for place in places[1:]:
        if not leads(entry, entries[place]):
            leader = place
        entry = merge(entry, entries[place])
    return Join(
        leader=leader, gone=tuple(place for place in places if place != leader), entry=entry
    )


def bib_edits(
    file: BibFile,
    entries: Sequence[Entry],
    spans: Sequence[Span],
    wanted: Iterable[Join],
    options: Options,
) -> tuple[list[Edit], list[Join], list[tuple[Join, str]]]:
    """Return the edits of a .bib file, what they join, and what cannot be joined, with the reason.

    Args:
        file: the file.
        entries: what it holds.
        spans: where each of them stands.
        wanted: what is to become one.
        options: of the export.
    """
    work = _BibWork(file, entries, spans, options)
    edits: list[Edit] = []
    done: list[Join] = []
    left: list[tuple[Join, str]] = []
    for join in wanted:
        blocks = work.blocks(join)
        fault = work.fault(join, blocks) if blocks else "one of them stands in no entry of its own"
        if fault is not None:
            left.append((join, fault))
            continue
        done.append(join)
        edits += work.filled(join, blocks[0])
        edits += (removal(file.exact.text, block) for block in blocks[1:])
    return sorted(edits), done, left


class _BibWork:
    """Tell what is to be changed in one .bib file."""

    def __init__(
        self, file: BibFile, entries: Sequence[Entry], spans: Sequence[Span], options: Options
    ) -> None:
        self._file = file
        self._entries = entries
        self._spans = spans
        self._options = options
        self._blocks = {block.start: block for block in file.blocks}
        self._keys = Counter(block.key.lower() for block in file.blocks if block.key)
        text = file.exact.text
        self._referred = {
            key.lower()
            for block in file.blocks
            for field in block.fields
            if field.name.lower() in _REFERRING
            for key in _KEYS.findall(text[field.value_start : field.value_end])
        }

    def blocks(self, join: Join) -> list[Block]:
        """Return the blocks of what is to become one, the leader's first; none if one has none."""
        starts = [self._spans[place].start for place in (join.leader, *join.gone)]
        return (
            [self._blocks[start] for start in starts] if self._blocks.keys() >= set(starts) else []
        )

    def fault(self, join: Join, blocks: Sequence[Block]) -> str | None:
        """Return why these may not become one, or None."""
        if not all(is_sound(block) and self._file.is_whole(block) for block in blocks):
            return "one of them has a fault in its form"
        if any(self._says_twice(block) for block in blocks[1:]):
            return "one of them has a field with two values"
        for block in blocks[1:]:
            if block.key.lower() in self._referred and self._keys[block.key.lower()] == 1:
                return f"other entries refer to {block.key}"
        holds = self._file.exact.holds
        pairs = self._pairs(join, blocks[0])
        if not all(holds(value) for found in pairs for _, value in self._file.fitted(found)):
            return f"{self._file.exact.encoding.upper()} does not have all their signs"
        return None

    def _said(self, block: Block) -> dict[str, set[str]]:
        """Return what the fields of an entry say, as written; not those that say nothing."""
        said: dict[str, set[str]] = {}
        text = self._file.exact.text
        for field in block.fields:
            value = text[field.value_start : field.value_end].strip('{}"').strip()
            if value:
                said.setdefault(field.name.lower(), set()).add(value)
        return said

    def _says_twice(self, block: Block) -> bool:
        """Tell whether an entry has a field with two values, of which only one was read."""
        return any(len(values) > 1 for values in self._said(block).values())

    def filled(self, join: Join, block: Block) -> list[Edit]:
        """Return the edits of the leader: values that become longer, fields that it gets."""
        changed, added = self._pairs(join, block)
        fields = {field.name.lower(): field for field in block.fields}
        edits: list[Edit] = []
        for name, value in self._file.fitted(changed):
            field = fields[name.lower()]
            edits.append(Edit(field.value_start, field.value_end, f"{{{value}}}"))
        insertion = self._file.filled(block, added) if added else None
        if insertion is not None:
            edits.append(Edit(insertion.place, insertion.place, insertion.text))
        return edits

    def _pairs(self, join: Join, block: Block) -> tuple[list[Pair], list[Pair]]:
        """Return the fields of which the value changes, and those that the block lacks."""
        before, after = (
            next(iter(records([entry], self._file.dialect, self._options)))
            for entry in (self._entries[join.leader], join.entry)
        )
        present = [field.name.lower() for field in block.fields]
        old = dict(before.pairs)
        changed = [
            (name, value)
            for name, value in after.pairs
            if name.lower() in present
            and old.get(name) != value
            and (name in old or name.lower() not in self._said(block))
        ]
        added = lacking(before, after, present)
        told = {name for name, _ in (*changed, *added)}
        # What has no field of its own beside those that are there is kept all the same.
        rest = [
            (name if name.startswith(_KEPT) else f"{_KEPT}{name}", value)
            for name, value in after.pairs
            if name not in told and old.get(name) != value
        ]
        values = {value for _, value in (*before.pairs, *added)}
        return changed, [*added, *(pair for pair in rest if pair[1] not in values)]
