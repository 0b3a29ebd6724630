"""Papers of a conference on a page: OpenReview, proceedings, programmes, tables, lists.

How sites lay their pages out are rows of ``resources/conference_pages.toml``. A layout is believed
where its own signs stand in the markup; one that any page may have, where most items look like
papers. A page of one paper is known by its ``citation_title``.

Source: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing (``citation_`` tags).
"""

import functools
import re
from collections.abc import Iterator
from typing import cast

import msgspec

from refman.model import Draft, Identifiers, Link, Span
from refman.normalise import fold_blanks, parse_arxiv, parse_date, parse_doi
from refman.reading.conference.item import Item, Layout
from refman.reading.conference.table import drafts_of_tables
from refman.reading.evidence import DOUBT, Candidate, believed
from refman.reading.markup import Element, Markup
from refman.reading.own_links import identifiers_of_links, paper_link, united
from refman.reading.page_links import absolute
from refman.reading.page_prose import drafts_of_prose
from refman.resources import read_table

__all__ = ["SIGNS", "drafts_of_page", "has_signs"]

_BASE = re.compile(
    r"<base\b[^>]{0,200}?href=[\"']?(?P<base>https?://[^\s\"'>]{4,300})"
    r"|saved from url=\(\d{4}\)(?P<saved>https?://[^\s\"'>]{4,300})"
    r"|rel=[\"']?canonical[\"']?[^>]{0,200}?href=[\"']?(?P<canonical>https?://[^\s\"'>]{4,300})"
    r"|href=[\"']?(?P<before>https?://[^\s\"'>]{4,300})[\"']?\s+rel=[\"']?canonical",
    re.IGNORECASE,
)
_HEAD = 1 << 16
_MOSTLY, _FEW = 0.6, 0.3
_META = re.compile(r"name=[\"']?citation_title", re.IGNORECASE)
SIGNS = 0.9
"""How surely a page with a site's own signs is one of its lists."""


def has_signs(head: str) -> float:
    """Return how surely a page lists papers, by the signs in its markup: 0, little, or SIGNS."""
    if _META.search(head) or any(layout.pattern.search(head) for layout in _layouts(generic=False)):
        return SIGNS
    if any(layout.pattern.search(head) for layout in _layouts(generic=True)) or _TABLE.search(head):
        return _LITTLE
    return _LEAST if len(_BLOCK.findall(head)) >= _FEWEST_BLOCKS else 0.0


# A cell that heads a column.
_TABLE = re.compile(
    r"<t[hd]\b[^>]*>\s*(?:<[^>]{1,60}>\s*)?(?:paper )?(?:title|papers?|authors?)\b",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"<(?:p|div|h[1-4]|li|dt|article|section)\b", re.IGNORECASE)
_FEWEST_BLOCKS, _FEWEST_OF_PROSE = 6, 2
_LITTLE, _LEAST = 0.2, 0.15
"""Above what page_text scores for markup, which it would read tags and all."""


def drafts_of_page(page: Markup) -> list[Draft]:
    """Return the papers of a page, in order; where no layout fits, those of its text."""
    source = page.source.text
    base = _base_of(source)
    if (only := _only_paper(page, base)) is not None:
        return [only]
    for layout in _layouts(generic=False):
        if layout.pattern.search(source) and (drafts := _by_layout(page, layout, base)):
            return drafts
    if drafts := list(drafts_of_tables(page, base)):
        return drafts
    for layout in _layouts(generic=True):
        if layout.pattern.search(source) and (drafts := _by_layout(page, layout, base)):
            return drafts
    candidates = (Candidate(draft, _shows_paper(draft)) for draft in drafts_of_prose(page, base))
    drafts = [draft for draft in believed(candidates) if isinstance(draft, Draft)]
    is_listing = any(DOUBT not in draft.reasons for draft in drafts)
    return drafts if is_listing and len(drafts) >= _FEWEST_OF_PROSE else []


def _shows_paper(draft: Draft) -> bool:
    """Tell whether the text of a page has more of a paper than its title."""
    has_own = bool(draft.authors) or draft.identifiers != Identifiers()
    return has_own or draft.abstract is not None or bool(draft.links)


def _by_layout(page: Markup, layout: Layout, base: str) -> list[Draft]:
    best: list[Draft] = []
    for selector in layout.item:
        name, _, class_ = selector.partition(".")
        elements = page.outermost(*filter(None, (name,)), class_=class_ or None)
        items = [Item(page, element, layout, base or layout.base) for element in elements]
        drafts = [draft for item in items if (draft := item.draft()) is not None]
        if not class_:
            drafts = [draft for draft in drafts if draft.authors]  # menus have items too
        if layout.least > 1 and (len(drafts) < layout.least or not _are_papers(drafts, len(items))):
            continue
        if len(drafts) > len(best):
            best = drafts
    return best


def _are_papers(drafts: list[Draft], items: int) -> bool:
    """Tell whether most items are papers with authors, and not a menu."""
    named = sum(bool(draft.authors) for draft in drafts)
    return named >= _MOSTLY * len(drafts) and len(drafts) >= _FEW * items


def _base_of(source: str) -> str:
    found = _BASE.search(source, 0, _HEAD)
    return next(filter(None, found.groups()), "") if found is not None else ""


def _only_paper(page: Markup, base: str) -> Draft | None:
    """Return the paper that a page is about; None for a page about several or none."""
    metas = list(_metas(page))
    titles = [(element, said) for element, name, said in metas if name == "citation_title"]
    if len(titles) != 1:
        return None

    def said(*names: str) -> list[str]:
        return [text for _, name, text in metas if name in names]

    first, last = metas[0][0], metas[-1][0]
    links: list[Link | None] = []
    for element, name, text in metas:
        if name in {"citation_abstract_html_url", "citation_pdf_url", "citation_public_url"}:
            content = page.attribute(element, "content")
            url = absolute(text, base)
            if content is not None and url is not None:
                links.append(paper_link(url, content, page.source.text))
    found = united(links)
    identifiers = identifiers_of_links(found)
    dois = filter(None, map(parse_doi, said("citation_doi", "dc.identifier")))
    arxiv = said("citation_arxiv_id")
    if arxiv and identifiers.arxiv is None:
        given = _arxiv_alone(arxiv[0])
        identifiers = msgspec.structs.replace(identifiers, arxiv=given.arxiv)
    identifiers = msgspec.structs.replace(identifiers, doi=next(dois, identifiers.doi))
    dates = said(
        "citation_publication_date", "citation_date", "citation_online_date", "citation_year"
    )
    written = dates[0].replace("/", "-") if dates else ""
    return Draft(
        title=fold_blanks(titles[0][1]),
        authors=tuple(map(fold_blanks, said("citation_author", "citation_authors"))),
        issued=parse_date(re.sub(r"-(\d)(?!\d)", r"-0\1", written)),
        identifiers=identifiers,
        links=found,
        span=Span(first.span.start, last.span.end),
        confidence=0.95,
        reasons=("page of one paper", "no abstract"),
    )


def _arxiv_alone(number: str) -> Identifiers:
    """Return the identifiers that a bare arXiv number in its own field gives."""
    return Identifiers(arxiv=parse_arxiv(f"arXiv:{number}"))


def _metas(page: Markup) -> Iterator[tuple[Element, str, str]]:
    for element in page.find("meta"):
        name, content = page.attribute(element, "name"), page.attribute(element, "content")
        if name is None or content is None or not content.text.strip():
            continue
        if name.text.lower().startswith(("citation_", "dc.identifier")):
            yield element, name.text.lower(), content.text.strip()


@functools.cache
def _layouts(*, generic: bool) -> tuple[Layout, ...]:
    rows = cast("list[object]", read_table("conference_pages.toml")["layouts"])
    layouts = msgspec.convert(rows, list[Layout])
    return tuple(layout for layout in layouts if (layout.least > 1) is generic)
