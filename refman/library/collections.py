"""Nested collections, as a library has them: ``HF Papers/World models`` lies in ``HF Papers``.

An entry names the collections it lies in by their paths; the library keeps the paths besides, so
that one without entries is not forgotten. Case parts no two collections.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from refman.library.facets import Facet, facets
from refman.library.query import Query
from refman.library.query_tree import AllOf, AnyOf, Binned, Node, Not
from refman.library.search import gather
from refman.library.store import Library
from refman.library.texts import fold
from refman.model import KeptKind

__all__ = [
    "PARTING",
    "WHEREVER",
    "Collection",
    "above",
    "collections",
    "folded",
    "is_within",
    "known_paths",
    "spelled_as",
]

PARTING = "/"
WHEREVER = AnyOf((Binned(), Not(Binned())))
"""What finds entries be they in the bin or not."""
_ALL = 1 << 40


class Collection(msgspec.Struct, frozen=True):
    """Hold a collection.

    Attributes:
        path: from the outermost.
        count: of the entries in it and in those inside it, the bin's left out.
    """

    path: str
    count: int

    @property
    def name(self) -> str:
        """Its name without those it lies in."""
        return self.path.rpartition(PARTING)[2]

    @property
    def depth(self) -> int:
        """In how many others it lies."""
        return self.path.count(PARTING)


def collections(library: Library) -> list[Collection]:
    """Return all collections, also those without entries: each behind the one that it lies in."""
    counts = _counts(library, AllOf(()))
    by_fold = {fold(path): count for path, count in counts.items()}
    names = _written((*library.kept(KeptKind.COLLECTION), *counts)).values()
    found = [Collection(path, by_fold.get(fold(path), 0)) for path in names]
    return sorted(found, key=lambda one: [(fold(part), part) for part in one.path.split(PARTING)])


def known_paths(library: Library) -> Mapping[str, str]:
    """Return the paths of all collections by what they are compared by, those of the bin too."""
    return _written((*library.kept(KeptKind.COLLECTION), *_counts(library, WHEREVER)))


def spelled_as(path: str, known: Mapping[str, str]) -> str:
    """Return a path as the library writes it, as far as it has it."""
    parts = (known.get(folded(one), one) for one in (*above(path), path))
    return PARTING.join(one.rpartition(PARTING)[2] for one in parts)


def above(path: str) -> Iterator[str]:
    """Yield the paths of the collections that a collection lies in, the outermost first."""
    parts = path.split(PARTING)
    for count in range(1, len(parts)):
        yield PARTING.join(parts[:count])


def is_within(path: str, outer: str) -> bool:
    """Tell whether a collection is another one, or lies in it."""
    return path == outer or path.startswith(outer + PARTING)


def folded(path: str) -> str:
    """Return what a path is compared by."""
    return path.casefold()


def _written(paths: Sequence[str]) -> Mapping[str, str]:
    """Return collections, and those that they lie in, by what they are compared by, as written.

    Where one is written in two ways, the first counts that names it itself and not what lies in it.
    """
    found: dict[str, str] = {}
    outer = (each for path in paths for each in above(path))
    for path in (*paths, *outer):
        found.setdefault(folded(path), path)
    return {key: spelled_as(path, found) for key, path in found.items()}


def _counts(library: Library, which: Node) -> Mapping[str, int]:
    with library.reading() as connection:
        gather(connection, Query("", which))
        found = facets(connection, most=_ALL, only=(Facet.COLLECTION,))[Facet.COLLECTION]
    return {value.text: value.total for value in found}
