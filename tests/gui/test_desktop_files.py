"""What the desktop is told of refman: its entry in the menu, and the kinds of files it knows."""

import configparser
import shutil
import subprocess
from xml.etree import ElementTree as ET

import pytest

from refman.resources import resource_root

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
    assert kinds - _OF_OTHERS <= set(globs())
    assert kinds >= _OF_OTHERS
    assert {"*.ris", "*.csl.json"} <= set(globs().values())


def test_the_desktops_own_program_finds_no_fault() -> None:
    program = shutil.which("desktop-file-validate")
    if program is None:
        pytest.skip("there is no desktop-file-validate here (Debian: desktop-file-utils)")
    done = subprocess.run(
        [program, str(DESKTOP)], capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
