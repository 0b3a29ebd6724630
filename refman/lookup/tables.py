"""The rows of ``resources/lookup.toml``."""

import functools
import re
from collections.abc import Mapping

import msgspec

from refman.resources import read_table

__all__ = ["TABLE", "Tables", "Weight", "tables"]

TABLE = "lookup.toml"


class Weight(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a field says of identity.

    Attributes:
        agrees: the share of the doubt that is left which a field that agrees takes away.
        differs: the share of the score that one which differs takes away.
    """

    agrees: float
    differs: float


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """Hold all rows, made ready for use.

    Attributes:
        weights: by field of the evidence.
        hidden: keys of what stands where an author is not told.
        label: finds what a title says a text is; the group that matches is named for it.
        unusual: kinds of work that a paper on a listing is not.
        published: kinds of work that were published.
        trust: sources, the best first, by the name of a list.
        list_of: field -> the name of the list that it goes by, where that is not "rest".
        of_publication: fields that belong to one publication.
        of_place: fields that a preprint does not have.
        proposed: fields that becoming the publication changes, in order.
        venues: name of a venue, its words parted by blanks -> the row that it stands in.
        venue_noise: words that do not tell one venue from another.
        apart_venues: words that tell a part of a conference from it.
    """

    weights: Mapping[str, Weight]
    hidden: frozenset[str]
    label: re.Pattern[str]
    unusual: frozenset[str]
    published: frozenset[str]
    trust: Mapping[str, Mapping[str, int]]
    list_of: Mapping[str, str]
    of_publication: frozenset[str]
    of_place: frozenset[str]
    proposed: tuple[str, ...]
    venues: Mapping[str, int]
    venue_noise: frozenset[str]
    apart_venues: frozenset[str]

    def rank(self, field: str, source: str) -> int:
        """Return how far a source is trusted for a field: 0 is most."""
        known = self.trust[self.list_of.get(field, field if field in self.trust else "rest")]
        return known.get(source, len(known))


@functools.cache
def tables() -> Tables:
    """Return the rows.

    Raises:
        ResourceError: the table is not there, or damaged.
    """
    table = read_table(TABLE)
    fields = table["fields"]
    return Tables(
        weights={name: Weight(**row) for name, row in table["weights"].items()},
        hidden=frozenset(table["names"]["hidden"]),
        label=_label(table["labels"]),
        unusual=frozenset(table["kinds"]["unusual"]),
        published=frozenset(table["kinds"]["published"]),
        trust={
            name: {source: place for place, source in enumerate(sources)}
            for name, sources in table["trust"].items()
        },
        list_of={field: name for name in ("venue", "pages") for field in fields[name]},
        of_publication=frozenset(fields["of_publication"]),
        of_place=frozenset(fields["of_place"]),
        proposed=tuple(fields["proposed"]),
        venues={name: number for number, row in enumerate(table["venues"]["same"]) for name in row},
        venue_noise=frozenset(table["venues"]["noise"]),
        apart_venues=frozenset(table["venues"]["apart"]),
    )


def _label(rows: Mapping[str, Mapping[str, list[str]]]) -> re.Pattern[str]:
    """Return a pattern for titles that begin as one row says, or end so."""
    starts = "|".join(f"(?P<{kind}>{'|'.join(row['start'])})" for kind, row in rows.items())
    ends = "|".join(f"(?P<{kind}_>{'|'.join(row['end'])})" for kind, row in rows.items())
    return re.compile(rf"^(?:{starts})|(?:{ends})")
