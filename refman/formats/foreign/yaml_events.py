"""YAML as plain values with their places; the one module that knows PyYAML.

Every scalar is text as it is written: ``no`` is no falsehood, ``2019-05`` no date, ``012`` no ten.
Nothing is built but texts, lists and mappings, whatever tags a file has. The parser's events are
taken one by one, so that neither nesting nor aliases can cost more than the file is long.

Source: YAML 1.1; PyYAML's documentation, "Events".
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import yaml

from refman.formats.foreign.json_places import HOLDERS
from refman.model import Span

__all__ = ["Placed", "YamlFault", "yaml_list_item", "yaml_mappings"]

_DEEPEST = 60
_MOST_ALIASED = 10_000
"""How much aliases may stand for; a file of references has hardly any."""
_SIGNS_A_UNIT = 100

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_WIDTH = 1 << 30  # no line is wrapped
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NULLS = {"", "~", "null"}

_Value: TypeAlias = "str | list[_Value] | dict[str, _Value] | None"


class Placed(NamedTuple):
    """Hold a mapping and where it stands."""

    span: Span
    value: dict[str, _Value]


class YamlFault(Exception):  # noqa: N818 - never leaves the loader
    """Tell what is wrong with a document, and at which character of the text."""

    def __init__(self, why: str, place: int) -> None:
        super().__init__(why)
        self.why = why
        self.place = place


def yaml_mappings(text: str, start: int, end: int) -> Iterator[Placed]:
    """Yield the mappings that a document lists, as soon as each is read.

    They are those of its outermost list, or of the list that its outermost mapping has as
    "references" or "items"; and the outermost mapping itself where it has no such list.

    Raises:
        YamlFault: what follows cannot be read.
    """
    document = _NOT_YAML.sub("\ufffd", text[start:end])
    tree = _Tree(start)
    place = start
    try:
        for event in yaml.parse(document, Loader=_LOADER):
            place = start + _index(event)
            if (found := tree.take(event)) is not None:
                yield Placed(_trimmed(text, found.span), found.value)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlFault(
            f"is no YAML: {error.problem or error.context}",
            start + mark.index if mark is not None else place,
        ) from error


def yaml_list_item(value: Mapping[str, object]) -> str:
    """Return a mapping as an item of a list; a text that could be read as no text is quoted."""
    # The stubs leave the type of its width open.
    dump: Any = yaml.dump  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return str(dump([value], Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=_WIDTH))


def _index(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark is not None else 0


def _trimmed(text: str, span: Span) -> Span:
    """Return a place without the blanks behind it, which the parser counts."""
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)


class _Node:
    """Hold a list or mapping while it is read."""

    def __init__(
        self, value: list[_Value] | dict[str, _Value], start: int, anchor: str | None
    ) -> None:
        self.value = value
        self.start = start
        self.anchor = anchor
        self.key: str | None = None
        self.numbers: dict[str, int] = {}
        self.weight = 1

    def add(self, value: _Value) -> None:
        """Take a member, or a key and then its value; a key that comes again gets a number."""
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is None:
            self.key = value if isinstance(value, str) else repr(value)
        else:
            number = self.numbers[self.key] = self.numbers.get(self.key, 0) + 1
            self.value[self.key if number == 1 else f"{self.key} ({number})"] = value
            self.key = None


class _Tree:
    """Build values from events, without recursion."""

    def __init__(self, offset: int) -> None:
        self._offset = offset
        self._open: list[_Node] = []
        self._anchors: dict[str, tuple[_Value, int]] = {}
        self._aliased = 0
        self._has_list = False

    def take(self, event: yaml.Event) -> Placed | None:
        """Take the next event; return the mapping that it completes, if it is one to yield."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            return self._end(event)
        return None

    def _place(self, event: yaml.Event) -> int:
        return self._offset + _index(event)

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self._open) >= _DEEPEST:
            raise YamlFault("is nested too deep", self._place(event))
        value: list[_Value] | dict[str, _Value] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        self._open.append(_Node(value, self._place(event), event.anchor))

    def _end(self, event: yaml.Event) -> Placed | None:
        node = self._open.pop()
        listed = isinstance(node.value, dict) and self._is_listed()
        self._has_list = self._has_list or listed
        self._add(node.value, node.weight, node.anchor)
        if isinstance(node.value, dict) and (listed or (not self._open and not self._has_list)):
            return Placed(Span(node.start, self._place(event)), node.value)
        return None

    def _is_listed(self) -> bool:
        """Tell whether what stands in the open nodes is a member of the list of references."""
        kinds = [type(node.value) for node in self._open]
        return kinds == [list] or (kinds == [dict, list] and self._open[0].key in HOLDERS)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        is_plain = bool(event.implicit[0])
        value = None if is_plain and event.value in _NULLS else str(event.value)
        self._add(value, 1 + len(event.value) // _SIGNS_A_UNIT, event.anchor)

    def _alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor or ""
        value, weight = self._anchors.get(name, (f"*{name}", 1))
        self._aliased += weight
        if self._aliased > _MOST_ALIASED:
            raise YamlFault("has too many aliases", self._place(event))
        self._add(value, weight, None)

    def _add(self, value: _Value, weight: int, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = (value, weight)
        if self._open:
            self._open[-1].weight += weight
            self._open[-1].add(value)
