"""What people type into the search, read: words, ``"phrases"``, ``field:value``, ``-not``, ``OR``.

    world models -survey author:ada year:2023..2025 (has:code OR has:model) tag:"to read"

All conditions have to hold; ``OR`` parts alternatives; parentheses group; in quotes ``""`` is a
quote. While a query is being typed its last word may go on, an open quote is taken as closed, and
what is half a condition is none as yet.
"""

import re
from collections.abc import Callable
from datetime import datetime

import msgspec

from refman.errors import QueryError
from refman.library.query_tree import AllOf, AnyOf, Node, Not, conditions_of
from refman.library.query_values import FIELDS, Value, ValueFault, nearest, words

__all__ = ["Query", "parse_query"]

_LONGEST = 4_000
_MOST_TERMS = 200
_MOST_FIELDS = 40
_DEEPEST = 20
_BRACKET = re.compile(r"[()]")
_BLANKS = re.compile(r"\s*")
_OR = re.compile(r"(?:OR|\|)(?=[\s()]|\Z)")
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
_QUOTES = str.maketrans("“”„‟«»", '""""""')
_SURROGATE = re.compile("[\ud800-\udfff]")


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


class _Group:
    """Collect what stands in a pair of parentheses, or in the query itself."""

    def __init__(self, start: int, *, is_negated: bool = False) -> None:
        self.start = start
        self.is_negated = is_negated
        self.or_at: tuple[int, int] | None = None
        self.is_bare = True  # nothing stands in it, or nothing behind its last OR
        self._branches: list[list[Node]] = [[]]

    def add(self, node: Node | None) -> None:
        """Take a term; None is one without a condition."""
        self.is_bare = False
        if node is not None:
            self._branches[-1] += conditions_of(node)

    def part(self, start: int, end: int) -> None:
        """Begin what stands behind an OR."""
        self.or_at = start, end
        self.is_bare = True
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
        self._text = _SURROGATE.sub("\ufffd", text.translate(_QUOTES))
        self._now = now
        self._is_typed = is_typed
        self._groups = [_Group(0)]
        self._terms = self._fields = 0

    def query(self) -> Node:
        at = 0
        while (at := _end(_BLANKS, self._text, at)) < len(self._text):
            at = self._piece(at)
        while len(self._groups) > 1:
            start = self._groups[-1].start
            if not self._is_typed:
                raise QueryError('this "(" has no ")"', start=start, end=start + 1)
            self._close()
        self._check_or(self._groups[0])
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
        if joint := _OR.match(self._text, at):
            if self._groups[-1].is_bare:
                self._fault_or(at, joint.end())
            self._groups[-1].part(at, joint.end())
            return joint.end()
        return self._term(at)

    def _close(self) -> None:
        group = self._groups.pop()
        self._check_or(group)
        self._groups[-1].add(group.node())

    def _check_or(self, group: _Group) -> None:
        if group.or_at is not None and group.is_bare:
            self._fault_or(*group.or_at)

    def _fault_or(self, start: int, end: int) -> None:
        if not self._is_typed:
            raise QueryError("OR needs a condition on either side of it", start=start, end=end)

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
        self._groups[-1].add(Not(node) if found["minus"] and node is not None else node)
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
