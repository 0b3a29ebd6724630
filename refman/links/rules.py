"""The table of link rules, read once: which host, word and ending means what.

All that decides about an address is a row of ``resources/link_rules.toml``, which says what each
column means; here the rows become records, and hosts are looked up in them.
"""

import functools
import re
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from refman.links.hosts import Hosts, section
from refman.model import LinkKind

__all__ = [
    "TABLE",
    "Finding",
    "Furniture",
    "Grammar",
    "HostRule",
    "Sentences",
    "domain_endings",
    "finding",
    "furniture",
    "grammar",
    "host_rules",
    "is_furniture",
    "is_known_host",
    "phrases",
    "rule_for",
    "sentences",
    "site_endings",
]

TABLE = "link_rules.toml"

_Rows = TypeVar("_Rows")
_MOST_HOSTS = 4096
"""How many hosts' rules are remembered; a listing has a few hundred hosts."""


class HostRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hold one row of ``[[rules]]``: what an address is by its host and path.

    Attributes:
        hosts: hosts without "www.", ``*.suffix``, ``prefix.*``, or ``*``.
        kind: what the address is.
        path: a pattern for the beginning of path and query; None fits every path.
        named: kinds that the sentence may give instead.
    """

    hosts: tuple[str, ...]
    kind: LinkKind
    path: str | None = None
    named: frozenset[LinkKind] = frozenset()


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hold one row of ``[[furniture]]``: an address of the page, and of no paper on it.

    Attributes:
        alone: it is one only where no word says anything of it.
    """

    hosts: tuple[str, ...]
    path: str
    alone: bool


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hold ``[grammar]``: how a sentence is read."""

    longest_label_words: int
    longest_gap_words: int
    followers: frozenset[str]
    owners: frozenset[str]
    collections: frozenset[str]
    purposes: frozenset[str]
    places: frozenset[str]
    givers: frozenset[str]
    participles: frozenset[str]
    passives: frozenset[str]
    verbs: frozenset[str]
    openers: tuple[str, ...]
    adverbs: str
    promises: tuple[str, ...]
    conditions: tuple[str, ...]


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hold ``[sentences]``: how sentences are parted."""

    abbreviations: frozenset[str]
    lead_ins: frozenset[str]


class Finding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hold ``[finding]``: where an address ends in a text."""

    glued_words: frozenset[str]
    file_endings: frozenset[str]
    domain_endings: frozenset[str]
    carriers: frozenset[str]
    tracking: tuple[str, ...]


def _section(name: str, rows: type[_Rows]) -> _Rows:
    return section(TABLE, name, rows)


@functools.cache
def host_rules() -> tuple[HostRule, ...]:
    """Return what addresses are, in the order in which the rows are asked."""
    return _section("rules", tuple[HostRule, ...])


@functools.cache
def furniture() -> tuple[Furniture, ...]:
    """Return the addresses that belong to a page."""
    return _section("furniture", tuple[Furniture, ...])


@functools.cache
def grammar() -> Grammar:
    """Return how a sentence is read."""
    return _section("grammar", Grammar)


@functools.cache
def sentences() -> Sentences:
    """Return how sentences are parted."""
    return _section("sentences", Sentences)


@functools.cache
def finding() -> Finding:
    """Return where an address ends."""
    return _section("finding", Finding)


@functools.cache
def phrases(*, labels: bool = False) -> Mapping[str, LinkKind]:
    """Return the words that say what is there, in the singular and the plural -> kind.

    Args:
        labels: those of ``[labels]`` too, which say so in a label only.
    """
    forms: dict[str, LinkKind] = {}
    for name in ("labels", "roles") if labels else ("roles",):
        for kind, words in _section(name, dict[LinkKind, tuple[str, ...]]).items():
            for word in words:
                phrase = word.replace("-", " ")
                plural = f"{phrase[:-1]}ies" if phrase.endswith("y") else f"{phrase}s"
                forms |= {phrase: kind, plural: kind}
    return forms


@functools.cache
def _rule_hosts() -> Hosts:
    return Hosts(rule.hosts for rule in host_rules())


@functools.lru_cache(maxsize=_MOST_HOSTS)
def _rules_of(host: str) -> tuple[HostRule, ...]:
    return tuple(host_rules()[place] for place in _rule_hosts().fitting(host))


def rule_for(host: str, path: str) -> HostRule:
    """Return the row that says what an address is; the last row of the table fits all.

    Args:
        host: in lower case, without "www.".
        path: what stands behind it: "/", "?" or "#" and the rest; or "".
    """
    return next(
        rule
        for rule in _rules_of(host)
        if rule.path is None or re.match(rule.path, path, re.IGNORECASE)
    )


@functools.lru_cache(maxsize=_MOST_HOSTS)
def is_known_host(host: str) -> bool:
    """Tell whether a host, in lower case, needs no "https://": a row names it, or it is "www.…"."""
    if host.startswith("www."):
        return host.count(".") > 1
    return bool(_rule_hosts().naming(host))


@functools.cache
def site_endings() -> tuple[str, ...]:
    """Return the ends of hosts, ".github.io", that are an address without a path too."""
    return tuple(
        sorted(
            {
                host[1:]
                for rule in host_rules()
                if all(host.startswith("*.") for host in rule.hosts)
                for host in rule.hosts
            }
        )
    )


@functools.cache
def domain_endings() -> frozenset[str]:
    """Return the last parts, "com", of all hosts that are known without "https://"."""
    return frozenset(
        host.rpartition(".")[2] for rule in host_rules() for host in rule.hosts if "." in host
    ) | frozenset(finding().domain_endings)


@functools.cache
def _furniture_hosts() -> Hosts:
    return Hosts(row.hosts for row in furniture())


def is_furniture(host: str, path: str, *, alone: bool) -> bool:
    """Tell whether an address belongs to the page that was copied, and to no paper on it."""
    rows = (furniture()[place] for place in _furniture_hosts().fitting(host))
    return any((alone or not row.alone) and re.match(row.path, path) for row in rows)
