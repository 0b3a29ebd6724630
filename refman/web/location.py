"""Where a header sends."""

import contextlib
from urllib.parse import urljoin

__all__ = ["location_from"]


def location_from(base: str, location: str) -> str:
    """Return the address that a ``Location`` stands for; signs beyond ASCII are still in it.

    Source: RFC 9110, section 10.2.2.

    Args:
        base: the address that was asked.
        location: the header, as Latin-1, in which headers are read.

    Raises:
        ValueError: it is no address.
    """
    # those who write other signs into headers mean UTF-8
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    return urljoin(base, location.strip())
