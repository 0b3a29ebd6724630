"""BibTeX and BibLaTeX read."""

import re
from collections.abc import Iterator

from refman.formats.crosswalk import rows
from refman.formats.loader import Loader
from refman.model import LeftOver, Record

__all__ = ["BIBTEX"]

_HEAD = re.compile(
    r"(?:^|[\n\r])[ \t]*@[ \t]*(?:[A-Za-z]{3,20}\s*\{"
    r"(?=\s*[^\s,={}]{0,300}\s*(?:[,=}]|(?<=\s)[A-Za-z][\w-]{0,30}\s*=))"
    # With parentheses only a type that there is, with a first field: a decorator begins as it does.
    r"|(?P<round>[A-Za-z]{3,20})\s*\((?=\s*[^\s,={}()\"']{1,300}\s*,\s*[A-Za-z][\w-]{0,30}\s*=\s*[{\"\d])"
    r"|(?:string|preamble|comment)\s*[{(])",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?:^|[\s,{(])[A-Za-z][\w-]{0,30}[ \t]*=[ \t]*[{\"\w]")
_OWN_HEAD, _LATER_HEAD, _BARE_HEAD = 0.97, 0.9, 0.5
_SIGNS_OF_OTHERS = re.compile(r"\s*[<{\[]")


class _BibTex:
    """Read BibTeX and BibLaTeX, which is told from the other by no sign of its own."""

    name = "bibtex"
    label = "BibTeX or BibLaTeX"
    suffixes: tuple[str, ...] = (".bib", ".bibtex", ".biblatex")

    def score(self, head: str) -> float:
        """Return how surely a text holds entries."""
        if _SIGNS_OF_OTHERS.match(head):
            return 0.0
        heads = _HEAD.finditer(head)
        found = next((each for each in heads if _is_type(each["round"])), None)
        if found is None:
            return 0.0
        has_fields = _FIELD.search(head, found.end() - 1) is not None
        if not has_fields:
            return _BARE_HEAD
        return _OWN_HEAD if not head[: found.start()].strip() else _LATER_HEAD

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield the entries of a file, and what is none."""
        # Slow to import, and only a .bib file needs it.
        from refman.formats.bib.read import read_bib  # noqa: PLC0415

        return read_bib(text)


def _is_type(name: str | None) -> bool:
    """Tell whether a type's name before a parenthesis is known; before a brace any may be one."""
    return name is None or name.lower() in rows("read_bib_types")


BIBTEX: Loader = _BibTex()
"""The loader of BibTeX and BibLaTeX."""
