"""Which types of items Zotero has, with which fields and creators, and what an API refuses.

Source: https://www.zotero.org/support/dev/web_api/v3/types_and_fields;
``tests/data/zotero/item_types.toml`` for the types that refman writes.
"""

import re
import tomllib
from pathlib import Path

from tests.zotero.stand_in_store import ALPHABET

_TABLE = tomllib.loads(
    (Path(__file__).resolve().parent.parent / "data" / "zotero" / "item_types.toml").read_text()
)

_OTHERS = {
    "email": ("subject date language", "author contributor recipient"),
    "instantMessage": ("title date language", "author contributor recipient"),
    "podcast": ("title seriesTitle episodeNumber runningTime language", "podcaster contributor"),
    "videoRecording": ("title volume place studio date runningTime language", "director producer"),
}
"""Types that refman writes none of, but a user may have: their fields, their creators."""


def _fields(row: dict) -> frozenset[str]:
    """Return the fields of a type, as the table has it."""
    archived = _TABLE["archived"]["fields"] if row.get("archived") else ""
    return frozenset(f"{_TABLE['common']['fields']} {row['fields']} {archived}".split())


_ROWS = _TABLE["types"] | {
    kind: {"fields": fields, "creators": creators} for kind, (fields, creators) in _OTHERS.items()
}
FIELDS = {kind: _fields(row) for kind, row in _ROWS.items()}
CREATORS = {kind: row["creators"].split() for kind, row in _ROWS.items()}
LINK_MODES = {"imported_file", "imported_url", "linked_file", "linked_url"}

_OF_ANY = {
    "itemType", "key", "version", "tags", "collections", "relations", "dateAdded", "dateModified",
    "deleted", "inPublications",
}  # fmt: skip
_OF_NOTES = _OF_ANY | {"note", "parentItem"}
_OF_ATTACHMENTS = _OF_NOTES | {
    "linkMode", "title", "accessDate", "url", "contentType", "charset", "filename", "path", "md5",
    "mtime",
}  # fmt: skip
_KEY = re.compile(rf"[{ALPHABET}]{{8}}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\dZ?")


class RefusedError(Exception):
    """An object that is not taken, with the code and the words of an API."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def refuse_unless(right: object, message: str, code: int = 400) -> None:
    if not right:
        raise RefusedError(code, message)


def fields_of(kind: str) -> frozenset[str]:
    """Return the fields that hold text."""
    return FIELDS.get(kind, frozenset())


def check_item(data: dict) -> None:
    """Raise RefusedError where the whole data of an item are not as they have to be."""
    kind = data.get("itemType")
    refuse_unless(kind, "'itemType' property not provided")
    refuse_unless(
        kind in FIELDS or kind in {"note", "attachment"}, f"'{kind}' is not a valid itemType"
    )
    known = {"note": _OF_NOTES, "attachment": _OF_ATTACHMENTS}.get(
        kind, _OF_ANY | fields_of(kind) | {"creators"}
    )
    for name, value in data.items():
        refuse_unless(name in known, f"'{name}' is not a valid field for type '{kind}'")
        if name in fields_of(kind):
            refuse_unless(isinstance(value, str), f"'{name}' must be a string")
    check_key(data)
    _check_creators(kind, data.get("creators", []))
    _check_tags(data.get("tags", []))
    _check_rest(kind, data)


def check_key(data: dict) -> None:
    """Raise RefusedError where the key of an object cannot be one."""
    key = data.get("key")
    if key is not None:
        refuse_unless(isinstance(key, str) and _KEY.fullmatch(key), f"'{key}' is not a valid key")


def _check_creators(kind: str, creators: object) -> None:
    refuse_unless(isinstance(creators, list), "'creators' property must be an array")
    for creator in creators:
        refuse_unless(isinstance(creator, dict), "Creator must be an object")
        role = creator.get("creatorType")
        refuse_unless(
            role in CREATORS[kind], f"'{role}' is not a valid creator type for type '{kind}'"
        )
        names = set(creator) - {"creatorType"}
        refuse_unless(
            names in ({"firstName", "lastName"}, {"name"}),
            "creator must have either firstName and lastName or name",
        )
        refuse_unless(
            all(isinstance(creator[name], str) for name in names), "Names must be strings"
        )
        refuse_unless(any(creator[name].strip() for name in names), "Creator names cannot be empty")


def _check_tags(tags: object) -> None:
    refuse_unless(isinstance(tags, list), "'tags' property must be an array")
    for tag in tags:
        refuse_unless(isinstance(tag, dict) and tag.get("tag"), "Tag must be an object with 'tag'")
        refuse_unless(set(tag) <= {"tag", "type"}, "Invalid tag property")
        refuse_unless(tag.get("type", 0) in {0, 1}, "Invalid tag type")
        refuse_unless(
            isinstance(tag["tag"], str) and tag["tag"].strip(), "Tag must be a non-empty string"
        )
        refuse_unless(len(tag["tag"]) <= 255, f"Tag '{tag['tag'][:20]}…' too long", 413)


def _check_rest(kind: str, data: dict) -> None:
    collections = data.get("collections", [])
    refuse_unless(isinstance(collections, list), "'collections' property must be an array")
    refuse_unless(isinstance(data.get("relations", {}), dict), "'relations' must be an object")
    for name in ("dateAdded", "dateModified"):
        if name in data:
            refuse_unless(
                isinstance(data[name], str) and _DATE.fullmatch(data[name]),
                f"'{name}' must be in ISO 8601 or UTC 'YYYY-MM-DD[ hh:mm:ss]' format",
            )
    refuse_unless(
        not (data.get("parentItem") and collections),
        "Child items cannot be assigned to collections",
    )
    if kind == "note":
        refuse_unless(isinstance(data.get("note", ""), str), "'note' must be a string")
    if kind == "attachment":
        mode = data.get("linkMode")
        refuse_unless(mode, "'linkMode' property not provided")
        refuse_unless(mode in LINK_MODES, f"'{mode}' is not a valid linkMode")
        refuse_unless(
            mode != "linked_url" or data.get("url"), "'url' property not provided for linked_url"
        )
        refuse_unless(
            mode != "linked_url" or data.get("parentItem"), "Linked URLs cannot be top-level items"
        )


def schema() -> dict:
    """Return the table as ``/api/schema`` tells it."""
    return {
        "version": 44,
        "itemTypes": [
            {
                "itemType": kind,
                "fields": [{"field": name} for name in sorted(fields)],
                "creatorTypes": [{"creatorType": role} for role in CREATORS[kind]],
            }
            for kind, fields in FIELDS.items()
        ],
    }
