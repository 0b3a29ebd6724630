"""What the stand-in's Zotero holds: libraries, their collections, items and files."""

import copy
import datetime as dt
import itertools
from dataclasses import dataclass, field

ALPHABET = "23456789ABCDEFGHIJKLMNPQRSTUVWXYZ"
"""Of keys. Source: Zotero Web API v3, Write Requests, "Object Keys"."""

_STEP = 987_654_321_987  # has no divisor in common with 33, so that no key comes twice soon


@dataclass
class Collection:
    """A collection: ``number`` is the connector's name for it, as in "C23"."""

    key: str
    number: int
    name: str
    parent: str | None
    version: int


@dataclass
class Library:
    """A library: the user's own is number 1, as in "L1"; ``group`` is the API's id of a group."""

    number: int
    name: str
    group: int | None = None
    editable: bool = True
    files_editable: bool = True
    version: int = 1
    items: dict[str, dict] = field(default_factory=dict)
    collections: dict[str, Collection] = field(default_factory=dict)
    in_bin: set[str] = field(default_factory=set)

    def children(self, key: str) -> list[dict]:
        return [data for data in self.items.values() if data.get("parentItem") == key]

    def inside(self, parent: str | None) -> list[Collection]:
        """Return the collections in another, or those in none, by name."""
        found = (each for each in self.collections.values() if each.parent == parent)
        return sorted(found, key=lambda each: each.name)

    def tree(self, parent: str | None = None, level: int = 1) -> list[tuple[Collection, int]]:
        """Return all collections with their levels, each behind the one it lies in."""
        rows: list[tuple[Collection, int]] = []
        for each in self.inside(parent):
            rows += [(each, level), *self.tree(each.key, level + 1)]
        return rows


class Store:
    """Hold it all; whoever asks holds the stand-in's lock."""

    def __init__(self) -> None:
        self.libraries: dict[int, Library] = {}
        self.files: dict[str, bytes] = {}
        self._made = itertools.count(1)
        self._numbers = itertools.count(1)

    def secret(self, length: int) -> str:
        """Return another word each time, the same ones in each run."""
        number = next(self._made) * _STEP
        letters = []
        for _ in range(length):
            number, place = divmod(number, len(ALPHABET))
            letters.append(ALPHABET[place])
        return "".join(letters)

    def library(self, name: str, *, group: int | None = None, **rights: bool) -> Library:
        """Add a library."""
        number = len(self.libraries) + 1
        made = Library(number, name, group, **rights)
        self.libraries[number] = made
        return made

    def collection(
        self, library: Library, name: str, parent: str | None = None, key: str | None = None
    ) -> Collection:
        """Add a collection."""
        library.version += 1
        key = key or self.secret(8)
        made = Collection(key, next(self._numbers), name, parent, library.version)
        library.collections[made.key] = made
        return made

    def put(self, library: Library, data: dict, *, version: int | None = None) -> dict:
        """Add an item, or put another in its place; return it as it is kept."""
        if version is None:
            version = library.version = library.version + 1
        now = moment(version)
        kept = {
            "key": data.get("key") or self.secret(8),
            "version": version,
            **copy.deepcopy({n: v for n, v in data.items() if n not in {"key", "version"}}),
        }
        kept.setdefault("dateAdded", now)
        kept["dateModified"] = now
        kept.setdefault("tags", [])
        kept.setdefault("relations", {})
        if "parentItem" not in kept:
            kept.setdefault("collections", [])
        if kept["itemType"] not in {"note", "attachment"}:
            kept.setdefault("creators", [])
        library.items[kept["key"]] = kept
        return kept

    def remove(self, library: Library, key: str) -> None:
        """Take an item away, with its children."""
        for child in library.children(key):
            self.remove(library, child["key"])
        library.items.pop(key, None)
        self.files.pop(key, None)
        library.version += 1

    def move(self, source: Library, key: str, target: Library) -> str:
        """Move an item and its children to another library, where they have other keys."""
        data = source.items[key]
        moved = self.put(target, {**data, "key": None, "collections": []})
        for child in source.children(key):
            there = self.put(target, {**child, "key": None, "parentItem": moved["key"]})
            if child["key"] in self.files:
                self.files[there["key"]] = self.files[child["key"]]
        self.remove(source, key)
        return moved["key"]

    def place(self, target: str) -> tuple[Library, Collection | None]:
        """Return what "L1" or "C23" names; KeyError where there is no such."""
        kind, number = target[:1], int(target[1:] or "0")
        if kind == "L":
            return self.libraries[number], None
        if kind == "C":
            for library in self.libraries.values():
                for each in library.collections.values():
                    if each.number == number:
                        return library, each
        raise KeyError(target)


def moment(version: int) -> str:
    """Return the time at which a library came to a version: a second for each."""
    start = dt.datetime(2031, 5, 4, 3, 2, 1, tzinfo=dt.UTC)
    return (start + dt.timedelta(seconds=version)).strftime("%Y-%m-%dT%H:%M:%SZ")
