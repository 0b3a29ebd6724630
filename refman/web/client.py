"""One request and its answer, by requests: bounded in time and size, guarded, and stopped at once.

This is the only module that knows requests (with its adapter, ``refman.web.adapter``). It does not
repeat, redirect, keep or wait; ``refman.web.polite`` does.

Proxies of the environment are not used, nor are ``.netrc`` and cookies: through a proxy it cannot
be seen which address a name stands for, and no private network is safe from what a listing names.
"""

import contextlib
import http.client
import logging
import socket
import ssl
from collections.abc import Callable, Generator, Iterator, Mapping
from enum import Enum
from typing import Any, Self

import msgspec
import requests
import urllib3

from refman import __version__
from refman.progress import CancelToken
from refman.settings import WebSettings
from refman.web.adapter import BlockedError, Door, GuardedAdapter
from refman.web.answer import Request
from refman.web.contacts import Contacts
from refman.web.guard import Guard
from refman.web.patient import Patience, TooMuchError
from refman.web.secrets import RedactingFilter, Redaction

__all__ = ["Bounds", "Client", "FaultError", "Kind", "Raw", "user_agent"]

_MOST_HEADERS = 256 * 1024
"""How many bytes of status and headers are taken; servers send a few thousand."""

_CHUNK = 64 * 1024

_NOT_VALID = "cannot be asked: the address or a header is not valid"

_LOGGERS = ("urllib3.connection", "urllib3.connectionpool", "urllib3.poolmanager")


_log = logging.getLogger(__name__)


def user_agent(contact: str | None) -> str:
    """Return who asks: the program, and whom to write to."""
    return f"refman/{__version__}" + (f" (+mailto:{contact})" if contact else "")


class Kind(Enum):
    """Tell faults apart by what to do about them."""

    ADDRESS = "address"  # it must not or cannot be asked: nothing helps
    CERTIFICATE = "certificate"  # nobody can be sure who answers
    SILENT = "silent"  # no whole answer came: ask again
    UNUSABLE = "unusable"  # an answer came, and would come again


class FaultError(Exception):
    """Say why there is no answer.

    Attributes:
        kind: what to do about it.
        why: a clause for people, of which the subject is the host: "refuses connections".
    """

    def __init__(self, kind: Kind, why: str) -> None:
        super().__init__(why)
        self.kind = kind
        self.why = why


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """Say how long an exchange may take, in seconds, and how large its body may be, in bytes."""

    connect_s: float
    read_s: float
    answer_s: float
    body_bytes: int

    @classmethod
    def of(cls, web: WebSettings) -> Self:
        """Return what the settings say."""
        return cls(
            connect_s=web.connect_seconds,
            read_s=web.read_seconds,
            answer_s=web.answer_seconds,
            body_bytes=int(web.limit_mb * 1024 * 1024),
        )


class Raw(msgspec.Struct, frozen=True):
    """Hold an answer as it came, its body unpacked; header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


class Client:
    """Exchange one request for one answer; safe to use from several threads at once."""

    def __init__(
        self,
        *,
        guard: Guard,
        contacts: Contacts,
        bounds: Bounds,
        user_agent: str,
        redaction: Redaction,
        cancel: CancelToken,
        clock: Callable[[], float],
        resolver: Callable[..., Any] = socket.getaddrinfo,
    ) -> None:
        self._bounds = bounds
        self._redaction = redaction
        self._headers = {
            "User-Agent": user_agent,
            "Accept": "*/*",
            "Accept-Encoding": "gzip, deflate",
        }
        self._patience = Patience(cancel, clock)
        door = Door(guard, contacts, self._patience, resolver)
        self._adapter = GuardedAdapter(door, self._patience)
        self._filter = RedactingFilter(redaction)
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(self._filter)

    def close(self) -> None:
        """Close all connections that are not in use; those in use close when they are done."""
        self._adapter.close()
        for name in _LOGGERS:
            logging.getLogger(name).removeFilter(self._filter)

    def exchange(self, request: Request, *, seconds: float | None = None) -> Raw:
        """Return what was answered, whatever its status, redirects too.

        Args:
            request: what is asked.
            seconds: how long this one may stay unanswered; None for what the bounds say.

        Raises:
            FaultError: there is no answer, or none that is taken.
            Cancelled: the user stopped the work.
        """
        bounds = self._bounds
        read_s, answer_s = bounds.read_s, bounds.answer_s
        if seconds is not None:
            read_s, answer_s = seconds, seconds + answer_s
        prepared = self._prepared(request)
        with self._patience.exchange(answer_s, _MOST_HEADERS), self._told():
            response = self._adapter.ask(prepared, (bounds.connect_s, read_s))
            try:
                headers = {name.lower(): response.headers[name] for name in response.headers}
                body = self._body(response, request.most_bytes)
            finally:
                response.close()
        return Raw(response.status, headers, body, str(prepared.url))

    def _prepared(self, request: Request) -> requests.PreparedRequest:
        try:
            return requests.Request(
                request.method,
                request.url,
                params=list(request.params),
                headers=self._headers | dict(request.headers),
                data=request.body if request.stream is None else request.stream,
            ).prepare()
        except (requests.RequestException, urllib3.exceptions.HTTPError, ValueError) as error:
            raise self._logged(FaultError(Kind.ADDRESS, _NOT_VALID), error) from None

    def _body(self, response: Any, wanted: int | None) -> bytes:
        """Return a body, or its first bytes where no more are wanted."""
        most = self._bounds.body_bytes
        self._patience.allow(most)
        parts: list[bytes] = []
        left, missing = most, most + 1 if wanted is None else wanted
        while missing > 0 and (part := response.read(min(_CHUNK, missing), decode_content=True)):
            parts.append(part)
            left -= len(part)
            missing -= len(part)
            if left < 0:
                raise TooMuchError
            self._patience.check()  # unpacking takes time too
        return b"".join(parts)

    @contextlib.contextmanager
    def _told(self) -> Generator[None]:
        """Turn what requests, urllib3 and sockets raise into one fault with one clause.

        The causes are cut off, for their messages repeat addresses with the keys in them.
        """
        try:
            yield
        except BlockedError:
            raise FaultError(Kind.ADDRESS, "lies in a private network") from None
        except TooMuchError:
            megabytes = self._bounds.body_bytes / (1024 * 1024)
            raise FaultError(
                Kind.UNUSABLE, f"sends more than {megabytes:g} MiB (web.limit_mb)"
            ) from None
        except (
            OSError,  # requests' errors are of it too
            urllib3.exceptions.HTTPError,
            http.client.HTTPException,
            ValueError,
        ) as error:
            raise self._logged(self._fault(error), error) from None

    def _logged(self, fault: FaultError, error: BaseException) -> FaultError:
        _log.debug("%s: %s", fault.why, self._redaction(repr(error)))
        return fault

    @staticmethod
    def _fault(error: BaseException) -> FaultError:
        roots = list(_roots(error))
        for kind, classes, why in _FAULTS:
            if any(isinstance(root, classes) for root in roots):
                return FaultError(kind, why)
        return FaultError(Kind.SILENT, "does not answer")


_FAULTS: tuple[tuple[Kind, tuple[type[BaseException], ...], str], ...] = (
    (
        Kind.CERTIFICATE,
        (ssl.SSLCertVerificationError,),
        "shows a certificate that is not valid",
    ),
    # such as a label of 300 letters, which no name has
    (Kind.ADDRESS, (UnicodeError,), _NOT_VALID),
    (Kind.SILENT, (socket.gaierror,), "cannot be found (is this machine online?)"),
    (Kind.SILENT, (ConnectionRefusedError,), "refuses connections"),
    (Kind.SILENT, (TimeoutError, urllib3.exceptions.TimeoutError), "takes too long to answer"),
    (Kind.UNUSABLE, (urllib3.exceptions.DecodeError,), "sends a body that cannot be unpacked"),
    (
        Kind.UNUSABLE,
        (urllib3.exceptions.InvalidHeader, requests.exceptions.InvalidHeader),
        "sends headers that cannot be read",
    ),
    (Kind.SILENT, (ssl.SSLError,), "breaks off the encrypted connection"),
    (Kind.SILENT, (ConnectionError, http.client.HTTPException), "breaks off in the middle"),
)
"""What lies at the root of a fault, the first that fits."""


def _roots(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and all that it was made of: causes, contexts, and errors among arguments."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        error = waiting.pop()
        if id(error) in seen:
            continue
        seen.add(id(error))
        yield error
        parts = (error.__cause__, error.__context__, getattr(error, "reason", None), *error.args)
        waiting.extend(part for part in parts if isinstance(part, BaseException))
