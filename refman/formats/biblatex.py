"""BibLaTeX, for biber: UTF-8, whole dates, and types that BibTeX has not.

Source: the biblatex manual 3.18, chapter 2.
"""

from collections.abc import Iterable, Iterator, Mapping

from refman.formats.format import Format, Options, Profile
from refman.formats.tex import Dialect, dump
from refman.formats.tex_lost import lost
from refman.formats.tex_text import unicode_latex
from refman.model import Entry

__all__ = ["BIBLATEX"]

_DIALECT = Dialect("biblatex", unicode_latex)


class _Biblatex:
    """Write BibLaTeX."""

    name = "biblatex"
    label = "BibLaTeX"
    suffixes: tuple[str, ...] = (".biblatex.bib",)
    profiles: tuple[Profile, ...] = (Profile.LATEX, Profile.ZOTERO)

    def losses(self, options: Options) -> Mapping[str, str]:
        """Return what a file cannot hold, or what Zotero would not take from it."""
        return lost(options)

    def dump(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield the file's text, an entry a piece."""
        return dump(entries, _DIALECT, options)


BIBLATEX: Format = _Biblatex()
"""The format BibLaTeX."""
