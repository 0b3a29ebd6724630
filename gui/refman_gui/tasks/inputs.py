"""Inputs of an import opened: files, texts that were pasted, pages of the web."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from refman.errors import InputError
from refman_gui.tasks import Reports

if TYPE_CHECKING:
    from refman.reading.document import Document
    from refman.reading.pdf.process import PdfProcess

__all__ = ["Documents", "Found", "Input"]

_MIB = 1 << 20


class Input(msgspec.Struct, frozen=True):
    """Name what is to be read.

    Attributes:
        path: of a file or a folder; the address of a page; empty for text that was pasted.
        source: what a person calls it; None for a file, whose path that is.
        kind: the reader that the user named; None for the one that fits best.
        copy: a file of refman's own that is read in its place: text as UTF-8, or a PDF; see
            ``refman.previewing.imports``.
        name: what it has in the folder of what is kept; None where it is new.
        head: of what was read before, how many characters were shown, and how many papers and
            stretches listed: as many as that come again.
        fetches: the copy holds addresses of the web, and a person wants those fetched that stand
            for no paper.
    """

    path: str
    source: str | None = None
    kind: str | None = None
    copy: str | None = None
    name: str | None = None
    head: tuple[int, int] | None = None
    fetches: bool = False


class Found(NamedTuple):
    """Name alone what can be read, so that it can be read again."""

    each: Input
    document: "Document"


class Documents:
    """Open inputs one after the other."""

    def __init__(
        self,
        inputs: tuple[Input, ...],
        copies: str | None,
        reports: Reports,
        refuse: Callable[[InputError, str | None], None],
    ) -> None:
        """Take what is to be opened.

        Args:
            inputs: in their order.
            copies: the folder that takes copies of them; None where none are made.
            reports: is told whom of the web is asked.
            refuse: is told of what cannot be opened, and the name it has among what is kept.
        """
        from refman.places import user_settings
        from refman.previewing import Copies

        self._inputs, self._reports, self._refuse = inputs, reports, refuse
        self._settings = user_settings()
        self._copies = Copies(Path(copies)) if copies is not None else None

    def __iter__(self) -> Iterator[Found]:
        """Yield what can be read."""
        from refman.reading.pdf.process import PdfProcess

        bounds = self._settings.reading
        with PdfProcess(seconds=bounds.pdf_seconds, memory_mb=bounds.pdf_memory_mb) as pdfs:
            for each in self._inputs:
                if each.fetches and each.copy is not None:
                    yield from self._named(each, pdfs)
                elif each.copy is not None:
                    yield from self._tried(each, partial(self._copied, each, pdfs))
                else:
                    for file in _files(each.path):
                        one = msgspec.structs.replace(each, path=str(file))
                        yield from self._tried(one, partial(self._opened, file, pdfs))

    def _tried(self, each: Input, open_: Callable[[], "Document"]) -> Iterator[Found]:
        """Yield what is opened, with a copy of it; nothing where that cannot be."""
        try:
            document = open_()
        except InputError as error:
            self._refuse(error, each.name)
            return
        if each.copy is None and self._copies is not None:
            is_only = each.source is not None  # there is no file of that name
            copy = self._copies.keep(document, is_only=is_only)
            each = msgspec.structs.replace(each, copy=str(copy) if copy is not None else None)
        yield Found(each, document)

    def _opened(self, file: Path | InputError, pdfs: "PdfProcess") -> "Document":
        from refman.reading.document import read_document

        if isinstance(file, InputError):
            raise file
        return read_document(file, limit_bytes=self._settings.reading.limit_mb * _MIB, pdfs=pdfs)

    def _copied(self, each: Input, pdfs: "PdfProcess") -> "Document":
        from refman.previewing.imports import PDF
        from refman.reading.document import Document

        path, source = Path(each.copy or ""), each.source or each.path
        if path.suffix == PDF:
            return msgspec.structs.replace(self._opened(path, pdfs), source=source)
        try:
            text = path.read_bytes().decode(errors="replace")
        except OSError as error:
            told = f"what was kept of {source} is not there any more; open it again"
            raise InputError(told, source=source) from error
        return Document(source=source, text=text)

    def _named(self, each: Input, pdfs: "PdfProcess") -> Iterator[Found]:
        """Yield the papers that addresses name, and the pages that they lead to."""
        from datetime import UTC, datetime

        from refman.online import Waits, fetch_page
        from refman.reading.addresses import is_page
        from refman.reading.document import Document

        addresses = list(dict.fromkeys(self._copied(each, pdfs).text.split()))
        pages = [address for address in addresses if is_page(address)]
        if papers := [address for address in addresses if address not in pages]:
            one = Input("", each.source or papers[0])
            document = Document(source=one.source or "", text="\n".join(papers))
            yield from self._tried(one, lambda: document)
        fetch = partial(
            fetch_page,
            settings=self._settings,
            now=datetime.now(UTC),
            pdfs=pdfs,
            cancel=self._reports.cancel,
            waiting=Waits(self._reports.say, {}),
            say=self._reports.say,
        )
        for address in pages:
            for found in self._tried(Input(address, address), partial(fetch, address)):
                shown = found.document.source  # the address without keys
                one = msgspec.structs.replace(found.each, path=shown, source=shown)
                yield Found(one, found.document)


def _files(name: str) -> Iterable[Path | InputError]:
    """Return the files that a name stands for."""
    from refman.reading.folder import files_in

    try:
        is_folder = Path(name).is_dir()
    except (OSError, ValueError):  # a name that is too long, or holds a NUL
        is_folder = False
    if "\0" in name:
        return (InputError("a name with a NUL in it is none of a file", source=name),)
    return files_in(Path(name)) if is_folder else (Path(name),)
