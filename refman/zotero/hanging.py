"""What belongs to items hung on them, and each item told of once that is done."""

import contextlib
from collections.abc import Iterable, Iterator

import msgspec

from refman.errors import AnswerError, Cancelled, WebError
from refman.zotero.batches import MOST_IN_BATCH, new_key, post
from refman.zotero.children import Child
from refman.zotero.files import FileFault, FileSender, send_file
from refman.zotero.records import Created, Refused

__all__ = ["Hanging"]


class _Item:
    """Hold an item, how many of its children are still to come, and what was not taken of it."""

    def __init__(self, created: Created, pending: int, left: Iterable[str]) -> None:
        self.created = created
        self.pending = pending
        self.left = list(left)
        self.taken = 0
        self.refused: Refused | None = None

    @property
    def told(self) -> Created:
        return msgspec.structs.replace(self.created, left=tuple(self.left))


class Hanging:
    """Hang on items of one library what belongs to them."""

    def __init__(self, sender: FileSender, library: str) -> None:
        self._sender = sender
        self._path = f"/{library}/items"
        self._items: list[_Item] = []
        self._children: list[tuple[_Item, Child]] = []

    def take(self, created: Created, children: Iterable[Child], left: Iterable[str]) -> None:
        """Take an item, what is to hang on it, and what was not taken of it already."""
        mine = list(children)
        item = _Item(created, len(mine), left)
        self._items.append(item)
        self._children += [(item, child) for child in mine]

    def done(self) -> Iterator[Created]:
        """Hang all on; yield each item once it is done.

        Where the work breaks off, those that are there are yielded before the error is raised, for
        they are there.
        """
        told = 0
        try:
            while told < len(self._items):
                self._hang_next()
                while told < len(self._items) and not self._items[told].pending:
                    told += 1
                    yield self._items[told - 1].told
        except (WebError, Cancelled):
            for item, child in self._children:
                item.left.append(f"{child.name}: the push broke off before it")
            yield from (item.told for item in self._items[told:])
            raise

    def one(self) -> Created | Refused:
        """Hang all on the only item; where nothing was taken of it, it is refused."""
        while self._children:
            self._hang_next()
        (item,) = self._items
        if item.refused is not None and not item.taken:
            return item.refused
        return item.told

    def _hang_next(self) -> None:
        """Hang on the next ones, as many as one batch holds; what breaks off stays to be told."""
        batch = self._children[:MOST_IN_BATCH]
        objects = [
            {**child.data, "key": new_key(), "version": 0, "parentItem": item.created.key}
            for item, child in batch
        ]
        outcomes = post(self._sender, self._path, objects)
        for (item, child), outcome in zip(batch, outcomes, strict=True):
            if isinstance(outcome, Refused):
                item.refused = item.refused or outcome
                item.left.append(f"{child.name}: {outcome.why}")
            elif child.file is None:
                item.taken += 1
            else:
                self._send(item, child, outcome)
            item.pending -= 1
            self._children.pop(0)

    def _send(self, item: _Item, child: Child, outcome: Created) -> None:
        """Send a file's bytes; an attachment without them is taken away again."""
        assert child.file is not None
        path = f"{self._path}/{outcome.key}"
        try:
            send_file(self._sender, path, child.file)
        except FileFault as fault:
            item.left.append(f"{child.name}: {fault}")
            item.refused = item.refused or Refused(number=0, why=f"{child.name}: {fault}")
            self._take_away(path, outcome)
        except AnswerError:  # else the next push would take the file for one that is there
            self._take_away(path, outcome)
            raise
        else:
            item.taken += 1

    def _take_away(self, path: str, outcome: Created) -> None:
        version = {"If-Unmodified-Since-Version": str(outcome.version)}
        with contextlib.suppress(WebError):
            self._sender.send("DELETE", path, headers=version)
