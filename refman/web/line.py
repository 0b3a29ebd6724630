"""A line to one program or service: asked by any method, and nobody else is asked.

What ``refman.web.polite`` does for questions is wrong for what changes something: nothing is kept
here, asked twice, or sent on to where an answer points. An address of this computer is asked
whatever the settings say of the web, for what is there is none.
"""

import ipaddress
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from refman.errors import AddressError, AnswerError, OfflineError, UnreachableError, WebError
from refman.progress import CancelToken
from refman.settings import WebSettings
from refman.web.answer import Request, Stream
from refman.web.client import Bounds, Client, FaultError, Kind, Raw, user_agent
from refman.web.contacts import Contacts, contacts_file
from refman.web.guard import DEFAULT_PORTS, Guard, is_public, origin
from refman.web.polite import Times
from refman.web.secrets import Redaction

__all__ = ["Line", "Raw"]

_THIS_COMPUTER = frozenset({"127.0.0.1", "localhost", "::1"})

_ERRORS: Mapping[Kind, type[WebError]] = {
    Kind.ADDRESS: AddressError,
    Kind.CERTIFICATE: UnreachableError,
    Kind.SILENT: UnreachableError,
    Kind.UNUSABLE: AnswerError,
}


class Line:
    """Ask one origin; safe to use from several threads at once.

    Attributes:
        source: who is asked, for people.
        url: of the origin, without a slash at its end.
        is_local: whether it is this computer.
        redaction: takes the keys out of what is told.
    """

    def __init__(
        self,
        url: str,
        web: WebSettings,
        cancel: CancelToken,
        *,
        source: str,
        advice: str | None = None,
        keys: Iterable[str] = (),
        is_from_stranger: bool = False,
        times: Times | None = None,
        resolver: Callable[..., object] | None = None,
    ) -> None:
        """Take whom to ask.

        Args:
            url: of this origin; the rest of it does not matter.
            web: contact, bounds, and whether the web may be asked.
            cancel: stops a question within half a second.
            source: who is asked, for people.
            advice: what to do where nobody answers, a clause.
            keys: which are never told.
            is_from_stranger: somebody else named the address: then not even this computer is asked.
            times: the clock, if it is not to be the machine's.
            resolver: as ``socket.getaddrinfo``, if it is not to be that.

        Raises:
            AddressError: this is no address of the web.
        """
        self.source = source
        self.redaction = Redaction(keys)
        shown = self.redaction(url)
        Guard.check_url(url, source=source, shown=shown)
        self._origin = scheme, host, port = origin(url)
        self.is_local = host in _THIS_COMPUTER and not is_from_stranger
        self.url = f"{scheme}://{f'[{host}]' if ':' in host else host}"
        if port != DEFAULT_PORTS[scheme]:
            self.url += f":{port}"
        self._advice = advice
        self._offline = web.offline and not self.is_local
        times = times or Times()
        self._client = Client(
            guard=_OneOrigin(host, port, is_local=self.is_local),
            contacts=Contacts(contacts_file(), times.now),
            bounds=Bounds.of(web),
            user_agent=user_agent(web.contact),
            redaction=self.redaction,
            cancel=cancel,
            clock=times.clock,
            **({"resolver": resolver} if resolver is not None else {}),
        )

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def ask(
        self,
        method: str,
        path: str,
        *,
        params: Iterable[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        stream: Stream | None = None,
        seconds: float | None = None,
    ) -> Raw:
        """Return what was answered, whatever its status, redirects too.

        Args:
            method: of HTTP.
            path: from the first slash on, quoted as it has to be.
            params: are added to it, unescaped.
            headers: beside those that every request has.
            body: what is sent, at once; or
            stream: what is sent, read while it is.
            seconds: how long the answer may take to begin; None for what the settings say.

        Raises:
            WebError: there is no answer.
            Cancelled: the user stopped the work.
        """
        whole = self.url + path
        shown = self.redaction(whole)
        if not path.startswith("/"):
            raise self._error(AddressError, "cannot be asked: the address is not valid", shown)
        if self._offline:
            why = "is not asked, for web.offline is set"
            raise self._error(OfflineError, why, shown)
        request = Request(
            whole,
            params=tuple(params),
            headers=tuple((headers or {}).items()),
            body=body,
            stream=stream,
            verb=method,
            follow=False,
        )
        try:
            return self._client.exchange(request, seconds=seconds)
        except FaultError as fault:
            advice = self._advice if fault.kind is Kind.SILENT else None
            raise self._error(_ERRORS[fault.kind], fault.why, shown, advice) from fault

    def refusal(self, raw: Raw, why: str, advice: str | None = None) -> AnswerError:
        """Return the error that an answer is; of the clause ``why`` the source is the subject."""
        return AnswerError(
            self._told(why, self.redaction(raw.url), advice),
            source=self.source,
            url=self.redaction(raw.url),
            status=raw.status,
            why=why,
        )

    def own_path(self, url: str) -> str | None:
        """Return the path, with its parameters, of an address of this origin; None for others.

        The names of this computer are one.
        """
        try:
            scheme, host, port = origin(url)
            parts = urlsplit(url)
        except ValueError:
            return None
        ours, host_of_ours, port_of_ours = self._origin
        is_host = host == host_of_ours or (self.is_local and host in _THIS_COMPUTER)
        if not is_host or (scheme, port) != (ours, port_of_ours) or "@" in parts.netloc:
            return None
        return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

    def _error(
        self, kind: type[WebError], why: str, shown: str, advice: str | None = None
    ) -> WebError:
        return kind(self._told(why, shown, advice), source=self.source, url=shown, why=why)

    def _told(self, why: str, shown: str, advice: str | None) -> str:
        place = shown.partition("?")[0]  # what stands behind it may be long, and says little
        return f"{self.source} {why} ({place})" + (f"; {advice}" if advice else "")


class _OneOrigin(Guard):
    """Let through one host, and only where it is what it is said to be."""

    def __init__(self, host: str, port: int, *, is_local: bool) -> None:
        super().__init__((), ())
        self._host, self._port, self._is_local = host, port, is_local

    def check(self, address: str, host: str, port: int) -> bool:
        """Tell whether a connection to this address, for this host, may be made."""
        if (host.rstrip("."), port) != (self._host, self._port):
            return False
        if self._is_local:
            return ipaddress.ip_address(address).is_loopback
        return is_public(address)
