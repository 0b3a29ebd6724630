"""A field of many papers set, or text in them replaced: looked at before, and done as one step.

A pattern that a person types may take for ever: the window stops this process then.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from refman.editing.replacing import Replacement
from refman.editing.setting import How
from refman.model import EntryId
from refman_gui.tasks import Reports, Task
from refman_gui.tasks.judging import Which

if TYPE_CHECKING:
    from refman.editing import Field
    from refman.library import Library
    from refman.model import ChangeSet, Entry, Holding

__all__ = ["MOST_SHOWN", "REPLACING", "Came", "Changed", "Request", "Result", "Setting"]

MOST_SHOWN = 200
"""So many changes are shown before they are done."""

_PAGE = 20
"""So many papers are read between two reports: the window stops what reports nothing."""
_WAITED_S = 600.0
_MOST_SIGNS = 240
_BEFORE = 40


class Setting(msgspec.Struct, frozen=True):
    """Say what is to be done to a field: its name, how, and the value as text."""

    field: str
    how: How
    text: str


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for a change of many papers: a setting, or else a replacement.

    Attributes:
        library: whose papers.
        which: they are.
        setting, replacement: what is to be done; one of them.
        writes: it is done; else only looked at.
    """

    library: str
    which: Which
    setting: Setting | None = None
    replacement: Replacement | None = None
    writes: bool = False


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a field of a paper says before and after, from shortly before they differ."""

    id: EntryId
    citekey: str
    field: str
    before: str
    after: str


class Came(msgspec.Struct, frozen=True):
    """Hold some changes."""

    changed: tuple[Changed, ...]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Tell what was, or would be, done.

    Attributes:
        papers: how many were looked at.
        changed: in how many of them a field says something else then.
        owned: in how many only that it is the user's own word.
        faults: in how many something cannot be done.
        fault: the first of them.
        said: the step's name, where it was done and there was something to do.
    """

    papers: int
    changed: int = 0
    owned: int = 0
    faults: int = 0
    fault: str = ""
    said: str = ""


REPLACING = Task(__name__, Request, Came, Result)


def run(request: Request, reports: Reports) -> Result:
    """Look at it, or do it."""
    from refman.library import Patience, open_library

    path = Path(request.library)
    if not request.writes:
        with open_library(path, now=_now, read_only=True) as library:
            return _looked_at(library, request, reports)
    patience = Patience(_WAITED_S, waiting=reports.say)
    with open_library(path, now=_now, patience=patience) as library, library.transaction():
        holdings = _Watched(library, request.which, reports)
        step = _step(library, holdings, request)
        reports.cancel.check()
        done = library.apply(step.name, step.changes, progress=reports.progress)
    said = step.name if done.step is not None else ""
    return Result(papers=len(holdings), changed=len(step.changes), said=said)


def _now() -> datetime:
    return datetime.now(UTC)


class _Watched:
    """Read papers, and tell how far it has come."""

    def __init__(self, library: "Library", which: Which, reports: Reports) -> None:
        self._library, self._reports = library, reports
        self._ids = _ids(library, which)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> "Iterator[Holding]":
        for done, holding in enumerate(self._library.holdings(self._ids)):
            if done % _PAGE == 0:
                self._reports.progress.report(done, len(self._ids))
            yield holding


def _ids(library: "Library", which: Which) -> tuple[EntryId, ...]:
    from refman.library import parse_query

    if which.ids is not None:
        return which.ids
    total = library.gather(parse_query(which.query, now=_now().astimezone())).total
    return library.gathered(limit=total)


def _step(library: "Library", holdings: "Iterable[Holding]", request: Request) -> "ChangeSet":
    from refman.editing import assignment, edited, replacements

    if request.replacement is not None:
        return replacements(holdings, request.replacement, now=_now())[0]
    assert request.setting is not None  # one of both
    wanted = assignment(request.setting.field, request.setting.how, request.setting.text)
    return edited(library, holdings, [wanted], now=_now())


def _looked_at(library: "Library", request: Request, reports: Reports) -> Result:
    """Send the first changes, and count all."""
    holdings = _Watched(library, request.which, reports)
    shown: list[Changed] = []
    changed = owned = faults = 0
    fault = ""
    for holding, entry, fields, why in _looks(library, holdings, request):
        texts = [(field, field.text_of(holding.entry), field.text_of(entry)) for field in fields]
        differing = [(field, before, after) for field, before, after in texts if before != after]
        changed += bool(differing)
        owned += not differing and entry != holding.entry
        if why:
            faults += 1
            fault = fault or f"{holding.entry.citekey or f'#{holding.id}'}: {why}"
        for field, before, after in differing[: MOST_SHOWN - len(shown)]:
            shown.append(_shown(holding, field, before, after))
            if len(shown) == MOST_SHOWN:
                reports.send(Came(tuple(shown)))
    if len(shown) < MOST_SHOWN:
        reports.send(Came(tuple(shown)))
    return Result(papers=len(holdings), changed=changed, owned=owned, faults=faults, fault=fault)


def _looks(
    library: "Library", holdings: "_Watched", request: Request
) -> "Iterator[tuple[Holding, Entry, tuple[Field, ...], str]]":
    """Yield papers, what they would be, the fields that may differ, and what cannot be done."""
    from refman.editing import Replacer, assigned, assignment

    if request.replacement is not None:
        replacer = Replacer(request.replacement, now=_now())
        for holding in holdings:
            done = replacer.replaced(holding.entry)
            yield holding, done.entry, done.fields, "; ".join(done.faults)
        return
    assert request.setting is not None  # one of both
    wanted = assignment(request.setting.field, request.setting.how, request.setting.text)
    if wanted.field.name == "citekey":
        _step(library, holdings, request)  # tells that it is another's, or is to be several's
    for holding in holdings:
        yield holding, assigned(holding.entry, [wanted], now=_now()), (wanted.field,), ""


def _shown(holding: "Holding", field: "Field", before: str, after: str) -> Changed:
    assert holding.id is not None
    pairs = enumerate(zip(before, after, strict=False))
    same = next((at for at, (old, new) in pairs if old != new), min(len(before), len(after)))
    start = same - _BEFORE if same > 2 * _BEFORE else 0
    texts = [("…" if start else "") + text[start : start + _MOST_SIGNS] for text in (before, after)]
    return Changed(
        id=holding.id,
        citekey=holding.entry.citekey or f"#{holding.id}",
        field=field.short,
        before=texts[0],
        after=texts[1],
    )
