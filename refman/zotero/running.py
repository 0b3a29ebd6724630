"""The Zotero that runs on this computer, by both of its doors, each for what it does best.

======================  ==================  =====================
the running Zotero      is read by          takes items by
======================  ==================  =====================
10 and later            its local API       its local API; what that refuses, by the connector
7 to 9                  its local API       the connector
any, API not allowed    nobody              the connector
======================  ==================  =====================
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from http import HTTPStatus

import msgspec

from refman.errors import WebError
from refman.progress import Progress
from refman.zotero.connector import Connector
from refman.zotero.local_api import LocalApi
from refman.zotero.records import Created, Found, Parcel, Refused, Target, Via
from refman.zotero.targets import library_of, names_of, place_of

__all__ = ["Running"]

_UNSEEN = "what is in Zotero already cannot be seen: "
_ONLY_NEW = (
    "this Zotero only takes new items from other programs; Zotero 10 also lets them bring items up"
    " to date"
)


class Running:
    """Reach the running Zotero; it is a ``refman.zotero.records.Way``."""

    def __init__(
        self,
        local: LocalApi | WebError,
        connect: Callable[[], Connector],
        told: Callable[[str], None],
    ) -> None:
        """Take its doors.

        Args:
            local: the local API, or why it is shut.
            connect: opens the connector; it is asked only where that is needed.
            told: takes what Zotero's user is asked, and an empty text when it is over.

        Raises:
            WebError: neither door is open.
        """
        self._connect, self._told = connect, told
        self._local = local if isinstance(local, LocalApi) else None
        self._connector: Connector | None = None
        self.can_read = self._local is not None
        self.can_change = self._local is not None and self._local.can_change
        way = self._local if self._local is not None and self.can_change else self._door()
        self._way: LocalApi | Connector = way
        self.via: Via = way.via
        self.server, self.label = way.server, way.label
        self.keeps_citekey, self.most_at_once = way.keeps_citekey, way.most_at_once
        self.remarks: tuple[str, ...] = ()
        if way is not self._local:
            first = f"{_UNSEEN}{local}" if isinstance(local, WebError) else _ONLY_NEW
            self.remarks = (first, *way.remarks[1:])  # of which the first one is that it cannot see

    def _door(self) -> Connector:
        if self._connector is None:
            self._connector = self._connect()
        return self._connector

    def targets(self) -> list[Target]:
        """Return where items may go."""
        if self._way is not self._local:
            return self._way.targets()
        return _selected(self._way.targets(), self._seen)

    def _seen(self) -> list[Target]:
        """Return the connector's targets, of which one is selected; none where it does not say."""
        try:
            return self._door().targets()
        except WebError:
            return []

    def items(self, target: Target, progress: Progress) -> Iterator[Found]:
        """Yield all items of the target's library, where they may be seen."""
        if self._local is None:
            return
        if self._way is not self._local:
            targets = self._way.targets()
            there = _same_place(library_of(target, targets), targets, self._local.targets())
            if there is None:  # a group that it does not tell of
                return
            target = there
        yield from self._local.items(target, progress)

    def add(self, parcels: Sequence[Parcel], target: Target) -> Iterator[Created | Refused]:
        """Put parcels into a target.

        WORKAROUND measured on Zotero 10.0.3: its local API refuses each new item with 400, and the
        connector takes them all the same.
        """
        left: list[Refused] = []
        for answer in self._way.add(parcels, target):
            self._told("")
            if (
                self._way is self._local
                and isinstance(answer, Refused)
                and answer.status == HTTPStatus.BAD_REQUEST
            ):
                left.append(answer)
            else:
                yield answer
        if left:
            yield from self._by_connector(parcels, left, target)

    def _by_connector(
        self, parcels: Sequence[Parcel], left: Sequence[Refused], target: Target
    ) -> Iterator[Created | Refused]:
        there: Target | None = None
        with suppress(WebError):
            there = _same_place(target, self._way.targets(), self._door().targets())
        if there is None:
            yield from left
            return
        again = [parcels[refused.number] for refused in left]
        for answer in self._door().add(again, there):
            before = left[answer.number]
            if isinstance(answer, Refused):
                yield before
            else:
                yield Created(number=before.number, left=answer.left)

    def lost(self, parcel: Parcel) -> Mapping[str, int]:
        """Return what cannot be brought by the door that takes items."""
        return self._way.lost(parcel)

    def change(self, found: Found, fields: Mapping[str, object]) -> Created | Refused:
        """Give an item's fields other values."""
        answer = self._way.change(found, fields)
        self._told("")
        return answer

    def fill(self, found: Found, parcel: Parcel, base: Parcel | None) -> Created | Refused:
        """Give an item what it does not have yet."""
        answer = self._way.fill(found, parcel, base)
        self._told("")
        return answer

    def close(self) -> None:
        """Close all connections."""
        for way in (self._local, self._connector):
            if way is not None:
                way.close()


def _same_place(
    target: Target, targets: Sequence[Target], others: Sequence[Target]
) -> Target | None:
    """Return the target that another door calls otherwise; None where it is not sure.

    Both list the user's own library first, whose name each gives in its own language.
    """
    place = place_of(target, targets)
    if place < 0:
        return None
    path = _paths(targets)[place]
    found = [other for other, there in zip(others, _paths(others), strict=True) if there == path]
    return found[0] if len(found) == 1 else None


def _paths(targets: Sequence[Target]) -> list[tuple[str, ...]]:
    """Return the names that lead to each target; the user's own library, the first, is ""."""
    own = [msgspec.structs.replace(one, name="") for one in targets[:1]]
    return names_of([*own, *targets[1:]])


def _selected(targets: Sequence[Target], seen: Callable[[], Sequence[Target]]) -> list[Target]:
    """Return the targets, and of them the one as selected that the user has before them."""
    others = seen()
    for other in others:
        if other.selected and (there := _same_place(other, others, targets)) is not None:
            return [
                msgspec.structs.replace(one, selected=True) if one is there else one
                for one in targets
            ]
    return list(targets)
