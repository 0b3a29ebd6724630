"""What look-ups may have found for a paper of a listing, and a library that keeps it."""

from datetime import UTC, datetime

import msgspec

from refman.lookup import Candidate, Choice, Decision, Match, Outcome, Result, merge
from refman.model import (
    Arxiv,
    ArxivId,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    ItemType,
    Keyword,
    Name,
    Proposal,
    Provenance,
)

NOW = datetime(2026, 5, 1, tzinfo=UTC)
AT = datetime(2026, 4, 1, tzinfo=UTC)
LISTING = Provenance("listing.txt", (0, 10), 0.9)
USER = Provenance("user", at=AT)

DRAFT = Entry(
    citekey=Citekey("wick"),
    title="Wick trimming by hand",
    abstract="We trim wicks.",
    provenance={"title": LISTING, "abstract": LISTING},
)
JOURNAL = Entry(
    type=ItemType.ARTICLE_JOURNAL,
    title="Wick Trimming by Hand",
    author=(Name(family="Berg", given="Ada"), Name(family="Chen", given="Bo")),
    issued=Date(2025, 3),
    container_title="Journal of Lamp Studies",
    volume="3",
    keywords=(Keyword("wicks", automatic=True),),
    identifiers=Identifiers(doi=Doi("10.1234/jls.5")),
    extra={"series": "Lamps"},
)
PREPRINT = Entry(
    title="Wick trimming by hand",
    abstract="We trim wicks.",
    author=(Name(family="Berg", given="Ada"), Name(family="Chen", given="Bo")),
    issued=Date(2024, 1, 2),
    identifiers=Identifiers(arxiv=Arxiv(ArxivId("2401.00001"), version=1)),
)
OTHER = msgspec.structs.replace(
    JOURNAL,
    author=(Name(family="Krum", given="Otto"),),
    issued=Date(2012),
    identifiers=Identifiers(doi=Doi("10.1234/old.1")),
)


def matched(
    entry: Entry, source: str = "crossref", *, score: float = 0.7, decision=Decision.REVIEW
) -> Match:
    return Match(
        candidate=Candidate(
            source=source, entry=entry, at=AT, record_url=f"https://{source}.example"
        ),
        score=score,
        reasons=(),
        decision=decision,
        why="titles agree",
    )


def sure(entry: Entry, source: str, score: float = 0.9) -> Match:
    return matched(entry, source, score=score, decision=Decision.ACCEPT)


def proposal(entry: Entry, *matches: Match, outcome=Outcome.REVIEW, **fields) -> Proposal:
    said = {"at": AT, "margin": 0.1, "why": "titles agree"} | fields
    return Proposal(entry=entry, outcome=outcome, matches=matches, **said)


def result(entry: Entry, *matches: Match, outcome=Outcome.REVIEW, place=0, **fields) -> Result:
    """Return what a run gives: the accepted records merged, the others left."""
    accepted = [match for match in matches if match.decision is Decision.ACCEPT]
    merged = merge(entry, accepted, now=NOW) if outcome is Outcome.ACCEPTED else None
    first = matches[0].decision if matches else Decision.REJECT
    choice = Choice(decision=first, matches=matches, margin=0.25, why="titles agree")
    return Result(
        place=place,
        outcome=outcome,
        entry=entry if merged is None else merged.entry,
        choice=choice,
        merged=merged,
        **{"why": "titles agree"} | fields,
    )
