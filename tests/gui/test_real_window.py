"""A real window on a real (if virtual) screen, by the keys of a real keyboard; with pictures of it.

The pictures are written into ``.ci/screenshots``, or where ``REFMAN_SCREENSHOTS`` says.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from refman.library import open_library
from refman.model import Citekey, Entry, ItemType, Link, LinkKind, Name, Span, Status
from refman.model.dates import Date
from tests.conftest import CHECKOUT
from tests.gui.conftest import NOW

_PROGRAMS = ("Xvfb", "openbox", "xdotool", "xclip", "import")
_FOLDER = Path(os.environ.get("REFMAN_SCREENSHOTS") or CHECKOUT / ".ci" / "screenshots")
_SLOWEST_S = 60.0
_SIZE = (1400, 900)
_TITLE_BAR = 24
LISTING = """Lamps That Wait for the Evening to Come

We ask whether a lamp may wait. In forty houses it does, and nobody lights it before it is dark. The
plans and the code are at https://github.com/example-lab/waiting-lamps for all who have a lamp.

The Weight of Light in Small Rooms

A room with a lamp weighs as much as one without. We show this by weighing four hundred rooms twice,
once by day and once by night, and give the scales to whoever wants to weigh a room of their own.
"""
SIXTY = "A Study of Sixty Signs: Titles as Long as Most Columns Are."
LONG = " ".join(["On the Very Long Titles That Some People Give to Their Papers"] * 5)[:300]
CJK = "在温暖的灯光下：一种用于夜间阅读的轻量级照明方法及其长期评估"
RTL = "دفء المصابيح في المساء: دراسة في أربعين بيتا"


def _entry(number: int, title: str, status: Status, *links: tuple[LinkKind, str]) -> Entry:
    return Entry(
        type=ItemType.ARTICLE_JOURNAL,
        citekey=Citekey(f"glow{number}"),
        title=title,
        status=status,
        author=(Name(family="Glow", given="Ada"), Name(family="王", given="小明")),
        issued=Date(2020 + number),
        container_title="Journal of Lamps",
        abstract=f"{title} is the title, and this is what it says. " * 6,
        links=tuple(
            Link(url=url, raw_url=url, span=Span(0, 0), kind=kind, roles=(kind,))
            for kind, url in links
        ),
    )


ENTRIES = (
    _entry(1, SIXTY, Status.ACCEPTED, (LinkKind.CODE, "https://github.com/example-lab/sixty")),
    _entry(2, CJK, Status.NEEDS_REVIEW, (LinkKind.DATASET, "https://example.org/data")),
    _entry(3, RTL, Status.REJECTED),
    _entry(4, LONG, Status.NEEDS_REVIEW, (LinkKind.PROJECT, "https://example.org/long"),
           (LinkKind.VIDEO, "https://example.org/video"), (LinkKind.DEMO, "https://example.org/x")),
)  # fmt: skip


def _until(what: str, is_so: Callable[[], object], step_s: float = 0.2) -> None:
    until = monotonic() + _SLOWEST_S
    while not is_so():
        assert monotonic() < until, f"{what} did not come"
        Event().wait(step_s)


class Screen:
    """A virtual screen with a window manager on it."""

    def __init__(self, width: int, height: int) -> None:
        out, into = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(into), "-screen", "0", f"{width}x{height}x24", "-nolisten",
             "tcp"],
            pass_fds=(into,), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(into)
        with os.fdopen(out) as stream:
            self.environment = os.environ | {"DISPLAY": f":{stream.readline().strip()}"}
        self._manager = subprocess.Popen(["openbox"], env=self.environment)

    def close(self) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(_SLOWEST_S)

    def ask(self, *command: str, text: str | None = None) -> str:
        """Run a program on the screen; return what it says."""
        done = subprocess.run(
            command, env=self.environment, input=text, text=True, timeout=_SLOWEST_S, check=True,
            stdout=subprocess.PIPE,
        )  # fmt: skip
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        self.ask("xdotool", "key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self.ask("xdotool", "type", "--delay", "5", text)

    def copy(self, text: str) -> None:
        subprocess.run(
            ["xclip", "-selection", "clipboard"], env=self.environment, input=text, text=True,
            check=True, timeout=_SLOWEST_S, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def picture(self, name: str) -> Path:
        """Write a picture of all that is on the screen."""
        Event().wait(1.0)  # until all is painted: nothing tells from without
        _FOLDER.mkdir(parents=True, exist_ok=True)
        path = _FOLDER / f"{name}.png"
        self.ask("import", "-window", "root", str(path))
        return path


@contextmanager
def _screen(scale: int) -> Iterator[Screen]:
    screen = Screen(_SIZE[0] * scale, _SIZE[1] * scale)
    try:
        yield screen
    finally:
        screen.close()


class Program:
    """The program on a screen, over a library."""

    def __init__(self, screen: Screen, library: Path, environment: dict[str, str]) -> None:
        self._screen, self._library = screen, library
        path = os.pathsep.join((str(CHECKOUT), str(CHECKOUT / "gui")))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "refman_gui", "--library", str(library)],
            env=screen.environment | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": path} | environment,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.window = screen.ask(
            "xdotool", "search", "--sync", "--onlyvisible", "--class", "refman"
        ).splitlines()[0]
        screen.ask("xdotool", "windowactivate", "--sync", self.window)
        width, height = screen.ask("xdotool", "getdisplaygeometry").split()
        screen.ask("xdotool", "windowmove", self.window, "0", "0")
        height = str(int(height) - _TITLE_BAR)
        screen.ask("xdotool", "windowsize", "--sync", self.window, width, height)

    def entries(self) -> Sequence[Entry]:
        """What the library holds now."""
        with open_library(self._library, now=lambda: NOW, read_only=True) as library:
            return [holding.entry for holding in library.all()]

    def close(self) -> str:
        """Close it by its key; return what it said."""
        self._screen.press("ctrl+q")
        _, said = self._process.communicate(timeout=_SLOWEST_S)
        assert self._process.returncode == 0, said
        return said


@pytest.fixture(autouse=True)
def _programs() -> None:
    if missing := [name for name in _PROGRAMS if shutil.which(name) is None]:
        pytest.skip(f"a real window needs {', '.join(missing)}: install them (Debian: xvfb openbox "
                    "xdotool xclip imagemagick)")  # fmt: skip


def _paste_and_add(screen: Screen, program: Program) -> None:
    before = len(program.entries())
    screen.copy(LISTING)
    screen.press("ctrl+v")
    Event().wait(2.0)

    def is_added() -> bool:
        if len(program.entries()) == before + 2:
            return True
        screen.press("ctrl+Return")
        Event().wait(2.0)
        return len(program.entries()) == before + 2

    _until("what was pasted", is_added)


@pytest.mark.slow
def test_start_paste_accept_export(make_library: Callable[..., Path], tmp_path: Path) -> None:
    library = make_library(0)
    with _screen(1) as screen:
        program = Program(screen, library, {})
        screen.picture("empty")
        _paste_and_add(screen, program)
        screen.press("ctrl+1")
        screen.press("ctrl+f")
        screen.type("weight")
        screen.press("Return", "Down")
        Event().wait(1.0)
        screen.press("ctrl+Return")
        _until(
            "the paper that is accepted",
            lambda: (
                [one.title for one in program.entries() if one.status is Status.ACCEPTED]
                == ["The Weight of Light in Small Rooms"]
            ),
        )
        screen.press("ctrl+shift+e")
        Event().wait(2.0)
        target = tmp_path / "lamps.bib"
        screen.type(str(target))
        screen.picture("export")
        screen.press("Return")
        _until("the file", target.exists)
        screen.press("Escape")
        said = program.close()
    assert "The Weight of Light" in target.read_text()
    assert not said, said


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1, 2])
def test_pictures(make_library: Callable[..., Path], theme: str, scale: int) -> None:
    library = make_library(0, *ENTRIES)
    look = {"REFMAN_WINDOW__THEME": theme, "QT_SCALE_FACTOR": str(scale)}
    names = []
    with _screen(scale) as screen:
        program = Program(screen, library, look)
        Event().wait(1.5)
        screen.press("Down", "Up")
        names.append(screen.picture(f"papers-{theme}-{scale}x"))
        screen.copy(LISTING)
        screen.press("ctrl+v")
        Event().wait(3.0)
        names.append(screen.picture(f"import-{theme}-{scale}x"))
        for number, name in ((3, "duplicates"), (4, "checks")):
            screen.press(f"ctrl+{number}")
            names.append(screen.picture(f"{name}-{theme}-{scale}x"))
        screen.press("ctrl+1", "ctrl+5", "ctrl+6")
        names.append(screen.picture(f"docks-{theme}-{scale}x"))
        screen.press("ctrl+k")
        names.append(screen.picture(f"actions-{theme}-{scale}x"))
        screen.press("Escape")
        screen.press("ctrl+shift+e")
        Event().wait(2.0)
        names.append(screen.picture(f"export-{theme}-{scale}x"))
        screen.press("Escape")
        said = program.close()
    assert not said, said
    assert all(path.stat().st_size > 10_000 for path in names)
