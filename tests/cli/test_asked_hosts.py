"""``refman settings --hosts`` and ``--forget-hosts``."""

import json
from datetime import UTC, datetime

import pytest

from refman.web.contacts import Contacts, contacts_file


@pytest.fixture(autouse=True)
def _own_state(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TZ", "UTC")


def test_who_was_asked_is_shown_and_forgotten(refman):
    nobody = refman("settings", "--hosts")
    assert (nobody.status, nobody.out, nobody.err) == (1, "", "refman: nobody was asked yet\n")
    assert refman("settings", "--hosts", "--json").out == "[]\n"
    for minute, hosts in (
        (3, [("a.example", 443), ("127.0.0.1", 23119)]),
        (4, [("a.example", 80)]),
    ):
        run = Contacts(contacts_file(), lambda at=datetime(2031, 5, 4, 2, minute, tzinfo=UTC): at)
        for host, port in hosts:
            run.note(host, port)
    done = refman("settings", "--hosts")
    assert done.status == 0
    assert done.out.splitlines() == [
        "2031-05-04 02:04  a.example",
        "2031-05-04 02:03  127.0.0.1:23119",
    ]
    assert json.loads(refman("settings", "--hosts", "--json").out) == [
        {"host": "a.example", "last": "2031-05-04T02:04:00Z"},
        {"host": "127.0.0.1:23119", "last": "2031-05-04T02:03:00Z"},
    ]
    done = refman("settings", "--forget-hosts")
    assert (done.status, done.out) == (0, "the hosts that were asked are forgotten\n")
    assert refman("settings", "--hosts").status == 1


@pytest.mark.parametrize(
    "options",
    [["--json"], ["--hosts", "--forget-hosts"], ["--hosts", "web.offline=yes"]],
)
def test_options_that_do_nothing_are_refused(refman, options):
    done = refman("settings", *options)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
