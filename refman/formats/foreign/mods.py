"""A record of MODS as an entry: ``[read_mods]`` and those below it in the crosswalk.

Source: MODS 3.8, User Guidelines; what the Library of Congress, DFG, GovInfo, Zotero and bibutils
write.
"""

import re
from xml.etree.ElementTree import Element

from refman.formats.addresses import address, is_web
from refman.formats.crosswalk import rows
from refman.formats.foreign.gathered import IDENTIFIERS, ISSN, Gathered, clean_line
from refman.formats.foreign.mods_location import read_addresses, read_holders
from refman.formats.foreign.mods_origin import date_in, issued_in, put_date, read_part
from refman.formats.foreign.mods_people import Person, people_of, roles_of
from refman.formats.foreign.mods_types import host_of, type_of
from refman.formats.foreign.unread import Unread, children, label_of, text_of
from refman.formats.html_text import note_text
from refman.model import Date, ItemType, Name, Record, Span

__all__ = ["mods_record"]

_FORMAL = {
    "type", "authority", "encoding", "point", "keyDate", "usage", "version", "schemaLocation",
    "script", "transliteration", "lang", "unit", "qualifier", "objectPart", "order", "level",
}  # fmt: skip
"""Attributes that say how a value is written; ``type`` stands in the name that it is kept under."""

_WITH_GENRE = {ItemType.THESIS, ItemType.REPORT}
_ISSUED = ("dateIssued", "copyrightDate")
_MADE = ("dateCreated", "dateOther")
_ENDS = " :;,/="
_KEY = re.compile(r"(?!\d+\Z)[^\s{},\"#%~\\]{1,200}")
_PAGES = re.compile(r"(?<![\w.])(\d{1,6})\]?\s?(?:p|pp|pages|s|S|Seiten)\b\.?")
_COUNT = re.compile(r"(\d{1,6})")
_ONLY_PAGES = re.compile(r"\d{1,6}(?:\s?(?:p|pp|pages)\.?)?")
_HANDLE = re.compile(r"(?:hdl:|info:hdl/)(\S+)", re.IGNORECASE)
_SUBJECTS = ("topic", "geographic", "temporal", "genre", "occupation")


def mods_record(element: Element, text: str, span: Span) -> Record:
    """Return a record's entry; what has no field is kept by its path.

    Args:
        element: the record.
        text: the file.
        span: where the record stands in it.
    """
    return _Reader(element, Gathered(text, span)).read()


class _Reader:
    """Read one record."""

    def __init__(self, root: Element, gathered: Gathered) -> None:
        self._root = root
        self._gathered = gathered
        self._unread = Unread(root)
        self._people: dict[str, list[Name]] = {}
        self._issns: list[str] = []
        self._related: dict[str, list[Element]] = {}
        for item in children(root, "relatedItem"):
            self._related.setdefault((item.get("type") or "").strip(), []).append(item)

    def read(self) -> Record:
        """Return the entry; what stands in the host may only fill gaps."""
        gathered, root = self._gathered, self._root
        host = host_of(root)
        kind = type_of(root, self._unread)
        gathered.put("type", kind)
        self._title(root, "title", "title_short")
        for origin in children(root, "originInfo"):
            self._origin(origin)
        self._own_people()  # among them may be a publisher, whom originInfo names better
        for part in children(root, "part"):
            read_part(part, gathered, self._unread)
        self._identifiers(root)
        self._plain(kind)
        read_addresses(root, gathered, self._unread)
        if host is not None:
            self._host(host)
        for series in self._related.get("series", ()):
            self._series(series)
        for original in self._related.get("original", ()):
            self._original(original)
        self._finish()
        return gathered.record()

    def _finish(self) -> None:
        for field, names in self._people.items():
            self._gathered.people(field, names)
        if self._issns:
            self._gathered.put("issn", ", ".join(dict.fromkeys(self._issns)))
        has_source = bool(children(self._root, "recordInfo"))
        identity = (self._root.get("ID") or "").strip()
        if not has_source and _KEY.fullmatch(identity) and self._gathered.put("citekey", identity):
            self._unread.take_attribute(self._root, "ID")
        self._unread.keep_in(self._gathered, _FORMAL)

    def _line(self, field: str, element: Element) -> None:
        """Set a field to an element's text, without the signs that part areas in catalogues."""
        text = self._unread.take(element)
        self._gathered.line(field, text.rstrip(_ENDS) or text, label_of(element))

    def _title(self, element: Element, field: str, short: str | None) -> None:
        """Read the title proper; where there is none, the first that has a type."""
        titles = children(element, "titleInfo")
        plain = [each for each in titles if not each.get("type")]
        for each in (plain or titles)[:1]:
            self._gathered.line(field, self._title_text(each), "titleInfo")
        for each in titles:
            if short is not None and each.get("type") == "abbreviated":
                known = self._gathered.get(short)
                if known is None and (text := self._title_text(each)):
                    self._gathered.line(short, text, label_of(each))

    def _title_text(self, title: Element) -> str:
        """Return "The lamp: its wick. Part 2: Oil" of a title's parts."""
        parts = {
            name: clean_line(self._unread.take(found[0])).rstrip(" /=")
            for name in ("nonSort", "title", "subTitle", "partNumber", "partName")
            if (found := [each for each in children(title, name) if self._unread.has(each)])
        }
        whole = parts.get("title", "")
        if subtitle := parts.get("subTitle"):
            whole = f"{whole} {subtitle}" if whole.endswith(":") else f"{whole}: {subtitle}"
        if article := parts.get("nonSort"):
            whole = f"{article}{'' if article[-1] in _ELISIONS else ' '}{whole}"
        if part := ": ".join(filter(None, map(parts.get, ("partNumber", "partName")))):
            whole = f"{whole.rstrip('.')}. {part}"
        return whole.strip(" :")

    def _own_people(self) -> None:
        for person in people_of(children(self._root, "name"), self._unread):
            fields = person.fields()
            if person.kind == "conference" and not fields:
                self._gathered.line("event_title", person.name.literal or "", "name[conference]")
            else:
                self._place(person, fields or (("contributor",) if person.roles else ("author",)))

    def _place(self, person: Person, fields: tuple[str, ...]) -> None:
        """Put a name into its fields; a role that no field says is kept with the name."""
        text = person.name.literal or " ".join(
            filter(None, (person.name.given, person.name.family))
        )
        for field in fields:
            if field == "publisher":
                self._gathered.line(field, text, "name[publisher]")
            else:
                self._people.setdefault(field, []).append(person.name)
        for role in person.roles:
            row = rows("read_mods_roles").get(role)
            if row is None or "more" in row:
                self._gathered.keep(f"name[{row['more'] if row else role}]", text)

    def _origin(self, origin: Element) -> None:
        """Read dates, place and publisher; a date of making is the original one beside another."""
        gathered, unread = self._gathered, self._unread
        issued = issued_in(origin, _ISSUED, unread)
        made = issued_in(origin, _MADE[:1] if issued else _MADE, unread)
        if issued is None:
            issued, made = made, None
        self._date("issued", issued, "originInfo/dateIssued")
        if made != issued:
            self._date("original_date", made, "originInfo/dateCreated")
        self._date("accessed", issued_in(origin, ("dateCaptured",), unread), "dateCaptured")
        for place in children(origin, "place"):
            for term in children(place, "placeTerm"):
                if term.get("type") != "code":
                    self._line("publisher_place", term)
        for name in ("publisher", "edition"):
            for each in children(origin, name):
                self._line(name, each)
        for copyright_date in children(origin, "copyrightDate"):
            if unread.has(copyright_date) and date_in(text_of(copyright_date)) == (
                gathered.get("issued")
            ):
                unread.take(copyright_date)

    def _date(self, field: str, found: Date | None, name: str) -> None:
        if found is not None and not put_date(self._gathered, field, found):
            self._gathered.keep(name, str(found))

    def _identifiers(self, element: Element) -> None:
        table = rows("read_mods_identifiers")
        for each in children(element, "identifier"):
            row = table.get((each.get("type") or "").strip().casefold())
            if row is None or each.get("invalid") == "yes" or not text_of(each):
                continue
            self._identify(row["field"], each)

    def _identify(self, field: str, element: Element) -> None:
        """Read an identifier; one that is not of its form stays unread."""
        gathered, text = self._gathered, clean_line(text_of(element))
        if field in IDENTIFIERS:
            self._unread.take(element)
            gathered.identify(field, text, label_of(element))
        elif field == "issn":
            if ISSN.fullmatch(text):
                self._unread.take(element)
                self._issns.append(text)
        elif field == "url":
            found = _HANDLE.fullmatch(text)
            url = f"https://hdl.handle.net/{found[1]}" if found else text
            if is_web(url) and gathered.get("url") is None:
                gathered.put("url", address(url))
                self._unread.take(element)
        elif field == "citekey":
            if _KEY.fullmatch(text) and gathered.put("citekey", text):
                self._unread.take(element)
        else:
            self._line(field, element)

    def _plain(self, kind: ItemType) -> None:
        """Read what stands right below the record and needs no look elsewhere."""
        gathered, unread = self._gathered, self._unread
        for genre in children(self._root, "genre"):
            if unread.has(genre) and (kind in _WITH_GENRE or gathered.get("genre") is None):
                self._line("genre", genre)
        for abstract in children(self._root, "abstract"):
            gathered.prose("abstract", unread.take(abstract), "abstract")
        self._languages()
        self._notes()
        self._subjects()
        self._physical()
        self._marks()
        for condition in self._by_type("accessCondition", "use and reproduction"):
            self._line("license", condition)

    def _by_type(self, name: str, kind: str) -> list[Element]:
        return sorted(children(self._root, name), key=lambda each: each.get("type") != kind)

    def _languages(self) -> None:
        """Read the languages, each by its code where it has one."""
        found: list[str] = []
        for language in children(self._root, "language"):
            terms = children(language, "languageTerm") or [language]
            terms.sort(key=lambda term: term.get("type") == "text")
            found += [text for term in terms[:1] if (text := clean_line(self._unread.take(term)))]
        if found:
            self._gathered.put("language", "; ".join(dict.fromkeys(found)))

    def _notes(self) -> None:
        for name, label in (("note", ""), ("tableOfContents", "Table of Contents")):
            for note in children(self._root, name):
                text = note_text(self._unread.take(note))
                kind = label or (note.get("type") or "").strip()
                self._gathered.notes(f"{kind}: {text}" if kind and text else text)

    def _subjects(self) -> None:
        """Take what a record is about for its keywords: each topic, place, time, name, work."""
        for subject in children(self._root, "subject"):
            for each in subject:
                if label_of(each) in _SUBJECTS:
                    self._gathered.keyword(self._unread.take(each))
            for title in children(subject, "titleInfo"):
                self._gathered.keyword(self._title_text(title))
            for person in people_of(children(subject, "name"), self._unread):
                name = person.name
                text = name.literal or ", ".join(filter(None, (name.family, name.given)))
                self._gathered.keyword(text)

    def _physical(self) -> None:
        for description in children(self._root, "physicalDescription"):
            for form in children(description, "form"):
                if self._gathered.get("medium") is None:
                    self._line("medium", form)
            for extent in children(description, "extent"):
                text = text_of(extent)
                if found := (_COUNT if _is_count(extent) else _PAGES).search(text):
                    self._gathered.put("number_of_pages", found[1])
                if found and _ONLY_PAGES.fullmatch(text):
                    self._unread.take(extent)

    def _marks(self) -> None:
        """Read shelf marks and classes as the call number, and who holds the item."""
        places = children(self._root, "location")
        shelves = [each for place in places for each in children(place, "shelfLocator")]
        marks = shelves + children(self._root, "classification")
        texts = [clean_line(self._unread.take(each)) for each in marks]
        if found := ", ".join(dict.fromkeys(filter(None, texts))):
            self._gathered.put("call_number", found)
        read_holders(self._root, self._gathered, self._unread)

    def _host(self, host: Element) -> None:
        """Read what the item is a part of."""
        self._title(host, "container_title", "container_title_short")
        for origin in children(host, "originInfo"):
            self._origin(origin)
        for part in children(host, "part"):
            read_part(part, self._gathered, self._unread)
        self._identifiers_of_host(host)
        self._editors(host, "editor")
        for series in children(host, "relatedItem"):
            if series.get("type") == "series":
                self._series(series)

    def _identifiers_of_host(self, host: Element) -> None:
        for each in children(host, "identifier"):
            kind = (each.get("type") or "").strip().casefold()
            if kind in {"isbn", "issn"} and each.get("invalid") != "yes":
                self._identify(kind, each)

    def _editors(self, element: Element, field: str) -> None:
        """Read the editors of what holds the item; others stay with their roles."""
        table = rows("read_mods_roles")
        editors = [
            each
            for each in children(element, "name")
            if any(table.get(role, {}).get("field") == "editor" for role in roles_of(each))
        ]
        people = people_of(editors, self._unread)
        self._people.setdefault(field, []).extend(person.name for person in people)

    def _series(self, series: Element) -> None:
        gathered, unread = self._gathered, self._unread
        numbers = [each for title in children(series, "titleInfo")
                   for each in children(title, "partNumber")]  # fmt: skip
        details = [each for part in children(series, "part") for each in children(part, "detail")]
        numbers += [number for detail in details for number in children(detail, "number")]
        for number in numbers[:1]:
            gathered.line("collection_number", unread.take(number), "relatedItem[series]/part")
        self._title(series, "collection_title", None)
        self._identifiers_of_host(series)
        self._editors(series, "collection_editor")

    def _original(self, original: Element) -> None:
        for origin in children(original, "originInfo"):
            found = issued_in(origin, (*_ISSUED, *_MADE), self._unread)
            self._date("original_date", found, "relatedItem[original]/originInfo")
        read_holders(original, self._gathered, self._unread)


_ELISIONS = "'\u2019-"


def _is_count(extent: Element) -> bool:
    return extent.get("unit") == "pages" and text_of(extent).isdecimal()
