"""What the desktop is told of refman: its entry in the menu, and the kinds of files it knows."""

import configparser
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from refman.places import library_path
from refman.resources import resource_root
from refman.settings import WindowSettings
from refman_gui import running
from refman_gui.app import main

DESKTOP, TYPES = resource_root() / "refman.desktop", resource_root() / "refman-mime.xml"
_OF_OTHERS = {"text/x-bibtex", "x-scheme-handler/refman"}
_NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(DESKTOP, encoding="utf-8")
    return parser["Desktop Entry"]


def globs() -> dict[str, str]:
    """By the kinds of files that we tell of, how their names end."""
    found = {}
    for kind in ET.parse(TYPES).getroot():
        glob = kind.find(f"{_NAMESPACE}glob")
        assert kind.find(f"{_NAMESPACE}comment") is not None
        assert glob is not None
        found[kind.attrib["type"]] = glob.attrib["pattern"]
    return found


def test_the_menu_starts_the_window_with_files_and_addresses() -> None:
    told = entry()
    assert (told["version"], told["exec"]) == ("1.0", "refman gui %U")
    assert (resource_root() / f"{told['icon']}.svg").is_file()


def test_every_kind_of_file_in_the_menu_is_one_that_is_known() -> None:
    kinds = set(entry()["mimetype"].strip(";").split(";"))
    assert kinds >= _OF_OTHERS
    assert kinds - _OF_OTHERS == set(globs())
    assert {"*.ris", "*.csl.json", "*.refman"} == set(globs().values())


def test_the_desktops_own_program_finds_no_fault() -> None:
    program = shutil.which("desktop-file-validate")
    if program is None:
        pytest.skip("there is no desktop-file-validate here (Debian: desktop-file-utils)")
    done = subprocess.run(
        [program, str(DESKTOP)], capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.parametrize("by_address", [False, True])
def test_a_librarys_file_that_is_opened_is_the_library_and_no_input(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, by_address: bool
) -> None:
    started: list[tuple[Path, list[str]]] = []

    def run(path: Path, inputs: list[str], _: WindowSettings) -> int:
        started.append((path, inputs))
        return 0

    monkeypatch.setattr(running, "run", run)
    file, gone = tmp_path / "my 灯 papers.REFMAN", tmp_path / "gone.refman"
    file.touch()
    name = file.as_uri() if by_address else str(file)
    assert main([name]) == 0
    assert main(["a.bib", name, name]) == 0
    assert main(["--library", str(gone), name]) == 0
    assert main([str(gone), "https://lamps.example/x.refman"]) == 0
    assert started[:3] == [(file, []), (file, ["a.bib", name]), (gone, [name])]
    assert started[3] == (library_path(None), [str(gone), "https://lamps.example/x.refman"])
