"""Which addresses may be asked: of the public web, or named by the user.

Addresses come from listings, services and redirects: from strangers. None of them may make refman
ask a program on this machine, a router, or the metadata service of a data centre.

A name is checked by what it stands for at the moment of connecting, and the connection goes to the
very address that was checked: a second look-up of the name could tell another one (DNS rebinding).
So no way of writing an address matters (``2130706433``, ``0x7f.1``, ``127.1``), nor who owns the
name.
"""

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from refman.errors import AddressError

__all__ = ["DEFAULT_PORTS", "Guard", "is_public", "origin"]

DEFAULT_PORTS = {"http": 80, "https": 443}

# Of IPv6 only this is given out for the public web. Source: IANA, IPv6 Address Space.
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses in IPv6 clothes. Source: RFC 6052, section 2.1."""

_NOT_PUBLIC = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "2001::/23",
        "2001:db8::/32",
        "3fff::/20",
    )
)
"""Own list, for the standard library's ``is_global`` changed from version to version.

Source: IANA, IPv4 and IPv6 Special-Purpose Address Registries.
"""


def is_public(address: str) -> bool:
    """Tell whether an IP address, as the resolver gives it, is one of the public web."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(known, ipaddress.IPv6Address):
        inner = known.ipv4_mapped or known.sixtofour
        if inner is None and known in _NAT64:
            inner = ipaddress.IPv4Address(int(known) & 0xFFFFFFFF)
        if inner is not None:
            known = inner
        elif known not in _GLOBAL_UNICAST or known.scope_id is not None:
            return False
    return not any(known.version == net.version and known in net for net in _NOT_PUBLIC)


def origin(url: str) -> tuple[str, str, int]:
    """Return an address's scheme, host and port: what may share keys.

    Source: RFC 6454, section 4.

    Raises:
        ValueError: it is no address of the web.
    """
    parts = urlsplit(url)
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        raise ValueError("not an address of the web")
    if parts.port is not None and parts.port < 1:
        raise ValueError("no such port")
    return parts.scheme, parts.hostname.rstrip("."), parts.port or DEFAULT_PORTS[parts.scheme]


class Guard:
    """Know which hosts may be asked though they are not public."""

    def __init__(self, hosts: Iterable[str], urls: Iterable[str]) -> None:
        """Take the exceptions.

        Args:
            hosts: ``host`` for all of its ports, or ``host:port``.
            urls: addresses whose hosts are excepted, each for its own port only.
        """
        self._named = {_bare(host.lower()) for host in hosts}
        for url in urls:
            try:
                _, host, port = origin(url)
            except ValueError:  # such as a port of 99999; it will be told when it is asked
                continue
            self._named.add(_with_port(host, port))

    def is_named(self, host: str, port: int) -> bool:
        """Tell whether a host may be asked wherever it lies."""
        host = host.lower().rstrip(".")
        return host in self._named or _with_port(host, port) in self._named

    def check(self, address: str, host: str, port: int) -> bool:
        """Tell whether a connection to this address, for this host, may be made."""
        return is_public(address) or self.is_named(host, port)

    @staticmethod
    def check_url(url: str, *, source: str, shown: str) -> None:
        """Do nothing for an address of the web.

        Raises:
            AddressError: it is none, or one with a user's name and password in it.
        """
        try:
            origin(url)
            with_user = "@" in urlsplit(url).netloc
        except ValueError as error:
            raise AddressError(
                f"{shown} is not an address of the web ({error})", source=source, url=shown
            ) from None
        if with_user:
            raise AddressError(
                f"{shown} is not asked: there is a user's name in it", source=source, url=shown
            )


def _bare(host: str) -> str:
    return host[1:-1] if host.startswith("[") and host.endswith("]") else host


def _with_port(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
