"""The API of the Zotero that runs on this computer: it reads, and from Zotero 10 on it writes.

Source: https://www.zotero.org/support/dev/web_api/v3/local_api; measured with Zotero 9.0.6 and
10.0.1.
"""

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from pathlib import Path

import msgspec

from refman.errors import AnswerError, UnreachableError
from refman.progress import CancelToken
from refman.settings import Settings
from refman.web.answer import Stream
from refman.web.line import Raw
from refman.web.polite import Times
from refman.zotero.answers import JSON, decoded, table
from refman.zotero.api import Api
from refman.zotero.files import FileFault, Upload
from refman.zotero.here import is_zotero, keeps_citekey, line_here, version_in, write_seconds
from refman.zotero.keys import Keys, is_key_text, keys_file
from refman.zotero.records import Via
from refman.zotero.repeats import Repeats

__all__ = ["LocalApi"]

_USER_S = 300.0
"""How long the user has to say whether we may write."""

_MOST_ASKS = 5
"""How often a user is asked in one run who allows but one write each time."""

_ALLOW = (
    "allow it in Zotero: Settings > Advanced > Allow other applications on this computer to"
    " communicate with Zotero"
)
_ALWAYS = 'try again, and choose "Always Allow" in Zotero'


class LocalApi(Api):
    """Reach the running Zotero; it is a ``refman.zotero.records.Way``."""

    via = Via.LOCAL
    can_read = True
    home = "users/0"

    def __init__(
        self,
        settings: Settings,
        cancel: CancelToken,
        *,
        keys: Keys | None = None,
        folder: Path | None = None,
        asking: Callable[[], None] | None = None,
        waiting: Callable[[str, float], None] | None = None,
        times: Times | None = None,
    ) -> None:
        """Ask who is there.

        Args:
            settings: the port, and how long to wait.
            cancel: stops a question within half a second.
            keys: that Zoteros gave before; None for those of the user's folder.
            folder: in which files lie that are named without one; None where those are not sent.
            asking: is called when Zotero asks its user, who has to be told to look there.
            waiting: is told who is waited for, and for how many seconds yet.
            times: clock, sleep and chance, if they are not to be the machine's.

        Raises:
            WebError: no Zotero is there, or it does not let other programs in.
            Cancelled: the user stopped the work.
        """
        self.folder = folder
        self.line = line_here(settings, cancel, times)
        web = msgspec.structs.replace(settings.web, retries=min(1, settings.web.retries))
        self._repeats = Repeats(self.line, web, cancel, times=times, waiting=waiting)
        self._write_s = write_seconds(settings)
        self._keys = keys or Keys(keys_file())
        self._asking = asking
        self._asks = 0
        self._server_id = ""
        self._is_denied = False
        try:
            raw = self._checked(self.line.ask("GET", "/api/"))
            self._must_be_ok(raw)
        except BaseException:
            self.line.close()
            raise
        version = version_in(raw)
        server = raw.headers.get("zotero-server-id", "")
        self._server_id = server if is_key_text(server) else ""
        self._key: str | None = None
        self.server = f"local:{self._server_id}"
        self.label = f"Zotero {version} on this computer"
        self.can_change = bool(self._server_id)
        self.keeps_citekey = keeps_citekey(version)
        if self.can_change:
            self._use(self._keys.get(self._server_id))
        else:
            self.remarks = (f"Zotero {version} takes nothing by its local API; Zotero 10 does",)

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
        return self._sent(method, f"/api{path}", tuple(params), headers or {}, body, stream)

    def _sent(
        self,
        method: str,
        path: str,
        params: tuple[tuple[str, str], ...],
        headers: Mapping[str, str],
        body: bytes | None,
        stream: Callable[[], Stream] | None,
    ) -> Raw:
        is_write = method != "GET"
        if is_write:
            self._authorise(path)

        def ask() -> Raw:
            proof = {"Zotero-API-Key": self._key or "", "Zotero-Server-ID": self._server_id}
            return self.line.ask(
                method,
                path,
                params=params,
                headers={"Zotero-API-Version": "3", **headers, **(proof if is_write else {})},
                body=body,
                stream=None if stream is None else stream(),
                seconds=self._write_s if is_write else None,
            )

        raw = self._checked(self._repeats.ask(ask))
        if raw.status == HTTPStatus.UNAUTHORIZED:  # spent by the write before, or taken back
            self._keys.forget(self._server_id)
            self._key = None
            self._authorise(path)
            raw = self._checked(self._repeats.ask(ask))
        if raw.status == HTTPStatus.UNAUTHORIZED:
            raise self.line.refusal(raw, "does not take the key that it gave just now", _ALWAYS)
        return raw

    def _use(self, key: str | None) -> None:
        self._key = key
        if key is not None:
            self.line.redaction.learn(key)

    def _authorise(self, path: str) -> None:
        """Have a key, if need be by asking the user in Zotero.

        Raises:
            WebError: the user does not want it, or does not answer.
        """
        if self._key is not None:
            return
        self._check_asks(path)
        self._asks += 1
        if self._asking is not None:
            self._asking()
        try:
            raw = self._checked(self._repeats.ask(self._ask_user, in_silence=False))
        except UnreachableError as error:
            raise UnreachableError(
                f"Zotero was not told whether refman may write: it {error.why}; {_ALWAYS}",
                source=error.source,
                url=error.url,
                why=error.why,
            ) from error
        if raw.status == HTTPStatus.FORBIDDEN:
            self._is_denied = True
            self._check_asks(path)
        self._must_be_ok(raw)
        answer = table(decoded(self, raw))
        key = answer.get("key")
        if not is_key_text(key):
            raise self.line.refusal(raw, "sends something else where a key is due")
        self._use(str(key))
        if answer.get("remember") is True:
            self._keys.keep(self._server_id, str(key))

    def _ask_user(self) -> Raw:
        return self.line.ask(
            "POST",
            "/api/local/authorize",
            headers={**JSON, "Zotero-API-Version": "3", "Zotero-Server-ID": self._server_id},
            body=msgspec.json.encode({"appName": "refman"}),
            seconds=_USER_S,
        )

    def _check_asks(self, path: str) -> None:
        """Do nothing where the user can be asked whether we may write.

        Raises:
            AnswerError: it is no use.
        """
        if not self.can_change:
            why, advice = "cannot be written to in this way", "Zotero 10 can"
        elif self._is_denied:
            why, advice = "was told that refman may not write", _ALWAYS
        elif self._asks >= _MOST_ASKS:
            why, advice = "lets refman write but once each time it is asked", _ALWAYS
        else:
            return
        raw = Raw(HTTPStatus.FORBIDDEN.value, {}, b"", self.line.url + path)
        raise self.line.refusal(raw, why, advice)

    def _checked(self, raw: Raw) -> Raw:
        """Return an answer of the Zotero that is meant.

        Raises:
            AnswerError: somebody else answers, or it lets nobody in.
        """
        is_zotero(self.line, raw)
        text = raw.body[:200].lower()
        if raw.status == HTTPStatus.FORBIDDEN and b"not enabled" in text:
            raise self.line.refusal(raw, "does not let other programs in", _ALLOW)
        server = raw.headers.get("zotero-server-id", self._server_id)
        is_other = self._server_id not in {"", server}
        if is_other or (raw.status == HTTPStatus.PRECONDITION_FAILED and b"server-id" in text):
            raise self.line.refusal(raw, "is another one than before", "try again")
        return raw

    def _must_be_ok(self, raw: Raw) -> None:
        if raw.status != HTTPStatus.OK:
            raise self.refused(raw)

    def refused(self, raw: Raw) -> AnswerError:
        """Return the error that an answer is where a success was due."""
        match raw.status:
            case HTTPStatus.FORBIDDEN:
                why = "does not let this library be changed"
            case HTTPStatus.NOT_FOUND if raw.url.endswith("/api/"):
                why = "has no API here: it is older than Zotero 7"
            case HTTPStatus.NOT_FOUND:
                why = "does not have this library or collection any more"
            case _:
                why = f"answers with status {raw.status}"
        return self.line.refusal(raw, why)

    def put_bytes(self, upload: Upload, stream: Callable[[], Stream]) -> Raw:
        """Send a file's bytes to Zotero itself, and nowhere else."""
        path = self.line.own_path(upload.url)
        if path is None:
            raise FileFault("Zotero wants it sent to somebody else")
        return self._sent("POST", path, (), {"Content-Type": upload.media_type}, None, stream)

    def may_write(self, library: str, group: Mapping[str, object]) -> bool:  # noqa: ARG002 - as Api
        """Tell whether items may be put into a library."""
        return self.can_change and group.get("libraryEditing") != "admins"
