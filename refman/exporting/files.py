"""Papers of a library written as a file, once or kept up to date."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

from refman.errors import FormatError, OutputError
from refman.exporting.wanted import Exported, Fate, Form, Kept, Wanted
from refman.formats.format import Format, Options
from refman.formats.saving import check_target, save, save_again
from refman.library import Library, parse_query
from refman.library.reader import Reader
from refman.model import Entry, Holding, Status
from refman.pipeline import export
from refman.plugins import load_formats
from refman.progress import SILENT, Progress

__all__ = ["Counted", "export_to", "preview", "rewrite", "wanted_entries"]

_ALL = 1 << 40
_STEP = 200


class Counted:
    """Count entries and their links while they pass.

    Attributes:
        papers, links: how many have passed.
    """

    def __init__(self, entries: Iterable[Entry], progress: Progress, total: int | None) -> None:
        self._entries, self._progress, self._total = entries, progress, total
        self.papers = self.links = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.papers += 1
            self.links += len(entry.links)
            if self.papers % _STEP == 0:
                self._progress.report(self.papers, self._total)
            yield entry


def wanted_entries(
    library: Reader, wanted: Wanted, *, now: datetime
) -> tuple[Iterator[Entry], int | None]:
    """Return the papers in the order in which they came in, and how many; None if not known.

    Raises:
        QueryError: the query means nothing.
    """
    if wanted.ids is not None:
        return _entries(library.holdings(sorted(wanted.ids)), wanted), len(wanted.ids)
    if not wanted.query.strip():
        return _entries(library.all(), wanted), None
    ids = library.search(parse_query(wanted.query, now=now), limit=_ALL).ids
    return _entries(library.holdings(sorted(ids)), wanted), len(ids)


def _entries(holdings: Iterable[Holding], wanted: Wanted) -> Iterator[Entry]:
    for holding in holdings:
        if not wanted.accepted or holding.entry.status is Status.ACCEPTED:
            yield holding.entry


def _format(form: Form) -> Format:
    formats = load_formats()
    if form.format not in formats:
        raise FormatError(f"there is no format {form.format}; there are {', '.join(formats)}")
    return formats[form.format]


def _options(form: Form, protected_words: Iterable[str]) -> Options:
    return Options(
        profile=form.profile,
        zotero_links=form.zotero_links,
        protected_words=frozenset(protected_words),
    )


def preview(
    library: Reader,
    form: Form,
    wanted: Wanted,
    *,
    now: datetime,
    most: int = 20,
    protected_words: Iterable[str] = (),
) -> tuple[str, Exported]:
    """Return the first of what would be written, and what it would not hold of these."""
    entries, _ = wanted_entries(library, wanted, now=now)
    counted = Counted(islice(entries, most), SILENT, None)
    pieces, losses = export(counted, _format(form), _options(form, protected_words))
    text = "".join(pieces)
    return text, Exported(papers=counted.papers, links=counted.links, losses=tuple(losses.report()))


def export_to(
    library: Reader,
    target: Path,
    form: Form,
    wanted: Wanted,
    *,
    now: datetime,
    replace: bool = False,
    protected_words: Iterable[str] = (),
    progress: Progress = SILENT,
) -> Exported:
    """Write papers to a file; a backup is kept of what is replaced.

    Raises:
        FormatError: there is no such format.
        OutputError: the file is there and may not be replaced, or cannot be written.
    """
    check_target(target, replace=replace)
    entries, total = wanted_entries(library, wanted, now=now)
    counted = Counted(entries, progress, total)
    pieces, losses = export(counted, _format(form), _options(form, protected_words))
    digest = hashlib.sha256()

    def digested() -> Iterator[str]:
        for piece in pieces:
            digest.update(piece.encode())
            yield piece

    backup = save(target, digested(), replace=replace)
    return Exported(
        papers=counted.papers,
        links=counted.links,
        losses=tuple(losses.report()),
        backup=str(backup) if backup is not None else None,
        digest=digest.hexdigest(),
    )


def rewrite(
    library: Library | Reader,
    kept: Kept,
    *,
    digest: str | None,
    now: datetime,
    protected_words: Iterable[str] = (),
    progress: Progress = SILENT,
) -> tuple[Fate, str]:
    """Bring a file up to date; return what became of it, and the digest of what it holds now.

    Args:
        library: whose papers.
        kept: the file.
        digest: of what we wrote there last; None where we never did.
        now: for queries that ask for times.
        protected_words: as with an export.
        progress: is told papers.

    Raises:
        OutputError: it cannot be written.
    """
    path = Path(kept.path)
    entries, total = wanted_entries(library, kept.wanted, now=now)
    pieces, _ = export(
        Counted(entries, progress, total), _format(kept.form), _options(kept.form, protected_words)
    )
    data = "".join(pieces).encode()
    new = hashlib.sha256(data).hexdigest()
    there = _read(path)
    found = None if there is None else hashlib.sha256(there).hexdigest()
    if found == new:
        return Fate.SAME, new
    if there is not None and found != digest:
        return Fate.CHANGED, found or ""
    save_again(path, data, known=there)
    return Fate.WRITTEN, new


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise OutputError(
            f"{path} cannot be read: {error.strerror or error}", target=str(path)
        ) from error
