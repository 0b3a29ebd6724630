"""Which drives lie in a network, where a library is slower and two computers may not share it."""

import os
import re
from pathlib import Path

__all__ = ["network_drive"]

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = re.compile(
    r"(?:nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|9p|ceph|glusterfs|fuse\.sshfs|davfs)\Z"
)
_ESCAPE = re.compile(r"\\([0-7]{3})")


def network_drive(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """Return a line for people where a file lies on a network drive; None where it does not.

    Source: https://sqlite.org/wal.html, "Advantages"; proc_pid_mountinfo(5).

    Args:
        path: of the file, which need not be there.
        mounts: where Linux tells what is mounted; elsewhere only the path's form is looked at.
    """
    kind = _kind(path, mounts)
    if kind is None:
        return None
    return (
        f"{path} lies on a network drive ({kind}): it is slower there, and must not be used from"
        " two computers at once; a folder of this computer is better"
    )


def _kind(path: Path, mounts: Path) -> str | None:
    place = os.path.realpath(path)
    if place.startswith(("\\\\", "//")):
        return "shared folder"
    try:
        lines = mounts.read_text(errors="surrogateescape").splitlines()
    except OSError:
        return None
    best, kind = "", None
    for line in lines:
        before, _, behind = line.partition(" - ")
        try:
            where = _ESCAPE.sub(lambda code: chr(int(code[1], 8)), before.split()[4])
            found = behind.split()[0]
        except IndexError:
            continue
        is_in = place == where or place.startswith(where.rstrip("/") + "/")
        if is_in and len(where) >= len(best):
            best, kind = where, found
    return kind if kind is not None and _NETWORK.match(kind) else None
