"""One window a library: a second start hands its files to the first, and ends."""

import hashlib
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

__all__ = ["SingleInstance"]

_WAIT_MS = 1_000
_MOST_BYTES = 1 << 20


class SingleInstance(QObject):
    """Be the one window of a library, or tell the one that is there.

    Only the same user may connect.

    Signals:
        asked(list): another start wants this window shown, and these files read.
    """

    asked = Signal(list)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(library.absolute()).encode()).hexdigest()[:16]
        self._name = f"refman-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)

    def hand_over(self, files: list[str]) -> bool:
        """Give files to the window that is there; return False where there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(msgspec.json.encode(files) + b"\n")
        socket.flush()
        is_heard = socket.waitForReadyRead(_WAIT_MS)
        socket.disconnectFromServer()
        return is_heard

    def listen(self) -> None:
        """Be the one window; what a window that was killed has left is taken away."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def close(self) -> None:
        """Be it no more."""
        self._server.close()

    @Slot()
    def _connected(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            self._hear(socket)

    @Slot()
    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _MOST_BYTES:
            socket.abort()
        elif socket.canReadLine():
            try:
                files = msgspec.json.decode(socket.readLine().data(), type=list[str])
            except msgspec.MsgspecError:
                socket.abort()
                return
            socket.write(b"heard\n")
            socket.flush()
            self.asked.emit(files)
