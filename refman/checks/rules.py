"""All rules: their rows in ``resources/checks.toml``, and the functions that ask them."""

import functools
from collections.abc import Callable, Iterator, Mapping

import msgspec

from refman.checks import identifiers, people, signs, titles, values, web, zotero
from refman.checks.finding import Found, Severity
from refman.checks.subject import Context, Subject
from refman.checks.tables import rows

__all__ = ["CHECKS", "Check", "Rule", "all_rules"]

Check = Callable[[Subject, Context], Iterator[Found]]

CHECKS: Mapping[str, Check] = {
    **values.CHECKS,
    **titles.CHECKS,
    **people.CHECKS,
    **identifiers.CHECKS,
    **web.CHECKS,
    **signs.CHECKS,
    **zotero.CHECKS,
}
"""The rules that look at one entry, by name; those that look at a whole file are in file.py."""


class Rule(msgspec.Struct, frozen=True):
    """Hold a rule's row.

    Attributes:
        name: as ``--only`` and ``--ignore`` take it.
        severity: of its findings.
        about: one line for people.
        fixes: some of its findings can be put right by the program.
    """

    name: str
    severity: Severity
    about: str
    fixes: bool = False


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """Return all rules by name, in the order of the table."""
    found = msgspec.convert(rows("rules"), list[Rule])
    return {rule.name: rule for rule in found}
