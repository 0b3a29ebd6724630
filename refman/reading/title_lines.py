"""A line that names a paper: its title, and beside it authors, year and venue.

"Title (ICLR 2025)", "“Title”, Lee et al., 2023", "Title — Ann Lee, Bo Chu", "Title by Ann Lee",
"Lee et al. (2023): Title", behind a bullet or number.
"""

import re
from typing import NamedTuple

from refman.model import Date
from refman.normalise import looks_like_names, split_names
from refman.reading.looks import Looks, look_at
from refman.reading.references.words import has_conference
from refman.reading.references.years import YEAR

__all__ = ["TitleLine", "parse_title_line"]

_LEAD = re.compile(
    r"[\s>]*(?:(?:[-*+•·‣▪◦○●☐☑✓]|\(?\d{1,3}[.):]|\[\d{1,3}\](?!\()|\#\d{1,4}|\d{1,4}\t"
    r"|\[[ xX]\])\s+)*"
)
_OPENING = {"“": "”", '"': '"', "„": "“”", "«": "»", "‘": "’", "「": "」", "『": "』", "《": "》"}
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?P<title>\S.*?)\1")
_ADDRESS = re.compile(
    r"[\s<(\[|:,;–—-]*(?:https?://|www\.|doi:\s?10\.|\barxiv:\s?\d|\b10\.\d{4,9}/).*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"[\s,;–—-]*(?:\((?P<round>[^()]{2,80})\)|\[(?P<square>[^\[\]]{2,80})\])\s*[.,;]?$"
)
_YEAR = re.compile(rf"(?<!\d)(?P<year>{YEAR})(?!\d)|(?<=[A-Za-z])\s?['’](?P<short>\d\d)(?!\d)")
_YEAR_BEHIND = re.compile(rf",\s(?P<year>{YEAR})\.?$")
_VENUE_BEHIND = re.compile(
    rf"[.,]\s(?P<venue>(?:In:?\s)?[A-Z][\w&'’ -]{{1,60}}?,?\s['’]?(?:{YEAR}|\d\d))\.?$"
)
_YEAR_BEFORE = re.compile(
    rf"(?:\[(?P<a>{YEAR})\]|\((?P<b>{YEAR})\)|(?P<c>{YEAR})(?:\s[–—-]|:)(?=\s))\s*"
)
_DASH = re.compile(r"\s(?:[-–—|/]|--)\s")
_BY = re.compile(r",?\s(?:by|von|par)\s(?=[^\W\d_a-z])")
_ET_AL = re.compile(
    r"[^\W\d_a-z][\w'’-]{1,30}(?:(?:\s(?:and|&)\s|,\s)[^\W\d_a-z][\w'’-]{1,30}){0,2}\s+et\.?\sal\.?,?"
)
_FAMILIES = re.compile(
    r"[^\W\d_a-z][\w'’-]{1,30}(?:(?:,?\s(?:and|&)\s|,\s)[^\W\d_a-z][\w'’-]{1,30}){0,2}"
)
_AUTHORS_BEFORE = re.compile(
    rf"(?P<names>[^\W\d_a-z][^:()\d“\"]{{1,120}}?)[\s,.]*(?:\((?P<year>{YEAR})[a-z]?\)|(?P<plain>{YEAR})[a-z]?)?\s*"
    r"(?P<mark>:|\s[-–—]\s|\.\s|,\s(?=[“\"]))\s*"
)
_PRIZES = re.compile(
    r"\b(?:oral|spotlight|poster|best paper|accepted|preprint|under review|workshop)\b",
    re.IGNORECASE,
)
_SURE, _LONE = 0.5, 0.35
_CENTURY, _THIS = 1900, 2000
_FAR = 60


class TitleLine(NamedTuple):
    """Hold what a line says.

    Attributes:
        title: as written.
        start: where the title begins in the line.
        looks: of the title.
        authors: as written; empty where there are none.
        issued: the year, if there is one.
        beside: what else stands beside the title, in words, each a reason.
        is_marked: quotes, a year, a venue or names show that it is a title.
        lone_name: a single name behind a dash or "by" was not taken: it may be part of the title.
    """

    title: str
    start: int
    looks: Looks
    authors: tuple[str, ...] = ()
    issued: Date | None = None
    beside: tuple[str, ...] = ()
    is_marked: bool = False
    lone_name: bool = False


class _Parts:
    """Take a line apart, from its ends to its middle."""

    def __init__(self, line: str, *, takes_lone_names: bool) -> None:
        self.text = line.rstrip()
        self.authors: tuple[str, ...] = ()
        self.year: int | None = None
        self.beside: list[str] = []
        self.is_marked = self.lone_name = False
        self._takes_lone_names = takes_lone_names
        lead = _LEAD.match(self.text)
        self.start = lead.end() if lead else 0

    def take_address(self) -> None:
        """Leave out an address or identifier behind the title."""
        if (
            found := _ADDRESS.search(self.text, self.start)
        ) is not None and found.start() > self.start:
            self.text = self.text[: found.start()].rstrip(" -–—:,|(")
            self.is_marked = True

    def take_year_before(self) -> None:
        """Take "2023 -" or "[2023]" before the title."""
        if (found := _YEAR_BEFORE.match(self.text, self.start)) is not None:
            self.year = int(next(filter(None, found.groups())))
            self.start = found.end()
            self.is_marked = True

    def take_brackets(self) -> None:
        """Take years and venues in brackets, and behind a comma or full stop."""
        while (
            found := _BRACKET.search(self.text, max(self.start, len(self.text) - 2 * _FAR))
        ) is not None:
            said = found["round"] or found["square"]
            if found.start() <= self.start or not self._is_venue(said):
                return
            self._take_venue(said)
            self.text = self.text[: found.start()].rstrip()
        for pattern in (_VENUE_BEHIND, _YEAR_BEHIND):
            found = pattern.search(self.text, max(self.start, len(self.text) - 2 * _FAR))
            if found is not None and (pattern is _YEAR_BEHIND or self._is_venue(found["venue"])):
                self._take_venue(found.group().strip(" .,"))
                self.text = self.text[: found.start()].rstrip()

    def take_names_behind(self) -> None:
        """Take names behind the last dash, or behind "by"."""
        for found in reversed(
            [*_DASH.finditer(self.text, self.start), *_BY.finditer(self.text, self.start)]
        ):
            names = self.text[found.end() :].strip(" .")
            if self._are_names(names):
                self.authors = tuple(split_names(names))
                self.text = self.text[: found.start()].rstrip(" ,")
                self.is_marked = True
                return

    def take_names_before(self) -> None:
        """Take "Lee et al. (2023):" before the title."""
        found = _AUTHORS_BEFORE.match(self.text, self.start)
        if found is None or not self.text[found.end() :].strip():
            return
        has_year = found["year"] or found["plain"]
        names = found["names"].strip(" ,.")
        is_apart = bool(found["year"]) or "," in self.text[found.end("names") : found.end()]
        is_dated = has_year and (
            self._is_list(names) or (is_apart and _FAMILIES.fullmatch(names) is not None)
        )
        if not (_ET_AL.fullmatch(names) or is_dated):
            return
        self.authors = tuple(split_names(names))
        if has_year:
            self.year = int(has_year)
        self.start = found.end()
        self.is_marked = True

    def take_quotes(self) -> None:
        """Take what stands in quotes as the title, and what stands behind as names and year."""
        closing = _OPENING.get(self.text[self.start : self.start + 1])
        if closing is None:
            if (bold := _EMPHASIS.match(self.text, self.start)) is not None:
                self._cut(bold.start("title"), bold.end("title"), bold.end())
            return
        ends = [self.text.find(sign, self.start + 1) for sign in closing]
        end = max(ends)
        if end > self.start + 1 and not self._goes_on(end):
            self.is_marked = True
            self._cut(self.start + 1, end, end + 1)

    def _goes_on(self, end: int) -> bool:
        """Tell whether words behind a quote belong to the title: “Quiet” Robots."""
        behind = self.text[end + 1 :]
        if self.text[end - 1] in ",." or _BY.match(behind):
            return False
        return re.match(r"\s?\w", behind) is not None

    def _cut(self, start: int, end: int, after: int) -> None:
        behind = self.text[after:].strip(" ,.;:-–—|")
        bracket = _BRACKET.fullmatch(behind)
        said = (bracket["round"] or bracket["square"]) if bracket is not None else ""
        if self._is_venue(said):
            self._take_venue(said)
            behind = ""
        self.start, self.text = start, self.text[:end].rstrip(" ,")
        if not behind:
            return
        if (year := _YEAR.search(behind)) is not None:
            self._take_venue(behind[year.start() :])
        names = behind[: year.start() if year else None].strip(" ,.(;")
        names = re.sub(r"^by\s", "", names)
        is_dated = year is not None and _FAMILIES.fullmatch(names) is not None
        if self._are_names(names) or _ET_AL.fullmatch(names) or is_dated:
            self.authors = self.authors or tuple(split_names(names))
        elif names:
            self.beside.append(f"beside the title: {names}")

    def _take_venue(self, said: str) -> None:
        if (year := _year_of(said)) is not None and self.year is None:
            self.year = year
        if not said.isdecimal():
            self.beside.append(f"venue beside it: {said}")
        self.is_marked = True

    def _is_venue(self, said: str) -> bool:
        return (
            _year_of(said) is not None or has_conference(said) or _PRIZES.search(said) is not None
        )

    def _are_names(self, text: str) -> bool:
        if not text or any(map(str.isdigit, text)):
            return False
        if _ET_AL.match(text) or self._is_list(text):
            return True
        if looks_like_names(text) < _LONE:
            return False
        self.lone_name = not self._takes_lone_names
        return self._takes_lone_names

    def _is_list(self, text: str) -> bool:
        return looks_like_names(text) > _SURE


def parse_title_line(line: str, *, takes_lone_names: bool = False) -> TitleLine | None:
    """Return what a line says; None where nothing is left to be a title.

    Args:
        line: of a list of titles.
        takes_lone_names: the list puts a name behind most titles, so that a single one is one.
    """
    parts = _Parts(line, takes_lone_names=takes_lone_names)
    for step in (
        parts.take_address,
        parts.take_year_before,
        parts.take_names_before,
        parts.take_quotes,
        parts.take_brackets,
        parts.take_names_behind,
        parts.take_brackets,
    ):
        step()
    title = parts.text[parts.start :].strip(" \t,;|*_`")
    if len(title) > 1 and title[-1] == "." and title[-2].isalnum():
        title = title[:-1]
    if not any(map(str.isalpha, title)):
        return None
    return TitleLine(
        title=title,
        start=parts.start
        + len(parts.text[parts.start :])
        - len(parts.text[parts.start :].lstrip(" \t,;|*_`")),
        looks=look_at(title, len(title)),
        authors=parts.authors,
        issued=Date(parts.year) if parts.year is not None else None,
        beside=tuple(parts.beside),
        is_marked=parts.is_marked,
        lone_name=parts.lone_name and not parts.authors,
    )


def _year_of(text: str) -> int | None:
    found = _YEAR.search(text)
    if found is None:
        return None
    if found["year"]:
        return int(found["year"])
    return (
        _THIS + int(found["short"])
        if int(found["short"]) < _FAR
        else _CENTURY + int(found["short"])
    )
