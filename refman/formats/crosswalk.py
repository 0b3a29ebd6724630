"""What records are called in each format: the rows of ``resources/crosswalk.toml``."""

import functools
from collections.abc import Mapping
from typing import cast

import msgspec

from refman.errors import ResourceError
from refman.model import ItemType, LinkKind
from refman.resources import read_table

__all__ = ["CROSSWALK", "LinkNames", "link_names", "rows", "type_name"]

CROSSWALK = "crosswalk.toml"


class LinkNames(msgspec.Struct, frozen=True):
    """Hold the names of one kind of link.

    Attributes:
        label: for people, and for the title of a Zotero attachment.
        extra: a label that is safe in Zotero's Extra field.
        field: in BibTeX and BibLaTeX.
    """

    label: str
    extra: str
    field: str


@functools.cache
def rows(section: str) -> Mapping[str, Mapping[str, str]]:
    """Return a section's rows: name -> column -> value.

    Raises:
        ResourceError: there is no such section.
    """
    table = read_table(CROSSWALK)
    if section not in table:
        raise ResourceError(f"refman's own file {CROSSWALK} lacks [{section}]", resource=CROSSWALK)
    return cast("Mapping[str, Mapping[str, str]]", table[section])


@functools.cache
def type_name(item_type: ItemType, *columns: str) -> str:
    """Return the name of an item type in the first of these columns that its row has."""
    row = rows("types")[item_type.value]
    return next(row[column] for column in columns if column in row)


@functools.cache
def link_names(kind: LinkKind) -> LinkNames:
    """Return the names of a kind of link."""
    return msgspec.convert(rows("links")[kind.value], LinkNames)
