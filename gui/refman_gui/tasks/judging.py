"""What a person does to many papers at once: judged, tagged, collected, chosen for; as one step."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from refman.model import ChangeSet, EntryId, Holding, Keep, KeptKind, Status
from refman_gui.tasks import Reports, Task

if TYPE_CHECKING:
    from refman.library import Library

__all__ = ["AT_ONCE", "JUDGING", "Deed", "Request", "Result", "Which", "step_of"]

AT_ONCE = 500
"""To so many papers it is done without a job."""

_PAGE = 500
_WAITED_S = 600.0


class Deed(Enum):
    """Name what is done."""

    JUDGE = "judge"
    TAG = "tag"
    UNTAG = "untag"
    COLLECT = "collect"
    TAKE_OUT = "take out"  # of a collection
    BIN = "bin"
    PUT_BACK = "put back"
    ACCEPT_BEST = "accept best"  # with the best record of a look-up, where it is good enough


class Which(msgspec.Struct, frozen=True):
    """Name papers.

    Attributes:
        ids: these; None for all that the query finds.
        query: as it stands in the search box.
    """

    ids: tuple[EntryId, ...] | None = None
    query: str = ""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for something to be done to papers.

    Attributes:
        library: whose papers.
        which: they are.
        deed: what is done.
        status: what they are judged as.
        name: the tag, or the collection's path.
        least_score, least_margin: of the records that are accepted.
    """

    library: str
    which: Which
    deed: Deed
    status: Status = Status.ACCEPTED
    name: str = ""
    least_score: float = 0.0
    least_margin: float = 0.0


class Result(msgspec.Struct, frozen=True):
    """Tell what was done: the step's name, and whether there was anything to do."""

    name: str
    is_written: bool


JUDGING = Task(__name__, Request, type(None), Result)


class _Watched:
    """Read papers page by page, and tell how far it has come: reading is half of the work."""

    def __init__(self, library: "Library", request: Request, reports: Reports) -> None:
        self._library, self._request, self._reports = library, request, reports
        self.ids = _ids(library, request.which)

    def holdings(self) -> Iterator[Holding]:
        """Yield the papers."""
        total = 2 * len(self.ids)
        for done, holding in enumerate(self._library.holdings(self.ids)):
            if done % _PAGE == 0:
                self._reports.progress.report(done, total)
            yield holding

    def report(self, done: int, total: int | None = None) -> None:
        """Tell how far the other half has come."""
        self._reports.progress.report(len(self.ids) + done, len(self.ids) + (total or done))


def run(request: Request, reports: Reports) -> Result:
    """Do it."""
    from refman.library import Patience, open_library

    def now() -> datetime:
        return datetime.now(UTC)

    patience = Patience(_WAITED_S, waiting=reports.say)
    with (
        open_library(Path(request.library), now=now, patience=patience) as library,
        library.transaction(),
    ):
        watched = _Watched(library, request, reports)
        step = _step(library, request, watched)
        reports.cancel.check()
        done = library.apply(step.name, step.changes, progress=watched)
    return Result(step.name, done.step is not None)


def _step(library: "Library", request: Request, watched: _Watched) -> ChangeSet:
    """Return what is to be changed."""
    from refman.tidying import accept_all

    if request.deed is Deed.ACCEPT_BEST:
        step = accept_all(
            library,
            watched.ids,
            least_score=request.least_score,
            least_margin=request.least_margin,
            now=datetime.now(UTC),
        )
        return _with_papers(library, step)
    return step_of(
        library, watched.holdings(), request.deed, status=request.status, name=request.name
    )


def step_of(
    library: "Library",
    papers: Iterable[Holding],
    deed: Deed,
    *,
    status: Status = Status.ACCEPTED,
    name: str = "",
) -> ChangeSet:
    """Return what doing something to papers changes.

    Args:
        library: they are in.
        papers: to which it is done.
        deed: what is done; not what looks at the records of look-ups.
        status: what they are judged as.
        name: the tag, or the collection's path.

    Raises:
        EditError: the name is none.
    """
    from refman.editing import binned, judged, put_back, put_into, tagged, taken_out

    now = datetime.now(UTC)
    match deed:
        case Deed.JUDGE:
            return judged(papers, status)
        case Deed.TAG:
            return tagged(papers, add=[name], now=now)
        case Deed.UNTAG:
            return tagged(papers, remove=[name], now=now)
        case Deed.COLLECT:
            return put_into(library, papers, name)
        case Deed.TAKE_OUT:
            return taken_out(library, papers, name)
        case Deed.BIN:
            return binned(papers, now=now)
        case Deed.PUT_BACK:
            return put_back(papers)
        case Deed.ACCEPT_BEST:
            raise ValueError(deed)


def _with_papers(library: "Library", step: ChangeSet) -> ChangeSet:
    """Return the choice of records with the papers themselves accepted."""
    from refman.editing import judged

    chosen = [
        EntryId(int(change.name.partition(" ")[0]))
        for change in step.changes
        if isinstance(change, Keep) and change.kind is KeptKind.CHOICE
    ]
    accepted = judged(library.holdings(chosen), Status.ACCEPTED)
    return ChangeSet(step.name, (*step.changes, *accepted.changes))


def _ids(library: "Library", which: Which) -> tuple[EntryId, ...]:
    from refman.library import parse_query

    if which.ids is not None:
        return which.ids
    query = parse_query(which.query, now=datetime.now(UTC).astimezone())
    total = library.gather(query).total
    return library.gathered(limit=total)
