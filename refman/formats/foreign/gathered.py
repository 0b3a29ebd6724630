"""An entry in the making: what a record says, put in its place piece by piece."""

import re
from collections.abc import Callable, Iterable

import msgspec

from refman.formats.addresses import address
from refman.formats.foreign.dates import read_date, tells_all
from refman.formats.foreign.places import Places
from refman.model import (
    Attachment,
    Citekey,
    Entry,
    Identifiers,
    ItemType,
    Keyword,
    Link,
    Name,
    Pmid,
    Problem,
    Record,
    Span,
)
from refman.normalise import clean_text, fold_blanks, normalise_title, parse_arxiv, parse_doi
from refman.normalise.identifiers import parse_isbn

__all__ = ["IDENTIFIERS", "ISSN", "MEDIA_TYPES", "Gathered", "clean_line", "clean_lines"]

ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]", re.ASCII)
MEDIA_TYPES = {"pdf": "application/pdf", "html": "text/html", "htm": "text/html"}
"""Ending of a file's name -> its media type."""

_AROUND_DOI = re.compile(r"(?:doi\s?[:=]?\s?)?(?:https?://)?(?:dx\.)?(?:doi\.org/)?", re.IGNORECASE)
_BETWEEN_ISBNS = re.compile(r"[\s,;()]+")
_PMID = re.compile(r"(?:PMID:?\s?)?([1-9]\d{0,8})", re.IGNORECASE | re.ASCII)
_TOKEN = re.compile(r"[^\s<>\"]{1,200}")
_OF_ARXIV = re.compile(
    r"10\.48550/arxiv\.|arxiv:|https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/", re.IGNORECASE
)


def clean_line(text: str) -> str:
    """Return a text in its normal form, on one line."""
    return fold_blanks(clean_text(text))


def clean_lines(text: str) -> str:
    """Return a text in its normal form, its lines kept, empty ones left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(filter(None, map(clean_line, lines)))


class Gathered:
    """Gather what one record says.

    A field takes the first value that it gets; what comes later and says something else, and what
    has no field, goes to ``extra`` word for word under the name that it has in the file.

    Attributes:
        places: finds values in the file's text.
        span: the record's.
    """

    def __init__(self, text: str, span: Span) -> None:
        self.places = Places(text, span)
        self.span = span
        self.links: list[Link] = []
        self.attachments: list[Attachment] = []
        self._fields: dict[str, object] = {}
        self._identifiers: dict[str, object] = {}
        self._extra: dict[str, list[str]] = {}
        self._keywords: dict[Keyword, None] = {}
        self._notes: list[str] = []
        self._problems: list[Problem] = []

    def put(self, field: str, value: object) -> bool:
        """Set a field; return False where it has another value already."""
        return self._fields.setdefault(field, value) == value

    def override(self, field: str, value: object) -> bool:
        """Set a field, whatever it has; always True."""
        self._fields[field] = value
        return True

    def get(self, field: str) -> object:
        """Return a field's value; None where it has none yet."""
        return self._fields.get(field)

    def drop(self, field: str, value: str) -> None:
        """Unset a field that has this value, for a fuller one to come."""
        if self._fields.get(field) == clean_line(value):
            del self._fields[field]

    def keep(self, name: str, text: str) -> None:
        """Keep a value that has no field, word for word; several of one name stand in lines."""
        if text.strip():
            self._extra.setdefault(name, []).append(text)

    def line(self, field: str, text: str, name: str) -> None:
        """Set a field of one line.

        Args:
            field: the entry's.
            text: as written; blank for nothing.
            name: what the value is called in the file, should it have to be kept there.
        """
        value = normalise_title(text) if field == "title" else clean_line(text)
        if value and not self.put(field, value):
            self.keep(name, text)

    def url(self, field: str, text: str, name: str) -> None:
        """Set an address, as it is written but for blanks; see line."""
        value = address(text)
        if value and not self.put(field, value):
            self.keep(name, text)

    def prose(self, field: str, text: str, name: str) -> None:
        """Set a field of paragraphs; see line."""
        value = clean_text(text)
        if value and not self.put(field, value):
            self.keep(name, text)

    def date(self, field: str, text: str, name: str) -> None:
        """Set a date; a text that says more than a date can is kept too."""
        if not self.dated(field, text):
            self.keep(name, text)

    def dated(self, field: str, text: str) -> bool:
        """Set a date; return False where the text says something else, or more."""
        found = read_date(text)
        return found is not None and self.put(field, found) and tells_all(text, found)

    def people(self, field: str, names: Iterable[Name]) -> None:
        """Add names to a field."""
        known = self._fields.get(field, ())
        assert isinstance(known, tuple)
        if added := tuple(names):
            self._fields[field] = known + added

    def key(self, text: str, name: str) -> None:
        """Set the citekey."""
        value = fold_blanks(text)
        if value and not self.put("citekey", Citekey(value)):
            self.keep(name, text)

    def note(self, text: str) -> None:
        """Add lines to the field ``note``."""
        if lines := clean_lines(text):
            before = self._fields.get("note")
            self._fields["note"] = f"{before}\n{lines}" if before else lines

    def notes(self, text: str) -> None:
        """Add a note of its own."""
        if value := clean_text(text):
            self._notes.append(value)

    def keyword(self, text: str, *, automatic: bool = False) -> None:
        """Add a keyword, each once."""
        if value := clean_line(text):
            self._keywords.setdefault(Keyword(value, automatic))

    def keywords(self, texts: Iterable[str]) -> None:
        """Set the keywords anew, from where they stand apart."""
        self._keywords.clear()
        for text in texts:
            self.keyword(text)

    def identify(self, kind: str, text: str, name: str) -> None:
        """Set an identifier in its canonical form; what is none, or says more, is kept."""
        value, is_all = IDENTIFIERS[kind](text.strip())
        if value is None or self._identifiers.setdefault(kind, value) != value or not is_all:
            self.keep(name, text)

    def identified(self, kind: str) -> object:
        """Return an identifier; None where it is not known."""
        return self._identifiers.get(kind)

    def problem(self, why: str, span: Span | None = None) -> None:
        """Note what could not be read as it stands."""
        self._problems.append(Problem(span or self.span, why))

    def record(self) -> Record:
        """Return what was gathered."""
        self._complete()
        entry = msgspec.structs.replace(
            Entry(type=ItemType.DOCUMENT),
            **self._fields,
            identifiers=msgspec.structs.replace(Identifiers(), **self._identifiers),
            links=tuple(self.links),
            attachments=tuple(self.attachments),
            keywords=tuple(self._keywords),
            notes=tuple(self._notes),
            extra={name: "\n".join(texts) for name, texts in self._extra.items()},
        )
        return Record(entry=entry, span=self.span, problems=tuple(self._problems))

    def _complete(self) -> None:
        """Add the arXiv number that a preprint's DOI, number or page tells."""
        if "arxiv" in self._identifiers:
            return
        told = [str(self._identifiers.get("doi", ""))]
        if self._fields.get("type") is ItemType.ARTICLE:
            told += [str(self._fields.get(field, "")) for field in ("number", "url")]
        for text in told:
            if _OF_ARXIV.match(text) and (found := parse_arxiv(text)) is not None:
                self._identifiers["arxiv"] = found
                return


_Found = tuple[object | None, bool]
"""An identifier, and whether it is all that its text says."""


def _doi(text: str) -> _Found:
    found = parse_doi(text)
    return found, found is not None and bool(_AROUND_DOI.fullmatch(text.replace(found, "")))


def _isbn(text: str) -> _Found:
    if (whole := parse_isbn(text) or parse_isbn(f"ISBN {text}")) is not None:
        return whole, True
    found = (parse_isbn(f"ISBN {part}") for part in _BETWEEN_ISBNS.split(text))
    return next((isbn for isbn in found if isbn is not None), None), False


def _pmid(text: str) -> _Found:
    found = _PMID.fullmatch(text)
    return (Pmid(found[1]) if found else None), True


def _arxiv(text: str) -> _Found:
    found = parse_arxiv(text) or parse_arxiv(f"arXiv:{text}")
    return found, len(text.split()) <= 2  # noqa: PLR2004 - the number, and its class


def _token(text: str) -> _Found:
    return (text if _TOKEN.fullmatch(text) else None), True


IDENTIFIERS: dict[str, Callable[[str], _Found]] = {
    "doi": _doi,
    "isbn": _isbn,
    "pmid": _pmid,
    "arxiv": _arxiv,
    "openreview": _token,
    "dblp": _token,
    "semantic_scholar": _token,
    "openalex": _token,
}
"""Kind of identifier -> what reads it."""
