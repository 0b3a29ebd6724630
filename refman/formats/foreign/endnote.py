"""A record of EndNote's XML as an entry: ``[endnote]`` and ``[read_endnote]`` in the crosswalk.

Source: RSXML.dtd, which EndNote ships; what EndNote 17 to 21, Bookends, JabRef and Zotero export.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from refman.formats.addresses import is_web
from refman.formats.crosswalk import rows
from refman.formats.foreign.dates import read_date, tells_all
from refman.formats.foreign.extra_lines import read_extra
from refman.formats.foreign.gathered import ISSN, MEDIA_TYPES, Gathered, clean_line
from refman.formats.foreign.links import listed_link
from refman.formats.foreign.people import listed_names
from refman.formats.foreign.xml_elements import inner_text
from refman.links import url_key
from refman.model import Attachment, ItemType, Record, Span

__all__ = ["endnote_record"]

_SHORT_TITLE = "periodical/abbr-1"
_TITLES = {"titles/alt-title", "periodical/full-title", _SHORT_TITLE, "periodical/abbr-2",
           "alt-periodical/full-title", "alt-periodical/abbr-1"}  # fmt: skip
_LATE = {"notes", "research-notes", *_TITLES}
_TITLE_FIELDS = ("container_title", "container_title_short", "collection_title", "event_title")
_FILES = ("urls/pdf-urls/url", "urls/text-urls/url", "urls/image-urls/url")
_PAGES = ("urls/web-urls/url", "urls/related-urls/url")
_APART = {"dates/year", "dates/pub-dates/date", *_FILES, *_PAGES}
"""What is read together with others."""

_DOCUMENT = {"type": ItemType.DOCUMENT.value}
_STYLE = "style"
_DEEPEST = 6
_KEY = re.compile(r"[^\s{},\"#%~\\]{1,200}")
_SERIAL = re.compile(r"(?<![\w-])(?:\d[\d -]{8,15}[\dXx]|\d{4}-?\d{3}[\dXx])(?![\w-])", re.ASCII)
_BETWEEN_SERIALS = re.compile(
    r"(?:[\s,;:|]|\((?:print|electronic|linking|online|web)\)|e-?issn|issn|isbn)+", re.IGNORECASE
)
_WITH_NUMBERS = {ItemType.PATENT, ItemType.REPORT, ItemType.STANDARD, ItemType.BILL,
                 ItemType.LEGAL_CASE}  # fmt: skip
_PUBMED = {"nlm", "pubmed", "medline", "ovid medline"}
_LONE_NUMBER = re.compile(r"\d{1,6}(?: ?p(?:p|ages)?\.?)?", re.IGNORECASE)
_FILE_NAME = re.compile(r"[^/\\]+\Z")


class _Leaf(NamedTuple):
    path: str
    text: str


def endnote_record(element: Element, text: str, span: Span) -> Record:
    """Return a record's entry; see Record.

    Args:
        element: the record.
        text: the file.
        span: where the record stands in it.
    """
    return _Reader(element, Gathered(text, span)).read()


class _Reader:
    """Read one record."""

    def __init__(self, element: Element, gathered: Gathered) -> None:
        self._gathered = gathered
        self._leaves = list(_leaves(element, "", _DEEPEST))
        self._kind = self._reference_type(element.find("ref-type"))
        self._type = ItemType(self._kind["type"])
        gathered.put("type", self._type)
        self._fields = _fields(self._type)

    def read(self) -> Record:
        """Return the entry; what may only fill a gap comes behind what has a field of its own."""
        self._dates()
        self._people()
        for leaf in self._leaves:
            if leaf.path not in _LATE:
                self._take(leaf)
        for leaf in self._leaves:
            if leaf.path in _LATE:
                self._take_late(leaf)
        self._addresses()
        self._name_conference()
        return self._gathered.record()

    def _texts(self, *paths: str) -> list[str]:
        return [leaf.text for leaf in self._leaves if leaf.path in paths]

    def _reference_type(self, element: Element | None) -> Mapping[str, str]:
        if element is None:
            return _DOCUMENT
        name, number = (element.get("name") or "").strip(), inner_text(element).strip()
        found = _types().get(name.casefold() or number)
        if found is None:
            self._gathered.keep("ref-type", name or number)
        return found or _DOCUMENT

    def _dates(self) -> None:
        """Put year and date together: "2015" and "Mar 3"."""
        years, days = self._texts("dates/year"), self._texts("dates/pub-dates/date")
        year = years[0].strip() if years else ""
        known = read_date(year)
        for day in days:
            whole = day if read_date(day) is not None or year in day else f"{day} {year}"
            found = read_date(whole)
            if (
                found is None
                or (known is not None and found.year != known.year)
                or not self._gathered.put("issued", found)
                or not tells_all(whole, found)
            ):
                self._gathered.keep("dates/pub-dates/date", day)
        if year and self._gathered.get("issued") is None:
            self._gathered.date("issued", year, "dates/year")
        for more in years[1:]:
            self._gathered.keep("dates/year", more)

    def _people(self) -> None:
        groups: dict[str, list[str]] = {}
        for path, text in self._leaves:
            group, _, last = path.rpartition("/")
            if last == "author" and group.startswith("contributors/"):
                groups.setdefault(group, []).extend(text.splitlines())
        for group, texts in groups.items():
            field = self._fields.get(group, "")
            if field == "author":
                field = self._kind.get("authors", field)
            if field:
                self._gathered.people(field, listed_names(texts))
            else:
                self._gathered.keep(group, "\n".join(texts))

    def _take(self, leaf: _Leaf) -> None:
        path, text = leaf
        field = self._fields.get(path)
        if path in _APART or path.startswith("contributors/"):
            return
        if path == "keywords/keyword":
            for word in text.splitlines():
                self._gathered.keyword(word)
        elif path == "isbn":
            self._serials(text)
        elif path == "pages":
            self._pages(text, field or "page")
        elif path == "accession-num":
            self._accession(text)
        elif field is None:
            self._gathered.keep(path, text)
        else:
            self._field(field, text, path)

    def _field(self, field: str, text: str, name: str) -> None:
        gathered = self._gathered
        if field == "doi":
            is_arxiv = text.strip().casefold().startswith("arxiv:")
            gathered.identify("arxiv" if is_arxiv else field, text, name)
        elif field == "abstract":
            gathered.prose(field, text, name)
        elif field == "accessed":
            gathered.date(field, text, name)
        elif field == "citekey":
            if _KEY.fullmatch(text.strip()):
                gathered.key(text, name)
            else:
                gathered.keep(name, text)
        else:
            gathered.line(field, text, name)

    def _take_late(self, leaf: _Leaf) -> None:
        """Read notes; and names of the journal, where they say what is not yet known."""
        gathered, text = self._gathered, leaf.text
        if leaf.path == "notes":
            read_extra(text, gathered)
        elif leaf.path == "research-notes":
            gathered.notes(text)
        elif leaf.path == _SHORT_TITLE or (
            clean_line(text) not in map(gathered.get, _TITLE_FIELDS)
        ):
            gathered.line(self._fields[leaf.path], text, leaf.path)

    def _name_conference(self) -> None:
        """Take the name of a conference for that of its proceedings, where these have none."""
        title = self._gathered.get("event_title")
        if (
            self._type is ItemType.PAPER_CONFERENCE
            and isinstance(title, str)
            and self._gathered.put("container_title", title)
        ):
            self._gathered.drop("event_title", title)

    def _pages(self, text: str, field: str) -> None:
        is_count = _LONE_NUMBER.fullmatch(text.strip()) is not None
        if field == "number_of_pages" and not is_count:
            field = "page"
        self._gathered.line(field, text, "pages")

    def _serials(self, text: str) -> None:
        """Read ISBN and ISSN, which share an element; a patent's number stands there too."""
        found = _SERIAL.findall(text)
        rest = _BETWEEN_SERIALS.sub("", _SERIAL.sub("", text))
        if rest and self._type in _WITH_NUMBERS and not found:
            self._gathered.line("number", text, "isbn")
            return
        issns = [each for each in found if ISSN.fullmatch(each)]
        if issns:
            self._gathered.line("issn", ", ".join(issns), "isbn")
        for each in found:
            if each not in issns:
                self._gathered.identify("isbn", each, "isbn")
        if rest or not found:
            self._gathered.keep("isbn", text)

    def _accession(self, text: str) -> None:
        """Read the number that a database gave; PubMed's is known only by the database's name."""
        names = {name.strip().casefold() for name in self._texts("remote-database-name")}
        if names & _PUBMED or text.strip().upper().startswith("PMID"):
            self._gathered.identify("pmid", text, "accession-num")
        else:
            self._gathered.keep("accession-num", text)

    def _addresses(self) -> None:
        """Read files and addresses; one that is a link of the notes already stands there again."""
        for path in self._texts(*_FILES):
            for line in filter(None, map(str.strip, path.splitlines())):
                self._gathered.attachments.append(_file(line))
        left: list[str] = []
        for text in self._texts(*_PAGES):
            parts = text.split()
            left += parts if all(map(is_web, parts)) else [text]
        known = Counter(url_key(link.url) for link in self._gathered.links if is_web(link.url))
        pages: list[str] = []
        for url in reversed(left):  # the paper's own page stands before its links
            key = url_key(url) if is_web(url) else ""
            if known[key]:
                known[key] -= 1
            else:
                pages.append(url)
        for url in reversed(pages):
            if not is_web(url):
                self._gathered.keep("urls/related-urls/url", url)
            elif not self._gathered.put("url", url):
                self._gathered.links.append(listed_link(url, None, self._gathered.places))


def _leaves(element: Element, above: str, deepest: int) -> Iterator[_Leaf]:
    """Yield the texts of a record by their paths; runs of style are joined, empty ones left out."""
    for child in element:
        path = f"{above}/{child.tag}" if above else str(child.tag)
        is_group = any(each.tag != _STYLE for each in child)
        if is_group and deepest and path != "ref-type":
            yield from _leaves(child, path, deepest - 1)
        elif path != "ref-type" and (text := inner_text(child).replace("\r\n", "\n").strip()):
            yield _Leaf(path, text.replace("\r", "\n"))


def _file(path: str) -> Attachment:
    found = _FILE_NAME.search(path.rstrip("/\\"))
    name = found.group() if found else path
    return Attachment(name, path, MEDIA_TYPES.get(name.rpartition(".")[2].lower()))


@functools.cache
def _fields(item_type: ItemType) -> Mapping[str, str]:
    """Return the field of each element in a record of a type."""
    fields = {path: row["field"] for path, row in rows("read_endnote").items()}
    for field, row in rows("endnote").items():
        if path := row.get(item_type.value, row["element"]):
            fields[path] = field
    return fields


@functools.cache
def _types() -> Mapping[str, Mapping[str, str]]:
    """Return what each reference type is, by its name in small letters and by its number."""
    types: dict[str, Mapping[str, str]] = {}
    for name, row in rows("read_endnote_types").items():
        types[name] = row
        if "number" in row:
            types.setdefault(row["number"], row)
    for item_type, row in rows("endnote_types").items():
        types[row["name"].casefold()] = {"type": item_type}
        types.setdefault(row["number"], {"type": item_type})
    types["13"] = _DOCUMENT
    return types
