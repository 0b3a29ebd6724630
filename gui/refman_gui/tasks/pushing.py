"""Papers pushed into Zotero: who answers, what would be done, and doing it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from refman.pushing import Asked, Done, Places, Plan, Report, Row
from refman.zotero.records import Via
from refman_gui.tasks import Reports, Task

if TYPE_CHECKING:
    from refman.settings import Settings

__all__ = [
    "PLACES",
    "PLANNING",
    "PUSHING",
    "AskPlaces",
    "AskPlan",
    "AskPush",
    "Planned",
    "Pushed",
    "Request",
]

_PIECE = 200
_WAITED_S = 600.0

_One = TypeVar("_One")


class AskPlaces(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Ask who answers, and where items may go; ``via`` is None for the best way that there is."""

    via: Via | None = None


class AskPlan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Ask what a push of papers of a library would do."""

    library: str
    asked: Asked


class AskPush(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Ask for papers of a library to be pushed."""

    library: str
    asked: Asked


Request = AskPlaces | AskPlan | AskPush


class Planned(msgspec.Struct, frozen=True):
    """Bring rows of a plan, which itself comes without any at the end."""

    rows: tuple[Row, ...]


class Pushed(msgspec.Struct, frozen=True):
    """Bring what became of papers; the report itself comes without it at the end.

    Of a push that was stopped no piece comes: then the report holds all.
    """

    done: tuple[Done, ...]


PLACES = Task(__name__, AskPlaces, type(None), Places)
PLANNING = Task(__name__, AskPlan, Planned, Plan)
PUSHING = Task(__name__, AskPush, Pushed, Report)


def run(request: Request, reports: Reports) -> Places | Plan | Report:
    """Ask, look, or push."""
    from refman.places import user_settings

    settings = user_settings()
    match request:
        case AskPlaces():
            from refman.pushing.planning import places

            return places(settings, request.via, cancel=reports.cancel, told=reports.say)
        case AskPlan():
            return _looked(request, settings, reports)
        case AskPush():
            return _pushed(request, settings, reports)


def _now() -> datetime:
    return datetime.now(UTC)


def _looked(request: AskPlan, settings: "Settings", reports: Reports) -> Plan:
    from refman.library import open_library
    from refman.pushing.planning import plan

    with open_library(Path(request.library), now=_now, read_only=True) as library:
        found = plan(
            library,
            request.asked,
            settings,
            now=_now(),
            cancel=reports.cancel,
            progress=reports.progress,
            told=reports.say,
        )
    for rows in _pieces(found.rows):
        reports.send(Planned(rows))
    return msgspec.structs.replace(found, rows=())


def _pushed(request: AskPush, settings: "Settings", reports: Reports) -> Report:
    from refman.library import Patience, open_library
    from refman.pushing.carrying import push

    patience = Patience(_WAITED_S, waiting=reports.say)
    with open_library(Path(request.library), now=_now, patience=patience) as library:
        report = push(
            library,
            request.asked,
            settings,
            now=_now,
            cancel=reports.cancel,
            progress=reports.progress,
            told=reports.say,
        )
    if reports.cancel.is_cancelled:  # then no piece can be sent, and what was done is to be known
        return report
    for done in _pieces(report.done):
        reports.send(Pushed(done))
    return msgspec.structs.replace(report, done=())


def _pieces(all_: Sequence[_One]) -> Iterator[tuple[_One, ...]]:
    for start in range(0, len(all_), _PIECE):
        yield tuple(all_[start : start + _PIECE])
