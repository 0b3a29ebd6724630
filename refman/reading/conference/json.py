"""Papers of a conference in JSON: OpenReview's notes, programmes of virtual conferences, lists.

The records are those of the first list in which objects have titles, wherever it stands. In
OpenReview's second version each field is an object with a ``value``.

Source: https://docs.openreview.net/reference/api-v1/entities/note/fields and api-v2;
https://dblp.org/faq/How+to+use+the+dblp+search+API.html.
"""

import functools
import html
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import cast

import msgspec

from refman.model import Date, Draft, Identifiers, Link, LinkKind, OpenReviewId, Span
from refman.normalise import (
    fold_blanks,
    identifiers_of_url,
    parse_arxiv,
    parse_date,
    parse_doi,
    split_names,
)
from refman.reading.evidence import Candidate, believed, reads_as_abstract, speaks_of_research
from refman.reading.json_values import Value, items, members, string, values
from refman.reading.mapped import Mapped, join
from refman.reading.markup import fold_paragraphs
from refman.reading.own_links import united
from refman.reading.page_links import absolute, labelled_link
from refman.resources import read_table

__all__ = ["TABLE", "drafts_of_json"]

TABLE = "conference_pages.toml"

_DEEPEST = 5
_OPENREVIEW = "https://openreview.net"
_LIST = re.compile(r"(?:^\s*|\"\w{1,30}\"\s*:\s*)\[")
_HOMONYM = re.compile(r"\s\d{4}$")
_ID = re.compile(r"[\w-]{6,40}")
_TAGS = re.compile(r"<[^<>]{1,200}>")
_YEAR_OF_BIBTEX = re.compile(r"\byear\s*=\s*[{\"]?(\d{4})")
_MILLISECONDS = 1000
_LATEST_S = 4_102_444_800  # 2100
_FEWEST_OF_SOFTWARE = 2
_HEAD = 400
_NAMES = ("fullname", "full_name", "name", "text", "author", "display_name")


def drafts_of_json(text: str) -> Iterator[Draft]:
    """Yield the papers of a JSON text, or of JSON lines, in order; what is none is let go."""
    for piece in believed(_candidates(text)):
        if isinstance(piece, Draft):
            yield piece


def _candidates(text: str) -> Iterator[Candidate]:
    for value in _values(text):
        for found in _records(text, value, _DEEPEST):
            record = _Record(text, found)
            if (draft := record.draft()) is not None:
                yield Candidate(draft, record.shows_paper(draft), not record.is_software())


def _values(text: str) -> Iterator[Value]:
    """Yield the values of a text; of one that breaks off, the items of its first list."""
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    is_whole = False
    for value in values(text, start):
        is_whole = True
        yield value
    if not is_whole and (found := _LIST.search(text, start)) is not None:
        yield from items(text, Span(found.end() - 1, len(text)))


def _records(text: str, value: Value, depth: int) -> Iterator[Value]:
    """Yield the objects that have titles: the value itself, or those of the lists in it."""
    if (named := _object(value.value)) is not None:
        if _has_title(named) and not _holds_papers(named):
            yield value
        elif depth:
            for member in members(text, value.span).values():
                if _is_nested(member.value):
                    yield from _records(text, member, depth - 1)
    elif isinstance(value.value, list) and depth:
        for item in items(text, value.span):
            if _is_nested(item.value):
                yield from _records(text, item, depth - 1)


def _is_nested(value: object) -> bool:
    return isinstance(value, (dict, list))


def _object(value: object) -> Mapping[str, object] | None:
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else None


def _has_title(record: Mapping[str, object]) -> bool:
    inner = _object(record.get("info")) or _object(record.get("content")) or record
    names = _columns("title")
    for name, value in inner.items():
        held = _object(value)
        title = value if held is None else held.get("value")
        if name.lower() in names and isinstance(title, str):
            others = (*record, *inner)
            return bool(title.strip()) and any(each.lower() in _beside_titles() for each in others)
    return False


def _holds_papers(record: Mapping[str, object]) -> bool:
    """Tell whether an object with a title is a list of papers with a name."""
    if any(name.lower() in _columns("authors") for name in record):
        return False
    return any(
        isinstance(item, dict) and _has_title(cast("Mapping[str, object]", item))
        for value in record.values()
        if isinstance(value, list)
        for item in cast("list[object]", value)[:1]
    )


class _Record:
    """Read one record: its fields, with those of its ``content`` or ``info``."""

    def __init__(self, text: str, record: Value) -> None:
        self._text = text
        self._span = record.span
        fields = members(text, record.span)
        for name in ("content", "info"):
            inner = fields.get(name)
            if inner is not None and isinstance(inner.value, dict):
                fields |= members(text, inner.span)
        self._fields: dict[str, Value] = {}
        for name, value in fields.items():
            self._fields.setdefault(name.lower(), self._unwrapped(value))

    def _unwrapped(self, value: Value) -> Value:
        """Return what a field of OpenReview's second version holds."""
        if (held := _object(value.value)) is not None and "value" in held:
            return members(self._text, value.span).get("value", value)
        return value

    def draft(self) -> Draft | None:
        """Return the paper; None for a reply such as a review, and where there is no title."""
        forum, own = self._plain("forum"), self._plain("id")
        title = self._field("title")
        if title is None or (forum and own and forum != own and "replyto" in self._fields):
            return None
        abstract = self._field("abstract")
        told = fold_paragraphs(_TAGS.sub("", abstract.text)) if abstract else ""
        identifiers = self._identifiers(forum)
        return Draft(
            title=fold_blanks(html.unescape(_TAGS.sub("", title.text))),
            abstract=told or None,
            authors=self._authors(),
            issued=self._issued(),
            identifiers=identifiers,
            links=united((*self._links(forum), *self._abstract_links(abstract))),
            span=Span(self._span.start, self._span.end),
            abstract_span=abstract.span() if abstract and told else None,
            confidence=0.95 if identifiers != Identifiers() or told else 0.8,
            reasons=tuple(self._reasons(has_abstract=bool(told))),
        )

    def shows_paper(self, draft: Draft) -> bool:
        """Tell whether fields show that the record is a paper, and none of software or a post."""
        shows = any(name in self._fields for name in _evidence("shows"))
        if shows or draft.identifiers != Identifiers():
            return True
        if self.is_software():
            return False
        told = f"{draft.title} {(draft.abstract or '')[:_HEAD]}"
        if len(draft.authors) > 1 or reads_as_abstract(draft.abstract):
            return True
        return bool(draft.authors) and speaks_of_research(told)

    def is_software(self) -> bool:
        """Tell whether fields are those of a package, a component, an interface."""
        return sum(name in self._fields for name in _evidence("software")) >= _FEWEST_OF_SOFTWARE

    def _plain(self, name: str) -> str:
        field = self._fields.get(name)
        return field.value.strip() if field is not None and isinstance(field.value, str) else ""

    def _mapped(self, field: Value) -> Mapped:
        return string(self._text, field)

    def _field(self, column: str) -> Mapped | None:
        """Return the first text that stands under one of a column's names."""
        for name in _columns(column):
            field = self._fields.get(name)
            if field is not None and isinstance(field.value, str) and field.value.strip():
                return self._mapped(field)
        return None

    def _authors(self) -> tuple[str, ...]:
        for name in _columns("authors"):
            if (field := self._fields.get(name)) is None:
                continue
            names = tuple(dict.fromkeys(_names(field.value)))
            if names:
                return names
        return ()

    def _identifiers(self, forum: str) -> Identifiers:
        found = Identifiers()
        for name in (*_columns("doi"), *_links_of("paper"), "id", "arxiv_id", "arxivid"):
            if not (told := self._plain(name)):
                continue
            given = identifiers_of_url(told) if "/" in told else Identifiers()
            labelled = f"arXiv:{told}" if name.startswith("arxiv") else told
            found = Identifiers(
                doi=found.doi or given.doi or (parse_doi(told) if name == "doi" else None),
                arxiv=found.arxiv or given.arxiv or parse_arxiv(labelled),
                openreview=found.openreview or given.openreview,
            )
        if found.openreview is None and "content" in self._fields and _ID.fullmatch(forum):
            return msgspec.structs.replace(found, openreview=OpenReviewId(forum))
        return found

    def _issued(self) -> Date | None:
        for name in _columns("date"):
            field = self._fields.get(name)
            if field is None or isinstance(field.value, bool):
                continue
            if isinstance(field.value, str) and (date := parse_date(field.value.strip()[:10])):
                return date
            if isinstance(field.value, (int, float)) and (date := _date_of(field.value)):
                return date
        found = _YEAR_OF_BIBTEX.search(self._plain("_bibtex"))
        return Date(int(found[1])) if found else None

    def _links(self, forum: str) -> Iterator[Link | None]:
        field = self._fields.get("forum")
        if field is not None and "content" in self._fields and _ID.fullmatch(forum):
            url = f"{_OPENREVIEW}/forum?id={forum}"
            yield labelled_link(url, self._mapped(field), self._text, "paper", (LinkKind.PAPER,))
        for kind in LinkKind:
            for name in _links_of(kind.value):
                field = self._fields.get(name)
                if field is not None and isinstance(field.value, str):
                    yield self._link(self._mapped(field), name, kind)
        media = self._fields.get("eventmedia")
        if media is not None and isinstance(media.value, list):
            for item in items(self._text, media.span):
                if isinstance(item.value, dict):
                    yield self._of_media(members(self._text, item.span))

    def _of_media(self, fields: dict[str, Value]) -> Link | None:
        uri, name = fields.get("uri") or fields.get("file"), fields.get("name")
        if uri is None or not isinstance(uri.value, str):
            return None
        label = name.value if name is not None and isinstance(name.value, str) else ""
        url = absolute(uri.value, "")
        return labelled_link(url, self._mapped(uri), self._text, label) if url else None

    def _link(self, written: Mapped, name: str, kind: LinkKind) -> Link | None:
        base = _OPENREVIEW if name == "pdf" and "content" in self._fields else ""
        url = absolute(written.text, base)
        return labelled_link(url, written, self._text, "", (kind,)) if url else None

    def _abstract_links(self, abstract: Mapped | None) -> tuple[Link, ...]:
        return join([abstract]).links(self._text) if abstract else ()

    def _reasons(self, *, has_abstract: bool) -> Iterator[str]:
        yield "record of a conference's list"
        for name in _columns("venue"):
            if told := self._plain(name):
                yield f"venue beside it: {fold_blanks(told)[:80]}"
                break
        if not has_abstract:
            yield "no abstract"


def _names(value: object, depth: int = 4) -> Iterator[str]:
    """Yield the names in whatever form the field has."""
    if isinstance(value, str):
        yield from split_names(_text(value))
    elif isinstance(value, list):
        for person in cast("list[object]", value):
            if isinstance(person, str):
                if name := _text(person):
                    yield name
            elif depth:
                yield from _names(person, depth - 1)
    elif isinstance(value, dict) and depth:
        record = cast("Mapping[str, object]", value)
        held = next((record[name] for name in _NAMES if record.get(name)), None)
        if isinstance(held, str):
            yield _HOMONYM.sub("", _text(held))
        elif held is not None:
            yield from _names(held, depth - 1)
        elif isinstance(record.get("family"), str):
            yield " ".join(filter(None, (_text(record.get("given")), _text(record["family"]))))


def _text(value: object) -> str:
    if not isinstance(value, str):
        return ""
    return fold_blanks(value.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _date_of(number: float) -> Date | None:
    """Return a year, or the day of a time in milliseconds since 1970."""
    if 1400 < number < 2101:  # noqa: PLR2004 - the years that parse_date knows
        return Date(int(number))
    seconds = number / _MILLISECONDS
    if not 0 < seconds < _LATEST_S:
        return None
    day = datetime.fromtimestamp(seconds, UTC)
    return Date(day.year, day.month, day.day)


@functools.cache
def _beside_titles() -> frozenset[str]:
    """Return the fields of which a paper has one, and a list with a title none."""
    links = (name for kind in LinkKind for name in _links_of(kind.value))
    columns = (
        name for column in ("authors", "abstract", "doi", "date") for name in _columns(column)
    )
    return frozenset(("id", "forum", "keywords", *columns, *links))


@functools.cache
def _columns(name: str) -> tuple[str, ...]:
    return tuple(read_table(TABLE)["columns"][name])


@functools.cache
def _evidence(name: str) -> tuple[str, ...]:
    return tuple(read_table(TABLE)["evidence"][name])


@functools.cache
def _links_of(kind: str) -> tuple[str, ...]:
    return tuple(read_table(TABLE)["links"].get(kind, ()))
