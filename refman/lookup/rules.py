"""What is known of an entry and a record, judged: accepted, to review, or not it.

A wrong match is worse than none. By itself a record is accepted only where

- an identifier is equal and nothing contradicts it, the title least of all, or
- the titles agree and a second field does: the abstract, or the authors together with the year.

Source: DESIGN.md, 5.
"""

from typing import NamedTuple

from refman.duplicates.judge import ONE_ABSTRACT, OTHER_ABSTRACT
from refman.duplicates.people import Agreement
from refman.duplicates.titles import Likeness
from refman.lookup.evidence import Pair
from refman.model import Decision

__all__ = ["Decision", "Ruling", "doubt_of", "rule"]

NEAR_YEARS = 1
"""Authors with a year are a second field where the years lie no farther apart."""

VERSION_YEARS = 3
"""With one abstract, a publication may come so many years after its preprint."""

_FEWEST_PEOPLE = 2
_MANY_DETAILS = 2


class Ruling(NamedTuple):
    """Hold a decision and why, in words; ``lacks`` where it only takes more evidence to accept."""

    decision: Decision
    why: str
    lacks: bool = False


def rule(pair: Pair) -> Ruling:
    """Return what becomes of a record."""
    if pair.known.shared:
        return _with_identifier(pair)
    return _apart(pair) or _related(pair) or _by_title(pair)


def doubt_of(pair: Pair) -> str | None:
    """Return what keeps a record with the same title from being the work for sure."""
    known = pair.known
    if known.titles.doubt is not None:
        return known.titles.doubt
    if pair.unusual is not None:
        return f"the record is of another kind: {pair.unusual}"
    if known.kinds == "doubtful":
        return known.kinds_reason
    if known.years is not None and known.years > VERSION_YEARS:
        return f"{known.years} years lie between them"
    if known.kinds != "versions" and (pair.venues is False or known.doubts):
        which = known.doubts[0] if known.doubts else "they appeared in two places"
        return f"perhaps another version of the work: {which}"
    return None


def _with_identifier(pair: Pair) -> Ruling:
    known, titles = pair.known, pair.known.titles
    said = f"{' and '.join(known.shared)} equal"
    against = known.parted or titles.apart or pair.apart
    if against is None and known.kinds == "apart":
        against = known.kinds_reason
    if against is None and (known.apart or pair.unusual):
        against = known.apart or f"the record is of another kind: {pair.unusual}"
    if against is None and known.authors is Agreement.DISAGREE:
        against = known.authors_reason
    if against is None and titles.likeness is Likeness.UNKNOWN and pair.has_title:
        against = "the record has no title"
    if against is None and titles.likeness is Likeness.OTHER:
        against = titles.reason
    if against is None and titles.likeness is Likeness.SIMILAR and not _has_second(pair):
        against = titles.reason
    if against is not None:
        return Ruling(Decision.REVIEW, f"{said}, but {against}")
    if pair.versions is not None:
        wanted, found = pair.versions
        return Ruling(Decision.ACCEPT, f"{said}: version {found} of it, {wanted} was asked for")
    return Ruling(Decision.ACCEPT, said)


def _has_second(pair: Pair) -> bool:
    return pair.known.authors is Agreement.AGREE or _has_one_abstract(pair)


def _apart(pair: Pair) -> Ruling | None:
    """Return what becomes of a record that something says is of another work; None if nothing."""
    known = pair.known
    has_one, is_alike = _has_one_abstract(pair), pair.is_alike
    if known.parted is not None:
        looks_same = is_alike and (known.authors is Agreement.AGREE or has_one)
        if looks_same and known.authors is not Agreement.DISAGREE:
            return Ruling(Decision.REVIEW, f"versions of one work, or two works: {known.parted}")
        return Ruling(Decision.REJECT, known.parted)
    if pair.apart is not None:
        return Ruling(Decision.REJECT, pair.apart)
    against = known.titles.apart or known.apart
    if against is None and known.kinds == "apart":
        against = known.kinds_reason
    if against is not None:
        is_of_kind = against.startswith("not the same kind")
        if has_one and known.authors is not Agreement.DISAGREE and not is_of_kind:
            return Ruling(Decision.REVIEW, f"{_abstract_said(pair)}, but {against}")
        return Ruling(Decision.REJECT, against)
    if known.authors is Agreement.DISAGREE:
        if has_one and is_alike:
            return Ruling(Decision.REVIEW, f"{_abstract_said(pair)}, but {known.authors_reason}")
        return Ruling(Decision.REJECT, known.authors_reason)
    return None


def _related(pair: Pair) -> Ruling | None:
    """Accept a publication that names its preprint by DOI, and the other way round."""
    if not pair.related or not pair.is_alike or doubt_of(pair) is not None:
        return None
    return Ruling(Decision.ACCEPT, "one names the other as its version, and the titles agree")


def _by_title(pair: Pair) -> Ruling:
    likeness = pair.known.titles.likeness
    if likeness in {Likeness.OTHER, Likeness.UNKNOWN}:
        return _with_other_title(pair)
    if likeness is Likeness.SIMILAR:
        return _with_similar_title(pair)
    if pair.known.titles.is_generic:
        return _with_generic_title(pair)
    return _with_title(pair)


def _with_title(pair: Pair) -> Ruling:
    """Judge titles that are equal, all but equal, or one the other's beginning."""
    known = pair.known
    doubt = doubt_of(pair)
    if _has_one_abstract(pair):
        if doubt is not None:
            return Ruling(Decision.REVIEW, f"title and abstract agree, but {doubt}")
        return Ruling(Decision.ACCEPT, "title and abstract agree")
    if _has_other_abstract(pair):
        if known.authors is Agreement.AGREE or (pair.is_telling and pair.is_alike):
            return Ruling(Decision.REVIEW, f"titles agree, but {_abstract_said(pair)}")
        return Ruling(Decision.REJECT, f"a work of the same title: {_abstract_said(pair)}")
    if known.authors is not Agreement.AGREE:
        why = f"titles agree, and no second field: {known.authors_reason}"
        return Ruling(Decision.REVIEW, why, lacks=doubt is None)
    if known.years is None:
        why = "title and authors agree, and no year tells"
        return Ruling(Decision.REVIEW, why, lacks=doubt is None)
    doubt = doubt or _doubt_without_abstract(pair)
    if doubt is not None:
        return Ruling(Decision.REVIEW, f"title and authors agree, but {doubt}", lacks=True)
    return Ruling(Decision.ACCEPT, "title, authors and year agree")


def _doubt_without_abstract(pair: Pair) -> str | None:
    """Return what more there is to ask where authors and year are the second field."""
    known = pair.known
    if known.years is not None and known.years > NEAR_YEARS:
        return f"{known.years} years lie between them"
    if known.titles.likeness is Likeness.PART and not pair.is_telling:
        return known.titles.reason
    if known.titles.likeness is Likeness.CLOSE and not pair.has_same_words:
        return f"{known.titles.reason}: a slip, or another word"  # "motion" and "emotion"
    if not pair.is_telling and pair.persons < _FEWEST_PEOPLE:
        return "the title is short, and there is one author"
    return None


def _with_generic_title(pair: Pair) -> Ruling:
    """Ask more of "Editorial" than of a title that one work alone has."""
    known = pair.known
    doubt = doubt_of(pair)
    if _has_one_abstract(pair) and doubt is None:
        return Ruling(Decision.ACCEPT, "title and abstract agree")
    is_placed = known.details >= _MANY_DETAILS and known.years == 0
    if known.authors is Agreement.AGREE and is_placed and doubt is None:
        return Ruling(Decision.ACCEPT, "title, authors, year and place agree")
    if _has_one_abstract(pair) or known.authors is Agreement.AGREE:
        return Ruling(Decision.REVIEW, "many works have this title", lacks=doubt is None)
    return Ruling(Decision.REJECT, "many works have this title")


def _with_similar_title(pair: Pair) -> Ruling:
    """Judge titles of which words differ; one work may have been given another title."""
    known = pair.known
    if _has_one_abstract(pair):
        return Ruling(Decision.REVIEW, f"perhaps renamed: {_abstract_said(pair)}")
    is_near = known.years is None or known.years <= VERSION_YEARS
    if known.authors is Agreement.AGREE and is_near and not _has_other_abstract(pair):
        return Ruling(Decision.REVIEW, f"perhaps renamed: {known.authors_reason}")
    return Ruling(Decision.REJECT, known.titles.reason)


def _with_other_title(pair: Pair) -> Ruling:
    if _has_one_abstract(pair):
        return Ruling(Decision.REVIEW, f"{_abstract_said(pair)}, but {pair.known.titles.reason}")
    return Ruling(Decision.REJECT, pair.known.titles.reason)


def _has_one_abstract(pair: Pair) -> bool:
    return (pair.known.abstracts or 0) >= ONE_ABSTRACT


def _has_other_abstract(pair: Pair) -> bool:
    return pair.known.abstracts is not None and pair.known.abstracts <= OTHER_ABSTRACT


def _abstract_said(pair: Pair) -> str:
    return f"abstracts have {pair.known.abstracts or 0:.0%} in common"
