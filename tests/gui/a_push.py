"""A Zotero that is none, for tests of the window: it answers as the environment says.

``REFMAN_A_PUSH`` holds words: "silent" (nobody answers), "empty" (no such paper), "many=N" papers,
"fails" (some that are new, until these alone are asked for), "asks" (for permission, until it is
stopped).
"""

import os
from contextlib import suppress
from datetime import UTC, datetime

from refman.errors import Cancelled, UnreachableError
from refman.model import EntryId
from refman.pushing import Deed, Done, FieldChange, Places, Plan, Report, Row
from refman.zotero.records import Target, Via
from refman_gui.tasks import Reports, Task
from refman_gui.tasks.pushing import (
    AskPlaces,
    AskPlan,
    AskPush,
    Planned,
    Pushed,
    Request,
)

__all__ = ["A_PLAN", "A_PUSH", "PLACES_THERE", "Request"]

PLACES_THERE = Places(
    via=Via.LOCAL,
    label="Zotero 10.0.1 on this computer",
    targets=(
        Target(id="users/0", name="My Library"),
        Target(id="users/0/collections/AAAA2222", name="Reading", level=1),
        Target(
            id="users/0/collections/BBBB2222", name="World models 世界模型", level=2, selected=True
        ),
        Target(id="groups/17", name="The Lamp Group", editable=False),
    ),
    can_read=True,
    can_change=True,
)
_LOSSES = (("relations", 3, "Zotero links items by itself"),)
_DEEDS = (Deed.NEW, Deed.UPDATE, Deed.SKIP)


def _words() -> dict[str, str]:
    words = os.environ.get("REFMAN_A_PUSH", "").split()
    return {word.partition("=")[0]: word.partition("=")[2] for word in words}


def _row(number: int) -> Row:
    deed = _DEEDS[number % 3]
    is_update = deed is Deed.UPDATE
    return Row(
        id=EntryId(number + 1),
        citekey=f"lamp{number}",
        title=f"On the Warmth of Lamp {number}" if number != 4 else "慢灯 " + "Long Title " * 27,
        deed=deed,
        why={
            Deed.NEW: "it is not in Zotero yet",
            Deed.UPDATE: "the same DOI",
            Deed.SKIP: "it is in Zotero as it is here: it is known by its item",
        }[deed],
        key=None if deed is Deed.NEW else f"KEY{number:05}",
        changes=(FieldChange("publicationTitle", "J. Lamps", "Journal of Lamps"),)
        if is_update
        else (),
        gains=("2 links", "the tag warm") if is_update else (),
        kept=("title: was changed in Zotero",) if is_update else (),
    )


def _rows(request: AskPlan | AskPush) -> list[Row]:
    words = _words()
    count = 0 if "empty" in words else int(words.get("many") or 12)
    ids = request.asked.wanted.ids
    return [row for row in map(_row, range(count)) if ids is None or row.id in ids]


def _done(row: Row, *, fails: bool) -> Done:
    is_bad = fails and row.deed is Deed.NEW and row.id % 2 == 1
    return Done(
        id=row.id,
        citekey=row.citekey,
        title=row.title,
        deed=row.deed,
        key=None if is_bad else row.key or f"NEW{row.id:05}",
        fault="Zotero answered 500 (Internal Server Error)" if is_bad else None,
        may_pass=is_bad,
        left=("the file lamp.pdf: it is not there",) if row.id == 10 else (),
    )


def run(request: Request, reports: Reports) -> Places | Plan | Report:
    words = _words()
    if "silent" in words:
        raise UnreachableError(
            "Zotero does not answer on this computer; start it", source="Zotero", url=""
        )
    if isinstance(request, AskPlaces):
        return PLACES_THERE
    rows = _rows(request)
    target = next(one for one in PLACES_THERE.targets if one.id == request.asked.target)
    if isinstance(request, AskPlan):
        for start in range(0, len(rows), 200):
            reports.send(Planned(tuple(rows[start : start + 200])))
            reports.progress.report(start, len(rows))
        return Plan(places=PLACES_THERE, target=target, rows=(), losses=_LOSSES)
    stopped = None
    if "asks" in words:
        reports.say("Zotero asks for your permission: look at its window")
        with suppress(Cancelled):
            reports.cancel.wait(60)
        stopped, rows = "you stopped it", rows[:4]
    fails = "fails" in words and any(row.deed is not Deed.NEW for row in rows)
    done = tuple(_done(row, fails=fails) for row in rows)
    if stopped is None:
        for start in range(0, len(done), 200):
            reports.send(Pushed(done[start : start + 200]))
            reports.progress.report(start, len(done))
    return Report(
        at=datetime.now(UTC),
        label=PLACES_THERE.label,
        target=target,
        done=done if stopped else (),
        losses=_LOSSES,
        stopped=stopped,
        saved="/tmp/h/window/pushes/2026-03-01T12-00-00.json",
    )


A_PLACES = Task(__name__, AskPlaces, type(None), Places)
A_PLAN = Task(__name__, AskPlan, Planned, Plan)
A_PUSH = Task(__name__, AskPush, Pushed, Report)
