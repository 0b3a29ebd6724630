"""The data's way, step by step: listing -> drafts -> links -> entries -> keys -> file.

The command line and the window both take this path. Each step takes and returns data, and each can
be left out.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from refman.citekeys import Pattern, assign_citekeys
from refman.errors import InputError
from refman.formats.format import Format, Losses, Options
from refman.links import links_in, url_key
from refman.model import (
    Draft,
    Entry,
    Identifiers,
    ItemType,
    LeftOver,
    Link,
    LinkKind,
    Listing,
    Provenance,
    Record,
    Span,
)
from refman.normalise import (
    clean_text,
    coined_name,
    decode_latex,
    format_name,
    normalise_title,
    parse_name,
)
from refman.normalise.identifiers import with_arxiv_doi
from refman.progress import SILENT, Progress
from refman.reading.detect import choose_reader
from refman.reading.document import Document
from refman.reading.reader import Piece, Reader

__all__ = ["Reading", "draft_of", "entry_of", "export", "keyed", "read", "read_whole", "with_links"]

_STEP = 200
"""After how many drafts progress is told."""


class Reading(msgspec.Struct, frozen=True):
    """Hold what reading a document gives, while it is being read.

    Attributes:
        source: the document's name.
        kind: the reader that reads it.
        pieces: drafts, with their links, records and left-overs in the order of the text; to be
            taken once.
    """

    source: str
    kind: str
    pieces: Iterator[Piece]


def read(
    document: Document,
    readers: Mapping[str, Reader],
    *,
    kind: str | None = None,
    progress: Progress = SILENT,
) -> Reading:
    """Read a document by the reader that fits best.

    Args:
        document: what to read.
        readers: those to choose from, by kind.
        kind: the one that the user named, or None.
        progress: is told characters.

    Raises:
        FormatError: there is no such kind.
    """
    reader = choose_reader(document, readers, kind=kind)
    return Reading(document.source, reader.kind, _linked(document, reader, progress))


def _linked(document: Document, reader: Reader, progress: Progress) -> Iterator[Piece]:
    length = len(document.text)
    drafts = 0
    for piece in _read_on(document, reader):
        if isinstance(piece, LeftOver):
            yield piece
            continue
        drafts += 1
        if drafts % _STEP == 0:
            progress.report(piece.span.end, length)
        if isinstance(piece, Draft) and reader.links_in_text:
            piece = with_links(piece, document.text)  # noqa: PLW2901 - the same, but richer
        yield piece
    progress.report(length, length)


def _read_on(document: Document, reader: Reader) -> Iterator[Piece]:
    """Yield what a reader gives; where it has to stop, the rest is left over and says why."""
    done = 0
    try:
        for piece in reader.read(document):
            done = max(done, piece.span.end)
            yield piece
    except InputError as error:
        text = document.text
        yield LeftOver(Span(done, len(text)), text[done:], str(error), is_fault=True)


def with_links(draft: Draft, text: str) -> Draft:
    """Return a draft with the links that stand in its span; as it is where there are none."""
    found = links_in(text, draft.span)
    if not found:
        return draft
    return msgspec.structs.replace(draft, links=tuple(_as_own_page(link, draft) for link in found))


def _as_own_page(link: Link, draft: Draft) -> Link:
    """Take the page's words round a paper's own address for what they are: no evidence."""
    if link.kind is LinkKind.PAPER and not _is_mention(link, draft):
        return msgspec.structs.replace(link, evidence=None)
    return link


def read_whole(
    document: Document,
    readers: Mapping[str, Reader],
    *,
    kind: str | None = None,
    progress: Progress = SILENT,
) -> Listing:
    """Read a document to its end, records as drafts; see read."""
    reading = read(document, readers, kind=kind, progress=progress)
    pieces = list(reading.pieces)
    return Listing(
        source=reading.source,
        kind=reading.kind,
        drafts=tuple(draft_of(piece) for piece in pieces if not isinstance(piece, LeftOver)),
        left_over=tuple(piece for piece in pieces if isinstance(piece, LeftOver)),
    )


def entry_of(piece: Draft | Record, *, source: str) -> Entry:
    """Return the entry that a draft or a record gives.

    Of a draft it has the texts in their normal form, and no key; a paper of which no venue is known
    is a preprint. A record brings its entry; links that only its abstract names are added.

    Args:
        piece: as read, a draft with its links.
        source: the name of the listing or file, for the provenance.
    """
    if isinstance(piece, Record):
        return _with_named_links(piece)
    return _entry_of_draft(piece, source)


def draft_of(piece: Draft | Record) -> Draft:
    """Return a record as it would look on a listing; a draft as it is."""
    if isinstance(piece, Draft):
        return piece
    entry = _with_named_links(piece)
    scores = (found.score for found in entry.provenance.values() if found.score is not None)
    return Draft(
        title=entry.title,
        abstract=entry.abstract,
        authors=tuple(map(format_name, entry.author)),
        issued=entry.issued,
        identifiers=entry.identifiers,
        links=entry.links,
        span=piece.span,
        confidence=min(scores, default=1.0),
        reasons=tuple(problem.why for problem in piece.problems) or ("a whole reference",),
    )


def _with_named_links(record: Record) -> Entry:
    """Add the links that stand in a record's abstract and nowhere else in it.

    They stand in the record, so its span is theirs.
    """
    entry = record.entry
    if not entry.abstract or ("http" not in entry.abstract and "." not in entry.abstract):
        return entry
    found = links_in(entry.abstract, Span(0, len(entry.abstract)))
    if not found:
        return entry
    known = {url_key(link.url) for link in entry.links}
    if entry.url:
        known.add(url_key(entry.url))
    new = [
        msgspec.structs.replace(link, span=record.span)
        for link in found
        if link.kind is not LinkKind.PAPER and url_key(link.url) not in known
    ]
    return msgspec.structs.replace(entry, links=(*entry.links, *new)) if new else entry


def _entry_of_draft(draft: Draft, source: str) -> Entry:
    title = normalise_title(draft.title) if draft.title else None
    abstract = decode_latex(clean_text(draft.abstract)) if draft.abstract else None
    found = Provenance(
        source=source, span=(draft.span.start, draft.span.end), score=draft.confidence
    )
    identifiers = with_arxiv_doi(draft.identifiers)
    entry = Entry(
        type=ItemType.ARTICLE,
        title=title,
        title_short=coined_name(title) if title else None,
        author=tuple(map(parse_name, draft.authors)),
        issued=draft.issued,
        abstract=abstract,
        identifiers=identifiers,
        url=_own_page(draft, identifiers),
        links=draft.links,
    )
    known = ("title", "author", "issued", "abstract", "identifiers", "url", "links")
    return msgspec.structs.replace(
        entry,
        provenance={
            field: found
            for field in known
            if getattr(entry, field) not in (None, (), Identifiers())
        },
    )


def _own_page(draft: Draft, identifiers: Identifiers) -> str | None:
    """Return where the paper itself is; a paper named inside an abstract is another one."""
    if identifiers.arxiv is not None:
        return identifiers.arxiv.url
    own = (
        link for link in draft.links if link.kind is LinkKind.PAPER and not _is_mention(link, draft)
    )
    if (page := next(own, None)) is not None:
        return page.url
    return f"https://doi.org/{identifiers.doi}" if identifiers.doi is not None else None


def _is_mention(link: Link, draft: Draft) -> bool:
    abstract = draft.abstract_span
    return abstract is not None and abstract.start <= link.span.start < abstract.end


def keyed(entries: Iterable[Entry], pattern: Pattern) -> list[Entry]:
    """Return the entries with their citekeys; all must be known before one can be given."""
    return assign_citekeys(list(entries), pattern)


def export(
    entries: Iterable[Entry], format_: Format, options: Options
) -> tuple[Iterator[str], Losses]:
    """Return the file's text in pieces, and what counts the losses while they are taken."""
    losses = Losses(format_.losses(options))
    return format_.dump(losses.watch(entries), options), losses
