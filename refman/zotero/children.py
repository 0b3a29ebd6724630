"""What hangs on an item: notes, links and files, as both APIs take them.

Source: https://www.zotero.org/support/dev/web_api/v3/types_and_fields, "Attachments".
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from refman.formats.notes import LINKS_HEAD
from refman.formats.zotero_fields import LINKS_TAG
from refman.zotero.answers import words
from refman.zotero.files import FileFault, LocalFile, looked_at
from refman.zotero.records import Found, Parcel, WebLink

__all__ = ["Child", "children_of", "lacking", "outdated"]

_TAG = re.compile(r"<[^<>]{0,2000}>")


class Child(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one thing that is to hang on an item.

    Attributes:
        name: for people: "the file x.pdf".
        data: its fields, without ``key`` and ``parentItem``.
        file: whose bytes are sent behind it.
    """

    name: str
    data: Mapping[str, object]
    file: LocalFile | None = None


def children_of(parcel: Parcel, folder: Path | None) -> tuple[list[Child], list[str]]:
    """Return what is to hang on a parcel's item, and what of it cannot, a sentence part each.

    Args:
        parcel: what an entry is in Zotero.
        folder: as in ``refman.zotero.files.looked_at``.
    """
    children = [
        Child(name="a note", data={"itemType": "note", "note": note, "tags": _tags(note)})
        for note in parcel.notes
    ]
    children += [_link(link) for link in parcel.links]
    left: list[str] = []
    for file in parcel.files:
        name = f"the file {words(Path(file.path).name)}"
        try:
            found = looked_at(file, folder)
        except FileFault as fault:
            left.append(f"{name}: {fault}")
        else:
            children.append(Child(name=name, data=_file(file.title, found), file=found))
    return children, left


def _tags(note: str) -> list[dict[str, str]]:
    """Return a note's tags: that of the links is known by its own."""
    return [{"tag": LINKS_TAG}] if _is_of_links(note) else []


def _is_of_links(note: str) -> bool:
    return note.startswith(LINKS_HEAD)


def _link(link: WebLink) -> Child:
    note = f"<p>{html.escape(link.note, quote=False)}</p>" if link.note else ""
    return Child(
        name=f"the link {words(link.title)}",
        data={
            "itemType": "attachment",
            "linkMode": "linked_url",
            "title": link.title,
            "url": link.url,
            "contentType": link.media_type or "",
            "note": note,
            "tags": [{"tag": tag} for tag in link.tags],
        },
    )


def _file(title: str, file: LocalFile) -> Mapping[str, object]:
    return {
        "itemType": "attachment",
        "linkMode": "imported_file",
        "title": title,
        "contentType": file.media_type,
        "filename": file.path.name,
        "tags": [],
    }


def lacking(children: Iterable[Child], there: Iterable[Found]) -> Iterator[Child]:
    """Yield those that hang not there yet: of the same text, address or file name."""
    marks = {mark for found in there for mark in _marks(found.data)}
    for child in children:
        if marks.isdisjoint(_marks(child.data)):
            yield child


def outdated(parcel: Parcel, base: Parcel, there: Iterable[Found]) -> Iterator[tuple[Found, str]]:
    """Yield notes that are there as they were pushed, each with the one that takes its place."""
    found = {_plain(str(one.data.get("note"))): one for one in there if one.data.get("note")}
    for kind in (True, False):
        old, new = (
            [note for note in one.notes if _is_of_links(note) is kind and note not in other.notes]
            for one, other in ((base, parcel), (parcel, base))
        )
        if len(old) > len(new):  # which of them are gone, and which are others now, nobody knows
            continue
        for before, after in zip(old, new, strict=False):
            if (note := found.get(_plain(before))) is not None:
                yield note, after


def _marks(data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what tells a child from others."""
    is_note = data.get("itemType") == "note"
    for name in ("note",) if is_note else ("url", "filename"):
        value = data.get(name)
        if isinstance(value, str):
            text = _plain(value) if is_note else value.strip()
            # with or without a slash at its end, an address leads to the same page
            if text := text.rstrip("/") if name == "url" else text:
                yield name, text


def _plain(note: str) -> str:
    """Return a note's text alone: Zotero writes its HTML anew where the user opens it."""
    return " ".join(html.unescape(_TAG.sub(" ", note)).split())
