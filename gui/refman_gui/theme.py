"""The colours of the window, light and dark.

Qt's own dark scheme is not followed offscreen and on a bare X11, and its light highlight has a
contrast of 3.7 to 1 only. Every pair that text is painted with has 4.5 to 1 or more
(``tests/gui/test_theme.py``).

Source: WCAG 2.2, success criteria 1.4.3, and for edges 1.4.11.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

__all__ = [
    "DARK",
    "LIGHT",
    "Colours",
    "Theme",
    "apply_font",
    "apply_theme",
    "colours",
    "palette_of",
]


class Theme(Enum):
    """Name the themes that a user can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, kw_only=True)
class Colours:
    """Hold the colours of a theme, as "#rrggbb".

    Attributes:
        window, base, alternate: behind everything, behind what can be read or edited, every other
            row.
        text, dim: of the first and of the second importance, on any of these.
        border: between panes.
        edge: round what can be ticked, typed into or pressed; Fusion paints it darker by 1.4.
        accent: links, the frame of what has the focus; on base.
        highlight, highlighted: what is chosen, and text on it.
        good, warn, bad, info: of states, on base; never without a sign.
        title, abstract, junk, unsure: behind stretches of a source text.
        added, removed: behind words that differ.
    """

    window: str
    base: str
    alternate: str
    text: str
    dim: str
    border: str
    edge: str
    accent: str
    highlight: str
    highlighted: str
    good: str
    warn: str
    bad: str
    info: str
    title: str
    abstract: str
    junk: str
    unsure: str
    added: str
    removed: str
    is_dark: bool


LIGHT = Colours(
    window="#f3f5f8", base="#ffffff", alternate="#f7f9fb", text="#1b1f24", dim="#57606a",
    border="#d3d9e0", edge="#b4bdc9", accent="#0b5cad", highlight="#0b5cad", highlighted="#ffffff",
    good="#1a6f37", warn="#8a5300", bad="#b3261e", info="#5b3f9e",
    title="#d6e6fb", abstract="#e2f2e5", junk="#e9ecf0", unsure="#fdeec2",
    added="#d2f0d9", removed="#fadcd9", is_dark=False,
)  # fmt: skip

DARK = Colours(
    window="#1a1c20", base="#212429", alternate="#262a30", text="#e6e8eb", dim="#a7afb9",
    border="#3b4149", edge="#a3acb8", accent="#83baff", highlight="#2c5d9c", highlighted="#ffffff",
    good="#7fd49b", warn="#f0be6a", bad="#ff9d95", info="#c3b0ff",
    title="#1d3d66", abstract="#1f412c", junk="#363b42", unsure="#4d3d10",
    added="#1f4a2e", removed="#5a2622", is_dark=True,
)  # fmt: skip

_EDGED = ("QCheckBox", "QLineEdit", "QComboBox", "QAbstractSpinBox", "QPushButton")
_SYSTEM_POINTS = "system_points"
"""The property of the application that holds the size of the system's texts."""

_shown = LIGHT


def colours() -> Colours:
    """Return the colours that the window has now."""
    return _shown


def palette_of(colours: Colours) -> QPalette:
    """Return Qt's palette of a theme."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.alternate),
        (role.Text, colours.text),
        (role.Button, colours.window),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.bad),
        (role.ToolTipBase, colours.base),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.dim),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.info),
        (role.Highlight, colours.highlight),
        (role.HighlightedText, colours.highlighted),
        (role.Accent, colours.accent),
        (role.Light, colours.base),
        (role.Midlight, colours.alternate),
        (role.Mid, colours.border),
        (role.Dark, colours.border),
        (role.Shadow, colours.border),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.dim))
    return palette


def apply_font(points: int) -> None:
    """Give the application's texts a size; 0 for the system's."""
    application = QGuiApplication.instance()
    assert application is not None
    font = QGuiApplication.font()
    system_points = application.property(_SYSTEM_POINTS)
    if system_points is None:  # nobody has changed it yet
        system_points = font.pointSize()
        application.setProperty(_SYSTEM_POINTS, system_points)
    wanted = points or system_points
    if wanted > 0 and font.pointSize() != wanted:
        font.setPointSize(wanted)
        QGuiApplication.setFont(font)


def apply_theme(theme: Theme) -> None:
    """Give the application the colours of a theme; its widgets are painted anew."""
    global _shown  # noqa: PLW0603 - Qt's palette is the application's own, and so are these
    hints = QGuiApplication.styleHints()
    is_dark = theme is Theme.DARK or (
        theme is Theme.SYSTEM and hints.colorScheme() is Qt.ColorScheme.Dark
    )
    _shown = DARK if is_dark else LIGHT
    palette = palette_of(_shown)
    QGuiApplication.setPalette(palette)
    # Fusion draws edges in shades of these two, which in the dark nobody sees.
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, _shown.edge),
        (role.Highlight, _shown.accent),
        (role.HighlightedText, _shown.base),
    ):
        palette.setColor(which, QColor(colour))
    for name in _EDGED:
        # Qt's own stubs want bytes, which it does not take.
        QApplication.setPalette(palette, name)  # type: ignore[arg-type,unused-ignore]
