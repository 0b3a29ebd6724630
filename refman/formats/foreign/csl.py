"""An item of CSL as an entry, whatever program wrote it: ``[read_csl]`` in the crosswalk.

Source: CSL 1.0.2, appendices III and IV; csl-data.json of the CSL schema; the citeproc output of
Crossref, DataCite, Mendeley, Zotero and Better BibTeX.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated

import msgspec

from refman.formats.addresses import is_web
from refman.formats.crosswalk import rows
from refman.formats.foreign.csl_dates import csl_date
from refman.formats.foreign.csl_names import csl_names
from refman.formats.foreign.extra_lines import read_extra, read_type
from refman.formats.foreign.gathered import Gathered, clean_line
from refman.formats.foreign.json_values import (
    as_json,
    is_blank,
    list_of,
    mapping_of,
    texts_of,
)
from refman.formats.foreign.links import kind_of_label, listed_link, read_remarks
from refman.model import ItemType, Record, Repository, Span

__all__ = ["csl_record", "looks_like_item"]

_SERIAL = re.compile(r"item-(\d+)", re.IGNORECASE | re.ASCII)
_KEY = re.compile(r"(?!https?:)(?!\d+(?:/[A-Z0-9]{8})?\Z)(?!10\.\d{4,9}/)[^\s{},\"#%~\\]{1,200}")
_SEMICOLON = re.compile(r"\s*;\s*")
_COMMA = re.compile(r"\s*,\s*")
_LINKS, _IDENTIFIERS, _KEYWORDS, _EXTRA = "links", "identifiers", "keywords", "extra"
_SIGNS_OF_ITEM = {"type", "title", "DOI", "author", "issued", "container-title", "URL", "editor"}


_FOUND = ("checked", "why", "leads_to", "repository")


class _Found(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hold what refman's own files tell of a check of a link; see the attributes of Link."""

    checked: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    why: str | None = None
    leads_to: str | None = None
    repository: Repository | None = None


def looks_like_item(value: Mapping[str, object]) -> bool:
    """Tell an item from what holds items, or is something else."""
    return not _SIGNS_OF_ITEM.isdisjoint(value)


def csl_record(item: Mapping[str, object], text: str, span: Span, number: int) -> Record:
    """Return an item's entry.

    Args:
        item: variable -> value, as JSON or YAML have it.
        text: the file.
        span: where the item stands in it.
        number: the item's, counted from 1.
    """
    gathered = Gathered(text, span)
    gathered.put("type", _type(item, gathered))
    variables = rows("read_csl")
    late: list[tuple[str, object, Mapping[str, str]]] = []
    for name, value in item.items():
        if name in {"type", "id"} or is_blank(value):
            continue
        row = variables.get(name)
        if row is None:
            gathered.keep(name, as_json(value))
        elif row["form"] in {"note", "custom"}:
            late.append((name, value, row))
        else:
            _READERS[row["form"]](gathered, row["field"], value, name)
    for name, value, row in late:  # what they say stands behind what has a variable of its own
        _READERS[row["form"]](gathered, row["field"], value, name)
    _makers(item, gathered)
    _identify(item, gathered, number)
    return gathered.record()


def _type(item: Mapping[str, object], gathered: Gathered) -> ItemType:
    said = item.get("type")
    if said is None:
        return ItemType.DOCUMENT
    name = as_json(said).strip()
    if row := rows("read_csl_types").get(name.casefold()):
        return ItemType(row["type"])
    found = read_type(name)
    if found is None:
        gathered.keep("type", name)
    return found or ItemType.DOCUMENT


def _identify(item: Mapping[str, object], gathered: Gathered, number: int) -> None:
    """Take the item's id for its citekey, if it is none of a database or a mere count."""
    value = item.get("id")
    name = "" if is_blank(value) else as_json(value)
    serial = _SERIAL.fullmatch(name)
    if not name or name == gathered.get("citekey") or (serial and int(serial[1]) == number):
        return
    if _KEY.fullmatch(name) and gathered.get("citekey") is None:
        gathered.key(name, "id")
    else:
        gathered.keep("id", name)


def _makers(item: Mapping[str, object], gathered: Gathered) -> None:
    """Take those who made a film or song for its authors where the item names none."""
    if gathered.get("author"):
        return
    for variable, row in rows("read_csl_makers").items():
        names, _ = csl_names(item.get(variable))
        gathered.people(row["field"], names)


def _text(value: object, gathered: Gathered, name: str) -> str:
    """Return a value of one text; of a list the first one, and the list is kept."""
    values = list_of(value)
    if values is None:
        if mapping_of(value) is None:
            return as_json(value)
        gathered.keep(name, as_json(value))
        return ""
    first = next(each for each in values if not is_blank(each))
    if len(values) > 1 or not isinstance(first, str):
        gathered.keep(name, as_json(value))
    return first if isinstance(first, str) else ""


def _read_line(gathered: Gathered, field: str, value: object, name: str) -> None:
    if field == "issn" and (issns := texts_of(value)) is not None:
        value = ", ".join(issns)
    if field == "event_title" and (event := mapping_of(value)) is not None:  # as Crossref has it
        gathered.line(field, as_json(event.get("name", "")), name)
    gathered.line(field, _text(value, gathered, name), name)


def _read_prose(gathered: Gathered, field: str, value: object, name: str) -> None:
    gathered.prose(field, _text(value, gathered, name), name)


def _read_url(gathered: Gathered, field: str, value: object, name: str) -> None:
    gathered.url(field, _text(value, gathered, name), name)


def _read_identifier(gathered: Gathered, field: str, value: object, name: str) -> None:
    for each in list_of(value) or [value]:
        gathered.identify(field, as_json(each), name)


def _read_key(gathered: Gathered, _field: str, value: object, name: str) -> None:
    gathered.key(_text(value, gathered, name), name)


def _read_names(gathered: Gathered, field: str, value: object, name: str) -> None:
    names, is_all = csl_names(value)
    gathered.people(field, names)
    if not is_all:
        gathered.keep(name, as_json(value))


def _read_date(gathered: Gathered, field: str, value: object, name: str) -> None:
    found, is_all = csl_date(value)
    if found is None or not gathered.put(field, found) or not is_all:
        gathered.keep(name, as_json(value))


def _read_keywords(
    gathered: Gathered, _field: str, value: object, name: str, *, automatic: bool = False
) -> None:
    words = texts_of(value)
    if isinstance(value, str):
        words = (_SEMICOLON if ";" in value else _COMMA).split(value)
    if words is None:
        gathered.keep(name, as_json(value))
        return
    for word in words:
        gathered.keyword(word, automatic=automatic)


def _read_automatic(gathered: Gathered, field: str, value: object, name: str) -> None:
    _read_keywords(gathered, field, value, name, automatic=True)


def _read_note(gathered: Gathered, _field: str, value: object, name: str) -> None:
    read_extra(_text(value, gathered, name), gathered)


def _read_notes(gathered: Gathered, _field: str, value: object, name: str) -> None:
    gathered.notes(_text(value, gathered, name))


def _read_custom(gathered: Gathered, _field: str, value: object, name: str) -> None:
    """Read what refman's own files have under the name that CSL leaves free."""
    rest = dict(mapping_of(value) or {})
    if (extra := mapping_of(rest.get(_EXTRA))) is not None:
        del rest[_EXTRA]
        for key, each in extra.items():
            gathered.keep(key, as_json(each))
    if (words := texts_of(rest.get(_KEYWORDS))) is not None:
        del rest[_KEYWORDS]
        gathered.keywords(words)
    if (identifiers := mapping_of(rest.get(_IDENTIFIERS))) is not None:
        rest[_IDENTIFIERS] = _left_of_identifiers(gathered, identifiers)
    if (links := list_of(rest.get(_LINKS))) is not None:
        rest[_LINKS] = [link for link in links if not _read_custom_link(gathered, link)]
    left = {key: each for key, each in rest.items() if not is_blank(each)}
    if left or mapping_of(value) is None:
        gathered.keep(name, as_json(left or value))


def _left_of_identifiers(gathered: Gathered, identifiers: dict[str, object]) -> dict[str, object]:
    left = dict(identifiers)
    number, class_ = left.pop("arxiv", None), left.pop("arxiv_class", None)
    if number is not None:
        gathered.identify("arxiv", f"{number} [{class_}]" if class_ else str(number), "arxiv")
    for kind in ("openreview", "dblp", "semantic_scholar", "openalex"):
        if (value := left.pop(kind, None)) is not None:
            gathered.identify(kind, as_json(value), kind)
    return left


def _read_custom_link(gathered: Gathered, link: object) -> bool:
    """Read a link of refman's own; return False where it is none."""
    parts = mapping_of(link) or {}
    url, label, said, evidence = (parts.get(part, "") for part in _LINK_PARTS)
    found = _found(parts.get("found"))
    if not (
        isinstance(url, str)
        and url.strip()
        and isinstance(label, str)
        and isinstance(said, str)
        and isinstance(evidence, str)
        and (remarks := read_remarks(said)) is not None
        and found is not None
    ):
        return False
    link = listed_link(url, kind_of_label(label), gathered.places, remarks, clean_line(evidence))
    checked = {name: value for name in _FOUND if (value := getattr(found, name)) is not None}
    gathered.links.append(msgspec.structs.replace(link, **checked))
    return True


def _found(value: object) -> _Found | None:
    """Return what a check of a link gave; None where something else stands there."""
    try:
        found = msgspec.convert(value or {}, _Found, strict=False)  # YAML has texts
    except (msgspec.ValidationError, ValueError, RecursionError):
        return None
    leads_to = found.leads_to
    return found if leads_to is None or is_web(leads_to) else None


_LINK_PARTS = ("url", "label", "remarks", "evidence")
_READERS: Mapping[str, Callable[[Gathered, str, object, str], None]] = {
    "automatic": _read_automatic,
    "custom": _read_custom,
    "date": _read_date,
    "identifier": _read_identifier,
    "key": _read_key,
    "keywords": _read_keywords,
    "line": _read_line,
    "names": _read_names,
    "note": _read_note,
    "notes": _read_notes,
    "prose": _read_prose,
    "url": _read_url,
}
"""How the value of a variable is read, by the ``form`` of its row."""
