"""Formatted references: an entry as a bibliography in IEEE, ACM, Nature, APA or Chicago prints it.

citeproc-py does the work; what it is known to print otherwise than citeproc-js is mended after it.
Of its HTML only a few tags are taken, all else is text: titles are other people's.

It is slow to import and takes up to half a second for a style: not for the thread of a window. It
is imported where it is used, so that a window can name the styles.

Source: CSL 1.0.2; held against citeproc-js 1.4.63 on 130 made-up items of ten types: 129 the same
in ACM and IEEE, 128 in APA and Nature, 97 in Chicago, where small words at a title's end differ.
"""

import html
import logging
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

import msgspec

from refman.errors import FormatError
from refman.formats.csl_items import pandoc_item
from refman.formats.tex import UNSAFE_IN_KEY
from refman.model import Entry
from refman.resources import resource_root

__all__ = ["STYLES", "Cited", "Style", "cite_command", "cited"]

_log = logging.getLogger(__name__)

_TAG = re.compile(r"</?(?:i|b|sup|sub)>|<span style=\"font-variant: small-caps;\">|</span>")
_LABEL = re.compile(r"^(\[\d+\]|\d+\.)(?=\S)")
_OUTSIDE = re.compile(r"([”’]+)([,.])")
_QUOTE = re.compile(r"(?<![^\s(\[>—–/“-])(?P<open>[“\"](?=[^\s<]))|(?P<close>”|\"(?![^<>]*>))")
_QUOTES = (("‘", "’"), ("“", "”"))  # by depth: even ones are single
_APOSTROPHE = re.compile(r"(?<=\w)'")
_BETWEEN = r"((?:<[^>]*>|[”’])*)"
_JOINTS = (
    (re.compile(rf"([?!]){_BETWEEN}\.(?=[\s<”’]|\Z)"), r"\1\2"),
    (re.compile(rf"(?<!\.)\.{_BETWEEN}\.(?!\.)"), r".\1"),
    (re.compile(r"\.{4}"), "..."),
    (re.compile(r"’([,.])”"), r"\1’”"),
    (re.compile(r"\bArXiv\b"), "arXiv"),
)
"""What stands where two parts join. Source: citeproc-js, its table of punctuation."""

_APA, _CHICAGO = "apa", "chicago-author-date"
_OF_STYLES: Mapping[str, Sequence[tuple[re.Pattern[str], str]]] = {
    _APA: (
        (re.compile(r"((?:, |\()(?!\d))e(ds?\.[);])"), r"\1E\2"),
        (re.compile(r"(?<=, )t(rans\.[);])"), r"T\1"),
        (re.compile(r"(\(Eds?\.\)\..*?) \([^()]*, Eds?\.\)"), r"\1"),
        (re.compile(r"(\(Eds?\.\)\..*? \()[^()]*, Eds?\.; "), r"\1"),
        (re.compile(r" \(Publication\)"), ""),
        (re.compile(r"\bPatent Nos\."), "Patent No."),
    ),
    "nature": ((re.compile(r"\((eds?) "), r"(\1. "),),
    _CHICAGO: ((re.compile(r"(?<=[.!?”]) Edition\.(?=\s|\Z)"), ""),),
}
"""What citeproc-py prints though there is nothing to print, or in the wrong case."""

_HEAD_AND_DATE = re.compile(
    r"(?P<head>[^()]+(?:\([^()]*\)[^()]*)?) (?P<date>\([^()]*\)\.|(?:\d{4}[^.\s]*|n\.d)\.)"
    r" (?P<rest>.*)",
    re.DOTALL,
)
_BEFORE_DATE = re.compile(r"\A(.*?)\. (?=\d{4}|n\.d\.)")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff ]+\Z")
_SMALL = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_MOST_SIGNS = 4_000
_MOST_NAMES = 100
_BARE = frozenset({"id", "type", "title", "author", "container-title"})
_SHOWN_VARIABLES = frozenset({"abstract", "note", "custom", "annote", "keyword"})


class Style(msgspec.Struct, frozen=True):
    """Describe a style.

    Attributes:
        name: of its file in ``resources/styles``.
        title: as people call it.
        is_exact: it was found to print what citeproc-js prints; else nearly so.
        keeps_given_names: they are not cut to initials, where the style only says how these look.
        names_all: it has no "et al."
    """

    name: str
    title: str
    is_exact: bool
    keeps_given_names: bool = False
    names_all: bool = False


STYLES = (
    Style("ieee", "IEEE", is_exact=True),
    Style("association-for-computing-machinery", "ACM", is_exact=True, names_all=True),
    Style("nature", "Nature", is_exact=True),
    Style("apa", "APA", is_exact=True),
    Style(
        "chicago-author-date",
        "Chicago",
        is_exact=False,
        keeps_given_names=True,
    ),
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
        if style.keeps_given_names:
            # WORKAROUND https://github.com/citeproc-py/citeproc-py: initialize="false" is not read.
            parsed.root.attrib.pop("initialize-with", None)
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
        name: _prepared(value, style)
        for name, value in pandoc_item(entry, number).items()
        if name not in _SHOWN_VARIABLES
    }
    item["id"] = "one"
    is_editors = style.name == _CHICAGO and _stand_in(item)
    for attempt in (item, _bare(item)):
        try:
            printed, mark = _printed(parsed, attempt)
        except Exception:  # noqa: BLE001 - it fails in many ways at what it does not expect
            _log.debug("citeproc-py fails", exc_info=True)
            continue
        markup = _mended(printed, number, style)
        markup = _small_again(markup, item.get("publisher"))
        if is_editors:
            instead = r"\1, eds. " if len(item["author"]) > 1 else r"\1, ed. "
            markup = _BEFORE_DATE.sub(instead, markup, count=1)
        return Cited(_text(markup), markup, _numbered(_joined(_curled(mark)), number))
    return Cited(entry.title or "", html.escape(entry.title or "", quote=False), "")


def _printed(parsed: Any, item: dict[str, Any]) -> tuple[str, str]:
    """Return what citeproc-py prints of an item: in the bibliography, and in the running text."""
    citeproc, take = _citeproc()
    bibliography = citeproc.CitationStylesBibliography(
        parsed, take([item]), citeproc.formatter.html
    )
    citation = citeproc.Citation([citeproc.CitationItem("one")])
    bibliography.register(citation)
    markup = "".join(map(str, bibliography.bibliography()))
    return markup, _text(str(bibliography.cite(citation, _ignore)))


def _prepared(value: Any, style: Style) -> Any:
    """Return a variable as citeproc-py can print it: without what it stumbles over."""
    if isinstance(value, list):
        names = cast("list[dict[str, str]]", value)
        return [_plain_name(name) for name in _few_names(names, style)]
    if isinstance(value, dict) and "date-parts" in value:  # a stretch loses its year
        date = cast("dict[str, Any]", value)
        return {**date, "date-parts": date["date-parts"][:1]}
    return cast("Any", value)


def _plain_name(name: dict[str, str]) -> dict[str, str]:
    """Return a name whose given part can be cut to initials, or that is not to be parted."""
    given, family = name.get("given"), name.get("family")
    if not given or not family or given[0].isupper():
        return name
    if _EAST_ASIAN.match(given) and _EAST_ASIAN.match(family):
        return {"literal": f"{family}{given}"}
    if given[0].upper() == given[0]:  # a script without capitals
        return {"literal": f"{given} {family}"}
    return {**name, "given": _SMALL.sub(lambda found: found[0].upper(), given)}


def _stand_in(item: dict[str, Any]) -> bool:
    """Let editors stand where a book's authors should; tell whether they do."""
    if "author" in item or "container-title" in item or not item.get("editor"):
        return False
    item["author"] = item.pop("editor")
    return True


def _small_again(markup: str, name: str | None) -> str:
    """Return a reference in which a name begins with a small letter that does: bioRxiv."""
    if name is None or not name[:1].islower():
        return markup
    large = html.escape(name[0].upper() + name[1:], quote=False)
    return markup.replace(large, html.escape(name, quote=False))


def _bare(item: dict[str, Any]) -> dict[str, Any]:
    """Return what of an item any style can print."""
    return {name: value for name, value in item.items() if name in _BARE}


def _citeproc() -> tuple[Any, Any]:
    """Return citeproc-py, which has no types, and what takes items of CSL-JSON."""
    # PLC0415: slow to import.
    import citeproc  # type: ignore[import-untyped]  # noqa: PLC0415 - slow
    from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]  # noqa: PLC0415

    return citeproc, CiteProcJSON


def _few_names(names: list[dict[str, str]], style: Style) -> list[dict[str, str]]:
    """Return names that print as all do, and cost no more than a hundred."""
    if len(names) <= _MOST_NAMES:
        return names
    return [*names[: _MOST_NAMES - 1], {"literal": "others"} if style.names_all else names[-1]]


def _mended(markup: str, number: int, style: Style) -> str:
    """Return the reference as it should have been printed."""
    markup = _curled(_safe(markup[:_MOST_SIGNS]))
    label = _LABEL.match(_text(markup))
    if label is not None:
        rest = markup.partition(html.escape(label[1]))[2]
        markup = f"{_numbered(label[1], number)} {rest}"
    markup = _joined(markup)
    for pattern, instead in _OF_STYLES.get(style.name, ()):
        markup = pattern.sub(instead, markup)
    return _without_second_title(markup)


def _joined(markup: str) -> str:
    """Return HTML in which no two signs stand where parts join and one is enough."""
    markup = _OUTSIDE.sub(r"\2\1", markup)
    for pattern, instead in _JOINTS:
        markup = pattern.sub(instead, markup)
    return markup


def _curled(markup: str) -> str:
    """Return HTML whose straight quotes are curly, and those inside others are single.

    Left as they are where they are not paired.

    Source: citeproc-js, "flip-flopping" of quotation marks.
    """
    pieces: list[str] = []
    depth = end = 0
    for found in _QUOTE.finditer(markup):
        opens = found["open"] is not None
        depth += opens
        pieces += markup[end : found.start()], _QUOTES[depth % 2][not opens]
        depth -= not opens
        end = found.end()
        if depth < 0:
            return markup
    curled = "".join([*pieces, markup[end:]])
    return _APOSTROPHE.sub("’", markup if depth else curled)


def _without_second_title(markup: str) -> str:
    """Return a reference without the title, where that stands in the authors' place already.

    Source: CSL 1.0.2, "Substitute": what stands for another is not printed again.
    """
    found = _HEAD_AND_DATE.match(markup)
    if found is None:
        return markup
    head, date, rest = found["head"].removesuffix("."), found["date"], found["rest"]
    if not head or not rest.startswith(head):
        return markup
    return f"{found['head']} {date}{rest.removeprefix(head).removeprefix('.')}"


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
