"""The real files beside the checkout: nothing is lost, and what Zotero reads in them is read here.

Where a value is read otherwise than Zotero does, REASONS says why; one that it does not explain
fails the test.
"""

import json
import re
from collections import Counter

import pytest

from refman.formats.loaders.nbib import NBIB
from refman.formats.loaders.refer import REFER
from refman.formats.loaders.ris import RIS
from refman.formats.loaders.ris import _pattern as pattern_of_ris
from tests.formats.loaders.loaded import pieces, records, text_of
from tests.formats.zotero_items import Difference, differences

pytestmark = pytest.mark.corpus

KINDS = {"ris": (RIS, "*.ris"), "nbib": (NBIB, "*.nbib"), "refer_enw": (REFER, "*.enw")}
LEAST = 0.97
SAID_OTHERWISE = {"october", "Electronic", "Linking", "Print", "Articles"}
"""Words of the files that are a month's number, tell a journal's ISSNs apart, or are a type."""

TYPES = {
    "document dataset": "AGGR is a database, which Zotero does not know",
    "document book": "ANCIENT is a classic, which Zotero has as a book",
    "document artwork": "EQUA is a figure",
    "magazineArticle book": "a catalogue is a book of its own",
    "journalArticle document": "GRANT has no type in CSL",
    "case statute": "LEGAL is a rule or regulation",
    "audioRecording document": "MUSIC is a score in CSL, for which Zotero has no type",
    "videoRecording film": "CSL has one type for films and videos",
    "manuscript document": "PAMP is a pamphlet, for which Zotero has no type",
    "manuscript bill": "UNBILL is a bill",
    "report standard": "STAND is a standard",
    "journalArticle manuscript": "UNPB is unpublished",
    "journalArticle book": "JFULL is a whole periodical",
    "email letter": "CSL has one type for letters and e-mail",
}
"""Zotero's item type and ours -> why."""

REASONS = (
    ("a placeholder is no date", r"(date\w*|issueDate)", r"0000 .*", r".*"),
    ("a placeholder is no address, so it is kept under its tag", r"url", r".*", r"UR|%U"),
    ("a placeholder is no ISBN or ISSN, so it is kept under its tag", r"ISBN|ISSN", r".*",
     r"SN|N1:ISBN"),
    ("an entry has no such field: the value is kept under its tag", r".*", r".*",
     r"[A-Z][A-Z0-9]|N1:.*|%.|LID"),
    ("the value is a note with its label, which is not one of its type", r".*", r".*", r"note"),
    ("an entry has one field for it, whatever the type", r"(?!creator).*", r".*", r"[a-z].*|DOI"),
    ("an entry has fewer roles", r"creator .*", r".*", r"creator .*"),
    ("first and last name of a lone person without a comma", r"creator .*", r"[\w]+,? [\w]+", r""),
)  # fmt: skip
"""Why; the field, Zotero's value, and where ours has it ("" for nowhere), as patterns."""


def files(corpus, kind):
    return sorted((corpus / "other_formats" / kind).glob(KINDS[kind][1]))


def reason_for(difference):
    if difference.field == "itemType":
        return TYPES.get(f"{difference.theirs} {difference.ours}")
    for why, field, theirs, where in REASONS:
        if (
            re.fullmatch(field, difference.field)
            and re.fullmatch(theirs, str(difference.theirs), re.DOTALL)
            and re.fullmatch(where, difference.elsewhere or "")
        ):
            return why
    return None


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_is_of_its_kind_alone(corpus, kind):
    for path in files(corpus, kind):
        scores = {name: loader.score(text_of(path)[:65_536]) for name, (loader, _) in KINDS.items()}
        assert scores.pop(kind) >= 0.6, path
        assert not any(scores.values()), path


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_lost(corpus, kind):
    """Each value stands in the entry, in its extra, or in what was left over."""
    loader = KINDS[kind][0]
    for path in files(corpus, kind):
        text = text_of(path)
        found = pieces(loader, text)
        assert found, path
        held = " ".join(map(repr, found)).casefold()
        words = {word for word in re.findall(r"[^\W\d_]{4,}", text) if not word.isupper()}
        lost = {word for word in words if word.casefold() not in held}
        assert lost <= SAID_OTHERWISE, path


def test_no_record_of_ris_is_lost(corpus):
    for path in files(corpus, "ris"):
        text = text_of(path)
        ends = [found for found in pattern_of_ris(text).finditer(text) if "ER" in found.groups()]
        assert len(records(RIS, text)) >= len(ends), path


def test_other_kinds_are_none_of_these(corpus):
    for folder in ("bib", "listings", "other_formats/csl_json", "other_formats/endnote_xml"):
        for path in sorted((corpus / folder).rglob("*")):
            if path.is_file() and path.stat().st_size < 2_000_000:
                head = path.read_bytes().decode("utf-8", "replace")[:65_536]
                for loader, _ in KINDS.values():
                    assert loader.score(head) == 0, (path, loader.name)


def test_what_zotero_reads_is_read(corpus, capsys):
    counts: Counter[str] = Counter()
    unexplained = []
    for kind, (loader, _) in KINDS.items():
        for path in files(corpus, kind):
            beside = path.with_name(path.name + ".expected.json")
            if not beside.exists():
                continue
            expected = json.loads(beside.read_text("utf-8"))
            found = records(loader, text_of(path))
            assert len(found) == len(expected), path
            for record, item in zip(found, expected, strict=True):
                for each in differences(record.entry, item):
                    if not isinstance(each, Difference):
                        counts["agree"] += 1
                    elif why := reason_for(each):
                        counts[why] += 1
                    else:
                        unexplained.append((path.name, item["itemType"], each))
    total = counts.total() + len(unexplained)
    with capsys.disabled():
        print(f"\n{total} values compared, {counts['agree']} agree; {len(unexplained)} unexplained")
        for why, count in counts.most_common()[1:]:
            print(f"  {count:4} {why}")
    assert counts.total() >= LEAST * total, unexplained
    assert not unexplained
