"""What the documents say is what the program does: commands, formats, kinds, settings, statuses."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from refman.citekeys import compile_pattern
from refman.cli.main import app
from refman.cli.status import Status
from refman.model import Entry, LinkKind, Name
from refman.plugins import load_formats, load_loaders, load_readers
from refman.settings import Settings, declared_settings
from tests.zotero.stand_in import StandIn

CHECKOUT = Path(__file__).resolve().parent.parent
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [
    *CHECKOUT.glob("*.md"),
    CHECKOUT / "resources" / "samples" / "README.md",
    CHECKOUT / "tests" / "benchmarks" / "README.md",
]


def blocks(language: str) -> list[str]:
    """Return the README's fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def table(heading: str, section: str = "# refman") -> list[list[str]]:
    """Return the rows, without marks, of the first table in a section with this first heading."""
    _, _, inside = README.partition(f"\n{section}\n")
    _, found, rest = (inside or README).partition(f"| {heading} |")
    assert found, f"the README has no table of {heading}"
    lines = rest.partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip().replace("`", "") for cell in line.split("|")[1:-1]] for line in lines]


SETUP, TESTS, *TOUR = blocks("sh")
COMMANDS = [command.name or "" for command in app.registered_commands]


@pytest.fixture
def shell(tmp_path, samples):
    """Run a line as the README's reader would: beside resources/, with refman on the path."""
    (tmp_path / "resources").symlink_to(samples.parent)

    def run(line: str) -> subprocess.CompletedProcess[str]:
        programs = Path(sys.executable).parent
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", line],
            cwd=tmp_path,
            env=os.environ
            | {
                "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
                "XDG_CONFIG_HOME": str(tmp_path / "config"),
                "XDG_DATA_HOME": str(tmp_path / "data"),
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_the_two_commands_are_one_line_each_and_call_what_is_there():
    installs, _, converts = SETUP.partition(" && .venv/bin/")
    assert SETUP.count("\n") == TESTS.count("\n") == 1
    assert converts == "refman convert resources/samples/hf-papers.txt -o papers.bib\n"
    for script in (installs, TESTS.strip(), ".ci/run"):
        assert os.access(CHECKOUT / script, os.X_OK), script


def test_what_the_first_command_converts_is_converted(shell, tmp_path):
    done = shell(SETUP.partition(" && .venv/bin/")[2])
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "papers.bib").read_text(encoding="utf-8").count("\n@") >= 23


@pytest.fixture
def zotero(monkeypatch, tmp_path):
    """A stand-in for the running Zotero of who follows the tour."""
    running = StandIn()
    monkeypatch.setenv("REFMAN_ZOTERO__PORT", str(running.port))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    yield running
    running.close()


def test_the_commands_of_the_tour_do_what_they_say(shell, tmp_path, zotero):
    lines = [line for block in TOUR for line in block.splitlines()]
    assert len(lines) > 10
    for line in lines:
        done = shell(line)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        for target in re.findall(r"(?:-o|>) (\S+\.\w+)", line):
            assert (tmp_path / target).stat().st_size > 0, line
    assert zotero.items()


def test_the_shown_reading_is_what_is_read(shell):
    told = shell(TOUR[0]).stdout
    shown = next(block for block in blocks("text") if "Quaywright" in block)
    assert told.startswith(shown)


def test_the_shown_json_is_what_is_printed(shell):
    told = json.loads(shell("refman read --json resources/samples/hf-papers.txt").stdout)
    (shown,) = map(json.loads, blocks("json"))
    assert list(shown) == list(told)
    assert (shown["source"], shown["kind"]) == (told["source"], told["kind"])
    shown_draft, told_draft = shown["drafts"][0], told["drafts"][0]
    assert list(shown_draft) == list(told_draft)
    assert told_draft["abstract"].startswith(shown_draft["abstract"].removesuffix("…"))
    for field in ("title", "authors", "issued", "identifiers", "links", "span"):
        assert shown_draft[field] == told_draft[field]
    assert shown["left_over"][0] == told["left_over"][0]


def test_the_shown_losses_are_reported(shell):
    (shown,) = (block for block in blocks("text") if "left over\n" in block)
    lines = (line for block in TOUR for line in block.splitlines())
    told = shell(next(line for line in lines if line.endswith("-o references.bib"))).stderr
    for line in shown.splitlines():
        assert line.removesuffix("…") in told


def test_formats_are_those_that_the_code_has():
    said = [tuple(row[:3]) for row in table("`--to`")]
    assert sorted(said) == sorted(
        (
            format_.name,
            ", ".join(format_.suffixes),
            ", ".join(profile.value for profile in format_.profiles),
        )
        for format_ in load_formats().values()
    )


def test_kinds_of_listings_are_those_that_the_code_has():
    listings = [row[0] for row in table("kind", "## Reading a listing")]
    files = [row[0] for row in table("kind", "## Reference files")]
    assert sorted(", ".join(files).split(", ")) == list(load_loaders())
    assert sorted(listings) == sorted(load_readers().keys() - load_loaders().keys())


def test_kinds_of_links_are_those_that_the_code_has():
    said = [row[0] for row in table("kind", "## What is found as a link")]
    assert said == [kind.value for kind in LinkKind]


def test_settings_are_those_that_the_code_has():
    declared = list(declared_settings(Settings()))
    general = [
        (setting.name, setting.variable, str(setting.default or ""))
        for setting in declared
        if not setting.name.startswith("sources.")
    ]
    of_sources = dict.fromkeys(
        (f"sources.NAME.{field}", f"REFMAN_SOURCES__NAME__{field.upper()}", "by source")
        for _, _, field in (s.name.split(".") for s in declared if s.name.startswith("sources."))
    )
    assert [tuple(row) for row in table("setting")] == [*general, *of_sources]
    names = {s.name.split(".")[1] for s in declared if s.name.startswith("sources.")}
    assert all(f"`{name}`" in README for name in names)


def test_exit_statuses_are_those_that_the_code_has():
    assert [int(row[0]) for row in table("status")] == sorted(Status)


def test_parts_of_citekeys_are_those_that_the_code_has():
    entry = Entry(title="Lamps: Bright Nights", author=(Name(family="Brandt"),))
    for part, _ in table("part"):
        assert compile_pattern(part)(entry) or part == "{year}"
    for example in ("{auth:capital}", "{word:upper}", "{auth:4}"):
        assert f"`{example}`" in README
        assert compile_pattern(example)(entry)


def test_options_are_those_that_the_commands_have(shell):
    known = " ".join(shell(f"refman {command} --help").stdout for command in COMMANDS)
    said = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README)) - {"--"}
    assert {option for option in said if option not in known} == set()


def test_paths_that_documents_name_are_there():
    entry = re.compile(r"`((?:refman|gui|resources|tests|\.ci)/[\w./-]*)`|\]\((?!http)([\w./-]+)\)")
    for document in DOCUMENTS:
        for inside, linked in entry.findall(document.read_text(encoding="utf-8")):
            named = CHECKOUT / inside if inside else document.parent / linked
            assert named.exists(), f"{document.name} names {inside or linked}"


def test_the_version_is_one():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = subprocess.run(
        [sys.executable, "-m", "refman", "--version"], capture_output=True, text=True, check=True
    )
    assert told.stdout == f"refman {project['version']}\n"
