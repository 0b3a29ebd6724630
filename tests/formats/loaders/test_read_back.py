"""What a writer writes, its loader reads: all but what the format is known to lose."""

import pytest
from hypothesis import given

from refman.formats.csl_json import CSL_JSON
from refman.formats.csl_yaml import CSL_YAML
from refman.formats.endnote_xml import ENDNOTE_XML
from refman.formats.format import Options, Profile
from refman.formats.loaders.csl import CSL_JSON as JSON_LOADER
from refman.formats.loaders.csl import CSL_YAML as YAML_LOADER
from refman.formats.loaders.endnote_xml import ENDNOTE_XML as ENDNOTE_LOADER
from refman.formats.loaders.zotero_rdf import ZOTERO_RDF as RDF_LOADER
from refman.formats.zotero_rdf import ZOTERO_RDF
from refman.model import Entry
from tests.formats.entries import sample_entries
from tests.formats.read_back import (
    differing,
    entries,
    in_csl,
    in_csl_for_zotero,
    in_endnote,
    in_zotero_rdf,
    loaded,
)
from tests.formats.shown import dumped, hostile_entries, law

PANDOC, ZOTERO = Options(profile=Profile.PANDOC), Options(profile=Profile.ZOTERO)
CASES = {
    "csl_json-pandoc": (CSL_JSON, PANDOC, JSON_LOADER, in_csl),
    "csl_json-zotero": (CSL_JSON, ZOTERO, JSON_LOADER, in_csl_for_zotero),
    "csl_yaml": (CSL_YAML, Options(), YAML_LOADER, in_csl),
    "zotero_rdf": (ZOTERO_RDF, Options(), RDF_LOADER, in_zotero_rdf),
    "endnote_xml": (ENDNOTE_XML, Options(), ENDNOTE_LOADER, in_endnote),
}
EACH = pytest.mark.parametrize(
    ("format_", "options", "loader", "kept"), CASES.values(), ids=list(CASES)
)


@EACH
def test_all_samples_come_back(format_, options, loader, kept):
    written = sample_entries()
    read = loaded(loader, dumped(format_, *written, options=options))
    for entry, back in zip(written, read, strict=True):
        assert differing(back, kept(entry)) == {}, entry.citekey


@EACH
@law
@given(entry=entries())
def test_an_entry_comes_back(format_, options, loader, kept, entry):
    (back, last) = loaded(loader, dumped(format_, entry, Entry(title="z"), options=options))
    assert differing(back, kept(entry)) == {}
    assert last.title == "z"


@EACH
@law
@given(entry=entries())
def test_what_was_read_is_read_again(format_, options, loader, kept, entry):
    (first,) = loaded(loader, dumped(format_, entry, options=options))
    (again,) = loaded(loader, dumped(format_, first, options=options))
    assert differing(again, kept(first)) == {}


@EACH
@law
@given(entry=hostile_entries())
def test_no_text_loses_an_entry(format_, options, loader, kept, entry):
    read = loaded(loader, dumped(format_, entry, Entry(title="z"), options=options))
    assert [each.title for each in read[1:]] == ["z"]


@EACH
def test_no_entry_is_none(format_, options, loader, kept):
    assert loaded(loader, dumped(format_, options=options)) == []
