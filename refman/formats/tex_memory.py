"""What was written once for a short text, for the next time that it comes."""

from collections.abc import Callable, Sized
from typing import TypeVar

__all__ = ["SHORT", "Memory"]

SHORT = 80
"""A longer text seldom comes twice; nor may a file of such fill the memory."""
_MOST = 16_384

K = TypeVar("K", bound=Sized)
V = TypeVar("V")


class Memory(dict[K, V]):
    """Make something of a text, or of several; ask for it by ``memory[text]``.

    A library says the same words, names and volumes over and over. A dictionary gives an answer
    that it has in a third of the time that ``functools.lru_cache`` takes, which most of a file's
    values would pay.
    """

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        """Make what is not there, and keep it for a short one; the room for that is bounded."""
        made = self._make(key)
        if len(key) <= SHORT:
            if len(self) >= _MOST:
                self.clear()
            self[key] = made
        return made
