"""Versions of one work on the command line: kept, shown, searched, exported, taken back."""

import json
from contextlib import closing

import pytest

from refman.model import Arxiv, Citekey, Date, Identifiers, ItemType, KeptKind
from tests.library.made import add, opened, paper


@pytest.fixture
def file(tmp_path, monkeypatch):
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    early = paper(
        0,
        citekey=Citekey("early"),
        type=ItemType.ARTICLE,
        container_title=None,
        issued=Date(1999),
        identifiers=Identifiers(arxiv=Arxiv("9904.01234")),
    )
    with closing(opened(file)) as library:
        library.apply("Add", add(paper(0, citekey=Citekey("a")), early, paper(1, citekey=None)))
    return file


def kept(file):
    with closing(opened(file)) as library:
        return library.kept(KeptKind.VERSION)


def test_two_are_kept_as_versions_shown_and_taken_back(refman, file):
    assert "1 group" in refman("dedupe", "-q").out
    done = refman("dedupe", "--versions", "a", "early")
    assert (done.status, done.out) == (0, "")
    assert "kept a and early as versions of one work ('refman undo' takes it back)" in done.err
    assert "no duplicates" in refman("dedupe", "-q").out
    assert "kept as versions already" in refman("dedupe", "--versions", "early", "a").err
    assert "  its preprint: early (article, 1999)" in refman("show", "a").out.splitlines()
    assert (
        "  its publication: a (article-journal, 2000, Journal of Wicks)"
        in refman("show", "early").out.splitlines()
    )
    third, first = json.loads(refman("show", "has:version -key:early OR title:brass", "--json").out)
    assert first["versions"] == [{"id": 2, "citekey": "early", "type": "article", "is": "preprint"}]
    assert third["versions"] == []
    assert refman("dedupe", "--forget", "a", "early").status == 0
    assert kept(file) == {}
    assert refman("undo").status == 0
    assert kept(file) == {"1 2": "2"}


def test_a_file_has_them_name_each_other(refman, file):
    refman("dedupe", "--versions", "a", "early")
    done = refman("export", "-o", "-", "--to", "biblatex")
    assert done.out.count("  related = {early},\n  relatedtype = {seealso}\n") == 1
    done = refman("export", "-o", "-", "--to", "biblatex", "a")
    assert "related" not in done.out
    assert "does not hold versions (1): the other version is not in the file" in " ".join(
        done.err.split()
    )


def test_what_goes_for_good_leaves_no_pair(refman, file):
    refman("dedupe", "--versions", "a", "early")
    refman("remove", "early")
    assert kept(file) == {"1 2": "2"}
    assert "version" not in refman("show", "a").out
    refman("remove", "--for-good", "--yes", "early")
    assert kept(file) == {}
    refman("undo")
    assert kept(file) == {"1 2": "2"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--versions a nosuch", "has no entry nosuch"),
        ("--versions a a", "a and a are one entry"),
        ("--versions a early --merge", "four things; do one at once"),
        ("refs.bib --versions a early", "--versions is about the library: leave out FILE"),
    ],
)
def test_what_cannot_be_done_is_told(refman, file, words, said):
    done = refman("dedupe", *words.split())
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert kept(file) == {}
