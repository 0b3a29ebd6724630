"""The list of an import: what its text was cut into, and what becomes of each piece."""

from collections.abc import Callable, Sequence
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from refman.outcomes import Outcome
from refman.previewing import Preview, Segment, SegmentKind
from refman_gui.core_texts import core_text, figures
from refman_gui.field_labels import field_label
from refman_gui.item_models.entry_links import kind_label
from refman_gui.tasks.reading import Verdict

__all__ = ["LINKS_ROLE", "STATE_ROLE", "SegmentColumn", "SegmentsModel", "State", "state_of"]

STATE_ROLE = int(Qt.ItemDataRole.UserRole)
LINKS_ROLE = STATE_ROLE + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MOST_SIGNS = 300
_MOST_LINKS = 20

_Index = QModelIndex | QPersistentModelIndex


class SegmentColumn(IntEnum):
    """Name the columns."""

    NUMBER = 0
    STATE = 1
    TITLE = 2
    LINKS = 3
    CONFIDENCE = 4
    WHY = 5


class State(Enum):
    """Tell what becomes of a segment."""

    NEW = "new"
    MADE = "made"  # by a person
    UNSURE = "unsure"
    KNOWN = "known"
    DOUBTFUL = "doubtful"
    LEFT_OVER = "left over"
    FAULT = "fault"
    JUNK = "junk"


def state_of(segment: Segment, verdict: Verdict | None) -> State:
    """Return what becomes of a segment; of a paper by what the library has."""
    if segment.kind is SegmentKind.JUNK:
        return State.JUNK
    if not segment.is_paper:
        return State.FAULT if segment.is_fault else State.LEFT_OVER
    if verdict is not None and verdict.outcome is Outcome.KNOWN:
        return State.KNOWN
    if verdict is not None and verdict.outcome is Outcome.DOUBTFUL:
        return State.DOUBTFUL
    if segment.is_unsure:
        return State.UNSURE
    return State.NEW if segment.number is not None else State.MADE


_Judge = Callable[[Segment], Verdict | None]


class SegmentsModel(QAbstractTableModel):
    """Show the segments of a preview."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._segments: Sequence[Segment] = ()
        self._numbers: list[int | None] = []
        self._judge: _Judge = _unknown
        self._headers = {
            SegmentColumn.NUMBER: self.tr("No."),
            SegmentColumn.STATE: self.tr("State"),
            SegmentColumn.TITLE: self.tr("Title"),
            SegmentColumn.LINKS: self.tr("Links"),
            SegmentColumn.CONFIDENCE: self.tr("Sure"),
            SegmentColumn.WHY: self.tr("Why"),
        }
        self._states = {
            State.NEW: self.tr("a new paper"),
            State.MADE: self.tr("a paper, cut by you"),
            State.UNSURE: self.tr("a paper, but look at how it was cut"),
            State.KNOWN: self.tr("in the library already; P adds it all the same"),
            State.DOUBTFUL: self.tr("perhaps in the library already; P adds it all the same"),
            State.LEFT_OVER: self.tr("left over: no paper"),
            State.FAULT: self.tr("left over: a reference with a fault"),
            State.JUNK: self.tr("taken out by you"),
        }
        self._twice = {
            State.KNOWN: self.tr("read twice; P adds it all the same"),
            State.DOUBTFUL: self.tr("perhaps read twice; P adds it all the same"),
        }

    def show(self, preview: Preview | None, judge: _Judge, *, is_other: bool = False) -> None:
        """Show a preview; only the rows that differ from those before are made anew.

        Args:
            preview: None shows nothing.
            judge: tells what the library has of a paper, where that is known.
            is_other: it is of another input.
        """
        old, new = self._segments, preview.segments if preview is not None else ()
        self._judge = judge
        if is_other:
            self.beginResetModel()
            self._take(preview)
            self.endResetModel()
            return
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        gone, came = len(old) - head - tail, len(new) - head - tail
        kept, numbers = head + min(gone, came), self._numbers
        # First as many rows as there will be, then what has changed in them.
        if gone > came:
            self.beginRemoveRows(QModelIndex(), kept, head + gone - 1)
            self._segments = (*old[:kept], *old[head + gone :])
            self._numbers = [*numbers[:kept], *numbers[head + gone :]]
            self.endRemoveRows()
        elif came > gone:
            self.beginInsertRows(QModelIndex(), kept, head + came - 1)
            self._segments = (*old[:kept], *new[kept : head + came], *old[kept:])
            self._numbers = [*numbers[:kept], *[None] * (came - gone), *numbers[kept:]]
            self.endInsertRows()
        self._take(preview)
        self.tell_changed()

    def tell_changed(self) -> None:
        """Show what is now known of the rows."""
        if self._segments:
            last = self.index(len(self._segments) - 1, len(SegmentColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def number_at(self, place: int) -> int | None:
        """Return which paper stands in a row, counted from 1; None for what is none."""
        return self._numbers[place]

    def state_at(self, place: int) -> State:
        """Return what becomes of a row's segment."""
        segment = self._segments[place]
        return state_of(segment, self._judge(segment))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._segments)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(SegmentColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY and section == SegmentColumn.STATE:
            return ""  # it is not wider than its signs
        if role in (_DISPLAY, _TOOLTIP, _ACCESSIBLE):
            return self._headers[SegmentColumn(section)]
        return None

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not index.isValid() or index.row() >= len(self._segments):
            return None
        segment, column = self._segments[index.row()], index.column()
        if role == _DISPLAY:
            return self._text(index.row(), segment, column)
        if role == STATE_ROLE:
            return self.state_at(index.row()) if column == SegmentColumn.STATE else None
        if role == LINKS_ROLE:
            return _kinds(segment) if column == SegmentColumn.LINKS else None
        if role in (_TOOLTIP, _ACCESSIBLE):
            return self._told(index.row(), segment, column)
        if role == _ALIGNMENT and column in (SegmentColumn.NUMBER, SegmentColumn.CONFIDENCE):
            return _RIGHT
        return None

    def _take(self, preview: Preview | None) -> None:
        self._preview = preview
        self._segments = preview.segments if preview is not None else ()
        self._numbers, count = [], 0
        for segment in self._segments:
            count += segment.is_paper
            self._numbers.append(count if segment.is_paper else None)

    def _text(self, row: int, segment: Segment, column: int) -> str:
        if column == SegmentColumn.NUMBER:
            number = self._numbers[row]
            return figures(number) if number is not None else ""
        if column == SegmentColumn.TITLE:
            return self._title(segment)
        if column == SegmentColumn.CONFIDENCE and segment.is_paper and segment.draft is not None:
            return f"{segment.draft.confidence:.0%}"
        return self._why(segment) if column == SegmentColumn.WHY else ""

    def _title(self, segment: Segment) -> str:
        draft = segment.draft
        if draft is not None and draft.title:
            return _line(draft.title)
        assert self._preview is not None
        start = segment.span.start
        return _line(self._preview.text[start : min(segment.span.end, start + 2 * _MOST_SIGNS)])

    def _why(self, segment: Segment) -> str:
        if not segment.is_paper or segment.draft is None:
            return _line(core_text(segment.why))
        said = [_line(core_text(reason)) for reason in segment.draft.reasons]
        verdict = self._judge(segment)
        if verdict is not None and verdict.outcome is not Outcome.NEW:
            where = self.tr("{why} as {key}") if verdict.key else "{why}"
            said.insert(0, where.format(why=core_text(verdict.why), key=_line(verdict.key)))
            if verdict.filled:
                lacks = ", ".join(map(field_label, verdict.filled))
                said.insert(1, self.tr("which lacks: {fields}").format(fields=lacks))
        elif segment.is_wanted:
            said.insert(0, self.tr("added all the same"))
        return "; ".join(said)

    def _told(self, row: int, segment: Segment, column: int) -> str | None:
        """Return what a screen reader says, and a tip that Qt takes for plain text."""
        if column == SegmentColumn.STATE:
            verdict, state = self._judge(segment), self.state_at(row)
            is_twice = verdict is not None and verdict.is_twice
            return (self._twice if is_twice else self._states).get(state, self._states[state])
        if column == SegmentColumn.LINKS and segment.draft is not None:
            links = segment.draft.links[:_MOST_LINKS]
            return (
                "\n".join(f"{kind_label(link.kind)}: {_line(link.url)}" for link in links) or None
            )
        return self._text(row, segment, column).replace("<", "‹") or None


def _unknown(_: Segment) -> None:
    return None


def _common(old: Sequence[Segment], new: Sequence[Segment]) -> int:
    """Return how many segments are the very same at the beginning of both."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one is not other:
            break
        count += 1
    return count


def _kinds(segment: Segment) -> tuple[object, ...]:
    links = segment.draft.links if segment.draft is not None and segment.is_paper else ()
    return tuple(link.kind for link in links[:_MOST_LINKS])


def _line(text: str) -> str:
    return " ".join(text[: 2 * _MOST_SIGNS].split())[:_MOST_SIGNS]
