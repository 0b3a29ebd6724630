"""The stand-in keeps the rules of keys, files and the web: a rule a row."""

import contextlib
import hashlib
import http.client
import threading
from urllib.parse import urlencode

import pytest

from tests.zotero.asking import BOOK, PDF, PING, Answer, allowed, ask, items
from tests.zotero.stand_in import USER
from tests.zotero.stand_in_keys import Rights

# Keys of the running Zotero.


def authorize(there) -> Answer:
    return ask(there, "POST", "/api/local/authorize", {"appName": "refman"})


@pytest.mark.parametrize(
    ("profile", "status", "told"),
    [
        ("zotero10", 200, {"remember": True}),
        ("one-shot-key", 200, {"remember": False}),
        ("deny", 403, {"denied": True}),
    ],
)
def test_authorize(zotero, profile, status, told):
    there = zotero(profile)
    answer = authorize(there)
    assert (answer.status, answer.json()) == (status, answer.json() | told)
    assert there.keys.asked_by == ["refman"]


def test_a_key_for_once_is_spent_by_the_first_write(zotero):
    there = zotero("one-shot-key")
    headers = allowed(there)
    assert [ask(there, "POST", items(there), [BOOK], **headers).status for _ in range(2)] == [
        200, 401,
    ]  # fmt: skip


def test_authorize_is_limited(zotero):
    there = zotero("zotero10")
    assert [authorize(there).status for _ in range(6)] == [200] * 5 + [429]
    there.keys.minute_passes()
    assert authorize(there).status == 200
    limited = authorize(zotero("rate-limited"))
    assert (limited.status, limited.headers["Retry-After"]) == (429, "60")


@pytest.mark.parametrize("body", [{}, {"appName": " "}, [], b"refman"])
def test_authorize_wants_a_name(zotero, body):
    assert ask(zotero("zotero10"), "POST", "/api/local/authorize", body).status == 400


def test_authorize_waits_for_the_user(zotero):
    there = zotero("zotero10")
    there.keys.say(None)
    answers: list[Answer] = []
    asking = threading.Thread(target=lambda: answers.append(authorize(there)))
    asking.start()
    assert there.keys.shown.wait(10)
    assert ask(there, *PING).status == 200  # it answers others meanwhile
    assert answers == []
    there.keys.say("once")
    asking.join(10)
    assert answers[0].json()["remember"] is False


def test_closing_closes_the_dialog(zotero):
    there = zotero("zotero10")
    there.keys.say(None)
    gone = threading.Event()

    def asked():
        with contextlib.suppress(OSError, http.client.HTTPException):
            authorize(there)
        gone.set()

    asking = threading.Thread(target=asked)
    asking.start()
    assert there.keys.shown.wait(10)
    there.close()
    assert gone.wait(10)
    asking.join(10)
    assert not [each for each in threading.enumerate() if each.name == "stand-in"]


# Files.

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
NEW = {"If-None-Match": "*"}
ATTACHMENT = {"itemType": "attachment", "linkMode": "imported_file", "title": "PDF",
              "contentType": "application/pdf"}  # fmt: skip


def form(**values) -> bytes:
    told = {
        "md5": hashlib.md5(PDF).hexdigest(), "filename": "räder.pdf", "filesize": str(len(PDF)),
        "mtime": "1700000000000",
    }  # fmt: skip
    return urlencode({name: value for name, value in (told | values).items() if value}).encode()


@pytest.mark.parametrize("profile", ["zotero10", "web"])
def test_a_file_is_uploaded(zotero, profile):
    there = zotero(profile)
    headers = {**allowed(there), **FORM}
    key = there.add_item(ATTACHMENT)
    path = f"{items(there)}/{key}/file"
    told = ask(there, "POST", path, form(), **headers, **NEW).json()
    early = ask(there, "POST", path, urlencode({"upload": told["uploadKey"]}).encode(), **headers,
                **NEW)  # fmt: skip
    assert (early.status, early.body) == (400, b"File contents were not uploaded")
    body = told["prefix"].encode() + PDF + told["suffix"].encode()
    where = told["url"].removeprefix(there.url)
    kind = {"Content-Type": told["contentType"]}
    assert ask(there, "POST", where, body.replace(b"made", b"left"), **kind).status == 400
    assert ask(there, "POST", where, body, **kind).status == 201
    register = urlencode({"upload": told["uploadKey"]}).encode()
    assert ask(there, "POST", path, register, **headers, **NEW).status == 204
    assert there.files == {key: PDF}
    assert (there.item(key)["filename"], there.item(key)["mtime"]) == ("räder.pdf", 1700000000000)
    assert ask(there, "POST", path, form(), **headers, **NEW).status == 412
    told = ask(there, "GET", path, **allowed(there))
    assert told.body == PDF if profile == "web" else told.status == 302
    other = there.add_item(ATTACHMENT)
    answer = ask(there, "POST", f"{items(there)}/{other}/file", form(), **headers, **NEW).json()
    assert (answer == {"exists": 1}) is (profile == "web")


@pytest.mark.parametrize(
    ("change", "body", "status", "said"),
    [
        ({"If-None-Match": None}, form(), 428, "not provided"),
        ({"If-None-Match": "x"}, form(), 400, "Invalid value"),
        ({"If-None-Match": None, "If-Match": "x"}, form(), 412, "ETag"),
        ({"Content-Type": "application/json"}, form(), 400, "Content-Type"),
        ({}, form(md5=None), 400, "md5 not provided"),
        ({}, form(md5="x"), 400, "Invalid MD5"),
        ({}, form(filename=None), 400, "filename not provided"),
        ({}, form(filesize="big"), 400, "file size"),
        ({}, form(mtime="1700000000"), 400, "milliseconds"),
        ({}, b"upload=x", 400, "upload key"),
    ],
)
def test_file_that_is_refused(zotero, change, body, status, said):
    there = zotero("zotero10")
    headers = {**allowed(there), **FORM, **NEW, **change}
    path = f"{items(there)}/{there.add_item(ATTACHMENT)}/file"
    answer = ask(there, "POST", path, body, **headers)
    assert (answer.status, said in answer.body.decode()) == (status, True)


def test_files_go_to_attachments_that_hold_some(zotero):
    there = zotero("zotero10")
    headers = {**allowed(there), **FORM, **NEW}
    for path, status in ((there.add_item(BOOK), 400), ("AAAAAAAA", 404)):
        assert ask(there, "POST", f"{items(there)}/{path}/file", form(), **headers).status == status
    assert ask(there, "POST", "/api/local/uploads/none", PDF, **FORM).status == 404
    there.library(1).files_editable = False
    path = f"{items(there)}/{there.add_item(ATTACHMENT)}/file"
    assert ask(there, "POST", path, form(), **headers).status == 403
    assert ask(there, "GET", path).status == 404


# The web.


def test_key_of_the_web(zotero):
    there = zotero("web")
    told = ask(there, "GET", "/keys/current", Zotero_API_Key=there.api_key).json()
    assert (told["userID"], told["access"]["user"]["write"]) == (USER, True)
    assert told["access"]["groups"] == {"17": {"library": True, "write": True}}
    named = ask(there, "GET", f"/keys/{there.api_key}", Authorization=f"Bearer {there.api_key}")
    assert named.json() == told
    there.web_keys.give("reads", Rights(write=False), groups={})
    told = ask(there, "GET", "/keys/current?key=reads").json()
    assert told["access"] == {
        "user": {"library": True, "files": True, "notes": True, "write": False}
    }
    assert ask(there, "GET", "/keys/none?key=reads").status == 404
    there.web_keys.give("none", Rights(read=False), groups={})
    assert ask(there, "GET", "/keys/current?key=none").json()["access"] == {}


@pytest.mark.parametrize(
    ("rights", "method", "path", "status", "said"),
    [
        (Rights(read=False), "GET", f"/users/{USER}/items", 403, "Forbidden"),
        (Rights(write=False), "POST", f"/users/{USER}/items", 403, "Write access denied"),
        (Rights(files=False), "POST", f"/users/{USER}/items/AAAAAAAA/file", 403, "File access"),
        (Rights(), "GET", "/groups/17/items", 403, "Forbidden"),
        (Rights(), "GET", "/groups/lab/items", 403, "Forbidden"),
        (Rights(), "GET", "/users/1/items", 403, "Forbidden"),
        (Rights(), "GET", "/users/0/items", 404, "Not found"),
        (Rights(), "GET", f"/users/{USER}/items", 200, "[]"),
    ],
)
def test_rights_of_the_web(zotero, rights, method, path, status, said):
    there = zotero("web")
    there.web_keys.give("k", rights, groups={})
    answer = ask(there, method, path, Zotero_API_Key="k")
    assert (answer.status, said in answer.body.decode()) == (status, True)


def test_pages_of_the_web(zotero):
    there = zotero("web")
    for number in range(110):
        there.add_item({"itemType": "book", "title": f"{number:03}"})
    path = f"/users/{USER}/items"
    key = {"Zotero-API-Key": there.api_key}
    lengths = {limit: len(ask(there, "GET", path + limit, **key).json())
               for limit in ("", "?limit=100", "?limit=500", "?limit=100&start=100")}  # fmt: skip
    assert list(lengths.values()) == [25, 100, 100, 10]
    link = ask(there, "GET", f"{path}?limit=50&sort=title", **key).headers["Link"]
    assert link == f'<{there.url}{path}?sort=title&start=50&limit=50>; rel="next"'
    assert ask(there, "GET", f"{path}?limit=50&start=100", **key).headers["Link"] is None


def test_backoff_of_the_web(zotero):
    there = zotero("web")
    there.writing.backoff = 7
    answer = ask(there, "GET", f"/users/{USER}/items", Zotero_API_Key=there.api_key)
    assert (answer.headers["Backoff"], answer.headers["Zotero-API-Version"]) == ("7", "3")


def test_parents_of_the_web(zotero):
    there = zotero("web")
    child = {"itemType": "note", "note": "n", "parentItem": "AAAAAAAA"}
    told = ask(there, "POST", items(there), [child], **allowed(there)).json()
    assert told["failed"]["0"]["code"] == 409
