"""The stand-in keeps the rules of reading by the API: a rule a row."""

import pytest

from tests.zotero.asking import BOOK, ask

# Reading by the API.


@pytest.fixture
def full(zotero):
    """A stand-in with four items, one in the bin, and children; return it with the keys."""

    def fill(profile="zotero9"):
        there = zotero(profile)
        [reading, models] = there.collections()
        gears = there.add_item(
            {**BOOK, "creators": [{"creatorType": "author", "name": "Ida Ode"}], "date": "1999",
             "tags": [{"tag": "tools"}], "collections": [reading]}
        )  # fmt: skip
        oils = there.add_item({"itemType": "preprint", "title": "Oils", "collections": [models]})
        note = there.add_item({"itemType": "note", "note": "n", "parentItem": gears})
        thrown = there.add_item({"itemType": "book", "title": "Thrown away"})
        there.bin_item(thrown)
        alone = there.add_item({"itemType": "note", "note": "alone"})
        keys = {gears: "gears", oils: "oils", note: "note", thrown: "thrown", alone: "alone"}
        return there, keys

    return fill


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("items?sort=dateAdded&direction=asc", "gears oils note alone"),
        ("items", "alone note oils gears"),
        ("items/top", "alone oils gears"),
        ("items/trash", "thrown"),
        ("items/top?itemType=-note", "oils gears"),
        ("items/top?itemType=preprint%20%7C%7C%20note", "alone oils"),
        ("items/top?tag=tools", "gears"),
        ("items/top?tag=-tools", "alone oils"),
        ("items?q=ode+gears", "gears"),
        ("items?q=1999", "gears"),
        ("items?q=tools", ""),
        ("items?q=tools&qmode=everything", "gears"),
        ("items?limit=2", "alone note"),
        ("items?limit=2&start=2", "oils gears"),
        ("items?start=9", ""),
        ("items/top?sort=title", "alone gears oils"),
        ("items/GEARS/children", "note"),
        ("collections/READING/items", "note gears"),
        ("collections/READING/items/top", "gears"),
        ("items?itemKey=GEARS,AAAAAAAA", "gears"),
        ("items/top?since=999", ""),
    ],
)
def test_lists_of_items(full, path, found):
    there, keys = full()
    named = {name: key for key, name in keys.items()}
    reading = next(iter(there.collections()))
    path = path.replace("GEARS", named["gears"]).replace("READING", reading)
    answer = ask(there, "GET", f"/api/users/0/{path}")
    assert [keys[each["key"]] for each in answer.json()] == found.split()
    assert answer.headers["Last-Modified-Version"] == str(there.library(1).version)
    if "limit" not in path and "start" not in path:
        assert answer.headers["Total-Results"] == str(len(found.split()))


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("items?limit=two", 400, "Invalid 'limit'"),
        ("items?sort=colour", 400, "Invalid 'sort'"),
        ("items?direction=up", 400, "Invalid 'direction'"),
        ("items?format=paper", 400, "Invalid 'format'"),
        ("items?format=atom", 501, "Atom"),
        ("items/AAAAAAAA", 404, "Not found"),
        ("items/AAAAAAAA/children", 404, "Not found"),
        ("items/AAAAAAAA/file", 404, "Not found"),
        ("items/GEARS/file", 400, "Not a file attachment"),
        ("items/GEARS/shoes", 404, "Not found"),
        ("collections/AAAAAAAA", 404, "Not found"),
        ("collections/READING/shoes", 404, "Not found"),
        ("searches", 404, "Not found"),
        ("", 404, "Not found"),
    ],
)
def test_reading_that_is_refused(full, path, status, said):
    there, keys = full()
    named = {name: key for key, name in keys.items()}
    reading = next(iter(there.collections()))
    path = path.replace("GEARS", named["gears"]).replace("READING", reading)
    answer = ask(there, "GET", f"/api/users/0/{path}".rstrip("/"))
    assert (answer.status, said in answer.body.decode()) == (status, True)


def test_other_formats_and_versions(full):
    there, keys = full()
    root = "/api/users/0"
    version = there.library(1).version
    told = ask(there, "GET", f"{root}/items/top?format=keys").body.decode().split("\n")
    assert [keys[key] for key in told] == ["alone", "oils", "gears"]
    told = ask(there, "GET", f"{root}/items?format=versions&since={version - 1}").json()
    assert list(told.values()) == [version]
    headers = {"If-Modified-Since-Version": str(version)}
    assert ask(there, "GET", f"{root}/items", **headers).status == 304
    headers = {"If-Modified-Since-Version": str(version - 1)}
    assert ask(there, "GET", f"{root}/items", **headers).status == 200


def test_one_item_and_one_collection(full):
    there, keys = full()
    [gears, *_], [reading, models] = keys, there.collections()
    answer = ask(there, "GET", f"/api/users/0/items/{gears}")
    assert answer.json()["data"]["title"] == "Gears"
    assert answer.json()["meta"] == {"numChildren": 1}
    assert answer.headers["Last-Modified-Version"] == str(answer.json()["version"])
    root = "/api/users/0/collections"
    assert ask(there, "GET", f"{root}/{models}").json()["data"]["parentCollection"] == reading
    assert [each["key"] for each in ask(there, "GET", f"{root}/top").json()] == [reading]
    inner = ask(there, "GET", f"{root}/{reading}/collections").json()
    assert [each["data"]["name"] for each in inner] == ["World models"]
    groups = ask(there, "GET", "/api/users/0/groups").json()
    assert [(each["id"], each["data"]["name"]) for each in groups] == [(17, "Lab")]
    assert ask(there, "GET", "/api/groups/17").json()["data"]["libraryEditing"] == "members"
    thrown = next(key for key, name in keys.items() if name == "thrown")
    assert ask(there, "GET", f"/api/users/0/items/{thrown}").json()["data"]["deleted"] is True


def test_types_and_fields(zotero):
    there = zotero("zotero9")
    kinds = {
        each["itemType"]: each for each in ask(there, "GET", "/api/schema").json()["itemTypes"]
    }
    assert {"field": "archiveID"} in kinds["preprint"]["fields"]
    fields = ask(there, "GET", "/api/itemTypeFields?itemType=webpage").json()
    assert "websiteTitle" in {each["field"] for each in fields}
    roles = ask(there, "GET", "/api/itemTypeCreatorTypes?itemType=computerProgram").json()
    assert roles[0]["creatorType"] == "programmer"
    assert ask(there, "GET", "/api/itemTypeFields?itemType=shoe").status == 400
