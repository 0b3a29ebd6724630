"""Real files beside the checkout: nothing lost, and what other programs read beside ours."""

import json
import re
from collections import Counter

import bibtexparser
import pytest

from refman.formats.bib.read import read_bib
from refman.formats.bib.scan import BlockKind, scan
from refman.formats.biblatex import BIBLATEX
from refman.formats.bibtex import BIBTEX
from refman.model import LeftOver, Record
from refman.reading.document import read_document
from tests.formats import zotero_items
from tests.formats.bib.round_trip import differences, dumped_and_read

pytestmark = pytest.mark.corpus

BEGINNING = re.compile(r"^[ \t]*@\s*\w+\s*[{(]", re.MULTILINE)
MARKUP = "markup that Zotero makes of LaTeX; ours keeps text and formulas"
TABLE = {
    ("bibtex_01", "pages"): "a range has a hyphen here",
    ("bibtex_03", "pages"): "a range has a hyphen here",
    ("bibtex_07", "title"): MARKUP,
    ("bibtex_07", "publicationTitle"): MARKUP,
    ("bibtex_11", "pages"): "a range has a hyphen here",
    ("bibtex_13", "extra"): "what is no identifier is kept word for word, under its own name",
    ("bibtex_15", "pages"): "a range has a hyphen here",
    ("bibtex_17", "pages"): "a range has a hyphen here",
    ("bibtex_19", "title"): "TEL is no sign for telephones here",
    (
        "bibtex_19",
        "creator author",
    ): r"``\\i`` is a break and a letter; Zotero makes it a dotless i",
    ("bibtex_19", "publisher"): MARKUP,
    ("bibtex_23", "title"): MARKUP,
}
"""Where Zotero reads otherwise, by file and field, and why that is right here."""

OF_BIBTEXPARSER = {
    (
        "BraceBalancer.biblatex.bib",
        "sep-aesthetic-judgment",
    ): "a brace behind a backslash counts here",
    ("2.bib", "key01"): "two entries of one key",
    ("decoret.bib", "key01"): "two entries of one key",
    ("bibtex_09.bib", "mendeleyFilePaths2"): "a comma is missing between two fields",
}
"""Entries that bibtexparser reads otherwise, and why."""

CHANGED = {
    ("Overline_during_Import_1467.bib", "Held_1998", "title"): r"\rm in a formula is \mathrm then",
    ("bibtex-symbols.bib", "1", "extra"): "escaped braces in a kept value are written as text",
    ("bibtex_09.bib", "mendeleyFilePaths2", "attachments"): "a path's braces are percent-encoded",
}
"""What comes back otherwise from a file that we write, and why."""


def files_of(corpus):
    for path in sorted((corpus / "bib").rglob("*")):
        if path.is_file() and path.suffix in {".bib", ".txt"}:
            yield path, read_document(path).text


def test_every_entry_is_read_or_left_over(corpus):
    count = Counter()
    for path, text in files_of(corpus):
        pieces = list(read_bib(text))
        spans = [piece.span for piece in pieces]
        for found in BEGINNING.finditer(text):
            at = found.end() - 1
            assert any(span.start <= at < span.end for span in spans), (path.name, found.group())
        held = "".join(text[span.start : span.end] for span in spans)
        assert "".join(held.split()) == "".join(text.split()), path.name
        count["files"] += 1
        count["entries"] += sum(isinstance(piece, Record) for piece in pieces)
        count["left over"] += sum(isinstance(piece, LeftOver) for piece in pieces)
        count["problems"] += sum(
            len(piece.problems) for piece in pieces if isinstance(piece, Record)
        )
    print(dict(count))
    assert count["files"] > 100
    assert count["entries"] > 3_000


def test_every_title_is_in_its_entry(corpus):
    for path, text in files_of(corpus):
        blocks = {block.start: block for block in scan(text)}
        for piece in read_bib(text):
            if isinstance(piece, Record) and piece.entry.title is None:
                fields = blocks[piece.span.start].fields
                raw = [text[field.value_start : field.value_end] for field in fields
                       if field.name.lower() == "title"]  # fmt: skip
                assert not "".join(raw).strip(' {}"\n'), (path.name, piece.entry.citekey)


def test_bibtexparser_reads_the_same_fields(corpus):
    """Each entry that bibtexparser reads has the same key and the same values, as written."""
    count, found = 0, set()
    for path, text in files_of(corpus):
        ours = {}
        for block in scan(text):
            if block.kind is BlockKind.ENTRY:
                values = {
                    field.name: text[field.value_start : field.value_end] for field in block.fields
                }
                ours.setdefault((block.type.lower(), block.key), values)
        for entry in bibtexparser.parse_string(text, parse_stack=[]).entries:
            values = ours[entry.entry_type.lower(), entry.key.strip()]
            for field in entry.fields:
                count += 1
                value = values.get(field.key, "")
                if "".join(value.split()) != "".join(field.value.split()):
                    found.add((path.name, entry.key))
    print(f"{count:,} fields are the same")
    assert found == set(OF_BIBTEXPARSER)
    assert count > 30_000


@pytest.mark.parametrize("format_", [BIBTEX, BIBLATEX], ids=lambda format_: format_.name)
def test_what_is_read_is_read_again(corpus, format_):
    found = set()
    for path, text in files_of(corpus):
        entries = [piece.entry for piece in read_bib(text) if isinstance(piece, Record)]
        for entry, again in dumped_and_read(entries, format_):
            found |= {(path.name, entry.citekey, name) for name in differences(entry, again)}
    assert found <= set(CHANGED)


def test_zotero_reads_the_same(corpus):
    agreeing, found = Counter(), {}
    for path in sorted((corpus / "bib" / "zotero_translator_tests").glob("*.expected.json")):
        name = path.name.partition(".")[0]
        text = read_document(path.with_name(f"{name}.bib")).text
        entries = [piece.entry for piece in read_bib(text) if isinstance(piece, Record)]
        items = json.loads(path.read_text("utf-8"))
        for entry, item in zip(entries, items, strict=True):
            assert entry.citekey == item["itemID"]
            for told in zotero_items.differences(entry, item):
                if isinstance(told, str):
                    agreeing[told] += 1
                elif told.elsewhere is None:
                    found[name, told.field] = told
            known = {attachment.path.replace("\\", "/") for attachment in entry.attachments}
            for attachment in item["attachments"]:
                agreeing["attachment"] += 1
                assert attachment["path"].replace("\\", "/") in known
    print(f"{sum(agreeing.values())} fields agree:", dict(agreeing))
    for place, told in found.items():
        print(place, told)
    assert set(found) <= set(TABLE)
    assert sum(agreeing.values()) > 100
