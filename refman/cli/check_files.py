"""The work of ``refman check``, apart from its options."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import typer

from refman.checking import BIB, fixes, is_same_form, subjects
from refman.checks import Context, Finding, Severity, all_rules
from refman.checks import check as ask_rules
from refman.cli.inputs import Inputs, progress_on
from refman.cli.output import write_json
from refman.cli.render import counted, name_as_text, one_line
from refman.cli.shape import Shape
from refman.cli.status import Status
from refman.errors import FormatError, OutputError, RefmanError
from refman.formats.exact import Exact
from refman.formats.loaders.bib import BIBTEX
from refman.formats.saving import save_bytes
from refman.pipeline import read
from refman.places import user_settings
from refman.plugins import load_loaders
from refman.reading.document import Document
from refman.reading.lines_of import Lines
from refman.reading.reference_file import ReferenceFile

__all__ = ["Choice", "asked_rules", "check_files", "note_lines", "rule_lines"]

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_STANDARD_INPUT = "-"
_MOST_ROUNDS = 10
"""How often a file is put right; what is put right may show what was hidden by it."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose; see the options of the command."""

    shape: Shape
    only: tuple[str, ...]
    ignore: tuple[str, ...]
    notes: bool
    strict: bool
    fix: bool
    kind: str | None
    quiet: bool


def rule_lines() -> Iterator[str]:
    """Yield a line a rule, for people."""
    rules = all_rules()
    width = max(map(len, rules))
    for rule in rules.values():
        fixes_it = "; --fix puts it right" if rule.fixes else ""
        yield f"{rule.name:{width}}  {rule.severity.value:7}  {rule.about}{fixes_it}"


class _Checked(msgspec.Struct, frozen=True):
    """Hold what was found in a file: what is left, and what was put right."""

    source: str
    left: list[Finding]
    fixed: list[Finding]


def check_files(files: Sequence[str], choice: Choice) -> int:
    """Check files one by one, print what was found, return the status; a bad one stops none."""
    names = asked_rules(choice)
    readers = {name: ReferenceFile(loader) for name, loader in load_loaders().items()}
    documents = Inputs(files, user_settings())
    is_bad = has_failed = False
    told: list[bytes] = []
    for document in documents:
        try:
            checked = _check(document, readers, names, choice)
        except RefmanError as error:
            has_failed = True
            typer.echo(f"refman: {one_line(str(error))}", err=True)
            continue
        is_bad |= any(choice.strict or one.severity is Severity.ERROR for one in checked.left)
        if choice.shape is Shape.JSON:
            told.append(_json(checked))
            continue
        _print(checked, choice)
        if not choice.quiet:
            _sum(checked, choice)
    if choice.shape is Shape.JSON:
        write_json(b"[" + b",\n ".join(told) + b"]\n")
    if documents.failed or has_failed:
        return Status.FAULT
    return Status.NOTHING_FOUND if is_bad else Status.DONE


def _check(
    document: Document, readers: dict[str, ReferenceFile], names: frozenset[str], choice: Choice
) -> _Checked:
    """Return what the rules find in a document, and put right what is to be.

    Raises:
        RefmanError: it is no reference file, or none that can be written into.
    """
    kind = _kind(document, readers, choice.kind)

    def found_in(document: Document) -> list[Finding]:
        with progress_on(document.source, quiet=choice.quiet) as progress:
            reading = read(document, readers, kind=kind, progress=progress)
            return list(
                ask_rules(
                    subjects(document.text, reading.pieces, kind),
                    Context(dt.datetime.now(tz=dt.UTC).year),
                    line_of=Lines(document.text).at,
                    names=names,
                )
            )

    if choice.fix:
        return _fix(document, kind, found_in)
    return _Checked(document.source, found_in(document), [])


def asked_rules(choice: Choice) -> frozenset[str]:
    """Return the names of the rules to ask.

    Raises:
        FormatError: there is no such rule.
    """
    known = all_rules()
    for name in (*choice.only, *choice.ignore):
        if name not in known:
            raise FormatError(f"there is no rule {name!r}; 'refman check --rules' shows all")
    return frozenset(choice.only or known) - frozenset(choice.ignore)


def _kind(document: Document, readers: dict[str, ReferenceFile], kind: str | None) -> str:
    """Return the kind of file that a document is; a .bib file may hold anything.

    Raises:
        FormatError: it is no reference file, or there is no such kind.
    """
    if kind is not None:
        return kind.replace("-", "_")
    if document.source.lower().endswith(BIBTEX.suffixes):
        return BIB
    best = max(readers.values(), key=lambda reader: reader.score(document))
    if best.score(document) <= 0:
        name = one_line(document.source)
        raise FormatError(f"{name} is no reference file; --from names the kind of one that is")
    return best.kind


def _fix(document: Document, kind: str, found_in: Callable[[Document], list[Finding]]) -> _Checked:
    """Write what can be put right into the file, and return the findings of both kinds.

    Those that are left have their places in the file as it is then.

    Raises:
        FormatError: the file is no .bib file.
        OutputError: it cannot be written.
    """
    if kind != BIB or document.source == _STANDARD_INPUT:
        name = one_line(document.source)
        raise FormatError(f"{name} cannot be put right: --fix writes into .bib files only")
    target = Path(document.source)
    known = target.read_bytes()
    exact = Exact(known, source=document.source)
    if exact.text != document.text:
        raise OutputError(
            f"{document.source} was changed by another program meanwhile; run the command again",
            target=document.source,
        )
    fixed: list[Finding] = []
    left = found_in(document)
    for _ in range(_MOST_ROUNDS):
        writable = [one for one in left if all(exact.holds(fix.text) for fix in one.fix)]
        swaps, done = fixes(writable)
        if not done:
            break
        fixed += done
        exact = Exact(exact.swapped(swaps), source=document.source)
        left = found_in(msgspec.structs.replace(document, text=exact.text))
    if not is_same_form(document.text, exact.text):
        raise OutputError(
            f"{document.source} would have other entries when put right; nothing was written",
            target=document.source,
        )
    if fixed:
        save_bytes(target, exact.data, known=known)
    return _Checked(document.source, left, fixed)


def _print(checked: _Checked, choice: Choice) -> None:
    for finding in checked.left:
        if choice.notes or choice.only or not _is_note(finding):
            line = _github if choice.shape is Shape.GITHUB else _text
            typer.echo(line(checked.source, finding))


def _is_note(finding: Finding) -> bool:
    return finding.severity is Severity.NOTE


def _text(source: str, finding: Finding) -> str:
    key = f"{finding.citekey}: " if finding.citekey else ""
    said = f"{source}:{finding.line}: {finding.severity.value}: {key}{finding.message}"
    return f"{one_line(said)} [{finding.rule}]"


def _github(source: str, finding: Finding) -> str:
    """Return a line that GitHub shows beside the file's line.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions; the
    escapes are those of actions/toolkit, packages/core/src/command.ts.
    """
    place = f"file={_property(source)},line={finding.line},title={_property(finding.rule)}"
    key = f"{finding.citekey}: " if finding.citekey else ""
    return f"::{_GITHUB[finding.severity]} {place}::{_data(one_line(key + finding.message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _json(checked: _Checked) -> bytes:
    rows = [_row(finding, is_fixed=False) for finding in checked.left]
    rows += [_row(finding, is_fixed=True) for finding in checked.fixed]
    return msgspec.json.encode({"source": name_as_text(checked.source), "findings": rows})


def _row(finding: Finding, *, is_fixed: bool) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "citekey": finding.citekey,
        "line": finding.line,
        "span": [finding.span.start, finding.span.end],
        "message": finding.message,
        "fix": [{"span": [fix.span.start, fix.span.end], "text": fix.text} for fix in finding.fix],
        "fixed": is_fixed,
    }


def _sum(checked: _Checked, choice: Choice) -> None:
    """Tell how many findings there are; notes by rule, where they are not shown."""
    left, fixed = checked.left, checked.fixed
    counts = Counter(finding.severity for finding in left)
    said = [counted(counts[severity], severity.value) for severity in Severity]
    if fixed:
        said.append(f"{len(fixed):,} put right; what was there before is in a .bak file beside it")
    elif fixable := sum(bool(finding.fix) for finding in left):
        said.append(f"{fixable:,} of them --fix puts right")
    typer.echo(f"{one_line(checked.source)}: {', '.join(said)}", err=True)
    for line in note_lines(left, choice):
        typer.echo(line, err=True)


def note_lines(left: Iterable[Finding], choice: Choice) -> Iterator[str]:
    """Yield how many notes there are by rule, where they are not shown one by one."""
    if choice.notes or choice.only:
        return
    notes = Counter(finding.rule for finding in left if _is_note(finding))
    for name, count in notes.most_common():
        yield f"   - {counted(count, 'note')}: {all_rules()[name].about}"
    if notes:
        yield "   - --notes shows each of them"
