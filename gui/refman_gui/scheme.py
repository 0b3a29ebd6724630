"""Addresses of our own: ``refman://import?text=…`` and ``refman://import?url=…``.

A web page may hold one, so it only puts something into the import, where a person looks at it.
"""

from urllib.parse import parse_qs, urlsplit

__all__ = ["imported", "is_ours"]

_SCHEME = "refman"
_MOST = 1_000_000


def is_ours(address: str) -> bool:
    """Tell whether an address is one of our own."""
    try:
        return urlsplit(address[:_MOST]).scheme == _SCHEME
    except ValueError:
        return False


def imported(address: str) -> str:
    """Return the text that an address wants read; an address of the web is that text itself.

    Empty for one of ours that says nothing that we know.
    """
    try:
        parts = urlsplit(address[:_MOST])
        if parts.scheme != _SCHEME:
            return address[:_MOST]
        if (parts.netloc or parts.path.strip("/")) != "import":
            return ""
        said = parse_qs(parts.query, max_num_fields=20)
    except ValueError:
        return ""
    return "\n".join([*said.get("text", []), *said.get("url", [])])
