"""What a preprint on arXiv has by being there."""

import msgspec

from refman.model import Entry, ItemType
from refman.normalise.identifiers import with_arxiv_doi

__all__ = ["completed"]


def completed(entry: Entry) -> Entry:
    """Return a preprint with what its arXiv number tells; what it already says of itself stays.

    Other entries come back as they are: the DOI and the page of a published paper are not those
    of its preprint.

    Source: how Zotero itself saves an arXiv paper; https://info.arxiv.org/help/doi.html
    """
    if entry.type is not ItemType.ARTICLE:
        return entry
    arxiv = entry.identifiers.arxiv
    if arxiv is None:
        return msgspec.structs.replace(entry, genre=entry.genre or "preprint")
    return msgspec.structs.replace(
        entry,
        genre=entry.genre or "preprint",
        publisher=entry.publisher or "arXiv",
        number=entry.number or f"arXiv:{arxiv.id}",
        source=entry.source or "arXiv.org",
        url=entry.url or arxiv.url,
        identifiers=with_arxiv_doi(entry.identifiers),
    )
