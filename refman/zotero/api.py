"""The objects of Zotero's API, version 3, which the running Zotero and zotero.org both have.

Source: https://www.zotero.org/support/dev/web_api/v3/basics;
https://www.zotero.org/support/dev/web_api/v3/write_requests.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path

import msgspec

from refman.errors import AddressError, AnswerError
from refman.progress import Progress
from refman.web.answer import Stream
from refman.web.line import Line, Raw
from refman.zotero.answers import (
    JSON,
    all_objects,
    all_rows,
    decoded,
    found_in,
    is_key,
    is_success,
    number_in,
    said,
    table,
    whole_number,
    words,
)
from refman.zotero.batches import MOST_IN_BATCH, new_key, post
from refman.zotero.children import children_of, lacking, outdated
from refman.zotero.files import Upload
from refman.zotero.folders import Folders, collections_of
from refman.zotero.hanging import Hanging
from refman.zotero.records import Created, Found, Parcel, Refused, Target, Via

__all__ = ["Api"]

_TARGET = re.compile(r"((?:users|groups)/[0-9]{1,15})(?:/collections/([A-Z0-9]{8}))?\Z")
_NOT_REGULAR = ("note", "attachment", "annotation")


class Api(ABC):
    """Reach the objects of one user; it is a ``refman.zotero.records.Way``.

    Attributes:
        via, server, label, can_read, can_change, most_at_once, remarks: as in ``Way``.
        line: to whom.
        home: the user's own library: "users/0".
        sees_home: whether it can be asked for.
        folder: in which files lie that are named without one; None where those are not sent.
    """

    via: Via
    server: str
    label: str
    can_read: bool
    can_change: bool
    keeps_citekey: bool
    most_at_once: int = MOST_IN_BATCH
    remarks: tuple[str, ...] = ()
    line: Line
    home: str
    sees_home: bool = True
    folder: Path | None = None

    @abstractmethod
    def send(
        self,
        method: str,
        path: str,
        *,
        params: Iterable[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        stream: Callable[[], Stream] | None = None,
    ) -> Raw:
        """Send, as ``refman.zotero.answers.Sender``."""

    @abstractmethod
    def refused(self, raw: Raw) -> AnswerError:
        """Return the error that an answer is where a success was due."""

    @abstractmethod
    def put_bytes(self, upload: Upload, stream: Callable[[], Stream]) -> Raw:
        """Send a file's bytes to where Zotero wants them.

        Raises:
            FileFault: nothing is sent there.
        """

    @abstractmethod
    def may_write(self, library: str, group: Mapping[str, object]) -> bool:
        """Tell whether items may be put into a library; ``group`` holds what is told of it."""

    def close(self) -> None:
        """Close all connections."""
        self.line.close()

    def targets(self) -> list[Target]:
        """Return where items may go: each library, and behind it its collections, by name."""
        found: list[Target] = []
        for library, name, editable in self._libraries():
            found.append(Target(id=library, name=name, editable=editable))
            found.extend(collections_of(self, library, editable=editable))
        return found

    def _libraries(self) -> Iterator[tuple[str, str, bool]]:
        if self.sees_home:
            yield self.home, "My Library", self.may_write(self.home, {})
        for group in all_rows(self, f"/{self.home}/groups", name="id"):
            number, data = whole_number(group["id"]), table(group.get("data"))
            if number is None:
                continue
            name, library = data.get("name"), f"groups/{number}"
            shown = words(name) if isinstance(name, str) else ""
            yield library, shown or f"Group {number}", self.may_write(library, data)

    def items(self, target: Target, progress: Progress) -> Iterator[Found]:
        """Yield all items of the target's library but notes, attachments and what is in the bin."""
        library, _ = self._place(target)
        for found in all_objects(self, f"/{library}/items/top", progress=progress):
            if found.data.get("itemType") not in _NOT_REGULAR:
                yield msgspec.structs.replace(found, library=library)

    def _place(self, target: Target) -> tuple[str, str | None]:
        """Return library and collection that a target is."""
        found = _TARGET.match(target.id)
        if found is None:
            url = self.line.redaction(target.id)
            raise AddressError(
                f"{words(url)} is no library or collection of this Zotero; ask for them anew",
                source=self.line.source,
                url=url,
            )
        return found[1], found[2]

    def add(self, parcels: Sequence[Parcel], target: Target) -> Iterator[Created | Refused]:
        """Put parcels into a target; yield as many answers, each once it is certain."""
        library, base = self._place(target)
        folders = Folders(self, library, base)
        for first in range(0, len(parcels), MOST_IN_BATCH):
            batch = parcels[first : first + MOST_IN_BATCH]
            folders.make(path for parcel in batch for path in parcel.collections)
            homes = [folders.homes(parcel.collections) for parcel in batch]
            objects = [
                {**parcel.item, "key": new_key(), "version": 0, "collections": keys}
                for parcel, (keys, _) in zip(batch, homes, strict=True)
            ]
            hanging = Hanging(self, library)
            outcomes = post(self, f"/{library}/items", objects)
            for number, outcome in enumerate(outcomes, first):
                parcel, (_, faults) = batch[number - first], homes[number - first]
                if isinstance(outcome, Refused):
                    yield msgspec.structs.replace(outcome, number=number)
                else:
                    children, left = children_of(parcel, self.folder)
                    created = msgspec.structs.replace(outcome, number=number)
                    hanging.take(created, children, [*faults, *left])
            yield from hanging.done()

    def lost(self, parcel: Parcel) -> Mapping[str, int]:  # noqa: ARG002 - of any
        """Return nothing: all of a parcel is brought."""
        return {}

    def change(self, found: Found, fields: Mapping[str, object]) -> Created | Refused:
        """Give an item's fields other values, if it is still of the version that was found."""
        path = self._item(found)
        raw = self.send(
            "PATCH",
            path,
            headers={**JSON, "If-Unmodified-Since-Version": str(found.version)},
            body=msgspec.json.encode(fields),
        )
        if is_success(raw):
            version = number_in(raw.headers, "last-modified-version")
            return Created(number=0, key=found.key, version=version)
        if raw.status == HTTPStatus.PRECONDITION_FAILED:
            return self._changed_already(path, found, fields)
        return self._not_taken(raw)

    def _changed_already(
        self, path: str, found: Found, fields: Mapping[str, object]
    ) -> Created | Refused:
        """Tell apart whether somebody else changed an item, or we did and the answer was lost."""
        raw = self.send("GET", path)
        now = found_in(table(decoded(self, raw))) if raw.status == HTTPStatus.OK else None
        if now is not None and all(now.data.get(name) == fields[name] for name in fields):
            return Created(number=0, key=found.key, version=now.version)
        return Refused(
            number=0,
            why="it was changed in Zotero meanwhile",
            status=HTTPStatus.PRECONDITION_FAILED.value,
            may_pass=True,  # it is looked at anew
        )

    def _not_taken(self, raw: Raw) -> Refused:
        match raw.status:
            case HTTPStatus.NOT_FOUND:
                why = "it is not in Zotero any more"
            case HTTPStatus.BAD_REQUEST | HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
                why = said(self, raw.body[:2_000].decode("utf-8", "replace"))
            case _:
                raise self.refused(raw)
        return Refused(number=0, why=why, status=raw.status)

    def fill(self, found: Found, parcel: Parcel, base: Parcel | None) -> Created | Refused:
        """Give an item what it does not have yet of a parcel; see ``Way``."""
        path = self._item(found)
        children, left = children_of(parcel, self.folder)
        try:
            there = list(all_objects(self, f"{path}/children"))
        except AnswerError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                raise
            return Refused(number=0, why="it is not in Zotero any more", status=error.status)
        library = found.library or self.home
        for note, text in outdated(parcel, base, there) if base is not None else ():
            changed = self.change(msgspec.structs.replace(note, library=library), {"note": text})
            if isinstance(changed, Created):
                there.append(msgspec.structs.replace(note, data={**note.data, "note": text}))
        hanging = Hanging(self, library)
        created = Created(number=0, key=found.key, version=found.version)
        hanging.take(created, lacking(children, there), left)
        return hanging.one()

    def _item(self, found: Found) -> str:
        library = found.library or self.home
        if not is_key(found.key) or _TARGET.match(library) is None:
            raise AddressError(
                "what was found has no key that can be one of Zotero's; look for it anew",
                source=self.line.source,
                url=words(self.line.redaction(found.key)),
            )
        return f"/{library}/items/{found.key}"
