"""A page of the web, fetched because a person asked for it, as a document to be read."""

import re
import socket
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from refman.errors import InputError, WebError
from refman.formats.exact import MARKS, named_encoding
from refman.places import cache_file
from refman.progress import CancelToken
from refman.reading.addresses import host_of
from refman.reading.document import Document, document_of, is_pdf
from refman.settings import Settings
from refman.web import open_web
from refman.web.answer import Answer, Request
from refman.web.guard import Guard, origin
from refman.web.secrets import Redaction

if TYPE_CHECKING:
    from refman.reading.pdf.process import PdfProcess

__all__ = ["fetch_page"]

_SOURCE = "pages"
_FRESH_S = 300.0
"""A listing is another one tomorrow: a page that was fetched before is asked for again."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_SAID_IN_PAGE = 4_096
_PLAIN = {"ascii", "utf-8"}
"""Stray bytes of these are read as those of any text."""

_HOW = "; you can open it in a browser, copy all of it and paste that"


def fetch_page(
    address: str,
    settings: Settings,
    *,
    now: datetime,
    pdfs: "PdfProcess | None" = None,
    cancel: CancelToken | None = None,
    waiting: Callable[[str, float], None] | None = None,
    say: Callable[[str], None] | None = None,
) -> Document:
    """Fetch a page, a PDF or a file of references, whose source is its address without keys.

    Args:
        address: http or https; only those of the public web are asked, and those that the user
            allows.
        settings: the user's; ``web.offline`` answers from the cache only.
        now: the time, to tell an old answer.
        pdfs: see read_document.
        cancel: stops it.
        waiting: see ``refman.web.open_web``.
        say: is told whom is asked, and of an answer that is old.

    Raises:
        InputError: it cannot be fetched, or is nothing to be read.
        Cancelled: the user stopped it.
        OutputError: the cache cannot be made.
    """
    shown, host = Redaction(())(address), host_of(address)
    if say is not None and not settings.web.offline and _may_be_asked(address, settings):
        say(f"{host} is asked for {shown}")
    request = Request(address, max_age_s=_FRESH_S)
    try:
        with open_web(settings, cache_file=cache_file(), cancel=cancel, waiting=waiting) as web:
            answer = web.send(request, source=_SOURCE)
    except WebError as error:
        raise InputError(f"{error}{_HOW}", source=shown) from error
    if answer.status != HTTPStatus.OK:
        told = f"{host} answers {shown} with status {answer.status}"
        raise InputError(f"{told}{_HOW}", source=shown)
    if say is not None and (now - answer.at).total_seconds() > _FRESH_S:
        say(f"{host} gave no newer answer: this is what it said on {answer.at:%Y-%m-%d}")
    return document_of(_as_utf8(answer), shown, pdfs=pdfs)


def _may_be_asked(address: str, settings: Settings) -> bool:
    """Tell whether somebody may be asked, as far as that is known before a name is looked up."""
    try:
        _, host, port = origin(address)
        found = socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST)
    except socket.gaierror:  # a name
        return True
    except ValueError:
        return False
    guard = Guard(settings.web.allowed_hosts, ())
    return any(guard.check(str(place[4][0]), host, port) for place in found)


def _as_utf8(answer: Answer) -> bytes:
    """Return what was sent, in UTF-8 where it says itself that it is in something else."""
    data = answer.body
    if is_pdf(data):  # whatever encoding a server names for it
        return data
    said = _CHARSET.search(answer.headers.get("content-type", ""))
    if said is None:
        said = _CHARSET.search(data[:_SAID_IN_PAGE].decode("latin-1"))
    encoding = named_encoding(said[1], data) if said is not None else None
    if encoding is None or encoding in _PLAIN or any(data.startswith(mark) for mark, _ in MARKS):
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        return data.decode(encoding, errors="replace").encode()
    return data
