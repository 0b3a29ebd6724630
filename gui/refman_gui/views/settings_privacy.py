"""Whom refman may ask over the net, when, and what it says of the user."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from refman.settings import Settings, SourceSettings
from refman_gui.views.plain import plain_label

__all__ = ["PrivacyPage"]


class PrivacyPage(QWidget):
    """Show the hosts that may be asked, by the settings that hold.

    Attributes:
        hosts: a line each, or what stands for those that papers name.
    """

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        told = plain_label(self)
        told.setText("\n".join(self._told(settings)))
        self.hosts = QPlainTextEdit(self)
        self.hosts.setReadOnly(True)
        self.hosts.setTabChangesFocus(True)
        self.hosts.setAccessibleName(self.tr("Hosts that may be asked"))
        self.hosts.setPlainText("\n".join(self._hosts(settings)))
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(self.hosts, 1)

    def _told(self, settings: Settings) -> Iterator[str]:
        """Yield when somebody is asked, and what they are told."""
        if settings.web.offline:
            yield self.tr("Refman is offline: no service is asked.")
        yield self.tr(
            "Nobody is asked before you look papers up, check links, fetch a page or send papers to"
            " Zotero. A look-up tells titles, names and identifiers of papers; nothing is counted"
            " or reported."
        )
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
