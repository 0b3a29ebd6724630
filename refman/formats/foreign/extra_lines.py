"""Lines of Zotero's Extra field, and of CSL's note: variables, identifiers, links and text.

Zotero and citation processors take a line ``Label: value`` for a variable if they know the label,
and ``{:label: value}`` anywhere ("cheater syntax"). What refman's own writers put there comes back;
a hyphen before a label says that the line is nothing but text.

Source: https://www.zotero.org/support/kb/item_types_and_fields, "Citing fields from Extra";
citeproc-js, "Cheater syntax for odd fields"; Better BibTeX's manual, "Extra field".
"""

import functools
import re
from collections.abc import Mapping

from refman.formats.addresses import is_web
from refman.formats.crosswalk import rows
from refman.formats.fields import DATES, PEOPLE
from refman.formats.foreign.gathered import IDENTIFIERS, Gathered, clean_line
from refman.formats.foreign.links import Remarks, kind_of_label, listed_link, read_remarks
from refman.formats.foreign.people import inverted_name, name_of
from refman.model import Citekey, ItemType, Name

__all__ = ["extra_label", "read_extra", "read_type"]

_LINE = re.compile(r"\s*([^\W\d_][^:：\n]{0,40}?)\s?[:：=]\s*(.*)")
_TEXT_LINE = re.compile(r"\s*-\s(?=[^\W\d_][^:：\n]*[:：])")
_CHEATER = re.compile(r"\{:([A-Za-z_-]{1,40}):\s?([^{}\n]*)\}")
_REMARKS = re.compile(r"(\S+)(?:\s\(([a-z\d ,;-]{1,120})\))?\s*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_BLANKS = re.compile(r"[\s_]+")
_BETWEEN_NAMES = re.compile(r"\s*;\s*")
_TEX = re.compile(r"(?:tex|bibtex|biblatex)\.")


def extra_label(label: str) -> str:
    """Return a label for comparing: "Event Place" and "event_place" are "event-place"."""
    return _BLANKS.sub("-", label.strip().casefold())


def read_extra(text: str, gathered: Gathered) -> None:
    """Put what Extra says into its fields; all other lines become the note."""
    for line in text.replace("\r", "\n").split("\n"):
        rest = _without_cheats(line, gathered) if "{:" in line else line
        if mark := _TEXT_LINE.match(rest):
            shown = rest[mark.end() :]
            if not _read_link(shown, gathered, web_only=False):
                gathered.note(shown)
        elif not _read_line(rest, gathered):
            gathered.note(rest)


def read_type(text: str) -> ItemType | None:
    """Return the type that CSL or Zotero calls so."""
    name = text.strip()
    try:
        return ItemType(name.casefold())
    except ValueError:
        row = rows("read_zotero_types").get(name)
        return ItemType(row["type"]) if row else None


def _without_cheats(line: str, gathered: Gathered) -> str:
    def taken(found: re.Match[str]) -> str:
        is_known = _read_variable(extra_label(found[1]), found[2].strip(), gathered)
        return "" if is_known else found.group()

    return _CHEATER.sub(taken, line)


def _read_line(line: str, gathered: Gathered) -> bool:
    """Read a line of a known label; return False where it is text."""
    found = _LINE.fullmatch(line)
    if found is None:
        return False
    label, value = extra_label(found[1]), found[2].strip()
    if prefix := _TEX.match(label):
        is_link = rows("links").keys() & {label[prefix.end() :]} and is_web(value)
        return bool(is_link) and _read_link(line.strip()[prefix.end() :], gathered, web_only=True)
    return _read_link(line, gathered, web_only=True) or _read_variable(label, value, gathered)


def _read_link(line: str, gathered: Gathered, *, web_only: bool) -> bool:
    label, _, value = line.partition(":")
    kind = None if extra_label(label) == _PAGE else kind_of_label(label.strip("= "))
    found = _REMARKS.fullmatch(value.strip()) if kind is not None else None
    if found is None or not (is_web(found[1]) or (not web_only and _SCHEME.match(found[1]))):
        return False
    remarks = read_remarks(found[2]) if found[2] else Remarks()
    if remarks is None:
        return False
    gathered.links.append(listed_link(found[1], kind, gathered.places, remarks))
    return True


def _read_variable(label: str, value: str, gathered: Gathered) -> bool:
    """Put a value into the field of its label, if that has none yet."""
    field = _fields().get(label)
    if field is None or not value:
        return field is not None
    if field == "type":
        found = read_type(value)
        return found is not None and gathered.put("type", found)
    if field == "citekey":
        return " " not in value and gathered.put("citekey", Citekey(value))
    if field in IDENTIFIERS:
        return _read_identifier(field, value, gathered)
    if field in PEOPLE:
        names = [name for part in _BETWEEN_NAMES.split(value) if (name := _name(part)) is not None]
        gathered.people(field, names)
        return bool(names)
    if field in DATES:
        return gathered.dated(field, value)
    if gathered.get(field) is not None:
        return False
    return gathered.put(field, value if field == "url" else clean_line(value))


_PAGE = "url"
"""The label of the paper's own page, which is no link."""
_FORMS = ("line", "prose", "names", "date", "identifier", "url")


def _read_identifier(field: str, value: str, gathered: Gathered) -> bool:
    found, is_all = IDENTIFIERS[field](value)
    if found is None or not is_all or gathered.identified(field) not in (None, found):
        return False
    gathered.identify(field, value, field)
    return True


def _name(text: str) -> Name | None:
    family, bars, given = text.partition("||")
    return name_of(family, given) if bars else inverted_name(text)


@functools.cache
def _fields() -> Mapping[str, str]:
    """Return an entry's field for each label that Extra may have."""
    labels: dict[str, str] = {}
    for variable, row in rows("read_csl").items():
        if row["form"] in _FORMS:
            labels[extra_label(variable)] = row["field"]
    for section in ("zotero_extra", "ris_preprint"):
        for field, row in rows(section).items():
            labels[extra_label(row["label"])] = field
    for label, row in rows("read_extra").items():
        labels[extra_label(label)] = row["field"]
    return labels
