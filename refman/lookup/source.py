"""What an online service that knows papers owes: records as entries, found by identifier or title.

A source asks and reads; it does not judge. Whether a record is the paper that was asked for is told
by ``refman.lookup.match``, from the record alone.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from refman.model import Candidate, Entry

if TYPE_CHECKING:  # who only weighs records needs no client
    from refman.web import Web

__all__ = ["Candidate", "Source"]


class Source(Protocol):
    """Ask one online service for papers.

    Attributes:
        name: as in settings and provenance: "arxiv".
        label: for people: "arXiv".
    """

    name: str
    label: str

    def by_identifiers(
        self, entries: Sequence[Entry], web: "Web"
    ) -> Iterator[tuple[int, Candidate]]:
        """Yield records of entries by their identifiers, in batches as the service allows.

        Args:
            entries: those to look for; one without an identifier that the service knows is passed.
            web: asks, by the rules of the service.

        Yields:
            (place in ``entries``, record), in any order; nothing for what the service does not
            know.

        Raises:
            WebError: the service cannot be asked, or not any more.
        """
        ...

    def by_title(self, entry: Entry, web: "Web") -> list[Candidate]:
        """Return records of papers whose titles are like the entry's, in the service's order.

        The service's own score is not kept: it ranks, and says nothing of identity.

        Raises:
            WebError: the service cannot be asked, or not any more.
        """
        ...
