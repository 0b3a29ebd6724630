"""Rules that look at a whole file: its form, its keys, its journals."""

import functools
import re
from collections.abc import Iterator

from refman.checks.finding import Found
from refman.checks.subject import Subject
from refman.checks.tables import rows, words
from refman.model import LeftOver, Problem, Span

__all__ = ["FileChecks"]

_OTHER_PROBLEM = "read-in-spite"
_UNDEFINED = "undefined-string"
_PART = re.compile(r"[\w'’-]+\.?")
_FEWEST_PARTS = 2
_SMALL = frozenset(
    {"of", "the", "and", "in", "for", "on", "a", "an", "de", "la", "des", "der", "die"}
)


class FileChecks:
    """Remember what of a file's entries later ones are held against."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._journals: dict[str, tuple[str | None, Span]] = {}

    def see(self, subject: Subject) -> Iterator[tuple[str, Found]]:
        """Yield what an entry's form, and its key beside the others, give rise to."""
        for problem in subject.problems:
            name, message = _rule_of(problem), problem.why
            if name == _UNDEFINED:
                string = _said(problem.span, subject)
                message = f"the string {string!r} is not defined in this file"
                if string.lower() in words("style_strings") or string.lower().startswith("ieee_"):
                    continue
            if name:
                yield name, Found(problem.span, message)
        yield from self._see_key(subject)
        if journal := subject.entry.container_title:
            place = subject.place("journal", "journaltitle")
            self._journals.setdefault(journal, (subject.entry.citekey, place))

    def see_left_over(self, left_over: LeftOver) -> Iterator[tuple[str, Found]]:
        """Yield that something could not be read at all, or that a brace closes too early."""
        name = next((name for why, name in _problems() if name and why.search(left_over.why)), "")
        if name and not left_over.is_fault:
            yield name, Found(left_over.span, "a brace closes the entry before this too early")
        elif left_over.is_fault:
            yield "not-read", Found(left_over.span, f"this could not be read: {left_over.why}")

    def end(self) -> Iterator[tuple[str, Found, str | None]]:
        """Yield what shows only when all entries were seen."""
        full: dict[tuple[str, ...], list[str]] = {}
        for journal in self._journals:
            if not _is_short(journal) and len(parts := _parts(journal)) >= _FEWEST_PARTS:
                initials = tuple(part[0].lower() for part in parts)
                full.setdefault(initials, []).append(journal)
        for journal, (key, place) in self._journals.items():
            if not _is_short(journal) or len(parts := _parts(journal)) < _FEWEST_PARTS:
                continue
            initials = tuple(part[0].lower() for part in parts)
            whole = next((one for one in full.get(initials, []) if _abbreviates(parts, one)), None)
            if whole is not None:
                message = f"{journal!r} stands beside {whole!r}: one of the two forms for all"
                yield "journal-forms-mixed", Found(place, message), key

    def _see_key(self, subject: Subject) -> Iterator[tuple[str, Found]]:
        key = subject.entry.citekey
        if key is None:
            if subject.is_tex:
                yield "missing-key", Found(subject.key_span, "the entry has no key to cite it by")
            return
        before = self._keys.setdefault(key.casefold(), key)
        if before is key:
            return
        if before == key:
            message = f"the key {key!r} is used more than once; one entry of them will be cited"
            yield "duplicate-key", Found(subject.key_span, message)
        else:
            message = (
                f"the keys {before!r} and {key!r} differ in case only; BibTeX takes them for one"
            )
            yield "key-differs-in-case", Found(subject.key_span, message)


@functools.cache
def _problems() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["why"]), row.get("rule", "")) for row in rows("problems"))


def _rule_of(problem: Problem) -> str:
    """Return the rule that a problem of reading falls under; "" for what another rule says."""
    found = (name for pattern, name in _problems() if pattern.search(problem.why))
    return next(found, _OTHER_PROBLEM)


def _said(span: Span, subject: Subject) -> str:
    """Return what stands in a part of a field."""
    for field in subject.fields:
        if field.span.start <= span.start < field.span.end:
            start = span.start - field.span.start
            return field.text[start : start + span.end - span.start]
    return ""


def _parts(journal: str) -> list[str]:
    return [part for part in _PART.findall(journal) if part.lower() not in _SMALL]


def _is_short(journal: str) -> bool:
    """Tell whether a journal's name is abbreviated throughout, as "J. Chem. Phys." is."""
    return journal.count(".") >= _FEWEST_PARTS and journal.endswith(".")


def _abbreviates(parts: list[str], whole: str) -> bool:
    full = _parts(whole)
    return len(full) == len(parts) and all(
        word.lower().startswith(part.rstrip(".").lower())
        for part, word in zip(parts, full, strict=True)
    )
