"""The library through ``refman export``, ``check``, ``dedupe`` and ``lookup``."""

import json
from contextlib import closing, nullcontext

import msgspec
import pytest

from refman.cli import opened as opened_by_commands
from refman.errors import ReadOnlyLibraryError
from refman.exporting import given
from refman.formats.loaders.bib import BIBTEX
from refman.library import open_library
from refman.model import (
    Bin,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    ItemType,
    KeptKind,
    Keyword,
    Name,
    Provenance,
    Status,
    edit_of,
)
from refman.model import Record as Piece
from tests.cli.squeezed import squeezed
from tests.library.made import add, opened, paper
from tests.lookup.service import Services
from tests.lookup.service_answers import Record

GLOW = Record(
    title="GLOW: Green Lanterns over Water",
    authors=("Ada Berg", "Bo Lee"),
    year=2025,
    abstract="We show how lanterns that hang over water keep their light for a whole night, and "
    "what it costs. The lamps are cheap, and the water is cold.",
    arxiv="2506.00411",
)
BARE = Entry(
    citekey=Citekey("glow"), title=GLOW.title, abstract=GLOW.abstract,
    provenance={"title": Provenance("listing.txt", span=(0, 9), score=0.9)},
)  # fmt: skip


def library_of(tmp_path, monkeypatch, *entries):
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    for name in ("DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    with closing(opened(file)) as library:
        library.apply("Add", add(*entries))
    return file


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Three papers, the last two of which are one work; a fourth lies in the bin."""
    same = Identifiers(doi=Doi("10.5555/lamps"))
    file = library_of(
        tmp_path, monkeypatch,
        paper(0, citekey=Citekey("a"), status=Status.ACCEPTED, container_title=None),
        paper(1, citekey=Citekey("b"), identifiers=same, title="Brass lamps of the quay."),
        paper(1, citekey=Citekey("c"), identifiers=same, title="Brass lamps of the quay"),
        paper(3, citekey=Citekey("gone")),
    )  # fmt: skip
    with closing(opened(file)) as library:
        held = library.find_key("gone")
        library.apply("Remove", [Bin(id=held.id, after=held.added)])
    return file


def state(file):
    with closing(opened(file)) as library:
        held = library.all(with_binned=True)
        return [msgspec.structs.replace(one, changed=None) for one in held], [
            library.kept(kind) for kind in KeptKind
        ]


def undone(file):
    with closing(opened(file)) as library:
        return library.undo()


def entries(file):
    return {one.entry.citekey: one.entry for one in state(file)[0] if one.binned is None}


def read(text):
    return {one.entry.citekey: one.entry for one in BIBTEX.load(text) if isinstance(one, Piece)}


def test_an_export_has_what_is_there_under_its_keys(refman, file, tmp_path):
    out = tmp_path / "out.bib"
    done = refman("export", "-o", out)
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith(f"{out}: 3 papers, 0 links\n")
    found = read(out.read_text())
    assert list(found) == ["a", "b", "c"]
    assert found["a"].title == paper(0).title
    again = refman("export", "-o", out)
    assert (again.status, "--force" in again.err) == (2, True)
    assert (tmp_path / "out.bib.bak").exists() is False
    assert "what was there before is in" in refman("export", "-o", out, "--force").err


def found(refman, *words):
    return [one["citekey"] for one in json.loads(refman("list", *words, "--json").out)["entries"]]


def test_what_was_written_into_a_file_is_noted(refman, file, tmp_path):
    assert refman("export", "-o", "-", "-t", "ris").status == 0
    assert found(refman, "has:exported") == []
    out = tmp_path / "out.bib"
    refman("export", "-o", out, "a", "b")
    assert sorted(found(refman, "has:exported")) == ["a", "b"]
    assert found(refman, "no:exported") == ["c"]
    assert found(refman, "exported:changed") == []
    with closing(opened(file)) as library:
        assert set(library.exports(f"file:{out}")) == {1, 2}
        entry = library.get(1).entry
        library.apply("Edit", [edit_of(1, entry, msgspec.structs.replace(entry, title="Lamp"))])
    assert found(refman, "exported:changed", "exported:1d") == ["a"]


@pytest.mark.parametrize("is_locked", [True, False])
def test_what_cannot_be_noted_is_written_and_told(refman, file, tmp_path, monkeypatch, is_locked):
    monkeypatch.setattr(given, "_WAITED_S", 0.0)
    if not is_locked:
        monkeypatch.setattr(opened_by_commands, "open_library", only_read)
    with closing(opened(file)) as library, library.transaction() if is_locked else nullcontext():
        done = refman("export", "-o", tmp_path / "out.bib", "-q")
    assert done.status == 0
    assert done.err.startswith("refman: it was not noted that out.bib has them: ")
    assert done.err.count("\n") == 1
    assert list(read((tmp_path / "out.bib").read_text())) == ["a", "b", "c"]


def only_read(path, *, read_only=False, **how):
    if not read_only:
        raise ReadOnlyLibraryError("it may not be written", library=str(path))
    return open_library(path, read_only=True, now=how["now"])


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("a", ["a"]),
        ("c b", ["b", "c"]),
        ("title:brass", ["b", "c"]),
        ("--accepted", ["a"]),
        ("b c a --accepted", ["a"]),
        ("gone a", ["a"]),
        ("-- -title:brass", ["a"]),
    ],
)
def test_an_export_has_what_was_chosen(refman, file, words, keys):
    done = refman("export", "-o", "-", "-t", "bibtex", *words.split())
    assert done.status == 0
    assert list(read(done.out)) == keys


@pytest.mark.parametrize("words", ["nosuch", "gone", "b --accepted"])
def test_an_export_of_nothing_writes_nothing(refman, file, tmp_path, words):
    done = refman("export", "-o", tmp_path / "out.bib", *words.split())
    assert done.status == 1
    assert "nothing was written" in done.err
    assert not (tmp_path / "out.bib").exists()


def test_an_export_tells_losses_and_knows_the_profiles_of_a_format(refman, file):
    assert "RIS does not hold status" in refman("export", "-o", "-", "-t", "ris").err
    assert refman("export", "-o", "-", "-t", "ris", "--quiet").err == ""
    refused = refman("export", "-o", "-", "-t", "csv", "--profile", "zotero")
    assert (refused.status, "has no profile zotero" in refused.err) == (2, True)


def test_a_check_tells_findings_by_key_and_puts_them_right_in_one_step(refman, file):
    before = state(file)
    done = refman("check", "--notes")
    assert done.status == 0
    assert done.out == (
        "a: warning: @article lacks journal [missing-required]\n"
        "b: note: the title ends with a full stop, which styles add [title-full-stop]\n"
    )
    assert squeezed("1 of them --fix puts right") in squeezed(done.err)
    assert refman("check", "--strict").status == 1
    assert refman("check", "--query", "c").out == ""
    assert state(file) == before
    fixed = refman("check", "--fix", "--format", "json")
    assert [row["fixed"] for row in json.loads(fixed.out)["findings"]] == [False, True]
    assert entries(file)["b"].title == "Brass lamps of the quay"
    assert "put right" not in refman("check", "--fix").err
    assert undone(file) == "Put right 1 paper"
    assert state(file) == before
    assert "'refman undo' takes it back" in " ".join(refman("check", "--fix").err.split())


def test_a_check_of_a_file_and_of_the_library_are_told_apart(refman, file, tmp_path):
    (tmp_path / "x.bib").write_text("@article{x, title={T}}\n")
    for words in (["check", tmp_path / "x.bib", "--query", "a"], ["check", "--format", "github"],
                  ["check", "--from", "ris"], ["check", "--only", "nosuch"]):  # fmt: skip
        assert refman(*words).status == 2
    assert refman("check", "--query", "nosuch").status == 1


def test_duplicates_are_shown_and_merged_in_one_step(refman, file):
    before = state(file)
    shown = refman("dedupe")
    assert "1. one work" in shown.out
    assert "gone" not in shown.out
    assert json.loads(refman("dedupe", "--json").out)["groups"][0]["members"][0]["key"] == "b"
    dry = refman("dedupe", "--merge", "--dry-run")
    assert "a dry run, nothing was changed: Merge 1 paper into 1 other" in dry.err
    assert state(file) == before
    assert "merged 1 paper into 1 other ('refman undo'" in refman("dedupe", "--merge").err
    assert len(entries(file)) == 2
    assert "nothing to do" in refman("dedupe", "--merge").err
    undone(file)
    assert state(file) == before


def test_what_was_found_is_listed_until_it_is_settled(refman, file, monkeypatch):
    def listed():
        lines = refman("list", "has:duplicate").out.splitlines()
        return {line.partition("\t")[0] for line in lines}

    assert listed() == set()
    refman("dedupe", "--merge", "--dry-run")
    assert listed() == set()
    assert refman("dedupe", "-q").status == 0
    assert listed() == {"b", "c"}
    refman("dedupe", "--not-duplicate", "b", "c")
    assert listed() == set()
    undone(file)
    assert listed() == {"b", "c"}
    refman("dedupe", "--merge")
    assert listed() == set()

    def open_(path, *, read_only=False, **how):
        if not read_only:
            raise ReadOnlyLibraryError("it may not be written", library=str(path))
        return open_library(path, read_only=True, **how)

    monkeypatch.setattr("refman.cli.opened.open_library", open_)
    assert refman("dedupe").status == 0


def test_what_is_no_duplicate_is_remembered_in_the_library(refman, file):
    before = state(file)
    done = refman("dedupe", "--not-duplicate", "b", "c")
    assert "remembered that b and c are no duplicates" in done.err
    assert "no duplicates" in refman("dedupe").out
    assert "it is remembered already" in refman("dedupe", "--not-duplicate", "c", "b").err
    assert "may be duplicates" in refman("dedupe", "--forget", "b", "c").err
    assert "nothing was said of them" in refman("dedupe", "--forget", "b", "c").err
    assert state(file) == before
    undone(file)
    assert "no duplicates" in refman("dedupe").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--not-duplicate a a", "a and a are one entry"),
        ("--not-duplicate a nosuch", "has no entry nosuch"),
        ("--merge -o x.bib", "'refman export' writes one"),
        ("--merge --json", "does not go with --merge"),
        ("x.bib --library y", "leave out FILE"),
    ],
)
def test_what_dedupe_cannot_do_is_told(refman, file, words, said):
    done = refman("dedupe", *words.split())
    assert (done.status, said in done.err) == (2, True)


def test_an_empty_library_has_nothing_to_be_deduplicated(refman, tmp_path, monkeypatch):
    library_of(tmp_path, monkeypatch)
    assert refman("dedupe").status == 1
    assert refman("check").status == 0
    assert "lacks anything" in refman("lookup").err


@pytest.fixture
def served(tmp_path, monkeypatch):
    """A library of a bare paper, a whole one and a rejected one; services that know the first."""
    whole = paper(
        1, citekey=Citekey("whole"), identifiers=Identifiers(doi=Doi("10.5555/whole")),
        type=ItemType.ARTICLE_JOURNAL,
    )  # fmt: skip
    rejected = msgspec.structs.replace(
        BARE, citekey=Citekey("rejected"), status=Status.REJECTED, title="Rejected lamps"
    )
    file = library_of(tmp_path, monkeypatch, BARE, whole, rejected)
    with Services([GLOW]) as services:
        for name, value in services.environment().items():
            monkeypatch.setenv(name, value)
        yield file


def test_a_look_up_fills_what_lacks_something_in_one_step(refman, served):
    before = state(served)
    done = refman("lookup")
    assert done.status == 0
    assert "accepted" in done.out
    assert squeezed("1 paper: 1 accepted") in squeezed(done.out)
    assert "looked up: 1 paper changed ('refman undo' takes it back)" in done.err
    glow = entries(served)["glow"]
    assert glow.author == (Name(family="Berg", given="Ada"), Name(family="Lee", given="Bo"))
    assert glow.identifiers.arxiv is not None
    assert glow.identifiers.arxiv.id == "2506.00411"
    assert glow.provenance["author"].source != "user"
    assert glow.status is Status.NEEDS_REVIEW
    assert undone(served) == "Look up 1 paper"
    assert state(served) == before


def test_a_look_up_leaves_the_users_own_words(refman, served):
    refman("edit", "glow", "year=1999", "author=Nobody, A.", "tags+=oil")
    refman("lookup", "--all")
    glow = entries(served)["glow"]
    assert (glow.issued, glow.author) == (Date(1999), (Name(family="Nobody", given="A."),))
    assert Keyword("oil") in glow.keywords


def test_a_look_up_may_take_nothing_or_be_of_what_a_query_finds(refman, served):
    before = state(served)
    assert "to review" in refman("lookup", "--accept", "none").out
    assert state(served) == before
    none = refman("lookup", "--query", "whole")
    assert (none.status, none.out) == (1, "")
    assert "--all looks them up all the same" in none.err
    assert refman("lookup", "--query", "nosuch").status == 1
    found = json.loads(refman("lookup", "--query", "glow", "--json").out)
    assert [one["outcome"] for one in found["papers"]] == ["accepted"]


@pytest.mark.parametrize("words", ["x.bib --query a", "x.bib --all", "-o x.bib", "--from ris"])
def test_options_of_files_and_of_the_library_are_told_apart(refman, served, words):
    assert refman("lookup", *words.split()).status == 2
