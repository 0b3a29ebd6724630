"""Real .bib files: what is put in is all that changes, and all readers read the rest as before."""

import logging
from collections import Counter
from pathlib import Path

import bibtexparser
import pytest

from refman.adding import add_entries
from refman.citekeys import compile_pattern
from refman.formats.bib.edit import BibFile
from refman.formats.bib.scan import BlockKind, scan
from refman.formats.exact import Exact, decode
from refman.formats.format import Options
from refman.formats.loaders.bib import BIBTEX
from refman.model import Date, Doi, Entry, Identifiers, ItemType, LeftOver, Name
from refman.outcomes import Outcome
from tests.formats.bib_edit.edited import MISSING

pytestmark = pytest.mark.corpus

PAPERS = [
    Entry(
        type=ItemType.ARTICLE_JOURNAL,
        title="Wicks of Wool: an Äußerst Careful Study",
        author=(Name(family="Lindqvist-Øre", given="Ada"),),
        issued=Date(2031, 4),
        container_title="Annals of Lamps that Never Were",
        identifiers=Identifiers(doi=Doi("10.99999/never.1")),
        abstract="First paragraph, 50% wool.\n\nSecond {one.",
    ),
    Entry(title="Of Oil and Owls Unheard", author=(Name(family="Okafor", given="Ngozi"),)),
]


def files(corpus: Path) -> list[Path]:
    return sorted(path for path in (corpus / "bib").rglob("*.bib") if path.is_file())


def loaded(text):
    """Return (key, entry) of all that is read."""
    return [
        (record.entry.citekey, record.entry)
        for record in BIBTEX.load(text)
        if not isinstance(record, LeftOver)
    ]


def taken_out(file, insertions, new):
    """Return the new bytes without what was put in."""
    old, start = b"", 0
    for insertion in insertions:
        added = file.exact.encode(insertion.text)
        at = new.index(added, start)
        old, start = old + new[start:at], at + len(added)
    return old + new[start:]


def test_two_papers_go_into_every_file(corpus):
    pattern, count = compile_pattern("{auth}{year}{word}"), 0
    for path in files(corpus):
        data = path.read_bytes()
        file = BibFile(Exact(data, source=path.name))
        addition = add_entries(
            file, BIBTEX.load(file.exact.text), PAPERS, pattern=pattern, options=Options()
        )
        assert [fate.outcome for fate in addition.fates] == [Outcome.NEW] * 2, path
        new = file.exact.spliced(addition.insertions)
        assert taken_out(file, addition.insertions, new) == data, path
        text, _ = decode(new)
        keys = {fate.key for fate in addition.fates}
        assert len(keys) == 2
        read = loaded(text)
        assert [pair for pair in read if pair[0] not in keys] == loaded(file.exact.text), path
        titles = [entry.title for key, entry in read if key in keys]
        assert titles == [paper.title for paper in PAPERS], path
        _check_with_another_reader(file.exact.text, text, keys, path)
        count += 1
    assert count > 100


def _check_with_another_reader(old, new, keys, path):
    """Ask bibtexparser, where it reads the old file whole."""
    logging.disable(logging.CRITICAL)
    try:
        before = bibtexparser.parse_string(old, parse_stack=[])
        after = bibtexparser.parse_string(new, parse_stack=[])
    finally:
        logging.disable(logging.NOTSET)
    if before.failed_blocks:
        return
    assert not after.failed_blocks, path
    assert [e.key for e in after.entries if e.key not in keys] == [e.key for e in before.entries]
    assert keys <= {entry.key for entry in after.entries}, path


def test_fields_go_into_every_sound_entry(corpus):
    filled = 0
    for path in files(corpus):
        data = path.read_bytes()
        file = BibFile(Exact(data, source=path.name))
        put = [(block, file.filled(block, MISSING)) for block in file.blocks]
        insertions = [insertion for _, insertion in put if insertion is not None]
        new = file.exact.spliced(insertions)
        assert taken_out(file, insertions, new) == data, path
        names = [name for name, _ in MISSING]
        text = decode(new)[0]
        expected = [
            [*(field.name.lower() for field in block.fields), *(names if insertion else ())]
            for block, insertion in put
            if block.kind is BlockKind.ENTRY
        ]
        assert [
            [field.name.lower() for field in block.fields]
            for block in scan(text)
            if block.kind is BlockKind.ENTRY
        ] == expected, path
        filled += len(insertions)
    assert filled > 1000


def test_a_file_added_to_itself_is_known_but_for_what_is_doubtful(corpus):
    pattern, outcomes = compile_pattern("{auth}{year}{word}"), Counter()
    for path in files(corpus):
        file = BibFile(Exact(path.read_bytes(), source=path.name))
        records = [each for each in BIBTEX.load(file.exact.text) if not isinstance(each, LeftOver)]
        entries = [record.entry for record in records]
        addition = add_entries(
            file, records, entries, pattern=pattern, options=Options(), update=True
        )
        outcomes.update(fate.outcome for fate in addition.fates)
        new = file.exact.spliced(addition.insertions)
        assert taken_out(file, addition.insertions, new) == file.exact.data, path
    assert outcomes[Outcome.KNOWN] > 0.97 * outcomes.total(), outcomes
