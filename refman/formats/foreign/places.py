"""Where in a file a value stands, which was read by a parser that does not tell."""

from refman.model import Span

__all__ = ["Places"]

_MOST_MISSES = 8
"""After how many values that are not found no more are looked for: each costs the whole record."""


class Places:
    """Find values in the text of one record, in their order."""

    def __init__(self, text: str, record: Span) -> None:
        self._text = text
        self._record = record
        self._next = record.start
        self._misses = 0

    def of(self, *forms: str) -> Span:
        """Return where a value stands; all of the record where it is not found.

        Args:
            forms: how it may be written, the likeliest first.
        """
        for form in filter(None, dict.fromkeys(forms)):
            if self._misses >= _MOST_MISSES:
                break
            place = self._text.find(form, self._next, self._record.end)
            if place >= 0:
                self._next = place + len(form)
                return Span(place, self._next)
            self._misses += 1
        return self._record

    def within(self, span: Span) -> "Places":
        """Return what finds values in another stretch of the text."""
        return Places(self._text, span)

    def raw(self, span: Span) -> str:
        """Return the characters of a place."""
        return self._text[span.start : span.end]
