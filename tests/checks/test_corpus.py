"""Real reference files beside the checkout: no fault of ours, and fixes that harm nothing."""

import pytest

from refman.checking import BIB, fixes
from refman.errors import InputError
from refman.formats.exact import Exact
from refman.reading.document import read_document
from tests.checks.cases import LOADERS, found_in

pytestmark = pytest.mark.corpus

ROUNDS = 4


def test_all_files_are_checked(corpus):
    count = 0
    for folder in ("bib", "other_formats"):
        for path in sorted((corpus / folder).rglob("*")):
            if not path.is_file() or path.suffix == ".source":
                continue
            try:
                text = read_document(path).text
            except InputError:
                continue
            scores = {name: loader.score(text[:65536]) for name, loader in LOADERS.items()}
            kind = BIB if path.suffix == ".bib" else max(scores, key=scores.__getitem__)
            if kind == BIB or scores[kind] > 0:
                lines = text.count("\n") + text.count("\r") + 1
                assert all(1 <= finding.line <= lines for finding in found_in(text, kind))
                count += 1
    assert count > 100


def test_fixes_come_to_an_end_and_keep_every_entry(corpus):
    for path in sorted((corpus / "bib").rglob("*.bib")):
        try:
            exact = Exact(path.read_bytes(), source=path.name)
        except InputError:
            continue
        keys = keys_of(exact.text)
        for _ in range(ROUNDS):
            found = found_in(exact.text, BIB)
            swaps, _ = fixes(f for f in found if all(exact.holds(fix.text) for fix in f.fix))
            if not swaps:
                break
            exact = Exact(exact.swapped(swaps), source=path.name)
            assert keys_of(exact.text) == keys
        assert not swaps


def keys_of(text):
    return [
        getattr(piece, "entry", None) and piece.entry.citekey for piece in LOADERS[BIB].load(text)
    ]
