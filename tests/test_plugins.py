import logging
from importlib.metadata import EntryPoint

import pytest

from refman import plugins
from refman.errors import FormatError
from refman.formats.format import Options
from refman.settings import SourcesSettings


def test_our_own_readers_and_formats_are_found_by_name():
    assert "page_text" in plugins.load_readers()
    assert set(plugins.load_formats()) >= {
        "biblatex", "bibtex", "csl_json", "csv", "markdown", "ris", "zotero_rdf",
    }  # fmt: skip


def test_every_plugin_is_what_its_group_asks_for():
    for kind, reader in plugins.load_readers().items():
        assert reader.kind == kind
        assert reader.label
    for name, format_ in plugins.load_formats().items():
        assert format_.name == name
        assert format_.label
        assert all(suffix.startswith(".") for suffix in format_.suffixes)
        assert isinstance(format_.losses(Options()), dict)


def test_one_that_does_not_load_is_named_and_left_out(monkeypatch, caplog):
    broken = EntryPoint("broken", "refman_nowhere:THING", plugins.FORMATS)
    sound = EntryPoint("ris", "refman.formats.ris:RIS", plugins.FORMATS)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [broken, sound])
    with caplog.at_level(logging.WARNING):
        assert list(plugins.load_formats()) == ["ris"]
    assert "refman.formats:broken does not load" in caplog.text


def test_every_source_is_made_with_its_settings():
    sources = plugins.load_sources(SourcesSettings())
    assert set(sources) == {
        "arxiv", "crossref", "datacite", "dblp", "hf_papers", "openalex", "openreview",
        "semantic_scholar",
    }  # fmt: skip
    for name, source in sources.items():
        assert source.name == name
        assert source.label


def test_source_without_settings_is_named_and_left_out(monkeypatch, caplog):
    stranger = EntryPoint("stranger", "refman.lookup.sources.arxiv:make", plugins.SOURCES)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [stranger])
    with caplog.at_level(logging.WARNING):
        assert plugins.load_sources(SourcesSettings()) == {}
    assert "refman.sources:stranger has no settings" in caplog.text


@pytest.mark.parametrize(
    ("target", "name", "found"),
    [
        ("papers.bib", None, "bibtex"),
        ("PAPERS.BIB", None, "bibtex"),
        ("papers.bib", "biblatex", "biblatex"),
        ("-", "zotero-rdf", "zotero_rdf"),
        ("notes.2025.md", None, "markdown"),
    ],
)
def test_a_name_or_a_suffix_tells_the_format(target, name, found):
    assert plugins.format_for(target, name, plugins.load_formats()).name == found


@pytest.mark.parametrize(("target", "name"), [("papers.odt", None), ("papers", None), ("-", "odt")])
def test_what_is_not_known_is_told_with_what_is(target, name):
    with pytest.raises(FormatError, match="bibtex"):
        plugins.format_for(target, name, plugins.load_formats())
