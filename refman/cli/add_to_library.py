"""The work of ``refman add`` on the library, apart from its options."""

import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import msgspec
import typer

from refman import acquiring
from refman.acquiring import Acquired, acquire
from refman.citekeys import compile_pattern
from refman.cli.add_render import fate_lines, others
from refman.cli.inputs import Inputs, progress_on
from refman.cli.opened import now, opened, undoable
from refman.cli.output import write_json
from refman.cli.render import (
    Faults,
    counted,
    left_over_lines,
    name_as_text,
    one_line,
    wrapped,
)
from refman.cli.status import Status
from refman.errors import InputError
from refman.gathering import Gathering
from refman.library import Library, open_library
from refman.model import LeftOver, Record
from refman.model import Status as ReviewStatus
from refman.outcomes import Fate, Outcome
from refman.pipeline import entry_of, read
from refman.places import library_path, user_settings
from refman.plugins import load_readers
from refman.reading.document import Document
from refman.reading.reader import Piece

__all__ = ["Choice", "add_to_library"]

_INDENT = " " * 5
_SHOWN = 200


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose; see the options of the command."""

    kind: str | None
    status: ReviewStatus | None
    tags: tuple[str, ...]
    collections: tuple[str, ...]
    update: bool
    doubtful: bool
    dry_run: bool
    json: bool
    quiet: bool


def add_to_library(given: str | None, inputs: list[str], choice: Choice) -> int:
    """Add the papers of inputs, tell of each what becomes of it, return the status."""
    settings = user_settings()
    wanted = acquiring.Choice(
        pattern=compile_pattern(settings.citekeys.pattern),
        status=choice.status,
        tags=choice.tags,
        collections=choice.collections,
        update=choice.update,
        doubtful=choice.doubtful,
    )
    path = library_path(given, settings)
    if path.exists():  # what is wrong with it should be told before all is read
        with opened(given, reads=choice.dry_run, quiet=True):
            pass
    with Gathering() as gathering:
        documents = Inputs(inputs, settings)
        _gather(documents, gathering, choice)
        if not gathering.count:
            return documents.nothing_found()
        with (
            _library(given, path, choice) as library,
            progress_on("adding", quiet=choice.quiet) as progress,
        ):
            acquired = acquire(
                library,
                gathering,
                wanted,
                now=now(),
                dry_run=choice.dry_run,
                progress=progress,
            )
            if acquired.alike:
                _note(library, acquired)
        if choice.json:
            for piece in _json(acquired, gathering):
                write_json(piece)
        elif not choice.quiet:
            for line in _report(acquired, gathering, path, choice):
                typer.echo(line, err=True)
    return Status.FAULT if documents.failed else Status.DONE


def _note(library: Library, acquired: Acquired) -> None:
    """Keep what turned out to be alike, for ``has:duplicate``."""
    # Slow to import, and few need it.
    from refman.tidying import note_duplicates

    note_duplicates(library, acquired.alike)


def _gather(documents: Inputs, gathering: Gathering, choice: Choice) -> None:
    """Read all documents, and tell of what could not be read."""
    readers, faults = load_readers(), Faults()
    for document in documents:
        with progress_on(document.source, quiet=choice.quiet) as progress:
            try:
                reading = read(document, readers, kind=choice.kind, progress=progress)
                gathering.take(
                    source=document.source,
                    kind=reading.kind,
                    text=document.text,
                    pieces=_records(document, faults.watch(document, reading)),
                )
            except InputError as error:
                documents.failed += 1
                typer.echo(f"refman: {one_line(str(error))}", err=True)
    for line in faults.lines():
        typer.echo(line, err=True)


def _records(document: Document, pieces: Iterator[Piece]) -> Iterator[Record | LeftOver]:
    for piece in pieces:
        if isinstance(piece, LeftOver):
            yield piece
        else:
            yield Record(entry=entry_of(piece, source=document.source), span=piece.span)


@contextmanager
def _library(given: str | None, path: Path, choice: Choice) -> Generator[Library]:
    """Hold the library open; for a dry run an empty one where there is none."""
    if not choice.dry_run or path.exists():
        with opened(given, makes=True, reads=choice.dry_run, quiet=choice.quiet) as library:
            yield library
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(Path(folder) / path.name, now=now) as library,
    ):
        yield library


def _report(acquired: Acquired, gathering: Gathering, path: Path, choice: Choice) -> Iterator[str]:
    for outcome in Outcome:
        fates = (fate for fate in acquired.fates if fate.outcome is outcome)
        for fate in islice(fates, _SHOWN):
            yield from fate_lines(fate)
        if more := sum(1 for _ in fates):
            yield f"{outcome.value}: {more:,} more"
    for gathered in gathering.all:
        if gathered.left_over:
            papers, left_over = counted(gathered.count, "paper"), len(gathered.left_over)
            yield from wrapped(
                f"{one_line(gathered.source)} ({gathered.kind}): {papers},"
                f" {counted(left_over, 'stretch', 'stretches')} left over",
                "",
                _INDENT,
            )
            yield from left_over_lines([one for one in gathered.left_over if not one.is_fault])
    yield from wrapped(_sum(acquired, path, choice), "", _INDENT, breaks_words=False)


def _sum(acquired: Acquired, path: Path, choice: Choice) -> str:
    new = sum(fate.outcome is Outcome.NEW for fate in acquired.fates)
    said = [f"{counted(new, 'paper')} {'would be added' if choice.dry_run else 'added'}"]
    if not new:
        is_filled = any(fate.filled for fate in acquired.fates)
        said = [] if is_filled else ["nothing to add, it stays as it is"]
    said += others(acquired.fates)
    told = f"{one_line(str(path))}: {'; '.join(said)}"
    return undoable(told) if acquired.step is not None else told


def _json(acquired: Acquired, gathering: Gathering) -> Iterator[bytes]:
    """Yield one JSON object, a line a paper and a left-over."""
    head = {"step": acquired.step, "name": acquired.name}
    yield msgspec.json.encode(head)[:-1] + b',"papers":['
    ids = iter(acquired.ids)
    separator = b"\n"
    for fate in acquired.fates:
        id_ = next(ids, None) if fate.outcome is Outcome.NEW else None
        yield separator + msgspec.json.encode(_fate_object(fate, id_))
        separator = b",\n"
    yield b'\n],"left_over":['
    separator = b"\n"
    for gathered in gathering.all:
        source = name_as_text(gathered.source)
        for piece in gathered.left_over:
            told = {"source": source, **msgspec.to_builtins(piece)}
            yield separator + msgspec.json.encode(told)
            separator = b",\n"
    yield b"\n]}\n"


def _fate_object(fate: Fate, id_: int | None) -> dict[str, object]:
    return {
        "outcome": fate.outcome.value,
        "id": id_,
        "citekey": fate.key or None,
        "title": fate.title,
        "why": fate.why or None,
        "filled": fate.filled,
    }
