"""The links of the entry that is looked at."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from refman.links.canonical import split_url
from refman.model import Link, LinkKind, LinkState
from refman_gui.core_texts import core_text
from refman_gui.item_models.entry_texts import capped, one_line, plain_tip

__all__ = ["LINK_ROLE", "LinksModel", "details_of", "kind_label", "state_text"]

LINK_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole Link of a row, for who paints it."""

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)

_MOST_LINKS = 500
_MOST_SIGNS = 2_000
_MOST_TIP = 600


class LinksModel(QAbstractListModel):
    """Show links, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.links: tuple[Link, ...] = ()

    def show(self, links: tuple[Link, ...]) -> None:
        """Show other links."""
        links = links[:_MOST_LINKS]
        if links != self.links:
            self.beginResetModel()
            self.links = links
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.links)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not 0 <= index.row() < len(self.links):
            return None
        link = self.links[index.row()]
        if role == LINK_ROLE:
            return link
        if role == _DISPLAY:
            return one_line(link.url, _MOST_SIGNS)
        if role == _TOOLTIP:
            return plain_tip(link.url)
        if role == _ACCESSIBLE:
            return f"{kind_label(link.kind)}: {one_line(link.url, _MOST_TIP)}, {state_text(link)}"
        return None


def kind_label(kind: LinkKind) -> str:
    """Return what a kind of link is called."""
    translate = QCoreApplication.translate
    return {
        LinkKind.CODE: translate("Links", "code"),
        LinkKind.PROJECT: translate("Links", "project"),
        LinkKind.DATASET: translate("Links", "data"),
        LinkKind.MODEL: translate("Links", "model"),
        LinkKind.DEMO: translate("Links", "demo"),
        LinkKind.VIDEO: translate("Links", "video"),
        LinkKind.PAPER: translate("Links", "paper"),
        LinkKind.OTHER: translate("Links", "other"),
    }[kind]


def state_text(link: Link) -> str:
    """Return whether an address answered, in words."""
    translate = QCoreApplication.translate
    if link.leads_to is not None and link.state is not LinkState.DEAD:
        return translate("Links", "moved to {host}").format(host=split_url(link.leads_to).host)
    return {
        LinkState.UNCHECKED: translate("Links", "unchecked"),
        LinkState.ALIVE: translate("Links", "live"),
        LinkState.MOVED: translate("Links", "moved"),
        LinkState.UNREACHABLE: translate("Links", "no answer"),
        LinkState.DEAD: translate("Links", "dead"),
    }[link.state]


def details_of(link: Link) -> str:
    """Return all that is known of a link, a line each."""
    translate = QCoreApplication.translate
    lines = [link.url]
    if link.leads_to is not None:
        lines.append(translate("Links", "leads to {url}").format(url=link.leads_to))
    state = state_text(link)
    if link.why:
        state = f"{state}: {core_text(link.why)}"
    if link.checked is not None:
        state = translate("Links", "{state}, asked on {date}").format(
            state=state, date=f"{link.checked.astimezone():%Y-%m-%d}"
        )
    lines.append(state)
    if (found := link.repository) is not None:
        stars = translate("Links", "★ {count}").format(count=found.stars) if found.stars else None
        gone = translate("Links", "archived") if found.archived else None
        lines.append(" · ".join(filter(None, (found.license, stars, gone))))
    if link.promised:
        lines.append(translate("Links", "promised: it is to come"))
    if link.raw_url != link.url:
        lines.append(
            translate("Links", "written as {raw}").format(raw=" ".join(link.raw_url.split()))
        )
    if link.evidence:
        lines.append(f"“{link.evidence}”")
    return "\n".join(capped(line, _MOST_SIGNS) for line in lines if line)
