"""Records that a person said are not the work, known again in a later look-up."""

from collections.abc import Iterable

from refman.duplicates.registered import registered
from refman.model import Candidate, Entry
from refman.normalise import title_key

__all__ = ["is_refused", "record_keys", "still_refused"]


def record_keys(candidate: Candidate) -> frozenset[str]:
    """Return what a record is known by again: its identifiers, or else its title at its source."""
    found = registered(candidate.entry).keys(with_isbn=False)
    return frozenset(found or (f"{candidate.source} {title_key(candidate.entry.title or '')}",))


def is_refused(candidate: Candidate, refused: frozenset[str]) -> bool:
    """Tell whether a person said of a record, whatever its source, that it is not the work."""
    return bool(refused) and not refused.isdisjoint(record_keys(candidate))


def still_refused(entry: Entry, said: Iterable[str]) -> frozenset[str]:
    """Return what still counts of what a person said; what the entry itself has by now does not."""
    return frozenset(said).difference(registered(entry).keys(with_isbn=False))
