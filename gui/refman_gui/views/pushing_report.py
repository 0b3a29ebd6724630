"""What a push did: paper by paper, to be copied, kept, and tried again where it failed."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from refman.pushing import Done, Report
from refman_gui.core_texts import core_text
from refman_gui.icons import icon
from refman_gui.item_models.pushing import Fate, fate_of, name_of_target, why_of
from refman_gui.views.entry_opening import folder_to_open, open_outside
from refman_gui.views.plain import plain_label
from refman_gui.views.pushing_papers import PapersPane

__all__ = ["ReportPane"]

_FATES = (Fate.ADDED, Fate.UPDATED, Fate.SKIPPED, Fate.FAILED)


class ReportPane(QWidget):
    """Show the report of a push.

    Signals:
        again_wanted(): what failed, or was not tried, is to be sent again.
    """

    again_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self.head = plain_label(self)
        font = self.head.font()
        font.setBold(True)
        self.head.setFont(font)
        self.papers = PapersPane(self.tr("What was sent"), _FATES, self)
        self.saved = plain_label(self)
        self.again_button = self._button(
            "refresh-cw", self.tr("T&ry the failed ones again"), self.again_wanted.emit
        )
        self.copy_button = self._button("copy", self.tr("Cop&y the report"), self._copy)
        self.folder_button = self._button("folder-open", self.tr("&Open folder"), self._open)
        self._lay_out()

    def _button(self, name: str, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(name), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.again_button)
        row.addWidget(self.copy_button)
        row.addWidget(self.saved, 1)
        row.addWidget(self.folder_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.head)
        layout.addWidget(self.papers, 1)
        layout.addLayout(row)

    def show_report(self, report: Report, done: Sequence[Done], *, has_rest: bool) -> str:
        """Show a report; return in a line what it says.

        Args:
            report: what is to be known of the whole.
            done: what became of the papers.
            has_rest: some of them are still to be sent.
        """
        self._report = report
        self.again_button.setVisible(has_rest)
        self.papers.show_papers(sorted(done, key=lambda one: fate_of(one) is not Fate.FAILED))
        counts = (
            self.papers.counted(fate, count)
            for fate in _FATES
            if (count := self.papers.count(fate))
        )
        said = self.tr("{target}, {label}: {counts}").format(
            target=name_of_target(report.target),
            label=core_text(report.label),
            counts=", ".join(counts) or self.tr("nothing was sent"),
        )
        lines = [said]
        if report.stopped:
            ended = self.tr("It ended early: {why}. The others were not tried.")
            lines.append(ended.format(why=core_text(report.stopped).rstrip(".")))
        self.head.setText("\n".join(lines))
        self.again_button.setText(
            self.tr("T&ry the failed ones again")
            if report.stopped is None
            else self.tr("Send the &rest")
        )
        name = Path(report.saved).name if report.saved else ""
        self.saved.setText(self.tr("Kept as {name}").format(name=name) if name else "")
        self.folder_button.setVisible(bool(name))
        return "; ".join(lines)

    def text(self) -> str:
        """Return the report as text, a paper a line, its parts parted by tabs."""
        rows = (
            (
                self.papers.model.name_of(fate_of(one)),
                one.citekey,
                one.title,
                one.key or "",
                why_of(one),
            )
            for one in self.papers.model.all
        )
        lines = ("\t".join(" ".join(part.split()) for part in row) for row in rows)
        return "\n".join([self.head.text(), "", *lines]) + "\n"

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    @Slot()
    def _open(self) -> None:
        assert self._report is not None
        assert self._report.saved is not None  # the button is hidden where it is not
        url = folder_to_open(Path(self._report.saved).parent)
        if url is None or not open_outside(url):
            self.saved.setText(
                self.tr("No program opens it: {path}").format(path=self._report.saved)
            )
