"""When and where a MODS record's item was issued, and which part of its host it is.

Source: MODS User Guidelines, "originInfo", "part".
"""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

import msgspec

from refman.formats.crosswalk import rows
from refman.formats.foreign.gathered import Gathered, clean_line
from refman.formats.foreign.unread import Unread, children, label_of, text_of
from refman.formats.foreign.whole_dates import whole_date
from refman.model import Date

__all__ = ["date_in", "issued_in", "put_date", "read_part"]

_LONGEST = 60
_BRACKETS = str.maketrans("", "", "[]<>")
_BEFORE = re.compile(r"(?:c|p|cop\.?|©|℗)\s?(?=\d{4})", re.IGNORECASE)
_OPEN = re.compile(r"(\d{4})\s?[-\u2013]", re.ASCII)
_GUESSED = {"approximate", "questionable"}
_NO_END = "9999"
_DASH = "-"
_PAGES = {"page", "pages", "p", "pp", ""}
_ENDS = " .,;:"


def issued_in(origin: Element, names: Iterable[str], unread: Unread) -> Date | None:
    """Return the date that ``originInfo`` gives under the first of these names that it has.

    A date in an encoding comes before one in words, and a key date before others; one in words that
    says the same is read with it.
    """
    for name in names:
        elements = [each for each in children(origin, name) if unread.has(each)]
        elements.sort(key=lambda each: (each.get("encoding") is None, each.get("keyDate") != "yes"))
        starts = [each for each in elements if each.get("point") != "end"]
        for element in starts:
            if (found := date_in(text_of(element))) is None:
                continue
            if element.get("qualifier") in _GUESSED:
                found = msgspec.structs.replace(found, circa=True)
            if element.get("point") == "start":
                found = _with_end(found, element, elements, unread)
            for each in starts:
                if each is element or date_in(text_of(each)) == found:
                    unread.take(each)
            return found
    return None


def date_in(text: str) -> Date | None:
    """Return the date of a text in any encoding or as catalogues write it: "c1999", "[1982?]"."""
    text = clean_line(text).translate(_BRACKETS).strip(_ENDS)
    if not text or len(text) > _LONGEST:
        return None
    text = _BEFORE.sub("", text, count=1)
    if found := _OPEN.fullmatch(text):
        return Date(int(found[1]), is_open=True)
    return whole_date(text)[0]


def put_date(gathered: Gathered, field: str, found: Date) -> bool:
    """Set a date, or one that says the same more exactly; return False where it says another."""
    known = gathered.get(field)
    if not isinstance(known, Date):
        return gathered.put(field, found)
    if str(found).startswith(str(known)):
        return gathered.override(field, found)
    return str(known).startswith(str(found))


def _with_end(start: Date, element: Element, elements: list[Element], unread: Unread) -> Date:
    encoding = element.get("encoding")
    for each in elements:
        if each.get("point") != "end" or each.get("encoding") != encoding:
            continue
        if text_of(each) == _NO_END:
            unread.take(each)
            return msgspec.structs.replace(start, is_open=True)
        end = date_in(text_of(each))
        if end is not None and end.end is None and not end.is_open:
            unread.take(each)
            return start if end == start else msgspec.structs.replace(start, end=end)
    return start


def read_part(part: Element, gathered: Gathered, unread: Unread) -> None:
    """Read volume, issue, pages and date of a part."""
    for detail in children(part, "detail"):
        kind = (detail.get("type") or "").strip().casefold()
        row = rows("read_mods_details").get(kind)
        for number in children(detail, "number")[:1] if row is not None else ():
            assert row is not None
            gathered.line(row["field"], unread.take(number), f"part/{label_of(detail)}")
            for caption in children(detail, "caption"):
                if text_of(caption).casefold().strip(_ENDS) in rows("read_mods_details"):
                    unread.take(caption)
    for extent in children(part, "extent"):
        if (extent.get("unit") or "").strip().casefold() in _PAGES:
            _read_pages(extent, gathered, unread)
    for date in children(part, "date"):
        found = date_in(text_of(date))
        if found is not None and put_date(gathered, "issued", found):
            unread.take(date)


def _read_pages(extent: Element, gathered: Gathered, unread: Unread) -> None:
    ends = [each for name in ("start", "end") for each in children(extent, name)[:1]]
    pages = dict.fromkeys(unread.take(each) for each in ends)
    gathered.line("page", _DASH.join(filter(None, pages)), "part/extent")
    for each in children(extent, "list"):
        gathered.line("page", unread.take(each), "part/extent/list")
    for each in children(extent, "total"):
        gathered.line("number_of_pages", unread.take(each), "part/extent/total")
