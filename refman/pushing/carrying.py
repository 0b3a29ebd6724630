"""A push carried out: what is new is added, what is there is brought up to date.

What became of each paper is noted in the library as soon as Zotero has said so, so that who stops
in the middle, or loses the connection, can go on later without a second copy of anything.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus

import msgspec

from refman.errors import Cancelled, LibraryError, WebError
from refman.library import Library
from refman.library.alone import alone
from refman.model import Export
from refman.places import state_folder
from refman.progress import SILENT, CancelToken, Progress, stopping
from refman.pushing.bases import Base, packed
from refman.pushing.comparing import TYPE, compared
from refman.pushing.planning import Paper, Planned, Sender, opened_way, plan_on
from refman.pushing.records import Asked, Deed, Done, Report
from refman.pushing.reports import keep_report
from refman.settings import Settings
from refman.zotero.records import Created, Refused, Way

__all__ = ["push", "push_on"]


def push(
    library: Library,
    asked: Asked,
    settings: Settings,
    *,
    now: Callable[[], datetime],
    cancel: CancelToken,
    progress: Progress,
    told: Sender,
) -> Report:
    """Push papers, keep a report of it in a file, and return it.

    Where Zotero breaks off, the user stops it, or the library cannot note what was done, the report
    says so, and what was done until then.

    Raises:
        LockedLibraryError: another push is under way.
        FormatError, QueryError, WebError, Cancelled: nothing was pushed yet; see ``planning.plan``.
    """
    with (
        alone(state_folder() / "push.lock", library.path),
        opened_way(settings, asked.via, library, cancel=cancel, told=told) as way,
    ):
        progress = stopping(progress, cancel)
        planned = plan_on(way, library, asked, now=now(), progress=progress)
        return keep_report(push_on(way, library, planned, now=now, progress=progress))


def push_on(
    way: Way,
    library: Library,
    planned: Planned,
    *,
    now: Callable[[], datetime],
    progress: Progress = SILENT,
) -> Report:
    """Carry a plan out; see ``push``."""
    done = {
        paper.row.id: _done(paper, key=paper.row.key)
        for paper in planned.papers
        if paper.row.deed is Deed.SKIP
    }
    stopped: str | None = None
    _note(library, planned, _recognised(planned))
    todo = [paper for paper in planned.papers if paper.row.deed is not Deed.SKIP]
    try:
        for batch in _batches(todo, way.most_at_once):
            progress.report(len(done), len(planned.papers))
            answers: list[tuple[Paper, Created | Refused]] = []
            try:
                for paper, answer in _sent(way, batch, planned):
                    answers.append((paper, answer))
                    # Who stops it stops the way, which then tells what is done.
                    with suppress(Cancelled):
                        progress.report(len(done) + len(answers), len(planned.papers))
            finally:
                done |= {paper.row.id: _told(paper, answer) for paper, answer in answers}
                _note(library, planned, answers)
    except Cancelled:
        stopped = "you stopped it"
    except (WebError, LibraryError) as error:
        stopped = str(error)
    return Report(
        at=now(),
        label=way.label,
        target=planned.plan.target,
        done=tuple(done[paper.row.id] for paper in planned.papers if paper.row.id in done),
        losses=planned.plan.losses,
        stopped=stopped,
    )


def _recognised(planned: Planned) -> Iterator[tuple[Paper, Created | Refused]]:
    """Yield papers that lack nothing in Zotero, but were not known by their items.

    That is so where a push was cut off after Zotero had taken them.
    """
    for paper in planned.papers:
        found = paper.found
        if paper.row.deed is Deed.SKIP and paper.difference is not None and paper.base is None:
            assert found is not None  # it was compared
            yield paper, Created(number=0, key=found.key)


def _batches(papers: Sequence[Paper], most: int) -> Iterator[list[Paper]]:
    """Yield papers in batches of those that are added, and of those that are changed."""
    for deed in (Deed.NEW, Deed.UPDATE):
        those = [paper for paper in papers if paper.row.deed is deed]
        for start in range(0, len(those), most):
            yield those[start : start + most]


def _sent(
    way: Way, batch: Sequence[Paper], planned: Planned
) -> Iterator[tuple[Paper, Created | Refused]]:
    """Yield what Zotero said of each paper of a batch, once it is certain."""
    if batch[0].row.deed is Deed.NEW:
        parcels = [paper.parcel for paper in batch]
        for answer in way.add(parcels, planned.plan.target):
            yield batch[answer.number], answer
        return
    for paper in batch:
        yield _changed(way, paper)


def _changed(way: Way, paper: Paper) -> tuple[Paper, Created | Refused]:
    """Change an item; return with the answer what was to be changed of it in the end.

    Where Zotero refuses another type, because the item has fields of the type that it was of, all
    else is brought there.
    """
    answer, found, difference = _brought(way, paper), paper.found, paper.difference
    if (
        isinstance(answer, Refused)
        and answer.status == HTTPStatus.BAD_REQUEST
        and found is not None
        and difference is not None
        and TYPE in difference.fields
    ):
        rest = compared(paper.parcel, found.data, paper.base, keeps_type=True)
        untyped = msgspec.structs.replace(paper, difference=rest)
        again = answer if rest.is_none else _brought(way, untyped)
        if isinstance(again, Created):
            left = (f"its type: {answer.why}", *again.left)
            return untyped, msgspec.structs.replace(again, left=left)
    return paper, answer


def _brought(way: Way, paper: Paper) -> Created | Refused:
    found, difference = paper.found, paper.difference
    assert found is not None  # it is changed
    assert difference is not None
    answer: Created | Refused = Created(number=0, key=found.key)
    if difference.fields:
        answer = way.change(found, difference.fields)
    if isinstance(answer, Created) and difference.is_filled:
        return way.fill(found, paper.parcel, paper.base.parcel if paper.base else None)
    return answer


def _note(
    library: Library,
    planned: Planned,
    answers: Iterable[tuple[Paper, Created | Refused]],
) -> None:
    """Remember what Zotero has now."""
    exports = [
        Export(
            id=paper.row.id,
            target=planned.export_target,
            at=planned.at,
            key=answer.key,
            data=packed(_given(paper, answer)) if answer.key is not None else None,
        )
        for paper, answer in answers
        if isinstance(answer, Created)
    ]
    if exports:
        library.note_exports(planned.export_target, exports)


def _given(paper: Paper, created: Created) -> Base:
    """Return what an item has from refman now."""
    parcel, base, difference = paper.parcel, paper.base, paper.difference
    is_whole = not created.left
    if difference is not None:
        parcel = msgspec.structs.replace(parcel, item=difference.given)
    if base is not None:  # its files may have stayed behind this time
        files = dict.fromkeys((*base.parcel.files, *parcel.files))
        is_whole = is_whole and (base.is_whole or len(files) == len(set(parcel.files)))
        parcel = msgspec.structs.replace(parcel, files=tuple(files))
    return Base(parcel=parcel, is_whole=is_whole)


def _told(paper: Paper, answer: Created | Refused) -> Done:
    if isinstance(answer, Created):
        left = (*paper.row.left, *answer.left)
        return _done(paper, key=answer.key or paper.row.key, left=left)
    return _done(paper, key=paper.row.key, fault=answer.why, may_pass=answer.may_pass)


def _done(
    paper: Paper,
    *,
    key: str | None,
    fault: str | None = None,
    may_pass: bool = False,
    left: tuple[str, ...] = (),
) -> Done:
    row = paper.row
    return Done(
        id=row.id,
        citekey=row.citekey,
        title=row.title,
        deed=row.deed,
        key=key,
        fault=fault,
        may_pass=may_pass,
        left=left,
    )
