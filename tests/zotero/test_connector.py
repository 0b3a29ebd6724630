"""Items come into the running Zotero as a browser saves them, each one for certain."""

import json
from pathlib import Path

import pytest

from refman.errors import AnswerError, Cancelled, UnreachableError, WebError
from refman.progress import SILENT, CancelToken
from refman.settings import Settings, WebSettings, ZoteroSettings
from refman.zotero import connector
from refman.zotero.connector import Connector
from refman.zotero.files import looked_at
from refman.zotero.items import for_connector
from refman.zotero.records import Created, File, Found, Parcel, Refused, Target, Via, WebLink
from tests.web.servers import Server, say
from tests.zotero.stand_in import Reply

OWN = Target(id="L1", name="My Library")
READING = Target(id="C1", name="Reading", level=1)
PDF = b"%PDF-1.7\nmade up"
NO_ANSWER = "no answer came; look whether it is in Zotero before you push it again"


@pytest.fixture
def open_at(tmp_path):
    """Open the connector of whoever listens at a port."""
    ways = []

    def open_(port, *, cancel=None, **web) -> Connector:
        settings = Settings(zotero=ZoteroSettings(port=port), web=WebSettings(**web))
        ways.append(Connector(settings, cancel or CancelToken(), folder=tmp_path))
        return ways[-1]

    yield open_
    for way in ways:
        way.close()


def parcel(title="Gears", *, tags=(), **more) -> Parcel:
    item = {"itemType": "preprint", "title": title, "tags": list(tags)}
    item |= {name: more.pop(name) for name in ("url", "DOI") if name in more}
    return Parcel(item=item, **more)


def pdf(folder: Path, name="x.pdf", title="Full text") -> File:
    (folder / name).write_bytes(PDF)
    return File(title=title, path=name, media_type="application/pdf")


# Who answers.


@pytest.mark.parametrize("profile", ["zotero7", "zotero9", "zotero10", "local-api-disabled"])
def test_every_zotero_lets_browsers_in(zotero, open_at, profile):
    there = zotero(profile)
    way = open_at(there.port)
    assert way.label == f"Zotero {there.profile.version} on this computer"
    assert (way.via, way.server) == (Via.CONNECTOR, "connector")
    assert (way.can_read, way.can_change, len(way.remarks)) == (False, False, 2)
    [ping] = there.asked
    assert ping.headers["x-zotero-connector-api-version"] == "3"
    assert ping.headers["user-agent"].startswith("refman/")


@pytest.mark.parametrize(
    ("profile", "kind", "why", "advice"),
    [
        ("off", UnreachableError, "refuses connections", "open Zotero"),
        ("jabref", AnswerError, "is not what answers there", "close the other program"),
    ],
)
def test_nobody_else_is_taken_for_zotero(zotero, open_at, profile, kind, why, advice):
    there = zotero(profile)
    with pytest.raises(kind) as caught:
        open_at(there.port)
    assert caught.value.why == why
    assert advice in str(caught.value)
    assert f":{there.port}" in str(caught.value)


def test_a_zotero_that_fails_at_once(zotero, open_at):
    there = zotero()
    there.fail_next("POST", "/connector/ping", 500)
    with pytest.raises(AnswerError, match="answers with status 500"):
        open_at(there.port)


def test_it_is_this_computer_even_where_the_web_is_switched_off(zotero, open_at):
    assert open_at(zotero().port, offline=True).targets()


# Where items may go.


def test_targets(zotero, open_at):
    there = zotero()
    there.select("C2")
    found = open_at(there.port).targets()
    assert [(each.id, each.name, each.level) for each in found] == [
        ("L1", "My Library", 0), ("C1", "Reading", 1), ("C2", "World models", 2),
        ("L2", "Lab", 0), ("C3", "Shared", 1),
    ]  # fmt: skip
    assert all(each.editable for each in found)
    assert [each.id for each in found if each.selected] == ["C2"]


def test_levels_are_those_that_there_can_be(zotero, open_at):
    there = zotero()
    places = [{"id": f"C{number}", "name": "Lamps", "level": number} for number in (-7, 3, 10**12)]
    told = {"libraryID": 1, "libraryName": "My Library", "name": "My Library", "targets": places}
    opened = open_at(there.port)
    there.fail_next("POST", "/connector/getSelected", Reply(200, told))
    assert [each.level for each in opened.targets()] == [0, 3, 50, 0]


@pytest.mark.parametrize("selected", ["L2", "C3"])
def test_what_is_open_is_told_though_it_takes_nothing(zotero, open_at, selected):
    there = zotero("read-only-library")
    there.select(selected)
    found = open_at(there.port).targets()
    shared = [("C3", "Shared", 1)] if selected == "C3" else []
    assert [(each.id, each.name, each.level) for each in found] == [
        ("L1", "My Library", 0), ("C1", "Reading", 1), ("C2", "World models", 2),
        ("L2", "Lab", 0), *shared,
    ]  # fmt: skip
    assert [each.editable for each in found] == [
        each.id[:2] in {"L1", "C1", "C2"} for each in found
    ]
    assert [each.id for each in found if each.selected] == [selected]


def test_a_zotero_that_lists_nothing(zotero, open_at):
    there = zotero()
    told = {"libraryID": 1, "libraryName": "Mine\x07", "id": None, "name": "Mine"}
    there.fail_next("POST", "/connector/getSelected", Reply(200, told))
    assert open_at(there.port).targets() == [Target(id="L1", name="Mine", selected=True)]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(200, b"{"), "something else than its collections"),
        (Reply(200, b"[" * 100_000), "something else than its collections"),
        (
            Reply(200, {"libraryID": "one", "libraryName": "x", "name": "x"}),
            "something else than its collections",
        ),
        (Reply(500), "answers with status 500"),
    ],
)
def test_targets_that_cannot_be_read(zotero, open_at, reply, said):
    there = zotero()
    there.fail_next("POST", "/connector/getSelected", reply)
    with pytest.raises(AnswerError, match=said):
        open_at(there.port).targets()


# What is put there.


def test_a_parcel_is_there_as_a_whole(zotero, open_at, tmp_path):
    there = zotero()
    way = open_at(there.port)
    whole = parcel(
        tags=[{"tag": "gears", "type": 1}, {"tag": "mine"}, {"tag": "a, b"}],
        notes=("<p>Links</p>", "<p>Mine</p>"),
        links=(WebLink(title="Code", url="https://a.example/c"),),
        files=(pdf(tmp_path, title='Räder =?UTF-8?Q?x?= "und" Öle'),),
        url="https://a.example/abs",
    )
    assert list(way.add([whole, parcel("Oils")], READING)) == [
        Created(number=0), Created(number=1),
    ]  # fmt: skip
    gears, oils = there.items()
    assert (gears["title"], oils["title"]) == ("Gears", "Oils")
    assert gears["tags"] == [{"tag": "gears", "type": 1}, {"tag": "mine"}, {"tag": "a, b"}]
    for item in (gears, oils):
        assert [there.collections()[key] for key in item["collections"]] == ["Reading"]
    links, mine, code, file = there.children(gears["key"])
    assert (links["note"], mine["note"]) == ("<p>Links</p>", "<p>Mine</p>")
    assert (code["title"], code["url"]) == ("Code", "https://a.example/c")
    assert there.files == {file["key"]: PDF}
    assert (file["title"], file["url"], file["contentType"]) == (
        'Räder =?UTF-8?Q?x?= "und" Öle', "https://a.example/abs", "application/pdf",
    )  # fmt: skip
    sessions = {each.json()["sessionID"] for each in there.asked_for("POST", "/connector/save")
                if each.media_type == "application/json"}  # fmt: skip
    assert len(sessions) == 2


def test_a_target_of_another_library(zotero, open_at, tmp_path):
    there = zotero()
    way = open_at(there.port)
    [shared] = [each for each in way.targets() if each.name == "Shared"]
    several = [parcel(files=(pdf(tmp_path),), notes=("<p>n</p>",)), parcel("Oils")]
    assert all(each == Created(number=each.number) for each in way.add(several, shared))
    assert (there.items(1), len(there.items(2)), there.selected) == ([], 2, shared.id)
    assert len(there.children(there.items(2)[0]["key"])) == 2


def test_a_user_who_goes_elsewhere_meanwhile(zotero, open_at):
    there = zotero()
    adding = open_at(there.port).add([parcel(), parcel("Oils")], READING)
    next(adding)
    there.select("L2")
    assert list(adding) == [Created(number=1)]
    assert [len(item["collections"]) for item in there.items()] == [1, 1]
    assert there.items(2) == []


def test_what_one_way_cannot(zotero, open_at):
    way = open_at(zotero().port)
    found = Found(key="ABCD2345", version=1, data={})
    refused = Refused(number=0, why="the connector can only add items")
    assert list(way.items(OWN, SILENT)) == []
    assert way.change(found, {"title": "x"}) == refused
    assert way.fill(found, parcel(), None) == refused


def test_what_for_connector_makes_is_taken_as_it_is(zotero, open_at):
    """What a parcel loses this way is what ``for_connector`` says, and no more."""
    whole = parcel(
        tags=[{"tag": "a", "type": 1}], links=(WebLink(title="C", url="https://c.example"),)
    )
    item, lost = for_connector(whole)
    there = zotero()
    list(open_at(there.port).add([whole], OWN))
    [asked] = there.asked_for("POST", "/connector/saveItems")
    [sent] = asked.json()["items"]
    assert {name: value for name, value in sent.items() if name != "id"} == item
    assert lost == {}


# What is not taken.


def test_a_target_that_cannot_be_changed(zotero, open_at):
    there = zotero("read-only-library")
    way = open_at(there.port)
    lab = way.targets()[-1]
    with pytest.raises(WebError, match="Lab cannot be changed by you; choose another"):
        next(way.add([parcel()], lab))
    assert there.items(1) == there.items(2) == []
    assert list(way.add([parcel()], OWN)) == [Created(number=0)]
    assert (len(there.items(1)), there.selected) == (1, "L1")


def test_nothing_that_takes_items_is_open(zotero, open_at):
    there = zotero("read-only-library")
    there.library(1).editable = False
    with pytest.raises(
        AnswerError, match=r"nothing open that takes items.*open a library"
    ) as caught:
        list(open_at(there.port).add([parcel(), parcel()], OWN))
    assert caught.value.status == 500


@pytest.mark.parametrize(
    ("reply", "refused"),
    [
        (500, {"why": "Zotero answers with status 500", "status": 500}),
        (409, {"why": "Zotero answers with status 409", "status": 409}),
        (503, {"why": "Zotero answers with status 503", "status": 503, "may_pass": True}),
        (429, {"why": "Zotero answers with status 429", "status": 429, "may_pass": True}),
        (Reply(400, {"error": "TOO\x07LATE"}), {"why": "Zotero says: TOO LATE", "status": 400}),
        (Reply(400, b"[" * 100_000), {"why": "Zotero answers with status 400", "status": 400}),
    ],
)
def test_one_that_is_refused_stops_no_other(zotero, open_at, reply, refused):
    there = zotero()
    there.fail_next("POST", "/connector/saveItems", "pass")
    there.fail_next("POST", "/connector/saveItems", reply)
    several = [parcel(), parcel("Oils"), parcel("Nuts")]
    assert list(open_at(there.port).add(several, OWN)) == [
        Created(number=0), Refused(number=1, **refused), Created(number=2),
    ]  # fmt: skip
    assert [item["title"] for item in there.items()] == ["Gears", "Nuts"]


@pytest.mark.parametrize("fault", ["cut", "lost"])
def test_an_answer_that_does_not_come_is_asked_for_again(zotero, open_at, fault):
    there = zotero()
    there.fail_next("POST", "/connector/saveItems", fault)
    assert list(open_at(there.port).add([parcel()], READING)) == [Created(number=0)]
    [item] = there.items()
    assert item["collections"]


@pytest.mark.parametrize(("faults", "there_are"), [(("cut", "cut"), 1), (("lost", "cut"), 2)])
def test_it_is_said_where_nobody_knows(zotero, open_at, faults, there_are):
    there = zotero()
    for fault in ("pass", *faults):
        there.fail_next("POST", "/connector/saveItems", fault)
    adding = open_at(there.port).add([parcel(), parcel("Oils"), parcel("Nuts")], OWN)
    assert next(adding) == Created(number=0)
    assert next(adding) == Refused(number=1, why=NO_ANSWER, may_pass=True)
    with pytest.raises(UnreachableError):
        next(adding)
    assert len(there.items()) == there_are


def test_zotero_that_is_closed_meanwhile(zotero, open_at):
    there = zotero()
    adding = open_at(there.port).add([parcel(), parcel("Oils")], OWN)
    next(adding)
    there.close()
    assert next(adding) == Refused(number=1, why=NO_ANSWER, may_pass=True)
    with pytest.raises(UnreachableError, match="open Zotero"):
        next(adding)


@pytest.mark.parametrize(
    ("faults", "why"),
    [
        (("cut",), None),
        (("lost",), None),
        (("cut", "cut"), "Zotero breaks off in the middle"),
        ((400,), "Zotero answers with status 400"),
    ],
)
def test_place_and_tags_that_are_not_taken(zotero, open_at, faults, why):
    there = zotero()
    for fault in faults:
        there.fail_next("POST", "/connector/updateSession", fault)
    way = open_at(there.port)
    tagged = parcel(tags=[{"tag": "mine"}, {"tag": "tools"}])
    expected = () if why is None else (
        f"its place, Reading: {why}", f"your tags, mine, tools: {why}",
    )  # fmt: skip
    assert list(way.add([tagged], READING)) == [Created(number=0, left=expected)]
    if why is not None:
        there.fail_next("POST", "/connector/updateSession", 400)
        [plain] = way.add([parcel()], READING)
        assert plain.left == ("its place, Reading: Zotero answers with status 400",)


def test_a_collection_that_is_gone(zotero, open_at):
    there = zotero()
    gone = Target(id="C99", name="Gone", level=1)
    [outcome] = open_at(there.port).add([parcel()], gone)
    assert outcome.left == ("its place, Gone: Zotero answers with status 400",)
    assert len(there.items()) == 1


# Files.


@pytest.mark.parametrize(
    ("more", "address"),
    [
        ({"url": "https://a.example/abs", "DOI": "10.1/x"}, "https://a.example/abs"),
        ({"DOI": "10.1/x"}, "https://doi.org/10.1/x"),
        ({}, None),
    ],
)
def test_where_a_file_is_from(zotero, open_at, tmp_path, more, address):
    there = zotero()
    files = (pdf(tmp_path, "ä b.pdf"),)
    [outcome] = open_at(there.port).add([parcel(files=files, **more)], OWN)
    assert outcome == Created(number=0)
    [file] = there.children(there.items()[0]["key"])
    assert file["url"] == (address or (tmp_path / "ä b.pdf").as_uri())


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (None, "this library takes no files"),
        (500, "Zotero answers with status 500"),
        ("cut", "Zotero breaks off in the middle"),
    ],
)
def test_files_that_are_not_taken(zotero, open_at, tmp_path, reply, why):
    there = zotero()
    if reply is None:
        there.library(1).files_editable = False
    else:
        there.fail_next("POST", "/connector/saveAttachment", reply)
    (tmp_path / "page.html").write_text("<p>made up</p>")
    files = (pdf(tmp_path), File(title="Page", path="page.html"), File(title="Gone", path="no.pdf"))
    [outcome] = open_at(there.port).add([parcel(files=files)], OWN)
    assert outcome.left == (
        f"the file x.pdf: {why}",
        "the file page.html: only PDFs can be sent this way",
        "the file no.pdf: it is not there",
    )
    assert (len(there.items()), there.files) == (1, {})


def test_a_file_that_goes_away_meanwhile(zotero, open_at, tmp_path, monkeypatch):
    there = zotero()
    files = (pdf(tmp_path),)
    way = open_at(there.port)

    def gone(*arguments):
        local = looked_at(*arguments)
        local.path.unlink()
        return local

    monkeypatch.setattr(connector, "looked_at", gone)
    [outcome] = way.add([parcel(files=files)], OWN)
    assert outcome.left == ("the file x.pdf: it is not there",)


# Who stops.


def test_who_stops_between_two_knows_what_is_done(zotero, open_at):
    there = zotero()
    cancel = CancelToken()
    adding = open_at(there.port, cancel=cancel).add([parcel(), parcel("Oils")], OWN)
    assert next(adding) == Created(number=0)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(adding)
    assert len(there.items()) == 1


@pytest.mark.parametrize("step", ["saveItems", "updateSession"])
def test_who_stops_in_the_middle_of_one(open_at, step):
    cancel = CancelToken()

    def stop(_):
        cancel.cancel()
        raise OSError

    good = say(200, X_Zotero_Version="10.0.1")
    saved = say(201, b"", X_Zotero_Version="10.0.1")
    server = Server(*((good, stop) if step == "saveItems" else (good, saved, stop)))
    try:
        adding = open_at(server.port, cancel=cancel).add([parcel()], READING)
        outcome = next(adding)
        with pytest.raises(Cancelled):
            next(adding)
    finally:
        server.close()
    if step == "saveItems":
        assert outcome == Refused(number=0, why=NO_ANSWER, may_pass=True)
    else:
        assert outcome == Created(
            number=0, left=("its place, your tags, its files, or a part of these: it was stopped",)
        )


def test_another_program_in_the_middle(open_at):
    server = Server(say(200, X_Zotero_Version="10.0.1"), say(200, json.dumps({})))
    try:
        adding = open_at(server.port).add([parcel()], READING)
        assert next(adding) == Refused(number=0, why=NO_ANSWER, may_pass=True)
        with pytest.raises(AnswerError, match="is not what answers there"):
            next(adding)
    finally:
        server.close()
