"""Addresses into one form.

Source: RFC 3986, 6.2 (comparing addresses) and appendix C (addresses in text).
"""

import re
from urllib.parse import urlsplit, urlunsplit

__all__ = ["canonical_url", "host_of", "url_key"]

_SCHEME = re.compile(r"^(https?)\s?:\s?//\s?", re.IGNORECASE)
_TEX_ESCAPE = re.compile(r"\\([_%#&~^$])(?:\{\})?")
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid)=", re.IGNORECASE)
_UNSAFE = {ord(sign): f"%{ord(sign):02X}" for sign in ' "<>\\^`{|}'}
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


def canonical_url(raw: str) -> str:
    """Return an address in the form that refman keeps.

    TeX's escapes and line breaks are undone, an address without scheme gets https (http stays
    http), the host is in lower case, a default port, credentials and tracking parameters are gone,
    what no address may hold is percent-encoded. The path, its trailing slash, the query's order and
    the fragment are as written.

    Args:
        raw: an address as it stands in a text, from its first to its last character.
    """
    address = "".join(_TEX_ESCAPE.sub(r"\1", raw).split()).replace("&amp;", "&")
    scheme = _SCHEME.match(address)
    if scheme is None:
        address = f"https://{address}"
    parts = urlsplit(address.translate(_UNSAFE))
    name = parts.scheme.lower()
    host = parts.netloc.rpartition("@")[2].lower().removesuffix(_DEFAULT_PORTS[name])
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair))
    return urlunsplit((name, host, parts.path, query, parts.fragment))


def host_of(url: str) -> str:
    """Return the host of a canonical address without "www." and port."""
    host = url.partition("://")[2].partition("/")[0].partition("?")[0].partition("#")[0]
    return host.partition(":")[0].removeprefix("www.")


def url_key(url: str) -> str:
    """Return what two forms of one address share; for comparing, never for showing.

    Scheme, "www.", the trailing slash, ".git" and the case of host and scheme do not count.
    """
    address = canonical_url(url).partition("://")[2].removeprefix("www.")
    return address.rstrip("/").removesuffix(".git")
