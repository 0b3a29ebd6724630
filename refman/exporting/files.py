"""Papers of a library written as a file, once or kept up to date."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

from refman.errors import FormatError, OutputError
from refman.exporting.given import Given
from refman.exporting.versions import Versions
from refman.exporting.wanted import Exported, Fate, Form, Kept, Wanted
from refman.formats.format import Format, Options
from refman.formats.saving import check_target, save, save_again
from refman.library import Library, parse_query
from refman.library.reader import Reader
from refman.model import Entry
from refman.pipeline import export
from refman.plugins import load_formats
from refman.progress import SILENT, Progress

__all__ = ["Counted", "Papers", "export_to", "preview", "rewrite"]

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


class Papers:
    """Take the papers that are wanted out of a library, in the order in which they came in.

    Attributes:
        total: how many come into question; None if that is not known.
        entries: to be taken once; each names its other versions in the file.
        versions: what counts those that it cannot name, while the entries are taken.
        given: those that were taken.
    """

    def __init__(self, library: Reader, wanted: Wanted, *, now: datetime) -> None:
        """Ask the library.

        Raises:
            QueryError: the query means nothing.
        """
        ids = wanted.ids
        if ids is None and wanted.query.strip():
            ids = library.search(parse_query(wanted.query, now=now), limit=_ALL).ids
        self.total = None if ids is None else len(ids)
        holdings = library.all() if ids is None else library.holdings(sorted(ids))
        self.versions = Versions(library, ids, wanted.has)
        self.given = Given(now)
        taken = self.given.passing(one for one in holdings if wanted.has(one))
        self.entries = map(self.versions.told, taken)


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
    papers = Papers(library, wanted, now=now)
    counted = Counted(islice(papers.entries, most), SILENT, None)
    pieces, losses = export(counted, _format(form), _options(form, protected_words))
    text = "".join(pieces)
    lost = (*losses.report(), *papers.versions.report())
    return text, Exported(papers=counted.papers, links=counted.links, losses=lost)


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

    A library that may be written takes note of it.

    Raises:
        FormatError: there is no such format.
        OutputError: the file is there and may not be replaced, or cannot be written.
    """
    check_target(target, replace=replace)
    papers = Papers(library, wanted, now=now)
    counted = Counted(papers.entries, progress, papers.total)
    pieces, losses = export(counted, _format(form), _options(form, protected_words))
    digest = hashlib.sha256()

    def digested() -> Iterator[str]:
        for piece in pieces:
            digest.update(piece.encode())
            yield piece

    backup = save(target, digested(), replace=replace)
    unnoted = papers.given.note(library, target) if isinstance(library, Library) else None
    return Exported(
        papers=counted.papers,
        links=counted.links,
        losses=(*losses.report(), *papers.versions.report()),
        backup=str(backup) if backup is not None else None,
        digest=digest.hexdigest(),
        unnoted=unnoted,
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

    A library that may be written takes note of what is new there.

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
    papers = Papers(library, kept.wanted, now=now)
    counted = Counted(papers.entries, progress, papers.total)
    pieces, _ = export(counted, _format(kept.form), _options(kept.form, protected_words))
    data = "".join(pieces).encode()
    new = hashlib.sha256(data).hexdigest()
    there = _read(path)
    found = None if there is None else hashlib.sha256(there).hexdigest()
    if found not in (None, new, digest):
        return Fate.CHANGED, found or ""
    if found != new:
        save_again(path, data, known=there)
    if isinstance(library, Library):
        papers.given.note_news(library, path)
    return Fate.SAME if found == new else Fate.WRITTEN, new


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise OutputError(
            f"{path} cannot be read: {error.strerror or error}", target=str(path)
        ) from error
