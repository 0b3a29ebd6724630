"""Entries as Zotero's items: what both APIs take, and what the connector takes of it.

An API refuses an item with a field that its type does not have, so that each stands where
``refman.formats.zotero_fields`` puts it. It refuses what is too long as well: that is cut, and
counted.

Source: https://www.zotero.org/support/dev/web_api/v3/write_requests; the limits are those of
Zotero's own server, to which a library is synchronised sooner or later.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import cast

from refman.formats.extra import labelled
from refman.formats.format import FEATURES
from refman.formats.people import two_parts
from refman.formats.related import related_keys
from refman.formats.zotero_fields import (
    LOST,
    Placed,
    collection_names,
    zotero_entry,
)
from refman.model import Date, Entry
from refman.zotero.records import File, Parcel, WebLink

__all__ = ["for_connector", "losses", "parcel_of"]

_MOST_OF_A_TAG = 255
_MOST_OF_A_NAME = 255
_MOST_OF_A_FIELD = 65_535
_MOST_OF_A_NOTE = 250_000
_WIDEST = 4
"""Bytes of a character."""
_LAST_YEAR = 9999
_AUTOMATIC = 1
_HTML = "text/html"
_CUT = "…"
_BROKEN = re.compile(r"(?:<[^<>]*|&[^&;]{0,9})\Z")
"""Half a tag or entity at the end."""

_LOST_IN_JSON = {
    **LOST,
    "collections.cut": f"Zotero takes {_MOST_OF_A_NAME} characters of a collection's name",
    "links.too_long": f"Zotero takes {_MOST_OF_A_FIELD:,} characters of an address",
    "related": "an item can name others only once they are in Zotero too",
    "fields.cut": f"Zotero takes {_MOST_OF_A_FIELD:,} characters of a field",
    "names.cut": f"Zotero takes {_MOST_OF_A_NAME} characters of a name",
    "notes.cut": f"Zotero takes {_MOST_OF_A_NOTE:,} characters of a note",
    "keywords.cut": f"Zotero takes {_MOST_OF_A_TAG} characters of a tag",
}
_LOST_BY_CONNECTOR = {
    "collections": "the connector puts all into one library or collection, and makes none",
    "links.media_type": "links that come by the connector are pages",
    "links.tags": "links that come by the connector have no tags; the note of the links names them",
    "links.note": "links that come by the connector have no note; the note of the links has it",
}


def losses() -> Mapping[str, str]:
    """Return all that a parcel can lose, by the connector too: feature -> why."""
    return {**_LOST_IN_JSON, **_LOST_BY_CONNECTOR}


def parcel_of(entry: Entry, *, citekey_in_extra: bool = False) -> Parcel:
    """Return all that an entry becomes in Zotero.

    Args:
        entry: which is completed as ``zotero_entry`` says. An item cannot name the other versions
            of its work, as the entry does: they are counted as lost.
        citekey_in_extra: write the citekey into Extra, for a Zotero before 8: there only preprints,
            data sets and standards have a field for it.
    """
    return _Packing(entry, citekey_in_extra=citekey_in_extra).parcel()


def for_connector(parcel: Parcel) -> tuple[dict[str, object], Mapping[str, int]]:
    """Return an item as the connector's ``saveItems`` takes it, and what is lost that way.

    It lacks ``id``, which its caller gives. Files are not in it: they are sent on their own.
    """
    tags = cast("list[dict[str, object]]", parcel.item.get("tags", []))
    item: dict[str, object] = {
        **parcel.item,
        "tags": [tag["tag"] for tag in tags],
        "notes": [{"note": note} for note in parcel.notes],
        "attachments": [
            {"title": link.title, "url": link.url, "mimeType": _HTML, "snapshot": False}
            for link in parcel.links
        ],
    }
    lost = {
        "collections": len(parcel.collections),
        "links.media_type": sum(link.media_type is not None for link in parcel.links),
        "links.tags": sum(bool(link.tags) for link in parcel.links),
        "links.note": sum(link.note is not None for link in parcel.links),
    }
    return item, {feature: count for feature, count in lost.items() if count}


class _Packing:
    """Put one entry together as a parcel, and count what does not go into it."""

    def __init__(self, entry: Entry, *, citekey_in_extra: bool) -> None:
        self._entry = entry
        self._citekey_in_extra = citekey_in_extra
        self._item = zotero_entry(entry)
        self._lost = Counter({name: FEATURES[name](entry) for name in LOST})
        self._lost["related"] = len(related_keys(entry))

    def parcel(self) -> Parcel:
        """Return the parcel; what was lost is known last."""
        notes = filter(None, (self._item.links_note, *self._item.notes))
        return Parcel(
            item=dict(self._fields()),
            notes=tuple(map(self._note, notes)),
            links=tuple(self._links()),
            files=tuple(self._files()),
            collections=tuple(dict.fromkeys(self._collections())),
            lost={feature: count for feature, count in self._lost.items() if count},
        )

    def _fields(self) -> Iterator[tuple[str, object]]:
        """Yield the item's fields, its type first: Zotero reads the others by it."""
        item = self._item
        extra = list(item.extra)
        yield "itemType", item.type
        if creators := list(self._creators()):
            yield "creators", creators
        for placed in (item.title, *item.fields):
            if self._has_field(placed):
                yield placed.zotero, self._text(placed.value)
            elif placed.value:
                extra.append(labelled(placed.ours, placed.value))
        if extra:
            yield "extra", self._text("\n".join(extra))
        if tags := list(self._tags()):
            yield "tags", tags

    def _has_field(self, placed: Placed) -> bool:
        """Tell whether a value goes into its field; of dates of access, Zotero keeps days alone."""
        if placed.ours == "accessed":
            return _is_day(self._entry.accessed)
        return bool(placed.value) and not (placed.ours == "citekey" and self._citekey_in_extra)

    def _creators(self) -> Iterator[dict[str, str]]:
        """Yield the people; only a literal name is a single field, unlike in Zotero's files."""
        for creator in self._item.creators:
            family, given = map(self._name, two_parts(creator.name))
            if creator.name.literal is not None and family:
                yield {"creatorType": creator.kind, "name": family}
            elif family or given:
                yield {"creatorType": creator.kind, "firstName": given, "lastName": family}

    def _tags(self) -> Iterator[dict[str, object]]:
        """Yield the tags, each once; of a person's and a source's of one name the person's."""
        manual: dict[str, bool] = {}
        for tag in self._item.tags:
            text = self._cut(tag.text, _MOST_OF_A_TAG, "keywords.cut")
            manual[text] = manual.get(text, False) or not tag.automatic
        for text, is_manual in manual.items():
            if text:
                yield {"tag": text} if is_manual else {"tag": text, "type": _AUTOMATIC}

    def _links(self) -> Iterator[WebLink]:
        """Yield the attachments that are addresses; half an address leads nowhere."""
        for each in self._item.attached:
            if each.is_link and len(each.at.encode()) > _MOST_OF_A_FIELD:
                self._lost["links.too_long"] += 1
            elif each.is_link:
                yield WebLink(
                    title=self._text(each.title),
                    url=each.at,
                    media_type=each.media_type,
                    tags=each.tags,
                    note=self._note(each.note) if each.note else None,
                )

    def _files(self) -> Iterator[File]:
        for each in self._item.attached:
            if not each.is_link:
                title = self._text(each.title)
                yield File(title=title, path=_whole(each.at), media_type=each.media_type)

    def _collections(self) -> Iterator[str]:
        for path in self._entry.collections:
            names = (
                self._cut(name, _MOST_OF_A_NAME, "collections.cut")
                for name in collection_names(path)
            )
            if joined := "/".join(names):
                yield joined

    def _name(self, text: str) -> str:
        return self._cut(text, _MOST_OF_A_NAME, "names.cut")

    def _text(self, text: str) -> str:
        """Return a field's text; the limit is one of bytes."""
        if len(text) * _WIDEST <= _MOST_OF_A_FIELD or len(text.encode()) <= _MOST_OF_A_FIELD:
            return text
        self._lost["fields.cut"] += 1
        room = _MOST_OF_A_FIELD - len(_CUT.encode())
        return text.encode()[:room].decode(errors="ignore") + _CUT

    def _note(self, html: str) -> str:
        """Return a note, cut between two of its pieces; Zotero closes what is open then."""
        if len(html) <= _MOST_OF_A_NOTE:
            return html
        self._lost["notes.cut"] += 1
        return _BROKEN.sub("", html[: _MOST_OF_A_NOTE - len(_CUT)]) + _CUT

    def _cut(self, text: str, most: int, feature: str) -> str:
        if len(text) <= most:
            return text
        self._lost[feature] += 1
        return text[: most - len(_CUT)] + _CUT


def _is_day(date: Date | None) -> bool:
    """Tell whether a date is one day, with a year of four figures, as Zotero's SQL has it."""
    if date is None or date.day is None or not 0 <= date.year <= _LAST_YEAR:
        return False
    return date == Date(date.year, date.month, date.day)


def _whole(path: str) -> str:
    """Return a path without half characters, which no API and no library can hold."""
    return path.encode(errors="replace").decode()
