"""PDFs dropped on a paper belong to it from then on; all else is for the import."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTableView

from refman.editing import Assignment, How, attachments_of, edited, field_named
from refman.library import Library
from refman.model import ChangeSet
from refman_gui.item_models.results import ROW_ROLE
from refman_gui.rows import Row
from refman_gui.session import Session

__all__ = ["DroppedFiles"]

_MOST = 20


class DroppedFiles(QObject):
    """Attach PDFs to the paper that they are dropped on; a filter on the table's viewport."""

    def __init__(self, session: Session, table: QTableView) -> None:
        super().__init__(table)
        self._session, self._table = session, table

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is for a paper; what is left goes on to the window."""
        if not isinstance(event, QDragMoveEvent | QDropEvent):
            return False
        row = self._row_at(event.position().toPoint())
        pdfs = _pdfs(event.mimeData())
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return False
        if row is None or not pdfs:
            event.ignore()
            return event.type() is not QEvent.Type.Drop
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._attach(row, pdfs)
        return True

    def _row_at(self, position: QPoint) -> Row | None:
        row = self._table.indexAt(position).data(ROW_ROLE)
        return row if isinstance(row, Row) else None

    def _attach(self, row: Row, pdfs: list[Path]) -> None:
        files = attachments_of(pdfs, self._session.path.parent)
        wanted = [Assignment(field_named("attachments"), How.ADD, files)]

        def make(library: Library) -> ChangeSet:
            return edited(library, library.holdings([row.id]), wanted, now=datetime.now(UTC))

        self._session.edit_with(make)


def _pdfs(data: QMimeData) -> list[Path]:
    """Return the files that are dropped, where all of them are PDFs."""
    urls = data.urls() if data.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls[:_MOST] if url.isLocalFile()]
    if len(paths) != len(urls[:_MOST]) or not all(path.suffix.lower() == ".pdf" for path in paths):
        return []
    return paths
