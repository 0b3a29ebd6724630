r"""RIS, which almost every reference manager reads.

A record is lines of a tag of two signs, two blanks, a hyphen, a blank and a value. A value here is
one line always: readers disagree on lines without a tag, and no text can then pass for a tag
(``\nER  - ``). So the paragraphs of an abstract run together. Lines end in CR LF, as the
specification has it and Zotero writes them.

Three habits are for Zotero, and do no harm elsewhere:

- It makes a preprint of ``UNPD`` only where a line of Extra says ``Type: preprint``; see
  ``[ris]`` in the crosswalk for these lines.
- It splits a keyword at semicolons, so these become commas, and the only keyword of an entry at
  commas, so such a one is written twice; Zotero keeps one of two that are the same.
- It takes values as HTML, but for abstracts and notes. A sign "<" that would open a tag gets a word
  joiner behind it, which shows nowhere, or ``<action>`` would vanish from a title; and where
  ``&para`` in an address would become a sign, the letter after "&" is percent-encoded, which
  leaves the address what it is (RFC 3986, 2.3).

A comma in a family name or a body's name falls away: RIS parts names by it.

Source: RIS Format Specifications (Research Information Systems, 2001); the shape was measured on
Zotero 9.0.6 and 10.0.1, the habits with keywords, HTML and notes are those of its published reader.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from refman.formats.addresses import address, is_web
from refman.formats.crosswalk import rows, type_name
from refman.formats.dates import SEASONS
from refman.formats.extra import identifier_lines, labelled
from refman.formats.fields import PEOPLE, values_for_zotero
from refman.formats.format import Format, Options, Profile
from refman.formats.notes import links_note, text_note
from refman.formats.people import two_parts
from refman.formats.plain import one_line, verbatim_line
from refman.formats.preprints import completed
from refman.model import Attachment, Date, Entry, Name
from refman.normalise import fold_blanks

__all__ = ["RIS"]

_PREPRINT = "UNPD"

_AS_THEY_ARE = {"AB", "N1"}
"""Tags whose values Zotero does not take as HTML that is to be undone."""

_TAG_OPENS = re.compile(r"<(?=[A-Za-z/!?])")
_PARAMETER = re.compile(r"&([A-Za-z])")
_PAGES = re.compile(r"(\w+)\s*[-\u2010-\u2015\u2212]{1,3}\s*(\w+)\Z")

_LOST = {
    "arxiv.version": "the number stands without its version, and so leads to the newest",
    "links.leads_to": "the note of the links holds the address alone",
    "links.repository": "the note of the links has no room for licence and stars",
    "links.why": "the note of the links holds the state without its reason",
    "collections": "RIS has no collections",
    "keywords.automatic": "RIS has one kind of keyword",
    "status": "RIS has no review",
    "provenance": "RIS says of no value where it came from",
    "extra": "fields of other formats have no place in RIS",
    "related": "RIS has no tag for related references",
}

_Line = tuple[str, str]


class _Ris:
    """Write RIS."""

    name = "ris"
    label = "RIS"
    suffixes: tuple[str, ...] = (".ris",)
    profiles: tuple[Profile, ...] = ()

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what RIS cannot hold."""
        return _LOST

    def dump(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield records, in the order of the entries, each with the empty line behind it."""
        for entry in entries:
            lines = [_written(tag, value) for tag, value in _record(completed(entry)) if value]
            yield f"{''.join(lines)}ER  - \r\n\r\n"


RIS: Format = _Ris()


def _written(tag: str, value: str) -> str:
    if "<" in value and tag not in _AS_THEY_ARE:
        value = _TAG_OPENS.sub("<\u2060", value)
    return f"{tag}  - {value}\r\n"


def _record(entry: Entry) -> list[_Line]:
    """Return a record's lines but for its end; a value may be empty."""
    kind = type_name(entry.type, "ris")
    key = verbatim_line(entry.citekey or "")
    lines = [("TY", kind), ("ID", key), ("TI", one_line(entry.title or ""))]
    for role in PEOPLE:
        if tag := _tag(role, kind):
            lines += [(tag, _name(name)) for name in getattr(entry, role)]
    if entry.issued is not None:
        lines += [("DA", _date(entry.issued)), ("PY", str(Date(entry.issued.year)))]
    lines.append(("AB", one_line(entry.abstract or "")))
    if entry.url:
        lines.append(("UR", _address(entry.url)))
    if entry.accessed is not None:
        lines.append(("Y2", _date(entry.accessed)))

    tagged, extra = _fields(entry, kind)
    if type_ := rows("types")[entry.type.value].get("ris_says") or _tag("type", kind):
        extra.insert(0, f"Type: {type_}")
    if key:
        extra.append(f"Citation Key: {key}")
    extra += identifier_lines(entry)
    lines += tagged
    lines += _keywords(entry)
    lines += [(_tag("extra", kind), line) for line in extra]
    return lines + _notes(entry) + _files(entry)


@functools.cache
def _tag(field: str, kind: str) -> str:
    """Return a field's tag in a type of record; empty where it has none there."""
    row = rows("ris")[field]
    return row.get(kind, row["tag"])


def _fields(entry: Entry, kind: str) -> tuple[list[_Line], list[str]]:
    """Return what has a tag of its own, and lines of Extra for what has none."""
    tagged: list[_Line] = []
    extra = [
        labelled(role, _name(name).replace(", ", " || ", 1))
        for role in PEOPLE
        if not _tag(role, kind)
        for name in getattr(entry, role)
    ]
    for field, value in values_for_zotero(entry):
        tag = _tag(field, kind)
        if not tag:
            extra.append(_labelled(field, kind, value))
        elif field == "page" and (pages := _PAGES.match(value)):
            tagged += [("SP", pages[1]), ("EP", pages[2])]
        else:
            tagged.append((tag, value))
    return tagged, extra


def _labelled(field: str, kind: str, value: str) -> str:
    labels = rows("ris_preprint")
    if kind != _PREPRINT or field not in labels:
        return labelled(field, value)
    if field == "number":
        # Zotero takes "Archive ID" only where no colon follows.
        value = value.removeprefix("arXiv:").replace(":", " ")
    return f"{labels[field]['label']}: {value}"


def _name(name: Name) -> str:
    family, given = two_parts(name)
    family = fold_blanks(family.replace(",", " "))
    return f"{family}, {given}" if given else family


def _date(date: Date) -> str:
    """Return YYYY/MM/DD/other, empty where it is not known; "other" has what RIS has no place for.

    That is "Winter", "circa", "to 2025-06", "to ..", parted by blanks.
    """
    month = "" if date.month is None else f"{date.month:02d}"
    day = "" if date.day is None else f"{date.day:02d}"
    other = ["circa"] if date.circa else []
    if date.season is not None:
        other.append(SEASONS[date.season - 1])
    if date.end is not None:
        other.append(f"to {date.end}")
    elif date.is_open:
        other.append("to ..")
    return f"{Date(date.year)}/{month}/{day}/{' '.join(other)}"


def _address(url: str) -> str:
    """Return an address that stays what it is when it is taken for HTML."""
    url = address(url)
    if unescape(url) == url:
        return url
    return _PARAMETER.sub(lambda found: f"&%{ord(found[1]):02X}", url)


def _keywords(entry: Entry) -> list[_Line]:
    words = [one_line(keyword.text).replace(";", ",") for keyword in entry.keywords]
    if len(words) == 1 and "," in words[0]:
        words *= 2
    return [("KW", word) for word in words]


def _notes(entry: Entry) -> list[_Line]:
    notes = [text_note(text) for text in (entry.note, *entry.notes) if text]
    if entry.links:
        notes.insert(0, links_note(entry.links))
    return [("N1", note) for note in notes]


def _files(entry: Entry) -> list[_Line]:
    """Return files and links; RIS has no titles for them, so the note of the links has."""
    lines: list[_Line] = []
    if entry.identifiers.arxiv is not None:
        lines.append(("L1", _address(entry.identifiers.arxiv.pdf_url)))
    lines += map(_file, entry.attachments)
    # L4 and not L2, which Zotero takes for a page (text/html); such a link goes the way of RDF's
    # where the user keeps no snapshots.
    lines += [("L4", _address(link.url)) for link in entry.links if is_web(address(link.url))]
    return lines


def _file(attachment: Attachment) -> _Line:
    if not is_web(attachment.path):
        return "L1", verbatim_line(attachment.path)
    tag = "L1" if attachment.media_type == "application/pdf" else "L4"
    return tag, _address(attachment.path)
