"""Zotero's collections: which there are, and those that are made for what is put there."""

from collections.abc import Iterable, Iterator

from refman.zotero.answers import Sender, all_objects, is_key, words
from refman.zotero.batches import MOST_IN_BATCH, new_key, post
from refman.zotero.records import Refused, Target
from refman.zotero.targets import DEEPEST

__all__ = ["Folders", "collections_of"]


class _Folder:
    def __init__(self, key: str, name: str, parent: str | None) -> None:
        self.key, self.name, self.parent = key, name, parent


def _all(sender: Sender, library: str) -> list[_Folder]:
    found: list[_Folder] = []
    for each in all_objects(sender, f"/{library}/collections"):
        name, parent = each.data.get("name"), each.data.get("parentCollection")
        if isinstance(name, str):
            found.append(_Folder(each.key, name, str(parent) if is_key(parent) else None))
    return found


def collections_of(sender: Sender, library: str, *, editable: bool) -> Iterator[Target]:
    """Yield a library's collections, by name, each behind the one that it lies in.

    One that lies in none that is known, or in itself, stands at the end, as if it lay in none.
    """
    inside: dict[str | None, list[_Folder]] = {}
    found = sorted(_all(sender, library), key=lambda each: each.name.casefold(), reverse=True)
    left = {each.key: each for each in found}
    for each in found:
        inside.setdefault(each.parent, []).append(each)
    while left:
        waiting = [(each, 1) for each in inside.pop(None, [])]
        if not waiting:
            lost = [each for each in left.values() if each.parent not in left]
            waiting = [(each, 1) for each in lost or left.values()]
        while waiting:
            folder, level = waiting.pop()
            if left.pop(folder.key, None) is None:
                continue
            yield Target(
                id=f"{library}/collections/{folder.key}",
                name=words(folder.name),
                level=min(level, DEEPEST),
                editable=editable,
            )
            waiting.extend((each, level + 1) for each in inside.get(folder.key, ()))


class Folders:
    """Know, and make, the collections of one library while things are put there."""

    def __init__(self, sender: Sender, library: str, base: str | None) -> None:
        """Take where.

        Args:
            sender: to whom.
            library: "users/0".
            base: the key of the collection in which others are made; None for the library.
        """
        self._sender = sender
        self._path = f"/{library}/collections"
        self._library = library
        self._base = base
        self._keys: dict[tuple[str | None, str], str] | None = None
        self._faults: dict[tuple[str, ...], str] = {}

    def homes(self, paths: Iterable[str]) -> tuple[list[str], list[str]]:
        """Return the keys of the collections for these paths, and why some are not there.

        Without any path it is the collection in which all are made, if there is one. ``make`` has
        to be called before with these paths.
        """
        keys: dict[str, None] = {}
        faults: list[str] = []
        for path in paths:
            names = _names(path)
            place, known = self._walk(names)
            if known < len(names):
                why = self._faults.get(names[: known + 1], "Zotero does not say why")
                faults.append(f"the collection {'/'.join(names)}: {why}")
            if place is not None:
                keys[place] = None
        if not keys and self._base is not None:
            keys[self._base] = None
        return list(keys), faults

    def make(self, paths: Iterable[str]) -> None:
        """Make what is missing of these paths, from the outside in."""
        wanted = list(dict.fromkeys(_names(path) for path in paths))
        while wanted:
            missing: dict[tuple[str | None, str], tuple[str, ...]] = {}
            for names in wanted:
                place, known = self._walk(names)
                if known < len(names) and names[: known + 1] not in self._faults:
                    missing[place, names[known]] = names[: known + 1]
            if not missing:
                return
            self._made(missing)

    def _walk(self, names: tuple[str, ...]) -> tuple[str | None, int]:
        """Return the innermost collection of a path that is there, and how many names it is in."""
        if not names:
            return self._base, 0
        if self._keys is None:
            self._keys = {}
            for each in _all(self._sender, self._library):
                self._keys.setdefault((each.parent, each.name.strip()), each.key)
        place = self._base
        for known, name in enumerate(names):
            inner = self._keys.get((place, name))
            if inner is None:
                return place, known
            place = inner
        return place, len(names)

    def _made(self, missing: dict[tuple[str | None, str], tuple[str, ...]]) -> None:
        assert self._keys is not None  # they were walked through
        places = list(missing)
        for first in range(0, len(places), MOST_IN_BATCH):
            batch = places[first : first + MOST_IN_BATCH]
            objects = [
                {"key": new_key(), "version": 0, "name": name, "parentCollection": parent or False}
                for parent, name in batch
            ]
            for place, outcome in zip(batch, post(self._sender, self._path, objects), strict=True):
                if isinstance(outcome, Refused):
                    self._faults[missing[place]] = outcome.why
                else:
                    self._keys[place] = str(outcome.key)


def _names(path: str) -> tuple[str, ...]:
    return tuple(name for part in path.split("/") if (name := part.strip()))
