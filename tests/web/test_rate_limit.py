import threading

import pytest

from refman.errors import Cancelled
from refman.web.rate_limit import LONGEST_WAIT, Limit, RateLimits
from tests.web.conftest import FakeTimes

SLOW = Limit(interval_s=3.0, concurrency=1)


def go() -> None:
    pass


def starts(limits, fake, limit, count, lasts_s=0.0):
    noted = []
    for _ in range(count):
        with limits.turn("a", limit, go):
            noted.append(fake.seconds)
            fake.seconds += lasts_s
    return noted


def test_requests_go_so_far_apart(fake):
    limits = RateLimits(fake.clock, fake.pause)
    assert starts(limits, fake, SLOW, 3) == [0, 3, 6]
    assert max(fake.pauses) <= LONGEST_WAIT


def test_one_at_a_time_means_from_the_end_of_one_to_the_start_of_the_next(fake):
    limits = RateLimits(fake.clock, fake.pause)
    assert starts(limits, fake, SLOW, 3, lasts_s=10) == [0, 13, 26]


def test_several_at_a_time_count_from_start_to_start(fake):
    limits = RateLimits(fake.clock, fake.pause)
    limit = Limit(interval_s=3.0, concurrency=2)
    assert starts(limits, fake, limit, 3, lasts_s=10) == [0, 10, 20]
    fake.seconds = 100
    assert starts(limits, fake, limit, 3, lasts_s=1) == [100, 103, 106]


def test_services_do_not_wait_for_each_other(fake):
    limits = RateLimits(fake.clock, fake.pause)
    for name in "abc":
        with limits.turn(name, SLOW, go):
            pass
    assert fake.pauses == []


def test_a_hold_keeps_all_back_and_is_never_shortened(fake):
    limits = RateLimits(fake.clock, fake.pause)
    limits.hold("a", 60)
    limits.hold("a", 5)
    assert starts(limits, fake, SLOW, 1) == [60]


def test_no_more_are_under_way_than_allowed(fake):
    limits = RateLimits(fake.clock, fake.pause)
    limit = Limit(interval_s=0.0, concurrency=2)
    with limits.turn("a", limit, go), limits.turn("a", limit, go):
        tries = iter([None, None, Cancelled("the work was stopped")])

        def check():
            if (error := next(tries)) is not None:
                raise error

        with pytest.raises(Cancelled), limits.turn("a", limit, check):
            pytest.fail("there were three")
    assert starts(limits, fake, limit, 1)


def test_a_turn_that_fails_is_given_back(fake):
    limits = RateLimits(fake.clock, fake.pause)
    for _ in range(3):
        with pytest.raises(KeyError), limits.turn("a", SLOW, go):
            raise KeyError
    assert starts(limits, fake, SLOW, 1) == [9]


def test_who_may_not_ask_takes_no_turn(fake):
    limits = RateLimits(fake.clock, fake.pause)

    def never():
        raise Cancelled("the work was stopped")

    with pytest.raises(Cancelled), limits.turn("a", SLOW, never):
        pytest.fail("it went")
    assert starts(limits, fake, SLOW, 1) == [0]


def test_threads_share_the_limits():
    ticking = FakeTimes()
    lock = threading.Lock()
    noted, under_way, most = [], [], []

    def pause(seconds):
        with lock:
            ticking.seconds += seconds

    limits = RateLimits(ticking.clock, pause)
    limit = Limit(interval_s=1.0, concurrency=3)

    def work():
        for _ in range(10):
            with limits.turn("a", limit, go):
                under_way.append(1)
                noted.append(ticking.seconds)
                most.append(len(under_way))
                under_way.pop()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(noted) == 80
    assert max(most) <= 3
    noted.sort()
    assert noted[-1] - noted[0] >= 79


def test_who_waits_is_told_for_whom_and_how_long_yet(fake):
    told = []
    limits = RateLimits(fake.clock, fake.pause, lambda *waited: told.append(waited))
    assert starts(limits, fake, Limit(interval_s=1.0, concurrency=1), 2) == [0, 1]
    assert told == [("a", 1.0), ("a", 0.5)]
