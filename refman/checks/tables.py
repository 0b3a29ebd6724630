"""The tables of the checks: ``resources/checks.toml``."""

import functools
from collections.abc import Mapping
from typing import Any

from refman.resources import read_table

__all__ = ["TABLE", "required_fields", "rows", "words"]

TABLE = "checks.toml"


@functools.cache
def _table() -> Mapping[str, Any]:
    return read_table(TABLE)


def rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of a table of rules."""
    return list(_table()[name])


@functools.cache
def words(name: str) -> frozenset[str]:
    """Return a list of words."""
    return frozenset(_table()["words"][name].split())


@functools.cache
def required_fields(type_: str) -> tuple[tuple[str, ...], ...]:
    """Return what an entry of a type must have: of each group of names, one."""
    groups: list[str] = _table()["required"].get(type_, [])
    return tuple(tuple(group.split()) for group in groups)
