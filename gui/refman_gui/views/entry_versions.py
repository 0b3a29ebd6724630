"""The other versions of an entry's work in the head of its pane: gone to, and taken back."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from refman.model import EntryId
from refman.tidying import Version, VersionKind, no_version, versions_of
from refman_gui.field_labels import type_label
from refman_gui.icons import icon
from refman_gui.item_models.entry_texts import one_line, plain_tip
from refman_gui.session import Session

__all__ = ["EntryVersions"]

_MOST, _MOST_KEY, _MOST_TEXT = 5, 80, 300
_ICON = 14
_AROUND = 14


class EntryVersions(QWidget):
    """Show the other versions of an entry's work, a row each; hidden where there are none.

    Attributes:
        rows: those that were needed so far; what is not needed now is hidden.
        more: how many versions are not shown.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: list[VersionRow] = []
        self.more = QLabel(self)
        self.more.setTextFormat(Qt.TextFormat.PlainText)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.more)
        self.hide()

    def show_entry(self, id_: EntryId) -> None:
        """Show those of an entry.

        Raises:
            RefmanError: the library cannot be read.
        """
        reader = self._session.reader
        found = versions_of(reader, id_) if reader is not None else []
        for _ in found[len(self.rows) : _MOST]:
            self.rows.append(self._row())
        for place, row in enumerate(self.rows):
            if place < len(found):
                row.show_version(found[place])
            row.setVisible(place < len(found))
        left = len(found) - _MOST
        self.more.setText(self.tr("%n more version(s)", "", max(left, 0)))
        self.more.setVisible(left > 0)
        self.setVisible(bool(found))

    def _row(self) -> "VersionRow":
        row = VersionRow(self)
        row.wanted.connect(self._session.selection.want_entry)
        row.parted.connect(self._part)
        self._layout.insertWidget(len(self.rows), row)
        return row

    @Slot(object)
    def _part(self, id_: EntryId) -> None:
        self._session.edit_with(lambda library: no_version(library, id_))


class VersionRow(QWidget):
    """Show a version: what it is, its key, type, year and venue.

    Signals:
        wanted(EntryId): it is to be looked at.
        parted(EntryId): it is a version no longer.

    Attributes:
        button: goes to it.
        part_button: takes it back.
    """

    wanted = Signal(object)
    parted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._id: EntryId | None = None
        self._text = ""
        self.button = QToolButton(self)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setIcon(icon("layers"))
        self.part_button = QToolButton(self)
        self.part_button.setIcon(icon("x"))
        self.part_button.setAutoRaise(True)
        for button in (self.button, self.part_button):
            button.setIconSize(QSize(_ICON, _ICON))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.button, 1)
        layout.addWidget(self.part_button)
        self.button.clicked.connect(self._go)
        self.part_button.clicked.connect(self._part)

    def show_version(self, version: Version) -> None:
        """Show another one."""
        kinds = {
            VersionKind.PREPRINT: self.tr("its preprint: {key} ({about})"),
            VersionKind.PUBLICATION: self.tr("its publication: {key} ({about})"),
            VersionKind.VERSION: self.tr("another version: {key} ({about})"),
        }
        entry, self._id = version.holding.entry, version.holding.id
        key = one_line(entry.citekey or f"#{self._id}", _MOST_KEY)
        year = str(entry.issued.year) if entry.issued is not None else ""
        about = ", ".join(filter(None, (type_label(entry.type.value), year, entry.container_title)))
        self._text = one_line(kinds[version.kind].format(key=key, about=about), _MOST_TEXT)
        self.button.setAccessibleName(self._text)
        self.button.setToolTip(plain_tip("\n".join(filter(None, (self._text, entry.title)))))
        part = self.tr("{key} is no version of this paper").format(key=key)
        self.part_button.setAccessibleName(part)
        self.part_button.setToolTip(plain_tip(part))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the room that there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.part_button.sizeHint().width() - _ICON - _AROUND
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.button.setText(text.replace("&", "&&"))

    @Slot()
    def _go(self) -> None:
        self.wanted.emit(self._id)

    @Slot()
    def _part(self) -> None:
        self.parted.emit(self._id)
