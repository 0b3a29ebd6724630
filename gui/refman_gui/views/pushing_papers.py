"""Papers of a push: counted and narrowed by what becomes of them, and one looked at closely."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from refman.pushing import Done, Row
from refman_gui.core_texts import core_text
from refman_gui.delegates.pushing import FATE_ICONS, FateDelegate
from refman_gui.field_labels import zotero_label
from refman_gui.icons import icon
from refman_gui.item_models.entry_texts import capped, one_line
from refman_gui.item_models.pushing import Fate, PushColumn, PushModel, fate_of, why_of

__all__ = ["PapersPane"]

_WIDTHS = {PushColumn.ITEM: 120, PushColumn.WHY: 300}
_TABLE, _DETAILS = 300, 110
_SIGN = 44
_MOST_DETAILS, _MOST_TITLE = 20_000, 1_000


class PapersPane(QWidget):
    """Show papers of a push.

    Signals:
        paper_wanted(EntryId): this paper is to be looked at.
    """

    paper_wanted = Signal(object)

    def __init__(self, name: str, fates: Sequence[Fate], parent: QWidget) -> None:
        """Make it.

        Args:
            name: of the table, for who cannot see it.
            fates: that there may be.
            parent: what it stands in.
        """
        super().__init__(parent)
        self.model = PushModel(self)
        self.toggles: dict[Fate, QCheckBox] = {}
        for fate in fates:
            self.toggles[fate] = self._make_toggle(fate)
        self.table = self._make_table(name, fates)
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("The paper that is chosen"))
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.table.activated.connect(self._go)
        self._count()

    def _make_toggle(self, fate: Fate) -> QCheckBox:
        toggle = QCheckBox(self)
        toggle.setIcon(icon(FATE_ICONS[fate]))
        toggle.setChecked(True)
        toggle.setToolTip(self.tr("Show these, or hide them"))
        toggle.toggled.connect(self._narrow)
        return toggle

    def _make_table(self, name: str, fates: Sequence[Fate]) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(name)
        table.setItemDelegateForColumn(PushColumn.FATE, FateDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        rows, header = table.verticalHeader(), table.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names = (table.fontMetrics().horizontalAdvance(self.model.name_of(fate)) for fate in fates)
        table.setColumnWidth(PushColumn.FATE, max(names) + _SIGN)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(PushColumn.PAPER, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(18)
        for toggle in self.toggles.values():
            top.addWidget(toggle)
        top.addStretch(1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.details)
        split.setStretchFactor(0, 1)
        split.setSizes([_TABLE, _DETAILS])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(split, 1)

    def show_papers(self, papers: Sequence[Row | Done]) -> None:
        """Show papers in the place of those before."""
        self.model.clear()
        self.table.setColumnHidden(PushColumn.ITEM, True)
        self.extend(papers)

    def extend(self, papers: Sequence[Row | Done]) -> None:
        """Show more papers."""
        self.model.extend(papers)
        if any(one.key for one in papers):
            self.table.setColumnHidden(PushColumn.ITEM, False)
        self._count()
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._tell()

    def count(self, *fates: Fate) -> int:
        """Return how many papers some fates have."""
        return sum(self.model.counts[fate] for fate in fates)

    def _count(self) -> None:
        for fate, toggle in self.toggles.items():
            count = self.model.counts[fate]
            toggle.setText(self.counted(fate, count))
            toggle.setAccessibleName(toggle.text())
            toggle.setEnabled(count > 0)

    def counted(self, fate: Fate, count: int) -> str:
        """Return in words how many papers have a fate."""
        match fate:
            case Fate.NEW:
                return self.tr("%n new", "", count)
            case Fate.UPDATE:
                return self.tr("%n update(s)", "", count)
            case Fate.SKIP | Fate.SKIPPED:
                return self.tr("%n skipped", "", count)
            case Fate.ADDED:
                return self.tr("%n added", "", count)
            case Fate.UPDATED:
                return self.tr("%n updated", "", count)
            case Fate.FAILED:
                return self.tr("%n failed", "", count)

    @Slot()
    def _narrow(self) -> None:
        hidden = [fate for fate, toggle in self.toggles.items() if not toggle.isChecked()]
        self.model.hide(hidden)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._tell()

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        one = self.model.at(index.row())
        if one is not None:
            self.paper_wanted.emit(one.id)

    @Slot()
    def _tell(self) -> None:
        one = self.model.at(self.table.currentIndex().row())
        text = "\n".join(self._lines(one)) if one is not None else ""
        self.details.setPlainText(capped(text, _MOST_DETAILS))

    def _lines(self, one: Row | Done) -> list[str]:
        """Return what is to be known of a paper, a line each."""
        name = self.model.name_of(fate_of(one))
        key = self.tr("item {key}").format(key=one.key) if one.key else ""
        title = one_line(one.title, _MOST_TITLE)
        lines = [
            f"{title} ({one.citekey})" if title and one.citekey else title or one.citekey,
            "; ".join(filter(None, (name, why_of(one), key))),
        ]
        if isinstance(one, Row):
            lines += [
                f"~ {zotero_label(each.field)}: {each.before or '∅'} → {each.after or '∅'}"
                for each in one.changes
            ]
            lines += [f"+ {core_text(gain)}" for gain in one.gains]
            lines += [self._kept(kept) for kept in one.kept]
            lines += [f"! {core_text(left)}" for left in one.left]
        elif one.may_pass:
            lines.append(self.tr("The same may work later: try it again."))
        return lines

    def _kept(self, kept: str) -> str:
        """Return what is said of a field of Zotero, with the field's name for people."""
        name, colon, why = kept.partition(": ")
        if colon and name.isidentifier():
            kept = f"{zotero_label(name)}: {why}"
        return self.tr("= {what}; it stays as it is there").format(what=core_text(kept))
