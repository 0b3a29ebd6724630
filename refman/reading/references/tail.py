"""What stands behind pages and year in a reference: publisher, place, series."""

import re

from refman.reading.references.cut import TRIM, Cut
from refman.reading.references.words import is_publisher, is_series, words

__all__ = ["take_tail"]

_PIECES = re.compile(r"(?<=\w{3})\.\s+|;\s+|\s\(|\)\.?\s*|^[\s.,;:()]+")
_SCHOOL = re.compile(
    r"\b(?:Univ|Institut|School|College|Polytech|Politec|ETH|EPFL|MIT\b|École|Academy)"
)
_PAGES = re.compile(r"(?P<number>\d{1,4}) pages?")
_FEW_WORDS, _FEWEST_PARTS = 4, 2


def take_tail(cut: Cut, place: int) -> None:
    """Take publisher, place and series from what is left behind the title."""
    container = cut.values.get("container_title", "")
    if (where := _place_in(container)) is not None:
        cut.values["container_title"] = container[:where].rstrip(" ,.")
        cut.values["event_place"] = container[where:].strip(" ,.")
    for start, end in list(cut.gaps(place)):
        if "type" in cut.values and _SCHOOL.search(cut.rest, start, end):
            _take_school(cut, start, end)
            continue
        begin = start
        for found in [*_PIECES.finditer(cut.rest, start, end), None]:
            stop = end if found is None else found.start()
            if stop > begin:
                _take_piece(cut, begin, stop)
            begin = end if found is None else found.end()


def _take_school(cut: Cut, start: int, end: int) -> None:
    """Take the school of a thesis with its department, and the place behind it."""
    said = cut.rest[start:end]
    school = _SCHOOL.search(said)
    comma = said.find(", ", school.start()) if school is not None else -1
    if comma > 0 and _is_place(said[comma:].strip(TRIM)):
        cut.take("publisher_place", start + comma, end)
        end = start + comma
    cut.take("publisher", start, end)


def _take_piece(cut: Cut, start: int, end: int) -> None:
    said = cut.rest[start:end].strip(TRIM)
    first = said.split(", ")[0]
    head, colon, tail = said.partition(": ")
    if not said:
        return
    if is_series(said):
        cut.take("collection_title", start, end)
    elif (pages := _PAGES.fullmatch(said)) is not None and cut.take("number_of_pages", start, end):
        cut.values["number_of_pages"] = pages["number"]
    elif colon and len(head.split()) <= _FEW_WORDS and (is_publisher(tail) or cut.is_book):
        middle = cut.rest.index(": ", start)
        cut.take("publisher_place", start, middle)
        cut.take("publisher", middle + 1, end)
    elif is_publisher(first):
        middle = cut.rest.index(first, start) + len(first)
        cut.take("publisher", start, middle)
        if _place_in(said) is not None or _is_place(said[len(first) :].strip(TRIM)):
            cut.take("publisher_place", middle, end)
    elif _place_in(f", {said}") is not None:
        cut.take("event_place" if cut.is_in else "publisher_place", start, end)


def _is_place(text: str) -> bool:
    """Tell a city's name: a few words, each with a capital."""
    words_ = text.replace(",", " ").split()
    return 0 < len(words_) <= _FEW_WORDS and all(
        word[0].isupper() and word.strip(".").isalpha() for word in words_
    )


def _place_in(text: str) -> int | None:
    """Return where "City, Country" begins at a text's end; None where no country is known."""
    parts = text.split(", ")
    if len(parts) < _FEWEST_PARTS or parts[-1].strip(TRIM).casefold() not in words("countries"):
        return None
    count = 2
    while count < len(parts) - 1 and parts[-count].strip(TRIM).casefold() in words("countries"):
        count += 1
    count = min(count, len(parts) - 1)
    if not _is_place(parts[-count]):
        count = 1
    return len(text) - len(", ".join(parts[-count:]))
