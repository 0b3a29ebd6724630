"""Versions of one work on their way into a file: each names the others by their keys there.

An entry says so as BibLaTeX does (``refman.formats.related``); a format that cannot hold it counts
that by itself. A version that the file does not have is named by none.
"""

from collections import Counter
from collections.abc import Callable, Collection

from refman.formats.related import RELATED, related_keys, with_related
from refman.formats.tex import UNSAFE_IN_KEY
from refman.library.reader import Reader
from refman.library.versions import version_pairs
from refman.model import Citekey, Entry, EntryId, Holding

__all__ = ["Versions"]

_WHY = "the other version is not in the file, or cannot be named there"


class Versions:
    """Name to entries of a library, while they pass, the other versions that a file will have."""

    def __init__(
        self, library: Reader, ids: Collection[EntryId] | None, is_in: Callable[[Holding], bool]
    ) -> None:
        """Find out which of a library's versions the file will have.

        Args:
            library: they are kept in.
            ids: of the entries that come into question; None for all outside the bin.
            is_in: tells of one that comes into question whether it will be in the file.
        """
        self._lacking = 0
        self._others: dict[EntryId, list[EntryId]] = {}
        self._keys: dict[EntryId, str] = {}
        pairs = version_pairs(library, ids)
        if not pairs:
            return
        wanted = None if ids is None else frozenset(ids)
        keys = Counter(map(_in_file, library.keys_taken()))
        there: set[EntryId] = set()
        for holding in library.holdings(sorted({id_ for pair in pairs for id_ in pair})):
            id_, key = holding.id, holding.entry.citekey
            assert id_ is not None  # it is in the library
            comes = holding.binned is None if wanted is None else id_ in wanted
            if comes or holding.binned is None:
                there.add(id_)
            if key is not None and comes and is_in(holding) and _is_sure(key, keys):
                self._keys[id_] = key
        for one, other in sorted(pairs):
            if one in there and other in there:
                self._others.setdefault(one, []).append(other)
                self._others.setdefault(other, []).append(one)

    def told(self, holding: Holding) -> Entry:
        """Return an entry of the file, with the keys of its other versions there."""
        entry = holding.entry
        others = self._others.get(holding.id, ()) if holding.id is not None else ()
        keys = [self._keys[id_] for id_ in others if id_ in self._keys]
        if RELATED in entry.extra:  # a person's own word, or another program's, stays as it is
            keys = [key for key in keys if key in related_keys(entry)]
        self._lacking += len(keys) < len(others)
        return with_related(entry, keys) if keys and RELATED not in entry.extra else entry

    def report(self) -> tuple[tuple[str, int, str], ...]:
        """Return what the file does not hold of those that passed, as ``Losses.report``."""
        return (("versions", self._lacking, _WHY),) if self._lacking else ()


def _is_sure(key: Citekey, keys: Counter[str]) -> bool:
    """Tell whether an entry will have this key in a .bib file too; see ``refman.formats.tex``."""
    return not UNSAFE_IN_KEY.search(key) and keys[_in_file(key)] == 1


def _in_file(key: Citekey) -> str:
    """Return what a .bib file tells a key from others by."""
    return UNSAFE_IN_KEY.sub("-", key).casefold()
