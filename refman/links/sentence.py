"""The sentence round an address.

A listing's text is broken into lines in all ways: one paragraph a line, or wrapped lines, or a list
with a label before each address. So a full stop ends a sentence, an empty line does, and a line end
does where the next line looks like a new item and the line before does not lead to it.
"""

import re

from refman.links.rules import sentences
from refman.model import Span

__all__ = ["sentence_span"]

_REACH_BEFORE = 600
_REACH_BEHIND = 400
"""How far a sentence is looked for, in characters: it has to end some time."""

# One set of signs at its head, since that is what a pattern is fastest at looking for.
_BOUNDARY = re.compile(r"([.!?…。！？\n])(?:(?<!\n)[\"'”’)\]*」』）]{1,3})?")
_WIDE_MARKS = frozenset("。！？")
_LAST_WORD = re.compile(r"[\w.-]*\w\Z")
_LONGEST_WORD = 24
_LONGEST_GAP = 80

_EMPTY_LINE = re.compile(r"[ \t\r]*\n")
_ITEM = re.compile(
    r"[ \t]*(?:[-*•·+|>#]+[ \t]|\(?\d{1,3}[.)][ \t]|\[|\*\*"
    r"|[A-Z][\w-]{0,30}(?: [\w-]{1,30}){0,3}[ \t]?[:：](?!//))"
)
_ADDRESS_LINE = re.compile(
    r"[ \t]*(?:[A-Z][\w-]{0,30}(?: [\w-]{1,30}){0,2} )?[<(]?(?i:https?:|www\.)"
)
_AROUND = " \t\r.,;:!?)]}>\"'”’*|"
_ADDRESSES = ("http:", "https:", "www.")


def sentence_span(text: str, place: Span, within: Span) -> Span:
    """Return where the sentence stands that holds an address; cut where it is too long.

    Its full stop belongs to it, white space round it does not.

    Args:
        text: the source.
        place: where the address stands.
        within: where the paper stands; the sentence does not reach out of it.
    """
    low = max(within.start, place.start - _REACH_BEFORE)
    high = min(within.end, place.end + _REACH_BEHIND)
    start, end = low, high
    reach = Span(low, high)
    for found in reversed(list(_BOUNDARY.finditer(text, low, place.start))):
        if _ends(text, found, reach, place):
            start = found.end()
            break
    for found in _BOUNDARY.finditer(text, place.end, high):
        if _ends(text, found, reach, place):
            end = found.end()
            break
    stretch = text[start:end]
    return Span(end - len(stretch.lstrip()), start + len(stretch.rstrip()))


def _ends(text: str, found: re.Match[str], reach: Span, place: Span) -> bool:
    """Tell whether a sign ends a sentence."""
    mark = found[1]
    if mark == "\n":
        return _line_ends(text, found.start(), reach, place)
    if mark in _WIDE_MARKS:
        return True
    if not text[found.end() : found.end() + 1].isspace():
        return False
    following = text[found.end() : min(reach.end, found.end() + _LONGEST_GAP)].lstrip()
    if following[:1].islower() and not following.startswith(_ADDRESSES):
        return False
    word = _LAST_WORD.search(text, max(reach.start, found.start() - _LONGEST_WORD), found.start())
    return word is None or not _is_abbreviation(word.group())


def _is_abbreviation(word: str) -> bool:
    """Tell whether a full stop behind a word belongs to it: "Fig.", "e.g.", "J." of a name."""
    return word.lower() in sentences().abbreviations or (len(word) == 1 and word.isupper())


def _line_ends(text: str, line_end: int, reach: Span, place: Span) -> bool:
    """Tell whether a line's end ends a sentence."""
    start = line_end + 1
    if _EMPTY_LINE.match(text, start, reach.end) or _ITEM.match(text, start, reach.end):
        return True
    if _ADDRESS_LINE.match(text, start, reach.end) or (
        start <= place.start and not text[start : place.start].strip(" \t<(")
    ):
        return not _leads_on(text, reach.start, line_end)
    next_line = text[start : start + _LONGEST_GAP].lstrip()
    return not next_line[:1].islower() and _ends_in_address(text, line_end, reach, place)


def _leads_on(text: str, low: int, line_end: int) -> bool:
    """Tell whether a line leads to the address at the head of the next: "available at"."""
    line = text[max(low, line_end - _LONGEST_WORD) : line_end].rstrip()
    word = _LAST_WORD.search(line)
    return line.endswith((":", "：", ",", "(")) or (
        word is not None and word.group().lower() in sentences().lead_ins
    )


def _ends_in_address(text: str, line_end: int, reach: Span, place: Span) -> bool:
    """Tell whether the last word of a line is an address."""
    if place.end <= line_end and not text[place.end : line_end].strip(_AROUND):
        return True
    words = text[max(reach.start, line_end - _REACH_BEHIND) : line_end].split()
    return bool(words) and ("://" in words[-1] or words[-1].startswith("www."))
