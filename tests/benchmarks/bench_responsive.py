"""The window's event loop while 100,000 papers are imported, checked, compared, written, undone."""

import os

from tests.gui import conftest as gui
from tests.gui.test_responsive import Watched, go_through, write_bib
from tests.gui.watchdog import LONGEST_GAP_S

COUNT = int(os.environ.get("REFMAN_BENCH_SIZE", "100000"))

qapp, make_library, make_window = gui.qapp, gui.make_library, gui.make_window
_own_folders = gui._own_folders


def test_the_event_loop_turns_on(make_window, make_library, qtbot, tmp_path):
    bib = write_bib(tmp_path / "many.bib", COUNT)
    watched = Watched(make_window(make_library(0)), qtbot)
    go_through(watched, bib, tmp_path / "out.bib")
    longest = LONGEST_GAP_S + watched.idle  # a machine that others use stops an idle window too
    assert {what: gap for what, gap in watched.gaps.items() if gap > longest} == {}
