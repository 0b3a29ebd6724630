"""What the stand-in answers to writing by the API, on this computer and on the web.

Source: https://www.zotero.org/support/dev/web_api/v3/write_requests; .../file_upload.
"""

import hashlib
import threading
from typing import Any
from urllib.parse import parse_qsl

from tests.zotero.stand_in_http import Asked, Reply
from tests.zotero.stand_in_keys import LocalKeys, WebKeys, may_write
from tests.zotero.stand_in_reading import NOT_FOUND, Reading
from tests.zotero.stand_in_rules import (
    RefusedError,
    check_item,
    check_key,
    fields_of,
    refuse_unless,
)
from tests.zotero.stand_in_store import Library, Store

_MOST = 50
_ISO_SECONDS = 10_000_000_000
"""A time below this is no number of milliseconds, but one of seconds."""

_PREFIX = b"--form\r\ncontent-disposition: form-data; name=file\r\n\r\n"
_SUFFIX = b"\r\n--form--"
"""What stands around a file on its way to the web's storage."""


class Writing:
    """Answer POST, PATCH and DELETE; whoever calls holds the stand-in's lock."""

    def __init__(self, store: Store, reading: Reading, profile: Any, lock: threading.RLock) -> None:
        self._store = store
        self._reading = reading
        self._on_web = profile.on_web
        self._broken_creates = profile.broken_creates
        self.local = LocalKeys(store, lock, answer=profile.answer, limited=profile.limited)
        self.web = WebKeys(store, reading.user)
        self.backoff: int | None = None
        self._tokens: set[tuple[str | None, str]] = set()
        self._uploads: dict[str, dict] = {}

    def backoff_headers(self) -> dict[str, str]:
        return {} if self.backoff is None else {"Backoff": str(self.backoff)}

    def refused(self, asked: Asked, parts: list[str]) -> Reply | None:
        """Refuse who may not ask this."""
        return (self.web if self._on_web else self.local).refused(asked, parts)

    def outside(self, asked: Asked, parts: list[str]) -> Reply | None:
        """Answer what lies in no library; None where this is not such."""
        match parts:
            case ["keys", key] if self._on_web and asked.method == "GET":
                return self.web.told(asked, key)
            case ["local", "authorize"] if not self._on_web and asked.method == "POST":
                return self.local.authorize(asked)
            case ["local", "uploads", key] if not self._on_web and asked.method == "POST":
                return self._upload(asked, key)
            case ["uploads", key] if self._on_web and asked.method == "POST":
                return self._upload(asked, key)
            case _:
                return None

    def in_library(self, asked: Asked, library: Library, rest: list[str]) -> Reply:
        """Change a library; ``rest`` is the path behind "users/0" or "groups/17"."""
        refused = may_write(library)
        if refused is not None:
            return refused
        match asked.method, rest:
            case "POST", ["items"]:
                return self._many(asked, library, self._item)
            case "POST", ["collections"]:
                return self._many(asked, library, self._collection)
            case "POST", ["items", key, "file"]:
                return self._file(asked, library, key)
            case (("PATCH" | "PUT"), ["items", key]):
                return self._change(asked, library, key)
            case "DELETE", ["items", key]:
                self._check_version(asked, library.items.get(key), {})
                self._store.remove(library, key)
                return Reply(204, b"", {"Last-Modified-Version": str(library.version)})
            case _:
                return NOT_FOUND

    # Many objects at once.

    def _many(self, asked: Asked, library: Library, write: Any) -> Reply:
        objects = _body(asked)
        refuse_unless(isinstance(objects, list), "Uploaded data must be a JSON array")
        refuse_unless(objects, "No objects provided")
        refuse_unless(len(objects) <= _MOST, f"Cannot add more than {_MOST} items at a time", 413)
        token = self._token(asked)
        self._check_library_version(asked, library)
        parts: dict[str, dict[str, object]] = {
            "successful": {}, "success": {}, "unchanged": {}, "failed": {},
        }  # fmt: skip
        version = library.version + 1
        for number, data in enumerate(objects):
            try:
                shown = write(library, data, version)
            except RefusedError as error:
                key = data.get("key", "") if isinstance(data, dict) else ""
                parts["failed"][str(number)] = {
                    "key": key, "code": error.code, "message": error.message,
                }  # fmt: skip
                continue
            if isinstance(shown, str):
                parts["unchanged"][str(number)] = shown
            else:
                parts["successful"][str(number)] = shown
                parts["success"][str(number)] = shown["key"]
                library.version = version
        if token is not None:
            self._tokens.add(token)
        return Reply(200, parts, {"Last-Modified-Version": str(library.version)})

    def _token(self, asked: Asked) -> tuple[str | None, str] | None:
        """Return what a write is remembered by, once it worked."""
        word = asked.headers.get("zotero-write-token")
        if word is None:
            return None
        refuse_unless(5 <= len(word) <= 32, "Write token must be 5-32 characters in length")
        token = self.web.used(asked) if self._on_web else None, word
        refuse_unless(token not in self._tokens, "Write token already used", 412)
        return token

    def _check_library_version(self, asked: Asked, library: Library) -> None:
        told = asked.headers.get("if-unmodified-since-version")
        if told is not None:
            refuse_unless(
                library.version <= _integer(told),
                f"Library has been modified since specified version "
                f"(expected {told}, found {library.version})",
                412,
            )

    def _item(self, library: Library, data: object, version: int) -> dict | str:
        """Write an item; return it as it is answered, or its key where nothing changed."""
        refuse_unless(isinstance(data, dict), "Invalid JSON object")
        assert isinstance(data, dict)
        check_key(data)
        before = library.items.get(data.get("key", ""))
        if before is None:
            if "key" in data:
                refuse_unless("version" in data, "'version' must be 0 for a new key", 428)
            refuse_unless(
                data.get("version", 0) == 0, f"Item {data.get('key')} does not exist", 404
            )
            check_item(data)
            self._check_links(library, data)
            if self._broken_creates:
                key = data.get("key") or self._store.secret(8)
                raise RefusedError(400, f"'primaryData' not loaded for item (null/1/{key})")
            kept = self._store.put(library, data, version=version)
            return self._reading.item(library, kept)
        refuse_unless("version" in data, "Item version not provided", 428)
        _check_same(before, data["version"], "Item")
        return self._patched(library, before, data, version)

    def _patched(self, library: Library, before: dict, changes: dict, version: int) -> dict | str:
        apart = {"key", "version", "dateModified"}
        merged = before | {name: value for name, value in changes.items() if name not in apart}
        if merged == before:
            return before["key"]
        if self._on_web:  # there they go; what the running Zotero does is not known
            gone = fields_of(before["itemType"]) - fields_of(merged["itemType"]) - set(changes)
            merged = {name: value for name, value in merged.items() if name not in gone}
        check_item(merged)
        self._check_links(library, merged)
        kept = self._store.put(library, merged, version=version)
        return self._reading.item(library, kept)

    def _check_links(self, library: Library, data: dict) -> None:
        parent = data.get("parentItem")
        if parent:
            above = library.items.get(parent)
            code = 409 if self._on_web else 400
            refuse_unless(above, f"Parent item {parent} doesn't exist", code)
            refuse_unless(
                above["itemType"] not in {"note", "attachment"},
                f"Parent item {parent} cannot be a note or attachment",
            )
        for key in data.get("collections", []):
            refuse_unless(key in library.collections, f"Collection {key} doesn't exist", 409)

    def _collection(self, library: Library, data: object, version: int) -> dict | str:
        refuse_unless(isinstance(data, dict), "Invalid JSON object")
        assert isinstance(data, dict)
        check_key(data)
        unknown = set(data) - {"key", "version", "name", "parentCollection", "relations"}
        refuse_unless(not unknown, f"Invalid property '{min(unknown, default='')}'")
        name, parent = data.get("name"), data.get("parentCollection") or None
        refuse_unless(isinstance(name, str) and name.strip(), "Collection name cannot be empty")
        refuse_unless(len(str(name)) <= 255, "Collection name is too long", 413)
        refuse_unless(
            parent is None or parent in library.collections,
            f"Parent collection {parent} doesn't exist",
            409,
        )
        refuse_unless(data.get("key") not in library.collections, "Collection exists", 412)
        if self._broken_creates:
            raise RefusedError(400, "'primaryData' not loaded for collection")
        made = self._store.collection(library, str(name), parent, data.get("key"))
        made.version = library.version = version
        return self._reading.collection(library, made)

    # One object.

    def _change(self, asked: Asked, library: Library, key: str) -> Reply:
        data = _body(asked)
        refuse_unless(isinstance(data, dict), "Uploaded data must be a JSON object")
        before = library.items.get(key)
        self._check_version(asked, before, data)
        assert before is not None
        if asked.method == "PUT":
            check_item(data)
            before = {name: before[name] for name in ("key", "version", "dateAdded")}
        changed = self._patched(library, before, data, library.version + 1)
        if not isinstance(changed, str):
            library.version += 1
        return Reply(204, b"", {"Last-Modified-Version": str(library.version)})

    def _check_version(self, asked: Asked, before: dict | None, data: dict) -> None:
        refuse_unless(before is not None, "Item does not exist", 404)
        assert before is not None
        told = asked.headers.get("if-unmodified-since-version", data.get("version"))
        refuse_unless(told is not None, "If-Unmodified-Since-Version not provided", 428)
        _check_same(before, _integer(told), "Item")

    # Files.

    def _file(self, asked: Asked, library: Library, key: str) -> Reply:
        data = library.items.get(key)
        refuse_unless(data is not None, "Not found", 404)
        assert data is not None
        refuse_unless(
            data.get("linkMode", "").startswith("imported"),
            "Cannot upload files for non-imported attachments",
        )
        refuse_unless(library.files_editable, "File editing access denied", 403)
        refuse_unless(
            asked.media_type == "application/x-www-form-urlencoded",
            "Content-Type must be application/x-www-form-urlencoded",
        )
        form = dict(parse_qsl(asked.body.decode(), keep_blank_values=True))
        condition = asked.headers.get("if-none-match"), asked.headers.get("if-match")
        if condition == (None, None) and (self._on_web or "upload" not in form):
            raise RefusedError(428, "If-Match/If-None-Match header not provided")
        refuse_unless(condition[0] in {None, "*"}, "Invalid value for If-None-Match header")
        if "upload" in form:
            return self._register(library, data, form["upload"])
        if condition[0] == "*" and data.get("md5"):
            raise RefusedError(412, "If-None-Match: * set but file exists")
        if condition[1] is not None and condition[1] != data.get("md5"):
            raise RefusedError(412, "ETag does not match current version of file")
        return self._allow_upload(asked, data, form)

    def _allow_upload(self, asked: Asked, data: dict, form: dict[str, str]) -> Reply:
        for name in ("md5", "filename", "filesize", "mtime"):
            refuse_unless(form.get(name), f"{name} not provided")
        refuse_unless(
            len(form["md5"]) == 32 and set(form["md5"]) <= set("0123456789abcdef"), "Invalid MD5"
        )
        refuse_unless(form["filesize"].isdecimal(), "Invalid file size")
        refuse_unless(
            _integer(form["mtime"]) >= _ISO_SECONDS, "mtime must be in milliseconds, not seconds"
        )
        stored = {hashlib.md5(held).hexdigest() for held in self._store.files.values()}
        if self._on_web and form["md5"] in stored:
            data |= {"md5": form["md5"], "filename": form["filename"], "mtime": form["mtime"]}
            self._store.files[data["key"]] = next(
                held
                for held in self._store.files.values()
                if hashlib.md5(held).hexdigest() == form["md5"]
            )
            return Reply(200, {"exists": 1})
        upload = self._store.secret(32)
        self._uploads[upload] = {**form, "item": data["key"]}
        where = f"uploads/{upload}" if self._on_web else f"api/local/uploads/{upload}"
        around = (_PREFIX, _SUFFIX) if self._on_web else (b"", b"")
        kind = "multipart/form-data; boundary=form" if self._on_web else data.get("contentType")
        return Reply(
            200,
            {
                "url": f"http://{asked.headers['host']}/{where}",
                "contentType": kind or "application/octet-stream",
                "prefix": around[0].decode(),
                "suffix": around[1].decode(),
                "uploadKey": upload,
            },
        )

    def _upload(self, asked: Asked, key: str) -> Reply:
        upload = self._uploads.get(key)
        if upload is None:
            return Reply(404, "Unknown or expired upload key")
        held = asked.body
        if self._on_web:
            framed = held.startswith(_PREFIX) and held.endswith(_SUFFIX)
            refuse_unless(framed, "The bytes do not stand between prefix and suffix")
            held = held[len(_PREFIX) : -len(_SUFFIX)]
        found = hashlib.md5(held).hexdigest()
        refuse_unless(
            found == upload["md5"] and str(len(held)) == upload["filesize"],
            f"File MD5 does not match expected (got {found}, expected {upload['md5']})",
        )
        upload["held"] = held
        return Reply(201)

    def _register(self, library: Library, data: dict, key: str) -> Reply:
        upload = self._uploads.get(key)
        refuse_unless(upload and upload["item"] == data["key"], "Invalid or expired upload key")
        assert upload is not None
        refuse_unless("held" in upload, "File contents were not uploaded")
        del self._uploads[key]
        self._store.files[data["key"]] = upload["held"]
        facts = {name: upload[name] for name in ("md5", "filename")}
        self._store.put(library, data | facts | {"mtime": int(upload["mtime"])})
        return Reply(204, b"", {"Last-Modified-Version": str(library.version)})


def _body(asked: Asked) -> Any:
    refuse_unless(asked.media_type == "application/json" and asked.body, "Empty request body")
    try:
        return asked.json()
    except ValueError:
        raise RefusedError(400, "Uploaded data is not valid JSON") from None


def _integer(value: object) -> int:
    refuse_unless(str(value).isdecimal(), f"Invalid number '{value}'")
    return int(str(value))


def _check_same(before: dict, told: int, what: str) -> None:
    refuse_unless(
        before["version"] <= told,
        f"{what} has been modified since specified version "
        f"(expected {told}, found {before['version']})",
        412,
    )
