"""An entry as the item that Zotero would hold, and how it differs from one that Zotero read.

The names of fields and creators are those of the crosswalk's [zotero*] sections; here stands only
what Zotero does beyond them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from refman.formats.crosswalk import rows, type_name
from refman.formats.foreign.dates import read_date, year_in
from refman.formats.html_text import note_text
from refman.formats.people import two_parts
from refman.model import Entry
from refman.normalise import clean_text, fold_blanks, normalise_title

TITLES = rows("zotero_own")["title"]
DATES = rows("zotero_own")["issued"]
FIRST_CREATORS = {
    "artwork": "artist",
    "audioRecording": "performer",
    "bill": "sponsor",
    "computerProgram": "programmer",
    "film": "director",
    "interview": "interviewee",
    "map": "cartographer",
    "patent": "inventor",
    "presentation": "presenter",
    "tvBroadcast": "director",
}
ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "collection_editor": "seriesEditor",
    "contributor": "contributor",
}
_APART = {"creators", "tags", "notes", "attachments", "itemType", "seeAlso", "extra", "collections",
          "itemID", "id", "relations"}  # fmt: skip
_DATE_FIELDS = {"accessDate", *DATES.values()}


class Difference(NamedTuple):
    """What Zotero has otherwise: the field, its value, ours, and where ours has that value."""

    field: str
    theirs: object
    ours: object
    elsewhere: str | None = None


def zotero_item(entry: Entry) -> dict:
    """The item: itemType, creators, fields, tags, notes, and "rest" for what has no field there."""
    kind = type_name(entry.type, "zotero")
    item: dict = {"itemType": kind, "creators": [], "notes": list(entry.notes)}
    for role, creator in ROLES.items():
        named = FIRST_CREATORS.get(kind, creator) if role == "author" else creator
        item["creators"] += [
            {"creatorType": named, "name": name_key(*two_parts(name))}
            for name in getattr(entry, role)
        ]
    if entry.citekey:
        item["citationKey"] = entry.citekey
    item["tags"] = sorted(keyword.text for keyword in entry.keywords)
    item["rest"] = {name: fold_blanks(value) for name, value in entry.extra.items()}
    for field, value in fields_of(entry):
        name = field_name(field, kind)
        if name:
            item[name] = value
        else:
            item["rest"][field] = value
    return item


def fields_of(entry: Entry) -> Iterator[tuple[str, str]]:
    for field in Entry.__struct_fields__:
        value = getattr(entry, field)
        if isinstance(value, str) and field != "citekey":
            yield field, fold_blanks(value)
    for field in ("issued", "accessed", "event_date", "original_date"):
        if (date := getattr(entry, field)) is not None:
            yield field, str(date)
    for field in ("doi", "isbn", "pmid"):
        if value := getattr(entry.identifiers, field):
            yield field, str(value)
    if (arxiv := entry.identifiers.arxiv) is not None:
        yield "arxiv", f"arXiv:{arxiv.id} [{arxiv.primary_class}]"
    for number, link in enumerate(entry.links):
        yield f"link {number}", link.url


def field_name(field: str, kind: str) -> str | None:
    """Zotero's field for one of ours in a type of item."""
    if own := rows("zotero_own").get(field):
        return own.get(kind, own["field"])
    row = rows("zotero").get(field, {"types": ""})
    if kind in row:
        return row[kind]
    return row.get("field") if "types" not in row or kind in row["types"].split() else None


def name_key(family: str, given: str) -> str:
    """A name for comparing: a body's and a lone family name are the same."""
    family, given = fold_blanks(clean_text(family)), fold_blanks(clean_text(given))
    return f"{family}, {given}" if given else family


def differences(entry: Entry, expected: dict) -> Iterator[Difference | str]:
    """Each value of Zotero's that ours has otherwise; the field's name where both agree."""
    ours = zotero_item(entry)
    yield _compared("itemType", expected["itemType"], ours["itemType"], ours)
    wanted = [
        {"creatorType": each.get("creatorType", "author"), "name": _creator(each)}
        for each in expected.get("creators", [])
    ]
    for creator in wanted:
        known = [
            each["creatorType"] for each in ours["creators"] if each["name"] == creator["name"]
        ]
        role = f"creator {creator['creatorType']}"
        if creator["creatorType"] in known:
            yield role
        else:
            where = _elsewhere(creator["name"], ours) or _written_otherwise(creator["name"], ours)
            yield Difference(role, creator["name"], known, where)
    yield _compared_tags(
        {_tag(tag) for tag in expected.get("tags", [])}, set(map(_tag, ours["tags"]))
    )
    for note in (note_text(note["note"]) for note in expected.get("notes", [])):
        if note in ours["notes"]:
            yield "note"
        else:
            value = note.rpartition(": ")[2]
            yield Difference("note", note, ours["notes"], _elsewhere(value, ours))
    for line in expected.get("extra", "").splitlines():
        where = _elsewhere(line.rpartition(": ")[2], ours)
        yield "extra" if where else Difference("extra", line, ours["rest"])
    for field, value in expected.items():
        if field not in _APART and value:
            yield _compared(field, value, ours.get(field), ours)


def _compared(field: str, theirs: object, ours: object, item: dict) -> Difference | str:
    if theirs == ours or (ours and _key(field, theirs) == _key(field, ours)):
        return field
    elsewhere = _elsewhere(theirs, item) if isinstance(theirs, str) else None
    if field in _DATE_FIELDS and str(ours).startswith(str(_key(field, theirs))):
        elsewhere = f"{field}, more of it"
    return Difference(field, theirs, ours, elsewhere)


def _compared_tags(theirs: set[str], ours: set[str]) -> Difference | str:
    if theirs == ours:
        return "tags"
    elsewhere = "tags, more of them" if theirs < ours else None
    return Difference("tags", sorted(theirs), sorted(ours), elsewhere)


def _key(field: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    text = fold_blanks(clean_text(value))
    if field in _DATE_FIELDS:
        date = read_date(text) or year_in(text)
        return str(date) if date else text
    if field in TITLES.values():
        return normalise_title(text)
    if field == "archiveLocation":
        return "; ".join(dict.fromkeys(text.split("; ")))
    if field in {"ISSN", "ISBN"}:
        return re.sub(r"[-]", "", text)
    return text.casefold() if field in {"DOI", "url"} else text


def _elsewhere(value: str, item: dict) -> str | None:
    """The field, or "rest.NAME", or "creator TYPE" that has a value, alone or on a line of it."""
    text = fold_blanks(value)
    whole = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
    for creator in item["creators"]:
        if creator["name"] == text:
            return f"creator {creator['creatorType']}"
    if any(whole.search(note) for note in item["notes"]):
        return "note"
    for name, known in {**item, **item["rest"]}.items():
        if isinstance(known, str) and text and whole.search(known):
            return name
    return None


def _written_otherwise(name: str, item: dict) -> str | None:
    """The creator whose name has the same letters: "Berg, J. K." and "J.K. Berg"."""
    for creator in item["creators"]:
        if _letters(creator["name"]) == _letters(name):
            return f"creator {creator['creatorType']}, written otherwise"
    return None


def _letters(name: str) -> list[str]:
    return sorted(filter(str.isalpha, name.casefold()))


def _creator(creator: dict) -> str:
    return name_key(
        creator.get("lastName") or creator.get("name", ""), creator.get("firstName", "")
    )


def _tag(tag: object) -> str:
    text = tag["tag"] if isinstance(tag, dict) else str(tag)
    return fold_blanks(clean_text(text)).removeprefix("*")
