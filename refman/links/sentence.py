"""The sentence round an address, and the part of it that speaks of the address."""

import re

from refman.links.rules import claims, role_words
from refman.model import Span

__all__ = ["clause_of", "sentence_of"]

REACH = 600
"""How far to both sides a sentence is looked for, in characters."""

_BOUNDARY = re.compile(r"(?<=[.!?。！？])[\"”’)\]]?\s+(?=[^a-z\s])|\n\s*\n|(?<=[。！？])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|v\.s|vs|cf|et al|fig|figs|eq|sec|no|vol|dr|st|resp|approx|w\.r\.t|etc)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(r";\s+|,\s+(?:and|but|while|whereas|where|with)\s+", re.IGNORECASE)
_BELONGS_TO_OTHER = re.compile(
    r"(?<=\w\s)(?:of|for)\b.*?(?=\band\b|,|;|:|\b(?:is|are|can|will|has|have|at|available|on|via)\b|$)",
    re.IGNORECASE | re.DOTALL,
)


def sentence_of(text: str, link: Span, within: Span) -> Span:
    """Return where the sentence stands that holds an address; bounded to both sides."""
    low = max(within.start, link.start - REACH)
    high = min(within.end, link.end + REACH)
    start = low
    for boundary in reversed(list(_BOUNDARY.finditer(text, low, link.start))):
        if not _ABBREVIATION.search(text[max(low, boundary.start() - 12) : boundary.start()]):
            start = boundary.end()
            break
    end = high
    for boundary in _BOUNDARY.finditer(text, link.end, high):
        if not _ABBREVIATION.search(text[max(link.end, boundary.start() - 12) : boundary.start()]):
            end = boundary.start()
            break
    return Span(start, end)


def clause_of(before: str, behind: str) -> str:
    """Return the words of a sentence that say what stands at its address.

    Those before the address where they name anything ("Code and videos are on our site …"), else
    those behind ("See … for videos and code"). A clause that makes a claim of its own is left out,
    and so is what another thing is made of or for ("a demo of our model").

    Args:
        before: the sentence up to the address, or from the address before it.
        behind: the sentence from the address on, up to the next.
    """
    words, _ = role_words()
    head = _BELONGS_TO_OTHER.sub(" ", _last_clause(before))
    if words.search(head):
        return head
    behind = behind.partition(";")[0]
    if (purpose := re.match(r"[\s.,)\]}]*for\s", behind)) is not None:
        behind = behind[purpose.end() :]
    return head + " " + _BELONGS_TO_OTHER.sub(" ", behind)


def _last_clause(before: str) -> str:
    for cut in reversed(list(_NEW_CLAUSE.finditer(before))):
        earlier, later = before[: cut.start()], before[cut.end() :]
        if role_words()[0].search(later) and (
            claims().search(earlier) or cut.group().startswith(";")
        ):
            return later
    return before
