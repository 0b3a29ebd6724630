"""Saved searches: queries that a library keeps by a name."""

from datetime import datetime

from refman.errors import EditError
from refman.library import parse_query
from refman.library.reader import Reader
from refman.model import ChangeSet, Keep, KeptKind

__all__ = ["search_forgotten", "search_name", "search_renamed", "search_saved"]


def search_saved(library: Reader, name: str, query: str, *, now: datetime) -> ChangeSet:
    """Return the change that keeps a query by a name, in place of what that stood for.

    Raises:
        EditError: it is no name, or there is no query.
        QueryError: the query means nothing.
    """
    name, query = search_name(name), query.strip()
    if not query:
        raise EditError("there is no query to save", field="query")
    parse_query(query, now=now)
    before = library.kept(KeptKind.SEARCH).get(name)
    keep = Keep(kind=KeptKind.SEARCH, name=name, before=before, after=query)
    return ChangeSet(f"Save the search {name}", (keep,) if before != query else ())


def search_renamed(library: Reader, old: str, new: str) -> ChangeSet:
    """Return the change that gives a saved search another name.

    Raises:
        EditError: the old one is not there, the new one is, or is no name.
    """
    new, kept = search_name(new), library.kept(KeptKind.SEARCH)
    query = _query(kept, old)
    if new == old:
        return ChangeSet(f"Rename the search {old}", ())
    if new in kept:
        raise EditError(f"there is a saved search {new} already", field="name")
    return ChangeSet(
        f"Rename the search {old} to {new}",
        (
            Keep(kind=KeptKind.SEARCH, name=old, before=query),
            Keep(kind=KeptKind.SEARCH, name=new, after=query),
        ),
    )


def search_forgotten(library: Reader, name: str) -> ChangeSet:
    """Return the change that forgets a saved search.

    Raises:
        EditError: it is not there.
    """
    query = _query(library.kept(KeptKind.SEARCH), name)
    return ChangeSet(
        f"Forget the search {name}", (Keep(kind=KeptKind.SEARCH, name=name, before=query),)
    )


def search_name(text: str) -> str:
    """Return the name of a search; it is one word, for "@name" stands for it in a query.

    Raises:
        EditError: it is no name.
    """
    name = text.strip().removeprefix("@")
    if not name or not name.isprintable() or any(sign.isspace() for sign in name):
        raise EditError(f'"{text}" is no name for a search; take one word', field="name")
    return name


def _query(kept: dict[str, str], name: str) -> str:
    query = kept.get(name)
    if query is None:
        raise EditError(f"there is no saved search {name}", field="name")
    return query
