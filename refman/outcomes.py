"""What becomes of papers that are added to others: new, known or doubtful, and why.

One rule for a .bib file and for the library.
"""

from collections.abc import Iterable
from enum import Enum
from typing import Generic, TypeVar

import msgspec

from refman.duplicates import Relation, Verdict
from refman.duplicates.merging import IDS
from refman.duplicates.titles import is_cut
from refman.formats.bib.edit_fill import filled_up
from refman.formats.tex import UNSAFE_IN_KEY
from refman.model import Citekey, Entry

__all__ = [
    "Fate",
    "Nameless",
    "Outcome",
    "all_there",
    "filled",
    "judged",
    "keys_of",
    "own_key",
    "surest",
    "with_key",
]

_Held = TypeVar("_Held")

_SAME_TITLE = 0.97
"""Less alike titles of the same authors are those of two papers, unless one is cut short."""
_MOST_NAMELESS = 64
"""So many entries without title and identifier are compared with one that has neither."""
_NOT_SAID = frozenset({"type", "citekey", "links", "status", "provenance", "title_short"})
"""What is no statement about the paper, is derived, or is compared by itself."""
_READ_TWICE = "; read twice"


class Outcome(Enum):
    """Tell what becomes of an entry."""

    NEW = "new"
    KNOWN = "known"
    DOUBTFUL = "doubtful"
    LEFT_OUT = "left out"


class Fate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Say what becomes of an entry.

    Attributes:
        title: the entry's.
        outcome: only NEW ones are put in.
        key: of the entry that it is, or may be; its own where it is new.
        why: the reason, for people; of a new one, what it resembles, or empty.
        filled: names of the fields that the known entry gets.
        is_twice: what it is, or may be, comes in with it, and was not there before.
    """

    title: str | None
    outcome: Outcome
    key: str
    why: str = ""
    filled: tuple[str, ...] = ()
    is_twice: bool = False


class Nameless(Generic[_Held]):
    """Hold what has neither title nor identifier, and is known only by all that it says."""

    def __init__(self) -> None:
        self._held: dict[tuple[object, ...], list[tuple[Entry, _Held]]] = {}

    def put(self, entry: Entry, held: _Held) -> None:
        """Take what stands for an entry, if the entry is such a one."""
        if (sign := _nameless_sign(entry)) is not None:
            self._held.setdefault(sign, []).append((entry, held))

    def find(self, entry: Entry) -> _Held | None:
        """Return what stands for an entry that says all that such a one says; None else."""
        sign = _nameless_sign(entry)
        alike = self._held.get(sign, ())[:_MOST_NAMELESS] if sign is not None else ()
        return next((held for other, held in alike if _is_all_there(entry, other)), None)


def surest(found: Iterable[tuple[_Held, Verdict]]) -> tuple[_Held, Verdict] | None:
    """Return what is, or may be, the same work; the surest of them, the first among equals."""
    return max(found, key=lambda pair: (pair[1].is_one_work, pair[1].score), default=None)


def judged(
    entry: Entry, other: Entry, verdict: Verdict, *, doubtful: bool, key: str, is_there: bool
) -> tuple[Outcome, str]:
    """Return what becomes of an entry that is or may be another one, and why.

    An entry is known where it has an identifier with the other, or where title and a second field
    agree; doubtful where titles agree, or one is cut short, and nothing else can be compared.

    Args:
        entry: the one that is to be added.
        other: the one that it resembles most.
        verdict: what the two are to each other.
        doubtful: doubtful ones are added too.
        key: the other's; empty where it has none as yet.
        is_there: the other was there before; else it comes in too.
    """
    if verdict.is_one_work or verdict.shared or _says_nothing_more(entry, other):
        return Outcome.KNOWN, _reason(verdict, is_known=True, is_there=is_there)
    why = _reason(verdict, is_known=False, is_there=is_there)
    if doubtful or not _is_doubtful(entry, other, verdict):
        return Outcome.NEW, f"like {key}: {why}" if key else ""
    return Outcome.DOUBTFUL, why


def all_there(*, is_there: bool) -> str:
    """Return why an entry without title and identifier is known."""
    return "all that it says is there" + ("" if is_there else _READ_TWICE)


def own_key(entry: Entry) -> str:
    """Return the key that an entry brings, in signs that are safe; empty where it has none."""
    return UNSAFE_IN_KEY.sub("-", entry.citekey or "")


def keys_of(entry: Entry) -> list[str]:
    """Return the key of an entry, where it has one, and then those that it had before."""
    old = (name.strip() for name in entry.extra.get(IDS, "").split(","))
    return list(dict.fromkeys(filter(None, (entry.citekey, *old))))


def with_key(entry: Entry, key: Citekey) -> Entry:
    """Return an entry with another key; the old one is kept among those that it was cited by.

    Source: the biblatex manual, 2.2.3, "ids": BibLaTeX finds an entry by them too.
    """
    if key == entry.citekey:
        return entry
    names = [name for name in keys_of(entry) if name not in (key, entry.citekey)]
    names += [entry.citekey] if entry.citekey else []
    extra = {name: text for name, text in entry.extra.items() if name != IDS}
    if names:
        extra[IDS] = ",".join(names)
    return msgspec.structs.replace(entry, citekey=key, extra=extra)


def filled(old: Entry, new: Entry, verdict: Verdict, *, inherits: bool = False) -> Entry:
    """Return an entry with what another record of the same work knows beyond it.

    Args:
        old: keeps all that it has.
        new: the other record.
        verdict: what the two are to each other.
        inherits: the entry has fields of another one, in the file that it stands in.
    """
    is_other = verdict.relation is Relation.VERSIONS or old.type is not new.type or inherits
    return filled_up(old, new, other_version=is_other)


def _says_nothing_more(entry: Entry, other: Entry) -> bool:
    """Tell whether neither has authors, and all that one says stands in the other.

    A listing that gives titles and no more is known when it comes again.
    """
    return (
        not (entry.author or other.author)
        and entry.title == other.title
        and _is_all_there(entry, other)
    )


def _is_all_there(entry: Entry, other: Entry) -> bool:
    """Tell whether all that one says stands in the other."""
    return all(
        getattr(entry, name) == getattr(other, name)
        for name in Entry.__struct_fields__
        if name not in _NOT_SAID and getattr(entry, name)
    ) and {link.url for link in entry.links} <= {link.url for link in other.links}


def _nameless_sign(entry: Entry) -> tuple[object, ...] | None:
    """Return what parts entries that have neither title nor identifier; None for all others."""
    if entry.title or any(msgspec.structs.astuple(entry.identifiers)):
        return None
    return entry.author, entry.issued, entry.container_title, entry.publisher


def _is_doubtful(entry: Entry, other: Entry, verdict: Verdict) -> bool:
    is_like = verdict.title is not None and verdict.title >= _SAME_TITLE
    return is_like or is_cut(entry.title or "") or is_cut(other.title or "")


def _reason(verdict: Verdict, *, is_known: bool, is_there: bool) -> str:
    if verdict.shared:
        reason = f"same {', '.join(verdict.shared)}"
    elif verdict.is_one_work and verdict.may_merge:
        reason = "same title and authors"
    elif is_known and not verdict.is_one_work:
        reason = "same title, and all that it says is there"
    else:
        reason = "; ".join(verdict.reasons)
    return reason if is_there else reason + _READ_TWICE
