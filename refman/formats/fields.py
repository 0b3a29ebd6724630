"""The fields of an entry by the shape of their values, in the order in which files have them."""

from collections.abc import Iterator

from refman.formats.dates import worded
from refman.formats.plain import one_line, verbatim_line
from refman.model import Entry

__all__ = ["DATES", "LINES", "PEOPLE", "values_for_zotero"]

PEOPLE = ("author", "editor", "translator", "collection_editor", "contributor")
"""Fields that hold names."""

DATES = ("issued", "accessed", "event_date", "original_date")
"""Fields that hold a date."""

LINES = (
    "title",
    "title_short",
    "container_title",
    "container_title_short",
    "collection_title",
    "collection_number",
    "event_title",
    "event_place",
    "publisher",
    "publisher_place",
    "volume",
    "issue",
    "page",
    "number",
    "number_of_pages",
    "number_of_volumes",
    "chapter_number",
    "section",
    "edition",
    "version",
    "genre",
    "medium",
    "issn",
    "language",
    "license",
    "source",
    "archive",
    "archive_location",
    "call_number",
)
"""Fields that hold one line of text."""

_LATE_DATES = ("event_date", "original_date")


def values_for_zotero(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the fields that an entry has and that Zotero takes as one line each, but the title.

    Identifiers among them are the DOI and the ISBN; what Zotero has no field for is not among them.
    """
    for field in LINES:
        if field != "title" and (value := getattr(entry, field)):
            yield field, one_line(value)
    for field in _LATE_DATES:
        if (date := getattr(entry, field)) is not None:
            yield field, worded(date)
    if entry.identifiers.isbn:
        yield "isbn", verbatim_line(entry.identifiers.isbn)
    if entry.identifiers.doi:
        yield "doi", verbatim_line(entry.identifiers.doi)
