"""``refman list``: what is in the library."""

from refman.cli.library_options import Json, LibraryPath, Limit, SortName, Words

__all__ = ["list_entries"]


def list_entries(
    words: Words = None,
    *,
    sort: SortName = "-added",
    limit: Limit = None,
    library: LibraryPath = None,
    json: Json = False,
) -> int:
    """List the entries of the library, or those that a query finds; the newest come first.

    A terminal shows a table, and no more than 50; a pipe gets all, a line each, fields parted by
    tabs: citekey, year, authors, review state, links, title.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.list_found import Choice, list_found

    return list_found(
        Choice(words=tuple(words or ()), library=library, sort=sort, limit=limit, json=json)
    )
