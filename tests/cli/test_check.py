"""``refman check``: what it prints, its status, and what --fix writes."""

import json

import pytest

from refman.cli import check_files

BAD = """\
@article{abelson2020,
  author  = {Abelson, Ada and Brandt, Bela},
  title   = {Why DNA glows.},
  journal = {Journal of Lamps & Oil},
  year    = {2020},
  doi     = {https://doi.org/10.1234/lamps.1},
}

@article{abelson2020,
  author  = {Castellan, Cora},
  title   = {On Wicks},
  journal = {Journal of Lamps},
  year    = {2021},
}
"""
CLEAN = """\
@article{abelson2020,
  author  = {Abelson, Ada},
  title   = {On Wicks},
  journal = {Journal of Lamps},
  year    = {2020},
}
"""


@pytest.fixture
def bad(tmp_path):
    file = tmp_path / "bad.bib"
    file.write_text(BAD, encoding="utf-8")
    return file


@pytest.fixture
def clean(tmp_path):
    file = tmp_path / "clean.bib"
    file.write_text(CLEAN, encoding="utf-8")
    return file


def test_findings_are_lines_with_place_and_rule(refman, bad):
    outcome = refman("check", bad)
    assert outcome.status == 1
    lines = outcome.out.splitlines()
    assert [line.rsplit("[", 1)[1] for line in lines] == [
        "latex-sign]",
        "doi-prefix]",
        "duplicate-key]",
    ]
    assert lines[2].startswith(f"{bad}:9: error: abelson2020: the key 'abelson2020' is used more")
    assert "1 error, 2 warnings, 2 notes, 3 of them --fix puts right" in outcome.err
    assert "--notes shows each of them" in outcome.err


def test_notes_are_shown_when_asked_for(refman, bad):
    assert "[title-case]" in refman("check", "--notes", bad).out
    assert "[title-case]" in refman("check", "--only", "title-case", bad).out
    assert "[title-case]" not in refman("check", bad).out


def test_clean_file_says_so(refman, clean):
    outcome = refman("check", clean)
    assert (outcome.status, outcome.out) == (0, "")
    assert "0 errors, 0 warnings, 0 notes" in outcome.err
    assert refman("check", "-q", clean).err == ""


def test_status_tells_errors_and_with_strict_all(refman, bad, clean):
    assert refman("check", "--ignore", "duplicate-key", bad).status == 0
    assert refman("check", "--ignore", "duplicate-key", "--strict", bad).status == 1
    assert refman("check", "--strict", clean).status == 0


def test_github_gets_its_own_lines(refman, tmp_path):
    file = tmp_path / "a,b 100%:c.bib"
    file.write_text(BAD.replace("Journal of Lamps & Oil", "50% of Lamps"), encoding="utf-8")
    outcome = refman("check", "--format", "github", "--notes", file)
    shown = str(file).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    lines = outcome.out.splitlines()
    assert f"::error file={shown},line=9,title=duplicate-key::abelson2020: the key" in lines[-1]
    warning = next(line for line in lines if "latex-sign" in line)
    assert warning.startswith("::warning ")
    assert warning.endswith("journal has %25 without a backslash: LaTeX takes it for its own")
    assert any(line.startswith("::notice ") for line in lines)


def test_json_has_all(refman, bad, clean):
    outcome = refman("check", "--format", "json", bad, clean)
    first, second = json.loads(outcome.out)
    assert (first["source"], second["findings"]) == (str(bad), [])
    rules = [finding["rule"] for finding in first["findings"]]
    assert rules == ["title-case", "title-full-stop", "latex-sign", "doi-prefix", "duplicate-key"]
    finding = first["findings"][3]
    start, end = finding["span"]
    assert BAD[start:end] == "https://doi.org/10.1234/lamps.1"
    assert finding["fix"] == [{"span": [start, end], "text": "10.1234/lamps.1"}]
    assert finding["fixed"] is False


def test_fix_writes_what_is_safe_and_keeps_the_rest(refman, bad):
    before = bad.read_bytes()
    outcome = refman("check", "--fix", bad)
    fixed = before.replace(b"glows.}", b"glows}").replace(b"Lamps & Oil", b"Lamps \\& Oil")
    fixed = fixed.replace(b"https://doi.org/10", b"10")
    assert bad.read_bytes() == fixed
    assert bad.with_name("bad.bib.bak").read_bytes() == before
    assert outcome.status == 1
    assert "put right; what was there before is in a .bak file" in outcome.err
    assert "[doi-prefix]" not in outcome.out
    again = refman("check", "--fix", bad)
    assert "put right" not in again.err
    assert not bad.with_name("bad.bib.bak.2").exists()


def test_fix_keeps_windows_line_ends_and_encoding(refman, tmp_path):
    file = tmp_path / "old.bib"
    text = "% Encoding: Cp1252\r\n" + BAD.replace("Ada", "Adèle").replace("\n", "\r\n")
    file.write_bytes(text.encode("cp1252"))
    refman("check", "--fix", "--only", "doi-prefix", file)
    assert file.read_bytes() == text.replace("https://doi.org/10", "10").encode("cp1252")


def test_fix_leaves_nothing_to_a_second_run(refman, tmp_path):
    file = tmp_path / "refs.bib"
    file.write_text(
        '@misc{a,\n title = "Lamps &amp;quot;up&quot; 5% & more &amp;amp; less.",\n year = 2020}\n'
    )
    refman("check", "--fix", file)
    made = file.read_text("utf-8")
    assert 'title = "Lamps {"}up{"} 5\\% \\& more \\& less",' in made
    refman("check", "--fix", file)
    assert file.read_text("utf-8") == made


def test_fix_writes_nothing_that_would_part_entries_otherwise(refman, bad, monkeypatch):
    before = bad.read_bytes()
    monkeypatch.setattr(check_files, "is_same_form", lambda _old, _new: False)
    outcome = refman("check", "--fix", bad)
    assert outcome.status == 2
    assert "nothing was written" in outcome.err
    assert bad.read_bytes() == before


def test_fix_is_for_bib_files_only(refman, tmp_path):
    file = tmp_path / "a.ris"
    file.write_text("TY  - JOUR\nTI  - On Wicks\nER  - \n", encoding="utf-8")
    outcome = refman("check", "--fix", file)
    assert outcome.status == 2
    assert "--fix writes into .bib files only" in outcome.err
    assert refman("check", "--fix", "-", stdin=BAD.encode()).status == 2


def test_standard_input_and_other_formats_are_checked(refman, tmp_path):
    assert "[duplicate-key]" in refman("check", "-", stdin=BAD.encode()).out
    file = tmp_path / "refs.json"
    item = {"id": "a", "type": "article-journal", "note": "Code: https://lamps.example/"}
    file.write_text(json.dumps([item]), encoding="utf-8")
    assert "[extra-label]" in refman("check", file).out


def test_one_bad_file_does_not_stop_the_rest(refman, bad, tmp_path):
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ada,\n\nthank you for the lamp.\n", encoding="utf-8")
    outcome = refman("check", tmp_path / "none.bib", other, bad)
    assert outcome.status == 2
    assert "[duplicate-key]" in outcome.out
    assert "letter.txt is no reference file" in outcome.err
    assert "none.bib" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "nothing"], "there is no rule 'nothing'; 'refman check --rules' shows all"),
        (["--from", "nothing"], "there is no kind"),
        (["--format", "xml"], "'xml'"),
    ],
)
def test_wrong_use_is_one_line(refman, bad, arguments, said):
    outcome = refman("check", *arguments, bad)
    assert (outcome.status, outcome.out) == (2, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_without_a_file_the_library_is_checked(refman, tmp_path):
    outcome = refman("check", "--library", tmp_path / "none.refman")
    assert outcome.status == 2
    assert "there is no library" in outcome.err


def test_rules_are_listed(refman):
    outcome = refman("check", "--rules")
    assert outcome.status == 0
    assert "duplicate-key        error    two entries have the same key" in outcome.out
    assert "--fix puts it right" in outcome.out


def test_signs_that_steer_a_terminal_are_not_printed(refman, tmp_path):
    file = tmp_path / "evil.bib"
    file.write_text("@misc{a,\n  doi = {\x1b[31mred},\n}\n", encoding="utf-8")
    assert "\x1b" not in refman("check", file).out


def test_empty_file_is_clean(refman, tmp_path):
    file = tmp_path / "empty.bib"
    file.write_bytes(b"% nothing yet\n")
    assert refman("check", file).status == 0
