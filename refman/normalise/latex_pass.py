r"""One reading of a text that holds LaTeX, from mark to mark, with a stack of open braces.

What a mark means stands in ``resources/latex_decode.toml``; the cost is linear.

Source: "LaTeX2e: An unofficial reference manual", chapters 4, 16.3, 23; Knuth, "The TeXbook", 2.
"""

import functools
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from refman.normalise.latex_accents import accented_at
from refman.normalise.latex_signs import dash_at, is_in_address, is_tie, quotation_at
from refman.normalise.maths import TABLE, is_formula, maths_end
from refman.resources import read_table

__all__ = ["Pass"]

_LONGEST_WORD = 60
_MOST_PIECES = 8

# Literals, not a set: so the engine looks for their first signs alone, which is five times as fast.
_MARK = re.compile(r"\\|\{|\}|\$|~|`|'|--")
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)\*?|(.))", re.DOTALL)
_BRACE = re.compile(r"[ \t]*\{")

_FORMULA_IN_BRACKETS = re.compile(
    r"\\\(((?:[^\\$\n]|\\[^()\n$]){1,1000})\\\)"
    r"|\\\[((?:[^\\$\n]|\\[^\[\]\n$]){1,1000})\\\]"
)
_FORMULA_IN_BRACES = re.compile(r"\{((?:[^{}$\n]|\{[^{}$\n]{0,200}\}){1,300})\}(?![\d$])")
_PLAIN_WORD = re.compile(r"[^\W\d_]{3,}|[\d, ]+")
_NO_MATHS = re.compile(r"[^\\^_=]*")
_NO_BORDER = re.compile(r"[\d$]")
_LINE_BREAK = re.compile(r"\\\\(?:\s+|$|(?<=\S\\\\)(?=[A-Z]))")
_NAME_BEFORE = re.compile(r"\\[A-Za-z]+$")
_HYPHENATION = re.compile(r"(?<=[^\W\d_])\\-(?=[^\W\d_])")

_TARGET = re.compile(r"[ \t]*\{([^{}\s]{1,2000})\}")
_TARGET_ESCAPE = re.compile(r"\\([_%#&~])(?:\{\})?")
_LABEL = re.compile(r"(?:\[[^\[\]\n]{0,200}\]){0,2}\{[^{}\n]{0,500}\}")
_SHORT_ARGUMENT = re.compile(r"[ \t]*\{([^{}\\\s]{1,20})\}")


class _Group(NamedTuple):
    """Remember an open brace.

    Attributes:
        place: where in the output it stands, as written.
        start: where in the source its content starts.
        opening: what takes its place once it is closed.
        closing: what takes the place of the closing brace.
        is_bare: no command stands before it.
        address: what its text links to.
    """

    place: int
    start: int
    opening: str = ""
    closing: str = ""
    is_bare: bool = False
    address: str = ""


class Pass:
    """Read a text once.

    Each reader of a mark adds to the output and returns where in the source to go on. A class
    below may read a mark otherwise: where a text is LaTeX throughout, more is sure.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._tables = _tables()
        self._out: list[str] = []
        self._groups: list[_Group] = []
        self._quotes: dict[int, tuple[str, int]] = {}
        self._end_of_kept = -1

    def run(self) -> str:
        """Return the text read."""
        text, position = self._text, 0
        readers: Mapping[str, Callable[[int], int]] = {
            "\\": self.backslash,
            "{": self.open,
            "}": self.close,
            "$": self.dollar,
            "~": self.tilde,
            "`": self.quote,
            "'": self.quote,
            "--": self.hyphens,
        }
        while found := _MARK.search(text, position):
            self._out.append(text[position : found.start()])
            position = readers[found.group()](found.start())
        self._out.append(text[position:])
        return "".join(self._out)

    def _put(self, sign: str, end: int) -> int:
        self._out.append(sign)
        return end

    def _keep(self, start: int, end: int) -> int:
        return self._put(self._text[start:end], end)

    def backslash(self, start: int) -> int:
        """Read a command."""
        found = _COMMAND.match(self._text, start)
        if found is None:
            return self._keep(start, start + 1)
        name = found[1] or found[2]
        if name in self._tables.accents:
            return self._accent(name, start, found.end())
        if name in self._tables.symbols:
            return self._symbol(name, start, found.end())
        return self._tables.commands.get(name, Pass.unknown)(self, start, found.end())

    def _accent(self, name: str, start: int, end: int) -> int:
        if name in "~^" and self._text.startswith("{}", end):
            return self._spacing_accent(name, start, end + 2)
        accented = accented_at(self._text, start, name, self._tables.accents[name])
        if accented is None:
            return self.unknown(start, end)
        return self._put(accented.letters, accented.end)

    def _spacing_accent(self, sign: str, start: int, end: int) -> int:
        around = self._text[max(0, start - 2) : start], self._text[end : end + 5]
        would_tie = sign == "~" and is_tie("~".join(around), len(around[0]))
        if would_tie and not is_in_address(self._text, start):
            return self._keep(start, end)
        return self._put(sign, end)

    def _symbol(self, name: str, start: int, end: int) -> int:
        sign = self._tables.symbols[name]
        if not sign and self._follows_name(start):
            return self._keep(start, end)
        if name[0].isalpha() and self._text.startswith("{}", end):
            end += 2
        elif name[0].isalpha() and (len(sign) == 1 and sign.isalpha()):
            # TeX eats the blanks behind a name. Writers forget it behind \LaTeX, not inside a word.
            end = self._after_blanks(end)
        if sign == "~":
            return self._spacing_accent(sign, start, end)
        if sign.isspace() and name.isalpha():
            return self._break(sign, end)
        return self._put(sign, end)

    def _after_blanks(self, position: int) -> int:
        while self._text[position : position + 1] in (" ", "\t"):
            position += 1
        return position

    def _break(self, sign: str, end: int) -> int:
        self._out[-1] = self._out[-1].rstrip(" \t")
        return self._put(sign, self._after_blanks(end))

    def line_break(self, start: int, end: int) -> int:
        r"""Read ``\\``."""
        found = _LINE_BREAK.match(self._text, start)
        return self._break(" ", found.end()) if found else self._keep(start, end)

    def hyphenation(self, start: int, end: int) -> int:
        r"""Read ``\-``, where a word may be broken."""
        is_point = _HYPHENATION.match(self._text, start) and not self._follows_name(start)
        return end if is_point else self._keep(start, end)

    def _follows_name(self, start: int) -> bool:
        r"""Tell whether a name ends at ``start``: read as nothing, ``\s\-s`` would be ``\ss``."""
        before = self._text[max(0, start - _LONGEST_WORD) : start]
        return _NAME_BEFORE.search(before) is not None

    def formula_in_brackets(self, start: int, end: int) -> int:
        r"""Read ``\(x\)`` and ``\[x\]``."""
        found = _FORMULA_IN_BRACKETS.match(self._text, start)
        if found is None:
            return self._keep(start, end)
        body = (found[1] or found[2]).strip()
        # Markdown writes \[1\] and \(see\) for plain brackets.
        is_plain = (_PLAIN_WORD.fullmatch if found[1] else _NO_MATHS.fullmatch)(body) is not None
        is_tight = self._text[start - 1 : start] == "$" or _NO_BORDER.match(self._text, found.end())
        if is_plain or is_tight or not is_formula(body):
            return self._keep(start, found.end())
        return self._put(f"${body}$", found.end())

    def formula_in_braces(self, start: int, end: int) -> int:
        r"""Read ``\ensuremath{x}``."""
        found = _FORMULA_IN_BRACES.match(self._text, end)
        if found is None or not is_formula(found[1]):
            return self.unknown(start, end)
        return self._put(f"${found[1]}$", found.end())

    def unwrap(self, start: int, end: int) -> int:
        """Read a command that only changes how its text looks."""
        return self._open_group(start, end, "", "")

    def quoting(self, start: int, end: int) -> int:
        """Read a command that sets quotation marks."""
        return self._open_group(start, end, "“", "”")

    def footnote(self, start: int, end: int) -> int:
        """Read a footnote: its text stands in brackets."""
        before = self._text[start - 1 : start]
        return self._open_group(start, end, "(" if before.isspace() else " (", ")")

    def _open_group(
        self, start: int, end: int, opening: str, closing: str, address: str = ""
    ) -> int:
        brace = _BRACE.match(self._text, end)
        if brace is None:
            return self._keep(start, end)
        place = len(self._out)
        self._groups.append(_Group(place, brace.end(), opening, closing, address=address))
        return self._keep(start, brace.end())

    def unknown(self, start: int, end: int) -> int:
        """Keep a command that the table does not have."""
        written = self._text[start:end]
        if not self._text.startswith("{", end) or not written[1:].rstrip("*").isalpha():
            return self._keep(start, end)
        return self._open_group(start, end, written + "{", "}")

    def kept(self, start: int, end: int) -> int:
        """Keep a command with its labels."""
        found = _LABEL.match(self._text, end)
        return self._keep(start, found.end()) if found else self.unknown(start, end)

    def script(self, start: int, end: int) -> int:
        r"""Read ``CO\textsubscript{2}`` where Unicode has the signs, else let the text stand."""
        signs = self._tables.scripts[self._text[start + 1 : end]]
        found = _SHORT_ARGUMENT.match(self._text, end)
        if found is None or not all(sign in signs for sign in found[1]):
            return self.unwrap(start, end)
        return self._put("".join(signs[sign] for sign in found[1]), found.end())

    def address(self, start: int, end: int) -> int:
        r"""Read ``\url{x}``."""
        found = _TARGET.match(self._text, end)
        if found is None:
            return self.unknown(start, end)
        return self._put(_TARGET_ESCAPE.sub(r"\1", found[1]), found.end())

    def link(self, start: int, end: int) -> int:
        r"""Read ``\href{x}{text}``."""
        target = _TARGET.match(self._text, end)
        if target is None or not _BRACE.match(self._text, target.end()):
            return self.unknown(start, end)
        address = _TARGET_ESCAPE.sub(r"\1", target[1])
        return self._open_group(start, target.end(), "", "", address)

    def open(self, start: int) -> int:
        """Read an opening brace."""
        tables, text = self._tables, self._text
        if found := self._switch_at(start):
            self._groups.append(_Group(len(self._out), found.end()))
            return self._keep(start, found.end())
        command = _COMMAND.match(text, start + 1)
        name = (command[1] or command[2]) if command else ""
        if name in tables.accents or name in tables.symbols:
            group = _Group(len(self._out), start + 1)
        elif start == self._end_of_kept or text[start - 1 : start] in ("_", "^"):
            group = _Group(len(self._out), start + 1, "{", "}")
        else:
            group = _Group(len(self._out), start + 1, "{", "}", is_bare=True)
        self._groups.append(group)
        return self._put("{", start + 1)

    def _switch_at(self, start: int) -> re.Match[str] | None:
        return self._tables.switch.match(self._text, start)

    def close(self, start: int) -> int:
        """Read a closing brace."""
        if not self._groups:
            return self._put("}", start + 1)
        group = self._groups.pop()
        opening, closing = group.opening, group.closing
        if group.is_bare:
            if self._only_guards_capitals(group, start):
                opening, closing = "", ""
        elif group.address:
            # \href{address}{address} says it once.
            closing = "" if group.address in self._content(group) else f" ({group.address})"
        elif closing == "}":
            self._end_of_kept = start + 1
        self._out[group.place] = opening
        return self._put(closing, start + 1)

    def _content(self, group: _Group) -> str:
        return "".join(self._out[group.place + 1 : group.place + 1 + _MOST_PIECES])

    def _only_guards_capitals(self, group: _Group, end: int) -> bool:
        """Tell ``{C}onvex``, ``Auto{ML}`` and ``{BERT}`` from a set, ``{1, 2}`` or ``{x}``."""
        is_long = len(self._out) - group.place > _MOST_PIECES or end - group.start > _LONGEST_WORD
        if is_long:
            return False
        content = self._content(group).strip(".,;:()").replace("-", "")
        if not content.isalnum():
            return False
        before, after = self._text[group.start - 2 : group.start - 1], self._text[end + 1 : end + 2]
        is_in_word = before.isalpha() or after.isalpha()
        return is_in_word or (len(content) > 1 and not content.islower() and not content.isdigit())

    def dollar(self, start: int) -> int:
        """Read a dollar sign: maths stays as it is."""
        end = None if is_in_address(self._text, start) else maths_end(self._text, start)
        return self._keep(start, end or start + 1)

    def tilde(self, start: int) -> int:
        """Read a tilde."""
        return self._put(" " if is_tie(self._text, start) else "~", start + 1)

    def hyphens(self, start: int) -> int:
        """Read two hyphens or more."""
        end = start + 2
        while self._text.startswith("-", end):
            end += 1
        dash = dash_at(self._text, start)
        return self._put(dash, end) if dash else self._keep(start, end)

    def quote(self, start: int) -> int:
        """Read a quotation mark."""
        if start in self._quotes:
            closing, width = self._quotes[start]
            return self._put(closing, start + width)
        quotation = quotation_at(self._text, start)
        if quotation is None:
            return self._keep(start, start + (2 if self._text.startswith("``", start) else 1))
        self._quotes[quotation.end] = quotation.closing, quotation.width
        return self._put(quotation.opening, start + quotation.width)


_Command = Callable[[Pass, int, int], int]


class _Tables(NamedTuple):
    """Hold what the marks mean: by the command's name or sign, without its backslash."""

    accents: Mapping[str, str]
    symbols: Mapping[str, str]
    commands: Mapping[str, _Command]
    scripts: Mapping[str, Mapping[str, str]]
    switch: re.Pattern[str]


@functools.cache
def _tables() -> _Tables:
    table = read_table(TABLE)
    wrapping, scripts = table["unwrapped"], table["scripts"]
    commands: dict[str, _Command] = {
        **dict.fromkeys(wrapping["commands"], Pass.unwrap),
        **dict.fromkeys(wrapping["quoting"], Pass.quoting),
        **dict.fromkeys(table["kept"]["commands"], Pass.kept),
        "textsuperscript": Pass.script,
        "textsubscript": Pass.script,
        "ensuremath": Pass.formula_in_braces,
        "footnote": Pass.footnote,
        "url": Pass.address,
        "href": Pass.link,
        "(": Pass.formula_in_brackets,
        "[": Pass.formula_in_brackets,
        "\\": Pass.line_break,
        "-": Pass.hyphenation,
    }
    switches, debris = ("|".join(wrapping[name]) for name in ("switches", "debris"))
    return _Tables(
        accents=table["accents"],
        symbols=table["symbols"],
        commands=commands,
        scripts={
            "textsuperscript": scripts["superscript"],
            "textsubscript": scripts["subscript"],
        },
        switch=re.compile(
            rf"\{{(?:\\(?:{switches})(?![A-Za-z])\s*|(?:{debris})\s+(?=[^{{}}\n]{{1,80}}\}}))"
        ),
    )
