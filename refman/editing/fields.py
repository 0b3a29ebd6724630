"""The fields that can be set by name: ``resources/fields.toml``."""

import functools
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from refman.editing.values import KINDS, Kind
from refman.errors import EditError
from refman.library.query_values import nearest
from refman.model import Entry
from refman.resources import read_table

__all__ = ["FIELDS_TABLE", "Field", "all_fields", "field_named"]

FIELDS_TABLE = "fields.toml"

_EXTRA = "extra"
_IDENTIFIERS = "identifiers"
_LONGEST_NAME = 200


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a field that can be set.

    Attributes:
        name: of Entry; one of its parts as ``identifiers.doi`` or ``extra.comment``. Provenance is
            kept by it.
        holds: a name of KINDS.
        about: what it is, for people.
        example: a value.
        aliases: what else it is called.
    """

    name: str
    holds: str
    about: str = ""
    example: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """What it does with text."""
        return KINDS[self.holds]

    @property
    def is_list(self) -> bool:
        """Whether it takes ``+=`` and ``-=``."""
        return self.kind.key is not None

    @property
    def short(self) -> str:
        """Its name without what it is a part of: "doi"; that of a foreign field is whole."""
        return self.name.removeprefix(f"{_IDENTIFIERS}.")

    def of(self, entry: Entry) -> Any:
        """Return the value that an entry has; None, or an empty tuple, where it has none."""
        whole, _, part = self.name.partition(".")
        value = getattr(entry, whole)
        if whole == _EXTRA:
            return value.get(part)
        return getattr(value, part) if part else value

    def put(self, entry: Entry, value: Any) -> Entry:
        """Return an entry that has another value."""
        whole, _, part = self.name.partition(".")
        if whole == _EXTRA:
            extra = {name: text for name, text in entry.extra.items() if name != part}
            return msgspec.structs.replace(
                entry, extra=extra | ({} if value is None else {part: value})
            )
        if part:
            inner = msgspec.structs.replace(getattr(entry, whole), **{part: value})
            return msgspec.structs.replace(entry, **{whole: inner})
        return msgspec.structs.replace(entry, **{whole: value})

    def text_of(self, entry: Entry) -> str:
        """Return an entry's value as text that can be read again; "" where it has none."""
        return self.kind.shown(self.of(entry))


def all_fields() -> tuple[Field, ...]:
    """Return the fields that can be set, in the order of the table; foreign ones are not in it."""
    return _table()[0]


def field_named(name: str) -> Field:
    """Return the field of a name, in whatever case, with "-" or "_".

    Args:
        name: as the user gave it; ``extra.NAME`` is a foreign field, whose name counts as written.

    Raises:
        EditError: there is none.
    """
    whole, _, part = name.partition(".")
    if whole.casefold() == _EXTRA and part:
        if len(part) > _LONGEST_NAME or not part.isprintable():
            raise EditError(
                f"extra.{part[:40]!a}: the name of a foreign field has at most {_LONGEST_NAME}"
                " characters that can be printed",
                field=name,
            )
        return Field(name=f"{_EXTRA}.{part}", holds="verbatim")
    known = _table()[1]
    plain = _plain(name)
    if (found := known.get(plain)) is not None:
        return found
    near = nearest(plain, known) or nearest(plain.replace("_", ""), known)
    raise EditError(
        f"there is no field \"{name[:40]}\".{near} 'refman edit --fields' shows them;"
        " extra.NAME keeps any other",
        field=name,
    )


def _plain(name: str) -> str:
    return name.strip().casefold().replace("-", "_")


@functools.cache
def _table() -> tuple[tuple[Field, ...], Mapping[str, Field]]:
    rows = msgspec.convert(read_table(FIELDS_TABLE)["fields"], tuple[Field, ...])
    return rows, {name: field for field in rows for name in _names(field)}


def _names(field: Field) -> Iterator[str]:
    yield from (field.name, field.short, *field.aliases)
