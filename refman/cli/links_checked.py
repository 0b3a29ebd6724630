"""A run over papers' links as a command makes it: with the user's cache, settings and progress."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from refman.cli.inputs import progress_on
from refman.links import canonical_url, url_key
from refman.links.canonical import split_url
from refman.links.liveness import Liveness, with_liveness
from refman.links.rules import rule_for
from refman.model import Entry, Identifiers, Link, LinkState, Span
from refman.online import ask_links, with_found
from refman.settings import Settings

__all__ = ["CheckedLinks", "check_links", "own_page", "unchecked", "with_new_addresses"]


class CheckedLinks(msgspec.Struct, frozen=True, kw_only=True):
    """Hold papers with what is known of their links.

    Attributes:
        entries: in their order, each with its links in theirs.
        pages: each paper's own page as a link, None where it has none that is asked.
        asked: how many addresses were to be asked; 0 where that was not wanted.
        unanswered: how many of them nobody could be asked about.
        aside: hosts of repositories, by their names for people, that were left out, and why.
    """

    entries: tuple[Entry, ...]
    pages: tuple[Link | None, ...]
    asked: int = 0
    unanswered: int = 0
    aside: tuple[tuple[str, str], ...] = ()

    @property
    def links(self) -> list[Link]:
        """All links, paper by paper, the own page last."""
        return [
            link
            for entry, page in zip(self.entries, self.pages, strict=True)
            for link in (*entry.links, page)
            if link is not None
        ]


def own_page(entry: Entry) -> Link | None:
    """Return a paper's own address as a link; None where a registry keeps it, or none is known."""
    if entry.url is None or entry.identifiers != Identifiers():
        return None
    url = canonical_url(entry.url)
    if url_key(url) in {url_key(link.url) for link in entry.links}:
        return None
    kind = rule_for(*split_url(url)).kind
    return Link(url=url, raw_url=entry.url, span=Span(0, 0), kind=kind, roles=(kind,))


def unchecked(entries: Sequence[Entry]) -> CheckedLinks:
    """Return papers with what their file tells of their links."""
    return CheckedLinks(entries=tuple(entries), pages=tuple(map(own_page, entries)))


def check_links(
    name: str, entries: Sequence[Entry], settings: Settings, *, quiet: bool = False
) -> CheckedLinks:
    """Ask whether the links of papers are alive, with a progress bar.

    Args:
        name: of the file, for the bar.
        entries: the papers.
        settings: the user's; ``web.offline`` answers from the cache only.
        quiet: show no bar.

    Raises:
        Cancelled: the user stopped it; what was answered is not asked again.
        OutputError: the cache cannot be made.
    """
    known = unchecked(entries)
    with progress_on(name, quiet=quiet) as progress:
        urls = [link.url for link in known.links]
        asked = ask_links(urls, settings, now=datetime.now(UTC), progress=progress)
    found = asked.found
    return CheckedLinks(
        entries=tuple(with_found(entry, found) for entry in entries),
        pages=tuple(page and _found_of(page, found) for page in known.pages),
        asked=len(found),
        unanswered=sum(one is None for one in found.values()),
        aside=asked.aside,
    )


def _found_of(link: Link, found: Mapping[str, Liveness | None]) -> Link:
    one = found.get(link.url)
    return link if one is None else with_liveness(link, one)


def with_new_addresses(checked: CheckedLinks) -> list[Entry]:
    """Return the papers with the new address for each link that moved, or is a short one.

    What stood in the source, ``raw_url``, stays. One that would double another goes.
    """
    changed: list[Entry] = []
    for entry, page in zip(checked.entries, checked.pages, strict=True):
        known = entry.links if page is None else (*entry.links, page)
        new = {url_key(link.url): link.leads_to for link in known if _is_new(link)}
        url = entry.url and (new.get(url_key(entry.url)) or entry.url)
        links = _at_new_addresses(entry.links)
        changed.append(msgspec.structs.replace(entry, links=links, url=url))
    return changed


def _at_new_addresses(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return links at their new addresses; one that moves onto another stands once."""
    there = {url_key(link.url) for link in links if not _is_new(link)}
    kept: list[Link] = []
    for link in links:
        moved = _at_new_address(link)
        if moved is not link:
            if (key := url_key(moved.url)) in there:
                continue
            there.add(key)
        kept.append(moved)
    return tuple(kept)


def _is_new(link: Link) -> bool:
    return link.leads_to is not None and link.state in {LinkState.ALIVE, LinkState.MOVED}


def _at_new_address(link: Link) -> Link:
    if link.leads_to is None or not _is_new(link):
        return link
    return msgspec.structs.replace(link, url=link.leads_to, leads_to=None, state=LinkState.ALIVE)
