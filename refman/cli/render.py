"""What the commands print: plain text that fits the terminal, or JSON."""

import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from refman.cli.columns import cut, width_of, wrap
from refman.model import SURE, Draft, Entry, Identifiers, LeftOver, Link, Record
from refman.pipeline import Reading, draft_of
from refman.reading.document import Document
from refman.reading.lines_of import Lines
from refman.reading.reader import Piece

__all__ = [
    "Faults",
    "backup_line",
    "counted",
    "draft_lines",
    "left_over_lines",
    "listing_json",
    "losses_lines",
    "name_as_text",
    "one_line",
    "summary_lines",
    "who_and_when",
    "wrapped",
]

_SHOWN_LEFT_OVERS = 5
_SHOWN_FAULTS = 20
_SHOWN_COLUMNS = 70
_BULLET = ("   - ", "     ")
_LEAST_WIDTH = 20


def one_line(text: str) -> str:
    """Return foreign text on one line, without signs that steer a terminal or turn the text."""
    folded = " ".join(text.split())
    if folded.isascii() and folded.isprintable():
        return folded
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(sign) in {"Cc", "Cf", "Cs"} else sign
        for sign in folded
    )


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "1 paper", "68 papers"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def wrapped(text: str, first: str, rest: str, *, breaks_words: bool = True) -> list[str]:
    """Return foreign text as lines that fit the terminal; none where it is empty.

    Args:
        text: what is to be told.
        first: what stands before it in the first line.
        rest: what stands before it in the others.
        breaks_words: a word that is longer than a line goes on in the next one.
    """
    width = max(shutil.get_terminal_size().columns, width_of(rest) + _LEAST_WIDTH)
    return list(wrap(one_line(text), width, first=first, rest=rest, breaks_words=breaks_words))


def who_and_when(entry: Entry) -> str:
    """Return the first of those who made it, and the year: "Sato and others 2024"."""
    people = entry.author or entry.editor
    who = (people[0].family or people[0].literal or "") if people else ""
    if len(people) > 1:
        who += " and others"
    year = str(entry.issued.year) if entry.issued else ""
    return f"{who} {year}".strip()


def name_as_text(name: str) -> str:
    """Return a file's name as JSON can hold it: bytes in it that are no text show as U+FFFD."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def backup_line(backup: Path) -> str:
    """Return the line that tells where what a file held before is kept."""
    return f"   - what was there before is in {one_line(str(backup))}"


def draft_lines(number: int, draft: Draft) -> Iterator[str]:
    """Yield a draft for people: title, authors, links; the reasons where it is unsure."""
    indent = " " * 5
    yield from _wrapped(_shown_title(draft), f"{number:>4} ", indent)
    if draft.authors:
        yield from _wrapped("; ".join(draft.authors), indent, indent)
    for link in draft.links:
        roles = "+".join(role.value for role in link.roles) or link.kind.value
        promise = " (promised)" if link.promised else ""
        yield f"{indent}{roles}{promise}: {one_line(link.url)}"
    if draft.confidence < SURE:
        reasons = "; ".join(draft.reasons)
        yield from _wrapped(f"unsure ({draft.confidence:.2f}): {reasons}", indent, indent)


def _shown_title(draft: Draft) -> str:
    """Return a title, or in brackets what stands for it."""
    if draft.title:
        return draft.title
    identifiers = draft.identifiers
    names = [f"arXiv:{identifiers.arxiv.id}"] if identifiers.arxiv is not None else []
    names += [
        f"{name} {value}"
        for name, value in msgspec.structs.asdict(identifiers).items()
        if isinstance(value, str)
    ]
    return f"[no title; {names[0]}]" if names else "[no title]"


def left_over_lines(left_over: Sequence[LeftOver]) -> Iterator[str]:
    """Yield what was no paper, a line a reason, with the first stretches that have it."""
    by_why: dict[str, list[str]] = {}
    for piece in left_over:
        by_why.setdefault(piece.why, []).append(piece.text)
    for why, texts in by_why.items():
        said = " | ".join(one_line(text) for text in texts[:_SHOWN_LEFT_OVERS])
        shown = cut(said, _SHOWN_COLUMNS)
        yield from _wrapped(f"left over, {why} ({len(texts):,}): {shown}", *_BULLET)


def summary_lines(source: str, kind: str, found: str, links: int, left_over: int) -> Iterator[str]:
    """Yield what came of one input, for its last line."""
    yield from _wrapped(
        f"{one_line(source)} ({kind}): {found}, {counted(links, 'link')}, "
        f"{counted(left_over, 'stretch', 'stretches')} left over",
        "",
        _BULLET[1],
    )


def losses_lines(label: str, rows: Iterable[tuple[str, int, str]]) -> Iterator[str]:
    """Yield what a format could not hold, a line each."""
    for feature, number, why in rows:
        yield from _wrapped(f"{label} does not hold {feature} ({number:,}): {why}", *_BULLET)


class Faults:
    """Gather, while a file is read, what in it could not be read as it stands.

    Args:
        most: how many are told; None for all.
    """

    def __init__(self, most: int | None = _SHOWN_FAULTS) -> None:
        self._most = most
        self._told: list[str] = []
        self._count = 0

    def watch(self, document: Document, reading: Reading) -> Iterator[Piece]:
        """Yield a reading's pieces as they come."""
        lines = Lines(document.text)
        for piece in reading.pieces:
            if isinstance(piece, LeftOver):
                if piece.is_fault:
                    self._add(
                        document.source, lines.at(piece.span.start), f"left over: {piece.why}"
                    )
            elif isinstance(piece, Record):
                name = f"{piece.entry.citekey}: " if piece.entry.citekey else ""
                for problem in piece.problems:
                    self._add(document.source, lines.at(problem.span.start), name + problem.why)
            yield piece

    def _add(self, source: str, line: int, what: str) -> None:
        self._count += 1
        if self._most is None or self._count <= self._most:
            self._told.append(one_line(f"{source}, line {line}: {what}"))

    def lines(self) -> Iterator[str]:
        """Yield the faults, each with its file and line."""
        for told in self._told:
            yield from _wrapped(told, *_BULLET)
        if (more := self._count - len(self._told)) > 0:
            yield from _wrapped(f"{more:,} more of such; 'refman read' shows all", *_BULLET)


def listing_json(source: str, kind: str, pieces: Iterable[Piece], lines: Lines) -> Iterator[bytes]:
    """Yield one JSON object, a line a draft and a left-over; drafts go out as they are read.

    Left-overs come behind all drafts. Spans are offsets into the decoded text, in characters. A
    record of a reference file has besides what a draft has its whole entry, and its problems.
    """
    left_over: list[LeftOver] = []
    head = msgspec.json.encode({"source": name_as_text(source), "kind": kind})
    yield head[:-1] + b',"drafts":['
    separator = b"\n"
    for piece in pieces:
        if isinstance(piece, LeftOver):
            left_over.append(piece)
            continue
        found = _draft_object(draft_of(piece))
        if isinstance(piece, Record):
            found["entry"] = piece.entry
            found["problems"] = [
                {"line": lines.at(problem.span.start), "span": problem.span, "why": problem.why}
                for problem in piece.problems
            ]
        yield separator + msgspec.json.encode(found)
        separator = b",\n"
    yield b'\n],"left_over":['
    separator = b"\n"
    for piece in left_over:
        yield separator + msgspec.json.encode(piece)
        separator = b",\n"
    yield b"\n]}\n"


def _draft_object(draft: Draft) -> dict[str, Any]:
    return {
        "title": draft.title,
        "abstract": draft.abstract,
        "authors": draft.authors,
        "issued": str(draft.issued) if draft.issued else None,
        "identifiers": _identifiers_object(draft.identifiers),
        "links": [_link_object(link) for link in draft.links],
        "span": draft.span,
        "confidence": round(draft.confidence, 3),
        "reasons": draft.reasons,
    }


def _identifiers_object(identifiers: Identifiers) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: value
        for name, value in msgspec.structs.asdict(identifiers).items()
        if value is not None and name != "arxiv"
    }
    if (arxiv := identifiers.arxiv) is not None:
        found |= {"arxiv": arxiv.id}
        found |= {"arxiv_version": arxiv.version} if arxiv.version else {}
        found |= {"arxiv_class": arxiv.primary_class} if arxiv.primary_class else {}
    return found


def _link_object(link: Link) -> dict[str, Any]:
    return {
        "url": link.url,
        "raw_url": link.raw_url,
        "kind": link.kind,
        "roles": link.roles,
        "promised": link.promised,
        "evidence": link.evidence,
        "span": link.span,
    }


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    """Return lines in which words, and so addresses, stay whole."""
    return wrapped(text, first, rest, breaks_words=False) or [first.rstrip()]
