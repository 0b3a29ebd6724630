"""The inputs of a command, opened one by one; a bad one does not stop the rest."""

import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import msgspec
import typer

from refman.cli.render import one_line
from refman.cli.status import Status
from refman.errors import InputError
from refman.progress import SILENT, Progress
from refman.reading.addresses import is_address, is_page
from refman.reading.document import Document, read_document
from refman.reading.folder import files_in
from refman.reading.pdf.process import PdfProcess
from refman.settings import Settings

__all__ = ["MIB", "Inputs", "progress_on", "settings_for"]

MIB = 1 << 20


class Inputs:
    """Open inputs one after the other, telling of those that cannot be read.

    A folder stands for all files in it; see files_in. An address of the web is fetched.

    Attributes:
        failed: how many could not be read so far.
        several: whether there may be more than one: several names, or a folder.
    """

    def __init__(self, names: Sequence[str], settings: Settings) -> None:
        self._names = names
        self._settings = settings
        self.several = len(names) > 1 or any(map(_is_folder, names))
        self._reading = settings.reading
        self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        """Yield what can be read; one line on standard error for what cannot."""
        bounds = self._reading
        with PdfProcess(seconds=bounds.pdf_seconds, memory_mb=bounds.pdf_memory_mb) as pdfs:
            for name in self._names:
                files = files_in(Path(name)) if _is_folder(name) else (name,)
                for file in files:
                    if (document := self._opened(file, pdfs)) is not None:
                        yield document

    def nothing_found(self) -> Status:
        """Tell that there is no paper in any of them; return what the command ends with."""
        if self.failed:
            return Status.FAULT
        names = one_line(", ".join(self._names))
        typer.echo(f"refman: no paper found in {names}; 'refman read' shows why", err=True)
        return Status.NOTHING_FOUND

    def _opened(self, file: str | Path | InputError, pdfs: PdfProcess) -> Document | None:
        try:
            if isinstance(file, InputError):
                raise file
            if isinstance(file, str) and is_address(file):
                return _at(file, self._settings, pdfs)
            return read_document(file, limit_bytes=self._reading.limit_mb * MIB, pdfs=pdfs)
        except InputError as error:
            self.failed += 1
            typer.echo(f"refman: {one_line(str(error))}", err=True)
            return None


def settings_for(settings: Settings, *, offline: bool) -> Settings:
    """Return the user's settings, with the web switched off where that was chosen."""
    if not offline:
        return settings
    web = msgspec.structs.replace(settings.web, offline=True)
    return msgspec.structs.replace(settings, web=web)


def _at(address: str, settings: Settings, pdfs: PdfProcess) -> Document:
    """Return the page at an address; the address alone where it names a paper by itself."""
    if not is_page(address):
        return Document(source=address, text=address)
    # Asks the web, which few runs do.
    from refman.online import fetch_page

    return fetch_page(
        address,
        settings,
        now=datetime.now(UTC),
        pdfs=pdfs,
        say=lambda text: typer.echo(f"refman: {one_line(text)}", err=True),
    )


def _is_folder(name: str) -> bool:
    try:
        return name != "-" and Path(name).is_dir()
    except (OSError, ValueError):  # a name that is too long, or holds a NUL
        return False


@contextmanager
def progress_on(source: str, *, quiet: bool) -> Generator[Progress]:
    """Show a progress bar on a terminal; nothing in a pipe or where the user wants quiet."""
    # Python has no stream where the shell closed it, whatever its type says.
    terminal: TextIO | None = sys.stderr
    if quiet or terminal is None or not terminal.isatty():
        yield SILENT
        return
    # Slow to import, and only a terminal needs it.
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(one_line(source), total=None)

        class OnBar:
            def report(self, done: int, total: int | None = None) -> None:
                bar.update(task, completed=done, total=total)

        yield OnBar()
