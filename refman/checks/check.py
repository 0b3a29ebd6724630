"""Entries held against the rules."""

from collections.abc import Callable, Collection, Iterable, Iterator

from refman.checks.file import FileChecks
from refman.checks.finding import Finding, Found
from refman.checks.rules import CHECKS, all_rules
from refman.checks.subject import Context, Subject
from refman.model import LeftOver

__all__ = ["check"]


def check(
    subjects: Iterable[Subject | LeftOver],
    context: Context,
    *,
    line_of: Callable[[int], int],
    names: Collection[str] | None = None,
) -> Iterator[Finding]:
    """Yield what the rules find, entry by entry; what is about the whole file comes last.

    Args:
        subjects: of one file, in its order; what could not be read among them.
        context: what the rules need to know.
        line_of: the line of a place in the file.
        names: the rules to ask; all where it is None.
    """
    rules = all_rules()
    asked = set(rules if names is None else names)
    checks = [(name, CHECKS[name]) for name in rules if name in CHECKS and name in asked]
    file = FileChecks()

    def finding(name: str, found: Found, key: str | None) -> Finding:
        return Finding(
            rule=name,
            severity=rules[name].severity,
            citekey=key,
            line=line_of(found.span.start),
            span=found.span,
            message=found.message,
            fix=found.fix,
        )

    for subject in subjects:
        key = None
        if isinstance(subject, LeftOver):
            told = list(file.see_left_over(subject))
        else:
            key = subject.entry.citekey
            told = list(file.see(subject))
            told += [(name, found) for name, ask in checks for found in ask(subject, context)]
        told.sort(key=lambda row: row[1].span.start)
        yield from (finding(name, found, key) for name, found in told if name in asked)
    yield from (finding(*row) for row in file.end() if row[0] in asked)
