"""What became of the papers that were to be added, in words."""

from collections.abc import Iterator, Sequence

from refman.cli.render import counted, one_line, wrapped
from refman.outcomes import Fate, Outcome

__all__ = ["fate_lines", "others"]

_INDENT = " " * 5
_HINTS = {
    Outcome.KNOWN: "",
    Outcome.DOUBTFUL: " (--add-doubtful adds them)",
    Outcome.LEFT_OUT: "",
}


def fate_lines(fate: Fate) -> Iterator[str]:
    """Yield what became of a paper: its key, why it is known, its title."""
    title = one_line(fate.title or "without title")
    if fate.outcome is Outcome.KNOWN:
        filled = f"; filled {', '.join(fate.filled)}" if fate.filled else ""
        said = f"known: {fate.key} ({fate.why}{filled})"
    elif fate.outcome is Outcome.NEW:
        said = f"new: {fate.key} {title}" + (f" ({fate.why})" if fate.why else "")
    elif fate.outcome is Outcome.DOUBTFUL:
        said = f"doubtful: {fate.key} ({fate.why}); not added: {title}"
    else:
        said = f"left out: {title} ({fate.why})"
    yield from wrapped(said, "", _INDENT, breaks_words=False)


def others(fates: Sequence[Fate]) -> Iterator[str]:
    """Yield the numbers of all that is not new, each with its word."""
    if filled := sum(len(fate.filled) for fate in fates):
        yield f"{counted(filled, 'field')} filled"
    for outcome, hint in _HINTS.items():
        if number := sum(fate.outcome is outcome for fate in fates):
            yield f"{number:,} {outcome.value}{hint}"
