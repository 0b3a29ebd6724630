"""The texts in a mail or a mailbox, each character with its place in the source.

A body that is quoted-printable or base64 is decoded, and still knows where it stood: drafts that
come of it have spans in the document's own text, as all drafts have. Of base64 a character's place
is right to the group of four.

Source: RFC 5322 (messages), RFC 2045 and 2046 (MIME), RFC 4155 (mbox).
"""

import base64
import codecs
import re
from array import array
from collections.abc import Iterator
from email.message import Message
from email.parser import HeaderParser
from itertools import islice, pairwise

import msgspec

from refman.model import Span
from refman.reading.mapped import Mapped, Run, plain

__all__ = ["Body", "bodies", "is_mail"]

_HEADER_LINE = re.compile(r"(?P<name>[!-9;-~]{1,80}):[^\n]*\n")
_SEPARATOR = re.compile(r"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\n(?=[!-9;-~]{1,80}:)")
_END_OF_HEADERS = re.compile(r"\A\r?\n|\n\r?\n")
_MAIL_HEADERS = frozenset(
    (
        *("from", "to", "subject", "date", "message-id", "reply-to", "sender", "received"),
        *("mime-version", "content-type", "content-transfer-encoding"),
        *("return-path", "delivered-to", "x-received", "arc-seal", "dkim-signature"),
    )
)
_FEWEST = 2
"""So many lines of a mail's header make a mail: "Date:" alone begins many a note."""
_DEEPEST = 6
_MOST_PARTS = 1000
_LONGEST = 16 * 1024 * 1024
"""How many characters of a body are decoded; a longer one is no listing."""
_QUOTED = re.compile(r"=(?P<octet>[\dA-Fa-f]{2})|=[ \t]*+\r?\n")
_BASE64_SIGN = re.compile(r"[A-Za-z\d+/]")
_SIGNS, _OCTETS = 4, 3
"""Four signs of base64 are three octets."""
_STRETCH = re.compile(rb"[\x00-\x7f]+|[^\x00-\x7f]+")
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_ASCII_CHARSETS = ("utf-8", "ascii", "iso8859", "cp125", "koi8", "mac", "latin")
"""Charsets in which a byte below 128 is always ASCII, by the beginning of Python's name."""


class Body(msgspec.Struct, frozen=True):
    """Hold one text of a message.

    Attributes:
        content: decoded; its places count in the document's text.
        media_type: in small letters, "text/plain" where nothing is told.
    """

    content: Mapped
    media_type: str = "text/plain"


def is_mail(text: str) -> bool:
    """Tell whether a text begins as a mail or a mailbox does."""
    separator = _SEPARATOR.match(text)
    return separator is not None or _is_message(text, 0)


def bodies(text: str) -> list[Body]:
    """Return the texts in a document, in its order: of each message, and of each of its parts.

    A document that is no mail is one body, as it stands. Attachments are left out; what cannot be
    decoded stays as it is.
    """
    if not is_mail(text):
        return [Body(plain(text), "")]
    starts = [(found.start(), found.end()) for found in _SEPARATOR.finditer(text)]
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, 0))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [
        body
        for (_, start), end in zip(starts, ends, strict=True)
        for body in _bodies(text, Span(start, end), 0)
    ]


def _is_message(text: str, start: int) -> bool:
    """Tell whether a header begins here."""
    names: set[str] = set()
    place = start
    while (line := _HEADER_LINE.match(text, place)) is not None:
        names.add(line["name"].lower())
        if len(names & _MAIL_HEADERS) >= _FEWEST:
            return True
        place = line.end()
        while text[place : place + 1] in {" ", "\t"}:
            place = text.find("\n", place) + 1 or len(text)
    return False


def _bodies(text: str, part: Span, depth: int) -> Iterator[Body]:
    """Yield the texts of a message, or of a part of one: a header, an empty line, a body."""
    headers, start = _headers(text, part)
    boundary = headers.get_boundary()
    if headers.get_content_maintype() == "multipart" and boundary and depth < _DEEPEST:
        for inner in _parts(text, Span(start, part.end), boundary):
            yield from _bodies(text, inner, depth + 1)
    elif headers.get_content_type() == "message/rfc822" and depth < _DEEPEST:
        yield from _bodies(text, Span(start, part.end), depth + 1)
    elif headers.get_content_maintype() == "text":
        content = _decoded(text, Span(start, part.end), headers)
        yield Body(content, headers.get_content_type())


def _headers(text: str, part: Span) -> tuple[Message, int]:
    """Return the header of a part, and where its body begins."""
    header = text[part.start : part.end]
    end = _END_OF_HEADERS.search(header)
    stop = end.end() if end else len(header)
    return HeaderParser().parsestr(header[:stop]), part.start + stop


def _parts(text: str, body: Span, boundary: str) -> Iterator[Span]:
    """Yield where the parts of a multipart body stand. Source: RFC 2046, 5.1.1."""
    line = re.compile(rf"^--{re.escape(boundary)}(?P<last>--)?[ \t]*\r?$\n?", re.MULTILINE)
    start: int | None = None
    for found in islice(line.finditer(text, body.start, body.end), _MOST_PARTS):
        if start is not None:
            yield Span(start, found.start())
        start = found.end()
        if found["last"]:
            return
    if start is not None:
        yield Span(start, body.end)


def _decoded(text: str, body: Span, headers: Message) -> Mapped:
    """Undo a body's transfer encoding and read its charset."""
    encoding = str(headers.get("content-transfer-encoding", "")).strip().lower()
    charset = _charset(headers)
    if body.end - body.start > _LONGEST:
        return plain(text, body)
    if encoding == "quoted-printable":
        return _from_quoted_printable(text, body, charset)
    if encoding == "base64":
        return _from_base64(text, body, charset)
    return plain(text, body)


def _charset(headers: Message) -> str:
    try:
        return codecs.lookup(headers.get_content_charset() or "utf-8").name
    except (LookupError, ValueError):
        return "utf-8"


def _from_quoted_printable(text: str, body: Span, charset: str) -> Mapped:
    """Return what a quoted-printable body says. Source: RFC 2045, 6.7."""
    octets = _Octets()
    done = body.start
    for found in _QUOTED.finditer(text, body.start, body.end):
        octets.add_text(text, done, found.start())
        if found["octet"]:
            octets.add(int(found["octet"], 16), *found.span())
        done = found.end()
    octets.add_text(text, done, body.end)
    return octets.mapped(charset)


def _from_base64(text: str, body: Span, charset: str) -> Mapped:
    """Return what a base64 body says, as far as it goes. Source: RFC 2045, 6.8."""
    places = [found.start() for found in _BASE64_SIGN.finditer(text, body.start, body.end)]
    if len(places) % _SIGNS == 1:
        places.pop()
    signs = "".join(map(text.__getitem__, places))
    data = base64.b64decode(signs + "=" * (-len(signs) % _SIGNS))
    octets = _Octets()
    for number, octet in enumerate(data):
        group, rest = divmod(number, _OCTETS)
        first = group * _SIGNS + rest
        last = min(first + 1, len(places) - 1) if rest == _OCTETS - 1 else first
        octets.add(octet, places[first], places[last] + 1)
    return octets.mapped(charset)


class _Octets:
    """Gather decoded octets with their places, and read them as text."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._places: array[int] = array("Q")
        self._ends: array[int] = array("Q")

    def add(self, octet: int, place: int, end: int) -> None:
        self._data.append(octet)
        self._places.append(place)
        self._ends.append(end)

    def add_text(self, text: str, start: int, end: int) -> None:
        """Add text that was not encoded; signs beyond ASCII, which may not be there, as "?"."""
        self._data += text[start:end].encode("ascii", "replace")
        self._places.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))

    def mapped(self, charset: str) -> Mapped:
        """Return the text; where a byte below 128 need not be ASCII, it has its places by line."""
        stretches = _STRETCH if charset.startswith(_ASCII_CHARSETS) else _LINE
        texts: list[str] = []
        runs: list[Run] = []
        length = 0
        for found in stretches.finditer(self._data):
            text = _as_text(found.group(), charset)
            starts = self._run_starts(*found.span()) if text.isascii() else [found.start()]
            for start, end in pairwise([*starts, found.end()]):
                place, place_end = self._places[start], self._ends[end - 1]
                runs.append(Run(length + start - found.start(), place, place_end))
            texts.append(text)
            length += len(text)
        return Mapped("".join(texts), tuple(runs))

    def _run_starts(self, start: int, end: int) -> list[int]:
        """Return where octets begin that do not stand close behind the one before them."""
        return [start] + [
            number
            for number in range(start + 1, end)
            if not self._places[number - 1] + 1 == self._ends[number - 1] == self._places[number]
        ]


def _as_text(data: bytes, charset: str) -> str:
    """Return octets as text; also where Python knows the charset, but as none of text."""
    try:
        return data.decode(charset, "replace")
    except (LookupError, ValueError):
        return data.decode("utf-8", "replace")
