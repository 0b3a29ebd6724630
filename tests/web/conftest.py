import datetime as dt

import msgspec
import pytest

from refman.progress import CancelToken
from refman.settings import Settings, SourceSettings, WebSettings
from refman.web import patient
from refman.web.polite import PoliteWeb, Times
from tests.web.servers import Server


class FakeTimes:
    """A clock that stands still but for pauses, which are noted, and for a step at each look."""

    def __init__(self, step: float = 0.0) -> None:
        self.seconds = 0.0
        self.step = step
        self.pauses: list[float] = []

    def clock(self) -> float:
        self.seconds += self.step
        return self.seconds

    def now(self) -> dt.datetime:
        return dt.datetime(2031, 5, 4, 3, 2, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=self.seconds)

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.seconds += seconds

    @property
    def times(self) -> Times:
        return Times(now=self.now, clock=self.clock, pause=self.pause, chance=lambda: 1.0)


@pytest.fixture(autouse=True)
def _short_slices(monkeypatch):
    """A wait that is bounded by the tests' own clock lasts a few slices of real time."""
    monkeypatch.setattr(patient, "SLICE", 0.01)


@pytest.fixture
def fake() -> FakeTimes:
    return FakeTimes()


@pytest.fixture
def cancel() -> CancelToken:
    return CancelToken()


@pytest.fixture
def serve():
    """Start a server that gives these replies."""
    servers = []

    def start(*replies, context=None) -> Server:
        servers.append(Server(*replies, context=context))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def open_at(fake, cancel, tmp_path):
    """Open a client whose sources lie at these addresses, with settings of [web] changed."""
    webs = []

    def open_(
        *,
        cache=True,
        key=None,
        per_second=1000.0,
        concurrency=64,
        resolver=None,
        times=None,
        arxiv=None,
        crossref=None,
        **web,
    ) -> PoliteWeb:
        settings = Settings(web=WebSettings(**web))
        sources = {
            name: SourceSettings(
                base_url=url, key=key, requests_per_second=per_second, concurrency=concurrency
            )
            for name, url in (("arxiv", arxiv), ("crossref", crossref))
            if url is not None
        }
        settings = msgspec.structs.replace(
            settings, sources=msgspec.structs.replace(settings.sources, **sources)
        )
        file = tmp_path / "cache" / "web.sqlite" if cache is True else cache
        webs.append(
            PoliteWeb(
                settings,
                cache_file=file or None,
                cancel=cancel,
                times=times or fake.times,
                resolver=resolver,
            )
        )
        return webs[-1]

    yield open_
    for web in webs:
        web.close()
