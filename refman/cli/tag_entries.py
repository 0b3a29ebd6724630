"""The work of ``refman tag``, apart from its options."""

from collections.abc import Iterable, Sequence

import msgspec

from refman.cli.changing import Choice, change
from refman.cli.opened import now
from refman.cli.render import one_line
from refman.editing import tagged
from refman.editing.fault import ValueFault, check_text
from refman.errors import FormatError
from refman.library import Library
from refman.model import ChangeSet, Holding
from refman.normalise import clean_text, fold_blanks

__all__ = ["tag_entries"]


def tag_entries(choice: Choice, *, add: Sequence[str], remove: Sequence[str]) -> int:
    """Give tags to the entries that were chosen and take some from them, and return the status."""
    words = list(choice.words)
    given, taken = list(add), list(remove)
    if not given and not taken:
        given = [word[1:] for word in words if word.startswith("+")]
        taken = [word[1:] for word in words if word.startswith("-")]
        words = [word for word in words if not word.startswith(("+", "-"))]
    given, taken = _names(given), _names(taken)
    if not given and not taken:
        raise FormatError("say which tags: +NAME gives one, -NAME takes one away")

    def make(_: Library, holdings: Iterable[Holding]) -> ChangeSet:
        return tagged(holdings, add=given, remove=taken, now=now())

    return change(
        msgspec.structs.replace(choice, words=tuple(words)),
        make,
        verb="tag",
        already="{} tagged so already",
    )


def _names(words: Sequence[str]) -> list[str]:
    return list(map(_name, words))


def _name(word: str) -> str:
    try:
        check_text(word)
    except ValueFault as fault:
        raise FormatError(f"the tag {one_line(word)}: {fault}") from None
    name = fold_blanks(clean_text(word))
    if not name:
        raise FormatError("a tag needs a name right behind its sign: +lamps")
    return name
