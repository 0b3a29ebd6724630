"""What ``refman push`` prints: targets, what would be done, what was done."""

from collections import Counter
from collections.abc import Iterator

from refman.cli.render import counted, losses_lines, one_line, wrapped
from refman.pushing import Deed, Done, Places, Plan, Report, Row

__all__ = ["plan_lines", "report_lines", "target_lines"]

_INDENT = " " * 5
_DEEPEST = 10
"""Targets that lie deeper stand below each other."""
_SIGNS = {Deed.NEW: "+", Deed.UPDATE: "~", Deed.SKIP: "="}
_PAST = {Deed.NEW: "added", Deed.UPDATE: "brought up to date", Deed.SKIP: "left as they are"}


def target_lines(places: Places) -> list[str]:
    """Return who answers, and where papers can go: collections below their libraries."""
    lines = [one_line(places.label)]
    for target in places.targets:
        before = "  " * (min(target.level, _DEEPEST) + 1)
        said = f"{target.name} ({target.id})"
        said += "" if target.editable else ": read only"
        said += " <- selected in Zotero" if target.selected else ""
        lines += wrapped(said, before, f"{before}  ")
    return [*lines, *_remarks(places)]


def plan_lines(plan: Plan) -> list[str]:
    """Return what would be done with each paper, why, and the numbers."""
    lines: list[str] = []
    for row in plan.rows:
        lines += _row_lines(row)
    numbers = Counter(row.deed for row in plan.rows)
    said = ", ".join(f"{numbers[deed]:,} {deed.value}" for deed in Deed if numbers[deed])
    lines += wrapped(f"{plan.places.label}, {plan.target.name}: {said}", "", "   ")
    lines += losses_lines("Zotero", plan.losses)
    return [*lines, *_remarks(plan.places), "nothing was changed (--dry-run)"]


def _row_lines(row: Row) -> Iterator[str]:
    name = row.citekey or f"#{row.id}"
    yield from wrapped(f"{name}: {row.title or '[no title]'}", f"{_SIGNS[row.deed]} ", "  ")
    item = f" (item {row.key})" if row.key else ""
    yield from wrapped(f"{row.deed.value}: {row.why}{item}", _INDENT, f"{_INDENT}  ")
    for change in row.changes:
        before = f"{change.before} -> " if change.before else ""
        yield from _point(f"{change.field}: {before}{change.after}")
    for gain in row.gains:
        yield from _point(gain)
    for kept in row.kept:
        yield from _point(f"stays: {kept}")
    for left in row.left:
        yield from _point(f"not sent: {left}")


def report_lines(report: Report, *, quiet: bool, again: bool) -> list[str]:
    """Return what was done: what failed first, then the numbers, and where all of it is kept.

    Args:
        report: of the push.
        quiet: tell only what failed.
        again: it was to add papers even where they were there.
    """
    lines: list[str] = []
    for done in report.done:
        if done.fault is not None:
            lines += _fault_lines(done)
        for left in done.left:
            lines += wrapped(f"{_name(done)}: {left}", "! ", "  ")
    if report.stopped is not None:
        how = "'refman push'" + (" without --again" if again else "")
        lines += wrapped(f"stopped: {report.stopped}; {how} goes on from here", "! ", "  ")
    if quiet:
        return lines
    numbers = Counter(done.deed for done in report.done if done.fault is None)
    said = [f"{counted(numbers[deed], 'paper')} {_PAST[deed]}" for deed in Deed if numbers[deed]]
    failed = sum(done.fault is not None for done in report.done)
    said += [f"{counted(failed, 'paper')} failed"] if failed else []
    where = f"{report.label}, {report.target.name}"
    lines += wrapped(f"{where}: {', '.join(said) or 'nothing was sent'}", "", "   ")
    lines += losses_lines("Zotero", report.losses)
    if report.saved is not None:
        lines += wrapped(f"the whole report is in {report.saved}", "   - ", "     ")
    return lines


def _fault_lines(done: Done) -> list[str]:
    again = "; it may go later" if done.may_pass else ""
    return wrapped(f"{_name(done)}: {done.fault}{again}", "! ", "  ")


def _name(done: Done) -> str:
    return done.citekey or f"#{done.id}"


def _point(text: str) -> list[str]:
    return wrapped(text, f"{_INDENT}- ", f"{_INDENT}  ")


def _remarks(places: Places) -> list[str]:
    return [line for remark in places.remarks for line in wrapped(remark, "   - ", "     ")]
