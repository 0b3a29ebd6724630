"""Which source is asked when: the rows of ``resources/lookup_order.toml``."""

import functools
from collections.abc import Collection, Mapping, Sequence

import msgspec

from refman.model import ItemType
from refman.resources import read_table

__all__ = ["TABLE", "Order", "order"]

TABLE = "lookup_order.toml"

_OTHER = "other"


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Hold names of sources, in the order in which they are asked.

    Attributes:
        together: by identifiers, many papers a request.
        singly: by identifiers, one paper a request.
        titles: by title, by the type of the entry; "other" for a type that has no row.
        publication: by the DOI of its publication, once a preprint is known.
        preprint: by its arXiv number, once a record names it.
    """

    together: tuple[str, ...]
    singly: tuple[str, ...]
    titles: Mapping[str, tuple[str, ...]]
    publication: tuple[str, ...]
    preprint: tuple[str, ...]

    def led_by(self, names: Sequence[str]) -> "Order":
        """Return the order in which some sources are asked in theirs, before the others."""

        def led(row: tuple[str, ...]) -> tuple[str, ...]:
            first = [name for name in dict.fromkeys(names) if name in row]
            return (*first, *(name for name in row if name not in first))

        return Order(
            together=led(self.together),
            singly=led(self.singly),
            titles={kind: led(row) for kind, row in self.titles.items()},
            publication=led(self.publication),
            preprint=led(self.preprint),
        )

    def of_title(self, type_: ItemType, names: Collection[str]) -> list[str]:
        """Return which of some sources are asked by title for an entry of a type, in order."""
        row = self.titles.get(type_.value) or self.titles[_OTHER]
        return [*_chosen(row, names), *self._strangers(names)]

    def of_identifiers(self, names: Collection[str]) -> tuple[list[str], list[str]]:
        """Return which of some sources are asked together, and which singly, in order."""
        return (
            _chosen(self.together, names),
            [*_chosen(self.singly, names), *self._strangers(names)],
        )

    def _strangers(self, names: Collection[str]) -> list[str]:
        known = {*self.together, *self.singly}
        return sorted(name for name in names if name not in known)


def _chosen(row: tuple[str, ...], names: Collection[str]) -> list[str]:
    return [name for name in row if name in names]


@functools.cache
def order() -> Order:
    """Return the rows.

    Raises:
        ResourceError: the table is not there, or damaged.
    """
    table = read_table(TABLE)
    return Order(
        together=tuple(table["identifiers"]["together"]),
        singly=tuple(table["identifiers"]["singly"]),
        titles={kind: tuple(names) for kind, names in table["titles"].items()},
        publication=tuple(table["versions"]["publication"]),
        preprint=tuple(table["versions"]["preprint"]),
    )
