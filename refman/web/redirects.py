"""Where an answer sends the one who asks, and what may be taken along."""

from http import HTTPStatus
from urllib.parse import urldefrag

import msgspec

from refman.web.answer import Request
from refman.web.client import FaultError, Kind, Raw
from refman.web.guard import DEFAULT_PORTS, origin
from refman.web.location import location_from
from refman.web.secrets import Redaction, is_secret_header

__all__ = ["MOST_REDIRECTS", "redirected"]

MOST_REDIRECTS = 8
"""How many are followed; a DOI takes up to five to its publisher."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AS_GET = frozenset({301, 302})


def redirected(request: Request, raw: Raw, redaction: Redaction) -> Request | None:
    """Return what is to be asked next, None where the answer sends nowhere.

    Keys go along to the same origin only, and from http to https of the same host.
    Source: RFC 9110, section 15.4; browsers' custom for the method.

    Raises:
        FaultError: it sends nowhere that can be asked, or a key to somebody else.
    """
    location = raw.headers.get("location")
    if raw.status not in _REDIRECTS or not location:
        return None
    target = urldefrag(_joined(raw.url, location)).url
    headers, body = request.headers, request.body
    if not _may_have_keys(raw.url, target):
        if redaction.holds_key(target):
            raise FaultError(Kind.ADDRESS, "sends a key to somebody else")
        headers = tuple(
            (name, value)
            for name, value in headers
            if not is_secret_header(name) and not redaction.holds_key(value)
        )
    if raw.status == HTTPStatus.SEE_OTHER or (raw.status in _AS_GET and body is not None):
        body = None
    return msgspec.structs.replace(request, url=target, params=(), headers=headers, body=body)


def _joined(base: str, location: str) -> str:
    try:
        return location_from(base, location)
    except ValueError as error:
        raise FaultError(Kind.ADDRESS, "sends on to what is no address") from error


def _may_have_keys(here: str, there: str) -> bool:
    try:
        (scheme, host, port), other = origin(here), origin(there)
    except ValueError:
        return False
    secured = ("https", host, DEFAULT_PORTS["https"])
    return other == (scheme, host, port) or (
        other == secured and (scheme, port) == ("http", DEFAULT_PORTS["http"])
    )
