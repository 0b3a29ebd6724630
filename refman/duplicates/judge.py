"""Whether two entries are one work: the evidence weighed."""

from typing import NamedTuple

from refman.duplicates.people import Agreement, compare_people
from refman.duplicates.registered import parted, shared
from refman.duplicates.tables import tables
from refman.duplicates.titles import Likeness, TitleMatch, compare_titles
from refman.duplicates.venues import first_page, same_number, same_venue
from refman.duplicates.verdicts import Relation, Verdict
from refman.duplicates.work import Work, shingle_overlap
from refman.model import Entry

__all__ = ["ONE_ABSTRACT", "OTHER_ABSTRACT", "Evidence", "evidence_of", "judge", "same_work"]

NEAR_YEARS = 1
VERSION_YEARS = 3
"""A publication may come so many years after its preprint."""

ONE_ABSTRACT = 0.4
OTHER_ABSTRACT = 0.03
"""Shares of five-word stretches: from the one on, of one work; up to the other, of two."""

_SCORES = {
    Relation.SAME: (0.9, 1.0),
    Relation.VERSIONS: (0.85, 1.0),
    Relation.UNSURE: (0.5, 0.84),
    Relation.DIFFERENT: (0.0, 0.49),
}
_ARTICLE_KINDS = frozenset({"journal", "conference"})
_ALIKE = frozenset({Likeness.EQUAL, Likeness.CLOSE})


class Evidence(NamedTuple):
    """Hold what is known of a pair.

    Attributes:
        shared: names of equal identifiers.
        parted: identifiers that say "two works".
        titles: how they compare.
        authors: whether they agree.
        authors_reason: in words.
        years: how far they lie apart; None where one is not known.
        abstracts: the share that they have in common; None where that is not known.
        kinds: "one", "versions", "apart" or "doubtful".
        kinds_reason: in words.
        apart: what in the other fields says "two works".
        doubts: what in the other fields says so perhaps.
        details: how many of venue, volume and first page agree.
    """

    shared: tuple[str, ...]
    parted: str | None
    titles: TitleMatch
    authors: Agreement
    authors_reason: str
    years: int | None
    abstracts: float | None
    kinds: str
    kinds_reason: str
    apart: str | None
    doubts: tuple[str, ...]
    details: int


def same_work(first: Entry, second: Entry) -> Verdict:
    """Say whether two entries are one work: the same, versions of it, different, or unsure.

    A title alone is never enough: SAME takes an identifier that both have, or titles that agree
    and a second field that does (authors with years, or abstracts). What parts two works whatever
    else agrees: two DOIs (but a preprint's beside a publication's), numbers of parts, a correction
    or a review beside its paper. The verdict does not depend on the order.

    Source: DESIGN.md, 5.
    """
    return judge(Work(first), Work(second))


def judge(first: Work, second: Work) -> Verdict:
    """Say what ``same_work`` says, of entries that are compared more than once."""
    if _order(second) < _order(first):
        first, second = second, first
    if first.title.key == second.title.key and first.content == second.content:
        return Verdict(
            relation=Relation.SAME,
            score=1.0,
            reasons=("all that they say is equal",),
            shared=shared(first.registered, second.registered, with_isbn=True),
            title=1.0 if first.title.key else None,
            authors_agree=bool(first.people.persons),
        )
    evidence = evidence_of(first, second)
    relation, reasons = _weighed(evidence)
    return Verdict(
        relation=relation,
        score=_score(relation, evidence),
        reasons=tuple(dict.fromkeys(filter(None, reasons))),
        shared=evidence.shared,
        title=None if evidence.titles.likeness is Likeness.UNKNOWN else evidence.titles.ratio,
        authors_agree=evidence.authors is Agreement.AGREE,
    )


def _order(work: Work) -> tuple[str, str, int]:
    return (work.title.key, work.title.text, work.year or 0)


def evidence_of(first: Work, second: Work) -> Evidence:
    """Return what is known of a pair, without a judgement."""
    with_isbn = not (first.is_part_of_book or second.is_part_of_book)
    authors, authors_reason = compare_people(first.people, second.people)
    years = None
    if first.year is not None and second.year is not None:
        years = abs(first.year - second.year)
    kinds, kinds_reason = _kinds(first, second)
    apart, doubts, details = _details(first, second)
    return Evidence(
        shared=shared(first.registered, second.registered, with_isbn=with_isbn),
        parted=parted(first.registered, second.registered),
        titles=compare_titles(first.title, second.title),
        authors=authors,
        authors_reason=authors_reason,
        years=years,
        abstracts=shingle_overlap(first, second),
        kinds=kinds,
        kinds_reason=kinds_reason,
        apart=apart,
        doubts=doubts,
        details=details,
    )


def _kinds(first: Work, second: Work) -> tuple[str, str]:
    """Return whether one work may have the kinds of both, and why."""
    kinds = frozenset((first.kind, second.kind))
    said = " / ".join(sorted(kind or "other" for kind in kinds))
    rows = tables()
    if len(kinds) == 1 or kinds in rows.one_kind or "" in kinds:
        return "one", ""
    if kinds in rows.version_kinds:
        return "versions", f"a preprint and a publication: {said}"
    if kinds in rows.apart_kinds:
        return "apart", f"two kinds of work: {said}"
    if kinds == _ARTICLE_KINDS:
        is_one_venue = same_venue(first.entry.container_title, second.entry.container_title)
        return ("one", "") if is_one_venue else ("doubtful", f"two kinds of work: {said}")
    return "doubtful", f"perhaps two kinds of work: {said}"


def _details(first: Work, second: Work) -> tuple[str | None, tuple[str, ...], int]:
    """Return what volume, pages, edition and number say: apart, doubts, how many agree."""
    entry, other = first.entry, second.entry
    is_whole = first.kind == second.kind == "book"
    is_numbered = first.kind == second.kind and first.kind in {"report", "patent", "data"}
    venue = same_venue(entry.container_title, other.container_title)
    volume = same_number(entry.volume, other.volume)
    page, other_page = first_page(entry.page), first_page(other.page)
    pages = page == other_page if page and other_page else None
    surely = (
        (is_whole and volume is False, f"two volumes: {_both(entry.volume, other.volume)}"),
        (
            same_number(entry.edition, other.edition) is False,
            f"two editions: {_both(entry.edition, other.edition)}",
        ),
        (
            same_number(entry.chapter_number, other.chapter_number) is False,
            f"two chapters: {_both(entry.chapter_number, other.chapter_number)}",
        ),
        (
            is_numbered and same_number(entry.number, other.number) is False,
            f"two numbers: {_both(entry.number, other.number)}",
        ),
    )
    apart = next((reason for holds, reason in surely if holds), None)
    doubts = (
        (not is_whole and volume is False, f"volumes differ: {_both(entry.volume, other.volume)}"),
        (pages is False, f"pages differ: {_both(entry.page, other.page)}"),
        (_isbns_differ(first, second), "two ISBNs"),
        (
            _differ(entry.identifiers.openreview, other.identifiers.openreview),
            "two forums of OpenReview",
        ),
    )
    found = tuple(reason for holds, reason in doubts if holds)
    return apart, found, sum(value is True for value in (venue, volume, pages))


def _isbns_differ(first: Work, second: Work) -> bool:
    is_book = first.kind == second.kind == "book"
    return is_book and _differ(first.registered.isbn, second.registered.isbn)


def _differ(value: str | None, other: str | None) -> bool:
    return value is not None and other is not None and value != other


def _both(value: str | None, other: str | None) -> str:
    return " / ".join(sorted((value or "none", other or "none")))


def _weighed(evidence: Evidence) -> tuple[Relation, list[str]]:
    """Return the relation and the reasons for it."""
    if evidence.shared:
        return _with_identifier(evidence)
    titles = evidence.titles
    against = evidence.parted or titles.apart or evidence.apart
    if against is None and evidence.kinds == "apart":
        against = evidence.kinds_reason
    if against is not None:
        return Relation.DIFFERENT, [against, titles.reason]
    if evidence.authors is Agreement.DISAGREE:
        return _by_other_authors(evidence)
    if titles.is_generic:
        return _with_generic_title(evidence)
    if titles.likeness in _ALIKE:
        return _with_title(evidence)
    if titles.likeness is Likeness.PART:
        return _with_part_of_title(evidence)
    return _with_other_title(evidence)


def _with_identifier(evidence: Evidence) -> tuple[Relation, list[str]]:
    titles = evidence.titles
    said = [f"{name} is equal" for name in evidence.shared]
    if evidence.shared == ("ISBN",) and (against := titles.apart or evidence.apart) is not None:
        return Relation.DIFFERENT, [against, *said]
    doubt = evidence.parted or titles.apart
    if doubt is None and evidence.kinds == "apart":
        doubt = evidence.kinds_reason
    if doubt is None and titles.likeness is Likeness.OTHER:
        has_one = evidence.authors is Agreement.AGREE or (evidence.abstracts or 0) >= ONE_ABSTRACT
        is_whole_book = evidence.shared == ("ISBN",)
        doubt = titles.reason if is_whole_book or not has_one else None
    if doubt is None and evidence.authors is Agreement.DISAGREE:
        doubt = evidence.authors_reason
    if doubt is not None:
        return Relation.UNSURE, [*said, doubt]
    return _one_work(evidence), [*said, titles.reason, _versions_reason(evidence)]


def _by_other_authors(evidence: Evidence) -> tuple[Relation, list[str]]:
    reasons = [evidence.authors_reason, evidence.titles.reason]
    if _has_one_abstract(evidence) and evidence.titles.likeness in _ALIKE:
        return Relation.UNSURE, [*reasons, _abstract_reason(evidence)]
    return Relation.DIFFERENT, reasons


def _with_generic_title(evidence: Evidence) -> tuple[Relation, list[str]]:
    """Ask more of "Editorial" than of a title that one work alone has."""
    reasons = ["many works have this title", evidence.authors_reason, *evidence.doubts]
    if evidence.titles.likeness is not Likeness.EQUAL or evidence.doubts or evidence.years:
        return Relation.DIFFERENT, reasons
    most = 3
    if evidence.details == most or (
        evidence.authors is Agreement.AGREE and evidence.years == 0 and evidence.details > 1
    ):
        return _one_work(evidence), [*reasons, f"{evidence.details} of venue, volume, page agree"]
    is_doubtful = evidence.authors is Agreement.AGREE or evidence.details > 0
    return (Relation.UNSURE if is_doubtful else Relation.DIFFERENT), reasons


def _with_title(evidence: Evidence) -> tuple[Relation, list[str]]:
    """Weigh titles that are equal or all but equal."""
    reasons = [evidence.titles.reason, evidence.authors_reason, _years_reason(evidence)]
    doubt = _doubt(evidence)
    if evidence.authors is Agreement.AGREE:
        if doubt is None:
            return _one_work(evidence), [*reasons, _versions_reason(evidence)]
        return Relation.UNSURE, [*reasons, doubt]
    if _has_one_abstract(evidence) and doubt is None:
        return _one_work(evidence), [*reasons, _abstract_reason(evidence)]
    if evidence.authors is Agreement.UNKNOWN and _has_other_abstract(evidence):
        return Relation.DIFFERENT, [_abstract_reason(evidence), *reasons]
    is_placed = evidence.details > 1 and evidence.years == 0
    if evidence.authors is Agreement.UNKNOWN and is_placed and doubt is None:
        return _one_work(evidence), [*reasons, "venue, volume or page agree"]
    return Relation.UNSURE, [*reasons, doubt or ""]


def _with_part_of_title(evidence: Evidence) -> tuple[Relation, list[str]]:
    """Weigh a title that is the other's beginning."""
    reasons = [evidence.titles.reason, evidence.authors_reason, _years_reason(evidence)]
    doubt = _doubt(evidence)
    has_second = _has_one_abstract(evidence) or (
        evidence.authors is Agreement.AGREE and evidence.years is not None
    )
    if has_second and doubt is None:
        return _one_work(evidence), [*reasons, _versions_reason(evidence)]
    if evidence.authors is Agreement.UNKNOWN and _has_other_abstract(evidence):
        return Relation.DIFFERENT, [_abstract_reason(evidence), *reasons]
    return Relation.UNSURE, [*reasons, doubt or ""]


def _with_other_title(evidence: Evidence) -> tuple[Relation, list[str]]:
    """Weigh titles of which words differ; one work may have been given another title."""
    titles = evidence.titles
    reasons = [titles.reason, evidence.authors_reason, _years_reason(evidence)]
    doubt = _doubt(evidence)
    is_similar = titles.likeness is Likeness.SIMILAR
    if _has_one_abstract(evidence):
        is_sure = is_similar and doubt is None and evidence.authors is not Agreement.PARTLY
        relation = _one_work(evidence) if is_sure else Relation.UNSURE
        return relation, [*reasons, _abstract_reason(evidence), doubt or ""]
    is_doubtful = is_similar and evidence.authors is Agreement.AGREE
    if is_doubtful and not _has_other_abstract(evidence) and not evidence.doubts:
        is_near = evidence.years is None or evidence.years <= VERSION_YEARS
        return (Relation.UNSURE if is_near else Relation.DIFFERENT), reasons
    return Relation.DIFFERENT, reasons


def _doubt(evidence: Evidence) -> str | None:
    """Return what keeps a pair with like titles from being one work for sure."""
    if evidence.titles.doubt is not None:
        return evidence.titles.doubt
    if evidence.kinds == "doubtful":
        return evidence.kinds_reason
    most = VERSION_YEARS if evidence.kinds == "versions" else NEAR_YEARS
    if evidence.years is not None and evidence.years > most:
        return f"{evidence.years} years lie between them"
    if evidence.authors is Agreement.AGREE and _has_other_abstract(evidence):
        return _abstract_reason(evidence)
    return evidence.doubts[0] if evidence.doubts and evidence.kinds != "versions" else None


def _one_work(evidence: Evidence) -> Relation:
    return Relation.VERSIONS if evidence.kinds == "versions" else Relation.SAME


def _has_one_abstract(evidence: Evidence) -> bool:
    return evidence.abstracts is not None and evidence.abstracts >= ONE_ABSTRACT


def _has_other_abstract(evidence: Evidence) -> bool:
    return evidence.abstracts is not None and evidence.abstracts <= OTHER_ABSTRACT


def _abstract_reason(evidence: Evidence) -> str:
    return f"abstracts have {evidence.abstracts or 0:.0%} in common"


def _years_reason(evidence: Evidence) -> str:
    if evidence.years is None:
        return ""
    if evidence.years == 0:
        return "years are equal"
    return f"years are {evidence.years} apart"


def _versions_reason(evidence: Evidence) -> str:
    return evidence.kinds_reason if evidence.kinds == "versions" else ""


def _score(relation: Relation, evidence: Evidence) -> float:
    """Return how sure it is, within the bounds of the relation."""
    least, most = _SCORES[relation]
    people = {
        Agreement.AGREE: 1.0,
        Agreement.UNKNOWN: 0.5,
        Agreement.PARTLY: 0.5,
        Agreement.DISAGREE: 0.0,
    }[evidence.authors]
    years = 0.5 if evidence.years is None else max(0.0, 1 - evidence.years / (VERSION_YEARS + 1))
    strength = 0.5 * evidence.titles.ratio + 0.35 * people + 0.15 * years
    if evidence.shared and relation is not Relation.UNSURE:
        strength = max(strength, 0.95)
    return round(least + (most - least) * strength, 3)
