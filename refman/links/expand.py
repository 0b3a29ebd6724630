"""Where an address leads: its redirects followed one by one, and what each of them means.

An address stands for another only where a host says so for good (301, 308), or where the host is
known to do nothing but send on. All other redirects are of the moment: to a nearer server, to a
session, to a page that asks for a password.

Source: RFC 9110, sections 9.3.2 and 15.4.
"""

import re
from html import unescape
from http import HTTPStatus

import msgspec

from refman.errors import AddressError, AnswerError, WebError
from refman.links.canonical import canonical_url, split_url, url_key
from refman.links.check_rules import (
    is_login,
    is_parking,
    is_resolver,
    is_short,
    soft_pattern,
)
from refman.web import Answer, Request, Web
from refman.web.location import location_from

__all__ = ["FRESH_S", "SOURCE", "Way", "follow", "is_redirect", "is_same_page"]

SOURCE = "links"
"""Whom the web is told to ask: no source of the settings."""

FRESH_S = 24 * 3600.0
"""How long it is believed that an address is alive, or is not."""

_MOST_HOPS = 8
"""How many redirects are followed; browsers follow twenty, of which honest ones need three."""

_PAGE_BYTES = 64 * 1024
"""How much of a page is looked at, where what it says matters."""

_PERMANENT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
_REDIRECTS = _PERMANENT | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
_SUCCESS = 2
_HIDDEN = "***"
"""What stands in a header for what the web takes for a key."""

# Source: HTML Living Standard, section 4.2.5.3
_REFRESH = re.compile(
    rb"<meta[^>]{0,200}http-equiv\s{0,9}=\s{0,9}[\"']?refresh[^>]{0,200}"
    rb"content\s{0,9}=\s{0,9}[\"']?[\d.]{1,9}\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}[\"']?"
    rb"([^\"'>\s]{1,2000})",
    re.IGNORECASE,
)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)\Z", re.IGNORECASE)


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """Hold where an address led.

    Attributes:
        url: the last address on it.
        leads_to: the address that the first one stands for, canonical; None where it stands for
            itself.
        is_short: the first one is a short link.
        answer: of the last address; None where that was not asked, or did not answer.
        fault: why it did not.
    """

    url: str
    leads_to: str | None = None
    is_short: bool = False
    answer: Answer | None = None
    fault: WebError | None = None


def follow(url: str, web: Web) -> Way:
    """Return where an address leads.

    It ends before a page that asks for a login, before one that sells names, and behind the first
    redirect of a resolver.

    Args:
        url: canonical.
        web: asks; what it has in its cache is not older than a day, or it is offline.

    Raises:
        Cancelled: the user stopped the work.
    """
    here, _, fragment = url.partition("#")
    way = Way(url=here, is_short=is_short(url))
    is_firm, seen = True, {here}
    for _ in range(_MOST_HOPS + 1):
        way = msgspec.structs.replace(way, url=here)
        try:
            answer = _answer_of(here, web)
            to = _target(here, answer)
        except WebError as fault:
            return msgspec.structs.replace(way, fault=fault)
        if to is None or is_resolver(here):
            # The web may have gone further by itself; see _hop.
            last = answer.url
            is_barred = _is_barred(url, last)
            return msgspec.structs.replace(way, url=last, answer=None if is_barred else answer)
        if _is_barred(url, to):
            return msgspec.structs.replace(way, url=to)
        is_firm = is_firm and _is_for_good(answer, here, to)
        here, _, own_fragment = to.partition("#")
        if is_firm and not is_same_page(url, here):
            whole = f"{here}#{own_fragment or fragment}".rstrip("#")
            way = msgspec.structs.replace(way, leads_to=canonical_url(whole))
        if here in seen:
            break
        seen.add(here)
    circle = AnswerError(
        f"{here} sends round", source=SOURCE, url=here, why="sends round and round"
    )
    return msgspec.structs.replace(way, leads_to=None, fault=circle)


def is_same_page(here: str, there: str) -> bool:
    """Tell whether an address that sends to another is but another way to write it.

    Neither the scheme nor "www.", a last slash or the name of an index makes another page, nor does
    a site's first page that sends on within the site, as it does to the reader's language.
    """
    host, path = split_url(canonical_url(here))
    if path in {"", "/"} and split_url(canonical_url(there)).host == host:
        return True
    return _without_index(here) == _without_index(there)


def _is_barred(url: str, to: str) -> bool:
    """Tell whether an address sends to where nothing is said of it: a login, a seller of names."""
    return any(is_such(to) and not is_such(url) for is_such in (is_parking, is_login))


def _without_index(url: str) -> str:
    return url_key(_INDEX.sub("/", url))


def _is_for_good(answer: Answer, here: str, to: str) -> bool:
    return answer.status in _PERMANENT or is_short(here) or is_same_page(here, to)


def _answer_of(url: str, web: Web) -> Answer:
    """Return what a host answers for one address: its headers, where they say enough."""
    if is_short(url) or soft_pattern(url) is not None:
        return _hop(web, Request(url=url, most_bytes=_PAGE_BYTES))
    try:
        answer = _hop(web, Request(url=url, head=True))
    except AnswerError as fault:
        if fault.status is None or fault.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise
    else:
        if answer.status // 100 == _SUCCESS or is_redirect(answer):
            return answer
    # Many a program behind a host knows no HEAD, and says so in many a way.
    return _hop(web, Request(url=url, most_bytes=0))


def _hop(web: Web, request: Request) -> Answer:
    request = msgspec.structs.replace(request, follow=False, max_age_s=FRESH_S)
    answer = web.send(request, source=SOURCE)
    if is_redirect(answer) and _HIDDEN in answer.headers["location"]:
        # The web does not tell where it sends, for there is a key in it, but goes there itself.
        request = msgspec.structs.replace(request, follow=True, head=False, most_bytes=0)
        return web.send(request, source=SOURCE)
    return answer


def is_redirect(answer: Answer) -> bool:
    """Tell whether an answer sends on."""
    return answer.status in _REDIRECTS and bool(answer.headers.get("location"))


def _target(here: str, answer: Answer) -> str | None:
    """Return where an answer sends; None where it sends nowhere.

    Raises:
        AddressError: to what is no address.
    """
    if is_redirect(answer):
        location = answer.headers["location"]
    elif is_short(here) and (found := _REFRESH.search(answer.body)) is not None:
        location = unescape(found[1].decode("latin-1"))
    else:
        return None
    try:
        return location_from(here, location)
    except ValueError as error:
        raise AddressError(
            f"{here} sends to no address",
            source=SOURCE,
            url=here,
            why="sends to what is no address",
        ) from error
