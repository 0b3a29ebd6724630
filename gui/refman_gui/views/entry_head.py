"""The head of the entry's pane: its key, type and state, its title, and why it waits."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from refman.duplicates import Relation
from refman.library import Known, Standing
from refman.model import EntryId, Holding, Proposal, Status
from refman.tidying import ChipKind, chips
from refman_gui.core_texts import core_text
from refman_gui.field_labels import type_label
from refman_gui.icons import STATUS_ICONS, icon, paint_icon
from refman_gui.item_models.entry_texts import one_line
from refman_gui.session import Session
from refman_gui.theme import colours
from refman_gui.views.entry_flow import FlowLayout
from refman_gui.views.entry_versions import EntryVersions

__all__ = ["ChipPage", "EntryHead"]

_MOST_TITLE, _MOST_KEY, _MOST_CHIP = 400, 80, 120
_TITLE_LINES = 3
_ICON = 15
_MOST_CHIPS, _MOST_TWINS = 8, 2
_ENTRY = "entry "


class ChipPage(NamedTuple):
    """Hold what a chip says, by which sign, and on which page, or in which entry, is more of it."""

    text: str
    icon: str
    page: str


_PAGES = {
    ChipKind.NO_MATCH: ("circle-help", "candidates"),
    ChipKind.NOT_ASKED: ("circle-help", "candidates"),
    ChipKind.SURE: ("circle-check", "candidates"),
    ChipKind.AMBIGUOUS: ("split", "candidates"),
    ChipKind.TO_CHOOSE: ("list-checks", "candidates"),
    ChipKind.PUBLISHED: ("refresh-cw", "candidates"),
    ChipKind.YEAR: ("triangle-alert", "candidates"),
    ChipKind.DEAD_LINK: ("link-2-off", "links"),
}


class EntryHead(QWidget):
    """Tell which entry it is, how far its review is, and what is to be looked at.

    Signals:
        page_wanted(str): a page shows more of a chip that was clicked.

    Attributes:
        versions: the other versions of its work.
    """

    page_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Holding | None = None
        self._told: list[ChipPage] = []
        self._others: list[ChipPage] = []
        self._drafts = 0
        self._states = {
            Status.NEEDS_REVIEW: self.tr("needs review"),
            Status.ACCEPTED: self.tr("accepted"),
            Status.REJECTED: self.tr("rejected"),
        }
        self.key = self._label(self.tr("Key"))
        self.key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        bold = self.key.font()
        bold.setBold(True)
        self.key.setFont(bold)
        self.type = self._label(self.tr("Type"))
        self.sign = QLabel(self)
        self.sign.setFixedSize(_ICON, _ICON)
        self.state = self._label(self.tr("State of the review"))
        self.title = self._label(self.tr("Title"))
        self.title.setWordWrap(True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.title.setMaximumHeight(self.title.fontMetrics().lineSpacing() * _TITLE_LINES)
        self.versions = EntryVersions(session, self)
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.key, 1)
        for widget in (self.type, self.sign, self.state):
            line.addWidget(widget)
        self._chip_row = QWidget(self)
        flow = FlowLayout(self._chip_row)
        self._chips = [self._chip() for _ in range(_MOST_CHIPS)]
        for chip in self._chips:
            flow.addWidget(chip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self.title)
        layout.addWidget(self._chip_row)
        layout.addWidget(self.versions)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAccessibleName(name)
        label.setMinimumWidth(20)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return label

    def _chip(self) -> QToolButton:
        chip = QToolButton(self._chip_row)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIconSize(QSize(_ICON - 1, _ICON - 1))
        chip.setAccessibleName(self.tr("Why it waits"))
        chip.clicked.connect(self._clicked)
        chip.hide()
        return chip

    def show_entry(
        self,
        holding: Holding,
        proposal: Proposal | None,
        standing: Standing | None,
        *,
        is_outdated: bool = False,
    ) -> None:
        """Show it as it is now.

        Args:
            holding: the entry.
            proposal: what a look-up found for it; None where it was not looked up.
            standing: of that.
            is_outdated: it was changed since it was exported last.
        """
        entry = holding.entry
        self.key.setText(_key(holding))
        self.type.setText(type_label(entry.type.value))
        self.type.setToolTip(entry.type.value)
        if self._shown is None or self._shown.id != holding.id:
            self._others = []
        self._shown = holding
        self._tell_state(holding)
        self.title.setText(one_line(entry.title or self.tr("(no title)"), _MOST_TITLE))
        told: list[ChipPage] = []
        if holding.binned is not None:
            since = f"{holding.binned.astimezone():%Y-%m-%d}"
            text = self.tr("in the bin since {date}").format(date=since)
            told.append(ChipPage(text, "trash-2", "fields"))
        is_chosen = standing is not None and standing.choice is not None
        told += [
            ChipPage(one_line(core_text(chip.text), _MOST_CHIP), *_PAGES[chip.kind])
            for chip in chips(holding, proposal, is_chosen=is_chosen)
        ]
        if is_outdated:
            text = self.tr("changed since it was exported")
            told.append(ChipPage(text, "file-output", "origin"))
        self._told = told
        self._show_chips()

    def tell_others(self, others: Sequence[Known]) -> None:
        """Tell of entries that are, or may be, the same work."""
        chips = [self._twin(known) for known in others[:_MOST_TWINS]]
        if chips != self._others:
            self._others = chips
            self._show_chips()

    def tell_drafts(self, count: int) -> None:
        """Tell how many values were typed and not applied."""
        if count != self._drafts:
            self._drafts = count
            self._show_chips()

    def _twin(self, known: Known) -> ChipPage:
        key, holding = _key(known.holding), known.holding
        texts = {
            Relation.SAME: self.tr("the same as {key}"),
            Relation.VERSIONS: self.tr("a version of {key}"),
        }
        text = texts.get(known.verdict.relation, self.tr("maybe the same as {key}"))
        return ChipPage(text.format(key=key), "layers", f"{_ENTRY}{holding.id}")

    def _tell_state(self, holding: Holding) -> None:
        status, is_binned = holding.entry.status, holding.binned is not None
        self.state.setText(self.tr("in the bin") if is_binned else self._states[status])
        self.sign.setPixmap(self._sign(status, is_binned=is_binned))

    def _show_chips(self) -> None:
        told = [*self._told, *self._others]
        if self._drafts:
            text = self.tr("%n value(s) not applied", "", self._drafts)
            told.insert(0, ChipPage(text, "pencil", "fields"))
        for at, chip in enumerate(self._chips):
            if at < len(told):
                chip.setText(told[at].text.replace("&", "&&"))
                chip.setIcon(icon(told[at].icon))
                chip.setAccessibleName(told[at].text)
                chip.setProperty("page", told[at].page)
            chip.setVisible(at < len(told))
        self._chip_row.setVisible(bool(told))
        self._chip_row.updateGeometry()

    def _sign(self, status: Status, *, is_binned: bool) -> QPixmap:
        shown = colours()
        colour = {
            Status.NEEDS_REVIEW: shown.warn,
            Status.ACCEPTED: shown.good,
            Status.REJECTED: shown.dim,
        }[status]
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(_ICON, _ICON) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(pixmap)
        name = "trash-2" if is_binned else STATUS_ICONS[status]
        paint_icon(painter, self.sign.rect().toRectF(), name, colour)
        painter.end()
        return pixmap

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._shown is not None:
            self._tell_state(self._shown)

    def _clicked(self) -> None:
        chip = self.sender()
        if not isinstance(chip, QToolButton):
            return
        page = str(chip.property("page"))
        if page.startswith(_ENTRY):
            self._session.selection.want_entry(EntryId(int(page.removeprefix(_ENTRY))))
        else:
            self.page_wanted.emit(page)


def _key(holding: Holding) -> str:
    return one_line(holding.entry.citekey or f"#{holding.id}", _MOST_KEY)
