"""What a tagged record says, put in its place by the name of a field."""

import re
from collections.abc import Callable, Mapping, Sequence

from refman.formats.fields import DATES, PEOPLE
from refman.formats.foreign.dates import leaves_words, read_date, year_in
from refman.formats.foreign.gathered import IDENTIFIERS, MEDIA_TYPES, Gathered, clean_line
from refman.formats.foreign.links import listed_link
from refman.formats.foreign.people import inverted_name, names_on
from refman.formats.foreign.places import Places
from refman.formats.html_text import note_text, without_markup
from refman.formats.tagged import Tagged, lines_of
from refman.links import canonical_url
from refman.model import Attachment, Citekey, Date, Link, Name, Record, Span
from refman.normalise import clean_text, normalise_title

__all__ = ["TaggedFields", "web_addresses"]

_WEB = re.compile(r"https?://[^\s<>\"]+|www\.[^\s<>\"]+", re.IGNORECASE)
_STOPS = ".,;)"
_BETWEEN = " \t\r\n;,.()<>"
_ISSN = re.compile(r"(?<![\dXx])(?<!\d-)(\d{4})-?(\d{3}[\dXx])(?![\dXx-])", re.ASCII)
_QUALIFIERS = re.compile(
    r"[\s;,:()|/-]+|\b(?:[ep]-?)?iss[nb]\b|\b(?:print|electronic|linking|online|web)\b",
    re.IGNORECASE,
)
_KEY = re.compile(r"(?!\d+\Z)[^\s,{}\"#%~\\()=']{1,100}")
_MOST_ISSNS = 8
_JOINER = "\u2060"


class TaggedFields(Gathered):
    """Take the values of one record's lines.

    Every ``take`` tells whether the entry now holds all of a value; the caller keeps what it does
    not.
    """

    def __init__(self, text: str, span: Span, *, commas: bool) -> None:
        """Begin with nothing.

        Args:
            text: the file.
            span: where the record stands in it.
            commas: the record writes names with a comma.
        """
        super().__init__(text, span)
        self._text = text
        self._commas = commas
        self._people: dict[str, list[Name]] = {}
        self._urls: set[str] = set()
        self._takers: Mapping[str, Callable[[Tagged], bool]] = {
            "abstract": lambda line: self.fill("abstract", clean_text(line.value)),
            "citekey": self._citekey,
            "file": self._file,
            "issn": self._issn,
            "keywords": self._words,
            "link": lambda line: self._addresses(line, own=False),
            "notes": self._note,
            "serial": lambda line: self.identified_by("isbn", line.value) or self._issn(line),
            "title": lambda line: self.fill("title", normalise_title(without_markup(line.value))),
            "url": lambda line: self._addresses(line, own=True),
        }

    def take(self, field: str, line: Tagged) -> bool:
        """Put a line's value into a field.

        Args:
            field: of an entry, or one of "doi", "file", "isbn", "issn", "link", "serial" (ISBN or
                ISSN by its form).
            line: of the file.
        """
        if field in PEOPLE:
            return self._names(field, line)
        if field in DATES:
            return self._date(field, line)
        if field in IDENTIFIERS:
            return self.identified_by(field, without_markup(line.value))
        if (taker := self._takers.get(field)) is not None:
            return taker(line)
        return self.fill(field, clean_line(without_markup(line.value)))

    def report(self, line: Tagged, candidates: Sequence[str]) -> None:
        """Note that a value is not what its field should hold, where one can tell."""
        first = candidates[0] if candidates else ""
        if first in DATES and read_date(line.value, slashes=True) is None:
            self.problem(f"{line.tag} is no date, or more than one", line.span)
        elif tuple(candidates) == ("doi",) and IDENTIFIERS["doi"](line.value)[0] is None:
            self.problem(f"{line.tag} is no DOI", line.span)

    def fill(self, field: str, value: object) -> bool:
        """Set a field to a value that is not empty."""
        return bool(value) and self.put(field, value)

    def identified_by(self, kind: str, value: str) -> bool:
        """Set an identifier to what a value says, if that is one."""
        found, is_all = IDENTIFIERS[kind](value.strip())
        return found is not None and self._identifiers.setdefault(kind, found) == found and is_all

    def add_name(self, role: str, name: Name) -> None:
        """Add a name to those of a role."""
        self._people.setdefault(role, []).append(name)

    def add_link(self, link: Link) -> None:
        """Add a link whose address is not there yet."""
        if link.url not in self._urls:
            self._urls.add(link.url)
            self.links.append(link)

    def lists(self, url: str) -> bool:
        """Tell whether an address is among the links."""
        return canonical_url(url) in self._urls

    def record(self) -> Record:
        """Return what was gathered."""
        for role, names in self._people.items():
            self.people(role, names)
        return super().record()

    def _names(self, role: str, line: Tagged) -> bool:
        names = [
            inverted_name(written, commas=self._commas, doubts=True) or Name(literal=written)
            for part in lines_of(line.value)
            for written in names_on(without_markup(part))
        ]
        self._people.setdefault(role, []).extend(names)
        return bool(names)

    def _date(self, field: str, line: Tagged) -> bool:
        known = self.get(field)
        date = read_date(line.value, slashes=True)
        if date is None and isinstance(known, Date):
            date = read_date(f"{known.year} {line.value}", slashes=True)
        if date is None:
            self.fill(field, year_in(line.value))
            return False
        if isinstance(known, Date) and known.year == date.year and known == Date(known.year):
            self._fields[field] = date
        elif known is not None and date == Date(date.year) and str(known).startswith(str(date)):
            return True
        return self.fill(field, date) and not leaves_words(line.value)

    def _issn(self, line: Tagged) -> bool:
        found = [f"{one}-{two.upper()}" for one, two in _ISSN.findall(line.value)]
        if not found or _QUALIFIERS.sub("", _ISSN.sub("", line.value)):
            return False
        known = str(self.get("issn") or "").split()
        if len(known) > _MOST_ISSNS:
            return False
        self._fields["issn"] = " ".join(dict.fromkeys([*known, *found]))
        return True

    def _citekey(self, line: Tagged) -> bool:
        key = Citekey(line.value)
        if self.get("citekey") == key:
            return True
        return _KEY.fullmatch(key) is not None and self.fill("citekey", key)

    def _words(self, line: Tagged) -> bool:
        for part in re.split(r"[;\n\r]", without_markup(line.value)):
            self.keyword(part)
        return True

    def _note(self, line: Tagged) -> bool:
        note = note_text(line.value)
        self.notes(note)
        return bool(note)

    def _addresses(self, line: Tagged, *, own: bool) -> bool:
        """Take a line's addresses: the first as the record's own, if it may be; others as links."""
        places = Places(self._text, line.span)
        addresses = web_addresses(line.value)
        for raw in addresses:
            url = canonical_url(raw)
            if not (self.fill("url", url) if own else self.get("url") == url):
                self.add_link(listed_link(raw, None, places))
        return bool(addresses) and not _WEB.sub("", line.value).strip(_BETWEEN)

    def _file(self, line: Tagged) -> bool:
        if len(line.value.split()) > 1 and _WEB.search(line.value):
            return False
        for part in lines_of(line.value):
            path = part.replace(_JOINER, "")
            name = re.split(r"[/\\]", path.rstrip("/\\"))[-1] or path
            media = MEDIA_TYPES.get(name.rpartition(".")[2].lower())
            self.attachments.append(Attachment(name, path, media))
        return True


def web_addresses(value: str) -> list[str]:
    """Return the addresses of the web that a value holds, as written, each once."""
    return list(dict.fromkeys(found.rstrip(_STOPS) for found in _WEB.findall(value)))
