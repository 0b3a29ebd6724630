"""CSL-JSON and CSL-YAML: samples of many programs, broken files, growth."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.loaders.csl import CSL_JSON, CSL_YAML
from refman.model import Date, ItemType, LeftOver
from tests.formats.loaders.loaded import (
    assert_linear,
    check_sample,
    mutated,
    only,
    pieces,
    records,
    text_of,
)
from tests.formats.shown import DATA, law

SAMPLES = [
    path
    for path in sorted((DATA / "csl_in").iterdir())
    if path.suffix != ".json" or not path.with_suffix("").exists()  # what is read lies beside it
]
SHORT, LONG = 2_000, 16_000


def loader_of(path):
    return CSL_JSON if path.suffix == ".json" else CSL_YAML


def entry_of(item):
    return only(CSL_JSON, json.dumps([item])).entry


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_read_as_lies_beside_it(path, request):
    check_sample(loader_of(path), path, update=request.config.getoption("--update"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_sample_is_known_for_what_it_is(path):
    text = text_of(path)
    assert loader_of(path).score(text) >= 0.7
    other = CSL_YAML if path.suffix == ".json" else CSL_JSON
    assert other.score(text) == 0


@pytest.mark.parametrize(
    ("text", "json_score", "yaml_score"),
    [
        ("", 0, 0),
        ("just: text", 0, 0),
        ('[{"name": "lamp"}]', 0, 0),
        ('[{"type": "book", "title": "x"}]', 0.7, 0),
        ('[{"type": "lamp", "date-parts": []}]', 0.7, 0),
        ("- id: x\n  type: book\n", 0, 0.6),
        ("- id: x\n  type: lamp\n", 0, 0),
        ("references:\n- id: x\n", 0, 0.9),
    ],
)
def test_scores(text, json_score, yaml_score):
    assert CSL_JSON.score(text) == json_score
    assert CSL_YAML.score(text) == yaml_score


@pytest.mark.parametrize(
    ("written", "item_type"),
    [
        ("article-journal", ItemType.ARTICLE_JOURNAL),
        ("journal-article", ItemType.ARTICLE_JOURNAL),
        ("posted-content", ItemType.ARTICLE),
        ("journalArticle", ItemType.ARTICLE_JOURNAL),
        ("Book", ItemType.BOOK),
        ("lamp", ItemType.DOCUMENT),
        (7, ItemType.DOCUMENT),
    ],
)
def test_types_of_others_are_known_and_unknown_ones_are_kept(written, item_type):
    entry = entry_of({"type": written, "title": "x"})
    assert entry.type is item_type
    known = item_type is not ItemType.DOCUMENT
    assert entry.extra == ({} if known else {"type": str(written)})


def test_an_item_without_type_is_a_document():
    assert entry_of({"title": "x"}).type is ItemType.DOCUMENT


@pytest.mark.parametrize(
    ("item_id", "key", "kept"),
    [
        ("berg2019", "berg2019", None),
        ("item-1", None, None),
        ("item-2", "item-2", None),
        ("https://doi.org/10.1234/x", None, "https://doi.org/10.1234/x"),
        ("4711/ABCD2345", None, "4711/ABCD2345"),
        ("two words", None, "two words"),
        (12, None, "12"),
        ("", None, None),
    ],
)
def test_an_id_is_a_citekey_unless_a_program_counted(item_id, key, kept):
    entry = entry_of({"id": item_id, "title": "x"})
    assert entry.citekey == key
    assert entry.extra.get("id") == kept


def test_an_id_beside_another_key_is_kept():
    entry = entry_of({"id": "a", "citation-key": "b", "title": "x"})
    assert (entry.citekey, entry.extra) == ("b", {"id": "a"})
    assert entry_of({"id": "a", "citation-key": "a", "title": "x"}).extra == {}


@pytest.mark.parametrize(
    ("variable", "value", "field", "read", "kept"),
    [
        ("title", ["A", "B"], "title", "A", '["A","B"]'),
        ("title", ["", "B"], "title", "B", '["","B"]'),
        ("title", [7], "title", None, "[7]"),
        ("title", {"a": 1}, "title", None, '{"a":1}'),
        ("volume", 12, "volume", "12", None),
        ("volume", "", "volume", None, None),
        ("license", True, "license", "true", None),
        ("ISSN", ["1234-5678", "2345-6789"], "issn", "1234-5678, 2345-6789", None),
        ("author", "Berg, Jan", "author", 1, None),
        ("author", 7, "author", 0, "7"),
        ("keyword", {"a": 1}, "keywords", 0, '{"a":1}'),
        ("keyword", "oil; wick, lamp", "keywords", 2, None),
        ("categories", ["oil", "wick, lamp", "oil"], "keywords", 2, None),
        ("subject", ["oil"], "keywords", 1, None),
        ("issued", {"literal": "13th cent"}, "issued", None, '{"literal":"13th cent"}'),
        ("annote", "One.\n\nTwo.", "notes", 1, None),
        ("event", {"name": "Lamps"}, "event_title", "Lamps", '{"name":"Lamps"}'),
        ("event", {"place": "Oslo"}, "event_title", None, '{"place":"Oslo"}'),
        ("custom", "lamp", "links", 0, "lamp"),
        ("URL", "https://x.example/a b", "url", "https://x.example/a%20b", None),
        ("PMID", "PMC12", "title_short", None, "PMC12"),
    ],
)
def test_values_of_odd_kinds(variable, value, field, read, kept):
    entry = entry_of({"type": "book", "note": "", variable: value})
    found = getattr(entry, field)
    assert (len(found) if isinstance(found, tuple) else found) == read
    assert entry.extra.get(variable) == kept


def test_what_comes_twice_is_kept():
    entry = entry_of(
        {"title": "x", "shortTitle": "a", "title-short": "b", "URL": "https://x.example/",
         "accessed": "2020", "editor": [{"family": "A"}], "container-title": ["J", "K"]}
    )  # fmt: skip
    assert entry.title_short == "a"
    assert entry.extra["title-short"] == "b"
    twice = entry_of({"keyword": "a", "title": "x", "DOI": ["10.1234/a", "10.1234/b"]})
    assert twice.identifiers.doi == "10.1234/a"
    assert twice.extra == {"DOI": "10.1234/b"}


def test_who_made_a_film_is_its_author_where_none_is_named():
    film = {"type": "motion_picture", "director": [{"family": "Berg", "given": "Jan"}]}
    assert [name.family for name in entry_of(film).author] == ["Berg"]
    assert [name.family for name in entry_of({**film, "author": [{"family": "A"}]}).author] == ["A"]


CUSTOM = {
    "identifiers": {"arxiv": "2401.00001", "arxiv_class": "cs.CV", "dblp": "conf/x", "lamp": "y"},
    "links": [
        {"label": "Code", "url": "https://github.com/a/b", "remarks": "video", "evidence": "See."},
        {"label": "Code", "url": "https://github.com/a/b", "remarks": "what is this"},
        {"label": 7, "url": "https://github.com/a/b"},
        {"label": "Code"},
        {"label": "Code", "url": "https://github.com/a/b", "found": {"checked": "yesterday"}},
        {"label": "Code", "url": "https://github.com/a/b", "found": {"colour": "warm"}},
        {"label": "Code", "url": "https://github.com/a/b", "found": {"leads_to": "javascript:x"}},
        {"label": "Code", "url": "https://github.com/a/b", "found": ["x"]},
        "text",
    ],
    "keywords": ["oil, wick"],
    "extra": {"x": "y", "z": [1]},
    "own": 1,
}


def test_what_refman_writes_for_pandoc_comes_back_and_the_rest_is_kept():
    entry = entry_of({"title": "x", "custom": CUSTOM, "keyword": "oil, wick"})
    assert entry.identifiers.arxiv.primary_class == "cs.CV"
    assert entry.identifiers.dblp == "conf/x"
    assert [(link.kind.value, link.evidence) for link in entry.links] == [("code", "See.")]
    assert [word.text for word in entry.keywords] == ["oil, wick"]
    assert (entry.extra["x"], entry.extra["z"]) == ("y", "[1]")
    left = json.loads(entry.extra["custom"])
    assert left == {"own": 1, "identifiers": {"lamp": "y"}, "links": CUSTOM["links"][1:]}


@pytest.mark.parametrize(
    "value", [{"identifiers": 7}, {"links": {"a": 1}}, {"keywords": [1]}, {"extra": "x"}, [1]]
)
def test_what_is_odd_under_custom_is_kept(value):
    entry = entry_of({"title": "x", "custom": value})
    assert json.loads(entry.extra["custom"]) == value


@pytest.mark.parametrize("text", ["", "  \n", "[]", '{"items": []}', "[,]"])
def test_nothing_is_nothing(text):
    assert pieces(CSL_JSON, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "no JSON",
        '[{"type": "book", "title": "' + "\\ud800" + '"',
        '[{"type": "book", "title": ' + "[" * 100_000,
        "{" * 1000,
        '{"title": 1e999999}',
        '{"a": 1}}}]]',
    ],
)
def test_what_cannot_be_read_is_left_over(text):
    found = pieces(CSL_JSON, text)
    assert found
    assert all(isinstance(piece, LeftOver) or piece.entry.title is None for piece in found)


@pytest.mark.parametrize("loader", [CSL_JSON, CSL_YAML], ids=["json", "yaml"])
@law
@given(st.data())
def test_mutated_samples_are_read_without_harm(loader, data):
    paths = [path for path in SAMPLES if loader_of(path) is loader]
    pieces(loader, data.draw(mutated(paths, st.text('{}[]",:\\ \n-', max_size=3))))


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "{",
        '"',
        '{"',
        '{"a":"\\',
        "}",
        ",",
        '{"type":"book"},',
        '[{"items":',
        "\n{",
        '"items":[',
    ],
)
def test_cost_of_json_is_linear(unit):
    assert_linear(CSL_JSON, lambda length: unit * (length // len(unit)), short=SHORT, long=LONG)


@pytest.mark.parametrize(
    "unit", ["- ", "[", "? ", "a:\n ", "- id: x\n", "---\n", "- a: b: c\n", "&a *a ", "'", "# x\n"]
)
def test_cost_of_yaml_is_linear(unit):
    assert_linear(CSL_YAML, lambda length: unit * (length // len(unit)), short=SHORT, long=LONG)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- id: a\n  title: " + "[" * 100, "too deep"),
        ("- &a [" + "x, " * 300 + "x]\n" + "- *a\n" * 100, "too many aliases"),
        ("- title: [a\n- title: b}", "is no YAML"),
        ("- lamp: x", "is no item"),
        ("text alone", "is no item"),
        ("- title: 'x", "is no YAML"),
    ],
)
def test_yaml_that_is_none_says_why(text, why):
    found = pieces(CSL_YAML, text)
    assert why in found[-1].why


def test_a_document_may_end_the_file():
    assert only(CSL_YAML, "- title: x\n...").entry.title == "x"


def test_identifiers_of_refmans_own_without_a_number_of_arxiv():
    entry = entry_of({"title": "x", "custom": {"identifiers": {"dblp": "conf/x"}}})
    assert entry.identifiers.dblp == "conf/x"


def test_an_alias_to_nothing_and_keys_that_come_again():
    entry = only(CSL_YAML, "- title: *gone\n  volume: 1\n  volume: 2\n  ? [a]\n  : b\n").entry
    assert entry.title == "*gone"
    assert entry.extra == {"volume (2)": "2", "['a']": "b"}


def test_one_mapping_is_an_item_and_control_characters_do_no_harm():
    assert only(CSL_YAML, "title: a\x01b\ntype: book\n").entry.title == "a\ufffdb"


def test_yaml_with_more_faults_than_are_worth_it_ends():
    text = "- a: b: c\n" * 200 + "- title: x\n"
    assert [piece.why[:10] for piece in pieces(CSL_YAML, text)][-1] == "is no YAML"


def test_json_with_more_open_braces_than_are_worth_it_ends():
    text = '{"title": [\n' * 300
    found = pieces(CSL_JSON, text)
    assert len(found) == 101


def test_dates_before_christ_are_counted_as_historians_do():
    assert entry_of({"title": "x", "issued": {"date-parts": [["-44"]]}}).issued == Date(-43)


@pytest.mark.corpus
def test_every_item_of_the_real_files_is_read(corpus):
    folder = corpus / "other_formats" / "csl_json"
    files = [path for path in folder.iterdir() if path.suffix in {".json", ".yml"}]
    assert files
    for path in files:
        loader = CSL_JSON if path.suffix == ".json" else CSL_YAML
        text = text_of(path)
        assert loader.score(text) > 0.9
        found = records(loader, text)
        assert len(found) == len(pieces(loader, text))
        if loader is CSL_JSON:
            whole = json.loads(text)
            items = whole if isinstance(whole, list) else [whole]
            assert [only_title(item) for item in items] == [each.entry.title for each in found]


def only_title(item):
    title = item["title"]
    return title.removesuffix(".")


@pytest.mark.corpus
def test_the_best_known_file_is_read_as_zotero_reads_it(corpus):
    samples_ = corpus.parent / "zotero-samples"
    wanted = json.loads((samples_ / "best.csl.json.as-zotero-reads-it.json").read_text())
    found = records(CSL_JSON, (samples_ / "best.csl.json").read_text())
    for item, record in zip(wanted, found, strict=True):
        entry = record.entry
        assert entry.title == item["title"]
        assert str(entry.issued) == item["date"]
        assert entry.identifiers.doi == item["DOI"]
        assert entry.citekey == item["citationKey"]
        assert entry.url == item["url"]
        assert len(entry.author) == len(item["creators"])
