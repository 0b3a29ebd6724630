"""The records that the entry may be, weighed."""

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from refman.model import Decision, Entry, Match, Name, Proposal, Reason
from refman.normalise import format_name
from refman.tidying import record_name
from refman_gui.core_texts import core_text, decimal
from refman_gui.field_labels import source_label
from refman_gui.item_models.entry_texts import one_line, plain_tip

__all__ = ["CANDIDATE_ROLE", "CandidateRow", "CandidatesModel"]

CANDIDATE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole CandidateRow, for who paints it."""

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)

_MOST_SIGNS = 300
_MOST_REASONS = 6
_MOST_NAMES = 3


class CandidateRow(NamedTuple):
    """Hold what is shown of a record.

    Attributes:
        place: among those found, from 0.
        name: what it is called, with its source.
        score: 0 to 1, in two figures.
        margin: how far that lies above the next one, or below the first.
        why: title 0.98, abstract 0.91, …
        about: its title, authors and year.
        decision: what became of it by itself.
        reasons: all, with words, a line each.
    """

    place: int
    name: str
    score: str
    margin: str
    why: str
    about: str
    decision: Decision
    reasons: str


class CandidatesModel(QAbstractListModel):
    """Show the records of a proposal, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[CandidateRow] = []

    def show(self, proposal: Proposal | None) -> None:
        """Show what was found."""
        rows = _rows(proposal) if proposal is not None else []
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == CANDIDATE_ROLE:
            return row
        if role == _DISPLAY:
            return f"{row.place + 1}  {row.name}  {row.score}"
        if role == _TOOLTIP:
            return plain_tip(f"{row.about}\n{row.reasons}", 1_500)
        if role == _ACCESSIBLE:
            return f"{row.place + 1}: {row.name}, {row.score}, {row.about}, {row.why}"
        return None


def _rows(proposal: Proposal) -> list[CandidateRow]:
    best = proposal.matches[0].score if proposal.matches else 0.0
    rows: list[CandidateRow] = []
    for place, match in enumerate(proposal.matches):
        margin = proposal.margin if place == 0 else match.score - best
        rows.append(_row(place, match, margin))
    return rows


def _row(place: int, match: Match, margin: float) -> CandidateRow:
    found = match.candidate
    reasons = [
        f"{core_text(reason.field)} {decimal(reason.value)}"
        for reason in match.reasons[:_MOST_REASONS]
    ]
    told = [core_text(match.why), *map(_told, match.reasons)]
    return CandidateRow(
        place=place,
        name=one_line(
            f"{source_label(found.source)}: {core_text(record_name(found))}", _MOST_SIGNS
        ),
        score=decimal(match.score),
        margin=f"{margin:+.2f}",
        why=one_line(", ".join(reasons), _MOST_SIGNS),
        about=one_line(_about(found.entry), _MOST_SIGNS),
        decision=match.decision,
        reasons="\n".join(one_line(line, _MOST_SIGNS) for line in told if line),
    )


def _told(reason: Reason) -> str:
    return f"{core_text(reason.field)} {reason.value:+.2f}: {core_text(reason.why)}"


def _about(entry: Entry) -> str:
    names = _people(entry.author)
    year = str(entry.issued.year) if entry.issued else ""
    where = entry.container_title or ""
    return " · ".join(filter(None, (entry.title, names, year, where)))


def _people(names: tuple[Name, ...]) -> str:
    shown = [name.family or format_name(name) for name in names[:_MOST_NAMES]]
    more = len(names) - len(shown)
    return ", ".join([*shown, *([f"+{more}"] if more else [])])
