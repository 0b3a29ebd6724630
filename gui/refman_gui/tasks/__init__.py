"""Work that would hold the window up: each task runs in a process of its own, and knows no Qt.

A task is a module with a ``Request``, what it is asked; ``run``, the work in terms of the core; a
``Result``; and where something comes before the end, what it sends. The window's side of it is
``refman_gui.jobs``, the process's ``refman_gui.worker``. Between them go MessagePack frames, never
code or objects, so that no listing can make either side run what it holds.

Python in a thread would stop the window's painting: a page took 1.6 s in place of 11 ms.
"""

from typing import Generic, Protocol, TypeVar

import msgspec

from refman.progress import CancelToken, Progress

__all__ = ["Reports", "Task"]

_Request = TypeVar("_Request")
_Came = TypeVar("_Came")
_Result = TypeVar("_Result")


class Task(msgspec.Struct, Generic[_Request, _Came, _Result], frozen=True):
    """Name a task and the types of what goes to and fro.

    Attributes:
        module: whose ``run(request, reports)`` does it: ``refman_gui.tasks.reading``.
        request: the type of what it is asked.
        came: the type of what it sends while it works, in pieces that are decoded in a few
            milliseconds; ``None``'s type where it sends nothing.
        result: the type of what it returns.
    """

    module: str
    request: type[_Request]
    came: type[_Came]
    result: type[_Result]


class Reports(Protocol):
    """Take what a task tells while it works.

    Attributes:
        progress: is told how far it has come; raises Cancelled when the user stops it.
        cancel: the user's wish to stop, for what waits.
    """

    progress: Progress
    cancel: CancelToken

    def send(self, came: object) -> None:
        """Hand a piece of the result to the window."""
        ...

    def say(self, text: str) -> None:
        """Tell in a few words what it waits for: "arXiv asks to wait for 3 s"."""
        ...
