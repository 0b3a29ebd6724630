"""A loader that is loaded only where a file may be of its kind."""

import functools
import logging
import re
from collections.abc import Callable, Iterator, Mapping

import msgspec

from refman.formats.loader import Loader
from refman.model import LeftOver, Record
from refman.resources import read_table

__all__ = ["Awaited", "Signs", "signs"]

TABLE = "signs.toml"

_log = logging.getLogger(__name__)


class Signs(msgspec.Struct, frozen=True):
    """Hold what is known of a loader before it is loaded.

    Attributes:
        label: its name for people.
        suffixes: as the loader has them.
        sign: what stands in the head of every file that it may take.
    """

    label: str
    suffixes: tuple[str, ...]
    sign: str


@functools.cache
def signs() -> Mapping[str, Signs]:
    """Return the rows of ``resources/signs.toml``: a loader's name -> its signs."""
    return msgspec.convert(read_table(TABLE), dict[str, Signs])


class Awaited(Loader):
    """Stand for a loader until a file has its sign.

    Args:
        name: the loader's.
        known: what is known of it.
        load: returns the loader; asked once, and only where it is needed.
    """

    def __init__(self, name: str, known: Signs, load: Callable[[], Loader]) -> None:
        self.name = name
        self.label = known.label
        self.suffixes = known.suffixes
        self._sign = re.compile(known.sign, re.MULTILINE | re.IGNORECASE)
        self._loader = functools.cache(load)

    def score(self, head: str) -> float:
        """Return how surely this is such a file; one whose loader does not load is none."""
        if self._sign.search(head) is None:
            return 0.0
        try:
            return self._loader().score(head)
        except Exception as error:  # noqa: BLE001 - foreign code may fail in any way
            _log.warning("the loader %s does not load and is left out: %r", self.name, error)
            return 0.0

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield what stands in the file; see Loader."""
        return self._loader().load(text)
