"""Which version of a work an entry and its records are: the preprint or the publication."""

from collections.abc import Sequence

from refman.duplicates.registered import parted
from refman.duplicates.venues import is_preprint_venue
from refman.duplicates.work import Work
from refman.lookup.evidence import is_bare_draft
from refman.lookup.match import Match
from refman.lookup.tables import tables
from refman.lookup.venues import one_venue
from refman.model import Entry, ItemType

__all__ = ["is_preprint", "is_publication", "leading", "of_one_publication", "stands_as_preprint"]

_MAY_BE_PREPRINTS = frozenset({"preprint", "open", "journal", "report"})


def is_preprint(entry: Entry) -> bool:
    """Tell a preprint, also one that names the DOI of its publication."""
    work = Work(entry)
    return work.kind == "preprint" or (
        entry.type is ItemType.ARTICLE and entry.identifiers.arxiv is not None
    )


def is_publication(entry: Entry) -> bool:
    """Tell what was published: an article, a paper of a conference, a chapter, a book."""
    return Work(entry).kind in tables().published and not is_preprint(entry)


def stands_as_preprint(entry: Entry, matches: Sequence[Match]) -> bool:
    """Tell whether an entry is the preprint of its work, by itself or by the records found.

    A paper on a listing that says no more is a preprint where there is one. What is merged into an
    entry never turns the answer.
    """
    work = Work(entry)
    venue = entry.container_title or entry.container_title_short
    if work.registered.published is not None:
        return False
    if venue is not None:
        return is_preprint_venue(venue)
    if entry.type is ItemType.ARTICLE and not is_bare_draft(entry):
        return True
    if work.kind not in _MAY_BE_PREPRINTS or entry.volume or entry.page:
        return False
    is_numbered = work.registered.arxiv is not None or work.registered.preprint is not None
    is_told = is_numbered and work.kind != "open"
    return is_told or any(is_preprint(match.candidate.entry) for match in matches)


def leading(matches: Sequence[Match]) -> Match | None:
    """Return the record of a publication that the others are measured by; None without one."""
    published = [match for match in matches if is_publication(match.candidate.entry)]
    rank = tables().rank
    return min(
        published,
        key=lambda match: (
            -match.score,
            rank("venue", match.candidate.source),
            repr(match.candidate),
        ),
        default=None,
    )


def of_one_publication(leader: Match | None, match: Match) -> bool:
    """Tell whether a record is of the publication that leads, not of another version."""
    entry = match.candidate.entry
    if leader is None or not is_publication(entry):
        return leader is None
    first = leader.candidate.entry
    if parted(Work(first).registered, Work(entry).registered) is not None:
        return False
    return one_venue(first.container_title, entry.container_title) is not False
