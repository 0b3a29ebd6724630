"""Papers written as a file."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from refman.exporting import Exported, Form, Wanted
from refman_gui.tasks import Reports, Task

__all__ = ["EXPORTING", "Request", "Result"]

_SHOWN = 60_000
_FIRST = 20
"""How many papers are looked at before a file is written."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for papers to be written.

    Attributes:
        library: whose papers.
        form, wanted: how, and which.
        target: the file; None where one only wants to see the first of it.
        replaces: the file may be there.
    """

    library: str
    form: Form
    wanted: Wanted
    target: str | None = None
    replaces: bool = False


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Tell what was written, or would be.

    Attributes:
        exported: of what was written; of what would be, as far as it was looked at.
        text: the first of what would be written.
        is_whole: all papers were looked at, and not the first alone.
    """

    exported: Exported
    text: str = ""
    is_whole: bool = True


def run(request: Request, reports: Reports) -> Result:
    """Write, or only look."""
    from refman.exporting.files import export_to, preview
    from refman.library import open_library
    from refman.places import user_settings

    def now() -> datetime:
        return datetime.now(UTC)

    words = user_settings().export.protected_words
    # What was written is noted, so the library is opened for writing then.
    looks = request.target is None
    with open_library(Path(request.library), now=now, read_only=looks) as library:
        if request.target is None:
            text, exported = preview(
                library, request.form, request.wanted, now=now(), most=_FIRST, protected_words=words
            )
            is_whole = exported.papers < _FIRST
            return Result(exported=exported, text=text[:_SHOWN], is_whole=is_whole)
        exported = export_to(
            library,
            Path(request.target),
            request.form,
            request.wanted,
            now=now(),
            replace=request.replaces,
            protected_words=words,
            progress=reports.progress,
        )
        return Result(exported=exported)


EXPORTING = Task(__name__, Request, type(None), Result)
