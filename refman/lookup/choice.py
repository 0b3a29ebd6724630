"""Records of several sources for one entry: which are it, in order, and what they say together.

Records with one identifier are one record, however many sources have copied it: their fields are
taken together, and they count once. Two records that both look right and are not one record go to
review, both of them.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from refman.duplicates import Relation
from refman.duplicates.judge import judge
from refman.duplicates.people import Agreement, compare_people
from refman.duplicates.registered import parted, shared
from refman.lookup.evidence import Wanted, names, work_of
from refman.lookup.match import Decision, Match, reason_of, total, weighed
from refman.lookup.source import Candidate
from refman.lookup.tables import tables
from refman.lookup.venues import one_venue
from refman.model import Entry, Identifiers

__all__ = ["Choice", "choose"]

MOST = 100
"""So many records of one entry, the best, are compared with each other."""

_ORDER = {Decision.ACCEPT: 0, Decision.REVIEW: 1, Decision.REJECT: 2}


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what became of an entry that was looked up.

    Attributes:
        decision: ACCEPT where at least one record is it; REVIEW where a person must choose; REJECT
            where no record can be it; FAILED where no source could be asked.
        matches: all records weighed: accepted ones, those to review, rejected ones; each the best
            first.
        margin: how far the first one's score lies above that of the next other work; its own score
            where there is none.
        why: in words.
    """

    decision: Decision
    matches: tuple[Match, ...] = ()
    margin: float = 0.0
    why: str = ""

    @property
    def accepted(self) -> tuple[Match, ...]:
        """The records that are it."""
        return tuple(match for match in self.matches if match.decision is Decision.ACCEPT)

    @property
    def to_review(self) -> tuple[Match, ...]:
        """The records among which a person may choose, the best first."""
        return tuple(match for match in self.matches if match.decision is Decision.REVIEW)


def choose(wanted: Entry, candidates: Iterable[Candidate], *, has_failed: bool = False) -> Choice:
    """Weigh all records that sources gave for an entry; their order does not count.

    Args:
        wanted: the entry.
        candidates: of all sources; one that comes twice counts once.
        has_failed: no source could be asked to the end, so "not found" cannot be said.
    """
    known = {repr(candidate): candidate for candidate in candidates}
    if not known:
        if has_failed:
            return Choice(decision=Decision.FAILED, why="no source could be asked")
        return Choice(decision=Decision.REJECT, why="no source has a record like it")
    matches = _Choosing(Wanted(wanted), known.values()).matches()
    best = matches[0]
    decision, why = best.decision, best.why
    if decision is Decision.REJECT and has_failed:
        decision, why = Decision.FAILED, "not every source could be asked, and no record is it"
    return Choice(decision=decision, matches=matches, margin=_margin(matches), why=why)


class _Choosing:
    """Weigh the records of one entry together."""

    def __init__(self, wanted: Wanted, candidates: Iterable[Candidate]) -> None:
        self._wanted = wanted
        self._found = sorted((weighed(wanted, candidate) for candidate in candidates), key=_order)
        self._works = [work_of(match.candidate.entry) for match in self._found[:MOST]]

    def matches(self) -> tuple[Match, ...]:
        """Return the matches in order."""
        for places in self._records():
            self._take_together(places)
        self._part_rivals()
        if self._look_again():
            self._part_rivals()
        return tuple(sorted(self._found, key=_order))

    def _records(self) -> list[list[int]]:
        """Return the places of the records that an identifier joins, two or more."""
        part = {place: [place] for place in range(len(self._works))}
        for one, two in combinations(range(len(self._works)), 2):
            if part[one] is not part[two] and self._is_one_record(one, two):
                part[one] += part[two]
                for place in part[two]:
                    part[place] = part[one]
        return [
            sorted(places)
            for first, places in part.items()
            if len(places) > 1 and first == min(places)
        ]

    def _is_one_record(self, one: int, two: int) -> bool:
        first, second = self._works[one].registered, self._works[two].registered
        return parted(first, second) is None and bool(shared(first, second, with_isbn=False))

    def _take_together(self, places: Sequence[int]) -> None:
        """Accept what all records of one identifier say together, or doubt what one of them says.

        A record may lack its authors, and the same one from another source may lack its abstract.
        """
        decisions = {self._found[place].decision for place in places}
        if Decision.REJECT in decisions:
            for place in places:
                self._doubt(place, "another source says other things of this identifier")
            return
        if not any(self._found[place].lacks for place in places):
            return
        whole = weighed(self._wanted, self._together(places))
        if whole.decision is not Decision.ACCEPT:
            return
        sources = ", ".join(sorted({self._found[place].candidate.source for place in places}))
        for place in places:
            if self._found[place].lacks:
                self._lift(place, f"one record of {sources}: {whole.why}")

    def _together(self, places: Sequence[int]) -> Candidate:
        """Return the first record, with what it lacks for comparing from the others."""
        ranked = sorted(places, key=lambda place: -self._found[place].score)
        entries = [self._found[place].candidate.entry for place in ranked]
        first = entries[0]
        filled = {
            field: next((value for entry in entries if (value := getattr(entry, field))), None)
            for field in ("abstract", "author", "issued", "container_title")
        }
        entry = msgspec.structs.replace(first, **{**filled, "author": filled["author"] or ()})
        return msgspec.structs.replace(self._found[ranked[0]].candidate, entry=entry)

    def _look_again(self) -> bool:
        """Weigh what lacked a second field against the entry with what an accepted record says.

        A listing tells the abstract, arXiv's record the authors, and by these the publication is
        found, whose record has no abstract.
        """
        accepted = [match for match in self._found if match.decision is Decision.ACCEPT]
        known = self._wanted.entry
        for match in sorted(accepted, key=_order):
            known = _filled(known, match.candidate.entry)
        if known == self._wanted.entry:
            return False
        wanted = Wanted(known)
        sources = ", ".join(sorted({match.candidate.source for match in accepted}))
        found = False
        for place, match in enumerate(self._found[:MOST]):
            if not match.lacks:
                continue
            again = weighed(wanted, match.candidate)
            if again.decision is Decision.ACCEPT:
                self._lift(place, f"{again.why}, as in the record of {sources}")
                found = True
        return found

    def _lift(self, place: int, why: str) -> None:
        match = self._found[place]
        reasons = (*match.reasons, reason_of("sources", 1.0, why))
        self._found[place] = msgspec.structs.replace(
            match,
            decision=Decision.ACCEPT,
            why=why,
            reasons=reasons,
            score=total(reasons),
            lacks=False,
        )

    def _part_rivals(self) -> None:
        """Send accepted records that are not one record to review."""
        for place in range(MOST, len(self._found)):
            self._doubt(place, "more records look right than can be compared")
        accepted = [
            place
            for place, match in enumerate(self._found[:MOST])
            if match.decision is Decision.ACCEPT
        ]
        named = self._named()
        doubts: dict[int, str] = {}
        for one, two in combinations(accepted, 2):
            if (why := self._rivals(one, two)) is not None:
                pair = {one, two}
                doubts |= dict.fromkeys(pair - named if pair & named else pair, why)
                doubts |= dict.fromkeys(pair if pair <= named else (), why)
        for place, why in doubts.items():
            self._doubt(place, why)

    def _named(self) -> frozenset[int]:
        """Return the places of records with an identifier of the entry, or named by one of those.

        An arXiv record names the DOI of the publication; a publication names its preprint.
        """
        wanted = self._wanted
        own = [
            place
            for place, work in enumerate(self._works)
            if shared(wanted.work.registered, work.registered, with_isbn=False)
            or names(work.entry, wanted.entry)
            or names(wanted.entry, work.entry)
        ]
        accepted = [place for place in own if self._found[place].decision is Decision.ACCEPT]
        pointed = (
            place
            for place, work in enumerate(self._works)
            if any(names(self._works[one].entry, work.entry) for one in accepted)
        )
        return frozenset((*own, *pointed))

    def _rivals(self, one: int, two: int) -> str | None:
        """Return why two records are not one, or None where they may both be the work."""
        first, second = self._works[one], self._works[two]
        if (why := parted(first.registered, second.registered)) is not None:
            return f"versions of one work, or two works: {why}"
        if shared(first.registered, second.registered, with_isbn=False):
            return None
        agreement, why = compare_people(first.people, second.people)
        if agreement is Agreement.DISAGREE:
            return f"two works: {why}"
        verdict = judge(first, second)
        if verdict.relation is Relation.DIFFERENT:
            return f"two works: {verdict.reasons[0]}"
        kinds = {first.kind, second.kind}
        venues = (first.entry.container_title, second.entry.container_title)
        if kinds <= tables().published and (len(kinds) > 1 or one_venue(*venues) is False):
            said = " / ".join(sorted(filter(None, (*venues, *kinds))))
            return f"perhaps versions of one work: {said}"
        return None

    def _doubt(self, place: int, why: str) -> None:
        match = self._found[place]
        if match.decision is Decision.ACCEPT:
            self._found[place] = msgspec.structs.replace(
                match, decision=Decision.REVIEW, why=f"{match.why}, but {why}"
            )


def _order(match: Match) -> tuple[int, float, int, str]:
    rank = tables().rank("title", match.candidate.source)
    return _ORDER[match.decision], -match.score, rank, repr(match.candidate)


def _filled(entry: Entry, record: Entry) -> Entry:
    """Return an entry with the authors, date, abstract and identifiers of a record that is it."""
    known = entry.identifiers
    lacking = {
        name: value
        for name in Identifiers.__struct_fields__
        if getattr(known, name) is None and (value := getattr(record.identifiers, name)) is not None
    }
    return msgspec.structs.replace(
        entry,
        author=entry.author or record.author,
        issued=entry.issued or record.issued,
        abstract=entry.abstract or record.abstract,
        identifiers=msgspec.structs.replace(known, **lacking),
    )


def _margin(matches: Sequence[Match]) -> float:
    """Return how far the first is above the next other work; versions of it are no other."""
    best = matches[0]
    work = work_of(best.candidate.entry)
    for match in sorted(matches[1:], key=lambda match: -match.score):
        if not judge(work, work_of(match.candidate.entry)).is_one_work:
            return round(best.score - match.score, 4)
    return best.score
