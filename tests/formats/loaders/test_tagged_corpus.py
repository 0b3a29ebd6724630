"""The real files beside the checkout: nothing in them is lost."""

import re

import pytest

from refman.formats.loaders.nbib import NBIB
from refman.formats.loaders.refer import REFER
from refman.formats.loaders.ris import RIS
from refman.formats.loaders.ris import _pattern as pattern_of_ris
from tests.formats.loaders.loaded import pieces, records, text_of

pytestmark = pytest.mark.corpus

KINDS = {"ris": (RIS, "*.ris"), "nbib": (NBIB, "*.nbib"), "refer_enw": (REFER, "*.enw")}
SAID_OTHERWISE = {"october", "Electronic", "Linking", "Print", "Articles"}
"""Words of the files that are a month's number, tell a journal's ISSNs apart, or are a type."""


def files(corpus, kind):
    return sorted((corpus / "other_formats" / kind).glob(KINDS[kind][1]))


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
