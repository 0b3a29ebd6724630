"""Readers of .bib files that share no code with what writes them.

They know the grammar and the commands that our files use, and no more; what they cannot read is a
fault of the file.
"""

import re
import unicodedata

from refman.formats.crosswalk import rows
from refman.resources import read_text

ENTRY = re.compile(r"@(\w+)\{")
COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)")


def tables():
    """LaTeX of a whole group -> sign, accent command -> mark."""
    signs, marks = {}, {}
    for line in read_text("latex_encode.tsv").splitlines():
        if not line.startswith("#"):
            code, latex, *_ = line.split("\t")
            sign = chr(int(code, 16))
            (marks if unicodedata.combining(sign) else signs).setdefault(latex, sign)
    for sign, row in rows("tex_specials").items():
        signs |= {latex: sign for column, latex in row.items() if column.startswith("latex")}
    return signs, marks


SIGNS, MARKS = tables()
LIGATURES = [("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’")]


def closing(text, start):
    """Where the group that opens at start ends, counting every brace as BibTeX does."""
    depth = 0
    for found in re.compile(r"[{}]").finditer(text, start):
        depth += 1 if found.group() == "{" else -1
        if depth == 0:
            return found.end()
    raise AssertionError(f"a brace is not closed: {text[start : start + 60]!r}")


def read_latex(text):
    """A value as text: groups that are signs become those, other braces go, formulas stay."""
    read, place = [], 0
    while place < len(text):
        if text[place] == "{":
            end = closing(text, place)
            read.append(read_group(text[place:end]))
            place = end
        elif text[place] == "$":
            end = text.index("$", place + 1 + text.startswith("$$", place)) + 1
            end += text.startswith("$$", place)
            read.append(text[place:end])
            place = end
        elif text[place] == "\\":
            latex = text[place : place + 2]
            assert latex in SIGNS, latex
            read.append(SIGNS[latex])
            place += 2
        else:
            assert text[place] not in "}%#&_~^", text[place:]
            read.append(text[place])
            place += 1
    return "".join(read)


def read_group(group):
    if group in SIGNS:
        return SIGNS[group]
    content = group[1:-1]
    found = COMMAND.match(content)
    if found is None or found.group() not in MARKS:
        return read_latex(content)
    letter = content[found.end() :].strip("{}") if found.end() + 3 >= len(content) else None
    letter = {r"\i": "i", r"\j": "j"}.get(letter, letter)
    if letter is None or letter.startswith("\\"):
        letter = read_group(content[found.end() :])
    return unicodedata.normalize("NFC", letter + MARKS[found.group()])


def folded(text):
    """What two texts share that print alike: signs of one LaTeX, quotes and hyphens."""
    text = unicodedata.normalize("NFC", text)
    for ligature, sign in LIGATURES:
        text = text.replace(sign, ligature)
    return "".join(ALIKE.get(sign, sign) for sign in text)


ALIKE = {}
for _line in read_text("latex_encode.tsv").splitlines():
    if not _line.startswith("#"):
        _code, _latex, *_ = _line.split("\t")
        ALIKE[chr(int(_code, 16))] = SIGNS.get(
            _latex, "-" if _latex == "-" else chr(int(_code, 16))
        )


def read_entries(text):
    """(type, key, fields) of each entry, by BibTeX's own rules."""
    entries, place = [], 0
    while found := ENTRY.search(text, place):
        assert not text[place : found.start()].strip()
        place = closing(text, found.end() - 1)
        if found[1] == "comment":
            continue
        key, *fields = text[found.end() : place - 1].rstrip("\n").split(",\n  ", 1)
        entries.append((found[1], key, dict(read_fields(fields[0])) if fields else {}))
    assert not text[place:].strip()
    return entries


def read_fields(text):
    place = 0
    while place < len(text):
        found = re.compile(r"([\w.:+/-]+) = ").match(text, place)
        assert found, text[place : place + 80]
        if text[found.end()] == "{":
            end = closing(text, found.end())
            yield found[1], text[found.end() + 1 : end - 1]
        else:
            end = re.compile(r"[a-z]+").match(text, found.end()).end()
            yield found[1], text[found.end() : end]
        assert text[end : end + 4] in {",\n  ", ""}
        place = end + 4
