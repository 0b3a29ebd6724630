"""The work of ``refman list``, and what it shares with ``refman search``."""

import sys
from collections.abc import Iterator, Mapping, Sequence

import msgspec
import typer

from refman.cli.list_render import FoundHead, found_json, plain_line, table
from refman.cli.opened import asked, opened
from refman.cli.output import standard_output, write_json
from refman.cli.render import counted, one_line
from refman.cli.status import Status
from refman.errors import FormatError
from refman.library import FacetValue, Library, Query, Sort, SortBy
from refman.model import EntryId

__all__ = ["Choice", "Results", "list_found", "print_results", "results", "sort_of"]

_ALL = 1 << 40
_ON_TERMINAL = 50


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose; see the options of the commands.

    Attributes:
        words: of the query.
        library: its file.
        sort: what results are sorted by, with "-" in front the other way round.
        limit: so many are shown; 0 means all, None what fits the place.
        json: print JSON.
    """

    words: tuple[str, ...]
    library: str | None
    sort: str
    limit: int | None
    json: bool


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a query found.

    Attributes:
        query: as it was asked.
        total: of all that it finds.
        ids: of those that are shown.
        in_pieces: no entry has the words; these have them as pieces of words.
    """

    query: Query
    total: int
    ids: Sequence[EntryId]
    in_pieces: bool


def list_found(choice: Choice) -> int:
    """Print what a query finds, or all there is, and return the status."""
    with opened(choice.library, reads=True) as library:
        return print_results(library, results(library, choice), choice)


def sort_of(name: str) -> Sort:
    """Return what results are sorted by.

    Raises:
        FormatError: it is none of those that there are.
    """
    by = name.removeprefix("-").casefold()
    known = [each.value for each in SortBy]
    if by not in known:
        raise FormatError(f"nothing is sorted by {by!r}; there are {', '.join(known)}")
    return Sort(SortBy(by), is_descending=name.startswith("-"))


def results(library: Library, choice: Choice) -> Results:
    """Return what a query finds.

    Raises:
        QueryError: it means nothing.
        FormatError: there is no such order.
    """
    sort = sort_of(choice.sort)
    for word in choice.words:
        if word.startswith("--"):
            raise FormatError(f"there is no option {one_line(word)}; --help shows those there are")
    query = asked(library, choice.words)
    limit = _limit(choice)
    found = library.search(query, sort=sort, limit=limit)
    total = len(found.ids) if len(found.ids) < limit else library.count(query)
    return Results(query=query, total=total, ids=found.ids, in_pieces=found.in_pieces)


def print_results(
    library: Library,
    found: Results,
    choice: Choice,
    facets: Mapping[str, Sequence[FacetValue]] | None = None,
) -> int:
    """Print what was found as JSON, a table, or lines for a pipe; return the status."""
    holdings = library.holdings(found.ids)
    if choice.json:
        head = FoundHead(query=found.query.text, total=found.total, in_pieces=found.in_pieces)
        for piece in found_json(head, holdings, facets, library.exported(found.ids)):
            write_json(piece)
        return Status.DONE if found.ids else Status.NOTHING_FOUND
    if not found.ids:
        asked_for = one_line(found.query.text)
        said = f"nothing is {asked_for}" if asked_for else "nothing is in it"
        typer.echo(f"refman: {one_line(str(library.path))}: {said}", err=True)
        return Status.NOTHING_FOUND
    if found.in_pieces:
        typer.echo("no entry has these words; pieces of words in titles and authors:", err=True)
    if sys.stdout.isatty():
        table(holdings)
    else:
        for holding in holdings:
            standard_output().write(plain_line(holding).encode(errors="replace"))
    for line in _rest(found):
        typer.echo(line, err=True)
    return Status.DONE


def _rest(found: Results) -> Iterator[str]:
    if (more := found.total - len(found.ids)) > 0:
        yield f"{counted(more, 'more entry', 'more entries')}: --limit 0 shows all"


def _limit(choice: Choice) -> int:
    if choice.limit is not None:
        return choice.limit or _ALL
    return _ON_TERMINAL if sys.stdout.isatty() and not choice.json else _ALL
