"""RSS and Atom feeds of papers: arXiv's, bioRxiv's, journals'.

What the elements are called stands in ``resources/feed.toml``. A feed that is not well-formed is
read as far as it goes.

Source: RFC 4287 (Atom); RSS 2.0, https://www.rssboard.org/rss-specification; RSS 1.0; Dublin Core;
PRISM 3.0; https://info.arxiv.org/help/rss_specifications.html.
"""

import re
from collections.abc import Iterator

import msgspec

from refman.links.canonical import split_url
from refman.links.rules import rule_for
from refman.model import Arxiv, Date, Draft, Identifiers, LeftOver, Link, LinkKind, Pmid
from refman.normalise import fold_blanks, identifiers_of_url, parse_date, parse_doi, split_names
from refman.reading.arxiv_fields import Authors, first_date, issued_of, numbered, split_authors
from refman.reading.document import Document
from refman.reading.evidence import Candidate, believed, reads_as_abstract, speaks_of_research
from refman.reading.feed_description import Description, describe
from refman.reading.feed_fields import Gives
from refman.reading.feed_items import FeedItem, feed_items, without_html
from refman.reading.left_overs import with_left_overs
from refman.reading.mapped import join, plain
from refman.reading.markup import parse_markup
from refman.reading.own_links import paper_link, united

__all__ = ["FEED", "Feed"]

_HEAD = 1 << 14
_ROOT = re.compile(r"<(?:[\w.-]{1,20}:)?(?:rss|feed|(?P<rdf>RDF))[\s>]")
_CHANNEL = re.compile(r"<(?:[\w.-]{1,20}:)?channel[\s>]")
_NUMBER_IN_TITLE = re.compile(
    r"\.?\s*\((?P<number>arXiv:\S{7,30}\s\[[\w.-]{2,17}\])(?:\s(?P<type>[A-Z ]{3,20}))?\)$"
)
_BEFORE_TITLE = re.compile(r"\[(?:ASAP|Article|Research|Review|Editorial)\]\s+")
_MAILBOX = re.compile(r"[^\s@()]{1,100}@[^\s()]{1,100}\s*(?:\((.{1,200})\))?")
_ADDRESS = re.compile(r"https?://\S{3,2000}")
_PMID = re.compile(r"(?:pmid|pubmed):\s?(\d{1,9})", re.IGNORECASE)
_ARXIV_DOI = "10.48550/"
_ANY_HOST = "*"
_HEAD_OF_ABSTRACT = 400


class Feed:
    """Read RSS 2.0, RSS 1.0 and Atom."""

    kind = "feed"
    label = "an RSS or Atom feed of papers"
    links_in_text = False

    def score(self, document: Document) -> float:
        """Return how well this reader fits: whether the root is a feed's.

        RDF may be of anything: RSS 1.0 begins with its channel.
        """
        head = document.text[:_HEAD].lstrip()
        root = _ROOT.search(head) if head.startswith("<") else None
        if root is None or (root["rdf"] and not _CHANNEL.search(head, root.end())):
            return 0.0
        return 0.96

    def read(self, document: Document) -> Iterator[Draft | LeftOver]:
        """Yield the items that have a title and are no posts or news; all else is left over.

        Raises:
            InputError: the feed is too long.
        """
        feed = parse_markup(plain(document.text), document.source, is_xml=True)
        candidates = (
            _candidate(item, draft)
            for item in feed_items(feed)
            if (draft := _draft(item, document)) is not None
        )
        drafts = (piece for piece in believed(candidates) if isinstance(piece, Draft))
        return with_left_overs(document.text, drafts, "part of the feed: no paper")


FEED = Feed()


def _candidate(item: FeedItem, draft: Draft) -> Candidate:
    """Return a draft with what tells it from a post or a piece of news."""
    told = f"{draft.title} {(draft.abstract or '')[:_HEAD_OF_ABSTRACT]}"
    is_research, has_authors = speaks_of_research(told), len(draft.authors) > 1
    is_shown = (
        draft.identifiers != Identifiers()
        or bool(item.all("journals"))
        or (is_research and has_authors)
        or reads_as_abstract(draft.abstract)
        or _is_at_publisher(item)
    )
    return Candidate(draft, is_shown, is_research or has_authors)


def _is_at_publisher(item: FeedItem) -> bool:
    """Tell whether the item's page is at a host that is known for papers."""
    page = item.page()
    found = _ADDRESS.search(page.text) if page is not None else None
    if found is None:
        return False
    rule = rule_for(*split_url(found.group()))
    return rule.kind is LinkKind.PAPER and _ANY_HOST not in rule.hosts


def _draft(item: FeedItem, document: Document) -> Draft | None:
    """Return the paper of an item; None where it has no title."""
    title, number = _title(item, document.source)
    if not title:
        return None
    description = describe(without_html(text, document.source) for text in item.all("abstracts"))
    arxiv = _arxiv(item, [number, description.number])
    identifiers = msgspec.structs.replace(_identifiers(item), arxiv=arxiv)
    authors = _authors(item, description, document.source, is_arxiv=arxiv is not None)
    return Draft(
        title=title,
        abstract=description.abstract,
        authors=authors.names,
        issued=issued_of(arxiv, _date(item, description)),
        identifiers=identifiers,
        links=_links(item, description, document.text),
        span=item.span,
        abstract_span=description.span,
        confidence=0.7 if identifiers == Identifiers() else 0.95,
        reasons=tuple(_reasons(item, description, authors)),
    )


def _title(item: FeedItem, source_name: str) -> tuple[str, str]:
    """Return the title, and the number that arXiv's older feeds put behind it."""
    field = item.first("title")
    title = fold_blanks(without_html(field, source_name).text) if field else ""
    if (prefix := _BEFORE_TITLE.match(title)) is not None:
        title = title[prefix.end() :]
    number = _NUMBER_IN_TITLE.search(title)
    return (title[: number.start()], number["number"]) if number else (title, "")


def _arxiv(item: FeedItem, announced: list[str]) -> Arxiv | None:
    """Return the paper's number: as announced, or from the fields that identify it."""
    field = item.first("class")
    classes = field.text if field else ""
    texts = [*announced, *(text.text for text in item.all("identifiers"))]
    numbers = (numbered(text, classes) for text in texts)
    return next((number for number in numbers if number is not None), None)


def _identifiers(item: FeedItem) -> Identifiers:
    """Return what the item's own fields tell; what its description names is a mention."""
    named = [text.text.strip() for text in item.all("identifiers")]
    of_pages = [identifiers_of_url(text) for text in named if text.startswith("http")]
    field = item.first("doi")
    dois = [
        parse_doi(field.text) if field else None,
        *(parse_doi(text) for text in named if not text.startswith("http")),
        *(page.doi for page in of_pages),
    ]
    pmids = (found[1] for text in named if (found := _PMID.match(text)) is not None)
    pmid = next(pmids, None)
    return Identifiers(
        doi=next((doi for doi in dois if doi and not doi.startswith(_ARXIV_DOI)), None),
        openreview=next((page.openreview for page in of_pages if page.openreview), None),
        pmid=Pmid(pmid) if pmid else None,
    )


def _authors(
    item: FeedItem, description: Description, source_name: str, *, is_arxiv: bool
) -> Authors:
    """Return the names. Of several elements each holds one; a single one may hold a list."""
    texts = [fold_blanks(without_html(text, source_name).text) for text in item.authors()]
    texts = [found[1] or "" if (found := _MAILBOX.fullmatch(text)) else text for text in texts]
    if len(texts) > 1:
        return Authors(tuple(dict.fromkeys(filter(None, texts))))
    whole = texts[0] if texts else description.told.get(Gives.AUTHORS, "")
    return split_authors(whole) if is_arxiv else Authors(tuple(split_names(whole)))


def _date(item: FeedItem, description: Description) -> Date | None:
    field = item.first("date")
    written = field.text if field else description.told.get(Gives.DATE, "")
    return first_date(written) or parse_date(written.strip())


def _links(item: FeedItem, description: Description, source: str) -> tuple[Link, ...]:
    """Return the item's page, then the addresses in its remarks and its description."""
    page = item.page()
    found = _ADDRESS.search(page.text) if page is not None else None
    own = paper_link(found.group(), page.cut(*found.span()), source) if page and found else None
    texts = [*item.all("remarks"), description.content]
    joined = join(sorted(texts, key=lambda text: text.span().start), "\n\n")
    return united((own, *joined.links(source)))


def _reasons(item: FeedItem, description: Description, authors: Authors) -> Iterator[str]:
    yield "item of a feed"
    announced = item.first("announced")
    if (kind := announced.text.strip() if announced else description.announced) is not None:
        yield f"announced as {kind}"
    if description.abstract is None:
        yield "text breaks off: no abstract" if description.is_cut else "no abstract"
    if authors.is_cut:
        yield "list of authors is cut"
