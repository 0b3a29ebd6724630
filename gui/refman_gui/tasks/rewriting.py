"""Files that are kept up to date, brought up to date."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from refman.exporting import Fate, kept_exports
from refman.library import Done
from refman_gui.tasks import Reports, Task

__all__ = ["REWRITING", "Request", "Result", "Rewritten"]


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for all files that are kept up to date.

    Attributes:
        library: whose.
        digests: of what was written into each last, by its path.
    """

    library: str
    digests: dict[str, str]


class Rewritten(msgspec.Struct, frozen=True, kw_only=True):
    """Tell what became of a file: its fate and digest, or why it could not be written."""

    path: str
    fate: Fate | None = None
    digest: str = ""
    fault: str = ""


class Result(msgspec.Struct, frozen=True):
    """Hold what became of each, and the library's last step when they were begun."""

    files: tuple[Rewritten, ...]
    step: Done | None = None


def run(request: Request, reports: Reports) -> Result:
    """Write those whose papers have changed."""
    from refman.errors import RefmanError
    from refman.exporting.files import rewrite
    from refman.library import open_library
    from refman.places import user_settings

    def now() -> datetime:
        return datetime.now(UTC)

    words = user_settings().export.protected_words
    files: list[Rewritten] = []
    with open_library(Path(request.library), now=now) as library:  # what is written is noted there
        step = library.last_step()
        for kept in kept_exports(library):
            reports.cancel.check()
            try:
                fate, digest = rewrite(
                    library,
                    kept,
                    digest=request.digests.get(kept.path),
                    now=now(),
                    protected_words=words,
                    progress=reports.progress,
                )
                files.append(Rewritten(path=kept.path, fate=fate, digest=digest))
            except RefmanError as error:
                files.append(Rewritten(path=kept.path, fault=str(error)))
    return Result(tuple(files), step)


REWRITING = Task(__name__, Request, type(None), Result)
