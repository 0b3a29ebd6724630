"""CSL-JSON and CSL-YAML, whatever program wrote them.

Each item is read on its own, so that a broken one loses no other.

Source: csl-data.json of the CSL schema; pandoc's manual, "Specifying bibliographic data".
"""

import re
from collections.abc import Iterator

import msgspec

from refman.formats.crosswalk import rows
from refman.formats.foreign.csl import csl_record, looks_like_item
from refman.formats.foreign.gaps import gap, with_gaps
from refman.formats.foreign.json_places import HOLDERS, object_spans
from refman.formats.foreign.yaml_events import YamlFault, yaml_mappings
from refman.formats.loader import Loader
from refman.model import ItemType, LeftOver, Record, Span

__all__ = ["CSL_JSON", "CSL_YAML"]

_NO_ITEM = "is no item of CSL"
_NO_JSON = "is no JSON"
_JSON_FRAME = re.compile(rf'(?:[\s,\[\]{{}}]++|"(?:{"|".join(HOLDERS)})"\s*:)*')
_YAML_FRAME = re.compile(
    rf"(?:\s++|---|\.\.\.|-\s|#[^\n]*+|[,\[\]{{}}]++|(?:{'|'.join(HOLDERS)})\s*:)*"
)
_ITEM_TYPE = re.compile(r'"type"\s*:\s*"([a-z_-]{3,24})"')
_NAMES = re.compile(r'"(?:author|editor)"\s*:\s*\[\s*\{\s*"(?:family|given|literal|ORCID)"')
_CSL_WORDS = re.compile(
    r'"(?:container-title|date-parts|citation-key|publisher-place|title-short|event-place)"\s*:'
)
_YAML_LIST = re.compile(r"^references:[ \t]*(?:#.*)?\r?\n[ \t]*-[ \t]", re.MULTILINE)
_YAML_ITEM = re.compile(
    r"^(?:[ \t]*-[ \t]+|[ \t]+)"
    r"(?:type: *['\"]?([a-z_-]{3,24})|(?:container-title|issued|citation-key):)",
    re.MULTILINE,
)
_DOCUMENT = re.compile(r"^(?:---|\.\.\.)(?=[ \t\r\n]|\Z)", re.MULTILINE)
_END_MARK = "..."
_ITEM_SIGN = re.compile(r"^[ \t-]*(?:id|type|title|author|issued|DOI):", re.MULTILINE)
_ITEM_MARK = re.compile(r"-\s{1,20}\Z")
_WIDEST_MARK = 21
_MOST_RESTARTS = 50
"""How often a YAML document is read on behind a fault: each costs the rest of it."""


class _CslJson:
    """Read CSL-JSON: an array of items, one item, or an object that holds them."""

    name = "csl_json"
    label = "CSL-JSON"
    suffixes: tuple[str, ...] = (".json",)

    def score(self, head: str) -> float:
        """Return how surely it is: by the types and variables that CSL alone has."""
        if not head.lstrip().startswith(("[", "{")):
            return 0.0
        types = {item_type.value for item_type in ItemType} | set(rows("read_csl_types"))
        has_type = any(found[1] in types for found in _ITEM_TYPE.finditer(head))
        has_words = _CSL_WORDS.search(head) is not None or _NAMES.search(head) is not None
        return {2: 0.96, 1: 0.7, 0: 0.0}[has_type + has_words]

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield the items, and what stands between them that is none."""
        found = enumerate(object_spans(text), 1)
        pieces = ((span, _json_item(text, span, number)) for number, span in found)
        return with_gaps(text, pieces, why=_NO_ITEM, frame=_JSON_FRAME)


class _CslYaml:
    """Read CSL-YAML: pandoc's ``references``, its front matter, or a bare list of items."""

    name = "csl_yaml"
    label = "CSL-YAML"
    suffixes: tuple[str, ...] = (".yaml", ".yml")

    def score(self, head: str) -> float:
        """Return how surely it is: by the list that pandoc takes, and by items' types."""
        if head.lstrip().startswith(("{", "<")):
            return 0.0
        has_list = _YAML_LIST.search(head) is not None
        has_item = any(
            found[1] is None or found[1] in {item_type.value for item_type in ItemType}
            for found in _YAML_ITEM.finditer(head)
        )
        return 0.96 if has_list and has_item else 0.9 if has_list else 0.6 if has_item else 0.0

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield the items of all documents, and what in them is none."""
        number = 0
        for document in _documents(text):
            for piece in _yaml_pieces(text, document, number):
                number += isinstance(piece, Record)
                yield piece


CSL_JSON: Loader = _CslJson()
CSL_YAML: Loader = _CslYaml()


def _json_item(text: str, span: Span, number: int) -> Record | LeftOver:
    written = text[span.start : span.end]
    try:
        item = msgspec.json.decode(written, type=dict[str, object])
    except (msgspec.MsgspecError, RecursionError, UnicodeError, ValueError) as error:
        return LeftOver(span, written, f"{_NO_JSON}: {error}", is_fault=True)
    if not looks_like_item(item):
        return LeftOver(span, written, _NO_ITEM, is_fault=True)
    return csl_record(item, text, span, number)


def _documents(text: str) -> Iterator[Span]:
    """Yield the documents of a YAML file, each with the marker before it."""
    start = 0
    for found in _DOCUMENT.finditer(text):
        if found.start() > start:
            yield Span(start, found.start())
        start = found.end() if found.group() == _END_MARK else found.start()
    if start < len(text):
        yield Span(start, len(text))


def _yaml_pieces(text: str, document: Span, number: int) -> Iterator[Record | LeftOver]:
    """Yield a document's items, and what is none; behind a fault reading goes on if it can."""
    place = done = document.start
    why = _NO_ITEM
    for _ in range(_MOST_RESTARTS):
        fault = None
        try:
            for span, value in yaml_mappings(text, place, document.end):
                if not looks_like_item(value):
                    continue
                end = _before_mark(text, span.start)
                if (rest := _yaml_gap(text, done, end, why)) is not None:
                    yield rest
                done, why = span.end, _NO_ITEM
                number += 1
                yield csl_record(value, text, span, number)
        except YamlFault as error:
            fault = error
        if fault is None:
            break
        why = fault.why
        place = _next_item(text, max(done, fault.place), document.end)
        if place >= document.end:
            break
    if (rest := _yaml_gap(text, done, document.end, why)) is not None:
        yield rest


def _yaml_gap(text: str, start: int, end: int, why: str) -> LeftOver | None:
    """Return what stands between two items; it is a fault where an item was to be read."""
    rest = gap(text, start, end, why=why, frame=_YAML_FRAME)
    if rest is None or why == _NO_ITEM or not _ITEM_SIGN.search(rest.text):
        return rest
    return msgspec.structs.replace(rest, is_fault=True)


def _before_mark(text: str, start: int) -> int:
    """Return where the hyphen stands that begins an item of a list, else the item's own start."""
    found = _ITEM_MARK.search(text[max(0, start - _WIDEST_MARK) : start])
    return start - len(found.group()) if found else start


def _next_item(text: str, start: int, end: int) -> int:
    """Return where the next line begins an item of a list, or the end."""
    found = _NEXT_ITEM.search(text, start, end)
    return found.end() if found else end


_NEXT_ITEM = re.compile(r"\n(?=[ \t]*-[ \t]+[A-Za-z_-]+:)")
