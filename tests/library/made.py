"""Libraries in a test's own folder, a clock that a test moves, entries of made-up papers."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from refman.library import Library, Patience, open_library
from refman.model import (
    Add,
    Candidate,
    Citekey,
    Date,
    Decision,
    Entry,
    Holding,
    ItemType,
    Keyword,
    Match,
    Name,
    Outcome,
    Proposal,
    Reason,
)

START = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)


class Clock:
    """Tell a time that is one second later each time, so that no two are equal."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def opened(path: Path, clock: Clock | None = None, **how) -> Library:
    """Open a library without waiting for the disk: what is not flushed outlives the test."""
    how = {"patience": Patience(seconds=0), "synchronous": "OFF"} | how
    return open_library(path, now=clock or Clock(), **how)


def paper(number: int, **fields) -> Entry:
    """Return an entry; another for each number."""
    words = ("amber", "brass", "copper", "dusk", "ember", "flint", "glass", "harbour")
    title = f"{words[number % 8].title()} lamps of the {words[number // 8 % 8]} quay, part {number}"
    return Entry(
        **{
            "type": ItemType.ARTICLE_JOURNAL,
            "citekey": Citekey(f"lund{number}{words[number % 8]}"),
            "title": title,
            "author": (Name(family="Lund", given="Ada"), Name(family="Berg", given=f"Bo {number}")),
            "issued": Date(2000 + number % 25),
            "abstract": f"We trimmed {number} lamps and counted the moths that came.",
            "container_title": "Journal of Wicks",
            "keywords": (Keyword("lamps"),),
        }
        | fields
    )


def add(*entries: Entry, at: datetime = START) -> list[Add]:
    return [Add(Holding(entry=entry, added=at)) for entry in entries]


def proposal(entry: Entry, *records: Entry, **fields) -> Proposal:
    """Return what a look-up may have found for an entry: records that may be it, each less sure."""
    matches = tuple(
        Match(
            candidate=Candidate(source="crossref", entry=record, at=START),
            score=0.75 - place / 10,
            reasons=(Reason("title", 0.7, 0.5, "titles are alike"),),
            decision=Decision.REVIEW,
            why="the titles are alike",
        )
        for place, record in enumerate(records)
    )
    said = {"at": START, "outcome": Outcome.REVIEW, "margin": 0.1, "why": "titles are alike"}
    return Proposal(**{"entry": entry, "matches": matches} | said | fields)
