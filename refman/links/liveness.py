"""Whether an address is alive: asked of who knows it best, and judged.

One failure is no death: what does not answer is *unreachable*, and may be well tomorrow. A host
that lets no program in says nothing of its pages: they stay *unchecked*, with that reason. *Dead*
is what its own host says is not there.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus
from urllib.parse import quote

import msgspec

from refman.errors import AddressError, OfflineError, WebError
from refman.links.canonical import canonical_url, split_url
from refman.links.check_rules import (
    Oracle,
    is_challenge,
    is_parking,
    is_resolver,
    meaning_of,
    mute_why,
    oracle_for,
    soft_pattern,
)
from refman.links.expand import FRESH_S, SOURCE, Way, follow, is_redirect, is_same_page
from refman.links.repositories import Named, RepositoryHost, Said
from refman.model import Link, LinkState, Repository
from refman.web import Answer, Request, Web

__all__ = ["Liveness", "check_address", "with_liveness"]

_SUCCESS = 2


class Liveness(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what was found out about an address; see the attributes of Link."""

    state: LinkState
    checked: datetime
    why: str | None = None
    leads_to: str | None = None
    repository: Repository | None = None


def with_liveness(link: Link, found: Liveness) -> Link:
    """Return a link with what was found out about its address, in place of what was known.

    What its host once said of it stays where it says nothing any more.
    """
    return msgspec.structs.replace(
        link,
        state=found.state,
        checked=found.checked,
        why=found.why,
        leads_to=found.leads_to,
        repository=found.repository or link.repository,
    )


def check_address(
    url: str, web: Web, hosts: Sequence[RepositoryHost], *, now: datetime
) -> Liveness | None:
    """Return whether an address is alive; None where nobody could be asked, being offline.

    Args:
        url: canonical, http or https.
        web: asks.
        hosts: those that tell more of their repositories.
        now: stands for the time of an answer that never came.

    Raises:
        Cancelled: the user stopped the work.
    """
    named, said = _ask_host(url, web, hosts)
    if named is not None and said is not None and (named.is_whole or said.state is LinkState.DEAD):
        return _by_host(url, named, said)
    oracle = oracle_for(url)
    way = follow(url, web) if oracle is None else _asked_elsewhere(url, oracle, web)
    if isinstance(way.fault, OfflineError):
        return None
    if oracle is not None and way.answer is not None and way.answer.status in oracle.dead:
        gone = meaning_of(HTTPStatus.NOT_FOUND)
        return Liveness(state=gone.state, why=gone.why, checked=way.answer.at)
    found = _judged(url, way, now)
    if said is None and found.leads_to is not None:
        found = _with_target(found, web, hosts)
    if said is not None:
        found = msgspec.structs.replace(found, repository=said.repository)
    return found


def _ask_host(
    url: str, web: Web, hosts: Sequence[RepositoryHost]
) -> tuple[Named | None, Said | None]:
    """Return the repository that an address names, and what its host says of it."""
    for host in hosts:
        if (named := host.named(url)) is None:
            continue
        request = msgspec.structs.replace(host.request(named), max_age_s=FRESH_S)
        try:
            answer = web.send(request, source=host.name)
        except WebError:
            return named, None  # its page may still tell whether it is there
        if (why := host.why_aside(answer)) is not None:
            web.set_aside(host.name, why)
            return named, None
        return named, host.read(named, answer)
    return None, None


def _by_host(url: str, named: Named, said: Said) -> Liveness:
    stands_for = named.url if split_url(url).host != split_url(named.url).host else None
    return Liveness(
        state=said.state,
        checked=said.at,
        why=said.why,
        leads_to=said.leads_to or stands_for,
        repository=said.repository,
    )


def _with_target(found: Liveness, web: Web, hosts: Sequence[RepositoryHost]) -> Liveness:
    """Return what was found with what the host of its target says of that."""
    assert found.leads_to is not None  # the caller's
    named, said = _ask_host(found.leads_to, web, hosts)
    if named is None or said is None:
        return found
    if said.state is LinkState.DEAD:
        return msgspec.structs.replace(found, state=said.state, why=said.why)
    return msgspec.structs.replace(
        found,
        leads_to=(said.leads_to if named.is_whole else None) or found.leads_to,
        repository=said.repository,
    )


def _asked_elsewhere(url: str, oracle: Oracle, web: Web) -> Way:
    request = Request(url=oracle.ask + quote(url, safe=""), max_age_s=FRESH_S, most_bytes=0)
    try:
        return Way(url=url, answer=web.send(request, source=SOURCE))
    except WebError as fault:
        return Way(url=url, fault=fault)


def _judged(url: str, way: Way, now: datetime) -> Liveness:
    """Return what a way says of the address at its beginning."""
    if way.fault is not None:
        state, why = _of_fault(way.fault)
        leads_to = None if isinstance(way.fault, AddressError) else way.leads_to
        last_host = split_url(canonical_url(way.url)).host
        if last_host != split_url(url).host:
            why = f"sends to {last_host}, which {why}"
        return Liveness(state=state, why=why, checked=now, leads_to=leads_to)
    if way.answer is None:
        if is_parking(way.url):
            return Liveness(state=LinkState.DEAD, why="has given up its name", checked=now)
        return Liveness(
            state=LinkState.UNCHECKED, why="asks for a login", checked=now, leads_to=way.leads_to
        )
    state, reason = _of_answer(url, way, way.answer)
    leads_to = None if reason == _TO_FIRST_PAGE else way.leads_to
    if state is LinkState.ALIVE and leads_to is not None and not way.is_short:
        state = LinkState.MOVED
    return Liveness(state=state, why=reason, checked=way.answer.at, leads_to=leads_to)


def _of_fault(fault: WebError) -> tuple[LinkState, str]:
    if isinstance(fault, AddressError):
        return LinkState.UNCHECKED, fault.why or "is no address of the web that may be asked"
    if fault.status is not None:
        meaning = meaning_of(fault.status)
        return meaning.state, meaning.why
    return LinkState.UNREACHABLE, fault.why or "does not answer"


_TO_FIRST_PAGE = "sends to its site's first page, as sites do for what is gone"


def _of_answer(url: str, way: Way, answer: Answer) -> tuple[LinkState, str | None]:
    if is_resolver(way.url) and is_redirect(answer):
        return LinkState.ALIVE, None
    if is_challenge(answer.headers):
        return LinkState.UNCHECKED, "asks whether one is a person"
    if answer.status // 100 != _SUCCESS:
        meaning = meaning_of(answer.status)
        last_host = split_url(canonical_url(way.url)).host
        if meaning.state is LinkState.DEAD and last_host not in _own_hosts(url, way):
            return LinkState.UNCHECKED, f"sends to {last_host}, which {meaning.why}"
        return meaning.state, meaning.why
    pattern = soft_pattern(way.url)
    if pattern and re.search(pattern, answer.body.decode("utf-8", "replace"), re.IGNORECASE):
        return LinkState.DEAD, "says on its page that it is not there"
    if _is_sent_to_first_page(url, way):
        return LinkState.UNCHECKED, _TO_FIRST_PAGE
    if (why := mute_why(way.url)) is not None:
        return LinkState.UNCHECKED, why
    if way.is_short and way.leads_to is None:
        return LinkState.UNCHECKED, "does not tell a program where it leads"
    return LinkState.ALIVE, None


def _own_hosts(url: str, way: Way) -> set[str]:
    """Return the hosts that may say that an address is not there; others it sends to for now."""
    return {split_url(own).host for own in (url, way.leads_to or url)}


def _is_sent_to_first_page(url: str, way: Way) -> bool:
    (host, path), (last_host, last_path) = split_url(url), split_url(canonical_url(way.url))
    if way.is_short or host != last_host or last_path not in {"", "/"}:
        return False
    return not is_same_page(url, way.url) and path not in {"", "/"}
