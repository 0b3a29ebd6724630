"""What answers mean: the table ``resources/link_checks.toml``, which tells its rows, read once."""

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

import msgspec

from refman.links.canonical import split_url
from refman.links.hosts import Hosts, section
from refman.model import LinkState

__all__ = [
    "TABLE",
    "Meaning",
    "Oracle",
    "is_challenge",
    "is_login",
    "is_parking",
    "is_resolver",
    "is_short",
    "meaning_of",
    "mute_why",
    "oracle_for",
    "soft_pattern",
    "spdx_license",
]

TABLE = "link_checks.toml"

_FIRST_FAULT_OF_ITS_OWN = 500
_LICENSE = re.compile(r"[\w.+() -]{1,100}")
_NO_LICENSE = frozenset({"noassertion", "none", "other", "unknown"})


class _HostRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    hosts: tuple[str, ...]
    path: str | None = None


class _Mute(_HostRow, frozen=True, kw_only=True, forbid_unknown_fields=True):
    why: str


class _Soft(_HostRow, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pattern: str


class Oracle(_HostRow, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold a row of ``[[oracles]]``: another address that tells whether something is there.

    Attributes:
        ask: that address, up to where the one in question follows, percent-encoded.
        dead: statuses by which it says that there is nothing.
    """

    ask: str
    dead: frozenset[int]


class _Headers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    headers: frozenset[str]


class _Status(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    state: LinkState
    statuses: frozenset[int]
    why: str


class Meaning(msgspec.Struct, frozen=True):
    """Say what a status tells of an address: its state, and why, a clause for people."""

    state: LinkState
    why: str


_Row = TypeVar("_Row", bound=_HostRow)


class _Rows(Generic[_Row]):
    """Find the first row that fits an address."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self._rows = tuple(rows)
        self._hosts = Hosts(row.hosts for row in self._rows)

    def first(self, url: str) -> _Row | None:
        host, path = split_url(url)
        fitting = (self._rows[place] for place in self._hosts.fitting(host))
        return next(
            (row for row in fitting if row.path is None or re.match(row.path, path, re.IGNORECASE)),
            None,
        )


@functools.cache
def _short() -> _Rows[_HostRow]:
    return _Rows([section(TABLE, "short", _HostRow)])


@functools.cache
def _resolvers() -> _Rows[_HostRow]:
    return _Rows([section(TABLE, "resolvers", _HostRow)])


@functools.cache
def _logins() -> tuple[_Rows[_HostRow], re.Pattern[str]]:
    row = section(TABLE, "logins", _HostRow)
    hosts = _Rows([msgspec.structs.replace(row, path=None)])
    return hosts, re.compile(row.path or r"(?!)", re.IGNORECASE)


@functools.cache
def _parking() -> _Rows[_HostRow]:
    return _Rows([section(TABLE, "parking", _HostRow)])


@functools.cache
def _mute() -> _Rows[_Mute]:
    return _Rows(section(TABLE, "mute", tuple[_Mute, ...]))


@functools.cache
def _soft() -> _Rows[_Soft]:
    return _Rows(section(TABLE, "soft", tuple[_Soft, ...]))


@functools.cache
def _oracles() -> _Rows[Oracle]:
    return _Rows(section(TABLE, "oracles", tuple[Oracle, ...]))


@functools.cache
def _statuses() -> Mapping[int, Meaning]:
    rows = section(TABLE, "statuses", tuple[_Status, ...])
    return {status: Meaning(row.state, row.why) for row in rows for status in row.statuses}


@functools.cache
def _challenges() -> frozenset[str]:
    return section(TABLE, "challenges", _Headers).headers


@functools.cache
def _licenses() -> Mapping[str, str]:
    return section(TABLE, "licenses", dict[str, str])


def is_short(url: str) -> bool:
    """Tell whether an address is a short link: one of a host that does nothing but send on."""
    return len(split_url(url).path) > 1 and _short().first(url) is not None


def is_resolver(url: str) -> bool:
    """Tell whether a redirect is the proof that what was asked for is registered."""
    return _resolvers().first(url) is not None


def is_login(url: str) -> bool:
    """Tell whether one has to sign in at an address."""
    hosts, path = _logins()
    return hosts.first(url) is not None or path.match(split_url(url).path) is not None


def is_parking(url: str) -> bool:
    """Tell whether names lead to an address that their owners gave up."""
    return _parking().first(url) is not None


def is_challenge(headers: Mapping[str, str]) -> bool:
    """Tell whether an answer asks if one is a person; names of headers are in lower case."""
    return not _challenges().isdisjoint(headers)


def mute_why(url: str) -> str | None:
    """Return why a success says nothing of an address; None where it does."""
    row = _mute().first(url)
    return row.why if row is not None else None


def soft_pattern(url: str) -> str | None:
    """Return what stands in a page that says, with a success, that there is none; or None."""
    row = _soft().first(url)
    return row.pattern if row is not None else None


def oracle_for(url: str) -> Oracle | None:
    """Return who else tells whether an address is alive; None where nobody is known."""
    return _oracles().first(url)


def meaning_of(status: int) -> Meaning:
    """Return what a status tells that is neither a success nor a redirect."""
    if (known := _statuses().get(status)) is not None:
        return Meaning(known.state, f"{known.why} ({status})")
    if status >= _FIRST_FAULT_OF_ITS_OWN:
        return Meaning(LinkState.UNREACHABLE, f"has a fault of its own ({status})")
    return Meaning(LinkState.UNCHECKED, f"answers {status}, which says nothing of it")


def spdx_license(written: str | None) -> str | None:
    """Return a licence by its identifier of SPDX; as written where it has none there.

    What says no more than that there is one ("other", NOASSERTION) is None: not known.
    """
    name = (written or "").strip()
    if not _LICENSE.fullmatch(name) or name.casefold() in _NO_LICENSE:
        return None
    return _licenses().get(name.casefold(), name)
