"""What all tests share: no network, the real inputs where they are, marks that need asking."""

import gc
import os
import socket
from pathlib import Path

import hypothesis
import pytest

# Tests assert behaviour, never time: what a busy machine takes for one example says nothing.
hypothesis.settings.register_profile("refman", deadline=None)
hypothesis.settings.load_profile("refman")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CHECKOUT = Path(__file__).resolve().parent.parent
CORPUS = CHECKOUT.parent / "shared" / "corpus"
TESTS = CHECKOUT / "tests"
COVERING = {
    "editing", "formats", "library", "links", "model", "normalise", "pushing", "test_citekeys.py",
    "web", "zotero",
}  # fmt: skip
"""The tests that alone reach every line and branch of what CI holds at 100 %.

The others are not followed: to note which lines are run costs as much again as to run them.
"""

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run tests that ask heavy programs too")
    parser.addoption(
        "--update", action="store_true", help="write expected files anew instead of comparing"
    )


def _is_followed(item: pytest.Item) -> bool:
    return item.path.relative_to(TESTS).parts[0] in COVERING


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if True in (config.getoption("cov_source", None) or [True]):  # none is named: as CI asks
        for item in items:
            if not _is_followed(item):
                item.add_marker(pytest.mark.no_cover)
        # First, for what is remembered for ever is made but once.
        items.sort(key=_is_followed, reverse=True)
    if config.getoption("--slow"):
        return
    skip = pytest.mark.skip(reason="asks a heavy program: give --slow")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(skip)


def pytest_collection_finish() -> None:
    """Look no more for garbage among what stays: the tests themselves, and all that they import."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real inputs beside the checkout; other people's text, never copied here."""
    if not CORPUS.is_dir():
        pytest.skip(f"the real inputs are not here: {CORPUS}")
    return CORPUS


@pytest.fixture(scope="session")
def samples() -> Path:
    """The project's own sample listings."""
    return CHECKOUT / "resources" / "samples"


@pytest.fixture(scope="session", autouse=True)
def _state_of_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whoever is asked in tests is noted there, not where the user's own are."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "unix"
        if host not in LOOPBACK and self.family != socket.AF_UNIX:
            pytest.fail(f"a test asked the network: {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
