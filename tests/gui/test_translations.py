"""Every text that the window shows goes through a translation, and every translation is whole."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from refman_gui.languages import LANGUAGES
from tests import translations

PLACES = re.compile(r"\{[a-z_.]*\}|%n")
MNEMONIC = re.compile(r"&(?=\w)")
SHOWING = frozenset({
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QPushButton", "QRadioButton", "addAction",
    "addItem", "addMenu", "addRow", "addTab", "complain", "say", "setAccessibleDescription",
    "setAccessibleName", "setEmptyLabel", "setIconText", "setLabelText", "setPlaceholderText",
    "setPlainText", "setStatusTip", "setTabText", "setText", "setTitle", "setToolTip",
    "setWindowTitle", "showMessage",
})  # fmt: skip
"""Who shows a text that it is given."""
SIGNALS = frozenset({"said", "failed"})


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(translations.CODE.rglob("*.py")):
        yield path.relative_to(translations.CODE), ast.parse(path.read_text(encoding="utf-8"))


def name_of(call: ast.Call) -> str:
    """What is called; of a signal that is emitted its own name."""
    function = call.func
    if isinstance(function, ast.Attribute):
        if function.attr == "emit" and isinstance(function.value, ast.Attribute):
            return function.value.attr
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def bare_texts(expression: ast.AST) -> Iterator[str]:
    """The texts with words in them that an expression yields as they stand."""
    if isinstance(expression, ast.Constant):
        if isinstance(expression.value, str) and re.search(r"[A-Za-z]{2}", expression.value):
            yield expression.value
    elif isinstance(expression, ast.Call):  # a text that is made: "{…}".format(…), ", ".join(…)
        if isinstance(expression.func, ast.Attribute):
            yield from bare_texts(expression.func.value)
    elif isinstance(
        expression, (ast.BinOp, ast.IfExp, ast.BoolOp, ast.JoinedStr, ast.FormattedValue)
    ):
        children = [expression.body, expression.orelse] if isinstance(expression, ast.IfExp) else (
            ast.iter_child_nodes(expression))  # fmt: skip
        for child in children:
            yield from bare_texts(child)


def shown_bare(tree: ast.AST) -> list[tuple[int, str]]:
    """The lines and texts of what is shown as it stands in the code."""
    return [
        (call.lineno, text)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and name_of(call) in SHOWING | SIGNALS
        for given in call.args
        for text in bare_texts(given)
    ]


def test_every_text_that_is_shown_goes_through_a_translation() -> None:
    assert not [(str(path), *bare) for path, tree in trees() for bare in shown_bare(tree)]


@pytest.mark.parametrize(
    ("code", "bare"),
    [
        ('label.setText("All papers")', ["All papers"]),
        ('QLabel(f"{count} papers", self)', [" papers"]),
        ('session.said.emit("Done: " + name)', ["Done: "]),
        ('box.addItem("Yes" if here else self.tr("No"))', ["Yes"]),
        ('box.setToolTip("{n} of all".format(n=3))', ["{n} of all"]),
        ('label.setText(self.tr("All papers").format(name="x y"))', []),
        ('label.setText(f"{text}: {count}")', []),
        ('action.setObjectName("some name")', []),
    ],
)
def test_what_is_shown_as_it_stands_is_seen(code: str, bare: list[str]) -> None:
    assert [text for _, text in shown_bare(ast.parse(code))] == bare


def said_in_code() -> Iterator[tuple[str, str]]:
    """The context and the text of each translation that the code asks for."""
    for path, tree in trees():
        for holder in ast.walk(tree):
            if isinstance(holder, (ast.ClassDef, ast.Module)):
                for call in own_calls(holder):
                    yield from said_by(call, holder, path)
    yield from translations.texts_of_tables()


def own_calls(holder: ast.AST) -> Iterator[ast.Call]:
    for child in ast.iter_child_nodes(holder):
        if not isinstance(child, ast.ClassDef):
            if isinstance(child, ast.Call):
                yield child
            yield from own_calls(child)


def said_by(call: ast.Call, holder: ast.AST, path: Path) -> Iterator[tuple[str, str]]:
    where = f"{path}:{call.lineno}"
    texts = [each.value for each in call.args if isinstance(each, ast.Constant)]
    if name_of(call) == "tr":
        assert isinstance(holder, ast.ClassDef), f"{where}: of which class?"
        assert ast.unparse(call.func) == "self.tr", f"{where}: another's context is not found"
        assert texts, f"{where}: a text is written where it is translated"
        yield holder.name, str(texts[0])
    elif name_of(call) in {"translate", "QT_TRANSLATE_NOOP"} and len(texts) > 1:
        yield str(texts[0]), str(texts[1])


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the translations, brought up to the code as it is."""
    folder = tmp_path_factory.mktemp("translations")
    for language in LANGUAGES:
        shutil.copy(translations.WORKED_ON / f"refman_{language}.ts", folder)
    translations.update(folder)
    translations.release(folder, folder)
    return folder


def messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """The texts of a file with their translations, one or one for each number."""
    found = {}
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""))
            said = message.find("translation")
            assert said is not None
            assert key not in found, "said twice"
            forms = said.findall("numerusform") if message.get("numerus") else [said]
            found[key] = [each.text or "" for each in forms] if said.get("type") is None else []
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(anew: Path, language: str) -> None:
    name = f"refman_{language}.ts"
    now = messages(anew / name)
    assert not [text for (_, text), said in now.items() if not all(said) or not said]
    assert messages(translations.WORKED_ON / name) == now, "run python -m tests.translations"


def test_lupdate_finds_what_the_code_says(anew: Path) -> None:
    assert set(messages(anew / "refman_de.ts")) == set(said_in_code())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_loaded_is_what_is_written(anew: Path, language: str) -> None:
    name = f"refman_{language}.qm"
    assert (translations.LOADED / name).read_bytes() == (anew / name).read_bytes(), (
        "run python -m tests.translations"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_and_mnemonics_are_kept(language: str) -> None:
    wrong = [
        (source, said)
        for (_, source), forms in messages(translations.WORKED_ON / f"refman_{language}.ts").items()
        for said in forms
        if sorted(PLACES.findall(source)) != sorted(PLACES.findall(said))
        or len(MNEMONIC.findall(source)) != len(MNEMONIC.findall(said))
        or source.count("\n") != said.count("\n")
        or source.endswith("…") != said.endswith("…")
    ]
    assert not wrong
