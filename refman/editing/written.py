"""An entry as the text of a format, edited by hand and taken back.

A format cannot hold all that an entry has, and writes some of it otherwise than it stands there. So
two readings are compared, that of what the format wrote and that of what became of it: only what
differs between them is changed. A text that nobody touched changes nothing.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from refman.editing.collections import spelled
from refman.editing.edits import edited
from refman.editing.fault import ValueFault
from refman.editing.fields import Field, all_fields, field_named
from refman.editing.items import changed_list, changed_parts, only_adds
from refman.editing.setting import OWN_TO_A_LIBRARY, Assignment, How, with_key
from refman.editing.steps import replaced
from refman.errors import EditError
from refman.formats.biblatex import BIBLATEX
from refman.formats.bibtex import BIBTEX
from refman.formats.csl_json import CSL_JSON
from refman.formats.format import Format, Options, Profile
from refman.formats.loader import Loader
from refman.formats.loaders.bib import BIBTEX as BIB_LOADER
from refman.formats.loaders.csl import CSL_JSON as CSL_LOADER
from refman.formats.loaders.ris import RIS as RIS_LOADER
from refman.formats.ris import RIS
from refman.library import Library
from refman.model import (
    Arxiv,
    Change,
    ChangeSet,
    Entry,
    Holding,
    LeftOver,
    Provenance,
    Record,
    Span,
)
from refman.model.provenance import USER

__all__ = ["WRITTEN_IN", "Reading", "TextFault", "Written", "read", "taken", "taken_step", "write"]

_EXTRA = "extra"
_NEVER_READ = frozenset({"citekey", "status"})
"""Fields apart: the one has its own rules, of the other no file tells."""

_BYTE = re.compile(r"\(byte (\d+)\)")


class Written(msgspec.Struct, frozen=True):
    """Name a format that an entry is edited in.

    Attributes:
        name: the format's.
        label: for people.
        format: writes.
        loader: reads.
        profile: the way of writing that loses least.
    """

    name: str
    label: str
    format: Format
    loader: Loader
    profile: Profile | None = None


WRITTEN_IN = (
    Written("bibtex", "BibTeX", BIBTEX, BIB_LOADER, Profile.LATEX),
    Written("biblatex", "BibLaTeX", BIBLATEX, BIB_LOADER, Profile.LATEX),
    Written("csl_json", "CSL-JSON", CSL_JSON, CSL_LOADER, Profile.PANDOC),
    Written("ris", "RIS", RIS, RIS_LOADER),
)
"""The formats that an entry can be edited in."""


class TextFault(NamedTuple):
    """Say what keeps a text from being taken back, and where.

    Attributes:
        line: counted from 1.
        span: the characters that it is about; empty at a place where something is missing.
        why: a sentence part for people, without a full stop.
    """

    line: int
    span: Span
    why: str


class Reading(NamedTuple):
    """Hold what a text says.

    Attributes:
        entry: the one that stands in it; None where there is none, or more than one.
        faults: what is wrong with it, in its order; it can be taken back where there are none.
    """

    entry: Entry | None
    faults: tuple[TextFault, ...]

    @property
    def is_sound(self) -> bool:
        """Whether it is one entry and nothing else, without a fault."""
        return self.entry is not None and not self.faults


def write(entry: Entry, form: Written, *, protected_words: frozenset[str] = frozenset()) -> str:
    """Return an entry as a format writes it, with plain line ends, and no blank line at the end."""
    options = Options(profile=form.profile, protected_words=protected_words)
    text = "".join(form.format.dump([entry], options)).replace("\r\n", "\n")
    return text.rstrip("\n") + "\n"


def read(text: str, form: Written) -> Reading:
    """Return what a text says that is to be one entry; never raises for what stands in it."""
    records: list[Record] = []
    faults: list[TextFault] = []
    for piece in form.loader.load(text):
        if isinstance(piece, LeftOver):
            place = _place_of(piece)
            faults.append(_fault(text, place, piece.why))
            continue
        faults += (_fault(text, problem.span, problem.why) for problem in piece.problems)
        records.append(piece)
        if len(records) > 1:
            faults.append(_fault(text, piece.span, "a second entry; only one can stand here"))
            break
    if not records and not faults:
        faults.append(_fault(text, Span(0, 0), f"no entry of {form.label} stands here"))
    entry = records[0].entry if len(records) == 1 else None
    return Reading(entry, tuple(sorted(set(faults))))


def _place_of(piece: LeftOver) -> Span:
    """Return where in a left-over the fault is: a reader of JSON tells the byte."""
    found = _BYTE.search(piece.why)
    if found is None:
        return piece.span
    read_so_far = piece.text.encode()[: int(found[1])].decode(errors="ignore")
    start = min(piece.span.start + len(read_so_far), max(piece.span.start, piece.span.end - 1))
    return Span(start, min(start + 1, piece.span.end))


def _fault(text: str, span: Span, why: str) -> TextFault:
    return TextFault(text.count("\n", 0, span.start) + 1, span, _BYTE.sub("", why).strip())


def taken(entry: Entry, before: Entry, after: Entry, *, now: datetime) -> Entry:
    """Return an entry with what a person changed in its text.

    What was changed is the user's own by its provenance, so that no look-up changes it any more.
    What was added to a list says nothing of the others in it.

    Args:
        entry: as it is; it may have changed since the text was written.
        before: what the text said as it was written.
        after: what it says now.
        now: when.

    Raises:
        EditError: it has no key any more, or one that commands could not name.
    """
    provenance = dict(entry.provenance)
    for field in _fields(before, after):
        own, old, new = field.of(entry), field.of(before), field.of(after)
        value = _value(field, own, old, new)
        if value == own:
            continue
        entry = field.put(entry, value)
        is_own = not (field.is_list and only_adds(old, new))
        if is_own and field.name not in OWN_TO_A_LIBRARY:
            provenance[field.name] = Provenance(USER, at=now)
    entry = msgspec.structs.replace(entry, provenance=provenance)
    if before.citekey == after.citekey:
        return entry
    return with_key(entry, _key_of(after).value)


def _value(field: Field, own: Any, old: Any, new: Any) -> Any:
    """Return what becomes of a value that was written as one thing, and now reads as another."""
    if field.kind.key is not None:
        return changed_list(own, old, new, field.kind.key)
    if isinstance(own, Arxiv) and isinstance(old, Arxiv) and isinstance(new, Arxiv):
        return changed_parts(own, old, new) if old.id == new.id else new
    return own if old == new else new


def _key_of(after: Entry) -> Assignment:
    field = field_named("citekey")
    if not after.citekey:
        raise EditError("the key cannot be empty; every entry has one", field="citekey")
    try:
        return Assignment(field, How.SET, field.kind.read(after.citekey))
    except ValueFault as fault:
        raise EditError(f"{after.citekey[:40]}: {fault}", field="citekey") from None


def taken_step(
    library: Library, holding: Holding, before: Entry, after: Entry, *, now: datetime
) -> ChangeSet:
    """Return the change that a person made in an entry's text; see taken.

    Args:
        library: holds it; a key that it has already is refused, and collections are written as it
            writes them.
        holding: the entry as it is.
        before: what the text said as it was written.
        after: what it says now.
        now: when.

    Raises:
        EditError: the key is missing, no key, or another entry's.
    """
    if before.citekey != after.citekey:
        edited(library, [holding], [_key_of(after)], now=now)  # is it free?
    entry = taken(holding.entry, before, after, now=now)
    keeps: tuple[Change, ...] = ()
    if entry.collections != holding.entry.collections:
        paths, keeps = spelled(library, entry.collections)
        entry = msgspec.structs.replace(entry, collections=paths)
    step = replaced("Edit", [(holding, entry)])
    return ChangeSet(step.name, (*keeps, *step.changes)) if step.changes else step


def _fields(before: Entry, after: Entry) -> Iterator[Field]:
    """Yield the fields that a text may have changed."""
    yield from (field for field in all_fields() if field.name not in _NEVER_READ)
    for name in dict.fromkeys((*before.extra, *after.extra)):
        if before.extra.get(name) != after.extra.get(name):
            yield field_named(f"{_EXTRA}.{name}")
