"""Addresses asked whether they are alive, as a user does it: with their settings and cache."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from datetime import datetime

import msgspec

from refman.links.liveness import Liveness, with_liveness
from refman.links.run import LinkRun, repository_hosts
from refman.model import Entry
from refman.places import cache_file
from refman.progress import SILENT, CancelToken, Progress
from refman.settings import Settings
from refman.web import open_web

__all__ = ["AskedLinks", "ask_links", "with_found"]

_MOST_REPEATS = 1
"""How often a host that does not answer is asked again: there are many, and most stay silent."""


class AskedLinks(msgspec.Struct, frozen=True):
    """Hold what was found out about addresses.

    Attributes:
        found: by address; None where nobody could be asked.
        aside: hosts of repositories, by their names for people, that were left out, and why.
    """

    found: Mapping[str, Liveness | None]
    aside: tuple[tuple[str, str], ...] = ()


def ask_links(
    urls: Iterable[str],
    settings: Settings,
    *,
    now: datetime,
    progress: Progress = SILENT,
    cancel: CancelToken | None = None,
    waiting: Callable[[str, float], None] | None = None,
) -> AskedLinks:
    """Ask whether addresses are alive.

    Args:
        urls: canonical.
        settings: the user's; ``web.offline`` answers from the cache only.
        now: stands for the time of an answer that never came.
        progress: is told addresses.
        cancel: stops it.
        waiting: see ``refman.web.open_web``.

    Raises:
        Cancelled: the user stopped it; what was answered is not asked again.
        OutputError: the cache cannot be made.
    """
    hosts = repository_hosts(settings.sources)
    labels = {host.name: host.label for host in hosts}
    web_settings = msgspec.structs.replace(
        settings.web, retries=min(settings.web.retries, _MOST_REPEATS)
    )
    settings = msgspec.structs.replace(settings, web=web_settings)
    cancel = cancel or CancelToken()
    web = open_web(settings, cache_file=cache_file(), cancel=cancel, waiting=waiting)
    with closing(web):
        found = LinkRun(web, hosts, now=now, cancel=cancel).check(urls, progress)
        aside = tuple((labels[source], why) for source, why in web.aside if source in labels)
    return AskedLinks(found, aside)


def with_found(entry: Entry, found: Mapping[str, Liveness | None]) -> Entry:
    """Return an entry with what was found out about the addresses of its links."""
    if not entry.links:
        return entry
    links = tuple(
        link if (one := found.get(link.url)) is None else with_liveness(link, one)
        for link in entry.links
    )
    return msgspec.structs.replace(entry, links=links)
