"""Reference files on the command line: read, shown, converted, and their faults told."""

import json

import pytest

from tests.cli.squeezed import squeezed

LAMPS = """\
% kept by hand
@string{jls = "Journal of Lamp Studies"}

@article{lindqvist2021,
  author = {Lindqvist, Ada and van der Berg, Jan},
  title = {Of {Lamps} and Oil},
  journal = jls,
  year = 2021,
  pages = {12--19},
  doi = {10.1234/lamps.12},
  abstract = {Code is at https://github.com/lamp-lab/oil.}
}

@book{okafor1999
  title = {A Book of Wicks},
  author = {Okafor, Ngozi},
  publisher = {Wick \\& Sons},
  year = 1999,
}

@misc{broken, title = {Never closed
"""


@pytest.fixture
def lamps(tmp_path):
    file = tmp_path / "lamps.bib"
    file.write_text(LAMPS, encoding="utf-8")
    return file


def test_a_reference_file_is_shown_as_a_listing_is(refman, lamps):
    outcome = refman("read", lamps)
    assert outcome.status == 0
    assert "   1 Of Lamps and Oil\n     Lindqvist, Ada; van der Berg, Jan\n" in outcome.out
    assert "code: https://github.com/lamp-lab/oil" in outcome.out
    assert "   2 A Book of Wicks" in outcome.out
    assert squeezed(f"{lamps} (bibtex): 2 papers, 1 link") in squeezed(outcome.out)


def test_what_cannot_be_read_is_told_with_its_line(refman, lamps):
    said = " ".join(refman("read", lamps).out.split())
    assert f"{lamps}, line 15: okafor1999: " in said
    assert f"{lamps}, line 21: " in said
    assert said.count("Never closed") == 0, "told once, by its line"


def test_json_has_the_whole_entry_of_a_record(refman, lamps):
    listing = json.loads(refman("read", "--json", lamps).out)
    assert listing["kind"] == "bibtex"
    first, second = listing["drafts"]
    assert first["title"] == "Of Lamps and Oil"
    assert first["entry"]["container_title"] == "Journal of Lamp Studies"
    assert first["entry"]["citekey"] == "lindqvist2021"
    assert first["problems"] == []
    assert [problem["line"] for problem in second["problems"]] == [15]
    start, end = first["span"]
    assert LAMPS[start:end].startswith("@article{lindqvist2021")
    faults = [piece for piece in listing["left_over"] if piece.get("is_fault")]
    assert ["@misc{broken" in piece["text"] for piece in faults] == [True]


@pytest.mark.parametrize("suffix", ["bib", "biblatex.bib", "json", "ris", "rdf", "csv", "md"])
def test_it_becomes_any_other_and_keeps_its_keys(refman, lamps, tmp_path, suffix):
    target = tmp_path / f"out.{suffix}"
    outcome = refman("convert", lamps, "-o", target)
    assert outcome.status == 0
    text = target.read_text(encoding="utf-8")
    assert "Lamps" in text
    assert "Wicks" in text
    assert "https://github.com/lamp-lab/oil" in text
    if suffix != "md":
        assert "lindqvist2021" in text
    assert squeezed("line 21") in squeezed(outcome.err)


def test_there_and_back_again(refman, lamps, tmp_path):
    once, again = tmp_path / "once.ris", tmp_path / "again.bib"
    assert refman("convert", lamps, "-o", once).status == 0
    assert refman("convert", once, "-o", again).status == 0
    text = again.read_text(encoding="utf-8")
    assert "@article{lindqvist2021," in text
    assert "author = {Lindqvist, Ada and van der Berg, Jan}" in text
    assert "journal = {Journal of Lamp Studies}" in text
    assert "pages = {12--19}" in text
    assert "publisher = {Wick \\& Sons}" in text


def test_only_so_many_faults_are_told_when_converting(refman, tmp_path):
    file = tmp_path / "many.bib"
    file.write_text("".join(f"@misc{{k{n}\n  title = {{Lamp {n}}}\n}}\n" for n in range(30)))
    said = " ".join(refman("convert", file, "-o", tmp_path / "out.ris").err.split())
    assert said.count("a comma is missing") == 20
    assert "10 more of such; 'refman read' shows all" in said
    assert " ".join(refman("read", file).out.split()).count("a comma is missing") == 30
