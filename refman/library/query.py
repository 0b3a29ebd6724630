"""What people type into the search, read: words, ``"phrases"``, ``field:value``, ``-word``, ``OR``.

    world models -survey author:ada year:2023..2025 (has:code OR has:model) tag:"to read"

All conditions have to hold, whether ``AND`` stands between them or nothing; ``OR`` parts
alternatives; ``NOT``, or a "-" right before it, turns a condition round; parentheses group; in
quotes ``""`` is a quote. In small letters "and", "or" and "not" are words. While a query is being
typed its last word may go on, an open quote is taken as closed, and what is half a condition is
none as yet.

Source: Gmail's, GitHub's and PubMed's help on searching, which agree in this.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

import msgspec

from refman.errors import QueryError
from refman.library.query_tree import AllOf, AnyOf, Node, Not, conditions_of
from refman.library.query_values import FIELDS, Value, ValueFault, nearest, words

__all__ = ["Query", "is_more_than_a_word", "parse_query"]

_LONGEST = 4_000
_MOST_TERMS = 200
_MOST_FIELDS = 40
_DEEPEST = 20
_BRACKET = re.compile(r"[()]")
_BLANKS = re.compile(r"\s*")
_JOINT = re.compile(r"(?P<name>AND|OR|NOT|\|)(?=[\s()]|\Z)")
_LONE_MINUS = re.compile(r"-(?=[\s)]|\Z)")
_OPEN = re.compile(r"(?P<minus>-)?\(")
_TERM = re.compile(
    r"""
    (?P<minus>-(?=[^\s-]))?
    (?:(?P<field>[A-Za-z]+):(?![/:]))?
    (?: "(?P<quoted>[^"]*+(?:""[^"]*+)*)(?P<quote>"|\Z)(?P<star>\*)?
        | (?P<bare>[^\s"]\S*)
        | (?<=:) )
    """,
    re.VERBOSE,
)
_AND, _NOT = "AND", "NOT"
_QUOTES = str.maketrans("“”„‟«»", '""""""')
_SURROGATES = re.compile("[\ud800-\udfff]+")


class Query(msgspec.Struct, frozen=True):
    """Hold a query that has been read.

    Attributes:
        text: as it was typed.
        where: what is asked for.
    """

    text: str
    where: Node


def parse_query(text: str, *, now: datetime, is_typed: bool = False) -> Query:
    """Return what a query asks for; one without conditions asks for everything.

    Args:
        text: what a person has typed.
        now: the time at which it is asked, with its zone, whose days "today" and the like are.
        is_typed: it is still being typed.

    Raises:
        QueryError: it means nothing; the error points at the word.
    """
    if len(text) > _LONGEST:
        raise QueryError(
            f"the query is too long: at most {_LONGEST:,} characters", start=_LONGEST, end=len(text)
        )
    return Query(text, _Parser(text, now, is_typed).query())


def is_more_than_a_word(text: str) -> bool:
    """Tell whether a word of a query is no text to look for: "OR", "-lamps", "has:code"."""
    field, colon, _ = text.partition(":")
    is_joint = _JOINT.fullmatch(text) is not None
    return is_joint or text.startswith("-") or (bool(colon) and field.casefold() in FIELDS)


class _Joint(NamedTuple):
    """Hold an AND, OR or NOT, and where it stands."""

    name: str
    start: int
    end: int


class _Group:
    """Collect what stands in a pair of parentheses, or in the query itself."""

    def __init__(self, start: int, *, is_negated: bool = False) -> None:
        self.start = start
        self.is_negated = is_negated
        self.joint: _Joint | None = None  # the last one, where nothing stands behind it as yet
        self.is_empty = True
        self._branches: list[list[Node]] = [[]]

    def add(self, node: Node | None) -> None:
        """Take a term; None is one without a condition."""
        if node is not None:
            is_unwanted = self.joint is not None and self.joint.name == _NOT
            self._branches[-1] += (Not(node),) if is_unwanted else conditions_of(node)
        self.joint = None
        self.is_empty = False

    def join(self, joint: _Joint) -> None:
        """Begin what stands behind an AND, OR or NOT."""
        self.joint = joint
        if joint.name not in (_AND, _NOT):
            self._branches.append([])

    def node(self) -> Node | None:
        """Return what all of it asks for; None where that is nothing."""
        branches = [_joined(branch) for branch in self._branches if branch]
        if not branches:
            return None
        found = branches[0] if len(branches) == 1 else AnyOf(tuple(branches))
        return Not(found) if self.is_negated else found


def _joined(nodes: list[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else AllOf(tuple(nodes))


class _Parser:
    """Read one query from left to right."""

    def __init__(self, text: str, now: datetime, is_typed: bool) -> None:
        self._text = text.translate(_QUOTES)
        self._now = now
        self._is_typed = is_typed
        self._groups = [_Group(0)]
        self._terms = self._fields = 0

    def query(self) -> Node:
        if foreign := _SURROGATES.search(self._text):
            # What Python makes of bytes on the command line that are no UTF-8.
            start, end = foreign.span()
            raise QueryError("bytes stand here that are no text in UTF-8", start=start, end=end)
        at = 0
        while (at := _end(_BLANKS, self._text, at)) < len(self._text):
            at = self._piece(at)
        while len(self._groups) > 1:
            start = self._groups[-1].start
            if not self._is_typed:
                raise QueryError('this "(" has no ")"', start=start, end=start + 1)
            self._close()
        self._check_end(self._groups[0])
        found = self._groups[0].node()
        if found is None and self._text.strip() and not self._is_typed:
            # It would find all entries, and somebody may want to remove what it finds.
            raise QueryError("there is no letter or digit to search", start=0, end=len(self._text))
        return found if found is not None else AllOf()

    def _piece(self, at: int) -> int:
        """Read what begins at a place, and return where it ends."""
        if self._text[at] == ")" and len(self._groups) > 1:
            self._close()
            return at + 1
        if opened := _OPEN.match(self._text, at):
            if len(self._groups) > _DEEPEST:
                raise QueryError("too many parentheses", start=at, end=opened.end())
            self._groups.append(_Group(at, is_negated=opened["minus"] is not None))
            return opened.end()
        if found := _JOINT.match(self._text, at):
            self._join(_Joint(found["name"], at, found.end()))
            return found.end()
        if _LONE_MINUS.match(self._text, at):
            if not (self._is_typed and at == len(self._text.rstrip()) - 1):
                raise QueryError(
                    'this "-" stands alone: write -word, with no blank between, for what is not'
                    " wanted, or leave it out",
                    start=at,
                    end=at + 1,
                )
            return at + 1
        return self._term(at)

    def _join(self, joint: _Joint) -> None:
        """Take an AND, OR or NOT."""
        group = self._groups[-1]
        before = group.joint
        if before is not None and before.name == _NOT:
            self._fault(before)
        elif joint.name != _NOT and (before is not None or group.is_empty):
            self._fault(joint)
        group.join(joint)

    def _close(self) -> None:
        group = self._groups.pop()
        self._check_end(group)
        self._add(group.node())

    def _check_end(self, group: _Group) -> None:
        if group.joint is not None:
            self._fault(group.joint)

    def _add(self, node: Node | None) -> None:
        """Put a condition into the group that is open."""
        joint = self._groups[-1].joint
        if node is None and joint is not None and joint.name == _NOT:
            self._fault(joint)  # else what stands behind would be wanted
        self._groups[-1].add(node)

    def _fault(self, joint: _Joint) -> None:
        if self._is_typed:
            return
        name, start, end = joint
        where = "behind it" if name == _NOT else "on either side of it"
        raise QueryError(
            f"{name} needs a condition {where}; in quotes it is a word", start=start, end=end
        )

    def _term(self, at: int) -> int:
        found = _TERM.match(self._text, at)
        assert found is not None, self._text  # a sign that is no blank is a word at least
        end = self._end_of(found)
        self._terms += 1
        self._fields += found["field"] is not None
        if self._terms > _MOST_TERMS:
            raise QueryError(f"too many words: at most {_MOST_TERMS}", start=at, end=end)
        if self._fields > _MOST_FIELDS:
            raise QueryError(f"too many conditions: at most {_MOST_FIELDS}", start=at, end=end)
        if found["quote"] == "" and not self._is_typed:
            raise QueryError("the quote is not closed", start=found.start("quoted") - 1, end=end)
        node = self._node(found, end)
        self._add(Not(node) if found["minus"] and node is not None else node)
        return end

    def _end_of(self, found: re.Match[str]) -> int:
        """Return where a term ends: a ")" that it has not opened itself closes a group."""
        if found["bare"] is None or len(self._groups) == 1:
            return found.end()
        depth = 0
        for bracket in _BRACKET.finditer(self._text, found.start("bare"), found.end()):
            depth += 1 if bracket.group() == "(" else -1
            if depth < 0:
                return bracket.start()
        return found.end()

    def _node(self, found: re.Match[str], end: int) -> Node | None:
        field = found["field"]
        value = self._value(found, end)
        if field is None:
            return self._checked(found, end, lambda: words(value))
        name = field.casefold()
        if name not in FIELDS:
            if not value.text:  # a name before a colon, as titles have it
                return words(value._replace(text=field))
            start = found.start("field")
            raise QueryError(
                f'there is no field "{field}".{nearest(name, FIELDS)} In quotes it is searched as'
                f" text; the fields are {', '.join(FIELDS)}",
                start=start,
                end=start + len(field),
            )
        if not value.text.strip():  # "author:" alone is about to become a condition
            if value.is_typed:
                return None
            raise QueryError(f"{name}: needs a value right behind it", start=found.start(), end=end)
        return self._checked(found, end, lambda: FIELDS[name](value))

    def _value(self, found: re.Match[str], end: int) -> Value:
        is_open = self._is_typed and end == len(self._text) and found["quote"] != '"'
        quoted = found["quoted"]
        text = quoted if quoted is not None else self._text[found.start("bare") : end]
        if found["bare"] is None and quoted is None:
            text = ""
        has_star = found["star"] is not None or (quoted is None and text.endswith("*"))
        return Value(
            text=text.rstrip("*") if quoted is None else text.replace('""', '"'),
            is_quoted=quoted is not None,
            goes_on=has_star or is_open,
            is_typed=is_open,
            now=self._now,
        )

    def _checked(
        self, found: re.Match[str], end: int, read: Callable[[], Node | None]
    ) -> Node | None:
        try:
            return read()
        except ValueFault as fault:
            start = found.start() + (found["minus"] is not None)
            raise QueryError(str(fault), start=start, end=end) from None


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
