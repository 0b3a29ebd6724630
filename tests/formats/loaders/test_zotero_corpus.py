"""What Zotero reads in real files is read here, but for what a table names with its reason.

The table is tests/data/formats/zotero-differences.toml: a value that is read otherwise and that no
row explains fails the test, and so does a row that explains nothing.
"""

import json
import re
import tomllib
from collections import Counter

import pytest

from refman.formats.loader import HEAD
from refman.formats.loaders.bookmarks import BOOKMARKS
from refman.formats.loaders.csl import CSL_JSON
from refman.formats.loaders.endnote_xml import ENDNOTE_XML
from refman.formats.loaders.mods import MODS
from refman.formats.loaders.nbib import NBIB
from refman.formats.loaders.refer import REFER
from refman.formats.loaders.ris import RIS
from refman.formats.loaders.zotero_rdf import ZOTERO_RDF
from tests.formats.loaders.loaded import records, text_of
from tests.formats.shown import DATA
from tests.formats.zotero_items import Difference, differences

KINDS = {
    "bookmarks": BOOKMARKS,
    "csl_json": CSL_JSON,
    "endnote_xml": ENDNOTE_XML,
    "mods": MODS,
    "nbib": NBIB,
    "refer_enw": REFER,
    "ris": RIS,
    "zotero_rdf": ZOTERO_RDF,
}
BEST = {"csl_json": "best.csl.json", "ris": "best.ris", "zotero_rdf": "best.rdf"}
ROWS = tomllib.loads((DATA / "zotero-differences.toml").read_text("utf-8"))
LEAST_AGREEING = {
    "bookmarks": 1.0,
    "csl_json": 0.93,
    "endnote_xml": 0.91,
    "mods": 0.84,
    "nbib": 0.98,
    "refer_enw": 0.95,
    "ris": 0.75,
    "zotero_rdf": 0.96,
}
"""Most of the files of RIS hold placeholders, "Year", which are no values."""

NOWHERE = "nowhere"


def files(corpus, kind):
    """The files of a kind, each with what Zotero read in it."""
    beside = sorted((corpus / "other_formats" / kind).glob("*.expected.json"))
    found = [(path.with_name(path.name.removesuffix(".expected.json")), path) for path in beside]
    if kind in BEST:
        best = corpus.parent / "zotero-samples" / BEST[kind]
        found.append((best, best.with_name(f"{best.name}.as-zotero-reads-it.json")))
    return found


def pair_of(difference):
    if difference.field == "itemType":
        return f"itemType {difference.theirs} -> {difference.ours}"
    return f"{difference.field} -> {difference.elsewhere or NOWHERE}"


def reason_for(kind, difference):
    for row in ROWS.get(kind, []):
        if pair_of(difference) in row["pairs"] and re.fullmatch(
            row.get("value", ".*"), str(difference.theirs), re.DOTALL
        ):
            return row["why"]
    return None


@pytest.mark.parametrize("kind", ROWS)
def test_a_reason_is_narrow(kind):
    """What an entry has nowhere is explained by what the value looks like, never as such."""
    assert kind in KINDS
    for row in ROWS[kind]:
        assert row["why"]
        assert all(re.fullmatch(r"\w[\w ]* -> \S.*", pair) for pair in row["pairs"])
        assert not re.fullmatch(row.get("value", "x"), "Lamp 7, of oil")
        if any(pair.endswith(f"-> {NOWHERE}") for pair in row["pairs"]):
            assert "value" in row, row


@pytest.mark.corpus
@pytest.mark.parametrize("kind", KINDS)
def test_what_zotero_reads_is_read(corpus, kind, capsys):
    reasons: Counter[str] = Counter()
    used, unexplained, agreeing = set(), [], 0
    for path, beside in files(corpus, kind):
        expected = json.loads(beside.read_text("utf-8"))
        found = records(KINDS[kind], text_of(path))
        assert len(found) == len(expected), path
        for record, item in zip(found, expected, strict=True):
            for each in differences(record.entry, item):
                if not isinstance(each, Difference):
                    agreeing += 1
                elif why := reason_for(kind, each):
                    reasons[why] += 1
                    used.add(pair_of(each))
                else:
                    unexplained.append((path.name, item["itemType"], each))
    total = agreeing + reasons.total() + len(unexplained)
    with capsys.disabled():
        print(f"\n{kind}: {total} values compared, {agreeing} agree")
        for why, count in reasons.most_common():
            print(f"  {count:4} {why}")
    assert not unexplained
    assert agreeing >= LEAST_AGREEING[kind] * total
    unused = {pair for row in ROWS.get(kind, []) for pair in row["pairs"]} - used
    assert not unused, "explain nothing any more"


@pytest.mark.corpus
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_known_for_its_kind_alone(corpus, kind):
    for path, _ in files(corpus, kind):
        head = text_of(path)[:HEAD]
        scores = {name: loader.score(head) for name, loader in KINDS.items()}
        assert scores.pop(kind) >= 0.6, path
        assert max(scores.values()) <= 0.3, path
