"""The text of a .bib file cut into blocks, each at its place; nothing is left out.

One pass, linear: see ``ground`` for what is done where braces do not match. An entry that cannot
be read ends where the next line begins like one, so that only the broken one is lost.
"""

import re
from collections.abc import Iterator

from refman.formats.bib.blocks import Block, BlockKind, Field
from refman.formats.bib.body import Body, Broken, read_body
from refman.formats.bib.ground import Ground
from refman.model import Problem, Span

__all__ = ["Block", "BlockKind", "Field", "scan"]

_UNCLOSED = "its closing bracket is missing"
_KINDS = {
    "string": BlockKind.STRING,
    "preamble": BlockKind.PREAMBLE,
    "comment": BlockKind.COMMENT,
}


def scan(text: str) -> Iterator[Block]:
    """Yield the blocks of a file in their order.

    They follow each other without a gap and hold every character once:
    ``"".join(text[block.start : block.end] for block in scan(text)) == text``.

    Args:
        text: decoded; line ends of any kind.
    """
    ground = Ground(text)
    done = 0
    while (head := ground.head(done)) is not None:
        block = _block(ground, head)
        if head.start() > done:
            yield _text(done, head.start())
        yield block
        done = block.end
    if done < len(text):
        yield _text(done, len(text))


def _text(start: int, end: int) -> Block:
    return Block(BlockKind.TEXT, start, end, "", "", start, start, (), (), -1, -1)


def _block(ground: Ground, head: re.Match[str]) -> Block:
    kind = _KINDS.get(head[1].lower(), BlockKind.ENTRY)
    if kind in (BlockKind.COMMENT, BlockKind.PREAMBLE):
        return _whole(ground, head, kind)
    start, opening = head.start(), head.end() - 1
    has_key = kind is BlockKind.ENTRY
    size = len(ground.text)
    try:
        body = read_body(ground, opening, size, has_key=has_key)
    except Broken:
        body = None
    if body is not None and body.close >= 0 and not ground.is_swallowed(start, body.end):
        return _read(kind, head, body)
    limit = _trimmed(ground.text, head.end(), ground.next_line(head.end()))
    try:
        body = read_body(ground, opening, limit, has_key=has_key)
    except Broken as broken:
        problems = (broken.problem,)
        return Block(
            BlockKind.BROKEN, start, limit, head[1], "", opening, opening, (), problems, opening, -1
        )
    return _read(kind, head, body)


def _read(kind: BlockKind, head: re.Match[str], body: Body) -> Block:
    key, key_start, key_end, fields, problems, close, end = body
    opening = head.end() - 1
    return Block(
        kind, head.start(), end, head[1], key, key_start, key_end, fields, problems, opening, close
    )


def _whole(ground: Ground, head: re.Match[str], kind: BlockKind) -> Block:
    """Return a comment or preamble, which has no fields."""
    opening, line = head.end() - 1, ground.next_line(head.end())
    if head[2] == "(":
        # Nothing else tells whether a parenthesis further on is that of this block.
        close = ground.closing_parenthesis(opening, line)
    else:
        close = ground.closing_brace(opening, len(ground.text))
        if close >= 0 and ground.is_swallowed(head.start(), close + 1):
            close = ground.closing_brace(opening, line)
    problems: tuple[Problem, ...] = ()
    end = close + 1
    if close < 0:
        end = _trimmed(ground.text, head.end(), line)
        problems = (Problem(Span(end, end), _UNCLOSED),)
    return Block(
        kind, head.start(), end, head[1], "", opening, opening, (), problems, opening, close
    )


def _trimmed(text: str, start: int, end: int) -> int:
    """Return where a stretch ends without the blanks at its end."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
