"""What stands of an entry in the columns and side tables: what it is sorted and filtered by.

All of it is derived from the entry, and is made anew where these rules have changed.
"""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import NamedTuple, TypeVar, cast, get_args

import msgspec

from refman.duplicates.words import key_of
from refman.library.texts import fold
from refman.model import (
    Arxiv,
    Date,
    Entry,
    Identifiers,
    Keyword,
    LinkKind,
    LinkState,
    Name,
    Provenance,
)
from refman.model.provenance import USER, SourceName

__all__ = [
    "COLUMNS",
    "FACTS",
    "ROWS_VERSION",
    "SOURCES",
    "Columns",
    "collections_of",
    "columns_of",
    "decode_entry",
    "encode_entry",
    "facts_of",
    "folds_of",
    "from_number",
    "identifiers_of",
    "sound",
    "tags_of",
    "to_number",
    "with_sources",
]

ROWS_VERSION = 2
"""Raised with every change of what this module and ``marks`` make of an entry."""

_Record = TypeVar("_Record", bound=msgspec.Struct)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LAST_YEAR = 99_999
_MONTHS_IN_SEASON = 3


def to_number(at: datetime) -> int:
    """Return a time as the tables hold it: microseconds since 1970 in UTC.

    Raises:
        TypeError: it has no time zone.
    """
    return (at - _EPOCH) // _MICROSECOND


def from_number(number: int) -> datetime:
    """Return the time that a number of the tables stands for, in UTC."""
    return _EPOCH + number * _MICROSECOND


_OWN_FACTS: dict[str, Callable[[Entry], object]] = {
    "title": attrgetter("title"),
    "authors": attrgetter("author"),
    "date": attrgetter("issued"),
    "abstract": attrgetter("abstract"),
    "venue": lambda entry: _venue_of(entry),  # noqa: PLW0108 - which stands below
    "citekey": attrgetter("citekey"),
    "notes": attrgetter("notes"),
    "attachments": attrgetter("attachments"),
    "url": attrgetter("url"),
    "links": attrgetter("links"),
}
_SCHEMES = Identifiers.__struct_fields__
_PROMISED, _PDF = "promised", "pdf"
_SERVICES: tuple[str, ...] = get_args(SourceName)
_LISTING, _OTHER = "listing", "other"

SOURCES = {name: f"source {name}" for name in (*_SERVICES, USER, _LISTING, _OTHER)}
"""Where a value may come from, and the fact that says that one does.

That is a service that a look-up asks, the user, the listing that the entry was read from; other is
whatever else is named: a plugin's service, or one of a later refman.
"""

FACTS: tuple[str, ...] = (
    *_OWN_FACTS,
    *_SCHEMES,
    *(kind.value for kind in LinkKind),
    _PROMISED,
    *(f"link {state.value}" for state in LinkState),
    _PDF,
    *SOURCES.values(),
)
"""What an entry may have: the name at place n is that of the bit ``1 << n`` of ``facts``.

A kind of link, "code", says that one is there of that kind or with that role, and not only
promised; "link dead" that one is dead; "pdf" that an attachment or a link is one, by its name;
"source arxiv" that arXiv is where a value came from, or where it was told that there is none.
"""

# As hosts name them: ".../paper.pdf", "arxiv.org/pdf/2406.01234", "/doi/pdf/10.5555/1".
_PDF_ADDRESS = re.compile(
    r"https?://[^/?#]+/[^?#]*?(?:\.pdf|(?<=/)pdf(?:/[^?#]*)?)(?:[?#]|\Z)", re.IGNORECASE
)
_PDF_FILE = ".pdf"
_PDF_MEDIA = "application/pdf"

_BITS = {name: 1 << place for place, name in enumerate(FACTS)}
_OWN_BITS = tuple((_BITS[name], has) for name, has in _OWN_FACTS.items())
_SCHEME_BITS = tuple(_BITS[scheme] for scheme in _SCHEMES)
_SOURCE_BITS = {name: _BITS[fact] for name, fact in SOURCES.items()}
_NO_SOURCE = ~sum(_SOURCE_BITS.values())


def facts_of(entry: Entry) -> int:
    """Return what an entry has, as bits; see FACTS."""
    facts = 0
    for bit, has in _OWN_BITS:
        if has(entry):
            facts |= bit
    for bit, value in zip(_SCHEME_BITS, msgspec.structs.astuple(entry.identifiers), strict=True):
        if value:
            facts |= bit
    for link in entry.links:
        facts |= _BITS[f"link {link.state.value}"]
        if link.promised:
            facts |= _BITS[_PROMISED]
        else:
            for kind in (link.kind, *link.roles):
                facts |= _BITS[kind.value]
    if _has_pdf(entry):
        facts |= _BITS[_PDF]
    return with_sources(facts, entry.provenance)


def with_sources(facts: int, provenance: Mapping[str, Provenance]) -> int:
    """Return an entry's facts with those sources that this provenance names, and no others."""
    facts &= _NO_SOURCE
    for found in provenance.values():
        # A listing may have any name: a service's too.
        name = found.source if found.span is None else _LISTING
        facts |= _SOURCE_BITS.get(name) or _SOURCE_BITS[_OTHER]
    return facts


def _has_pdf(entry: Entry) -> bool:
    return any(
        one.media_type == _PDF_MEDIA
        or one.path.casefold().endswith(_PDF_FILE)
        or _PDF_ADDRESS.match(one.path)
        for one in entry.attachments
    ) or any(
        _PDF_ADDRESS.match(address)
        for address in (entry.url, *(link.url for link in entry.links if not link.promised))
        if address
    )


class Columns(NamedTuple):
    """Hold an entry's columns in the table ``entries``, under their names."""

    citekey: str | None
    type: str
    status: str
    year: int | None
    issued: int | None
    title_key: str | None
    sort_author: str | None
    venue: str | None
    facts: int


COLUMNS = Columns._fields


def columns_of(entry: Entry) -> Columns:
    """Return an entry's columns."""
    people = entry.author or entry.editor
    return Columns(
        citekey=entry.citekey,
        type=entry.type.value,
        status=entry.status.value,
        year=_year_of(entry.issued),
        issued=_issued_of(entry.issued),
        title_key=key_of(entry.title) if entry.title else None,
        sort_author=_person_key(people[0]) if people else None,
        venue=_venue_of(entry),
        facts=facts_of(entry),
    )


def tags_of(keywords: Iterable[Keyword]) -> dict[str, str]:
    """Return tags and what each is compared by."""
    return folds_of(keyword.text for keyword in keywords)


def collections_of(paths: Iterable[str]) -> dict[str, str]:
    """Return the paths of collections and what each is compared by."""
    return folds_of(paths)


def folds_of(names: Iterable[str]) -> dict[str, str]:
    """Return tags, or paths of collections, and what each is compared by."""
    return {name: _fold(name) for name in names}


def identifiers_of(entry: Entry) -> Iterable[tuple[str, str]]:
    """Yield an entry's identifiers: (scheme, value), values in small letters."""
    values: tuple[str | Arxiv | None, ...] = msgspec.structs.astuple(entry.identifiers)
    for scheme, value in zip(_SCHEMES, values, strict=True):
        if value is not None:
            yield scheme, (value.id if isinstance(value, Arxiv) else value).casefold()


def encode_entry(entry: Entry) -> bytes:
    """Return an entry as the table ``records`` holds it.

    Raises:
        UnicodeEncodeError: a text holds half a surrogate pair; see ``sound``.
    """
    return _encoder.encode(entry)


def decode_entry(record: bytes) -> Entry:
    """Return the entry that a row of ``records`` holds.

    Raises:
        msgspec.MsgspecError: somebody else wrote it, or it is damaged.
    """
    return _decoder.decode(record)


def sound(record: _Record) -> _Record:
    """Return an entry, or another record, with U+FFFD for half a surrogate pair.

    No text may hold one. Source: RFC 3629, 3.
    """
    return msgspec.convert(_sound(msgspec.to_builtins(record)), type(record))


def _sound(value: object) -> object:
    match value:
        case str():
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case list() | tuple():
            return [_sound(part) for part in cast("Sequence[object]", value)]
        case dict():
            pairs = cast("dict[object, object]", value).items()
            return {_sound(name): _sound(part) for name, part in pairs}
        case _:
            return value


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Entry)


def _venue_of(entry: Entry) -> str | None:
    return entry.container_title or entry.event_title or entry.container_title_short


def _year_of(date: Date | None) -> int | None:
    return max(-_LAST_YEAR, min(date.year, _LAST_YEAR)) if date is not None else None


def _issued_of(date: Date | None) -> int | None:
    """Return a number that sorts as the date does; a season stands where it begins."""
    year = _year_of(date)
    if date is None or year is None:
        return None
    month = date.month or (date.season or 0) * _MONTHS_IN_SEASON
    return 10_000 * year + 100 * month + (date.day or 0)


@functools.lru_cache(maxsize=1 << 12)
def _fold(text: str) -> str:
    return fold(text)


def _person_key(name: Name) -> str:
    """Return what people are sorted by: family, given name; as reference lists do."""
    key = " ".join(filter(None, (name.family or name.literal, name.given))).casefold()
    if key.isascii():
        return key
    apart = unicodedata.normalize("NFKD", key)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
