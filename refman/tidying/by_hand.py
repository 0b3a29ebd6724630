"""A search by hand: what is asked in the place of what an entry says of itself."""

import msgspec

from refman.errors import EditError
from refman.model import Entry, Identifiers
from refman.normalise import parse_name, split_names
from refman.reading.identifier_tokens import find_tokens, why_none

__all__ = ["asked_by_hand"]


def asked_by_hand(entry: Entry, *, title: str, author: str, identifier: str) -> Entry:
    """Return what services are asked, and what their records are weighed against.

    Year, type and abstract are the entry's own; identifiers are asked by only where one is given,
    for those that the entry has may be another work's.

    Args:
        entry: what a record is looked for.
        title: as a person typed it; blank for the entry's own.
        author: one or several, likewise.
        identifier: a DOI, an arXiv number, an address, …; blank for none.

    Raises:
        EditError: that is no identifier, or there is nothing to ask by.
    """
    found = _identifiers(identifier.strip()) if identifier.strip() else Identifiers()
    people = tuple(map(parse_name, split_names(author)))
    asked = msgspec.structs.replace(
        entry,
        title=" ".join(title.split()) or entry.title,
        author=people or entry.author,
        identifiers=found,
    )
    if not asked.title and found == Identifiers():
        raise EditError("there is nothing to search by: give a title or a DOI", field="title")
    return asked


def _identifiers(text: str) -> Identifiers:
    named = next((token.named for token in find_tokens(text)), None)
    if named is None or named.identifiers == Identifiers():
        why = why_none(text) if named is None else "services cannot be asked by it"
        raise EditError(f'"{text}" is no identifier to search by: {why}', field="identifier")
    return named.identifiers
