"""What a look-up found put into a library, where a person may have been at work meanwhile."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from refman.editing.steps import id_of, papers
from refman.library import Library
from refman.lookup import Result
from refman.lookup.offers import is_users
from refman.lookup.result import can_be_asked
from refman.model import Edit, Entry, Holding, Identifiers, ItemType, Status, edit_of

__all__ = ["filled", "needs_lookup", "rebased", "step_name", "with_own_words"]

_LISTS = ("links", "keywords", "notes", "attachments")
_WITH_VENUE = frozenset({ItemType.ARTICLE_JOURNAL, ItemType.PAPER_CONFERENCE, ItemType.CHAPTER})
_PARTED = ("identifiers", "extra", "provenance")


def needs_lookup(holding: Holding) -> bool:
    """Tell whether services may know what an entry lacks: what every style prints, or identifiers.

    Not one that the user rejected or put into the bin, nor one that has nothing to be asked by.
    """
    entry = holding.entry
    if holding.binned is not None or entry.status is Status.REJECTED or not can_be_asked(entry):
        return False
    lacks_place = entry.type in _WITH_VENUE and not entry.container_title
    is_bare = entry.identifiers == Identifiers()
    return lacks_place or is_bare or not (entry.title and entry.author and entry.issued)


def step_name(holdings: Iterable[Holding], results: Iterable[Result]) -> str:
    """Return the name of the step that puts results in: "Look up 12 papers"."""
    return f"Look up {papers(sum(1 for _ in _changed(holdings, results)))}"


def filled(
    library: Library, holdings: Iterable[Holding], results: Iterable[Result]
) -> Iterator[Edit]:
    """Yield what fills the entries of a library with what was found.

    What a person has changed since the look-up began stays as it is now, and so does what is the
    user's own. To be taken while it is applied, so that nothing comes between.

    Args:
        library: as it is now.
        holdings: the entries as they were looked up.
        results: one an entry, in their order.
    """
    for holding, entry in _changed(holdings, results):
        now = library.get(id_of(holding))
        if now is None or now.binned is not None:
            continue
        edit = edit_of(id_of(now), now.entry, rebased(holding.entry, entry, now.entry))
        if edit is not None:
            yield edit


def _changed(
    holdings: Iterable[Holding], results: Iterable[Result]
) -> Iterator[tuple[Holding, Entry]]:
    for holding, result in zip(holdings, results, strict=True):
        entry = with_own_words(holding.entry, result.entry)
        if entry != holding.entry:
            yield holding, entry


def with_own_words(before: Entry, after: Entry) -> Entry:
    """Return an entry in which lists and foreign fields are as before where they are the user's.

    Of a list from which the user took something nothing comes back.
    """
    kept: dict[str, Any] = {
        name: getattr(before, name) for name in _LISTS if is_users(before, name)
    }
    own = [name for name in after.extra if is_users(before, f"extra.{name}")]
    if own:
        rest = {name: value for name, value in after.extra.items() if name not in own}
        kept["extra"] = rest | {name: before.extra[name] for name in own if name in before.extra}
    return msgspec.structs.replace(after, **kept) if kept else after


def rebased(before: Entry, after: Entry, now: Entry) -> Entry:
    """Return an entry as it is now, with what changed between two of its earlier states.

    What a person has touched since the first of them, the value or whose it is, stays as it is now.
    """
    if now == before:
        return after

    def pick(name: str) -> Entry:
        is_touched = _value(before, name) != _value(now, name)
        is_touched |= before.provenance.get(name) != now.provenance.get(name)
        return now if is_touched else after

    values: dict[str, Any] = {
        name: getattr(pick(name), name) for name in Entry.__struct_fields__ if name not in _PARTED
    }
    parts = {
        name: getattr(pick(f"identifiers.{name}").identifiers, name)
        for name in Identifiers.__struct_fields__
    }
    extra = {
        name: pick(f"extra.{name}").extra.get(name)
        for name in dict.fromkeys((*now.extra, *after.extra))
    }
    provenance = {
        name: pick(name).provenance.get(name)
        for name in dict.fromkeys((*now.provenance, *after.provenance))
    }
    return msgspec.structs.replace(
        now,
        **values,
        identifiers=Identifiers(**parts),
        extra={name: text for name, text in extra.items() if text is not None},
        provenance={name: found for name, found in provenance.items() if found is not None},
    )


def _value(entry: Entry, name: str) -> Any:
    """Return a value by a name of provenance: "title", "identifiers.doi", "extra.comment"."""
    whole, _, part = name.partition(".")
    value = getattr(entry, whole, None)
    if not part:
        return value
    return entry.extra.get(part) if whole == "extra" else getattr(value, part, None)
