"""What the core says, the window says in its own language; no text of the core is forgotten."""

import ast
import re
import time
import tomllib
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from refman.checks import all_rules
from refman.editing import all_fields
from refman.formats.format import FEATURES
from refman.library.rows import FACTS, SOURCES
from refman.model import Status
from refman.resources import read_table
from refman_gui.core_texts import CONTEXT, core_templates, core_text, decimal, figures, is_known
from refman_gui.field_labels import field_label, source_label
from refman_gui.languages import install_language

HERE = Path(__file__).resolve().parent.parent
CORE = HERE.parent / "refman"
WINDOW = HERE.parent / "gui" / "refman_gui"
WORDS = re.compile(r"[A-Za-z`']{2,} \S|\S [A-Za-z`']{2,}|\S - [a-z]")
SQL = re.compile(
    r"\b(?:SELECT|FROM|WHERE|PRAGMA|INSERT|DELETE|UPDATE|CREATE|ALTER|DROP|ATTACH|DETACH|BEGIN|SAVEPOINT|RELEASE|UNION"
    r"|COLLATE|CROSS|CAST|LIMIT|NULL|NULLS|TRUE|DESC|MATCH|AND|OR|NOT|kind = )\b|e\.facts|\bIN \("
)
CODE = re.compile(r"[\\^]|\(\?|\w\[\w|\w \| \w|xmlns|\A\(\"| : //")


@pytest.fixture
def german(qapp: QCoreApplication) -> Iterator[Callable[[str], str]]:
    install_language(qapp, "de")
    yield core_text
    install_language(qapp, "en")


def unshown() -> list[dict[str, Any]]:
    table = tomllib.loads((HERE / "data" / "gui" / "unshown.toml").read_text(encoding="utf-8"))
    rows: list[dict[str, Any]] = table["unshown"]
    return rows


UNSHOWN_MODULES = [glob for row in unshown() for glob in row.get("modules", "").split()]
UNSHOWN_TEXTS = {text for row in unshown() for text in row.get("texts", "").splitlines()} - {""}


def sample(part: ast.AST) -> str:
    """A text that an expression may yield: "1" stands for all that is put in."""
    match part:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(map(sample, parts))
        case ast.FormattedValue(value=inside):
            return sample(inside)
        case ast.IfExp(body=inside):
            return sample(inside)
        case ast.Call(func=ast.Name(id="papers" | "_papers")):
            return "1 paper"
        case _:
            return "1"


def is_no_text(node: ast.AST) -> bool:
    """Tell what is written into a log, names a type, or is matched against something."""
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func)
        return called.startswith(("_log.", "re.")) or called in {"cast", "TypeVar", "ValueError"}
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)  # a docstring


def texts_of(node: ast.AST) -> Iterator[str]:
    """The texts with words in them that code yields."""
    if is_no_text(node):
        return
    if isinstance(node, (ast.Constant, ast.JoinedStr)):
        if WORDS.search(text := sample(node)):
            yield text
        if isinstance(node, ast.Constant):
            return
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.FormattedValue):
                yield from texts_of(child.value)
            elif isinstance(child, ast.AST) and not isinstance(node, ast.JoinedStr):
                yield from texts_of(child)


def said_in(path: Path) -> Iterator[str]:
    for text in texts_of(ast.parse(path.read_text(encoding="utf-8"))):
        if "\n" not in text and not SQL.search(text) and not CODE.search(text):
            yield text


def test_the_window_knows_every_text_of_the_core() -> None:
    found: set[str] = set()
    unknown: list[str] = []
    for path in (*CORE.rglob("*.py"), *(WINDOW / "tasks").rglob("*.py"), WINDOW / "worker.py"):
        name = path.relative_to(CORE if CORE in path.parents else WINDOW).as_posix()
        if any(fnmatch(name, glob) for glob in UNSHOWN_MODULES):
            continue
        texts = dict.fromkeys(said_in(path))
        found.update(texts)
        unknown += [
            f"{name}: {text}"
            for text in texts
            if text not in UNSHOWN_TEXTS and not is_known(text.strip())
        ]
    assert not unknown, (
        "put it into resources/core_texts.toml, and run python -m tests.translations"
    )
    assert not UNSHOWN_TEXTS - found, "no text of the core any more"
    paths = [path.relative_to(CORE).as_posix() for path in CORE.rglob("*.py")]
    assert all(any(fnmatch(path, glob) for path in paths) for glob in UNSHOWN_MODULES)


def test_a_text_that_is_not_known_is_seen() -> None:
    code = ast.parse(
        '"""Told of."""\n'
        'def f(a: "int of b") -> None:\n'
        '    """Tell."""\n'
        '    _log.debug("not shown ever")\n'
        '    raise InputError(f"{a} is {f(\'no such\')} at all", source="a place")\n'
        "    return 'one paper' if a else \"%s papers\" % a, 'word'\n"
    )
    assert list(texts_of(code)) == ["1 is 1 at all", "no such", "a place", "one paper", "%s papers"]


def test_the_window_knows_what_tables_of_the_core_say() -> None:
    told = [row["what"] for row in rows_with(read_table("boilerplate.toml"), "what")]
    duplicates = read_table("duplicates.toml")
    kinds = [*duplicates["kinds"], *duplicates["labels"]]
    states = [state.value for state in Status]
    whys = [row["why"] for row in rows_with(read_table("link_checks.toml"), "why")]
    rules = [rule.about for rule in all_rules().values()]
    fields = [field.about for field in all_fields()]
    lost = [name for name in FEATURES if "." in name]
    has = [name.removeprefix("link ") for name in FACTS if name not in SOURCES.values()]
    plain = [source for source in SOURCES if source_label(source) == source]
    shelves = [name for name in has if field_label(name) == name]
    assert told
    assert whys
    assert not plain
    unknown = [
        text
        for text in (*told, *rules, *kinds, *states, *whys, *fields, *lost, *shelves)
        if not is_known(text)
    ]
    assert not unknown


def faults_shown_bare(node: ast.AST, names: set[str]) -> Iterator[int]:
    """The lines where a fault that was caught becomes a text, and not through ``core_text``."""
    match node:
        case ast.Call(
            func=ast.Name(id="core_text" | "core_sentence") | ast.Attribute(attr="complain")
        ):
            return
        case ast.Call(func=ast.Attribute(attr="emit", value=ast.Attribute(attr="failed"))):
            return  # the window puts it into its language
        case ast.Call(func=ast.Name(id="str"), args=[ast.Name(id=name)]) if name in names:
            yield node.lineno
        case ast.FormattedValue(value=ast.Name(id=name)) if name in names:
            yield node.value.lineno
        case _:
            pass
    for child in ast.iter_child_nodes(node):
        yield from faults_shown_bare(child, names)


def test_faults_are_shown_in_the_windows_language() -> None:
    found = [
        f"{path.relative_to(WINDOW)}:{line}"
        for folder in ("views", "item_models", "delegates")
        for path in sorted((WINDOW / folder).glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and node.name
        for statement in node.body
        for line in faults_shown_bare(statement, {node.name})
    ]
    assert not found


def test_a_fault_that_is_shown_as_it_is_is_seen() -> None:
    code = ast.parse(
        "a(str(error))\n"
        "b(f'{error}.')\n"
        "c(core_text(str(error)))\n"
        "self.session.failed.emit(str(error))\n"
        "self.other.emit(str(error))\n"
        "str(other)\n"
    )
    assert list(faults_shown_bare(code, {"error"})) == [1, 2, 5]


def rows_with(value: object, name: str) -> Iterator[dict[str, Any]]:
    """The tables in a table that have a name."""
    if isinstance(value, dict):
        if name in value:
            yield value
        for inside in value.values():
            yield from rows_with(inside, name)
    elif isinstance(value, list):
        for inside in value:
            yield from rows_with(inside, name)


def test_every_place_again_is_in_use() -> None:
    places = read_table("core_texts.toml")["places"]
    used = set(re.findall(r"\{([a-z_]+)\}", "\n".join(core_templates())))
    assert {*places["again"].split(), *places["fields"].split()} <= used
    assert len(set(core_templates())) == len(core_templates())
    named = [re.findall(r"\{[a-z_]+\}|%n", template) for template in core_templates()]
    assert not [names for names in named if len(set(names)) != len(names)]


CASES = tomllib.loads((HERE / "data" / "gui" / "german.toml").read_text(encoding="utf-8"))


def test_texts_of_the_core_in_german(german: Callable[[str], str]) -> None:
    assert {text: german(text) for text in CASES["texts"]} == CASES["texts"]


def test_foreign_text_stays_as_it_is(german: Callable[[str], str]) -> None:
    assert [text for text in CASES["foreign"] if german(text) != text] == []


@pytest.mark.usefixtures("german")
def test_figures_are_parted_as_the_language_does_it() -> None:
    assert [figures(number) for number in (7, 1_234, 1_234_567)] == ["7", "1.234", "1.234.567"]
    assert decimal(0.9) == "0,90"


def test_english_is_what_the_core_says(qapp: QCoreApplication) -> None:
    assert {text for text in CASES["texts"] if core_text(text) != text} == set()
    assert figures(1_234) == "1,234"
    assert decimal(0.9) == "0.90"


COMMAND = re.compile(r"(?<!\w)(?:--[a-z]|-o\b)|['`„]refman [a-z]|\brun the command|, o(?:r|der) -")


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_window_names_no_command_and_no_option(qapp: QCoreApplication, language: str) -> None:
    named = {"{near}": "", "{field}": "title"}
    of_commands = [each for each in core_templates() if COMMAND.search(each)]
    assert len(of_commands) > 10
    install_language(qapp, language)
    try:
        for place, text in named.items():
            of_commands = [each.replace(place, text) for each in of_commands]
        said = [core_text(each) for each in of_commands]
    finally:
        install_language(qapp, "en")
    assert [each for each in said if COMMAND.search(each)] == []


def test_english_words_of_the_window_stand_for_texts_that_there_are() -> None:
    for text, own in read_table("core_texts.toml")["instead"].items():
        assert text in core_templates()
        assert sorted(re.findall(r"\{[a-z_]+\}", text)) == sorted(re.findall(r"\{[a-z_]+\}", own))
    unnoted = "it was not noted that a.bib has them: {}"
    inside = "/x/a may not be written (no): nothing was changed; ask for the right to write it and"
    assert core_text(unnoted.format(f"{inside} its folder, or give another with --library")) == (
        unnoted.format(f"{inside} its folder, or open another library")
    )


def test_every_template_is_another_text_in_german(german: Callable[[str], str]) -> None:
    """A text made of a template is that of its translation, with what stands in its places."""
    wrong: list[tuple[str, str]] = []
    for template in core_templates():
        places = re.findall(r"\{[a-z_]+\}", template)
        if any(place in {"{field}", "{fields}"} for place in places):
            continue
        text = template.replace("%n", "7").replace("(s)", "s").replace("{number}", "7")
        for place in places:
            text = text.replace(place, "Ⅶ" + place[1:-1].upper())
        shown = german(text)
        number = 7 if "%n" in template else -1
        made = QCoreApplication.translate(CONTEXT, template, "", number).replace("{number}", "7")
        for place in places:
            made = made.replace(place, "Ⅶ" + place[1:-1].upper())
        if shown != made:
            wrong.append((text, shown))
    assert not wrong


PIECES = (
    *"ab ;,:(){}%n/",
    '"',
    " and ",
    ", but ",
    " of ",
    "7 papers",
    "title",
    "the ",
    "; read twice",
)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_shown(text: str) -> None:
    qapp = QCoreApplication.instance()
    assert qapp is not None
    qapp.setProperty("language", "de")
    try:
        assert isinstance(core_text(text), str)
    finally:
        qapp.setProperty("language", "en")


HOSTILE = (
    "a; ", ", but ", ": ", "; read twice", "x (y) ", " and ", "the a of the b, ", "like a: ",
    "is but, (x); it lies in the bin: a, b ", "a: b, but c (d); read twice ", "{why} %n {papers}",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_little(german: Callable[[str], str], piece: str) -> None:
    longest = (piece * 2_000)[:2_000]
    start = time.process_time()
    german(longest)
    assert time.process_time() - start < 0.25
    assert german(piece * 2_000) == piece * 2_000  # longer than any of the core
