"""Terms of a query, put into it and taken out again by clicks."""

import re
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache

from refman.errors import QueryError
from refman.library import parse_query
from refman.library.query_tree import AnyOf

__all__ = ["Mark", "Marks", "added"]

_PIECE = re.compile(r'-?\(*(?:[A-Za-z]+:)?"[^"]*+(?:""[^"]*+)*"?\*?\)*|\S+')
_QUOTED = re.compile(r'"[^"]*+"?')
_LONGEST = 4_000
"""No query is longer."""


class Mark(Enum):
    """Tell how a term stands in the query that is shown."""

    SHOWN = "shown"  # it is the query
    WITHIN = "within"
    LEFT_OUT = "left out"


class Marks:
    """Tell of many terms how they stand in one query."""

    def __init__(self, query: str) -> None:
        terms = _terms(query)
        self._whole = " ".join(terms)
        self._terms = frozenset(terms)

    def mark_of(self, term: str) -> Mark | None:
        """Return how a term stands in the query; None where it does not."""
        whole, grouped = _forms(term)
        if whole == self._whole:
            return Mark.SHOWN
        if grouped in self._terms:
            return Mark.WITHIN
        return Mark.LEFT_OUT if f"-{grouped}" in self._terms else None


def added(query: str, term: str, *, is_negated: bool = False) -> str:
    """Return a query with a term more; or without it, where it stands there already.

    Args:
        query: as it stands in the search box.
        term: a condition, or several of a saved search; empty for all papers.
        is_negated: what has the term is left out.
    """
    query = query.strip()
    if not term:
        return query
    if query.count('"') % 2:
        query += '"'
    one = _grouped(term)
    wanted, other = (f"-{one}", one) if is_negated else (one, f"-{one}")
    terms = _terms(query)
    if wanted in terms:
        return " ".join(each for each in terms if each != wanted)
    if other in terms:
        return " ".join(wanted if each == other else each for each in terms)
    return f"{f'({query})' if _is_either(query) else query} {wanted}".strip()


@lru_cache(maxsize=1 << 16)
def _forms(term: str) -> tuple[str, str]:
    """Return a term as it stands alone, and as it stands beside others; asked at each key."""
    return " ".join(_terms(term)), _grouped(term)


def _grouped(term: str) -> str:
    """Return what can stand beside others and behind a "-": several conditions in parentheses."""
    is_one = len(_terms(term)) == 1 and not term.startswith("-")
    return term if is_one else f"({term})"


def _is_either(query: str) -> bool:
    """Tell whether a query is of alternatives, so that nothing can stand beside it as it is."""
    try:
        return isinstance(parse_query(query, now=datetime.now(UTC)).where, AnyOf)
    except QueryError:
        return False


def _terms(query: str) -> list[str]:
    """Return the terms of a query; what stands in parentheses is one."""
    terms: list[str] = []
    depth = 0
    for piece in _PIECE.findall(query[:_LONGEST]):
        if depth > 0:
            terms[-1] += f" {piece}"
        else:
            terms.append(piece)
        bare = _QUOTED.sub("", piece)
        depth = max(0, depth + bare.count("(") - bare.count(")"))
    return terms
