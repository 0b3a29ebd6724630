import pytest

FORMATS = {
    "papers.bib": "@misc{glow,",
    "papers.json": '"type": "article"',
    "papers.ris": "TY  - UNPD",
    "papers.rdf": "<z:itemType>preprint</z:itemType>",
    "papers.csv": "GLOW: Green Lanterns over Water",
    "papers.md": "Folding Large Maps without Losing the Place",
}


@pytest.mark.parametrize(("name", "holds"), FORMATS.items(), ids=list(FORMATS))
def test_the_suffix_tells_the_format(refman, listing, tmp_path, name, holds):
    done = refman("convert", listing, "-o", tmp_path / name)
    assert done.status == 0
    assert holds in (tmp_path / name).read_text(encoding="utf-8")
    assert f"{name}: 2 papers, 1 link" in done.err
    assert done.out == ""


def test_a_pipe_takes_and_gives_standard_streams(refman, listing):
    done = refman("convert", "-", "-o", "-", "--to", "biblatex", "-q", stdin=listing.read_bytes())
    assert done.status == 0
    assert done.out.startswith("@online{glow,")
    assert done.err == ""


def test_a_format_is_named_with_a_hyphen_too(refman, listing):
    done = refman("convert", listing, "-o", "-", "--to", "csl-json")
    assert done.out.startswith("[")


def test_links_go_into_their_own_fields_and_for_zotero_into_file(refman, listing):
    plain = refman("convert", listing, "-o", "-", "--to", "bibtex").out
    assert "  code = {https://github.com/example-lab/glow}" in plain
    assert "file = " not in plain
    for_zotero = refman("convert", listing, "-o", "-", "--to", "bibtex", "--zotero-links").out
    assert r"Code:https\://github.com/example-lab/glow:text/html" in for_zotero


def test_what_a_format_loses_is_said(refman, listing, tmp_path):
    done = refman("convert", listing, "-o", tmp_path / "papers.bib")
    assert "BibTeX does not hold links.evidence (1):" in done.err


def test_what_is_there_is_replaced_only_by_force_and_kept(refman, listing, tmp_path):
    target = tmp_path / "papers.bib"
    target.write_text("mine")
    done = refman("convert", listing, "-o", target)
    assert done.status == 2
    assert "--force" in done.err
    assert target.read_text() == "mine"
    done = refman("convert", listing, "-o", target, "--force")
    assert done.status == 0
    assert "papers.bib.bak" in done.err
    assert (tmp_path / "papers.bib.bak").read_text() == "mine"


def test_no_paper_writes_no_file(refman, tmp_path):
    done = refman("convert", "-", "-o", tmp_path / "papers.bib", stdin=b"Subscribe\n")
    assert done.status == 1
    assert done.err == "refman: no paper found in -; 'refman read' shows why\n"
    assert not (tmp_path / "papers.bib").exists()


def test_one_bad_input_does_not_stop_the_rest(refman, listing, tmp_path):
    target = tmp_path / "papers.bib"
    done = refman("convert", tmp_path / "none.txt", listing, "-o", target)
    assert done.status == 2
    assert target.read_text().count("@misc") == 2
    alone = refman("convert", tmp_path / "none.txt", "-o", tmp_path / "other.bib")
    assert (alone.status, alone.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["-o", "papers.docx"], "name it with --to"),
        (["-o", "-"], "name it with --to"),
        (["-o", "x.bib", "--to", "word"], "no format 'word'"),
        (["-o", "x.csv", "--profile", "pandoc"], "CSV has no profile pandoc"),
        (["-o", "x.bib", "--profile", "elsewhere"], "--profile"),
        ([], "--output"),
        (["-o", "x.bib", "--frob"], "--frob"),
        (["-o", "nowhere/x.bib"], "no folder"),
    ],
)
def test_wrong_use_is_one_line_that_says_what_to_do(
    refman, listing, tmp_path, monkeypatch, arguments, says
):
    monkeypatch.chdir(tmp_path)
    done = refman("convert", listing, *arguments)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert says in done.err


def test_settings_reach_the_keys_and_the_braces(refman, listing, monkeypatch):
    monkeypatch.setenv("REFMAN_EXPORT__PROTECTED_WORDS", "Maps")
    done = refman("convert", listing, "-o", "-", "--to", "bibtex")
    assert "{Maps}" in done.out
    monkeypatch.setenv("REFMAN_CITEKEYS__PATTERN", "{nobody}")
    done = refman("convert", listing, "-o", "-", "--to", "bibtex")
    assert done.status == 2
    assert "{nobody}" in done.err
