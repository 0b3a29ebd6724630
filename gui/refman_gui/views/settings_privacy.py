"""Whom refman may ask over the net, when, what it says of the user, and whom it asked."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from refman.errors import OutputError
from refman.moments import shown_moment
from refman.settings import Settings, SourceSettings
from refman.web.contacts import contacts_file, forget_contacts, read_contacts
from refman_gui.core_texts import core_text
from refman_gui.views.plain import plain_label

__all__ = ["PrivacyPage"]


class PrivacyPage(QWidget):
    """Show the hosts that may be asked, by the settings that hold, and those that were.

    Attributes:
        hosts: those that may be: a line each, or what stands for those that papers name.
        asked: those that were: a line each, the last one first.
        note: what became of forgetting them.
    """

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        told = plain_label(self)
        told.setText("\n".join(self._told(settings)))
        layout = QVBoxLayout(self)
        layout.setSpacing(6)
        layout.addWidget(told)
        self.hosts = self._list(layout, self.tr("Hosts that may be asked"))
        self.hosts.setPlainText("\n".join(self._hosts(settings)))
        self.asked = self._list(layout, self.tr("Hosts that were asked"))
        self.note = plain_label(self)
        self.forget_button = QPushButton(self.tr("Forget them"), self)
        self.forget_button.setAccessibleName(self.tr("Forget the hosts that were asked"))
        self.forget_button.setAutoDefault(False)
        self.forget_button.clicked.connect(self._forget)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.forget_button)
        layout.addLayout(row)
        self._show_asked()

    def _list(self, layout: QVBoxLayout, name: str) -> QPlainTextEdit:
        """Return a list, below its name."""
        shown = QPlainTextEdit(self)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(name)
        layout.addWidget(plain_label(self, name))
        layout.addWidget(shown, 1)
        return shown

    def _show_asked(self) -> None:
        found = read_contacts(contacts_file())
        lines = "\n".join(f"{each.host} — {shown_moment(each.last)}" for each in found)
        self.asked.setPlainText(lines or self.tr("Nobody was asked yet."))
        self.forget_button.setEnabled(bool(found))

    @Slot()
    def _forget(self) -> None:
        try:
            forget_contacts(contacts_file())
        except OutputError as error:
            self.note.setText(core_text(str(error)))
            return
        self.note.setText(self.tr("They are forgotten."))
        self.asked.setFocus()  # the button is switched off
        self._show_asked()

    def _told(self, settings: Settings) -> Iterator[str]:
        """Yield when somebody is asked, and what they are told."""
        if settings.web.offline:
            yield self.tr("Refman is offline: no service is asked.")
        yield self.tr(
            "Nobody is asked before you look papers up, check links, fetch a page or send papers to"
            " Zotero. A look-up tells titles, names and identifiers of papers; nothing is counted"
            " or reported."
        )
        yield self.tr("Who was asked is noted on this computer only.")
        if settings.lookup.at_once:
            yield self.tr("You want papers that were read from PDFs looked up when they are added.")
        if settings.web.contact:
            yield self.tr("Services are told your address {contact}.").format(
                contact=settings.web.contact
            )

    def _hosts(self, settings: Settings) -> Iterator[str]:
        services: dict[str, list[str]] = {}
        for name in settings.sources.__struct_fields__:
            source: SourceSettings = getattr(settings.sources, name)
            services.setdefault(urlsplit(source.base_url).netloc, []).append(name)
        for host, names in services.items():
            yield f"{host} — {', '.join(names)}"
        zotero = settings.zotero
        here = self.tr("Zotero on this computer")
        yield f"127.0.0.1:{zotero.port} — {here}"
        on_the_web = self.tr("your Zotero library on the web")
        yield f"{urlsplit(zotero.web_url).netloc} — {on_the_web}"
        yield self.tr("the hosts of papers' links, when you check them")
        yield self.tr("the host of a page, when you fetch it")
