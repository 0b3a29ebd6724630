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
from refman.library.query import is_more_than_a_word
from refman.model import Entry, EntryId, KeptKind
from refman.places import library_path
from refman.progress import Progress

__all__ = ["asked", "chosen", "keyed", "now", "opened", "patience", "undoable"]

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
    quiet: bool = False,
) -> list[EntryId]:
    """Return the entries that the words of a command name, in the order in which they are named.

    Where each word is a citekey, these; else what all words together find as a query. Before that
    is changed, somebody at a terminal is asked; in a pipe it has to be one entry, which is told. An
    empty list means that nothing is found.

    Args:
        library: it is searched.
        words: citekeys, or a query.
        changes: what the command does to them, for a question: "accept"; None where it changes
            nothing.
        takes_all: the user wants all that a query finds.
        quiet: do not tell which entry it is.

    Raises:
        QueryError: they mean nothing.
        RefmanError: they find several entries, and nobody said --all; or the user does not want it.
    """
    if named := keyed(library, words):
        return named
    query = asked(library, words)
    ids_found = library.search(query, limit=_ALL).ids
    if changes is not None and not takes_all and ids_found:
        _agree(library, query, ids_found, changes, quiet=quiet)
    return list(ids_found)


def keyed(library: Library, words: Sequence[str]) -> list[EntryId]:
    """Return the entries whose citekeys words are; none unless each word is one.

    What says more in a query than itself is none, whatever keys a file has brought: ``key:"OR"``
    names that one.
    """
    found: dict[EntryId, None] = {}
    for word in words:
        is_key = word.isprintable() and not is_more_than_a_word(word)
        holding = library.find_key(word) if is_key else None
        if holding is None or holding.id is None:
            return []
        found[holding.id] = None
    return list(found)


def _agree(
    library: Library, query: Query, ids: Sequence[EntryId], changes: str, *, quiet: bool
) -> None:
    """Go on where what a query has found is wanted.

    Raises:
        RefmanError: it is not, or several were found and nobody can be asked.
    """
    is_one = len(ids) == 1
    what = _told(library, ids[0]) if is_one else counted(len(ids), "entry", "entries")
    if sys.stdin.isatty() and sys.stderr.isatty():
        if typer.confirm(f"{changes[0].upper()}{changes[1:]} {what}?", err=True):
            return
    elif is_one:
        if not quiet:
            typer.echo(f"found {what}", err=True)
        return
    how = "nothing was done" if is_one else "--all does it to all of them, a citekey to one"
    raise RefmanError(f"{one_line(query.text)} finds {what}: {how}")


def _told(library: Library, id_: EntryId) -> str:
    """Return an entry's key and title."""
    holding = library.get(id_)
    entry = holding.entry if holding is not None else Entry()
    return one_line(f"{entry.citekey or f'#{id_}'}, {entry.title or '[no title]'}")


def undoable(said: str) -> str:
    """Return the line that tells what was done, and how to undo it."""
    return f"{said} ('refman undo' takes it back)"
