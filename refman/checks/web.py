"""Addresses and files: what leads nowhere, or where it should not."""

import re
from collections.abc import Iterator

from refman.checks.finding import Found
from refman.checks.subject import Context, Subject
from refman.model import Span

__all__ = ["CHECKS"]

_UNSAFE = re.compile(r"\s*(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
_LOCAL = re.compile(r"\s*(?:file:|[A-Za-z]:[\\/]|\\\\|~/|/(?!/))", re.IGNORECASE)
_ABSOLUTE = re.compile(r"(?:file:|[A-Za-z]:[\\/]|\\\\|~/|/)", re.IGNORECASE)
_SHOWN = 60
_UP = re.compile(r"(?:^|[\\/])\.\.(?:[\\/]|$)")


def _addresses(subject: Subject) -> Iterator[tuple[Span, str]]:
    """Yield the addresses of an entry: its own, its links, those of its files."""
    entry = subject.entry
    if (field := subject.field("url")) is not None:
        yield field.span, field.text
    elif entry.url:
        yield subject.key_span, entry.url
    yield from ((subject.place(link.kind.value, "file"), link.url) for link in entry.links)
    yield from ((subject.place("file"), file.path) for file in entry.attachments)


def _url_unsafe(subject: Subject, _: Context) -> Iterator[Found]:
    for span, url in _addresses(subject):
        if _UNSAFE.match(url):
            yield Found(span, f"an address that runs code: {' '.join(url.split())[:60]}")


def _url_local(subject: Subject, _: Context) -> Iterator[Found]:
    field = subject.field("url")
    url = field.text if field is not None else subject.entry.url
    if url and _LOCAL.match(url):
        yield Found(subject.place("url"), "the address is a place on one computer only")


def _file_outside(subject: Subject, _: Context) -> Iterator[Found]:
    for file in subject.entry.attachments:
        if "://" in file.path and not file.path.lower().startswith("file:"):
            continue
        if _ABSOLUTE.match(file.path) or _UP.search(file.path):
            shown = file.path[-_SHOWN:]
            yield Found(subject.place("file"), f"a file beyond this folder: {shown}")
            return


CHECKS = {
    "url-unsafe": _url_unsafe,
    "url-local": _url_local,
    "file-outside": _file_outside,
}
