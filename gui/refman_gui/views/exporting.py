"""The export: which papers, in which format, what the file will not hold, how it begins."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFontDatabase, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from refman.exporting import Form, Kept, keep
from refman.formats.format import Profile
from refman_gui.core_texts import core_text, figures
from refman_gui.jobs import Job
from refman_gui.session import Session
from refman_gui.tasks.exporting import EXPORTING, Request, Result
from refman_gui.views.exporting_kept import KeptFiles
from refman_gui.views.exporting_names import (
    FORMATS,
    FormatRow,
    file_for,
    fits,
    format_told,
    renamed,
)
from refman_gui.views.losses import LossesLabel
from refman_gui.views.plain import plain_label
from refman_gui.views.wanted_box import WantedBox

__all__ = ["ExportView"]

_REST_MS = 250

_WIDTH_OF_PATH = 400
"""A form gives what wraps the height that it needs where it is as narrow as it may be."""

_TEX = ("bibtex", "biblatex")


class ExportView(QDialog):
    """Write papers to a file, and keep files up to date."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._is_written = False
        self.setWindowTitle(self.tr("Export"))
        self.which = WantedBox(session, self)
        self.format = QComboBox(self)
        self.format.setAccessibleName(self.tr("Format"))
        for row in FORMATS:
            self.format.addItem(row.label, row.name)
        self.profile = QComboBox(self)
        self.profile.setAccessibleName(self.tr("For which program"))
        self.links = QCheckBox(self.tr("Links in the &file field too"), self)
        self.path = QLineEdit(self)
        self.path.setAccessibleName(self.tr("File"))
        self.where = plain_label(self)
        self.where.setMinimumWidth(_WIDTH_OF_PATH)
        self.browse = QPushButton(self.tr("&Browse…"), self)
        self.replaces = QCheckBox(
            self.tr("&Replace the file that is there (a backup is kept)"), self
        )
        self.keeps = QCheckBox(self.tr("&Keep this file up to date"), self)
        self.losses = LossesLabel(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("How the file begins"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.note = plain_label(self)
        self.files = KeptFiles(session, self)
        buttons = QDialogButtonBox(self)
        self.button = buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close).clicked.connect(self.close)
        self._lay_out(buttons)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._preview)
        self.button.clicked.connect(self._export)
        self.browse.clicked.connect(self._browse)
        self.which.currentIndexChanged.connect(self._asked)
        self.format.currentIndexChanged.connect(self._format_chosen)
        self.profile.currentIndexChanged.connect(self._asked)
        self.links.toggled.connect(self._asked)
        self.path.textChanged.connect(self._path_changed)
        self._format_chosen()
        self.resize(680, 620)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Papers"), self.which)
        form.addRow(self.tr("F&ormat"), self.format)
        form.addRow(self.tr("F&or"), self.profile)
        form.addRow("", self.links)
        line = QHBoxLayout()
        line.addWidget(self.path)
        line.addWidget(self.browse)
        label = QLabel(self.tr("F&ile"), self)
        label.setBuddy(self.path)
        form.addRow(label, line)
        form.addRow("", self.where)
        form.addRow("", self.replaces)
        form.addRow("", self.keeps)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(form)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.losses)
        layout.addWidget(self.files)
        layout.addWidget(self.note)
        layout.addWidget(buttons)

    # What can be done here, named in the table of actions.

    def export(self) -> None:
        """Ask how, and write."""
        self.keeps.setChecked(False)
        self.open()

    def keep(self) -> None:
        """Ask for a file, and keep it up to date."""
        self.keeps.setChecked(True)
        self.open()

    def leave(self) -> None:
        """Ask no more: the window closes."""
        self._later.stop()
        self.files.leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what is chosen and shown now."""
        self.which.offer()
        self.note.clear()
        self.path.setFocus()
        self._asked()
        super().showEvent(event)

    def _row(self) -> FormatRow:
        return FORMATS[self.format.currentIndex()]

    def _form(self) -> Form:
        return Form(
            format=self.format.currentData(),
            profile=self.profile.currentData(),
            zotero_links=self.links.isChecked() and self.format.currentData() in _TEX,
        )

    @Slot()
    def _format_chosen(self) -> None:
        row = self._row()
        name = self.path.text().strip()
        if (new := renamed(name, row)) != name:  # before anything looks at what the name tells
            self.path.setText(new)
        titles = {
            Profile.LATEX: self.tr("LaTeX"),
            Profile.ZOTERO: self.tr("Zotero"),
            Profile.PANDOC: self.tr("Pandoc"),
        }
        self.profile.clear()
        for profile in row.profiles:
            self.profile.addItem(titles[profile], profile)
        self.profile.setEnabled(bool(row.profiles))
        self.links.setEnabled(row.name in _TEX)
        self._asked()

    @Slot()
    def _path_changed(self) -> None:
        """Show which file will be written; its name may tell another format than is chosen."""
        name = self.path.text().strip()
        told = format_told(name)
        if told is not None and not fits(name, self._row()):
            self.format.setCurrentIndex(FORMATS.index(told))
        file = file_for(name, self._row())
        said = ""
        if file is not None:
            said = self.tr("{format}, to be written to {path}").format(
                format=self._row().label, path=file
            )
        elif name:
            said = self.tr("This name stands for no file here; write the whole path.")
        self.where.setText(said)
        self.path.setAccessibleDescription(said)
        try:
            is_there = file is not None and file.exists()
        except (OSError, ValueError):
            is_there = False
        self.replaces.setEnabled(is_there)
        self.button.setEnabled(file is not None)
        self.note.clear()

    @Slot()
    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(self._row().suffixes[0])
        dialog.fileSelected.connect(self.path.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _asked(self) -> None:
        self._is_written = False
        self._path_changed()
        if self.isVisible() or self.which.count():
            self._later.start(_REST_MS)

    @Slot()
    def _preview(self) -> None:
        """Show how the file will begin, and what it will not hold."""
        if self._job is not None:
            self._job.cancel()
        request = Request(
            library=str(self._session.path), form=self._form(), wanted=self.which.wanted()
        )
        self._job = self._session.jobs.start(
            self.tr("Look at an export"), EXPORTING, request, is_quiet=True
        )
        self._job.ended.connect(self._previewed)
        self._job.failed.connect(self.note.setText)
        self._job.finished.connect(self._preview_over)

    @Slot()
    def _preview_over(self) -> None:
        if self.sender() is self._job:
            self._job = None

    @Slot(object)
    def _previewed(self, result: Result) -> None:
        if self.sender() is not self._job:
            return
        self.text.setPlainText(result.text)
        if not self._is_written:  # else it is told what the whole file does not hold
            self._tell_losses(result)

    def _tell_losses(self, result: Result) -> None:
        """Tell what a file that is not written yet will not hold, as far as that is known."""
        papers, losses = result.exported.papers, result.exported.losses
        if not papers:
            self.losses.setText(self.tr("There is no such paper."))
        elif losses and result.is_whole:
            self.losses.tell(self.tr("Of these papers the file will not hold:"), losses)
        elif losses:
            head = self.tr(
                "Of the first %n paper(s) the file will not hold what stands here;"
                " of the others you are told when it is written:", "", papers,
            )  # fmt: skip
            self.losses.tell(head, losses)
        elif result.is_whole:
            self.losses.setText(self.tr("The file will hold all that these papers have."))
        else:
            said = self.tr(
                "The file will hold all that the first %n paper(s) have;"
                " of the others you are told when it is written.", "", papers,
            )  # fmt: skip
            self.losses.setText(said)

    @Slot()
    def _export(self) -> None:
        path = file_for(self.path.text().strip(), self._row())
        if path is None:
            return
        request = Request(
            library=str(self._session.path),
            form=self._form(),
            wanted=self.which.wanted(),
            target=str(path),
            replaces=self.replaces.isEnabled() and self.replaces.isChecked(),
        )
        self.button.setEnabled(False)
        title = self.tr("Export to {name}").format(name=path.name)
        job = self._session.writes(self._session.jobs.start(title, EXPORTING, request))
        job.ended.connect(self._exported)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._path_changed)

    @Slot(str)
    def _failed(self, message: str) -> None:
        self._path_changed()
        self.note.setText(message)

    @Slot(object)
    def _exported(self, result: Result) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        assert isinstance(job.request, Request)
        path, done = str(job.request.target), result.exported
        said = self.tr("{path}: {papers} papers, {links} links").format(
            path=path, papers=figures(done.papers), links=figures(done.links)
        )
        if done.backup:
            said += "\n" + self.tr("What was there before is kept as {path}").format(
                path=done.backup
            )
        if done.unnoted is not None:
            said += "\n" + core_text(done.unnoted)
        if self.keeps.isChecked():
            said += "\n" + self._keep(path, job.request, done.digest)
        self._path_changed()
        self.note.setText(said)
        self._is_written = True
        if done.losses:
            self.losses.tell(self.tr("{path} does not hold:").format(path=path), done.losses)
        else:
            whole = self.tr("{path} holds all that its papers have.")
            self.losses.setText(whole.format(path=path))
        self._session.said.emit(said.splitlines()[0])

    def _keep(self, path: str, request: Request, digest: str) -> str:
        """Keep the file up to date from now on; a choice of single papers cannot be."""
        if request.wanted.ids is not None:
            return self.tr("Chosen papers cannot be kept up to date: search for them instead.")
        assert self._session.reader is not None  # something was just written from it
        kept = Kept(path=path, form=request.form, wanted=request.wanted)
        self.files.know(path, digest)
        self._session.edit(keep(self._session.reader, kept, path))
        return self.tr("It is kept up to date from now on.")
