"""Where what holds a work begins and ends in a reference: "In: Proceedings of …. Springer"."""

import re

from refman.reading.references.words import is_publisher, is_series

__all__ = ["IN", "container_end"]

IN = re.compile(r"[\s.,;]*(?:[Ii]n:?\s|//\s?)")
"""What stands before it."""

_STOP = re.compile(r"\.\s+")


def container_end(text: str) -> int:
    """Return where a container ends: at a full stop that a publisher or a series follows."""
    for found in _STOP.finditer(text):
        behind = text[found.end() :]
        first = re.split(r"[.,(]", behind, maxsplit=1)[0]
        if is_series(behind) or is_publisher(first) or IN.match(f" {behind}"):
            return found.start()
    return len(text)
