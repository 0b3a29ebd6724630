"""Some entries formatted as a bibliography prints them."""

import msgspec

from refman.citing import Cited
from refman.model import Entry
from refman_gui.tasks import Reports, Task

__all__ = ["CITING", "Request", "Result"]


class Request(msgspec.Struct, frozen=True):
    """Ask for some entries, which are numbered from 1, in the style of a name."""

    style: str
    entries: tuple[Entry, ...]


class Result(msgspec.Struct, frozen=True):
    """Hold the references, in the order of the entries."""

    cited: tuple[Cited, ...]


CITING = Task(__name__, Request, type(None), Result)


def run(request: Request, reports: Reports) -> Result:
    """Format them."""
    from refman.citing import cited

    reports.cancel.check()
    return Result(tuple(cited(request.entries, request.style)))
