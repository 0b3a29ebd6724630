"""A canary for the Qt that is installed: calls that return None must not use None up."""

import sys

from PySide6.QtWidgets import QLabel

CALLS = 1_000
ALLOWED_FALL = 100
"""Other objects come and go meanwhile; a faulty PySide6 takes one reference a call."""


def test_calls_into_qt_do_not_use_none_up(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
    assert before - sys.getrefcount(None) < ALLOWED_FALL
