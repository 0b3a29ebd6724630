"""CSL-JSON, for Zotero and for pandoc.

What the two profiles make of an entry, ``refman.formats.csl_items`` tells.

Text is literal, but CSL has no way to say so: should a title hold one of CSL's own few tags
(``<i>``, ``<b>``, ``<sup>``, ``<sub>``, ``<span>``, ``<sc>``), readers take it for markup. Other
tags, ``<action>`` among them, stay text with pandoc and Zotero alike.

Source: CSL 1.0.2, appendices III and IV; csl-data.json of the CSL schema; measured on
Zotero 9.0.6 and 10.0.1 and on pandoc 2.17.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from refman.formats.csl_items import LOST, pandoc_item, zotero_item
from refman.formats.format import Format, Options, Profile
from refman.model import Entry

__all__ = ["CSL_JSON"]

_LOST_FOR_ZOTERO = {
    **LOST,
    "extra": "Zotero has no place for fields of other formats",
    "related": "Zotero takes related items from no CSL-JSON",
    "links.evidence": "a line of Zotero's Extra holds the address alone",
    "links.leads_to": "a line of Zotero's Extra holds the address alone",
    "links.repository": "a line of Zotero's Extra has no room for licence and stars",
    "links.why": "a line of Zotero's Extra holds the state without its reason",
}


class _CslJson:
    """Write CSL-JSON."""

    name = "csl_json"
    label = "CSL-JSON"
    suffixes: tuple[str, ...] = (".json",)
    profiles: tuple[Profile, ...] = (Profile.ZOTERO, Profile.PANDOC)

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what CSL cannot hold; Zotero's notes have no room for sentences."""
        return LOST if options.profile is Profile.PANDOC else _LOST_FOR_ZOTERO

    def dump(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield an array of items, in their order, one a piece."""
        build = pandoc_item if options.profile is Profile.PANDOC else zotero_item
        opening = "[\n"
        for number, entry in enumerate(entries, 1):
            item = msgspec.json.encode(build(entry, number))
            text = msgspec.json.format(item, indent=2).decode()
            yield opening + text
            opening = ",\n"
        yield "[]\n" if opening == "[\n" else "\n]\n"


CSL_JSON: Format = _CslJson()
