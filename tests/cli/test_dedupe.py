"""``refman dedupe`` as the shell sees it."""

import json

import pytest

from refman.formats.exact import decode
from refman.formats.loaders.bib import BIBTEX
from refman.model import Record
from tests.cli.squeezed import squeezed

LIBRARY = """\
% My lamps
@string{jls = "Journal of Lamp Studies"}

@misc{berg2020arxiv,
  title = {Lamps of the {North}: A Survey},
  author = {Berg, Ada and Dorn, Bo},
  year = 2020,
  eprint = {2006.12345},
  archivePrefix = {arXiv},
  abstract = {We look at many lamps.},
  keywords = {lamps, north},
}

@article{ other, title={An Entirely Different Thing}, author={C. D. Eff}, year=1999}

@article{berg2021,
  title = {Lamps of the North: A Survey},
  author = {Ada Berg and Bo Dorn},
  journal = jls,
  year = 2021,
  volume = 3,
  pages = {1--9},
  keywords = {light},
  doi = {10.1234/jls.2021.3}
}
@comment{kept}

@misc{bare, title = {An Entirely Different Thing}}
"""


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    file = tmp_path / "lamps.bib"
    file.write_bytes(LIBRARY.encode())
    return file


def loaded(data: bytes):
    return {
        piece.entry.citekey: piece.entry
        for piece in BIBTEX.load(decode(data)[0])
        if isinstance(piece, Record)
    }


def test_groups_are_shown_with_score_and_reasons(refman, library, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    told = refman("dedupe", library)
    assert told.status == 0
    assert not told.err
    assert max(map(len, told.out.splitlines())) <= 60
    assert "1. preprint and publication of one work (0.99)" in told.out
    assert "berg2020arxiv (#1): Berg and others 2020." in told.out
    assert "authors are equal" in told.out
    assert "2. perhaps one work" in told.out
    assert squeezed("2 groups; --merge would") in squeezed(told.out)
    assert library.read_text() == LIBRARY


def test_json_tells_places_spans_and_reasons(refman, library):
    told = json.loads(refman("dedupe", library, "--json").out)
    assert told["references"] == 4
    first, second = told["groups"]
    assert first["relation"] == "versions"
    assert [member["key"] for member in first["members"]] == ["berg2020arxiv", "berg2021"]
    start, end = first["members"][1]["span"]
    assert LIBRARY[start:end].startswith("@article{berg2021,")
    assert first["pairs"][0]["may_merge"]
    assert first["pairs"][0]["places"] == [1, 3]
    assert not second["pairs"][0]["may_merge"]


def test_merging_keeps_every_byte_of_the_others(refman, library):
    told = refman("dedupe", library, "--merge")
    assert told.status == 0
    assert "berg2020arxiv into berg2021" in told.err
    assert "1 reference went into others" in told.err
    data = library.read_bytes()
    assert data.decode().startswith(LIBRARY[: LIBRARY.index("@misc{berg2020")])
    assert "@article{ other, title={An Entirely Different Thing}" in data.decode()
    assert data.decode().endswith(LIBRARY[LIBRARY.index("@comment{kept}") :])
    assert "journal = jls," in data.decode()
    entries = loaded(data)
    assert list(entries) == ["other", "berg2021", "bare"]
    merged = entries["berg2021"]
    assert merged.identifiers.doi == "10.1234/jls.2021.3"
    assert merged.identifiers.arxiv.id == "2006.12345"
    assert merged.abstract == "We look at many lamps."
    assert [keyword.text for keyword in merged.keywords] == ["light", "lamps", "north"]
    assert merged.extra["ids"] == "berg2020arxiv"
    assert merged.extra["duplicate-issued"] == "2020"
    assert library.with_name("lamps.bib.bak").read_text() == LIBRARY


def test_merging_again_finds_nothing(refman, library):
    refman("dedupe", library, "--merge")
    data = library.read_bytes()
    told = refman("dedupe", library, "--merge")
    assert told.status == 0
    assert "nothing to merge" in told.err
    assert library.read_bytes() == data


def test_a_dry_run_prints_a_diff_and_writes_nothing(refman, library):
    told = refman("dedupe", library, "--merge", "--dry-run")
    assert told.out.startswith(f"--- {library}\n+++ {library}\n@@ -1,16 +1,6 @@\n")
    assert "-@misc{berg2020arxiv," in told.out
    assert "+  ids = {berg2020arxiv}" in told.out
    assert library.read_text() == LIBRARY
    assert not library.with_name("lamps.bib.bak").exists()


def test_merging_into_another_file(refman, library, tmp_path):
    out = tmp_path / "out.bib"
    assert refman("dedupe", library, "--merge", "-o", out).status == 0
    assert list(loaded(out.read_bytes())) == ["other", "berg2021", "bare"]
    assert library.read_text() == LIBRARY
    assert refman("dedupe", library, "--merge", "-o", out).status == 2


def test_merging_into_another_format(refman, library, tmp_path):
    out = tmp_path / "out.json"
    assert refman("dedupe", library, "--merge", "-o", out).status == 0
    ids = [item["id"] for item in json.loads(out.read_text())]
    assert ids == ["other", "berg2021", "bare"]
    told = refman("dedupe", library, "--merge", "-o", "-", "--to", "ris", "--quiet")
    assert told.err == ""
    assert told.out.count("TY  - ") == 3


def test_line_ends_encoding_and_mark_stay(refman, library):
    text = LIBRARY.replace("Entirely", "Völlig").replace("\n", "\r\n")
    library.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert refman("dedupe", library, "--merge").status == 0
    data = library.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf% My lamps\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "Völlig".encode() in data


def test_a_file_in_another_encoding_is_changed_in_its_place_only(refman, library, tmp_path):
    text = "% Encoding: cp1252\n" + LIBRARY.replace("Entirely", "Völlig")
    library.write_bytes(text.encode("cp1252"))
    told = refman("dedupe", library, "--merge", "-o", tmp_path / "out.bib")
    assert (told.status, "leave out -o" in told.err) == (2, True)
    assert refman("dedupe", library, "--merge").status == 0
    assert b"V\xf6llig" in library.read_bytes()


def test_what_others_refer_to_is_not_merged_away(refman, library):
    library.write_text(LIBRARY + "@inbook{child, title = {A Lamp}, crossref = {berg2020arxiv}}\n")
    told = refman("dedupe", library, "--merge")
    assert "not merged: berg2021, berg2020arxiv: other entries refer to" in told.err
    assert "nothing to merge" in told.err


def test_no_duplicates_are_remembered_and_forgotten(refman, library, tmp_path):
    told = refman("dedupe", library, "--not-duplicate", "berg2021", "#1")
    assert told.status == 0
    kept = tmp_path / "data" / "refman" / "not-duplicates.json"
    assert squeezed(str(kept)) in squeezed(told.out)
    assert library.read_text() == LIBRARY
    assert "1 group" in refman("dedupe", library).out
    assert "nothing to merge" in refman("dedupe", library, "--merge").err
    again = kept.read_bytes()
    refman("dedupe", library, "--not-duplicate", "berg2020arxiv", "berg2021")
    assert kept.read_bytes() == again
    edited = library.with_name("edited.bib")
    edited.write_text(LIBRARY.replace("berg2021,", "newkey,").replace("volume = 3", "volume = 4"))
    assert "1 group" in refman("dedupe", edited).out
    told = refman("dedupe", library, "--forget", "berg2021", "berg2020arxiv")
    assert "may be duplicates again" in told.out
    assert "2 groups" in refman("dedupe", library).out
    told = refman("dedupe", library, "--forget", "berg2021", "berg2020arxiv")
    assert "nothing was said" in told.out
    assert [file.name for file in kept.parent.iterdir()] == [kept.name]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--not-duplicate", "berg2021", "nowhere"], "has no entry nowhere"),
        (["--not-duplicate", "berg2021", "#99"], "has no entry #99"),
        (["--not-duplicate", "berg2021", "#3"], "are one entry"),
        (["--merge", "--forget", "a", "b"], "do one at once"),
        (["--merge", "--json"], "does not go with --merge"),
        (["--dry-run"], "go with --merge"),
        (["-o", "x.bib"], "go with --merge"),
    ],
)
def test_wrong_use_is_one_line(arguments, why, refman, library):
    told = refman("dedupe", library, *arguments)
    assert told.status == 2
    assert why in told.err
    assert told.err.count("\n") == 1


def test_a_key_that_stands_twice_has_to_be_told_by_place(refman, library):
    library.write_text(LIBRARY + "@misc{bare, title = {Another}}\n")
    told = refman("dedupe", library, "--not-duplicate", "bare", "berg2021")
    assert told.status == 2
    assert "name one as #4, #5" in told.err


def test_a_damaged_memory_is_told(refman, library, tmp_path):
    kept = tmp_path / "data" / "refman" / "not-duplicates.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("{")
    told = refman("dedupe", library)
    assert told.status == 2
    assert "is damaged" in told.err


def test_where_no_memory_can_be_there_is_none(refman, library, tmp_path):
    (tmp_path / "data").write_text("a file where a folder should be")
    assert refman("dedupe", library).status == 0


def test_a_memory_that_cannot_be_kept_is_told(refman, library, tmp_path):
    (tmp_path / "data").write_text("a file where a folder should be")
    told = refman("dedupe", library, "--not-duplicate", "berg2021", "other")
    assert told.status == 2
    assert "cannot be" in told.err


def test_other_kinds_of_files_are_searched_and_need_an_output(refman, library, tmp_path):
    ris = tmp_path / "lamps.ris"
    record = "TY  - JOUR\nAU  - Berg, Ada\nTI  - Lamps of the North\nPY  - 2001\n{}ER  - \n\n"
    ris.write_text(record.format("") + record.format("DO  - 10.1234/x\n"))
    told = refman("dedupe", ris)
    assert "1. one work" in told.out
    assert "#1: Berg 2001. Lamps of the North" in told.out
    assert "name the file to write with -o" in refman("dedupe", ris, "--merge").err
    assert refman("dedupe", ris, "--merge", "-o", tmp_path / "out.bib").status == 0
    (entry,) = loaded((tmp_path / "out.bib").read_bytes()).values()
    assert entry.identifiers.doi == "10.1234/x"


def test_a_listing_is_searched_too(refman, listing, library):
    told = refman("dedupe", listing)
    assert told.status == 0
    assert squeezed("2 references, no duplicates") in squeezed(told.out)


def test_nothing_to_read(refman, library, tmp_path):
    empty = tmp_path / "empty.bib"
    empty.write_text("% nothing\n@comment{x}\n")
    assert refman("dedupe", empty).status == 1
    assert refman("dedupe", tmp_path / "none.bib").status == 2


def test_many_are_told_in_short(refman, library):
    entries = (
        f"@article{{k{n}, title={{Lamps of the North}}, author={{A. Berg}}, note={{{n}}}}}"
        for n in range(30)
    )
    library.write_text("\n".join(entries))
    told = refman("dedupe", library)
    assert "and 18 more" in told.out
    assert "pairs more" in told.out
    assert "not all compared with all" in told.out
    assert refman("dedupe", library, "--merge").status == 0
    assert len(loaded(library.read_bytes())) == 1
