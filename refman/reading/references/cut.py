"""A reference string cut into its fields, each with its place.

Nothing is made up: what is cut is marked as taken, and what is left says how far the cut can be
trusted. Styles (APA, IEEE, ACM, Nature, Chicago, Vancouver, MLA, LNCS, GB/T 7714) are told by
their marks: quotes, years in brackets, colons, "In", markers such as [J].
"""

import re
from collections.abc import Iterator

from refman.model import Name
from refman.normalise import parse_name
from refman.reading.references.container import IN, container_end
from refman.reading.references.identifiers import take_identifiers
from refman.reading.references.names import Names, cut_names
from refman.reading.references.numbers import Numbers, find_numbers
from refman.reading.references.quotes import quote_end
from refman.reading.references.words import (
    ends_abbreviated,
    genres,
    has_conference,
    is_abbreviated,
    is_journal,
    is_publisher,
    is_series,
)
from refman.reading.references.years import YEAR

__all__ = ["TRIM", "Cut"]

_MONTH = r"[A-Z][a-z]{2,8}\.?"
_YEAR_AFTER = re.compile(
    rf"\s*[.,]?\s*(?:\((?:c(?:irca|a)?\.?\s)?(?P<year>{YEAR})[a-z]?(?:[,\s]\s?(?P<month>{_MONTH})"
    rf"(?:\s(?P<day>\d{{1,2}}))?[^()]{{0,12}})?\)|(?P<plain>{YEAR})[a-z]?(?:\s\[\d{{4}}\])?(?=[.,:;]\s)"
    r"|\((?P<none>n\.\s?d\.|in press|forthcoming|to appear|submitted|under review)\))\s?[.,:;]?\s*",
    re.IGNORECASE,
)
_BODY = re.compile(
    rf"(?P<name>[^\W\d][^\"“()\d]{{2,120}}?)(?:\.?\s\((?={YEAR}|n\.\s?d)|\.\s(?={YEAR}\.\s)|,\s(?=[\"“]))"
)
_MARKER = re.compile(r"\s?\[(?P<marker>[A-Z]{1,2})(?:/[A-Z]{2})?\]")
_ENDS = re.compile(r"(?P<stop>[.?!][”\"’]?)(?=\s+\S|\s*$)|(?P<comma>,)\s(?=[Ii]n:?\s[A-Z\d])|。|．")
_SKIP = re.compile(r"[\s.,;:]*")
_EDITED = re.compile(
    r"[,.(]?\s*(?:edited by|[Ee]d(?:s?\.?|ited)(?: by)?|Hrsg\.(?: von)?)\s(?=[A-Z])"
)
_EDITION = re.compile(
    r"[(,.]?\s*(?P<edition>\d{1,2}(?:st|nd|rd|th)?|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Rr]ev(?:ised)?\.?)"
    r"\s(?:ed(?:ition|n|\.)|Aufl(?:age|\.))\)?"
)
_EAST = re.compile(
    r"(?P<names>[\u3400-\u9fff\uac00-\ud7af·]{2,8}(?:[,，、;；]\s?[\u3400-\u9fff\uac00-\ud7af·]{1,8})*)[.．。:：]\s?"
)
_EAST_SEPARATOR = re.compile(r"[,，、;；]\s?")
_COMMA_IN = re.compile(r",\s(?=[Ii]n:?\s[A-Z\d])|\.\s(?=In:?\s)")
_GLUED = re.compile(r"(?<=[a-z]{3})\.(?=[A-Z])")
_LAST_OF_COMMAS = re.compile(r",\s\d{1,4}$")
_PRINTED = re.compile(
    rf"\((?:(?P<place>[A-Z][^():,]{{1,40}}):\s)?(?P<publisher>[A-Z][^():,]{{1,60}})"
    rf"(?:,\s(?P<city>[A-Z][^():]{{1,40}}))?,\s(?={YEAR}\))"
)
_PLACED = re.compile(
    r"(?:^|(?<=[.,]\s))(?P<place>[A-Z][^\d.:,]{2,40}(?:,\s[A-Z]{2,3}){0,2}):\s(?P<publisher>[A-Z][^\d:.]{2,50})"
    rf"(?=\.?\s*$|,\s{YEAR}\.?\s*$)"
)
_LATER_EDITION = re.compile(r"(?<=[,.]\s)" + _EDITION.pattern.removeprefix("[(,.]?\\s*"))
_NOT_HELD = {"M", "D", "R", "S", "P"}
_EASTERN = re.compile(r"(?P<place>[^:：,，.]{1,30})[:：]\s?(?P<publisher>[^,，.]{1,60})")
_NO_TITLE = "no title found"
_TITLE_END = "where the title ends is not sure"
_OF_TITLE = re.compile(r"\s*\[(?P<what>[^\[\]]{3,120})\]$")
_LAST_NUMBER = re.compile(r"\s(?P<volume>\d{1,3})$")
_INITIAL = 2
_SENTENCE, _BEGINS_IN = re.compile(r"[.?!]\s"), re.compile(r"\s*(?:In:?|arXiv)\s")
TRIM = " \t,.;:()[]"


class Cut:
    """Hold a reference while it is cut.

    Attributes:
        text: as printed, on one line; what was taken as an identifier is blank in ``rest``.
        values: texts by field of an entry; beside them ``year``, ``month``, ``day``, ``marker``.
        named: identifiers and addresses.
        doubts: what is not sure, in words.
        is_in: "In" stands before the container.
        is_cut: "et al." stands for authors who are not named.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.rest, self.named = take_identifiers(text)
        self.values: dict[str, str] = {}
        self.authors: tuple[Name, ...] = ()
        self.editors: tuple[Name, ...] = ()
        self.doubts: list[str] = []
        self.is_in = self.is_cut = False
        self._edited_at = self._printed_at = len(text)
        self._used = bytearray(len(text))
        for start, end in self.named.spans:
            self._use(start, end)

    @property
    def is_book(self) -> bool:
        """Whether an edition or ISBN says that it is a book."""
        return "edition" in self.values or self.named.is_book

    def take(self, field: str, start: int, end: int) -> bool:
        """Take a stretch as a field, without the marks round it; False where nothing is left."""
        value = self.rest[start:end]
        first = start + len(value) - len(value.lstrip(" \t,.;:"))
        trimmed = self.rest[first:end].rstrip(" \t,;:")
        self._use(start, end)
        if not trimmed.strip(TRIM) or field in self.values:
            return False
        self.values[field] = trimmed
        return True

    def gaps(self, start: int = 0) -> Iterator[tuple[int, int]]:
        """Yield the stretches that nothing took, behind a place."""
        place = start
        while place < len(self._used):
            begin = self._used.find(0, place)
            if begin < 0:
                return
            stop = self._used.find(1, begin)
            place = len(self._used) if stop < 0 else stop
            yield begin, place

    def _use(self, start: int, end: int) -> None:
        self._used[start:end] = b"\1" * (end - start)

    def head(self) -> int:
        """Take authors and the year behind them; return where the title may begin."""
        names = cut_names(self.rest)
        place = names.end
        quote = quote_end(self.rest, 0)
        if (east := _EAST.match(self.rest)) is not None:
            return self._eastern(east)
        body = _BODY.match(self.rest)
        if not names.names and quote is None and body is not None and is_journal(body["name"]):
            names = Names((parse_name(body["name"].strip(" .,")),), body.end("name"), "body")
            place = names.end
        if names.names:
            self._use(0, place)
            if names.are_editors:
                self.editors = names.names
            else:
                self.authors = names.names
            if names.is_cut:
                self.is_cut = True
            if not (names.is_sure or _YEAR_AFTER.match(self.rest, place)):
                self.doubts.append("whether a name stands first is not sure")
        elif quote is None:
            self.doubts.append("no authors found")
        if (found := _YEAR_AFTER.match(self.rest, place)) is not None:
            self._use(*found.span())
            for name in ("year", "month", "day"):
                if found[name]:
                    self.values[name] = found[name]
            if found["plain"]:
                self.values["year"] = found["plain"]
            place = found.end()
        skipped = _SKIP.match(self.rest, place)
        return skipped.end() if skipped else place

    def _eastern(self, found: re.Match[str]) -> int:
        """Take names of Chinese characters or Hangul; "等" is "et al."."""
        names = _EAST_SEPARATOR.split(found["names"])
        if names[-1] in {"等", "외"}:
            names.pop()
            self.is_cut = True
        self.authors = tuple(parse_name(name) for name in names)
        self._use(*found.span())
        return found.end()

    def title(self, start: int) -> int:
        """Take the title; return where the rest begins."""
        rest = self.rest
        if (close := quote_end(self.rest, start)) is not None:
            self.take("title", start + 1, close)
            self.values["title"] = self.values.get("title", "").strip("`'\" ,")
            self._use(start, min(len(rest), close + 1))
            return close + 1
        if (marker := _MARKER.search(rest, start)) is not None:
            self.take("title", start, marker.start())
            self._use(*marker.span())
            self.values["marker"] = marker["marker"]
            return marker.end()
        numbers = find_numbers(rest, start, len(rest))
        limit = len(rest) if numbers.start is None else numbers.start
        told = self._end_told(start)
        limit = min(limit, told)
        if rest[:start].rstrip().endswith(","):
            if limit == told:
                self.take("title", start, limit)
                return limit
            return self._title_by_commas(start, limit, numbers)
        if "volume" in numbers.values and is_abbreviated(rest[start:limit]):
            self.doubts.append(_NO_TITLE)
            return start
        end = self._sentence_end(start, limit)
        if end is not None and end <= limit:
            if "volume" in numbers.values:
                if self.authors and not rest[end:limit].strip(TRIM):
                    self.doubts.append(_NO_TITLE)
                    return start
                end = self._end_before_journal(end, limit)
            self.take("title", start, end)
            return end
        glued = _GLUED.search(rest, start, limit)
        if glued is None and "volume" in numbers.values and self.authors:
            self.doubts.append(_NO_TITLE)
            return start
        if glued is not None:
            limit = glued.start()
        end = start + len(rest[start:limit].rstrip(" ,.(:;"))
        if end < len(rest.rstrip(TRIM)) and limit != told:
            self.doubts.append(_TITLE_END)
        self.take("title", start, end)
        return end

    def _end_before_journal(self, end: int, limit: int) -> int:
        """Return where a title ends that has a full stop inside: before the journal."""
        if IN.match(self.rest, end):
            return end
        place: int | None = end
        while place is not None and place < limit:
            if is_journal(self.rest[place:limit]):
                return place
            skipped = _SKIP.match(self.rest, place)
            place = self._sentence_end(skipped.end() if skipped else place, limit)
        return end

    def _end_told(self, start: int) -> int:
        """Return where edition, publisher or "PhD thesis" begins, which no title holds."""
        patterns = (_PRINTED, _LATER_EDITION, _PLACED, *(genre.pattern for genre in genres()))
        found = filter(None, (pattern.search(self.rest, start) for pattern in patterns))
        places = [match.start() for match in found if self.rest[match.start() - 1] != "["]
        return min((place for place in places if place > start), default=len(self.rest) + 1)

    def _title_by_commas(self, start: int, limit: int, numbers: Numbers) -> int:
        """Take a title that a comma ends; in physics there is none before the journal."""
        stretch = self.rest[start:limit].rstrip(" ,.(:;")
        if (number := _LAST_OF_COMMAS.search(stretch)) is not None:
            self.take("volume", start + number.start(), start + len(stretch))
            stretch = stretch[: number.start()]
        end = start + len(stretch)
        opened = _COMMA_IN.search(self.rest, start)
        if is_abbreviated(stretch) or (
            ", " not in stretch and "volume" in numbers.values and opened is None
        ):
            self.doubts.append(_NO_TITLE)
            return start
        if opened is not None:
            end = opened.start()
        elif (comma := stretch.rfind(", ")) > 0:
            self.doubts.append(_TITLE_END)
            end = start + comma
        elif (stop := self._sentence_end(start, limit)) is not None and stop < end:
            end = stop
        else:
            self.doubts.append(_TITLE_END)
        self.take("title", start, end)
        return end

    def _sentence_end(self, start: int, limit: int) -> int | None:
        """Return where the sentence that begins at a place ends; brackets hold no end."""
        for found in _ENDS.finditer(self.rest, start):
            before, behind = self.rest[start : found.start()], self.rest[found.end() :].lstrip()
            if before.count("(") > before.count(")") or before.count("[") > before.count("]"):
                continue
            if found["comma"]:
                return found.start()
            if found["stop"] and found["stop"][0] != ".":
                if self._goes_on(found.end(), limit):
                    continue
                return found.end()
            if ends_abbreviated(before) or (behind[:1].islower() and not behind.startswith("in ")):
                continue
            return found.start()
        return None

    def _goes_on(self, place: int, limit: int) -> bool:
        """Tell whether a title goes on behind its question mark, for another sentence ends it."""
        behind = self.rest[place:limit]
        if _BEGINS_IN.match(behind) or is_journal(behind) or _SENTENCE.search(behind) is None:
            return False
        first = _SENTENCE.split(behind, maxsplit=1)[0]
        return len(first) > _INITIAL and not first.rstrip().endswith(("J", "Proc", "Trans", "Int"))

    def container(self, start: int, numbers: Numbers) -> None:
        """Take what holds the work: journal, proceedings or book, with its editors."""
        rest = self.rest
        opened = IN.match(rest, start)
        if opened is not None:
            self.is_in = True
            self._use(*opened.span())
            start = opened.end()
            names = cut_names(rest, start)
            if names.are_editors:
                self.editors = names.names
                self._use(start, names.end)
                start = names.end
        if (skipped := _SKIP.match(rest, start)) is not None:
            start = skipped.end()
        begins = [begin for begin, _ in numbers.spans if begin >= start]
        stop = min(*begins, len(rest), *self._stops(start))
        stretch = rest[start:stop].rstrip(" ,(")
        for pattern in (_EDITION, *(genre.pattern for genre in genres())):
            if (found := pattern.search(stretch)) is not None:
                stretch = stretch[: found.start()]
        if self.values.get("marker") in _NOT_HELD and (found := _EASTERN.match(rest, start)):
            self.take("publisher_place", *found.span("place"))
            self.take("publisher", *found.span("publisher"))
            return
        is_numbered = "volume" in numbers.values
        if not self.is_in and not is_numbered and is_publisher(stretch.split(". ")[0]):
            return
        is_told = self.is_in or is_numbered or "page" in numbers.values
        if not is_told and "publisher" in self.values:
            return
        if not is_told and stretch.strip(TRIM):
            self.doubts.append("whether it has a journal is not sure")
        stop = start + container_end(stretch)
        if (last := _LAST_NUMBER.search(rest[start:stop].rstrip(TRIM))) and not numbers.values.get(
            "volume"
        ):
            self.take("volume", start + last.start(), start + last.end())
            stop = start + last.start()
        is_series_alone = not self.is_in and is_series(rest[start:stop])
        self.take("collection_title" if is_series_alone else "container_title", start, stop)

    def _stops(self, start: int) -> Iterator[int]:
        for place in (self._edited_at, self._printed_at):
            if place >= start:
                yield place

    def numbers(self, numbers: Numbers) -> None:
        """Take volume, issue, pages and date."""
        for name, value in numbers.values.items():
            self.values.setdefault(name, value)
        for start, end in numbers.spans:
            self._use(start, end)

    def editors_and_edition(self, start: int) -> None:
        """Take "edited by" with its names, the edition, and what kind of thesis or report it is."""
        title = self.values.get("title", "")
        if (found := _EDITION.search(self.rest)) is not None:
            self.values["edition"] = found["edition"]
            self._use(*found.span())
            title = title.replace(found.group(), "").strip()
        found = _EDITED.search(self.rest, start)
        if found is not None and not self._used[found.end() - 2]:
            names = cut_names(self.rest, found.end())
            if names.names:
                self.editors = names.names
                self._edited_at = found.start()
                self._use(found.start(), names.end)
        self._printed(start)
        if (bracket := _OF_TITLE.search(title)) is not None:
            title = title[: bracket.start()]
            self._told_by(bracket["what"])
        if title:
            self.values["title"] = title
        for genre in genres():
            if (found := genre.pattern.search(self.rest, start)) is not None:
                self.take("genre", *found.span())
                self.values["type"] = genre.type.value
                return

    def _printed(self, start: int) -> None:
        """Take "(Publisher, Year)" and "Place: Publisher" at the end, whoever the publisher is."""
        found = _PRINTED.search(self.rest, start)
        if found is None and "volume" not in self.values:
            found = _PLACED.search(self.rest, start)
        if found is None or has_conference(found.group()):
            return
        parts = {"publisher": "publisher", "place": "publisher_place", "city": "publisher_place"}
        for group, field in parts.items():
            if found.groupdict().get(group):
                self.take(field, *found.span(group))
        self._printed_at = found.start()

    def _told_by(self, what: str) -> None:
        """Take what a bracket behind the title says that the work is."""
        for genre in genres():
            if genre.pattern.match(what):
                kind, _, school = what.partition(", ")
                self.values |= {"genre": kind, "type": genre.type.value}
                if school:
                    self.values["publisher"] = school
                return
        self.values.setdefault("medium", what)
