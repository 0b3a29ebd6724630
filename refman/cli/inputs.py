"""The inputs of a command, opened one by one; a bad one does not stop the rest."""

import os
import sys
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import platformdirs
import typer

from refman.cli.render import one_line
from refman.errors import InputError
from refman.progress import SILENT, Progress
from refman.reading.document import Document, read_document
from refman.settings import Settings, load_settings

__all__ = ["Inputs", "progress_on", "settings_file", "user_settings"]

MIB = 1 << 20


def settings_file() -> Path:
    """Return where the user's settings are."""
    return platformdirs.user_config_path("refman") / "settings.toml"


def user_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that hold for this user.

    Raises:
        SettingsError: they cannot be used.
    """
    return load_settings(settings_file(), environ)


class Inputs:
    """Open inputs one after the other, telling of those that cannot be read.

    Attributes:
        failed: how many could not be read so far.
    """

    def __init__(self, names: Sequence[str], settings: Settings) -> None:
        self._names = names
        self._limit = settings.reading.limit_mb * MIB
        self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        """Yield what can be read; one line on standard error for what cannot."""
        for name in self._names:
            try:
                document = read_document(name, limit_bytes=self._limit)
            except InputError as error:
                self.failed += 1
                typer.echo(f"refman: {one_line(str(error))}", err=True)
            else:
                yield document


@contextmanager
def progress_on(source: str, *, quiet: bool) -> Generator[Progress]:
    """Show a progress bar on a terminal; nothing in a pipe or where the user wants quiet."""
    # Python has no stream where the shell closed it, whatever its type says.
    terminal: TextIO | None = sys.stderr
    if quiet or terminal is None or not terminal.isatty():
        yield SILENT
        return
    # Slow to import, and only a terminal needs it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(one_line(source), total=None)

        class OnBar:
            def report(self, done: int, total: int | None = None) -> None:
                bar.update(task, completed=done, total=total)

        yield OnBar()
