"""The README's pictures can be made anew."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

_NAMES = {"import.png", "candidates.png", "review.png", "push.png"}
_MOST_BYTES = 150_000


@pytest.mark.slow
def test_the_pictures_can_be_made(tmp_path: Path) -> None:
    path = os.pathsep.join((str(CHECKOUT), str(CHECKOUT / "gui")))
    subprocess.run(
        [sys.executable, "-m", "tests.pictures", str(tmp_path)], cwd=CHECKOUT, check=True,
        env=os.environ | {"PYTHONPATH": path}, timeout=120,
    )  # fmt: skip
    made = {file.name: file.stat().st_size for file in tmp_path.iterdir()}
    assert set(made) == _NAMES
    assert max(made.values()) < _MOST_BYTES


def test_the_pictures_are_there_and_small() -> None:
    folder = CHECKOUT / "resources" / "pictures"
    assert {file.name for file in folder.iterdir()} == _NAMES
    for name in _NAMES:
        content = (folder / name).read_bytes()
        assert content.startswith(b"\x89PNG")
        assert len(content) < _MOST_BYTES
