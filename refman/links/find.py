"""Addresses in text, found and mended.

An address in running text is seldom clean: a full stop is glued behind it, TeX escapes its
underscores, it stands doubled in braces, or a line break cuts it. What is found here is the address
alone, with the place where it stands.

Source: RFC 3986, appendix C; the rest are the faults that listings show.
"""

import functools
import re

from refman.links.canonical import canonical_url
from refman.links.rules import bare_hosts
from refman.model import Link, Span

__all__ = ["find_links"]

LONGEST = 2000
"""No address is longer; what goes on is cut there."""

_STOPS = (
    r"\s<>\"“”„‟‘’‚«»‹›`^{}|\\\u00a0\u200b\u2028…"
    r"\u2e80-\u303f\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
)
_BODY = re.compile(rf"(?:[^{_STOPS}]|\\[_%#&~](?:\{{\}})?){{1,{LONGEST}}}")
_SECOND = re.compile(r"[,;]?(?:https?://|(?<=[,;])www\.)", re.IGNORECASE)
_HOST = re.compile(
    r"(?:[^/?#@\s]{0,100}@)?(?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,62}\.?(?::\d{1,5})?(?=[/?#]|$)"
    r"|(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?=[/?#]|$)"
)
_DOUBLED = re.compile(rf"\{{\s?(https?://[^{{}}\s]{{1,{LONGEST}}})\}}", re.IGNORECASE)
_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*(?=[\w%?&=#])")
_CONTINUATION = re.compile(r"[\w./%?=&#~+-]{1,300}")
_PROSE_WORD = re.compile(r"[A-Z]?[a-z]+[.,;:!?)]*$|[A-Z]$")
_LONGEST_HOST = 80
_BEFORE_SLASH = re.compile(r"(?:https?[ ]?:[ ]?|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})$", re.IGNORECASE)
_LABEL_BEFORE = re.compile(r"[\w-]{1,63}$")
_SIGNS_WITHOUT_SLASH = ("www.", "WWW.", ".github.io", ".gitlab.io", ".hf.space")
_GLUED = ".,;:!?'*\"”’"
_PAIRS = {")": "(", "]": "["}
_FORGES = {"github.com", "gitlab.com", "bitbucket.org", "huggingface.co", "codeberg.org"}
_FORGE_PARTS = 2


def find_links(text: str, span: Span | None = None) -> list[Link]:
    """Return the addresses in a text, in their order, without kind or roles.

    Args:
        text: the decoded source.
        span: the stretch to look in; all of it where None.

    Returns:
        Links with ``url``, ``raw_url`` and ``span``, which counts in the whole text. They do not
        overlap. Only http and https; e-mail addresses, file names and numbers are none.
    """
    start, end = (span.start, span.end) if span is not None else (0, len(text))
    stretch = text if (start, end) == (0, len(text)) else text[start:end]
    links: list[Link] = []
    done = 0
    for anchor in _starts(stretch):
        if anchor < done or (found := _anchors().match(stretch, anchor)) is None:
            continue
        if (link_end := _end_of_address(stretch, found)) is None:
            continue
        raw = stretch[anchor:link_end]
        url = canonical_url(_without_double(raw))
        links.append(Link(url=url, raw_url=raw, span=Span(start + anchor, start + link_end)))
        done = link_end
    return links


def _starts(stretch: str) -> list[int]:
    """Return where addresses may begin, in order: most prose is passed over without a pattern.

    An address has a slash, behind its scheme or its host; or it starts with "www."; or its host
    ends in a suffix that needs no more.
    """
    starts: set[int] = set()
    slash = stretch.find("/")
    while slash >= 0:
        low = max(0, slash - _LONGEST_HOST)
        if (before := _BEFORE_SLASH.search(stretch[low:slash])) is not None:
            starts.add(low + before.start())
        slash = stretch.find("/", slash + 1)
    for sign in _SIGNS_WITHOUT_SLASH:
        place = stretch.find(sign)
        while place >= 0:
            before_sign = _LABEL_BEFORE.search(stretch[max(0, place - _LONGEST_HOST) : place])
            starts.add(place - len(before_sign.group()) if before_sign else place)
            place = stretch.find(sign, place + 1)
    return sorted(starts)


@functools.cache
def _anchors() -> re.Pattern[str]:
    """Return how addresses begin: with a scheme, with "www.", with a host that needs neither."""
    hosts = "|".join(re.escape(host) for host in bare_hosts() if not host.startswith("."))
    suffixes = "|".join(re.escape(host) for host in bare_hosts() if host.startswith("."))
    return re.compile(
        r"(?P<scheme>https?(?:://[ ]?(?=\w)|[ ]:[ ]?//[ ]?(?=\w)))"
        r"|(?<![\w@./:-])(?:"
        r"(?P<www>www\.(?=[\w-]+\.[^\W\d_]))"
        rf"|(?P<host>(?:{hosts})/(?=[\w~@]))"
        rf"|(?P<suffix>[\w-]{{1,63}}(?:{suffixes})(?![\w@.-]*@)))",
        re.IGNORECASE,
    )


def _end_of_address(stretch: str, found: re.Match[str]) -> int | None:
    """Return where the address that starts at an anchor ends, or None where it is none."""
    body_start = found.end() if found["scheme"] else found.start()
    body = _BODY.match(stretch, body_start)
    if body is None:
        return None
    end = _cut_at_second(stretch, body_start, body.end())
    end = _joined_over_lines(stretch, body_start, end)
    end = _without_glue(stretch, body_start, end)
    if end <= found.end() - 1 or _HOST.match("".join(stretch[body_start:end].split())) is None:
        return None
    return _with_double(stretch, found.start(), end)


def _cut_at_second(stretch: str, start: int, end: int) -> int:
    """End an address where a second one is glued to it; not inside "archive.org/web/https://…"."""
    for second in _SECOND.finditer(stretch, start + 1, end):
        before = stretch[second.start() - 1]
        if stretch[second.start()] in ",;" or before not in "/=?&":
            return second.start()
    return end


def _joined_over_lines(stretch: str, start: int, end: int) -> int:
    """Go on behind a line break where the next line can only be the rest of the address."""
    while (gap := _BREAK.match(stretch, end)) is not None:
        rest = _CONTINUATION.match(stretch, gap.end())
        if rest is None or not _goes_on(stretch[start:end], rest.group()):
            break
        end = rest.end()
    return end


def _goes_on(so_far: str, token: str) -> bool:
    compact = "".join(so_far.split())
    host, _, path = compact.partition("/")
    last = compact[-1]
    if "." not in host.rstrip("."):
        return last == "." or "." in token
    parts = [part for part in path.split("/") if part]
    if host.lower().removeprefix("www.") in _FORGES and len(parts) < _FORGE_PARTS:
        return last == "/" or (
            last != "." and "/" in token and token.count("/") == 1 and bool(parts)
        )
    if last in "-_=&?%~":
        return True
    return last == "/" and not _PROSE_WORD.match(token) and not token[0].isupper()


def _without_glue(stretch: str, start: int, end: int) -> int:
    """Leave out punctuation, quotes and closing brackets that belong to the sentence."""
    while end > start:
        last = stretch[end - 1]
        if last in _GLUED or last in "–—":
            end -= 1
        elif last in _PAIRS:
            inside = stretch[start:end]
            if inside.count(last) <= inside.count(_PAIRS[last]):
                break
            end -= 1
        elif stretch.endswith(("'s", "’s"), start, end):
            end -= 2
        else:
            break
    unpaired = stretch.find("](", start, end)
    return _without_glue(stretch, start, unpaired) if unpaired > start else end


def _with_double(stretch: str, start: int, end: int) -> int:
    """Take in the same address where it stands once more in braces behind itself."""
    double = _DOUBLED.match(stretch, end)
    if double is not None and canonical_url(double[1]) == canonical_url(stretch[start:end]):
        return double.end()
    return end


def _without_double(raw: str) -> str:
    return raw.partition("{http")[0] if raw.endswith("}") else raw


def is_whole_address(text: str) -> bool:
    """Tell whether a line is nothing but one address."""
    links = find_links(text)
    return len(links) == 1 and not text.replace(links[0].raw_url, "", 1).strip(" \t.,;<>()[]")
