r"""What stands between the brackets of an entry: its key and its fields.

Fields of the usual form are read by one pattern; whatever else people and programs write is read
sign by sign and reported: no comma between fields or two, ``%`` before a line, a value without
braces or with words behind it, a name without a value.

Source: bibtex.web, "get_bib_command_or_entry_and_process"; "BibTeXing" (Patashnik 1988), 2.
"""

import re
from typing import NamedTuple

from refman.formats.bib.blocks import Field
from refman.formats.bib.ground import Ground
from refman.model import Problem, Span

__all__ = ["Body", "Broken", "read_body"]

_USUAL_KEY = re.compile(r"\s*+([^\s,={}()\"#%'@]++)\s*+,")
_BRACED = r"\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*\}"
_USUAL_VALUE = rf"({_BRACED}|\"[^\"{{}}]*+\"|[0-9A-Za-z]++)"
_USUAL_FIELD = {
    closing: re.compile(
        rf"\s*+([A-Za-z][\w:.+/-]*+)\s*+=\s*+{_USUAL_VALUE}\s*+(?:,\s*+(\{closing})?|(\{closing}))"
    )
    for closing in "})"
}

_BLANK = re.compile(r"\s*+")
_KEY = {
    "}": re.compile(r"[^,=}\n\r]*+"),
    ")": re.compile(r"(?:[^,=()\n\r]++|\([^,=()\n\r]*+\))*"),
}
_NAME = re.compile(r"([^\s,={}()\"#%'@]++(?:[ \t]++[^\s,={}()\"#%'@]++){0,5})\s*+=")
_FIELD_BEHIND = re.compile(r"\s*+,\s*+[^\W\d][\w:.+/-]*+\s*+=\s*+[{\"\w]")
_COMMENT = re.compile(r"%[^\n\r]*+")
_BARE = {"}": re.compile(r"[^,{}\"#=\n\r]*+"), ")": re.compile(r"[^,{}\"#=()\n\r]*+")}
_REST = {"}": re.compile(r"[^,{}\n\r]*+"), ")": re.compile(r"[^,{})\n\r]*+")}


class Broken(Exception):  # noqa: N818 - a way out, not a fault
    """Say that an entry cannot be read."""

    def __init__(self, start: int, end: int, why: str) -> None:
        super().__init__(why)
        self.problem = Problem(Span(start, end), why)


class Body(NamedTuple):
    """Hold what ``read_body`` found; places as in ``Block``, ``end`` behind the last sign."""

    key: str
    key_start: int
    key_end: int
    fields: tuple[Field, ...]
    problems: tuple[Problem, ...]
    close: int
    end: int


def read_body(ground: Ground, opening: int, limit: int, *, has_key: bool) -> Body:
    """Read what follows the bracket that opens an entry.

    Args:
        ground: the file.
        opening: place of the bracket.
        limit: where the text is taken to end.
        has_key: an entry has one, a definition of strings has none.

    Raises:
        Broken: a value's delimiters do not match.
    """
    reader = _Reader(ground, opening, limit)
    key_start, key_end = reader.key() if has_key else (opening + 1, opening + 1)
    reader.fields()
    return Body(
        ground.text[key_start:key_end],
        key_start,
        key_end,
        tuple(reader.found),
        tuple(reader.problems),
        reader.close,
        reader.position,
    )


class _Reader:
    """Read a body once, from left to right; ``position`` is behind what has been read."""

    def __init__(self, ground: Ground, opening: int, limit: int) -> None:
        self._ground, self._text, self._limit = ground, ground.text, limit
        self._closing = "}" if self._text[opening] == "{" else ")"
        self.position: int = opening + 1
        self.found: list[Field] = []
        self.problems: list[Problem] = []
        self.close = -1
        self._is_parted = True

    def key(self) -> tuple[int, int]:
        """Read the key and the comma behind it."""
        text, limit = self._text, self._limit
        if usual := _USUAL_KEY.match(text, self.position, limit):
            self.position = usual.end()
            return usual.span(1)
        start = self._skip_blanks()
        end = self._bare_end(_KEY[self._closing], start)
        after = self._blanks_end(end)
        if text.startswith("=", after, limit):
            # A first field stands where the key should; perhaps a key without comma before it.
            words = text[start:end].split()
            end = start + len(words[0]) if len(words) > 1 else start
        self.position = end
        self._is_parted = start == end
        if start == end:
            self._report(start, start, "it has no key")
        elif any(map(str.isspace, text[start:end])):
            self._report(start, end, "its key has blanks in it")
        return start, end

    def fields(self) -> None:
        """Read all fields, and the bracket that closes the entry if it is there."""
        text, limit, usual = self._text, self._limit, _USUAL_FIELD[self._closing]
        match, add = usual.match, self.found.append
        while True:
            if self._is_parted:
                while found := match(text, self.position, limit):
                    start, value_start, value_end = found.start(1), *found.span(2)
                    add(Field(found[1], start, value_end, value_start, value_end))
                    self.position = found.end()
                    if found.lastindex != 2:  # noqa: PLR2004 - a group of the pattern
                        if self._closes(self.position - 1):
                            return
                        break
            if not self._step():
                return

    def _step(self) -> bool:
        """Read one thing of unusual form; return False at the end."""
        text, start = self._text, self._skip_blanks()
        if start >= self._limit or (text[start] == "@" and self._ground.next_line(start) == start):
            self._report(start, start, "its closing bracket is missing")
            return False
        sign = text[start]
        if sign == self._closing:
            return not self._closes(start)
        if sign == ",":
            if self._is_parted and self.found:
                self._report(start, start + 1, "a comma too many")
            self.position, self._is_parted = start + 1, True
        elif comment := _COMMENT.match(text, start, self._limit):
            self._report(start, comment.end(), "a comment line, which BibTeX does not know")
            self.position = comment.end()
        elif name := _NAME.match(text, start, self._limit):
            if not self._is_parted:
                self._report(start, start, "a comma is missing before it")
            self._field(name)
            self._is_parted = False
        else:
            self._junk(start)
        return True

    def _closes(self, place: int) -> bool:
        """Take a closing bracket in; return False where fields go on behind it: one too many."""
        self.position = place + 1
        if _FIELD_BEHIND.match(self._text, self.position, self._limit):
            self._report(place, place + 1, "a closing bracket too many")
            self._is_parted = False
            return False
        self.close = place
        return True

    def _field(self, name: re.Match[str]) -> None:
        start, end = name.span(1)
        written = name[1]
        if any(map(str.isspace, written)):
            self._report(start, end, "a field's name has blanks in it")
        self.position = name.end()
        value_start = value_end = self._skip_blanks()
        while (piece_end := self._piece_end(self.position)) > self.position:
            self.position = value_end = piece_end
            joint = self._blanks_end(piece_end)
            if not self._text.startswith("#", joint, self._limit):
                break
            self.position = joint + 1
            self._skip_blanks()
        if value_start == value_end:
            value_start = value_end = name.end()
            self._report(start, value_end, "a field without a value")
        self.position = value_end
        self.found.append(Field(written, start, value_end, value_start, value_end))

    def _piece_end(self, start: int) -> int:
        """Return where a piece of a value ends; ``start`` where there is none."""
        text = self._text
        if text.startswith("{", start, self._limit):
            closing = self._ground.closing_brace(start, self._limit)
            why = "a brace is not closed"
        elif text.startswith('"', start, self._limit):
            closing = self._ground.closing_quote(start, self._limit)
            why = "a quotation mark is not closed, or braces between two do not match"
        else:
            end = self._bare_end(_BARE[self._closing], start)
            if any(map(str.isspace, text[start:end])):
                self._report(start, end, "a value of several words without braces")
            return end
        if closing < 0:
            raise Broken(start, start + 1, why)
        return closing + 1

    def _junk(self, start: int) -> None:
        """Pass over what is neither a field nor what parts fields."""
        text = self._text
        if text[start] == "{":
            closing = self._ground.closing_brace(start, self._limit)
            if closing < 0:
                raise Broken(start, start + 1, "a brace is not closed")
            self.position = closing + 1
        else:
            self.position = max(start + 1, self._end(_REST[self._closing], start))
        self._report(start, self.position, "it belongs to no field")

    def _bare_end(self, pattern: re.Pattern[str], start: int) -> int:
        """Return the end of what a pattern finds, without the blanks at its end."""
        end = self._end(pattern, start)
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return end

    def _skip_blanks(self) -> int:
        self.position = self._blanks_end(self.position)
        return self.position

    def _blanks_end(self, position: int) -> int:
        return self._end(_BLANK, position)

    def _end(self, pattern: re.Pattern[str], start: int) -> int:
        """Return the end of what a pattern finds; all those here may find nothing."""
        found = pattern.match(self._text, start, self._limit)
        assert found is not None
        return found.end()

    def _report(self, start: int, end: int, why: str) -> None:
        self.problems.append(Problem(Span(start, end), why))
