"""Links of papers asked whether they are alive; what they say goes into the library as one step."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from refman.model import EntryId, LinkState
from refman_gui.tasks import Reports, Task

__all__ = ["LINK_CHECKS", "Request", "Result"]

_WAITED_S = 600.0


class Request(msgspec.Struct, frozen=True):
    """Ask for the links of some papers to be asked."""

    library: str
    ids: tuple[EntryId, ...]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Tell what came of it.

    Attributes:
        asked: how many addresses.
        unanswered: how many of them nobody could be asked about.
        states: how many had each.
        changed: how many papers know more of their links now.
        aside: a line for each host of repositories that was left out.
    """

    asked: int
    unanswered: int
    states: dict[LinkState, int]
    changed: int
    aside: tuple[str, ...]


LINK_CHECKS = Task(__name__, Request, type(None), Result)


def run(request: Request, reports: Reports) -> Result:
    """Ask, and put in what was found out."""
    from refman.library import Patience, open_library
    from refman.online import Waits, ask_links
    from refman.places import user_settings
    from refman.tidying import link_step_name, links_told

    def now() -> datetime:
        return datetime.now(UTC)

    patience = Patience(_WAITED_S, waiting=reports.say)
    with open_library(Path(request.library), now=now, patience=patience) as library:
        links = [link.url for one in library.holdings(request.ids) for link in one.entry.links]
        asked = ask_links(
            links,
            user_settings(),
            now=now(),
            progress=reports.progress,
            cancel=reports.cancel,
            waiting=Waits(reports.say, {}),
        )
        with library.transaction():
            edits = list(links_told(library, request.ids, asked.found))
            library.apply(link_step_name(len(edits)), edits)
    found = [one for one in asked.found.values() if one is not None]
    return Result(
        asked=len(asked.found),
        unanswered=len(asked.found) - len(found),
        states=dict(Counter(one.state for one in found)),
        changed=len(edits),
        aside=tuple(f"{host} was left out: {why}" for host, why in asked.aside),
    )
