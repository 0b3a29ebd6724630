"""Zotero's items as entries, for judging duplicates and for telling what was changed.

It reads what an API gives as an item's ``data``, and trusts nothing of it: what is of another kind
than Zotero's is left out. Notes, attachments and collections are not in it.

Source: https://www.zotero.org/support/dev/web_api/v3/basics; https://api.zotero.org/schema.
"""

import functools
from collections.abc import Callable, Iterator, Mapping

from refman.formats.crosswalk import rows
from refman.formats.foreign.extra_lines import read_extra, read_type
from refman.formats.foreign.gathered import IDENTIFIERS, Gathered, clean_line
from refman.formats.foreign.json_values import list_of, mapping_of
from refman.formats.foreign.people import name_of
from refman.formats.zotero_fields import our_field, our_people
from refman.model import Entry, ItemType, Name, Span
from refman.zotero.answers import is_key

__all__ = ["entry_of", "merged_keys"]

_LONGEST = 250_000
"""Characters of a text that are read: its server keeps no more of anything."""
_MOST = 20_000
"""Creators or tags that are read."""
_AUTOMATIC = 1
_TYPE, _CREATORS, _TAGS, _EXTRA = "itemType", "creators", "tags", "extra"
_APART = {_TYPE, _CREATORS, _TAGS, _EXTRA}
_PMID = "PMID"
_REPLACES = "dc:replaces"
"""Zotero's word for what was merged into an item; its address, or a list of such."""


def entry_of(data: Mapping[str, object]) -> Entry:
    """Return what an item's data says, with neither notes nor attachments nor collections.

    Extra's lines are read as from a file: identifiers and fields go where they belong, links of
    refman's become links, the rest is the entry's note. What is said twice with two values stays
    in ``extra`` under Zotero's name.
    """
    gathered = Gathered("", Span(0, 0))
    kind = _text(data.get(_TYPE))
    item_type = read_type(kind) or ItemType.DOCUMENT
    gathered.put("type", item_type)
    for name, value in data.items():
        if name not in _APART and (text := _text(value)):
            _read(gathered, name, text, item_type)
    _people(gathered, data.get(_CREATORS), kind)
    _tags(gathered, data.get(_TAGS))
    read_extra(_text(data.get(_EXTRA)), gathered)
    return gathered.record().entry


def merged_keys(data: Mapping[str, object]) -> Iterator[str]:
    """Yield the keys of items that were merged into this one, as far as it names them."""
    replaced = (mapping_of(data.get("relations")) or {}).get(_REPLACES)
    for address in (list_of(replaced) or [replaced])[:_MOST]:
        key = _text(address).rpartition("/")[2]
        if is_key(key):
            yield key


def _read(gathered: Gathered, name: str, text: str, item_type: ItemType) -> None:
    """Put a field's text where it belongs; a field that refman does not know is left out."""
    if (own := _own_fields().get(name)) is not None:
        _READERS[own](gathered, own, text, name)
        return
    field = our_field(name, item_type)
    if field in IDENTIFIERS:
        gathered.identify(field, text, name)
    elif field is not None:
        gathered.line(field, text, name)


def _read_day(gathered: Gathered, field: str, text: str, name: str) -> None:
    """Read the day of a moment: Zotero's dates of access have the time too."""
    gathered.date(field, text.partition("T")[0], name)


_READERS: Mapping[str, Callable[[Gathered, str, str, str], None]] = {
    "abstract": Gathered.prose,
    "accessed": _read_day,
    "citekey": lambda gathered, _field, text, name: gathered.key(text, name),
    "issued": Gathered.date,
    "pmid": Gathered.identify,
    "title": Gathered.line,
    "url": Gathered.url,
}


@functools.cache
def _own_fields() -> Mapping[str, str]:
    """Return our field for each of Zotero's that every type has, by whatever name."""
    named = {name: ours for ours, row in rows("zotero_own").items() for name in row.values()}
    return {**named, _PMID: "pmid"}


def _people(gathered: Gathered, creators: object, kind: str) -> None:
    for each in (list_of(creators) or [])[:_MOST]:
        creator = mapping_of(each) or {}
        role, name = _text(creator.get("creatorType")), _name(creator)
        field = our_people(role, kind)
        if name is not None and field is not None:
            gathered.people(field, [name])


def _name(creator: Mapping[str, object]) -> Name | None:
    """Return a name; of a single field it is literal."""
    family, given, whole = (_text(creator.get(part)) for part in ("lastName", "firstName", "name"))
    if literal := clean_line(whole):
        return Name(literal=literal)
    return name_of(family, given)


def _tags(gathered: Gathered, tags: object) -> None:
    for each in (list_of(tags) or [])[:_MOST]:
        tag = mapping_of(each) or {}
        gathered.keyword(_text(tag.get("tag")), automatic=tag.get("type") == _AUTOMATIC)


def _text(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= _LONGEST else ""
