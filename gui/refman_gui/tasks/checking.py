"""Papers of a library held against the rules of ``refman check``, and put right."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from refman.checks.finding import Severity
from refman.model import EntryId
from refman_gui.tasks import Reports, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from refman.checks import Context
    from refman.formats.format import Options
    from refman.library import Library
    from refman.model import Entry, Holding

__all__ = ["CHECKING", "Came", "Request", "Result", "Told"]

_BATCH = 200
_PIECE = 40
"""So many findings come at a time: the window puts each into its language, .1-.3 ms a text."""
_WAITED_S = 600.0


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for papers to be checked.

    Attributes:
        library: whose.
        query: only what it finds; empty for all.
        put_right: these, before they are all checked; empty for none.
    """

    library: str
    query: str = ""
    put_right: tuple[EntryId, ...] = ()


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what one rule found.

    Attributes:
        id: of the paper; None where it is about several.
        can_be_fixed: refman can put it right by itself.
        type: of the paper, by CSL's name; "" where it is about several.
    """

    id: EntryId | None
    citekey: str
    rule: str
    severity: Severity
    message: str
    can_be_fixed: bool
    type: str = ""


class Came(msgspec.Struct, frozen=True):
    """Hold some findings."""

    told: tuple[Told, ...]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Tell how many papers were looked at, and how many findings were put right before."""

    papers: int
    put_right: int = 0


def run(request: Request, reports: Reports) -> Result:
    """Put right, then check."""
    from refman.checks import Context
    from refman.checks.rules import all_rules
    from refman.formats.format import Options
    from refman.library import Patience, open_library
    from refman.places import user_settings
    from refman.tidying import checked

    def now() -> datetime:
        return datetime.now(UTC)

    context = Context(now().year)
    options = Options(protected_words=frozenset(user_settings().export.protected_words))
    names = frozenset(all_rules())
    path, patience = Path(request.library), Patience(_WAITED_S, waiting=reports.say)
    done = 0
    if request.put_right:
        with open_library(path, now=now, patience=patience) as library:
            done = _put_right(library, request.put_right, context, names, options)
    with open_library(path, now=now, read_only=True) as library:
        looked_at = _Watched(_holdings(library, request.query, now()), reports)
        told: list[Told] = []
        for one in checked(looked_at, context, names=names, options=options):
            finding, holding = one.finding, one.holding
            told.append(
                Told(
                    id=holding.id if holding is not None else None,
                    citekey=finding.citekey or "",
                    rule=finding.rule,
                    severity=finding.severity,
                    message=finding.message[:1_000],
                    can_be_fixed=bool(finding.fix) and holding is not None,
                    type=holding.entry.type.value if holding is not None else "",
                )
            )
            if len(told) == _PIECE:
                reports.send(Came(tuple(told)))
                told = []
        reports.send(Came(tuple(told)))
    return Result(papers=looked_at.count, put_right=done)


class _Watched:
    """Count papers while they pass."""

    def __init__(self, holdings: "Iterable[Holding]", reports: Reports) -> None:
        self._holdings, self._reports = holdings, reports
        self.count = 0

    def __iter__(self) -> "Iterator[Holding]":
        for holding in self._holdings:
            if self.count % _BATCH == 0:
                self._reports.progress.report(self.count)
            self.count += 1
            yield holding


def _holdings(library: "Library", query: str, now: datetime) -> "Iterator[Holding]":
    from refman.library import parse_query

    if not query.strip():
        return library.all()
    ids = library.search(parse_query(query, now=now), limit=1 << 40).ids
    return library.holdings(sorted(ids))


def _put_right(
    library: "Library",
    ids: tuple[EntryId, ...],
    context: "Context",
    names: frozenset[str],
    options: "Options",
) -> int:
    """Put right what can be, in one step; return how many findings that were."""
    from refman.editing import replaced
    from refman.tidying import put_right

    done = 0
    pairs: list[tuple[Holding, Entry]] = []
    for holding in library.holdings(ids):
        entry, found = put_right(holding, context, names=names, options=options)
        pairs.append((holding, entry))
        done += len(found)
    step = replaced("Put right", pairs)
    library.apply(step.name, step.changes)
    return done


CHECKING = Task(__name__, Request, Came, Result)
