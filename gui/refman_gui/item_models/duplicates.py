"""Groups of papers that are, or may be, one work, as a list; those that are settled are hidden."""

from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from time import perf_counter
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from refman.duplicates.verdicts import Relation
from refman.library.versions import Pair, pair_name, version_pairs
from refman.model import EntryId, KeptKind
from refman_gui.core_texts import core_text, decimal
from refman_gui.item_models.entry_texts import one_line, plain_tip
from refman_gui.session import Session
from refman_gui.tasks.duplicates import Told

__all__ = ["GROUP_ROLE", "Group", "GroupsModel"]

GROUP_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole Group, for who paints it."""

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_MOST_TITLE = 300
_MOST_LOOKED_AT = 200
_TURN_S = 0.02


@dataclass(eq=False, kw_only=True)
class Group:
    """Hold a group, and how far a person has come with it.

    Attributes:
        number: by which groups are in order.
        ids: of its papers, as they were found.
        here: those of them that are there now, outside the bin.
        relation: None where a person says that they are one work.
        score, title, reasons, surely_gone: as the search told.
        leader: which is to stay; None while nobody chose.
        chosen: by field, the paper whose value is taken; None for all of a list.
        left_out: which are another work.
        is_pending: something is being done to it.
        is_settled: nothing is to be done any more.
        are_versions: they are kept as versions of one work, whoever said so; of papers that a
            person chose it is not asked.
        apart: the names by which the library keeps that they are no duplicates, or versions of one
            work; empty where it does not.
    """

    number: int
    ids: tuple[EntryId, ...]
    title: str
    relation: Relation | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
    surely_gone: int = 0
    here: tuple[EntryId, ...] = ()
    leader: EntryId | None = None
    chosen: dict[str, EntryId | None] = field(default_factory=dict[str, EntryId | None])
    left_out: set[EntryId] = field(default_factory=set[EntryId])
    is_pending: bool = False
    is_settled: bool = False
    are_versions: bool = False
    apart: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.here = self.here or self.ids


class GroupsModel(QAbstractListModel):
    """Show the groups with which something is to be done.

    Signals:
        looked(Group): it was looked at again: its papers may be others now.
        counted(): there are more groups, or less.

    Attributes:
        all: every group, by number; those that are hidden among them.
    """

    looked = Signal(object)
    counted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.all: list[Group] = []
        self._shown: list[Group] = []
        self._waiting: deque[Group] = deque()
        self._kept: Collection[str] = ()
        self._pairs: Collection[Pair] = ()
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._look)

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.all, self._shown = [], []
        self._waiting.clear()
        self.endResetModel()
        self.counted.emit()

    def extend(self, told: Iterable[Told]) -> None:
        """Show what a search found."""
        number = self.all[-1].number + 1 if self.all else 0
        groups = [
            Group(
                number=number + place,
                ids=one.ids,
                title=one.title,
                relation=one.relation,
                score=one.score,
                reasons=one.reasons,
                surely_gone=one.surely_gone,
            )
            for place, one in enumerate(told)
        ]
        if groups:
            count = len(self._shown)
            self.beginInsertRows(QModelIndex(), count, count + len(groups) - 1)
            self.all += groups
            self._shown += groups
            self.endInsertRows()
            self.counted.emit()

    def put_first(self, ids: tuple[EntryId, ...], title: str) -> Group:
        """Show papers that a person says are one work, before all others; return their group."""
        for group in self.all:
            if group.relation is None and group.ids == ids:
                group.is_settled, group.apart = False, frozenset()
                self.look_again(ids)
                return group
        number = min(self.all[0].number, 0) - 1 if self.all else -1
        group = Group(number=number, ids=ids, title=title)
        self.all.insert(0, group)
        self.tell(group)
        return group

    def group_at(self, row: int) -> Group | None:
        """Return the group of a row; None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, group: Group) -> int | None:
        """Return where a group stands; None where it is hidden."""
        row = bisect_left(self._shown, group.number, key=lambda one: one.number)
        is_there = row < len(self._shown) and self._shown[row] is group
        return row if is_there else None

    def shown(self) -> tuple[Group, ...]:
        """Return the groups that are not hidden."""
        return tuple(self._shown)

    def tell(self, group: Group) -> None:
        """Show a group, hide it, or show it anew."""
        is_done = group.is_pending or group.is_settled or group.are_versions
        is_wanted = len(group.here) > 1 and not is_done
        row = bisect_left(self._shown, group.number, key=lambda one: one.number)
        if self.row_of(group) is None:
            if is_wanted:
                self.beginInsertRows(QModelIndex(), row, row)
                self._shown.insert(row, group)
                self.endInsertRows()
                self.counted.emit()
        elif is_wanted:
            self.dataChanged.emit(self.index(row), self.index(row))
        else:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()
            self.counted.emit()

    def look_again(self, ids: Collection[EntryId] | None, first: Group | None = None) -> None:
        """See what of groups is still there: some at once, the others in a while.

        Args:
            ids: only groups with one of these papers; None for all.
            first: the one that is looked at before all others.
        """
        reader = self._session.reader
        if reader is None:
            return
        wanted = self.all
        if ids is not None:
            touched = frozenset(ids)
            wanted = [group for group in self.all if not touched.isdisjoint(group.ids)]
        if not wanted:
            return
        self._pairs = version_pairs(reader)
        kept = reader.kept(KeptKind.NOT_DUPLICATES)
        self._kept = {*kept, *(pair_name(*pair) for pair in self._pairs)}
        self._waiting.extend(group for group in wanted if group is not first)
        if first is not None and (ids is None or first in wanted):
            self._waiting.appendleft(first)
        self._look()

    @Slot()
    def _look(self) -> None:
        until = perf_counter() + _TURN_S
        while self._waiting and self._session.is_open:
            self._look_at(self._waiting.popleft())
            if perf_counter() > until:
                break
        if self._waiting and self._session.is_open:
            self._turn.start(0)
        else:
            self._turn.stop()

    def _look_at(self, group: Group) -> None:
        asked, rest = group.ids[:_MOST_LOOKED_AT], group.ids[_MOST_LOOKED_AT:]
        there = (one.id for one in self._session.holdings(asked) if one.binned is None)
        group.here = (*(id_ for id_ in there if id_ is not None), *rest)
        if group.apart:
            group.is_settled = group.apart.issubset(self._kept)
        if group.relation is not None:
            group.are_versions = all(pair in self._pairs for pair in _pairs(group.here))
        self.tell(group)
        self.looked.emit(group)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        group = self.group_at(index.row()) if index.isValid() else None
        if group is None:
            return None
        if role == _DISPLAY:
            return one_line(group.title, _MOST_TITLE) or self.tr("(no title)")
        if role == GROUP_ROLE:
            return group
        if role == _TOOLTIP:
            return plain_tip("\n".join((group.title, *self.chips(group))))
        if role == _ACCESSIBLE:
            return ", ".join((one_line(group.title, _MOST_TITLE), *self.chips(group)))
        return None

    def chips(self, group: Group) -> tuple[str, ...]:
        """Return in words what is known of a group: what it is, how many, how sure, why."""
        relations = {
            Relation.SAME: self.tr("one work"),
            Relation.VERSIONS: self.tr("preprint and publication"),
            Relation.UNSURE: self.tr("perhaps one work"),
            None: self.tr("chosen by you"),
        }
        score = () if group.score is None else (decimal(group.score),)
        count = self.tr("%n paper(s)", "", len(group.here))
        return (relations[group.relation], *score, count, *map(core_text, group.reasons))


def _pairs(ids: Collection[EntryId]) -> Iterator[Pair]:
    return combinations(sorted(ids), 2)
