"""A stand-in for Zotero: the running one on this computer, and api.zotero.org.

It keeps their rules, and refuses what they refuse. By hand, for windows and pictures::

    python -m tests.zotero.stand_in zotero10 --port 23119
"""

import argparse
import contextlib
import copy
import socket
import threading
from collections.abc import Iterator
from typing import NamedTuple

from tests.zotero.stand_in_connector import Connector
from tests.zotero.stand_in_http import Asked, Fault, Listener, Reply
from tests.zotero.stand_in_reading import NOT_FOUND, Reading
from tests.zotero.stand_in_rules import RefusedError
from tests.zotero.stand_in_store import Library, Store
from tests.zotero.stand_in_writing import Writing

__all__ = ["PROFILES", "Reply", "StandIn"]

USER = 475425
_HOSTS = {"127.0.0.1", "localhost", "[::1]"}


class Profile(NamedTuple):
    """What a Zotero is like.

    Attributes:
        version: None for another program, which listens on Zotero's port.
        writes: whether its local API can write.
        api: whether the user allows its local API.
        answer: what the user says to "may refman write?": "always", "once", "deny".
        broken_creates: whether it fails at each item that its local API is to create.
        limited: whether it was asked too often to authorise.
        read_only: whether the user has before them a group's library that they cannot change.
        on_web: whether it is api.zotero.org.
    """

    version: str | None = "10.0.1"
    writes: bool = True
    api: bool = True
    answer: str = "always"
    broken_creates: bool = False
    limited: bool = False
    read_only: bool = False
    on_web: bool = False


PROFILES = {
    "zotero7": Profile("7.0.15", writes=False),
    "zotero9": Profile("9.0.6", writes=False),
    "zotero10": Profile(),
    "create-bug": Profile("10.0.3", broken_creates=True),
    "jabref": Profile(None, writes=False, api=False),
    "off": Profile(),
    "local-api-disabled": Profile(api=False),
    "deny": Profile(answer="deny"),
    "one-shot-key": Profile(answer="once"),
    "rate-limited": Profile(limited=True),
    "read-only-library": Profile(read_only=True),
    "web": Profile(None, on_web=True),
}


class StandIn:
    """A Zotero on 127.0.0.1, empty but for the collections "Reading" and, in it, "World models".

    Beside the user's own library there is the group "Lab", number 17.

    Attributes:
        asked: all requests that came, in order, those that were refused too.
        api_key: of the web API; may do all. ``web_keys`` gives others.
        server_id: of the local API.
        keys: who may write by it: ``say`` lets the user answer, ``shown`` is set while the dialog
            is open.
        writing: ``backoff`` is told by the web where it is set.
        connector: ``automatic_tags`` as in the settings; ``sessions`` may be cleared, as Zotero
            does it after ten minutes, or after one where there are ten.
    """

    def __init__(self, profile: str = "zotero10", *, port: int = 0) -> None:
        self.profile = PROFILES[profile]
        self.asked: list[Asked] = []
        self._faults: list[Fault] = []
        self.lock = threading.RLock()
        self._store = Store()
        self._own = self._store.library("My Library")
        self._lab = self._store.library("Lab", group=17, editable=not self.profile.read_only)
        reading = self._store.collection(self._own, "Reading")
        self._store.collection(self._own, "World models", reading.key)
        self._store.collection(self._lab, "Shared")
        is_old = (self.profile.version or "").startswith("7.")
        self.connector = Connector(self._store, knows_citekeys=not is_old)
        if self.profile.read_only:
            self.connector.selected = "L2"
        self._reading = Reading(self._store, user=USER, on_web=self.profile.on_web)
        self.writing = Writing(self._store, self._reading, self.profile, self.lock)
        self.keys = self.writing.local
        self.web_keys = self.writing.web
        self.server_id = self.keys.server_id
        self.api_key = self.web_keys.first
        self._listener: Listener | None = None
        if profile == "off":
            self.port = _free_port()
        else:
            self._listener = Listener(self._wire, port=port, on_close=self.keys.leave)
            self.port = self._listener.port
        self.url = f"http://127.0.0.1:{self.port}"

    # What a test looks at.

    def items(self, library: int = 1) -> list[dict]:
        """Return the data of all items but children and what is in the bin, oldest first."""
        with self.lock:
            found = self._store.libraries[library]
            return [
                copy.deepcopy(data)
                for data in found.items.values()
                if not data.get("parentItem") and data["key"] not in found.in_bin
            ]

    def item(self, key: str) -> dict:
        """Return an item's data; KeyError where there is none."""
        with self.lock:
            return copy.deepcopy(self._holder(key).items[key])

    def children(self, key: str) -> list[dict]:
        """Return the data of an item's notes and attachments, oldest first."""
        with self.lock:
            return copy.deepcopy(self._holder(key).children(key))

    def collections(self, library: int = 1) -> dict[str, str]:
        """Return key -> path of names, "Reading/World models"."""
        with self.lock:
            found = self._store.libraries[library].collections

            def path(key: str) -> str:
                each = found[key]
                return f"{path(each.parent)}/{each.name}" if each.parent else each.name

            return {key: path(key) for key in found}

    def targets(self) -> dict[str, str]:
        """Return the path of names of each collection -> the connector's name, "C2"."""
        with self.lock:
            return {
                path: f"C{library.collections[key].number}"
                for library in self._store.libraries.values()
                for key, path in self.collections(library.number).items()
            }

    @property
    def files(self) -> dict[str, bytes]:
        """The bytes of files, by the keys of their attachments."""
        with self.lock:
            return dict(self._store.files)

    @property
    def selected(self) -> str:
        """What the user has before them, as the connector calls it."""
        with self.lock:
            return self.connector.selected

    @property
    def imported(self) -> list[tuple[str, bytes]]:
        """The files that were imported, each with its media type."""
        with self.lock:
            return list(self.connector.imported)

    def asked_for(self, method: str, path_prefix: str) -> list[Asked]:
        """Return the requests of a method whose paths begin so."""
        with self.lock:
            return [
                each
                for each in self.asked
                if each.method == method and each.path.startswith(path_prefix)
            ]

    # What the user does.

    def add_item(self, data: dict, *, library: int = 1, file: bytes | None = None) -> str:
        """Put an item there; return its key."""
        with self.lock:
            key = self._store.put(self._store.libraries[library], data)["key"]
            if file is not None:
                self._store.files[key] = file
            return key

    def edit_item(self, key: str, **fields: object) -> int:
        """Change an item; return its version."""
        with self.lock:
            library = self._holder(key)
            return self._store.put(library, {**library.items[key], **fields})["version"]

    def bin_item(self, key: str) -> None:
        """Put an item into the bin."""
        with self.lock:
            library = self._holder(key)
            library.in_bin.add(key)
            self._store.put(library, library.items[key])

    def delete_item(self, key: str) -> None:
        """Delete an item for good."""
        with self.lock:
            self._store.remove(self._holder(key), key)

    def add_collection(self, name: str, parent: str | None = None, *, library: int = 1) -> str:
        """Add a collection, in the one with the key ``parent``; return its key."""
        with self.lock:
            return self._store.collection(self._store.libraries[library], name, parent).key

    def select(self, target: str) -> None:
        """Go to a library or a collection: "L1", "C2"."""
        with self.lock:
            self._store.place(target)
            self.connector.selected = target

    def library(self, number: int) -> Library:
        """Return a library, whose rights can be changed: ``editable``, ``files_editable``."""
        return self._store.libraries[number]

    # What goes wrong.

    def fail_next(self, method: str, path_prefix: str, reply: Reply | int | str) -> None:
        """Answer the next such request otherwise; several calls are used up one by one.

        Args:
            method: of the request.
            path_prefix: how its path begins.
            reply: an answer, or its status; "cut": the connection ends, and nothing was done;
                "lost": it is done, but the connection ends before the answer; "half": likewise,
                in the middle of the answer; "pass": this one is answered as it should be.
        """
        with self.lock:
            made = Reply(reply) if isinstance(reply, int) else reply
            self._faults.append(Fault(method, path_prefix, made))

    def close(self) -> None:
        """Close all connections, and wait until all threads are gone."""
        if self._listener is not None:
            self._listener.close()

    # How it answers.

    def _holder(self, key: str) -> Library:
        for library in self._store.libraries.values():
            if key in library.items:
                return library
        raise KeyError(key)

    def _wire(self, asked: Asked) -> bytes:
        with self.lock:
            self.asked.append(asked)
            fault = next((each for each in self._faults if each.fits(asked)), None)
            if fault is not None:
                self._faults.remove(fault)
            answered = fault.reply if fault is not None else "pass"
            if answered == "cut":
                return b""
            if isinstance(answered, str):
                reply = self._answer(asked)
                if reply is None or answered == "lost":
                    return b""
            else:
                reply = answered
            wire = self._dressed(asked, reply).wire("1.1" if self.profile.on_web else "1.0")
            return wire[: len(wire) // 2] if answered == "half" else wire

    def _dressed(self, asked: Asked, reply: Reply) -> Reply:
        """Return an answer with the headers that all answers have."""
        headers: dict[str, str] = {}
        if self.profile.on_web:
            headers["Zotero-API-Version"] = "3"
            headers |= self.writing.backoff_headers()
        elif self.profile.version is not None:
            headers["X-Zotero-Version"] = self.profile.version
            headers["X-Zotero-Connector-API-Version"] = "3"
            if asked.path.startswith("/api/"):
                headers |= {"Zotero-API-Version": "3", "Zotero-Schema-Version": "44"}
                if self.profile.writes:
                    headers["Zotero-Server-ID"] = self.server_id
        return reply._replace(headers=headers | reply.headers)

    def _answer(self, asked: Asked) -> Reply | None:
        """Answer a request; None to end the connection without an answer."""
        if self.profile.on_web:
            return self._api(asked, asked.path.split("/")[1:])
        if self.profile.version is None:
            return Reply(200, "{}") if asked.path == "/connector/ping" else Reply(404, "Not Found")
        host = asked.headers.get("host", "")
        if host.removesuffix(f":{self.port}") not in _HOSTS:
            return Reply(400)
        if asked.headers.get("user-agent", "").startswith("Mozilla/") or "origin" in asked.headers:
            return None
        if asked.method in {"HEAD", "OPTIONS"}:
            return Reply(200)
        writing = {"POST", "PUT", "PATCH", "DELETE"} if self.profile.writes else {"POST"}
        if asked.method not in {"GET", *writing}:
            return Reply(501, "Method not implemented\n")
        if asked.method == "POST" and not asked.headers.get("content-length", "").isdecimal():
            return Reply(400, "Content-length not provided\n")
        if asked.path.startswith("/connector/"):
            return self.connector.answer(asked)
        if asked.path.startswith("/api/"):
            return self._local_api(asked)
        return Reply(404, "No endpoint found\n")

    def _local_api(self, asked: Asked) -> Reply:
        if not self.profile.api:
            return Reply(403, "Local API is not enabled")
        told = asked.headers.get("zotero-api-version") or asked.one("v") or "3"
        if told != "3" and asked.path != "/api/":
            return Reply(501, f"API version not implemented: {told}")
        if asked.path == "/api/" and asked.method == "GET":
            return Reply(200, "Nothing to see here.")
        if asked.method != "GET" and not self.profile.writes:
            return Reply(400, "Endpoint does not support method\n")
        return self._api(asked, asked.path.split("/")[2:])

    def _api(self, asked: Asked, parts: list[str]) -> Reply:
        try:
            if self.profile.writes:
                refused = self.writing.refused(asked, parts)
                if refused is not None:
                    return refused
            special = self.writing.outside(asked, parts)
            if special is not None:
                return special
            match parts:
                case ["users", user, *rest] if user in {"0", str(USER)}:
                    if user == "0" and self.profile.on_web:
                        return NOT_FOUND
                    return self._in_library(asked, self._own, rest)
                case ["users", _, *_]:
                    why = "Only data for the logged-in user is available locally -- use userID 0"
                    return Reply(403, "Forbidden") if self.profile.on_web else Reply(400, why)
                case ["groups", number, *rest]:
                    for library in self._reading.groups():
                        if str(library.group) == number:
                            return self._in_library(asked, library, rest)
                    return NOT_FOUND
                case _:
                    return self._reading.answer(asked, parts)
        except RefusedError as refused:
            return Reply(refused.code, refused.message)

    def _in_library(self, asked: Asked, library: Library, rest: list[str]) -> Reply:
        if asked.method == "GET":
            return self._reading.in_library(asked, library, rest)
        return self.writing.in_library(asked, library, rest)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@contextlib.contextmanager
def standing_in(profile: str = "zotero10", *, port: int = 0) -> Iterator[StandIn]:
    """Open a stand-in for a while."""
    made = StandIn(profile, port=port)
    try:
        yield made
    finally:
        made.close()


def main() -> None:
    """Stand in until Ctrl+C, and show what is asked."""
    parser = argparse.ArgumentParser(description="Stand in for Zotero.")
    parser.add_argument("profile", choices=sorted(PROFILES), nargs="?", default="zotero10")
    parser.add_argument("--port", type=int, default=23119)
    wanted = parser.parse_args()
    with standing_in(wanted.profile, port=wanted.port) as made:
        print(f"{wanted.profile} at {made.url}; the web API's key is {made.api_key}")
        shown = 0
        with contextlib.suppress(KeyboardInterrupt):
            while not threading.Event().wait(0.2):
                for each in made.asked[shown:]:
                    print(each.method, each.target, len(each.body))
                    shown += 1


if __name__ == "__main__":
    main()
