r"""Where in a .bib file entries begin and braces close.

BibTeX counts every brace, a backslash before it or not. Where one is missing, counting on would
take all the entries behind it, so two things are told: where a line begins like an entry, and
which braces match across such a line. The second is worked out at most once a file, and only where
it is asked; so the cost stays linear, however many braces are missing.

Source: bibtex.web, "scan_balanced_braces"; "BibTeXing" (Patashnik 1988), 4.
"""

import re
from collections.abc import Iterator

__all__ = ["Ground"]

_LOOK_BACK = 100
"""How many blanks and comment signs before "@" are looked at."""

_BLANKS = r"(?:\s++|%[^\n\r@]*+[\n\r])*"
_HEAD = re.compile(rf"@{_BLANKS}([^\W\d][^\s\"#%'(),={{}}@\\]*+){_BLANKS}([{{(])")
_ENTRY_LIKE = re.compile(
    r"@[^{(]{1,200}[{(]\s*+[^\s,={}]{1,300}+\s*+,\s*+(?:[^\W\d][\w\-:.+]{0,100}+\s*+=|[})])"
)
_END_OF_ENTRY = re.compile(r"(?:^|[\n\r}\"])[\s,]{0,40}[})]\Z")
_BALANCED = re.compile(r"\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*\}")
_BRACE = re.compile(r"[{}]")
_BRACE_OR_PARENTHESIS = re.compile(r"[{})]")
_BRACE_OR_QUOTE = re.compile(r"[{}\"]")


class Ground:
    """Know the text of a file, and remember what was found out about it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._asked = self._found = -1
        self._across: dict[int, int] | None = None

    def head(self, position: int) -> re.Match[str] | None:
        """Return the next head of an entry: group 1 its type, group 2 the bracket it opens.

        In running text, ``me@example.org (x)`` is none, and neither is what a ``%`` at the line's
        beginning takes out.
        """
        text = self.text
        while found := _HEAD.search(text, position):
            if self._is_head(found):
                return found
            position = found.start() + 1
        return None

    def _is_head(self, found: re.Match[str]) -> bool:
        at = found.start()
        if at == 0 or self.text[at - 1] in "\n\r}":
            return True
        before = self.text[max(0, at - _LOOK_BACK) : at]
        if _ends_line(before.rstrip(" \t")):
            return True
        if before[-1] == "\\" or before[-1].isalnum() or _ends_line(before.rstrip(" \t%")):
            return False
        return found[2] == "{" or before.rstrip(" \t")[-1] in "})"

    def next_line(self, position: int) -> int:
        """Return where the next line begins like an entry, or the end of the text."""
        if not self._asked <= position <= self._found:
            self._asked, self._found = position, next(self._lines(position), len(self.text))
        return self._found

    def _lines(self, position: int) -> Iterator[int]:
        text = self.text
        for found in _HEAD.finditer(text, position):
            at = found.start()
            if at == 0 or _ends_line(text[max(0, at - _LOOK_BACK) : at].rstrip(" \t")):
                yield at

    def is_swallowed(self, start: int, end: int) -> bool:
        """Tell whether what should be one entry holds the next, since a brace is missing.

        Braces that match may still do so by a second fault. The sign of it is that the first line
        inside which begins like an entry stands behind the end of one: a bracket alone, or behind
        a value.
        """
        if self.text.find("@", start + 1, end) < 0:
            return False
        line = self.next_line(start + 1)
        if line >= end or _ENTRY_LIKE.match(self.text, line) is None:
            return False
        before = self.text[max(0, line - _LOOK_BACK) : line].rstrip()
        return _END_OF_ENTRY.search(before) is not None

    def closing_brace(self, opening: int, limit: int) -> int:
        """Return the place of the brace that closes the one at ``opening``, or -1.

        Args:
            opening: place of the opening brace.
            limit: where the text is taken to end.
        """
        if found := _BALANCED.match(self.text, opening, limit):
            return found.end() - 1
        line = min(limit, self.next_line(opening))
        depth = 0
        for brace in _BRACE.finditer(self.text, opening, line):
            depth += 1 if brace.group() == "{" else -1
            if depth == 0:
                return brace.start()
        if line == limit:
            return -1
        if self._across is None:
            self._across = self._matched_across()
        closing = self._across.get(opening, -1)
        return closing if closing < limit else -1

    def _matched_across(self) -> dict[int, int]:
        """Return the pairs of braces with a line between them that begins like an entry."""
        across: dict[int, int] = {}
        opened: list[int] = []
        lines = self._lines(0)
        line, last = next(lines, -1), -1
        for brace in _BRACE.finditer(self.text):
            at = brace.start()
            while 0 <= line < at:
                line, last = next(lines, -1), line
            if brace.group() == "{":
                opened.append(at)
            elif opened and (opening := opened.pop()) < last:
                across[opening] = at
        return across

    def closing_quote(self, opening: int, limit: int) -> int:
        """Return the place of the quotation mark that ends a value, outside of braces, or -1."""
        return self._outside_braces(_BRACE_OR_QUOTE, '"', opening + 1, limit)

    def closing_parenthesis(self, opening: int, limit: int) -> int:
        """Return the place of the next closing parenthesis outside of braces, or -1."""
        return self._outside_braces(_BRACE_OR_PARENTHESIS, ")", opening + 1, limit)

    def _outside_braces(self, signs: re.Pattern[str], sign: str, start: int, limit: int) -> int:
        position = start
        while found := signs.search(self.text, position, limit):
            if found.group() == sign:
                return found.start()
            if found.group() == "}":
                return -1
            closing = self.closing_brace(found.start(), limit)
            if closing < 0:
                return -1
            position = closing + 1
        return -1


def _ends_line(before: str) -> bool:
    return not before or before[-1] in "\n\r"
