"""A large made-up library: entries of 1.9 KB as JSON, words as often as in prose (Zipf), seeded."""

import itertools
import random
from datetime import UTC, datetime, timedelta

from refman.model import (
    Arxiv,
    Citekey,
    Date,
    Entry,
    Identifiers,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    LinkState,
    Name,
    Span,
    Status,
)

__all__ = ["START", "large_entries", "time_of"]


def words(text):
    return text.split()


START = datetime(2024, 1, 1, tzinfo=UTC)
FREQUENT = words(
    """the of and a to in we that for is this on with by are as model models learning data from
    which an be our can it show propose method training language results or task tasks these have
    between performance approach not using at based their image network video agents robot planning
    vision reward policy attention diffusion transformer reasoning graph world scene memory
    benchmark large neural deep however then them there through than thus they three"""
)
OPENING = words("ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru")
MIDDLE = words("ban cel din fom gur hal jen kil lom mun nap per rit sol tur val wen xil yor zun")
CLOSING = words("a el ion ate ing er ive al ous ity")
VOCABULARY = (
    FREQUENT
    + ["".join(parts) for parts in itertools.product(OPENING, MIDDLE, MIDDLE, CLOSING)][:60_000]
)
GIVEN = [a.title() + b for a in OPENING for b in ("na", "rik", "lia", "mo")]
FAMILY = [a.title() + b + c for a in OPENING for b in MIDDLE for c in ("son", "ova", "ini", "er")]
VENUES = [
    f"Proceedings of the {n}th Meeting on {w.title()}" for n in range(5, 9) for w in FREQUENT[16:30]
]
TAGS = ["to read", "world models", "survey", *VOCABULARY[100:500]]
COLLECTIONS = ["Inbox", "Thesis", "Thesis/Background", "Thesis/Methods", *VOCABULARY[600:650]]
KINDS = (
    LinkKind.CODE,
    LinkKind.PROJECT,
    LinkKind.DATASET,
    LinkKind.MODEL,
    LinkKind.DEMO,
    LinkKind.VIDEO,
)
STATES = (LinkState.ALIVE, LinkState.UNCHECKED, LinkState.MOVED, LinkState.DEAD)
TYPES = (
    ItemType.ARTICLE,
    ItemType.PAPER_CONFERENCE,
    ItemType.ARTICLE_JOURNAL,
    ItemType.BOOK,
    ItemType.THESIS,
)


def cumulated(count, exponent=1.0):
    return list(itertools.accumulate(1 / (rank + 2) ** exponent for rank in range(count)))


def large_entries(count, seed=1):
    """Yield made-up entries; the same for the same seed."""
    chance = random.Random(seed)
    common, names = cumulated(len(VOCABULARY)), cumulated(len(FAMILY), 0.6)
    title_words = cumulated(len(VOCABULARY) - 20, 0.8)
    tags, collections = cumulated(len(TAGS)), cumulated(len(COLLECTIONS))
    for place in range(count):
        drawn = chance.choices(VOCABULARY, cum_weights=common, k=150)
        title = chance.choices(VOCABULARY[20:], cum_weights=title_words, k=chance.randrange(5, 11))
        if place % 3 == 0:
            title.insert(2, chance.choice(("of the", "for", "in the", "and")))
        sentences = (" ".join(drawn[start : start + 20]) for start in range(0, 150, 20))
        people = chance.choices(FAMILY, cum_weights=names, k=chance.randrange(1, 7))
        year = 2025 - int(chance.expovariate(0.25))
        yield Entry(
            type=chance.choices(TYPES, (50, 30, 15, 3, 2))[0],
            citekey=Citekey(f"{people[0].lower()}{year}{title[0]}{place}"),
            title=" ".join(title).capitalize(),
            author=tuple(Name(family=family, given=chance.choice(GIVEN)) for family in people),
            issued=Date(year, chance.randrange(1, 13)),
            abstract=". ".join(sentence.capitalize() for sentence in sentences) + ".",
            container_title=chance.choice(VENUES) if place % 2 else None,
            identifiers=Identifiers(
                arxiv=Arxiv(f"{year % 100:02}{place % 12 + 1:02}.{place % 100_000:05}")
                if place % 4
                else None,
                doi=f"10.5555/{place}" if place % 3 == 0 else None,
            ),
            links=tuple(
                Link(
                    url=f"https://github.com/{family}/{title[0]}".lower(),
                    raw_url="",
                    span=Span(0, 0),
                    kind=chance.choices(KINDS, (50, 20, 10, 10, 5, 5))[0],
                    state=chance.choices(STATES, (60, 30, 8, 2))[0],
                )
                for family in people[: chance.randrange(0, 3)]
            ),
            keywords=tuple(
                map(Keyword, dict.fromkeys(chance.choices(TAGS, cum_weights=tags, k=3)))
            ),
            collections=tuple(
                dict.fromkeys(chance.choices(COLLECTIONS, cum_weights=collections, k=place % 3))
            ),
            status=chance.choices(tuple(Status), (20, 70, 10))[0],
        )


def time_of(place):
    """Return when the entry at a place was added."""
    return START + timedelta(seconds=37 * place)
