"""What services make us wait for, in words."""

import math
import time
from collections.abc import Callable, Mapping
from threading import Lock

__all__ = ["Waits"]

_LEAST_S = 1.0
"""Shorter waits are not worth a word; and so long a word stands after the last wait."""


class Waits:
    """Tell for whom there is how long to wait: "arXiv asks to wait 3 s"; safe in several threads.

    It is called as ``refman.web.open_web`` calls its ``waiting``.
    """

    def __init__(
        self,
        say: Callable[[str], None],
        labels: Mapping[str, str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take what is needed.

        Args:
            say: takes the words; an empty text says that nothing is waited for any more.
            labels: the sources' names for people, by name.
            clock: seconds from any point on, never running back.
        """
        self._say, self._labels, self._clock = say, labels, clock
        self._lock = Lock()
        self._said = ""
        self._at = 0.0

    def __call__(self, name: str, seconds: float) -> None:
        """Tell how long a source, or host, is waited for yet; nothing where that is not long."""
        if seconds >= _LEAST_S:
            label = self._labels.get(name, name)
            self._tell(f"{label} asks to wait {math.ceil(seconds):,} s")

    def go_on(self) -> None:
        """Say that the work goes on, unless somebody waited just now."""
        if self._said and self._clock() - self._at > _LEAST_S:
            self._tell("")

    def _tell(self, text: str) -> None:
        with self._lock:
            self._at = self._clock()
            is_new, self._said = text != self._said, text
        if is_new:
            self._say(text)
