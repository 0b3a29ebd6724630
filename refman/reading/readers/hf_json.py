"""Hugging Face's daily papers: the answer of its API, or the page as saved from a browser.

The page holds the same records as JSON in an attribute ``data-props``; where a browser saved none,
its cards give titles and addresses.

Source: https://huggingface.co/docs/hub/api (``/api/daily_papers``, ``/api/papers/{id}``).
"""

import re
from collections.abc import Iterator, Mapping
from typing import cast

import msgspec

from refman.model import Arxiv, Draft, Identifiers, LeftOver, Link, LinkKind, Span
from refman.normalise import fold_blanks, parse_arxiv, parse_date
from refman.reading.document import Document
from refman.reading.json_values import Value, items, members, string, values
from refman.reading.left_overs import with_left_overs
from refman.reading.mapped import Mapped, join, plain
from refman.reading.markup import Element, Markup, fold_paragraphs, parse_markup
from refman.reading.own_links import paper_link, united

__all__ = ["HF_JSON", "HfJson"]

_HEAD = 1 << 17
_PAGE_HEAD = 1 << 20
_HOST = "https://huggingface.co"
_RECORD = re.compile(r"\"(?:paper|githubRepo|submittedOnDailyAt|ai_summary|upvotes)\"\s*:")
_TITLE = re.compile(r"\"title\"\s*:")
_PAGE = re.compile(
    r"data-target=[\"']?(?:DailyPapers|PaperContent)|href=[\"'][^\"']{0,30}/papers/\d{4}\.\d{5}"
)
_CARD = re.compile(r"(?:https?://(?:www\.)?huggingface\.co)?/papers/([\w.-]{7,40})$")
_ABROAD = re.compile(r"https?://(?!(?:www\.)?huggingface\.co/)")
_DATE_LENGTH = len("2025-06-23")
_FIELDS = {"githubRepo": LinkKind.CODE, "projectPage": LinkKind.PROJECT}
"""The fields that hold an address, and what their names say that it is."""


class HfJson:
    """Read Hugging Face's daily papers, as JSON or as a saved page."""

    kind = "hf_json"
    label = "Hugging Face's papers, as JSON or as a saved page"
    links_in_text = False

    def score(self, document: Document) -> float:
        """Return how well this reader fits: records with fields that only Hugging Face has."""
        head = document.text[:_HEAD].lstrip()
        if head.startswith(("[", "{")):
            return 0.95 if _TITLE.search(head) and _RECORD.search(head) else 0.0
        return 0.9 if head.startswith("<") and _PAGE.search(document.text, 0, _PAGE_HEAD) else 0.0

    def read(self, document: Document) -> Iterator[Draft | LeftOver]:
        """Yield the papers; records without a title and all else are left over.

        JSON that breaks off gives the papers that stand before.

        Raises:
            InputError: the page is too long.
        """
        source = plain(document.text)
        if document.text.lstrip().startswith("<"):
            drafts = _drafts_of_page(parse_markup(source, document.source), document.text)
        else:
            drafts = _drafts(source, document.text)
        return with_left_overs(document.text, drafts, "no paper")


HF_JSON = HfJson()


def _drafts_of_page(page: Markup, source: str) -> Iterator[Draft]:
    """Yield the papers that the page's data hold, or else its cards."""
    found = False
    for element in page.elements:
        if (props := page.attribute(element, "data-props")) is not None:
            for paper in _drafts(props, source):
                found = True
                yield paper
    if not found:
        for card in page.outermost("article"):
            if (draft := _draft_of_card(page, card, source)) is not None:
                yield draft


def _drafts(json: Mapped, source: str) -> Iterator[Draft]:
    for record in _records(json.text):
        if (draft := _draft(_Record(json, record), source)) is not None:
            yield draft


def _records(text: str) -> Iterator[Value]:
    """Yield the records: of a list, of the first list in an object, or the object itself."""
    start = len(text) - len(text.lstrip())
    if text.startswith("[", start):
        yield from items(text, Span(start, len(text)))
        return
    for value in values(text, start):
        inner = members(text, value.span) if isinstance(value.value, dict) else {}
        lists = [member for member in inner.values() if _holds_records(member.value)]
        if "paper" in inner or "title" in inner or not lists:
            yield value
        else:
            yield from items(text, lists[0].span)


def _holds_records(value: object) -> bool:
    return isinstance(value, list) and any(
        isinstance(item, dict) and ("paper" in item or "title" in item)
        for item in cast("list[object]", value)
    )


class _Record:
    """Hold one record: the fields of its paper, and beside them those of its day."""

    def __init__(self, json: Mapped, record: Value) -> None:
        self._json = json
        self.span = json.span(record.span.start, record.span.end)
        fields = members(json.text, record.span) if isinstance(record.value, dict) else {}
        paper = fields.get("paper")
        if paper is not None and isinstance(paper.value, dict):
            fields |= {
                name: value
                for name, value in members(json.text, paper.span).items()
                if value.value is not None
            }
        self._fields = fields

    def text(self, name: str) -> Mapped | None:
        """Return a field that is a text; None where it is none, or blank."""
        field = self._fields.get(name)
        if field is None or not isinstance(field.value, str) or not field.value.strip():
            return None
        return self._json.over(string(self._json.text, field))

    def authors(self) -> tuple[str, ...]:
        """Return the names, but not those that the page hides."""
        field = self._fields.get("authors")
        value = field.value if field is not None else None
        people = cast("list[object]", value) if isinstance(value, list) else [value]
        return tuple(name for person in people if (name := _name(person)))


def _name(person: object) -> str:
    if isinstance(person, dict):
        record = cast("Mapping[str, object]", person)
        person = None if record.get("hidden") is True else record.get("name")
    if not isinstance(person, str):
        return ""
    return fold_blanks(person.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _draft(record: _Record, source: str) -> Draft | None:
    """Return the paper of a record; None where it has no title."""
    title, number, summary = record.text("title"), record.text("id"), record.text("summary")
    if title is None:
        return None
    arxiv = parse_arxiv(f"arXiv:{number.text.strip()}") if number else None
    told = record.text("publishedAt")
    authors = record.authors()
    own = _own_links(arxiv, number, source) if number else ()
    return Draft(
        title=fold_blanks(title.text),
        abstract=fold_paragraphs(summary.text) if summary else None,
        authors=authors,
        issued=parse_date(told.text.strip()[:_DATE_LENGTH]) if told else None,
        identifiers=Identifiers(arxiv=arxiv),
        links=united((*own, *_field_links(record, summary, source))),
        span=record.span,
        abstract_span=summary.span() if summary else None,
        confidence=0.99 if arxiv else 0.7,
        reasons=("record of Hugging Face", *(() if summary else ("no abstract",))),
    )


def _own_links(arxiv: Arxiv | None, number: Mapped, source: str) -> tuple[Link | None, ...]:
    """Return the paper's pages at Hugging Face and at arXiv; there is none without a number."""
    if arxiv is None:
        return ()
    addresses = (f"{_HOST}/papers/{arxiv.id}", arxiv.url)
    return tuple(paper_link(address, number, source) for address in addresses)


def _field_links(record: _Record, summary: Mapped | None, source: str) -> Iterator[Link]:
    """Yield the links of the summary and of the fields that are made for them."""
    fields = {name: text for name in _FIELDS if (text := record.text(name)) is not None}
    texts = [*fields.values(), *([summary] if summary else [])]
    kinds = {text.span().start: _FIELDS[name] for name, text in fields.items()}
    joined = join(sorted(texts, key=lambda text: text.span().start), "\n\n")
    for link in joined.links(source):
        told = kinds.get(link.span.start)
        yield link if told is None else _told(link, told)


def _told(link: Link, told: LinkKind) -> Link:
    """Return a link whose field tells what it is; its host, where it is a known one, tells best.

    A page of an unknown host is a project page to those who do not know the field.
    """
    kind = told if link.kind is LinkKind.PROJECT else link.kind
    return msgspec.structs.replace(
        link, kind=kind, roles=tuple(dict.fromkeys((kind, told, *link.roles[1:])))
    )


def _draft_of_card(page: Markup, card: Element, source: str) -> Draft | None:
    """Return the paper of a card; None where its heading leads to none."""
    anchor = next(
        (
            anchor
            for heading in page.outermost("h2", "h3", "h4", within=card)
            for anchor in page.find("a", within=heading)
        ),
        None,
    )
    href = page.attribute(anchor, "href") if anchor else None
    found = _CARD.match(href.text) if href else None
    title = fold_blanks(page.text(anchor).text) if anchor else ""
    if href is None or found is None or not title:
        return None
    arxiv = parse_arxiv(f"arXiv:{found[1]}")
    abroad = [
        other
        for link in page.find("a", within=card)
        if (other := page.attribute(link, "href")) is not None and _ABROAD.match(other.text)
    ]
    return Draft(
        title=title,
        identifiers=Identifiers(arxiv=arxiv),
        links=united((*_own_links(arxiv, href, source), *join(abroad, "\n\n").links(source))),
        span=card.span,
        confidence=0.9 if arxiv else 0.6,
        reasons=("card of a Hugging Face page", "no abstract", "no authors"),
    )
