"""A library's entries held against the rules of ``refman check``, and put right.

The rules look at what a .bib file would have, so each entry is written as one and read again. What
is put right there is put right in the entry, and nothing else of it is touched.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec

from refman.checking import BIB, fixes, is_same_form, subjects
from refman.checks import Context, Finding, Subject, check
from refman.formats.bibtex import BIBTEX as WRITER
from refman.formats.exact import Exact
from refman.formats.format import Options
from refman.formats.loaders.bib import BIBTEX as LOADER
from refman.model import Entry, Holding, Identifiers, LeftOver, Record, Span

__all__ = ["Checked", "checked", "put_right"]

_BATCH = 500
_MOST_ROUNDS = 10
"""How often an entry is put right; what is put right may show what was hidden by it."""

_TEXTS = {"links": "url", "keywords": "text", "attachments": "path"}
"""Lists of which a file holds no more than a text, and that text."""


class Checked(msgspec.Struct, frozen=True):
    """Hold what a rule found in a library.

    Attributes:
        holding: the entry that it is about; None where several are.
        finding: its places mean nothing here.
    """

    holding: Holding | None
    finding: Finding


def checked(
    holdings: Iterable[Holding], context: Context, *, names: Collection[str], options: Options
) -> Iterator[Checked]:
    """Yield what the rules find, entry by entry; what is about several of them comes last.

    Args:
        holdings: the entries; taken by the batch.
        context: what the rules need to know.
        names: of the rules to ask.
        options: how files are written.
    """
    now: list[Holding | None] = [None]

    def watched() -> Iterator[Subject]:
        for holding, subject in _subjects(holdings, options):
            now[0] = holding
            yield subject
        now[0] = None

    for finding in check(watched(), context, line_of=_no_line, names=names):
        yield Checked(now[0], finding)


def put_right(
    holding: Holding, context: Context, *, names: Collection[str], options: Options
) -> tuple[Entry, list[Finding]]:
    """Return an entry in which what is safe is put right, and what was found there.

    An entry of which the program cannot be sure stays as it is, and nothing counts as found.
    """
    text = first = "".join(WRITER.dump([holding.entry], options))
    done: list[Finding] = []
    for _ in range(_MOST_ROUNDS):
        found = check(_of_text(text), context, line_of=_no_line, names=names)
        swaps, fixed = fixes(found)
        if not fixed:
            break
        done += fixed
        text = Exact(text.encode(), source="").swapped(swaps).decode()
    before, after = (_entries(each) for each in (first, text))
    if not done or len(before) != 1 or not is_same_form(first, text):
        return holding.entry, []
    entry = _changed(holding.entry, before[0], after[0])
    return (entry, done) if entry != holding.entry else (entry, [])


def _no_line(_: int) -> int:
    return 1


def _subjects(holdings: Iterable[Holding], options: Options) -> Iterator[tuple[Holding, Subject]]:
    rest = iter(holdings)
    while batch := list(islice(rest, _BATCH)):
        for holding, subject in zip(batch, _written([*batch], options), strict=True):
            yield holding, msgspec.structs.replace(subject, entry=holding.entry)


def _written(holdings: Sequence[Holding], options: Options) -> list[Subject]:
    """Return entries as they would stand in a file.

    They are written in one go, as the writer makes ready for each call anew; where they are then
    read as more or less than they are, by halves.
    """
    found = _of_text("".join(WRITER.dump((one.entry for one in holdings), options)))
    if len(found) == len(holdings):
        return found
    if len(holdings) == 1:
        return [Subject(entry=holdings[0].entry, span=Span(0, 0), key_span=Span(0, 0))]
    half = len(holdings) // 2
    return [*_written(holdings[:half], options), *_written(holdings[half:], options)]


def _of_text(text: str) -> list[Subject]:
    found = subjects(text, LOADER.load(text), BIB)
    return [one for one in found if not isinstance(one, LeftOver)]


def _entries(text: str) -> Sequence[Entry]:
    return [piece.entry for piece in LOADER.load(text) if isinstance(piece, Record)]


def _changed(entry: Entry, before: Entry, after: Entry) -> Entry:
    """Return an entry with the values that differ between two readings of it.

    What the first reading has otherwise than the entry, no file holds as it is; it stays.
    """
    values: dict[str, Any] = {}
    for name in Entry.__struct_fields__:
        own, old, new = (getattr(one, name) for one in (entry, before, after))
        if old == new or name == "provenance":
            continue
        if name == "identifiers":
            values[name] = _parts(own, old, new)
        elif name == "extra":
            values[name] = _names(own, old, new)
        elif name in _TEXTS:
            values[name] = _items(own, old, new, _TEXTS[name])
        elif own == old:
            values[name] = new
    return msgspec.structs.replace(entry, **values)


def _parts(own: Identifiers, old: Identifiers, new: Identifiers) -> Identifiers:
    other = [
        name
        for name in Identifiers.__struct_fields__
        if getattr(own, name) == getattr(old, name) != getattr(new, name)
    ]
    return msgspec.structs.replace(own, **{name: getattr(new, name) for name in other})


def _names(
    own: Mapping[str, str], old: Mapping[str, str], new: Mapping[str, str]
) -> dict[str, str]:
    names = dict.fromkeys((*own, *new))
    other = {name: (new if own.get(name) == old.get(name) else own).get(name) for name in names}
    return {name: value for name, value in other.items() if value is not None}


def _items(
    own: Sequence[msgspec.Struct],
    old: Sequence[msgspec.Struct],
    new: Sequence[msgspec.Struct],
    text: str,
) -> Sequence[msgspec.Struct]:
    """Return the items of a list with the texts that differ; no file holds all else of them."""
    texts, before, after = ([getattr(item, text) for item in items] for items in (own, old, new))
    if texts != before or len(before) != len(after):
        return own
    pairs = zip(own, after, strict=True)
    return tuple(msgspec.structs.replace(item, **{text: other}) for item, other in pairs)
