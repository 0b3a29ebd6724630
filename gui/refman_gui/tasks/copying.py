"""Papers of a library as a text for the clipboard."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

import msgspec

from refman.citing import Cited, cite_command
from refman.formats.bibtex import BIBTEX
from refman.formats.format import Options
from refman.formats.markdown import MARKDOWN
from refman.model import Entry, EntryId
from refman_gui.tasks import Reports, Task

__all__ = ["COPYING", "Copy", "Request", "Result", "copy_of", "copy_of_cited"]

_PART = 50


class Copy(Enum):
    """Name what papers are copied as."""

    CITATION = "citation"
    CITE = "cite"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"


class Request(msgspec.Struct, frozen=True):
    """Ask for papers of a library, in their order.

    Attributes:
        style: in which citations are.
        protected_words: as an export has them.
    """

    library: str
    ids: tuple[EntryId, ...]
    what: Copy
    style: str = ""
    protected_words: frozenset[str] = frozenset()


class Result(msgspec.Struct, frozen=True):
    """Hold what is to lie on the clipboard: plain, and as HTML where it has any."""

    text: str
    markup: str = ""


COPYING = Task(__name__, Request, type(None), Result)


def run(request: Request, reports: Reports) -> Result:
    """Make the text."""
    from refman.citing import cited
    from refman.library import open_library

    path = Path(request.library)
    with open_library(path, now=lambda: datetime.now(UTC), read_only=True) as library:
        entries = [holding.entry for holding in library.holdings(request.ids)]
    if request.what is not Copy.CITATION:
        return copy_of(request.what, entries, request.protected_words)
    found: list[Cited] = []
    for start in range(0, len(entries), _PART):
        reports.progress.report(start, len(entries))
        found += cited(entries[start : start + _PART], request.style, first_number=start + 1)
    return copy_of_cited(found)


def copy_of(what: Copy, entries: Iterable[Entry], protected_words: frozenset[str]) -> Result:
    """Return entries as anything but citations."""
    if what is Copy.CITE:
        return Result(cite_command(entries))
    format_ = BIBTEX if what is Copy.BIBTEX else MARKDOWN
    return Result("".join(format_.dump(entries, Options(protected_words=protected_words))))


def copy_of_cited(found: Sequence[Cited]) -> Result:
    """Return references, one a line."""
    return Result(
        "\n".join(one.text for one in found), "".join(f"<p>{one.markup}</p>" for one in found)
    )
