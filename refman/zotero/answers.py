"""What both APIs answer, read with care: whoever answers may say anything.

Source: https://www.zotero.org/support/dev/web_api/v3/basics, "Read Requests".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from http import HTTPStatus
from typing import Protocol, cast

import msgspec

from refman.errors import AnswerError
from refman.progress import SILENT, Progress
from refman.web.answer import Stream
from refman.web.line import Line, Raw
from refman.zotero.records import Found

__all__ = [
    "JSON",
    "Sender",
    "all_objects",
    "all_rows",
    "decoded",
    "found_in",
    "is_key",
    "is_success",
    "number_in",
    "said",
    "table",
    "whole_number",
    "words",
]

JSON = {"Content-Type": "application/json"}

_PAGE = 100
"""How many objects one answer holds at most. Source: the same page, "Sorting and Pagination"."""

_MOST_OBJECTS = 500_000
"""More of one kind no library has; who tells of more never comes to an end."""

_MOST_SAID = 200
_SUCCESS = 2
_TOO_MUCH = 10**15

_DEEPEST = 3
"""Levels of an object's fields: a list of objects of texts is the deepest that there is."""

_HALF = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    rb"|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
"""An escape of JSON's: a whole character, half of one (in its group), or another."""

_KEY = re.compile(r"[A-Z0-9]{8}\Z")
_FIGURES = re.compile(r"[0-9]{1,15}\Z")


class Sender(Protocol):
    """Send what both APIs take, each with its own keys and its own patience.

    Attributes:
        line: to whom.
    """

    line: Line

    def send(
        self,
        method: str,
        path: str,
        *,
        params: Iterable[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        stream: Callable[[], Stream] | None = None,
    ) -> Raw:
        """Return the answer; one that says something of the question, whatever its status.

        ``stream`` makes what is read while it is sent, anew for each time that it is.

        Raises:
            WebError: there is none, or it says that nothing is to be had.
            Cancelled: the user stopped the work.
        """
        ...

    def refused(self, raw: Raw) -> AnswerError:
        """Return the error that an answer is where a success was due."""
        ...


def is_key(value: object) -> bool:
    """Tell whether this can name an object of Zotero's; what cannot is put into no address."""
    return isinstance(value, str) and _KEY.match(value) is not None


def is_success(raw: Raw) -> bool:
    """Tell whether what was asked for was done."""
    return raw.status // 100 == _SUCCESS


def whole_number(value: object) -> int | None:
    """Return a number that counts or names something; None for whatever is none."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value < _TOO_MUCH else None


def number_in(headers: Mapping[str, str], name: str) -> int | None:
    """Return the whole number that a header holds; None where it holds none."""
    text = headers.get(name, "").strip()
    return int(text) if _FIGURES.match(text) else None


def said(sender: Sender, text: object) -> str:
    """Return what a program says of itself as a clause: one short line, and no keys."""
    line = words(sender.line.redaction(text)) if isinstance(text, str) else ""
    return f"Zotero says: {line}" if line else "Zotero does not say why"


def words(text: str) -> str:
    """Return a stranger's text as one short line that can be printed."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text[:2_000]).split())
    return line if len(line) <= _MOST_SAID else f"{line[: _MOST_SAID - 1]}…"


def decoded(sender: Sender, raw: Raw) -> object:
    """Return what an answer's JSON is.

    A title that was cut in the middle of a character ends in half of it, which Zotero keeps; it is
    read as U+FFFD, for else nothing of the whole answer could be.

    Raises:
        AnswerError: it is none.
    """
    try:
        try:
            return cast("object", msgspec.json.decode(raw.body))
        except msgspec.DecodeError:
            whole = _HALF.sub(lambda found: rb"\ufffd" if found[1] else found[0], raw.body)
            return cast("object", msgspec.json.decode(whole))
    except (ValueError, RecursionError):
        raise sender.line.refusal(raw, "sends something else where JSON is due") from None


def table(value: object) -> Mapping[str, object]:
    """Return an object of JSON; an empty one for whatever is none."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _rows(sender: Sender, raw: Raw) -> list[Mapping[str, object]]:
    """Return the objects that an answer lists; what is none is left out.

    Raises:
        AnswerError: it is no list.
    """
    value = decoded(sender, raw)
    if not isinstance(value, list):
        raise sender.line.refusal(raw, "sends something else where a list is due")
    found = cast("list[object]", value)
    return [row for row in map(table, found) if row]


def all_rows(
    sender: Sender,
    path: str,
    *,
    params: Iterable[tuple[str, str]] = (),
    name: str = "key",
    progress: Progress = SILENT,
) -> Iterator[Mapping[str, object]]:
    """Yield all objects below a path, page by page, each once.

    Args:
        sender: who is asked.
        path: of the objects.
        params: which of them.
        name: of the field by which they are told apart.
        progress: is told how many came, and of how many.
    """
    seen: set[object] = set()
    start = 0
    while True:
        page_of = (*params, ("format", "json"), ("limit", str(_PAGE)), ("start", str(start)))
        raw = sender.send("GET", path, params=page_of)
        if raw.status != HTTPStatus.OK:
            raise sender.refused(raw)
        page = _rows(sender, raw)
        start += len(page)
        new = {row[name]: row for row in page if isinstance(row.get(name), (str, int))}
        new = {known: row for known, row in new.items() if known not in seen}
        seen.update(new)
        total = number_in(raw.headers, "total-results")
        progress.report(len(seen), None if total is None else max(total, len(seen)))
        yield from new.values()
        # a page without anything new would come for ever
        if not new or (start >= total if total is not None else len(page) < _PAGE):
            return
        if len(seen) >= _MOST_OBJECTS:
            raise sender.line.refusal(raw, f"tells of more than {_MOST_OBJECTS:,} objects")


def all_objects(
    sender: Sender,
    path: str,
    *,
    params: Iterable[tuple[str, str]] = (),
    progress: Progress = SILENT,
) -> Iterator[Found]:
    """Yield all objects below a path that are not in the bin, each once."""
    for row in all_rows(sender, path, params=params, progress=progress):
        found = found_in(row)
        if found is not None and not found.data.get("deleted"):
            yield found


def found_in(row: Mapping[str, object]) -> Found | None:
    """Return an object as it is answered; None where it is none."""
    key, version = row.get("key"), whole_number(row.get("version"))
    if not is_key(key) or version is None:
        return None
    data = {
        name: value
        for name, value in table(row.get("data")).items()
        if _is_within(value, _DEEPEST)  # what lies deeper nobody could go through
    }
    return Found(key=str(key), version=version, data=data)


def _is_within(value: object, levels: int) -> bool:
    """Tell whether a value holds no more than so many others in each other."""
    if not isinstance(value, (dict, list)):
        return True
    rows = cast("dict[str, object] | list[object]", value)
    inner = rows.values() if isinstance(rows, dict) else rows
    return levels > 0 and all(_is_within(one, levels - 1) for one in inner)
