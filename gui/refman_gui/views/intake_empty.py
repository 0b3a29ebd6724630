"""What the import shows while there is nothing in it: what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from refman_gui.icons import icon
from refman_gui.keys import show_with_keys

__all__ = ["EmptyPage"]

_WIDTH = 520


class EmptyPage(QWidget):
    """Say what can be imported, and how.

    Signals:
        asked(str): "paste", "open", "open_folder", "sample".
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Nothing is being imported"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        title.setFont(font)
        told = QLabel(
            self.tr(
                "Copy a page that lists papers, an e-mail digest or a reading list, and paste it"
                " here. Or drop files, a folder or the address of a page anywhere on this window:"
                " text, .html, .md, PDF, .bib, .ris, .json, .xml."
            ),
            self,
        )
        told.setWordWrap(True)
        told.setFixedWidth(_WIDTH)
        for label in (title, told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # A label that wraps gets its height only where nothing aligns it.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(told)
        middle.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch(1)
        self.buttons: dict[str, QPushButton] = {}
        for name, text, drawing in (
            ("paste", self.tr("Paste ({file.paste})"), "clipboard-paste"),
            ("open", self.tr("Open files… ({file.open})"), "folder-open"),
            ("open_folder", self.tr("Open a folder…"), "folder-plus"),
            ("sample", self.tr("Try the sample"), "play"),
        ):
            button = QPushButton(self)
            button.setIcon(icon(drawing))
            show_with_keys(button, text)
            button.setObjectName(name)
            button.clicked.connect(self._clicked)
            row.addWidget(button)
            self.buttons[name] = button
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(middle)
        layout.addLayout(row)
        layout.addStretch(3)
        self.setFocusProxy(self.buttons["paste"])

    def _clicked(self) -> None:
        self.asked.emit(self.sender().objectName())
