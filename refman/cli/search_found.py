"""The work of ``refman search``: facets and saved searches."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
import typer

from refman.cli.list_found import Choice, print_results, results, sort_of
from refman.cli.opened import asked, now, opened, undoable
from refman.cli.output import write_json
from refman.cli.render import one_line, wrapped
from refman.cli.status import Status
from refman.editing.searches import search_forgotten, search_name, search_saved
from refman.errors import FormatError
from refman.library import FacetValue
from refman.library.facets import Facet
from refman.model import KeptKind

__all__ = ["forget", "list_saved", "save", "search_found"]

_INDENT = " " * 5


def search_found(choice: Choice, *, facets: bool) -> int:
    """Print what a query finds, and counts over all of it; return the status."""
    with opened(choice.library, reads=True) as library:
        found = results(library, choice)
        counts: Mapping[str, Sequence[FacetValue]] | None = None
        if facets:
            library.gather(found.query, sort=sort_of(choice.sort))
            counts = {facet.value: values for facet, values in library.facets().items() if values}
        status = print_results(library, found, choice, counts)
        if counts and not choice.json:
            for line in _facet_lines(counts):
                typer.echo(line)
        return status


def list_saved(choice: Choice) -> int:
    """Print the saved searches, and return the status."""
    with opened(choice.library, reads=True) as library:
        saved = library.kept(KeptKind.SEARCH)
    if choice.json:
        told = [{"name": name, "query": query} for name, query in saved.items()]
        write_json(msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n")
    elif not saved:
        typer.echo(
            "refman: no search is saved; 'refman search QUERY… --save NAME' does it", err=True
        )
    for name, query in saved.items() if not choice.json else ():
        typer.echo(f"@{one_line(name)}\t{one_line(query)}")
    return Status.DONE if saved else Status.NOTHING_FOUND


def save(choice: Choice, name: str) -> None:
    """Keep a query by a name.

    Raises:
        EditError: it is no name.
        FormatError: there is no query.
        QueryError: the query means nothing.
    """
    name = search_name(name)
    if not choice.words:
        raise FormatError("there is no query to save; 'refman search QUERY… --save NAME' saves one")
    with opened(choice.library) as library:
        query = asked(library, choice.words).text
        step = search_saved(library, name, query, now=now())
        if step.changes:
            library.apply(step.name, step.changes)
            typer.echo(undoable(f"saved the search @{name}"), err=True)


def forget(choice: Choice, name: str) -> int:
    """Forget a saved search, and return the status.

    Raises:
        EditError: there is none of that name.
    """
    name = name.removeprefix("@")
    with opened(choice.library) as library:
        step = search_forgotten(library, name)
        library.apply(step.name, step.changes)
    typer.echo(undoable(f"forgot the search @{one_line(name)}"), err=True)
    return Status.DONE


def _facet_lines(facets: Mapping[str, Sequence[FacetValue]]) -> Iterator[str]:
    for name, values in facets.items():
        said = ", ".join(f"{value.text} ({value.total:,})" for value in values)
        told = "first author" if name == Facet.AUTHOR.value else name
        yield from wrapped(f"{told}: {said}", "", _INDENT)
