"""Ask a stand-in as a plain program does, without any of refman."""

import contextlib
import http.client
import json
from typing import NamedTuple

from tests.zotero.stand_in import USER, StandIn

PDF = b"%PDF-1.4 made up"
PING = ("POST", "/connector/ping", {})
BOOK = {"itemType": "book", "title": "Gears"}


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self):
        return json.loads(self.body)


def ask(zotero: StandIn, method: str, path: str, body=None, **headers) -> Answer:
    """Ask as a plain program does; a body that is no bytes goes as JSON; "_" stands for "-"."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body).encode()
        named.setdefault("Content-Type", "application/json")
    sent = {name: value for name, value in named.items() if value is not None}
    connection = http.client.HTTPConnection("127.0.0.1", zotero.port, timeout=10)
    with contextlib.closing(connection):
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


def allowed(zotero: StandIn) -> dict[str, str]:
    """Return the headers of one who may write."""
    if zotero.profile.on_web:
        return {"Zotero-API-Key": zotero.api_key}
    asked = ask(zotero, "POST", "/api/local/authorize", {"appName": "refman"})
    return {"Zotero-API-Key": asked.json()["key"], "Zotero-Server-ID": zotero.server_id}


def items(zotero: StandIn) -> str:
    return f"/users/{USER}/items" if zotero.profile.on_web else "/api/users/0/items"


def save(zotero: StandIn, *, session: str = "one", **item) -> Answer:
    made = {"id": "i1", "itemType": "book", "title": "Gears", **item}
    data = {"sessionID": session, "uri": "", "items": [made]}
    return ask(zotero, "POST", "/connector/saveItems", data)
