"""What fields are called in the window."""

from PySide6.QtCore import QCoreApplication

__all__ = ["field_label"]


def field_label(short: str) -> str:
    """Return what a field is called, by its short name; a foreign one keeps its own."""
    tr = QCoreApplication.translate
    labels = {
        "type": tr("Fields", "Type"),
        "citekey": tr("Fields", "Key"),
        "title": tr("Fields", "Title"),
        "title_short": tr("Fields", "Short title"),
        "author": tr("Fields", "Authors"),
        "editor": tr("Fields", "Editors"),
        "translator": tr("Fields", "Translators"),
        "collection_editor": tr("Fields", "Series editors"),
        "contributor": tr("Fields", "Contributors"),
        "issued": tr("Fields", "Published"),
        "original_date": tr("Fields", "First published"),
        "accessed": tr("Fields", "Visited"),
        "abstract": tr("Fields", "Abstract"),
        "container_title": tr("Fields", "In"),
        "container_title_short": tr("Fields", "In, abbreviated"),
        "collection_title": tr("Fields", "Series"),
        "collection_number": tr("Fields", "Number in series"),
        "event_title": tr("Fields", "Conference"),
        "event_place": tr("Fields", "Conference place"),
        "event_date": tr("Fields", "Conference date"),
        "publisher": tr("Fields", "Publisher"),
        "publisher_place": tr("Fields", "Place"),
        "volume": tr("Fields", "Volume"),
        "issue": tr("Fields", "Issue"),
        "page": tr("Fields", "Pages"),
        "number": tr("Fields", "Number"),
        "number_of_pages": tr("Fields", "Page count"),
        "number_of_volumes": tr("Fields", "Volume count"),
        "chapter_number": tr("Fields", "Chapter"),
        "section": tr("Fields", "Section"),
        "edition": tr("Fields", "Edition"),
        "version": tr("Fields", "Version"),
        "genre": tr("Fields", "Kind"),
        "medium": tr("Fields", "Medium"),
        "issn": tr("Fields", "ISSN"),
        "language": tr("Fields", "Language"),
        "license": tr("Fields", "Licence"),
        "source": tr("Fields", "Catalogue"),
        "archive": tr("Fields", "Archive"),
        "archive_location": tr("Fields", "Place in archive"),
        "call_number": tr("Fields", "Shelf mark"),
        "url": tr("Fields", "Address"),
        "note": tr("Fields", "Remark"),
        "doi": tr("Fields", "DOI"),
        "arxiv": tr("Fields", "arXiv"),
        "openreview": tr("Fields", "OpenReview"),
        "isbn": tr("Fields", "ISBN"),
        "pmid": tr("Fields", "PubMed"),
        "dblp": tr("Fields", "DBLP"),
        "semantic_scholar": tr("Fields", "Semantic Scholar"),
        "openalex": tr("Fields", "OpenAlex"),
        "keywords": tr("Fields", "Tags"),
        "notes": tr("Fields", "Notes"),
        "collections": tr("Fields", "Collections"),
        "links": tr("Fields", "Links"),
        "attachments": tr("Fields", "Files"),
        "status": tr("Fields", "State"),
    }
    short = short.removeprefix("identifiers.")
    return labels.get(short) or short.removeprefix("extra.")
