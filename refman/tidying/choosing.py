"""What a person chooses of what look-ups found, as changes that can be undone.

step = choose(library, id_, 0, now=now)
library.apply(step.name, step.changes)

What was found stays where it is, so that undo gives the choice back.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from refman.editing.fields import Field, all_fields, field_named
from refman.editing.setting import OWN_TO_A_LIBRARY
from refman.editing.steps import id_of, papers, replaced
from refman.errors import RefmanError
from refman.library import Library
from refman.library.reader import Reader
from refman.lookup import Decision
from refman.lookup.offers import USER, is_users
from refman.lookup.refused import record_keys
from refman.model import (
    Candidate,
    Change,
    ChangeSet,
    Entry,
    EntryId,
    Holding,
    Outcome,
    Proposal,
    Provenance,
    edit_of,
)
from refman.tidying.comparing import owner_of
from refman.tidying.picking import LISTS, Pick, Picked, Place, Wanted, own_word
from refman.tidying.proposals import Chosen, declinable

__all__ = ["accept_all", "choose", "record_name", "reverted", "take_fields"]

_NAMES = {
    "doi": "DOI",
    "openreview": "OpenReview",
    "pmid": "PMID",
    "isbn": "ISBN",
    "dblp": "DBLP",
    "semantic_scholar": "Semantic Scholar",
    "openalex": "OpenAlex",
}


_SPOKEN = {
    "issued": "year",
    "author": "authors",
    "editor": "editors",
    "container_title": "venue",
    "doi": "DOI",
    "page": "pages",
    "url": "address",
}
"""How people call a field whose name they would not say."""


def record_name(candidate: Candidate) -> str:
    """Return what a record is called: "arXiv 2501.00001", else by the source that has it."""
    known = candidate.entry.identifiers
    if known.arxiv is not None:
        return f"arXiv {known.arxiv.id}"
    for name, label in _NAMES.items():
        if (value := getattr(known, name)) is not None:
            return f"{label} {value}"
    return f"the record of {candidate.source}"


def choose(
    library: Library,
    id_: EntryId,
    place: Place,
    *,
    fields: Sequence[Wanted] | None = None,
    now: datetime,
) -> ChangeSet:
    """Return what a person's choice of what was found for an entry changes, and remembers.

    With "none", what came from the records goes out again, whoever has taken it.

    Args:
        library: holds both.
        id_: of the entry.
        place: what is chosen; see ``Pick``.
        fields: those that are taken, whatever else would be; None for those that choosing takes by
            itself.
        now: when.

    Raises:
        RefmanError: the entry is gone, nothing is kept of a look-up, or there is nothing of the
            kind to choose.
        EditError: there is no such field or item, nothing else is said of it, or it is the user's
            word.
    """
    holding, proposal = _found(library, id_)
    chosen, entry = _chosen(holding.entry, proposal, place, fields, now)
    kept = chosen.kept(id_, proposal, library.standings([id_])[id_].choice)
    edit = edit_of(id_, holding.entry, entry)
    names = [one if isinstance(one, str) else one.field for one in fields or ()]
    which = f"{', '.join(names)} of " if names else ""
    name = f"Choose {which}{_told(place, proposal)} for {_key(holding)}"
    return ChangeSet(name, (kept,) if edit is None else (edit, kept))


def take_fields(
    reader: Reader,
    id_: EntryId,
    place: Place,
    fields: Sequence[Wanted],
    *,
    now: datetime,
) -> ChangeSet:
    """Return what taking some fields of what was found changes; the others wait on.

    Args:
        reader: of the library that holds both.
        id_: of the entry.
        place: of what they are taken; see ``Pick``.
        fields: those that are taken, at least one.
        now: when.

    Raises:
        RefmanError: as ``choose``.
        EditError: as ``choose``.
    """
    holding, proposal = _found(reader, id_)
    picked = Picked(holding.entry, proposal, place, now=now)
    edit = edit_of(id_, holding.entry, picked.with_fields(fields))
    sources = ", ".join(picked.tellers(fields))
    name = f"Take {_spoken(fields)} of {_key(holding)} from {sources}"
    return ChangeSet(name, () if edit is None else (edit,))


def _spoken(fields: Sequence[Wanted]) -> str:
    """Return what is taken, for the name of a step: "the title, part of the author"."""
    said: list[str] = []
    for one in fields:
        short = field_named(one if isinstance(one, str) else one.field).short
        part = "" if isinstance(one, str) else "part of "
        said.append(f"{part}the {_SPOKEN.get(short, short.replace('_', ' '))}")
    return ", ".join(said)


def _found(reader: Reader, id_: EntryId) -> tuple[Holding, Proposal]:
    holding, proposal = reader.get(id_), reader.proposal(id_)
    if holding is None:
        raise RefmanError(f"entry {id_} is not there any more")
    if proposal is None:
        raise RefmanError(
            f"nothing is kept of a look-up of {_key(holding)}; 'refman lookup' makes one"
        )
    return holding, proposal


def _key(holding: Holding) -> str:
    return holding.entry.citekey or f"#{holding.id}"


def _chosen(
    entry: Entry, proposal: Proposal, place: Place, fields: Sequence[Wanted] | None, now: datetime
) -> tuple[Chosen, Entry]:
    """Return what is remembered, and what the entry becomes."""
    if place is Pick.NONE:
        may_be = [one for one in proposal.matches if one.decision is not Decision.REJECT]
        refused = [match.candidate for match in may_be]
        keys = {key for one in refused for key in record_keys(one)}
        return Chosen(at=now, refused=tuple(sorted(keys))), _without(entry, proposal, refused)
    picked = Picked(entry, proposal, place, now=now)
    if place is Pick.ACCEPTED and not picked.matches:
        raise RefmanError("no record is sure; choose one of them by its number")
    if place in {Pick.PUBLICATION, Pick.PREPRINT} and not picked.published:
        raise RefmanError("no publication of it was found that it could become")
    if place is Pick.PREPRINT:
        return Chosen(at=now, declined=declinable(picked.published)), entry
    after = picked.entry if fields is None else picked.with_fields(fields)
    return Chosen(at=now, name=_told(place, proposal)), after


def _without(entry: Entry, proposal: Proposal, refused: Sequence[Candidate]) -> Entry:
    """Return an entry without what came from records that are not it after all.

    A value that one of them has, and that is from its source, is again what it was at first.
    """
    for field in all_fields():
        value, owner = field.of(entry), owner_of(entry, field.name)
        telling = [one for one in refused if field.of(one.entry)]
        if field.name in OWN_TO_A_LIBRARY or not telling or is_users(entry, field.name):
            continue
        if field.name in LISTS:
            entry = field.put(entry, _less(field, value, proposal.entry, telling))
        elif owner is not None and any(
            one.source == owner.source and field.of(one.entry) == value for one in telling
        ):
            entry = _as_at_first(field, entry, proposal.entry)
    theirs = [one.entry.extra for one in refused]
    first = proposal.entry.extra
    gone = {
        name
        for name, text in entry.extra.items()
        if name not in first and any(extra.get(name) == text for extra in theirs)
    }
    extra = {name: text for name, text in entry.extra.items() if name not in gone}
    return msgspec.structs.replace(entry, extra=extra) if gone else entry


def _less(
    field: Field, items: Sequence[Any], first: Entry, refused: Iterable[Candidate]
) -> tuple[Any, ...]:
    """Return the items of a list without those that only refused records have."""
    key = field.kind.key
    assert key is not None  # a list
    own = {key(item) for item in field.of(first)}
    theirs = {key(item) for one in refused for item in field.of(one.entry)}
    return tuple(item for item in items if key(item) in own or key(item) not in theirs)


def _as_at_first(field: Field, entry: Entry, first: Entry) -> Entry:
    """Return an entry in which a field is what it was at first, and whose it was."""
    provenance = {name: one for name, one in entry.provenance.items() if name != field.name}
    if (found := first.provenance.get(field.name)) is not None:
        provenance[field.name] = found
    return msgspec.structs.replace(field.put(entry, field.of(first)), provenance=provenance)


def _told(place: Place, proposal: Proposal) -> str:
    if isinstance(place, int):
        return record_name(proposal.matches[place].candidate)
    if place is Pick.NONE:
        return "none of the records"
    return "the sure records" if place is Pick.ACCEPTED else f"the {place.value}"


def accept_all(
    library: Library,
    ids: Iterable[EntryId],
    *,
    least_score: float = 0.0,
    least_margin: float = 0.0,
    only_sure: bool = False,
    now: datetime,
) -> ChangeSet:
    """Return what choosing the best record changes, of those entries where it is good enough.

    Only of those of which a person has to choose and has not yet.

    Args:
        library: holds them.
        ids: the entries among which those are.
        least_score: of the best record.
        least_margin: how far that lies above the next other work's.
        only_sure: of those too that a look-up would have taken by itself, had it been let.
        now: when.
    """
    wanted = [
        id_
        for id_, standing in library.standings(ids).items()
        if standing.is_open
        and standing.outcome is Outcome.REVIEW
        and (standing.best or 0.0) >= least_score
        and (standing.margin or 0.0) >= least_margin
    ]
    changes: list[Change] = []
    count = 0
    for id_, proposal in library.proposals(wanted):
        holding = library.get(id_)
        is_sure = proposal.matches[0].decision is Decision.ACCEPT
        if holding is None or (only_sure and not is_sure):  # None: removed meanwhile
            continue
        chosen, entry = _chosen(holding.entry, proposal, 0, None, now)
        edit = edit_of(id_, holding.entry, entry)
        changes += [] if edit is None else [edit]
        changes.append(chosen.kept(id_, proposal, None))
        count += 1
    return ChangeSet(f"Choose the best record for {papers(count)}", tuple(changes))


def reverted(reader: Reader, holding: Holding, names: Sequence[str], *, now: datetime) -> ChangeSet:
    """Return the change that gives fields back what they were when it was first looked up.

    That is the user's own word then: no look-up takes them over once more.

    Args:
        reader: knows what was looked up.
        holding: the entry.
        names: of the fields.
        now: when.

    Raises:
        RefmanError: nothing is kept of a look-up of it.
        EditError: there is no such field, or it is the user's word.
    """
    fields = [field_named(name) for name in names]
    _, proposal = _found(reader, id_of(holding))
    entry = holding.entry
    for field in fields:
        if is_users(entry, field.name):
            raise own_word(field)
        entry = field.put(entry, field.of(proposal.entry))
        provenance = {**entry.provenance, field.name: Provenance(USER, at=now)}
        entry = msgspec.structs.replace(entry, provenance=provenance)
    return replaced(
        f"Take back {', '.join(field.short for field in fields)} of", [(holding, entry)]
    )
