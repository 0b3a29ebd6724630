"""The previews of one input, one after each correction: what undo and redo go through."""

from refman.previewing.segments import Preview

__all__ = ["Previews"]

_MOST = 500


class Previews:
    """Hold a preview, those that it was made of, and those that were undone.

    Attributes:
        first: as it was read.
        now: as it is.
    """

    def __init__(self, first: Preview) -> None:
        self.first = self.now = first
        self._before: list[tuple[str, Preview]] = []
        self._undone: list[tuple[str, Preview]] = []

    @property
    def undo_name(self) -> str | None:
        """What would be undone; None where there is nothing."""
        return self._before[-1][0] if self._before else None

    @property
    def redo_name(self) -> str | None:
        """What would be redone; None where there is nothing."""
        return self._undone[-1][0] if self._undone else None

    def as_now(self) -> "Previews":
        """Return what it is now, for who reads it when more has been done."""
        made = Previews(self.first)
        made.now, made._before = self.now, self._before[-1:]
        return made

    def read_on(self, preview: Preview) -> None:
        """Take what was read since; before anything is corrected."""
        self.first = self.now = preview

    def do(self, name: str, preview: Preview) -> bool:
        """Take what a correction has made; return whether it is another."""
        if preview.segments == self.now.segments:
            return False
        self._before.append((name, self.now))
        del self._before[:-_MOST]
        self._undone.clear()
        self.now = preview
        return True

    def undo(self) -> str | None:
        """Go back to the preview before; return the name of what is undone."""
        return self._turn(self._before, self._undone)

    def redo(self) -> str | None:
        """Go on to the preview that was undone; return the name of what is redone."""
        return self._turn(self._undone, self._before)

    def _turn(
        self, source: list[tuple[str, Preview]], target: list[tuple[str, Preview]]
    ) -> str | None:
        if not source:
            return None
        name, preview = source.pop()
        target.append((name, self.now))
        self.now = preview
        return name
