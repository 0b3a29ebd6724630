"""What a known entry lacks, as fields for its block in a .bib file.

No value that is there is changed, and none is put beside one that says the same in other words:
no year beside a date, no DOI of a preprint into its publication.
"""

from collections.abc import Collection

import msgspec

from refman.formats.tex import Record
from refman.formats.tex_fields import Pair
from refman.model import Entry, Identifiers

__all__ = ["filled_up", "lacking"]

_NEVER = frozenset({
    "type", "citekey", "title", "title_short", "collections", "status", "provenance", "source",
    "identifiers", "links", "extra",
})  # fmt: skip
"""What is derived, is nobody's to fill in, or is filled part by part."""

_OF_ANY_VERSION = frozenset({"author", "abstract", "keywords", "language", "notes", "attachments"})
_IDENTIFIERS_OF_ONE_VERSION = frozenset({"doi", "isbn", "pmid"})

_ONE_MEANING = (
    frozenset({"address", "location"}),
    frozenset({"annotation", "annote"}),
    frozenset({"date", "day", "month", "year"}),
    frozenset({"eprintclass", "primaryclass"}),
    frozenset({"archiveprefix", "eprinttype"}),
    frozenset({"file", "pdf"}),
    frozenset({"institution", "organization", "publisher", "school"}),
    frozenset({"issue", "number"}),
    frozenset({"booktitle", "howpublished", "journal", "journaltitle"}),
    frozenset({"key", "author"}),
)
"""Names of fields of which an entry should have one. Source: the biblatex manual 3.18, 2.2.5."""


def filled_up(old: Entry, new: Entry, *, other_version: bool) -> Entry:
    """Return an entry with what another record of the same work knows beyond it.

    Args:
        old: keeps all that it has.
        new: the other record.
        other_version: it is of a preprint where ``old`` is of its publication, or the like: then
            only what both share is taken, not date, venue, pages, publisher, address, DOI.
    """
    names = [
        name
        for name in Entry.__struct_fields__
        if name not in _NEVER and (not other_version or name in _OF_ANY_VERSION)
    ]
    values: dict[str, object] = {
        name: getattr(new, name) for name in names if not getattr(old, name) and getattr(new, name)
    }
    kinds = {link.kind for link in old.links}
    links = (*old.links, *(link for link in new.links if link.kind not in kinds))
    identifiers = _filled_identifiers(old.identifiers, new.identifiers, other_version)
    extra = dict(old.extra) if other_version else {**new.extra, **old.extra}
    return msgspec.structs.replace(old, **values, links=links, identifiers=identifiers, extra=extra)


def _filled_identifiers(old: Identifiers, new: Identifiers, other_version: bool) -> Identifiers:
    passed = _IDENTIFIERS_OF_ONE_VERSION if other_version else frozenset[str]()
    values = {
        name: value
        for name, value in msgspec.structs.asdict(new).items()
        if value is not None and name not in passed and getattr(old, name) is None
    }
    return msgspec.structs.replace(old, **values)


def lacking(before: Record, after: Record, present: Collection[str]) -> list[Pair]:
    """Return the fields that a block lacks, in the order in which the writer has them.

    Args:
        before: what the writer makes of the entry that was read of the block.
        after: what it makes of the same entry filled up.
        present: names of the fields that the block has.
    """
    taken = {name.lower() for name in present}
    for names in _ONE_MEANING:
        if not names.isdisjoint(taken):
            taken |= names
    taken |= {name.lower() for name, _ in before.pairs}
    return [pair for pair in after.pairs if pair[0].lower() not in taken]
