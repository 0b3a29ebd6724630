"""Icons: Lucide's drawings, in the colours of the palette that they are painted with."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from refman.model import LinkKind, Status
from refman.resources import resource_root

__all__ = ["LINK_ICONS", "STATUS_ICONS", "file_icon", "icon", "paint_icon"]

LINK_ICONS = {
    LinkKind.CODE: "code",
    LinkKind.PROJECT: "globe",
    LinkKind.DATASET: "database",
    LinkKind.MODEL: "box",
    LinkKind.DEMO: "play",
    LinkKind.VIDEO: "video",
    LinkKind.PAPER: "file-text",
    LinkKind.OTHER: "link",
}

STATUS_ICONS = {
    Status.NEEDS_REVIEW: "circle-dot",
    Status.ACCEPTED: "circle-check",
    Status.REJECTED: "circle-x",
}


@lru_cache(maxsize=128)
def _drawing(name: str) -> bytes:
    return (resource_root() / "icons" / f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", colour.encode())))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paint an icon in a colour, "#rrggbb"."""
    _renderer(name, colour).render(painter, rect)


_clones: list[QIconEngine] = []


class _Engine(QIconEngine):
    """Paint a drawing in the text colour of the application's palette, whatever that is now."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        palette = QGuiApplication.palette()
        group, role = QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText
        if mode is QIcon.Mode.Disabled:
            group = QPalette.ColorGroup.Disabled
        elif mode is QIcon.Mode.Selected:
            role = QPalette.ColorRole.HighlightedText
        paint_icon(painter, QRectF(rect), self._name, palette.color(group, role).name())

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        # Qt takes it, but PySide does not let go of it: it would be deleted under Qt's hands.
        copy = _Engine(self._name)
        _clones.append(copy)
        return copy


def file_icon(name: str) -> QIcon:
    """Return the icon that a file in ``resources`` holds, in its own colours."""
    return QIcon(str(resource_root() / name))


def icon(name: str) -> QIcon:
    """Return an icon by the name of its file in ``resources/icons``."""
    return QIcon(_Engine(name))
