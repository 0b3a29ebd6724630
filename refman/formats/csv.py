"""A table for spreadsheets: one row an entry, one column a thing to sort or filter by.

Cells are UTF-8 text; several values in a cell are parted by "; ". A cell that a spreadsheet would
take for a formula gets an apostrophe before it, which spreadsheets hide.

Source: RFC 4180; OWASP, "CSV Injection".
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping

from refman.formats.addresses import address, state_remarks
from refman.formats.format import FEATURES, Format, Options, Profile
from refman.formats.plain import one_line, plain, verbatim_line
from refman.model import Entry, Link, LinkKind, Name
from refman.normalise import format_name

__all__ = ["CSV"]

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_OTHER_IDENTIFIERS = ("isbn", "pmid", "openreview", "dblp", "semantic_scholar", "openalex")

_Cell = Callable[[Entry], str]


def _line(field: str) -> _Cell:
    def cell(entry: Entry) -> str:
        value = getattr(entry, field)
        return one_line(value) if value else ""

    return cell


def _people(field: str) -> _Cell:
    def cell(entry: Entry) -> str:
        names: tuple[Name, ...] = getattr(entry, field)
        return "; ".join(one_line(format_name(name)) for name in names)

    return cell


def _links(*kinds: LinkKind) -> _Cell:
    def cell(entry: Entry) -> str:
        return "; ".join(
            f"{address(link.url)} ({said})" if (said := _said(link)) else address(link.url)
            for link in entry.links
            if link.kind in kinds
        )

    return cell


def _said(link: Link) -> str:
    return state_remarks(link).replace("; ", ", ")  # which parts the values of a cell


def _year(entry: Entry) -> str:
    return "" if entry.issued is None else str(entry.issued.year)


def _date(entry: Entry) -> str:
    return "" if entry.issued is None else str(entry.issued)


def _arxiv(entry: Entry) -> str:
    arxiv = entry.identifiers.arxiv
    return "" if arxiv is None else verbatim_line(arxiv.id)


def _arxiv_class(entry: Entry) -> str:
    arxiv = entry.identifiers.arxiv
    return "" if arxiv is None else verbatim_line(arxiv.primary_class or "")


def _other_identifiers(entry: Entry) -> str:
    return "; ".join(
        f"{name}:{verbatim_line(value)}"
        for name in _OTHER_IDENTIFIERS
        if (value := getattr(entry.identifiers, name))
    )


def _remarks(entry: Entry) -> str:
    return "\n\n".join(plain(text) for text in (entry.note, *entry.notes) if text)


_COLUMNS: Mapping[str, _Cell] = {
    "citekey": lambda entry: verbatim_line(entry.citekey or ""),
    "type": lambda entry: entry.type.value,
    "title": _line("title"),
    "authors": _people("author"),
    "editors": _people("editor"),
    "year": _year,
    "date": _date,
    "venue": _line("container_title"),
    "event": _line("event_title"),
    "publisher": _line("publisher"),
    "volume": _line("volume"),
    "issue": _line("issue"),
    "pages": _line("page"),
    "number": _line("number"),
    "abstract": lambda entry: plain(entry.abstract or ""),
    "doi": lambda entry: verbatim_line(entry.identifiers.doi or ""),
    "arxiv": _arxiv,
    "arxiv_class": _arxiv_class,
    "other_ids": _other_identifiers,
    "url": lambda entry: address(entry.url or ""),
    "code": _links(LinkKind.CODE),
    "project": _links(LinkKind.PROJECT),
    "dataset": _links(LinkKind.DATASET),
    "model": _links(LinkKind.MODEL),
    "demo": _links(LinkKind.DEMO),
    "video": _links(LinkKind.VIDEO),
    "other_links": _links(LinkKind.PAPER, LinkKind.OTHER),
    "keywords": lambda entry: "; ".join(one_line(keyword.text) for keyword in entry.keywords),
    "collections": lambda entry: "; ".join(map(one_line, entry.collections)),
    "notes": _remarks,
    "status": lambda entry: entry.status.value,
}
"""Header -> what stands below it."""

_HELD = frozenset(
    {
        "title",
        "author",
        "editor",
        "issued",
        "abstract",
        "container_title",
        "event_title",
        "publisher",
        "volume",
        "issue",
        "page",
        "number",
        "url",
        "note",
        "links",
        "links.title",
        "links.promised",
        "links.state",
        "links.checked",
        "links.archived",
        "keywords",
        "notes",
        "collections",
        "citekey",
        "identifiers",
        "arxiv.primary_class",
        "status",
    }
)
_LOST = {feature: "the table has no column for it" for feature in FEATURES if feature not in _HELD}


class _Line:
    """Stand for a file, and hand back what csv.writer writes."""

    def write(self, text: str) -> str:
        """Return the line."""
        return text


class _Csv:
    """Write CSV."""

    name = "csv"
    label = "CSV"
    suffixes: tuple[str, ...] = (".csv",)
    profiles: tuple[Profile, ...] = ()

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what has no column."""
        return _LOST

    def dump(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield the header, then a row an entry, in their order."""
        write_row = csv.writer(_Line()).writerow  # which returns what write returned
        yield write_row(_COLUMNS)
        cells = tuple(_COLUMNS.values())
        for entry in entries:
            yield write_row([_guarded(cell(entry)) for cell in cells])


CSV: Format = _Csv()


def _guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell
