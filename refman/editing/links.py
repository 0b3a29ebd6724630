"""One link of an entry changed; links are added and taken out as items of any list are."""

import msgspec

from refman.editing.steps import replaced
from refman.links import url_key
from refman.model import ChangeSet, Entry, Holding, Link, LinkKind, LinkState

__all__ = ["moved_on", "with_kind"]


def with_kind(holding: Holding, url: str, kind: LinkKind) -> ChangeSet:
    """Return the change that makes a link of another kind; its other roles stay.

    Args:
        holding: the entry.
        url: of the link.
        kind: what its address is.
    """

    def become(link: Link) -> Link:
        rest = [role for role in link.roles if role not in (kind, link.kind)]
        return msgspec.structs.replace(link, kind=kind, roles=(kind, *rest))

    entry = holding.entry
    links = tuple(become(link) if link.url == url else link for link in entry.links)
    return replaced("Edit", [(holding, msgspec.structs.replace(entry, links=links))])


def moved_on(holding: Holding, url: str) -> ChangeSet:
    """Return the change that gives a link the address that it leads to now.

    Where the entry has a link of that address already, one of them is left. Nothing is done where
    it leads nowhere else.

    Args:
        holding: the entry.
        url: of the link, as it is.
    """
    return replaced("Edit", [(holding, _moved_on(holding.entry, url))])


def _moved_on(entry: Entry, url: str) -> Entry:
    links: dict[str, Link] = {}
    for link in entry.links:
        moved = link
        if link.url == url and link.leads_to is not None:
            state = LinkState.ALIVE if link.state is LinkState.MOVED else link.state
            moved = msgspec.structs.replace(link, url=link.leads_to, leads_to=None, state=state)
        links.setdefault(url_key(moved.url), moved)
    return msgspec.structs.replace(entry, links=tuple(links.values()))
