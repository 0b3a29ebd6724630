"""A block made into an entry, by the crosswalk's tables."""

import functools
from collections.abc import Mapping

from refman.formats.bib.blocks import Block
from refman.formats.bib.draft import Draft, Step, TypeRow
from refman.formats.bib.finish import finish
from refman.formats.bib.forms import FORMS, keep
from refman.formats.bib.inherit import CROSSREF, XDATA, Parents
from refman.formats.bib.values import Strings
from refman.formats.crosswalk import rows
from refman.model import ItemType, Problem, Record, Span

__all__ = ["read_record", "type_row", "why_no_reference"]

_LONG = 100
_UNKNOWN_GROUP = "misc"
_CSL_TYPES = frozenset(item_type.value for item_type in ItemType)
_KEPT = "x-"
"""Our own writer puts this before the name of a kept field whose name is taken."""


def why_no_reference(type_: str) -> str:
    """Return what a block of such a type is, where it is no reference; else an empty text."""
    return rows("read_bib_types").get(type_.lower(), {}).get("why", "")


def type_row(type_: str) -> TypeRow:
    """Return what an entry of such a type is; one that nobody knows is a document."""
    return (_remembered if len(type_) < _LONG else _type_row)(type_)


def _type_row(type_: str) -> TypeRow:
    name = type_.lower()
    row = rows("read_bib_types").get(name)
    if row is None:
        if name in _CSL_TYPES:
            return TypeRow(name, ItemType(name), _UNKNOWN_GROUP, "", is_known=True)
        return TypeRow(name, ItemType.DOCUMENT, _UNKNOWN_GROUP, "", is_known=False)
    return TypeRow(name, ItemType(row["type"]), row["group"], row.get("genre", ""), is_known=True)


_remembered = functools.lru_cache(1024)(_type_row)


class _Plan(dict[str, Step]):
    """Know the step of each field in a group of types, by the field's name as written."""

    def __init__(self, group: str) -> None:
        super().__init__()
        self._steps = _steps(group)

    def __missing__(self, name: str) -> Step:
        step = self._steps.get(name.lower())
        if step is None:
            return keep
        self[name] = step  # at most as many as there are ways to write the known names
        return step


@functools.cache
def _steps(group: str) -> Mapping[str, Step]:
    steps: dict[str, Step] = {}
    for name, row in rows("read_bib").items():
        target = row.get(group, row.get("field", name))
        form = row.get(f"{group}_form", row["form"])
        steps[name] = FORMS[form](target) if target else keep
    return steps


@functools.cache
def _plan(group: str) -> _Plan:
    return _Plan(group)


def read_record(
    text: str, block: Block, strings: Strings, parents: Parents, problems: list[Problem]
) -> Record:
    """Return the record that a block is.

    Args:
        text: the file's.
        block: of an entry.
        strings: those that the file has defined so far.
        parents: what the entry may take from.
        problems: what was at fault so far; what more there is comes to it.
    """
    row = type_row(block.type)
    draft = Draft(text, row, problems)
    plan, names = _plan(row.group), draft.names
    for field in block.fields:
        written, _, _, start, end = field
        value = strings.value(text[start:end], start, problems)
        if not value or value.isspace():
            continue
        name = written.lower()
        if name in names:
            draft.report(field, "a second field of this name; BibTeX does not read it")
            if value != names[name]:
                draft.keep(field, value)
        else:
            names[name] = value
            if name.startswith(_KEPT) and name[2:] in names:
                draft.keep(field._replace(name=written[len(_KEPT) :]), value)
            else:
                plan[written](draft, field, value)
    if CROSSREF in names or XDATA in names:
        draft.is_inheriting = True
        for field, value in parents.inherited(block, strings, problems):
            plan[field.name](draft, field, value)
        draft.is_inheriting = False
    finish(draft, block.key)
    if len(problems) > 1:
        problems.sort(key=_place)
    return Record(
        entry=draft.entry(block.key),
        span=Span(block.start, block.end),
        problems=tuple(problems),
    )


def _place(problem: Problem) -> Span:
    return problem.span
