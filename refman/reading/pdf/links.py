"""The links of a paper's PDF: those in its text and those of its annotations."""

from refman.links import links_in, url_key
from refman.links.canonical import split_url
from refman.model import Identifiers, Link, LinkKind, Span
from refman.normalise import identifiers_of_url
from refman.normalise.identifiers import doi_key
from refman.reading.pdf.content import PdfContent
from refman.reading.pdf.rules import first_words, no_title, words

__all__ = ["find_links_of"]

_GIVEN = {LinkKind.CODE, LinkKind.DATASET, LinkKind.MODEL, LinkKind.DEMO, LinkKind.VIDEO}
"""What an address gives that counts also on a page whose text was not read."""


def find_links_of(content: PdfContent, identifiers: Identifiers) -> tuple[Link, ...]:
    """Return the links that a paper gives, in the order of the text, each address once.

    Links to other papers are citations and left out, so are those of the list of references, of
    licences and of the publisher.
    """
    end = _references_start(content)
    whole = {anchor.url for line in content.lines for anchor in line.anchors}
    last = max((line.span.end for line in content.lines), default=0)
    links = [
        link
        for link in links_in(content.text, Span(0, end))
        if _is_own(link, identifiers)
        and (link.kind in _GIVEN or (link.span.start < last and not _is_of_journal(link, content)))
    ]
    return tuple(link for link in links if not _is_cut(link, whole))


def _references_start(content: PdfContent) -> int:
    """Return where the references begin; what stands behind the pages of text is behind them."""
    heads = words("links", "references")
    for line in content.lines:
        found = first_words(line.text, heads)
        if found is not None and len(line.text) <= len(found) + 6:
            return line.span.start
    return len(content.text)


def _is_own(link: Link, identifiers: Identifiers) -> bool:
    host, _ = split_url(link.url)
    if host in words("links", "not_own") or f"www.{host}" in words("links", "not_own"):
        return False
    if link.kind is not LinkKind.PAPER:
        return True
    named = identifiers_of_url(link.url)
    if named.arxiv is not None and identifiers.arxiv is not None:
        return named.arxiv.id == identifiers.arxiv.id
    if named.doi is not None and identifiers.doi is not None:
        return doi_key(named.doi) == doi_key(identifiers.doi)
    return False


def _is_of_journal(link: Link, content: PdfContent) -> bool:
    """Tell the page of a journal in a line that says where the paper was published."""
    return any(
        line.span.start <= link.span.start < line.span.end
        and no_title(line.text) == "where it was published"
        for line in content.lines
        if line.page == 0
    )


def _is_cut(link: Link, whole: set[str]) -> bool:
    """Tell an address that the end of a line cut, where an annotation has all of it."""
    key = url_key(link.url)
    return any(
        len(url) > len(link.url) and url_key(url) != key and url_key(url).startswith(key)
        for url in whole
        if link.raw_url.rstrip("/-") in url
    ) and not any(url_key(url) == key for url in whole)
