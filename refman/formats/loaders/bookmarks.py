"""Bookmarks as browsers and services for them export them, in the form that Netscape began.

Source: https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer,
"Netscape Bookmark File Format"; what Firefox, Chrome, Safari, Pinboard and Delicious write.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from typing import NamedTuple

from refman.formats.addresses import address, is_web
from refman.formats.foreign.gathered import Gathered, clean_line
from refman.formats.html_text import note_text, without_markup
from refman.formats.loader import Loader
from refman.model import Date, ItemType, LeftOver, Record, Span
from refman.normalise import parse_arxiv

__all__ = ["BOOKMARKS"]

_DOCTYPE = re.compile(r"\s*<!DOCTYPE\s+NETSCAPE-Bookmark-file", re.IGNORECASE)
_BOOKMARK = re.compile(r"<DT>\s?<A\s[^<>]{0,4000}?\bADD_DATE\s?=", re.IGNORECASE)
_TOKEN = re.compile(
    r"<(?:!--|(?P<name>/?(?:dl|dt|dd|a|h[1-6]|hr|title|meta|link|html|head|body|!doctype))(?![\w-])"
    r"(?=(?P<attributes>(?:[^<>\"']++|\"(?:[^\"<]++|<(?!/A|DT))*\""
    r"|'(?:[^'<]++|<(?!/A|DT))*'|[\"'])*))(?P=attributes)>)",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[A-Za-z][\w:-]*+)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'"
    r"|(?P<bare>[^\s\"'>]++)))?"
)
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_TITLES = {"h1", "title"}
_USUAL_TITLES = {"bookmarks", "bookmarks menu", "favorites"}
_DIGITS = re.compile(r"[1-9]\d{5,15}", re.ASCII)
_UNITS = ((15, 1_000_000), (12, 1_000), (0, 1))
"""From how many digits on a time is counted in how many parts of a second."""

_EARLIEST, _LATEST = 1990, 2200
_COMMENT_END = "-->"
_DEEPEST = 30
"""How many folders within each other are told apart."""

_SLASH = "/"
_UNREAD = {"icon"}
"""A picture of the site, which says nothing of what is there."""

_OF_NO_FIELD = {"href", "add_date", "tags", "description", *_UNREAD}
_NO_BOOKMARK = "is no bookmark"
_NO_WEB = "is no address of the web"
_EMPTY = "is a folder without bookmarks"
_OF_FOLDER = "is said of a folder"
_TITLE = "is the file's title"


class _Piece(NamedTuple):
    """Hold a tag and where the text behind it stands, without the blanks round it."""

    start: int
    name: str
    attributes: str
    words: Span


class _Bookmark:
    """Gather a bookmark until the next begins."""

    def __init__(self, piece: _Piece, text: str) -> None:
        self.start = piece.start
        self.end = piece.words.end
        self.attributes = _attributes(piece.attributes)
        self.title = text[piece.words.start : piece.words.end]
        self.notes: list[str] = []


class _Bookmarks:
    """Read bookmarks."""

    name = "bookmarks"
    label = "Bookmarks"
    suffixes: tuple[str, ...] = (".html", ".htm")

    def score(self, head: str) -> float:
        """Return how surely it is: by its document type, or by an address with its date."""
        if _DOCTYPE.match(head):
            return 0.99
        return 0.8 if _BOOKMARK.search(head) else 0.0

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield the bookmarks, each with the folders that it is in, and what is none."""
        return _Reader(text).read()


class _Reader:
    """Read one file, tag by tag."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folders: list[str] = []
        self._too_deep = 0
        self._heading: Span | None = None
        """The last folder's name, as long as nothing has been found in it."""
        self._name = ""
        self._open: _Bookmark | None = None

    def read(self) -> Iterator[Record | LeftOver]:
        """Yield what stands in the file, in order."""
        for piece in _pieces(self._text):
            if piece.name == "a":
                yield from self._close()
                self._heading = None
                self._open = _Bookmark(piece, self._text)
            elif self._open is not None and piece.name in {"/a", "dd"}:
                self._open.notes.append(self._of(piece.words))
                self._open.end = max(piece.words.end, piece.start + len("</a>"))
            else:
                yield from self._close()
                yield from self._part(piece)
        yield from self._close()
        yield from self._forget()

    def _of(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _part(self, piece: _Piece) -> Iterator[LeftOver]:
        """Read what is about no bookmark: a folder begins or ends, or words stand alone."""
        if piece.name in _HEADINGS:
            yield from self._forget()
            self._name = clean_line(without_markup(self._of(piece.words)))
            self._heading = piece.words if self._name else None
            return
        if piece.name == "dl":
            self._enter()
        elif piece.name == "/dl":
            yield from self._forget()
            self._leave()
        words = self._of(piece.words)
        if words and not (piece.name in _TITLES and words.casefold() in _USUAL_TITLES):
            yield self._left(piece)

    def _left(self, piece: _Piece) -> LeftOver:
        """Return words that stand alone, with the name of the folder that they stand behind."""
        span, why = piece.words, _TITLE if piece.name in _TITLES else _NO_BOOKMARK
        if self._heading is not None:
            span, why = Span(self._heading.start, span.end), _OF_FOLDER
            self._heading = None
        return LeftOver(span, self._of(span), why)

    def _enter(self) -> None:
        if len(self._folders) < _DEEPEST:
            self._folders.append(self._name)
        else:
            self._too_deep += 1
        self._name = ""

    def _leave(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
        elif self._folders:
            self._folders.pop()

    def _forget(self) -> Iterator[LeftOver]:
        """Yield the name of a folder in which nothing was found."""
        if self._heading is not None:
            yield LeftOver(self._heading, self._of(self._heading), _EMPTY)
        self._heading = None

    def _close(self) -> Iterator[Record | LeftOver]:
        """Yield the bookmark that is open."""
        if (bookmark := self._open) is None:
            return
        self._open = None
        span = Span(bookmark.start, bookmark.end)
        if not is_web(address(bookmark.attributes.get("href", ""))):
            yield LeftOver(span, self._of(span), _NO_WEB)
        else:
            yield _record(bookmark, self._text, span, _SLASH.join(filter(None, self._folders)))


BOOKMARKS: Loader = _Bookmarks()


def _record(bookmark: _Bookmark, text: str, span: Span, folder: str) -> Record:
    gathered = Gathered(text, span)
    attributes = bookmark.attributes
    url = attributes["href"]
    gathered.put("type", ItemType.WEBPAGE)
    gathered.url("url", url, "href")
    gathered.line("title", without_markup(bookmark.title), "title")
    gathered.prose("abstract", note_text(attributes.get("description", "")), "description")
    gathered.notes("\n\n".join(filter(None, map(note_text, bookmark.notes))))
    for tag in attributes.get("tags", "").split(","):
        gathered.keyword(tag)
    if folder:
        gathered.put("collections", (folder,))
    if (added := attributes.get("add_date", "")) and (day := _day(added)) is not None:
        gathered.put("accessed", day)
    else:
        gathered.keep("add_date", added)
    if (arxiv := parse_arxiv(url)) is not None:
        gathered.identify("arxiv", arxiv.id, "href")
    for name, value in attributes.items():
        if name not in _OF_NO_FIELD:
            gathered.keep(name, value)
    return gathered.record()


def _day(text: str) -> Date | None:
    """Return the day, in UTC, of seconds since 1970, or of thousandths or millionths of them."""
    if not _DIGITS.fullmatch(text):
        return None
    unit = next(unit for digits, unit in _UNITS if len(text) >= digits)
    day = datetime.fromtimestamp(int(text) // unit, UTC)
    if not _EARLIEST <= day.year <= _LATEST:
        return None
    return Date(day.year, day.month, day.day)


def _attributes(text: str) -> dict[str, str]:
    """Return a tag's attributes by their names in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(text):
        value = each["double"] or each["single"] or each["bare"] or ""
        found.setdefault(each["name"].lower(), unescape(value).strip())
    return found


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the tags that matter, each with the text up to the next; the first may have no tag."""
    start, name, attributes, done = 0, "", "", 0
    place = 0
    while (found := _TOKEN.search(text, place)) is not None:
        if found["name"] is None:
            yield _Piece(start, name, attributes, _trimmed(text, done, found.start()))
            place = text.find(_COMMENT_END, found.end())
            if place < 0:
                yield _Piece(found.start(), "", "", _trimmed(text, found.start(), len(text)))
                return
            start, name, attributes = found.start(), "", ""
            place = done = place + len(_COMMENT_END)
            continue
        yield _Piece(start, name, attributes, _trimmed(text, done, found.start()))
        start, name, attributes = found.start(), found["name"].lower(), found["attributes"]
        place = done = found.end()
    yield _Piece(start, name, attributes, _trimmed(text, done, len(text)))


_BREAK = re.compile(r"(?:\s++|</?p>|<br\s?/?>)*", re.IGNORECASE)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a stretch without what only parts lines at its beginning, and blanks at its end."""
    found = _BREAK.match(text, start, end)
    assert found is not None
    if found.end() == end:
        return Span(start, start)
    while text[end - 1].isspace():
        end -= 1
    return Span(found.end(), end)
