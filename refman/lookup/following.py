"""Other versions of a work that its records name: who is asked for them, and by what."""

from collections.abc import Iterable, Iterator

from refman.lookup.choice import Choice
from refman.lookup.identity import doi_asked, doi_of, is_arxiv_doi
from refman.lookup.match import Match
from refman.lookup.order import Order
from refman.lookup.relations import PREPRINT, PUBLISHED_AS
from refman.model import Arxiv, Doi, Entry, Identifiers
from refman.normalise import parse_arxiv

__all__ = ["following"]

MOST_DOIS = 3
"""So many publications of one paper are asked for; a record may name any number."""


def following(entry: Entry, choice: Choice, order: Order) -> Iterator[tuple[str, Entry]]:
    """Yield (source, what it is asked for) for what accepted records name and nobody has yet.

    Args:
        entry: that was looked up.
        choice: what was found for it.
        order: who is asked for what.
    """
    accepted = choice.accepted
    asked = doi_asked(entry.identifiers, arxiv=False)
    for doi in list(_publications(accepted))[:MOST_DOIS]:
        for name in order.publication:
            if doi != asked and not _has_doi(choice.matches, name, doi):
                yield name, Entry(identifiers=Identifiers(doi=Doi(doi)))
    if entry.identifiers.arxiv is not None:
        return
    for arxiv in list(_preprints(accepted))[:1]:
        for name in order.preprint:
            if not _has_arxiv(choice.matches, name, arxiv):
                yield name, Entry(identifiers=Identifiers(arxiv=arxiv))


def _publications(matches: Iterable[Match]) -> dict[str, None]:
    """Return the publishers' DOIs that records have or name, in small letters, each once."""
    found: dict[str, None] = {}
    for match in matches:
        record = match.candidate.entry
        own = doi_asked(record.identifiers, arxiv=False)
        named = (doi_of(part.strip()) for part in record.extra.get(PUBLISHED_AS, "").split(","))
        for doi in (own, *named):
            if doi is not None and not is_arxiv_doi(doi):
                found.setdefault(doi.lower())
    return found


def _preprints(matches: Iterable[Match]) -> Iterator[Arxiv]:
    """Yield the arXiv numbers that records have or name."""
    for match in matches:
        record = match.candidate.entry
        if record.identifiers.arxiv is not None:
            yield record.identifiers.arxiv
        for part in record.extra.get(PREPRINT, "").split(","):
            if is_arxiv_doi(part.strip()) and (arxiv := parse_arxiv(part.strip())) is not None:
                yield arxiv


def _has_doi(matches: Iterable[Match], source: str, doi: str) -> bool:
    return any(
        (match.candidate.entry.identifiers.doi or "").lower() == doi
        for match in matches
        if match.candidate.source == source
    )


def _has_arxiv(matches: Iterable[Match], source: str, arxiv: Arxiv) -> bool:
    return any(
        found is not None and found.id == arxiv.id
        for match in matches
        if match.candidate.source == source
        for found in [match.candidate.entry.identifiers.arxiv]
    )
