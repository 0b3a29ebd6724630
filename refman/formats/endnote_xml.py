"""EndNote's XML, which EndNote, Zotero, JabRef and others take.

What a reference type of EndNote's has no element for stands in a line of its notes, as in Zotero's
Extra field: identifiers, links with their labels, other fields.

Source: RSXML.dtd, which EndNote ships; ``[endnote]`` in the crosswalk.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from refman.formats.addresses import address, is_web
from refman.formats.crosswalk import rows
from refman.formats.extra import harmless_lines, identifier_lines, labelled, link_line
from refman.formats.fields import LINES, PEOPLE
from refman.formats.format import Format, Options, Profile
from refman.formats.plain import one_line, plain, verbatim_line, writable
from refman.formats.preprints import completed
from refman.model import Date, Entry, ItemType, Name

__all__ = ["ENDNOTE_XML"]

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n<records>\n'
_END = "</records>\n</xml>\n"
_DATES = ("accessed", "event_date", "original_date")
_VERBATIM = ("citekey", "doi", "isbn")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx](?:, \d{4}-?\d{3}[\dXx])*", re.ASCII)
_FORMS = {"issn": _ISSN, "number_of_pages": re.compile(r"\d{1,6}", re.ASCII)}
_LINE_END = "&#xD;"
_GROUPED = ("contributors", "titles", "periodical")
_OWN_ELEMENT = re.compile(
    r"auth-address|auth-affiliaton|caption|coden|custom[1-7]|image|misc[1-3]|orig-pub|pack-method|"
    r"reprint-(?:edition|status)|reviewed-item|size|work-(?:extent|location)|accession-num|"
    r"remote-database-provider|secondary-(?:issue|volume)"
)
"""Elements that only EndNote has a use for: what was read there goes back."""

_LOST = {
    "arxiv.version": "the number stands without its version, and so leads to the newest",
    "collections": "EndNote's XML has no groups",
    "extra": "EndNote takes no fields of other formats",
    "related": "EndNote has no related references",
    "keywords.automatic": "EndNote has one kind of keyword",
    "links.evidence": "a line of EndNote's notes holds the address alone",
    "links.leads_to": "a line of EndNote's notes holds the address alone",
    "links.repository": "a line of EndNote's notes has no room for licence and stars",
    "links.why": "a line of EndNote's notes holds the state without its reason",
    "provenance": "EndNote says of no value where it came from",
    "status": "EndNote has no review",
}


class _EndnoteXml:
    """Write EndNote XML."""

    name = "endnote_xml"
    label = "EndNote XML"
    suffixes: tuple[str, ...] = (".xml",)
    profiles: tuple[Profile, ...] = ()

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what EndNote cannot hold."""
        return _LOST

    def dump(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield the head, the records in the order of the entries, one a piece, and the end."""
        yield _HEAD
        for entry in entries:
            yield _Record(completed(entry)).text()
        yield _END


ENDNOTE_XML: Format = _EndnoteXml()


class _Record:
    """Put together one record."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._values: dict[str, list[str]] = {}  # path -> texts
        self._lines: list[str] = []

    def text(self) -> str:
        """Return the record, its elements in the order of the table."""
        self._gather()
        kind = rows("endnote_types")[self._entry.type.value]
        name = escape(kind["name"])
        parts = [f'<ref-type name="{name}">{kind["number"]}</ref-type>\n']
        groups: dict[str, str] = dict.fromkeys(_GROUPED, "")
        for path, texts in self._values.items():
            group, _, name = path.rpartition("/")
            if group == "contributors":
                groups[group] += _element(name, "".join(map(_author, texts)))
            elif group:
                groups[group] += _leaf(name, texts[0])
            else:
                groups[path] = _leaf(path, "\n".join(texts))
        parts += [_element(name, body) if name in _GROUPED else body
                  for name, body in groups.items() if body]  # fmt: skip
        return (
            f"<record>\n{''.join(parts)}{self._dates()}{self._keywords()}{self._urls()}</record>\n"
        )

    def _gather(self) -> None:
        """Put each value under its element, or into a line of the notes."""
        entry = self._entry
        self._lines += identifier_lines(entry)
        for field in PEOPLE:
            if names := getattr(entry, field):
                self._people(field, names)
        for field in LINES:
            if value := getattr(entry, field):
                self._put(field, one_line(value))
        for field in _VERBATIM:
            if value := entry.citekey if field == "citekey" else getattr(entry.identifiers, field):
                self._put(field, verbatim_line(value))
        for field in _DATES:
            if (date := getattr(entry, field)) is not None:
                self._put(field, str(date))
        if entry.abstract:
            self._values["abstract"] = [plain(entry.abstract)]
        for name, value in entry.extra.items():
            if _OWN_ELEMENT.fullmatch(name):
                self._values.setdefault(name, [writable(value).strip()])
        self._lines += map(link_line, entry.links)
        if entry.note:
            self._lines += harmless_lines(entry.note)
        if self._lines:
            self._values["notes"] = self._lines
        if entry.notes:
            self._values["research-notes"] = ["\n\n".join(map(plain, entry.notes))]

    def _put(self, field: str, value: str) -> None:
        path = _path(field, self._entry.type)
        form = _FORMS.get(field)
        if form is not None and not form.fullmatch(value):
            path = ""  # there it would be taken for something else
        if path:
            self._values.setdefault(path, []).append(value)
        else:
            self._lines.append(labelled(field, value))

    def _people(self, field: str, names: tuple[Name, ...]) -> None:
        written = [text for name in names if (text := _name(name))]
        if path := _path(field, self._entry.type):
            self._values[path] = written
        else:
            self._lines.append(labelled(field, "; ".join(written)))

    def _dates(self) -> str:
        """Return the year, and the date where more is known."""
        issued = self._entry.issued
        if issued is None:
            return ""
        body = _leaf("year", str(Date(issued.year)))
        if issued != Date(issued.year):
            body += _element("pub-dates", _leaf("date", str(issued)))
        return _element("dates", body)

    def _keywords(self) -> str:
        words = "".join(_leaf("keyword", one_line(word.text)) for word in self._entry.keywords)
        return _element("keywords", words) if words else ""

    def _urls(self) -> str:
        """Return the paper's own page and its links, and the files."""
        urls = [self._entry.url] if self._entry.url else []
        urls += [link.url for link in self._entry.links if is_web(address(link.url))]
        pages = "".join(_leaf("url", address(url)) for url in urls)
        files = "".join(_leaf("url", verbatim_line(each.path)) for each in self._entry.attachments)
        body = _element("related-urls", pages) if pages else ""
        body += _element("pdf-urls", files) if files else ""
        return _element("urls", body) if body else ""


def _path(field: str, item_type: ItemType) -> str:
    row = rows("endnote")[field]
    return row.get(item_type.value, row["element"])


def _name(name: Name) -> str:
    """Return "van der Berg, Jan, Jr."; a body's name ends in a comma, so that it stays whole."""
    if name.literal is not None:
        return f"{one_line(name.literal)},"
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return one_line(", ".join(filter(None, (family, given, name.suffix))))


def _author(text: str) -> str:
    return _leaf("author", text)


def _leaf(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False).replace(chr(10), _LINE_END)}</{name}>\n"


def _element(name: str, body: str) -> str:
    return f"<{name}>\n{body}</{name}>\n"
