"""The guard refuses PySide6 6.12 before Python 3.12, and nothing else."""

import sys

import PySide6
import pytest

from refman_gui import check_qt


@pytest.mark.parametrize(
    ("pyside", "python"),
    [
        ("6.8.3", (3, 11)),
        ("6.11.3", (3, 11, 7)),
        ("6.12.0", (3, 12)),
        ("6.13.1", (3, 13, 0, "final", 0)),
        ("6.9.1", (3, 14)),
        ("6.12.0", (4, 0)),
    ],
)
def test_sound_pairs_pass(pyside, python):
    assert check_qt(pyside, python) is None


@pytest.mark.parametrize(
    ("pyside", "python"),
    [("6.12.0", (3, 11, 7)), ("6.12.0a1", (3, 11)), ("6.13.0", (3, 10)), ("7.0.0", (3, 11))],
)
def test_bad_pairs_are_named_with_a_way_out(pyside, python):
    told = check_qt(pyside, python)
    assert told is not None
    assert pyside in told
    assert f"Python {python[0]}.{python[1]} " in told
    assert "pip install 'PySide6-Essentials<6.12'" in told


def test_what_is_installed_is_sound():
    assert check_qt(PySide6.__version__, sys.version_info) is None
