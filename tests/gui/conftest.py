"""The window in tests: a library of our own sample, a session on it, the window over both."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from refman.library import open_library
from refman.model import Add, Citekey, Entry, Holding, ItemType
from refman.model.dates import Date
from refman.model.names import Name
from refman.settings import WindowSettings
from refman_gui.running import make_application
from refman_gui.session import Session
from refman_gui.window import MainWindow

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def lamp(number: int) -> Entry:
    """A made-up paper, each with a title, authors and year of its own."""
    return Entry(
        type=ItemType.ARTICLE_JOURNAL if number % 3 else ItemType.ARTICLE,
        citekey=Citekey(f"lamp{number}"),
        title=f"On the Warmth of Lamp {number}",
        author=(Name(family=f"Glow{number % 7}", given="Ada"), Name(family="Wick", given="Bo")),
        issued=Date(2000 + number % 25),
        container_title="Journal of Lamps" if number % 3 else None,
        abstract=f"Lamp {number} is warm, and we say how warm it is.",
    )


@pytest.fixture(scope="session")
def qapp() -> object:
    return make_application(WindowSettings(language="en"))  # whatever the machine speaks


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person who runs the tests is read or written."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


@pytest.fixture
def make_library(tmp_path: Path) -> Callable[..., Path]:
    """Make a library of so many lamps, or of entries that are given; return its path."""

    def make(count: int = 12, *entries: Entry, name: str = "lamps.refman") -> Path:
        path = tmp_path / name
        with open_library(path, now=lambda: NOW) as library:
            holdings = [
                Holding(entry=entry, added=NOW)
                for entry in (*(lamp(number) for number in range(count)), *entries)
            ]
            if holdings:
                library.apply("Add lamps", [Add(holding) for holding in holdings])
        return path

    return make


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[Callable[[Path], MainWindow]]:
    """Show a window on a library, and wait until its papers are counted."""
    made: list[MainWindow] = []

    def make(path: Path) -> MainWindow:
        window = MainWindow(Session(path))
        window.session.setParent(window)
        made.append(window)
        with qtbot.waitSignal(window.results.model.counted, timeout=10_000):
            window.show()
        while window.parts.make_next():
            pass  # what comes after the first rows, but now
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def window(
    make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> MainWindow:
    """The window on twelve lamps."""
    return make_window(make_library())


@pytest.fixture
def session(window: MainWindow) -> Session:
    return window.session
