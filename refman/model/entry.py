"""The reviewed record: a paper in CSL's vocabulary, with its links."""

from collections.abc import Mapping
from enum import Enum
from typing import NewType

import msgspec

from refman.model.dates import Date
from refman.model.identifiers import Identifiers
from refman.model.link import Link
from refman.model.names import Name
from refman.model.provenance import Provenance

__all__ = ["Attachment", "Citekey", "Entry", "ItemType", "Keyword", "Status"]

Citekey = NewType("Citekey", str)
"""The name by which a document cites an entry."""


class ItemType(Enum):
    """Name the item types of CSL.

    Source: CSL 1.0.2, appendix III.
    """

    ARTICLE = "article"  # a preprint: https://docs.citationstyles.org, "article"
    ARTICLE_JOURNAL = "article-journal"
    ARTICLE_MAGAZINE = "article-magazine"
    ARTICLE_NEWSPAPER = "article-newspaper"
    BILL = "bill"
    BOOK = "book"
    BROADCAST = "broadcast"
    CHAPTER = "chapter"
    CLASSIC = "classic"
    COLLECTION = "collection"
    DATASET = "dataset"
    DOCUMENT = "document"
    ENTRY = "entry"
    ENTRY_DICTIONARY = "entry-dictionary"
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia"
    EVENT = "event"
    FIGURE = "figure"
    GRAPHIC = "graphic"
    HEARING = "hearing"
    INTERVIEW = "interview"
    LEGAL_CASE = "legal_case"
    LEGISLATION = "legislation"
    MANUSCRIPT = "manuscript"
    MAP = "map"
    MOTION_PICTURE = "motion_picture"
    MUSICAL_SCORE = "musical_score"
    PAMPHLET = "pamphlet"
    PAPER_CONFERENCE = "paper-conference"
    PATENT = "patent"
    PERFORMANCE = "performance"
    PERIODICAL = "periodical"
    PERSONAL_COMMUNICATION = "personal_communication"
    POST = "post"
    POST_WEBLOG = "post-weblog"
    REGULATION = "regulation"
    REPORT = "report"
    REVIEW = "review"
    REVIEW_BOOK = "review-book"
    SOFTWARE = "software"
    SONG = "song"
    SPEECH = "speech"
    STANDARD = "standard"
    THESIS = "thesis"
    TREATY = "treaty"
    WEBPAGE = "webpage"


class Status(Enum):
    """Tell how far a person's review of an entry has come."""

    NEEDS_REVIEW = "needs review"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Keyword(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Hold a keyword; ``automatic`` where a source gave it and not a person."""

    text: str
    automatic: bool = False


class Attachment(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Hold a file that belongs to an entry: its title, its path or URL, its media type."""

    title: str
    path: str
    media_type: str | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold one reference.

    Field names are CSL variables with "_" for "-"; texts are Unicode without LaTeX, but maths stays
    as ``$…$``. ``None`` and empty tuples mean "not known".

    Attributes:
        note: not printed by styles; the user's own remarks are ``notes``.
        notes: one text each, paragraphs parted by empty lines.
        collections: paths of a nested collection, "HF Papers/World models".
        provenance: by field name.
        extra: fields of a foreign file that have no place here, word for word.

    Source: CSL 1.0.2, appendix IV.
    """

    type: ItemType = ItemType.ARTICLE
    citekey: Citekey | None = None
    title: str | None = None
    title_short: str | None = None
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    collection_editor: tuple[Name, ...] = ()
    contributor: tuple[Name, ...] = ()
    issued: Date | None = None
    original_date: Date | None = None
    accessed: Date | None = None
    abstract: str | None = None
    container_title: str | None = None
    container_title_short: str | None = None
    collection_title: str | None = None
    collection_number: str | None = None
    event_title: str | None = None
    event_place: str | None = None
    event_date: Date | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    number: str | None = None
    number_of_pages: str | None = None
    number_of_volumes: str | None = None
    chapter_number: str | None = None
    section: str | None = None
    edition: str | None = None
    version: str | None = None
    genre: str | None = None
    medium: str | None = None
    issn: str | None = None
    language: str | None = None
    license: str | None = None
    source: str | None = None
    archive: str | None = None
    archive_location: str | None = None
    call_number: str | None = None
    url: str | None = None
    note: str | None = None
    identifiers: Identifiers = Identifiers()
    links: tuple[Link, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    notes: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    collections: tuple[str, ...] = ()
    status: Status = Status.NEEDS_REVIEW
    provenance: Mapping[str, Provenance] = {}
    extra: Mapping[str, str] = {}
