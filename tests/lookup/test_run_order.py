from typing import get_args

from refman.lookup.order import order
from refman.model import ItemType
from refman.model.provenance import SourceName
from refman.plugins import asked_sources, load_sources
from refman.settings import LookupSettings, Settings, SourcesSettings
from tests.lookup.service import NAMES


def test_every_row_names_sources_that_there_are_each_once():
    plan = order()
    sources = set(load_sources(SourcesSettings()))
    rows = [plan.publication, plan.preprint, *plan.titles.values()]
    for row in rows:
        assert set(row) <= sources
        assert len(set(row)) == len(row) > 0
    assert sorted((*plan.together, *plan.singly)) == sorted(sources) == sorted(NAMES)


def test_every_row_of_titles_is_a_type_or_other():
    kinds = {kind.value for kind in ItemType}
    assert set(order().titles) - {"other"} <= kinds
    assert "other" in order().titles


def test_what_is_chosen_keeps_the_tables_order():
    plan = order()
    assert plan.of_title(ItemType.ARTICLE, ["crossref", "arxiv"]) == ["arxiv", "crossref"]
    assert plan.of_title(ItemType.ARTICLE_JOURNAL, ["arxiv", "crossref"]) == ["crossref", "arxiv"]
    assert plan.of_title(ItemType.SONG, ["datacite", "crossref"]) == ["crossref", "datacite"]
    assert plan.of_identifiers(["dblp", "crossref"]) == (["crossref"], ["dblp"])


def test_a_source_of_another_package_comes_last():
    plan = order()
    assert plan.of_title(ItemType.ARTICLE, ["zbmath", "crossref"]) == ["crossref", "zbmath"]
    assert plan.of_identifiers(["zbmath", "dblp"]) == ([], ["dblp", "zbmath"])


def test_the_users_sources_are_asked_in_the_users_order():
    assert sorted(get_args(SourceName)) == sorted(NAMES)
    assert sorted(asked_sources(Settings())) == sorted(NAMES)
    wanted = LookupSettings(sources=("dblp", "crossref", "dblp", "arxiv"))
    names = asked_sources(Settings(lookup=wanted))
    assert list(names) == ["dblp", "crossref", "arxiv"]
    plan = order().led_by(wanted.sources)
    assert plan.of_title(ItemType.ARTICLE, names) == ["dblp", "crossref", "arxiv"]
    assert plan.of_title(ItemType.SONG, names) == ["dblp", "crossref", "arxiv"]
    assert plan.of_identifiers(names) == (["crossref", "arxiv"], ["dblp"])
    assert plan.of_title(ItemType.ARTICLE, NAMES)[3] == "semantic_scholar", "then the table's"
    assert order().led_by(()) == order()
