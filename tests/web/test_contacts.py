"""Whom was asked: what is noted, by many at once, and what happens where that cannot be."""

import datetime as dt
import errno
import fcntl
import socket
import stat
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.errors import AddressError, OutputError, UnreachableError
from refman.progress import CancelToken
from refman.settings import WebSettings
from refman.web import Request, contacts
from refman.web.contacts import (
    Contact,
    Contacts,
    contacts_file,
    forget_contacts,
    read_contacts,
)
from refman.web.line import Line
from tests.web.servers import say

NOON = dt.datetime(2031, 5, 4, 12, tzinfo=dt.UTC)
LINE = "a.example 2031-05-04T12:00:00Z\n"


@pytest.fixture(autouse=True)
def _own_state(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(contacts, "_PATIENCE_S", 0.01)
    monkeypatch.setattr(contacts, "_STEP_S", 0.002)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "folder" / "asked.txt"


def noted(file, *hosts, port=443, at=NOON):
    """Note hosts, as one client does."""
    one = Contacts(file, lambda: at)
    for host in hosts:
        one.note(host, port)


def hosts_in(file):
    return [contact.host for contact in read_contacts(file)]


@pytest.mark.parametrize(
    ("host", "port", "shown"),
    [
        ("api.example", 443, "api.example"),
        ("api.example", 80, "api.example"),
        ("API.Example.", 8443, "api.example:8443"),
        ("127.0.0.1", 23119, "127.0.0.1:23119"),
        ("::1", 443, "[::1]"),
        ("2001:db8::1", 8080, "[2001:db8::1]:8080"),
        ("bad host\nb.example\u00a02031", 443, "bad?host?b.example?2031"),
        ("\udcff", 443, "?"),
        (".", 443, "?"),
        ("x" * 400, 99, "x" * 253 + ":99"),
    ],
)
def test_a_host_is_noted_with_a_port_that_is_not_the_usual_one(file, host, port, shown):
    noted(file, host, port=port)
    assert read_contacts(file) == [Contact(shown, NOON)]


def test_it_is_told_when_each_was_last_asked(file, fake):
    first, second = (Contacts(file, fake.now) for _ in range(2))
    begin = fake.now()
    first.note("a.example", 443)
    first.note("b.example", 443)
    size = file.stat().st_size
    fake.seconds += 20
    first.note("a.example", 443)
    assert file.stat().st_size == size, "not more than a line a minute"
    fake.seconds += 120
    first.note("a.example", 443)
    fake.seconds += 1
    second.note("c.example", 443)
    second.note("a.example", 443)
    later = begin + dt.timedelta(seconds=141)
    assert read_contacts(file) == [
        Contact("a.example", later),
        Contact("c.example", later),
        Contact("b.example", begin),
    ]
    for path, mode in ((file, 0o600), (file.parent, 0o700)):
        assert stat.S_IMODE(path.stat().st_mode) == mode


def test_who_was_reached_is_noted_and_nobody_else(serve, open_at, fake):
    server = serve(say())
    with socket.create_server(("127.0.0.1", 0)) as listener:
        refused = f"http://127.0.0.1:{listener.getsockname()[1]}"
    web = open_at(arxiv=server.url, crossref=refused, retries=0, cache=False)
    for path in ("/a", "/b"):
        web.send(Request(server.url + path), source="arxiv")
    with pytest.raises(UnreachableError):
        web.send(Request(refused), source="crossref")
    with pytest.raises(AddressError):
        web.send(Request("http://127.0.0.2:9/"), source="links")
    contact = Contact(f"127.0.0.1:{server.port}", fake.now().replace(microsecond=0))
    assert read_contacts(contacts_file()) == [contact]


def test_what_a_line_reaches_is_noted_too(serve, fake):
    server = serve(say())
    line = Line(server.url, WebSettings(), CancelToken(), source="Zotero", times=fake.times)
    line.ask("GET", "/")
    line.close()
    assert hosts_in(contacts_file()) == [f"127.0.0.1:{server.port}"]


@pytest.mark.parametrize(
    "rubbish",
    [
        "no line\n",
        "\n\n",
        "\0\xff\x80\n",
        "a.example 2031-05-32T12:00:00Z\n",
        "a.example 0001-05-04T12:00:00Z\n",
        "a.example  2031-05-04T12:00:00Z\n",
        "a.example 2031-05-04T12:00:00Z and more\n",
        "a.example 2031-05-04T12:00:00",
        "a.exa",
        "a" * 301 + " 2031-05-04T12:00:00Z\n",
    ],
)
def test_rubbish_is_passed_over_and_what_follows_is_noted(file, rubbish):
    file.parent.mkdir()
    file.write_bytes(LINE.replace("a.", "b.").encode() + rubbish.encode("latin-1"))
    noted(file, "c.example")
    assert hosts_in(file) == ["b.example", "c.example"]


HOSTS = st.lists(st.sampled_from("abcd").map("{}.example".format), min_size=1, max_size=6)


@given(HOSTS, st.integers(0, 300))
def test_a_file_that_ends_anywhere_loses_nothing_before_its_last_line(names, cut):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "asked.txt"
        for name in names:
            noted(file, name)
        whole = file.read_bytes()[:cut]
        file.write_bytes(whole)
        noted(file, "new.example")
        whole_lines = (len(whole) + 1) // len(LINE)
        assert set(hosts_in(file)) == {*names[:whole_lines], "new.example"}


def test_the_file_stays_small_and_keeps_those_that_were_asked_last(file, monkeypatch):
    monkeypatch.setattr(contacts, "_MOST_BYTES", 2_000)
    monkeypatch.setattr(contacts, "_KEPT_BYTES", 1_000)
    for number in range(150):
        at = NOON + dt.timedelta(minutes=number)
        noted(file, f"host{number}.example", "often.example", at=at)
        assert file.stat().st_size <= 2_000
    first, second, *rest = read_contacts(file)
    assert (first.host, second) == ("host149.example", Contact("often.example", at))
    assert [each.host for each in rest] == [
        f"host{number}.example" for number in range(148, 148 - len(rest), -1)
    ]
    assert len(rest) > 20
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {path.suffix for path in file.parent.iterdir()} == {".txt", ".lock"}


def test_what_many_note_at_once_is_there_while_the_file_is_shortened(file, monkeypatch):
    monkeypatch.setattr(contacts, "_PATIENCE_S", 60)
    monkeypatch.setattr(contacts, "_MOST_BYTES", 2_400)
    monkeypatch.setattr(contacts, "_KEPT_BYTES", 2_000)
    names = [f"{sign}{number}.example" for sign in "abcd" for number in range(12)]

    def work(sign):
        for _ in range(3):
            noted(file, *(name for name in names if name[0] == sign))

    threads = [threading.Thread(target=work, args=sign) for sign in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read_contacts(file) == [Contact(name, NOON) for name in sorted(names)]


def test_of_a_file_that_is_too_large_the_end_is_read(file, monkeypatch):
    monkeypatch.setattr(contacts, "_MOST_BYTES", 100)
    file.parent.mkdir()
    lines = [LINE.replace("a.", f"a{number}.") for number in range(100, 200)]
    file.write_text("".join(lines))
    assert hosts_in(file) == [f"a{number}.example" for number in range(195, 200)]
    file.write_text("x" * 1_000)
    assert hosts_in(file) == []


@pytest.mark.parametrize("obstacle", ["file", "folder", "lock"])
def test_where_nothing_can_be_noted_the_work_goes_on(obstacle, serve, open_at):
    server = serve(say())
    file = contacts_file()
    if obstacle == "folder":
        file.parent.parent.mkdir()
        file.parent.write_text("a file")
    else:
        (file if obstacle == "file" else file.with_name(f"{file.name}.lock")).mkdir(parents=True)
    web = open_at(arxiv=server.url)
    assert web.send(Request(server.url), source="arxiv").status == 200
    assert read_contacts(file) == []


def test_a_file_that_cannot_be_read_holds_nobody(file, monkeypatch):
    noted(file, "a.example")

    def refuse(*_arguments):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert read_contacts(file) == []
    with pytest.raises(OutputError, match=r"asked\.txt cannot be written: Permission denied"):
        forget_contacts(file)


def test_another_program_that_does_not_come_to_an_end_holds_nobody_up(file, monkeypatch):
    monkeypatch.setattr(contacts, "_MOST_BYTES", 10)
    monkeypatch.setattr(contacts, "_KEPT_BYTES", 10)
    file.parent.mkdir()
    with file.with_name(f"{file.name}.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        noted(file, "a.example")
        assert file.read_text() == LINE, "it is not shortened then"
        with pytest.raises(OutputError, match="another program is writing into"):
            forget_contacts(file)
        assert file.read_text() == LINE


def test_where_files_cannot_be_locked_they_are_written_all_the_same(file, monkeypatch):
    def refuse(*_arguments):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    noted(file, "a.example")
    assert hosts_in(file) == ["a.example"]


def test_all_are_forgotten(file):
    forget_contacts(file)
    assert not file.parent.exists(), "there is nothing to forget"
    noted(file, "a.example")
    file.with_name(f"{file.name}.new").write_text(LINE)  # left by a program that was killed
    link = file.with_name("link.txt")
    link.symlink_to(file)
    one = Contacts(link, lambda: NOON)
    one.note("b.example", 443)
    link.with_name("link.txt.new").write_text(LINE)
    forget_contacts(link)
    assert file.read_bytes() == b""
    assert not link.with_name("link.txt.new").exists()
    one._now = lambda: NOON + dt.timedelta(minutes=3)
    one.note("b.example", 443)
    assert hosts_in(file) == ["b.example"]
