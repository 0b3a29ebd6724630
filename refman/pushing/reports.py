"""What pushes did, kept in files of the user's state folder, the newest hundred."""

from contextlib import suppress
from pathlib import Path

import msgspec

from refman.errors import OutputError
from refman.formats.saving import save_again
from refman.places import state_folder
from refman.pushing.records import Report

__all__ = ["keep_report", "reports_folder"]

_MOST = 100


def reports_folder() -> Path:
    """Return where reports are kept."""
    return state_folder() / "pushes"


def keep_report(report: Report) -> Report:
    """Write a report to a file of its own; return it with the file's name.

    Where that cannot be written, the report says nothing of a file: what was pushed was pushed.
    """
    folder = reports_folder()
    file = folder / f"{report.at:%Y-%m-%dT%H-%M-%S-%f}.json"
    shown = str(file).encode(errors="surrogateescape").decode(errors="replace")
    saved = msgspec.structs.replace(report, saved=shown)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        save_again(
            file, msgspec.json.format(msgspec.json.encode(saved), indent=1) + b"\n", known=None
        )
    except (OSError, OutputError):
        return report
    for old in sorted(folder.glob("*.json"))[:-_MOST]:
        with suppress(OSError):
            old.unlink()
    return saved
