"""The fields of an entry by the shape of their values, in the order in which files have them."""

__all__ = ["LINES", "PEOPLE"]

PEOPLE = ("author", "editor", "translator", "collection_editor", "contributor")
"""Fields that hold names."""

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
