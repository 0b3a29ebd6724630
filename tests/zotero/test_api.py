"""What both APIs share, with answers that no Zotero should give."""

import contextlib
import hashlib
import json
import os
import re
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refman.errors import AddressError, AnswerError, Cancelled, UnreachableError
from refman.progress import SILENT
from refman.zotero import answers, files
from refman.zotero.records import Created, File, Found, Parcel, Refused, Target, WebLink
from tests.zotero.scripted import Scripted, answer, taken

OWN = Target(id="users/0", name="My Library")
READING = Target(id="users/0/collections/READING2", name="Reading")
LINK = WebLink(title="Code", url="https://example.org/code")


@pytest.fixture
def api():
    made = []

    def start(*replies) -> Scripted:
        made.append(Scripted(*replies))
        return made[-1]

    yield start
    for each in made:
        each.close()


@dataclass
class Told:
    """Note what is reported; stop after so many reports."""

    stop_after: int = 1_000_000
    reports: list = field(default_factory=list)

    def report(self, done, total=None):
        self.reports.append((done, total))
        if len(self.reports) > self.stop_after:
            raise Cancelled("stopped")


def parcel(title="Made up", **more):
    return Parcel(item={"itemType": "preprint", "title": title}, **more)


def row(key, version=1, **data):
    return {"key": key, "version": version, "data": {"itemType": "book", **data}}


def key(number):
    return f"{number:08d}"


def folder(name, parent=False, **more):
    return {"name": name, "parentCollection": parent, **more}


# Reading.


def test_items_come_page_by_page_each_once(api):
    pages = [[row(key(number)) for number in range(first, first + 100)] for first in (0, 100)]
    last = [
        row(key(199)),
        row(key(200)),
        row(key(201), deleted=True),
        row(key(202), itemType="note"),
    ]
    zotero = api(*(answer(200, page, total_results=203) for page in (*pages, last)))
    told = Told()
    found = list(zotero.items(READING, told))
    assert [each.key for each in found] == [key(number) for number in range(201)]
    assert {each.library for each in found} == {"users/0"}
    assert zotero.whats == ["GET /users/0/items/top"] * 3
    assert [each["params"]["start"] for each in zotero.asked] == ["0", "100", "200"]
    assert told.reports == [(100, 203), (200, 203), (203, 203)]


@pytest.mark.parametrize(
    ("pages", "keys", "asked"),
    [
        ([answer(200, [])], [], 1),
        ([answer(200, [row("AAAABBBB")])], ["AAAABBBB"], 1),
        ([answer(200, [row("AAAABBBB")], total_results=10**14)], ["AAAABBBB"], 2),
        ([answer(200, [row("AAAABBBB")], total_results="9" * 400)], ["AAAABBBB"], 1),
        ([answer(200, [row("AAAABBBB")], total_results="-1")], ["AAAABBBB"], 1),
        ([answer(200, [row("AAAABBBB"), row("AAAABBBB")], total_results=2)], ["AAAABBBB"], 1),
        ([answer(200, [row(key(number)) for number in range(300)], total_results=300)], None, 1),
    ],
)
def test_a_list_comes_to_an_end_whatever_it_says_of_its_length(api, pages, keys, asked):
    zotero = api(*pages)
    found = [each.key for each in zotero.items(OWN, SILENT)]
    assert found == (keys if keys is not None else [key(number) for number in range(300)])
    assert len(zotero.asked) == asked


def test_a_library_without_end_is_given_up(api, monkeypatch):
    monkeypatch.setattr(answers, "_MOST_OBJECTS", 250)
    start = iter(range(0, 10**9, 100))

    def more(_):
        first = next(start)
        return answer(200, [row(key(first + number)) for number in range(100)], total_results=10**9)

    with pytest.raises(AnswerError, match="Zotero tells of more than 250 objects"):
        list(api(more).items(OWN, SILENT))


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (answer(200, b"<html>sign in</html>"), "sends something else where JSON is due"),
        (answer(200, b'[{"key": "AAAA'), "sends something else where JSON is due"),
        (answer(200, b"[" * 100_000), "sends something else where JSON is due"),
        (answer(200, b"\xff\xfe"), "sends something else where JSON is due"),
        (answer(200, {"key": "AAAABBBB"}), "sends something else where a list is due"),
        (answer(200, None), "sends something else where a list is due"),
        (answer(404, b"Not found"), "answers with status 404"),
    ],
)
def test_an_answer_that_is_none_is_told(api, reply, why):
    with pytest.raises(AnswerError, match=why):
        list(api(reply).items(OWN, SILENT))


def test_what_is_no_object_is_left_out(api):
    rows = [
        7, None, [], {}, {"key": None}, {"key": ["AAAABBBB"], "version": 1},
        row("../../../"), row("aaaabbbb"), row("AAAABBBB0"), row("AAAABBBB", version="1"),
        {"key": "CCCCDDDD", "version": 1, "data": []}, row("EEEEFFFF\n"), row("GGGGHHHH"),
    ]  # fmt: skip
    found = list(api(answer(200, rows)).items(OWN, SILENT))
    assert [each.key for each in found] == ["CCCCDDDD", "GGGGHHHH"]


@pytest.mark.parametrize("name", ["C23", "users/0/../1", "users/x", "", "groups/17/collections/a"])
def test_a_target_of_another_way_is_told(api, name):
    with pytest.raises(AddressError, match="is no library or collection of this Zotero"):
        list(api(answer()).add([parcel()], Target(id=name, name="")))


GGG, KKK = "GGGGGGGG", "KKKKKKKK"


def test_libraries_and_their_collections_stand_in_order(api):
    mine = [
        row("AAAAAAAA", **folder("zebras")), row("BBBBBBBB", **folder("Apes", "AAAAAAAA")),
        row("CCCCCCCC", **folder("ants", "AAAAAAAA")), row("DDDDDDDD", **folder("Bees\nand more")),
        row("EEEEEEEE", **folder("lost", "ZZZZZZZZ")), row("FFFFFFFF", **folder("a ring", GGG)),
        row(GGG, **folder("ring", "FFFFFFFF")), row("HHHHHHHH", **folder(7)),
        row("JJJJJJJJ", **folder("in the bin", deleted=True)), row(KKK, **folder("self", KKK)),
    ]  # fmt: skip
    groups = [
        {"id": 17, "data": {"name": "Lab"}}, {"id": 18, "data": {"name": 7, "closed": True}},
        {"id": -1, "data": {"name": "x"}}, {"id": True}, {"id": 10**15}, {"id": "19", "data": {}},
        {"data": {}}, 4,
    ]  # fmt: skip
    zotero = api(answer(200, mine), answer(200, groups), answer(200, []))
    found = zotero.targets()
    assert [(each.level, each.name) for each in found] == [
        (0, "My Library"), (1, "Bees and more"), (1, "zebras"), (2, "ants"), (2, "Apes"),
        (1, "lost"), (1, "a ring"), (2, "ring"), (1, "self"), (0, "Lab"), (0, "Group 18"),
    ]  # fmt: skip
    assert found[1].id == "users/0/collections/DDDDDDDD"
    assert [each.id for each in found if not each.level] == ["users/0", "groups/17", "groups/18"]
    assert [each.name for each in found if not each.editable] == ["Group 18"]
    zotero.sees_home = False
    zotero.replies = [answer(200, groups[:1]), answer(200, [])]
    assert [each.id for each in zotero.targets()] == ["groups/17"]


def test_a_deep_tree_costs_no_stack(api):
    deep = [row(key(0), **folder("0"))]
    deep += [row(key(number), **folder(str(number), key(number - 1))) for number in range(1, 3_000)]
    found = api(answer(200, deep, total_results=3_000), answer(200, [])).targets()
    assert found[-1].level == 50  # as deep as is told


# Adding.


def test_fifty_at_a_time_and_children_behind_their_parents(api):
    zotero = api(taken)
    whole = [parcel(str(number), notes=("<p>a</p>", "<p>b</p>")) for number in range(60)]
    done = list(zotero.add(whole, OWN))
    assert [each.number for each in done] == list(range(60))
    assert all(isinstance(each, Created) and not each.left for each in done)
    assert zotero.whats == ["POST /users/0/items"] * 5
    assert [len(each["json"]) for each in zotero.asked] == [50, 50, 50, 10, 20]
    tokens = [each["headers"]["Zotero-Write-Token"] for each in zotero.asked]
    assert len(set(tokens)) == 5
    assert all(5 <= len(token) <= 32 for token in tokens)
    first = zotero.asked[0]["json"][0]
    assert first | {"key": "", "collections": []} == {
        "itemType": "preprint", "title": "0", "key": "", "version": 0, "collections": [],
    }  # fmt: skip
    assert {each["parentItem"] for each in zotero.asked[1]["json"]} == {
        each.key for each in done[:25]
    }


def test_nothing_is_asked_where_there_is_nothing_to_put(api):
    zotero = api(taken)
    assert list(zotero.add([], OWN)) == []
    assert zotero.asked == []


def until_it_breaks(answers_):
    """Return what came, and the error that came behind it."""
    seen = []
    try:
        for each in answers_:
            seen.append(each)  # noqa: PERF402 - what came before the error counts
    except (AnswerError, UnreachableError, Cancelled) as error:
        return seen, error
    return seen, None


def test_each_is_told_once_it_is_certain(api):
    whole = [parcel("0", notes=("a",)), *(parcel(str(n), links=(LINK,) * 30) for n in (1, 2, 3))]
    gone = UnreachableError("gone", source="Zotero", url="")
    seen, error = until_it_breaks(api(taken, taken, gone).add(whole, OWN))
    assert error is gone
    assert [each.number for each in seen] == [0, 1, 2, 3]
    assert [len(each.left) for each in seen] == [0, 0, 11, 30]
    assert seen[3].left[0] == "the link Code: the push broke off before it"


@pytest.mark.parametrize(("taken_before", "numbers"), [(0, []), (1, [0, 1, 2]), (2, [0, 1, 2])])
def test_who_stops_in_the_middle_knows_what_is_there(api, taken_before, numbers):
    zotero = api(*[taken] * taken_before, Cancelled("stopped"))
    seen, error = until_it_breaks(zotero.add([parcel(links=(LINK,) * 30)] * 3, OWN))
    assert isinstance(error, Cancelled)
    assert [each.number for each in seen] == numbers


def said_of(*parts):
    """Answer with these parts for the objects of a request, one each."""

    def reply(asked):
        whole = {"successful": {}, "success": {}, "unchanged": {}, "failed": {}}
        for number, (name, value) in enumerate(parts):
            if name:
                whole[name][str(number)] = value
        return answer(200, whole, last_modified_version=9)

    return reply


def test_an_answer_is_read_object_by_object(api):
    zotero = api(
        said_of(
            ("successful", {"key": "AAAABBBB", "version": 8}),
            ("success", "CCCCDDDD"),
            ("unchanged", "EEEEFFFF"),
            ("failed", {"code": 400, "message": " 'x' is\nno\x07 field; dont-tell "}),
            ("failed", {"code": "400", "message": None}),
            ("failed", {"code": 413, "message": "y" * 3_000}),
            ("successful", {"key": "../../x", "version": 8}),
            ("failed", {"code": 412, "message": "there"}),
            ("", None),
        ),
        lambda asked: answer(200, [row(asked["params"]["itemKey"].split(",")[1], 5)]),
    )
    done = list(zotero.add([parcel()] * 9, OWN))
    by_number = {each.number: each for each in done}
    sent = zotero.asked[0]["json"]
    assert [(by_number[n].key, by_number[n].version) for n in (0, 1, 2, 7)] == [
        ("AAAABBBB", 8), ("CCCCDDDD", 9), ("EEEEFFFF", 9), (sent[7]["key"], 5),
    ]  # fmt: skip
    refused = [by_number[n] for n in (3, 4, 5, 6, 8)]
    assert [each.status for each in refused] == [400, None, 413, None, None]
    assert refused[0].why == "Zotero says: 'x' is no field; ***"
    assert refused[1].why == "Zotero does not say why"
    assert len(refused[2].why) < 250
    assert [each.may_pass for each in refused] == [False, False, False, True, True]
    lost = [sent[number]["key"] for number in (6, 7, 8)]
    assert zotero.asked[1]["params"]["itemKey"] == ",".join(lost)


@pytest.mark.parametrize(
    "lost", [answer(412, b"Write token already used"), answer(200, b'{"successful": {"0"')]
)
def test_where_an_answer_was_lost_it_is_looked_up_what_is_there(api, lost):
    zotero = api(lost, lambda asked: answer(200, [row(asked["params"]["itemKey"][:8], 3)]))
    done = list(zotero.add([parcel(), parcel()], OWN))
    keys = [each["key"] for each in zotero.asked[0]["json"]]
    assert zotero.asked[1]["what"] == "GET /users/0/items"
    assert zotero.asked[1]["params"]["itemKey"] == ",".join(keys)
    refused, created = sorted(done, key=lambda each: isinstance(each, Created))
    assert (created.number, created.key, created.version) == (0, keys[0], 3)
    assert (refused.number, refused.may_pass) == (1, True)


def refusing(status, is_bad):
    """Refuse a whole request where it holds an object that is bad."""

    def reply(asked):
        if any(is_bad(each) for each in asked["json"]):
            return answer(status, b"no good")
        return taken(asked)

    return reply


@pytest.mark.parametrize(
    ("status", "bad", "most"),
    [
        (413, {7}, 13), (413, set(range(50)), 99), (400, {0}, 4), (400, {49}, 4), (400, {25}, 80),
        (400, set(range(50)), 3), (400, {0, 49}, 3),
    ],
)  # fmt: skip
def test_one_that_makes_all_be_refused_is_found(api, status, bad, most):
    zotero = api(refusing(status, lambda each: int(each["title"]) in bad))
    done = list(zotero.add([parcel(str(number)) for number in range(50)], OWN))
    assert sorted(each.number for each in done) == list(range(50))
    refused = {each.number for each in done if isinstance(each, Refused)}
    assert refused == (set(range(50)) if bad == {0, 49} else bad)
    assert {each.status for each in done if isinstance(each, Refused)} == {status}
    assert len(zotero.asked) <= most


@pytest.mark.parametrize("status", [401, 403, 404, 409, 428, 500])
def test_what_does_not_lie_in_the_objects_refuses_all(api, status):
    with pytest.raises(AnswerError, match=f"answers with status {status}"):
        list(api(answer(status, b"no")).add([parcel()], OWN))


# Collections.


def test_collections_are_made_once_from_the_outside_in(api):
    there = [
        row("READING2", **folder("Reading")), row("LAKES222", **folder("Lakes ", "READING2")),
        row("LAKES333", **folder("Lakes", "READING2")),
    ]  # fmt: skip
    zotero = api(answer(200, there), taken)
    whole = [
        parcel("0", collections=("Lakes/ Deep /Cold", "Lakes", "Lakes/")),
        parcel("1", collections=("Lakes/Deep/Cold", "Ponds", "/")),
        parcel("2"),
    ]
    list(zotero.add(whole, READING))
    assert zotero.whats == [
        "GET /users/0/collections", "POST /users/0/collections", "POST /users/0/collections",
        "POST /users/0/items",
    ]  # fmt: skip
    outer, inner = zotero.asked[1]["json"], zotero.asked[2]["json"]
    assert [(each["name"], each["parentCollection"]) for each in outer] == [
        ("Deep", "LAKES222"), ("Ponds", "READING2"),
    ]  # fmt: skip
    assert [(each["name"], each["parentCollection"]) for each in inner] == [
        ("Cold", outer[0]["key"])
    ]
    assert [each["collections"] for each in zotero.asked[3]["json"]] == [
        [inner[0]["key"], "LAKES222"],
        [inner[0]["key"], outer[1]["key"], "READING2"],
        ["READING2"],
    ]


def test_a_collection_that_is_refused_is_told_and_the_item_lies_outside_of_it(api):
    zotero = api(
        answer(200, [row("AAAAAAAA", **folder("A"))]),
        said_of(("failed", {"code": 400, "message": "too long"}), ("", None)),
        answer(200, []),
        taken,
    )
    whole = [parcel("0", collections=("A/B/C", "D")), parcel("1", collections=("A/B",))]
    first, second = list(zotero.add(whole, OWN))
    assert first.left == (
        "the collection A/B/C: Zotero says: too long",
        "the collection D: Zotero does not say why",
    )
    assert second.left == ("the collection A/B: Zotero says: too long",)
    assert [each["collections"] for each in zotero.asked[3]["json"]] == [["AAAAAAAA"]] * 2
    assert "collectionKey" in zotero.asked[2]["params"]


def test_more_than_fifty_collections(api):
    zotero = api(answer(200, []), taken)
    paths = tuple(f"Shelf {number}" for number in range(60))
    (done,) = zotero.add([parcel(collections=paths)], OWN)
    assert not done.left
    assert [len(each["json"]) for each in zotero.asked[1:]] == [50, 10, 1]
    assert len(set(zotero.asked[3]["json"][0]["collections"])) == 60


# Notes, links and files.


def test_what_of_a_parcel_is_not_taken_is_told(api):
    zotero = api(
        taken, said_of(("failed", {"code": 400, "message": "no"}), ("success", "CCCCDDDD"))
    )
    link = WebLink(title="Code\nof it", url="https://example.org", media_type="text/html")
    (done,) = zotero.add([parcel(notes=("a",), links=(link,))], OWN)
    assert done.left == ("a note: Zotero says: no",)
    sent = zotero.asked[1]["json"][1]
    assert (sent["contentType"], sent["note"], sent["linkMode"]) == ("text/html", "", "linked_url")


@pytest.fixture
def some_files(tmp_path):
    """Files as entries name them: good ones, and others."""
    inside = tmp_path / "files"
    inside.mkdir()
    (inside / "paper.pdf").write_bytes(b"junk\n%PDF-1.7\nmade up")
    (inside / "page.HTML").write_bytes(b"\n<!doctype html>")
    (inside / "fake.pdf").write_bytes(b"#!/bin/sh")
    (inside / "empty.pdf").touch()
    (inside / "folder.pdf").mkdir()
    (inside / "keys.pem").write_bytes(b"a key")
    (inside / "link.pdf").symlink_to("paper.pdf")
    (inside / "loop.pdf").symlink_to("loop.pdf")
    os.mkfifo(inside / "pipe.pdf")
    (tmp_path / "outside.pdf").write_bytes(b"%PDF-1.7\nmine")
    (inside / "out.pdf").symlink_to("../outside.pdf")
    return inside


LEFT = {
    "fake.pdf": "it is no pdf, whatever its name says",
    "empty.pdf": "it is empty",
    "folder.pdf": "it is no regular file",
    "keys.pem": "files of this kind are not sent",
    "pipe.pdf": "it is no regular file",
    "gone.pdf": "it is not there",
    "loop.pdf": "it lies outside of the library's folder",
    "out.pdf": "it lies outside of the library's folder",
    "../outside.pdf": "it lies outside of the library's folder",
    "a\0.pdf": "it lies outside of the library's folder",
    "paper": "files of this kind are not sent",
    "": "files of this kind are not sent",
}


def test_only_files_that_papers_come_in_are_sent(api, some_files):
    zotero = api(taken)
    zotero.folder = some_files
    gone = (str(some_files / "a\0b.pdf"), str(some_files / "no-folder" / "x.pdf"), *LEFT)
    (done,) = zotero.add(
        [parcel(files=tuple(File(title="Full text", path=path) for path in gone))], OWN
    )
    whys = [left.rpartition(": ")[2] for left in done.left]
    assert whys[1:] == ["it is not there", *LEFT.values()]
    assert done.left[0].startswith("the file a b.pdf: it cannot be read: ")
    assert len(zotero.asked) == 1
    zotero.folder = None
    (done,) = zotero.add([parcel(files=(File(title="x", path="paper.pdf"),))], OWN)
    assert done.left == ("the file paper.pdf: its name does not tell in which folder it lies",)


def test_a_file_that_is_too_large_is_not_sent(api, some_files, monkeypatch):
    monkeypatch.setattr(files, "_MOST_MB", 0)
    zotero = api(taken)
    zotero.folder = some_files
    (done,) = zotero.add([parcel(files=(File(title="x", path="paper.pdf"),))], OWN)
    assert done.left == ("the file paper.pdf: it is larger than 0 MiB",)


ALLOWED = answer(
    200, {"url": "/up", "uploadKey": "a b", "contentType": "x/y", "prefix": "<", "suffix": ">"}
)


def test_a_file_is_sent_in_three_steps(api, some_files):
    zotero = api(taken, taken, ALLOWED, answer(201), answer(204))
    files_ = (File(title="Full text", path=str(some_files / "link.pdf")),)
    (done,) = zotero.add([parcel(files=files_)], OWN)
    assert done.left == ()
    made, allow, send, register = zotero.asked[1:]
    (attachment,) = made["json"]
    assert attachment | {"key": "", "parentItem": ""} == {
        "itemType": "attachment", "linkMode": "imported_file", "title": "Full text", "tags": [],
        "contentType": "application/pdf", "filename": "link.pdf", "key": "", "version": 0,
        "parentItem": "",
    }  # fmt: skip
    assert allow["what"] == register["what"] == f"POST /users/0/items/{attachment['key']}/file"
    assert allow["headers"]["If-None-Match"] == "*"
    form = dict(part.split("=") for part in allow["json"].decode().split("&"))
    assert form["filename"] == "link.pdf"
    assert form["filesize"] == "21"
    assert form["md5"] == hashlib.md5(b"junk\n%PDF-1.7\nmade up").hexdigest()
    assert int(form["mtime"]) > 10**12
    assert (send["what"], send["bytes"]) == ("POST /up", b"<junk\n%PDF-1.7\nmade up>")
    assert register["json"] == b"upload=a+b"


def test_a_file_that_zotero_has_is_not_sent_again(api, some_files):
    zotero = api(taken, taken, answer(200, {"exists": 1}))
    zotero.folder = some_files
    (done,) = zotero.add([parcel(files=(File(title="x", path="page.HTML"),))], OWN)
    assert done.left == ()
    assert len(zotero.asked) == 3


@pytest.mark.parametrize(
    ("replies", "why"),
    [
        (
            [answer(200, {"url": "/up", "uploadKey": "a"}), answer(201), answer(404)],
            "Zotero does not say why (404)",
        ),
        ([answer(413, b"quota")], "there is no room for it in your storage at Zotero"),
        ([answer(403, b"No\nright to")], "Zotero says: No right to (403)"),
        ([answer(200, {"exists": 0})], "Zotero does not say where to send it"),
        ([answer(200, {"url": 7, "uploadKey": "a"})], "Zotero does not say where to send it"),
        (
            [answer(200, {"url": "/up", "uploadKey": "a", "prefix": 7})],
            "Zotero does not say where to send it",
        ),
        ([ALLOWED, answer(500)], "Zotero does not say why (500)"),
        ([ALLOWED, answer(201), answer(404, b"gone")], "Zotero says: gone (404)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("goes", [True, False])
def test_an_attachment_without_its_file_is_taken_away(api, some_files, replies, why, goes):
    last = answer(204) if goes else UnreachableError("gone", source="Zotero", url="")
    zotero = api(taken, taken, *replies, last)
    zotero.folder = some_files
    (done,) = zotero.add([parcel(files=(File(title="x", path="paper.pdf"),))], OWN)
    assert done.left == (f"the file paper.pdf: {why}",)
    assert zotero.asked[-1]["what"].startswith("DELETE /users/0/items/")
    assert zotero.asked[-1]["headers"] == {"If-Unmodified-Since-Version": "7"}


def test_an_attachment_is_taken_away_too_where_the_work_breaks_off(api, some_files):
    zotero = api(taken, taken, answer(200, b"no JSON"), answer(204))
    zotero.folder = some_files
    files_ = (File(title="x", path="paper.pdf"),)
    seen, error = until_it_breaks(zotero.add([parcel(files=files_)], OWN))
    assert "JSON is due" in str(error)
    assert seen[0].left == ("the file paper.pdf: the push broke off before it",)
    assert zotero.asked[-1]["what"].startswith("DELETE /users/0/items/")


def test_a_file_that_changes_while_it_is_sent_is_not_taken(api, some_files):
    def cut(_):
        (some_files / "paper.pdf").write_bytes(b"%PDF-")
        return ALLOWED

    zotero = api(taken, taken, cut, answer(204))
    zotero.folder = some_files
    (done,) = zotero.add([parcel(files=(File(title="x", path="paper.pdf"),))], OWN)
    assert done.left == ("the file paper.pdf: it was changed while it was sent",)


def test_a_file_is_read_in_pieces(some_files):
    file = files.looked_at(File(title="x", path="paper.pdf"), some_files)
    with (some_files / "paper.pdf").open("rb") as opened:
        sent = files._Sent(opened, file.size, b"12345", b"67890")
        assert len(sent) == 31
        pieces = list(iter(lambda: sent.read(4), b""))
    assert b"".join(pieces) == b"12345junk\n%PDF-1.7\nmade up67890"
    assert max(map(len, pieces)) == 4


# Changing.

FOUND = Found(key="AAAABBBB", version=4, data={})


def test_a_change_says_which_version_is_meant(api):
    zotero = api(answer(204, last_modified_version=6))
    done = zotero.change(FOUND, {"title": "Other", "tags": [{"tag": "a"}]})
    assert done == Created(number=0, key="AAAABBBB", version=6)
    (asked,) = zotero.asked
    assert asked["what"] == "PATCH /users/0/items/AAAABBBB"
    assert asked["headers"]["If-Unmodified-Since-Version"] == "4"
    assert asked["json"] == {"title": "Other", "tags": [{"tag": "a"}]}


@pytest.mark.parametrize(
    ("replies", "done"),
    [
        (
            [answer(412), answer(200, row("AAAABBBB", 9, title="Other"))],
            Created(number=0, key="AAAABBBB", version=9),
        ),
        (
            [answer(412), answer(200, row("AAAABBBB", 9, title="Another"))],
            Refused(number=0, why="it was changed in Zotero meanwhile", status=412, may_pass=True),
        ),
        (
            [answer(412), answer(404)],
            Refused(number=0, why="it was changed in Zotero meanwhile", status=412, may_pass=True),
        ),
        ([answer(404)], Refused(number=0, why="it is not in Zotero any more", status=404)),
        ([answer(400, b"bad")], Refused(number=0, why="Zotero says: bad", status=400)),
        ([answer(413)], Refused(number=0, why="Zotero does not say why", status=413)),
    ],
)
def test_a_change_that_is_not_taken(api, replies, done):
    assert api(*replies).change(FOUND, {"title": "Other"}) == done


def test_a_change_that_nobody_may_make_is_an_error(api):
    with pytest.raises(AnswerError, match="answers with status 403"):
        api(answer(403)).change(FOUND, {})


@pytest.mark.parametrize(("name", "library"), [("../x", ""), ("AAAABBBB", "users/0/../1")])
def test_what_cannot_be_an_item_is_not_asked_for(api, name, library):
    zotero = api(answer())
    found = Found(key=name, version=1, data={}, library=library)
    with pytest.raises(AddressError, match="has no key that can be one of Zotero's"):
        zotero.change(found, {})
    with pytest.raises(AddressError):
        zotero.fill(found, parcel(), None)
    assert zotero.asked == []


def test_an_item_gains_what_it_lacks(api):
    there = [
        row("CCCCDDDD", itemType="note", note='<div class="z"><p>Links &amp;\n code</p></div>'),
        row("EEEEFFFF", itemType="attachment", url=" https://example.org/code "),
        row("GGGGHHHH", itemType="attachment", url=7, filename=None),
    ]
    whole = parcel(
        notes=("<p>Links &amp; code</p>", "<p>Another</p>"),
        links=(LINK, WebLink(title="Page", url="https://example.org/page")),
    )
    zotero = api(answer(200, there), taken)
    found = Found(key="AAAABBBB", version=4, data={}, library="groups/17")
    assert zotero.fill(found, whole, None) == Created(number=0, key="AAAABBBB", version=4)
    assert zotero.whats == ["GET /groups/17/items/AAAABBBB/children", "POST /groups/17/items"]
    first, second = zotero.asked[1]["json"]
    assert (first["note"], second["url"]) == ("<p>Another</p>", "https://example.org/page")
    assert first["parentItem"] == "AAAABBBB"


def test_an_item_that_lacks_nothing_is_left_alone(api):
    zotero = api(answer(200, [row("EEEEFFFF", itemType="attachment", url=LINK.url)]))
    done = zotero.fill(FOUND, parcel(links=(LINK,), files=(File(title="x", path="x.pdf"),)), None)
    assert isinstance(done, Created)
    assert done.left == ("the file x.pdf: its name does not tell in which folder it lies",)
    assert len(zotero.asked) == 1


def test_an_item_that_gains_nothing_is_refused(api, some_files):
    no = {"code": 400, "message": "no"}
    zotero = api(answer(200, []), said_of(("failed", no), ("failed", no)))
    whole = parcel(notes=("a",), links=(LINK,))
    assert zotero.fill(FOUND, whole, None) == Refused(number=0, why="Zotero says: no", status=400)
    zotero = api(answer(200, []), said_of(("failed", no), ("success", "CCCCDDDD")))
    assert isinstance(zotero.fill(FOUND, whole, None), Created)
    zotero = api(answer(200, []), taken, answer(413), answer(204))
    zotero.folder = some_files
    done = zotero.fill(FOUND, parcel(files=(File(title="x", path="paper.pdf"),)), None)
    assert isinstance(done, Refused)
    assert "there is no room for it" in done.why


@pytest.mark.parametrize("status", [404, 500])
def test_an_item_that_is_gone_gains_nothing(api, status):
    zotero = api(answer(status))
    if status == 404:
        assert zotero.fill(FOUND, parcel(), None) == Refused(
            number=0, why="it is not in Zotero any more", status=404
        )
    else:
        with pytest.raises(AnswerError):
            zotero.fill(FOUND, parcel(), None)


def test_what_is_sent_is_json_that_can_be_read(api):
    zotero = api(taken)
    list(zotero.add([parcel("Überlänge 🌊 \u2028")], OWN))
    assert json.loads(json.dumps(zotero.asked[0]["json"]))[0]["title"] == "Überlänge 🌊 \u2028"


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 2**70)
    | st.floats()
    | st.sampled_from(["0", "1", "AAAABBBB", "../x", "", "Reading", "note", "x" * 300]),
    lambda inside: st.lists(inside, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["successful", "success", "unchanged", "failed", "0", "1", "key", "version", "data",
             "code", "message", "name", "parentCollection", "id", "url", "uploadKey", "prefix"]
        ),
        inside,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip
PATH = re.compile(
    r"(?:GET|POST|PATCH|DELETE) /(?:users|groups)/[0-9]+/"
    r"(?:groups|(?:items|collections)(?:/top|/[A-Z0-9]{8}(?:/file|/children)?)?)"
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from([200, 200, 200, 201, 400, 404, 412, 413]), JSON), max_size=4)
)
def test_whatever_is_answered_each_parcel_is_told_of_or_an_error_is(api, said):
    zotero = api(*(answer(status, body, total_results=3) for status, body in said), taken)
    whole = [parcel(notes=("a",), collections=("Reading/x",)), parcel(links=(LINK,))]
    calls = (
        lambda: list(zotero.add(whole, OWN)),
        lambda: [zotero.change(FOUND, {"title": "x"}), zotero.fill(FOUND, whole[0], None)],
    )
    for call in calls:
        try:
            done = call()
        except (AnswerError, AddressError):
            continue
        assert len(done) == 2
        assert all(isinstance(each, Created | Refused) for each in done)
    with contextlib.suppress(AnswerError):
        zotero.targets()
    assert all(PATH.fullmatch(what) for what in zotero.whats)
