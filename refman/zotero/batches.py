"""Objects put into Zotero, at most 50 at a time, each with a key of ours.

A key of ours lets an object name its parent before Zotero has answered, and lets us see, where an
answer went lost on its way, whether the object is there. So nothing is put there twice.

Source: https://www.zotero.org/support/dev/web_api/v3/write_requests, "Object Keys", "Creating
Multiple Objects", "Zotero-Write-Token".
"""

import secrets
from collections.abc import Mapping, Sequence
from http import HTTPStatus

import msgspec

from refman.errors import AnswerError
from refman.web.line import Raw
from refman.zotero.answers import (
    JSON,
    Sender,
    all_objects,
    decoded,
    found_in,
    is_key,
    number_in,
    said,
    table,
    whole_number,
)
from refman.zotero.records import Created, Refused

__all__ = ["MOST_IN_BATCH", "new_key", "post"]

MOST_IN_BATCH = 50

_SIGNS = "23456789ABCDEFGHIJKLMNPQRSTUVWXYZ"
"""Of keys; none that is taken for another. Source: the same page, "Object Keys"."""

_TOKEN_BYTES = 16

Object = Mapping[str, object]
Outcome = Created | Refused


def new_key() -> str:
    """Return a key that no object has."""
    return "".join(secrets.choice(_SIGNS) for _ in range(8))


def post(sender: Sender, path: str, objects: Sequence[Object]) -> list[Outcome]:
    """Put objects there; return what became of each, in their order, numbered from 0.

    Args:
        sender: to whom.
        path: of the objects: "/users/0/items".
        objects: 50 at most, each with a ``key`` of ours and ``version`` 0.

    Raises:
        WebError: nobody answers, or all is refused for a reason that does not lie in them.
    """
    return [
        msgspec.structs.replace(outcome, number=number)
        for number, outcome in enumerate(_outcomes(sender, path, objects))
    ]


def _outcomes(sender: Sender, path: str, objects: Sequence[Object]) -> list[Outcome]:
    if not objects:
        return []
    raw = sender.send(
        "POST",
        path,
        # sent again, by whoever sends again, with the same body
        headers={**JSON, "Zotero-Write-Token": secrets.token_hex(_TOKEN_BYTES)},
        body=msgspec.json.encode(objects),
    )
    match raw.status:
        case HTTPStatus.OK:
            return _read(sender, path, objects, raw)
        case HTTPStatus.PRECONDITION_FAILED:  # it has taken this token before
            return _looked_up(sender, path, objects)
        case HTTPStatus.BAD_REQUEST | HTTPStatus.REQUEST_ENTITY_TOO_LARGE if len(objects) == 1:
            return [_refused(sender, raw)]
        case HTTPStatus.BAD_REQUEST:
            return _from_both_ends(sender, path, objects)
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            half = len(objects) // 2
            first = _outcomes(sender, path, objects[:half])
            return first + _outcomes(sender, path, objects[half:])
        case _:
            raise sender.refused(raw)


def _from_both_ends(sender: Sender, path: str, objects: Sequence[Object]) -> list[Outcome]:
    """Find out which of several it is that makes the whole be refused; or that it is each.

    Zotero 10.0.3 refuses whatever is to be made: then there is no use in asking for each.
    """
    first = _outcomes(sender, path, objects[:1])
    last = _outcomes(sender, path, objects[-1:])
    middle = objects[1:-1]
    refused = [each for each in (*first, *last) if _is_bad(each)]
    if len(refused) == len(first) + len(last):
        return [*first, *(refused[0] for _ in middle), *last]
    return first + _outcomes(sender, path, middle) + last


def _is_bad(outcome: Outcome) -> bool:
    return isinstance(outcome, Refused) and outcome.status == HTTPStatus.BAD_REQUEST


def _refused(sender: Sender, raw: Raw) -> Refused:
    if raw.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return Refused(number=0, why="it is too large for Zotero", status=raw.status)
    text = raw.body[:2_000].decode("utf-8", "replace")
    return Refused(number=0, why=said(sender, text), status=raw.status)


def _read(sender: Sender, path: str, objects: Sequence[Object], raw: Raw) -> list[Outcome]:
    """Return what an answer says of each object."""
    try:
        whole = table(decoded(sender, raw))
    except AnswerError:  # cut off: they were taken all the same
        return _looked_up(sender, path, objects)
    parts = {name: table(whole.get(name)) for name in _PARTS}
    version = number_in(raw.headers, "last-modified-version")
    outcomes: list[Outcome] = []
    lost: list[int] = []
    for number in range(len(objects)):
        outcome = _of_one(sender, parts, str(number), version)
        if outcome is None:
            lost.append(number)
            outcome = _SILENCE
        outcomes.append(outcome)
    found = _looked_up(sender, path, [objects[number] for number in lost]) if lost else []
    for number, outcome in zip(lost, found, strict=True):
        outcomes[number] = outcome
    return outcomes


_PARTS = ("successful", "success", "unchanged", "failed")
_SILENCE = Refused(number=0, why="Zotero does not say why", may_pass=True)


def _of_one(
    sender: Sender, parts: Mapping[str, Object], place: str, version: int | None
) -> Outcome | None:
    """Return what became of one object; None where it has to be looked up."""
    found = found_in(table(parts["successful"].get(place)))
    if found is not None:
        return Created(number=0, key=found.key, version=found.version)
    for name in ("success", "unchanged"):
        key = parts[name].get(place)
        if is_key(key):
            return Created(number=0, key=str(key), version=version)
    fault = table(parts["failed"].get(place))
    code = fault.get("code")
    # of an object that is there: it was sent before
    if not fault or code == HTTPStatus.PRECONDITION_FAILED:
        return None
    return Refused(number=0, why=said(sender, fault.get("message")), status=whole_number(code))


def _looked_up(sender: Sender, path: str, objects: Sequence[Object]) -> list[Outcome]:
    """Return which objects are there, by the keys of ours."""
    keys = [str(each["key"]) for each in objects]
    name = "collectionKey" if path.endswith("/collections") else "itemKey"
    there = {
        found.key: found for found in all_objects(sender, path, params=((name, ",".join(keys)),))
    }
    return [
        Created(number=0, key=key, version=there[key].version) if key in there else _SILENCE
        for key in keys
    ]
