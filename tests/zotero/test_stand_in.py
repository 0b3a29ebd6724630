"""The stand-in keeps the rules of Zotero: a rule a row."""

import contextlib
import http.client
import json
import threading

import pytest

from tests.zotero.asking import BOOK, PDF, PING, Answer, allowed, ask, items, save
from tests.zotero.stand_in import PROFILES, USER, Reply

# Every request.


@pytest.mark.parametrize(
    ("profile", "request_", "headers", "status", "said"),
    [
        ("zotero7", PING, {}, 200, "prefs"),
        ("zotero7", ("GET", "/connector/ping"), {}, 200, "Zotero is running"),
        ("zotero7", PING, {"Host": "zotero.example"}, 400, ""),
        ("zotero7", PING, {"Content-Type": "text/xml"}, 400, "content-type"),
        ("zotero7", ("POST", "/connector/ping", b"{}"), {}, 500, ""),
        ("zotero7", ("POST", "/connector/ping", b"{"), {"Content-Type": "application/json"}, 400,
         "Invalid JSON"),
        ("zotero7", ("GET", "/connector/saveItems"), {}, 400, "method"),
        ("zotero7", ("POST", "/connector/makeCoffee", {}), {}, 404, "No endpoint"),
        ("zotero7", ("GET", "/"), {}, 404, "No endpoint"),
        ("zotero7", ("OPTIONS", "/connector/ping"), {}, 200, ""),
        ("zotero9", ("PATCH", "/api/users/0/items/AAAAAAAA", {}), {}, 501, "not implemented"),
        ("zotero9", ("POST", "/api/users/0/items", [BOOK]), {}, 400, "method"),
        ("zotero9", ("POST", "/api/local/authorize", {"appName": "x"}), {}, 400, "method"),
        ("zotero9", ("GET", "/api/users/0/items"), {}, 200, "[]"),
        ("zotero10", ("GET", "/api/"), {}, 200, "Nothing to see here"),
        ("zotero10", ("GET", "/api/users/1/items"), {}, 400, "userID 0"),
        ("zotero10", ("GET", f"/api/users/{USER}/items"), {}, 200, "[]"),
        ("zotero10", ("GET", "/api/groups/99/items"), {}, 404, "Not found"),
        ("zotero10", ("GET", "/api/nothing"), {}, 404, "Not found"),
        ("zotero10", ("GET", "/api/users/0/items"), {"Zotero-API-Version": "2"}, 501, "version"),
        ("zotero10", ("GET", "/api/users/0/items"), {"Zotero-Server-ID": "x"}, 412, "not match"),
        ("local-api-disabled", ("GET", "/api/"), {}, 403, "Local API is not enabled"),
        ("local-api-disabled", ("POST", "/api/users/0/items", []), {}, 403, "not enabled"),
        ("local-api-disabled", PING, {}, 200, "prefs"),
        ("jabref", PING, {}, 200, "{}"),
        ("jabref", ("GET", "/api/"), {}, 404, "Not Found"),
        ("web", ("GET", f"/users/{USER}/items"), {}, 403, "Forbidden"),
        ("web", ("GET", f"/users/{USER}/items"), {"Zotero-API-Key": "x"}, 403, "Invalid key"),
        ("web", ("GET", "/keys/current"), {"Zotero-API-Key": "x"}, 403, "Invalid key"),
        ("web", ("GET", "/itemTypes"), {}, 200, "book"),
        ("web", ("GET", "/api/"), {}, 404, "Not found"),
    ],
)  # fmt: skip
def test_request(zotero, profile, request_, headers, status, said):
    answer = ask(zotero(profile), *request_, **headers)
    assert answer.status == status
    assert said in answer.body.decode()


@pytest.mark.parametrize(
    ("profile", "version", "server"),
    [
        ("zotero7", "7.0.15", False),
        ("zotero9", "9.0.6", False),
        ("zotero10", "10.0.1", True),
        ("create-bug", "10.0.3", True),
        ("jabref", None, False),
        ("local-api-disabled", "10.0.1", True),
    ],
)  # fmt: skip
def test_who_answers(zotero, profile, version, server):
    there = zotero(profile)
    for path in ("/connector/ping", "/api/", "/nothing"):
        answer = ask(there, "GET", path)
        assert answer.headers["X-Zotero-Version"] == version
        assert (answer.headers["Zotero-Server-ID"] is not None) is (server and path == "/api/")


@pytest.mark.parametrize(
    "headers", [{"User-Agent": "Mozilla/5.0"}, {"Origin": "https://a.example"}]
)
def test_browsers_are_cut_off(zotero, headers):
    there = zotero("zotero10")
    with pytest.raises(http.client.RemoteDisconnected):
        ask(there, *PING, **headers)
    assert len(there.asked) == 1


def test_a_length_is_needed(zotero):
    there = zotero("zotero10")
    connection = http.client.HTTPConnection("127.0.0.1", there.port, timeout=10)
    with contextlib.closing(connection):
        connection.putrequest("POST", "/connector/ping")
        connection.endheaders()
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (400, b"Content-length not provided\n")


def test_nothing_listens_where_zotero_is_off(zotero):
    with pytest.raises(ConnectionRefusedError):
        ask(zotero("off"), *PING)


# The connector.


def test_selected_collection(zotero):
    there = zotero("zotero10")
    there.select("C2")
    told = ask(there, "POST", "/connector/getSelectedCollection", {}).json()
    assert (told["libraryID"], told["id"], told["name"]) == (1, 2, "World models")
    assert [(each["id"], each["name"], each["level"]) for each in told["targets"]] == [
        ("L1", "My Library", 0), ("C1", "Reading", 1), ("C2", "World models", 2),
        ("L2", "Lab", 0), ("C3", "Shared", 1),
    ]  # fmt: skip
    assert there.targets() == {"Reading": "C1", "Reading/World models": "C2", "Shared": "C3"}


def test_a_library_that_is_read_only_is_no_target(zotero):
    there = zotero("read-only-library")
    told = ask(there, "POST", "/connector/getSelectedCollection", {}).json()
    assert (told["libraryID"], told["libraryEditable"]) == (2, False)
    assert [each["id"] for each in told["targets"]] == ["L1", "C1", "C2"]
    assert save(there).status == 201  # into the user's own library, which it opens
    assert (there.selected, len(there.items(1)), there.items(2)) == ("L1", 1, [])
    there.library(1).editable = False
    answer = save(there, session="two")
    assert (answer.status, answer.json()) == (500, {"libraryEditable": False})


def test_what_survives_of_a_saved_item(zotero):
    there = zotero("zotero7")
    there.select("C2")
    answer = save(
        there,
        itemType="preprint",
        repository="arXiv",
        creators=[{"creatorType": "author", "lastName": "Ode", "firstName": "Ida"},
                  {"creatorType": "juggler", "name": "Gears Inc."}],
        tags=["tools", {"tag": "gears"}],
        notes=[{"note": "<p>Read it.</p>"}],
        attachments=[
            {"title": "Code", "url": "https://a.example/c", "mimeType": "text/html",
             "snapshot": False},
            {"title": "PDF", "url": "https://a.example/p", "mimeType": "application/pdf",
             "snapshot": False},
            {"title": "Page", "url": "https://a.example/s", "mimeType": "text/html"},
        ],
        dateAdded="2001-01-01T00:00:00Z", relations={"dc:relation": ["x"]}, collections=["y"],
        publisher="no field of a preprint",
    )  # fmt: skip
    assert (answer.status, answer.body) == (201, b"")
    [item] = there.items()
    assert item["tags"] == [{"tag": "tools", "type": 1}, {"tag": "gears", "type": 1}]
    assert item["creators"][1] == {"creatorType": "author", "name": "Gears Inc."}
    assert item["collections"] == [key for key, path in there.collections().items() if "/" in path]
    assert (item["repository"], item["relations"]) == ("arXiv", {})
    assert "publisher" not in item
    assert item["dateAdded"].startswith("2031")
    note, link = there.children(item["key"])
    assert note["note"] == "<p>Read it.</p>"
    assert (link["linkMode"], link["title"], link["url"]) == (
        "linked_url", "Code", "https://a.example/c",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("profile", "kind", "kept"),
    [("zotero7", "book", False), ("zotero7", "preprint", True), ("zotero9", "book", True)],
)
def test_citation_keys_before_zotero_8(zotero, profile, kind, kept):
    there = zotero(profile)
    save(there, itemType=kind, citationKey="ode1999")
    assert ("citationKey" in there.items()[0]) is kept


def test_automatic_tags_can_be_switched_off(zotero):
    there = zotero("zotero7")
    there.connector.automatic_tags = False
    save(there, tags=["tools"])
    assert there.items()[0]["tags"] == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, 409),
        ({"sessionID": "two"}, 201),
        ({"sessionID": "two", "items": [{"itemType": "shoe"}]}, 500),
        ({"sessionID": "two", "items": None}, 500),
    ],
)
def test_second_save(zotero, change, status):
    there = zotero("zotero10")
    save(there)
    data = {"sessionID": "one", "items": [BOOK]} | change
    assert ask(there, "POST", "/connector/saveItems", data).status == status
    assert len(there.items()) == (2 if status == 201 else 1)


def test_a_session_that_failed_may_be_used_again(zotero):
    there = zotero("zotero10")
    assert save(there, itemType="shoe").status == 500
    assert save(there).status == 201


def test_old_version_of_the_connector(zotero):
    headers = {"X-Zotero-Connector-API-Version": "2"}
    data = {"sessionID": "one", "items": [BOOK]}
    answer = ask(zotero("zotero10"), "POST", "/connector/saveItems", data, **headers)
    assert (answer.status, answer.json()) == (400, {"error": "CONNECTOR_VERSION_OUTDATED"})


def attach(there, metadata=None, *, body=PDF, kind="application/pdf", session="one"):
    metadata = {"sessionID": "one", "parentItemID": "i1", "title": "T", "url": "https://a.example/x.pdf",
                } | (metadata or {})  # fmt: skip
    headers = {"X-Metadata": json.dumps(metadata), "Content-Type": kind}
    return ask(there, "POST", f"/connector/saveAttachment?sessionID={session}", body, **headers)


def test_attachment(zotero):
    there = zotero("zotero9")
    save(there)
    assert attach(there, {"title": "=?UTF-8?Q?R=C3=A4der_und?= =?utf-8?b?w7ZsZQ==?="}).status == 201
    [child] = there.children(there.items()[0]["key"])
    assert (child["title"], child["contentType"], child["filename"]) == (
        "Räder und öle", "application/pdf", "x.pdf",
    )  # fmt: skip
    assert there.files == {child["key"]: PDF}


@pytest.mark.parametrize(
    ("metadata", "kind", "status", "said"),
    [
        ({"sessionID": "two"}, "application/pdf", 400, "SESSION_NOT_FOUND"),
        ({"parentItemID": "i2"}, "application/pdf", 500, ""),
        ({"url": ""}, "application/pdf", 500, ""),
        ({}, "text/plain", 500, ""),
        ({}, None, 500, ""),
    ],
)
def test_attachment_that_is_refused(zotero, metadata, kind, status, said):
    there = zotero("zotero10")
    save(there)
    answer = attach(there, metadata, kind=kind)
    assert (answer.status, said in answer.body.decode()) == (status, True)
    assert there.files == {}


def test_attachments_need_metadata_and_rights(zotero):
    there = zotero("zotero10")
    save(there)
    kind = {"Content-Type": "application/pdf"}
    answer = ask(there, "POST", "/connector/saveAttachment?sessionID=one", PDF, **kind)
    assert (answer.status, answer.json()) == (400, {"error": "METADATA_NOT_PROVIDED"})
    answer = ask(there, "POST", "/connector/saveAttachment", PDF, X_Metadata="{}", **kind)
    assert (answer.status, answer.json()) == (400, {"error": "SESSION_ID_NOT_PROVIDED"})
    there.library(1).files_editable = False
    assert attach(there).status == 200
    assert there.files == {}


def update(there, **data) -> Answer:
    told = {"sessionID": "one", "target": "L1"} | data
    return ask(there, "POST", "/connector/updateSession", told)


def test_update_of_a_session(zotero):
    there = zotero("zotero10")
    save(there, tags=["tools", "gears"])
    assert update(there, target="C1", tags=[" mine ", "tools", ""], note="<p>N</p>").status == 200
    [item] = there.items()
    assert there.selected == "C1"
    assert there.collections()[item["collections"][0]] == "Reading"
    assert item["tags"] == [{"tag": "gears", "type": 1}, {"tag": "mine"}, {"tag": "tools"}]
    assert [child["note"] for child in there.children(item["key"])] == ["<p>N</p>"]
    update(there, target="L1", note="<p>O</p>")
    [item] = there.items()
    assert (item["collections"], item["tags"]) == ([], [{"tag": "gears", "type": 1}])
    assert [child["note"] for child in there.children(item["key"])] == ["<p>O</p>"]
    update(there)
    assert there.children(item["key"]) == []


def test_update_moves_to_another_library(zotero):
    there = zotero("zotero10")
    save(there, notes=["n"])
    attach(there)
    assert update(there, target="C3", tags=["mine"]).status == 200
    assert there.items(1) == []
    [item] = there.items(2)
    note, file = there.children(item["key"])
    assert (note["note"], there.files[file["key"]]) == ("n", PDF)
    assert attach(there).status == 201
    assert len(there.children(item["key"])) == 3


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        ({"sessionID": ""}, 400, "SESSION_ID_NOT_PROVIDED"),
        ({"sessionID": "two"}, 400, "SESSION_NOT_FOUND"),
        ({"target": "C99"}, 400, "COLLECTION_NOT_FOUND"),
        ({"target": "L99"}, 500, ""),
        ({"target": "Reading"}, 500, ""),
        ({"target": None}, 500, ""),
        ({"target": "C1", "tags": "a, b"}, 500, ""),
    ],
)
def test_update_that_is_refused(zotero, data, status, said):
    there = zotero("zotero10")
    save(there)
    answer = update(there, **data)
    assert (answer.status, said in answer.body.decode()) == (status, True)


def test_update_refuses_a_library_that_is_read_only(zotero):
    there = zotero("read-only-library")
    save(there)
    assert update(there, target="L2").status == 500


@pytest.mark.parametrize(
    ("kind", "body", "session", "status"),
    [
        ("application/x-bibtex", b"@book{a}", "b", 201),
        ("application/rdf+xml", b"<rdf/>", "a", 409),
        ("application/x-bibtex", b" ", "b", 400),
        ("application/pdf", PDF, "b", 400),
    ],
)
def test_import(zotero, kind, body, session, status):
    there = zotero("zotero10")
    save(there, session="a")
    answer = ask(there, "POST", f"/connector/import?session={session}", body, Content_Type=kind)
    assert answer.status == status
    assert there.imported == ([(kind, body)] if status == 201 else [])
    for library in (1, 2):
        there.library(library).editable = False
    kind = "application/x-bibtex"
    refused = ask(there, "POST", "/connector/import?session=z", b"@book{a}", Content_Type=kind)
    assert refused.status == 500


# What goes wrong.


def test_faults(zotero):
    there = zotero("zotero10")
    there.fail_next("POST", "/connector/save", "cut")
    there.fail_next("POST", "/connector/save", "lost")
    there.fail_next("POST", "/connector/ping", "half")
    there.fail_next("POST", "/connector/save", "pass")
    there.fail_next("POST", "/connector/save", 503)
    there.fail_next("GET", "/api/", Reply(429, "slow", {"Retry-After": "2"}))
    for session, saved in (("cut", 0), ("lost", 1)):
        with pytest.raises(http.client.RemoteDisconnected):
            save(there, session=session)
        assert len(there.items()) == saved
    assert save(there, session="lost").status == 409
    assert save(there, session="last").status == 503
    with pytest.raises((http.client.HTTPException, ConnectionError, ValueError)):
        ask(there, *PING).json()
    answer = ask(there, "GET", "/api/")
    assert (answer.status, answer.headers["Retry-After"]) == (429, "2")
    assert ask(there, "GET", "/api/").status == 200
    assert [each.method for each in there.asked_for("GET", "/api")] == ["GET", "GET"]


# What a user does.


def test_what_a_user_does(zotero):
    there = zotero("zotero10")
    key = there.add_item(
        {"itemType": "attachment", "linkMode": "imported_file", "title": "Old"}, file=PDF
    )
    assert there.edit_item(key, title="New") == there.item(key)["version"]
    assert there.files == {key: PDF}
    there.delete_item(key)
    assert (there.items(), there.files) == ([], {})
    with pytest.raises(KeyError):
        there.item(key)
    with pytest.raises(KeyError):
        there.select("C99")
    made = there.add_collection("Inner", there.add_collection("Outer", library=2), library=2)
    assert there.collections(2)[made] == "Outer/Inner"


def test_it_is_the_same_each_time(zotero):
    def lived() -> object:
        there = zotero("zotero10")
        save(there, tags=["x"])
        ask(there, "POST", items(there), [BOOK], **allowed(there))
        return there.items(), there.collections(), there.server_id

    assert lived() == lived()


def test_many_at_once(zotero):
    there = zotero("zotero10")
    asking = [threading.Thread(target=save, args=(there,), kwargs={"session": str(number)})
              for number in range(20)]  # fmt: skip
    for each in asking:
        each.start()
    for each in asking:
        each.join(10)
    assert len({each["key"] for each in there.items()}) == 20


def test_every_profile_opens_and_closes(zotero):
    for profile in PROFILES:
        zotero(profile).close()
    assert not [each for each in threading.enumerate() if each.name == "stand-in"]
