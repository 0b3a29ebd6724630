"""The rows of ``resources/feed.toml``, ready for use."""

import functools
import re
from collections.abc import Mapping
from enum import Enum

import msgspec

from refman.resources import read_table

__all__ = ["FeedTable", "Gives", "ParagraphRule", "feed_table"]

TABLE = "feed.toml"


class Gives(Enum):
    """Name what a paragraph of a description tells."""

    AUTHORS = "authors"
    DATE = "date"
    NOTHING = "nothing"


class ParagraphRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Say what a paragraph is that is not the abstract.

    Attributes:
        pattern: matches the whole of it; its group, if it has one, holds what it gives.
        gives: what it tells.
    """

    pattern: str
    gives: Gives

    def match(self, text: str) -> re.Match[str] | None:
        """Return how a paragraph matches."""
        return re.fullmatch(self.pattern, text)


class FeedTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hold the whole table.

    Attributes:
        namespaces: the prefix by which the rows know a namespace, by its address.
        fields: names of elements by field; the first that there is counts.
        many: names of elements by field; all count.
        paragraph: what a description holds beside the abstract.
    """

    namespaces: Mapping[str, str]
    fields: Mapping[str, tuple[str, ...]]
    many: Mapping[str, tuple[str, ...]]
    paragraph: tuple[ParagraphRule, ...]


@functools.cache
def feed_table() -> FeedTable:
    """Return the table."""
    return msgspec.convert(read_table(TABLE), FeedTable)
