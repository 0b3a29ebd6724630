"""What fields, item types and sources are called in the window."""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

__all__ = [
    "field_label",
    "source_label",
    "type_label",
    "type_labels",
    "type_word",
    "zotero_label",
]

_OTHER_KEYS = "extra.ids"
_LABELS = {
    "type": QT_TRANSLATE_NOOP("Fields", "Type"),
    "citekey": QT_TRANSLATE_NOOP("Fields", "Key"),
    "title": QT_TRANSLATE_NOOP("Fields", "Title"),
    "title_short": QT_TRANSLATE_NOOP("Fields", "Short title"),
    "author": QT_TRANSLATE_NOOP("Fields", "Authors"),
    "editor": QT_TRANSLATE_NOOP("Fields", "Editors"),
    "translator": QT_TRANSLATE_NOOP("Fields", "Translators"),
    "collection_editor": QT_TRANSLATE_NOOP("Fields", "Series editors"),
    "contributor": QT_TRANSLATE_NOOP("Fields", "Contributors"),
    "issued": QT_TRANSLATE_NOOP("Fields", "Published"),
    "original_date": QT_TRANSLATE_NOOP("Fields", "First published"),
    "accessed": QT_TRANSLATE_NOOP("Fields", "Visited"),
    "abstract": QT_TRANSLATE_NOOP("Fields", "Abstract"),
    "container_title": QT_TRANSLATE_NOOP("Fields", "In"),
    "container_title_short": QT_TRANSLATE_NOOP("Fields", "In, abbreviated"),
    "collection_title": QT_TRANSLATE_NOOP("Fields", "Series"),
    "collection_number": QT_TRANSLATE_NOOP("Fields", "Number in series"),
    "event_title": QT_TRANSLATE_NOOP("Fields", "Conference"),
    "event_place": QT_TRANSLATE_NOOP("Fields", "Conference place"),
    "event_date": QT_TRANSLATE_NOOP("Fields", "Conference date"),
    "publisher": QT_TRANSLATE_NOOP("Fields", "Publisher"),
    "publisher_place": QT_TRANSLATE_NOOP("Fields", "Place"),
    "volume": QT_TRANSLATE_NOOP("Fields", "Volume"),
    "issue": QT_TRANSLATE_NOOP("Fields", "Issue"),
    "page": QT_TRANSLATE_NOOP("Fields", "Pages"),
    "number": QT_TRANSLATE_NOOP("Fields", "Number"),
    "number_of_pages": QT_TRANSLATE_NOOP("Fields", "Page count"),
    "number_of_volumes": QT_TRANSLATE_NOOP("Fields", "Volume count"),
    "chapter_number": QT_TRANSLATE_NOOP("Fields", "Chapter"),
    "section": QT_TRANSLATE_NOOP("Fields", "Section"),
    "edition": QT_TRANSLATE_NOOP("Fields", "Edition"),
    "version": QT_TRANSLATE_NOOP("Fields", "Version"),
    "genre": QT_TRANSLATE_NOOP("Fields", "Kind"),
    "medium": QT_TRANSLATE_NOOP("Fields", "Medium"),
    "issn": QT_TRANSLATE_NOOP("Fields", "ISSN"),
    "language": QT_TRANSLATE_NOOP("Fields", "Language"),
    "license": QT_TRANSLATE_NOOP("Fields", "Licence"),
    "source": QT_TRANSLATE_NOOP("Fields", "Catalogue"),
    "archive": QT_TRANSLATE_NOOP("Fields", "Archive"),
    "archive_location": QT_TRANSLATE_NOOP("Fields", "Place in archive"),
    "call_number": QT_TRANSLATE_NOOP("Fields", "Shelf mark"),
    "url": QT_TRANSLATE_NOOP("Fields", "Address"),
    "note": QT_TRANSLATE_NOOP("Fields", "Remark"),
    "doi": QT_TRANSLATE_NOOP("Fields", "DOI"),
    "arxiv": QT_TRANSLATE_NOOP("Fields", "arXiv"),
    "openreview": QT_TRANSLATE_NOOP("Fields", "OpenReview"),
    "isbn": QT_TRANSLATE_NOOP("Fields", "ISBN"),
    "pmid": QT_TRANSLATE_NOOP("Fields", "PubMed"),
    "dblp": QT_TRANSLATE_NOOP("Fields", "DBLP"),
    "semantic_scholar": QT_TRANSLATE_NOOP("Fields", "Semantic Scholar"),
    "openalex": QT_TRANSLATE_NOOP("Fields", "OpenAlex"),
    "keywords": QT_TRANSLATE_NOOP("Fields", "Tags"),
    "notes": QT_TRANSLATE_NOOP("Fields", "Notes"),
    "collections": QT_TRANSLATE_NOOP("Fields", "Collections"),
    "links": QT_TRANSLATE_NOOP("Fields", "Links"),
    "attachments": QT_TRANSLATE_NOOP("Fields", "Files"),
    "status": QT_TRANSLATE_NOOP("Fields", "State"),
    "ids": QT_TRANSLATE_NOOP("Fields", "Other keys"),
}

_TYPES = {
    "article": QT_TRANSLATE_NOOP("Types", "Preprint"),
    "article-journal": QT_TRANSLATE_NOOP("Types", "Journal article"),
    "article-magazine": QT_TRANSLATE_NOOP("Types", "Magazine article"),
    "article-newspaper": QT_TRANSLATE_NOOP("Types", "Newspaper article"),
    "bill": QT_TRANSLATE_NOOP("Types", "Bill"),
    "book": QT_TRANSLATE_NOOP("Types", "Book"),
    "broadcast": QT_TRANSLATE_NOOP("Types", "Broadcast"),
    "chapter": QT_TRANSLATE_NOOP("Types", "Book chapter"),
    "classic": QT_TRANSLATE_NOOP("Types", "Classical work"),
    "collection": QT_TRANSLATE_NOOP("Types", "Collection"),
    "dataset": QT_TRANSLATE_NOOP("Types", "Data set"),
    "document": QT_TRANSLATE_NOOP("Types", "Document"),
    "entry": QT_TRANSLATE_NOOP("Types", "Entry in a reference work"),
    "entry-dictionary": QT_TRANSLATE_NOOP("Types", "Dictionary entry"),
    "entry-encyclopedia": QT_TRANSLATE_NOOP("Types", "Encyclopedia entry"),
    "event": QT_TRANSLATE_NOOP("Types", "Event"),
    "figure": QT_TRANSLATE_NOOP("Types", "Figure"),
    "graphic": QT_TRANSLATE_NOOP("Types", "Graphic"),
    "hearing": QT_TRANSLATE_NOOP("Types", "Hearing"),
    "interview": QT_TRANSLATE_NOOP("Types", "Interview"),
    "legal_case": QT_TRANSLATE_NOOP("Types", "Court decision"),
    "legislation": QT_TRANSLATE_NOOP("Types", "Law"),
    "manuscript": QT_TRANSLATE_NOOP("Types", "Manuscript"),
    "map": QT_TRANSLATE_NOOP("Types", "Map"),
    "motion_picture": QT_TRANSLATE_NOOP("Types", "Film"),
    "musical_score": QT_TRANSLATE_NOOP("Types", "Musical score"),
    "pamphlet": QT_TRANSLATE_NOOP("Types", "Pamphlet"),
    "paper-conference": QT_TRANSLATE_NOOP("Types", "Conference paper"),
    "patent": QT_TRANSLATE_NOOP("Types", "Patent"),
    "performance": QT_TRANSLATE_NOOP("Types", "Performance"),
    "periodical": QT_TRANSLATE_NOOP("Types", "Periodical"),
    "personal_communication": QT_TRANSLATE_NOOP("Types", "Personal communication"),
    "post": QT_TRANSLATE_NOOP("Types", "Online post"),
    "post-weblog": QT_TRANSLATE_NOOP("Types", "Blog post"),
    "regulation": QT_TRANSLATE_NOOP("Types", "Regulation"),
    "report": QT_TRANSLATE_NOOP("Types", "Report"),
    "review": QT_TRANSLATE_NOOP("Types", "Review"),
    "review-book": QT_TRANSLATE_NOOP("Types", "Book review"),
    "software": QT_TRANSLATE_NOOP("Types", "Software"),
    "song": QT_TRANSLATE_NOOP("Types", "Song"),
    "speech": QT_TRANSLATE_NOOP("Types", "Talk"),
    "standard": QT_TRANSLATE_NOOP("Types", "Standard"),
    "thesis": QT_TRANSLATE_NOOP("Types", "Thesis"),
    "treaty": QT_TRANSLATE_NOOP("Types", "Treaty"),
    "webpage": QT_TRANSLATE_NOOP("Types", "Web page"),
}
"""Of CSL's item types what each is called; queries and files have CSL's words."""

_SOURCES = {
    "user": QT_TRANSLATE_NOOP("Fields", "you"),
    "listing": QT_TRANSLATE_NOOP("Fields", "the listing"),
    "other": QT_TRANSLATE_NOOP("Fields", "another one"),
}
"""Of those whose word a value is, who has no name of its own."""

_SERVICES = {
    "arxiv": "arXiv",
    "crossref": "Crossref",
    "datacite": "DataCite",
    "dblp": "DBLP",
    "hf_papers": "Hugging Face Papers",
    "openalex": "OpenAlex",
    "openreview": "OpenReview",
    "semantic_scholar": "Semantic Scholar",
}
"""What services call themselves, as ``refman.lookup.sources`` has it, which is slow to load."""

_ZOTERO = {
    "itemType": "type",
    "shortTitle": "title_short",
    "creators": "author",
    "date": "issued",
    "accessDate": "accessed",
    "abstractNote": "abstract",
    "conferenceName": "event_title",
    "place": "publisher_place",
    "pages": "page",
    "rights": "license",
    "libraryCatalog": "source",
    "archiveLocation": "archive_location",
    "callNumber": "call_number",
    "citationKey": "citekey",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "tags": "keywords",
    "series": "collection_title",
    "seriesTitle": "collection_title",
    "seriesNumber": "collection_number",
    "journalAbbreviation": "container_title_short",
    "meetingName": "event_title",
    "numPages": "number_of_pages",
    "reportNumber": "number",
    "reportType": "genre",
    "thesisType": "genre",
    "university": "publisher",
    "institution": "publisher",
    "country": "publisher_place",
    "PMID": "pmid",
}
"""Zotero's names of fields that are called here as ours are."""

_ZOTERO_OWN = {
    "publicationTitle": QT_TRANSLATE_NOOP("Fields", "Publication"),
    "bookTitle": QT_TRANSLATE_NOOP("Fields", "Book title"),
    "proceedingsTitle": QT_TRANSLATE_NOOP("Fields", "Proceedings title"),
    "repository": QT_TRANSLATE_NOOP("Fields", "Repository"),
    "archiveID": QT_TRANSLATE_NOOP("Fields", "Archive ID"),
    "extra": QT_TRANSLATE_NOOP("Fields", "Extra"),
}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def field_label(name: str) -> str:
    """Return what a field is called; a foreign one, "extra.comment", keeps its own name.

    The other keys of a paper stand among the foreign ones, where refman itself puts them.
    """
    short = name.removeprefix("identifiers.").removeprefix("extra.")
    is_own = not name.startswith("extra.") or name == _OTHER_KEYS
    label = _LABELS.get(short) if is_own else None
    return QCoreApplication.translate("Fields", str(label)) if label is not None else short


def zotero_label(name: str) -> str:
    """Return what a field of Zotero is called, by the name that its API has for it."""
    if name in _ZOTERO_OWN:
        return QCoreApplication.translate("Fields", str(_ZOTERO_OWN[name]))
    ours = _ZOTERO.get(name, name)
    label = field_label(ours)
    return label if label != ours else _HUMP.sub(" ", name).capitalize()


def type_label(word: str) -> str:
    """Return what an item type is called, by CSL's word for it; any other word stays."""
    name = _TYPES.get(word)
    return QCoreApplication.translate("Types", str(name)) if name is not None else word


def type_labels() -> dict[str, str]:
    """Return CSL's words for all item types by what the types are called, sorted by that."""
    labels = {type_label(word): word for word in _TYPES}
    return {name: labels[name] for name in sorted(labels, key=str.casefold)}


def type_word(name: str) -> str:
    """Return CSL's word for the item type that is called so; what is no type's name stays."""
    wanted = " ".join(name.split()).casefold()
    words = (word for label, word in type_labels().items() if label.casefold() == wanted)
    return next(words, name)


def source_label(source: str) -> str:
    """Return what a source of values is called: the user is "you", all others have names."""
    name = _SOURCES.get(source)
    if name is None:
        return _SERVICES.get(source, source)
    return QCoreApplication.translate("Fields", str(name))
