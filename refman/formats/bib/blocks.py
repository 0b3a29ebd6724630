"""What a .bib file consists of: blocks that follow each other, and the fields of an entry."""

from enum import Enum
from typing import NamedTuple

from refman.model import Problem

__all__ = ["Block", "BlockKind", "Field"]


class BlockKind(Enum):
    """Tell what a block is.

    TEXT stands between the others; BROKEN begins as an entry does but cannot be read as one.
    """

    ENTRY = "entry"
    STRING = "string"
    PREAMBLE = "preamble"
    COMMENT = "comment"
    TEXT = "text"
    BROKEN = "broken"


class Field(NamedTuple):
    """Hold the places of a field; all are characters of the file's text.

    Attributes:
        name: as written.
        start: where the name begins.
        end: where the value ends; a comma behind it is not part of the field.
        value_start: where the value begins, with its delimiters.
        value_end: where it ends; equal to ``value_start`` where there is none.
    """

    name: str
    start: int
    end: int
    value_start: int
    value_end: int


class Block(NamedTuple):
    """Hold the places of a block; all are characters of the file's text.

    Attributes:
        kind: what it is.
        start: where it begins.
        end: where it ends, and the next begins.
        type: the word behind "@", as written; empty for TEXT.
        key: an entry's key as written, without blanks round it; empty where it has none.
        key_start: where the key stands, or would stand.
        key_end: where it ends.
        fields: in their order, those of one name too; those of a STRING are what it defines.
        problems: what is at fault with its form, in the order of the text.
        open: place of the opening brace or parenthesis; -1 where there is none.
        close: place of the closing one; -1 where there is none.
    """

    kind: BlockKind
    start: int
    end: int
    type: str
    key: str
    key_start: int
    key_end: int
    fields: tuple[Field, ...]
    problems: tuple[Problem, ...]
    open: int
    close: int
