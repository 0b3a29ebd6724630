"""Which addresses may become links, and what is said beside a link."""

import re

from refman.formats.plain import writable
from refman.model import Link, LinkState

__all__ = ["address", "is_web", "remarks", "state_remarks"]

_WEB = re.compile(r"https?://[^\s/][^\s]*\Z", re.IGNORECASE)
_BLANK = re.compile(r"\s")


def is_web(url: str) -> bool:
    """Tell whether an address may become a link: http or https, and nothing else."""
    return _WEB.match(url) is not None


def address(url: str) -> str:
    """Return an address writable and without blanks; whether it is one, ``is_web`` tells."""
    return _BLANK.sub("%20", writable(url).strip())


def remarks(link: Link) -> str:
    """Return what is to be said beside a link: its roles, then as in ``state_remarks``."""
    roles = ", ".join(role.value for role in link.roles if role is not link.kind)
    return "; ".join(filter(None, (roles, state_remarks(link))))


def state_remarks(link: Link) -> str:
    """Return how it stands with a link: "promised", or "dead 2026-07-01; archived"; or "".

    The day is that of the check.
    """
    said = ["promised"] if link.promised else []
    if link.state is not LinkState.UNCHECKED or link.checked is not None:
        day = f" {link.checked:%Y-%m-%d}" if link.checked is not None else ""
        said.append(f"{link.state.value}{day}")
    if link.repository is not None and link.repository.archived:
        said.append("archived")
    return "; ".join(said)
