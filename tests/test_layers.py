"""What may import what: the contracts of pyproject.toml, and what a command may load."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent

SLOW_TO_LOAD = ("PySide6", "bibtexparser", "pypdf", "requests", "rich")
"""Packages that no command-line work needs, but for the one that shows a bar or reads a .bib."""


def test_contracts_between_layers_are_kept():
    pytest.importorskip("importlinter", reason="import-linter comes with the extra 'lint'")
    code = (
        "from importlinter.cli import lint_imports; exit(lint_imports(no_cache=True, no_logo=True))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(CHECKOUT), str(CHECKOUT / "gui")])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "0 broken" in told.stdout


def loaded_by(code: str, folder: Path) -> set[str]:
    """Return the top-level packages that a fresh interpreter has loaded after this code."""
    shown = "import json, sys; print(json.dumps([name for name in sys.modules if '.' not in name]))"
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\n{shown}"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT), "XDG_CONFIG_HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return set(json.loads(told.stdout.splitlines()[-1]))


def ran(*arguments: str | Path) -> str:
    return (
        "from refman.cli.main import run\n"
        f"status = run({[str(argument) for argument in arguments]!r})\n"
        "assert status == 0, status"
    )


def test_importing_refman_loads_nothing_but_refman(tmp_path):
    bare = loaded_by("", tmp_path)
    assert loaded_by("import refman", tmp_path) - bare == {"refman"}


@pytest.mark.parametrize("arguments", [["--version"], ["settings"]])
def test_small_commands_load_nothing_slow(arguments, tmp_path):
    assert loaded_by(ran(*arguments), tmp_path).isdisjoint((*SLOW_TO_LOAD, "ftfy"))


def test_reading_loads_nothing_slow(samples, tmp_path):
    code = ran("read", samples / "hf-papers.txt")
    assert loaded_by(code, tmp_path).isdisjoint((*SLOW_TO_LOAD, "ftfy"))


@pytest.mark.parametrize(
    "target", ["out.bib", "out.json", "out.ris", "out.rdf", "out.csv", "out.md"]
)
def test_a_whole_conversion_loads_nothing_slow(target, samples, tmp_path):
    code = ran("convert", samples / "hf-papers.txt", "-o", tmp_path / target)
    assert loaded_by(code, tmp_path).isdisjoint((*SLOW_TO_LOAD, "ftfy"))


def test_mojibake_alone_loads_what_mends_it(tmp_path):
    (tmp_path / "listing.txt").write_text(
        "Lamps of the CafÃ©: Learning to Mend by Hand\n\nWe present a method that mends the "
        "lamps of a cafÃ© by hand. Our experiments on two hundred lamps show that it is faster "
        "than the best known models, and that mended lamps burn longer.\n",
        encoding="utf-8",
    )
    assert "ftfy" in loaded_by(ran("convert", "listing.txt", "-o", "out.bib"), tmp_path)
