"""The door to the web: everything that asks services is made here."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from refman.progress import CancelToken
from refman.settings import Settings

if TYPE_CHECKING:
    from refman.web.polite import PoliteWeb

__all__ = ["open_web"]


def open_web(
    settings: Settings,
    *,
    cache_file: Path | None,
    cancel: CancelToken | None = None,
    waiting: Callable[[str, float], None] | None = None,
) -> "PoliteWeb":
    """Return a client for one run; close it when the run is over (it is a context manager).

    Args:
        settings: contact, limits, sources.
        cache_file: where answers are kept, made where it is not there; None keeps none.
        cancel: stops whatever it does within half a second, in all threads.
        waiting: is told for which source, or host, there is how long to wait yet, in seconds; in
            any thread.

    Raises:
        OutputError: the file cannot be used as a cache.
    """
    # requests is slow to import, and most commands ask nothing of the web
    from refman.web.polite import PoliteWeb  # noqa: PLC0415

    return PoliteWeb(
        settings, cache_file=cache_file, cancel=cancel or CancelToken(), waiting=waiting
    )
