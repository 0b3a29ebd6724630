"""Formatted references: an entry as a bibliography in IEEE, ACM, Nature, APA or Chicago prints it.

citeproc-py does the work; what it is known to print otherwise than citeproc-js is mended after it.
Of its HTML only a few tags are taken, all else is text: titles are other people's.

It is slow to import and takes up to half a second for a style: not for the thread of a window. It
is imported where it is used, so that a window can name the styles.

Source: CSL 1.0.2; citeproc-py held against citeproc-js on twelve items: ACM and IEEE the same in
all, Nature in eleven, APA in six, Chicago in two.
"""

import html
import re
import warnings
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from refman.errors import FormatError
from refman.formats.csl_items import pandoc_item
from refman.formats.tex import UNSAFE_IN_KEY
from refman.model import Entry
from refman.resources import resource_root

__all__ = ["STYLES", "Cited", "Style", "cite_command", "cited"]

_TAG = re.compile(r"</?(?:i|b|sup|sub)>|<span style=\"font-variant: small-caps;\">|</span>")
_LABEL = re.compile(r"^(\[\d+\]|\d+\.)(?=\S)")
_OUTSIDE = re.compile(r"([”’]+)([,.])")
_MOST_SIGNS = 4_000
_SHOWN_VARIABLES = frozenset({"abstract", "note", "custom", "annote", "keyword"})


class Style(msgspec.Struct, frozen=True):
    """Describe a style.

    Attributes:
        name: of its file in ``resources/styles``.
        title: as people call it.
        is_exact: it was found to print what citeproc-js prints; else nearly so.
        quotes_punctuation: commas and full stops stand inside quotation marks, as in the USA.
    """

    name: str
    title: str
    is_exact: bool
    quotes_punctuation: bool = False


STYLES = (
    Style("ieee", "IEEE", is_exact=True, quotes_punctuation=True),
    Style("association-for-computing-machinery", "ACM", is_exact=True),
    Style("nature", "Nature", is_exact=True),
    Style("apa", "APA", is_exact=False),
    Style("chicago-author-date", "Chicago", is_exact=False, quotes_punctuation=True),
)
"""The styles that refman brings."""


class Cited(msgspec.Struct, frozen=True):
    """Hold a formatted reference.

    Attributes:
        text: plain.
        markup: HTML of escaped text and ``i``, ``b``, ``sup``, ``sub`` and small capitals only.
        mark: what stands in the running text: "[1]", "(Glow and Wick 2024)".
    """

    text: str
    markup: str
    mark: str


def cited(entries: Sequence[Entry], style_name: str, *, first_number: int = 1) -> list[Cited]:
    """Return the references of entries in a style, in the order in which they are given.

    Args:
        entries: what is cited.
        style_name: one of STYLES.
        first_number: of the first one, where the style numbers its references.

    Raises:
        FormatError: there is no such style.
    """
    style = next((style for style in STYLES if style.name == style_name), None)
    if style is None:
        names = ", ".join(style.name for style in STYLES)
        raise FormatError(f"there is no style {style_name}; there are {names}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of variables that it does not know
        file = resource_root() / "styles" / f"{style.name}.csl"
        parsed = _citeproc()[0].CitationStylesStyle(str(file), validate=False)
        return [
            _cited(parsed, entry, number, style)
            for number, entry in enumerate(entries, start=first_number)
        ]


def cite_command(entries: Iterable[Entry]) -> str:
    r"""Return LaTeX's command that cites entries, by the keys that a .bib file gives them.

    "\cite{sato2024glow,wick1999}"; empty where none has a key.
    """
    keys = [UNSAFE_IN_KEY.sub("-", entry.citekey) for entry in entries if entry.citekey]
    return f"\\cite{{{','.join(keys)}}}" if keys else ""


def _cited(parsed: Any, entry: Entry, number: int, style: Style) -> Cited:
    """Format one entry by itself: a bibliography would sort them, and part equal authors."""
    item = {
        name: value
        for name, value in pandoc_item(entry, number).items()
        if name not in _SHOWN_VARIABLES
    }
    item["id"] = "one"
    citeproc, take = _citeproc()
    source = take([item])
    bibliography = citeproc.CitationStylesBibliography(parsed, source, citeproc.formatter.html)
    citation = citeproc.Citation([citeproc.CitationItem("one")])
    bibliography.register(citation)
    markup = _mended("".join(map(str, bibliography.bibliography())), number, style)
    mark = _text(str(bibliography.cite(citation, _ignore)))
    return Cited(_text(markup), markup, _numbered(mark, number))


def _citeproc() -> tuple[Any, Any]:
    """Return citeproc-py, which has no types, and what takes items of CSL-JSON."""
    import citeproc  # type: ignore[import-untyped]  # noqa: PLC0415 - slow
    from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]  # noqa: PLC0415

    return citeproc, CiteProcJSON


def _mended(markup: str, number: int, style: Style) -> str:
    """Return the reference as it should have been printed."""
    markup = _safe(markup[:_MOST_SIGNS])
    label = _LABEL.match(_text(markup))
    if label is not None:
        rest = markup.partition(html.escape(label[1]))[2]
        markup = f"{_numbered(label[1], number)} {rest}"
    if style.quotes_punctuation:
        markup = _OUTSIDE.sub(r"\2\1", markup)
    return markup.replace("..", ".") if markup.endswith("..") else markup


def _ignore(_: object) -> None:
    """Hear that an item is not there; it always is."""


def _numbered(label: str, number: int) -> str:
    """Give an entry that was formatted alone its own number."""
    return re.sub(r"^(\[?)1(\]?\.?)$", rf"\g<1>{number}\g<2>", label)


def _safe(markup: str) -> str:
    """Return HTML in which only those tags are tags that a reference needs, each closed."""
    pieces: list[str] = []
    opened: list[str] = []
    end = 0
    for found in _TAG.finditer(markup):
        pieces.append(html.escape(html.unescape(markup[end : found.start()]), quote=False))
        end = found.end()
        tag = found.group().strip("</>").split()[0]
        if not found.group().startswith("</"):
            opened.append(tag)
        elif opened and opened[-1] == tag:
            opened.pop()
        else:
            continue
        pieces.append(found.group())
    pieces.append(html.escape(html.unescape(markup[end:]), quote=False))
    pieces += (f"</{tag}>" for tag in reversed(opened))
    return "".join(pieces)


def _text(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup)).strip()
