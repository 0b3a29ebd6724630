"""Make the files of the window's translations, with the tools of Qt that PySide6 brings.

python -m tests.translations

finds the texts in the code, keeps what is translated in ``gui/translations``, marks what is not as
unfinished, and writes what the window loads to ``resources/translations``. English has entries for
what is counted only: "1 paper", "2 papers".
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from refman.resources import resource_root
from refman.settings import Settings, declared_settings
from refman_gui.actions import ACTIONS, MENUS
from refman_gui.core_texts import CONTEXT, core_templates
from refman_gui.fixed_keys import FIXED_KEYS
from refman_gui.languages import LANGUAGES
from refman_gui.views.settings import setting_title

HERE = Path(__file__).resolve().parent.parent
CODE = HERE / "gui" / "refman_gui"
WORKED_ON = HERE / "gui" / "translations"
LOADED = resource_root() / "translations"


def texts_of_tables() -> Iterator[tuple[str, str]]:
    """What the code shows from a table: the context and the text."""
    yield from (("Actions", title) for _, title in MENUS)
    yield from (("Actions", row.text) for row in (*ACTIONS, *FIXED_KEYS))
    for setting in declared_settings(Settings()):
        for text in (setting_title(setting.name), setting.help, *setting.choices):
            yield ("Settings", text)
    yield from ((CONTEXT, text) for text in core_templates())


def asked_for(context: str, text: str) -> str:
    """Return the line of code that asks for a translation; of what is counted, for all numbers."""
    if "%n" in text:
        return f"translate({context!r}, {text!r}, '', 1)"
    return f"QT_TRANSLATE_NOOP({context!r}, {text!r})"


def update(folder: Path) -> None:
    """Bring the files of a folder up to the texts of the code."""
    with tempfile.TemporaryDirectory() as made:
        tables = Path(made) / "tables.py"
        lines = (asked_for(*text) for text in texts_of_tables())
        tables.write_text("\n".join(lines), encoding="utf-8")
        sources = [*sorted(map(str, CODE.rglob("*.py"))), str(tables)]
        for language in LANGUAGES:
            only = ["-pluralonly"] if language == "en" else []
            run("lupdate", *sources, "-no-obsolete", "-locations", "none", "-source-language", "en",
                "-target-language", language, *only,
                "-ts", str(folder / f"refman_{language}.ts"))  # fmt: skip


def release(folder: Path, into: Path) -> None:
    """Make what is loaded of what is worked on."""
    for language in LANGUAGES:
        new = into / f"refman_{language}.qm.new"
        run("lrelease", str(folder / f"refman_{language}.ts"), "-qm", str(new))
        new.replace(into / f"refman_{language}.qm")


def run(tool: str, *arguments: str) -> None:
    """Run a tool that lies beside this Python."""
    program = shutil.which(f"pyside6-{tool}", path=str(Path(sys.executable).parent))
    assert program, f"pyside6-{tool} comes with PySide6-Essentials"
    subprocess.run([program, *arguments], check=True, capture_output=True, text=True)


def unfinished(path: Path) -> list[str]:
    """The texts of a file that are not translated."""
    return [
        message.findtext("source", "")
        for message in ET.parse(path).iter("message")
        if message.find("translation[@type='unfinished']") is not None
    ]


if __name__ == "__main__":
    update(WORKED_ON)
    release(WORKED_ON, LOADED)
    for each in LANGUAGES:
        for text in unfinished(WORKED_ON / f"refman_{each}.ts"):
            print(f"{each}: not translated: {text}")
