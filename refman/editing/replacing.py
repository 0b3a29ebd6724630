"""Text found and replaced in the fields of entries."""

import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import msgspec

from refman.editing.fault import ValueFault, check_text
from refman.editing.fields import Field, all_fields, field_named
from refman.editing.setting import Assignment, How, assigned
from refman.editing.steps import papers, replaced
from refman.errors import EditError
from refman.model import Attachment, ChangeSet, Entry, Holding, Link, Provenance
from refman.model.provenance import USER

__all__ = ["Replaced", "Replacement", "Replacer", "replaceable_fields", "replacements"]

_TEXTS = frozenset({"text", "paragraphs", "notes", "keywords", "names"})
"""What is searched where no field is named; identifiers, dates and addresses are not."""

_NEVER = frozenset({"type", "citekey", "status", "collections"})
"""Of closed sets, unique, or renamed as a whole."""

_LONGEST_PATTERN = 1_000
_LONGEST_VALUE = 1_000_000
_SHOWN = 30


class Replacement(msgspec.Struct, frozen=True, kw_only=True):
    r"""Say what is to be found, and what is to stand in its place.

    Attributes:
        find: as typed; at least one sign.
        put: as typed; of a pattern, ``\1`` and ``\g<name>`` are what its groups found.
        field: the name of the field that is searched; None for all texts.
        is_pattern: ``find`` is a regular expression, as Python reads it.
        heeds_case: capitals are not small letters.
        whole_words: no letter or figure stands before or behind what is found.
    """

    find: str
    put: str = ""
    field: str | None = None
    is_pattern: bool = False
    heeds_case: bool = False
    whole_words: bool = False


class Replaced(msgspec.Struct, frozen=True):
    """Hold an entry in which something was replaced.

    Attributes:
        entry: as it is then.
        fields: those that say something else then.
        faults: what could not be replaced, and why: the value would have lost its form.
    """

    entry: Entry
    fields: tuple[Field, ...] = ()
    faults: tuple[str, ...] = ()


def replaceable_fields() -> tuple[Field, ...]:
    """Return the fields that can be named, in the order of their table."""
    return tuple(field for field in all_fields() if field.name not in _NEVER)


class Replacer:
    """Replace text in entries, one after the other.

    How long a pattern takes nobody can tell: who takes one from a person stops what takes too long.
    """

    def __init__(self, replacement: Replacement, *, now: datetime) -> None:
        """Read what is to be found.

        Args:
            replacement: what is to be done.
            now: when.

        Raises:
            EditError: the pattern, or what is to stand in its place, means nothing; or there is no
                such field.
        """
        self._wanted, self._now = replacement, now
        self._pattern = _compiled(replacement)
        if replacement.field is None:
            self._fields = tuple(one for one in all_fields() if one.holds in _TEXTS)
        else:
            self._fields = (_named(replacement.field),)

    def replaced(self, entry: Entry) -> Replaced:
        """Return an entry with all that is found in it replaced; what is new is the user's word."""
        fields: list[Field] = []
        faults: list[str] = []
        for field in self._fields:
            before = field.of(entry)
            if not before:
                continue
            try:
                after = self._value(field, before)
            except ValueFault as fault:
                faults.append(f"{field.short}: {fault}")
                continue
            if after != before:
                fields.append(field)
                entry = self._with(entry, field, after)
        return Replaced(entry, tuple(fields), tuple(faults))

    def _with(self, entry: Entry, field: Field, value: Any) -> Entry:
        if not field.is_list:
            return assigned(entry, [Assignment(field, How.SET, value)], now=self._now)
        # Not as if it were typed: there, an item that differs in its capitals only is the old one.
        own = {field.name: Provenance(USER, at=self._now)}
        entry = field.put(entry, value)
        return msgspec.structs.replace(entry, provenance={**entry.provenance, **own})

    def _value(self, field: Field, before: Any) -> Any:
        if not field.is_list:
            found = self._read(field, field.kind.show(before))
            return before if found is None else found[0]
        items: list[Any] = []
        for item in before:
            found = self._read(field, field.kind.show(item))
            items += [item] if found is None else (_like(item, new) for new in found)
        key = field.kind.key
        assert key is not None  # a list
        if field.holds == "names":
            return tuple(items)
        return tuple({key(item): item for item in reversed(items)}.values())[::-1]

    def _read(self, field: Field, text: str) -> list[Any] | None:
        """Return the values that a text is when all is replaced in it; None where nothing is."""
        anew = self._text(text)
        if anew == text:
            return None
        if not anew.strip():
            return [] if field.is_list else [None]
        check_text(anew)
        read = field.kind.read(anew)
        return list(read) if field.is_list else [read]

    def _text(self, text: str) -> str:
        parts: list[str] = []
        end = length = 0
        for found in self._found(text):
            put = found.expand(self._wanted.put) if self._wanted.is_pattern else self._wanted.put
            parts += (text[end : found.start()], put)
            length += found.start() - end + len(put)
            if length > _LONGEST_VALUE:
                raise ValueFault(f"it would have more than {_LONGEST_VALUE:,} characters")
            end = found.end()
        return "".join((*parts, text[end:])) if parts else text

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        for found in self._pattern.finditer(text):
            if self._wanted.whole_words and not _is_whole(text, found):
                continue
            yield found


def replacements(
    holdings: Iterable[Holding], replacement: Replacement, *, now: datetime
) -> tuple[ChangeSet, list[str]]:
    """Return what replacing text in entries changes, and what cannot be replaced and stays.

    Raises:
        EditError: as for ``Replacer``.
    """
    replacer = Replacer(replacement, now=now)
    faults: list[str] = []

    def pairs() -> Iterator[tuple[Holding, Entry]]:
        for holding in holdings:
            done = replacer.replaced(holding.entry)
            faults.extend(f"{name_of(holding)}: {fault}" for fault in done.faults)
            yield holding, done.entry

    step = replaced("Replace", pairs())
    find = " ".join(replacement.find.split())
    shown = find if len(find) <= _SHOWN else f"{find[:_SHOWN]}…"
    return ChangeSet(f'Replace "{shown}" in {papers(len(step.changes))}', step.changes), faults


def name_of(holding: Holding) -> str:
    """Return an entry's key, or its number where it has none."""
    return holding.entry.citekey or f"#{holding.id}"


def _like(old: Any, new: Any) -> Any:
    """Return an item that was read anew with what its text does not tell, as it was."""
    if isinstance(old, Link) and isinstance(new, Link):
        return msgspec.structs.replace(new, evidence=old.evidence)
    if isinstance(old, Attachment) and isinstance(new, Attachment):
        return msgspec.structs.replace(old, path=new.path)
    return new


def _compiled(wanted: Replacement) -> re.Pattern[str]:
    if not wanted.find:
        raise EditError("type what is to be found", field="find")
    if max(len(wanted.find), len(wanted.put)) > _LONGEST_PATTERN:
        raise EditError(
            f"what is found, and what is put in its place, has at most {_LONGEST_PATTERN:,}"
            " characters",
            field="find",
        )
    flags = re.NOFLAG if wanted.heeds_case else re.IGNORECASE
    if not wanted.is_pattern:
        return re.compile(re.escape(wanted.find), flags)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a later Python will read otherwise
            pattern = re.compile(wanted.find, flags)
            pattern.sub(wanted.put, "")  # reads what is put in, whatever is found
    except (re.error, IndexError) as error:
        raise EditError(f"the pattern cannot be read: {error}", field="find") from None
    except (RecursionError, OverflowError, MemoryError):
        raise EditError(
            "the pattern cannot be read: it is too deep or too large", field="find"
        ) from None
    return pattern


def _is_whole(text: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    return not (_is_word(text[start - 1 : start]) or _is_word(text[end : end + 1]))


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _named(name: str) -> Field:
    field = field_named(name)
    if field.name in _NEVER:
        raise EditError(f"in {name} nothing is replaced: set it, or rename it", field=name)
    return field
