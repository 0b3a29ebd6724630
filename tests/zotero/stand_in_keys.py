"""Who may write: the keys of the running Zotero, which its user gives, and those of zotero.org."""

import threading
from typing import NamedTuple

from tests.zotero.stand_in_http import Asked, Reply
from tests.zotero.stand_in_store import Library, Store

_AUTHORIZATIONS = 5
"""So many dialogs are shown in a minute."""


class Rights(NamedTuple):
    """What a key of zotero.org may do."""

    read: bool = True
    write: bool = True
    files: bool = True


_ALL = Rights()


class WebKeys:
    """The keys of api.zotero.org: key -> rights to the user's library, and to groups."""

    def __init__(self, store: Store, user: int) -> None:
        self._store = store
        self._user = user
        self.first = "P9NiFoyLeZu2bZNvvuQPDWsd"
        self.known: dict[str, tuple[Rights, dict[int, Rights]]] = {}
        self.give(self.first)

    def give(self, key: str, own: Rights = _ALL, groups: dict[int, Rights] | None = None) -> None:
        """Make a key; it may do all in all groups where nothing else is said."""
        if groups is None:
            groups = {each.group: _ALL for each in self._store.libraries.values() if each.group}
        self.known[key] = own, groups

    def used(self, asked: Asked) -> str | None:
        """Return the key of a request."""
        bearer = asked.headers.get("authorization", "")
        return (
            asked.headers.get("zotero-api-key")
            or (bearer.removeprefix("Bearer ") if bearer.startswith("Bearer ") else None)
            or asked.one("key")
        )

    def refused(self, asked: Asked, parts: list[str]) -> Reply | None:
        if parts[0] not in {"users", "groups", "keys"}:
            return None
        key = self.used(asked)
        if key is None:
            return Reply(403, "Forbidden")
        if key not in self.known:
            return Reply(403, "Invalid key")
        own, groups = self.known[key]
        rights: Rights | None = own
        if parts[0] == "groups":
            rights = groups.get(int(parts[1])) if parts[1].isdecimal() else None
        if rights is None or (not rights.read and parts[0] != "keys"):
            return Reply(403, "Forbidden")
        if asked.method != "GET" and not rights.write:
            return Reply(403, "Write access denied")
        if asked.method != "GET" and parts[-1] == "file" and not rights.files:
            return Reply(403, "File access denied")
        return None

    def told(self, asked: Asked, key: str) -> Reply:
        """Answer ``/keys/current``."""
        name = self.used(asked) if key == "current" else key
        if name not in self.known:
            return Reply(404, "Key not found")
        own, groups = self.known[name]
        access: dict[str, object] = {}
        if own.read:
            access["user"] = {
                "library": True, "files": own.files, "notes": True, "write": own.write,
            }  # fmt: skip
        if groups:
            access["groups"] = {
                str(number): {"library": rights.read, "write": rights.write}
                for number, rights in groups.items()
            }
        return Reply(
            200,
            {
                "key": name,
                "userID": self._user,
                "username": "A Researcher",
                "displayName": "A Researcher",
                "access": access,
            },
        )


class LocalKeys:
    """The keys of the running Zotero: who asks for one waits until its user has answered."""

    def __init__(self, store: Store, lock: threading.RLock, *, answer: str, limited: bool) -> None:
        self._store = store
        self._changed = threading.Condition(lock)
        self._left = False
        self.server_id = "kT4dWq82ZxNb"
        self.answer: str | None = answer
        self.shown = threading.Event()
        self.asked_by: list[str] = []
        self.known: dict[str, bool] = {}  # key -> whether it can be used more than once
        self.authorizations = _AUTHORIZATIONS if limited else 0

    def refused(self, asked: Asked, parts: list[str]) -> Reply | None:
        """Refuse who may not write; a key that was given for once is then spent."""
        server = asked.headers.get("zotero-server-id")
        if server not in {None, self.server_id}:
            return Reply(412, "Zotero-Server-ID does not match this server")
        if asked.method == "GET" or parts[0] == "local":
            return None
        if server is None:
            return Reply(428, "Zotero-Server-ID not provided")
        key = asked.headers.get("zotero-api-key")
        realm = {"WWW-Authenticate": 'Zotero-API-Key realm="Zotero Local API"'}
        if not key:
            why = "API key required -- POST /api/local/authorize to obtain one"
            return Reply(401, why, realm)
        if key not in self.known:
            return Reply(401, "Invalid or expired API key", realm)
        if not self.known[key]:
            del self.known[key]
        return None

    def authorize(self, asked: Asked) -> Reply:
        """Show the dialog, and answer as the user does."""
        data = asked.json() if asked.media_type == "application/json" else None
        name = data.get("appName") if isinstance(data, dict) else None
        if not isinstance(name, str) or not name.strip():
            return Reply(400, "appName not provided")
        if self.authorizations >= _AUTHORIZATIONS:
            return Reply(429, "Too many authorization requests", {"Retry-After": "60"})
        self.authorizations += 1
        self.asked_by.append(name)
        self.shown.set()
        while self.answer is None and not self._left:
            self._changed.wait()
        self.shown.clear()
        if self._left or self.answer == "deny":
            return Reply(403, {"denied": True})
        key = self._store.secret(32)
        self.known[key] = self.answer == "always"
        return Reply(200, {"key": key, "remember": self.known[key]})

    def say(self, answer: str | None) -> None:
        """Let the user answer so, now and later: "always", "once", "deny"; None for not yet."""
        with self._changed:
            self.answer = answer
            self._changed.notify_all()

    def minute_passes(self) -> None:
        """Let the dialog be shown again."""
        with self._changed:
            self.authorizations = 0

    def leave(self) -> None:
        """Close the dialog."""
        with self._changed:
            self._left = True
            self._changed.notify_all()


def may_write(library: Library) -> Reply | None:
    """Refuse to write into a library that cannot be changed."""
    return None if library.editable else Reply(403, "Write access denied")
