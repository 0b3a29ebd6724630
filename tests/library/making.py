"""Small libraries and queries, as hypothesis makes them."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from refman.library.query_tree import (
    AllOf,
    AnyOf,
    Binned,
    Column,
    Exact,
    Fact,
    Is,
    Not,
    Side,
    Stretch,
    Times,
    Within,
    Words,
    Years,
)
from refman.library.rows import FACTS
from refman.library.texts import fold, joined_words, words_of
from refman.model import (
    Arxiv,
    Date,
    Entry,
    Holding,
    Identifiers,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    LinkState,
    Name,
    Provenance,
    Span,
    Status,
)

NOW = datetime(2026, 11, 26, 15, tzinfo=UTC)
WORDS = (
    "world",
    "worlds",
    "model",
    "graph",
    "Größe",
    "GPT-4",
    "gpt4",
    "π₀",
    "$\\pi_0$",
    "世界",
    "界",
    "o'brien",
    "a",
)
texts = st.lists(st.sampled_from((*WORDS, "the", "-", "model.")), max_size=5).map(" ".join)
maybe = lambda values: st.none() | values  # noqa: E731
names = st.sampled_from(("Ada", "Lia", "O'Brien", "Größe"))
tags = st.sampled_from(("ML", "ml", "world models", 'say "x"'))
paths = st.sampled_from(("A", "A/B", "A0", "A/B/C", "b"))
links = st.builds(
    lambda kind, state, promised: Link(
        url="https://x.org/", raw_url="", span=Span(0, 0), kind=kind, state=state, promised=promised
    ),
    st.sampled_from(LinkKind),
    st.sampled_from(LinkState),
    st.booleans(),
)
sources = st.builds(
    Provenance,
    st.sampled_from(("arxiv", "hf_papers", "user", "listing", "inbox.txt")),
    maybe(st.just((0, 9))),
)
entries = st.builds(
    Entry,
    type=st.sampled_from((ItemType.ARTICLE, ItemType.BOOK)),
    status=st.sampled_from(Status),
    citekey=maybe(st.sampled_from(("ada2023", "Ada2023", "adb", "ä"))),
    title=maybe(texts),
    author=st.lists(st.builds(Name, family=names, given=names), max_size=2).map(tuple),
    abstract=maybe(texts),
    container_title=maybe(texts),
    notes=st.lists(texts, max_size=2).map(tuple),
    issued=maybe(st.builds(Date, st.integers(2020, 2025), maybe(st.integers(1, 12)))),
    identifiers=st.builds(
        Identifiers,
        doi=maybe(st.sampled_from(("10.1/A", "10.1/ab"))),
        arxiv=maybe(st.sampled_from((Arxiv("2401.00001"), Arxiv("2401.00012")))),
    ),
    links=st.lists(links, max_size=2).map(tuple),
    keywords=st.lists(st.builds(Keyword, tags), max_size=2, unique_by=lambda k: k.text).map(tuple),
    collections=st.lists(paths, max_size=2, unique=True).map(tuple),
    provenance=st.dictionaries(st.sampled_from(("title", "author")), sources, max_size=2),
)
times = st.integers(0, 20).map(lambda days: NOW - timedelta(days=days))
holdings = st.builds(
    Holding,
    entry=entries,
    added=times,
    changed=maybe(times),
    binned=maybe(times).filter(bool) | st.none(),
)
libraries = st.lists(holdings, max_size=8).map(
    lambda found: [
        Holding(
            id=id_,
            entry=h.entry,
            added=h.added,
            changed=h.changed,
            binned=h.binned if id_ % 3 == 0 else None,
        )
        for id_, h in enumerate(found, 1)
    ]
)


ids = st.integers(1, 8)
works = st.dictionaries(ids, st.integers(1, 3), max_size=8)
exports = st.dictionaries(
    st.tuples(st.integers(1, 2), ids), st.tuples(times, maybe(times)), max_size=6
)
pairs = st.sets(st.tuples(ids, ids).filter(lambda pair: pair[0] < pair[1]), max_size=3)


def asked_words(text, column, is_prefix):
    folded = fold(text)
    found = tuple(words_of(folded))
    joined = joined_words(folded)
    return Words(
        words=found,
        joined=joined[0] if joined == ["".join(found)] else None,
        column=column,
        is_prefix=is_prefix and len(found[-1]) > 1,
    )


leaves = st.one_of(
    st.builds(
        asked_words,
        st.sampled_from((*WORDS, "wor", "world models", "gr", "orl", "世", "2401")),
        maybe(st.sampled_from(Column)),
        st.booleans(),
    ),
    st.builds(Fact, st.sampled_from(FACTS)),
    st.builds(Within, st.sampled_from([side for side in Side if side is not Side.CHOICE])),
    st.builds(Years, maybe(st.integers(2019, 2026)), st.integers(2019, 2026)),
    st.builds(
        lambda what, first, before: Stretch(what=what, first=first, before=before),
        st.sampled_from(Times),
        maybe(times),
        maybe(times),
    ),
    st.just(Binned()),
    st.sampled_from(
        [
            Is(what=what, value=value, is_prefix=is_prefix)
            for what, values in {
                Exact.TYPE: ("book",),
                Exact.STATUS: ("accepted",),
                Exact.KEY: ("ADA2023", "ad", "ä"),
                Exact.TAG: ("ml", "w", "to read"),
                Exact.COLLECTION: ("a", "a/b", "b"),
                Exact.DOI: ("10.1/a", "10.1/ab"),
                Exact.ARXIV: ("2401.00001", "2401"),
            }.items()
            for value in values
            for is_prefix in (False, True)
            if not (is_prefix and what in (Exact.TYPE, Exact.STATUS))
        ]
    ),
)
nodes = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.lists(parts, max_size=3).map(lambda found: AllOf(tuple(found))),
        st.lists(parts, min_size=2, max_size=3).map(lambda found: AnyOf(tuple(found))),
    ),
    max_leaves=5,
)


def held(*entries):
    """Return entries as a library holds them, numbered from 1, each a second later."""
    return [
        Holding(id=id_, entry=entry, added=NOW + timedelta(seconds=id_))
        for id_, entry in enumerate(entries, 1)
    ]
