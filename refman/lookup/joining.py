"""Identifiers and lists of an entry and its records, joined without a loss."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

import msgspec

from refman.duplicates.work import Work
from refman.lookup.offers import Alternative, is_users
from refman.model import Arxiv, Entry, Identifiers, Provenance

__all__ = ["Identity", "first_of_each"]

_Item = TypeVar("_Item")


def first_of_each(
    lists: Iterable[tuple[_Item, ...]], key: Callable[[_Item], Hashable]
) -> tuple[_Item, ...]:
    """Return the items of all lists in order; the first list whole, of the rest what is new."""
    first, *rest = lists
    known = {key(item) for item in first}
    new: dict[Hashable, _Item] = {}
    for items in rest:
        for item in items:
            if key(item) not in known:
                new.setdefault(key(item), item)
    return (*first, *new.values())


class Identity:
    """Gather the identifiers of a work's records behind those that its entry has.

    What the entry has stays; a publication's DOI takes the place of its preprint's, whose arXiv
    number stays. What the user took away is not brought back.

    Attributes:
        identifiers: those of the entry and what was added.
        provenance: of what was added, by "identifiers.NAME".
        alternatives: what contradicts what there is.
    """

    def __init__(self, entry: Entry, *, is_preprint: bool) -> None:
        self._entry = entry
        self._is_preprint = is_preprint
        self.identifiers = entry.identifiers
        self.provenance: dict[str, Provenance] = {}
        self.alternatives: list[Alternative] = []

    def add(
        self,
        name: str,
        record: Entry,
        provenance: Provenance,
        *,
        is_of_version: bool,
        flaw: str | None,
    ) -> None:
        """Take a record's identifier of one kind, of records that are trusted more first."""
        value = getattr(record.identifiers, name)
        if value is None:
            return
        if flaw is not None:
            self._leave(name, value, provenance, flaw)
        elif name == "doi":
            self._doi(record, provenance)
        elif name == "arxiv":
            self._arxiv(value, provenance)
        else:
            self._one(name, value, provenance, may_take=is_of_version or name != "isbn")

    def _one(self, name: str, value: Any, provenance: Provenance, *, may_take: bool) -> None:
        old = getattr(self.identifiers, name)
        if old is None and may_take and not is_users(self._entry, f"identifiers.{name}"):
            self._take(name, value, provenance)
        elif old != value:
            self._leave(name, value, provenance, "another one is known, or the user's word")

    def _take(self, name: str, value: Any, provenance: Provenance) -> None:
        self.identifiers = msgspec.structs.replace(self.identifiers, **{name: value})
        self.provenance[f"identifiers.{name}"] = provenance

    def _leave(self, name: str, value: Any, provenance: Provenance, why: str) -> None:
        left = Alternative(f"identifiers.{name}", value, provenance, why)
        if left not in self.alternatives:
            self.alternatives.append(left)

    def _doi(self, record: Entry, provenance: Provenance) -> None:
        """Take a DOI of the version that the entry is."""
        doi, old = record.identifiers.doi, self.identifiers.doi
        if old is not None and doi is not None and old.lower() == doi.lower():
            return
        is_published = Work(record).registered.published is not None
        if is_published and self._is_preprint:
            self._leave("doi", doi, provenance, "the publication's: a person may take it")
        elif is_published and old is not None and self._is_of_preprint(old):
            if is_users(self._entry, "identifiers.doi"):
                self._leave("doi", doi, provenance, "the user's word")
                return
            self._leave("doi", old, self._own_provenance(), "the preprint's DOI")
            self._take("doi", doi, provenance)
        elif is_published or self._is_preprint or not self._is_of_preprint(doi):
            self._one("doi", doi, provenance, may_take=True)
        else:
            self._leave("doi", doi, provenance, "the preprint's DOI")

    def _is_of_preprint(self, doi: Any) -> bool:
        registered = Work(Entry(identifiers=Identifiers(doi=doi))).registered
        return registered.preprint is not None or registered.arxiv is not None

    def _own_provenance(self) -> Provenance:
        known = self._entry.provenance
        found = known.get("identifiers.doi", known.get("identifiers"))
        return found or Provenance("entry")

    def _arxiv(self, value: Arxiv, provenance: Provenance) -> None:
        """Fill in the version and the primary class of the number that is known."""
        old = self.identifiers.arxiv
        if old is None or old.id != value.id:
            self._one("arxiv", value, provenance, may_take=True)
            return
        filled = msgspec.structs.replace(
            old,
            version=old.version or value.version,
            primary_class=old.primary_class or value.primary_class,
        )
        if filled != old and not is_users(self._entry, "identifiers.arxiv"):
            self._take("arxiv", filled, provenance)
        now = self.identifiers.arxiv
        if now is not None and (
            (value.version or now.version) != now.version
            or (value.primary_class or now.primary_class) != now.primary_class
        ):
            self._leave("arxiv", value, provenance, "another version or class is known")
