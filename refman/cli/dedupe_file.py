"""The work of ``refman dedupe``, apart from its options."""

import sys
from pathlib import Path

import msgspec
import typer

from refman.cli.dedupe_render import join_lines, search_json, search_lines
from refman.cli.inputs import Inputs, progress_on
from refman.cli.not_duplicates import memory_file, read_memory, write_memory
from refman.cli.output import standard_output, write_json
from refman.cli.render import backup_line, counted, one_line
from refman.cli.status import Status
from refman.duplicates import Search, search
from refman.errors import FormatError, InputError
from refman.formats.bib.cut import Edit, rewritten, shown
from refman.formats.bib.edit import BibFile
from refman.formats.exact import Exact
from refman.formats.format import Options
from refman.formats.saving import check_target, save, save_bytes
from refman.joining import Join, bib_edits, joined, joins
from refman.model import Entry, LeftOver, Span
from refman.pipeline import entry_of, export, read
from refman.places import user_settings
from refman.plugins import format_for, load_formats, load_readers
from refman.reading.document import Document
from refman.settings import Settings

__all__ = ["Choice", "check_choice", "dedupe_file"]

_BIB = "bibtex"
_STANDARD = "-"


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose; see the options of the command."""

    kind: str | None
    json: bool
    merge: bool
    not_duplicate: tuple[str, str] | None
    versions: tuple[str, str] | None
    forget: tuple[str, str] | None
    output: str | None
    to: str | None
    dry_run: bool
    quiet: bool


class _Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a file gave.

    Attributes:
        name: of the file.
        kind: of the reader that read it.
        entries: in the order of the file.
        spans: where each stands.
        text: of the whole file.
    """

    name: str
    kind: str
    entries: list[Entry]
    spans: list[Span]
    text: str


def dedupe_file(name: str, choice: Choice) -> int:
    """Do what was chosen with one file, and return the status."""
    check_choice(choice)
    settings = user_settings()
    documents = Inputs([name], settings)
    document = next(iter(documents), None)
    if document is None:
        return Status.FAULT
    loaded = _load(document, choice)
    if not loaded.entries:
        typer.echo(f"refman: no reference found in {one_line(name)}", err=True)
        return Status.NOTHING_FOUND
    if choice.not_duplicate is not None or choice.forget is not None:
        _remember(loaded, choice)
        return Status.DONE
    memory = read_memory(memory_file())
    with progress_on(name, quiet=choice.quiet) as progress:
        is_apart = memory.is_apart if len(memory) else None
        found = search(loaded.entries, is_apart=is_apart, progress=progress)
    if choice.merge:
        return _merge(loaded, found, choice, settings)
    _show(loaded, found, choice)
    return Status.DONE


def check_choice(choice: Choice) -> None:
    """Let through options that go together.

    Raises:
        FormatError: some do not.
    """
    said = (choice.not_duplicate, choice.versions, choice.forget)
    chosen = [choice.merge, *(one is not None for one in said)]
    if sum(chosen) > 1:
        raise FormatError(
            "--merge, --not-duplicate, --versions and --forget are four things; do one at once"
        )
    if (choice.output is not None or choice.dry_run) and not choice.merge:
        raise FormatError("-o and --dry-run go with --merge")
    if choice.json and (choice.merge or sum(chosen)):
        raise FormatError("--json shows what there is; it does not go with --merge and the like")


def _load(document: Document, choice: Choice) -> _Loaded:
    entries: list[Entry] = []
    spans: list[Span] = []
    with progress_on(document.source, quiet=choice.quiet) as progress:
        reading = read(document, load_readers(), kind=choice.kind, progress=progress)
        for piece in reading.pieces:
            if not isinstance(piece, LeftOver):
                entries.append(entry_of(piece, source=document.source))
                spans.append(piece.span)
    return _Loaded(
        name=document.source,
        kind=reading.kind,
        entries=entries,
        spans=spans,
        text=document.text,
    )


def _remember(loaded: _Loaded, choice: Choice) -> None:
    """Keep, or forget, that two entries are two works."""
    keys = choice.not_duplicate or choice.forget or ("", "")
    first, second = (_named(loaded, key) for key in keys)
    if first is second:
        raise InputError(f"{keys[0]} and {keys[1]} are one entry", source=loaded.name)
    file = memory_file()
    memory = read_memory(file)
    said = f"{one_line(keys[0])} and {one_line(keys[1])}"
    if choice.not_duplicate is not None:
        if not memory.is_apart(first, second):
            write_memory(file, memory.with_pair(first, second))
        typer.echo(f"{said} are no duplicates: remembered in {one_line(str(file))}")
    elif memory.is_apart(first, second):
        write_memory(file, memory.without_pair(first, second))
        typer.echo(f"{said} may be duplicates again")
    else:
        typer.echo(f"nothing was said of {said}")


def _named(loaded: _Loaded, key: str) -> Entry:
    """Return the entry with a key, or at a place: "#3"."""
    if key.startswith("#") and key[1:].isdecimal() and len(key) < 10:  # noqa: PLR2004 - no file has more
        place = int(key[1:]) - 1
        if 0 <= place < len(loaded.entries):
            return loaded.entries[place]
    found = [place for place, entry in enumerate(loaded.entries) if entry.citekey == key]
    if len(found) == 1:
        return loaded.entries[found[0]]
    name = one_line(loaded.name)
    if found:
        places = ", ".join(f"#{place + 1}" for place in found[:5])
        raise InputError(
            f"{name} has the key {one_line(key)} {len(found)} times; name one as {places}",
            source=loaded.name,
        )
    raise InputError(
        f"{name} has no entry {one_line(key)}; 'refman dedupe' shows its keys", source=loaded.name
    )


def _show(loaded: _Loaded, found: Search, choice: Choice) -> None:
    if choice.json:
        write_json(search_json(loaded.name, loaded.entries, loaded.spans, found))
        return
    for line in search_lines(loaded.name, loaded.entries, found):
        typer.echo(line)


def _merge(loaded: _Loaded, found: Search, choice: Choice, settings: Settings) -> int:
    options = Options(protected_words=frozenset(settings.export.protected_words))
    wanted = joins(loaded.entries, found.groups)
    target = choice.output
    is_bib = loaded.kind == _BIB and loaded.name != _STANDARD and _is_bib(target, choice.to)
    if target is None and not is_bib:
        raise FormatError(
            f"{one_line(loaded.name)} is no .bib file: name the file to write with -o"
        )
    if is_bib:
        return _merge_bib(loaded, wanted, choice, options)
    done = wanted
    if target is not None and not choice.dry_run:
        pieces, _ = export(
            joined(loaded.entries, done), format_for(target, choice.to, load_formats()), options
        )
        if target == _STANDARD:
            for piece in pieces:
                standard_output().write(piece.encode())
        else:
            save(Path(target), pieces)
    _report(loaded, done, [], choice, None)
    return Status.DONE


def _is_bib(target: str | None, to: str | None) -> bool:
    """Tell whether a .bib file is to be changed, or copied with its changes."""
    if target is None:
        return True
    name = target.lower()
    return to is None and name.endswith(".bib") and not name.endswith(".biblatex.bib")


def _merge_bib(loaded: _Loaded, wanted: list[Join], choice: Choice, options: Options) -> int:
    path = Path(loaded.name)
    before = path.read_bytes()
    exact = Exact(before, source=loaded.name)
    if exact.text != loaded.text:
        raise InputError(
            f"{one_line(loaded.name)} has changed while it was read; try again", source=loaded.name
        )
    edits, done, left = bib_edits(BibFile(exact), loaded.entries, loaded.spans, wanted, options)
    backup = None
    if choice.dry_run:
        _print_diff(exact.text, edits, loaded.name)
    elif choice.output is not None:
        target = Path(choice.output)
        check_target(target)
        if exact.encoding != "utf-8":
            raise FormatError(
                f"{one_line(loaded.name)} is in {exact.encoding.upper()}; leave out -o, "
                "and it is changed in its place"
            )
        save(target, [rewritten(exact, edits).decode()])
    elif edits:
        backup = save_bytes(path, rewritten(exact, edits), known=before)
    _report(loaded, done, left, choice, backup)
    return Status.DONE


def _print_diff(text: str, edits: list[Edit], name: str) -> None:
    is_terminal = sys.stdout.isatty()
    for line in shown(text, edits, name=one_line(name)):
        bare = line.rstrip("\r") if is_terminal else line
        harmless = "".join(sign if sign in " \t" else one_line(sign) or " " for sign in bare)
        standard_output().write(f"{harmless if is_terminal else bare}\n".encode())


def _report(
    loaded: _Loaded,
    done: list[Join],
    left: list[tuple[Join, str]],
    choice: Choice,
    backup: Path | None,
) -> None:
    if choice.quiet:
        return
    for line in join_lines(loaded.entries, done, left):
        typer.echo(line, err=True)
    gone = sum(len(join.gone) for join in done)
    said = "would go" if choice.dry_run else "went"
    what = f"{counted(gone, 'reference')} {said} into others" if gone else "nothing to merge"
    typer.echo(f"{one_line(choice.output or loaded.name)}: {what}", err=True)
    if backup is not None:
        typer.echo(backup_line(backup), err=True)
