"""The connector of the running Zotero: the door that browsers save by. It adds, and no more.

It answers without keys, and takes a session's name only once. So each item has a session of its
own: then it is certain of each whether Zotero has it, and where no answer comes, the same session
asked for again tells whether the first time arrived (409).

Items come into what the user has open in Zotero, and all their tags would be automatic ones. What
is told of the session afterwards (``updateSession``) puts them where they are to be and adds the
user's own tags; it also opens that library or collection in the user's window.

Source: Zotero's own server, ``chrome/content/zotero/xpcom/server/``, 7 to 10, as measured.
"""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import cast

import msgspec

from refman.errors import Cancelled, UnreachableError, WebError
from refman.progress import CancelToken, Progress
from refman.settings import Settings
from refman.web.answer import Stream
from refman.web.line import Raw
from refman.web.polite import Times
from refman.zotero.answers import JSON, words
from refman.zotero.files import FileFault, LocalFile, bytes_of, looked_at
from refman.zotero.here import is_zotero, keeps_citekey, line_here, version_in, write_seconds
from refman.zotero.items import for_connector
from refman.zotero.records import Created, File, Found, Parcel, Refused, Target, Via
from refman.zotero.targets import DEEPEST

__all__ = ["Connector"]

_API = {"X-Zotero-Connector-API-Version": "3"}
_PDF = "application/pdf"
_WAITS = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_CANNOT = "the connector can only add items"


class _Place(msgspec.Struct):
    """Hold a library or a collection, as Zotero lists them."""

    id: str
    name: str
    level: int = 0


class _Places(msgspec.Struct, kw_only=True):
    """Hold what is open in Zotero, and all that takes items; ``id`` is that of a collection."""

    library: int = msgspec.field(name="libraryID")
    library_name: str = msgspec.field(name="libraryName")
    editable: bool = msgspec.field(default=True, name="libraryEditable")
    id: int | None = None
    name: str
    targets: list[_Place] = []


class _Told(msgspec.Struct):
    """Hold what Zotero says of a fault."""

    editable: bool = msgspec.field(default=True, name="libraryEditable")
    error: str | None = None


class Connector:
    """Add items to the running Zotero as a browser does; it is a ``refman.zotero.records.Way``."""

    via = Via.CONNECTOR
    server = "connector"
    can_read = False
    can_change = False
    most_at_once = 1  # what was taken cannot be seen later: each is noted before the next is sent
    remarks: tuple[str, ...] = (
        "in this way refman cannot see what is in Zotero already",
        "Zotero goes to the library or collection that the papers are put into",
    )

    def __init__(
        self,
        settings: Settings,
        cancel: CancelToken,
        *,
        folder: Path | None = None,
        times: Times | None = None,
    ) -> None:
        """Ask who is there.

        Args:
            settings: the port, and how long to wait.
            cancel: stops a question within half a second.
            folder: in which files lie that are named without one; None where those are not sent.
            times: the clock, if it is not to be the machine's.

        Raises:
            WebError: no Zotero is there.
            Cancelled: the user stopped the work.
        """
        self._folder, self._cancel = folder, cancel
        self._write_s = write_seconds(settings)
        self._line = line_here(settings, cancel, times)
        try:
            raw = self._post("ping", {})
            self._must_be_ok(raw)
        except BaseException:
            self._line.close()
            raise
        self._url = raw.url
        self.label = f"Zotero {version_in(raw)} on this computer"
        self.keeps_citekey = keeps_citekey(version_in(raw))

    def close(self) -> None:
        """Close all connections."""
        self._line.close()

    def targets(self) -> list[Target]:
        """Return each library that takes items, and behind it its collections, in order.

        What is open in Zotero is among them even where it takes none: then it is the last, behind
        its library.
        """
        raw = self._post("getSelectedCollection", {})
        self._must_be_ok(raw)
        try:
            places = msgspec.json.decode(raw.body, type=_Places)
        except (msgspec.DecodeError, RecursionError):
            raise self._line.refusal(raw, "sends something else than its collections") from None
        library = f"L{places.library}"
        opened = library if places.id is None else f"C{places.id}"
        rows = list(places.targets)
        known = {each.id for each in rows}
        if library not in known:
            rows.append(_Place(library, places.library_name))
            if places.id is not None:
                rows.append(_Place(opened, places.name, 1))
        return [
            Target(
                id=each.id,
                name=words(each.name),
                level=max(0, min(each.level, DEEPEST)),
                editable=each.id in known or places.editable,
                selected=each.id == opened,
            )
            for each in rows
        ]

    def items(self, target: Target, progress: Progress) -> Iterator[Found]:  # noqa: ARG002 - as Way
        """Yield nothing: this way cannot read."""
        return iter(())

    def add(self, parcels: Sequence[Parcel], target: Target) -> Iterator[Created | Refused]:
        """Put parcels into a target, one after the other; it is opened in the user's window."""
        if not target.editable:
            raise WebError(
                f"{target.name} cannot be changed by you; choose another library or collection",
                source=self._line.source,
                url=self._url,
            )
        for number, parcel in enumerate(parcels):
            self._cancel.check()  # before it is sent
            session = secrets.token_hex(16)
            try:
                raw = self._saved(session, parcel)
            except (WebError, Cancelled):  # it was sent, or a part of it was
                why = "no answer came; look whether it is in Zotero before you push it again"
                yield Refused(number=number, why=why, may_pass=True)
                raise
            if raw is None:
                yield from self._finished(number, session, parcel, target)
            else:
                yield self._refused(number, raw)

    def lost(self, parcel: Parcel) -> Mapping[str, int]:
        """Return what cannot be brought this way."""
        return for_connector(parcel)[1]

    def change(self, found: Found, fields: Mapping[str, object]) -> Created | Refused:  # noqa: ARG002 - as Way
        """Refuse: this way cannot change anything."""
        return Refused(number=0, why=_CANNOT)

    def fill(
        self,
        found: Found,  # noqa: ARG002 - as Way
        parcel: Parcel,  # noqa: ARG002 - as Way
        base: Parcel | None,  # noqa: ARG002 - as Way
    ) -> Created | Refused:
        """Refuse: this way cannot change anything."""
        return Refused(number=0, why=_CANNOT)

    def _saved(self, session: str, parcel: Parcel) -> Raw | None:
        """Save an item in a session; return the answer where that was not done."""
        item, _ = for_connector(parcel)
        automatic, _ = _tags(parcel)
        item |= {"id": session, "tags": automatic}
        data = {"sessionID": session, "uri": "", "items": [item]}
        try:
            raw = self._post("saveItems", data)
            done = {HTTPStatus.CREATED}
        except UnreachableError:
            raw = self._post("saveItems", data)
            done = {HTTPStatus.CREATED, HTTPStatus.CONFLICT}
        return None if raw.status in done else raw

    def _finished(
        self, number: int, session: str, parcel: Parcel, target: Target
    ) -> Iterator[Created]:
        """Do what there is to do after an item was saved; yield it, even if that is stopped."""
        left: list[str] = []
        try:
            left.extend(self._placed(session, target, _tags(parcel)[1]))
            left.extend(self._files(session, parcel))
        except Cancelled:
            left.append("its place, your tags, its files, or a part of these: it was stopped")
            yield Created(number=number, left=tuple(left))
            raise
        yield Created(number=number, left=tuple(left))

    def _refused(self, number: int, raw: Raw) -> Refused:
        try:
            told = msgspec.json.decode(raw.body, type=_Told)
        except (msgspec.DecodeError, RecursionError):
            told = _Told()
        if not told.editable:
            raise self._line.refusal(
                raw, "has nothing open that takes items", "open a library there that you can change"
            )
        why = f"Zotero says: {words(told.error)}" if told.error else _answers_with(raw)
        return Refused(number=number, why=why, status=raw.status, may_pass=raw.status in _WAITS)

    def _placed(self, session: str, target: Target, tags: Sequence[str]) -> Iterator[str]:
        """Put the item of a session where it is to be; yield what was not done."""
        data = {"sessionID": session, "target": target.id, "tags": tags}
        try:
            try:
                raw = self._post("updateSession", data)
            except UnreachableError:  # to say it twice does no harm
                raw = self._post("updateSession", data)
        except WebError as error:
            why = f"Zotero {error.why}"
        else:
            if raw.status == HTTPStatus.OK:
                return
            why = _answers_with(raw)
        yield f"its place, {target.name}: {why}"
        if tags:
            yield f"your tags, {', '.join(tags)}: {why}"

    def _files(self, session: str, parcel: Parcel) -> Iterator[str]:
        """Send the files of a session's item; yield what was not done."""
        for file in parcel.files:
            try:
                local = looked_at(file, self._folder)
                self._send(session, file, local, _address(parcel, local))
            except FileFault as fault:
                yield f"the file {words(file.path)}: {fault}"
            except WebError as error:
                yield f"the file {words(file.path)}: Zotero {error.why}"

    def _send(self, session: str, file: File, local: LocalFile, url: str) -> None:
        if local.media_type != _PDF:
            raise FileFault("only PDFs can be sent this way")
        metadata = {
            "sessionID": session,
            "parentItemID": session,
            "title": words(file.title),
            "url": url,
        }
        with bytes_of(local) as stream:
            raw = self._sent(
                f"saveAttachment?sessionID={session}",
                {"Content-Type": _PDF, "X-Metadata": _in_header(metadata)},
                stream=stream,
            )
        if raw.status == HTTPStatus.OK:
            raise FileFault("this library takes no files")
        if raw.status != HTTPStatus.CREATED:
            raise FileFault(_answers_with(raw))

    def _post(self, what: str, data: Mapping[str, object]) -> Raw:
        return self._sent(what, JSON, msgspec.json.encode(data))

    def _sent(
        self,
        what: str,
        headers: Mapping[str, str],
        body: bytes | None = None,
        stream: Stream | None = None,
    ) -> Raw:
        """Return what Zotero answers, and nobody else."""
        raw = self._line.ask(
            "POST",
            f"/connector/{what}",
            headers={**_API, **headers},
            body=body,
            stream=stream,
            seconds=self._write_s,
        )
        return is_zotero(self._line, raw)

    def _must_be_ok(self, raw: Raw) -> None:
        if raw.status != HTTPStatus.OK:
            raise self._line.refusal(raw, f"answers with status {raw.status}", "start it anew")


def _answers_with(raw: Raw) -> str:
    return f"Zotero answers with status {raw.status}"


def _tags(parcel: Parcel) -> tuple[list[str], list[str]]:
    """Return the tags that came with a record, and the user's own, which are added later."""
    tags = cast("Sequence[Mapping[str, object]]", parcel.item.get("tags", ()))
    return (
        [str(tag["tag"]) for tag in tags if "type" in tag],
        [str(tag["tag"]) for tag in tags if "type" not in tag],
    )


def _address(parcel: Parcel, local: LocalFile) -> str:
    """Return where a file is from: Zotero takes none without an address."""
    url, doi = parcel.item.get("url"), parcel.item.get("DOI")
    if url:
        return str(url)
    return f"https://doi.org/{doi}" if doi else local.path.absolute().as_uri()


def _in_header(data: Mapping[str, str]) -> str:
    """Return data as a header's text: ASCII, and nothing that looks like an encoded word.

    Zotero reads encoded words (RFC 2047) before it reads the JSON, and only from version 8 on;
    what JSON escapes every version reads.
    """
    return json.dumps(data).replace("=?", "=\\u003f")
