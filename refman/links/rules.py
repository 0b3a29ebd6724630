"""The rows of ``resources/link_rules.toml``, ready for use."""

import functools
import re
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

import msgspec

from refman.links.canonical import host_of
from refman.model import LinkKind
from refman.resources import read_table

__all__ = ["LinkRule", "bare_hosts", "claims", "kind_of_url", "promise", "role_words", "rules"]

TABLE = "link_rules.toml"


class LinkRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Say what addresses of a host are.

    Attributes:
        host: a whole name, or a suffix that starts with a dot.
        path: a pattern that the path matches from its beginning.
        kind: what such an address is.
        bare: whether it is known without a scheme before it.
    """

    host: str
    path: str
    kind: LinkKind
    bare: bool = False


class _Words(NamedTuple):
    pattern: re.Pattern[str]
    roles: Mapping[str, LinkKind]


@functools.cache
def _table() -> Mapping[str, Any]:
    return read_table(TABLE)


@functools.cache
def rules() -> tuple[LinkRule, ...]:
    """Return all rules, in the order of the file."""
    return tuple(msgspec.convert(_table()["rule"], list[LinkRule]))


@functools.cache
def bare_hosts() -> tuple[str, ...]:
    """Return the hosts and suffixes whose addresses need no scheme to be known."""
    return tuple(dict.fromkeys(rule.host for rule in rules() if rule.bare))


@functools.cache
def _by_host() -> Mapping[str, tuple[tuple[re.Pattern[str], LinkKind], ...]]:
    by_host: dict[str, list[tuple[re.Pattern[str], LinkKind]]] = {}
    for rule in rules():
        by_host.setdefault(rule.host, []).append((re.compile(rule.path), rule.kind))
    return {host: tuple(rows) for host, rows in by_host.items()}


def kind_of_url(url: str) -> LinkKind | None:
    """Return what a canonical address is by its host and path, or None where no rule knows."""
    host = host_of(url)
    path = url.partition("://")[2]
    path = path[path.find("/") :] if "/" in path else ""
    by_host = _by_host()
    name = host
    while name:
        for pattern, kind in by_host.get(name, ()):
            if pattern.match(path):
                return kind
        label, dot, rest = name.lstrip(".").partition(".")
        name = f".{rest}" if dot else ""
    if host.startswith(("gitlab.", "git.")) and path.strip("/").count("/"):
        return LinkKind.CODE
    return None


@functools.cache
def role_words() -> tuple[re.Pattern[str], Mapping[str, LinkKind]]:
    """Return the pattern of all role words, and which group of it means which role."""
    roles = {LinkKind(name).name: LinkKind(name) for name in _table()["roles"]}
    groups = (
        f"(?P<{LinkKind(name).name}>{'|'.join(words)})"
        for name, words in cast("Mapping[str, list[str]]", _table()["roles"]).items()
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE), roles


@functools.cache
def promise() -> re.Pattern[str]:
    """Return the pattern of words that put a release into the future."""
    return re.compile(rf"\b(?:{'|'.join(_table()['promise']['words'])})\b", re.IGNORECASE)


@functools.cache
def claims() -> re.Pattern[str]:
    """Return the pattern of verbs that make a clause a claim of its own."""
    return re.compile(rf"\b(?:{'|'.join(_table()['clauses']['claims'])})\b", re.IGNORECASE)
