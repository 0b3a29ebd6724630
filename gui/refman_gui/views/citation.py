"""The page of the entry's pane that shows what is chosen as a bibliography prints it."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from html import escape
from typing import cast

import msgspec
from PySide6.QtCore import QEvent, QMimeData, QTimer, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from refman.citing import STYLES, Cited, Style
from refman.model import Entry, Holding
from refman_gui.icons import icon
from refman_gui.item_models.entry_texts import one_line
from refman_gui.item_models.kept import keep_choice, kept_choice, protected_words
from refman_gui.jobs import Job
from refman_gui.session import Session
from refman_gui.tasks.citing import CITING
from refman_gui.tasks.citing import Request as CitingRequest
from refman_gui.tasks.citing import Result as CitingResult
from refman_gui.tasks.copying import COPYING, Copy, Request, Result, copy_of, copy_of_cited
from refman_gui.theme import colours
from refman_gui.views.entry_page import EntryPage, Told

__all__ = ["CitationView"]

_REST_MS = 250
_MOST_SHOWN = 50
_MOST_KEPT = 200
_LONGEST_SAID = 80
_CHOICE = "citation_style"
_NOT_PRINTED: Mapping[str, object] = {
    "abstract": None, "note": None, "notes": (), "links": (), "keywords": (), "attachments": (),
    "collections": (), "provenance": {}, "extra": {},
}  # fmt: skip
"""What no style prints: not sent, and no reason to format anew."""


class _Browser(QTextBrowser):
    """Show our own HTML; open and load nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002 - Qt's own name
        return None


class CitationView(EntryPage):
    """Show what is chosen in a style; copy it.

    Attributes:
        styles: the choice of the style.
        browser: the references.
        told: how many of those that are chosen are shown, or what is wrong.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("citation")
        self._session = session
        self._has_put = False
        self._entries: tuple[Entry, ...] = ()
        self._kept: OrderedDict[bytes, tuple[Cited, ...]] = OrderedDict()
        self._formatting: tuple[bytes, Job] | None = None
        self.styles = self._make_styles()
        self.copy_button = QPushButton(icon("copy"), self.tr("Copy"), self)
        self.copy_button.setAutoDefault(False)
        self.copy_button.setEnabled(False)
        self.copy_button.setToolTip(self.tr("Copy as it is shown"))
        self.copy_button.clicked.connect(self.copy_citation)
        self.browser = _Browser(self)
        self.browser.setAccessibleName(self.tr("References"))
        self.told = Told(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._format)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.styles, 1)
        top.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.browser, 1)
        layout.addWidget(self.told)

    def _make_styles(self) -> QComboBox:
        styles = QComboBox(self)
        styles.setAccessibleName(self.tr("Citation style"))
        styles.view().setAccessibleName(self.tr("Citation styles"))
        for style in STYLES:
            text = style.title
            if not style.is_exact:
                text = self.tr("{style} (approximate)").format(style=style.title)
            styles.addItem(text, style.name)
        styles.setCurrentIndex(max(0, styles.findData(kept_choice(_CHOICE))))
        styles.currentIndexChanged.connect(self._choose_style)
        return styles

    @property
    def style_chosen(self) -> Style:
        """The style that is chosen."""
        return STYLES[self.styles.currentIndex()]

    @property
    def is_formatting(self) -> bool:
        """Whether something is being formatted."""
        return self._formatting is not None

    # What is shown.

    def show_entry(self, holding: Holding | None) -> None:
        """Show what is chosen: this entry, or several."""
        ids = self._session.selection.ids
        if len(ids) > 1:
            shown = self._session.holdings(ids[:_MOST_SHOWN])
        else:
            shown = [holding] if holding is not None else []
        self._entries = tuple(_printed(one.entry) for one in shown)
        self._show()
        more = len(ids) - len(shown)
        if shown and more > 0:
            told = self.tr("The first {shown} of {papers} are shown.")
            papers = self.tr("%n paper(s)", "", len(ids))
            self.told.tell(told.format(shown=len(shown), papers=papers))

    def leave(self) -> None:
        """Stop: the window closes."""
        self._rest.stop()
        clipboard = QGuiApplication.clipboard()
        data = cast("QMimeData | None", clipboard.mimeData())  # not so in Qt's stubs
        if self._has_put and data is not None and data.hasHtml():
            # What Python made is gone before Qt lets go of it, and Qt would crash: its plain text
            # stays.
            clipboard.setText(clipboard.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_rest"):
            self._show()

    @Slot()
    def _choose_style(self) -> None:
        keep_choice(_CHOICE, self.style_chosen.name)
        self._show()

    def _show(self) -> None:
        """Show what is formatted; let it be formatted after a rest where it is not."""
        self._rest.stop()
        self.told.tell("")
        found = self._kept.get(self._key())
        self.copy_button.setEnabled(bool(self._entries))
        if not self._entries:
            self.browser.clear()
        elif found is not None:
            self._kept.move_to_end(self._key())
            self.browser.setHtml(self._page(found))
        else:
            self.browser.setPlainText(self.tr("…"))
            self._rest.start(_REST_MS)

    def _page(self, found: Sequence[Cited]) -> str:
        """Return our own HTML of what was formatted."""
        parts = [f'<p style="margin: 0 0 10px 0">{one.markup}</p>' for one in found]
        if len(found) == 1 and found[0].mark:
            told = self.tr("In the text: {mark}").format(mark=found[0].mark)
            parts.append(f'<p style="color: {colours().dim}">{escape(told)}</p>')
        return "".join(parts)

    def _key(self) -> bytes:
        """Return what tells one thing to be formatted from another."""
        return msgspec.msgpack.encode((self.style_chosen.name, self._entries))

    # What is formatted.

    @Slot()
    def _format(self) -> None:
        """Let what is chosen be formatted, in a process of its own."""
        key = self._key()
        if self._formatting is not None:
            if self._formatting[0] == key:
                return
            self._formatting[1].cancel()
        request = CitingRequest(self.style_chosen.name, self._entries)
        job = self._session.jobs.start(self.tr("Format"), CITING, request, is_quiet=True)
        self._formatting = key, job
        job.ended.connect(self._formatted)
        job.failed.connect(self._failed)
        job.finished.connect(self._finished)

    @Slot(object)
    def _formatted(self, result: CitingResult) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        assert isinstance(job.request, CitingRequest)
        key = msgspec.msgpack.encode((job.request.style, job.request.entries))
        self._kept[key] = result.cited
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        if key == self._key():
            self.browser.setHtml(self._page(result.cited))

    @Slot(str)
    def _failed(self, message: str) -> None:
        if self._formatting is not None and self._formatting[1] is self.sender():
            self.browser.clear()
            self.told.tell(message, is_fault=True)

    @Slot()
    def _finished(self) -> None:
        if self._formatting is not None and self._formatting[1] is self.sender():
            self._formatting = None

    # What can be done here, named in the table of actions.

    def copy_citation(self) -> None:
        """Copy what is chosen as references in the style that is chosen."""
        ids = self._session.selection.ids
        entries = tuple(_printed(one.entry) for one in self._session.holdings(ids[:_MOST_SHOWN]))
        key = msgspec.msgpack.encode((self.style_chosen.name, entries))
        found = self._kept.get(key) if len(ids) <= _MOST_SHOWN else None
        if found is not None:
            self._put(copy_of_cited(found), Copy.CITATION, len(ids), self.style_chosen)
        else:
            self._copy(Copy.CITATION)

    def copy_cite(self) -> None:
        r"""Copy what is chosen as \\cite{…} with its keys."""
        self._copy(Copy.CITE)

    def copy_markdown(self) -> None:
        """Copy what is chosen as Markdown."""
        self._copy(Copy.MARKDOWN)

    def copy_bibtex(self) -> None:
        """Copy what is chosen as BibTeX."""
        self._copy(Copy.BIBTEX)

    def _copy(self, what: Copy) -> None:
        """Copy a few at once; let a process do what takes longer."""
        ids = self._session.selection.ids
        if not ids:
            return
        words = protected_words()
        is_few = len(ids) <= _MOST_SHOWN
        if is_few and what is not Copy.CITATION:
            entries = [holding.entry for holding in self._session.holdings(ids)]
            self._put(copy_of(what, entries, words), what, len(ids), self.style_chosen)
            return
        request = Request(str(self._session.path), ids, what, self.style_chosen.name, words)
        title = self.tr("Copy %n paper(s)", "", len(ids))
        job = self._session.jobs.start(title, COPYING, request, is_quiet=is_few)
        job.ended.connect(self._copied)
        job.failed.connect(self._session.failed)

    @Slot(object)
    def _copied(self, result: Result) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        request = job.request
        assert isinstance(request, Request)
        style = next(style for style in STYLES if style.name == request.style)
        self._put(result, request.what, len(request.ids), style)

    def _put(self, copied: Result, what: Copy, count: int, style: Style) -> None:
        """Put it on the clipboard, and say so."""
        if not copied.text:
            self._session.failed.emit(
                self.tr("Nothing was copied: no paper that is chosen has a key")
            )
            return
        clipboard = QGuiApplication.clipboard()
        if copied.markup:
            data = QMimeData()
            data.setText(copied.text)
            data.setHtml(copied.markup)
            clipboard.setMimeData(data)
            self._has_put = True
        else:
            clipboard.setText(copied.text)
        self._session.said.emit(self._said(copied.text, what, count, style))

    def _said(self, text: str, what: Copy, count: int, style: Style) -> str:
        papers = self.tr("%n paper(s)", "", count)
        match what:
            case Copy.CITATION:
                name = self.styles.itemText(STYLES.index(style))
                return self.tr("Copied {papers} in {style}").format(papers=papers, style=name)
            case Copy.CITE:
                return self.tr("Copied {text}").format(text=one_line(text, _LONGEST_SAID))
            case Copy.MARKDOWN:
                return self.tr("Copied {papers} as Markdown").format(papers=papers)
            case Copy.BIBTEX:
                return self.tr("Copied {papers} as BibTeX").format(papers=papers)


def _printed(entry: Entry) -> Entry:
    """Return what of an entry a style may print."""
    return msgspec.structs.replace(entry, **_NOT_PRINTED)
