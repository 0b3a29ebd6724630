"""``refman add`` as a shell runs it."""

import shutil
import subprocess

import pytest

from refman.formats.saving import save_bytes

BIB = b"""\
% my papers \xff
@string{ann = "Annals of Lamps"}

@Article{oil,
\tauthor = {Jan Berg},
\ttitle = {Oil Lamps},
\tjournal = ann,
}

@Misc{broken,
\ttitle = {Wax
}

@Comment{jabref-meta: databaseType:bibtex;}
"""


@pytest.fixture
def target(tmp_path):
    file = tmp_path / "references.bib"
    file.write_bytes(BIB)
    return file


def put_in(new):
    """Return what was put between the old bytes, in one piece behind the last sound entry."""
    place = BIB.index(b"\n\n@Misc{broken")
    assert new.startswith(BIB[:place])
    assert new.endswith(BIB[place:])
    return new[place : len(new) - len(BIB) + place].decode()


def test_what_is_new_goes_in_and_every_old_byte_stays(refman, listing, target, tmp_path):
    done = refman("add", listing, "--into", target)
    assert done.status == 0
    assert done.out == ""
    assert "new: glow GLOW: Green Lanterns over Water\n" in done.err
    assert f"{target}: 2 papers added\n" in done.err.replace("\n     ", " ")
    assert (tmp_path / "references.bib.bak").read_bytes() == BIB
    added = put_in(target.read_bytes())
    assert "@Misc{glow,\n\t" in added
    assert added.count("},\n}") == 2


def test_the_second_time_everything_is_known(refman, listing, target):
    refman("add", listing, "--into", target, "--quiet")
    once = target.read_bytes()
    done = refman("add", listing, "--into", target)
    assert done.status == 0
    assert "known: glow (" in done.err
    assert "nothing to add, it stays as it is; 2 known" in done.err.replace("\n     ", " ")
    assert target.read_bytes() == once


def test_dry_run_prints_what_patch_takes_and_writes_nothing(refman, listing, target, tmp_path):
    done = refman("add", listing, "--into", target, "--dry-run")
    assert done.status == 0
    assert done.out.startswith(f"--- {target}\n+++ {target}\n@@ ")
    assert "+@Misc{glow," in done.out
    assert "2 papers would be added" in done.err
    assert target.read_bytes() == BIB
    if shutil.which("patch"):
        subprocess.run(["patch", "--dry-run", str(target)], input=done.out.encode(), check=True)


def test_dry_run_without_changes_prints_nothing(refman, listing, target):
    refman("add", listing, "--into", target, "-q")
    assert refman("add", listing, "--into", target, "--dry-run", "-q").out == ""


def test_on_a_terminal_the_file_steers_nothing(refman, listing, target, monkeypatch):
    target.write_bytes(BIB + b"@misc{z,\n\ttitle = {\x1b[2J}\n}\r\n")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    done = refman("add", listing, "--into", target, "--dry-run", "-q")
    assert " \ttitle = {\N{REPLACEMENT CHARACTER}[2J}\n" in done.out
    assert "\x1b" not in done.out
    assert "\r" not in done.out


def test_a_file_that_is_not_there_is_what_convert_writes(refman, listing, tmp_path):
    for name in ("new.bib", "new.biblatex.bib"):
        assert refman("add", listing, "--into", tmp_path / name).status == 0
        assert refman("convert", listing, "-o", tmp_path / f"converted.{name}", "-q").status == 0
        assert (tmp_path / name).read_bytes() == (tmp_path / f"converted.{name}").read_bytes()


def test_standard_input_and_settings_are_heard(refman, listing, target, monkeypatch):
    monkeypatch.setenv("REFMAN_EXPORT__PROTECTED_WORDS", "Maps")
    done = refman("add", "-", "--into", target, "-q", stdin=listing.read_bytes())
    assert (done.status, done.out, done.err) == (0, "", "")
    assert b"{Maps}" in target.read_bytes()


def test_update_fills_what_is_missing(refman, listing, target):
    refman("add", listing, "--into", target, "-q")
    full = target.read_bytes()
    line = b"\tcode = {https://github.com/example-lab/glow},\n"
    assert line in full
    target.write_bytes(full.replace(line, b""))
    done = refman("add", listing, "--into", target, "--update")
    assert "; filled code)" in done.err.replace("\n     ", " ")
    assert "1 field filled" in done.err.replace("\n     ", " ")
    assert sorted(target.read_bytes()) == sorted(full)
    assert line in target.read_bytes()


def test_doubtful_ones_are_named_and_added_when_asked(refman, target):
    listing = b"# Papers\n\n- [Oil Lamps](https://lamps.example/oil.pdf)\n"
    done = refman("add", "-", "--into", target, stdin=listing)
    assert done.status == 0
    assert "doubtful: oil (" in done.err
    assert "1 doubtful (--add-doubtful adds them)" in done.err.replace("\n     ", " ")
    assert target.read_bytes() == BIB
    done = refman("add", "-", "--into", target, "--add-doubtful", stdin=listing)
    assert "new: oil-lamps Oil Lamps (like oil: " in done.err
    assert target.read_bytes() != BIB


def test_what_the_encoding_lacks_leaves_a_paper_out(refman, tmp_path):
    target = tmp_path / "old.bib"
    target.write_bytes(b"% Encoding: ISO8859_1\n@misc{a, title = {\xc4}}\n")
    listing = "# Papers\n\n- [Of 灯 and Wicks](https://arxiv.org/abs/2401.00001)\n".encode()
    done = refman("add", "-", "--into", target, stdin=listing)
    assert done.status == 2
    assert "left out: Of 灯 and Wicks (ISO8859-1 has no 灯" in done.err
    assert target.read_bytes() == b"% Encoding: ISO8859_1\n@misc{a, title = {\xc4}}\n"


def test_reference_files_go_in_with_their_keys_and_faults_are_told(refman, target, tmp_path):
    other = tmp_path / "other.bib"
    other.write_text(
        "@article{oil, author = {Someone Else}, title = {Tallow}, doi = {10.1234/t}}\n"
        "@article{wicks, author = {Ida Dorn}, title = {Wicks} year = {2001}}\n"
    )
    ris = b"TY  - JOUR\nAU  - Berg, Jan\nTI  - Oil Lamps\nER  - \n"
    done = refman("add", other, "-", "--into", target, "--add-doubtful", stdin=ris)
    assert done.status == 0
    assert "line 2: wicks: a comma is missing before it" in done.err
    assert "new: elsetallow Tallow\n" in done.err
    assert "new: wicks Wicks\n" in done.err
    assert "known: oil (same title and authors)\n" in done.err
    assert put_in(target.read_bytes()).count("@Article") == 2


def test_no_paper_writes_nothing(refman, target):
    done = refman("add", "-", "--into", target, stdin=b"Subscribe\n")
    assert done.status == 1
    assert done.err == "refman: no paper found in -; 'refman read' shows why\n"


def test_one_bad_input_does_not_stop_the_rest(refman, listing, target, tmp_path):
    done = refman("add", tmp_path / "none.txt", listing, "--into", target, "-q")
    assert done.status == 2
    assert b"{glow," in target.read_bytes()
    alone = refman("add", tmp_path / "none.txt", "--into", target)
    assert (alone.status, alone.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("x.txt", None, "is no .bib file; 'refman convert'"),
        ("-", None, "is no .bib file"),
        ("nowhere/x.bib", None, "no folder"),
        ("x.bib", b'[{"title": "Oil"}]', "holds no BibTeX"),
        ("x.bib", b"\xff\xfea\x00b", "is no sound UTF-16-LE"),
        ("x.bib", b"@" * (1 << 20) + b"x", "larger than the 1 MiB"),
    ],
)
def test_wrong_targets_are_one_line(refman, listing, tmp_path, monkeypatch, name, data, says):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFMAN_READING__LIMIT_MB", "1")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = refman("add", listing, "--into", name)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert says in done.err
    assert data is None or (tmp_path / name).read_bytes() == data


def test_a_target_that_may_not_be_read_is_told(refman, listing, target, monkeypatch):
    def closed(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("refman.cli.add_into.Path.read_bytes", closed)
    done = refman("add", listing, "--into", target)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "cannot be read (Permission denied)" in done.err


def test_what_another_program_writes_meanwhile_stays(refman, listing, target, monkeypatch):
    def late(path, data, *, known):
        path.write_bytes(b"theirs")
        return save_bytes(path, data, known=known)

    monkeypatch.setattr("refman.cli.add_into.save_bytes", late)
    done = refman("add", listing, "--into", target)
    assert done.status == 2
    assert "changed by another program meanwhile" in done.err
    assert target.read_bytes() == b"theirs"
