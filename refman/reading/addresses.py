"""Texts that are addresses of the web, and nothing else: what each of them stands for."""

import contextlib
import re
from urllib.parse import urlsplit

from refman.model import Record
from refman.reading.document import Document

__all__ = ["addresses_in", "host_of", "is_address", "is_page"]

_LONGEST = 8_000
"""Longer ones no server needs to take. Source: RFC 9110, section 4.1."""

_MOST = 10
"""So many pages a person may want at a time."""

_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Tell whether a text is an address of the web, and nothing else."""
    is_one = len(text) <= _LONGEST and _ADDRESS.match(text) is not None
    return is_one and not any(map(str.isspace, text))


def addresses_in(text: str) -> list[str]:
    """Return the addresses that a short text is made of; none where there is something else."""
    words = text.split() if len(text) <= _LONGEST else []
    return words if len(words) <= _MOST and all(map(is_address, words)) else []


def is_page(address: str) -> bool:
    """Tell an address that has to be fetched from one that names a paper by itself."""
    # Slow to import, and who only asks what an address is does not need it.
    from refman.reading.readers.identifiers import IDENTIFIERS  # noqa: PLC0415

    pieces = IDENTIFIERS.read(Document(source=address, text=address))
    return not any(isinstance(piece, Record) for piece in pieces)


def host_of(address: str) -> str:
    """Return whom an address asks; the address itself where it is none."""
    with contextlib.suppress(ValueError):
        return urlsplit(address).hostname or address
    return address
