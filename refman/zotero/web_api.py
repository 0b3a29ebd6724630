"""The library on the web: zotero.org, by the user's key.

Source: https://www.zotero.org/support/dev/web_api/v3/basics;
https://www.zotero.org/support/dev/web_api/v3/file_upload.
"""

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from refman.errors import AnswerError, SettingsError, WebError
from refman.progress import CancelToken
from refman.settings import Settings
from refman.web.answer import Stream
from refman.web.guard import origin
from refman.web.line import Line, Raw
from refman.web.polite import Times
from refman.zotero.answers import decoded, table, whole_number, words
from refman.zotero.api import Api
from refman.zotero.files import FileFault, Upload
from refman.zotero.keys import is_key_text
from refman.zotero.records import Via
from refman.zotero.repeats import Repeats

__all__ = ["WebApi"]

_UPLOAD_S = 600.0
"""How long the store of files may take; what is sent may be large, and lines slow."""

_MAKE_KEY = "make one at https://www.zotero.org/settings/keys"


class WebApi(Api):
    """Reach the library on the web; it is a ``refman.zotero.records.Way``."""

    via = Via.WEB
    can_read = True
    keeps_citekey = True

    def __init__(
        self,
        settings: Settings,
        cancel: CancelToken,
        *,
        folder: Path | None = None,
        waiting: Callable[[str, float], None] | None = None,
        times: Times | None = None,
        resolver: Callable[..., object] | None = None,
    ) -> None:
        """Ask whose key it is.

        Args:
            settings: the key, the address, and how long to wait.
            cancel: stops a question within half a second.
            folder: in which files lie that are named without one; None where those are not sent.
            waiting: is told who is waited for, and for how many seconds yet.
            times: clock, sleep and chance, if they are not to be the machine's.
            resolver: as ``socket.getaddrinfo``, if it is not to be that.

        Raises:
            SettingsError: there is no key, or none that can be one.
            WebError: nobody answers, or the key is not taken.
            Cancelled: the user stopped the work.
        """
        key = settings.zotero.web_key
        url = settings.zotero.web_url
        if not key:
            raise SettingsError(
                f"there is no key for the library on the web: {_MAKE_KEY}, and set zotero.web_key",
                setting="zotero.web_key",
            )
        if not is_key_text(key):
            raise SettingsError(
                f"zotero.web_key cannot be a key: {_MAKE_KEY}", setting="zotero.web_key"
            )
        self.folder = folder
        self._web, self._cancel, self._times, self._resolver = (
            settings.web, cancel, times, resolver,
        )  # fmt: skip
        self._prefix = urlsplit(url).path.rstrip("/")
        self._headers = {"Zotero-API-Key": str(key), "Zotero-API-Version": "3"}
        self.line = Line(
            url, settings.web, cancel,
            source="zotero.org", keys=(key,), times=times, resolver=resolver,
        )  # fmt: skip
        self._repeats = Repeats(self.line, settings.web, cancel, times=times, waiting=waiting)
        try:
            self._check_is_safe(url)
            self._read_rights()
        except BaseException:
            self.line.close()
            raise

    def _check_is_safe(self, url: str) -> None:
        if not self.line.is_local and origin(url)[0] != "https":
            raise SettingsError(
                "zotero.web_url has to begin with https://: a key is sent there",
                setting="zotero.web_url",
            )

    def _read_rights(self) -> None:
        raw = self.send("GET", "/keys/current")
        if raw.status in {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}:
            raise self.line.refusal(raw, "does not know the key in zotero.web_key", _MAKE_KEY)
        if raw.status != HTTPStatus.OK:
            raise self.refused(raw)
        whole = table(decoded(self, raw))
        user, name = whole_number(whole.get("userID")), whole.get("username")
        access = table(whole.get("access"))
        if user is None:
            raise self.line.refusal(raw, "does not say whose key it is")
        self._user = user
        self._own = table(access.get("user"))
        self._groups = table(access.get("groups"))
        self.home = f"users/{user}"
        self.sees_home = self._own.get("library") is True
        self.server = f"www:{user}"
        shown = words(name) if isinstance(name, str) else ""
        self.label = f"{shown or user} at zotero.org"
        groups = [table(rights) for rights in self._groups.values()]
        self.can_change = any(rights.get("write") is True for rights in (self._own, *groups))

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
        params = tuple(params)

        def ask() -> Raw:
            return self.line.ask(
                method,
                self._prefix + path,
                params=params,
                headers={**self._headers, **(headers or {})},
                body=body,
                stream=None if stream is None else stream(),
            )

        return self._repeats.ask(ask)

    def refused(self, raw: Raw) -> AnswerError:
        """Return the error that an answer is where a success was due."""
        advice = None
        match raw.status:
            case HTTPStatus.FORBIDDEN:
                why = "does not allow this with the key in zotero.web_key"
                advice = "give it the right to write at https://www.zotero.org/settings/keys"
            case HTTPStatus.NOT_FOUND:
                why = "does not have this library or collection any more"
            case HTTPStatus.CONFLICT:
                why, advice = "keeps this library locked at the moment", "try again in a while"
            case _:
                why = f"answers with status {raw.status}"
        return self.line.refusal(raw, why, advice)

    def put_bytes(self, upload: Upload, stream: Callable[[], Stream]) -> Raw:
        """Send a file's bytes to the store that zotero.org names; it gets no key of ours."""
        headers = {"Content-Type": upload.media_type}
        path = self.line.own_path(upload.url)
        if path is not None:
            return self._repeats.ask(
                lambda: self.line.ask(
                    "POST", path, headers=headers, stream=stream(), seconds=_UPLOAD_S
                )
            )
        try:
            scheme, host, _ = origin(upload.url)
        except ValueError:
            scheme = host = ""
        if scheme != "https":
            raise FileFault("zotero.org wants it sent to no address of the web")
        parts = urlsplit(upload.url)
        try:
            store = Line(
                upload.url, self._web, self._cancel,
                source=host, is_from_stranger=True, times=self._times, resolver=self._resolver,
            )  # fmt: skip
            try:
                return store.ask(
                    "POST",
                    (parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
                    headers=headers,
                    stream=stream(),
                    seconds=_UPLOAD_S,
                )
            finally:
                store.close()
        except WebError as error:
            raise FileFault(f"the store of files {error.why or 'cannot be asked'}") from error

    def may_write(self, library: str, group: Mapping[str, object]) -> bool:
        """Tell whether items may be put into a library: by the key, and by the group's rules."""
        if library == self.home:
            return self._own.get("write") is True
        rights = self._groups.get(library.partition("/")[2], self._groups.get("all"))
        admins = group.get("admins")
        is_admin = self._user == group.get("owner") or (
            isinstance(admins, list) and self._user in admins
        )
        return table(rights).get("write") is True and (
            is_admin or group.get("libraryEditing") != "admins"
        )
