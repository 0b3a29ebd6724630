"""Many addresses at once: each once, politely, in bounded time, and stopped at a word."""

import threading
import time

import pytest

from refman.errors import Cancelled
from refman.links.run import _HOST_S, LinkRun, repository_hosts
from refman.model import LinkState
from refman.progress import CancelToken
from refman.web.polite import _STRANGER, Times
from tests.links.site import NOW, Site, page, to, told
from tests.links.test_liveness import GLOW

GITHUB = "https://github.com"


@pytest.fixture
def site():
    with Site() as site:
        yield site


def run_on(site, web, **more):
    return LinkRun(web, repository_hosts(site.settings().sources), now=NOW, **more)


class Told:
    def __init__(self, at=None):
        self.reports, self.at = [], at

    def report(self, done, total=None):
        self.reports.append((done, total))
        if self.at is not None and done >= self.at:
            raise Cancelled("stop")


def test_what_is_asked_is_asked_once_and_not_at_all_with_a_warm_cache(site, tmp_path):
    site.routes |= {
        "lamps.example/a": page(),
        "lamps.example/b": to("http://new.example:{port}/x"),
        "bit.ly/1": to("http://new.example:{port}/x"),
        "bit.ly/2": to("http://new.example:{port}/x"),
        "new.example/x": page(),
        "lamps.example/refused": page(403),
        "127.0.0.1/github/repos/ada/glow": told(GLOW),
        "127.0.0.1/hf/api/models/ada/gone": told({}, 401),
        "github.com/ada/glow/tree/main/lamps": page(),
    }
    urls = [
        *map(site.url, (
            "lamps.example/a", "lamps.example/b", "bit.ly/1", "bit.ly/2", "new.example/x",
            "lamps.example/gone", "lamps.example/a", "lamps.example/refused",
            "github.com/ada/glow/tree/main/lamps",
        )),
        site.url("lamps.example/a") + "#part",
        f"{GITHUB}/ada/glow",
        f"{GITHUB}/Ada/Glow#readme",
        "https://huggingface.co/ada/gone",
        "ftp://lamps.example/old",
    ]  # fmt: skip
    told_ = Told()
    cache = tmp_path / "web.sqlite"
    with site.web(cache=cache) as web:
        found = run_on(site, web).check(urls, told_)
    assert set(found) == {url for url in urls if not url.startswith("ftp")}
    assert [number for _, number in site.counts().most_common(1)] == [1]
    assert told_.reports[0] == (0, len(found))
    assert told_.reports[-1] == (len(found), len(found))
    asked = len(site.asked)
    with site.web(cache=cache) as web:
        again = run_on(site, web).check(urls)
        assert run_on(site, web).check([]) == {}
    assert len(site.asked) == asked
    assert again == found


def test_what_is_no_address_stops_no_other(site):
    site.routes["lamps.example/a"] = page()
    well, bad = site.url("lamps.example/a"), "https://[lamps.example/x"
    for offline, states in (
        (False, {well: LinkState.ALIVE, bad: LinkState.UNCHECKED}),
        (True, {well: None, bad: LinkState.UNCHECKED}),
    ):
        with site.web(offline=offline) as web:
            found = run_on(site, web).check([bad, well])
        assert {url: one and one.state for url, one in found.items()} == states


def test_a_long_answer_is_left_to_the_cache(site, tmp_path):
    site.routes |= {
        "127.0.0.1/github/repos/ada/glow": told(GLOW | {"x": "y" * 20_000}),
        "github.com/ada/glow/a": page(),
        "github.com/ada/glow/b": page(),
    }
    urls = [site.url(f"github.com/ada/glow/{name}") for name in "ab"]
    for cache, times in ((tmp_path / "c", 1), (None, 2)):
        site.asked.clear()
        with site.web(cache=cache) as web:
            found = run_on(site, web).check(urls)
        assert {one.repository.stars for one in found.values()} == {1234}
        assert site.counts()["GET", "127.0.0.1/github/repos/ada/glow"] == times


def test_one_silent_host_stops_no_other_and_is_asked_no_more(site):
    site.routes |= {f"lamps.example/{n}": page() for n in range(3)}
    urls = [site.url(f"lamps.example/{n}") for n in range(3)]
    silent = [f"http://lost.nowhere/{n}" for n in range(50)]
    with site.web() as web:
        found = run_on(site, web).check([*silent, *urls])
    assert {found[url].state for url in urls} == {LinkState.ALIVE}
    assert {found[url].state for url in silent} == {LinkState.UNREACHABLE}
    assert {found[url].why for url in silent} == {"cannot be found (is this machine online?)"}


def test_who_is_asked_too_much_is_left_alone(site):
    site.routes |= {f"busy.example/{n}": page(429, retry_after="99999") for n in range(20)}
    with site.web() as web:
        found = run_on(site, web).check([site.url(f"busy.example/{n}") for n in range(20)])
    assert {one.state for one in found.values()} == {LinkState.UNCHECKED}
    assert {one.why for one in found.values()} == {"is asked too much (429)"}
    assert len(site.asked) == 1


class Clock:
    """Runs as fast as it is waited on, for all threads."""

    def __init__(self, step=0.0):
        self.lock = threading.Lock()
        self.seconds, self.step = 0.0, step

    def __call__(self):
        with self.lock:
            self.seconds += self.step
            return self.seconds

    def pause(self, seconds):
        with self.lock:
            self.seconds += seconds


def test_links_of_one_host_keep_its_pace(site):
    site.routes |= {f"lamps.example/{n}": page() for n in range(20)}
    clock = Clock()
    times = Times(clock=clock, pause=clock.pause, now=lambda: NOW, chance=lambda: 1.0)
    with site.web(times=times) as web:
        found = run_on(site, web).check([site.url(f"lamps.example/{n}") for n in range(20)])
    assert {one.state for one in found.values()} == {LinkState.ALIVE}
    assert clock.seconds == pytest.approx(19 * _STRANGER.interval_s)


def test_a_host_that_takes_for_ever_is_left_at_last(site):
    site.routes |= {f"lamps.example/{n}": page() for n in range(9)}
    urls = [site.url(f"lamps.example/{n}") for n in range(9)]
    with site.web() as web:
        found = run_on(site, web, clock=Clock(step=_HOST_S / 3)).check(urls)
    answered = [url for url in urls if found[url] is not None]
    assert answered == urls[: len(answered)]
    assert 0 < len(answered) < 9
    assert len(site.asked) == len(answered)


def test_it_stops_within_half_a_second(site):
    def slow():
        site.released.wait(30)
        return page()

    site.routes |= {f"{host}/": slow for host in ("lamps.example", "new.example", "lab.example")}
    cancel = CancelToken()
    stopped = []

    def stop():
        with site.came:
            site.came.wait_for(lambda: len(site.asked) >= 3, 10)
        stopped.append(time.monotonic())
        cancel.cancel()

    thread = threading.Thread(target=stop)
    thread.start()
    times = Times()
    with site.web(cancel=cancel, times=times) as web, pytest.raises(Cancelled):
        run_on(site, web, cancel=cancel).check(
            [site.url(f"{host}/") for host in ("lamps.example", "new.example", "lab.example")]
        )
    assert time.monotonic() - stopped[0] < 1  # half a second, and a busy machine
    thread.join()


def test_who_watches_may_stop_it_and_what_was_answered_is_kept(site, tmp_path):
    site.routes |= {f"lamps.example/{n}": page() for n in range(4)}
    urls = [site.url(f"lamps.example/{n}") for n in range(4)]
    cancel = CancelToken()
    with site.web(cancel=cancel, cache=tmp_path / "c") as web, pytest.raises(Cancelled):
        run_on(site, web, cancel=cancel).check(urls, Told(at=1))
    assert cancel.is_cancelled
    with site.web(cache=tmp_path / "c") as web:
        assert len(run_on(site, web).check(urls)) == 4
    # The one question that was on its way when it was stopped has no answer that could be kept.
    assert sum(site.counts().values()) in (len(urls), len(urls) + 1)


def test_a_wrong_key_is_said_once_and_pages_tell(site):
    site.routes["127.0.0.1/github/repos/ada/glow"] = told({}, 401)
    site.routes |= {f"github.com/ada/glow{n}": page() for n in ("", "2")}
    urls = [site.url("github.com/ada/glow"), site.url("github.com/ada/glow2")]
    with site.web(key="k3y") as web:
        run = LinkRun(web, repository_hosts(site.settings(key="k3y").sources), now=NOW)
        found = run.check(urls)
        assert run._web.aside == web.aside
    assert web.aside == [("github", "does not take the key (sources.github.key)")]
    assert {one.state for one in found.values()} == {LinkState.ALIVE}
    assert sum("/repos/" in place for _, place in site.asked) == 1
