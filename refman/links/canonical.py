r"""One form for every way to write an address.

A caller gets an address that a browser takes: LaTeX undone, nothing that is not allowed in a URL,
no tracking, no credentials.

Source: RFC 3986, sections 3 and 6.2; RFC 5891 for names beyond ASCII.
"""

import re
from typing import NamedTuple
from urllib.parse import quote

from refman.links.rules import finding

__all__ = ["Address", "canonical_url", "split_url", "url_key"]

# What most addresses are already; the rest of the work is for the others.
_CANONICAL = re.compile(r"https?://(?:[a-z0-9-]++\.)+[a-z]+(?:/[A-Za-z0-9._~/-]*)?")
_OTHER_SCHEME = re.compile(r"(?!https?:)[A-Za-z][A-Za-z0-9+.-]*://", re.IGNORECASE)
_SCHEME = re.compile(r"(?:(https?)\s?:\s?)?//\s?", re.IGNORECASE)
_PORT = re.compile(r":([0-9]*)\Z")
_DEFAULT_PORTS = {"http": "80", "https": "443"}

# The look behind keeps the work in step with the length: a run of blanks is read once.
_LINE_BREAK = re.compile(r"(?<![ \t])[ \t]*[\r\n]\s*|[\u00ad\u200b-\u200d\u2060\ufeff]")
_LATEX = re.compile(
    r"\$?(?<!\\)\\+(?:sim|textasciitilde)(?![A-Za-z])(?:\{\})?\$?"
    r"|(?<!\\)\\+textunderscore(?![A-Za-z])(?:\{\})?"
    r"|\{\\*([_~%#&-])(?:\{\})?\}"
    r"|(?<!\\)\\+(-|[_~%#&$^{}](?:\{\})?)"
)
_AMPERSAND = re.compile(r"&(?:amp;)+")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})?")
_SAFE = "!#$%&'()*+,-./:;=?@[]_~"
_SAFE_IN_HOST = "!$%&'()*+,-.;=[]_~"
_SAFE_IN_IPV6 = f"{_SAFE_IN_HOST}:"
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


class Address(NamedTuple):
    """Hold a canonical address in two parts.

    Attributes:
        host: in lower case, without port.
        path: what stands behind host and port: path, query, fragment; may be "".
    """

    host: str
    path: str


def canonical_url(raw: str) -> str:
    r"""Return an address in canonical form; calling it again changes nothing.

    The scheme is ``https`` where none was written, and else stays; host in lower case and ASCII;
    the scheme's own port, user name and password are dropped; a trailing slash and a fragment stay
    as written. LaTeX (``\_``, ``\~{}``, ``\%``) and ``&amp;`` are undone; what breaks a line, as a
    zero-width space does, goes; any other sign that a URL must not hold is percent-encoded.
    Parameters that only track a reader (``utm_source``) go.

    Args:
        raw: an http or https address, with or without scheme. One of another scheme
            (``ftp://…``) is returned as it is.
    """
    if _CANONICAL.fullmatch(raw):
        return raw
    text = _LINE_BREAK.sub("", raw).strip()
    if _OTHER_SCHEME.match(text):
        return text
    text = _AMPERSAND.sub("&", _LATEX.sub(_without_latex, text))
    scheme = "https"
    if found := _SCHEME.match(text):
        scheme, text = (found[1] or scheme).lower(), text[found.end() :]
    authority, path, query, fragment = _parts(text)
    return (
        f"{scheme}://{_canonical_authority(authority, scheme)}{_encoded(path)}"
        f"{_canonical_query(query) if query else ''}{f'#{_encoded(fragment)}' if fragment else ''}"
    )


def url_key(url: str) -> str:
    """Return an address for comparing: without scheme, "www.", and the path's last slash."""
    authority, path, query, fragment = _parts(canonical_url(url).partition("://")[2])
    return (
        f"{authority.removeprefix('www.')}{path.rstrip('/')}"
        f"{f'?{query}' if query else ''}{f'#{fragment}' if fragment else ''}"
    )


def split_url(url: str) -> Address:
    """Return host, without "www." and port, and the rest of a canonical address."""
    rest = url.partition("://")[2]
    authority = _parts(rest)[0]
    return Address(_PORT.sub("", authority).removeprefix("www."), rest[len(authority) :])


def _parts(text: str) -> tuple[str, str, str, str]:
    """Part what stands behind the scheme: authority, path with its slash, query, fragment."""
    rest, _, fragment = text.partition("#")
    rest, _, query = rest.partition("?")
    authority, slash, path = rest.partition("/")
    return authority, slash + path, query, fragment


def _without_latex(found: re.Match[str]) -> str:
    braced, escaped = found.groups()
    if escaped is not None:
        return "" if escaped == "-" else escaped[0]  # "\\-" tells where a word may be broken
    return braced or ("_" if "underscore" in found.group() else "~")


def _canonical_authority(authority: str, scheme: str) -> str:
    host = _unescaped(authority.rpartition("@")[2])
    port = ""
    if found := _PORT.search(host):
        host, port = host[: found.start()], found[1]
    host = host.lower()
    if not host.isascii():
        host = _ascii_host(host)
    kept = f":{port}" if port and port != _DEFAULT_PORTS[scheme] else ""
    safe = _SAFE_IN_IPV6 if host.startswith("[") else _SAFE_IN_HOST
    return f"{quote(_unescaped(host.rstrip('.')), safe=safe, errors='replace')}{kept}"


def _ascii_host(host: str) -> str:
    """Return a name in its ASCII form; as it is where it has none."""
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host


def _canonical_query(query: str) -> str:
    tracking = finding().tracking
    kept = [part for part in query.split("&") if not _is_tracking(part, tracking)]
    return f"?{_encoded('&'.join(kept))}" if any(kept) else ""


def _is_tracking(part: str, tracking: tuple[str, ...]) -> bool:
    name = part.partition("=")[0].lower()
    return any(name == row or (row.endswith("_") and name.startswith(row)) for row in tracking)


def _encoded(text: str) -> str:
    """Percent-encode what a URL must not hold, and decode what needs no encoding."""
    return quote(_unescaped(text), safe=_SAFE, errors="replace")


def _unescaped(text: str) -> str:
    """Decode what needs no encoding, and encode "%" where it begins none."""
    return _ESCAPE.sub(_canonical_escape, text) if "%" in text else text


def _canonical_escape(found: re.Match[str]) -> str:
    if found[1] is None:
        return "%25"
    sign = chr(int(found[1], 16))
    return sign if _UNRESERVED.match(sign) else found.group().upper()
