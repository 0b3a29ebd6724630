"""The running Zotero by its own API: read, asked whether we may write, and written to."""

import threading

import pytest

from refman.errors import AnswerError, Cancelled, UnreachableError
from refman.progress import SILENT, CancelToken
from refman.settings import Settings, WebSettings, ZoteroSettings
from refman.web import patient
from refman.web.polite import Times
from refman.zotero import local_api
from refman.zotero.keys import Keys
from refman.zotero.local_api import LocalApi
from refman.zotero.records import Created, File, Found, Parcel, Refused, Target, WebLink
from tests.web.conftest import FakeTimes
from tests.web.servers import Server, say
from tests.zotero.stand_in import StandIn
from tests.zotero.stand_in_http import Reply

OWN = Target(id="users/0", name="My Library")


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
def open_at(tmp_path):
    """Open the local API of whoever listens at a port."""
    ways = []

    def open_(port, *, cancel=None, asking=None, waiting=None, times=None, **web) -> LocalApi:
        settings = Settings(zotero=ZoteroSettings(port=port), web=WebSettings(**web))
        way = LocalApi(
            settings,
            cancel or CancelToken(),
            keys=Keys(tmp_path / "state" / "keys.json"),
            folder=tmp_path / "files",
            asking=asking,
            waiting=waiting,
            times=times or FakeTimes().times,
        )
        ways.append(way)
        return way

    yield open_
    for way in ways:
        way.close()


def parcel(title, **more):
    item = {"itemType": "preprint", "title": title, "creators": [], "tags": [{"tag": "made up"}]}
    return Parcel(item=item, **more)


def test_what_is_put_there_is_there(zotero, open_at, tmp_path):
    stand_in: StandIn = zotero()
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "paper.pdf").write_bytes(b"%PDF-1.7\nmade up")
    way = open_at(stand_in.port)
    assert way.label == "Zotero 10.0.1 on this computer"
    assert [target.name for target in way.targets()] == [
        "My Library", "Reading", "World models", "Lab", "Shared",
    ]  # fmt: skip
    link = WebLink(
        title="Code", url="https://example.org/code", tags=("code",), note="We <release>"
    )
    whole = parcel(
        "Tides of Lakes",
        notes=("<p>Links</p>",),
        links=(link,),
        files=(File(title="Full text", path="paper.pdf"), File(title="Gone", path="gone.pdf")),
        collections=("Reading/Lakes", "Reading/World models"),
    )
    answers = list(way.add([whole, parcel("Plain")], OWN))
    assert [answer.number for answer in answers] == [0, 1]
    first = answers[0]
    assert isinstance(first, Created)
    assert first.left == ("the file gone.pdf: it is not there",)
    item = stand_in.item(first.key)
    paths = stand_in.collections()
    assert {paths[key] for key in item["collections"]} == {"Reading/Lakes", "Reading/World models"}
    note, code, pdf = stand_in.children(first.key)
    assert note["note"] == "<p>Links</p>"
    assert (code["url"], code["note"]) == ("https://example.org/code", "<p>We &lt;release&gt;</p>")
    assert stand_in.files[pdf["key"]] == b"%PDF-1.7\nmade up"
    found = {each.data["title"]: each for each in way.items(OWN, SILENT)}
    assert set(found) == {"Tides of Lakes", "Plain"}
    assert isinstance(way.change(found["Plain"], {"title": "Plainer"}), Created)
    assert stand_in.item(found["Plain"].key)["title"] == "Plainer"
    refused = way.change(found["Plain"], {"title": "Plainest"})
    assert isinstance(refused, Refused)
    assert refused.status == 412
    filled = way.fill(found["Plain"], whole, None)
    assert isinstance(filled, Created)
    assert len(stand_in.children(found["Plain"].key)) == 3
    assert isinstance(way.fill(found["Tides of Lakes"], whole, None), Created)
    assert len(stand_in.children(first.key)) == 3


# Who answers.


@pytest.mark.parametrize("profile", ["zotero7", "zotero9"])
def test_an_older_zotero_is_read_only(zotero, open_at, profile):
    stand_in = zotero(profile)
    stand_in.add_item({"itemType": "book", "title": "Made up"})
    way = open_at(stand_in.port)
    assert (way.server, way.can_read, way.can_change) == ("local:", True, False)
    assert way.remarks[0].endswith("takes nothing by its local API; Zotero 10 does")
    assert not any(target.editable for target in way.targets())
    (found,) = way.items(OWN, SILENT)
    assert found.data["title"] == "Made up"
    for call in (
        lambda: list(way.add([parcel("x")], OWN)),
        lambda: way.change(found, {"title": "x"}),
    ):
        with pytest.raises(AnswerError, match=r"cannot be written to in this way .*10 can"):
            call()
    assert {each.method for each in stand_in.asked} == {"GET"}


@pytest.mark.parametrize(
    ("profile", "kind", "why"),
    [
        ("jabref", AnswerError, r"Zotero is not what answers there \(http.*\); close the other"),
        ("off", UnreachableError, r"Zotero refuses connections \(http.*\); open Zotero, and see"),
        (
            "local-api-disabled",
            AnswerError,
            r"Zotero does not let other programs in .*; allow it in Zotero: Settings > Advanced",
        ),
    ],
)
def test_where_no_zotero_can_be_asked_it_says_what_to_do(zotero, open_at, profile, kind, why):
    with pytest.raises(kind, match=why) as caught:
        open_at(zotero(profile).port)
    assert caught.value.source == "Zotero"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "why"),
    [(404, "it is older than Zotero 7"), (500, "answers with status 500")],
)
def test_a_zotero_without_an_api(serve, open_at, status, why):
    with pytest.raises(AnswerError, match=why):
        open_at(serve(say(status, "No endpoint found", x_zotero_version="6.0.37")).port)


def test_strange_names_are_shown_short_and_not_sent_back(serve, open_at):
    headers = {"x_zotero_version": "10" + "\t0" * 500, "zotero_server_id": "two words"}
    way = open_at(serve(say(200, "", **headers)).port)
    assert len(way.label) < 240
    assert (way.server, way.can_change) == ("local:", False)


def test_another_program_in_its_place_is_noticed(serve, open_at):
    server = serve(say(200, "", x_zotero_version="10.0.1"), say(200, "[]"))
    way = open_at(server.port)
    with pytest.raises(AnswerError, match="is not what answers there"):
        way.targets()


# Whether we may write.


def test_a_key_for_ever_is_asked_for_once(zotero, open_at, caplog):
    caplog.set_level("DEBUG")
    stand_in, asked = zotero(), []
    for title in ("One", "Two"):
        way = open_at(stand_in.port, asking=lambda: asked.append(title))  # noqa: B023 - called here
        assert way.server == f"local:{stand_in.server_id}"
        way.targets()
        (done,) = way.add([parcel(title)], OWN)
        assert isinstance(done, Created)
    assert asked == ["One"]
    assert stand_in.writing.local.asked_by == ["refman"]
    (key,) = stand_in.writing.local.known
    for each in stand_in.asked:
        assert ("zotero-api-key" in each.headers) is ("write-token" in str(each.headers))
    assert key not in caplog.text
    stand_in.writing.local.known.clear()  # the user took it back
    way = open_at(stand_in.port, asking=lambda: asked.append("Three"))
    assert isinstance(next(way.add([parcel("Three")], OWN)), Created)
    assert asked == ["One", "Three"]
    assert len(stand_in.items()) == 3


def test_who_denies_it_is_not_asked_again(zotero, open_at):
    stand_in = zotero("deny")
    way = open_at(stand_in.port)
    for _ in range(2):
        with pytest.raises(AnswerError, match=r"was told that refman may not write .*Always Allow"):
            list(way.add([parcel("x")], OWN))
    assert stand_in.writing.local.asked_by == ["refman"]
    assert stand_in.items() == []


def test_a_key_for_one_write_is_asked_for_again_but_not_for_ever(zotero, open_at, tmp_path):
    stand_in, asked = zotero("one-shot-key"), []
    way = open_at(stand_in.port, asking=lambda: asked.append(1))
    whole = [parcel(str(number), notes=("a",)) for number in range(3)]
    done = list(way.add(whole, OWN))
    assert [each.left for each in done] == [(), (), ()]
    assert len(asked) == 2
    assert isinstance(way.fill(found_of(stand_in), whole[0], None), Created)
    for title in ("a", "b", "c"):
        assert isinstance(next(way.add([parcel(title)], OWN)), Created)
    with pytest.raises(AnswerError, match="lets refman write but once each time it is asked"):
        next(way.add([parcel("d")], OWN))
    assert len(asked) == 5
    assert not (tmp_path / "state").exists()


def found_of(stand_in):
    """The first item as it was found."""
    data = stand_in.items()[0]
    return Found(key=data["key"], version=data["version"], data=data)


def test_who_asks_too_often_waits_and_is_told_so(zotero, open_at):
    stand_in, waits = zotero("rate-limited"), []
    way = open_at(stand_in.port, waiting=lambda *told: waits.append(told))
    with pytest.raises(AnswerError, match=r"Zotero is asked too much \(429\), for another 60"):
        list(way.add([parcel("x")], OWN))
    assert waits[0][0] == "Zotero"
    assert 60 <= waits[0][1] <= 62
    way = open_at(stand_in.port, waiting=lambda *_: stand_in.writing.local.minute_passes())
    (done,) = way.add([parcel("x")], OWN)
    assert isinstance(done, Created)


def test_a_cancel_is_heard_while_the_user_is_asked(zotero, open_at):
    stand_in, cancel = zotero(), CancelToken()
    stand_in.writing.local.say(None)
    way = open_at(stand_in.port, cancel=cancel)
    shown = stand_in.writing.local.shown
    stopper = threading.Thread(target=lambda: (shown.wait(10), cancel.cancel()))
    stopper.start()
    with pytest.raises(Cancelled):
        list(way.add([parcel("x")], OWN))
    stopper.join()


def test_a_user_who_does_not_answer_is_not_asked_again(zotero, open_at, monkeypatch):
    monkeypatch.setattr(local_api, "_USER_S", 0.05)
    stand_in = zotero()
    stand_in.writing.local.say(None)
    way = open_at(stand_in.port, times=Times(pause=FakeTimes().pause))
    with pytest.raises(UnreachableError) as caught:
        list(way.add([parcel("x")], OWN))
    assert str(caught.value) == (
        "Zotero was not told whether refman may write: it takes too long to answer; try again,"
        ' and choose "Always Allow" in Zotero'
    )
    assert len(stand_in.writing.local.asked_by) == 1


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(200, {"key": "a\r\nX-Evil: b", "remember": True}), "where a key is due"),
        (Reply(200, {"key": 7}), "where a key is due"),
        (Reply(200, []), "where a key is due"),
        (Reply(200, "<html>"), "where JSON is due"),
        (Reply(418), "answers with status 418"),
    ],
)
def test_an_answer_without_a_key(zotero, open_at, reply, why, tmp_path):
    stand_in = zotero()
    stand_in.fail_next("POST", "/api/local/authorize", reply)
    with pytest.raises(AnswerError, match=why):
        list(open_at(stand_in.port).add([parcel("x")], OWN))
    assert not (tmp_path / "state").exists()


def test_a_key_that_is_never_taken_is_no_endless_loop(zotero, open_at):
    stand_in = zotero()
    for _ in range(9):
        stand_in.fail_next("POST", "/api/users/0/items", 401)
    way = open_at(stand_in.port)
    with pytest.raises(AnswerError, match="does not take the key that it gave just now"):
        list(way.add([parcel("x")], OWN))
    assert len(stand_in.asked_for("POST", "/api/users/0/items")) == 2


# What goes wrong.


@pytest.mark.parametrize("fault", ["lost", "cut", "half", 503, 500])
def test_what_is_sent_twice_is_there_once(zotero, open_at, fault):
    stand_in = zotero()
    stand_in.fail_next("POST", "/api/users/0/items", fault)
    (done,) = open_at(stand_in.port).add([parcel("x")], OWN)
    (item,) = stand_in.items()
    assert (done.key, done.version) == (item["key"], item["version"])


def test_a_change_whose_answer_is_lost_is_no_conflict(zotero, open_at):
    stand_in = zotero()
    stand_in.add_item({"itemType": "book", "title": "Old"})
    stand_in.fail_next("PATCH", "/api/users/0/items", "lost")
    way = open_at(stand_in.port)
    done = way.change(found_of(stand_in), {"title": "New"})
    assert done == Created(number=0, key=done.key, version=stand_in.items()[0]["version"])


def test_a_fault_that_stays_is_told_after_a_second_try(zotero, open_at):
    stand_in = zotero()
    for _ in range(3):
        stand_in.fail_next("GET", "/api/users/0/items/top", 500)
    with pytest.raises(AnswerError, match=r"Zotero has a fault of its own \(500\) \(http"):
        list(open_at(stand_in.port).items(OWN, SILENT))
    assert len(stand_in.asked_for("GET", "/api/users/0/items/top")) == 2


def test_where_every_creation_fails_each_is_told_by_its_status(zotero, open_at):
    stand_in = zotero("create-bug")
    done = list(open_at(stand_in.port).add([parcel("x"), parcel("y")], OWN))
    assert [(each.number, each.status) for each in done] == [(0, 400), (1, 400)]
    assert "'primaryData' not loaded" in done[0].why


def test_a_library_that_cannot_be_changed(zotero, open_at):
    stand_in = zotero("read-only-library")
    way = open_at(stand_in.port)
    assert [each.name for each in way.targets() if not each.editable] == ["Lab", "Shared"]
    with pytest.raises(AnswerError, match="Zotero does not let this library be changed"):
        list(way.add([parcel("x")], Target(id="groups/17", name="Lab")))
    with pytest.raises(AnswerError, match="does not have this library or collection any more"):
        list(way.items(Target(id="groups/18", name="Gone"), SILENT))


def test_another_zotero_in_its_place_is_not_written_to(zotero, open_at):
    stand_in = zotero()
    way = open_at(stand_in.port)
    stand_in.writing.local.server_id = "another"
    with pytest.raises(AnswerError, match="Zotero is another one than before"):
        list(way.add([parcel("x")], OWN))
    assert stand_in.items() == []
    stand_in.server_id = "another"
    with pytest.raises(AnswerError, match="Zotero is another one than before"):
        way.targets()


def test_a_file_that_shrinks_on_its_way_is_taken_away_again(zotero, open_at, tmp_path):
    pdf = tmp_path / "paper.pdf"
    pdf.write_bytes(b"%PDF-1.7\n" + b"made up " * 20_000)
    stand_in = zotero()
    way = open_at(stand_in.port)
    put_bytes = way.put_bytes

    def shrink(upload, stream):
        pdf.write_bytes(b"%PDF-1.7\n")
        return put_bytes(upload, stream)

    way.put_bytes = shrink
    file = File(title="Full text", path=str(pdf))
    done, plain = way.add([parcel("x", files=(file,)), parcel("y")], OWN)
    assert done.left == ("the file paper.pdf: it was changed while it was sent",)
    assert stand_in.children(done.key) == []
    assert isinstance(plain, Created)


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1/up", "https://example.org/up", "http://127.0.0.1:1/up", "file:///x"]
)
def test_a_file_is_sent_to_zotero_and_nobody_else(zotero, open_at, tmp_path, url):
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\nmade up")
    stand_in = zotero()
    way = open_at(stand_in.port)
    reply = Reply(200, {"url": url, "uploadKey": "a"})
    stand_in.fail_next("POST", "/api/users/0/items/", reply)
    file = File(title="Full text", path=str(tmp_path / "paper.pdf"))
    (done,) = way.add([parcel("x", files=(file,))], OWN)
    assert done.left == ("the file paper.pdf: Zotero wants it sent to somebody else",)
    assert stand_in.children(done.key) == []


def test_offline_the_zotero_of_this_computer_is_asked(zotero, open_at):
    assert open_at(zotero().port, offline=True).targets()
