"""What records are called in each format: the rows of ``resources/crosswalk.toml``."""

import functools
import re
import tomllib
from collections.abc import Mapping
from typing import cast

import msgspec

from refman.errors import ResourceError
from refman.model import ItemType, LinkKind
from refman.resources import read_text

__all__ = ["CROSSWALK", "LinkNames", "link_names", "rows", "type_name"]

CROSSWALK = "crosswalk.toml"
_HEADING = re.compile(r"^\[(\w+)", re.MULTILINE)


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
    if section not in _sections():
        raise ResourceError(f"refman's own file {CROSSWALK} lacks [{section}]", resource=CROSSWALK)
    try:
        table = tomllib.loads("".join(_sections()[section]))
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(
            f"refman's own file {CROSSWALK} is damaged in [{section}]: {error}", resource=CROSSWALK
        ) from error
    return cast("Mapping[str, Mapping[str, str]]", table[section])


@functools.cache
def _sections() -> Mapping[str, list[str]]:
    """Return the file's parts by section: all of it takes long to read, and few are asked for."""
    text = read_text(CROSSWALK)
    headings = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    parts: dict[str, list[str]] = {}
    for heading, end in zip(headings, ends, strict=True):
        parts.setdefault(heading[1], []).append(text[heading.start() : end])
    return parts


@functools.cache
def type_name(item_type: ItemType, *columns: str) -> str:
    """Return the name of an item type in the first of these columns that its row has."""
    row = rows("types")[item_type.value]
    return next(row[column] for column in columns if column in row)


@functools.cache
def link_names(kind: LinkKind) -> LinkNames:
    """Return the names of a kind of link."""
    return msgspec.convert(rows("links")[kind.value], LinkNames)
