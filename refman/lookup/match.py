"""A source's record scored against an entry, with the reasons, field by field."""

from collections.abc import Iterator

from refman.duplicates.judge import ONE_ABSTRACT, OTHER_ABSTRACT
from refman.duplicates.people import Agreement
from refman.duplicates.titles import SIMILAR, Likeness
from refman.lookup.evidence import Pair, Wanted, compare
from refman.lookup.rules import NEAR_YEARS, VERSION_YEARS, rule
from refman.lookup.tables import tables
from refman.model import Candidate, Decision, Entry, Match, Reason

__all__ = ["Decision", "Match", "Reason", "score", "weighed"]


def score(wanted: Entry, found: Candidate) -> Match:
    """Weigh a record against the entry that it may be; no score of its service counts.

    Decided by rules (``refman.lookup.rules``), not by the score: title and a second field, or an
    identifier that nothing contradicts.
    """
    return weighed(Wanted(wanted), found)


def weighed(wanted: Wanted, found: Candidate) -> Match:
    """Weigh one of several records of an entry."""
    pair = compare(wanted, found.entry)
    reasons = tuple(sorted(_reasons(pair), key=lambda reason: -abs(reason.weight * reason.value)))
    ruling = rule(pair)
    return Match(
        candidate=found,
        score=total(reasons),
        reasons=reasons,
        decision=ruling.decision,
        why=ruling.why,
        is_version=pair.known.kinds == "versions",
        lacks=ruling.lacks,
    )


def total(reasons: tuple[Reason, ...]) -> float:
    """Return the score that reasons give.

    What agrees takes away its share of the doubt that is left; what differs then takes away its
    share of the score. So one more field that agrees never makes the score less.
    """
    doubt, kept = 1.0, 1.0
    for reason in reasons:
        if reason.value > 0:
            doubt *= 1 - reason.weight * reason.value
        else:
            kept *= 1 + reason.weight * reason.value
    return round((1 - doubt) * kept, 4)


def reason_of(field: str, value: float, why: str) -> Reason:
    """Return a reason with the weight that the table has for it."""
    weight = tables().weights[field]
    return Reason(field, weight.agrees if value > 0 else weight.differs, round(value, 3), why)


def _reasons(pair: Pair) -> Iterator[Reason]:
    known = pair.known
    if known.shared:
        yield reason_of("identifiers", 1.0, f"{' and '.join(known.shared)} equal")
    elif pair.related:
        yield reason_of("identifiers", 0.9, "one names the other as its version")
    if known.parted is not None:
        yield reason_of("identifiers", -1.0, known.parted)
    if known.titles.likeness is not Likeness.UNKNOWN:
        yield reason_of("title", _title_value(pair), _title_said(pair))
    if known.abstracts is not None:
        said = f"abstracts have {known.abstracts:.0%} in common"
        yield reason_of("abstract", _abstract_value(known.abstracts), said)
    if known.authors is not Agreement.UNKNOWN:
        yield reason_of("authors", _PEOPLE[known.authors], known.authors_reason)
    if known.years is not None:
        said = "years are equal" if known.years == 0 else f"years are {known.years} apart"
        yield reason_of("year", _year_value(known.years), said)
    yield from _reasons_of_place(pair)


def _reasons_of_place(pair: Pair) -> Iterator[Reason]:
    known = pair.known
    if pair.venues is not None:
        said = "the same venue" if pair.venues else "two venues"
        is_against = not pair.venues and known.kinds != "versions"
        yield reason_of("venue", 1.0 if pair.venues else -float(is_against), said)
    if known.apart is not None:
        yield reason_of("details", -1.0, known.apart)
    elif known.doubts:
        value = 0.0 if known.kinds == "versions" else -1.0
        yield reason_of("details", value, "; ".join(known.doubts))
    elif known.details > (pair.venues is True):
        yield reason_of("details", 1.0, "volume or page equal")
    if pair.unusual is not None:
        yield reason_of("type", -1.0, f"the record is of another kind: {pair.unusual}")
    elif known.kinds == "apart":
        yield reason_of("type", -1.0, known.kinds_reason)
    elif known.kinds == "doubtful":
        yield reason_of("type", -0.5, known.kinds_reason)
    elif known.kinds == "versions":
        yield reason_of("type", 0.0, f"versions of one work: {known.kinds_reason}")


_PEOPLE = {Agreement.AGREE: 1.0, Agreement.PARTLY: 0.2, Agreement.DISAGREE: -1.0}
_PART = 0.8
_LEAST_ABSTRACT = 0.7


def _title_value(pair: Pair) -> float:
    titles = pair.known.titles
    if titles.apart is not None or pair.apart is not None:
        return -1.0
    if titles.likeness is Likeness.OTHER:
        return titles.ratio - 1
    if titles.likeness is Likeness.SIMILAR:
        value = titles.ratio - SIMILAR / 2
    elif titles.likeness is Likeness.PART:
        value = _PART
    else:
        value = titles.ratio
    return value / 2 if titles.is_generic or titles.doubt is not None else value


def _title_said(pair: Pair) -> str:
    titles = pair.known.titles
    told = (titles.reason, titles.apart, pair.apart, titles.doubt)
    return "; ".join(text for text in told if text is not None)


def _abstract_value(overlap: float) -> float:
    if overlap <= OTHER_ABSTRACT:
        return -1.0
    if overlap < ONE_ABSTRACT:
        return 0.0
    return _LEAST_ABSTRACT + (1 - _LEAST_ABSTRACT) * (overlap - ONE_ABSTRACT) / (1 - ONE_ABSTRACT)


def _year_value(years: int) -> float:
    if years <= NEAR_YEARS:
        return 1.0 - 0.3 * years
    return 0.0 if years <= VERSION_YEARS else -1.0
