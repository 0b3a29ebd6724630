r"""Markdown inside a block: text, links, line breaks, each with the place where it stands.

What people write in lists is Markdown and HTML at once, and often neither quite: brackets left
open, a blank before the address, two links in one pair of brackets. So this reads token by token,
forgives, and keeps offsets into the source, which parsers that follow the standard do not give for
what is inside a line. One pass; an open bracket that is never closed is text.

Source: CommonMark 0.31.2, 6 (inlines); GitHub Flavored Markdown, 6.9 (bare addresses).
"""

import html
import re
from enum import Enum
from typing import NamedTuple

from refman.links import find_links

__all__ = ["Piece", "PieceKind", "read_inline"]


class PieceKind(Enum):
    """Name what a piece of a block is."""

    TEXT = "text"
    LINK = "link"
    IMAGE = "image"
    BREAK = "break"  # a new line on the page: <br>, two blanks or a backslash at the line's end
    WRAP = "wrap"  # a new line in the source alone


class Piece(NamedTuple):
    """Hold a piece of a block.

    Attributes:
        kind: what it is.
        start: its first character in the source.
        end: behind its last one.
        text: what the reader of the page sees; a link's label, an image's replacement.
        bold: whether it stands out.
        italic: whether it leans.
        url_start: where a link's address stands; equal to url_end where there is none.
        url_end: behind it.
        badge: the label is an image.
    """

    kind: PieceKind
    start: int
    end: int
    text: str = ""
    bold: bool = False
    italic: bool = False
    url_start: int = 0
    url_end: int = 0
    badge: bool = False


_LONGEST_URL = 2000
_TAGS = (
    "a|abbr|b|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|ins|kbd|li|nobr|ol|p"
    "|picture|pre|s|samp|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul"
)
_QUOTES = r"(?:[ \t]{0,40}>){0,8}"
_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<maths>\$[^\s$][^$\n]{0,200}\$)"
    r"|(?P<image>!\[)"
    r"|(?P<open>\[)"
    r"|(?P<close>\])"
    r"|(?P<comment><!--)"
    rf"|(?P<auto><https?://[^<>\s]{{1,{_LONGEST_URL}}}>)"
    rf"|(?P<tag></?(?P<name>{_TAGS})(?:\s[^<>]{{0,{_LONGEST_URL}}})?/?>)"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~|`+)"
    r"|(?P<url>https?://|(?<![\w/.])www\.)"
    rf"|(?P<hard>(?:[ \t]{{2,}}|\\)\r?\n{_QUOTES})"
    rf"|(?P<wrap>\r?\n{_QUOTES})"
    r"|(?P<emoji>(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:)",
    re.IGNORECASE,
)
_TARGET = re.compile(
    rf"[ ]?\(\s*+<?(?P<url>(?:[^\s()<>]|\([^\s()]{{0,300}}\)){{0,{_LONGEST_URL}}}+)>?"
    r"(?:\s++(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?\s*+\)"
)
_HREF = re.compile(r"\bhref\s?=\s?[\"']?\s?([^\"'\s>]*)", re.IGNORECASE)
_ALT = re.compile(r"\balt\s?=\s?(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_BREAKING = frozenset(
    [
        "br",
        "p",
        "div",
        "li",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "details",
        "summary",
        "table",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "dd",
        "dt",
        "center",
    ]
)
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em"})
_NON_SPACE = re.compile(r"\S{1,2000}")


class _Open(NamedTuple):
    """Remember where a label began: its token's place, its number among the pieces, its kind."""

    start: int
    place: int
    kind: str
    url_start: int = 0
    url_end: int = 0


class _Lexer:
    """Read one block; the state is which styles are on and which labels are open."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.end = text, end
        self.place = start
        self.pieces: list[Piece] = []
        self.opened: list[_Open] = []
        self.bold = self.italic = False

    def read(self) -> list[Piece]:
        """Return the block's pieces in their order."""
        while self.place < self.end:
            found = _TOKEN.search(self.text, self.place, self.end)
            if found is None:
                self._add_text(self.place, self.end)
                break
            if found.start() > self.place:
                self._add_text(self.place, found.start())
            self.place = found.end()
            self._take(found)
        return self.pieces

    def _take(self, found: re.Match[str]) -> None:
        match found.lastgroup:
            case "escape":
                self._add_text(found.start() + 1, found.end(), start=found.start())
            case "maths":
                self._add_text(*found.span())
            case "image" | "open":
                self.opened.append(_Open(found.start(), len(self.pieces), found.lastgroup))
                self._add_text(*found.span())
            case "close":
                self._close_bracket(found)
            case "comment":
                shut = self.text.find("-->", found.end(), self.end)
                self.place = self.end if shut < 0 else shut + 3
            case "auto":
                self._add_link(found.start(), found.end(), found.start() + 1, found.end() - 1)
            case "mark":
                self._take_mark(found)
            case "url":
                self._take_address(found)
            case "hard":
                self.pieces.append(Piece(PieceKind.BREAK, *found.span()))
            case "wrap":
                self.pieces.append(Piece(PieceKind.WRAP, *found.span()))
            case "emoji":
                self._add(" ", *found.span())
            case _:
                self._take_tag(found)

    def _add_text(self, text_start: int, end: int, *, start: int | None = None) -> None:
        self._add(self.text[text_start:end], text_start if start is None else start, end)

    def _add(self, shown: str, start: int, end: int) -> None:
        self.pieces.append(
            Piece(PieceKind.TEXT, start, end, html.unescape(shown), self.bold, self.italic)
        )

    def _add_link(self, start: int, end: int, url_start: int, url_end: int) -> None:
        self.pieces.append(
            Piece(PieceKind.LINK, start, end, "", self.bold, self.italic, url_start, url_end)
        )

    def _close_bracket(self, found: re.Match[str]) -> None:
        """End a label: a link or image where an address follows, else text."""
        if not self.opened or self.opened[-1].kind == "a":
            self._add_text(*found.span())
            return
        opened = self.opened.pop()
        target = _TARGET.match(self.text, found.end(), self.end)
        if target is None or (target[0][0] == " " and "//" not in target["url"]):
            self._add_text(*found.span())
            return
        self.place = target.end()
        if opened.kind == "image":
            alt = "".join(piece.text for piece in self.pieces[opened.place + 1 :])
            del self.pieces[opened.place :]
            self.pieces.append(
                Piece(PieceKind.IMAGE, opened.start, target.end(), alt, self.bold, self.italic)
            )
        else:
            self._fold(opened._replace(place=opened.place + 1), target.end(), *target.span("url"))

    def _fold(self, opened: _Open, end: int, url_start: int, url_end: int) -> None:
        """Make one link of the pieces of its label; links inside it stay links of their own."""
        label = self.pieces[opened.place :]
        del self.pieces[opened.place - (opened.kind == "open") :]
        texts = [piece for piece in label if piece.kind is PieceKind.TEXT]
        images = [piece for piece in label if piece.kind is PieceKind.IMAGE]
        shown = "".join(
            piece.text if piece.kind is PieceKind.TEXT else " "
            for piece in label
            if piece.kind is not PieceKind.IMAGE
        ).strip()
        self.pieces += [
            piece
            for piece in label
            if piece.kind is PieceKind.LINK and piece.start != piece.url_start  # no bare address
        ]
        self.pieces.append(
            Piece(
                PieceKind.LINK,
                opened.start,
                end,
                " ".join((shown or " ".join(piece.text for piece in images)).split()),
                self.bold or any(piece.bold for piece in texts),
                self.italic or any(piece.italic for piece in texts),
                url_start,
                url_end,
                badge=bool(images) and not shown,
            )
        )

    def _take_mark(self, found: re.Match[str]) -> None:
        """Turn a style on or off where the mark can do so; else the mark is text.

        A mark opens only before what is no blank, and closes only behind it; an underscore does
        neither inside a word. Source: CommonMark 0.31.2, 6.2.
        """
        mark = found[0]
        if mark[0] in "`~":
            return
        before = self.text[found.start() - 1 : found.start()] or " "
        behind = self.text[found.end() : found.end() + 1] if found.end() < self.end else " "
        inside_word = mark[0] == "_" and before.isalnum() and behind.isalnum()
        is_on = (self.italic, self.bold, self.bold)[len(mark) - 1]
        if (
            inside_word
            or (behind.isspace() and not is_on)
            or (before.isspace() and behind.isspace())
        ):
            self._add_text(*found.span())
            return
        if len(mark) != 1:
            self.bold = not self.bold
        if len(mark) != 2:  # noqa: PLR2004 - two marks are bold alone
            self.italic = not self.italic

    def _take_address(self, found: re.Match[str]) -> None:
        run = _NON_SPACE.match(self.text, found.start(), self.end)
        assert run is not None
        stretch = run[0].partition("](")[0]
        links = find_links(stretch)
        if not links or links[0].span.start != 0:
            self._add_text(*found.span())
            return
        self.place = found.start() + links[0].span.end
        self._add_link(found.start(), self.place, found.start(), self.place)

    def _take_tag(self, found: re.Match[str]) -> None:
        tag, name = found[0], found["name"].lower()
        closes = tag[1] == "/"
        if name == "a" and not closes:
            href = _HREF.search(tag)
            at = (found.start() + href.start(1), found.start() + href.end(1)) if href else (0, 0)
            self.opened.append(_Open(found.start(), len(self.pieces), "a", *at))
        elif name == "a":
            self._close_anchor(found.end())
        elif name == "img":
            alt = _ALT.search(tag)
            shown = (alt[1] or alt[2] or "") if alt else ""
            self.pieces.append(Piece(PieceKind.IMAGE, *found.span(), html.unescape(shown)))
        elif name in _BOLD:
            self.bold = not closes
        elif name in _ITALIC:
            self.italic = not closes
        elif name in _BREAKING:
            self.pieces.append(Piece(PieceKind.BREAK, *found.span()))

    def _close_anchor(self, end: int) -> None:
        """End an <a>; brackets left open inside it are text."""
        while self.opened:
            opened = self.opened.pop()
            if opened.kind == "a":
                self._fold(opened, end, opened.url_start, opened.url_end)
                return


def read_inline(text: str, start: int, end: int) -> list[Piece]:
    """Return the pieces of a block, in their order.

    Args:
        text: the source.
        start: where the block's content begins, behind its bullet or "#".
        end: behind its last character.
    """
    return _Lexer(text, start, end).read()
