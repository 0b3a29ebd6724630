"""``refman search``: entries by a query, the likeliest first; saved searches."""

from typing import Annotated

import typer

from refman.cli.library_options import Json, LibraryPath, Limit, SortName, Words

__all__ = ["search"]


def search(
    words: Words = None,
    *,
    sort: SortName = "relevance",
    limit: Limit = None,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count the results by status, type, year, tag, …")
    ] = False,
    save: Annotated[
        str | None,
        typer.Option(
            "--save",
            metavar="NAME",
            help="Keep the query; 'refman search @NAME' asks it again.",
            show_default=False,
        ),
    ] = None,
    forget: Annotated[
        str | None,
        typer.Option("--forget", metavar="NAME", help="Forget a saved search.", show_default=False),
    ] = None,
    library: LibraryPath = None,
    json: Json = False,
) -> int:
    """Find entries of the library; without a query, show the saved searches.

    Words are searched in titles, authors, venues, abstracts and notes; hits in titles come first.
    Words in double quotes, within the shell's own quotes, stand together; -word and NOT word are
    without it; OR joins. Fields: author: title: venue: abstract: notes: year:2023..2025 type:
    has:code no:doi status:review source:arxiv tag: collection: link:dead added:7d changed:
    exported: key: doi: arxiv: in:bin. @NAME is a saved search.
    """
    # Slow to import, and no other command needs it.
    from refman.cli import search_found
    from refman.cli.list_found import Choice

    choice = Choice(words=tuple(words or ()), library=library, sort=sort, limit=limit, json=json)
    if forget is not None:
        return search_found.forget(choice, forget)
    if save is not None:
        search_found.save(choice, save)
    elif not words:
        return search_found.list_saved(choice)
    return search_found.search_found(choice, facets=facets)
