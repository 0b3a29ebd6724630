"""Where the entry comes from: whose word each value is, and the listing that it stands in."""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from refman.errors import RefmanError
from refman.exporting.given import told_target
from refman.library import KeptListing
from refman.model import Holding, ListingId
from refman.moments import shown_moment
from refman.tidying import owner_urls
from refman_gui.core_texts import figures
from refman_gui.icons import icon
from refman_gui.item_models.entry_sources import SourceColumn, SourcesModel
from refman_gui.item_models.entry_texts import one_line, units, visible
from refman_gui.session import Session
from refman_gui.theme import colours
from refman_gui.views.entry_page import EntryPage, Told

__all__ = ["OriginPage"]

_AROUND = 8_000
_MOST_SPAN = 20_000
_MOST_NAME = 200
_MOST_TARGET = 200
_WIDTHS = {SourceColumn.FIELD: 92, SourceColumn.SCORE: 60, SourceColumn.WHEN: 84,
           SourceColumn.PLACE: 76}  # fmt: skip


class OriginPage(EntryPage):
    """Show provenance by field, and the entry's place in the text that it was read from.

    Attributes:
        table: a row a field.
        text: the listing around the entry, once it was asked for.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._holding: Holding | None = None
        self._listing: KeptListing | None = None
        self.model = SourcesModel(self)
        self.table = self._make_table()
        self.text = self._make_text()
        self.told = Told(self)
        self.button = QPushButton(icon("file-text"), self.tr("Show in the &listing"), self)
        self.button.clicked.connect(self._show_listing)
        self.setFocusProxy(self.table)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(self.text)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        for widget in (self.told, split, self.button):
            layout.addWidget(widget)
        layout.setStretch(1, 1)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("sources")
        table.setAccessibleName(self.tr("Where each value comes from"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(SourceColumn.SOURCE, QHeaderView.ResizeMode.Stretch)
        table.activated.connect(self._activated)
        return table

    def _make_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("The listing that the paper was read from"))
        text.hide()
        return text

    def show_entry(self, holding: Holding | None) -> None:
        """Show where it comes from."""
        is_other = self._holding is None or holding is None or self._holding.id != holding.id
        self._holding = holding
        self.model.show(holding, self._urls(holding))
        self.button.setEnabled(holding is not None and holding.listing is not None)
        if is_other:
            shown = self.text.isVisibleTo(self)
            self.text.clear()
            self.text.hide()
            self._tell()
            if shown and self.button.isEnabled():
                self._show_listing()
        elif not self.text.isVisibleTo(self):
            self._tell()

    def _urls(self, holding: Holding | None) -> dict[str, str]:
        """Return where the records can be looked at that its values are from."""
        if holding is None or holding.id is None or self._session.reader is None:
            return {}
        try:
            proposal = self._session.reader.proposal(holding.id)
        except RefmanError as error:
            self._session.failed.emit(str(error))
            return {}
        return owner_urls(holding.entry, proposal) if proposal is not None else {}

    def _tell(self) -> None:
        holding = self._holding
        if holding is None:
            self.told.tell("")
            return
        lines = [self.tr("Added {date}").format(date=shown_moment(holding.added))]
        if holding.changed is not None:
            lines.append(self.tr("changed {date}").format(date=shown_moment(holding.changed)))
        if exported := self._exported(holding):
            lines.append(exported)
        if holding.listing is None:
            lines.append(self.tr("not read from a listing"))
        if not holding.entry.provenance:
            lines.append(self.tr("nothing is known of whose word its values are"))
        self.told.tell("; ".join(lines))

    def _exported(self, holding: Holding) -> str:
        """Return where and when it was last exported, and whether it was changed since."""
        reader, id_ = self._session.reader, holding.id
        if reader is None or id_ is None:
            return ""
        try:
            export = reader.exported([id_]).get(id_)
            is_changed = bool(reader.changed_since_export([id_]))
        except RefmanError as error:
            self._session.failed.emit(str(error))
            return ""
        if export is None:
            return ""
        text = (
            self.tr("exported {date} to {target}, and changed since")
            if is_changed
            else self.tr("exported {date} to {target}")
        )
        target = one_line(told_target(export.target), _MOST_TARGET)
        return text.format(date=shown_moment(export.at), target=target)

    @Slot()
    def _show_listing(self) -> None:
        holding = self._holding
        if holding is not None and holding.span is not None:
            self._mark(holding.span.start, holding.span.end)
        else:
            self._mark(0, 0)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        span = self.model.span_at(index.row())
        if span is not None:
            self._mark(*span)

    def _mark(self, start: int, end: int) -> None:
        """Show the listing around a stretch, and mark that."""
        listing = self._kept(self._holding.listing if self._holding is not None else None)
        if listing is None or listing.text is None:
            self.told.tell(self.tr("The listing's text is not kept in the library."))
            return
        text = listing.text
        start = max(0, min(start, len(text)))
        end = max(start, min(end, len(text), start + _MOST_SPAN))
        first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
        name = one_line(listing.name, _MOST_NAME)
        line = text.count("\n", 0, start) + 1
        self.told.tell(
            self.tr("{name} ({kind}), line {line}, read {date}").format(
                name=name, kind=listing.kind, line=figures(line), date=shown_moment(listing.read_at)
            )
        )
        # A lone carriage return would be a block's end for Qt, as a line feed is.
        shown = visible(text[first:last].replace("\r", " "))
        self.text.setPlainText(shown)
        self.text.show()
        self._paint(units(shown[: start - first]), units(shown[: end - first]))

    def _paint(self, start: int, end: int) -> None:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        marked = QTextEdit.ExtraSelection()
        format_ = QTextCharFormat()
        format_.setBackground(QColor(colours().title))
        marked.format, marked.cursor = format_, cursor
        self.text.setExtraSelections([marked])
        at = QTextCursor(self.text.document())
        at.setPosition(start)
        self.text.setTextCursor(at)
        self.text.centerCursor()

    def _kept(self, id_: ListingId | None) -> KeptListing | None:
        """Return a listing; the one that was asked for last is remembered."""
        if id_ is None or self._session.reader is None:
            return None
        if self._listing is None or self._listing.id != id_:
            try:
                self._listing = self._session.reader.listing(id_)
            except RefmanError as error:
                self._session.failed.emit(str(error))
                return None
        return self._listing
