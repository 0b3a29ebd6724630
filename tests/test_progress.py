import threading

import pytest

from refman.errors import Cancelled
from refman.progress import SILENT, CancelToken, stopping


class Noted:
    def __init__(self, stop_at=None):
        self.stop_at = stop_at
        self.noted = []

    def report(self, done, total=None):
        if done == self.stop_at:
            raise Cancelled("the work was stopped")
        self.noted.append((done, total))


def test_a_token_stops_those_who_ask_it():
    token = CancelToken()
    token.check()
    token.wait(0)
    assert not token.is_cancelled
    token.cancel()
    assert token.is_cancelled
    for ask in (token.check, lambda: token.wait(1_000_000)):
        with pytest.raises(Cancelled):
            ask()


def test_a_token_wakes_those_who_wait():
    token = CancelToken()
    heard = []

    def wait():
        with pytest.raises(Cancelled):
            token.wait(1_000_000)
        heard.append(True)

    threads = [threading.Thread(target=wait) for _ in range(3)]
    for thread in threads:
        thread.start()
    token.cancel()
    for thread in threads:
        thread.join(10)
    assert heard == [True] * 3


def test_a_token_stops_a_progress_and_a_progress_a_token():
    token, noted = CancelToken(), Noted(stop_at=2)
    joined = stopping(noted, token)
    joined.report(1, 3)
    assert not token.is_cancelled
    with pytest.raises(Cancelled):
        joined.report(2, 3)
    assert token.is_cancelled
    with pytest.raises(Cancelled):
        joined.report(3, 3)
    assert noted.noted == [(1, 3)]
    stopping(SILENT, CancelToken()).report(1)
