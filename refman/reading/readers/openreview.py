"""OpenReview and other lists of a conference's papers, as pages and as JSON."""

import re
from collections.abc import Iterator

from refman.model import Draft, LeftOver
from refman.reading.document import Document
from refman.reading.left_overs import with_left_overs
from refman.reading.mapped import plain
from refman.reading.markup import parse_markup

__all__ = ["OPENREVIEW", "OpenReview"]

_HEAD = 1 << 17
_TITLE = re.compile(r"\"(?:title|name|paper_title|Title)\"\s*:")
_NOTES = re.compile(
    r"\"(?:forum|eventmedia|paper_url|virtualsite_url|_bibtex|fullname|paper_pdf_url|openreview)\"\s*:"
)
_AUTHORS = re.compile(r"\"[Aa]uthors?(?:_?(?:names|list|str))?\"\s*:")
_OTHERS = re.compile(
    r"\"(?:family|itemType|container-title|DOI|date-parts|upvotes|githubRepo|submittedOnDailyAt)\"\s*:"
)
_SURE, _LIKELY = 0.96, 0.8


class OpenReview:
    """Read what OpenReview and conferences publish: accepted papers, proceedings, programmes."""

    kind = "openreview"
    label = "a conference's papers, as page or JSON: OpenReview, proceedings"
    links_in_text = False

    def score(self, document: Document) -> float:
        """Return how well this reader fits: fields or markup of such lists."""
        head = document.text[:_HEAD].lstrip("\ufeff \t\r\n")
        if head.startswith(("[", "{")):
            if not _TITLE.search(head) or _OTHERS.search(head):
                return 0.0
            if _NOTES.search(head):
                return _SURE
            return _LIKELY if _AUTHORS.search(head) else 0.0
        if not head.startswith("<"):
            return 0.0
        # Slow to import, and only pages need it.
        from refman.reading.conference.html import has_signs  # noqa: PLC0415

        return has_signs(head)

    def read(self, document: Document) -> Iterator[Draft | LeftOver]:
        """Yield the papers; all else is left over.

        Raises:
            InputError: the page is too long.
        """
        text = document.text
        if text.lstrip("\ufeff \t\r\n").startswith("<"):
            from refman.reading.conference.html import drafts_of_page  # noqa: PLC0415 - as above

            page = parse_markup(plain(text), document.source)
            return with_left_overs(text, drafts_of_page(page), "part of the page: no paper")
        from refman.reading.conference.json import drafts_of_json  # noqa: PLC0415 - as above

        return with_left_overs(text, drafts_of_json(text), "no paper")


OPENREVIEW = OpenReview()
