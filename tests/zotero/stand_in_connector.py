"""What the stand-in's Zotero answers to browsers: ``/connector/…``.

As Zotero 7 to 10 do it: what is saved gets no answer but a status, and lies where the user is.
"""

import copy
import json
import re
from base64 import b64decode
from dataclasses import dataclass, field
from quopri import decodestring

from tests.zotero.stand_in_http import Asked, Reply
from tests.zotero.stand_in_rules import CREATORS, fields_of
from tests.zotero.stand_in_store import Collection, Library, Store

_JSON = {"application/json"}
_TAKES = {
    "ping": _JSON | {"text/plain"},
    "getSelectedCollection": _JSON,
    "saveItems": _JSON,
    "saveAttachment": None,
    "updateSession": _JSON,
    "import": None,
}
"""The endpoints, and what they take; None for anything."""

_IMPORTED = {
    "application/x-bibtex",
    "application/x-research-info-systems",
    "application/vnd.citationstyles.csl+json",
    "application/rdf+xml",
}
_KEYED = {"dataset", "preprint", "standard"}
"""Types that had a field for the citation key before Zotero 8."""

_ENCODED_WORD = re.compile(r"=\?[\w-]+\?([QqBb])\?([^? ]*)\?=")


@dataclass
class Session:
    """What was saved at once: the ids that its items came with, and where they are."""

    target: str
    items: dict[str, tuple[int, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


class Connector:
    """Answer ``/connector/…``; whoever calls holds the stand-in's lock."""

    def __init__(self, store: Store, *, knows_citekeys: bool) -> None:
        self._store = store
        self._knows_citekeys = knows_citekeys
        self.selected = "L1"
        self.automatic_tags = True
        self.sessions: dict[str, Session] = {}
        self.known: set[str] = set()
        self.imported: list[tuple[str, bytes]] = []

    def answer(self, asked: Asked) -> Reply:
        name = asked.path.removeprefix("/connector/")
        if name not in _TAKES:
            return Reply(404, "No endpoint found\n")
        if asked.method == "GET":
            if name == "ping":
                page = "<!DOCTYPE html><html><body>Zotero is running</body></html>"
                return Reply(200, page, {"Content-Type": "text/html"})
            return Reply(400, "Endpoint does not support method\n")
        takes = _TAKES[name]
        if asked.media_type is None:
            return Reply(500)  # it then looks for properties of null
        if takes is not None and asked.media_type not in takes:
            return Reply(400, "Endpoint does not support content-type\n")
        data = {}
        if asked.media_type == "application/json":
            try:
                data = asked.json()
            except ValueError:
                return Reply(400, "Invalid JSON provided\n")
        try:
            return _ENDPOINTS[name](self, asked, data)
        except (AttributeError, KeyError, TypeError, ValueError):
            return Reply(500)  # as where a script stops with an error

    def place(self) -> tuple[Library, Collection | None]:
        """Return what the user has before them."""
        return self._store.place(self.selected)

    def _save_place(self) -> str:
        """Return where to save: where the user is, else their own library, which is selected."""
        library, _ = self.place()
        own = self._store.libraries[1]
        if not library.editable and own.editable:
            self.selected = "L1"
        return self.selected

    def _ping(self, asked: Asked, data: dict) -> Reply:
        data.get("activeURL")
        return Reply(200, {"prefs": {"automaticSnapshots": True, "supportsAttachmentUpload": True}})

    def _selected(self, asked: Asked, data: dict) -> Reply:
        library, collection = self.place()
        targets: list[dict] = []
        for each in self._store.libraries.values():
            if not each.editable:
                continue
            rights = {"filesEditable": each.files_editable}
            targets.append({"id": f"L{each.number}", "name": each.name, **rights, "level": 0})
            targets += [
                {"id": f"C{found.number}", "name": found.name, **rights, "level": level}
                for found, level in each.tree()
            ]
        return Reply(
            200,
            {
                "libraryID": library.number,
                "libraryName": library.name,
                "libraryEditable": library.editable,
                "filesEditable": library.files_editable,
                "editable": library.editable,
                "id": collection.number if collection else None,
                "name": collection.name if collection else library.name,
                "targets": targets,
            },
        )

    def _save_items(self, asked: Asked, data: dict) -> Reply:
        if int(asked.headers.get("x-zotero-connector-api-version", "3")) < 3:
            return Reply(400, {"error": "CONNECTOR_VERSION_OUTDATED"})
        target = self._save_place()
        library, collection = self._store.place(target)
        session = self._session(data.get("sessionID"), target)
        if session is None:
            return Reply(409, {"error": "SESSION_EXISTS"})
        if not library.editable:
            return Reply(500, {"libraryEditable": False})
        try:
            made = [self._saved(item) for item in data["items"]]
        except (AttributeError, KeyError, TypeError):
            self.known.discard(data.get("sessionID"))  # it may be used again
            return Reply(500)
        for item, parts in zip(data["items"], made, strict=True):
            key = self._put(library, collection, parts)
            if "id" in item:
                session.items[item["id"]] = (library.number, key)
        return Reply(201, b"", {"Content-Type": "application/json"})

    def _session(self, name: str | None, target: str) -> Session | None:
        """Return a new session; None where there was one of that name."""
        if name in self.known:
            return None
        session = Session(target)
        if name is not None:
            self.known.add(name)
            self.sessions[name] = session
        return session

    def _saved(self, item: dict) -> tuple[dict, list[dict]]:
        """Return what Zotero makes of an item: its data, and those of its children."""
        kind = item["itemType"]
        roles = CREATORS[kind]
        fields = fields_of(kind)
        if not self._knows_citekeys and kind not in _KEYED:
            fields -= {"citationKey"}
        data = {"itemType": kind} | {
            name: value
            for name, value in item.items()
            if name in fields and isinstance(value, str) and value
        }
        data["creators"] = [
            {**creator, "creatorType": role if (role := creator.get("creatorType")) in roles
             else roles[0]}
            for creator in item.get("creators", [])
        ]  # fmt: skip
        tags = [tag if isinstance(tag, str) else tag["tag"] for tag in item.get("tags", [])]
        data["tags"] = [{"tag": tag, "type": 1} for tag in tags if self.automatic_tags]
        children = [
            {"itemType": "note", "note": note if isinstance(note, str) else note["note"]}
            for note in item.get("notes", [])
        ]
        children += [
            {
                "itemType": "attachment",
                "linkMode": "linked_url",
                "title": link.get("title", ""),
                "url": link["url"],
                "contentType": "text/html",
            }
            for link in item.get("attachments", [])
            if link.get("snapshot") is False
            and link.get("mimeType") == "text/html"
            and link.get("url")
        ]
        return data, children

    def _put(
        self, library: Library, collection: Collection | None, parts: tuple[dict, list[dict]]
    ) -> str:
        data, children = copy.deepcopy(parts)
        data["collections"] = [collection.key] if collection else []
        key = self._store.put(library, data)["key"]
        for child in children:
            self._store.put(library, child | {"parentItem": key})
        return key

    def _save_attachment(self, asked: Asked, data: dict) -> Reply:
        told = asked.headers.get("x-metadata")
        if told is None:
            return Reply(400, {"error": "METADATA_NOT_PROVIDED"})
        metadata = json.loads(decoded(told))
        name = metadata.get("sessionID") or asked.one("sessionID")
        if not name:
            return Reply(400, {"error": "SESSION_ID_NOT_PROVIDED"})
        session = self.sessions.get(name)
        if session is None:
            return Reply(400, {"error": "SESSION_NOT_FOUND"})
        if not self.place()[0].files_editable:
            return Reply(200, "Library files are not editable.")
        if asked.media_type in {"application/json", "text/plain"} or not metadata["url"]:
            return Reply(500)  # what was decoded as text is no stream; without an address it stops
        number, parent = session.items[metadata["parentItemID"]]
        library = self._store.libraries[number]
        made = self._store.put(
            library,
            {
                "itemType": "attachment",
                "parentItem": parent,
                "linkMode": "imported_url",
                "title": metadata["title"],
                "url": metadata["url"],
                "contentType": asked.media_type,
                "filename": metadata["url"].rpartition("/")[2],
            },
        )
        self._store.files[made["key"]] = asked.body
        return Reply(201)

    def _update_session(self, asked: Asked, data: dict) -> Reply:
        name = data.get("sessionID")
        if not name:
            return Reply(400, {"error": "SESSION_ID_NOT_PROVIDED"})
        session = self.sessions.get(name)
        if session is None:
            return Reply(400, {"error": "SESSION_NOT_FOUND"})
        target = data["target"]
        try:
            library, collection = self._store.place(target)
        except KeyError:
            return Reply(400, {"error": "COLLECTION_NOT_FOUND"}) if target[0] == "C" else Reply(500)
        self.selected = session.target = target
        if not library.editable:
            return Reply(500)
        tags = data.get("tags") or []
        if isinstance(tags, str):
            return Reply(500)
        for own, (number, key) in session.items.items():
            if number != library.number:
                key = self._store.move(self._store.libraries[number], key, library)  # noqa: PLW2901
                session.items[own] = (library.number, key)
                session.notes.pop(own, None)
            self._update_item(library, key, collection, [tag.strip() for tag in tags])
            self._update_note(session, own, library, data.get("note"))
        return Reply(200, {})

    def _update_item(
        self, library: Library, key: str, collection: Collection | None, tags: list[str]
    ) -> None:
        data = library.items[key]
        manual = dict.fromkeys(tag for tag in tags if tag)
        kept = [tag for tag in data["tags"] if tag.get("type") == 1 and tag["tag"] not in manual]
        data["tags"] = [*kept, *({"tag": tag} for tag in manual)]
        data["collections"] = [collection.key] if collection else []
        self._store.put(library, data)

    def _update_note(self, session: Session, own: str, library: Library, note: str | None) -> None:
        before = session.notes.get(own)
        if note:
            child = {"itemType": "note", "note": note, "parentItem": session.items[own][1]}
            session.notes[own] = self._store.put(library, child | {"key": before})["key"]
        elif before:
            self._store.remove(library, session.notes.pop(own))

    def _import(self, asked: Asked, data: dict) -> Reply:
        if asked.media_type not in _IMPORTED or not asked.body.strip():
            return Reply(400)
        if not self._store.place(self._save_place())[0].editable:
            return Reply(500, {"libraryEditable": False})
        if self._session(asked.one("session"), self.selected) is None:
            return Reply(409, {"error": "SESSION_EXISTS"})
        self.imported.append((asked.media_type, asked.body))
        return Reply(201, [])


_ENDPOINTS = {
    "ping": Connector._ping,
    "getSelectedCollection": Connector._selected,
    "saveItems": Connector._save_items,
    "saveAttachment": Connector._save_attachment,
    "updateSession": Connector._update_session,
    "import": Connector._import,
}


def decoded(value: str) -> str:
    """Return a header with its encoded words read. Source: RFC 2047, section 2."""

    def read(found: re.Match[str]) -> str:
        kind, text = found.group(1).lower(), found.group(2).encode("ascii")
        raw = b64decode(text) if kind == "b" else decodestring(text.replace(b"_", b" "))
        return raw.decode("utf-8")

    return _ENCODED_WORD.sub(read, value)
