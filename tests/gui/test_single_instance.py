"""A second start hands its files to the first."""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from refman_gui.single_instance import SingleInstance

SECOND = """
import json, sys
from pathlib import Path
from refman_gui.single_instance import SingleInstance
print(SingleInstance(Path(sys.argv[1])).hand_over(json.loads(sys.argv[2])))
"""


def hand_over(qtbot: QtBot, path: Path, files: list[str]) -> bool:
    """Be a second process, while the first goes on."""
    command = [sys.executable, "-c", SECOND, str(path), json.dumps(files)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    out, _ = process.communicate()
    return out.strip() == "True"


def test_files_go_to_the_window_that_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "a.refman")
    assert not first.hand_over(["a.txt"])
    first.listen()
    asked: list[list[str]] = []
    first.asked.connect(asked.append)
    assert hand_over(qtbot, tmp_path / "a.refman", ["/tmp/日 a.txt", "-x"])
    assert asked == [["/tmp/日 a.txt", "-x"]]
    assert not hand_over(qtbot, tmp_path / "another.refman", ["b.txt"])
    first.close()
    assert not hand_over(qtbot, tmp_path / "a.refman", ["c.txt"])


def test_what_is_no_list_of_files_is_not_heard(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "a.refman")
    first.listen()
    asked: list[list[str]] = []
    first.asked.connect(asked.append)
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    assert socket.waitForConnected(1_000)
    with qtbot.waitSignal(socket.disconnected, timeout=5_000):
        socket.write(b'{"not": "files"}\n')
        socket.flush()
    assert not asked
    first.close()


def test_what_a_killed_window_has_left_is_taken_away(tmp_path: Path) -> None:
    first, second = (SingleInstance(tmp_path / "a.refman") for _ in range(2))
    first.listen()
    second.listen()
    assert second._server.isListening()
    first.close()
    second.close()
