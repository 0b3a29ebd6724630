"""BibTeX and BibLaTeX read."""

import re
from collections.abc import Iterator

from refman.formats.crosswalk import rows
from refman.formats.loader import Loader
from refman.model import LeftOver, Record

__all__ = ["BIBTEX"]

_HEAD = re.compile(
    r"(?:^|[\n\r])[ \t]*@[ \t]*(?:(?P<braced>[A-Za-z]{3,20})\s*\{"
    r"(?=\s*[^\s,={}]{0,300}\s*(?:[,=}]|(?<=\s)[A-Za-z][\w-]{0,30}\s*=))"
    # With parentheses only a type that there is, with a first field: a decorator begins as it does.
    r"|(?P<round>[A-Za-z]{3,20})\s*\((?=\s*[^\s,={}()\"']{1,300}\s*,\s*[A-Za-z][\w-]{0,30}\s*=\s*[{\"\d])"
    r"|(?:string|preamble|comment)\s*[{(])",
    re.IGNORECASE,
)
_KEY_AND_FIELD = re.compile(r"\s*[^\s,={}@]{1,300}\s*,\s*[A-Za-z][\w:-]{0,30}\s*=")
_FIELD = re.compile(r"(?:^|[\s,{(])[A-Za-z][\w-]{0,30}[ \t]*=[ \t]*[{\"\w]")
_COMMANDS = frozenset(("string", "preamble", "comment"))
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
        found = next(filter(_begins_entry, _HEAD.finditer(head)), None)
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


def _begins_entry(found: re.Match[str]) -> bool:
    """Tell whether an entry begins here: of a known type, or with braces, key and field.

    Perl writes "@lamps{ @wicks } = ();", and decorators of Python have parentheses.
    """
    name = found["braced"] or found["round"]
    if name is None or name.lower() in _COMMANDS or name.lower() in rows("read_bib_types"):
        return True
    return bool(found["braced"]) and _KEY_AND_FIELD.match(found.string, found.end()) is not None


BIBTEX: Loader = _BibTex()
"""The loader of BibTeX and BibLaTeX."""
