"""The stand-in keeps the rules of writing by the API: a rule a row."""

import msgspec
import pytest

from refman.model import ItemType
from refman.zotero.items import parcel_of
from tests.formats.entries import FULL
from tests.zotero.asking import BOOK, allowed, ask, items, save

# Writing by the API.


@pytest.mark.parametrize("profile", ["zotero10", "web"])
def test_items_are_created(zotero, profile):
    there = zotero(profile)
    headers = allowed(there)
    [reading, _] = there.collections()
    parent = {**BOOK, "key": "ABCD2345", "version": 0, "tags": [{"tag": "mine"}],
              "collections": [reading], "relations": {"owl:sameAs": "http://a.example/1"},
              "dateAdded": "2001-01-01T00:00:00Z", "citationKey": "ode1999"}  # fmt: skip
    child = {"itemType": "note", "note": "n", "parentItem": "ABCD2345"}
    answer = ask(there, "POST", items(there), [parent, child, {"itemType": "shoe"}], **headers)
    told = answer.json()
    assert answer.status == 200
    assert told["success"]["0"] == "ABCD2345"
    assert told["successful"]["0"]["data"]["title"] == "Gears"
    assert (list(told["success"]), told["unchanged"]) == (["0", "1"], {})
    assert told["failed"] == {
        "2": {"key": "", "code": 400, "message": "'shoe' is not a valid itemType"}
    }
    assert told["successful"]["0"]["version"] == int(answer.headers["Last-Modified-Version"])
    [item] = there.items()
    assert parent | {"version": item["version"]} == {name: item[name] for name in parent}
    assert [each["note"] for each in there.children("ABCD2345")] == ["n"]


@pytest.mark.parametrize(
    ("data", "said", "code"),
    [
        ({"title": "x"}, "'itemType' property not provided", 400),
        ({"itemType": "book", "shoe": "x"}, "not a valid field for type 'book'", 400),
        ({"itemType": "computerProgram", "language": "x"}, "not a valid field", 400),
        ({"itemType": "blogPost", "publisher": "x"}, "not a valid field", 400),
        ({"itemType": "book", "title": 7}, "must be a string", 400),
        ({"itemType": "book", "key": "abc", "version": 0}, "not a valid key", 400),
        ({"itemType": "book", "key": "ABCD2345"}, "'version'", 428),
        ({"itemType": "book", "key": "ABCD2345", "version": 7}, "does not exist", 404),
        ({"itemType": "book", "creators": "x"}, "must be an array", 400),
        ({"itemType": "book", "creators": ["x"]}, "must be an object", 400),
        ({"itemType": "book", "creators": [{"creatorType": "director", "name": "x"}]},
         "not a valid creator type", 400),
        ({"itemType": "book", "creators": [{"creatorType": "author", "lastName": "x"}]},
         "either", 400),
        ({"itemType": "book", "creators": [{"creatorType": "author", "name": 7}]}, "strings", 400),
        ({"itemType": "book", "creators": [{"creatorType": "author", "name": " "}]}, "empty", 400),
        ({"itemType": "book", "tags": ["x"]}, "Tag must be", 400),
        ({"itemType": "book", "tags": "x"}, "must be an array", 400),
        ({"itemType": "book", "tags": [{"tag": "x", "colour": 1}]}, "Invalid tag", 400),
        ({"itemType": "book", "tags": [{"tag": "x", "type": 2}]}, "Invalid tag type", 400),
        ({"itemType": "book", "tags": [{"tag": " "}]}, "non-empty", 400),
        ({"itemType": "book", "tags": [{"tag": "x" * 256}]}, "too long", 413),
        ({"itemType": "book", "collections": ["AAAAAAAA"]}, "doesn't exist", 409),
        ({"itemType": "book", "collections": "x"}, "must be an array", 400),
        ({"itemType": "book", "relations": []}, "must be an object", 400),
        ({"itemType": "book", "dateAdded": "yesterday"}, "ISO 8601", 400),
        ({"itemType": "note", "note": 7}, "must be a string", 400),
        ({"itemType": "note", "title": "x"}, "not a valid field", 400),
        ({"itemType": "note", "parentItem": "AAAAAAAA"}, "Parent item", 400),
        ({"itemType": "note", "parentItem": "NOTE2345"}, "cannot be a note", 400),
        ({"itemType": "note", "parentItem": "NOTE2345", "collections": ["x"]}, "Child items", 400),
        ({"itemType": "attachment"}, "'linkMode'", 400),
        ({"itemType": "attachment", "linkMode": "glued"}, "linkMode", 400),
        ({"itemType": "attachment", "linkMode": "linked_url", "url": "x"}, "top-level", 400),
        ({"itemType": "attachment", "linkMode": "linked_url"}, "'url'", 400),
        ("book", "Invalid JSON object", 400),
    ],
)  # fmt: skip
def test_item_that_is_refused(zotero, data, said, code):
    there = zotero("zotero10")
    there.add_item({"itemType": "note", "note": "n", "key": "NOTE2345"})
    answer = ask(there, "POST", items(there), [data], **allowed(there))
    fault = answer.json()["failed"]["0"]
    assert (answer.status, fault["code"]) == (200, code)
    assert said in fault["message"]
    assert len(there.items()) == 1


def test_what_refman_makes_of_each_type_is_taken(zotero):
    there = zotero("zotero10")
    made = [parcel_of(msgspec.structs.replace(FULL, type=kind)).item for kind in ItemType]
    for first in range(0, len(made), 50):
        batch = made[first : first + 50]
        told = ask(there, "POST", items(there), batch, **allowed(there)).json()
        assert told["failed"] == {}
    assert len(there.items()) == len(made)


@pytest.mark.parametrize(
    ("change", "body", "status", "said"),
    [
        ({"Zotero-Server-ID": None}, [BOOK], 428, "Zotero-Server-ID not provided"),
        ({"Zotero-Server-ID": "x"}, [BOOK], 412, "does not match"),
        ({"Zotero-API-Key": None}, [BOOK], 401, "API key required"),
        ({"Zotero-API-Key": "x"}, [BOOK], 401, "Invalid or expired"),
        ({}, [BOOK] * 51, 413, "more than 50"),
        ({}, [], 400, "No objects"),
        ({}, BOOK, 400, "JSON array"),
        ({"Content-Type": "text/plain"}, [BOOK], 400, "Empty request body"),
        ({"Content-Type": "application/json"}, b"[", 400, "not valid JSON"),
        ({"Zotero-Write-Token": "abcd"}, [BOOK], 400, "5-32"),
        ({"Zotero-Write-Token": "a" * 33}, [BOOK], 400, "5-32"),
        ({"If-Unmodified-Since-Version": "1"}, [BOOK], 412, "modified since"),
        ({"If-Unmodified-Since-Version": "one"}, [BOOK], 400, "Invalid number"),
    ],
)
def test_write_that_is_refused(zotero, change, body, status, said):
    there = zotero("zotero10")
    answer = ask(there, "POST", items(there), body, **(allowed(there) | change))
    assert (answer.status, said in answer.body.decode()) == (status, True)
    assert there.items() == []
    assert (status == 401) is (answer.headers["WWW-Authenticate"] is not None)


@pytest.mark.parametrize("profile", ["zotero10", "web"])
def test_a_write_token_is_taken_once(zotero, profile):
    there = zotero(profile)
    headers = {**allowed(there), "Zotero-Write-Token": "abcdef"}
    statuses = [ask(there, "POST", items(there), [BOOK], **headers).status for _ in range(2)]
    assert (statuses, len(there.items())) == ([200, 412], 1)


def test_a_write_token_of_what_failed_is_forgotten(zotero):
    there = zotero("zotero10")
    headers = {**allowed(there), "Zotero-Write-Token": "abcdef"}
    statuses = [ask(there, "POST", items(there), body, **headers).status for body in (BOOK, [BOOK])]
    assert statuses == [400, 200]


def test_a_group_that_is_read_only(zotero):
    there = zotero("read-only-library")
    answer = ask(there, "POST", "/api/groups/17/items", [BOOK], **allowed(there))
    assert (answer.status, answer.body) == (403, b"Write access denied")


def test_creates_fail_one_by_one_where_they_are_broken(zotero):
    there = zotero("create-bug")
    headers = allowed(there)
    told = ask(there, "POST", items(there), [BOOK, BOOK], **headers).json()
    assert {fault["code"] for fault in told["failed"].values()} == {400}
    assert "'primaryData' not loaded" in told["failed"]["1"]["message"]
    told = ask(there, "POST", "/api/users/0/collections", [{"name": "x"}], **headers).json()
    assert told["failed"]["0"]["code"] == 400
    assert there.items() == []
    assert save(there).status == 201
    [item] = there.items()
    path = f"{items(there)}/{item['key']}"
    change = {"title": "Oils", "version": item["version"]}
    assert ask(there, "PATCH", path, change, **headers).status == 204


def test_change(zotero):
    there = zotero("zotero10")
    headers = allowed(there)
    key = there.add_item(BOOK)
    path = f"{items(there)}/{key}"
    version = there.item(key)["version"]
    assert ask(there, "PATCH", path, {"title": "Oils"}, **headers).status == 428
    unmodified = {"If-Unmodified-Since-Version": str(version)}
    answer = ask(there, "PATCH", path, {"title": "Oils"}, **headers, **unmodified)
    assert (answer.status, answer.body) == (204, b"")
    item = there.item(key)
    assert (item["title"], item["version"]) == ("Oils", version + 1)
    assert answer.headers["Last-Modified-Version"] == str(item["version"])
    answer = ask(there, "PATCH", path, {"title": "Nuts"}, **headers, **unmodified)
    assert (answer.status, b"has been modified" in answer.body) == (412, True)
    same = {"title": "Oils", "version": item["version"]}
    assert ask(there, "PATCH", path, same, **headers).status == 204
    assert there.item(key)["version"] == item["version"]
    wrong = {"shoe": "x", "version": item["version"]}
    assert ask(there, "PATCH", path, wrong, **headers).status == 400
    assert ask(there, "PATCH", path, [], **headers).status == 400
    assert ask(there, "PATCH", f"{items(there)}/AAAAAAAA", same, **headers).status == 404
    whole = {"itemType": "book", "title": "Bolts", "version": item["version"]}
    assert ask(there, "PUT", path, whole, **headers).status == 204
    assert there.item(key)["title"] == "Bolts"
    assert ask(there, "DELETE", path, **headers).status == 428
    unmodified = {"If-Unmodified-Since-Version": "99"}
    assert ask(there, "DELETE", path, **headers, **unmodified).status == 204
    assert there.items() == []
    assert ask(there, "DELETE", items(there), **headers).status == 404


def test_several_are_changed_at_once(zotero):
    there = zotero("zotero10")
    keys = [there.add_item(BOOK) for _ in range(4)]
    versions = [there.item(key)["version"] for key in keys]
    told = ask(there, "POST", items(there), [
        {"key": keys[0], "version": versions[0], "title": "Oils"},
        {"key": keys[1], "version": versions[1] - 1, "title": "Oils"},
        {"key": keys[2], "version": versions[2], "title": "Gears"},
        {"key": keys[3], "title": "Oils"},
    ], **allowed(there)).json()  # fmt: skip
    assert (told["success"], told["unchanged"]) == ({"0": keys[0]}, {"2": keys[2]})
    assert {place: fault["code"] for place, fault in told["failed"].items()} == {"1": 412, "3": 428}


@pytest.mark.parametrize(
    ("data", "said", "code"),
    [
        ({"name": " "}, "cannot be empty", 400),
        ({"name": "x" * 256}, "too long", 413),
        ({"name": "x", "colour": "red"}, "Invalid property", 400),
        ({"name": "x", "parentCollection": "AAAAAAAA"}, "doesn't exist", 409),
        ({"name": "x", "key": "READING"}, "exists", 412),
        ("x", "Invalid JSON object", 400),
    ],
)
def test_collections_are_created(zotero, data, said, code):
    there = zotero("zotero10")
    [reading, _] = there.collections()
    if isinstance(data, dict) and data.get("key"):
        data = data | {"key": reading}
    new = {"name": "Tools", "parentCollection": reading, "key": "CLLC2345", "version": 0}
    inner = {"name": "Old", "parentCollection": "CLLC2345"}
    body = [new, inner, {"name": "Top", "parentCollection": False}, data]
    told = ask(there, "POST", "/api/users/0/collections", body, **allowed(there)).json()
    assert told["success"]["0"] == "CLLC2345"
    assert {"Reading/Tools", "Reading/Tools/Old", "Top"} < set(there.collections().values())
    assert (told["failed"]["3"]["code"], said in told["failed"]["3"]["message"]) == (code, True)
