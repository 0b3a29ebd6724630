"""What a service answered, told apart: records, nothing, a refusal, or no answer of its kind.

Services send web pages for JSON, empty bodies and cut ones with status 200, texts with 404, a feed
with 400. Bodies are bytes; headers are believed for nothing but the status.
"""

import logging
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from refman.errors import AnswerError
from refman.formats.foreign.json_values import list_of, mapping_of
from refman.normalise import fold_blanks

if TYPE_CHECKING:
    from refman.web import Answer, Request, Web

__all__ = [
    "MOST_BYTES",
    "MOST_RECORDS",
    "NOTHING",
    "Asked",
    "Refused",
    "Unreadable",
    "ask",
    "ask_parted",
    "ask_singly",
    "decode",
    "decode_each",
    "refusal_ends_asking",
    "text_of",
    "why_refused",
]

MOST_BYTES = 5 * 1024 * 1024
"""The longest answer that is read; 100 papers of arXiv with 50 authors each are 0.4 MB."""

NOTHING: Mapping[int, bytes] = {HTTPStatus.NOT_FOUND: b"", HTTPStatus.GONE: b""}
"""The statuses that say that there is nothing, whatever the body says."""

_REFUSED = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_URI_TOO_LONG,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
}
MOST_RECORDS = 1_000
"""How many records of an answer are read: twice what the largest batch asks for."""

_BOM = b"\xef\xbb\xbf"
_LONGEST_WHY = 160
_MOST_TOLD = 5
_NAMES_OF_REASONS = ("message", "error", "errors", "title", "detail", "name")
_MOST_REFUSALS = 8
_SURROGATE = re.compile(
    rb"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}"
    rb"|(?P<half>u[dD][89a-fA-F][\da-fA-F]{2})|.)",
    re.DOTALL,
)
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{0,300})", re.IGNORECASE)

_log = logging.getLogger(__name__)
_Read = TypeVar("_Read")


class Unreadable(Exception):  # noqa: N818 - never leaves lookup
    """Tell why a body is not what was asked for."""


class Refused(Exception):  # noqa: N818 - never leaves lookup
    """Tell what a service says is wrong with a request.

    Attributes:
        url: the address that was asked.
    """

    def __init__(self, why: str, url: str = "") -> None:
        super().__init__(why)
        self.url = url


class Asked(msgspec.Struct, Generic[_Read], frozen=True):
    """Hold what was read from an answer, and when the service gave it."""

    value: _Read
    at: datetime


def ask(
    web: "Web",
    request: "Request",
    *,
    source: str,
    read: Callable[[bytes], _Read],
    nothing: Mapping[int, bytes] = NOTHING,
) -> Asked[_Read] | None:
    """Return what a service has, or None where it says that it has nothing.

    A kept answer that cannot be read is asked for once more; a source whose new answer cannot be
    read either is set aside.

    Args:
        web: asks.
        request: what for.
        source: whom.
        read: reads a body; raises Unreadable, or Refused where the body itself is a refusal.
        nothing: by status, what stands in a body that says of this one question that there is no
            answer to it.

    Raises:
        Refused: the service says that the request is wrong.
        AnswerError: it answered with something else than its records.
        WebError: it cannot be asked.
    """
    answer = web.send(request, source=source)
    try:
        return _read(answer, read, nothing)
    except Unreadable as fault:
        if not answer.from_cache:
            raise _no_answer(web, answer, source, str(fault)) from fault
    answer = web.send(msgspec.structs.replace(request, max_age_s=0.0), source=source)
    try:
        return _read(answer, read, nothing)
    except Unreadable as fault:
        raise _no_answer(web, answer, source, str(fault)) from fault


def ask_parted(
    keys: Sequence[str], one: Callable[[Sequence[str]], Iterable[_Read]], *, source: str
) -> Iterator[_Read]:
    """Yield what a batch gives; a refused one is parted until the key that is to blame is alone.

    A key that the service refuses is told in the log, and costs no other.

    Args:
        keys: the batch.
        one: asks for a batch; may raise Refused before it yields.
        source: whom.

    Raises:
        AnswerError: the service refuses again and again.
    """
    waiting, refusals = [keys], 0
    while waiting:
        batch = waiting.pop()
        try:
            yield from one(batch)
        except Refused as refusal:
            refusals += 1
            if refusals > _MOST_REFUSALS:
                raise _refused(refusal, source) from refusal
            if len(batch) == 1:
                _log.warning("%s refuses to look for %s: %s", source, batch[0], refusal)
            else:
                half = len(batch) // 2
                waiting += [batch[half:], batch[:half]]


def ask_singly(
    places: Mapping[str, Sequence[int]], one: Callable[[str], Iterable[_Read]], *, source: str
) -> Iterator[tuple[int, _Read]]:
    """Yield what each key gives, with each of its places; see ask_parted.

    Args:
        places: by the key that they are asked for with.
        one: asks for a key; may raise Refused before it yields.
        source: whom.
    """
    for key, where in places.items():
        for found in ask_parted([key], lambda keys: one(keys[0]), source=source):
            yield from ((place, found) for place in where)


@contextmanager
def refusal_ends_asking(source: str) -> Generator[None]:
    """Take a refusal within the block for an error of the source.

    Raises:
        AnswerError: the service refuses what it is asked.
    """
    try:
        yield
    except Refused as refusal:
        raise _refused(refusal, source) from refusal


def _refused(refusal: Refused, source: str) -> AnswerError:
    return AnswerError(
        f"{source} refuses what it is asked: {refusal}", source=source, url=refusal.url
    )


def decode(body: bytes, type_: type[_Read]) -> _Read:
    """Return the JSON of a body.

    Raises:
        Unreadable: it is none, or one of another shape.
    """
    try:
        return msgspec.json.decode(_whole_signs(_sound(body)), type=type_)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise Unreadable(_why_no_json(body, error)) from error


def decode_each(
    records: Sequence[msgspec.Raw], type_: type[_Read], *, source: str
) -> list[_Read | None]:
    """Return the records of an answer, each read on its own: one that is faulty loses no other.

    ``null`` and faulty ones are None; faults are told in the log. What stands behind the first
    thousand was never asked for.
    """
    found: list[_Read | None] = []
    for place, record in enumerate(records[:MOST_RECORDS]):
        try:
            found.append(msgspec.json.decode(record, type=type_ | None))
        except (msgspec.MsgspecError, RecursionError, ValueError) as error:
            _log.warning("record %d of %s is left out: %s", place + 1, source, error)
            found.append(None)
    return found


def text_of(body: bytes) -> str:
    """Return the text of a body in UTF-8, whatever its header says; faulty bytes are U+FFFD.

    Raises:
        Unreadable: it is empty or too long.
    """
    return _sound(body).decode()


def why_refused(body: bytes) -> str:
    """Return in one line what a service says in a refusal: JSON, a text, a page."""
    text = body[:MOST_BYTES].decode("utf-8", "replace")
    try:
        said = msgspec.json.decode(text)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        title = _TITLE.search(body[:MOST_BYTES])
        said = title[1].decode("utf-8", "replace") if title else text
    return _first_text(said, 4)[:_LONGEST_WHY] or "no reason given"


def _first_text(said: object, depth: int) -> str:
    """Return the first text under the names that errors have."""
    if isinstance(said, str) or not depth:
        return fold_blanks(said) if isinstance(said, str) else ""
    if (listed := list_of(said)) is not None:
        inner = listed[:_MOST_TOLD]
    else:
        fields = mapping_of(said) or {}
        inner = [fields.get(name) for name in _NAMES_OF_REASONS]
    return next(filter(None, (_first_text(each, depth - 1) for each in inner)), "")


def _read(
    answer: "Answer", read: Callable[[bytes], _Read], nothing: Mapping[int, bytes]
) -> Asked[_Read] | None:
    if answer.status in nothing and nothing[answer.status] in answer.body[:MOST_BYTES]:
        return None
    if answer.status in _REFUSED:
        raise Refused(why_refused(answer.body), answer.url)
    if answer.status != HTTPStatus.OK:
        raise Unreadable(f"status {answer.status}, {why_refused(answer.body)}")
    try:
        return Asked(read(answer.body), answer.at)
    except Refused as refusal:
        raise Refused(str(refusal), answer.url) from refusal


def _no_answer(web: "Web", answer: "Answer", source: str, why: str) -> AnswerError:
    """Set a source aside that answers with something else, and return the error that says so."""
    web.set_aside(source, f"its answer cannot be read: {why}")
    return AnswerError(
        f"{source} gave no answer that can be read: {why}", source=source, url=answer.url
    )


def _sound(body: bytes) -> bytes:
    """Return a body in UTF-8 without its mark.

    Raises:
        Unreadable: it is empty or too long.
    """
    if len(body) > MOST_BYTES:
        raise Unreadable(f"more than {MOST_BYTES // 1024 // 1024} MB")
    body = body.removeprefix(_BOM)
    if not body.strip():
        raise Unreadable("it is empty")
    try:
        body.decode()
    except UnicodeDecodeError:
        return body.decode("utf-8", "replace").encode()
    return body


def _whole_signs(json: bytes) -> bytes:
    """Return JSON with U+FFFD for half a surrogate pair, which no text may hold."""
    if b"\\ud" not in json and b"\\uD" not in json:
        return json
    return _SURROGATE.sub(lambda found: rb"\ufffd" if found["half"] else found[0], json)


def _why_no_json(body: bytes, error: Exception) -> str:
    if body.lstrip().startswith(b"<"):
        return "it is a web page and no JSON"
    return fold_blanks(f"it is not the JSON that was asked for: {error}")[:_LONGEST_WHY]
