"""Whether a library has papers already, before anything is put in."""

from collections.abc import Sequence
from datetime import datetime

from refman.acquiring import Choice, acquire
from refman.citekeys import compile_pattern
from refman.gathering import Gathering
from refman.library import Library
from refman.model import Draft, Record
from refman.outcomes import Fate
from refman.pipeline import entry_of
from refman.progress import SILENT, Progress

__all__ = ["judge", "judge_drafts"]

_ANY_KEY = "{word}"


def judge(
    library: Library, gathering: Gathering, *, now: datetime, progress: Progress = SILENT
) -> Sequence[Fate]:
    """Return what would become of papers, in their order, without a change of the library.

    Of known ones it is told what their entries would get, if they were filled.
    """
    choice = Choice(pattern=compile_pattern(_ANY_KEY), update=True)
    done = acquire(library, gathering, choice, now=now, dry_run=True, progress=progress)
    return done.fates


def judge_drafts(
    library: Library, drafts: Sequence[Draft], *, source: str, now: datetime
) -> Sequence[Fate]:
    """Return what would become of some papers that a person has made; see judge."""
    with Gathering() as gathering:
        gathering.take(
            source=source,
            kind="",
            text="",
            pieces=(
                Record(entry=entry_of(draft, source=source), span=draft.span) for draft in drafts
            ),
        )
        return judge(library, gathering, now=now)
