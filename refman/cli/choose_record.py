"""The work of ``refman choose``, apart from its options."""

from collections.abc import Iterable

import msgspec

from refman.cli.changing import Choice, change
from refman.cli.opened import now
from refman.cli.render import one_line
from refman.editing.steps import id_of
from refman.errors import FormatError, RefmanError
from refman.library import Library
from refman.model import ChangeSet, Holding
from refman.tidying import Pick, Place, accept_all, choose

__all__ = ["Wanted", "choose_record"]

_BEST = "best"
_LONGEST_NUMBER = 9


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user wants; see the options of the command."""

    which: str
    fields: tuple[str, ...]
    score: float
    margin: float


def choose_record(choice: Choice, wanted: Wanted) -> int:
    """Choose a record for an entry, or the best for each of several, and return the status.

    Raises:
        FormatError: what is chosen is no number and no word that there is.
        RefmanError: there is no such record, or several entries are named.
    """
    if not choice.words and not choice.takes_all:
        raise FormatError("name an entry, and then the record: refman choose KEY 1")
    place = None if wanted.which.casefold() == _BEST else _place(wanted.which)
    if wanted.fields and place in (None, Pick.NONE, Pick.PREPRINT):
        raise FormatError(f"--field does not go with {wanted.which}")

    def make(library: Library, holdings: Iterable[Holding]) -> ChangeSet:
        ids = [id_of(one) for one in holdings]
        if place is None:
            return accept_all(
                library, ids, least_score=wanted.score, least_margin=wanted.margin, now=now()
            )
        if len(ids) != 1:
            raise RefmanError("name one entry; only 'best' is for several")
        return choose(library, ids[0], place, fields=wanted.fields or None, now=now())

    already = "{} not waiting for a choice, or no record is so sure; see --score and --margin"
    return change(choice, make, verb="choose a record for", already=already)


def _place(which: str) -> Place:
    if which.isdecimal() and which.isascii():
        return int(which[:_LONGEST_NUMBER]) - 1
    try:
        return Pick(which.casefold())
    except ValueError:
        raise FormatError(
            f'there is no "{one_line(which[:40])}" to choose: give a number that'
            " 'refman candidates' shows, none, publication, preprint, accepted or best"
        ) from None
