"""Which addresses may become links, and what is said beside a link."""

import re

from refman.formats.plain import writable
from refman.model import Link

__all__ = ["address", "is_web", "remarks"]

_WEB = re.compile(r"https?://[^\s/][^\s]*\Z", re.IGNORECASE)
_BLANK = re.compile(r"\s")


def is_web(url: str) -> bool:
    """Tell whether an address may become a link: http or https, and nothing else."""
    return _WEB.match(url) is not None


def address(url: str) -> str:
    """Return an address writable and without blanks; whether it is one, ``is_web`` tells."""
    return _BLANK.sub("%20", writable(url).strip())


def remarks(link: Link) -> str:
    """Return what is to be said beside a link: "code, video; promised"; empty where nothing is."""
    roles = ", ".join(role.value for role in link.roles if role is not link.kind)
    said = [roles] if roles else []
    if link.promised:
        said.append("promised")
    return "; ".join(said)
