"""What stands over a bibliography."""

import re

from refman.reading.references.words import words

__all__ = ["is_heading"]

_HEADING = re.compile(
    r"[\s#*]*(?:(?:\d{1,2}|[IVX]{1,4}|[A-Z])\.?\s)?(?P<name>[^\W\d][^\n:.]{2,40}?)[\s:.*#]*"
)


def is_heading(line: str) -> bool:
    """Tell whether a line stands over a bibliography: "References", "5. Literatur:"."""
    found = _HEADING.fullmatch(line[:80])
    return found is not None and found["name"].strip().casefold() in words("headings")
