"""OpenReview, by its interface: https://docs.openreview.net/reference/api-v2.

Notes of the older interface (before 2023) hold their fields bare, those of the newer one in
``{"value": …}``; an id is asked for at the newer, then at the older one. What a note's venue says
("Submitted to …") tells whether it was accepted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec

from refman.formats.crosswalk import rows
from refman.lookup.addresses import listed_links, named_links, united
from refman.lookup.answers import (
    NOTHING,
    Unreadable,
    ask,
    ask_singly,
    decode,
    decode_each,
    refusal_ends_asking,
)
from refman.lookup.asking import by_key, title_asked
from refman.lookup.dates import date_of_moment, date_of_year
from refman.lookup.people import people
from refman.lookup.relations import noted
from refman.lookup.source import Candidate, Source
from refman.lookup.texts import abstract_of, line_of, title_of
from refman.model import Date, Entry, Identifiers, ItemType, Keyword, Link, LinkKind, OpenReviewId
from refman.web import Expects, Request

if TYPE_CHECKING:
    from refman.settings import SourceSettings
    from refman.web import Web

__all__ = ["Note", "make", "read_notes"]

_NAME = "openreview"
_HOST = "https://openreview.net"
_NEWER, _OLDER = "://api2.", "://api."
_MOST_FOUND = "5"
_ID = re.compile(r"[\w-]{6,40}", re.ASCII)
_CLOSED = {**NOTHING, HTTPStatus.FORBIDDEN: b"ForbiddenError"}
"""What is said of a note that is not for everyone; other refusals are of the whole service."""

_BIBTEX = re.compile(r"@(?P<type>[a-z]{3,20})\s*\{", re.IGNORECASE)
_FIELD = re.compile(
    r"(?P<name>booktitle|journal|year)\s*=\s*\{+(?P<value>[^{}\n]{1,300})", re.IGNORECASE
)
_DECISION = re.compile(
    r"\s*\(?\b(?:poster|oral|spotlight|notable[- ]top[- ]\d+%|(?:long|short) paper|main|findings)\b"
    r"(?:\s+presentation)?\)?\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"^submitted to\b|\bsubmission\b|^corr\b|\bunder review\b", re.IGNORECASE)
_GONE = re.compile(r"\b(?:withdrawn|desk[ _]reject(?:ed)?)", re.IGNORECASE)
_CORR = "dblp.org/journals/corr"
_LINKS = {"code": LinkKind.CODE, "github": LinkKind.CODE, "software": LinkKind.CODE,
          "project_page": LinkKind.PROJECT, "website": LinkKind.PROJECT, "html": LinkKind.OTHER,
          "dataset": LinkKind.DATASET, "video": LinkKind.VIDEO, "demo": LinkKind.DEMO}  # fmt: skip
"""The fields that may hold an address, and what their names say that it is."""
_FILE = re.compile(r"^/(?:pdf|attachment)")


class Person(msgspec.Struct, frozen=True):
    """Hold an author as an object."""

    fullname: str | None = None
    name: str | None = None


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a note; its fields are read one by one, since every venue has its own.

    Attributes:
        cdate: in milliseconds, as all dates: made; odate: shown; pdate: accepted; ddate: deleted.
    """

    id: str
    forum: str | None = None
    content: dict[str, msgspec.Raw] | None = None
    cdate: int | float | None = None
    odate: int | float | None = None
    pdate: int | float | None = None
    ddate: int | float | None = None


class _Text(msgspec.Struct, frozen=True):
    value: str | None = None


class _Texts(msgspec.Struct, frozen=True):
    value: list[str | Person | None] | str | None = None


class _Notes(msgspec.Struct, frozen=True):
    notes: list[msgspec.Raw]
    is_down: bool = msgspec.field(default=False, name="searchUnavailable")


class _OpenReview:
    """Ask OpenReview."""

    name = _NAME
    label = "OpenReview"

    def __init__(self, settings: "SourceSettings") -> None:
        self._url = f"{settings.base_url.rstrip('/')}/notes"
        self._older = self._url.replace(_NEWER, _OLDER)
        self._headers = (("Authorization", f"Bearer {settings.key}"),) if settings.key else ()

    def by_identifiers(
        self, entries: Sequence[Entry], web: "Web"
    ) -> Iterator[tuple[int, Candidate]]:
        """Yield the notes of entries that have a forum's id, one or two requests an id."""
        places = by_key(entries, lambda entry: entry.identifiers.openreview)
        return ask_singly(places, lambda forum: self._one(forum, web), source=_NAME)

    def by_title(self, entry: Entry, web: "Web") -> list[Candidate]:
        """Return the first papers of a search, as the newer interface has it."""
        title = title_asked(entry.title)
        if title is None:
            return []
        params = (
            ("term", title), ("type", "terms"), ("content", "title"), ("source", "forum"),
            ("limit", _MOST_FOUND),
        )  # fmt: skip
        with refusal_ends_asking(_NAME):
            return self._ask(f"{self._url}/search", params, web)

    def _one(self, forum: str, web: "Web") -> Iterator[Candidate]:
        for url in dict.fromkeys((self._url, self._older)):
            found = self._ask(url, (("id", forum),), web)
            if found:
                yield from found
                return

    def _ask(self, url: str, params: tuple[tuple[str, str], ...], web: "Web") -> list[Candidate]:
        request = Request(url=url, params=params, headers=self._headers, expects=Expects.JSON)
        asked = ask(web, request, source=_NAME, read=read_notes, nothing=_CLOSED)
        return [_candidate(note, asked.at) for note in asked.value] if asked else []


def make(settings: "SourceSettings") -> Source:
    """Return the source with its settings."""
    return _OpenReview(settings)


def read_notes(body: bytes) -> list[Note]:
    """Return the papers among the notes of an answer: no replies, none that was deleted.

    Raises:
        Unreadable: it holds no notes, or says that the search is down.
    """
    answer = decode(body, _Notes)
    if answer.is_down and not answer.notes:
        raise Unreadable("the search is not available")
    notes = decode_each(answer.notes, Note, source=_NAME)
    return [
        note for note in notes
        if note is not None and not note.ddate and note.forum in {None, note.id}
        and _ID.fullmatch(note.id)
    ]  # fmt: skip


def _candidate(note: Note, at: datetime) -> Candidate:
    fields = _Fields(note.content or {})
    kind, container, year = _published(fields)
    page = f"{_HOST}/forum?id={note.id}"
    abstract = abstract_of(fields.text("abstract"))
    venue = line_of(fields.text("venue"))
    event = _DECISION.sub("", venue) if venue else None
    entry = Entry(
        type=kind,
        title=title_of(fields.text("title")),
        author=people(fields.texts("authors")),
        issued=_issued(note, year),
        abstract=abstract,
        container_title=None if kind is ItemType.ARTICLE else container or event,
        event_title=event if kind is ItemType.PAPER_CONFERENCE else None,
        license=line_of(fields.text("license")),
        url=page,
        identifiers=Identifiers(openreview=OpenReviewId(note.id)),
        links=united(_files(note, fields), _field_links(fields), named_links(abstract)),
        keywords=tuple(
            Keyword(word, automatic=True)
            for word in dict.fromkeys(filter(None, map(line_of, fields.texts("keywords"))))
        ),
        extra=noted(
            comment=venue if venue not in {event, container} else None,
            retracted="withdrawn" if _GONE.search(f"{venue} {fields.text('venueid')}") else None,
        ),
    )
    return Candidate(source=_NAME, entry=entry, record_url=page, at=at)


class _Fields:
    """Read a note's fields, bare or in ``{"value": …}``; one that is another thing is not there."""

    def __init__(self, content: Mapping[str, msgspec.Raw]) -> None:
        self._content = content

    def text(self, name: str) -> str | None:
        """Return a field that is a text."""
        try:
            found = msgspec.json.decode(self._content.get(name, b"null"), type=_Text | str | None)
        except (msgspec.MsgspecError, RecursionError, ValueError):
            return None
        return found.value if isinstance(found, _Text) else found

    def texts(self, name: str) -> list[str | None]:
        """Return a field that is a list of texts, or of people."""
        raw = self._content.get(name, b"null")
        kinds = _Texts | list[str | Person | None] | str | None
        try:
            found = msgspec.json.decode(raw, type=kinds)
        except (msgspec.MsgspecError, RecursionError, ValueError):
            return []
        listed = found.value if isinstance(found, _Texts) else found
        if isinstance(listed, str):
            listed = list(listed.split(","))
        return [
            (each.fullname or each.name) if isinstance(each, Person) else each
            for each in listed or ()
        ]


def _published(fields: _Fields) -> tuple[ItemType, str | None, int | None]:
    """Return the type, where it was published, and the year."""
    venue, number = fields.text("venue") or "", fields.text("venueid") or ""
    bibtex = (fields.text("_bibtex") or "")[:20_000]
    found = {each["name"].lower(): each["value"] for each in _FIELD.finditer(bibtex)}
    year = date_of_year(found.get("year", "").strip())
    container = line_of(found.get("booktitle") or found.get("journal"))
    said = _BIBTEX.search(bibtex)
    row = rows("read_openreview_types").get(said["type"].lower() if said else "")
    kind = ItemType(row["type"]) if row is not None else ItemType.PAPER_CONFERENCE
    is_open = _OPEN.search(venue.replace("_", " ")) or _OPEN.search(number.replace("_", " "))
    if is_open or not (venue or container) or number.lower().startswith(_CORR):
        kind = ItemType.ARTICLE
    return kind, container, year.year if year else None


def _issued(note: Note, year: int | None) -> Date | None:
    """Return the day that the paper was accepted or shown, if it is of the year of its record."""
    days = map(date_of_moment, (note.pdate, note.odate, note.cdate))
    found = (day for day in days if day is not None and (year is None or day.year == year))
    return next(found, Date(year) if year is not None else None)


def _files(note: Note, fields: _Fields) -> tuple[Link, ...]:
    """Return the links to what lies at OpenReview itself: its fields have paths."""
    links: tuple[Link, ...] = ()
    if _FILE.match(pdf := fields.text("pdf") or ""):
        links = listed_links(f"{_HOST}/pdf?id={note.id}", LinkKind.PAPER)
    elif pdf:
        links = listed_links(pdf, LinkKind.PAPER)
    if _FILE.match(fields.text("supplementary_material") or ""):
        address = f"{_HOST}/attachment?id={note.id}&name=supplementary_material"
        links = (*links, *_supplement(address))
    return links


def _supplement(address: str) -> Iterator[Link]:
    for link in listed_links(address, LinkKind.OTHER):
        yield msgspec.structs.replace(link, kind=LinkKind.OTHER, roles=(LinkKind.OTHER,))


def _field_links(fields: _Fields) -> Iterator[Link]:
    for name, kind in _LINKS.items():
        yield from listed_links(fields.text(name), kind)
