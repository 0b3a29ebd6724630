"""What is pasted, dropped or asked for, as files or as text; whom its addresses ask."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from refman.reading.addresses import host_of

__all__ = ["ask_for_files", "ask_for_folder", "files_and_text", "hosts_in", "may_be_read"]

Taken = Callable[[Sequence[str]], object]

_MOST_HOST = 45
"""So that ten of them, which is the most there are, are shown."""


def may_be_read(data: QMimeData | None) -> bool:
    """Tell whether there may be something to read in what is pasted or dropped.

    A clipboard that holds nothing may give None, whatever Qt's types say.
    """
    return data is not None and (data.hasUrls() or data.hasText() or data.hasHtml())


def files_and_text(data: QMimeData) -> tuple[list[str], str]:
    """Return the files and folders that it names; where there are none, addresses or text."""
    urls = data.urls() if data.hasUrls() else []
    files = [url.toLocalFile() for url in urls if url.isLocalFile()]
    if urls:
        encoded = QUrl.ComponentFormattingOption.FullyEncoded  # else one may fall apart at a space
        return files, "\n".join(url.toString(encoded) for url in urls)
    return files, data.text() if data.hasText() else data.html()


def hosts_in(addresses: str) -> str:
    """Return whom addresses ask; of a host with a long name its end, which says whose it is."""
    hosts = dict.fromkeys(map(host_of, addresses.split()))
    return ", ".join(one if len(one) <= _MOST_HOST else f"…{one[-_MOST_HOST:]}" for one in hosts)


def ask_for_files(parent: QWidget, title: str, taken: Taken) -> None:
    """Ask for files."""
    _ask(parent, QFileDialog.FileMode.ExistingFiles, title, taken)


def ask_for_folder(parent: QWidget, title: str, taken: Taken) -> None:
    """Ask for a folder."""
    _ask(parent, QFileDialog.FileMode.Directory, title, taken)


def _ask(parent: QWidget, mode: QFileDialog.FileMode, title: str, taken: Taken) -> None:
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(mode)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(taken)
    dialog.open()
