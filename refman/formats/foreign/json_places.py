"""Where the objects of a JSON file stand, also in a file that is broken."""

import re
from collections.abc import Iterator

from refman.model import Span

__all__ = ["HOLDERS", "object_spans"]

# A string, closed or not, ends with its line at the latest, for JSON lets none go on: so a lost
# quotation mark does not turn all that follows inside out.
_TOKEN = re.compile(r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"?|[{}\[\]]', re.DOTALL)
HOLDERS = ("items", "references", "message", "records")
"""Names under which an object that is no item holds items."""

_HOLDERS = {f'"{name}"' for name in HOLDERS}
_OPENING, _CLOSING = "{[", "}]"
_MOST_RESTARTS = 100
"""How often reading starts again in an object that is never closed: each costs the rest."""


def object_spans(text: str) -> Iterator[Span]:
    """Yield where the objects stand that a file lists, in order.

    They are those of the outermost array, of the one that an outermost object holds as "items",
    "references" or the like, or the outermost objects themselves. One that is never closed ends
    before the next line that begins as its own did; if there is none, with the text.
    """
    start, restarts = 0, 0
    while True:
        open_at = None
        for span, is_closed in _spans(text, start):
            if is_closed:
                yield span
            else:
                open_at = span
        if open_at is None:
            return
        again = _next_alike(text, open_at) if restarts < _MOST_RESTARTS else len(text)
        yield Span(open_at.start, _trimmed(text, open_at.start, again))
        if again >= len(text):
            return
        start, restarts = again, restarts + 1


def _spans(text: str, start: int) -> Iterator[tuple[Span, bool]]:
    """Yield the spans of listed objects, and whether they are closed; at most the last is not."""
    level, listed, begun = 0, 0, -1
    before = ""
    for token in _TOKEN.finditer(text, start):
        sign = token.group()
        if sign in _OPENING:
            if level == listed + 1 and before in _HOLDERS:
                begun = -1
            if sign == "{" and begun < 0:
                begun, listed = token.start(), level
            level += 1
        elif sign in _CLOSING:
            level = max(0, level - 1)
            if begun >= 0 and level <= listed:
                if sign != "}":  # a bracket closes what a brace opened
                    break
                yield Span(begun, token.end()), True
                begun = -1
        before = sign
    if begun >= 0:
        yield Span(begun, len(text)), False


def _next_alike(text: str, span: Span) -> int:
    """Return where the next line begins an object in the same column; the text's end if none."""
    line = text.rfind("\n", 0, span.start) + 1
    indent = text[line : span.start]
    if indent.strip():
        return len(text)
    place = text.find(f"\n{indent}{{", span.start, span.end)
    return len(text) if place < 0 else place + 1 + len(indent)


def _trimmed(text: str, start: int, end: int) -> int:
    """Return the end of a stretch without the comma and blanks behind it."""
    while end > start and text[end - 1] in " \t\r\n,":
        end -= 1
    return end
