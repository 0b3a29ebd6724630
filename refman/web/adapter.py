"""requests' adapter with patient sockets that go only where the guard lets them.

The guard and the limits are here, below everything else that requests and urllib3 do, for what lies
above could not keep to them: it gets a body when it has been read, and a host by its name only.
"""

import functools
import http.client
import socket
from collections.abc import Callable
from typing import Any

from requests import PreparedRequest
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.poolmanager import PoolManager
from urllib3.response import HTTPResponse

from refman.web.contacts import Contacts
from refman.web.guard import Guard
from refman.web.patient import (
    Patience,
    PatientContext,
    PatientSocket,
    connect,
    resolve,
    tls_context,
)

__all__ = ["BlockedError", "Door", "GuardedAdapter"]

_POOLS, _POOL_SIZE = 32, 64


class BlockedError(Exception):
    """Say that a host lies where nothing may be asked; no OSError, for nothing was tried."""


class Door:
    """Make connections, each to an address that was checked; note whom those reached."""

    def __init__(
        self,
        guard: Guard,
        contacts: Contacts,
        patience: Patience,
        resolver: Callable[..., Any],
    ) -> None:
        self._guard = guard
        self._contacts = contacts
        self._patience = patience
        self._resolver = resolver

    def connected(self, host: str, port: int, seconds: float | None) -> PatientSocket:
        """Return a socket that is connected to a host.

        Raises:
            BlockedError: none of the host's addresses may be asked.
            OSError: none of those that may be asked answers.
            Cancelled: the user stopped the work.
        """
        found = resolve(host, port, self._patience, self._resolver)
        allowed = [place for place in found if self._guard.check(str(place[3][0]), host, port)]
        if not allowed:
            raise BlockedError(host)
        fault: OSError | None = None
        for family, kind, number, to in allowed:
            try:
                made = connect(family, kind, number, to, self._patience, seconds)
            except OSError as error:
                fault = error
                self._patience.check()
            else:
                self._contacts.note(host, port)
                return made
        assert fault is not None  # there was at least one address
        raise fault


class _Connection(HTTPConnection):
    door: Door

    def _new_conn(self) -> socket.socket:
        return self.door.connected(self._dns_host, self.port, self.timeout)

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # urllib3's own, as it does
        # urllib3 leaves a response open whose headers it refuses, and with it the socket
        made: list[http.client.HTTPResponse] = []

        def noted(*arguments: Any, **keywords: Any) -> http.client.HTTPResponse:
            made.append(http.client.HTTPResponse(*arguments, **keywords))
            return made[-1]

        self.response_class = noted  # type: ignore[assignment]  # called, no more
        try:
            return super().getresponse()
        except BaseException:
            for response in made:
                response.close()
            raise


class _TlsConnection(_Connection, HTTPSConnection):
    pass


class _Pools(PoolManager):
    def __init__(self, door: Door, patience: Patience, **keywords: Any) -> None:
        super().__init__(**keywords)
        self._door = door
        self._patience = patience

    @functools.cached_property
    def _tls(self) -> PatientContext:
        """Made once, where it is needed: reading the authorities takes its time."""
        return tls_context(self._patience, DEFAULT_CA_BUNDLE_PATH)

    def _new_pool(
        self, scheme: str, host: str, port: int, request_context: dict[str, Any] | None = None
    ) -> HTTPConnectionPool:
        is_tls = scheme == "https"
        context = dict(request_context or {}) | ({"ssl_context": self._tls} if is_tls else {})
        pool = super()._new_pool(scheme, host, port, context)
        kind = _TlsConnection if is_tls else _Connection
        pool.ConnectionCls = functools.partial(  # type: ignore[assignment]  # called, no more
            _connection, kind, self._door
        )
        return pool


def _connection(kind: type[_Connection], door: Door, **keywords: Any) -> _Connection:
    made = kind(**keywords)
    made.door = door
    return made


class GuardedAdapter(HTTPAdapter):
    """Send requests through a door. It repeats and redirects nothing, and takes no proxy.

    What stands above it does that, where limits, keys and addresses can be minded each time.
    """

    def __init__(self, door: Door, patience: Patience) -> None:
        self._door = door
        self._patience = patience
        super().__init__(pool_connections=_POOLS, pool_maxsize=_POOL_SIZE, max_retries=0)

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any
    ) -> None:
        """Make the pools of connections."""
        self.poolmanager = _Pools(
            self._door,
            self._patience,
            num_pools=connections,
            maxsize=maxsize,
            block=block,
            **pool_kwargs,
        )

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Do nothing: the context verifies, and loads its authorities but once."""

    def ask(self, prepared: PreparedRequest, seconds: tuple[float, float]) -> Any:
        """Send a request; return urllib3's response, its body not yet read."""
        return self.send(prepared, stream=True, timeout=seconds, proxies=None).raw
