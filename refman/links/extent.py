r"""How far an address reaches.

An address in running text has no mark at its end, so the rest of the sentence is glued to it: a
full stop, a closing bracket, a quote, a second address, a TeX brace; and a line break may cut it.

Source: RFC 3986, appendix C (delimiting a URI in context); the rest are faults that listings show.
"""

import functools
import re
from typing import NamedTuple

from refman.links.anchors import Anchor
from refman.links.canonical import canonical_url, split_url
from refman.links.rules import finding, is_known_host, rule_for
from refman.model import LinkKind

__all__ = ["LONGEST", "Extent", "host_end", "read_extent"]

LONGEST = 4000
"""No address is longer, in characters; what is, is none. Source: twice what browsers long took."""

_BEYOND = (
    r"\u00a0-\u00ac\u00ae-\u00bf"  # Latin-1's punctuation, but the soft hyphen
    r"\u2000-\u200a\u200e-\u205f\u2061-\u2bff"  # blanks, dashes, quotes, arrows, pictures
    r"\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef"  # CJK, its punctuation
    r"\U00010000-\U0010ffff"  # emoji and rare scripts
)
"""Signs beyond ASCII that no address in running text holds."""

_RUN = re.compile(
    rf"(?:[^\s<>\"\\^`{{|}}{_BEYOND}]++"
    r"|\\[_%#&~$^-](?:\{\})?"
    r"|\\(?:textunderscore|textasciitilde|sim)(?![A-Za-z])(?:\{\})?"
    r"|\{\\?[_~%#&-](?:\{\})?\}"
    r"|(?<=[/=])\{[\w.-]{1,40}\}"  # "/users/{name}"
    r")*"
)
_LETTERS = r"0-9A-Za-z_\u00c0-\u024f\u0370-\u058f"
_IDEOGRAPHS = r"\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_HOST = re.compile(
    r"(?:[^\s/?#@<>\"\\{}\[\]]{1,64}@)?"
    r"(?:(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*[0-9A-Za-z])"
    r"|\[[0-9A-Fa-f:.]{2,45}\]"
    r"|localhost(?![\w.-])"
    rf"|(?:(?:[{_LETTERS}][{_LETTERS}-]{{0,62}}|[{_IDEOGRAPHS}]{{1,63}})\.){{1,10}}"
    rf"(?:xn--[0-9A-Za-z-]{{2,59}}|[A-Za-z]{{2,24}}|[^\W\d_A-Za-z]{{2,24}})"
    r"(?![0-9A-Za-z-]|\.[0-9A-Za-z]))"
    r"(?::\d{1,5}(?!\d))?",
    re.IGNORECASE,
)

_BROKEN_HOST = re.compile(rf"[{_LETTERS}][{_LETTERS}-]{{0,62}}\.(?=[ \t]*\r?\n)")

# What ends an address though a URL may hold it.
_CUT = re.compile(
    r"&(?:lt|gt|quot|nbsp|#\d{1,5});|&amp;\Z"  # HTML that was not decoded
    r"|[,;](?=https?:|www\.|(?:[\w-]{1,63}\.){1,5}[a-z]{2,8}/)"  # two addresses, joined
    r"|\*\*",  # Markdown
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[()\[\]]")
_TRAILING = ".,:;!?'*&$"
_PAIRED = "'_"
"""Marks that may stand on both sides of an address, and within one."""

_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
_MOST_BREAKS = 4
_SIGNS = re.compile(r"[/_=#?&%~]|^\d{4}\.\d{4}")
_PATH = re.compile(r"[\w.~-]+(?:/[\w.~-]*)*")
_MID_WORD = re.compile(r"/[\w~]|_\w|[?&]\w+=|=\w|%[0-9A-F]{2}")


class Extent(NamedTuple):
    """Tell how far an address reaches.

    Attributes:
        end: behind its last character.
        whole: the address without scheme, in one piece where a line break had cut it.
    """

    end: int
    whole: str


def host_end(text: str, start: int, end: int) -> int | None:
    """Return where the host that begins at a place ends, with its port; None where none does."""
    found = _HOST.match(text, start, end)
    return found.end() if found else None


def read_extent(text: str, anchor: Anchor, end: int) -> Extent | None:
    """Return how far the address reaches that begins at an anchor.

    Args:
        text: the source.
        anchor: where it begins.
        end: where the text, or the next address, begins; no address goes on behind.

    Returns:
        None where no valid host follows. ``whole`` is empty where no end comes within LONGEST.
    """
    start = anchor.host
    limit = min(end, start + LONGEST + 1)
    stop = _line_part_end(text, start, limit)
    if stop is None:
        return None
    mark = text[anchor.start - 1 : anchor.start]
    whole = text[start:stop]
    kept = _cut(whole, mark)
    for _ in range(_MOST_BREAKS):
        joined = _next_line(text, stop, limit, whole) if kept == whole else None
        if joined is None or len(_cut(whole + joined.whole, mark)) <= len(whole):
            break
        stop, whole = joined.end, whole + joined.whole
        kept = _cut(whole, mark)
    if stop - start > LONGEST:
        return Extent(stop, "")
    trimmed = _trimmed(kept, mark)
    if host_end(trimmed, 0, len(trimmed)) is None:
        return None
    return Extent(stop - (len(whole) - len(trimmed)), trimmed)


def _line_part_end(text: str, start: int, limit: int) -> int | None:
    """Return how far an address may reach on its first line, punctuation behind it included."""
    stop = host_end(text, start, limit)
    if stop is None:
        broken = _BROKEN_HOST.match(text, start, limit)
        return broken.end() if broken else None
    if text[stop : stop + 1] in {"/", "?", "#"}:
        return _run_end(text, stop, limit)
    # A full stop is the sentence's, or that of a host which a line break cut.
    return stop + 1 if text.startswith(".", stop, limit) else stop


def _run_end(text: str, start: int, limit: int) -> int:
    """Return where the signs end that an address may hold, LaTeX's among them."""
    found = _RUN.match(text, start, limit)
    assert found is not None, "the pattern fits the empty text"
    return found.end()


def _cut(whole: str, mark: str) -> str:
    """End an address where something else is glued to it, though a URL might hold that."""
    if found := _CUT.search(whole):
        whole = whole[: found.start()]
    if mark == "'" and mark in whole:
        whole = whole.partition(mark)[0]
    if glued := _glued().search(whole):
        whole = whole[: glued.start()]
    return _cut_at_bracket(whole)


@functools.cache
def _glued() -> re.Pattern[str]:
    """Return the pattern of a full stop and the next sentence's first word."""
    return re.compile(rf"\.(?:{'|'.join(sorted(finding().glued_words))})\Z")


def _cut_at_bracket(whole: str) -> str:
    """End an address at a bracket without partner; "[12]" is a citation, but not in a query."""
    opened: list[int] = []
    query = whole.find("?")
    path = whole.find("]") + 1 if whole.startswith("[") else 0  # behind an IPv6 host
    for found in _BRACKET.finditer(whole, path):
        place, sign = found.start(), found.group()
        if sign == "[" and not 0 <= query < place:
            return whole[: opened[0] if opened else place]
        if sign in "([":
            opened.append(place)
        elif opened:
            opened.pop()
        else:
            return whole[:place]
    return whole[: opened[0]] if opened else whole


def _trimmed(whole: str, mark: str) -> str:
    """Take off the punctuation behind an address."""
    if mark == "_":
        whole = whole.rstrip("_")
    while True:
        shorter = whole.removesuffix("'s").rstrip(_TRAILING)
        if shorter.endswith("--"):
            shorter = shorter.rstrip("-")
        if shorter == whole:
            return whole
        whole = shorter


def _next_line(text: str, stop: int, limit: int, head: str) -> Extent | None:
    """Return where the address ends on the next line, and its part there, if it goes on there."""
    line_break = _BREAK.match(text, stop, limit)
    if line_break is None:
        return None
    start = line_break.end()
    end = _run_end(text, start, limit)
    tail = text[start:end]
    core = tail.rstrip(_TRAILING + ")]")
    if not core or not _goes_on(head, core, core != tail, text[end : end + 1] in {"\n", "\r", ""}):
        return None
    return Extent(end, tail)


def _goes_on(head: str, core: str, closed: bool, last: bool) -> bool:
    """Tell whether the next line can only be the rest of an address.

    A next line is far more often prose, or the next paper's title.

    Args:
        head: the address so far.
        core: the next line's first word, without the punctuation behind it.
        closed: whether there was any.
        last: whether the word ends its line.
    """
    mark, first = head[-1], core[0]
    ends = closed or last
    if is_known_host(core.partition("/")[0].lower()):
        return False
    if not first.isalnum():
        return mark.isalnum() and _MID_WORD.match(core) is not None
    if mark in "_=&%":
        return True
    if mark == "-":
        return ends or not first.isupper() or _SIGNS.search(core) is not None
    if mark == "?":
        return "=" in core
    if mark == ".":
        word = re.split(r"[/?#]", core, maxsplit=1)[0]
        rules = finding()
        return word in (rules.file_endings if "/" in head else rules.domain_endings)
    if mark == "/":
        if _lacks_parts(head) and _PATH.fullmatch(core):
            return closed or "/" in core
        return _SIGNS.search(core) is not None and (ends or not first.isupper())
    return core.count("/") == 1 and ends and _lacks_parts(head)


def _lacks_parts(head: str) -> bool:
    """Tell whether an address is a site's own or a person's page, where a work's is longer."""
    host, path = split_url(canonical_url(head))
    rule = rule_for(host, path)
    return rule.kind is LinkKind.OTHER and rule.path is None
