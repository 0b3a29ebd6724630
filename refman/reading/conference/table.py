"""Tables whose head says in which column titles, authors and links are."""

import functools
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

import msgspec

from refman.model import Draft, Identifiers, Link, Span
from refman.normalise import fold_blanks, looks_like_names, parse_date, parse_doi, split_names
from refman.reading.conference.item import authors_in, link_of
from refman.reading.evidence import Candidate, believed
from refman.reading.labels import kinds_of_label
from refman.reading.mapped import Mapped
from refman.reading.markup import Element, Markup, fold_paragraphs
from refman.reading.own_links import identifiers_of_links, united
from refman.resources import read_table

__all__ = ["drafts_of_tables"]

_LONGEST_HEAD = 40
_LIKELY = 0.4
_FEWEST_WORDS = 3
_MARKS = " :*#"


class _Columns(NamedTuple):
    """Hold the place of each column that the head names; None where there is none."""

    places: Mapping[str, int]
    heads: tuple[str, ...]


def drafts_of_tables(page: Markup, base: str) -> Iterator[Draft]:
    """Yield the papers of all tables that have a column of titles; what shows none is let go."""
    for piece in believed(_candidates(page, base)):
        if isinstance(piece, Draft):
            yield piece


def _candidates(page: Markup, base: str) -> Iterator[Candidate]:
    for table in page.outermost("table"):
        columns: _Columns | None = None
        for row in page.outermost("tr", within=table):
            cells = [cell for cell in page.children(row) if cell.name in {"td", "th"}]
            if columns is None:
                columns = _columns_of([_said(page, cell) for cell in cells])
            elif (draft := _draft(page, row, cells, columns, base)) is not None:
                yield _candidate(draft, columns)


def _candidate(draft: Draft, columns: _Columns) -> Candidate:
    """Return a row's draft with what tells it from a row of functions, options or files."""
    has_own = bool(draft.authors) or draft.identifiers != Identifiers()
    if columns.heads[columns.places["title"]].strip(_MARKS).casefold() in _vague_titles():
        return Candidate(draft, has_own, is_kept=False)
    has_words = len((draft.title or "").split()) >= _FEWEST_WORDS
    return Candidate(draft, has_own or bool(draft.links) or has_words)


def _columns_of(heads: list[str]) -> _Columns | None:
    places: dict[str, int] = {}
    for place, head in enumerate(heads):
        key = head.strip(_MARKS).casefold()
        if len(key) > _LONGEST_HEAD:
            continue
        for column, names in _names().items():
            if key in names:
                places.setdefault(column, place)
    return _Columns(places, tuple(heads)) if "title" in places else None


def _draft(
    page: Markup, row: Element, cells: list[Element], columns: _Columns, base: str
) -> Draft | None:
    def cell(column: str) -> Element | None:
        place = columns.places.get(column)
        return cells[place] if place is not None and place < len(cells) else None

    named = cell("title")
    if named is None:
        return None
    lines = [fold_blanks(line) for line in page.text(named).text.split("\n") if line.strip()]
    if not lines or not any(map(str.isalpha, lines[0])):
        return None
    authors_cell, abstract_cell = cell("authors"), cell("abstract")
    authors = authors_in(page, authors_cell) if authors_cell is not None else ()
    if not authors and len(lines) > 1 and looks_like_names(lines[1]) > _LIKELY:
        authors = tuple(split_names(lines[1]))
    abstract = _trimmed(page, abstract_cell)
    told = fold_paragraphs(abstract.text) if abstract is not None else ""
    links = united(_links(page, cells, columns, base, abstract))
    identifiers = identifiers_of_links(links)
    doi_cell, date_cell, venue = cell("doi"), cell("date"), cell("venue")
    if doi_cell is not None and (doi := parse_doi(_said(page, doi_cell))) is not None:
        identifiers = msgspec.structs.replace(identifiers, doi=doi)
    return Draft(
        title=lines[0],
        abstract=told or None,
        authors=authors,
        issued=parse_date(_said(page, date_cell)) if date_cell is not None else None,
        identifiers=identifiers,
        links=links,
        span=_span(page, row),
        abstract_span=abstract.span() if abstract is not None and told else None,
        confidence=0.9 if authors or links else 0.7,
        reasons=tuple(_reasons(page, authors, venue, has_abstract=bool(told))),
    )


def _reasons(
    page: Markup, authors: tuple[str, ...], venue: Element | None, *, has_abstract: bool
) -> Iterator[str]:
    yield "row of a table with titles"
    if venue is not None and (said := _said(page, venue)):
        yield f"venue beside it: {said[:80]}"
    if not has_abstract:
        yield "no abstract"
    if not authors:
        yield "no authors"


def _links(
    page: Markup, cells: list[Element], columns: _Columns, base: str, abstract: Mapped | None
) -> Iterator[Link | None]:
    for place, cell in enumerate(cells):
        head = columns.heads[place] if place < len(columns.heads) else ""
        is_title = place == columns.places["title"]
        if place == columns.places.get("authors"):
            continue
        for number, anchor in enumerate(page.find("a", within=cell)):
            said = fold_blanks(page.text(anchor).text).strip("[]() ")
            label = None if kinds_of_label(said) or not kinds_of_label(head) else head
            yield link_of(page, anchor, base, label="paper" if is_title and not number else label)
    if abstract is not None:
        yield from abstract.links(page.source.text)


def _trimmed(page: Markup, cell: Element | None) -> Mapped | None:
    if cell is None:
        return None
    text = page.text(cell)
    start = len(text.text) - len(text.text.lstrip())
    return text.cut(start, len(text.text.rstrip()))


def _span(page: Markup, row: Element) -> Span:
    source = page.source.text
    return Span(
        row.span.start, row.span.start + len(source[row.span.start : row.span.end].rstrip())
    )


def _said(page: Markup, cell: Element) -> str:
    return fold_blanks(page.text(cell).text)


@functools.cache
def _names() -> dict[str, frozenset[str]]:
    rows = cast("Mapping[str, list[str]]", read_table("conference_pages.toml")["columns"])
    return {column: frozenset(names) for column, names in rows.items()}


@functools.cache
def _vague_titles() -> frozenset[str]:
    return frozenset(read_table("conference_pages.toml")["evidence"]["vague_titles"])
