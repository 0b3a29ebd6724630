"""The work of ``refman choose``, apart from its options."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from refman.cli.changing import Choice, change
from refman.cli.opened import now
from refman.cli.render import one_line
from refman.editing import field_named
from refman.editing.steps import id_of
from refman.errors import FormatError, RefmanError
from refman.library import Library
from refman.model import ChangeSet, Holding
from refman.tidying import Pick, Place, SomeItems, Wanted, accept_all, choose, take_fields

__all__ = ["Asked", "choose_record"]

_BEST = "best"
_LONGEST_NUMBER = 9
_ITEM = re.compile(r"(?P<field>[^=+]+?)(?P<sign>[+-])=(?P<text>.*)", re.DOTALL)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user wants; see the options of the command."""

    which: str
    fields: tuple[str, ...]
    keep_open: bool
    score: float
    margin: float


def choose_record(choice: Choice, asked: Asked) -> int:
    """Choose a record for an entry, or the best for each of several, and return the status.

    Raises:
        FormatError: what is chosen is no number and no word that there is.
        RefmanError: there is no such record, or several entries are named.
    """
    if not choice.words and not choice.takes_all:
        raise FormatError("name an entry, and then the record: refman choose KEY 1")
    place = None if asked.which.casefold() == _BEST else _place(asked.which)
    if asked.fields and place in (None, Pick.NONE, Pick.PREPRINT):
        raise FormatError(f"--field does not go with {asked.which}")
    if asked.keep_open and not asked.fields:
        raise FormatError("--keep-open goes with --field: refman choose KEY 1 --field year")
    fields = _fields(asked.fields)

    def make(library: Library, holdings: Iterable[Holding]) -> ChangeSet:
        ids = [id_of(one) for one in holdings]
        if place is None:
            return accept_all(
                library, ids, least_score=asked.score, least_margin=asked.margin, now=now()
            )
        if len(ids) != 1:
            raise RefmanError("name one entry; only 'best' is for several")
        if asked.keep_open:
            return take_fields(library, ids[0], place, fields, now=now())
        return choose(library, ids[0], place, fields=fields or None, now=now())

    already = "{} not waiting for a choice, or no record is so sure; see --score and --margin"
    return change(choice, make, verb="choose a record for", already=already)


def _fields(words: Sequence[str]) -> list[Wanted]:
    """Return what is to be taken: fields, and those items of lists that are named together.

    Raises:
        EditError: there is no such field.
    """
    wanted: dict[str, Wanted] = {}
    for word in words:
        found = _ITEM.fullmatch(word)
        name = field_named(word if found is None else found["field"]).short
        some = wanted.get(name, SomeItems(field=name))
        if found is None or isinstance(some, str):  # the whole list has its items too
            wanted[name] = word if found is None else some
            continue
        side = "taken" if found["sign"] == "+" else "dropped"
        texts = (*getattr(some, side), found["text"])
        wanted[name] = msgspec.structs.replace(some, **{side: texts})
    return list(wanted.values())


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
