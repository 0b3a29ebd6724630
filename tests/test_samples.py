"""The sample listings, read: each paper with its links, as tests/data/samples has them.

An expected file holds a line a title, and under it, indented, a line a link: kind, address, and
"promised" where it is. ``--update`` writes it anew.
"""

import re
from pathlib import Path

import pytest

from refman.pipeline import read_whole
from refman.plugins import load_readers
from refman.reading.document import read_document

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"
EXPECTED = Path(__file__).resolve().parent / "data" / "samples"
NAMES = sorted(file.stem for file in SAMPLES.glob("*.txt"))


def listing_of(name):
    return read_whole(read_document(SAMPLES / f"{name}.txt"), load_readers())


@pytest.mark.parametrize("name", NAMES)
def test_papers_and_links_are_read_whole(name, request):
    lines = []
    for draft in listing_of(name).drafts:
        lines.append(draft.title)
        lines += [
            f"    {link.kind.value} {link.url}{' promised' * link.promised}" for link in draft.links
        ]
    expected = EXPECTED / f"{name}.txt"
    if request.config.getoption("--update"):
        expected.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == expected.read_text(encoding="utf-8").splitlines()


def test_abstracts_are_the_long_lines():
    text = (SAMPLES / "hf-papers.txt").read_text(encoding="utf-8")
    abstracts = [draft.abstract for draft in listing_of("hf-papers").drafts]
    assert abstracts == [line for line in text.splitlines() if len(line) > 200]
    assert all(900 <= len(abstract) <= 1800 for abstract in abstracts)


def test_a_wrapped_listing_gives_authors_and_paragraphs():
    first, *_, last = listing_of("wrapped").drafts
    assert first.title == "Ledgers of Light: Estimating the Household Economy from Window Glow"
    assert len(first.authors) == 4
    assert first.abstract.count("\n\n") == 1
    assert last.authors == ("Lena Petrov",)


def test_abstracts_that_a_page_lacks_are_not_known():
    drafts = listing_of("daily-papers").drafts
    assert [draft.abstract is None for draft in drafts] == [
        title.startswith(("Small Hours", "Do Language", "Reading Between"))
        for title in (draft.title for draft in drafts)
    ]


def test_the_table_of_samples_is_true():
    table = (SAMPLES / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\S+)\.txt` \|.*\| (\d+) \| (\d+) \|$", table, re.MULTILINE)
    assert sorted(name for name, *_ in rows) == NAMES
    for name, papers, links in rows:
        drafts = listing_of(name).drafts
        found = sum(len(draft.links) for draft in drafts)
        assert (len(drafts), found) == (int(papers), int(links)), name
