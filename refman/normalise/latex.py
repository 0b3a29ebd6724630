r"""LaTeX in, Unicode inside.

One pass over the text, driven by a table of commands and a stack of open braces. It never loses
text: an unknown command stays word for word, braces that do not match stay, ``%`` is text (a page
has no comments), ``<action name>`` is no tag. Maths stays as ``$…$``. Bare braces stay, since a
page writes sets with them; only those that hold a command, or stand inside a word (``{C}onvex``), go.

Why not a library: pylatexenc takes 300 times as long and drops what it does not know.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from refman.normalise.maths import MATHS, TABLE
from refman.resources import read_table

__all__ = ["decode_latex"]

_WANTED = re.compile(r"[\\$`~]|''|--|\{")
_MOST_PASSES = 6
"""Decoding can bare new LaTeX (``\\{\\em x\\}``); it is read again until nothing changes."""

_URL_ESCAPE = re.compile(r"\\([_%#&~])(?:\{\})?")
_LONGEST_QUOTE = 400


def decode_latex(text: str) -> str:
    r"""Return the text with its LaTeX read: ``T\"ULU`` is ``TÜLU``, ``50\%`` is ``50%``.

    The outcome holds no LaTeX that a second call would read otherwise.

    Args:
        text: one line or several paragraphs; parts may be LaTeX, parts not.
    """
    for _ in range(_MOST_PASSES):
        if not _WANTED.search(text):
            return text
        decoded = _Pass(text).run()
        if decoded == text:
            return text
        text = decoded
    return text


class _Open(NamedTuple):
    """Remember an open brace: where its sign stands in the output, and what becomes of the pair."""

    place: int
    closer: str
    is_plain: bool


class _Tables(NamedTuple):
    accents: Mapping[str, str]
    symbols: Mapping[str, str]
    token: re.Pattern[str]


@functools.cache
def _tables() -> _Tables:
    table = cast("Mapping[str, Any]", read_table(TABLE))
    signs = "".join(re.escape(sign) for sign in table["accents"] if not sign.isalpha())
    letters = "".join(sign for sign in table["accents"] if sign.isalpha())
    names = {
        name: "|".join(sorted(table["unwrapped"][name], key=len, reverse=True))
        for name in ("commands", "switches", "debris")
    }
    symbols = "|".join(sorted(table["symbols"], key=len, reverse=True))
    accent = rf"\\(?:[{signs}]|[{letters}](?![A-Za-z]))"
    token = re.compile(
        r"(?P<url>[A-Za-z]{3,6}://(?:[^\s{}\\]|\\[_%#&~](?:\{\})?)+)"
        rf"|(?P<maths>{MATHS})"
        r"|\\\((?P<inline>[^$\n\\]{1,300}(?:\\[^)\n$][^$\n\\]{0,300}){0,40})\\\)"
        r"|\\\[(?P<display>[^$\n\\]{1,300}(?:\\[^]\n$][^$\n\\]{0,300}){0,40})\\\]"
        rf"|(?P<accent>\\(?:(?P<sign>[{signs}])\s*|(?P<letter>[{letters}])(?:(?=\{{)|\s+(?=[A-Za-z](?![A-Za-z])|\\[ij]\b)))"
        r"(?:\{\s*(?P<braced>[^\W\d_]|\\[ij])\s*\}|(?P<bare>[^\W\d_]|\\[ij](?![A-Za-z]))))"
        rf"|(?P<switch>\{{\\(?:{names['switches']})(?![A-Za-z])\s*|\{{(?:{names['debris']})\s+(?=[^{{}}\n]{{1,80}}\}}))"
        rf"|(?P<group>\{{(?={accent}|\\(?:{symbols})(?![A-Za-z])))"
        rf"|(?P<command>\\(?:{names['commands']})\s*\{{)"
        r"|(?P<footnote>\s*\\footnote\s*\{)"
        r"|(?P<href>\\href\s*\{(?P<target>[^{}\s]{1,2000})\}\s*\{)"
        r"|\\url\s*\{(?P<bareurl>[^{}\s]{1,2000})\}"
        rf"|(?P<symbol>\\(?P<name>{symbols})(?:\{{\}}|(?![A-Za-z])(?P<gap>[ \t]*)))"
        r"|\\(?P<escape>[&%_#{}])"
        r"|\\\$(?P<dollar>(?=\d))"
        r"|(?P<space>\\\\(?:\[[\d.]*[a-z]{2}\])?\s*|\\[ ,;:/](?=\s|\w|$))"
        r"|(?P<unknown>\\[A-Za-z]+\*?(?:\{)?)"
        r"|(?P<open>\{)"
        r"|(?P<close>\})"
        r"|(?P<tie>(?<=[\w.,)\]])(?:(?<!\d)~(?=[\w($\\])|(?<=\d)~(?=[^\W\d_]))(?!\S*://))"
        r"|(?P<dash>(?<![-\s(!<|+])---?(?![->|])|(?<=[^-]\s)---?(?=\s))"
        r"|(?P<quote>``|''|`)"
    )
    return _Tables(table["accents"], table["symbols"], token)


class _Pass:
    """Read a text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tables = _tables()
        self._out: list[str] = []
        self._open: list[_Open] = []
        self._quote: int | None = None
        self._quote_start = 0

    def run(self) -> str:
        done = 0
        for found in self._tables.token.finditer(self._text):
            self._out.append(self._text[done : found.start()])
            done = found.end()
            _HANDLERS.get(found.lastgroup or "", _Pass._verbatim)(self, found)
        self._out.append(self._text[done:])
        return unicodedata.normalize("NFC", "".join(self._out))

    def _verbatim(self, found: re.Match[str]) -> None:
        self._out.append(found.group())

    def _url(self, found: re.Match[str]) -> None:
        self._out.append(_URL_ESCAPE.sub(r"\1", found.group()))

    def _bare_url(self, found: re.Match[str]) -> None:
        self._out.append(_URL_ESCAPE.sub(r"\1", found["bareurl"]))

    def _formula(self, found: re.Match[str]) -> None:
        body = (found["inline"] or found["display"]).strip()
        self._out.append(f"${body}$" if body else found.group())

    def _accent(self, found: re.Match[str]) -> None:
        base = (found["braced"] or found["bare"]).removeprefix("\\")
        self._out.append(base + self._tables.accents[found["sign"] or found["letter"]])

    def _symbol(self, found: re.Match[str]) -> None:
        sign = self._tables.symbols[found["name"]]
        # TeX eats the blank behind any command; a page's reader wants it back but in mid-word.
        swallow = len(sign) == 1 and sign.isalpha()
        self._out.append(sign + ("" if swallow else found["gap"] or ""))

    def _escape(self, found: re.Match[str]) -> None:
        self._out.append(found["escape"])

    def _dollar(self, _: re.Match[str]) -> None:
        self._out.append("$")

    def _space(self, _: re.Match[str]) -> None:
        self._out.append(" ")

    def _dashes(self, found: re.Match[str]) -> None:
        self._out.append("–" if len(found.group()) == 2 else "—")

    def _opener(self, found: re.Match[str]) -> None:
        """Open a group whose braces go; its sign comes back where it is never closed."""
        self._open.append(_Open(len(self._out), "", is_plain=False))
        self._out.append(found.group())

    def _footnote(self, found: re.Match[str]) -> None:
        self._open.append(_Open(len(self._out), ")", is_plain=False))
        self._out.append(found.group())

    def _href(self, found: re.Match[str]) -> None:
        target = _URL_ESCAPE.sub(r"\1", found["target"])
        self._open.append(_Open(len(self._out), f" ({target})", is_plain=False))
        self._out.append(found.group())

    def _unknown(self, found: re.Match[str]) -> None:
        self._out.append(found.group())
        if found.group().endswith("{"):
            self._open.append(_Open(-1, "}", is_plain=False))

    def _plain(self, found: re.Match[str]) -> None:
        self._open.append(_Open(len(self._out), "}", is_plain=True))
        self._out.append(found.group())

    def _close(self, found: re.Match[str]) -> None:
        if not self._open:
            self._verbatim(found)
            return
        opened = self._open.pop()
        closer = opened.closer
        if opened.is_plain:
            content = "".join(self._out[opened.place + 1 :]) if self._is_short(opened) else ""
            if not self._stands_in_word(opened.place, content, found.end()):
                self._out.append(closer)
                return
            closer = ""
        elif (
            closer.startswith(" (")
            and closer[2:-1] in self._out[opened.place + 1 : opened.place + _MOST_PIECES_IN_WORD]
        ):
            closer = ""
        if opened.place >= 0:
            self._out[opened.place] = " (" if closer == ")" else ""
        self._out.append(closer)

    def _is_short(self, opened: _Open) -> bool:
        return len(self._out) - opened.place <= _MOST_PIECES_IN_WORD

    def _stands_in_word(self, place: int, content: str, end: int) -> bool:
        """Tell ``{C}onvex`` and ``Auto{ML}`` from a set, ``{1, 2}``."""
        if not content.isalnum():
            return False
        before = self._out[place - 1][-1:] if place else ""
        return before.isalpha() or self._text[end : end + 1].isalpha()

    def _quotes(self, found: re.Match[str]) -> None:
        mark = found.group()
        if mark == "`":
            self._verbatim(found)
            return
        following = self._text[found.end() : found.end() + 1]
        preceding = self._text[found.start() - 1 : found.start()]
        if self._quote is not None and found.start() - self._quote_start > _LONGEST_QUOTE:
            self._quote = None
        if mark == "``" or (
            not preceding.isalnum() and following.isalnum() and self._quote is None
        ):
            self._quote, self._quote_start = len(self._out), found.start()
            self._out.append(mark)
        elif self._quote is not None and not preceding.isspace():
            self._out[self._quote] = "“"
            self._out.append("”")
            self._quote = None
        else:
            self._verbatim(found)


_MOST_PIECES_IN_WORD = 8
_HANDLERS = {
    "url": _Pass._url,
    "bareurl": _Pass._bare_url,
    "inline": _Pass._formula,
    "display": _Pass._formula,
    "accent": _Pass._accent,
    "symbol": _Pass._symbol,
    "escape": _Pass._escape,
    "dollar": _Pass._dollar,
    "space": _Pass._space,
    "switch": _Pass._opener,
    "group": _Pass._opener,
    "command": _Pass._opener,
    "footnote": _Pass._footnote,
    "href": _Pass._href,
    "unknown": _Pass._unknown,
    "open": _Pass._plain,
    "close": _Pass._close,
    "tie": _Pass._space,
    "dash": _Pass._dashes,
    "quote": _Pass._quotes,
}
