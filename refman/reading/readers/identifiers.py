"""Lists of identifiers of any kinds: DOIs, arXiv numbers, addresses of papers, ISBNs.

They stand one a line or several, behind bullets and numbers, in a column of a table, with remarks.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from refman.model import Entry, Identifiers, LeftOver, Problem, Provenance, Record, Span
from refman.normalise import fold_blanks
from refman.reading.document import Document
from refman.reading.identifier_tokens import Token, find_tokens, key_of, why_none

__all__ = ["IDENTIFIERS", "IdentifierList"]

_HEAD = 20_000
_MARKUP = ("<", "{", "[{", "@", "\\", "%PDF")
_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LEAD = re.compile(
    r"\s*(?:(?:[-*+•·‣▪–—>]|\(?\d{1,4}[.):]|\[\d{1,4}\]|\d{1,4}\t|\[[ xX]\])\s*)*"
    r"(?:(?:id|ref|paper|link|url|article)s?\s?:\s?)?[\"'<(\[]*"
)
_BETWEEN = re.compile(r"[\s,;|\"'<>()\[\]{}·•&+/.-]*(?:(?:and|or)\s+)?")
_REMARK_MARKS = " \t,;|\"'<>()[]{}#%/:—–-.*"
_LONGEST_LINE = 1_000_000
_NEAR = 20
_LEAST_LINES, _LEAST_SIGNS = 0.6, 0.4
_MOST = 0.95
_WORDS_BEFORE = "words stand before the identifier"

_FIGURES = b"0123456789"
_A_FIGURE_IN, _AN_ADDRESS_IN = 40, 200
"""In how many characters a list of identifiers has a figure, or an address, at the least."""


class IdentifierList:
    """Read a list of identifiers; each gives an entry that has nothing else yet."""

    kind = "identifiers"
    label = "list of identifiers: DOI, arXiv, OpenReview, ISBN, PMID"
    links_in_text = False

    def score(self, document: Document) -> float:
        """Return how well this reader fits: how many lines are identifiers and little else."""
        head = document.text[:_HEAD]
        if head.lstrip().startswith(_MARKUP) or _is_prose(head):
            return 0.0
        lines = fitting = signs = named = 0
        for found in _LINE.finditer(head):
            line = found.group()
            if not (length := len(line.strip())):
                continue
            row = _Row(line)
            lines += 1
            signs += length
            if row.tokens and not row.has_words_before:
                fitting += 1
                named += sum(token.end - token.start for token in row.tokens)
        if not lines or fitting < _LEAST_LINES * lines or named < _LEAST_SIGNS * signs:
            return 0.0
        return _MOST * fitting / lines

    def read(self, document: Document) -> Iterator[Record | LeftOver]:
        """Yield a record for each identifier; lines without one, and repeats, are left over."""
        seen: dict[str, int] = {}
        for number, found in enumerate(_lines(document.text), start=1):
            text = document.text[found.start : found.end]
            if not (content := text.strip()):
                continue
            row = _Row(text)
            if not row.tokens:
                start = found.start + len(text) - len(text.lstrip())
                yield LeftOver(Span(start, start + len(content)), content, why_none(content))
                continue
            for piece in row.pieces():
                yield _piece(piece, found.start, text, number, seen, document.source)


IDENTIFIERS = IdentifierList()


class _Piece(NamedTuple):
    """Hold a stretch of a line that belongs to one identifier, with the remarks beside it."""

    start: int
    end: int
    token: Token
    remarks: tuple[str, ...]
    has_words_before: bool


class _Row:
    """Hold a line's identifiers; one that stands within a remark is part of the remark."""

    def __init__(self, line: str) -> None:
        self._line = line
        lead = _LEAD.match(line)
        self._lead = place = lead.end() if lead else 0
        tokens: list[Token] = []
        for token in find_tokens(line[:_LONGEST_LINE]):
            between = _BETWEEN.match(line, place)
            is_next = between is not None and between.end() >= token.start
            if is_next or (not token.is_bare and (not tokens or _ends_remark(line, token.start))):
                tokens.append(token)
                place = token.end
        self.tokens = tokens

    @property
    def has_words_before(self) -> bool:
        """Whether words stand before the first identifier: no bullet, number or other column."""
        return bool(self._before()) and not self._is_column()

    def _is_column(self) -> bool:
        """Tell whether separators stand on both sides of the first identifier, as in a table."""
        first = self.tokens[0]
        behind = self._line[first.end : first.end + _NEAR].lstrip(" \"'>")[:1]
        return _ends_remark(self._line, first.start) and behind in {
            "",
            ",",
            ";",
            "|",
            "\t",
            "\n",
            "\r",
        }

    def _before(self) -> str:
        first = self.tokens[0].start if self.tokens else len(self._line)
        return self._line[self._lead : first].strip(_REMARK_MARKS)

    def pieces(self) -> Iterator[_Piece]:
        """Yield the stretches of the line, which together hold all that is no white space."""
        line = self._line
        start = len(line) - len(line.lstrip())
        before = self._before()
        for place, token in enumerate(self.tokens):
            is_last = place == len(self.tokens) - 1
            stop = len(line.rstrip()) if is_last else self.tokens[place + 1].start
            end = start + len(line[start:stop].rstrip())
            behind = line[token.end : end].strip(_REMARK_MARKS)
            remarks = tuple(
                fold_blanks(remark)
                for remark in (before if not place else "", behind)
                if remark and not remark.isdecimal()  # a row's number is no remark
            )
            yield _Piece(start, end, token, remarks, self.has_words_before and not place)
            start = stop


def _ends_remark(line: str, start: int) -> bool:
    """Tell whether a separator stands right before an identifier, so that no remark goes on."""
    return line[max(0, start - _NEAR) : start].rstrip(" \"'<")[-1:] in {",", ";", "|", "\t"}


def _lines(text: str) -> Iterator[Span]:
    """Yield where lines stand, empty ones too, so that they can be counted."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


def _piece(
    piece: _Piece, offset: int, line: str, number: int, seen: dict[str, int], source: str
) -> Record | LeftOver:
    span = Span(offset + piece.start, offset + piece.end)
    key = key_of(piece.token.named)
    if key in seen:
        why = f"repeats the identifier at line {seen[key]}"
        return LeftOver(span, line[piece.start : piece.end], why)
    seen[key] = number
    return _record(piece, span, offset, source)


def _record(piece: _Piece, span: Span, offset: int, source: str) -> Record:
    token = piece.token
    named = token.named
    place = Span(offset + token.start, offset + token.end)
    score = 0.6 if piece.has_words_before else 0.8 if token.is_bare else 0.99
    found = Provenance(source=source, span=(place.start, place.end), score=score)
    fields = {"identifiers": named.identifiers != Identifiers(), "url": named.url is not None}
    given = [name for name, is_given in fields.items() if is_given]
    return Record(
        entry=Entry(
            type=named.type,
            identifiers=named.identifiers,
            url=named.url,
            notes=piece.remarks,
            provenance=dict.fromkeys(given, found),
            extra=dict(named.others),
        ),
        span=span,
        problems=(Problem(place, _WORDS_BEFORE),) if piece.has_words_before else (),
    )


def _is_prose(head: str) -> bool:
    """Tell text that has few figures and addresses, at a tenth of what looking closely costs."""
    data = head.encode(errors="replace")
    figures = len(data) - len(data.translate(None, _FIGURES))
    return figures * _A_FIGURE_IN < len(head) and head.count("://") * _AN_ADDRESS_IN < len(head)
