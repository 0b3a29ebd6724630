"""What ``refman lookup`` prints: outcomes with score and reasons, for a terminal or as JSON."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from refman.cli.render import counted, name_as_text, one_line, who_and_when, wrapped
from refman.lookup import Decision, Match, Merged, Outcome, PublishedValue, Result
from refman.lookup.offers import Value
from refman.model import Arxiv, Date, Entry, ItemType
from refman.normalise import format_name
from refman.online import LookedUp

__all__ = [
    "lookup_json",
    "match_lines",
    "match_object",
    "offer_object",
    "published_lines",
    "result_lines",
    "sum_line",
    "wrapped",
]

_SHOWN_CANDIDATES = 3
_SHOWN_VALUE = 60
_MOST_IN_JSON = 20

_INDENT = " " * 5


def result_lines(entry: Entry, result: Result, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield what became of an entry: outcome, title, record, reasons, candidates, proposals."""
    taken = result.choice.accepted if result.merged is not None else ()
    score = f" ({taken[0].score:.2f})" if taken else ""
    title = entry.title or "[no title]"
    yield from wrapped(
        f"{result.outcome.value}{score}: {title}", f"{result.place + 1:>4} ", _INDENT
    )
    if taken:
        yield from _taken_lines(entry, taken, labels)
    else:
        yield from wrapped(_why_not(result, labels), _INDENT, f"{_INDENT}  ")
    if result.outcome is Outcome.REVIEW:
        yield from _candidate_lines([*result.choice.accepted, *result.choice.to_review], labels)
    if result.merged is not None:
        yield from _merged_lines(result.merged, labels)


def _why_not(result: Result, labels: Mapping[str, str]) -> str:
    """Return why nothing was taken, and who could not be asked."""
    said, matches = result.why, result.choice.matches
    if matches and matches[0].decision is Decision.REJECT:
        nearest = matches[0]
        source = labels.get(nearest.candidate.source, nearest.candidate.source)
        said = f"the nearest, {source}: {_described(nearest.candidate.entry)}: {nearest.why}"
    if not result.failed or len(result.failed) == len(labels):
        return said
    failed = ", ".join(labels.get(name, name) for name in result.failed)
    return f"{said} (without {failed})"


def _taken_lines(entry: Entry, taken: Sequence[Match], labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the best record, whose it is and why it is the paper."""
    record = taken[0].candidate.entry
    if (record.title or "").casefold() == (entry.title or "").casefold():
        record = msgspec.structs.replace(record, title=None)  # it stands above
    yield from wrapped(_described(record), _INDENT, f"{_INDENT}  ")
    names = dict.fromkeys(labels.get(m.candidate.source, m.candidate.source) for m in taken)
    yield from wrapped(f"{', '.join(names)}: {_reasons(taken[0])}", _INDENT, f"{_INDENT}  ")


def _candidate_lines(matches: Sequence[Match], labels: Mapping[str, str]) -> Iterator[str]:
    for number, match in enumerate(matches[:_SHOWN_CANDIDATES], 1):
        yield from match_lines(number, match, labels)
    if (more := len(matches) - _SHOWN_CANDIDATES) > 0:
        yield f"{_INDENT}and {counted(more, 'more candidate', 'more candidates')} (--json)"


def match_lines(number: int, match: Match, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield a record that may be the work: its number, score, source, address and reasons."""
    source = labels.get(match.candidate.source, match.candidate.source)
    said = f"{match.score:.2f} {source}: {_described(match.candidate.entry)}"
    yield from wrapped(said, f"{_INDENT}{number}. ", f"{_INDENT}   ")
    if match.candidate.record_url:
        yield f"{_INDENT}   {one_line(match.candidate.record_url)}"
    yield from wrapped(f"{match.why}: {_reasons(match)}", f"{_INDENT}   - ", f"{_INDENT}     ")


def _merged_lines(merged: Merged, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield what a person may want to change, and what cannot be true."""
    yield from published_lines(merged.published, labels)
    for flaw in merged.flaws:
        source = labels.get(flaw.source or "", flaw.source or "the entry itself")
        yield from wrapped(f"doubtful in {source}: {flaw.why}", _INDENT, f"{_INDENT}  ")


def published_lines(
    published: Sequence[PublishedValue], labels: Mapping[str, str]
) -> Iterator[str]:
    """Yield what becoming the publication would change, field by field."""
    for place, value in enumerate(published):
        if place == 0:
            source = labels.get(value.source, value.source)
            yield from wrapped(f"proposed, {value.why} ({source}):", _INDENT, f"{_INDENT}  ")
        old = f"{_shown(value.old)} -> " if value.old is not None else ""
        yield from wrapped(
            f"{value.field}: {old}{_shown(value.new)}", f"{_INDENT}   - ", f"{_INDENT}     "
        )


def sum_line(file: str, found: LookedUp) -> Iterator[str]:
    """Yield the numbers by outcome."""
    numbers = Counter(result.outcome for result in found.results)
    said = ", ".join(f"{numbers[one]:,} {one.value}" for one in Outcome if numbers[one])
    resumed = f" ({counted(found.resumed, 'answer')} of an earlier run)" if found.resumed else ""
    papers = counted(len(found.results), "paper")
    yield from wrapped(f"{one_line(file)}: {papers}: {said}{resumed}", "", _INDENT)


def _described(entry: Entry) -> str:
    """Return a line of a record: who, when, title, where, identifier."""
    known = entry.identifiers
    number = f"arXiv:{known.arxiv.id}" if known.arxiv else known.doi
    said = (who_and_when(entry), entry.title, entry.container_title, number)
    return ". ".join(filter(None, said))


def _reasons(match: Match) -> str:
    return "; ".join(reason.why for reason in match.reasons)


def _shown(value: Value | None) -> str:
    if isinstance(value, ItemType):
        text = value.value
    elif isinstance(value, Arxiv):
        text = value.id
    elif isinstance(value, tuple):
        text = "; ".join(map(format_name, value))
    else:
        text = str(value)
    return textwrap.shorten(one_line(text), _SHOWN_VALUE, placeholder=" …")


def lookup_json(file: str, entries: Sequence[Entry], found: LookedUp) -> bytes:
    """Return one JSON object; places count from 1."""
    numbers = Counter(result.outcome for result in found.results)
    said: dict[str, Any] = {
        "source": name_as_text(file),
        "outcomes": {one.value: numbers[one] for one in Outcome},
        "papers": [
            _result_object(entry, result)
            for entry, result in zip(entries, found.results, strict=True)
        ],
        "troubles": found.troubles,
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"


def _result_object(entry: Entry, result: Result) -> dict[str, Any]:
    merged = result.merged
    return {
        "place": result.place + 1,
        "key": entry.citekey,
        "title": entry.title,
        "outcome": result.outcome,
        "why": result.why,
        "margin": result.choice.margin,
        "failed": result.failed,
        "candidates": [match_object(match) for match in result.choice.matches[:_MOST_IN_JSON]],
        "proposals": [offer_object(each) for each in merged.published] if merged else [],
        "alternatives": [offer_object(each) for each in merged.alternatives] if merged else [],
        "flaws": merged.flaws if merged else [],
        "entry": result.entry,
    }


def match_object(match: Match) -> dict[str, Any]:
    """Return a record that may be the work, for JSON."""
    candidate = match.candidate
    return {
        "source": candidate.source,
        "record_url": candidate.record_url,
        "at": candidate.at,
        "decision": match.decision,
        "score": match.score,
        "why": match.why,
        "is_version": match.is_version,
        "reasons": match.reasons,
        "entry": candidate.entry,
    }


def offer_object(offer: msgspec.Struct) -> dict[str, Any]:
    """Return a value that may be taken, dates as texts."""
    said = msgspec.structs.asdict(offer)
    return {name: str(value) if isinstance(value, Date) else value for name, value in said.items()}
