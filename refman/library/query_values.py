"""What may stand behind ``field:`` in a query, and the condition that it makes."""

import difflib
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from refman.library.query_tree import (
    Binned,
    Column,
    Exact,
    Fact,
    Is,
    Node,
    Not,
    Side,
    Stretch,
    Times,
    Within,
    Words,
    Years,
)
from refman.library.rows import FACTS, SOURCES
from refman.library.texts import fold, joined_words, words_of
from refman.model import ItemType, LinkState, Status
from refman.normalise import parse_arxiv, parse_doi

__all__ = [
    "FIELDS",
    "HAS",
    "STATUSES",
    "TYPES",
    "Value",
    "ValueFault",
    "nearest",
    "quoted",
    "words",
]


class ValueFault(Exception):  # noqa: N818 - becomes a QueryError where the place is known
    """Say what is wrong with a value; the message names what would be right."""


class Value(NamedTuple):
    """Hold what stands behind a field's colon.

    Attributes:
        text: without its quotes.
        is_quoted: it stood in quotes.
        goes_on: its end may be missing: a "*" stood behind it, or it is still being typed.
        is_typed: it is still being typed, so that it may be wrong as yet.
        now: the time at which the query is asked.
    """

    text: str
    is_quoted: bool
    goes_on: bool
    is_typed: bool
    now: datetime


_LEAST_PREFIX = 2
_LONGEST_PHRASE = 64
_BARE = re.compile(r"\w[\w-]*")
_MOST_TOLD = 12
TYPES: Mapping[str, str] = {
    **{kind.value: kind.value for kind in ItemType},
    "preprint": ItemType.ARTICLE.value,
    "journal": ItemType.ARTICLE_JOURNAL.value,
    "conference": ItemType.PAPER_CONFERENCE.value,
}
"""What people call item types, and CSL's name."""

STATUSES: Mapping[str, str] = {
    "review": Status.NEEDS_REVIEW.value,
    **{status.value: status.value for status in Status},
}
"""What people call review states, and their name."""

_FACT_NAMES: Mapping[str, str] = {
    "author": "authors",
    "year": "date",
    "key": "citekey",
    "note": "notes",
    "attachment": "attachments",
    "file": "attachments",
    "link": "links",
    **{name.replace("_", "-"): name for name in FACTS if " " not in name},
}
_HAS: Mapping[str, Node] = {
    **{name: Fact(fact) for name, fact in _FACT_NAMES.items()},
    "tag": Within(Side.TAG),
    "tags": Within(Side.TAG),
    "collection": Within(Side.COLLECTION),
    "collections": Within(Side.COLLECTION),
    "listing": Within(Side.LISTING),
    "choice": Within(Side.CHOICE),
    "version": Within(Side.VERSION),
    "versions": Within(Side.VERSION),
    "duplicate": Within(Side.DUPLICATE),
    "duplicates": Within(Side.DUPLICATE),
    "exported": Within(Side.EXPORT),
}
HAS = tuple(sorted(_HAS))
"""What may stand behind ``has:`` and ``no:``."""

_EXPORTED: Mapping[str, Node] = {
    "changed": Within(Side.CHANGE),
    "zotero": Within(Side.ZOTERO),
    "file": Within(Side.FILE),
}
_LINKS: Mapping[str, Node] = {state.value: Fact(f"link {state.value}") for state in LinkState}
_SOURCES: Mapping[str, Node] = {
    name.replace("_", "-"): Fact(fact) for name, fact in SOURCES.items()
}
_YEAR = r"-?\d{1,5}"
_YEARS = re.compile(rf"(?P<first>{_YEAR})?(?P<to>\.\.)?(?P<last>{_YEAR})?")
_FIGURES_OF_YEAR = 4
_AGO = re.compile(r"(\d{1,5})([hdwmy])")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_MONTHS = 12
_TIMES = ("7d", "2w", "3m", "1y", "today", "2026-11")


def words(value: Value, column: Column | None = None) -> Node | None:
    """Return the condition that a word or phrase makes; None where it holds no letter or digit.

    A single letter at the end is not searched as the beginning of a word: it is that of a tenth of
    all words.
    """
    folded = fold(value.text)
    found = tuple(words_of(folded))
    if not found:
        if column is None or value.is_typed:
            return None
        raise ValueFault("no letter or digit stands behind the colon")
    if len(found) > _LONGEST_PHRASE:
        raise ValueFault(f"a phrase of too many words: at most {_LONGEST_PHRASE}")
    is_short = found[-1].isascii() and len(found[-1]) < _LEAST_PREFIX
    if is_short and len(found) == 1 and value.goes_on:
        if value.is_typed:
            return None
        raise ValueFault(f'"*" needs {_LEAST_PREFIX} letters before it')
    joined = [] if value.is_quoted else joined_words(folded)
    return Words(
        words=found,
        joined=joined[0] if joined == ["".join(found)] else None,
        column=column,
        is_prefix=value.goes_on and not is_short,
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """Return " Did you mean …?" with the likeliest of the known names, or nothing."""
    near = difflib.get_close_matches(name, tuple(known), n=1)
    return f' Did you mean "{near[0]}"?' if near else ""


def quoted(text: str) -> str:
    """Return a value as it stands behind a colon."""
    if _BARE.fullmatch(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _one_of(kind: str, names: Mapping[str, Node]) -> "Callable[[Value], Node | None]":
    """Return what reads one of some names; half a name that is being typed is none as yet."""

    def read(value: Value) -> Node | None:
        name = value.text.casefold().replace("_", "-")
        found = names.get(name) or names.get(value.text.casefold().replace("-", " "))
        if found is None and not (value.is_typed and any(map(_begins(name), names))):
            near = nearest(name, names)
            known = "" if near and len(names) > _MOST_TOLD else f" It may be {', '.join(names)}"
            raise ValueFault(f'{kind}: there is no "{value.text}".{near}{known}')
        return found

    return read


def _begins(start: str) -> Callable[[str], bool]:
    return lambda name: name.startswith(start)


def _in_column(column: Column) -> Callable[[Value], Node | None]:
    return lambda value: words(value, column)


def _folded(what: Exact) -> Callable[[Value], Node | None]:
    return lambda value: Is(what=what, value=fold(value.text), is_prefix=value.goes_on)


def _key(value: Value) -> Node:
    return Is(what=Exact.KEY, value=value.text, is_prefix=value.goes_on)


def _identifier(what: Exact, parse: Callable[[str], str]) -> Callable[[Value], Node | None]:
    return lambda value: Is(what=what, value=parse(value.text).casefold(), is_prefix=value.goes_on)


def _doi(text: str) -> str:
    return parse_doi(text) or text


def _arxiv(text: str) -> str:
    found = parse_arxiv(text) or parse_arxiv(f"arXiv:{text}")
    return found.id if found else text


def _bare(text: str) -> str:
    return text.replace("-", "").strip()


def _no(value: Value) -> Node | None:
    found = _one_of("no", _HAS)(value)
    return Not(found) if found is not None else None


def _years(value: Value) -> Node | None:
    found = _YEARS.fullmatch(value.text)
    if found is None or not (found["first"] or found["last"]):
        if value.is_typed and re.fullmatch(r"[-\d.]*", value.text):
            return None
        raise ValueFault(f'year: "{value.text}" is none; write 2023, 2023..2025, 2023.. or ..2025')
    first, last = (int(found[end]) if found[end] else None for end in ("first", "last"))
    if value.is_typed and len(found["last"] or found["first"]) < _FIGURES_OF_YEAR:
        # Of "2023..20" the beginning is certain, of "20" nothing is.
        return Years(first, None) if found["last"] and found["first"] else None
    return Years(first, last if found["to"] else first)


def _times(
    what: Times, named: Mapping[str, Node] = MappingProxyType({})
) -> Callable[[Value], Node | None]:
    """Return what reads a time or a stretch of it, or one of some words."""

    def read(value: Value) -> Node | None:
        text = value.text.casefold()
        if text in named:
            return named[text]
        start, to, end = text.partition("..")
        try:
            if to and (start or end):
                first = _days(start, value.now)[0] if start else None
                return Stretch(
                    what=what, first=first, before=_days(end, value.now)[1] if end else None
                )
            first, before = _days(text, value.now)
            return Stretch(what=what, first=first, before=before)
        except (ValueError, OverflowError):
            is_begun = re.fullmatch(r"[-\d.]*|today|yesterday", text)
            if value.is_typed and (is_begun or any(map(_begins(text), named))):
                return None
            forms = ", ".join((*named, *_TIMES))
            raise ValueFault(
                f'{what.value}: "{value.text}" is no time; write {forms}, or a stretch:'
                " 2026-11-01..2026-11-15"
            ) from None

    return read


def _days(text: str, now: datetime) -> tuple[datetime, datetime | None]:
    """Return the beginning of a day, month, year or "7d" ago, and the end of it.

    Raises:
        ValueError: it is none of them.
        OverflowError: it lies before the year 1.
    """
    if ago := _AGO.fullmatch(text):
        return _ago(now, int(ago[1]), ago[2]), None
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if text in ("today", "yesterday"):
        first = midnight - timedelta(days=text == "yesterday")
        return first, first + timedelta(days=1)
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    first = midnight.replace(year=year or 0, month=month or 1, day=day or 1)
    if day is not None:
        return first, first + timedelta(days=1)
    return first, _months_later(first, 1 if month is not None else _MONTHS)


def _ago(now: datetime, count: int, unit: str) -> datetime:
    if unit in "my":
        return _months_later(now, -count * (_MONTHS if unit == "y" else 1))
    return now - timedelta(**{{"h": "hours", "d": "days", "w": "weeks"}[unit]: count})


def _months_later(at: datetime, months: int) -> datetime:
    """Return the same day of another month, or the last one where it has fewer days."""
    year, month = divmod(at.year * _MONTHS + at.month - 1 + months, _MONTHS)
    if year < 1:
        raise OverflowError(months)
    return at.replace(year=year, month=month + 1, day=min(at.day, monthrange(year, month + 1)[1]))


_status = _one_of("status", {name: Is(what=Exact.STATUS, value=v) for name, v in STATUSES.items()})

FIELDS: Mapping[str, Callable[[Value], Node | None]] = {
    **{
        name: _in_column(column)
        for name, column in {
            "title": Column.TITLE,
            "author": Column.AUTHORS,
            "venue": Column.VENUE,
            "abstract": Column.ABSTRACT,
            "notes": Column.NOTES,
        }.items()
    },
    "year": _years,
    "type": _one_of("type", {name: Is(what=Exact.TYPE, value=v) for name, v in TYPES.items()}),
    "has": _one_of("has", _HAS),
    "no": _no,
    "status": _status,
    "state": _status,
    "source": _one_of("source", _SOURCES),
    "tag": _folded(Exact.TAG),
    "collection": _folded(Exact.COLLECTION),
    "link": _one_of("link", _LINKS),
    "added": _times(Times.ADDED),
    "changed": _times(Times.CHANGED),
    "exported": _times(Times.EXPORTED, _EXPORTED),
    "key": _key,
    "doi": _identifier(Exact.DOI, _doi),
    "arxiv": _identifier(Exact.ARXIV, _arxiv),
    "openreview": _identifier(Exact.OPENREVIEW, str),
    "isbn": _identifier(Exact.ISBN, _bare),
    "pmid": _identifier(Exact.PMID, str),
    "in": _one_of("in", {"bin": Binned()}),
}
"""What may stand before a colon; each makes a condition of the value behind it.

None where there is no condition as yet, or none at all.

Raises:
    ValueFault: the value means nothing.
"""
