"""What a comparison of two entries says."""

from enum import Enum

import msgspec

from refman.model import Entry

__all__ = ["Group", "Match", "Pair", "Relation", "Search", "Verdict"]

SAME_TITLE = 0.97
"""From this likeness on, two titles whose authors agree may be merged without a person's word."""


class Relation(Enum):
    """Tell how two entries stand to each other."""

    SAME = "same"
    VERSIONS = "versions"  # a preprint and the publication of one work
    UNSURE = "unsure"
    DIFFERENT = "different"


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """Say whether two entries are one work; the same whichever of them comes first.

    Attributes:
        relation: what they are to each other.
        score: 0 to 1, how sure it is that they are one work: from 0.9 on for SAME, from 0.85 for
            VERSIONS, from 0.5 for UNSURE, below that for DIFFERENT.
        reasons: what speaks for it or against it, in words; the weightiest first.
        shared: names of the identifiers that both have with one value, "DOI" or "arXiv".
        title: 0 to 1, how alike the titles are; None where one has none.
        authors_agree: both name authors, and they agree.
    """

    relation: Relation
    score: float
    reasons: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    title: float | None = None
    authors_agree: bool = False

    @property
    def is_one_work(self) -> bool:
        """Whether the two are one work, as the same record or as its versions."""
        return self.relation in {Relation.SAME, Relation.VERSIONS}

    @property
    def may_merge(self) -> bool:
        """Whether the two may become one without a person's word.

        That takes an identifier that both have, or titles alike to 0.97 with authors that agree.
        """
        is_title = self.title is not None and self.title >= SAME_TITLE and self.authors_agree
        return self.is_one_work and (bool(self.shared) or is_title)


class Pair(msgspec.Struct, frozen=True):
    """Hold two entries' places, the lesser first, and what was said of them."""

    first: int
    second: int
    verdict: Verdict


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Hold entries that are, or may be, one work.

    No two of them are known to be different works.

    Attributes:
        places: of the members among the entries that were searched, ascending; at least two.
        relation: the least sure of its pairs: UNSURE where one is, else VERSIONS, else SAME.
        score: the least of those by which its members hang together.
        pairs: what was said of its members, by places. Of entries equal to the letter only the
            first is compared with the others.
    """

    places: tuple[int, ...]
    relation: Relation
    score: float
    pairs: tuple[Pair, ...]


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a search among entries gave.

    Attributes:
        groups: in the order of their first members; no entry stands in two.
        left_out: pairs that look like one work, but whose members stand in groups of which some
            entries are different works; sorted by places.
        crowded: beginnings or ends of titles that so many entries share that not each was compared
            with each; empty where the search is complete.
        compared: how many pairs were looked at closely.
    """

    groups: tuple[Group, ...]
    left_out: tuple[Pair, ...] = ()
    crowded: tuple[str, ...] = ()
    compared: int = 0


class Match(msgspec.Struct, frozen=True):
    """Hold an entry of an index that is or may be the work that was asked for.

    Attributes:
        place: of the entry among those of the index.
        entry: the entry itself.
        verdict: never DIFFERENT.
    """

    place: int
    entry: Entry
    verdict: Verdict
