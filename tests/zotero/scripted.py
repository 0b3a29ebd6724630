"""An API that gives the answers a test wants, without a connection, and notes what it is asked."""

import json
from collections.abc import Callable

from refman.progress import CancelToken
from refman.settings import WebSettings
from refman.web.line import Line, Raw
from refman.zotero.api import Api
from refman.zotero.records import Via

Asked = dict[str, object]
Reply = Raw | Exception | Callable[[Asked], Raw]


def answer(status: int = 200, body: object = b"", **headers: object) -> Raw:
    """Return an answer; header names have "_" for "-", and what is no bytes becomes JSON."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    names = {name.replace("_", "-"): str(value) for name, value in headers.items()}
    return Raw(status, names, data, "http://127.0.0.1:1/api/asked")


def taken(asked: Asked) -> Raw:
    """Take all objects of a request; where nothing is sent, nothing is there."""
    if not isinstance(asked["json"], list):
        return answer(200, [])
    done = {
        str(number): {"key": each["key"], "version": 7, "data": each}
        for number, each in enumerate(asked["json"])
    }
    return answer(200, {"successful": done, "success": {}, "unchanged": {}, "failed": {}})


class Scripted(Api):
    """Answer each request by the next reply, the last one for ever."""

    via = Via.LOCAL
    server = "local:scripted"
    label = "a scripted Zotero"
    can_read = can_change = True
    home = "users/0"

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.asked: list[Asked] = []
        self.line = Line(
            "http://127.0.0.1:1",
            WebSettings(),
            CancelToken(),
            source="Zotero",
            keys=("dont-tell",),
        )

    def send(self, method, path, *, params=(), headers=None, body=None, stream=None) -> Raw:
        asked: Asked = {
            "what": f"{method} {path}",
            "params": dict(params),
            "headers": headers or {},
            "json": json.loads(body) if body and body[:1] in b"[{" else body,
            "bytes": b"" if stream is None else b"".join(stream()),
        }
        self.asked.append(asked)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Exception):
            raise reply
        return reply if isinstance(reply, Raw) else reply(asked)

    def refused(self, raw):
        return self.line.refusal(raw, f"answers with status {raw.status}")

    def put_bytes(self, upload, stream):
        return self.send("POST", upload.url, stream=stream)

    def may_write(self, library, group):
        return not group.get("closed")

    @property
    def whats(self) -> list[str]:
        return [str(each["what"]) for each in self.asked]
