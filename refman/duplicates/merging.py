"""Two entries of one work made one, nothing of them lost."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from refman.duplicates.registered import Registered
from refman.duplicates.work import Work
from refman.model import Arxiv, Citekey, Date, Entry, Identifiers, Name, Provenance
from refman.normalise import fold_blanks, format_name

__all__ = ["IDS", "KEPT", "leads", "merge", "merge_into"]

IDS = "ids"
"""The field of ``extra`` for the keys by which an entry was cited; BibLaTeX's name for it."""

KEPT = "duplicate-"
"""What stands before a field's name in ``extra``, for the value that gave way."""

_PUBLISHED = frozenset({"journal", "conference", "chapter", "book"})
_NAMES = ("author", "editor", "translator", "collection_editor", "contributor")
_DATES = ("issued", "original_date", "event_date")
_OF_PREPRINTS = frozenset({"abstract", "note", "language", "title_short", "license"})
"""Text that a publication takes from its preprint; the rest says where the preprint is."""

_NOT_TEXT = frozenset(
    {"type", "citekey", "identifiers", "links", "keywords", "notes", "attachments",
     "collections", "status", "provenance", "extra", "accessed", *_NAMES, *_DATES}
)  # fmt: skip
_TEXTS = tuple(field for field in Entry.__struct_fields__ if field not in _NOT_TEXT)

_Item = TypeVar("_Item")


def merge(first: Entry, second: Entry) -> Entry:
    """Return one entry that says what both say of one work.

    The publication leads, before a preprint; else the fuller entry; else the first. The other one
    fills what is missing; its links, keywords, notes, files and collections come behind; its
    identifiers stay beside the leader's. What contradicts the leader is kept in ``extra`` as
    ``duplicate-FIELD``, the other's key in ``extra["ids"]``. Merging again changes nothing.
    """
    return merge_into(first, second) if leads(first, second) else merge_into(second, first)


def merge_into(leader: Entry, other: Entry) -> Entry:
    """Return an entry with what another says of the same work, as ``merge``, whichever leads."""
    return _Merging(leader, other).merged()


def leads(first: Entry, second: Entry) -> bool:
    """Tell whether the first of two entries is the one that the other goes into."""
    return _rank(first) >= _rank(second)


def _rank(entry: Entry) -> tuple[int, int]:
    kind = Work(entry).kind
    standing = 2 if kind in _PUBLISHED else 0 if kind == "preprint" else 1
    return standing, sum(bool(getattr(entry, field)) for field in Entry.__struct_fields__)


class _Merging:
    """Fill one entry from another."""

    def __init__(self, leader: Entry, other: Entry) -> None:
        self._leader = leader
        self._other = other
        self._filled: dict[str, Any] = {}
        self._extra = dict(leader.extra)
        kind = Work(other).kind
        self._is_of_preprint = kind == "preprint" and Work(leader).kind != "preprint"

    def merged(self) -> Entry:
        """Return both in one."""
        leader, other = self._leader, self._other
        if leader.type is not other.type and not self._is_of_preprint:
            self._keep("type", other.type.value)
        for field in _TEXTS:
            self._text(field, getattr(leader, field), getattr(other, field))
        for field in _NAMES:
            self._names(field, getattr(leader, field), getattr(other, field))
        for field in _DATES:
            self._date(field, getattr(leader, field), getattr(other, field))
        self._lists()
        self._identifiers()
        self._accessed()
        self._foreign()
        self._key()
        provenance = self._provenance()
        return msgspec.structs.replace(
            leader, **self._filled, extra=self._extra, provenance=provenance
        )

    def _text(self, field: str, value: str | None, other: str | None) -> None:
        if not other or value == other:
            return
        if not value and (not self._is_of_preprint or field in _OF_PREPRINTS):
            self._filled[field] = other
        elif field == "url" and self._is_own_page(other):
            return
        elif not value or _squeezed(field, value) != _squeezed(field, other):
            self._keep(field, other)

    def _is_own_page(self, url: str) -> bool:
        """Tell an address that the identifiers tell too."""
        known = (self._leader.identifiers, self._other.identifiers)
        pages = [f"doi.org/{ids.doi}" for ids in known if ids.doi]
        pages += [f"arxiv.org/abs/{ids.arxiv.id}" for ids in known if ids.arxiv]
        address = url.removeprefix("https://").removeprefix("http://").removeprefix("dx.")
        return address.lower() in {page.lower() for page in pages}

    def _names(self, field: str, names: tuple[Name, ...], others: tuple[Name, ...]) -> None:
        if not others or names == others:
            return
        if not names:
            self._filled[field] = others
            return
        said, said_too = ("; ".join(map(format_name, those)) for those in (names, others))
        if said != said_too:
            self._keep(field, said_too)

    def _date(self, field: str, date: Date | None, other: Date | None) -> None:
        if other is None or date == other:
            return
        if date is None and not self._is_of_preprint:
            self._filled[field] = other
        elif date is not None and date == Date(other.year) and not self._is_of_preprint:
            self._filled[field] = other  # the same year, and more of it
        elif date is None or Date(date.year) != other:
            self._keep(field, str(other))

    def _lists(self) -> None:
        leader, other = self._leader, self._other
        self._filled |= {
            "links": _united(leader.links, other.links, lambda link: link.url),
            "keywords": _united(
                leader.keywords, other.keywords, lambda keyword: keyword.text.casefold()
            ),
            "notes": _united(leader.notes, other.notes, fold_blanks),
            "attachments": _united(leader.attachments, other.attachments, lambda file: file.path),
            "collections": _united(leader.collections, other.collections, str),
        }

    def _identifiers(self) -> None:
        known, others = self._leader.identifiers, self._other.identifiers
        filled: dict[str, Any] = {}
        for field in Identifiers.__struct_fields__:
            value, other = getattr(known, field), getattr(others, field)
            if other is None or value == other:
                continue
            if field == "arxiv":
                filled[field] = self._arxiv(value, other)
            elif field == "doi":
                filled[field] = self._doi(value, other)
            elif value is None:
                filled[field] = other
            else:
                self._keep(field, str(other))
        self._filled["identifiers"] = msgspec.structs.replace(known, **filled)

    def _arxiv(self, value: Arxiv | None, other: Arxiv) -> Arxiv:
        if value is None:
            return other
        if value.id != other.id:
            self._keep("arxiv", other.id)
            return value
        if value.version and other.version and value.version != other.version:
            self._keep("arxiv-version", str(other.version))
        return msgspec.structs.replace(
            value,
            version=value.version or other.version,
            primary_class=value.primary_class or other.primary_class,
        )

    def _doi(self, value: str | None, other: str) -> str | None:
        """Return the DOI of the publication; arXiv's own is told by its number."""
        registered: Registered = Work(self._other).registered
        is_arxiv = not (registered.published or registered.preprint or registered.mirror)
        if value is None and not (self._is_of_preprint and registered.published is None):
            return other
        if value is not None and value.lower() == other.lower():
            return value
        arxiv = self._other.identifiers.arxiv
        if not (is_arxiv and arxiv is not None and arxiv.doi.lower() == other.lower()):
            self._keep("doi", other)
        return value

    def _accessed(self) -> None:
        """Take the day of access together with the address that it is about."""
        accessed = self._other.accessed
        if accessed is None or accessed == self._leader.accessed:
            return
        if self._leader.accessed is None and "url" in self._filled:
            self._filled["accessed"] = accessed
        else:
            self._keep("accessed", str(accessed))

    def _foreign(self) -> None:
        for name, value in self._other.extra.items():
            if name == IDS:
                continue
            if name not in self._extra:
                self._extra[name] = value
            elif self._extra[name] != value:
                self._keep(name.removeprefix(KEPT), value)

    def _key(self) -> None:
        """Keep the keys by which the work was cited."""
        key, other = self._leader.citekey, self._other.citekey
        if key is None and other is not None:
            self._filled["citekey"] = key = other
        ids = self._extra.get(IDS, "")
        if _is_uneven(ids) or f",{key}," in f",{ids},":
            ids = ",".join(dict.fromkeys(name for name in _keys_of(ids) if name != key))
        # Found in the text: of thousands that become one, none may look at each key before it.
        for name in (*_keys_of(other or ""), *_keys_of(self._other.extra.get(IDS, ""))):
            if name != key and f",{name}," not in f",{ids},":
                ids = f"{ids},{name}" if ids else name
        if ids:
            self._extra[IDS] = ids

    def _keep(self, field: str, value: str) -> None:
        """Keep a value that gave way, once."""
        base = name = f"{KEPT}{field.replace('_', '-')}"
        number = 1
        while name in self._extra and self._extra[name] != value:
            number += 1
            name = f"{base}-{number}"
        self._extra[name] = value

    def _provenance(self) -> Mapping[str, Provenance]:
        taken = (field for field in self._filled if not getattr(self._leader, field))
        known = self._other.provenance
        return {**self._leader.provenance, **{name: known[name] for name in taken if name in known}}


def _squeezed(field: str, value: str) -> str:
    """Return what two writings of one value have in common: case and punctuation say nothing."""
    if field == "url":
        return value.rstrip("/")
    if field == "title":
        return "".join(filter(str.isalnum, value.casefold()))
    return fold_blanks(value).replace("–", "-")


def _united(
    items: tuple[_Item, ...], others: Iterable[_Item], key: Callable[[_Item], Hashable]
) -> tuple[_Item, ...]:
    known = {key(item) for item in items}
    new = {key(item): item for item in others if key(item) not in known}
    return items + tuple(new.values())


def _is_uneven(ids: str) -> bool:
    """Tell whether keys in a row have more between them than commas, as a person writes them."""
    # A pattern takes ten times as long, and thousands may become one.
    return len(ids.split()) > 1 or ids != ids.strip() or ",," in ids or ids != ids.strip(",")


def _keys_of(text: str) -> list[Citekey]:
    return [Citekey(key) for part in text.split(",") if (key := part.strip())]
