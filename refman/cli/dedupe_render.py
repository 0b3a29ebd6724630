"""What ``refman dedupe`` prints: groups with their reasons, for a terminal or as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from refman.cli.render import counted, name_as_text, one_line, who_and_when, wrapped
from refman.duplicates import Group, Pair, Relation, Search
from refman.joining import Join, joins
from refman.model import Entry, Span

__all__ = ["join_lines", "search_json", "search_lines"]

_SHOWN_MEMBERS = 12
_SHOWN_PAIRS = 6

_SAID = {
    Relation.SAME: "one work",
    Relation.VERSIONS: "preprint and publication of one work",
    Relation.UNSURE: "perhaps one work",
}


def search_lines(name: str, entries: Sequence[Entry], found: Search) -> Iterator[str]:
    """Yield the groups, their members and reasons, and at last what came of it all."""
    for number, group in enumerate(found.groups, 1):
        yield from wrapped(f"{number}. {_SAID[group.relation]} ({group.score:.2f})", "", "   ")
        for place in group.places[:_SHOWN_MEMBERS]:
            yield from wrapped(_described(entries, place), "   ", "     ")
        if (more := len(group.places) - _SHOWN_MEMBERS) > 0:
            yield f"   and {more:,} more"
        yield from _pair_lines(entries, group)
    for pair in found.left_out[:_SHOWN_PAIRS]:
        names = f"{_name(entries, pair.first)} and {_name(entries, pair.second)}"
        yield from wrapped(f"alike too, but kept out of a group: {names}", "", "     ")
    if found.crowded:
        shown = ", ".join(one_line(name) for name in found.crowded[:3])
        yield from wrapped(
            f"not all compared with all, for so many are alike: {shown}"
            + (" and others" if len(found.crowded) > 3 else ""),  # noqa: PLR2004 - as many are shown
            "",
            "     ",
        )
    yield from wrapped(_summary(name, entries, found), "", "     ")


def _summary(name: str, entries: Sequence[Entry], found: Search) -> str:
    said = f"{one_line(name)}: {counted(len(entries), 'reference')}, "
    if not found.groups:
        return f"{said}no duplicates"
    gone = sum(len(join.gone) for join in joins(entries, found.groups))
    said += counted(len(found.groups), "group")
    return f"{said}; --merge would make {gone:,} of them go" if gone else said


def _pair_lines(entries: Sequence[Entry], group: Group) -> Iterator[str]:
    """Yield why: for two members the reasons, for more those of each pair."""
    if len(group.pairs) == 1 and len(group.places) == 2:  # noqa: PLR2004 - a pair
        yield from wrapped(_reasons(group.pairs[0]), "   - ", "     ")
        return
    for pair in group.pairs[:_SHOWN_PAIRS]:
        names = f"{_name(entries, pair.first)}, {_name(entries, pair.second)}"
        score = f"{_SAID.get(pair.verdict.relation, 'two works')} ({pair.verdict.score:.2f})"
        yield from wrapped(f"{names}: {score}: {_reasons(pair)}", "   - ", "     ")
    if (more := len(group.pairs) - _SHOWN_PAIRS) > 0:
        yield f"   - and {counted(more, 'pair')} more"


def _reasons(pair: Pair) -> str:
    return one_line("; ".join(pair.verdict.reasons))


def _name(entries: Sequence[Entry], place: int) -> str:
    """Return an entry's key; its place where it has none."""
    return one_line(entries[place].citekey or f"#{place + 1}")


def _described(entries: Sequence[Entry], place: int) -> str:
    """Return a line of an entry: key, who, when, title, identifier."""
    entry = entries[place]
    known = entry.identifiers
    number = known.doi or (f"arXiv:{known.arxiv.id}" if known.arxiv else None) or known.isbn or ""
    said = ". ".join(filter(None, (who_and_when(entry), entry.title, number)))
    name = _name(entries, place)
    return one_line(f"{name}: {said}" if name.startswith("#") else f"{name} (#{place + 1}): {said}")


def join_lines(
    entries: Sequence[Entry], done: Iterable[Join], left: Iterable[tuple[Join, str]]
) -> Iterator[str]:
    """Yield what went into what, and what could not, with the reason."""
    for join in done:
        gone = ", ".join(_name(entries, place) for place in join.gone)
        kept = sorted(set(join.entry.extra) - set(entries[join.leader].extra))
        rest = f" (kept beside: {', '.join(kept)})" if kept else ""
        yield from wrapped(one_line(f"{gone} into {_name(entries, join.leader)}{rest}"), "", "   ")
    for join, why in left:
        names = ", ".join(_name(entries, place) for place in (join.leader, *join.gone))
        yield from wrapped(one_line(f"not merged: {names}: {why}"), "", "   ")


def search_json(name: str, entries: Sequence[Entry], spans: Sequence[Span], found: Search) -> bytes:
    """Return one JSON object; places count from 1, as ``#1`` does, spans are in characters."""
    said: dict[str, Any] = {
        "source": name_as_text(name),
        "references": len(entries),
        "groups": [
            {
                "relation": group.relation,
                "score": group.score,
                "members": [_member(entries, spans, place) for place in group.places],
                "pairs": [_pair(pair) for pair in group.pairs],
            }
            for group in found.groups
        ],
        "left_out": [_pair(pair) for pair in found.left_out],
        "crowded": found.crowded,
        "compared": found.compared,
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"


def _member(entries: Sequence[Entry], spans: Sequence[Span], place: int) -> dict[str, Any]:
    entry = entries[place]
    return {
        "place": place + 1,
        "key": entry.citekey,
        "title": entry.title,
        "issued": str(entry.issued) if entry.issued else None,
        "span": spans[place],
    }


def _pair(pair: Pair) -> dict[str, Any]:
    verdict = pair.verdict
    return {
        "places": [pair.first + 1, pair.second + 1],
        "relation": verdict.relation,
        "score": verdict.score,
        "reasons": verdict.reasons,
        "shared": verdict.shared,
        "title": None if verdict.title is None else round(verdict.title, 3),
        "may_merge": verdict.may_merge,
    }
