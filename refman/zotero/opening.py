"""The way into Zotero that the user wants, or the best that there is."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

from refman.progress import CancelToken
from refman.settings import Settings
from refman.zotero.records import Via, Way

__all__ = ["open_way"]


@contextmanager
def open_way(
    settings: Settings, via: Via | None, *, cancel: CancelToken, told: Callable[[str], None]
) -> Generator[Way]:
    """Hold a way into Zotero open."""
    raise NotImplementedError
    yield
