"""Entries that name others of their file as related to them, by BibLaTeX's own two fields.

What was read from a file has them in ``extra``, word for word; what a library exports gets them on
its way, for the versions of one work. BibLaTeX's strings for ``relatedtype`` name reprints,
translations and first editions, but no preprint; "see also" is true of every version, either way,
is there in all languages, and the other entry is printed whole after it.

Source: the biblatex manual 3.18, 3.4 and 4.5.1; ``biblatex.def`` and its localisation files.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import msgspec

from refman.model import Entry

__all__ = ["RELATED", "foreign_fields", "related_keys", "with_related"]

RELATED = "related"
"""The name of the field with their keys."""

_TYPE = "relatedtype"
_SEE_ALSO = "seealso"
_PARTING = ","


def related_keys(entry: Entry) -> tuple[str, ...]:
    """Return the keys of the other entries that an entry names, in its order."""
    found = entry.extra.get(RELATED)
    if found is None:
        return ()
    keys = dict.fromkeys(map(str.strip, found.split(_PARTING)))
    return tuple(key for key in keys if key and key != entry.citekey)


def with_related(entry: Entry, keys: Iterable[str]) -> Entry:
    """Return an entry that names others of its file as other versions of its work."""
    told = {RELATED: _PARTING.join(keys), _TYPE: _SEE_ALSO}
    return msgspec.structs.replace(entry, extra={**entry.extra, **told})


def foreign_fields(entry: Entry) -> AbstractSet[str]:
    """Return the names of an entry's foreign fields but those that ``with_related`` gives.

    A type of relation that says more than "see also" is one.
    """
    names = entry.extra.keys() - {RELATED}
    is_told = RELATED in entry.extra and entry.extra.get(_TYPE) == _SEE_ALSO
    return names - {_TYPE} if is_told else names
