"""What the stand-in answers to reading by the API, on this computer and on the web.

Source: https://www.zotero.org/support/dev/web_api/v3/basics; .../local_api.
"""

import re

from tests.zotero.stand_in_http import Asked, Reply
from tests.zotero.stand_in_rules import CREATORS, FIELDS, RefusedError, refuse_unless, schema
from tests.zotero.stand_in_store import Collection, Library, Store

_SORTS = {
    "dateAdded", "dateModified", "title", "creator", "itemType", "date", "publisher",
    "publicationTitle", "journalAbbreviation", "language", "accessDate", "libraryCatalog",
    "callNumber", "rights", "addedBy", "numItems",
}  # fmt: skip
_WEB_LIMIT = 100
_WEB_USUAL = 25
NOT_FOUND = Reply(404, "Not found")


class Reading:
    """Answer GET; whoever calls holds the stand-in's lock.

    Attributes:
        user: the user's number at zotero.org.
        on_web: whether the answers are those of api.zotero.org.
    """

    def __init__(self, store: Store, *, user: int, on_web: bool) -> None:
        self._store = store
        self.user = user
        self.on_web = on_web

    def answer(self, asked: Asked, parts: list[str]) -> Reply:
        """Answer what lies outside of libraries; ``parts`` are those of the path."""
        if parts == ["schema"]:
            return Reply(200, schema())
        if parts == ["itemTypes"]:
            return Reply(200, [{"itemType": kind, "localized": kind} for kind in FIELDS])
        if len(parts) == 1 and parts[0] in {"itemTypeFields", "itemTypeCreatorTypes"}:
            kind = asked.one("itemType") or ""
            refuse_unless(kind in FIELDS, "Invalid or missing 'itemType' value")
            if parts[0] == "itemTypeFields":
                return Reply(200, [{"field": name, "localized": name} for name in FIELDS[kind]])
            return Reply(200, [{"creatorType": role, "localized": role} for role in CREATORS[kind]])
        return NOT_FOUND

    def in_library(self, asked: Asked, library: Library, rest: list[str]) -> Reply:
        """Answer what lies in a library; ``rest`` is the path behind "users/0" or "groups/17"."""
        match rest:
            case []:
                return self._one(asked, self.group(library)) if library.group else NOT_FOUND
            case ["groups"]:
                groups = [self.group(each) for each in self.groups()]
                return self._many(asked, library, groups)
            case ["collections", *where]:
                return self._collections(asked, library, where)
            case ["items", key] if key not in {"top", "trash"}:
                data = library.items.get(key)
                return self._one(asked, self.item(library, data)) if data else NOT_FOUND
            case ["items", key, "children"]:
                if key not in library.items:
                    return NOT_FOUND
                return self._items(asked, library, library.children(key))
            case ["items", key, "file", *_]:
                return self._file(library, key)
            case ["items", *where] if where in ([], ["top"], ["trash"], ["trash", "top"]):
                found = [
                    data
                    for data in library.items.values()
                    if self._in_bin(library, data) is ("trash" in where)
                ]
                return self._items(asked, library, _top(found, where))
            case _:
                return NOT_FOUND

    def groups(self) -> list[Library]:
        return [each for each in self._store.libraries.values() if each.group is not None]

    def item(self, library: Library, data: dict) -> dict:
        """Return an item as it is answered."""
        shown = dict(data)
        if data["key"] in library.in_bin:
            shown["deleted"] = 1 if self.on_web else True
        return {
            "key": data["key"],
            "version": data["version"],
            "library": self._library(library),
            "links": {},
            "meta": {"numChildren": len(library.children(data["key"]))},
            "data": shown,
        }

    def collection(self, library: Library, found: Collection) -> dict:
        """Return a collection as it is answered."""
        inside = [
            data for data in library.items.values() if found.key in data.get("collections", [])
        ]
        return {
            "key": found.key,
            "version": found.version,
            "library": self._library(library),
            "links": {},
            "meta": {"numCollections": len(library.inside(found.key)), "numItems": len(inside)},
            "data": {
                "key": found.key,
                "version": found.version,
                "name": found.name,
                "parentCollection": found.parent or False,
                "relations": {},
            },
        }

    def group(self, library: Library) -> dict:
        """Return a group as it is answered; who edits tells whether its library is read only."""
        who = "members" if library.editable else "admins"
        return {
            "id": library.group,
            "version": library.version,
            "links": {},
            "meta": {"numItems": len(library.items)},
            "data": {
                "id": library.group,
                "version": library.version,
                "name": library.name,
                "owner": self.user + 1,
                "type": "Private",
                "description": "",
                "url": "",
                "libraryEditing": who,
                "libraryReading": "members",
                "fileEditing": who if library.files_editable else "none",
            },
        }

    def _library(self, library: Library) -> dict:
        if library.group is None:
            return {"type": "user", "id": self.user, "name": library.name}
        return {"type": "group", "id": library.group, "name": library.name}

    @staticmethod
    def _in_bin(library: Library, data: dict) -> bool:
        return data["key"] in library.in_bin or data.get("parentItem") in library.in_bin

    def _collections(self, asked: Asked, library: Library, where: list[str]) -> Reply:
        if where in ([], ["top"]):
            found = [
                each for each in library.collections.values() if not where or each.parent is None
            ]
            rows = [self.collection(library, each) for each in found]
            return self._many(asked, library, rows)
        one = library.collections.get(where[0])
        if one is None:
            return NOT_FOUND
        if where[1:] == []:
            return self._one(asked, self.collection(library, one))
        if where[1:] == ["collections"]:
            rows = [self.collection(library, each) for each in library.inside(one.key)]
            return self._many(asked, library, rows)
        if where[1:] in (["items"], ["items", "top"]):
            tops = {
                data["key"]
                for data in library.items.values()
                if one.key in data.get("collections", []) and not self._in_bin(library, data)
            }
            found = [
                data
                for data in library.items.values()
                if data["key"] in tops or data.get("parentItem") in tops
            ]
            return self._items(asked, library, _top(found, where))
        return NOT_FOUND

    def _file(self, library: Library, key: str) -> Reply:
        data = library.items.get(key)
        if data is None:
            return NOT_FOUND
        if not data.get("linkMode", "").startswith("imported"):
            return Reply(400, f"Not a file attachment: {key}")
        if key not in self._store.files:
            return NOT_FOUND
        if self.on_web:
            return Reply(200, self._store.files[key], {"Content-Type": data["contentType"]})
        return Reply(302, b"", {"Location": f"file:///zotero/storage/{key}/{data['filename']}"})

    def _items(self, asked: Asked, library: Library, found: list[dict]) -> Reply:
        for name, value in asked.query:
            if name == "itemType":
                found = [data for data in found if _fits(value, {data["itemType"]})]
            elif name == "tag":
                found = [
                    data for data in found if _fits(value, {tag["tag"] for tag in data["tags"]})
                ]
            elif name == "itemKey":
                found = [data for data in found if data["key"] in value.split(",")]
            elif name == "q" and value:
                found = [data for data in found if _holds(data, value, asked.one("qmode"))]
        return self._many(asked, library, [self.item(library, data) for data in found])

    def _one(self, asked: Asked, found: dict) -> Reply:
        return Reply(200, found, {"Last-Modified-Version": str(found["version"])})

    def _many(self, asked: Asked, library: Library, rows: list[dict]) -> Reply:
        since = _number(asked, "since", 0)
        if since:
            rows = [row for row in rows if row["version"] > since]
        rows = _sorted(asked, rows)
        start = _number(asked, "start", 0)
        limit = _number(asked, "limit", _WEB_USUAL if self.on_web else 0)
        if self.on_web:
            limit = min(max(limit, 1), _WEB_LIMIT)
        page = rows[start : start + limit] if limit else rows[start:]
        headers = {
            "Total-Results": str(len(rows)),
            "Last-Modified-Version": str(library.version),
        }
        known = asked.headers.get("if-modified-since-version")
        if known is not None and library.version <= int(known):
            return Reply(304, b"", headers)
        if limit and start + limit < len(rows):
            headers["Link"] = _next_link(asked, start + limit, limit)
        kind = asked.one("format") or "json"
        if kind == "keys":
            return Reply(200, "\n".join(row["key"] for row in page), headers)
        if kind == "versions":
            return Reply(200, {row["key"]: row["version"] for row in page}, headers)
        if kind == "atom" and not self.on_web:
            return Reply(501, "Local API does not support Atom output")
        refuse_unless(kind == "json", f"Invalid 'format' value '{kind}'")
        return Reply(200, page, headers)


def _top(found: list[dict], where: list[str]) -> list[dict]:
    return [data for data in found if not data.get("parentItem")] if "top" in where else found


def _number(asked: Asked, name: str, usual: int) -> int:
    value = asked.one(name)
    if value is None:
        return usual
    if not re.fullmatch(r"-?\d+", value):
        raise RefusedError(400, f"Invalid '{name}' value '{value}'")
    return max(int(value), 0)


def _fits(wanted: str, has: set[str]) -> bool:
    """Tell whether one of "a || b" is there, or, for "-a", is not."""
    options = [option.strip() for option in wanted.split("||")]
    return any(
        option[1:] not in has if option.startswith("-") else option.removeprefix("\\") in has
        for option in options
    )


def _holds(data: dict, words: str, mode: str | None) -> bool:
    """Tell whether all words are found where a quick search looks: title, creators, year."""
    looked_at = [data.get("title", ""), data.get("date", "")]
    for creator in data.get("creators", []):
        looked_at += [creator.get(name, "") for name in ("firstName", "lastName", "name")]
    if mode == "everything":
        looked_at += [value for value in data.values() if isinstance(value, str)]
        looked_at += [tag["tag"] for tag in data["tags"]]
    text = " ".join(looked_at).lower()
    return all(word in text for word in words.lower().split())


def _sorted(asked: Asked, rows: list[dict]) -> list[dict]:
    sort = asked.one("sort") or "dateModified"
    refuse_unless(sort in _SORTS, f"Invalid 'sort' value '{sort}'")
    direction = asked.one("direction") or ("desc" if sort.startswith("date") else "asc")
    refuse_unless(direction in {"asc", "desc"}, f"Invalid 'direction' value '{direction}'")
    return sorted(
        rows,
        key=lambda row: str(row["data"].get(sort, "")).lower(),
        reverse=direction == "desc",
    )


def _next_link(asked: Asked, start: int, limit: int) -> str:
    kept = [f"{name}={value}" for name, value in asked.query if name not in {"start", "limit"}]
    query = "&".join([*kept, f"start={start}", f"limit={limit}"])
    host = asked.headers.get("host", "")
    return f'<http://{host}{asked.target.partition("?")[0]}?{query}>; rel="next"'
