"""Nested collections: entries put into them, and they made, renamed, deleted."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from refman.editing.fault import ValueFault
from refman.editing.paths import collection_path
from refman.editing.steps import papers, replaced
from refman.errors import EditError
from refman.library import Library
from refman.library.collections import (
    WHEREVER,
    Collection,
    above,
    collections,
    folded,
    is_within,
    known_paths,
    spelled_as,
)
from refman.library.query import Query
from refman.library.query_tree import AllOf, Exact, Is
from refman.library.search import search
from refman.library.texts import fold
from refman.model import Change, ChangeSet, Entry, Holding, Keep, KeptKind

__all__ = [
    "Collection",
    "collections",
    "deleted",
    "made",
    "put_into",
    "renamed",
    "spelled",
    "taken_out",
]

_ALL = 1 << 40


def put_into(library: Library, holdings: Iterable[Holding], path: str) -> ChangeSet:
    """Return the change that puts entries into a collection, which is made where it is not there.

    Raises:
        EditError: the path is none.
    """
    known = known_paths(library)
    path = spelled_as(_path(path), known)
    step = replaced("Put", ((one, _with(one.entry, path)) for one in holdings), f' into "{path}"')
    if not step.changes:
        return step
    return ChangeSet(step.name, (*_kept(library, path), *step.changes))


def taken_out(library: Library, holdings: Iterable[Holding], path: str) -> ChangeSet:
    """Return the change that takes entries out of a collection and of those inside it.

    Raises:
        EditError: there is no such collection.
    """
    path = _known_path(library, path)
    return replaced(
        "Take", ((one, _without(one.entry, path)) for one in holdings), f' out of "{path}"'
    )


def made(library: Library, path: str) -> ChangeSet:
    """Return the change that makes a collection, and those that it lies in; none where it is there.

    Raises:
        EditError: the path is none.
    """
    path = spelled_as(_path(path), known_paths(library))
    return ChangeSet(f'Make the collection "{path}"', tuple(_kept(library, path)))


def renamed(library: Library, old: str, new: str) -> ChangeSet:
    """Return the change that gives a collection another path, and with it those inside it.

    Raises:
        EditError: the old one is not there, or the new one is.
    """
    old = _known_path(library, old)
    known = known_paths(library)
    new = _spelled_above(_path(new), known)
    there = known.get(folded(new))
    if there is not None and there != old:
        raise EditError(
            f'there is a collection "{there}" already; put the papers into it instead',
            field="collections",
        )
    step = replaced("Move", ((one, _moved(one.entry, old, new)) for one in _in(library, old)))
    return ChangeSet(
        f'Rename the collection "{old}" to "{new}" ({papers(len(step.changes))})'
        if step.changes
        else f'Rename the collection "{old}" to "{new}"',
        (*_kept_anew(library, old, new), *step.changes),
    )


def spelled(library: Library, paths: Iterable[str]) -> tuple[tuple[str, ...], tuple[Change, ...]]:
    """Return paths as the library writes them, and what keeps those that it does not have yet."""
    known = known_paths(library)
    found = dict.fromkeys(spelled_as(path, known) for path in paths)
    keeps = {keep.name: keep for path in found for keep in _kept(library, path)}
    return tuple(found), tuple(keeps.values())


def deleted(library: Library, path: str) -> ChangeSet:
    """Return the change that deletes a collection and those inside it; their entries stay.

    Raises:
        EditError: there is no such collection.
    """
    path = _known_path(library, path)
    step = replaced("Move", ((one, _without(one.entry, path)) for one in _in(library, path)))
    gone = [
        Keep(kind=KeptKind.COLLECTION, name=name, before=value)
        for name, value in library.kept(KeptKind.COLLECTION).items()
        if is_within(folded(name), folded(path))
    ]
    return ChangeSet(f'Delete the collection "{path}"', (*gone, *step.changes))


def _path(text: str) -> str:
    try:
        return collection_path(text)
    except ValueFault as fault:
        raise EditError(str(fault), field="collections") from None


def _known_path(library: Library, text: str) -> str:
    path = _path(text)
    found = known_paths(library).get(folded(path))
    if found is None:
        raise EditError(
            f"there is no collection \"{path}\"; 'refman collect' shows those there are",
            field="collections",
        )
    return found


def _spelled_above(path: str, known: Mapping[str, str]) -> str:
    outer, parted, name = path.rpartition("/")
    return f"{spelled_as(outer, known)}/{name}" if parted else path


def _kept(library: Library, path: str) -> Iterator[Keep]:
    kept = library.kept(KeptKind.COLLECTION)
    for name in (*above(path), path):
        if name not in kept:
            yield Keep(kind=KeptKind.COLLECTION, name=name, after="")


def _kept_anew(library: Library, old: str, new: str) -> Iterator[Change]:
    """Yield what renames the paths that are kept, and keeps the new one."""
    kept = library.kept(KeptKind.COLLECTION)
    going = {name: value for name, value in kept.items() if is_within(folded(name), folded(old))}
    coming = {_renamed(name, old, new): value for name, value in going.items()}
    coming = {name: "" for name in (*above(new), new) if name not in kept or name in going} | coming
    for name, value in going.items():
        if name not in coming:
            yield Keep(kind=KeptKind.COLLECTION, name=name, before=value)
    for name, value in coming.items():
        if name not in kept:
            yield Keep(kind=KeptKind.COLLECTION, name=name, after=value)


def _in(library: Library, path: str) -> Iterator[Holding]:
    """Yield the entries of a collection and of those inside it, the bin's among them."""
    where = AllOf((Is(what=Exact.COLLECTION, value=fold(path)), WHEREVER))
    with library.reading() as connection:
        ids = search(connection, Query("", where), limit=_ALL).ids
    yield from library.holdings(ids)


def _with(entry: Entry, path: str) -> Entry:
    if path in entry.collections:
        return entry
    return msgspec.structs.replace(entry, collections=(*entry.collections, path))


def _without(entry: Entry, path: str) -> Entry:
    left = tuple(one for one in entry.collections if not is_within(folded(one), folded(path)))
    return msgspec.structs.replace(entry, collections=left)


def _moved(entry: Entry, old: str, new: str) -> Entry:
    paths = dict.fromkeys(_renamed(path, old, new) for path in entry.collections)
    return msgspec.structs.replace(entry, collections=tuple(paths))


def _renamed(path: str, old: str, new: str) -> str:
    """Return a path after the change; one that is written in another case goes with it too."""
    if not is_within(folded(path), folded(old)):
        return path
    inside = path.split("/")[old.count("/") + 1 :]
    return "/".join((new, *inside))
