"""Groups in other people's libraries look sane."""

import pytest

from refman.duplicates import Relation, same_work, search
from refman.formats.exact import decode
from refman.formats.loaders.bib import BIBTEX
from refman.model import Record

pytestmark = pytest.mark.corpus


def libraries(corpus):
    for file in sorted((corpus / "bib").rglob("*.bib")):
        text, _ = decode(file.read_bytes())
        records = BIBTEX.load(text)
        yield file.name, [piece.entry for piece in records if isinstance(piece, Record)]


def test_groups_look_sane(corpus):
    pairs = sure = 0
    for name, entries in libraries(corpus):
        found = search(entries)
        places = [place for group in found.groups for place in group.places]
        assert len(places) == len(set(places)), name
        for group in found.groups:
            for pair in group.pairs:
                first, second = entries[pair.first], entries[pair.second]
                where = f"{name}: {first.citekey}, {second.citekey}"
                assert same_work(second, first) == pair.verdict, where
                pairs += 1
                if not pair.verdict.is_one_work:
                    continue
                sure += 1
                dois = {
                    entry.identifiers.doi.lower()
                    for entry in (first, second)
                    if entry.identifiers.doi
                    and not entry.identifiers.doi.lower().startswith(("10.48550/", "10.5281/"))
                }
                assert len(dois) < 2, where
                years = [entry.issued.year for entry in (first, second) if entry.issued]
                assert len(years) < 2 or abs(years[0] - years[1]) <= 3 or pair.verdict.shared, where
    print(f"{pairs} pairs, {sure} of them one work")
    assert sure >= 60


def test_known_pairs(corpus):
    """What was looked at by eye."""
    by_key = {
        name: {entry.citekey: entry for entry in entries} for name, entries in libraries(corpus)
    }
    examples = by_key["biblatex-examples.bib"]
    acm = by_key["acm_sample-base.bib"]

    def told(entries, first, second):
        return same_work(entries[first], entries[second]).relation

    assert told(examples, "baez/article", "baez/online") is Relation.VERSIONS
    assert told(examples, "kullback", "kullback:reprint") is Relation.UNSURE
    assert told(examples, "knuth:ct:a", "knuth:ct:b") is Relation.DIFFERENT
    assert told(examples, "nietzsche:ksa", "nietzsche:ksa1") is not Relation.SAME
    assert told(acm, "Clarkson85", "Clarkson:1985:ACP:911891") is Relation.SAME
    assert told(acm, "Petrie:1986:NAD:899644", "Petrie:1986:NAD:12345") is Relation.UNSURE
