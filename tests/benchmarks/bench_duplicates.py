"""Duplicate search: 100,000 titles, beside the least that rapidfuzz itself needs for them."""

import random
import time

import pytest
from rapidfuzz import fuzz, process

from refman.duplicates import Index, search
from refman.model import Date, Entry
from refman.normalise import parse_name
from tests.samples import stream_papers

SIZE = 100_000
PLANTED = 2_000
END = 12


def cpu_s(work):
    start_s = time.process_time()
    found = work()
    return time.process_time() - start_s, found


def library(size):
    return [
        Entry(
            title=paper.title,
            author=tuple(map(parse_name, paper.authors)),
            issued=Date(2020 + place % 5),
        )
        for place, paper in enumerate(stream_papers(size, seed=1))
    ]


@pytest.fixture(scope="module")
def entries():
    chance = random.Random(7)
    entries = library(SIZE)
    for entry in chance.sample(entries, PLANTED):
        word = max(entry.title.split(), key=len)
        place = entry.title.index(word) + len(word) - chance.randrange(1, 5)
        title = entry.title[:place] + entry.title[place + 1 :]
        entries.append(Entry(title=title, author=entry.author, issued=entry.issued))
    return entries


def least_cpu_s(work):
    """Return the least of three times, since other programs disturb, and what was found."""
    return min((cpu_s(work) for _ in range(3)), key=lambda told: told[0])


def floor(keys):
    """Compare each title with those that begin with its first letters, at most 40."""
    blocks = {}
    for key in keys:
        blocks.setdefault(key[:END], []).append(key)
    for block in blocks.values():
        for place, key in enumerate(block):
            process.extract(
                key, block[place + 1 : place + 41], scorer=fuzz.ratio, score_cutoff=90, limit=None
            )


def hostile():
    chance = random.Random(3)
    letters = "abcdefghijklmnopqrstuvwxyz"
    yield "one title", [Entry(title="Lamps of the North")] * SIZE
    yield (
        "one title, other authors",
        [Entry(title="Lamps", author=(parse_name(f"A B{n}"),)) for n in range(SIZE)],
    )
    yield (
        "one beginning",
        [
            Entry(title=f"Notes on the reading of {''.join(chance.choices(letters, k=9))} by lamps")
            for _ in range(SIZE)
        ],
    )


def test_search(benchmark, entries):
    keys = ["".join(filter(str.isalnum, entry.title.lower())) for entry in entries]
    floor_s, _ = least_cpu_s(lambda: floor(keys))
    took_s, found = benchmark.pedantic(lambda: least_cpu_s(lambda: search(entries)), rounds=1)
    pairs = {(pair.first, pair.second) for group in found.groups for pair in group.pairs}
    recall = sum(second >= SIZE for _, second in pairs) / PLANTED
    print(
        f"\n{len(entries):,} titles: {took_s:.2f} s CPU, {took_s / floor_s:.1f} times rapidfuzz"
        f" alone ({floor_s:.2f} s); {found.compared:,} pairs looked at closely;"
        f" recall {recall:.4f}, {sum(second < SIZE for _, second in pairs)} false pairs"
    )
    for name, those in hostile():
        hostile_s, found = cpu_s(lambda those=those: search(those))
        print(f"{name:>26}: {hostile_s:.2f} s CPU, crowded: {len(found.crowded)}")


def test_index(benchmark, entries):
    index_s, index = cpu_s(lambda: Index(entries))
    asked = entries[::100]
    took_s, _ = benchmark.pedantic(
        lambda: cpu_s(lambda: [index.matches(entry) for entry in asked]), rounds=1
    )
    print(
        f"\nindex of {len(entries):,}: {index_s:.2f} s CPU;"
        f" a question: {took_s / len(asked) * 1e3:.2f} ms"
    )
