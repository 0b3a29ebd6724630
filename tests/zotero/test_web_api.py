"""The library on the web: by a key, as patiently as it wants, and with files in its store."""

import socket
import threading

import pytest

from refman.errors import (
    AddressError,
    AnswerError,
    Cancelled,
    OfflineError,
    SettingsError,
    UnreachableError,
)
from refman.progress import SILENT, CancelToken
from refman.settings import Secret, Settings, WebSettings, ZoteroSettings
from refman.web import adapter, patient
from refman.web.line import Line, Raw
from refman.web.polite import Times
from refman.zotero import web_api
from refman.zotero.records import Created, File, Found, Parcel, Refused, Target, WebLink
from refman.zotero.web_api import WebApi
from tests.web.conftest import FakeTimes
from tests.web.servers import Server, say
from tests.zotero.stand_in import USER
from tests.zotero.stand_in_http import Reply
from tests.zotero.stand_in_keys import Rights

OWN = Target(id=f"users/{USER}", name="My Library")
LAB = Target(id="groups/17", name="Lab")


@pytest.fixture(autouse=True)
def _short_slices(monkeypatch):
    monkeypatch.setattr(patient, "SLICE", 0.01)


@pytest.fixture
def serve():
    """Start a server that gives these replies."""
    servers = []

    def start(*replies) -> Server:
        servers.append(Server(*replies))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def open_at():
    """Open the library on the web."""
    ways = []

    def open_(
        url, key="P9NiFoyLeZu2bZNvvuQPDWsd", *, cancel=None, fake=None, times=None, waiting=None,
        resolver=None, folder=None, **web,
    ) -> WebApi:  # fmt: skip
        zotero = ZoteroSettings(web_url=url, web_key=None if key is None else Secret(key))
        way = WebApi(
            Settings(zotero=zotero, web=WebSettings(**web)),
            cancel or CancelToken(),
            times=times or (fake or FakeTimes()).times,
            waiting=waiting,
            resolver=resolver,
            folder=folder,
        )
        ways.append(way)
        return way

    yield open_
    for way in ways:
        way.close()


def parcel(title, **more):
    item = {"itemType": "preprint", "title": title, "creators": [], "tags": [{"tag": "made up"}]}
    return Parcel(item=item, **more)


def rights(**access):
    """The answer that says what a key may do."""
    return Reply(200, {"userID": USER, "username": "Someone", "access": access})


# Whose key it is.


def test_what_is_put_there_is_there(zotero, open_at, tmp_path, caplog):
    caplog.set_level("DEBUG")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\nmade up")
    stand_in = zotero("web")
    way = open_at(stand_in.url, folder=tmp_path)
    assert (way.server, way.label) == (f"www:{USER}", "A Researcher at zotero.org")
    assert (way.can_read, way.can_change, way.remarks) == (True, True, ())
    targets = way.targets()
    assert [(each.level, each.name) for each in targets] == [
        (0, "My Library"), (1, "Reading"), (2, "World models"), (0, "Lab"), (1, "Shared"),
    ]  # fmt: skip
    assert all(each.editable for each in targets)
    whole = parcel(
        "Tides",
        notes=("<p>Links</p>",),
        links=(WebLink(title="Code", url="https://example.org/code"),),
        files=(File(title="Full text", path="paper.pdf"),),
        collections=("Lakes",),
    )
    first, second = way.add([whole, parcel("Plain")], targets[1])
    assert isinstance(first, Created)
    assert first.left == ()
    paths = stand_in.collections()
    assert [paths[key] for key in stand_in.item(first.key)["collections"]] == ["Reading/Lakes"]
    assert [paths[key] for key in stand_in.item(second.key)["collections"]] == ["Reading"]
    note, link, pdf = stand_in.children(first.key)
    assert (note["note"], link["url"]) == ("<p>Links</p>", "https://example.org/code")
    assert stand_in.files[pdf["key"]] == b"%PDF-1.7\nmade up"
    found = {each.data["title"]: each for each in way.items(OWN, SILENT)}
    assert set(found) == {"Tides", "Plain"}
    assert isinstance(way.change(found["Plain"], {"title": "Plainer"}), Created)
    assert isinstance(way.change(found["Plain"], {"title": "Plainest"}), Refused)
    assert way.fill(found["Tides"], whole, None).left == ()
    assert len(stand_in.children(first.key)) == 3
    (third,) = way.add([whole], LAB)  # its store knows the file by then
    assert len(stand_in.children(third.key)) == 3
    uploads = stand_in.asked_for("POST", "/uploads/")
    assert len(uploads) == 1
    assert "zotero-api-key" not in uploads[0].headers
    others = [each for each in stand_in.asked if each not in uploads]
    assert {each.headers["zotero-api-version"] for each in others} == {"3"}
    assert stand_in.api_key not in caplog.text


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (None, "there is no key for the library on the web: make one at https://www.zotero.org"),
        ("", "there is no key for the library on the web"),
        ("two\r\nX-Key: words", "zotero.web_key cannot be a key"),
    ],
)
def test_without_a_key_it_says_where_to_get_one(open_at, key, why):
    with pytest.raises(SettingsError, match=why) as caught:
        open_at("http://127.0.0.1:1", key)
    assert caught.value.setting == "zotero.web_key"
    assert "X-Key" not in str(caught.value)


def test_a_key_is_not_sent_in_the_clear(open_at):
    with pytest.raises(SettingsError, match="has to begin with https://") as caught:
        open_at("http://api.example.org")
    assert caught.value.setting == "zotero.web_url"


def test_a_private_network_is_not_asked(open_at):
    with pytest.raises(AddressError, match=r"zotero\.org lies in a private network"):
        open_at("https://10.0.0.1")


def test_offline_nothing_is_asked(open_at):
    with pytest.raises(OfflineError, match=r"is not asked, for web\.offline is set"):
        open_at("https://api.zotero.org", offline=True)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(403, "Invalid key"), r"does not know the key in zotero\.web_key .*make one at"),
        (Reply(404, "Key not found"), r"does not know the key"),
        (Reply(410), "answers with status 410"),
        (Reply(200, "<html>"), "sends something else where JSON is due"),
        (Reply(200, {"userID": "475425"}), "does not say whose key it is"),
        (Reply(200, {"userID": -1}), "does not say whose key it is"),
        (Reply(200, [1]), "does not say whose key it is"),
    ],
)
def test_a_key_that_is_not_taken(zotero, open_at, reply, why):
    stand_in = zotero("web")
    stand_in.fail_next("GET", "/keys/current", reply)
    with pytest.raises(AnswerError, match=why) as caught:
        open_at(stand_in.url)
    assert stand_in.api_key not in f"{caught.value} {caught.value.url}"


@pytest.mark.parametrize(
    ("own", "groups", "editable", "can_change"),
    [
        (Rights(), {17: Rights()}, ["My Library", "Lab"], True),
        (Rights(write=False), {17: Rights()}, ["Lab"], True),
        (Rights(), {17: Rights(write=False)}, ["My Library"], True),
        (Rights(write=False), {}, [], False),
    ],
)
def test_a_key_says_what_may_be_changed(zotero, open_at, own, groups, editable, can_change):
    stand_in = zotero("web")
    stand_in.writing.web.give("another", own, groups)
    way = open_at(stand_in.url, "another")
    assert way.can_change is can_change
    if 17 in groups:
        assert [each.name for each in way.targets() if each.editable and not each.level] == editable
    if not own.write:
        with pytest.raises(AnswerError, match=r"does not allow this with the key in .*give it the"):
            list(way.add([parcel("x")], OWN))


LIBRARY = {"library": True, "write": True}


@pytest.mark.parametrize(
    ("groups", "data", "editable"),
    [
        ({"all": LIBRARY}, {"libraryEditing": "members"}, True),
        ({"all": LIBRARY, "17": {"write": False}}, {"libraryEditing": "members"}, False),
        ({"17": LIBRARY}, {"libraryEditing": "admins"}, False),
        ({"17": LIBRARY}, {"libraryEditing": "admins", "owner": USER}, True),
        ({"17": LIBRARY}, {"libraryEditing": "admins", "admins": [1, USER]}, True),
        ({"17": LIBRARY}, {"libraryEditing": "admins", "admins": USER}, False),
        ({"17": "yes"}, {}, False),
        ({}, {}, False),
    ],
)
def test_a_group_says_who_may_change_it(zotero, open_at, groups, data, editable):
    stand_in = zotero("web")
    stand_in.fail_next("GET", "/keys/current", rights(user="all", groups=groups))
    way = open_at(stand_in.url)
    group = {"id": 17, "data": {"name": "Lab", **data}}
    stand_in.fail_next("GET", f"/users/{USER}/groups", Reply(200, [group]))
    found = way.targets()  # without the user's own library, which this key does not show
    assert [each.name for each in found] == ["Lab", "Shared"]
    assert [each.editable for each in found] == [editable] * 2


def test_an_address_may_have_a_path(serve, open_at):
    server = serve(say(200, '{"userID": 7}'))
    way = open_at(f"{server.url}/zotero/")
    assert way.label == "7 at zotero.org"
    assert server.asked[0].target == "/zotero/keys/current"


# Patience.


def test_it_is_left_alone_for_as_long_as_it_wants(zotero, open_at):
    stand_in, fake, waits = zotero("web"), FakeTimes(), []
    stand_in.writing.backoff = 10
    way = open_at(stand_in.url, fake=fake, waiting=lambda *told: waits.append(told))
    assert fake.seconds == 0
    list(way.items(OWN, SILENT))
    assert fake.seconds == 10
    assert waits[0] == ("zotero.org", 10.0)
    stand_in.writing.backoff = 10**9
    list(way.items(OWN, SILENT))
    list(way.items(OWN, SILENT))
    assert fake.seconds == 20 + 60


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        (Reply(429, "", {"Retry-After": "7"}), 8),
        (Reply(503, "", {"Retry-After": "7"}), 8),
        (500, 1),
        ("cut", 1),
        ("lost", 1),
        ("half", 1),
    ],
)
def test_what_is_sent_again_is_there_once(zotero, open_at, fault, seconds):
    stand_in, fake = zotero("web"), FakeTimes()
    way = open_at(stand_in.url, fake=fake)
    stand_in.fail_next("POST", f"/users/{USER}/items", fault)
    (done,) = way.add([parcel("x")], OWN)
    (item,) = stand_in.items()
    assert (done.key, done.version) == (item["key"], item["version"])
    assert fake.seconds == seconds
    posts = stand_in.asked_for("POST", f"/users/{USER}/items")
    assert len({each.headers["zotero-write-token"] for each in posts}) == 1


@pytest.mark.parametrize(
    ("reply", "kind", "why", "asked"),
    [
        (Reply(503), AnswerError, r"zotero\.org is asked too much \(503\)", 4),
        (
            Reply(429, "", {"Retry-After": "7200"}),
            AnswerError,
            r"is asked too much \(429\), for another 2 hours",
            1,
        ),
        ("cut", UnreachableError, "breaks off in the middle", 4),
        (Reply(409, "locked"), AnswerError, "keeps this library locked .*try again in a while", 1),
        (
            Reply(302, "", {"Location": "http://10.0.0.1"}),
            AnswerError,
            "answers with status 302",
            1,
        ),
    ],
)
def test_there_is_an_end_to_patience(zotero, open_at, reply, kind, why, asked):
    stand_in = zotero("web")
    way = open_at(stand_in.url)
    for _ in range(9):
        stand_in.fail_next("POST", f"/users/{USER}/items", reply)
    with pytest.raises(kind, match=why):
        list(way.add([parcel("x")], OWN))
    assert len(stand_in.asked_for("POST", f"/users/{USER}/items")) == asked
    assert stand_in.items() == []


def test_a_cancel_is_heard_while_it_is_waited(zotero, open_at):
    stand_in, cancel, waiting = zotero("web"), CancelToken(), threading.Event()
    way = open_at(stand_in.url, cancel=cancel, times=Times(), waiting=lambda *_: waiting.set())
    stand_in.fail_next("GET", f"/users/{USER}/items/top", Reply(429, "", {"Retry-After": "60"}))
    stopper = threading.Thread(target=lambda: (waiting.wait(10), cancel.cancel()))
    stopper.start()
    with pytest.raises(Cancelled):
        list(way.items(OWN, SILENT))
    stopper.join()


def test_a_library_that_is_gone(zotero, open_at):
    stand_in = zotero("web")
    way = open_at(stand_in.url)
    stand_in.fail_next("GET", "/groups/17", 404)
    with pytest.raises(AnswerError, match="does not have this library or collection any more"):
        list(way.items(LAB, SILENT))
    gone = way.change(Found(key="AAAABBBB", version=1, data={}), {"title": "x"})
    assert gone == Refused(number=0, why="it is not in Zotero any more", status=404)


# The store of files.


@pytest.fixture
def with_pdf(zotero, open_at, tmp_path):
    """Put an item with a file there, whose bytes are wanted at an address."""
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\nmade up")
    stand_in = zotero("web")

    def put(url, **more):
        way = open_at(stand_in.url, folder=tmp_path, **more)
        reply = Reply(200, {"url": url, "uploadKey": "a", "prefix": "<", "suffix": ">"})
        stand_in.fail_next("POST", f"/users/{USER}/items/", reply)
        whole = parcel("x", files=(File(title="Full text", path="paper.pdf"),))
        (done,) = way.add([whole], OWN)
        assert stand_in.children(done.key) == []
        return done.left

    return put


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://store.example.org/up", "zotero.org wants it sent to no address of the web"),
        ("file:///etc/passwd", "zotero.org wants it sent to no address of the web"),
        ("https:///up", "zotero.org wants it sent to no address of the web"),
        ("https://[", "zotero.org wants it sent to no address of the web"),
        ("https://10.0.0.1/up", "the store of files lies in a private network"),
        ("https://127.0.0.1:1/up", "the store of files lies in a private network"),
        ("https://localhost/up", "the store of files lies in a private network"),
        ("https://me:you@store.example.org/up", "the store of files cannot be asked"),
        ("https://store.example.org:99999/up", "zotero.org wants it sent to no address of the web"),
    ],
)
def test_bytes_go_only_to_a_store_on_the_web(with_pdf, url, why):
    assert with_pdf(url) == (f"the file paper.pdf: {why}",)


def test_the_store_is_the_one_of_that_name(with_pdf, monkeypatch):
    tried = []

    def resolve(host, port, type=0):  # noqa: A002 - as the standard library has it
        places = ("10.0.0.1", "93.184.216.34") if host == "store.example.org" else (host,)
        return [(socket.AF_INET, type, 6, "", (place, port)) for place in places]

    real = adapter.connect

    def connect(family, kind, number, place, *more):
        if place[0] == "127.0.0.1":
            return real(family, kind, number, place, *more)
        tried.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(adapter, "connect", connect)
    left = with_pdf("https://store.example.org/up?sig=dont-tell", resolver=resolve)
    assert left == ("the file paper.pdf: the store of files refuses connections",)
    assert tried == ["93.184.216.34"]


def test_the_store_gets_the_bytes_and_no_key(with_pdf, monkeypatch):
    stores = []

    class Store(Line):
        def ask(self, method, path, *, headers, stream, seconds):
            stores.append((method, self.url + path, headers, b"".join(stream), seconds))
            return Raw(403, {}, b"<Error>no</Error>", self.url)

    def line(url, *arguments, **more):
        return (Store if "example" in url else Line)(url, *arguments, **more)

    monkeypatch.setattr(web_api, "Line", line)
    left = with_pdf("https://store.example.org/up?a=b")
    assert left == ("the file paper.pdf: Zotero says: <Error>no</Error> (403)",)
    assert stores == [
        (
            "POST",
            "https://store.example.org/up?a=b",
            {"Content-Type": "application/octet-stream"},
            b"<%PDF-1.7\nmade up>",
            600.0,
        )
    ]
