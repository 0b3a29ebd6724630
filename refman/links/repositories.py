"""Hosts of repositories that tell a program what they have: whether it is there, and what it is."""

import logging
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Protocol, TypeVar

import msgspec

from refman.links.canonical import url_key
from refman.model import LinkState, Repository
from refman.web import Answer, Request

if TYPE_CHECKING:
    from refman.settings import SourceSettings

__all__ = [
    "Count",
    "Named",
    "RepositoryHost",
    "Said",
    "are_names",
    "bearer",
    "read_json",
    "said_alive",
    "utc",
]

_LONGEST_BODY = 4 * 1024 * 1024
"""What is read of an answer: a model with ten thousand files has 1 MB."""

_log = logging.getLogger(__name__)
_Read = TypeVar("_Read")

Count = Annotated[int, msgspec.Meta(ge=0, le=10**12)]
"""How many people marked a repository, as far as that can be."""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Hold which repository an address names.

    Attributes:
        path: as its host's interface has it: "repos/ada/glow", "datasets/ada/lamps".
        url: of its own page.
        is_whole: the address is that page's, not that of a file or an issue in it.
    """

    path: str
    url: str
    is_whole: bool


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a host says of a repository.

    Attributes:
        state: alive, moved or dead.
        why: a clause for people; None where the state needs no reason.
        at: when it said so, in UTC.
        leads_to: its page now, where that is another.
        repository: what else it says.
    """

    state: LinkState
    at: datetime
    why: str | None = None
    leads_to: str | None = None
    repository: Repository | None = None


class RepositoryHost(Protocol):
    """Ask one host of repositories.

    Attributes:
        name: as in settings: "github".
        label: for people: "GitHub".
    """

    name: str
    label: str

    def named(self, url: str) -> Named | None:
        """Return the repository that an address names; None where it names none of this host."""
        ...

    def request(self, named: Named) -> Request:
        """Return what is to be asked."""
        ...

    def read(self, named: Named, answer: Answer) -> Said | None:
        """Return what an answer says; None where it says nothing of the repository."""
        ...

    def why_aside(self, answer: Answer) -> str | None:
        """Return why no other question will be answered either, as with a wrong key; else None."""
        ...


def are_names(*segments: str) -> bool:
    """Tell whether segments of a path all name something; "." and ".." lead to another place.

    Source: RFC 3986, section 3.3.
    """
    return all(segment.strip(".") for segment in segments)


def bearer(settings: "SourceSettings") -> tuple[tuple[str, str], ...]:
    """Return the header that has the user's key; none where there is none."""
    return (("Authorization", f"Bearer {settings.key}"),) if settings.key else ()


def read_json(answer: Answer, type_: type[_Read], *, source: str) -> _Read | None:
    """Return the JSON of a success; None for all else, which is told in the log."""
    if answer.status != HTTPStatus.OK:
        return None
    if len(answer.body) > _LONGEST_BODY:
        _log.warning("an answer of %s is not read: it has %d bytes", source, len(answer.body))
        return None
    try:
        return msgspec.json.decode(answer.body, type=type_)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        _log.warning("an answer of %s cannot be read: %s", source, error)
        return None


def said_alive(named: Named, page: str | None, repository: Repository, at: datetime) -> Said:
    """Return that a repository is there: at the page that was named, or moved to another.

    Args:
        named: what was asked for.
        page: its page by what the host says; None where it does not.
        repository: what else it says.
        at: when.
    """
    is_here = page is None or url_key(page).casefold() == url_key(named.url).casefold()
    return Said(
        state=LinkState.ALIVE if is_here else LinkState.MOVED,
        at=at,
        leads_to=None if is_here else page,
        repository=repository,
    )


def utc(moment: datetime | None) -> datetime | None:
    """Return a moment in UTC; one without a zone is taken for that."""
    if moment is None:
        return None
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:  # the first hours of year 1
        return None
