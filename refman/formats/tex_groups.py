r"""Collections as JabRef's groups: a comment at the end of a file, which Zotero reads too.

Source: JabRef 3's ``groupstree``, as Zotero 9.0.6 and 10.0.1 read it: a group a line, with its
depth, its name and its keys; semicolons part both, and are escaped once for each.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from refman.formats.tex_text import tidy

__all__ = ["Groups"]

_DEEPEST = 9
"""Zotero takes one digit for a group's depth."""
_PARTING = re.compile(r"([\\;])")
_BRACES = str.maketrans("{}", "｛｝")
"""A brace would end the comment."""


class _Group(NamedTuple):
    """Hold the keys in a group, and its groups by name."""

    keys: list[str]
    children: dict[str, "_Group"]


class Groups:
    """Gather which entries lie in which collection, while entries pass by."""

    def __init__(self) -> None:
        self._root = _Group([], {})

    def add(self, path: str, key: str) -> None:
        """Put an entry into a collection: "HF Papers/World models"."""
        group = self._root
        for name in filter(None, map(tidy, path.split("/", _DEEPEST - 1))):
            group = group.children.setdefault(name.translate(_BRACES), _Group([], {}))
        group.keys.append(key)

    def comments(self) -> Iterator[str]:
        """Yield the comments that hold the tree; none where there are no collections."""
        if self._root.children:
            lines = "".join(f"{line}\n" for line in _lines(self._root, 1))
            yield "\n@comment{jabref-meta: groupsversion:3;}\n"
            yield f"\n@comment{{jabref-meta: groupstree:\n0 AllEntriesGroup:;\n{lines}}}\n"


def _lines(parent: _Group, depth: int) -> Iterator[str]:
    """Yield a line a group, each before those inside it."""
    for name, group in parent.children.items():
        # The "0" says that a group holds what it names, whatever its parent holds.
        record = "".join(f"{_escaped(field)};" for field in (name, "0", *group.keys))
        yield f"{depth} ExplicitGroup:{_escaped(record)};"
        yield from _lines(group, depth + 1)


def _escaped(text: str) -> str:
    return _PARTING.sub(r"\\\1", text)
