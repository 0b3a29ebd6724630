"""The library that a command works on: which it is, opened, and what in it was chosen."""

import re
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import typer

from refman.cli.inputs import progress_on
from refman.cli.render import counted, one_line
from refman.errors import LibraryError, QueryError, ReadOnlyLibraryError, RefmanError
from refman.library import Library, Patience, Query, open_library, parse_query
from refman.model import EntryId, KeptKind
from refman.places import library_path
from refman.progress import Progress

__all__ = ["asked", "chosen", "now", "opened", "patience", "undoable"]

_ALL = 1 << 40
_SAVED = "@"
_SAVED_NAME = re.compile(r'"[^"]*"?|(?<![^\s(-])@(?P<name>[^\s()"]+)')
_WAITED_SECONDS = 600.0
"""As long as another program may well take that adds very many papers."""


def now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


@contextmanager
def opened(
    given: str | None, *, makes: bool = False, reads: bool = False, quiet: bool = False
) -> Generator[Library]:
    """Hold the library open, and tell what a person should know of it.

    Args:
        given: what the user said with --library.
        makes: the command makes a library where there is none.
        reads: the command changes nothing; a library that may not be written will do.
        quiet: no progress bar.

    Raises:
        LibraryError: it cannot be opened; it is as it was.
    """
    path = library_path(given)
    if not makes and not path.exists():
        raise LibraryError(
            f"there is no library {path} yet; 'refman add INPUT…' makes one", library=str(path)
        )
    with _open(path, reads=reads, quiet=quiet) as library:
        if library.notice is not None and not quiet:
            _tell(library.notice)
        yield library


def patience() -> Patience:
    """Return how another program is waited for that is writing into the library."""
    return Patience(_WAITED_SECONDS, waiting=_tell)


def _tell(line: str) -> None:
    typer.echo(f"refman: {one_line(line)}", err=True)


def _open(path: Path, *, reads: bool, quiet: bool) -> Library:
    with ExitStack() as stack:
        progress = _Late(lambda: stack.enter_context(progress_on(path.name, quiet=quiet)))
        try:
            return open_library(path, now=now, progress=progress, patience=patience())
        except ReadOnlyLibraryError:
            if not reads:
                raise
        return open_library(path, now=now, read_only=True, progress=progress)


class _Late:
    """Make a progress bar when there is something to tell: most libraries open at once."""

    def __init__(self, make: Callable[[], Progress]) -> None:
        self._make = make
        self._progress: Progress | None = None

    def report(self, done: int, total: int | None = None) -> None:
        if self._progress is None:
            self._progress = self._make()
        self._progress.report(done, total)


def asked(library: Library, words: Sequence[str]) -> Query:
    """Return what the words of a command ask for; ``@NAME`` is the saved search of that name.

    Raises:
        QueryError: they mean nothing; the word is pointed at.
    """
    text = " ".join(words)
    if _SAVED in text:
        text = _with_saved(text, library.kept(KeptKind.SEARCH))
    try:
        return parse_query(text, now=now().astimezone())
    except QueryError as error:
        word = text[error.start : error.end]
        if sys.stderr.isatty():
            typer.echo(f"{one_line(text)}\n{' ' * error.start}{'^' * max(len(word), 1)}", err=True)
            raise
        at = f' (at "{one_line(word)}")' if word else ""
        raise QueryError(f"{error}{at}", start=error.start, end=error.end) from error


def _with_saved(text: str, saved: Mapping[str, str]) -> str:
    """Return a query with what is saved in the place of its names, but for those in quotes."""

    def query_of(found: re.Match[str]) -> str:
        name = found["name"]
        if name is None:
            return found.group()
        if name not in saved:
            raise QueryError(
                f"there is no saved search {one_line(name)}; 'refman search' shows those there are",
                start=found.start(),
                end=found.end(),
            )
        return f"({saved[name]})"

    return _SAVED_NAME.sub(query_of, text)


def chosen(
    library: Library,
    words: Sequence[str],
    *,
    changes: str | None = None,
    takes_all: bool = False,
) -> list[EntryId]:
    """Return the entries that the words of a command name, in the order in which they are named.

    Where each word is a citekey, these; else what all words together find as a query. An empty list
    means that it finds nothing.

    Args:
        library: it is searched.
        words: citekeys, or a query.
        changes: what the command does to them, for a question: "accept"; None where it changes
            nothing.
        takes_all: the user wants all that a query finds.

    Raises:
        QueryError: they mean nothing.
        RefmanError: they find several entries, and nobody said --all.
    """
    named = [holding.id for word in words if (holding := library.find_key(word)) and holding.id]
    if named and len(named) == len(words):
        return list(dict.fromkeys(named))
    query = asked(library, words)
    ids_found = library.search(query, limit=_ALL).ids
    if changes is None or takes_all or len(ids_found) < 2:  # noqa: PLR2004 - several
        return list(ids_found)
    entries = counted(len(ids_found), "entry", "entries")
    if not _is_wanted(f"{changes} {entries}?".capitalize()):
        raise RefmanError(
            f"{one_line(query.text)} finds {entries}: --all does it to all of them, a citekey to"
            " one"
        )
    return list(ids_found)


def _is_wanted(question: str) -> bool:
    """Ask, where somebody can be asked."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return typer.confirm(question, err=True)


def undoable(said: str) -> str:
    """Return the line that tells what was done, and how to undo it."""
    return f"{said} ('refman undo' takes it back)"
