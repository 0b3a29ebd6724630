"""``refman list`` and ``refman search``, as a shell runs them."""

import json
import sys
from contextlib import closing

import pytest
from rich.cells import cell_len

from refman.cli import list_render
from refman.model import (
    Citekey,
    KeptKind,
    Keyword,
    Link,
    LinkKind,
    Span,
    Status,
)
from tests.library.made import add, opened, paper

CODE = Link(
    url="https://code.example/a",
    raw_url="code.example/a",
    span=Span(0, 1),
    kind=LinkKind.PROJECT,
    roles=(LinkKind.CODE, LinkKind.VIDEO),
)
AMBER = "Amber lamps of the amber quay, part 0"
SOON = Link(url="", raw_url="", span=Span(0, 1), kind=LinkKind.DATASET, promised=True)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A library of three papers; the commands work on it."""
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    with closing(opened(file)) as library:
        library.apply(
            "Add 3 papers",
            add(
                paper(0, citekey=Citekey("a"), links=(CODE, SOON), status=Status.ACCEPTED),
                paper(1, citekey=Citekey("b"), keywords=(Keyword("quay"), Keyword("oil"))),
                paper(
                    2,
                    citekey=None,
                    title="東京の橋と灯りのための長い長い題名",
                    author=(),
                    issued=None,
                    abstract=None,
                ),
            ),
        )
    return file


def test_a_pipe_gets_a_line_an_entry_the_newest_first(refman, file):
    done = refman("list")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "#3\t\t\tneeds review\t\t東京の橋と灯りのための長い長い題名",
        "b\t2001\tLund, Ada; Berg, Bo 1\tneeds review\t\tBrass lamps of the amber quay, part 1",
        "a\t2000\tLund, Ada; Berg, Bo 0\taccepted\tcode video dataset?\t" + AMBER,
    ]


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("list --sort title", ["a", "b", "#3"]),
        ("list --sort -title", ["#3", "b", "a"]),
        ("list --limit 1", ["#3"]),
        ("list --limit 0", ["#3", "b", "a"]),
        ("list status:accepted", ["a"]),
        ("list has:code OR tag:oil", ["b", "a"]),
        ("search lamps -brass", ["a"]),
        ("search lamps -amber", []),
        ("search 橋", ["#3"]),
        ("search amber --sort citekey", ["a", "b"]),
        ("search nothing-of-it", []),
    ],
)
def test_queries_find_what_they_ask_for(refman, file, words, keys):
    done = refman(*words.split())
    assert [line.split("\t")[0] for line in done.out.splitlines()] == keys
    assert done.status == (0 if keys else 1)
    assert ("nothing is" in done.err) == (not keys)


def test_how_many_more_there_are_is_told(refman, file):
    assert refman("list", "--limit", "1").err == "2 more entries: --limit 0 shows all\n"
    assert refman("list", "--limit", "2").err == "1 more entry: --limit 0 shows all\n"


def test_json_is_one_schema_for_both(refman, file):
    told = json.loads(refman("list", "--json").out)
    assert (told["query"], told["total"], told["in_pieces"]) == ("", 3, False)
    assert told["entries"][2] == {
        "id": 1, "citekey": "a", "type": "article-journal",
        "title": AMBER,
        "authors": ["Lund, Ada", "Berg, Bo 0"], "issued": "2000", "venue": "Journal of Wicks",
        "status": "accepted", "tags": ["lamps"], "collections": [],
        "links": ["code", "video", "dataset?"], "added": "2026-03-14T09:26:53Z",
        "exported": None,
    }  # fmt: skip
    found = json.loads(refman("search", "part", "--json", "--facets").out)
    assert {one["citekey"] for one in found["entries"]} == {"a", "b"}
    assert found["facets"]["status"] == [
        {"value": "accepted", "total": 1, "query": "status:accepted"},
        {"value": "needs review", "total": 1, "query": 'status:"needs review"'},
    ]
    none = refman("search", "zzz", "--json")
    assert (none.status, json.loads(none.out)["entries"]) == (1, [])


def test_facets_count_all_that_is_found(refman, file):
    done = refman("search", "lamps", "--facets", "--limit", "1")
    assert "year: 2000 (1), 2001 (1)" in done.out or "year: 2001 (1), 2000 (1)" in done.out
    assert "tag: lamps (1), oil (1), quay (1)" in done.out


def test_pieces_of_words_are_said_to_be_pieces(refman, file):
    done = refman("search", "rass")
    assert done.out.startswith("b\t")
    assert done.err == "no entry has these words; pieces of words in titles and authors:\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("search lamps author:", 'author: needs a value right behind it (at "author:")'),
        ("search autho:x", 'Did you mean "author"?'),
        ("search @none", "there is no saved search none"),
        ("list --sort foo", "nothing is sorted by 'foo'; there are relevance, added"),
        ("list --typo", "there is no option --typo"),
        ("search --save x", "there is no query to save"),
        ("search --forget x", "there is no saved search x"),
    ],
)
def test_a_query_that_means_nothing_is_one_line_that_points_at_the_word(refman, file, words, says):
    done = refman(*words.split())
    assert done.status == 2
    assert says in done.err
    assert done.err.count("\n") == 1


def test_no_library_is_told_and_none_is_made(refman, file, tmp_path):
    done = refman("list", "--library", tmp_path / "none.refman")
    assert done.status == 2
    assert "there is no library" in done.err
    assert "'refman add INPUT…' makes one" in done.err
    assert not (tmp_path / "none.refman").exists()


def test_a_search_is_saved_used_listed_and_forgotten(refman, file):
    assert refman("search").status == 1
    done = refman("search", "brass", "--save", "@metal")
    assert done.out.startswith("b\t")
    assert done.err == "saved the search @metal ('refman undo' takes it back)\n"
    assert "saved" not in refman("search", "brass", "--save", "metal").err
    assert refman("search").out == "@metal\tbrass\n"
    assert json.loads(refman("search", "--json").out) == [{"name": "metal", "query": "brass"}]
    for words in (["@metal"], ["lamps", "@metal"], ["(zzz OR @metal)"], ["lamps -part -@none"]):
        expected = 2 if "@none" in words[0] else 0
        assert refman("search", *words).status == expected
    assert [
        line.split("\t")[0] for line in refman("search", "lamps", "-@metal").out.splitlines()
    ] == ["a"]
    assert refman("search", '"lamps @metal"').status == 1
    with closing(opened(file)) as library:
        assert library.history()[0].name == "Save the search metal"
    assert refman("search", "--forget", "metal").status == 0
    with closing(opened(file)) as library:
        assert library.kept(KeptKind.SEARCH) == {}
    assert refman("undo").err == "undone: Forget the search metal\n"
    assert refman("search", "@metal").status == 0


@pytest.mark.parametrize("name", ["two words", " ", "@", "a\tb"])
def test_a_name_that_cannot_be_typed_is_refused(refman, file, name):
    done = refman("search", "brass", "--save", name)
    assert (done.status, "is no name for a search" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("columns", "names"),
    [
        (60, "key title state"),
        (80, "key who title state"),
        (120, "key who title links state"),
    ],
)
def test_a_table_fits_the_terminal(file, monkeypatch, capsys, columns, names):
    monkeypatch.setenv("COLUMNS", str(columns))
    with closing(opened(file)) as library:
        list_render.table(library.all())
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == names.split()
    assert max(map(cell_len, lines)) <= columns
    assert any("東京" in line for line in lines)


def test_a_terminal_gets_a_table_of_a_few(refman, file, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("refman.cli.list_found._ON_TERMINAL", 2)
    done = refman("list")
    assert "who" in done.out.splitlines()[0]
    assert "\x1b" not in refman("list", "--json").out
    assert done.err == "1 more entry: --limit 0 shows all\n"


def test_a_key_stays_whole_where_it_can(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "60")
    key = "learning-action-reasoning"
    with closing(opened(tmp_path / "l.refman")) as library:
        library.apply("Add", add(paper(0, citekey=Citekey(key), title="Lamps " * 20)))
        list_render.table(library.all())
    assert key in capsys.readouterr().out
