"""Sections of the tables on links, and hosts looked up in their rows."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from refman.errors import ResourceError
from refman.resources import read_table

__all__ = ["Hosts", "section"]

_Rows = TypeVar("_Rows")


@functools.cache
def _table(name: str) -> Mapping[str, Any]:
    return read_table(name)


def section(table: str, name: str, rows: type[_Rows]) -> _Rows:
    """Return a section of a table as records.

    Raises:
        ResourceError: it is not there, or not made so.
    """
    try:
        return msgspec.convert(_table(table)[name], rows)
    except (KeyError, msgspec.ValidationError) as error:
        raise ResourceError(
            f"refman's own file {table} is damaged in [{name}]: {error}", resource=table
        ) from error


class Hosts:
    """Find the rows that speak of a host, by their places in the table."""

    def __init__(self, rows: Iterable[tuple[str, ...]]) -> None:
        """Take the hosts of each row, in the order of the rows."""
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, hosts in enumerate(rows):
            for host in hosts:
                self._places[host].append(place)

    def naming(self, host: str) -> list[int]:
        """Return the places of the rows that name a host in any way but ``*``."""
        labels = host.split(".")
        endings = (f"*.{'.'.join(labels[first:])}" for first in range(1, len(labels)))
        keys = (host, f"{labels[0]}.*", *endings)
        return [place for key in keys for place in self._places.get(key, ())]

    def fitting(self, host: str) -> list[int]:
        """Return the places of all rows that fit a host, in order."""
        return sorted({*self.naming(host), *self._places.get("*", ())})
