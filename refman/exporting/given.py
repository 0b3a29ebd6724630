"""Papers that were written into a file, noted in the library: what was given out, where and when.

Standard output is no place that anybody could go back to; what is written there is not noted.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from refman.errors import LibraryError
from refman.library import Library, Patience
from refman.library.exports import FILE, ZOTERO
from refman.model import EntryId, Export, Holding

__all__ = ["Given", "target_of", "told_target"]

_WAITED_S = 5.0
"""So long is waited for another program that writes: the file itself is there already."""


def target_of(path: Path) -> str:
    """Return the name by which a library knows a file."""
    return f"{FILE}{os.path.abspath(path)}"  # noqa: PTH100 - which Path.resolve is not: links stay


def told_target(target: str) -> str:
    """Return a target for people: the path of a file, "Zotero"."""
    if target.startswith(ZOTERO):
        return "Zotero"
    return target.removeprefix(FILE)


class Given:
    """Take note of papers while they pass on their way into a file.

    Attributes:
        at: when the first of them was read.
        ids: of those that have passed.
    """

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.ids: list[EntryId] = []

    def passing(self, holdings: Iterable[Holding]) -> Iterator[Holding]:
        """Yield papers as they come."""
        for holding in holdings:
            if holding.id is not None:
                self.ids.append(holding.id)
            yield holding

    def note(self, library: Library, path: Path) -> str | None:
        """Note in the library that they were written into a file.

        The file is there, whatever becomes of this: return why it was not noted, one line for
        people; None where it was.
        """
        try:
            self._note(library, target_of(path), self.ids)
        except LibraryError as error:
            return f"it was not noted that {path.name} has them: {error}"
        return None

    def note_news(self, library: Library, path: Path) -> None:
        """Note those that a file which is kept up to date did not have as they are now.

        All others were noted when they came in. Where the library cannot be written it is left to
        the next time.
        """
        target = target_of(path)
        news = library.not_exported(target, self.ids)
        if news:
            try:
                self._note(library, target, news)
            except LibraryError:
                return

    def _note(self, library: Library, target: str, ids: Collection[EntryId]) -> None:
        exports = (Export(id=id_, target=target, at=self.at) for id_ in ids)
        library.note_exports(target, exports, patience=Patience(_WAITED_S))
