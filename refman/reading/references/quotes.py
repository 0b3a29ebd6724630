"""Where a title in quotes ends in a reference."""

import re

__all__ = ["quote_end"]

_QUOTES = {"“": "”", '"': '"', "„": "“”", "«": "»", "‘": "’", "`": "'", "'": "'"}
_PART_OF_TITLE = re.compile(r":|\s(?!in\s)[a-z]")
_BEHIND_QUOTE = re.compile(r"[\s,.;:(\]'\"]|$")


def quote_end(text: str, start: int) -> int | None:
    """Return where the quote that begins at a place ends, before its closing mark.

    None where no quote begins there, and where it is but the title's first words.
    """
    closing = _QUOTES.get(text[start : start + 1])
    if closing is None:
        return None
    for place in range(start + 1, len(text)):
        if text[place] in closing and _BEHIND_QUOTE.match(text, place + 1):
            return None if _PART_OF_TITLE.match(text, place + 1) else place
    return None
