"""An item of ours beside the one that is in Zotero: what is brought there, what stays as it is.

Three sides are looked at: what refman would push now (ours), what is in Zotero (theirs), and what
refman gave to it the last time (the base), which is known of items that refman made or brought up
to date. A value goes there only where nobody but refman has touched it::

    theirs is empty, and there was none at the base   it is filled in
    theirs is the base's, ours is another             it is brought up to date
    theirs is another than the base's, or no base     it stays, and that is told

Tags are only added, and so are lines of Extra, but that one which refman wrote itself makes way for
the one that it writes now.
"""

import textwrap
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, cast

from refman.normalise import fold_blanks
from refman.pushing.bases import Base
from refman.pushing.records import FieldChange
from refman.zotero.records import Parcel

__all__ = ["TYPE", "Difference", "compared"]

TYPE = "itemType"
_TAGS, _EXTRA = "tags", "extra"
_EVERYWHERE = {"abstractNote", "language", "rights", "shortTitle", "url", _TAGS, _EXTRA}
"""Fields that all types have which papers are of."""

_AUTHOR = "author"
_SHOWN = 200


class Difference(NamedTuple):
    """Hold what becomes of an item.

    Attributes:
        fields: their new values, as ``Way.change`` takes them.
        changes: the same for people.
        gains: what else comes to it: "the tag lamps", "2 links".
        kept: what Zotero has otherwise, and keeps.
        given: the item's data as it comes from refman: of what is kept, the base's.
        is_filled: notes, links or files may be missing there.
    """

    fields: Mapping[str, object]
    changes: tuple[FieldChange, ...] = ()
    gains: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    given: Mapping[str, object] = {}
    is_filled: bool = False

    @property
    def is_none(self) -> bool:
        """Whether there is nothing to do."""
        return not self.fields and not self.is_filled


def compared(
    ours: Parcel, theirs: Mapping[str, object], base: Base | None, *, keeps_type: bool = False
) -> Difference:
    """Return what is to be done with an item that is in Zotero.

    Args:
        ours: what the entry is now.
        theirs: the item's data as an API gave it.
        base: what refman gave to it before; None where that is not known.
        keeps_type: leave it of the type that it has.
    """
    sides = _Sides(ours.item, theirs, base.parcel.item if base is not None else {})
    if keeps_type or not sides.take(TYPE):
        # A field that the type lacks would make Zotero refuse all of the change.
        known = {one: ours.item[one] for one in ours.item if one in theirs or one in _EVERYWHERE}
        sides = _Sides(known, theirs, sides.base, kept=sides.kept)
    for name in sides.ours:
        if name not in {TYPE, _TAGS, _EXTRA}:
            sides.take(name)
    sides.take_extra()
    tags, children = sides.take_tags(), _children(ours, base)
    return Difference(
        fields=sides.fields,
        changes=tuple(sides.changes),
        gains=(*tags, *children),
        kept=tuple(sides.kept),
        given=sides.given,
        is_filled=bool(children),
    )


class _Sides:
    """Go through the fields of an item."""

    def __init__(
        self,
        ours: Mapping[str, object],
        theirs: Mapping[str, object],
        base: Mapping[str, object],
        *,
        kept: Sequence[str] = (),
    ) -> None:
        self.ours, self.theirs, self.base = ours, theirs, base
        self.fields: dict[str, object] = {}
        self.changes: list[FieldChange] = []
        self.kept = list(kept)
        self.given = dict(base)

    def take(self, name: str) -> bool:
        """Take a field of ours, unless theirs stays; return whether it is ours then."""
        alike = _ALIKE.get(name, _text)
        ours, theirs, base = (alike(side.get(name)) for side in (self.ours, self.theirs, self.base))
        if not ours:
            return True
        if theirs in (ours, base):  # the base's may be empty too
            self.given[name] = self.ours[name]
            if theirs != ours:
                self._give(name, self.ours[name], theirs, ours)
            return True
        if base and base != ours:
            self.kept.append(f"{name}: was changed here and in Zotero")
        elif not base:
            self.kept.append(f"{name}: is otherwise in Zotero")
        elif theirs:
            self.kept.append(f"{name}: was changed in Zotero")
        else:
            self.kept.append(f"{name}: was emptied in Zotero")
        return False

    def take_extra(self) -> None:
        """Add the lines of Extra that are missing, in place of those that are ours no longer."""
        ours, base = (_lines(side.get(_EXTRA)) for side in (self.ours, self.base))
        theirs = str(self.theirs.get(_EXTRA) or "").splitlines()  # theirs, to the blank
        stays = [line for line in theirs if _text(line) in ours or _text(line) not in base]
        there = set(map(_text, stays))
        labels = set(map(_label, there))
        new: list[str] = []
        for line in ours:
            if line in there or line in base or self._is_field(line):
                continue
            if _label(line) in labels:
                self.kept.append(f"{_EXTRA} ({line.partition(':')[0]}): is otherwise in Zotero")
            else:
                new.append(line)
        after = [*stays, *new]
        if after != theirs:
            text = "\n".join(after)
            self._give(_EXTRA, text, "\n".join(theirs), text)
        self.given[_EXTRA] = self.ours.get(_EXTRA, "")

    def _is_field(self, line: str) -> bool:
        """Tell whether Zotero has moved a line of Extra into the field that it names."""
        label, _, value = line.partition(":")
        name = label.replace(" ", "").casefold()
        return any(
            own.casefold() == name and _text(theirs) == value.strip()
            for own, theirs in self.theirs.items()
        )

    def take_tags(self) -> list[str]:
        """Add the tags that are missing, but for those that were taken away in Zotero."""
        theirs, base = (_tags(side.get(_TAGS)) for side in (self.theirs, self.base))
        ours = _tags(self.ours.get(_TAGS))
        new = {tag: row for tag, row in ours.items() if tag not in theirs and tag not in base}
        if new:
            self.fields[_TAGS] = [*theirs.values(), *new.values()]
        self.given[_TAGS] = list(ours.values())
        return [f"the tag {tag}" for tag in new]

    def _give(self, name: str, value: object, before: str, after: str) -> None:
        self.fields[name] = value
        self.changes.append(FieldChange(name, _shown(before), _shown(after)))


def _children(ours: Parcel, base: Base | None) -> list[str]:
    """Return what hangs below the item now and, as far as is known, did not before."""
    gains: list[str] = []
    known = base.parcel if base is not None and base.is_whole else None
    for what in ("note", "link", "file"):
        before: tuple[object, ...] = getattr(known, f"{what}s") if known is not None else ()
        number = sum(one not in before for one in getattr(ours, f"{what}s"))
        if number:
            missing = "" if known is not None else " that it may lack"
            gains.append(f"{number:,} {what}{'' if number == 1 else 's'}{missing}")
    return gains


def _text(value: object) -> str:
    """Return a value so that equal ones look equal, whichever program wrote them."""
    if isinstance(value, list):
        return "; ".join(map(_text, cast("list[object]", value)))
    if isinstance(value, Mapping):
        return _person(cast("Mapping[str, object]", value))
    lines = map(fold_blanks, unicodedata.normalize("NFC", str(value or "")).splitlines())
    return "\n".join(filter(None, lines))


def _person(row: Mapping[str, object]) -> str:
    name = ", ".join(
        _text(row[part]) for part in ("lastName", "firstName", "name") if row.get(part)
    )
    role = row.get("creatorType", _AUTHOR)
    return name if role == _AUTHOR else f"{name} ({role})"


_ALIKE: Mapping[str, Callable[[object], str]] = {
    "ISBN": lambda value: _text(value).replace("-", ""),  # Zotero puts hyphens into it
    "accessDate": lambda value: _text(value)[: len("2031-03-01")],  # and a time behind this
}
"""How values of fields are compared that Zotero writes in its own way."""


def _lines(value: object) -> list[str]:
    return _text(value).splitlines() if isinstance(value, str) else []


def _label(line: str) -> str:
    """Return what a line of Extra is about; a line without a label is about itself."""
    label, colon, _ = line.partition(":")
    return label.casefold() if colon else line


def _tags(value: object) -> dict[str, object]:
    rows = cast("list[object]", value) if isinstance(value, list) else []
    found: dict[str, object] = {}
    for row in rows:
        tag = cast("Mapping[str, object]", row).get("tag") if isinstance(row, Mapping) else None
        if isinstance(tag, str):
            found[tag] = row
    return found


def _shown(text: str) -> str:
    return textwrap.shorten(text, _SHOWN, placeholder=" …")
