"""What stands between the records of a file."""

import re

from refman.model import LeftOver, Span

__all__ = ["gap"]


def gap(text: str, start: int, end: int, *, why: str, frame: re.Pattern[str]) -> LeftOver | None:
    """Return a stretch between two records as a left-over; None where it only parts them.

    Args:
        text: the file.
        start: where the stretch begins.
        end: where it ends.
        why: what the left-over is.
        frame: what may begin it without being anything: brackets, commas, blanks.
    """
    found = frame.match(text, start, end)
    start = found.end() if found else start
    while end > start and text[end - 1] in " \t\r\n,":
        end -= 1
    return LeftOver(Span(start, end), text[start:end], why) if end > start else None
