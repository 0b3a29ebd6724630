"""Many addresses asked side by side: each once, host by host, and none for ever."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import partial

from refman.links import github, hugging_face
from refman.links.canonical import split_url
from refman.links.liveness import Liveness, check_address
from refman.links.repositories import RepositoryHost
from refman.progress import SILENT, CancelToken, Progress, stopping
from refman.settings import SourcesSettings
from refman.web import Answer, Request, Web
from refman.web.side_by_side import side_by_side

__all__ = ["LinkRun", "repository_hosts"]

_THREADS = 16

_SMALL_BYTES = 16 * 1024
"""How long an answer may be that is remembered in a run; what is longer is left to the cache."""

_HOST_S, _ADDRESS_S = 120.0, 2.0
"""How long one host may take: so long, and so long for each of its addresses more, in seconds."""


def repository_hosts(settings: SourcesSettings) -> tuple[RepositoryHost, ...]:
    """Return the hosts of repositories that tell more, each with its settings."""
    return github.make(settings.github), hugging_face.make(settings.hugging_face)


class _Once:
    """Ask the web, and nothing twice: who asks for what somebody is asking waits for the answer."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._lock = threading.Lock()
        self._asked: dict[Request, Future[Answer]] = {}

    def send(self, request: Request, *, source: str) -> Answer:
        """Return the answer, as the web gave it the first time."""
        with self._lock:
            known = self._asked.get(request)
            answer: Future[Answer] = known or self._asked.setdefault(request, Future())
        if known is None:
            try:
                told = self._web.send(request, source=source)
                answer.set_result(told)
                if len(told.body) > _SMALL_BYTES:
                    with self._lock:
                        del self._asked[request]  # the web's own cache has it
            except BaseException as error:
                answer.set_exception(error)
                raise
        return answer.result()

    def set_aside(self, source: str, why: str) -> None:
        """Ask this source no more."""
        self._web.set_aside(source, why)

    @property
    def aside(self) -> list[tuple[str, str]]:
        """The sources that were set aside."""
        return self._web.aside


class LinkRun:
    """Find out which addresses are alive; made for one run."""

    def __init__(
        self,
        web: Web,
        hosts: Sequence[RepositoryHost],
        *,
        now: datetime,
        cancel: CancelToken | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take what holds for the run.

        Args:
            web: asks, within the limits of each host.
            hosts: those that tell more of their repositories.
            now: the time, in UTC, for what no answer dates.
            cancel: the one that ``web`` heeds too.
            clock: seconds from any point on, never running back.
        """
        self._web = _Once(web)
        self._hosts = hosts
        self._now = now
        self._cancel = cancel or CancelToken()
        self._clock = clock

    def check(self, urls: Iterable[str], progress: Progress = SILENT) -> dict[str, Liveness | None]:
        """Return what was found out about each address; None where nobody could be asked.

        That is so offline, and at a host that takes too long over its other addresses. Those of one
        host are asked one after the other, the hosts side by side.

        Args:
            urls: canonical; one that is not of the web is left out.
            progress: is told addresses.

        Raises:
            Cancelled: the user stopped the work; what was answered is kept in the web's cache.
        """
        groups: dict[str, list[str]] = {}
        for url in dict.fromkeys(urls):
            if url.startswith(("http://", "https://")):
                groups.setdefault(self._asked_at(url), []).append(url)
        total = sum(map(len, groups.values()))
        found: dict[str, Liveness | None] = {}
        heard = stopping(progress, self._cancel)
        heard.report(0, total)
        calls = [partial(self._check_group, group, found) for group in groups.values()]
        side_by_side(
            calls, self._cancel, lambda _: heard.report(len(found), total), threads=_THREADS
        )
        return found

    def _asked_at(self, url: str) -> str:
        named = (host.name for host in self._hosts if host.named(url) is not None)
        return next(named, split_url(url).host)

    def _check_group(self, urls: Sequence[str], found: dict[str, Liveness | None]) -> None:
        """Check the addresses of one host, in their order."""
        late = self._clock() + _HOST_S + _ADDRESS_S * len(urls)
        for url in urls:
            self._cancel.check()
            is_late = self._clock() > late
            found[url] = (
                None if is_late else check_address(url, self._web, self._hosts, now=self._now)
            )
